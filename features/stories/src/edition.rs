//! What a story says in one language, and the exact version of it, known by a hash of every word and picture.

use basics::{At, words};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Words read in a minute, on a telephone.
const WORDS_A_MINUTE: u64 = 180;

/// A picture or recording that stands in a story, called by a short name in its text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Piece {
    /// `p1`, `s1`: how the text calls it.
    pub name: String,
    /// By which `media` knows it.
    pub hash: String,
    /// What can be seen, in words; empty of a recording.
    pub alt: String,
    pub caption: String,
    pub credit: String,
    /// What is said in a recording.
    pub transcript: String,
    pub picture: Option<media::Picture>,
    pub sound: Option<Sound>,
}

/// A recording as pages need it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sound {
    pub src: String,
    pub bytes: u64,
    pub milliseconds: u64,
}

impl Sound {
    pub fn of(recording: &media::Recording) -> Self {
        Self { src: recording.src(), bytes: recording.bytes, milliseconds: recording.milliseconds }
    }
}

/// A story in one language.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Content {
    pub title: String,
    /// One or two sentences below the title.
    pub lede: String,
    /// Name of the piece shown first; empty for none.
    pub lead: String,
    /// The text as it is typed; [`crate::blocks`] reads it.
    pub source: String,
    pub pieces: Vec<Piece>,
}

impl Content {
    pub fn piece(&self, name: &str) -> Option<&Piece> {
        self.pieces.iter().find(|piece| piece.name == name)
    }

    /// The piece shown first, when it is a picture.
    pub fn lead(&self) -> Option<&Piece> {
        self.piece(&self.lead).filter(|piece| piece.picture.is_some())
    }

    /// The first free name with this letter: `p` for a picture, `s` for a recording.
    pub fn free_name(&self, letter: char) -> String {
        let taken = |name: &String| self.piece(name).is_some();
        (1..).map(|number| format!("{letter}{number}")).find(|name| !taken(name)).unwrap_or_default()
    }

    pub fn words(&self) -> u64 {
        let heard: usize = self.pieces.iter().map(|piece| words(&piece.transcript).len()).sum();
        (words(&self.lede).len() + words(&markup::plain(&self.source)).len() + heard) as u64
    }

    /// The same with personal details covered, as everybody reads it: what is frozen and agreed to.
    pub fn covered(&self) -> Self {
        let cover = |text: &str| details::mask(text).0;
        let pieces = self.pieces.iter().map(|piece| Piece {
            alt: cover(&piece.alt),
            caption: cover(&piece.caption),
            transcript: cover(&piece.transcript),
            ..piece.clone()
        });
        Self {
            title: cover(&self.title),
            lede: cover(&self.lede),
            lead: self.lead.clone(),
            source: cover_source(&self.source),
            pieces: pieces.collect(),
        }
    }

    /// SHA-256 in hex of the language and everything a reader reads, sees and hears.
    pub fn hash(&self, lang: &str) -> String {
        let mut hash = Sha256::new();
        let mut say = |part: &str| {
            hash.update((part.len() as u64).to_be_bytes());
            hash.update(part);
        };
        for part in ["story edition 1", lang, &self.title, &self.lede, &self.lead, &self.source] {
            say(part);
        }
        for piece in &self.pieces {
            for part in [&piece.name, &piece.hash, &piece.alt, &piece.caption, &piece.credit, &piece.transcript] {
                say(part);
            }
        }
        basics::hex(hash.finalize())
    }
}

/// Details that only the marks of formatting hide are covered too: then the text goes on without its formatting.
fn cover_source(source: &str) -> String {
    let text = details::mask(source).0;
    let (plain, found) = details::mask(&markup::plain(&text));
    if found.is_empty() { text } else { plain }
}

/// An exact version.
#[derive(Clone, Debug, PartialEq)]
pub struct Edition {
    pub story: String,
    pub hash: String,
    pub lang: String,
    /// What is agreed to when this is.
    pub root: String,
    pub content: Content,
    pub words: u64,
    pub made_at: At,
}

impl Edition {
    /// Freezes what a story says. `root`: of which this is a small correction or a translation; `None` when it has to be
    /// agreed to itself.
    pub fn of(story: &str, lang: &str, content: &Content, root: Option<&str>, now: At) -> Self {
        let content = content.covered();
        let hash = content.hash(lang);
        Self {
            story: story.to_owned(),
            lang: lang.to_owned(),
            root: root.map_or_else(|| hash.clone(), str::to_owned),
            words: content.words(),
            hash,
            content,
            made_at: now,
        }
    }

    pub fn minutes(&self) -> u64 {
        minutes(self.words)
    }
}

/// Minutes to read so many words; at least one.
pub fn minutes(words: u64) -> u64 {
    words.div_ceil(WORDS_A_MINUTE).max(1)
}
