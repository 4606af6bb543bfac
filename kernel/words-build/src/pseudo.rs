//! The pseudo language of the tests: accents show a sentence that is not translated, length shows a narrow box.

use anyhow::Result;

use crate::{
    catalog::Forms,
    fields::{Piece, pieces},
};

/// `Find {name}` → `[Ƒîñð {name} öñ]`: every letter accented, 40 % longer, placeholders untouched.
pub fn forms(english: &Forms) -> Result<Forms> {
    Ok(Forms { one: text(&english.one)?, other: english.other.as_deref().map(text).transpose()? })
}

fn text(english: &str) -> Result<String> {
    let mut pseudo = String::from("[");
    let mut letters = 0;
    for piece in pieces(english)? {
        match piece {
            Piece::Words(words) => {
                letters += words.chars().count();
                pseudo.extend(words.chars().map(accented));
            }
            Piece::Field(name) => pseudo.push_str(&format!("{{{name}}}")),
        }
    }
    pseudo.push(' ');
    pseudo.extend(" and on".chars().cycle().skip(1).map(accented).take((letters * 2).div_ceil(5)));
    pseudo.push(']');
    Ok(pseudo)
}

fn accented(letter: char) -> char {
    const PLAIN: &str = "abcdefghijklmnoprstuvwyzABCDEFGHIJKLMNOPRSTUVWYZ";
    const ACCENTED: &str = "åƀçðéƒĝĥîĵķļɱñöþŕšţûṽŵýžÅƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞŔŠŢÛṼŴÝŽ";
    PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == letter).map_or(letter, |(_, accented)| accented)
}
