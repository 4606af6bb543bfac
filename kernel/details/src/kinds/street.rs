//! Street addresses, post boxes, coordinates and links to maps.

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};

static STREET: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?P<it>(?:(?i:number|num[ée]ro|no\.?|namba|n[°º])\s*)?(?:(?:Unit|Flat|Apt\.?|Apartment|Suite|Room|No\.?)\s*\d{1,4}[A-Za-z]?[,/]?\s*)?\d{1,5}[A-Za-z]?(?:[-/]\d{1,4})?,?\s+(?:[A-Z][\w'’.-]*\s+){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Cres|Boulevard|Blvd|Terrace|Tce|Court|Ct|Grove|Way|Place|Pl|Square|Parade|Pde|Highway|Hwy|Circle|Trail|Parkway|Pkwy|Walk|Gardens|Row|Mews|Esplanade)\b\.?(?:,?\s+(?:Apt|Apartment|Unit|Flat|Suite|No|#)\.?\s*#?\d{1,4}[A-Z]?)?)|\b(?P<or>(?:(?i:num[ée]ro|n[°º]|no\.?)\s*)?\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|av\.|boulevard|bd\.?|chemin|all[ée]e|impasse|chauss[ée]e|sentier|r[ée]sidence|mont[ée]e|(?:place|quai|cours|route|square|voie|cit[ée]|passage)(?:\s+(?:de|du|des|la|le|les)|\s+d['’]|\s+l['’]){0,2}\s?\p{Lu})\s*(?:(?:de|du|des|la|le|les)\s+|d['’]|l['’]){0,2}[\p{L}'’-]+(?:\s+(?:(?:de|du|des|la)\s+)?\p{Lu}[\p{L}'’-]+){0,3}(?:,?\s+(?:app(?:t|artement)?|bte|bo[îi]te|b[âa]t|porte)\.?\s*(?:n°\s*)?\d{1,4}[A-Z]?)?)",
    )
});
static BOX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:p\.?\s?o\.?\s*box|post office box|(?:private|postal) bag|sanduku la posta|sanduku|s\.?\s?l\.?\s?p\.?|bo[îi]te postale|(?-i:B\.?\s?P\.?))\s*(?:no\.?|n°)?\s*:?\s*\d{1,6}\b",
    )
});
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:[-−–]\s?\d{1,3}[.,]\d{3,}°?|\b\d{1,3}\.\d{4,}°?|\b\d{1,3}\.\d{3,}\s?°?\s?[NSEWO]\b)",
        r"\s*[,;/ ]\s*[-−–]?\d{1,3}\.\d{3,}\b(?:\s?°?\s?[NSEWO]\b)?",
        r#"|\b\d{1,3}\s?°\s?\d{1,2}\s?['′’]\s?(?:\d{1,2}(?:\.\d+)?\s?["″”]|''|)?\s?[NSEWO]?\b"#,
        r"|///\p{L}+\.\p{L}+\.\p{L}+"
    ))
});
static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:gps|lat|lng|lon|latitude|longitude|coord(?:inates|onn[ée]es)?|kuratibu)\b[^\d\n\x00…]{0,20}?(?P<it>[-−–]?\d{1,3}[.,]\d{2,}(?:\s*[,;/ ]\s*(?:long?|lng|longitude)?\s*[-−–]?\d{1,3}[.,]\d{2,})?)",
    )
});
static MAP: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:https?://)?(?:www\.)?(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.google\.[a-z.]+|google\.[a-z.]+/maps|maps\.apple\.com|openstreetmap\.org|osm\.org|what3words\.com|w3w\.co|plus\.codes)/[^\s)>\]"'\x00]*"#,
    )
});
/// The number behind the street: `avenue du Marché 12`.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<it>(?:rue|avenue|av\.|boulevard|bd\.?|barabara ya|mtaa wa)\s+(?:(?:de|du|des|la|le|les)\s+|d['’]|l['’]){0,2}(?:\d{1,2}\s+)?(?-i:\p{Lu})[\p{L}'’-]+(?:\s+(?-i:\p{Lu})[\p{L}'’-]+){0,2}\s*(?:,?\s*(?:n[°ºo]\.?|num[ée]ro|namba)\s*\d{1,4}|,?\s*\d{1,3})\b)",
    )
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&MAP, Kind::Place, text, found, |_, _, _| true);
    gather(&SIGNED, Kind::Place, text, found, |_, _, _| true);
    if text.contains(char::is_numeric) {
        for shape in [&*STREET, &*BEHIND, &*BOX, &*NAMED] {
            gather(shape, Kind::Place, text, found, |_, _, _| true);
        }
    }
}
