//! The placeholders of a text: `{name}` stands for an argument; a brace means nothing else.

use std::collections::BTreeSet;

use anyhow::{Result, bail, ensure};

use crate::catalog::{Forms, is_name};

/// The one placeholder that is a number, and that plurals turn on.
pub const COUNT: &str = "count";

/// A text in order: words, and names of placeholders between them.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    Field(&'a str),
}

pub fn pieces(text: &str) -> Result<Vec<Piece<'_>>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((words, after)) = rest.split_once('{') {
        ensure!(!words.contains('}'), "a }} without its {{ in {text:?}");
        let Some((name, after)) = after.split_once('}') else { bail!("a {{ without its }} in {text:?}") };
        ensure!(is_name(name), "{{{name}}} in {text:?} cannot be the name of an argument");
        pieces.extend([Piece::Words(words), Piece::Field(name)]);
        rest = after;
    }
    ensure!(!rest.contains('}'), "a }} without its {{ in {text:?}");
    pieces.push(Piece::Words(rest));
    Ok(pieces)
}

/// The placeholders of all forms, by first appearance; `count` comes first when there is a plural.
pub fn names(forms: &Forms) -> Result<Vec<String>> {
    let mut names: Vec<String> = forms.other.iter().map(|_| COUNT.to_owned()).collect();
    for form in forms.all() {
        for name in fields(form)? {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
    }
    Ok(names)
}

/// Refuses a translation whose placeholders are not those of its source. `{count}` may be left out of the
/// singular, except where the singular is also said of zero.
pub fn compare(source: &Forms, translation: &Forms, zero_is_one: bool) -> Result<()> {
    ensure!(
        source.other.is_some() == translation.other.is_some(),
        "one of msgid and msgstr has a plural, the other not"
    );
    let wanted: BTreeSet<_> = source.all().map(fields).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect();
    for (form, singular) in translation.all().zip([source.other.is_some(), false]) {
        let found: BTreeSet<_> = fields(form)?.into_iter().collect();
        let free = |name: &&str| singular && !zero_is_one && *name == COUNT;
        let same = wanted.iter().all(|name| found.contains(name) || free(name)) && found.is_subset(&wanted);
        ensure!(same, "{form:?} has the placeholders {found:?}, the English text has {wanted:?}");
    }
    Ok(())
}

fn fields(text: &str) -> Result<Vec<&str>> {
    let name = |piece| if let Piece::Field(name) = piece { Some(name) } else { None };
    Ok(pieces(text)?.into_iter().filter_map(name).collect())
}
