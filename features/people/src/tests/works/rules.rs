//! What a work needs, how far it may reach, and how licences are read.

use basics::Audience;

use super::super::cast::picture;
use crate::{
    Picture, Work,
    works::{Licence, Pictured, Who, WorkKind, ready::Step},
};

fn of(kind: WorkKind) -> Work {
    Work { kind: Some(kind), title: "Zawadi".into(), ..Work::default() }
}

fn pictured(who: Who) -> Option<Pictured> {
    Some(Pictured { who, agreed: None })
}

#[test]
fn each_kind_needs_what_it_is_made_of() {
    let needs = |kind| of(kind).missing();
    assert_eq!(needs(WorkKind::Picture), [Step::Picture, Step::People]);
    assert_eq!(needs(WorkKind::Audio), [Step::Sound, Step::Text, Step::People], "who does not hear it reads it");
    assert_eq!(needs(WorkKind::Video), [Step::Link, Step::People]);
    assert_eq!(needs(WorkKind::Text), [Step::Text]);
    assert_eq!(Work { kind: Some(WorkKind::Text), ..Work::default() }.missing(), [Step::Title, Step::Text]);
}

#[test]
fn a_picture_needs_words_for_those_who_do_not_see_it() {
    let shown = |alt: &str| Some(Picture { alt: alt.into(), ..picture("jar") });
    let mut work = Work { picture: shown(" "), pictured: pictured(Who::Nobody), ..of(WorkKind::Picture) };
    assert_eq!(work.missing(), [Step::Picture]);
    work.picture = shown("A tall jar");
    assert!(work.missing().is_empty());
    let mut poem = Work { text: Some("Mto".into()), picture: shown("A river"), ..of(WorkKind::Text) };
    assert_eq!(poem.missing(), [Step::People], "a picture beside a poem shows people too");
    poem.pictured = pictured(Who::Nobody);
    assert!(poem.missing().is_empty());
}

#[test]
fn somebody_under_18_is_never_for_everybody() {
    for who in Who::ALL {
        let work = Work { pictured: pictured(who), ..of(WorkKind::Picture) };
        let widest = if who == Who::Minors { Audience::Accepted } else { Audience::Everyone };
        assert_eq!(work.widest(), widest, "{who:?}");
    }
}

#[test]
fn what_was_kept_before_kinds_has_one() {
    let text = Work { text: Some("Mto".into()), ..Work::default() };
    let link = Work { link: Some("https://video.example/1".into()), text: Some("About it".into()), ..Work::default() };
    let image = Work { picture: Some(picture("jar")), text: Some("About it".into()), ..Work::default() };
    let kinds = [&text, &link, &image, &Work::default()].map(Work::kind);
    assert_eq!(kinds, [WorkKind::Text, WorkKind::Video, WorkKind::Picture, WorkKind::Picture]);
}

#[test]
fn licences_are_read_as_people_write_them() {
    for (written, licence) in [
        ("CC BY 4.0", Licence::By),
        ("cc-by-sa", Licence::BySa),
        ("Creative Commons BY-NC 3.0", Licence::ByNc),
        ("CC BY-NC-ND 4.0", Licence::ByNcNd),
        ("CC0 1.0", Licence::Zero),
        ("All rights reserved", Licence::AllRightsReserved),
        ("©", Licence::AllRightsReserved),
    ] {
        assert_eq!(Licence::read(written), Some(licence), "{written}");
    }
    for unknown in ["", "MIT", "ask me", "CC", "CC BY XX"] {
        assert_eq!(Licence::read(unknown), None, "{unknown}");
    }
    for licence in Licence::ALL {
        assert_eq!(Licence::read(licence.code()), Some(licence));
        assert_eq!(licence.name().is_some(), licence.url().is_some());
        assert!(licence.name().is_none_or(|name| Licence::read(name) == Some(licence)));
    }
}
