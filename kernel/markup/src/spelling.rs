//! Characters that went wrong on the way: text encoded twice, no-break spaces, control characters.

use std::borrow::Cow;

use plsfix::TextFixerConfig;

use crate::Repair;

const TWICE: &str = "encoded twice as UTF-8";
const NO_BREAK: &str = "no-break space";
const CONTROL: &str = "control character";

/// The text with its spelling mended, line by line; each changed line adds one repair per kind of fault.
/// `line` is the number of the first line.
pub(crate) fn mend(text: &str, line: usize, field: &str, repairs: &mut Vec<Repair>) -> Option<String> {
    if text.bytes().all(|byte| byte.is_ascii() && !strange(byte as char)) {
        return None;
    }
    let found = repairs.len();
    let mended: String = text
        .split_inclusive('\n')
        .enumerate()
        .map(|(number, part)| mend_line(part, line + number, field, repairs))
        .collect();
    (repairs.len() > found).then_some(mended)
}

fn mend_line<'t>(text: &'t str, line: usize, field: &str, repairs: &mut Vec<Repair>) -> Cow<'t, str> {
    let mut text = Cow::Borrowed(text);
    for (why, step) in [(TWICE, decoded as fn(&str) -> Option<String>), (NO_BREAK, spaced), (CONTROL, clean)] {
        if let Some(mended) = step(&text) {
            repairs.push(Repair::new(line, field, text.trim_end(), mended.trim_end(), why));
            text = Cow::Owned(mended);
        }
    }
    text
}

fn spaced(text: &str) -> Option<String> {
    let no_break = |c| matches!(c, '\u{A0}' | '\u{202F}');
    text.contains(no_break).then(|| text.replace(no_break, " "))
}

fn strange(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t') || c == '\u{FEFF}'
}

fn clean(text: &str) -> Option<String> {
    text.contains(strange).then(|| text.replace(strange, ""))
}

/// Decodes each run of letters that begins like twice-encoded text. Runs, not lines, because the fixer also
/// resolves HTML entities and drops bad sequences' neighbours; a run holds neither.
fn decoded(text: &str) -> Option<String> {
    let mut mended = String::with_capacity(text.len());
    let mut changed = false;
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| !c.is_ascii()) {
        mended.push_str(&rest[..at]);
        let run = &rest[at..];
        let (run, after) = run.split_at(run.find(|c: char| c.is_ascii()).unwrap_or(run.len()));
        match decoded_run(run) {
            Some(fixed) => {
                changed = true;
                mended.push_str(&fixed);
            }
            None => mended.push_str(run),
        }
        rest = after;
    }
    mended.push_str(rest);
    changed.then_some(mended)
}

fn decoded_run(run: &str) -> Option<String> {
    let opens = |c: char| ('\u{C2}'..='\u{F4}').contains(&c);
    if run.chars().nth(1).is_none() || !run.contains(opens) || run.len() > 4096 || !run.chars().all(windows) {
        return None;
    }
    let config = TextFixerConfig {
        unescape_html: Some(false),
        fix_latin_ligatures: false,
        fix_character_width: false,
        uncurl_quotes: false,
        fix_line_breaks: false,
        remove_control_chars: false,
        remove_terminal_escapes: false,
        replace_lossy_sequences: false,
        normalization: None,
        ..TextFixerConfig::default()
    };
    let fixed = plsfix::fix_text(run, Some(&config));
    (fixed != run && fixed.chars().count() < run.chars().count()).then_some(fixed)
}

/// Characters that Windows-1252 or Latin-1 can write; other scripts are never taken for faults.
fn windows(c: char) -> bool {
    c < '\u{100}' || "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ".contains(c)
}
