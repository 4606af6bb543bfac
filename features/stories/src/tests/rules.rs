//! The rule of what may appear, and the ways a story can go.

use basics::{At, Id};

use super::cast::NOW;
use crate::{
    Consent, Form, Giver, How, Part, Role, Story, Subject, Told, Use, Whole,
    rules::{ALWAYS, appears_until, may_appear},
    state::{Deed, Stage, Standing, after},
};

const ROOT: &str = "root";

fn whole(form: Form, subjects: Vec<Subject>) -> Whole {
    let mut story = Story::new(form, "en", "Thread", Told::Desk, NOW);
    (story.standing, story.stage, story.root) = (Standing::Published, Stage::Done, ROOT.into());
    let mut editor = Role::new("editor", Part::Editor, "", NOW);
    editor.signed = ROOT.into();
    Whole { story, subjects, consents: Vec::new(), roles: vec![editor] }
}

fn subject(name: &str) -> Subject {
    Subject::new("story", name, None, NOW)
}

fn given(subject: &Subject, to: Use, by: Giver, days: i64) -> Consent {
    Consent {
        id: Id::new(),
        subject: subject.id.to_string(),
        to,
        root: ROOT.into(),
        lang: "sw".into(),
        how: How::Code,
        by,
        witness: String::new(),
        given_at: NOW,
        ends_at: NOW.plus(days * At::DAY),
        withdrawn_at: None,
    }
}

#[test]
fn everybody_has_to_agree_to_the_site_and_to_the_use() {
    let (neema, baraka) = (subject("Neema"), subject("Baraka"));
    let mut story = whole(Form::Interview, vec![neema.clone(), baraka.clone()]);
    assert!(!may_appear(&story, Use::Site, NOW));
    story.consents = vec![given(&neema, Use::Site, Giver::Own, 365), given(&neema, Use::Press, Giver::Own, 365)];
    assert!(!may_appear(&story, Use::Site, NOW), "Baraka has not agreed");
    story.consents.push(given(&baraka, Use::Site, Giver::Own, 100));
    assert_eq!(appears_until(&story, Use::Site, NOW), Some(NOW.plus(100 * At::DAY)));
    assert!(!may_appear(&story, Use::Press, NOW), "Baraka has not agreed to the press");
    assert!(!may_appear(&story, Use::Site, NOW.plus(100 * At::DAY)));
    story.consents[2].withdrawn_at = Some(NOW);
    assert!(!may_appear(&story, Use::Site, NOW));
}

#[test]
fn another_use_counts_only_with_the_site_and_only_for_the_version_agreed_to() {
    let neema = subject("Neema");
    let mut story = whole(Form::Profile, vec![neema.clone()]);
    story.consents = vec![given(&neema, Use::Print, Giver::Own, 10)];
    assert!(!may_appear(&story, Use::Print, NOW));
    story.consents.push(given(&neema, Use::Site, Giver::Own, 10));
    assert!(may_appear(&story, Use::Print, NOW));
    story.story.root = "another".into();
    story.roles[0].signed = "another".into();
    assert!(!may_appear(&story, Use::Site, NOW));
}

#[test]
fn of_a_minor_two_of_three_are_gone_a_guardian_agrees_and_two_editors_sign() {
    let mut child = Subject { minor: true, ..subject("Child") };
    let mut story = whole(Form::Profile, vec![child.clone()]);
    story.consents = vec![given(&child, Use::Site, Giver::Own, 10), given(&child, Use::Site, Giver::Guardian, 5)];
    assert!(!may_appear(&story, Use::Site, NOW), "face, name and place are seen");
    (child.face, child.named) = (false, false);
    story.subjects = vec![child];
    assert!(!may_appear(&story, Use::Site, NOW), "one editor is not enough");
    let mut second = Role::new("second", Part::Second, "", NOW);
    second.signed = ROOT.into();
    story.roles.push(second);
    assert_eq!(appears_until(&story, Use::Site, NOW), Some(NOW.plus(5 * At::DAY)));
    story.consents.pop();
    assert!(!may_appear(&story, Use::Site, NOW), "the guardian has not agreed");
}

#[test]
fn news_needs_nobody_and_a_portrait_without_a_person_never_appears() {
    let news = whole(Form::News, Vec::new());
    assert_eq!(appears_until(&news, Use::Press, NOW), Some(ALWAYS));
    assert!(!may_appear(&whole(Form::Profile, Vec::new()), Use::Site, NOW));
    let unsigned = Whole { roles: Vec::new(), ..news };
    assert!(!may_appear(&unsigned, Use::Site, NOW));
}

#[test]
fn somebody_who_cannot_be_recognised_need_not_be_asked() {
    let mut hidden = subject("A woman at the market");
    (hidden.face, hidden.named, hidden.located, hidden.recognisable) = (false, false, false, false);
    assert!(may_appear(&whole(Form::Feature, vec![hidden.clone()]), Use::Site, NOW));
    hidden.located = true;
    assert!(!may_appear(&whole(Form::Feature, vec![hidden]), Use::Site, NOW));
}

#[test]
fn no_deed_but_those_that_publish_makes_a_story_public() {
    for stage in Stage::ALL {
        for standing in Standing::ALL {
            for deed in Deed::ALL {
                let Some((_, then)) = after(*stage, *standing, *deed) else { continue };
                if then.is_public() && !standing.is_public() {
                    assert!(
                        matches!(deed, Deed::Publish | Deed::Release | Deed::Renew),
                        "{stage:?} {standing:?} {deed:?}"
                    );
                }
            }
            let (_, then) = after(*stage, *standing, Deed::Withdraw).expect("always possible");
            assert!(!then.is_public());
        }
    }
}
