//! A version of a story as its readers will see it: for those who work on it and those who are asked to agree.

use std::borrow::Cow;

use askama::Template;
use media::Rendition;
use web::{Cx, Result};

use crate::{
    Content, Piece, Sound, Text,
    blocks::{Block, Said, blocks},
};

#[derive(Template)]
#[template(path = "pages/shown.html")]
struct Shown<'a> {
    t: Text,
    cx: &'a Cx,
    content: &'a Content,
    lang: &'a str,
    blocks: Vec<Block>,
    /// Below which the pictures of a version stand that is not public.
    folder: &'a str,
}

/// The version as HTML. `folder`: an address with language prefix below which this reader gets its pictures and recordings.
pub(crate) fn shown(cx: &Cx, content: &Content, lang: &str, folder: &str) -> Result<String> {
    let shown = Shown { t: Text(cx.lang), cx, content, lang, blocks: blocks(&content.source), folder };
    Ok(shown.render()?)
}

impl Shown<'_> {
    fn pieces(&self, names: &[String]) -> Vec<&Piece> {
        names.iter().filter_map(|name| self.content.piece(name)).collect()
    }

    fn lead(&self) -> Vec<&Piece> {
        self.content.lead().into_iter().collect()
    }

    fn src(&self, rendition: &Rendition) -> String {
        format!("{}/{}", self.folder, rendition.key)
    }

    fn sound(&self, sound: &Sound) -> String {
        format!("{}/{}", self.folder, sound.src.trim_start_matches("/audio/"))
    }

    fn weight(&self, sound: &Sound) -> String {
        let seconds = sound.milliseconds.div_ceil(1000);
        self.t.sound_weight(format!("{}:{:02}", seconds / 60, seconds % 60), words::bytes(self.cx.lang, sound.bytes))
    }

    fn asks(&self, said: &Said) -> bool {
        *said == Said::Question
    }

    fn speaker<'s>(&self, said: &Said, speaker: &'s str) -> Cow<'s, str> {
        match (speaker.is_empty(), said) {
            (false, _) => speaker.into(),
            (true, Said::Question) => self.t.question().into(),
            (true, Said::Answer) => self.t.answer().into(),
        }
    }
}
