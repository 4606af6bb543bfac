//! `dzaleka person`: who is here, and who may be seen.

use anyhow::bail;
use basics::{At, Clock, SystemClock, Viewer};
use config::Settings;
use people::{Person, State, store};
use serde_json::json;

use crate::{
    Ended,
    cli::{PersonList, PersonState, Persons, Report},
    house,
};

const PAGE: i64 = 500;

pub async fn list(settings: &Settings, ask: &PersonList) -> anyhow::Result<Ended> {
    let db = house::open(settings).await?.db;
    let state = ask.state.map(|state| match state {
        PersonState::New => State::Fresh,
        PersonState::Unreleased => State::Unreleased,
        PersonState::Released => State::Released,
        PersonState::Hidden => State::Hidden,
    });
    let (mut after, mut count) = (String::new(), 0_u64);
    let json_report = ask.report == Report::Json;
    if json_report {
        print!("[");
    }
    loop {
        let people = store::list_in_state(&db, state, &after, PAGE).await?;
        let Some(last) = people.last() else { break };
        after = last.handle.clone();
        for seen in people.into_iter().filter_map(|person| person.seen_by(Viewer::Operator)) {
            let state = if seen.withdrawn { "withdrawn" } else { seen.state.code() };
            if json_report {
                let comma = if count > 0 { ",\n " } else { "" };
                print!(
                    "{comma}{}",
                    json!({ "handle": seen.handle, "kind": seen.kind.code(), "state": state, "name": seen.name, "url": seen.path })
                );
            } else {
                println!("{:<11} {:<13} {:<32} {}", state, seen.kind.code(), seen.handle, seen.name);
            }
            count += 1;
        }
    }
    if json_report {
        println!("]");
    } else if count == 0 {
        println!("Nobody is here yet. `dzaleka import PATH` brings people in.");
    }
    Ok(Ended::Fine)
}

pub async fn release(settings: &Settings, ask: &Persons) -> anyhow::Result<Ended> {
    // `--all` lets in who waits; somebody who was hidden is released by name only.
    change(settings, ask, State::Released, Person::release, "released").await
}

pub async fn hide(settings: &Settings, ask: &Persons) -> anyhow::Result<Ended> {
    change(settings, ask, State::Hidden, Person::hide, "hidden").await
}

async fn change(
    settings: &Settings,
    ask: &Persons,
    to: State,
    verb: fn(&mut Person, At),
    what: &str,
) -> anyhow::Result<Ended> {
    let db = house::open(settings).await?.db;
    if ask.all {
        let changed = change_all(&db, to, verb, what).await?;
        println!("{changed} {what}.");
        return Ok(Ended::Fine);
    }
    let mut missing = Vec::new();
    for handle in &ask.handles {
        let mut tx = db.begin().await?;
        match store::find_in(&mut tx, handle).await? {
            None => missing.push(handle.as_str()),
            Some(person) if person.state == to => println!("{handle} was already {what}."),
            Some(person) if person.state == State::Fresh && to == State::Released => {
                println!("{handle} has just joined and says themselves what may be shown.");
            }
            Some(mut person) => {
                let now = SystemClock.now();
                verb(&mut person, now);
                store::update(&mut tx, &person, what, now).await?;
                tx.commit().await?;
                println!("{handle} is {what}: {}", person.path());
            }
        }
    }
    if missing.len() == ask.handles.len() {
        bail!("Nobody here has the handle {}. `dzaleka person list` shows all handles.", missing.join(", "));
    }
    if missing.is_empty() {
        return Ok(Ended::Fine);
    }
    eprintln!("Nobody here has the handle {}.", missing.join(", "));
    Ok(Ended::WithFindings)
}

/// Everybody, in batches, so that a running portal goes on answering.
async fn change_all(db: &db::Db, to: State, verb: fn(&mut Person, At), what: &str) -> anyhow::Result<u64> {
    let (mut after, mut changed) = (String::new(), 0);
    loop {
        let people = store::list_in_state(db, None, &after, PAGE).await?;
        let Some(last) = people.last() else { return Ok(changed) };
        after = last.handle.clone();
        let mut tx = db.begin().await?;
        for handle in people.iter().filter(|person| wanted(person, to)).map(|person| person.handle.as_str()) {
            // Read again: it may have changed since it was listed.
            let Some(mut person) = store::find_in(&mut tx, handle).await?.filter(|person| wanted(person, to)) else {
                continue;
            };
            let now = SystemClock.now();
            verb(&mut person, now);
            store::update(&mut tx, &person, what, now).await?;
            changed += 1;
        }
        tx.commit().await?;
    }
}

/// Whether `--all` moves this person to another state.
fn wanted(person: &Person, to: State) -> bool {
    match to {
        State::Released => person.state == State::Unreleased && !person.withdrawn,
        _ => person.state != to,
    }
}
