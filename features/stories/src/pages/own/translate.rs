//! `/me/stories/{id}/translate/{lang}`: the original on one side, its translation on the other. Somebody else than the
//! translator reads it beside the original before anybody sees it.

use askama::Template;
use axum::{
    extract::Path,
    response::{IntoResponse, Response},
};
use basics::limits;
use media::Received;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::super::{
    Asked2, refused,
    typed::{LINE, TRANSCRIPT, fits, line, text},
    words,
};
use crate::{Content, Edition, Telling, TellingState, Text, deeds, seat::Seat, store};

#[derive(Template)]
#[template(path = "pages/own/translate.html")]
struct Translate<'a> {
    t: Text,
    cx: &'a Cx,
    faults: Faults,
    seat: &'a Seat,
    lang: &'a str,
    original: &'a Edition,
    telling: Option<&'a Telling>,
    content: &'a Content,
}

/// The version that is translated: what is public, else what is being agreed to.
async fn original(cx: &Cx, seat: &Seat) -> Result<Option<Edition>> {
    let story = &seat.whole.story;
    let hash = [&story.edition, &story.next_edition].into_iter().find(|hash| !hash.is_empty());
    match hash {
        Some(hash) => Ok(store::editions::find(&cx.portal.db, story.id.as_str(), hash).await?),
        None => Ok(None),
    }
}

/// Somebody who may translate this story into this language, and what they translate.
async fn seated(cx: &Cx, id: &str, lang: &str) -> Result<(Seat, Edition, Option<Telling>)> {
    let seat = Seat::of(cx, id).await?;
    let known = super::super::tell::languages().any(|tag| tag == lang) && lang != seat.whole.story.lang;
    if !known || !seat.translates(lang) {
        return Err(Error::NotFound);
    }
    let original = original(cx, &seat).await?.ok_or(Error::NotFound)?;
    let telling = store::tellings::find(&cx.portal.db, id, lang).await?;
    Ok((seat, original, telling))
}

pub(crate) async fn ask(cx: Cx, path: Asked2) -> Result<Page> {
    let Path((id, lang)) = path?;
    let (seat, original, telling) = seated(&cx, &id, &lang).await?;
    let content = telling.as_ref().map(|telling| telling.content.clone()).unwrap_or_default();
    page(&cx, &seat, &lang, (&original, telling.as_ref()), &content, Faults::default())
}

fn page(
    cx: &Cx,
    seat: &Seat,
    lang: &str,
    (original, telling): (&Edition, Option<&Telling>),
    content: &Content,
    faults: Faults,
) -> Result<Page> {
    let t = Text(cx.lang);
    let title = t.translate_title(words::language(t, lang));
    cx.own_page(&title, &Translate { t, cx, faults, seat, lang, original, telling, content })
}

impl Translate<'_> {
    fn title(&self) -> String {
        self.t.translate_title(words::language(self.t, self.lang))
    }

    /// The original has moved on since it was translated.
    fn stale(&self) -> bool {
        self.telling.is_some_and(|telling| telling.of_edition != self.original.hash)
    }

    /// It waits to be read beside the original, and this is not its translator.
    fn may_review(&self) -> bool {
        let last = self
            .seat
            .whole
            .roles
            .iter()
            .rev()
            .find(|role| role.part == crate::Part::Translator && role.lang == self.lang);
        self.seat.edits
            && self.telling.is_some_and(|telling| telling.state == TellingState::Draft)
            && last.is_none_or(|role| role.person != self.seat.me)
    }

    fn is_draft(&self) -> bool {
        self.telling.is_some_and(|telling| telling.state == TellingState::Draft)
    }

    fn language(&self, tag: &str) -> String {
        words::language(self.t, tag)
    }

    /// Words of a piece in this translation: alt, caption, transcript.
    fn said(&self, name: &str) -> (String, String, String) {
        let piece = self.content.piece(name);
        piece.map(|piece| (piece.alt.clone(), piece.caption.clone(), piece.transcript.clone())).unwrap_or_default()
    }
}

pub(crate) async fn save(cx: Cx, path: Asked2, received: Received) -> Result<Response> {
    let Path((id, lang)) = path?;
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let (seat, original, telling) = seated(&cx, &id, &lang).await?;
    let back = cx.href(format_args!("/me/stories/{id}/translate/{lang}"));
    let one = |field: &str| received.texts(field).next().unwrap_or_default().to_owned();
    let mut tx = cx.portal.db.begin().await?;
    let outcome = if one("what") == "review" && seat.edits {
        deeds::review_translation(&mut tx, &id, &lang, &seat.me, cx.now).await?
    } else {
        let content = typed(&original, one);
        fits(t, "title", &content.title, limits::NAME, &mut faults);
        fits(t, "lede", &content.lede, LINE, &mut faults);
        fits(t, "source", &content.source, deeds::LONGEST, &mut faults);
        if content.title.is_empty() || content.source.is_empty() {
            faults.add("title", t.translate_empty());
        }
        if !faults.is_empty() {
            return Ok(page(&cx, &seat, &lang, (&original, telling.as_ref()), &content, faults)?.into_response());
        }
        deeds::translate(&mut tx, &id, &lang, (content, &one("of")), &seat.me, cx.now).await?
    };
    match outcome {
        Ok(_) => tx.commit().await?,
        Err(refusal) => {
            faults.add("title", refused(t, &refusal));
            let content = telling.as_ref().map(|telling| telling.content.clone()).unwrap_or_default();
            return Ok(page(&cx, &seat, &lang, (&original, telling.as_ref()), &content, faults)?.into_response());
        }
    }
    Ok(see_other(&back))
}

/// The translation as typed: pictures and recordings are those of the original, with words in this language.
fn typed(original: &Edition, one: impl Fn(&str) -> String) -> Content {
    let cut = |typed: String, most: usize| typed.chars().take(most).collect::<String>();
    let pieces = original.content.pieces.iter().map(|piece| crate::Piece {
        alt: cut(line(&one(&format!("alt-{}", piece.name))), LINE),
        caption: cut(line(&one(&format!("caption-{}", piece.name))), LINE),
        transcript: cut(text(&one(&format!("transcript-{}", piece.name))), TRANSCRIPT),
        ..piece.clone()
    });
    Content {
        title: line(&one("title")),
        lede: line(&one("lede")),
        lead: original.content.lead.clone(),
        source: text(&one("source")),
        pieces: pieces.collect(),
    }
}
