//! Stories on their way out, one document a language. An imported one that nobody has worked on leaves as it came.

use db::Db;
use plugs::Given;
use serde_json::{Map, Value, json};

use crate::{Form, Story, Telling, Theme, store};

pub(super) async fn given(db: &Db, story: &Story) -> anyhow::Result<Vec<Given>> {
    let kept = store::stories::kept(db, story.id.as_str()).await?;
    let tellings = store::tellings::list(db, story.id.as_str()).await?;
    let said = kept.get("said").and_then(Value::as_str);
    Ok(tellings
        .iter()
        .map(|telling| {
            let as_it_came = telling.is_original() && said == Some(telling.content.hash(&telling.lang).as_str());
            if as_it_came { original(story, telling, &kept) } else { written(story, telling) }
        })
        .collect())
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
    let collection = if text("collection").is_empty() { folder(story) } else { text("collection") };
    let fields = kept.get("fields").and_then(Value::as_object).cloned().unwrap_or_default();
    let says = fields.contains_key("lang") || fields.contains_key("language");
    let pictures = kept.get("pictures").cloned().unwrap_or_default();
    let pictures: Vec<(String, String)> = serde_json::from_value(pictures).unwrap_or_default();
    let lang = if says { "en" } else { telling.lang.as_str() };
    Given {
        path: path(collection, lang, text("slug"), if html { "html" } else { "md" }),
        fields,
        body: text("body").to_owned(),
        media: pictures.into_iter().map(|(named, hash)| (hash, named)).collect(),
        files: Vec::new(),
    }
}

fn written(story: &Story, telling: &Telling) -> Given {
    let content = &telling.content;
    let (mut body, mut media) = (content.source.clone(), Vec::new());
    let file = |name: &str| format!("{}-{name}.jpg", story.slug);
    for piece in content.pieces.iter().filter(|piece| piece.picture.is_some()) {
        let caption =
            if piece.caption.is_empty() { String::new() } else { format!(" \"{}\"", piece.caption.replace('"', "'")) };
        let named = format!("![{}]({}{caption})", piece.alt.replace(['[', ']'], ""), file(&piece.name));
        body = body.replace(&format!("![]({})", piece.name), &named);
        media.push((piece.hash.clone(), file(&piece.name)));
    }
    let mut fields = json!({
        "title": content.title,
        "description": content.lede,
        "form": story.form.code(),
        "lang": telling.lang,
        "state": story.state().code(),
    })
    .as_object()
    .cloned()
    .unwrap_or_default();
    if let Some(theme) = story.theme.map(Theme::code) {
        fields.insert("theme".into(), theme.into());
    }
    if let Some(lead) = content.lead() {
        fields.insert("image".into(), file(&lead.name).into());
        fields.insert("image_alt".into(), lead.alt.clone().into());
    }
    Given { path: path(folder(story), &telling.lang, &story.slug, "md"), fields, body, media, files: Vec::new() }
}
