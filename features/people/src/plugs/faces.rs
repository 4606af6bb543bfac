//! People as the room that keeps accounts needs them: it makes, names, protects and withdraws them.

use anyhow::Context;
use async_trait::async_trait;
use basics::{At, Audience, Lang, Viewer};
use db::{Db, Tx};
use plugs::{Face, Faces, Named, NewFace};
use serde_json::json;

use crate::{
    Fields, Kind, Person, Shown, Standing, State, TOPIC, store,
    vocabulary::{craft_code, crafts},
};

/// People asked for in one statement.
const AT_ONCE: usize = 100;

pub(crate) struct Directory;

#[async_trait]
impl Faces for Directory {
    async fn make(&self, tx: &mut Tx, face: &NewFace<'_>, now: At) -> anyhow::Result<String> {
        let mut person = Person::new(Kind::Person, face.handle, said(face), now);
        person.state = State::Fresh;
        person.protected_until = face.protected_until.filter(|until| *until > now);
        // They wrote this themselves: no import takes them for somebody it knows.
        person.edited_at = Some(now);
        store::insert_keyed(tx, &person, face.key, &json!({})).await?;
        changes::announce(tx, TOPIC, person.id.as_str(), "joined", now).await?;
        Ok(person.id.as_str().to_owned())
    }

    async fn taken(&self, tx: &mut Tx, handle: &str, key: &str) -> anyhow::Result<bool> {
        Ok(store::taken(tx, handle, key).await?)
    }

    async fn find(&self, db: &Db, handle: &str) -> anyhow::Result<Option<Face>> {
        let person = store::find(db, handle).await?;
        Ok(person.map(|person| Face {
            id: person.id.as_str().to_owned(),
            handle: person.handle,
            is_organisation: person.kind == Kind::Organisation,
        }))
    }

    async fn names(&self, db: &Db, viewer: Viewer, ids: &[&str]) -> anyhow::Result<Vec<Named>> {
        let mut known = Vec::with_capacity(ids.len());
        for ids in ids.chunks(AT_ONCE) {
            known.extend(store::list_by_ids(db, ids).await?.into_iter().map(|person| named(person, viewer)));
        }
        Ok(ids.iter().filter_map(|id| known.iter().find(|named| named.id == *id).cloned()).collect())
    }

    async fn rename(&self, tx: &mut Tx, person: &str, handle: &str, key: &str, now: At) -> anyhow::Result<()> {
        let mut person = get(tx, person).await?;
        store::rename(tx, &person.id, handle, key).await?;
        handle.clone_into(&mut person.handle);
        person.updated_at = now;
        Ok(store::update(tx, &person, "written", now).await?)
    }

    async fn set_name(&self, tx: &mut Tx, person: &str, name: &str, now: At) -> anyhow::Result<()> {
        let mut person = get(tx, person).await?;
        let to = person.fields.name.as_ref().map_or(Audience::OnlyMe, |name| name.to);
        person.fields.name = Some(Shown::to(to, name.to_owned()));
        person.updated_at = now;
        person.edited_at = Some(now);
        Ok(store::update(tx, &person, "written", now).await?)
    }

    async fn withdraw(&self, tx: &mut Tx, person: &str, out_of_sight: bool, now: At) -> anyhow::Result<()> {
        let mut person = get(tx, person).await?;
        // Nothing they say has changed: once they are back, nobody can tell that they were away.
        person.withdrawn = out_of_sight;
        Ok(store::update(tx, &person, if out_of_sight { "hidden" } else { "written" }, now).await?)
    }

    async fn protect(&self, tx: &mut Tx, person: &str, until: Option<At>, now: At) -> anyhow::Result<()> {
        let mut person = get(tx, person).await?;
        person.protected_until = until.filter(|until| *until > now);
        person.updated_at = now;
        Ok(store::update(tx, &person, "written", now).await?)
    }

    async fn acts_for(&self, db: &Db, person: &str, subject: &str) -> anyhow::Result<bool> {
        let editor =
            async || store::standing_in(db, person, subject).await.map(|known| known >= Some(Standing::Editor));
        Ok(person == subject || editor().await?)
    }

    fn crafts(&self, lang: Lang) -> Vec<(String, String)> {
        crafts(lang)
    }
}

/// What somebody said on joining, for their own eyes.
fn said(face: &NewFace<'_>) -> Fields {
    let mut crafts: Vec<String> = Vec::new();
    for craft in face.crafts.iter().map(|craft| craft_code(craft)) {
        if !craft.is_empty() && !crafts.contains(&craft) {
            crafts.push(craft);
        }
    }
    Fields {
        name: (!face.name.is_empty()).then(|| Shown::to(Audience::OnlyMe, face.name.to_owned())),
        crafts: (!crafts.is_empty()).then(|| Shown::to(Audience::OnlyMe, crafts)),
        ..Fields::default()
    }
}

fn named(person: Person, viewer: Viewer) -> Named {
    let (id, handle) = (person.id.as_str().to_owned(), person.handle.clone());
    let name = person.seen_by(viewer).map_or_else(|| handle.clone(), |seen| seen.name);
    Named { id, handle, name }
}

async fn get(tx: &mut Tx, id: &str) -> anyhow::Result<Person> {
    store::get_in(tx, id).await?.with_context(|| format!("there is no person {id}"))
}
