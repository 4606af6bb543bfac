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

/// Also as they are heard and spelt here, and in Kinyarwanda, Kirundi, Lingala and Chichewa, which people mix in.
const UNITS: [&[&str]; 10] = [
    &[
        "zero", "zerro", "ziro", "zeroo", "zeru", "oh", "o", "nought", "naught", "nil", "nol", "nul", "null", "sifuri",
        "sufuri", "sefuri", "sifri", "sifuli",
    ],
    &["one", "won", "wan", "wani", "un", "une", "moja", "mosi", "modja", "moya", "rimwe", "moko", "imodzi", "chimodzi"],
    &["two", "tuu", "deux", "deu", "mbili", "mbiri", "biri", "kabiri", "mibale", "ziwiri"],
    &["three", "tree", "thri", "trii", "trois", "troi", "trwa", "tatu", "gatatu", "misato", "zitatu"],
    &["four", "foor", "fore", "quatre", "katre", "quat", "nne", "inne", "kane", "minei", "zinayi"],
    &["five", "fife", "faiv", "faivu", "cinq", "sink", "senk", "tano", "gatanu", "mitano", "zisanu"],
    &["six", "siks", "sikisi", "sita", "gatandatu", "motoba"],
    &["seven", "seveni", "sevin", "sept", "saba", "karindwi", "indwi", "nsambo"],
    &["eight", "ate", "eit", "eiti", "huit", "nane", "umunani", "munani", "mwambe"],
    &["nine", "niner", "nain", "naini", "neuf", "tisa", "icyenda", "icenda", "libwa"],
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
    (Times(2), &["double", "dabo", "dabali", "deuble", "twice"]),
    (Times(3), &["triple", "treble", "tripo", "tripl", "thrice"]),
    (Repeated, &["mara", "fois", "times"]),
    (
        Joint,
        &[
            "and",
            "then",
            "et",
            "puis",
            "ensuite",
            "apres",
            "na",
            "kisha",
            "halafu",
            "alafu",
            "followed",
            "by",
            "suivi",
            "de",
            "ikifuatiwa",
        ],
    ),
    (Plus, &["plus", "jumlisha", "pulasi"]),
    (
        Joint,
        &[
            "again", "encore", "tena", "enfin", "finally", "lastly", "mwisho", "le", "the", "comma", "virgule", "dash",
            "hyphen", "space", "tiret", "espace", "kistari", "nafasi", "dot", "point", "nukta",
        ],
    ),
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

/// Longer units that a word misspelt by one letter may mean: `sevin`, `sifufi`, `quattre`.
pub fn nearly(folded: &str) -> Option<Word> {
    let long = folded.chars().count() >= 5;
    let place =
        UNITS.iter().position(|list| long && list.iter().any(|unit| unit.len() >= 5 && one_apart(unit, folded)))?;
    u16::try_from(place).ok().map(Unit)
}

/// The same beginning, and one letter changed, added or left out.
fn one_apart(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let tail = |from: usize, to: usize| one.get(from..).is_some_and(|rest| Some(rest) == other.get(to..));
    same > 0 && (tail(same + 1, same + 1) || tail(same, same + 1) || tail(same + 1, same))
}

static PART: LazyLock<Regex> = LazyLock::new(|| {
    let units = UNITS.iter().flat_map(|list| list.iter()).filter(|unit| unit.len() > 2 || **unit == "un");
    pattern(&units.copied().collect::<Vec<_>>().join("|"))
});

/// The digits of words written without gaps, `zeroninenineone`: at least four of them and little else.
pub fn glued(folded: &str) -> Vec<u16> {
    if folded.len() < 12 {
        return Vec::new();
    }
    let (mut units, mut read) = (Vec::new(), 0);
    for part in PART.find_iter(folded) {
        if let Some(Unit(value)) = word(part.as_str()) {
            units.push(value);
            read += part.len();
        }
    }
    if read * 8 >= folded.len() * 7 { units } else { Vec::new() }
}
