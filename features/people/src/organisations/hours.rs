//! Opening hours as people type them: `8`, `8.30`, `8h30` and `08:00` are times; a day is closed, open once or twice.

use jiff::civil::Time;

use crate::Hours;

/// What was typed for one day: opens, closes, opens again, closes again.
pub(crate) type Typed = [String; 4];

/// What is wrong with a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    /// Something is no time of the day.
    NotATime,
    /// One of two times is missing.
    Half,
    /// It closes when it opens, or opens again before it has closed.
    Order,
}

/// Reads what was typed for a day (1 Monday to 7). Times past midnight belong to the day on which it opened.
pub(crate) fn read(day: u8, typed: &Typed) -> Result<Vec<Hours>, Fault> {
    let mut spans: Vec<(Time, Time)> = Vec::new();
    for pair in typed.chunks(2) {
        let [opens, closes] = pair else { continue };
        match (opens.trim(), closes.trim()) {
            ("", "") => {}
            ("", _) | (_, "") => return Err(Fault::Half),
            (opens, closes) => spans.push((time(opens)?, time(closes)?)),
        }
    }
    if spans.iter().any(|(opens, closes)| opens == closes) {
        return Err(Fault::Order);
    }
    if let [first, second] = spans[..]
        && (first.1 < first.0 || second.0 < first.1)
    {
        return Err(Fault::Order);
    }
    let written = |time: Time| time.strftime("%H:%M").to_string();
    Ok(spans.into_iter().map(|(opens, closes)| Hours { day, opens: written(opens), closes: written(closes) }).collect())
}

fn time(typed: &str) -> Result<Time, Fault> {
    let digits = typed.to_lowercase().replace(['.', 'h', ' '], ":");
    let (hour, minute) = digits.trim_end_matches(':').split_once(':').unwrap_or((digits.trim_end_matches(':'), "0"));
    let number = |part: &str| part.parse::<i8>().map_err(|_| Fault::NotATime);
    // A day ends where the next begins.
    let hour = if hour == "24" { 0 } else { number(hour)? };
    Time::new(hour, number(minute)?, 0, 0).map_err(|_| Fault::NotATime)
}

/// A day's hours as they stand in the form.
pub(crate) fn typed(day: u8, hours: &[Hours]) -> Typed {
    let mut typed = Typed::default();
    let spans = hours.iter().filter(|hours| hours.day == day).flat_map(|hours| [&hours.opens, &hours.closes]);
    for (slot, time) in typed.iter_mut().zip(spans) {
        slot.clone_from(time);
    }
    typed
}
