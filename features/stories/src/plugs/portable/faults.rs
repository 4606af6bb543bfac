//! Whether the pieces of a record hold together. Pure: each fault is said in the operator's words.

use super::{back::Back, record::Record};
use crate::{
    Use, Whole,
    deeds::{LONGEST, MOST_PIECES},
    rules::{is_signed, may_appear, subject_until},
    state::{Stage, Standing},
    store::{stories::is_address, subjects, tellings},
    telling::TellingState,
};

/// More editions than a story can need: read, asked about, and translated from, in every language.
const MOST_EDITIONS: usize = 100;
const MOST_CONSENTS: usize = 2000;

/// Everything that is wrong; nothing when the record can be believed.
pub(super) fn faults(record: &Record, back: &Back) -> Vec<String> {
    let mut all = too_much(record);
    all.extend(texts(record));
    all.extend(versions(record));
    all.extend(standing(record, &back.whole));
    all.sort();
    all.dedup();
    all
}

fn too_much(record: &Record) -> Vec<String> {
    let mut all = Vec::new();
    let mut over = |is: bool, what: &str| all.extend(is.then(|| format!("it holds {what} than a story may")));
    over(record.tellings.len() as i64 > tellings::MOST, "more languages");
    over(record.people.len() as i64 > subjects::MOST, "more people");
    over(record.editions.len() > MOST_EDITIONS, "more versions");
    over(record.people.iter().map(|one| one.consents.len()).sum::<usize>() > MOST_CONSENTS, "more consents");
    let contents = record.editions.iter().map(|edition| &edition.content);
    for content in contents.chain(record.tellings.iter().filter_map(|telling| telling.content.as_ref())) {
        over(content.source.chars().count() > LONGEST, "a longer text");
        over(content.pieces.len() > MOST_PIECES, "more pictures");
    }
    let series = record.series.as_ref().is_none_or(|one| is_address(&one.series.slug));
    if !is_address(&record.story.slug) || !series {
        all.push("its address is none".into());
    }
    all
}

/// Each version says what its hash says, and each telling says something; pictures and recordings are here.
fn texts(record: &Record) -> Vec<String> {
    let mut all = Vec::new();
    for edition in &record.editions {
        if edition.content.hash(&edition.lang) != edition.hash {
            let (lang, version) = (&edition.lang, short(&edition.hash));
            all.push(format!("the text in “{lang}” is not the one that was agreed to (version {version})"));
        }
    }
    let silent = record.tellings.iter().filter(|telling| record.says(telling).is_none());
    all.extend(silent.map(|telling| format!("the text in “{}” is missing", telling.lang)));
    let contents = record.editions.iter().map(|edition| &edition.content);
    let contents = contents.chain(record.tellings.iter().filter_map(|telling| telling.content.as_ref()));
    let pieces = contents.flat_map(|content| &content.pieces);
    let lost = pieces.filter(|piece| piece.picture.is_none() && piece.sound.is_none());
    all.extend(lost.map(|piece| lacks(record, &piece.name, &piece.hash)));
    let originals = record.tellings.iter().filter(|telling| telling.state == TellingState::Original);
    let original: Vec<&str> = originals.map(|telling| telling.lang.as_str()).collect();
    if original != [record.story.lang.as_str()] && !(record.tellings.is_empty() && is_silent(record)) {
        all.push("the text in the language it was told in is missing".into());
    }
    all
}

/// Withdrawn, and its words are gone.
fn is_silent(record: &Record) -> bool {
    record.story.standing == Standing::Withdrawn
}

fn lacks(record: &Record, name: &str, hash: &str) -> String {
    let picture = record.pictures.iter().find(|picture| picture.hash == hash);
    let largest = picture.and_then(|picture| picture.best(u32::MAX)).map(|best| best.key.as_str());
    let sound = record.recordings.iter().find(|recording| recording.hash == hash);
    match (largest, sound.and_then(|sound| sound.file.get(3..))) {
        (Some(file), _) => format!("{name} did not come along whole: media/kept/{file}, or one of its smaller sizes"),
        (None, Some(file)) => format!("{name} did not come along, or is not what it was: media/kept/{file}"),
        (None, None) => format!("{name} is named and nowhere described"),
    }
}

/// What is read and what is asked about is there, in the right language, under the root that people agree to.
fn versions(record: &Record) -> Vec<String> {
    let (story, mut all) = (&record.story, Vec::new());
    let is_there = |hash: &str, root: &str, lang: &str| {
        record.edition(hash).is_some_and(|edition| edition.root == root && edition.lang == lang)
    };
    let was_out = story.standing.is_public() || story.standing == Standing::Expired;
    let is_fine = if was_out { is_there(&story.edition, &story.root, &story.lang) } else { story.edition.is_empty() };
    if !is_fine {
        all.push("the version that was public is missing, or there is one where none can be".into());
    }
    let is_asked = matches!(story.stage, Stage::Preview | Stage::Cooling);
    let next = !story.next_edition.is_empty();
    if (is_asked && !next) || (next && !is_there(&story.next_edition, &story.next_root, &story.lang)) {
        all.push("the version that people are asked about is missing".into());
    }
    for telling in record.tellings.iter().filter(|telling| !telling.shown.is_empty()) {
        if record.edition(&telling.shown).is_none_or(|edition| edition.lang != telling.lang) {
            all.push(format!("the version that is read in “{}” is missing", telling.lang));
        }
    }
    all
}

/// What could be read could be read because everybody had agreed.
fn standing(record: &Record, whole: &Whole) -> Vec<String> {
    let then = record.story.updated_at;
    if !record.public || may_appear(whole, Use::Site, then) {
        return Vec::new();
    }
    let root = record.story.root.as_str();
    let mut all: Vec<String> = whole
        .subjects
        .iter()
        .filter(|subject| subject.is_identifiable() && subject_until(whole, subject, root, Use::Site, then).is_none())
        .map(|subject| format!("{} has not agreed to the version that is to be public", subject.called))
        .collect();
    if !is_signed(whole, root) {
        all.push("not enough editors have signed the version that is to be public".into());
    }
    if all.is_empty() {
        all.push("nobody in it has agreed that it is public".into());
    }
    all
}

fn short(hash: &str) -> &str {
    hash.get(..8).unwrap_or(hash)
}
