//! The invented community in the database: what `serve --sample` shows, and what `sample` measures with.

use std::collections::HashMap;

use anyhow::Context;
use basics::{At, Audience, Clock, Id, SystemClock};
use db::{Db, Tx, params};
use files::Files;
use people::{Fields, Hours, Kind, Link, Person, Picture, Place, Said, Shown, Spoken, Work, store};
use sample::{Drawing, Level, SampleOrganisation, SamplePerson, SampleWork};

use crate::{commands::progress, told};

/// Everybody of the sample on their page, released, with pictures; gives back who they are.
pub async fn fill(db: &Db, files: &Files) -> anyhow::Result<told::Faces> {
    let community = sample::community();
    let now = SystemClock.now();
    let drawings = drawings(&community);
    let bar = progress(drawings.len() as u64, "Drawing the sample community");
    let pictures = draw(files, drawings, &bar).await?;
    bar.finish_and_clear();
    let mut tx = db.begin().await?;
    for picture in pictures.values() {
        media::insert(&mut tx, picture, now).await?;
    }
    let mut members = HashMap::new();
    let (mut ids, mut faces) = (Vec::new(), told::Faces::new());
    for (nth, organisation) in community.organisations.iter().enumerate() {
        let mut person =
            Person::new(Kind::Organisation, &organisation.handle, organisation_fields(organisation, &pictures), now);
        person.release(days_before(now, 3 * nth));
        store::insert(&mut tx, &person, &serde_json::json!({})).await?;
        ids.push(person.id.as_str().to_owned());
        members.insert(organisation.handle.as_str(), person.id);
    }
    for (nth, invented) in community.people.iter().enumerate() {
        let mut person = Person::new(Kind::Person, &invented.handle, person_fields(invented, &pictures), now);
        // A step that shares no divisor with the number of people mixes the crafts on the first pages.
        person.release(days_before(now, nth * 31 % community.people.len()));
        insert(&mut tx, &person, invented, &pictures, &members).await?;
        faces.insert(invented.handle.clone(), (person.id.to_string(), invented.name.clone()));
        ids.push(person.id.as_str().to_owned());
    }
    let subjects: Vec<&str> = ids.iter().map(String::as_str).collect();
    changes::announce_all(&mut tx, people::TOPIC, &subjects, "released", now).await?;
    tx.commit().await.context("the sample community could not be kept")?;
    Ok(faces)
}

async fn insert(
    tx: &mut Tx,
    person: &Person,
    invented: &SamplePerson,
    pictures: &Pictures,
    members: &HashMap<&str, Id<Person>>,
) -> anyhow::Result<()> {
    store::insert(tx, person, &serde_json::json!({})).await?;
    let works: Vec<(Audience, Work)> = invented
        .works
        .iter()
        .enumerate()
        .map(|(nth, work)| (Audience::Everyone, work_of(invented, nth, work, pictures)))
        .collect();
    if !works.is_empty() {
        store::put_works(tx, &person.id, &works).await?;
    }
    for (place, (handle, role)) in (0..).zip(&invented.members_of) {
        if let Some(organisation) = members.get(handle.as_str()) {
            store::join(tx, &person.id, organisation, role, Audience::Everyone, place).await?;
        }
    }
    Ok(())
}

fn days_before(now: At, days: usize) -> At {
    now.plus(-(days as i64) * At::DAY / 2)
}

pub type Pictures = HashMap<String, media::Picture>;

/// Every drawing of the sample, by a name of its own.
fn drawings(community: &sample::Community) -> Vec<(String, Drawing)> {
    let portraits = community
        .people
        .iter()
        .filter_map(|person| Some((portrait_name(&person.handle), sample::portrait(&person.handle, person.portrait?))));
    let works = community.people.iter().flat_map(|person| {
        let drawn =
            person.works.iter().enumerate().filter(|(_, work)| matches!(work.kind, sample::Kind::Picture { .. }));
        drawn.map(|(nth, work)| (work_name(&person.handle, nth), sample::work(person, work)))
    });
    let logos = community
        .organisations
        .iter()
        .filter_map(|organisation| Some((portrait_name(&organisation.handle), sample::logo(organisation)?)));
    portraits.chain(works).chain(logos).collect()
}

