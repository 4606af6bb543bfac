//! The exact record of a person beside the readable fields, so that the import of an export equals the original.
//! Who wants the readable fields to count deletes the `dzaleka` block.

use anyhow::Context;
use basics::{At, Audience, Id, Viewer};
use db::{Db, Tx};
use plugs::{Document, Given, Outcome, RECORD, Repair, Taken};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::{Fields, Kind, Person, Standing, State, TOPIC, Work, organisations, store, works::portable::Credits};

#[derive(Serialize, Deserialize)]
struct Record {
    kind: Kind,
    handle: String,
    state: String,
    listed: Audience,
    released_at: At,
    confirmed_at: At,
    edited_at: Option<At>,
    created_at: At,
    updated_at: At,
    fields: Fields,
    works: Vec<(Audience, Work)>,
    #[serde(default, skip_serializing_if = "Credits::is_empty")]
    credits: Credits,
    #[serde(default)]
    protected_until: Option<At>,
    /// When they were asked whether their page is still right.
    #[serde(default)]
    reminded_at: Option<At>,
    /// Handles of organisations, with role and audience.
    member_of: Vec<(String, String, Audience)>,
    /// The same handles, with how they stand there and who may see it if it is up to the organisation.
    #[serde(default)]
    standings: Vec<(String, Standing, Audience)>,
    kept: Value,
    /// Pictures of the documents they were imported from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    brought: Vec<media::Picture>,
}

impl Record {
    fn pictures(&self) -> impl Iterator<Item = &media::Picture> {
        let portrait = self.fields.portrait.iter().map(|portrait| &portrait.is.cut);
        let works = self.works.iter().filter_map(|(_, work)| work.picture.as_ref()).map(|picture| &picture.cut);
        portrait.chain(works).chain(&self.brought)
    }

    fn sounds(&self) -> impl Iterator<Item = &media::Recording> {
        self.works.iter().filter_map(|(_, work)| work.sound.as_ref())
    }

    /// Keys in the file store of everything it names.
    fn files(&self) -> Vec<String> {
        let pictures = self.pictures().flat_map(|picture| &picture.renditions).filter_map(media::Rendition::file);
        pictures.chain(self.sounds().map(|sound| sound.file.clone())).collect()
    }

    /// Makes known the pictures and recordings whose files came along.
    async fn know_media(&self, tx: &mut Tx, document: &Document, now: At) -> anyhow::Result<()> {
        for picture in self.pictures().filter(|picture| picture.is_whole(&document.files)) {
            media::insert(tx, picture, now).await?;
        }
        for sound in self.sounds().filter(|sound| sound.is_whole(&document.files)) {
            media::insert_sound(tx, sound, now).await?;
        }
        Ok(())
    }

    /// Takes out pictures and recordings that neither came along nor are here: nobody is shown an empty frame.
    async fn leave_lost(&mut self, tx: &mut Tx, document: &mut Document) -> anyhow::Result<()> {
        let mut lost = Vec::new();
        if let Some(portrait) = &self.fields.portrait
            && media::find_in(tx, &portrait.is.cut.hash).await?.is_none()
        {
            lost.push("portrait");
            self.fields.portrait = None;
        }
        for (_, work) in &mut self.works {
            if let Some(picture) = &work.picture
                && media::find_in(tx, &picture.cut.hash).await?.is_none()
            {
                lost.push("works.picture");
                work.picture = None;
            }
            if let Some(sound) = &work.sound
                && media::find_sound_in(tx, &sound.hash).await?.is_none()
            {
                lost.push("works.sound");
                work.sound = None;
            }
        }
        document.repairs.extend(lost.into_iter().map(did_not_come));
        Ok(())
    }
}

fn did_not_come(field: &str) -> Repair {
    let why = "its file is not in the export, or not what it was: left out".to_owned();
    Repair { line: 0, field: field.to_owned(), read: String::new(), stored: String::new(), why }
}

