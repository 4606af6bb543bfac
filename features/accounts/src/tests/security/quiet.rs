//! Quiet hours as a rule.

use basics::At;

use crate::quiet::{not_before, read, written};

/// A minute of 21 November 2026 in Dzaleka.
fn at(minute: i64) -> At {
    At(1_795_212_000_000 + minute * At::MINUTE)
}

#[test]
fn a_message_waits_until_the_hours_are_over() {
    let night = Some((22 * 60, 6 * 60));
    assert_eq!(not_before(night, at(23 * 60)), Some(at(30 * 60)), "until six the next morning");
    assert_eq!(not_before(night, at(5 * 60)), Some(at(6 * 60)), "until six the same morning");
    assert_eq!(not_before(night, at(22 * 60)), Some(at(30 * 60)), "from the first minute");
    assert_eq!(not_before(night, at(6 * 60)), None, "and not a minute longer");
    assert_eq!(not_before(Some((12 * 60, 14 * 60)), at(13 * 60)), Some(at(14 * 60)));
    assert_eq!(not_before(Some((12 * 60, 14 * 60)), at(15 * 60)), None);
    assert_eq!(not_before(None, at(3)), None);
}

#[test]
fn no_message_ever_waits_a_day_and_none_goes_out_within_the_hours() {
    for (from, until) in [(0, 1), (1, 0), (22 * 60, 6 * 60), (6 * 60, 22 * 60), (1439, 1438)] {
        for minute in 0..1440 {
            let then = not_before(Some((from, until)), at(minute)).unwrap_or(at(minute));
            assert!(then >= at(minute) && then.0 - at(minute).0 < At::DAY, "{from} {until} {minute}");
            assert_eq!(not_before(Some((from, until)), then), None, "{from} {until} {minute}");
        }
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    for (typed, minute) in
        [("21:30", 1290), ("21.30", 1290), (" 21h30 ", 1290), ("6", 360), ("06:05", 365), ("0:00", 0), ("21h", 1260)]
    {
        assert_eq!(read(typed), Some(minute), "{typed}");
        assert_eq!(read(&written(minute)), Some(minute));
    }
    for typed in ["", "24:00", "12:60", "-1:00", "+1:00", "1:2:3", "007:00", "٣", "9:5x"] {
        assert_eq!(read(typed), None, "{typed}");
    }
}
