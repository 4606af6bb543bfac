//! People and organisations coming in from folders and going out to them.

mod exact;
mod read;

use async_trait::async_trait;
use basics::{At, Audience, Id};
use db::{Db, Tx};
use plugs::{Document, Given, Outcome, Portable, RECORD, Repair, Taken};
use serde_json::{Value, json};

use crate::{Fields, Kind, Person, TOPIC, Work, store};

pub(crate) struct Folders;

/// A document as this room understands it.
pub(super) struct Understood {
    pub fields: Fields,
    pub works: Vec<(Audience, Work)>,
}

#[async_trait]
impl Portable for Folders {
    fn collections(&self) -> &'static [&'static str] {
        &["people", "organisations"]
    }

    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken> {
        let kind = if document.collection == "organisations" { Kind::Organisation } else { Kind::Person };
        if let Some(record) = document.fields.get(RECORD).cloned() {
            return exact::take(tx, document, record, now).await;
        }
        let understood = read::document(tx, document, kind).await?;
        let source = source(document);
        if let Some(known) = before(tx, document).await? {
            return again(tx, document, known, understood, source, now).await;
        }
        if let Some(twin) = twin(tx, document, kind, &understood.fields).await? {
            return joined(tx, document, twin, understood, source, now).await;
        }
        let handle = store::free_handle(tx, &document.slug).await?;
        if handle != document.slug {
            document.repairs.push(renamed(&document.slug, &handle));
        }
        let person = Person::new(kind, handle, understood.fields, now);
        store::insert(tx, &person, &json!({ "sources": [source] })).await?;
        store::put_works(tx, &person.id, &understood.works).await?;
        changes::announce(tx, TOPIC, person.id.as_str(), "imported", now).await?;
        Ok(taken(document, &person, "Waits, seen by nobody, until you release it."))
    }

    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)> {
        exact::give(db, after, limit).await
    }
}

fn taken(document: &Document, person: &Person, message: &str) -> Taken {
    Taken {
        outcome: if document.repairs.is_empty() { Outcome::Imported } else { Outcome::Repaired },
        subject: format!("people:{}", person.id),
        url: Some(person.path()),
        message: message.to_owned(),
    }
}

fn renamed(wished: &str, handle: &str) -> Repair {
    Repair {
        line: 0,
        field: "handle".into(),
        read: wished.into(),
        stored: handle.into(),
        why: "somebody else already has this handle".into(),
    }
}

/// The document as it was read: nothing is lost, whatever the fields made of it.
fn source(document: &Document) -> Value {
    json!({
        "path": document.path,
        "collection": document.collection,
        "folder_word": document.folder_word,
        "lang": document.lang,
        "fields": document.fields,
        "body": document.body,
        "pictures": document.pictures,
    })
}

async fn before(tx: &mut Tx, document: &Document) -> anyhow::Result<Option<Person>> {
    let Some(id) = document.before.as_deref().and_then(|subject| subject.strip_prefix("people:")) else {
        return Ok(None);
    };
    Ok(store::get_in(tx, id).await?)
}

/// The document changed since it was imported; what was edited here is not overwritten.
async fn again(
    tx: &mut Tx,
    document: &mut Document,
    mut person: Person,
    understood: Understood,
    source: Value,
    now: At,
) -> anyhow::Result<Taken> {
    if person.edited_at.is_some() {
        let mut taken = taken(document, &person, "Edited here since the last import; the edit stays.");
        taken.outcome = Outcome::Unchanged;
        return Ok(taken);
    }
    let joined = add_source(tx, &person.id, source).await? > 1;
    let mut fields = understood.fields;
    if joined {
        // The other file's part stays.
        fields.fill(person.fields.clone());
    }
    let message = person.bring_up_to_date(fields, now);
    store::update(tx, &person, "written", now).await?;
    if !joined || !understood.works.is_empty() {
        store::put_works(tx, &person.id, &understood.works).await?;
    }
    Ok(taken(document, &person, message))
}

/// One person who stands in two collections: same slug, same name, another file.
async fn twin(tx: &mut Tx, document: &Document, kind: Kind, fields: &Fields) -> anyhow::Result<Option<Person>> {
    let Some(twin) = store::find_in(tx, &document.slug).await? else { return Ok(None) };
    let name = |fields: &Fields| fields.name.as_ref().map(|name| basics::fold_name(&name.is));
    let same = twin.kind == kind
        && twin.edited_at.is_none()
        && name(&twin.fields).is_some()
        && name(&twin.fields) == name(fields);
    Ok(same.then_some(twin))
}

/// Fills what the first document left open from the second.
async fn joined(
    tx: &mut Tx,
    document: &mut Document,
    mut person: Person,
    understood: Understood,
    source: Value,
    now: At,
) -> anyhow::Result<Taken> {
    let works = store::count_works(tx, &person.id).await?;
    let mut fields = person.fields.clone();
    fields.fill(understood.fields);
    person.bring_up_to_date(fields, now);
    store::update(tx, &person, "written", now).await?;
    if works == 0 {
        store::put_works(tx, &person.id, &understood.works).await?;
    }
    add_source(tx, &person.id, source).await?;
    document.repairs.push(Repair {
        line: 0,
        field: "handle".into(),
        read: document.path.clone(),
        stored: person.path(),
        why: "the same person stands in another collection; both became one".into(),
    });
    Ok(taken(document, &person, "Joined with the same person from another file."))
}

/// Keeps a document with the person; returns how many there are now.
async fn add_source(tx: &mut Tx, id: &Id<Person>, source: Value) -> anyhow::Result<usize> {
    let mut kept = store::kept_in(tx, id).await?;
    let Some(sources) = kept.get_mut("sources").and_then(Value::as_array_mut) else { return Ok(0) };
    sources.retain(|known| known["path"] != source["path"]);
    sources.push(source);
    let count = sources.len();
    store::keep(tx, id, &kept).await?;
    Ok(count)
}
