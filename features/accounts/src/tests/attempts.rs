//! Throttling: never more than ten in an hour, never shut out for good.

use basics::At;
use proptest::prelude::*;

use crate::attempts::{Admission, Log};

const HOUR: i64 = 60 * At::MINUTE;
const START: At = At(1_800_000_000_000);

fn minutes(count: i64) -> At {
    START.plus(count * At::MINUTE)
}

/// Tries and fails; whether it reached the hash.
fn guess(log: &mut Log, now: At) -> bool {
    let admitted = log.admit(now) == Admission::Now;
    if admitted {
        log.failed(now);
    }
    admitted
}

fn may(log: &Log, now: At) -> Admission {
    log.clone().admit(now)
}

#[test]
fn ten_attempts_go_through_and_the_eleventh_waits_for_the_hour() {
    let mut log = Log::default();
    for minute in 0..10 {
        assert!(guess(&mut log, minutes(minute)));
        log.succeeded();
    }
    assert_eq!(may(&log, minutes(10)), Admission::NotBefore(minutes(60)));
    assert_eq!(may(&log, minutes(60).plus(-1)), Admission::NotBefore(minutes(60)));
    assert!(guess(&mut log, minutes(60)));
    log.succeeded();
    assert_eq!(may(&log, minutes(60)), Admission::NotBefore(minutes(61)));
}

#[test]
fn pauses_after_ten_failures_in_a_row_double_up_to_an_hour() {
    let (mut log, mut now, mut pauses) = (Log::default(), START, Vec::new());
    for _ in 0..20 {
        assert!(guess(&mut log, now));
        // Far apart, so that the hour is never full: only the pause speaks.
        let Admission::NotBefore(at) = may(&log, now) else {
            now = now.plus(7 * At::MINUTE);
            continue;
        };
        pauses.push((at.0 - now.0) / At::MINUTE);
        now = now.plus(HOUR);
    }
    assert_eq!(pauses, [1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60]);
}

#[test]
fn a_right_secret_ends_the_pause_but_does_not_empty_the_hour() {
    let mut log = Log::default();
    for n in 0..15 {
        assert!(guess(&mut log, minutes(61 * n)));
    }
    let now = minutes(61 * 14 + 60);
    assert!(guess(&mut log, now));
    assert_eq!(may(&log, now), Admission::NotBefore(now.plus(HOUR)));
    log.succeeded();
    for _ in 0..9 {
        assert!(guess(&mut log, now), "no pause is left");
        log.succeeded();
    }
    assert_eq!(may(&log, now), Admission::NotBefore(now.plus(HOUR)));
}

#[test]
fn a_try_that_never_reached_the_hash_is_forgiven() {
    let (mut log, mut before) = (Log::default(), Log::default());
    log.forgive();
    assert_eq!(log, Log::default());
    for minute in 0..9 {
        assert!(guess(&mut log, minutes(minute)));
        before = log.clone();
    }
    assert!(guess(&mut log, minutes(9)));
    log.forgive();
    assert_eq!(log, before);
}

#[test]
fn a_clock_set_right_again_shuts_nobody_out() {
    let mut log = Log::default();
    let wrong = START.plus(3650 * At::DAY);
    for _ in 0..10 {
        assert!(guess(&mut log, wrong));
    }
    assert_eq!(log.admit(START), Admission::NotBefore(START.plus(HOUR)));
    assert_eq!(log.admit(minutes(30)), Admission::NotBefore(START.plus(HOUR)), "the wait does not begin again");
    assert_eq!(log.admit(START.plus(HOUR)), Admission::Now);
}

#[test]
fn text_that_no_log_wrote_shuts_nobody_out() {
    for text in ["", "x", "-1", "1 !", "0 b a", " ", "0 zzzzzzzzzzzzzzzzzz", "é", "0 1 1 1 1 1 1 1 1 1 1 1"] {
        assert_eq!(Log::read(text), Log::default(), "{text}");
    }
}

/// What happens between two guesses.
#[derive(Clone, Debug)]
enum Step {
    /// Real time passes.
    Pass(i64),
    /// Somebody sets the clock back.
    SetBack(i64),
    Succeed,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        20 => (0..1_000_i64).prop_map(Step::Pass),
        20 => (0..10 * At::MINUTE).prop_map(Step::Pass),
        5 => (0..3 * HOUR).prop_map(Step::Pass),
        2 => (0..5 * HOUR).prop_map(Step::SetBack),
        2 => Just(Step::Succeed),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// 8 runs of 100,000 guesses. Time is real; the log only ever sees a clock that may be set back.
    #[test]
    fn no_rolling_hour_has_more_than_ten_attempts(steps in prop::collection::vec(step(), 50), guesses_each in 1..40_usize) {
        let (mut log, mut real, mut clock, mut made) = (Log::default(), START, START, 0);
        let mut admitted: Vec<At> = Vec::new();
        let mut refused_since = None::<At>;
        for step in steps.iter().cycle() {
            match step {
                Step::Pass(time) => (real, clock) = (real.plus(*time), clock.plus(*time)),
                Step::SetBack(time) => (clock, refused_since) = (clock.plus(-time), None),
                Step::Succeed => log.succeeded(),
            }
            for _ in 0..guesses_each {
                made += 1;
                match log.admit(clock) {
                    Admission::Now => {
                        log.failed(clock);
                        admitted.push(real);
                        refused_since = None;
                    }
                    Admission::NotBefore(at) => {
                        prop_assert!(clock < at && at <= clock.plus(HOUR));
                        // Never a hard lock: with a clock that goes on, no refusal lasts longer than an hour.
                        let since = *refused_since.get_or_insert(real);
                        prop_assert!(real.0 - since.0 < HOUR);
                    }
                }
                log = Log::read(&log.write());
            }
            if made >= 100_000 { break; }
        }
        prop_assert!(admitted.windows(11).all(|eleven| eleven[10].0 - eleven[0].0 >= HOUR));
        prop_assert!(log.write().len() < 120, "{}", log.write());
    }

    #[test]
    fn a_log_is_read_as_it_was_written(times in prop::collection::vec(any::<i32>(), 0..30)) {
        let mut log = Log::default();
        for time in times {
            guess(&mut log, At(i64::from(time) * 60_000));
            prop_assert_eq!(Log::read(&log.write()), log.clone());
        }
    }
}
