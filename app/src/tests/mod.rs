//! The house as a whole: generated documents are up to date, and the rooms fit together.

mod access;
mod browser;
mod carried;
mod carrying;
mod equal;
mod erasure;
mod form;
mod journey;
mod memory;
mod reading_grade;
mod told;
mod waves;

use std::{collections::BTreeSet, fs, path::Path};

use crate::{cli::Cli, commands, features, house::Rooms};

/// Compares a committed document with what the program says; `UPDATE=1` writes it.
fn committed(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, now).unwrap();
    }
    assert_eq!(
        fs::read_to_string(&path).unwrap_or_default(),
        now,
        "docs/{name} is old: run UPDATE=1 cargo test -p dzaleka"
    );
}

#[test]
fn the_table_of_access_names_every_route() {
    committed("ACCESS.md", &commands::access::document().unwrap());
}

#[test]
fn the_settings_are_documented_as_they_are() {
    committed("SETTINGS.md", &::config::reference());
}

#[test]
fn no_two_rooms_take_the_same_address() {
    let mut seen = BTreeSet::new();
    for route in
        Rooms::gather(features::all(&::config::Settings::default())).routes.into_iter().chain(web::own_routes())
    {
        assert!(seen.insert((route.method, route.path)), "{} {} is taken twice", route.method, route.path);
    }
}

#[test]
fn every_collection_has_one_room() {
    let mut seen = BTreeSet::new();
    for room in Rooms::gather(features::all(&::config::Settings::default())).portables {
        for collection in room.collections() {
            assert!(seen.insert(*collection), "{collection} is taken twice");
        }
    }
    assert!(seen.contains("people") && seen.contains("organisations") && seen.contains("pages"), "{seen:?}");
}

#[test]
fn every_text_is_said_in_every_language() {
    let rooms = [
        ("web", web::COVERAGE),
        ("accounts", accounts::COVERAGE),
        ("people", people::COVERAGE),
        ("letters", letters::COVERAGE),
        ("stories", stories::COVERAGE),
        ("vocabulary", people::vocabulary::COVERAGE),
        ("search", search::COVERAGE),
        ("pages", pages::COVERAGE),
        ("home", home::COVERAGE),
        ("media", media::COVERAGE),
        ("feeds", feeds::COVERAGE),
        ("post", post::COVERAGE),
    ];
    for (room, coverage) in rooms {
        for (lang, missing, ids) in coverage {
            assert_eq!(*missing, 0, "{room} in {lang} lacks {ids:?}");
        }
    }
}

#[test]
fn the_command_line_makes_sense_to_its_parser() {
    use clap::CommandFactory;
    Cli::command().debug_assert();
}
