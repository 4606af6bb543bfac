//! `/{slug}`: a standing page in the reader's language, or in the next one it has, which is said.

use askama::Template;
use axum::extract::{Path, rejection::PathRejection};
use basics::Lang;
use media::Drawn;
use serde_json::json;
use web::{Cx, Error, Result};

use crate::{
    Text,
    page::{Page, choose},
    pictures::Pictures,
    placed::placed,
    shelf,
};

#[derive(Template)]
#[template(path = "pages/show.html")]
struct Show<'a> {
    t: Text,
    cx: &'a Cx,
    page: &'a Page,
    note: Option<String>,
    /// The page's language when it is not the reader's.
    lang: Option<&'a str>,
    picture: Option<Opening<'a>>,
    body: String,
}

/// The picture above the text.
struct Opening<'a> {
    drawn: Drawn,
    alt: &'a str,
}

pub async fn show(cx: Cx, slug: std::result::Result<Path<String>, PathRejection>) -> Result<web::Page> {
    let Path(slug) = slug?;
    let texts = shelf::texts(&cx.portal.db, &slug).await?;
    let langs = shelf::langs(&texts);
    let page = choose(texts, cx.lang).ok_or(Error::NotFound)?;
    let pictures = Pictures::of(&cx.portal.db, &page).await?;
    let foreign = is_foreign(&page, cx.lang);
    let main = Show {
        t: Text(cx.lang),
        cx: &cx,
        page: &page,
        note: foreign.then(|| note(&page, cx.lang)),
        lang: foreign.then_some(page.lang.as_str()),
        picture: opening(&page, &pictures),
        body: body(&page, &pictures, &cx),
    };
    let seo = markup::seo(page.fields());
    let mut sent = cx.page(seo.title.as_deref().unwrap_or(&page.title), &main)?.langs(langs).nav(nav(&page.slug));
    for tag in tags(&cx, &page, &seo, &pictures) {
        sent = sent.meta(tag.attribute, tag.name, tag.content);
    }
    if foreign {
        // The same text stands at its own language's address; one of them is enough for search engines.
        sent = sent.not_indexed();
    }
    Ok(sent.json_ld(&data(&cx, &page)))
}

fn is_foreign(page: &Page, lang: Lang) -> bool {
    page.interface() != Some(if lang == Lang::Pseudo { Lang::En } else { lang })
}

/// "This page is not in Kiswahili yet. Here it is in English."
fn note(page: &Page, lang: Lang) -> String {
    let name = |tag: &str| words::language_name(lang, tag).unwrap_or_else(|| tag.to_owned());
    Text(lang).other_language(name(lang.tag()), name(&page.lang))
}

impl Show<'_> {
    /// What stands for the picture until it is tapped.
    fn tap(&self, picture: &Opening<'_>) -> String {
        let words = self.t.show_picture();
        if picture.alt.is_empty() { words.to_owned() } else { format!("{words}: {}", picture.alt) }
    }
}

fn opening<'a>(page: &'a Page, pictures: &Pictures) -> Option<Opening<'a>> {
    let picture = pictures.find(page.line("image")?)?;
    Some(Opening { drawn: picture.drawn(640)?, alt: page.line("image_alt").unwrap_or_default() })
}

fn body(page: &Page, pictures: &Pictures, cx: &Cx) -> String {
    let picture = |name: &str| pictures.src(name);
    let text = page.body_below_title();
    let html = if page.kept.html { markup::html_with(text, &picture) } else { markup::markdown_with(text, &picture) };
    placed(html.as_str(), pictures, cx.saver.then(|| Text(cx.lang).show_picture()))
}

fn tags(cx: &Cx, page: &Page, seo: &markup::Seo, pictures: &Pictures) -> Vec<markup::Tag> {
    let image = page.line("image").filter(|name| pictures.find(name).is_some());
    let defaults = markup::Defaults {
        title: &page.title,
        description: &page.summary(),
        image: image.map(|name| crate::page::bare(name).to_owned()),
        url: &cx.absolute(page.path()),
        kind: "website",
        base_url: &cx.portal.site.base_url,
    };
    markup::meta_tags(seo, &defaults)
}

/// The words of the navigation that are standing pages.
fn nav(slug: &str) -> &'static str {
    ["how-it-works", "safety"].into_iter().find(|word| *word == slug).unwrap_or_default()
}

fn data(cx: &Cx, page: &Page) -> serde_json::Value {
    let url = cx.absolute(page.path());
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "WebPage",
                "@id": url,
                "url": url,
                "name": page.title,
                "description": page.summary(),
                "inLanguage": page.lang,
                "dateModified": page.updated_at.rfc3339(),
                "isPartOf": { "@type": "WebSite", "name": cx.portal.site.name, "url": cx.absolute("/") },
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    { "@type": "ListItem", "position": 1, "name": Text(cx.lang).home(), "item": cx.absolute("/") },
                    { "@type": "ListItem", "position": 2, "name": page.title, "item": url },
                ],
            },
        ],
    })
}
