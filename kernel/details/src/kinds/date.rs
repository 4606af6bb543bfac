//! Days as they are written, as patterns; and numbers that are days, years or hours and nothing else.

use std::sync::LazyLock;

use regex::Regex;

use super::{number, pattern};

/// Month names in English, French and Kiswahili.
const MONTH: &str = r"(?:jan(?:uary|vier|uari|v)?|feb(?:ruary|ruari)?|f[ée]v(?:rier|r)?|mar(?:ch|s)?|mach?i|apr(?:il|ili)?|avr(?:il)?|may|mai|mei|june?|juin|juni|jul(?:y|ai)?|juil(?:let)?|aug(?:ust)?|ao[ûu]t|agosti|sept?(?:ember|embre|emba)?|oct(?:ober|obre)?|okt(?:oba)?|nov(?:ember|embre|emba)?|d[ée]c(?:ember|embre)?|des(?:emba)?)";

/// A whole day, with or without its year: numbers, or a day and a month in words.
pub fn day() -> String {
    let words = format!("(?:{}|{})", number::in_words(), number::ordinal());
    let year = r"(?:,?\s+(?:\d{4}\b|(?:nineteen|twenty|two thousand|mille neuf cent|deux mille|elfu (?:moja|mbili))\b(?:[\s-]+\p{L}+){0,3}))?";
    format!(
        r"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}\s*[-/.]\s*\d{{1,2}}\s*[-/.]\s*\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th|er)?\.?\s+(?:(?:of|de|ya|wa)\s+)?{MONTH}\b\.?{year}|\d{{1,2}}\s+mwezi\s+wa\s+(?:\d{{1,2}}|\p{{L}}+)(?:,?\s+(?:mwaka\s+(?:wa\s+)?)?\d{{4}})?|{MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s+\d{{4}})?|{words}\s+mwezi\s+wa\s+(?:\d{{1,2}}|\p{{L}}+)(?:,?\s+mwaka\s+(?:wa\s+)?\d{{4}})?|(?:le\s+|the\s+)?{words}\s+(?:of\s+)?{MONTH}\b{year}|(?:0?[1-9]|[12]\d|3[01])[/.-](?:0?[1-9]|1[0-2])\b)"
    )
}

static NO_NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"^(?:",
        r"(?:19|20)\d{2}\s?[-/.]\s?(?:0?[1-9]|1[0-2])\s?[-/.]\s?(?:0?[1-9]|[12]\d|3[01])(?:\D+\d{1,2})?",
        r"|(?:0?[1-9]|[12]\d|3[01])\s?[-/.]\s?(?:0?[1-9]|[12]\d|3[01])\s?[-/.]\s?(?:19|20)?\d{2}(?:\D+\d{1,4})?",
        r"|\(?(?:19|20)\d{2}\)?(?:\W+\(?(?:19|20)?\d{2}\)?)*",
        r"|(?:[01]\d|2[0-4])[0-5]\d\s?[-–—/]\s?(?:[01]\d|2[0-4])[0-5]\d",
        r")$"
    ))
});

/// Whether a number with gaps is a day, a year, a span of years or of hours.
pub fn is_time(number: &str) -> bool {
    NO_NUMBER.is_match(number.trim_matches(|c: char| !c.is_numeric() && c != '('))
}