/// Puts an exported person back as they were.
pub(super) async fn take(tx: &mut Tx, document: &mut Document, record: Value, now: At) -> anyhow::Result<Taken> {
    let mut record: Record = serde_json::from_value(record)
        .context("the dzaleka block is damaged; delete it to import the readable fields")?;
    // What browsers will read is made here and never taken from a file.
    record.fields.render();
    record.works.iter_mut().for_each(|(_, work)| work.render());
    let known = store::find_in(tx, &record.handle).await?;
    if let Some(known) = known.as_ref().filter(|known| known.edited_at > record.edited_at) {
        return Ok(Taken {
            outcome: Outcome::Unchanged,
            subject: format!("people:{}", known.id),
            url: Some(known.path()),
            message: "Edited here since that export; the edit stays.".into(),
        });
    }
    record.know_media(tx, document, now).await?;
    record.leave_lost(tx, document).await?;
    // An old export shows nobody again who was hidden since.
    let (state, withdrawn, resting) = known
        .as_ref()
        .map_or_else(|| State::from_kept(&record.state), |known| (known.state, known.withdrawn, known.resting));
    // Nor does it take a minor's protection away, which is not written into older ones.
    let protected_until = known.as_ref().and_then(|known| known.protected_until).or(record.protected_until);
    let person = Person {
        id: known.as_ref().map_or_else(Id::new, |known| known.id.clone()),
        kind: record.kind,
        handle: record.handle,
        state,
        withdrawn,
        resting,
        listed: record.listed,
        protected_until,
        released_at: record.released_at,
        confirmed_at: record.confirmed_at,
        edited_at: record.edited_at,
        created_at: record.created_at,
        updated_at: record.updated_at,
        fields: record.fields,
    };
    if known.is_some() {
        store::update(tx, &person, "written", now).await?;
        store::keep(tx, &person.id, &record.kept).await?;
    } else {
        store::insert(tx, &person, &record.kept).await?;
        changes::announce(tx, TOPIC, person.id.as_str(), "imported", now).await?;
    }
    if let Some(at) = record.reminded_at {
        store::freshness::reminded(tx, person.id.as_str(), at).await?;
    }
    store::put_works(tx, &person.id, &record.works).await?;
    record.credits.put_back(tx, &person).await?;
    for (place, (handle, role, audience)) in (0..).zip(&record.member_of) {
        let Some(organisation) = store::find_in(tx, handle).await? else { continue };
        // An old export gives nobody back what they have handed on since.
        let is_new = store::standing_in_tx(tx, person.id.as_str(), organisation.id.as_str()).await?.is_none();
        store::join(tx, &person.id, &organisation.id, role, *audience, place).await?;
        let standing = record.standings.iter().find(|(known, ..)| known == handle).filter(|_| is_new);
        if let Some((_, standing, audience)) = standing {
            let pair = (person.id.as_str(), organisation.id.as_str());
            organisations::put_back(tx, pair, *standing, *audience, now).await?;
        }
    }
    Ok(Taken {
        outcome: Outcome::Imported,
        subject: format!("people:{}", person.id),
        url: Some(person.path()),
        message: format!("Put back as it was ({}).", document.path),
    })
}

/// Everybody, whatever their state: an export is the operator's.
pub(super) async fn give(db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)> {
    let people = store::list_organisations_first(db, after, limit).await?;
    let next = people.last().map(store::place_in_export);
    let mut given = Vec::with_capacity(people.len());
    for person in people {
        given.push(one(db, person).await?);
    }
    Ok((given, next))
}

async fn one(db: &Db, person: Person) -> anyhow::Result<Given> {
    let works = store::works_with_audience(db, &person.id).await?;
    let member_of = if person.kind == Kind::Person { store::member_of(db, &person.id).await? } else { Vec::new() };
    let kept = store::kept(db, &person.id).await?;
    let record = Record {
        brought: brought(db, &kept).await?,
        kind: person.kind,
        handle: person.handle.clone(),
        state: person.kept_state(),
        listed: person.listed,
        released_at: person.released_at,
        confirmed_at: person.confirmed_at,
        edited_at: person.edited_at,
        created_at: person.created_at,
        updated_at: person.updated_at,
        fields: person.fields.clone(),
        protected_until: person.protected_until,
        reminded_at: store::freshness::reminded_at(db, person.id.as_str()).await?,
        standings: if person.kind == Kind::Person { store::standings_of(db, &person.id).await? } else { Vec::new() },
        kept,
        credits: Credits::of(db, &person.id).await?,
        works,
        member_of,
    };
    let mut fields = readable(person.clone());
    let body = fields.remove("about").and_then(|about| about.as_str().map(str::to_owned)).unwrap_or_default();
    fields.insert(RECORD.to_owned(), serde_json::to_value(&record)?);
    let path = format!("{}/{}.md", person.kind.folder(), person.handle);
    Ok(Given { path, fields, body, media: Vec::new(), files: record.files() })
}

/// The pictures that came with imported documents, by hash so that an export is the same each time.
async fn brought(db: &Db, kept: &Value) -> anyhow::Result<Vec<media::Picture>> {
    let hashes = store::imported(kept);
    let found = media::find(db, &hashes.iter().map(String::as_str).collect::<Vec<_>>()).await?;
    let mut pictures: Vec<media::Picture> = found.into_values().collect();
    pictures.sort_by(|one, other| one.hash.cmp(&other.hash));
    Ok(pictures)
}

/// The fields as a person would write them.
fn readable(person: Person) -> Map<String, Value> {
    let Some(seen) = person.seen_by(Viewer::Operator) else { return Map::new() };
    let readable = json!({
        "name": seen.name,
        "line": seen.line.map(|line| line.text),
        "about": seen.about.map(|about| about.text),
        "relation": seen.relation,
        "crafts": seen.crafts,
        "skills": seen.skills,
        "languages": seen.languages.iter().map(|spoken| spoken.code.as_str()).collect::<Vec<_>>(),
        "town": seen.place.as_ref().and_then(|place| place.town.clone()),
        "country": seen.place.as_ref().and_then(|place| place.country.clone()),
        "offers": seen.offers.into_iter().map(|offer| offer.text).collect::<Vec<_>>(),
        "wants": seen.wants.into_iter().map(|want| want.text).collect::<Vec<_>>(),
        "open_to": seen.open_to,
        "links": seen.links.into_iter().map(|link| link.url).collect::<Vec<_>>(),
        "kind": seen.organisation_kind,
        "checked_on": seen.checked_on,
        "seo": seen.seo,
    });
    let Value::Object(mut fields) = readable else { return Map::new() };
    fields.retain(|_, value| {
        !(value.is_null()
            || value.as_array().is_some_and(Vec::is_empty)
            || value.as_object().is_some_and(Map::is_empty))
    });
    fields
}
