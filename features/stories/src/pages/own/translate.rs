//! `/me/stories/{id}/translate/{lang}`: the original on one side, its translation on the other. Somebody else than the
//! translator reads it beside the original before anybody sees it.

use askama::Template;
use axum::{
    extract::{Path, Query, rejection::QueryRejection},
    response::{IntoResponse, Response},
};
use basics::limits;
use media::Received;
use web::{
    Cx, Error, Page, Result,
    form::{Faults, see_other},
};

use super::super::{
    Asked2, Done, refused,
    typed::{LINE, TRANSCRIPT, fits, line, text},
    words,
};
use crate::{Content, Edition, Telling, TellingState, Text, deeds, seat::Seat, store};

#[derive(Template)]
#[template(path = "pages/own/translate.html")]
struct Translate<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
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

pub(crate) async fn ask(cx: Cx, path: Asked2, done: std::result::Result<Query<Done>, QueryRejection>) -> Result<Page> {
    let (Path((id, lang)), done) = (path?, done?.words(Text(cx.lang)));
    let (seat, original, telling) = seated(&cx, &id, &lang).await?;
    let content = telling.as_ref().map(|telling| telling.content.clone()).unwrap_or_default();
    page(&cx, &seat, &lang, (&original, telling.as_ref()), &content, (Faults::default(), done))
}

fn page(
    cx: &Cx,
    seat: &Seat,
    lang: &str,
    (original, telling): (&Edition, Option<&Telling>),
    content: &Content,
    (faults, done): (Faults, Option<&'static str>),
) -> Result<Page> {
    let t = Text(cx.lang);
    let title = t.translate_title(words::language(t, lang));
    cx.own_page(&title, &Translate { t, cx, done, faults, seat, lang, original, telling, content })
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
    let one = |field: &str| received.texts(field).next().unwrap_or_default().to_owned();
    let content = typed(&original, one);
    let reviews = one("what") == "review" && seat.edits;
    if reviews {
        unlike(t, &content, telling.as_ref(), &mut faults);
    } else {
        fits(t, "title", &content.title, limits::NAME, &mut faults);
        fits(t, "lede", &content.lede, LINE, &mut faults);
        fits(t, "source", &content.source, deeds::LONGEST, &mut faults);
        if content.title.is_empty() || content.source.is_empty() {
            faults.add("title", t.translate_empty());
        }
    }
    if faults.is_empty() {
        let mut tx = cx.portal.db.begin().await?;
        let outcome = if reviews {
            deeds::review_translation(&mut tx, &id, &lang, &seat.me, cx.now).await?
        } else {
            deeds::translate(&mut tx, &id, &lang, (content.clone(), &one("of")), &seat.me, cx.now).await?
        };
        match outcome {
            Ok(_) => {
                tx.commit().await?;
                let done = if reviews { "reviewed" } else { "saved" };
                return Ok(see_other(&cx.href(format_args!("/me/stories/{id}/translate/{lang}?done={done}"))));
            }
            Err(refusal) => faults.add("title", refused(t, &refusal)),
        }
    }
    let telling = telling.as_ref();
    Ok(page(&cx, &seat, &lang, (&original, telling), &content, (faults, None))?.into_response())
}

/// What is in the way of showing a translation: words that are not saved yet, and those a picture or recording lacks.
fn unlike(t: Text, content: &Content, telling: Option<&Telling>, faults: &mut Faults) {
    let said = |content: &Content| {
        let pieces =
            content.pieces.iter().map(|piece| [&piece.alt, &piece.caption, &piece.transcript].map(Clone::clone));
        (content.title.clone(), content.lede.clone(), content.source.clone(), pieces.collect::<Vec<_>>())
    };
    if telling.is_none_or(|telling| said(&telling.content) != said(content)) {
        faults.add("title", t.translate_changed());
    }
    for piece in &content.pieces {
        if piece.picture.is_some() && piece.alt.is_empty() {
            faults.add("pieces", t.missing_alt(&piece.name));
        }
        if piece.sound.is_some() && piece.transcript.is_empty() {
            faults.add("pieces", t.missing_transcript(&piece.name));
        }
    }
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
