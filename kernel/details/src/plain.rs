//! A text as the patterns read it: digits and letters of other shapes and scripts as plain ones, `O99l` as the digits it
//! stands for, nothing without width.

use crate::kinds::spoken::is_number;
use unicode_normalization::UnicodeNormalization;

/// The plain form of a text, and where each byte of it stands in the text as typed.
pub struct Plain {
    pub text: String,
    pub places: Places,
}

/// For each byte of the plain text where the letter stands in the typed one, and its end.
pub struct Places(Vec<usize>);

impl Plain {
    pub fn of(typed: &str) -> Self {
        let mut letters: Vec<(usize, char)> = Vec::with_capacity(typed.len());
        for (at, c) in typed.char_indices().filter(|(_, c)| !is_hidden(*c)) {
            letters.push((at, if c == '…' && !is_mask(typed, at) { '.' } else { plain(c) }));
        }
        as_digits(&mut letters);
        let (mut text, mut places) = (String::with_capacity(typed.len()), Vec::with_capacity(typed.len() + 1));
        for (at, c) in letters {
            text.push(c);
            places.resize(text.len(), at);
        }
        places.push(typed.len());
        Self { text, places: Places(places) }
    }
}

impl Places {
    /// Where in the typed text a place of the plain one is; what is hidden belongs to the letter before it.
    pub fn typed(&self, at: usize) -> usize {
        self.0[at.min(self.0.len() - 1)]
    }
}

/// Without width: joiners, marks of direction, accents written on their own, the frames of keycaps.
fn is_hidden(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{20E3}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The sign within `[…]`, which no pattern reads across.
fn is_mask(text: &str, at: usize) -> bool {
    text[..at].ends_with('[') && text[at + '…'.len_utf8()..].starts_with(']')
}

/// One sign for many that look alike; never another number of signs.
fn plain(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    let mut forms = [c].into_iter().nfkc();
    let c = forms.next().filter(|_| forms.next().is_none()).unwrap_or(c);
    match c {
        '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '•' | '‧' => '-',
        _ => digit(c).or_else(|| look_alike(c)).unwrap_or(c),
    }
}

/// The zeros of the scripts written here: Arabic, Persian, N’Ko. Ethiopic digits begin with one.
const ZEROS: [u32; 4] = [0x660, 0x6F0, 0x7C0, 0x1368];

fn digit(c: char) -> Option<char> {
    let place = |first: &u32| u32::from(c).checked_sub(*first).filter(|place| *place < 10);
    char::from_digit(ZEROS.iter().find_map(place)?, 10)
}

/// Letters of other scripts that cannot be told from Latin ones.
fn look_alike(c: char) -> Option<char> {
    const PAIRS: [(&str, &str); 2] =
        [("АВЕКМНОРСТУХавеікморсухѕјԁ", "ABEKMHOPCTYXabeikmopcyxsjd"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονι", "ABEZHIKMNOPTYXovi")];
    PAIRS.iter().find_map(|(from, to)| {
        let place = from.chars().position(|it| it == c)?;
        to.chars().nth(place)
    })
}

/// Letters that stand for digits among digits: `O991`, `99l`, and `OOO` between groups of digits.
fn as_digits(letters: &mut [(usize, char)]) {
    let mut start = 0;
    let mut after_digits = false;
    while start < letters.len() {
        let word = letters[start..].iter().take_while(|(_, c)| is_part(*c)).count();
        if word == 0 {
            after_digits &= matches!(letters[start].1, ' ' | '-' | '.' | '/' | '(' | ')');
            start += 1;
            continue;
        }
        let end = start + word;
        after_digits = stands_for_digits(&letters[start..end], after_digits, &letters[end..]);
        if after_digits {
            letters[start..end].iter_mut().for_each(|(_, c)| *c = meant(*c));
        } else if is_word_in_digits(&letters[start..end]) {
            letters[start..end].iter_mut().for_each(|(_, c)| *c = spelt(*c));
        }
        start = end;
    }
}

/// `zer0`, `0ne`, `s1x`: a word for a number with digits for some of its letters.
fn is_word_in_digits(word: &[(usize, char)]) -> bool {
    let mixed = word.iter().any(|(_, c)| c.is_ascii_digit()) && word.iter().any(|(_, c)| c.is_alphabetic());
    mixed && word.len() < 12 && is_number(&word.iter().map(|(_, c)| spelt(*c)).collect::<String>())
}

fn spelt(c: char) -> char {
    match c {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        _ => c,
    }
}

fn is_part(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn meant(c: char) -> char {
    match c {
        'O' | 'o' => '0',
        'l' | 'I' => '1',
        _ => c,
    }
}

/// Digits and their look-alikes alone: with two digits at least, or all zeros next to digits.
fn stands_for_digits(word: &[(usize, char)], after_digits: bool, rest: &[(usize, char)]) -> bool {
    let digits = word.iter().filter(|(_, c)| c.is_ascii_digit()).count();
    if digits == word.len() {
        return true;
    }
    if !word.iter().all(|(_, c)| meant(*c).is_ascii_digit()) {
        return false;
    }
    let zeros = word.iter().all(|(_, c)| meant(*c) == '0');
    let before_digits = rest.iter().skip(1).take(1).any(|(_, c)| meant(*c).is_ascii_digit());
    (digits >= 2 && word.len() >= 3) || (zeros && before_digits && (after_digits || digits > 0))
}
