//! The invented stories in the database: begun, signed, agreed to and brought out by the deeds that real ones go through.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, anyhow};
use basics::{At, Clock, SystemClock};
use db::{Db, Tx};
use files::Files;
use sample::{Drawing, SampleStory, SampleTelling};
use stories::{
    Content, Form, Giver, How, Part, Piece, Subject, Term, Theme, Told, Use, Whole,
    deeds::{self, Agreement, Beginning, COOLING, Outcome},
    store::{self, series::Name},
};

use crate::{
    commands::progress,
    community::{Face, Pictures, draw},
};

/// Who signs, who translates, and who reads translations beside the original.
const EDITOR: &str = "liya-mekuriyat";
const TRANSLATOR: &str = "halima-kisangwa";
const READER: &str = "hannah-lindqvall";

/// Ids and names of the sample's people, by handle.
pub type Faces = HashMap<String, Face>;

fn name(story: &SampleStory) -> String {
    format!("stories/{}", story.key)
}

/// Every story of the sample, out one after the other over the last weeks; the features as a series.
pub async fn fill(db: &Db, files: &Files, faces: &Faces) -> anyhow::Result<()> {
    let drawings: Vec<(String, Drawing)> =
        sample::stories().iter().map(|story| (name(story), story.drawing())).collect();
    let bar = progress(drawings.len() as u64, "Drawing the sample stories");
    let pictures = draw(files, drawings, &bar).await?;
    bar.finish_and_clear();
    let (mut tx, now) = (db.begin().await?, SystemClock.now());
    for picture in pictures.values() {
        media::insert(&mut tx, picture, now).await?;
    }
    write(&mut tx, faces, &pictures, now).await?;
    tx.commit().await.context("the sample stories could not be kept")
}

async fn write(tx: &mut Tx, faces: &Faces, pictures: &Pictures, now: At) -> anyhow::Result<()> {
    let series = store::series::insert(tx, together(), now).await?.id.to_string();
    let mut place = 0;
    for (nth, story) in (0..).zip(sample::stories().iter().rev()) {
        let at = now.plus(-(5 + 3 * (13 - nth)) * At::DAY);
        let in_series = (story.form == "feature").then(|| {
            place += 1;
            (series.clone(), place)
        });
        let picture = pictures.get(&name(story)).context("a story has its picture")?;
        tell(tx, story, (faces, picture), in_series, at).await.with_context(|| format!("the story {}", story.key))?;
    }
    Ok(())
}

/// What the features are called together.
fn together() -> BTreeMap<String, Name> {
    let names = [
        ("en", "Many hands", "Things that nobody makes alone."),
        ("sw", "Mikono mingi", "Mambo yasiyofanywa na mtu mmoja."),
        ("fr", "Plusieurs mains", "Ce que personne ne fait seul."),
    ];
    names.map(|(lang, title, line)| (lang.to_owned(), Name { title: title.into(), line: line.into() })).into()
}

async fn tell(
    tx: &mut Tx,
    story: &SampleStory,
    (faces, picture): (&Faces, &media::Picture),
    series: Option<(String, i64)>,
    at: At,
) -> anyhow::Result<()> {
    let face = |handle: &str| faces.get(handle).context("everybody in a story is in the sample");
    let original = story.tellings.first().context("a story is told")?;
    let author = if story.author.is_empty() { None } else { Some(face(story.author)?.0.as_str()) };
    let beginning = Beginning {
        form: Form::from_code(story.form).context("a form")?,
        theme: Theme::from_code(story.theme),
        lang: original.lang,
        told: Told::Desk,
        content: content(original, picture),
        author,
        sent: true,
    };
    let mut whole = deeds::begin(tx, beginning, at).await?;
    let id = whole.story.id.to_string();
    whole.story.series = series;
    store::stories::update(tx, &whole.story).await?;
    for handle in story.people {
        let (person, called) = face(handle)?;
        let mut subject = Subject::new(&id, called, Some(person), at);
        subject.cleared_at = Some(at);
        done(deeds::add_person(tx, &id, &subject, at).await)?;
    }
    let editor = &face(EDITOR)?.0;
    done(deeds::assign(tx, &id, editor, Part::Editor, "", at).await)?;
    let signed = done(deeds::sign(tx, &id, editor, at).await)?;
    let whole = if story.people.is_empty() { signed } else { agreed(tx, &signed, story, at).await? };
    for telling in &story.tellings[1..] {
        let made = (content(telling, picture), whole.story.edition.as_str());
        done(deeds::translate(tx, &id, telling.lang, made, &face(TRANSLATOR)?.0, at).await)?;
        done(deeds::review_translation(tx, &id, telling.lang, &face(READER)?.0, at.plus(COOLING)).await)?;
    }
    Ok(())
}

/// Everybody in it agrees, thinks again, and it comes out.
async fn agreed(tx: &mut Tx, whole: &Whole, story: &SampleStory, at: At) -> anyhow::Result<Whole> {
    let id = whole.story.id.as_str();
    let uses: &[Use] = if story.shared { &[Use::Site, Use::Share, Use::Press] } else { &[Use::Site] };
    let (root, term, how, by) = (whole.story.next_root.as_str(), Term::TwoYears, How::Account, Giver::Own);
    let agreement = Agreement { root, uses, term, lang: "en", how, by, witness: "" };
    for subject in &whole.subjects {
        done(deeds::agree(tx, id, subject.id.as_str(), &agreement, at).await)?;
    }
    done(deeds::publish(tx, id, at.plus(COOLING)).await)
}

fn content(telling: &SampleTelling, picture: &media::Picture) -> Content {
    let piece = Piece {
        name: "p1".into(),
        hash: picture.hash.clone(),
        alt: telling.alt.clone(),
        picture: Some(picture.clone()),
        ..Piece::default()
    };
    Content {
        title: telling.title.clone(),
        lede: telling.lede.clone(),
        lead: "p1".into(),
        source: telling.source.clone(),
        pieces: vec![piece],
    }
}

fn done<T>(outcome: Outcome<T>) -> anyhow::Result<T> {
    outcome?.map_err(|refusal| anyhow!("{refusal:?}"))
}
