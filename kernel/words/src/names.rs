//! Names of the languages people speak and of the countries they live in, and the codes behind the names.

use std::{collections::HashMap, sync::LazyLock};

use basics::{Lang, fold};

use crate::text::{Text, every};

type Codes = HashMap<String, &'static str>;

/// The name of a language by its code, in the reader's language: `rn` → `Kirundi`. Nothing for a code we do not know.
pub fn language_name(lang: Lang, code: &str) -> Option<String> {
    named(lang, "language_", code)
}

/// The name of a country by its ISO 3166 two-letter code, in the reader's language: `MW` → `Malawi`.
pub fn country_name(lang: Lang, code: &str) -> Option<String> {
    named(lang, "country_", code)
}

/// The codes of all languages we have a name for, in no order.
pub fn language_codes() -> Vec<&'static str> {
    every(Lang::En).into_iter().filter_map(|(id, _)| id.strip_prefix("language_")).collect()
}

/// Every language we have a name for: code and name, in the order of the names.
pub fn languages(lang: Lang) -> Vec<(&'static str, String)> {
    all(lang, "language_")
}

/// Every country we have a name for: code (lower case) and name, in the order of the names.
pub fn countries(lang: Lang) -> Vec<(&'static str, String)> {
    all(lang, "country_")
}

fn all(lang: Lang, family: &str) -> Vec<(&'static str, String)> {
    let named = every(lang).into_iter().filter_map(|(id, name)| Some((id.strip_prefix(family)?, name)));
    let mut all: Vec<(&str, String)> = named.collect();
    all.sort_by_cached_key(|(_, name)| fold(name));
    all
}

/// The code of a language by its code or its name in any language we speak: `Français`, `french`, `fr` → `fr`.
pub fn language_code(name: &str) -> Option<&'static str> {
    static CODES: LazyLock<Codes> = LazyLock::new(|| {
        let own = Lang::ALL.map(|lang| (fold(lang.own_name()), lang.tag()));
        let also = OTHER_LANGUAGES.map(|(name, code)| (name.to_owned(), code));
        codes("language_").into_iter().chain(own).chain(also).collect()
    });
    CODES.get(&fold(name)).copied()
}

/// The two-letter code (lower case) of a country by its code or its name in any language we speak.
pub fn country_code(name: &str) -> Option<&'static str> {
    static CODES: LazyLock<Codes> = LazyLock::new(|| {
        codes("country_").into_iter().chain(OTHER_COUNTRIES.map(|(n, code)| (n.to_owned(), code))).collect()
    });
    CODES.get(&fold(name)).copied()
}

/// Other folded names people write.
const OTHER_LANGUAGES: [(&str, &str); 16] = [
    ("swahili", "sw"),
    ("ikirundi", "rn"),
    ("rundi", "rn"),
    ("ikinyarwanda", "rw"),
    ("rwanda", "rw"),
    ("kinyamulenge", "rw"),
    ("chewa", "ny"),
    ("nyanja", "ny"),
    ("chinyanja", "ny"),
    ("ciluba", "lua"),
    ("luba", "lua"),
    ("af soomaali", "so"),
    ("afaan oromo", "om"),
    ("oromiffa", "om"),
    ("tigrigna", "ti"),
    ("አማርኛ", "am"),
];
const OTHER_COUNTRIES: [(&str, &str); 9] = [
    ("drc", "cd"),
    ("dr congo", "cd"),
    ("rdc", "cd"),
    ("rd congo", "cd"),
    ("congo drc", "cd"),
    ("usa", "us"),
    ("united states of america", "us"),
    ("uk", "gb"),
    ("ivory coast", "ci"),
];

fn named(lang: Lang, family: &str, code: &str) -> Option<String> {
    let key = format!("{family}{}", code.to_ascii_lowercase());
    Text(lang).by_key(&key).map(str::to_owned)
}

/// Folded names and codes of a family → code, in all languages.
fn codes(family: &str) -> Codes {
    let mut codes = Codes::new();
    for (id, name) in Lang::ALL.into_iter().flat_map(every) {
        if let Some(code) = id.strip_prefix(family) {
            codes.insert(fold(&name), code);
            codes.insert(code.to_owned(), code);
        }
    }
    codes
}
