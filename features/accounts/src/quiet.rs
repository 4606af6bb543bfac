//! Quiet hours: when nothing is sent to somebody. Minutes of the day in Dzaleka, which is two hours before UTC all year.

use basics::At;

const ZONE: i64 = 2 * 60 * At::MINUTE;

/// When a message may go out: at once (nothing), or when the quiet hours are over that it falls into. For
/// `post::Message::not_before`.
pub fn not_before(quiet: Option<(i64, i64)>, now: At) -> Option<At> {
    let (from, until) = quiet?;
    let here = now.0 + ZONE;
    let midnight = here - here.rem_euclid(At::DAY);
    let minute = here.rem_euclid(At::DAY) / At::MINUTE;
    let over_midnight = from > until;
    let is_quiet = if over_midnight { minute >= from || minute < until } else { minute >= from && minute < until };
    let tomorrow = if over_midnight && minute >= from { At::DAY } else { 0 };
    is_quiet.then(|| At(midnight + tomorrow + until * At::MINUTE - ZONE))
}

/// Reads a time of day: `21:30`, `21.30`, `21h30`, `21`. Minutes from midnight.
pub fn read(typed: &str) -> Option<i64> {
    let (hours, minutes) = typed.trim().split_once([':', '.', 'h', 'H']).unwrap_or((typed.trim(), ""));
    let number = |digits: &str, below: i64| {
        let digits = digits.trim();
        let plain = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse().ok().filter(|number| plain && *number < below)
    };
    let minutes = if minutes.trim().is_empty() { Some(0) } else { number(minutes, 60) };
    Some(number(hours, 24)? * 60 + minutes?)
}

/// `21:30`, as fields for times take it.
pub fn written(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
