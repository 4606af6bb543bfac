//! The letters a phone network sends cheaply: GSM 03.38, 7 bits each.

use unicode_normalization::UnicodeNormalization;

/// Its letters, one unit each.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?\
    ¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Its further letters, two units each.
const FURTHER: &str = "\u{c}^{}\\[~]|€";

/// Units of a letter; none when the alphabet lacks it.
pub fn units(letter: char) -> Option<usize> {
    if BASIC.contains(letter) {
        Some(1)
    } else if FURTHER.contains(letter) {
        Some(2)
    } else {
        None
    }
}

/// The text with every letter that the alphabet lacks written by letters it has, where that can be read.
pub fn latin(text: &str) -> String {
    text.nfc().fold(String::with_capacity(text.len()), |mut all, letter| {
        match (units(letter), alike(letter)) {
            (Some(_), _) => all.push(letter),
            (None, Some(other)) => all.push_str(other),
            (None, None) => all.push(bare(letter)),
        }
        all
    })
}

/// A letter without its marks, if the alphabet has that.
fn bare(letter: char) -> char {
    std::iter::once(letter).nfd().next().filter(|base| units(*base).is_some()).unwrap_or(letter)
}

fn alike(letter: char) -> Option<&'static str> {
    Some(match letter {
        '‘' | '’' | '‚' | '‛' | 'ʼ' | 'ʻ' | '`' | '´' | '′' | '‹' | '›' => "'",
        '“' | '”' | '„' | '″' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '…' => "...",
        '•' | '·' => "-",
        '\t' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => " ",
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => "",
        'œ' => "oe",
        'Œ' => "OE",
        'ł' => "l",
        'đ' => "d",
        'ŋ' => "ng",
        'ə' => "e",
        _ => return None,
    })
}
