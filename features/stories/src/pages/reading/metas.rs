//! What search engines and previews are told of a story. Previews get title, line and picture only where everybody in it
//! agreed to that use.

use basics::Lang;
use web::{Cx, Page};

use super::{share, show::Beside, structured};
use crate::{Reading, Text, Use};

/// Width and height of the share picture, in pixels.
const POSTER: (&str, &str) = ("1200", "630");

pub(super) fn described(cx: &Cx, page: Page, reading: &Reading, series: Option<&Beside>) -> Page {
    let image = reading.uses.contains(&Use::Share).then(|| {
        let base = &cx.portal.site.base_url;
        format!("{base}{}", share::address(cx, reading))
    });
    let data = structured::story(cx, reading, series, image.as_deref());
    let page = page.json_ld(&data).json_ld(&structured::crumbs(cx, reading));
    match image {
        Some(image) => previewed(page, cx.lang, reading, image),
        None => unseen(cx, page),
    }
}

fn previewed(page: Page, lang: Lang, reading: &Reading, image: String) -> Page {
    let mut page = page
        .description(&reading.lede)
        .meta("property", "og:type", "article")
        .meta("property", "og:image", image)
        .meta("property", "og:image:width", POSTER.0)
        .meta("property", "og:image:height", POSTER.1)
        .meta("property", "article:published_time", reading.published_at.rfc3339())
        .meta("property", "article:modified_time", reading.changed_at.rfc3339());
    if let Some(theme) = reading.theme.and_then(|theme| Text(lang).by_key(&format!("theme_{}", theme.code()))) {
        page = page.meta("property", "article:section", theme);
    }
    page
}

/// A preview that says no more than that there is a story.
fn unseen(cx: &Cx, page: Page) -> Page {
    let t = Text(cx.lang);
    page.description(t.read_stories_about()).meta("property", "og:title", t.read_unseen_title(&cx.portal.site.name))
}
