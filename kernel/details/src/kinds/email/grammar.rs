//! The parts of an e-mail address as they are typed, said or hidden: names, signs, dots, endings.

/// A name or a part of a domain, as typed.
pub const NAME: &str = r"[0-9A-Za-zÀ-ɏ][0-9A-Za-zÀ-ɏ._%+'\-]*";
pub const PART: &str = r"[0-9A-Za-zÀ-ɏ\-]+";
pub const PROVIDERS: &str = r"(?:gmail|g-mail|gemail|jimail|googlemail|yahoo|yahou|ymail|hotmail|outlook|live|icloud|proton ?mail|proton|tutanota|aol|msn|mail|gmx|zoho|yandex|fastmail)";
/// Endings of addresses. Some are words too.
pub const ENDING: &str = r"(?:com|kom|org|net|info|edu|gov|int|biz|museum|africa|shop|online|site|example|test|co|me|io|eu|mw|cd|cg|bi|rw|tz|ke|ug|zm|za|mz|et|so|ss|ng|gh|uk|fr|be|ch|de|nl|no|se|dk|fi|it|es|pt|us|ca|au|nz|in|asso)";
/// A dot in words.
pub const DOT: &str = r"(?:dot|doti|doty|d0t|point|punto|nukta|period|full\s?stop)";
/// What is said for `@` and for nothing else.
pub const SIGN: &str = r"(?:arr?oba(?:se?|ze?|sse)|arobe|a\s+commercial|(?:alama\s+ya\s+|the\s+)?(?:at|et)[\s-]sign|alama\s+ya\s+(?:at|et|@)|signe\s+(?:at|arobase))";
/// What is said for `@` and for much else.
pub const AT: &str = r"(?:at|à|et|chez|sur|on|kwa|kwenye|katika)";
/// The word for a domain before one.
pub const LEAD: &str = r"(?:(?:the\s+|le\s+)?doma(?:in|ine)\s+|kikoa\s+(?:cha\s+)?)";
/// What is put around a sign said in words, on both its sides: `(at)`, `-at-`, `, at,`.
const WRAP: &str = r"[ \t]*[^0-9A-Za-zÀ-ɏ\s\x00….][^0-9A-Za-zÀ-ɏ\n\x00…]{0,2}";
/// Between the words of an address.
const BETWEEN: &str = r"[^0-9A-Za-zÀ-ɏ\n\x00…]{1,4}";

/// `@` by itself, said in a word that means nothing else, or a lesser word wrapped in signs.
pub fn sure_sign() -> String {
    format!(
        r"(?:\s?@+\s?|{BETWEEN}{SIGN}{BETWEEN}|{BETWEEN}@+{BETWEEN}|{WRAP}(?:a|@|at|et|à|chez|kwa|katika){WRAP}[ \t]*|\.at\.|[_-](?:at|arobase)[_-])"
    )
}

/// A dot as typed or said.
pub fn dot() -> String {
    format!(r"(?:\s?\.\s?|{})", said_dot())
}

pub fn said_dot() -> String {
    format!(r"(?:{BETWEEN}{DOT}{BETWEEN}|{WRAP}\.{WRAP}[ \t]*)")
}

/// A name, its dots and lines said in words: `divine underscore sings`.
pub fn said_name() -> String {
    let line = r"(?:under\s?score|under|dash|hyphen|hyphène|trait(?:\s+d['’]union|\s+du\s+bas|\s+bas)?|tiret(?:\s+(?:du\s+)?(?:bas|haut|milieu|[68]|six|huit))?|(?:alama\s+ya\s+)?(?:kistari|mstari|deshi)(?:\s+(?:wa|cha|ya)?\s*(?:chini|katikati))?|plus)";
    format!(r"{NAME}(?:(?:{BETWEEN}(?:{DOT}|{line}){BETWEEN}|\s[._]\s|{WRAP}[._-]{WRAP}[ \t]*){NAME}){{0,4}}")
}