fn portrait_name(handle: &str) -> String {
    format!("{handle}/portrait")
}

fn work_name(handle: &str, nth: usize) -> String {
    format!("{handle}/{nth}")
}

/// Draws on all cores, and keeps the cuts.
pub async fn draw(
    files: &Files,
    drawings: Vec<(String, Drawing)>,
    bar: &indicatif::ProgressBar,
) -> anyhow::Result<Pictures> {
    let mut pictures = Pictures::new();
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let mut drawings = drawings.into_iter();
    let mut running = tokio::task::JoinSet::new();
    loop {
        while running.len() < cores {
            let Some((name, drawing)) = drawings.next() else { break };
            running.spawn_blocking(move || {
                let png = drawing.png(drawing.width)?;
                anyhow::Ok((name, media::hash(&png), media::cut(&png)?))
            });
        }
        let Some(done) = running.join_next().await else { return Ok(pictures) };
        let (name, hash, cut) = done??;
        pictures.insert(name, media::put(files, hash, cut).await?);
        bar.inc(1);
    }
}

fn said(text: &str, lang: &str) -> Said {
    Said::line(text, Some(lang))
}

fn spoken(languages: &[(String, Level)]) -> Vec<Spoken> {
    languages.iter().map(|(code, level)| Spoken { code: code.clone(), level: Some(level.code().to_owned()) }).collect()
}

fn some<T>(items: Vec<T>) -> Option<Shown<Vec<T>>> {
    (!items.is_empty()).then(|| Shown::everyone(items))
}

fn place(place: &sample::Place) -> Place {
    Place { country: Some(place.country.to_lowercase()), town: place.city.clone() }
}

/// An invented person's fields, all for everyone.
pub fn person_fields(person: &SamplePerson, pictures: &Pictures) -> Fields {
    let lang = person.lang.as_str();
    let alt = || {
        person.crafts.first().map_or_else(
            || person.name.clone(),
            |craft| format!("{}, {}", person.name, people::vocabulary::craft_label(basics::Lang::En, craft)),
        )
    };
    Fields {
        name: Some(Shown::everyone(person.name.clone())),
        line: (!person.line.is_empty()).then(|| Shown::everyone(said(&person.line, lang))),
        about: person.about.as_ref().map(|about| Shown::everyone(Said::paragraphs(about, Some(lang)))),
        portrait: pictures
            .get(&portrait_name(&person.handle))
            .map(|cut| Shown::everyone(Picture { alt: alt(), cut: cut.clone() })),
        relation: person.relation.map(|relation| Shown::everyone(relation.code().to_owned())),
        crafts: some(person.crafts.clone()),
        skills: some(person.skills.clone()),
        languages: some(spoken(&person.languages)),
        place: person.place.as_ref().map(|at| Shown::everyone(place(at))),
        offers: some(person.offers.iter().map(|offer| said(offer, lang)).collect()),
        wants: some(person.wants.iter().map(|want| said(want, lang)).collect()),
        open_to: some(person.open_to.clone()),
        links: some(person.links.iter().map(|url| Link { url: url.clone(), label: None }).collect()),
        ..Fields::default()
    }
}

fn work_of(person: &SamplePerson, nth: usize, work: &SampleWork, pictures: &Pictures) -> Work {
    let text = if let sample::Kind::Text(text) = &work.kind { Some(text.clone()) } else { None };
    Work {
        title: work.title.clone(),
        lang: Some(person.lang.clone()),
        year: Some(work.year.to_string()),
        medium: Some(work.medium.clone()),
        size: Some(work.size.clone()),
        series: work.series.clone(),
        credit: Some(work.credit.clone()),
        licence: Some(work.licence.clone()),
        text,
        link: None,
        picture: pictures
            .get(&work_name(&person.handle, nth))
            .map(|cut| Picture { alt: work.alt.clone(), cut: cut.clone() }),
        ..Work::default()
    }
}

