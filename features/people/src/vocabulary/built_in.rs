//! The words that come with the program: `vocabulary/*.po` by language, `vocabulary/other.tsv` for other ways of writing
//! them, and the names of languages.

use std::{collections::HashMap, sync::LazyLock};

use basics::{Lang, fold};

use super::Family;
use crate::text;

mod words {
    include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
}

/// How far the words are translated, as of other texts.
pub use words::COVERAGE;

/// `family, code, other ways of writing it, with commas`, one a line.
const OTHER: &str = include_str!("../../vocabulary/other.tsv");
/// Families with a fixed list, whose words are texts of this room.
const FIXED: [&str; 4] = ["relation", "open", "kind", "level"];
const OPEN: [&str; 2] = ["craft", "skill"];

/// Code by family and folded way of writing.
type Codes = HashMap<&'static str, HashMap<String, &'static str>>;
static CODES: LazyLock<Codes> = LazyLock::new(codes_by_writing);
/// Word by language, family and code: pages of lists ask for hundreds.
type Labels = HashMap<(Lang, Family), HashMap<&'static str, String>>;
static LABELS: LazyLock<Labels> = LazyLock::new(labels_by_code);

/// The word of a code in a language.
pub(super) fn word(lang: Lang, family: Family, code: &str) -> Option<&'static str> {
    LABELS.get(&(lang, family))?.get(code).map(String::as_str)
}

/// The code of a known word by any way of writing it.
pub(super) fn code_of(family: Family, written: &str) -> Option<&'static str> {
    if let Some((code, _)) = LABELS.get(&(Lang::En, family)).and_then(|labels| labels.get_key_value(written)) {
        return Some(code);
    }
    match family {
        Family::Language => ::words::language_code(written),
        _ => code_in(family.code(), written),
    }
}

/// The code of a known word of a family (`craft`, `skill`, `relation`, `open`, `kind`, `level`), by the code itself or by
/// its word in any language.
pub fn code_in(family: &str, written: &str) -> Option<&'static str> {
    let family = FIXED.into_iter().chain(OPEN).find(|known| *known == family)?;
    let (codes, folded) = (CODES.get(family)?, fold(written));
    codes.get(&folded).or_else(|| codes.get(folded.strip_suffix('s')?)).copied()
}

/// Other ways in which a known word is written.
pub(super) fn other(family: Family, code: &str) -> impl Iterator<Item = &'static str> {
    let family = family.code();
    others().filter(move |(of, known, _)| *of == family && *known == code).flat_map(|(_, _, ways)| ways.split(", "))
}

/// Every code of a family, in no order.
pub(super) fn codes(family: Family) -> Vec<&'static str> {
    match family {
        Family::Language => ::words::language_codes(),
        _ => {
            let mut codes: Vec<&str> =
                CODES.get(family.code()).into_iter().flat_map(HashMap::values).copied().collect();
            codes.sort_unstable();
            codes.dedup();
            codes
        }
    }
}

fn codes_by_writing() -> Codes {
    let mut codes = Codes::new();
    let fixed = text::every(Lang::En).into_iter().map(|(key, _)| (FIXED.as_slice(), key));
    let open = words::every(Lang::En).into_iter().map(|(key, _)| (OPEN.as_slice(), key));
    for (families, key) in fixed.chain(open) {
        let Some((family, code)) =
            families.iter().find_map(|family| Some((*family, key.strip_prefix(family)?.strip_prefix('_')?)))
        else {
            continue;
        };
        let code: &'static str = Box::leak(code.replace('_', "-").into_boxed_str());
        let codes = codes.entry(family).or_default();
        codes.insert(fold(code), code);
        for lang in Lang::ALL {
            let label = text::Text(lang).by_key(key).or_else(|| words::Text(lang).by_key(key));
            codes.entry(fold(label.unwrap_or_default())).or_insert(code);
        }
    }
    for (family, code, ways) in others() {
        let Some(family) = OPEN.into_iter().find(|open| *open == family) else { continue };
        let codes = codes.entry(family).or_default();
        ways.split(", ").for_each(|way| {
            codes.entry(fold(way)).or_insert(code);
        });
    }
    codes
}

fn labels_by_code() -> Labels {
    let langs = Lang::ALL.into_iter().chain([Lang::Pseudo]);
    langs.flat_map(|lang| Family::ALL.map(|family| ((lang, family), labels(lang, family)))).collect()
}

fn labels(lang: Lang, family: Family) -> HashMap<&'static str, String> {
    let label = |code: &str| match family {
        Family::Language => ::words::language_name(lang, code).map(|name| super::free_label(&name)),
        _ => words::Text(lang).by_key(&format!("{}_{}", family.code(), code.replace('-', "_"))).map(str::to_owned),
    };
    codes(family).into_iter().filter_map(|code| Some((code, label(code)?))).collect()
}

fn others() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    OTHER.lines().filter_map(|line| {
        let (family, rest) = line.split_once('\t')?;
        let (code, ways) = rest.split_once('\t')?;
        Some((family, code, ways))
    })
}
