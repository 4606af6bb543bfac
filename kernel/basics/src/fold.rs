//! Folding: the form in which names and words are compared. Rules from pages.md, *Languages*.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Folds case, accents, full-width forms and Ethiopic homophones; keeps letters and digits, everything else
/// becomes one space. `"Émile  N'Diaye"` → `"emile ndiaye"`.
pub fn fold(text: &str) -> String {
    // Most words have no mark that could be taken off, and lists fold hundreds of them.
    if text.is_ascii() {
        return joined(text.chars().map(|c| c.to_ascii_lowercase()), text.len());
    }
    let bare = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    joined(bare.map(|c| ethiopic(plain(c))), text.len())
}

/// Letters and digits as they are, apostrophes left out, everything else as one space.
fn joined(bare: impl Iterator<Item = char>, length: usize) -> String {
    let mut folded = String::with_capacity(length);
    for c in bare {
        match c {
            '\'' | '’' | 'ʼ' | '`' => {}
            c if c.is_alphanumeric() => folded.push(c),
            _ if !folded.is_empty() && !folded.ends_with(' ') => folded.push(' '),
            _ => {}
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// [`fold`], and l/r and u/w written alike, as Bantu names are (`Habarugira` and `Habalugila`).
pub fn fold_name(text: &str) -> String {
    fold(text)
        .chars()
        .map(|c| {
            if c == 'l' {
                'r'
            } else if c == 'w' {
                'u'
            } else {
                c
            }
        })
        .collect()
}

/// The folded words of a text, in order.
pub fn words(text: &str) -> Vec<String> {
    fold(text).split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Letters that do not decompose but are typed without their mark.
fn plain(c: char) -> char {
    match c {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        'ŋ' => 'n',
        c => c,
    }
}

/// Ethiopic letters that sound alike are written alike: ሐ ኀ → ሀ, ሠ → ሰ, ዐ → አ, ፀ → ጸ, in all seven orders.
fn ethiopic(c: char) -> char {
    const ROWS: [(u32, u32); 5] =
        [(0x1210, 0x1200), (0x1280, 0x1200), (0x1220, 0x1230), (0x12D0, 0x12A0), (0x1340, 0x1338)];
    let code = c as u32;
    ROWS.iter()
        .find(|(from, _)| (*from..from + 7).contains(&code))
        .and_then(|(from, to)| char::from_u32(to + (code - from)))
        .unwrap_or(c)
}
