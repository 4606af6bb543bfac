//! A story as the database holds it, made into its record.

use std::collections::{BTreeMap, BTreeSet};

use db::Db;

use super::{
    back::MARK,
    record::{InSeries, OnPaper, Portrayed, Record, ToldIn, Version},
};
use crate::{Edition, Subject, Telling, Use, Whole, rules::may_appear, store};

/// The record of a story, with its tellings as they are.
pub(super) async fn record(db: &Db, whole: &Whole, tellings: &[Telling]) -> anyhow::Result<Record> {
    let id = whole.story.id.as_str();
    let editions = store::editions::some(db, id, &named(whole, tellings)).await?;
    let series = match &whole.story.series {
        Some((series, place)) => {
            store::series::find(db, series).await?.map(|series| InSeries { series, place: *place })
        }
        None => None,
    };
    let handles = handles(db, whole).await?;
    let mut kept = store::stories::kept(db, id).await?;
    kept.remove(MARK);
    let mut record = Record {
        story: whole.story.clone(),
        public: may_appear(whole, Use::Site, whole.story.updated_at),
        series,
        tellings: tellings.iter().map(|telling| told(telling, &editions)).collect(),
        people: people(db, whole, &handles).await?,
        roles: whole
            .roles
            .iter()
            .map(|role| crate::Role { person: handles.get(&role.person).cloned().unwrap_or_default(), ..role.clone() })
            .collect(),
        editions: editions.into_iter().map(version).collect(),
        corrections: store::corrections::whole(db, id).await?,
        copies: store::copies::list(db, id).await?,
        kept,
        pictures: Vec::new(),
        recordings: Vec::new(),
    };
    let heard: BTreeSet<String> = record
        .contents()
        .flat_map(|content| &content.pieces)
        .filter(|piece| piece.sound.is_some())
        .map(|piece| piece.hash.clone())
        .collect();
    let known = media::recordings(db, &heard.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    record.recordings = heard.iter().filter_map(|hash| known.get(hash).cloned()).collect();
    record.gather_pictures();
    Ok(record)
}

/// The editions that are read, asked about, or translated from; and the roots that people agreed to.
fn named<'w>(whole: &'w Whole, tellings: &'w [Telling]) -> Vec<&'w str> {
    let story = &whole.story;
    let own = [&story.edition, &story.root, &story.next_edition, &story.next_root];
    let told = tellings.iter().flat_map(|telling| [&telling.shown, &telling.of_edition, &telling.of_root]);
    let all: BTreeSet<&str> = own.into_iter().chain(told).map(String::as_str).filter(|hash| !hash.is_empty()).collect();
    all.into_iter().collect()
}

fn told(telling: &Telling, editions: &[Edition]) -> ToldIn {
    let same = editions.iter().find(|edition| edition.lang == telling.lang && edition.content == telling.content);
    ToldIn {
        lang: telling.lang.clone(),
        state: telling.state,
        of_edition: telling.of_edition.clone(),
        of_root: telling.of_root.clone(),
        shown: telling.shown.clone(),
        updated_at: telling.updated_at,
        same_as: same.map(|edition| edition.hash.clone()).unwrap_or_default(),
        content: same.is_none().then(|| telling.content.clone()),
    }
}

fn version(edition: Edition) -> Version {
    let Edition { hash, lang, root, made_at, content, .. } = edition;
    Version { hash, lang, root, made_at, content }
}

/// Everybody in it, what they agreed to in the order they did.
async fn people(db: &Db, whole: &Whole, handles: &BTreeMap<String, String>) -> db::Result<Vec<Portrayed>> {
    let codes = store::codes::of_story(db, whole.story.id.as_str()).await?;
    let one = |subject: &Subject| Portrayed {
        consents: whole
            .consents
            .iter()
            .rev()
            .filter(|consent| consent.subject == subject.id.as_str())
            .cloned()
            .collect(),
        code: codes
            .iter()
            .find(|(whose, ..)| *whose == subject.id.as_str())
            .map(|(_, hash, made_at)| OnPaper { hash: hash.clone(), made_at: *made_at }),
        subject: Subject {
            person: subject.person.as_ref().and_then(|person| handles.get(person).cloned()),
            ..subject.clone()
        },
    };
    Ok(whole.subjects.iter().map(one).collect())
}

/// Handles by id.
async fn handles(db: &Db, whole: &Whole) -> db::Result<BTreeMap<String, String>> {
    let subjects = whole.subjects.iter().filter_map(|subject| subject.person.as_deref());
    let ids: BTreeSet<&str> = subjects.chain(whole.roles.iter().map(|role| role.person.as_str())).collect();
    let ids: Vec<&str> = ids.into_iter().filter(|id| !id.is_empty()).collect();
    let mut found = BTreeMap::new();
    for ids in ids.chunks(100) {
        for person in people::store::list_by_ids(db, ids).await? {
            found.insert(person.id.to_string(), person.handle);
        }
    }
    Ok(found)
}
