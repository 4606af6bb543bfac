//! Years of birth: the rule on each side of every border.

use basics::At;
use jiff::civil::date;

use crate::birth::{BirthRefusal::*, check, protected_until};

const SECOND: i64 = 1000;

fn start_of(year: i16) -> At {
    At::midnight(date(year, 1, 1))
}

#[test]
fn joining_is_open_from_the_year_of_the_thirteenth_birthday() {
    let last_second = start_of(2027).plus(-SECOND);
    for (year, now, answer) in [
        (2013, start_of(2026), Ok(2013)),
        (2014, start_of(2026), Err(TooYoung)),
        (2014, last_second, Err(TooYoung)),
        (2014, start_of(2027), Ok(2014)),
        (2026, start_of(2026), Err(TooYoung)),
        (2027, start_of(2026), Err(Implausible)),
        (1906, start_of(2026), Ok(1906)),
        (1905, start_of(2026), Err(Implausible)),
        (0, start_of(2026), Err(Implausible)),
        (-2010, start_of(2026), Err(Implausible)),
        (i64::MAX, start_of(2026), Err(Implausible)),
        (i64::MIN, start_of(2026), Err(Implausible)),
        (65_536 + 1990, start_of(2026), Err(Implausible)),
    ] {
        assert_eq!(check(year, now), answer, "{year}");
    }
}

#[test]
fn protection_lasts_until_the_year_of_the_eighteenth_birthday_is_over() {
    assert_eq!(protected_until(2010), start_of(2029));
    assert_eq!(protected_until(2008), start_of(2027));
    // Years no account holds are still answered.
    assert!(protected_until(i16::MIN) < protected_until(2010) && protected_until(2010) < protected_until(i16::MAX));
}

#[test]
fn who_may_join_is_a_minor_for_five_to_six_years_and_never_again() {
    for year in 1950_i16..2030 {
        let joined = (year..year + 20).find(|now| check(year.into(), start_of(*now)).is_ok()).unwrap();
        assert_eq!(joined, year + 13);
        let minor = (joined..joined + 60).filter(|now| start_of(*now) < protected_until(year)).count();
        assert_eq!(minor, 6);
    }
}
