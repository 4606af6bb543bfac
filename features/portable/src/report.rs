//! What an import did, file by file, for people and for programs. The JSON shape is what others script against.

use std::{
    collections::BTreeMap,
    fmt::{self, Display},
};

use plugs::{Outcome, Repair};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    pub files: Vec<FileReport>,
    pub summary: Summary,
}

/// What became of one file, or of one entry of a data file (`file.json#index`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FileReport {
    pub path: String,
    /// Empty when the file could not be read.
    pub collection: String,
    pub outcome: Outcome,
    pub url: Option<String>,
    pub repairs: Vec<Repair>,
    /// Fields with personal details, kept and never public.
    pub private: Vec<String>,
    pub message: String,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Nothing was kept: this is what an import would do.
    pub dry_run: bool,
    pub files: usize,
    pub imported: usize,
    pub repaired: usize,
    pub held: usize,
    pub unchanged: usize,
    pub refused: usize,
    pub repairs: usize,
    pub private: usize,
    pub pictures: usize,
    pub collections: BTreeMap<String, usize>,
    /// Endings of files that are no documents, with their number.
    pub other: BTreeMap<String, usize>,
    /// Folders and files of the site's tools and templates, passed over.
    pub passed_over: Vec<String>,
}

impl Report {
    /// Whether something was refused: the command then ends with 1.
    pub fn has_refusals(&self) -> bool {
        self.summary.refused > 0
    }

    pub(crate) fn add(&mut self, file: FileReport) {
        let summary = &mut self.summary;
        summary.files += 1;
        summary.repairs += file.repairs.len();
        summary.private += file.private.len();
        *match file.outcome {
            Outcome::Imported => &mut summary.imported,
            Outcome::Repaired => &mut summary.repaired,
            Outcome::Held => &mut summary.held,
            Outcome::Unchanged => &mut summary.unchanged,
            Outcome::Refused => &mut summary.refused,
        } += 1;
        if !file.collection.is_empty() {
            *summary.collections.entry(file.collection.clone()).or_default() += 1;
        }
        self.files.push(file);
    }
}

/// Files with something to say come with their notes; the rest are only counted.
impl Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for file in self.files.iter().filter(|file| file.speaks()) {
            writeln!(f, "{file}")?;
        }
        write!(f, "{}", self.summary)
    }
}

impl FileReport {
    fn speaks(&self) -> bool {
        !self.repairs.is_empty()
            || !self.private.is_empty()
            || !self.message.is_empty()
            || self.outcome == Outcome::Refused
    }
}

impl Display for FileReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, word(self.outcome))?;
        if !self.collection.is_empty() {
            write!(f, " · {}", self.collection)?;
        }
        if let Some(url) = &self.url {
            write!(f, " · {url}")?;
        }
        writeln!(f)?;
        if !self.message.is_empty() {
            writeln!(f, "    {}", self.message)?;
        }
        self.repairs.iter().try_for_each(|repair| note(f, repair))?;
        if !self.private.is_empty() {
            writeln!(f, "    not public: {}", self.private.join(", "))?;
        }
        Ok(())
    }
}

fn note(f: &mut fmt::Formatter<'_>, repair: &Repair) -> fmt::Result {
    let place = if repair.line > 0 { format!("line {}", repair.line) } else { "file".into() };
    let field = if repair.field.is_empty() { String::new() } else { format!(", {}", repair.field) };
    let change = match (repair.read.is_empty(), repair.stored.is_empty()) {
        (true, true) => String::new(),
        _ if repair.stored == details::MASK => String::new(),
        (false, true) => format!(": “{}” left out", one_line(&repair.read)),
        _ if repair.read == repair.stored => format!(": “{}” kept", one_line(&repair.read)),
        _ => format!(": “{}” → “{}”", one_line(&repair.read), one_line(&repair.stored)),
    };
    writeln!(f, "    {place}{field}: {}{change}", repair.why)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn word(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Imported => "imported",
        Outcome::Repaired => "imported with repairs",
        Outcome::Held => "held for a later room",
        Outcome::Unchanged => "unchanged",
        Outcome::Refused => "REFUSED",
    }
}

impl Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, imported, repaired, held, unchanged, refused, repairs, private, pictures, .. } = self;
        if self.dry_run {
            writeln!(f, "Nothing was kept; an import would do this:")?;
        }
        writeln!(
            f,
            "{files} documents: {imported} imported, {repaired} imported with repairs, {held} held, {unchanged} unchanged, {refused} refused"
        )?;
        if !self.collections.is_empty() {
            let counts: Vec<_> = self.collections.iter().map(|(name, count)| format!("{count} {name}")).collect();
            writeln!(f, "Collections: {}", counts.join(", "))?;
        }
        writeln!(f, "{repairs} repairs, {private} fields kept private, {pictures} pictures taken")?;
        if !self.other.is_empty() {
            let counts: Vec<_> = self.other.iter().map(|(ending, count)| format!("{count} {ending}")).collect();
            writeln!(f, "No documents: {}", counts.join(", "))?;
        }
        if !self.passed_over.is_empty() {
            writeln!(f, "Passed over, tools and templates of the site: {}", self.passed_over.join(", "))?;
        }
        Ok(())
    }
}
