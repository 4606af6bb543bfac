//! The text of a story, read into blocks. It is Markdown with four additions, each a paragraph of its own:
//!
//! - `Q: …` and `A: …` (also `S: …`/`J: …` and `R: …`; with a name: `A (Amina): …`) are questions and answers;
//! - `> words` with a last line `> — Whose` is a pull quote, `> — [Title](/stories/slug)` one from another story;
//! - `![](p1)` shows a picture or recording by its name; several in one paragraph are a gallery; in the paragraph of a
//!   question or answer they stand beside it.
//!
//! What follows an answer without a mark of its own belongs to it, up to a heading, quote, picture or `---`.

use markup::Html;

mod gone;
mod lines;

pub use gone::without;
use lines::{pieces_alone, spoken, without_pieces};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Said {
    Question,
    Answer,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// `deep`: below another heading.
    Heading {
        deep: bool,
        text: String,
    },
    Text(Html),
    Turn {
        said: Said,
        speaker: String,
        html: Html,
        pieces: Vec<String>,
    },
    /// `from`: the address of the story it is taken from.
    Quote {
        html: Html,
        whose: String,
        from: Option<String>,
    },
    /// One picture or recording, or a gallery; by name.
    Pieces(Vec<String>),
}

/// Reads a text.
pub fn blocks(source: &str) -> Vec<Block> {
    let mut made = Vec::new();
    let mut text = Text::default();
    for paragraph in paragraphs(source) {
        if let Some(block) = single(&paragraph) {
            text.end(&mut made);
            made.extend(block);
        } else if let Some((said, speaker, words)) = spoken(&paragraph) {
            text.end(&mut made);
            let (words, pieces) = without_pieces(words);
            text = Text { turn: Some((said, speaker, pieces)), markdown: words };
        } else {
            let (words, pieces) =
                if text.turn.is_some() { without_pieces(&paragraph) } else { (paragraph, Vec::new()) };
            text.add(&words, pieces);
        }
    }
    text.end(&mut made);
    made
}

/// The addresses of stories that a text links to or quotes, each once.
pub fn linked(source: &str) -> Vec<String> {
    let html = markup::markdown(source).into_string();
    let mut slugs: Vec<String> =
        html.split("href=\"").skip(1).filter_map(|rest| slug_of(rest.split('"').next()?)).collect();
    slugs.sort();
    slugs.dedup();
    slugs
}

/// `/sw/stories/amina` → `amina`.
pub fn slug_of(href: &str) -> Option<String> {
    let path = ["/sw", "/fr"].iter().find_map(|prefix| href.strip_prefix(prefix)).unwrap_or(href);
    let slug = path.strip_prefix("/stories/")?.split(['/', '?', '#']).next()?;
    (!slug.is_empty()).then(|| slug.to_owned())
}

/// Words that go on until something else begins.
#[derive(Default)]
struct Text {
    turn: Option<(Said, String, Vec<String>)>,
    markdown: String,
}

impl Text {
    fn add(&mut self, words: &str, pieces: Vec<String>) {
        if !self.markdown.is_empty() {
            self.markdown.push_str("\n\n");
        }
        self.markdown.push_str(words);
        if let Some((.., beside)) = &mut self.turn {
            beside.extend(pieces);
        }
    }

    fn end(&mut self, made: &mut Vec<Block>) {
        let Self { turn, markdown } = std::mem::take(self);
        let html = markup::markdown(&markdown);
        match turn {
            Some((said, speaker, pieces)) => made.push(Block::Turn { said, speaker, html, pieces }),
            None if !html.is_empty() => made.push(Block::Text(html)),
            None => {}
        }
    }
}

/// A paragraph that is a block of its own; `Some(None)` only ends what went before.
fn single(paragraph: &str) -> Option<Option<Block>> {
    if paragraph.trim() == "---" {
        return Some(None);
    }
    if let Some(heading) = paragraph.strip_prefix('#') {
        let (marks, words) = heading.split_once(' ')?;
        let deep = marks.len() >= 2;
        return marks
            .bytes()
            .all(|mark| mark == b'#')
            .then(|| Some(Block::Heading { deep, text: markup::plain(words) }));
    }
    if paragraph.starts_with('>') {
        return Some(Some(quote(paragraph)));
    }
    pieces_alone(paragraph).map(|names| Some(Block::Pieces(names)))
}

fn quote(paragraph: &str) -> Block {
    let mut lines: Vec<&str> = paragraph.lines().map(|line| line.trim_start_matches('>').trim()).collect();
    let whose = lines.last().and_then(|line| line.strip_prefix(['—', '–']).or_else(|| line.strip_prefix("--")));
    let whose = whose.map(|whose| whose.trim().to_owned());
    if whose.is_some() {
        lines.pop();
    }
    let whose = whose.unwrap_or_default();
    let from = linked(&whose).into_iter().next();
    Block::Quote { html: markup::markdown(&lines.join("\n")), whose: markup::plain(&whose), from }
}

/// Pieces of a text between empty lines; a heading is one even without them.
fn paragraphs(source: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for line in source.replace("\r\n", "\n").lines() {
        let apart = line.trim().is_empty();
        let heading = line.starts_with('#') || line.trim() == "---";
        let Some(last) = found.last_mut() else { break };
        if (apart || heading) && !last.is_empty() {
            found.push(String::new());
        }
        if !apart {
            let Some(last) = found.last_mut() else { break };
            if !last.is_empty() {
                last.push('\n');
            }
            last.push_str(line.trim_end());
            if heading {
                found.push(String::new());
            }
        }
    }
    found.retain(|paragraph| !paragraph.is_empty());
    found
}
