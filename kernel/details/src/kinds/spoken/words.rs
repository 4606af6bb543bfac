//! The words for numbers in English, French and Kiswahili, folded.

use std::sync::LazyLock;

use regex::Regex;

use crate::kinds::pattern;

/// What a word adds to a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Zero to nine. Several of them, `zeros`, are `Plural`.
    Unit(u16),
    Plural(u16),
    /// Eleven to nineteen.
    Teen(u16),
    /// Ten, twenty and on: a unit may follow.
    Tens(u16),
    Hundred,
    Thousand,
    /// `double`, `triple`: the next digit stands so many times.
    Times(usize),
    /// `mara`, `fois`, `times`: the digit before stands as many times as the word after says.
    Repeated,
    /// May stand between the parts of one number.
    Joint,
    /// The `+` before a country's code.
    Plus,
}

use Word::{Hundred, Joint, Plural, Plus, Repeated, Teen, Tens, Thousand, Times, Unit};

const UNITS: [&[&str]; 10] = [
    &[
        "zero", "zerro", "ziro", "zeroo", "oh", "o", "nought", "naught", "nil", "sifuri", "sufuri", "sefuri", "sifri",
        "sifuli",
    ],
    &["one", "won", "un", "une", "moja", "mosi", "modja"],
    &["two", "deux", "mbili", "mbiri"],
    &["three", "tree", "trois", "tatu"],
    &["four", "quatre", "nne"],
    &["five", "fife", "cinq", "tano"],
    &["six", "sita"],
    &["seven", "sept", "saba"],
    &["eight", "ate", "huit", "nane"],
    &["nine", "niner", "neuf", "tisa"],
];
const TEENS: [&[&str]; 9] = [
    &["eleven", "onze"],
    &["twelve", "douze"],
    &["thirteen", "treize"],
    &["fourteen", "quatorze"],
    &["fifteen", "quinze"],
    &["sixteen", "seize"],
    &["seventeen"],
    &["eighteen"],
    &["nineteen"],
];
const TENS: [&[&str]; 9] = [
    &["ten", "dix", "kumi"],
    &["twenty", "vingt", "vingts", "ishirini"],
    &["thirty", "trente", "thelathini"],
    &["forty", "fourty", "quarante", "arobaini", "arubaini"],
    &["fifty", "cinquante", "hamsini"],
    &["sixty", "soixante", "sitini"],
    &["seventy", "septante", "sabini"],
    &["eighty", "huitante", "octante", "themanini", "thamanini"],
    &["ninety", "nonante", "tisini"],
];
const OTHERS: [(Word, &[&str]); 8] = [
    (Hundred, &["hundred", "cent", "cents", "mia"]),
    (Thousand, &["thousand", "mille", "elfu"]),
    (Times(2), &["double", "dabo", "dabali"]),
    (Times(3), &["triple", "treble", "tripo"]),
    (Repeated, &["mara", "fois", "times"]),
    (Joint, &["and", "then", "et", "puis", "ensuite", "apres", "na", "kisha", "halafu", "alafu", "followed", "by"]),
    (Plus, &["plus", "jumlisha", "pulasi"]),
    (Joint, &["again", "encore", "tena", "enfin", "finally", "lastly", "mwisho", "le", "the", "comma", "virgule"]),
];

/// What a folded word means as a part of a number.
pub fn word(folded: &str) -> Option<Word> {
    let within = |lists: &[&[&str]], first: u16, step: u16| {
        let place = lists.iter().position(|list| list.contains(&folded))?;
        Some(first + step * u16::try_from(place).ok()?)
    };
    within(&UNITS, 0, 1)
        .map(Unit)
        .or_else(|| within(&TEENS, 11, 1).map(Teen))
        .or_else(|| within(&TENS, 10, 10).map(Tens))
        .or_else(|| OTHERS.iter().find(|(_, list)| list.contains(&folded)).map(|(word, _)| *word))
        .or_else(|| {
            match word(folded.strip_suffix("es").filter(|one| one.ends_with('x')).or(folded.strip_suffix('s'))?)? {
                Unit(value) => Some(Plural(value)),
                _ => None,
            }
        })
}

static GLUED: LazyLock<Regex> = LazyLock::new(|| pattern(&format!("^(?:{})+$", alternatives())));
static PART: LazyLock<Regex> = LazyLock::new(|| pattern(&alternatives()));

/// All units of more than two letters, one after the other in a pattern.
fn alternatives() -> String {
    let units = UNITS.iter().flat_map(|list| list.iter()).filter(|unit| unit.len() > 2 || **unit == "un");
    units.copied().collect::<Vec<_>>().join("|")
}

/// The digits of words written without gaps, `zeroninenineone`: at least four of them and nothing else.
pub fn glued(folded: &str) -> Vec<u16> {
    if folded.len() < 12 || !GLUED.is_match(folded) {
        return Vec::new();
    }
    let units = PART.find_iter(folded).filter_map(|part| match word(part.as_str()) {
        Some(Unit(value)) => Some(value),
        _ => None,
    });
    units.collect()
}
