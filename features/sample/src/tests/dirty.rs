//! A dirty site has as many files and faults as it says.

use std::{collections::BTreeMap, fs, path::Path};

use crate::{Fault, dirty_site, faults};

/// Every file below a folder with its bytes.
fn read(dir: &Path, found: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, found);
        } else {
            found.insert(path.display().to_string(), fs::read(&path).unwrap());
        }
    }
}

fn site(name: &str, files: usize, seed: u64) -> BTreeMap<String, Vec<u8>> {
    let dir = std::env::temp_dir().join(format!("sample-{name}-{}", std::process::id()));
    dirty_site(&dir, files, seed).unwrap();
    let mut found = BTreeMap::new();
    read(&dir, &mut found);
    fs::remove_dir_all(&dir).unwrap();
    let strip = |path: String| path.replace(&dir.display().to_string(), "");
    found.into_iter().map(|(path, bytes)| (strip(path), bytes)).collect()
}

#[test]
fn the_same_seed_writes_the_same_files() {
    let first = site("first", 300, 5);
    assert_eq!(first, site("second", 300, 5));
    let documents = first.keys().filter(|path| !path.starts_with("/images/")).count();
    assert_eq!(documents, 300);
}

#[test]
fn most_files_are_clean_and_every_fault_is_there() {
    let counts = faults(10_000, 1);
    assert!(counts.iter().all(|(_, count)| *count > 10), "{counts:?}");
    let all: usize = counts.iter().map(|(_, count)| count).sum();
    assert!((2_500..4_000).contains(&all), "{all}");
    assert_eq!(counts.len(), Fault::ALL.len());
}

#[test]
fn faults_can_be_found_in_the_files() {
    let files = site("faults", 2_000, 2);
    let of = |wanted: Fault| faults(2_000, 2).into_iter().find(|(fault, _)| *fault == wanted).unwrap().1;
    let holding = |needle: &str| files.values().filter(|bytes| String::from_utf8_lossy(bytes).contains(needle)).count();
    assert_eq!(holding("2024-11-31"), of(Fault::ImpossibleDate));
    assert_eq!(holding("lorem-ipsum"), of(Fault::Placeholder));
    assert_eq!(holding("0991 000 0"), of(Fault::PhoneInBody) + of(Fault::PaymentNumber));
    assert_eq!(holding("â€“"), of(Fault::DoubleEncoded));
    let broken = files.iter().filter(|(path, bytes)| !path.ends_with(".png") && std::str::from_utf8(bytes).is_err());
    assert_eq!(broken.count(), of(Fault::InvalidUtf8));
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error() {
    let file = std::env::temp_dir().join(format!("sample-file-{}", std::process::id()));
    fs::write(&file, "a file").unwrap();
    assert!(dirty_site(&file, 1, 1).is_err());
    fs::remove_file(&file).unwrap();
}
