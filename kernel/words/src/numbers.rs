//! Numbers with the language's grouping, sizes of files, and lists of things.

use std::fmt::Display;

use basics::Lang;
use icu_decimal::{DecimalFormatter, input::Decimal, options::DecimalFormatterOptions};

use crate::{
    locale::{self, EachLanguage, LANGUAGES},
    text::Text,
};

static FORMATTERS: EachLanguage<DecimalFormatter> = EachLanguage::new(|| {
    LANGUAGES.map(|lang| DecimalFormatter::try_new(locale::of(lang).into(), DecimalFormatterOptions::default()).ok())
});

/// `1234567` → `1,234,567` in English and Kiswahili, `1 234 567` with no-break spaces in French.
pub fn number(lang: Lang, n: u64) -> String {
    if n < 1000 { n.to_string() } else { decimal(lang, Decimal::from(n)) }
}

/// A size in decimal units with at most one digit after the point: `1.2 MB`, `MB 1.2`, `1,2 Mo`.
pub fn bytes(lang: Lang, n: u64) -> String {
    let text = Text(lang);
    match n {
        0..1_000 => text.size_bytes(number(lang, n)),
        1_000..999_950 => text.size_kilobytes(tenths(lang, n, 1_000)),
        999_950..999_950_000 => text.size_megabytes(tenths(lang, n, 1_000_000)),
        _ => text.size_gigabytes(tenths(lang, n, 1_000_000_000)),
    }
}

/// `["a", "b", "c"]` → `a, b and c`.
pub fn list<T: Display>(lang: Lang, things: &[T]) -> String {
    match things {
        [] => String::new(),
        [only] => only.to_string(),
        [before @ .., last] => {
            let before: Vec<String> = before.iter().map(T::to_string).collect();
            Text(lang).list_end(before.join(", "), last)
        }
    }
}

/// `n` in this unit: one digit after the point below ten, none above.
fn tenths(lang: Lang, n: u64, unit: u64) -> String {
    let tenths = n.saturating_add(unit / 20) / (unit / 10);
    if tenths >= 100 || tenths.is_multiple_of(10) {
        return number(lang, (tenths + 5) / 10);
    }
    let mut value = Decimal::from(tenths);
    value.multiply_pow10(-1);
    decimal(lang, value)
}

fn decimal(lang: Lang, value: Decimal) -> String {
    match FORMATTERS.get(lang) {
        // French groups with a narrow no-break space, which old telephones show as a box.
        Some(formatter) => formatter.format(&value).to_string().replace('\u{202f}', "\u{a0}"),
        None => value.to_string(),
    }
}
