//! Days as people write them: the month always in words.

use basics::{At, Lang};
use icu_datetime::{FixedCalendarDateTimeFormatter, fieldsets::YMD, input};
use jiff::{civil::Date, tz::Offset};

use crate::locale::{self, EachLanguage, LANGUAGES};

/// Month names of languages CLDR has no data for, January first.
const OWN: [(&str, [&str; 12]); 2] = [
    (
        "rn",
        [
            "Nzero",
            "Ruhuhuma",
            "Ntwarante",
            "Ndamukiza",
            "Rusama",
            "Ruhenshi",
            "Mukakaro",
            "Myandagaro",
            "Nyakanga",
            "Gitugutu",
            "Munyonyo",
            "Kigarama",
        ],
    ),
    (
        "ny",
        [
            "Januwale",
            "Febuluwale",
            "Malichi",
            "Epulo",
            "Meyi",
            "Juni",
            "Julayi",
            "Ogasiti",
            "Seputembala",
            "Okutobala",
            "Novembala",
            "Disembala",
        ],
    ),
];

type Formatter = FixedCalendarDateTimeFormatter<icu_calendar::Gregorian, YMD>;

static FORMATTERS: EachLanguage<Formatter> =
    EachLanguage::new(|| LANGUAGES.map(|lang| Formatter::try_new(locale::of(lang).into(), YMD::long()).ok()));

/// The day of a moment in Dzaleka (UTC+2 all year): `21 November 2026`.
pub fn date(lang: Lang, at: At) -> String {
    day(lang, Offset::constant(2).to_datetime(at.timestamp()).date())
}

/// The time of a moment in Dzaleka, by the clock of 24 hours: `14:05`; `14 h 05` in French.
pub fn time(lang: Lang, at: At) -> String {
    let time = Offset::constant(2).to_datetime(at.timestamp()).time();
    let between = if lang == Lang::Fr { " h " } else { ":" };
    format!("{:02}{between}{:02}", time.hour(), time.minute())
}

/// Day and time of a moment in Dzaleka: `21 November 2026, 14:05`.
pub fn moment(lang: Lang, at: At) -> String {
    format!("{}, {}", date(lang, at), time(lang, at))
}

/// `21 November 2026`, `21 Novemba 2026`, `21 novembre 2026`, `1er novembre 2026`.
pub fn day(lang: Lang, date: Date) -> String {
    if let Some(written) = own(lang.tag(), date) {
        return written;
    }
    let gregorian = input::Date::try_new_gregorian(date.year().into(), date.month() as u8, date.day() as u8);
    let written = match (FORMATTERS.get(lang), gregorian) {
        (Some(formatter), Ok(gregorian)) => formatter.format(&gregorian).to_string(),
        _ => return date.to_string(),
    };
    match written.strip_prefix("1 ") {
        Some(rest) if lang == Lang::Fr => format!("1er {rest}"),
        _ => written,
    }
}

/// The day with our own name for its month, in a language that needs one.
pub(crate) fn own(tag: &str, date: Date) -> Option<String> {
    let (_, months) = OWN.iter().find(|(known, _)| *known == tag)?;
    let month = months.get(usize::from(date.month().unsigned_abs()).checked_sub(1)?)?;
    Some(format!("{} {month} {}", date.day(), date.year()))
}
