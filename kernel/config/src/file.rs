//! The TOML file: its values as text, each with the line it stands on.

use std::{
    fs::File,
    io::Read,
    path::{Path, PathBuf},
};

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    error::Problem,
    keys,
    load::{Given, Sources},
    origin::Origin,
};

/// Longer is no settings file.
const MOST_BYTES: u64 = 256 * 1024;
const NAME: &str = "dzaleka.toml";

/// The file to read: the one asked for, else `dzaleka.toml` in the current folder, else in the data folder.
pub fn choose(sources: &Sources, data: &Path) -> Option<PathBuf> {
    let usual = || [sources.folder.join(NAME), data.join(NAME)].into_iter().find(|path| path.is_file());
    sources.file.clone().or_else(usual)
}

/// What the file says, or why it cannot be read. Values of a wrong kind are among the problems.
pub fn read(path: &Path, problems: &mut Vec<Problem>) -> Vec<Given> {
    let mut given = Vec::new();
    let refuse = |why: String| Problem::File { path: path.to_owned(), why };
    match text(path) {
        Err(why) => problems.push(refuse(why)),
        Ok(text) => match DeTable::parse(&text) {
            Err(error) => {
                let line = error.span().map(|span| format!("line {}: ", line(&text, span.start)));
                problems.push(refuse(format!("{}{}", line.unwrap_or_default(), error.message())));
            }
            Ok(table) => Reader { path, text: &text, problems, given: &mut given }.table("", table.get_ref()),
        },
    }
    given
}

struct Reader<'a> {
    path: &'a Path,
    text: &'a str,
    problems: &'a mut Vec<Problem>,
    given: &'a mut Vec<Given>,
}

impl Reader<'_> {
    fn table(&mut self, before: &str, table: &DeTable<'_>) {
        for (name, value) in table {
            let name_here = format!("{before}{}", name.get_ref());
            let origin = Origin::File(self.path.to_owned(), line(self.text, name.span().start));
            self.value(name_here, value, origin);
        }
    }

    fn value(&mut self, name: String, value: &Spanned<DeValue<'_>>, origin: Origin) {
        let known = keys::find(&name);
        match (value.get_ref(), known) {
            (DeValue::Table(inner), None) => self.table(&format!("{name}."), inner),
            (value, _) => match (plain(value), known) {
                (None, Some(key)) => {
                    let value = value.type_str().to_owned();
                    self.problems.push(Problem::Wrong { key: key.name, value, origin, expected: key.expected });
                }
                (text, _) => self.given.push(Given { name, text: text.unwrap_or_default(), origin }),
            },
        }
    }
}

fn plain(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Boolean(switch) => Some(switch.to_string()),
        _ => None,
    }
}

fn text(path: &Path) -> Result<String, String> {
    let cannot = |error: std::io::Error| format!("cannot be read ({error})");
    let file = File::open(path).map_err(cannot)?;
    let mut text = String::new();
    file.take(MOST_BYTES + 1).read_to_string(&mut text).map_err(cannot)?;
    if text.len() as u64 > MOST_BYTES {
        return Err(format!("is longer than {} kilobytes: this is no file of settings", MOST_BYTES / 1024));
    }
    Ok(text)
}

/// The line of a byte, counted from 1.
fn line(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}
