//! One PO file, read by polib and held to our rules: every entry has a `msgctxt` that can be a function's name.

use std::{collections::HashSet, fs, path::Path};

use anyhow::{Context, Result, bail, ensure};
use polib::message::MessageView;

/// The forms of one text: `other` is there when it has a plural.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forms {
    pub one: String,
    pub other: Option<String>,
}

impl Forms {
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.one.as_str()).chain(self.other.as_deref())
    }
}

#[derive(Debug)]
pub struct Entry {
    pub id: String,
    /// What the translator is told.
    pub note: String,
    pub source: Forms,
    /// Nothing when missing, incomplete or fuzzy.
    pub translation: Option<Forms>,
}

/// The entries of a PO file, in its order.
pub fn read(path: &Path) -> Result<Vec<Entry>> {
    let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text = tidy(&text);
    let catalog = polib::po_file::parse_from_reader(text.as_bytes())
        .with_context(|| format!("{} is not a PO file with a header", path.display()))?;
    refuse_twins(&text).with_context(|| path.display().to_string())?;
    catalog.messages().map(entry).collect::<Result<_>>().with_context(|| path.display().to_string())
}

fn entry(message: &dyn MessageView) -> Result<Entry> {
    let Some(id) = message.msgctxt().filter(|id| !id.is_empty()) else {
        bail!("the entry {:?} has no msgctxt", message.msgid());
    };
    ensure!(is_name(id), "the msgctxt {id:?} cannot be the name of a function: use snake_case and no word of Rust");
    let source = Forms { one: message.msgid().to_owned(), other: message.msgid_plural().ok().map(str::to_owned) };
    Ok(Entry { id: id.to_owned(), note: note(message), source, translation: translation(message) })
}

fn note(message: &dyn MessageView) -> String {
    [message.extracted_comments(), message.translator_comments()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

fn translation(message: &dyn MessageView) -> Option<Forms> {
    if message.is_fuzzy() {
        return None;
    }
    let forms = match message.msgstr_plural() {
        Ok(forms) => Forms { one: forms.first()?.clone(), other: Some(forms.get(1)?.clone()) },
        Err(_) => Forms { one: message.msgstr().ok()?.to_owned(), other: None },
    };
    let whole = forms.all().all(|form| !form.is_empty());
    whole.then_some(forms)
}

/// The text as polib wants it: no lone `#`, no trailing blanks, an empty line between entries.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut answered = false;
    for line in text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|line| *line != "#") {
        let opens = line.starts_with('#') || line.starts_with("msgctxt ") || line.starts_with("msgid ");
        if answered && opens {
            tidy.push('\n');
        }
        answered = line.starts_with("msgstr") || answered && line.starts_with('"');
        tidy.push_str(line);
        tidy.push('\n');
    }
    tidy
}

fn refuse_twins(text: &str) -> Result<()> {
    let mut seen = HashSet::new();
    for line in text.lines().filter(|line| line.starts_with("msgctxt ")) {
        ensure!(seen.insert(line), "{line} stands twice");
    }
    Ok(())
}

/// Whether this can be the name of a function or an argument.
pub fn is_name(name: &str) -> bool {
    const WORDS: &str = " abstract as async await become box break by_key const continue crate do dyn else enum extern \
        false final fn for gen if impl in let loop macro match mod move mut override priv pub ref return self static \
        struct super trait true try type typeof unsafe unsized use virtual where while yield ";
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && !WORDS.contains(&format!(" {name} "))
}
