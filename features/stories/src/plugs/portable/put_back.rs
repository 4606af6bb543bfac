//! A story comes back from an export. What was withdrawn or erased here stays so, work that was done here is left alone,
//! and what does not hold together comes in as a draft, with each fault named.

use std::collections::BTreeMap;

use anyhow::{Context, bail};
use basics::At;
use db::Tx;
use plugs::{Document, Outcome, RECORD, Repair, Taken};
use serde::Deserialize;
use serde_json::Value;

use super::{
    back::{Back, MARK},
    drafts,
    faults::faults,
    give::TRANSLATION_OF,
    record::Record,
    taken,
};
use crate::{
    TOPIC, Use, Whole, copies, deeds,
    rules::{appears_until, may_appear},
    state::Standing,
    store,
};

pub(super) async fn take(tx: &mut Tx, document: &mut Document, record: Value, now: At) -> anyhow::Result<Taken> {
    if let Some(id) = record.get(TRANSLATION_OF).and_then(Value::as_str) {
        return Ok(translation(id));
    }
    let mut record: Record = serde_json::from_value(record)
        .context("the dzaleka block is damaged; delete it to import the readable text as a draft")?;
    let id = id(&record)?;
    changes::take_turn(tx).await?;
    if changes::is_erased(tx, TOPIC, &id).await? {
        return Ok(taken(&record.story, Outcome::Refused, ERASED));
    }
    let known = store::whole::get_in(tx, &id).await?;
    if let Some(known) = &known
        && let Some(stays) = stays(tx, known, &record).await?
    {
        return Ok(taken(&known.story, Outcome::Unchanged, stays));
    }
    let people = people(tx, &record).await?;
    hang(tx, document, &mut record, now).await?;
    let mut back = Back::of(&record, &people);
    let mut wrong = faults(&record, &back);
    let unknown = record.handles().into_iter().filter(|handle| !people.contains_key(*handle));
    wrong.extend(unknown.map(|handle| format!("{handle} is in it and not here")));
    if known.is_some() && !wrong.is_empty() {
        let message = format!("{CHANGED}: {}. What is here stays.", wrong.join("; "));
        return Ok(taken(&record.story, Outcome::Refused, details::mask(&message).0));
    }
    let is_draft = !wrong.is_empty();
    if is_draft {
        document.repairs.extend(wrong.iter().map(|fault| repair(&details::mask(fault).0)));
        back = back.into_draft(now);
    }
    leave_draft(tx, document, &id, now).await?;
    free_address(tx, document, &mut back).await?;
    Ok(write(tx, back, known.is_some(), is_draft, now).await?)
}

const ERASED: &str = "Somebody in it was erased here: it does not come back. Delete the file.";
const CHANGED: &str = "The pieces of this story do not hold together";
const DRAFT: &str = "A draft for the editors: the pieces of this story do not hold together.";
const LATER: &str = "A later export of it is here already.";
const WORKED_ON: &str = "It was worked on here since; that work stays.";
const SAME: &str = "It stands here already as it does in this export.";
const OVER: &str = "Put back; the time people agreed to is over: nobody sees it before they agree again.";

fn translation(id: &str) -> Taken {
    Taken {
        outcome: Outcome::Imported,
        subject: format!("stories:{id}"),
        url: None,
        message: "A translation: it is in the record of its original, and comes with that.".into(),
    }
}

/// The id of the story, which is the same in every portal. Addresses and names of files are made from it and from
/// languages: they have to look like it, even in a draft.
fn id(record: &Record) -> anyhow::Result<String> {
    let id = record.story.id.as_str();
    let digit = |c: char| c == '-' || c.is_ascii_digit() || ('a'..='f').contains(&c);
    let is_lang =
        |lang: &str| (2..=20).contains(&lang.len()) && lang.chars().all(|c| c == '-' || c.is_ascii_alphanumeric());
    let told = record.tellings.iter().map(|telling| &telling.lang);
    let mut langs = told.chain(record.editions.iter().map(|edition| &edition.lang)).chain([&record.story.lang]);
    if id.len() != 36 || !id.chars().all(digit) || !langs.all(|lang| is_lang(lang)) {
        bail!("the dzaleka block has no id or language; delete it to import the readable text as a draft");
    }
    Ok(id.to_owned())
}

