//! As many invented stories as a measurement needs, written down as they stand when they are out.

use anyhow::{Context, ensure};
use basics::{At, Clock, Id, SystemClock};
use db::Tx;
use sample::{SyntheticStory, synthetic_stories};
use serde_json::Map;
use stories::{
    Consent, Content, Edition, Form, Giver, How, Part, Piece, Role, Story, Subject, Telling, TellingState, Term, Theme,
    Told, Use,
    state::{Stage, Standing},
    store,
};

use crate::{
    commands::progress,
    community::{Face, draw},
    house::House,
};

/// People stories are told of, at most.
pub const FACES: usize = 10_000;
/// Stories in one transaction.
const TOGETHER: usize = 500;
/// People who sign.
const EDITORS: usize = 20;
/// Different pictures.
const PICTURES: usize = 8;

/// Writes `n` stories of these people. Whatever follows from a story is written with it.
pub async fn write(house: &House, faces: &[Face], n: u64, seed: u64) -> anyhow::Result<()> {
    if n == 0 {
        return Ok(());
    }
    ensure!(!faces.is_empty(), "stories are told of people: there is nobody yet. Ask for more with --people");
    let now = SystemClock.now();
    let pictures = pictures(house, now).await?;
    let bar = progress(n, "Writing stories");
    let mut stories = (0..).zip(synthetic_stories(n, faces.len(), seed));
    loop {
        let some: Vec<(usize, SyntheticStory)> = stories.by_ref().take(TOGETHER).collect();
        if some.is_empty() {
            break;
        }
        let mut tx = house.db.begin().await?;
        for (nth, story) in &some {
            put(&mut tx, (*nth, story), faces, &pictures[nth % pictures.len()], now).await?;
        }
        tx.commit().await?;
        bar.inc(some.len() as u64);
    }
    bar.finish_and_clear();
    Ok(())
}

async fn pictures(house: &House, now: At) -> anyhow::Result<Vec<media::Picture>> {
    let drawings: Vec<_> =
        sample::stories().iter().take(PICTURES).map(|story| (story.key.to_owned(), story.drawing())).collect();
    let bar = progress(drawings.len() as u64, "Drawing pictures");
    let drawn = draw(&house.files, drawings, &bar).await?;
    bar.finish_and_clear();
    let mut tx = house.db.begin().await?;
    for picture in drawn.values() {
        media::insert(&mut tx, picture, now).await?;
    }
    tx.commit().await?;
    let mut pictures: Vec<media::Picture> = drawn.into_values().collect();
    pictures.sort_by(|one, other| one.hash.cmp(&other.hash));
    Ok(pictures)
}

async fn put(
    tx: &mut Tx,
    (nth, told): (usize, &SyntheticStory),
    faces: &[Face],
    picture: &media::Picture,
    now: At,
) -> anyhow::Result<()> {
    let at = now.plus(-i64::from(told.age_days) * At::DAY);
    let original = told.tellings.first().context("a story is told")?;
    let form = Form::from_code(told.form).context("a form")?;
    let mut story = Story::new(form, original.lang, &original.title, Told::Desk, at);
    (story.slug, story.theme) = (told.slug.clone(), Theme::from_code(told.theme));
    (story.stage, story.standing, story.published_at) = (Stage::Done, Standing::Published, Some(at));
    let editions = editions(&story, told, picture, at);
    let root = editions[0].hash.clone();
    (story.edition, story.root) = (root.clone(), root.clone());
    store::stories::insert(tx, &story, &Map::new()).await?;
    for edition in editions {
        tell(tx, edition, &root, at).await?;
    }
    // One after the other, as a desk shares its work.
    let mut editor = Role::new(&faces[nth % faces.len().min(EDITORS)].0, Part::Editor, "", at);
    editor.sign(&root, "");
    store::roles::insert(tx, story.id.as_str(), &editor).await?;
    for face in told.people.iter().filter_map(|place| faces.get(*place)) {
        agreed(tx, &story, told, face, at).await?;
    }
    Ok(store::follow::follow(tx, story.id.as_str(), "published", at).await?)
}

/// What is read in each language. No text of the sample holds a personal detail that had to be covered.
fn editions(story: &Story, told: &SyntheticStory, picture: &media::Picture, at: At) -> Vec<Edition> {
    let mut editions: Vec<Edition> = Vec::with_capacity(told.tellings.len());
    for telling in &told.tellings {
        let piece = Piece {
            name: "p1".into(),
            hash: picture.hash.clone(),
            alt: telling.alt.clone(),
            picture: Some(picture.clone()),
            ..Piece::default()
        };
        let content = Content {
            title: telling.title.clone(),
            lede: telling.lede.clone(),
            lead: if told.pictured { "p1".into() } else { String::new() },
            source: telling.source.clone(),
            pieces: if told.pictured { vec![piece] } else { Vec::new() },
        };
        let hash = content.hash(telling.lang);
        editions.push(Edition {
            story: story.id.to_string(),
            root: editions.first().map_or(&hash, |original| &original.hash).clone(),
            hash,
            lang: telling.lang.to_owned(),
            words: content.words(),
            content,
            made_at: at,
        });
    }
    editions
}

/// A language of a story: its edition, and the telling that shows it.
async fn tell(tx: &mut Tx, edition: Edition, root: &str, at: At) -> db::Result<()> {
    store::editions::put(tx, &edition).await?;
    let is_original = edition.hash == root;
    let of = if is_original { String::new() } else { root.to_owned() };
    let telling = Telling {
        story: edition.story,
        lang: edition.lang,
        state: if is_original { TellingState::Original } else { TellingState::Reviewed },
        content: edition.content,
        of_edition: of.clone(),
        of_root: of,
        shown: edition.hash,
        updated_at: at,
    };
    store::tellings::put(tx, &telling).await
}

/// Somebody in a story, who agrees to it.
async fn agreed(tx: &mut Tx, story: &Story, told: &SyntheticStory, face: &Face, at: At) -> db::Result<()> {
    let mut subject = Subject::new(story.id.as_str(), &face.1, Some(&face.0), at);
    subject.cleared_at = Some(at);
    store::subjects::insert(tx, &subject).await?;
    let uses: &[Use] = if told.shared { &[Use::Site, Use::Share, Use::Press] } else { &[Use::Site] };
    for to in uses {
        let consent = Consent {
            id: Id::new(),
            subject: subject.id.to_string(),
            to: *to,
            root: story.root.clone(),
            lang: story.lang.clone(),
            how: How::Account,
            by: Giver::Own,
            witness: String::new(),
            given_at: at,
            ends_at: term(told.age_days).ends_at(at),
            withdrawn_at: None,
        };
        store::consents::insert(tx, story.id.as_str(), &consent).await?;
    }
    Ok(())
}

/// The shortest time that is not over yet, nor will be within a month.
fn term(age_days: u32) -> Term {
    match age_days {
        0..335 => Term::Year,
        335..700 => Term::TwoYears,
        _ => Term::FiveYears,
    }
}
