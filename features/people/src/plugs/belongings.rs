//! Everything this room holds of somebody: shown to them whole, and erased.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};
use serde_json::{Value, json};

use crate::{Person, Text, Work, store, works::portable::Credits};

pub(crate) struct Profile;

#[async_trait]
impl Belongings for Profile {
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>> {
        let Some(person) = store::find_by_id(db, whose.person).await? else { return Ok(Vec::new()) };
        let t = Text(lang);
        let works = store::works_with_audience(db, &person.id).await?;
        let kept = store::kept(db, &person.id).await?;
        let reminded_at = store::freshness::reminded_at(db, person.id.as_str()).await?;
        let member_of = store::member_of(db, &person.id).await?;
        let (faces, pieces) =
            (Vec::from_iter(portrait(&person)), works.iter().flat_map(|(_, work)| media_of(work)).collect::<Vec<_>>());
        let belonging = |name, title: &str, data, files| Belonging { name, title: title.to_owned(), data, files };
        let memberships =
            member_of.into_iter().map(|(handle, role, to)| json!({ "organisation": handle, "role": role, "to": to }));
        let mut all =
            vec![belonging("profile", t.belongs_profile(), profile(&person, reminded_at), files(db, &faces).await?)];
        all.push(belonging("works", t.belongs_works(), json!(works), files(db, &pieces).await?));
        let credits = Credits::of(db, &person.id).await?;
        if !credits.is_empty() {
            all.push(belonging("credits", t.belongs_credits(), json!(credits), Vec::new()));
        }
        all.push(belonging("memberships", t.belongs_memberships(), memberships.collect(), Vec::new()));
        if kept.get("sources").is_some() {
            let brought = files(db, &store::imported(&kept)).await?;
            all.push(belonging("import", t.belongs_import(), kept, brought));
        }
        all.retain(|belonging| !belonging.data.as_array().is_some_and(Vec::is_empty));
        Ok(all)
    }

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, now: At) -> anyhow::Result<Vec<String>> {
        let Some(person) = store::get_in(tx, whose.person).await? else { return Ok(Vec::new()) };
        let mut hashes = store::imported(&store::kept_in(tx, &person.id).await?);
        hashes.extend(portrait(&person));
        hashes.extend(store::works_in(tx, &person.id).await?.iter().flat_map(media_of));
        store::delete(tx, &person.id, now).await?;
        media::let_go(tx, &hashes.iter().map(String::as_str).collect::<Vec<_>>()).await
    }
}

/// Everything the person's row says, each field with its audience.
fn profile(person: &Person, reminded_at: Option<At>) -> Value {
    json!({
        "handle": person.handle,
        "kind": person.kind,
        "state": person.kept_state(),
        "listed": person.listed,
        "released_at": person.released_at,
        "confirmed_at": person.confirmed_at,
        "reminded_at": reminded_at,
        "edited_at": person.edited_at,
        "created_at": person.created_at,
        "updated_at": person.updated_at,
        "protected_until": person.protected_until,
        "fields": person.fields,
    })
}

fn portrait(person: &Person) -> impl Iterator<Item = String> {
    person.fields.portrait.iter().map(|portrait| portrait.is.cut.hash.clone())
}

fn media_of(work: &Work) -> impl Iterator<Item = String> {
    work.media().map(str::to_owned)
}

/// The largest form of each picture, and every recording, by its key in the file store.
async fn files(db: &Db, hashes: &[String]) -> anyhow::Result<Vec<String>> {
    let hashes: Vec<&str> = hashes.iter().map(String::as_str).collect();
    let pictures = media::find(db, &hashes).await?;
    let mut files: Vec<String> = pictures.values().filter_map(|picture| picture.best(u32::MAX)?.file()).collect();
    files.extend(media::recordings(db, &hashes).await?.into_values().map(|recording| recording.file));
    files.sort();
    Ok(files)
}