fn organisation_fields(organisation: &SampleOrganisation, pictures: &Pictures) -> Fields {
    let lang = organisation.lang.as_str();
    let hours = organisation.hours.iter().map(|hours| Hours {
        day: hours.weekday,
        opens: hours.opens.clone(),
        closes: hours.closes.clone(),
    });
    Fields {
        name: Some(Shown::everyone(organisation.name.clone())),
        line: Some(Shown::everyone(said(&organisation.line, lang))),
        about: organisation.about.as_ref().map(|about| Shown::everyone(Said::paragraphs(about, Some(lang)))),
        portrait: pictures
            .get(&portrait_name(&organisation.handle))
            .map(|cut| Shown::everyone(Picture { alt: String::new(), cut: cut.clone() })),
        languages: some(spoken(&organisation.languages)),
        place: organisation.place.as_ref().map(|at| Shown::everyone(place(at))),
        offers: some(organisation.offers.iter().map(|offer| said(offer, lang)).collect()),
        links: some(organisation.links.iter().map(|url| Link { url: url.clone(), label: None }).collect()),
        organisation_kind: Some(Shown::everyone(organisation.kind.code().to_owned())),
        hours: some(hours.collect()),
        checked_on: organisation.last_checked_on.clone().map(Shown::everyone),
        ..Fields::default()
    }
}

/// Id and name of somebody.
pub type Face = (String, String);

/// People in one transaction of a synthetic community.
const TOGETHER: u64 = 1000;

/// Writes a synthetic community of `n`, released over the last three years; gives back who the first `faces` people are.
/// [`settle`] comes afterwards, then the index.
pub async fn synthesise(db: &Db, n: u64, seed: u64, faces: usize) -> anyhow::Result<Vec<Face>> {
    let now = SystemClock.now();
    let bar = progress(n, "Writing people");
    let mut first = Vec::new();
    let (pictures, members) = (Pictures::new(), HashMap::new());
    let mut everybody = sample::synthetic(n, seed);
    loop {
        let mut tx = db.begin().await?;
        let mut written = 0;
        for invented in everybody.by_ref().take(TOGETHER as usize) {
            let (kind, handle, fields) = match &invented.entry {
                sample::SyntheticEntry::Person(person) => {
                    (Kind::Person, &person.handle, person_fields(person, &pictures))
                }
                sample::SyntheticEntry::Organisation(organisation) => {
                    (Kind::Organisation, &organisation.handle, organisation_fields(organisation, &pictures))
                }
            };
            let mut person = Person::new(kind, handle, fields, now);
            person.release(now.plus(-i64::from(invented.age_days) * At::DAY));
            match &invented.entry {
                sample::SyntheticEntry::Person(invented) => {
                    insert(&mut tx, &person, invented, &pictures, &members).await?;
                    if first.len() < faces {
                        first.push((person.id.to_string(), invented.name.clone()));
                    }
                }
                sample::SyntheticEntry::Organisation(_) => {
                    store::insert(&mut tx, &person, &serde_json::json!({})).await?
                }
            }
            written += 1;
        }
        if written == 0 {
            break;
        }
        tx.commit().await?;
        bar.inc(written);
    }
    bar.finish_and_clear();
    Ok(first)
}

/// What is derived of a synthetic community is made anew: nobody was announced one by one.
pub async fn settle(db: &Db) -> anyhow::Result<()> {
    let mut tx = db.begin().await?;
    tx.exec("UPDATE change_counter SET last = last + 1 WHERE name = 'changes'", params![]).await?;
    tx.renew_origin().await?;
    tx.commit().await?;
    db.analyze().await.context("the database could not be analysed")?;
    Ok(())
}
