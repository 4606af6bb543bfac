//! What people type, without what nobody sees: control characters, spaces of no width, and marks that turn the direction
//! of writing.

/// One line, with single spaces.
pub fn tidy_line(typed: &str) -> String {
    tidy_text(typed).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Paragraphs keep their lines, each ended in the same way; nothing stands before the first or after the last word.
pub fn tidy_text(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace('\r', "\n");
    let seen = |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || is_invisible(*c));
    lines.chars().filter(seen).collect::<String>().trim().to_owned()
}

/// Joiners stay: Arabic and emoji are written with them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{00AD}')
}
