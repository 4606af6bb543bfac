//! The list of erasures outside the database.

use std::fs;

use basics::At;

use crate::erasures::{Erasure, append, read, read_list};

const DAY: At = At(1_795_219_200_000);

fn erasure(number: u8) -> Erasure {
    let id = |kind: u8| format!("019a9d2e-0000-7000-8000-0000000{kind}{number:04}");
    Erasure { account: id(0), person: id(1), on: DAY }
}

#[test]
fn what_is_written_is_read_again_and_the_file_only_grows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("erasures.txt");
    append(&path, [&erasure(1), &erasure(2)]).unwrap();
    let before = fs::read_to_string(&path).unwrap();
    append(&path, [&erasure(3)]).unwrap();
    append(&path, []).unwrap();
    let after = fs::read_to_string(&path).unwrap();
    assert!(after.starts_with(&before) && after.contains(" 2026-11-21\n"), "{after}");
    assert_eq!(read_list(&path).unwrap(), [1, 2, 3].map(erasure).into_iter().collect());
}

#[test]
fn a_line_cut_short_by_a_power_cut_takes_no_other_along() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("erasures.txt");
    append(&path, [&erasure(1)]).unwrap();
    let whole = fs::read(&path).unwrap();
    for length in 0..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        append(&path, [&erasure(2)]).unwrap();
        let read = read_list(&path).unwrap();
        assert!(read.contains(&erasure(2)), "after {length} bytes");
        assert!(read.len() == 1 || length >= whole.len() - 1, "half an erasure is none: {read:?}");
    }
}

#[test]
fn what_is_no_erasure_is_passed_over_and_a_missing_list_is_said() {
    let text = "# remarks\n\nx y 2026-11-21\n019a9d2e-0000-7000-8000-000000000001 ../../etc 2026-11-21\n\u{0}\n";
    assert!(read(text).is_empty());
    let folder = tempfile::tempdir().unwrap();
    assert!(read_list(&folder.path().join("none")).unwrap_err().to_string().contains("cannot be read"));
}
