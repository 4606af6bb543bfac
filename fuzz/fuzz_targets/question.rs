//! Any query string at the directory and at the search: read within its limits, and in a normal form that stays.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    let filters = people::Filters::read("/people".into(), query);
    let address = filters.href();
    let (_, normal) = address.split_once('?').unwrap_or((&address, ""));
    assert_eq!(people::Filters::read("/people".into(), normal).href(), address);

    let asked = search::Asked::read(query);
    assert!(asked.q.chars().count() <= 200);
    let address = search::Asked::at("/search", &asked.q);
    let (_, normal) = address.split_once('?').unwrap_or((&address, ""));
    assert_eq!(search::Asked::read(normal).q, asked.q);
});
