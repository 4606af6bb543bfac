//! E-mail addresses, plain and disguised.

use std::sync::LazyLock;

use regex::Regex;

use super::{gather, pattern};
use crate::find::{Detail, Kind};

const NAME: &str = r"[\p{L}\p{N}][\p{L}\p{N}._%+'\-]*";
const PROVIDERS: &str =
    r"(?:gmail|g-mail|googlemail|yahoo|ymail|hotmail|outlook|live|icloud|protonmail|proton|aol|msn|mail|gmx|zoho)";

static PLAIN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)(?:mailto:\s*)?{NAME}\s?[@＠]\s?[\p{{L}}\p{{N}}\-]+(?:\s?[.．]\s?[\p{{L}}\p{{N}}\-]{{2,}})+"
    ))
});
static MAILTO: LazyLock<Regex> = LazyLock::new(|| pattern(r#"(?i)\bmailto:[^\s)>"'\x00]+"#));
static BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i){NAME}\s*[\(\[{{<]\s*(?:at|@|arobase|chez|kwa|katika)\s*[\)\]}}>]\s*[\p{{L}}\p{{N}}\-]+(?:\s*(?:\.|[\(\[{{<]\s*(?:dot|point|nukta|\.)\s*[\)\]}}>]|\s(?:dot|point|nukta)\s)\s*[\p{{L}}\p{{N}}\-]+)*"
    ))
});
static WORDS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i){NAME}\s+(?:at|arobase|arobaze|@)\s+[\p{{L}}\p{{N}}\-]+(?:\s+(?:dot|point|nukta)\s+[\p{{L}}]{{2,10}})+"
    ))
});
static PROVIDER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i){NAME}\s+(?:at|arobase|chez|kwa)\s+{PROVIDERS}(?:\s*\.\s*|\s+(?:dot|point|nukta)\s+)[a-z]{{2,4}}(?:\.[a-z]{{2}})?\b"
    ))
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    if text.contains(['@', '＠']) {
        gather(&PLAIN, Kind::Email, text, found, |_, _, _| true);
    }
    for disguise in [&*MAILTO, &*BRACKETS, &*WORDS, &*PROVIDER] {
        gather(disguise, Kind::Email, text, found, |_, _, _| true);
    }
}
