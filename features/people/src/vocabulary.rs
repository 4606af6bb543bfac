//! The words profiles are made of: crafts, what people are open to, relations. Codes are kept, labels are texts.

use std::{collections::HashMap, sync::LazyLock};

use basics::{Lang, fold, slug};

use crate::{Text, text::every};

/// The text of a code in this room's words: `label("craft", "basket-maker")`.
pub fn label(lang: Lang, family: &str, code: &str) -> Option<&'static str> {
    Text(lang).by_key(&format!("{family}_{}", code.replace('-', "_")))
}

/// A craft in the reader's words; a free craft as it was written.
pub fn craft_label(lang: Lang, code: &str) -> String {
    label(lang, "craft", code).map_or_else(|| free_label(code), str::to_owned)
}

/// A free word made readable: `pit-firing` → `Pit firing`.
pub fn free_label(code: &str) -> String {
    let mut letters = code.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect::<String>().replace('-', " "))
}

/// The code of a craft that somebody wrote in any of our languages; a new word becomes a code of its own.
pub fn craft_code(written: &str) -> String {
    code_in("craft", written).map_or_else(|| slug(written), str::to_owned)
}

/// The code of a known word of a family, by the code itself or by its label in any language.
pub fn code_in(family: &str, written: &str) -> Option<&'static str> {
    static CODES: LazyLock<HashMap<(String, String), &'static str>> = LazyLock::new(codes);
    let folded = fold(written);
    CODES
        .get(&(family.to_owned(), folded.clone()))
        .or_else(|| CODES.get(&(family.to_owned(), singular(&folded))))
        .copied()
}

/// Every craft we have a word for: its code and its word, in the order of the words.
pub fn crafts(lang: Lang) -> Vec<(String, String)> {
    let codes = every(Lang::En).into_iter().filter_map(|(key, _)| Some(key.strip_prefix("craft_")?.replace('_', "-")));
    let mut crafts: Vec<(String, String)> = codes.map(|code| (code.clone(), craft_label(lang, &code))).collect();
    crafts.sort_by_cached_key(|(_, label)| fold(label));
    crafts
}

const FAMILIES: [&str; 5] = ["craft", "relation", "open", "kind", "level"];

fn codes() -> HashMap<(String, String), &'static str> {
    let mut codes = HashMap::new();
    for (key, _) in every(Lang::En) {
        let Some((family, code)) =
            FAMILIES.iter().find_map(|family| Some((*family, key.strip_prefix(family)?.strip_prefix('_')?)))
        else {
            continue;
        };
        let code: &'static str = Box::leak(code.replace('_', "-").into_boxed_str());
        codes.insert((family.to_owned(), fold(code)), code);
        for lang in Lang::ALL {
            if let Some(label) = Text(lang).by_key(key) {
                codes.insert((family.to_owned(), fold(label)), code);
            }
        }
    }
    for (written, code) in OTHER_CRAFTS {
        codes.insert(("craft".to_owned(), written.to_owned()), code);
    }
    codes
}

/// Other ways a craft is written, folded.
const OTHER_CRAFTS: [(&str, &str); 22] = [
    ("pottery", "potter"),
    ("ceramics", "potter"),
    ("ceramist", "potter"),
    ("painting", "painter"),
    ("visual artist", "painter"),
    ("artist", "artist"),
    ("tailoring", "tailor"),
    ("fashion designer", "tailor"),
    ("music", "musician"),
    ("singer", "musician"),
    ("rapper", "musician"),
    ("poetry", "poet"),
    ("spoken word", "poet"),
    ("dance", "dancer"),
    ("photography", "photographer"),
    ("programmer", "software-developer"),
    ("developer", "software-developer"),
    ("web developer", "software-developer"),
    ("teaching", "teacher"),
    ("basketry", "basket-maker"),
    ("weaving", "weaver"),
    ("carpentry", "carpenter"),
];

fn singular(folded: &str) -> String {
    folded.strip_suffix('s').unwrap_or(folded).to_owned()
}
