//! What a document becomes: only its public form, with the pictures it names as pieces.

use basics::Lang;
use db::Tx;
use plugs::Document;
use serde_json::Value;

use super::form_of;
use crate::{Content, Form, Piece};

/// Characters of a lede that is taken from the first paragraph.
const LEDE: usize = 280;

pub(super) fn form(document: &Document) -> Form {
    let said = ["form", "type", "category", "layout"].into_iter().find_map(|name| text(document, name));
    form_of(document.collection, said.unwrap_or_else(|| document.folder_word.clone()).as_str())
}

/// The tag of the document's language; English when it names none.
pub(super) fn lang(document: &Document) -> String {
    let tag = document.lang.as_deref().map(str::trim).filter(|tag| !tag.is_empty()).unwrap_or("en");
    Lang::from_tag(tag).map_or_else(|| tag.to_lowercase(), |lang| lang.tag().to_owned())
}

fn text(document: &Document, name: &str) -> Option<String> {
    let said = document.public_fields.get(name).and_then(Value::as_str)?.trim();
    (!said.is_empty()).then(|| said.to_owned())
}

pub(super) async fn content(tx: &mut Tx, document: &Document) -> anyhow::Result<Content> {
    let body = document.public_body();
    let title =
        text(document, "title").or_else(|| text(document, "name")).unwrap_or_else(|| document.slug.replace('-', " "));
    let lede = ["description", "excerpt", "summary", "subtitle"].into_iter().find_map(|name| text(document, name));
    let mut content =
        Content { title, lede: lede.unwrap_or_else(|| markup::excerpt(body, LEDE)), ..Content::default() };
    let lead = ["image", "cover", "thumbnail", "photo"].into_iter().find_map(|name| text(document, name));
    if let Some(named) = lead {
        let alt = text(document, "image_alt").unwrap_or_default();
        content.lead = piece(tx, document, &mut content.pieces, &named, &alt, "").await?.unwrap_or_default();
    }
    let mut lines = Vec::new();
    for line in body.lines() {
        lines.push(named_pieces(tx, document, &mut content.pieces, line).await?);
    }
    content.source = lines.join("\n");
    Ok(content)
}

/// A line with each `![alt](file.jpg "caption")` as a piece of its own; a picture that did not come leaves its words.
async fn named_pieces(tx: &mut Tx, document: &Document, pieces: &mut Vec<Piece>, line: &str) -> anyhow::Result<String> {
    let (mut made, mut rest) = (String::with_capacity(line.len()), line);
    while let Some((before, after)) = rest.split_once("![") {
        let Some((alt, target, behind)) = picture(after) else { break };
        let (named, caption) = target.split_once(char::is_whitespace).unwrap_or((target, ""));
        let caption = caption.trim().trim_matches('"');
        made.push_str(before);
        match piece(tx, document, pieces, named.trim_matches(['<', '>']), alt, caption).await? {
            Some(name) => made.push_str(&format!("\n\n![]({name})\n\n")),
            None => made.push_str(alt),
        }
        rest = behind;
    }
    made.push_str(rest);
    Ok(made)
}

/// What stands between `![` and the closing bracket: words, target, and what follows.
fn picture(after: &str) -> Option<(&str, &str, &str)> {
    let (alt, rest) = after.split_once("](")?;
    let (target, behind) = rest.split_once(')')?;
    Some((alt, target.trim(), behind))
}

/// The name of the piece for a picture of the folder; nothing when the picture did not come.
async fn piece(
    tx: &mut Tx,
    document: &Document,
    pieces: &mut Vec<Piece>,
    named: &str,
    alt: &str,
    caption: &str,
) -> anyhow::Result<Option<String>> {
    let Some(hash) = document.picture(named) else { return Ok(None) };
    if let Some(known) = pieces.iter().find(|piece| piece.hash == hash) {
        return Ok(Some(known.name.clone()));
    }
    let Some(picture) = media::find_in(tx, hash).await? else { return Ok(None) };
    let piece = Piece {
        name: format!("p{}", pieces.len() + 1),
        hash: hash.to_owned(),
        alt: alt.to_owned(),
        caption: caption.to_owned(),
        picture: Some(picture),
        ..Piece::default()
    };
    let name = piece.name.clone();
    pieces.push(piece);
    Ok(Some(name))
}
