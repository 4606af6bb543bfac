//! Why a document could not be read at all, and how to fix it, in words for an operator.

use thiserror::Error;

/// Why a document file is refused. The text says what is wrong; [`Unreadable::line`] where;
/// [`Unreadable::how_to_fix`] what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    #[error("the file is empty")]
    Empty,
    #[error("the file is {bytes} bytes; at most {limit} are read")]
    TooLarge { bytes: usize, limit: usize },
    #[error("the file is not text but binary data")]
    Binary,
    #[error("the text is in no encoding that can be recognised (neither UTF-8 nor Windows-1252)")]
    UnknownEncoding { line: usize },
    #[error("the front matter is opened with --- but never closed")]
    Unclosed { line: usize },
    #[error("the front matter is TOML (+++), which is not read")]
    Toml,
    #[error("the YAML cannot be understood: {detail}")]
    Yaml { line: usize, detail: String },
    #[error("the YAML unfolds into too much: {detail}")]
    Bomb { line: usize, detail: String },
    #[error("the JSON cannot be understood: {detail} (column {column})")]
    Json { line: usize, column: usize, detail: String },
    #[error("the file holds {found}, not fields with names")]
    Shape { line: usize, found: &'static str },
    #[error("files ending in .{ending} are not read as documents")]
    Ending { ending: String },
}

impl Unreadable {
    /// The line, counted from 1; 0 when the whole file is meant.
    pub fn line(&self) -> usize {
        match self {
            Self::UnknownEncoding { line }
            | Self::Unclosed { line }
            | Self::Yaml { line, .. }
            | Self::Bomb { line, .. }
            | Self::Json { line, .. }
            | Self::Shape { line, .. } => *line,
            Self::Toml => 1,
            Self::Empty | Self::TooLarge { .. } | Self::Binary | Self::Ending { .. } => 0,
        }
    }

    /// The same, `lines` further down.
    pub(crate) fn moved(mut self, lines: usize) -> Self {
        match &mut self {
            Self::Yaml { line, .. } | Self::Bomb { line, .. } | Self::Json { line, .. } | Self::Shape { line, .. } => {
                *line += lines;
            }
            _ => {}
        }
        self
    }

    /// What the person who keeps the file can do about it, as one sentence.
    pub fn how_to_fix(&self) -> &'static str {
        match self {
            Self::Empty => "Write something into it, or remove it from the folder.",
            Self::TooLarge { .. } => "Split it into smaller files.",
            Self::Binary => "Give it the ending it should have, or remove it from the folder.",
            Self::UnknownEncoding { .. } => "Open it in an editor and save it as UTF-8.",
            Self::Unclosed { .. } => "Put a line with only --- after the last field.",
            Self::Toml => "Write the front matter as YAML between two lines of ---.",
            Self::Yaml { .. } => "Put the value on this line in double quotes and check the indentation.",
            Self::Bomb { .. } => "Write the values out instead of referring to them with & and *.",
            Self::Json { .. } => "Check the commas, quotes and brackets just before this place.",
            Self::Shape { .. } => "Write names and values, such as title: …, or a list of such entries.",
            Self::Ending { .. } => "Use .md, .markdown, .mdx, .html, .txt, .json, .yaml or .yml.",
        }
    }
}
