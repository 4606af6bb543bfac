//! Stories on their way out: one readable document a language, the record of all of it in that of the original. An imported
//! one that nobody has worked on leaves as it came.

use db::Db;
use plugs::{Given, RECORD};
use serde_json::{Map, Value, json};

use super::{drafts, gather};
use crate::{Content, Form, Piece, Story, Telling, Theme, Whole, store};

/// In the record of a translation: the id of the story to whose record it belongs.
pub(super) const TRANSLATION_OF: &str = "translation_of";

pub(super) async fn given(db: &Db, whole: &Whole) -> anyhow::Result<Vec<Given>> {
    let story = &whole.story;
    let kept = store::stories::kept(db, story.id.as_str()).await?;
    let tellings = store::tellings::list(db, story.id.as_str()).await?;
    if let Some(telling) = tellings.first().filter(|_| drafts::is_as_it_came(whole, &tellings, &kept)) {
        return Ok(vec![original(story, telling, &kept)]);
    }
    let record = gather::record(db, whole, &tellings).await?;
    let files = record.files();
    let record = serde_json::to_value(record)?;
    let mut given: Vec<Given> = tellings.iter().map(|telling| written(story, telling)).collect();
    if given.is_empty() {
        given.push(wordless(story));
    }
    for (nth, given) in given.iter_mut().enumerate() {
        let is_first = nth == 0;
        let exact = if is_first { record.clone() } else { json!({ TRANSLATION_OF: story.id }) };
        given.fields.insert(RECORD.to_owned(), exact);
        if is_first {
            given.files.clone_from(&files);
        }
    }
    Ok(given)
}

fn folder(story: &Story) -> &'static str {
    if matches!(story.form, Form::News | Form::Announcement) { "news" } else { "stories" }
}

fn path(folder: &str, lang: &str, slug: &str, ending: &str) -> String {
    let lang = if lang == "en" { String::new() } else { format!("{lang}/") };
    format!("{folder}/{lang}{slug}.{ending}")
}

fn original(story: &Story, telling: &Telling, kept: &Map<String, Value>) -> Given {
    let text = |name: &str| kept.get(name).and_then(Value::as_str).unwrap_or_default();
    let html = text("path").ends_with(".html") || text("path").ends_with(".htm");
    let collection =
        Some(text("collection")).filter(|name| matches!(*name, "stories" | "news")).unwrap_or(folder(story));
    let slug = Some(text("slug")).filter(|slug| store::stories::is_address(slug)).unwrap_or(&story.slug);
    let fields = kept.get("fields").and_then(Value::as_object).cloned().unwrap_or_default();
    let says = fields.contains_key("lang") || fields.contains_key("language");
    let pictures = kept.get("pictures").cloned().unwrap_or_default();
    let pictures: Vec<(String, String)> = serde_json::from_value(pictures).unwrap_or_default();
    let lang = if says { "en" } else { telling.lang.as_str() };
    Given {
        path: path(collection, lang, slug, if html { "html" } else { "md" }),
        fields,
        body: text("body").to_owned(),
        media: pictures.into_iter().map(|(named, hash)| (hash, named)).collect(),
        files: Vec::new(),
    }
}

/// What a reader of the folder reads: the words with personal details covered, pictures where the export keeps them.
fn written(story: &Story, telling: &Telling) -> Given {
    let content = telling.content.covered();
    let path = path(folder(story), &telling.lang, &story.slug, "md");
    let up = "../".repeat(path.matches('/').count());
    let mut fields = said(story, &content.title);
    fields.insert("description".into(), content.lede.clone().into());
    fields.insert("lang".into(), telling.lang.clone().into());
    let lead = content.lead();
    if let Some((lead, file)) = lead.and_then(|lead| Some((lead, file(lead, &up)?))) {
        fields.insert("image".into(), file.into());
        fields.insert("image_alt".into(), lead.alt.clone().into());
    }
    Given { path, fields, body: body(&content, &up), media: Vec::new(), files: Vec::new() }
}

/// A story whose words are gone: its address stays taken, so that nothing older comes back under it.
fn wordless(story: &Story) -> Given {
    let path = path(folder(story), &story.lang, &story.slug, "md");
    Given { path, fields: said(story, &story.title), body: String::new(), media: Vec::new(), files: Vec::new() }
}

fn said(story: &Story, title: &str) -> Map<String, Value> {
    let said = json!({ "title": title, "form": story.form.code(), "state": story.state().code() });
    let mut fields = said.as_object().cloned().unwrap_or_default();
    fields.extend(story.theme.map(Theme::code).map(|theme| ("theme".to_owned(), theme.into())));
    fields
}

fn body(content: &Content, up: &str) -> String {
    let mut body = content.source.clone();
    for (piece, file) in content.pieces.iter().filter_map(|piece| Some((piece, file(piece, up)?))) {
        let caption =
            if piece.caption.is_empty() { String::new() } else { format!(" \"{}\"", piece.caption.replace('"', "'")) };
        let named = format!("![{}]({file}{caption})", piece.alt.replace(['[', ']'], ""));
        body = body.replace(&format!("![]({})", piece.name), &named);
    }
    body
}

/// Where the export keeps a picture in its largest size, from a folder that lies so far below it.
fn file(piece: &Piece, up: &str) -> Option<String> {
    let best = piece.picture.as_ref()?.best(u32::MAX)?;
    Some(format!("{up}media/kept/{}", best.key))
}