#[derive(Deserialize)]
struct Mark {
    of: At,
    at: At,
}

/// Why what is here is not touched, if it is not.
async fn stays(tx: &mut Tx, known: &Whole, record: &Record) -> anyhow::Result<Option<&'static str>> {
    let mut kept = store::stories::kept_in(tx, known.story.id.as_str()).await?;
    let mark: Option<Mark> = kept.remove(MARK).and_then(|mark| serde_json::from_value(mark).ok());
    Ok(match mark.filter(|mark| mark.at == known.story.updated_at) {
        Some(mark) => (record.story.updated_at < mark.of).then_some(LATER),
        None if known.story.updated_at == record.story.updated_at => Some(SAME),
        None => Some(WORKED_ON),
    })
}

/// Ids of those it names that are here, by handle.
async fn people(tx: &mut Tx, record: &Record) -> db::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    for handle in record.handles() {
        if let Some(person) = people::store::find_in(tx, handle).await? {
            found.insert(handle.to_owned(), person.id.to_string());
        }
    }
    Ok(found)
}

/// Makes known the pictures and recordings whose files came along, and hangs those that are known into the texts.
async fn hang(tx: &mut Tx, document: &Document, record: &mut Record, now: At) -> anyhow::Result<()> {
    let (mut pictures, mut sounds) = (BTreeMap::new(), BTreeMap::new());
    for picture in &record.pictures {
        if picture.is_whole(&document.files) {
            media::insert(tx, picture, now).await?;
        }
        pictures.extend(media::find_in(tx, &picture.hash).await?.map(|known| (known.hash.clone(), known)));
    }
    for sound in &record.recordings {
        if sound.is_whole(&document.files) {
            media::insert_sound(tx, sound, now).await?;
        }
        sounds.extend(media::find_sound_in(tx, &sound.hash).await?.map(|known| (known.hash.clone(), known)));
    }
    record.hang(&pictures, &sounds);
    Ok(())
}

/// What this path was before, when that was another story: the same one as a draft, before anybody worked on it.
async fn leave_draft(tx: &mut Tx, document: &Document, id: &str, now: At) -> anyhow::Result<()> {
    let Some(before) = drafts::before(tx, document).await?.filter(|before| before.story.id.as_str() != id) else {
        return Ok(());
    };
    if drafts::is_untouched(tx, &before).await? {
        deeds::erase_story(tx, before.story.id.as_str(), now).await?;
    }
    Ok(())
}

/// Another story may have the address here.
async fn free_address(tx: &mut Tx, document: &mut Document, back: &mut Back) -> db::Result<()> {
    let story = &mut back.whole.story;
    if !store::stories::is_taken(tx, story.id.as_str(), &story.slug).await? {
        return Ok(());
    }
    let free = store::stories::free_slug(tx, story.id.as_str(), &story.slug).await?;
    let (read, stored) = (std::mem::replace(&mut story.slug, free.clone()), free);
    let why = "another story has this address already".into();
    document.repairs.push(Repair { line: 0, field: "slug".into(), read, stored, why });
    Ok(())
}

/// Writes it down; what the time was over for since the export is expired at once, before anybody reads it.
async fn write(tx: &mut Tx, mut back: Back, known: bool, is_draft: bool, now: At) -> db::Result<Taken> {
    let until = appears_until(&back.whole, Use::Site, back.whole.story.updated_at);
    let is_over = until.is_some_and(|until| until <= now);
    if is_over {
        back.whole.story.standing = Standing::Expired;
    }
    let (story, is_out) = (back.whole.story.clone(), may_appear(&back.whole, Use::Site, now));
    back.write(tx, known, now).await?;
    if is_over {
        copies::recall(tx, &story, now).await?;
    }
    let message = match (is_draft, is_over) {
        (true, _) => DRAFT,
        (_, true) => OVER,
        _ => "Put back as it was.",
    };
    Ok(Taken { url: is_out.then(|| story.path()), ..taken(&story, Outcome::Imported, message) })
}

fn repair(fault: &str) -> Repair {
    let (read, stored) = (String::new(), String::new());
    Repair { line: 0, field: RECORD.to_owned(), read, stored, why: fault.to_owned() }
}
