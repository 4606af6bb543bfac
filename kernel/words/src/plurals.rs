//! Which form of a text goes with a number.

use basics::Lang;
use icu_plurals::{PluralCategory, PluralRules};

use crate::locale::{self, EachLanguage, LANGUAGES};

/// The two forms our languages have. French `many` (millions) is written like `other`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    One,
    Other,
}

/// Languages CLDR has no rules for, and when their singular is used (pages.md, Languages).
type SaysOne = fn(u64) -> bool;
const OWN: [(&str, SaysOne); 4] = [("ny", |n| n == 1), ("ln", |n| n <= 1), ("rn", |_| false), ("rw", |_| false)];

static RULES: EachLanguage<PluralRules> =
    EachLanguage::new(|| LANGUAGES.map(|lang| PluralRules::try_new_cardinal(locale::of(lang).into()).ok()));

pub fn plural(lang: Lang, n: u64) -> Plural {
    let one = own(lang.tag(), n).unwrap_or_else(|| match RULES.get(lang) {
        Some(rules) => rules.category_for(n) == PluralCategory::One,
        None => n == 1,
    });
    if one { Plural::One } else { Plural::Other }
}

/// Our own rule for this language, if it needs one: whether `n` takes the singular.
pub(crate) fn own(tag: &str, n: u64) -> Option<bool> {
    OWN.iter().find(|(known, _)| *known == tag).map(|(_, says_one)| says_one(n))
}
