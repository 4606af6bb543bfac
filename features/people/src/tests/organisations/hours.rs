//! Opening hours as people type them.

use crate::organisations::hours::{Fault, read, typed};

fn day(words: [&str; 4]) -> Result<Vec<(String, String)>, Fault> {
    read(2, &words.map(str::to_owned)).map(|hours| hours.into_iter().map(|hours| (hours.opens, hours.closes)).collect())
}

#[test]
fn a_day_is_closed_or_open_once_or_twice() {
    let pair = |opens: &str, closes: &str| (opens.to_owned(), closes.to_owned());
    for (words, read) in [
        (["", "", "", ""], vec![]),
        (["8", "16.30", "", ""], vec![pair("08:00", "16:30")]),
        (["8h", "12h30", "13:30", "17:00"], vec![pair("08:00", "12:30"), pair("13:30", "17:00")]),
        ([" 07:00 ", "24:00", "", ""], vec![pair("07:00", "00:00")]),
        // A bar closes after midnight.
        (["18:00", "2", "", ""], vec![pair("18:00", "02:00")]),
    ] {
        assert_eq!(day(words), Ok(read), "{words:?}");
    }
}

#[test]
fn what_is_no_time_is_said_so() {
    for (words, fault) in [
        (["eight", "16:00", "", ""], Fault::NotATime),
        (["8:61", "16:00", "", ""], Fault::NotATime),
        (["25", "26", "", ""], Fault::NotATime),
        (["8:00:00", "16:00", "", ""], Fault::NotATime),
        (["8", "", "", ""], Fault::Half),
        (["8", "12", "", "17"], Fault::Half),
        (["8", "8:00", "", ""], Fault::Order),
        (["8", "13", "12", "17"], Fault::Order),
        (["18", "2", "3", "4"], Fault::Order),
    ] {
        assert_eq!(day(words), Err(fault), "{words:?}");
    }
}

#[test]
fn what_is_kept_stands_in_the_form_again() {
    let words = ["08:00", "12:00", "13:00", "17:00"].map(str::to_owned);
    let hours = read(2, &words).unwrap();
    assert_eq!(typed(2, &hours), words);
    assert_eq!(typed(3, &hours), [const { String::new() }; 4]);
}
