//! What the page of a story says, in words.

use std::borrow::Cow;

use media::Drawn;

use super::show::Show;
use crate::{Piece, Sound, blocks::Said, store::corrections::Correction};

impl Show<'_> {
    pub(super) fn form(&self) -> &'static str {
        self.t.by_key(&format!("form_{}", self.reading.form.code())).unwrap_or_default()
    }

    pub(super) fn theme(&self) -> Option<(&'static str, &'static str)> {
        let code = self.reading.theme?.code();
        Some((code, self.t.by_key(&format!("theme_{code}"))?))
    }

    pub(super) fn published(&self) -> String {
        words::date(self.cx.lang, self.reading.published_at)
    }

    pub(super) fn minutes(&self) -> String {
        self.t.minutes(self.reading.minutes)
    }

    /// The language shown, when it is not the reader's.
    pub(super) fn other_lang(&self) -> Option<&str> {
        (self.reading.lang != self.cx.lang.tag()).then_some(self.reading.lang.as_str())
    }

    pub(super) fn language(&self, tag: &str) -> String {
        words::language_name(self.cx.lang, tag).unwrap_or_else(|| tag.to_owned())
    }

    /// Said where the story is not told in the reader's language.
    pub(super) fn fallback(&self) -> Option<String> {
        self.other_lang().map(|tag| self.t.read_fallback(self.language(tag)))
    }

    /// Said of a translation.
    pub(super) fn translated(&self) -> Option<String> {
        let reading = self.reading;
        (reading.lang != reading.original).then(|| self.t.read_translated(self.language(&reading.original)))
    }

    /// The other languages it is told in that have pages here: name in that language, address and tag.
    pub(super) fn others(&self) -> Vec<(&'static str, String, &'static str)> {
        let langs = basics::Lang::ALL.into_iter().filter(|lang| lang.tag() != self.reading.lang);
        let told = langs.filter(|lang| self.reading.langs.iter().any(|told| told == lang.tag()));
        told.map(|lang| (lang.own_name(), web::link(lang, &self.reading.path), lang.tag())).collect()
    }

    pub(super) fn pieces(&self, names: &[String]) -> Vec<&Piece> {
        names.iter().filter_map(|name| self.reading.pieces.iter().find(|piece| piece.name == *name)).collect()
    }

    /// What the text shows: not the lead a second time where it is shown above.
    pub(super) fn shown(&self, names: &[String]) -> Vec<&Piece> {
        let lead = self.reading.lead.as_ref().map(|lead| lead.name.as_str());
        self.pieces(names).into_iter().filter(|piece| Some(piece.name.as_str()) != lead).collect()
    }

    pub(super) fn size_of(&self, drawn: &Drawn) -> String {
        web::Text(self.cx.lang).show_picture(words::bytes(self.cx.lang, drawn.bytes))
    }

    /// Length and weight of a recording, known before anything is fetched.
    pub(super) fn weight(&self, sound: &Sound) -> String {
        let seconds = sound.milliseconds.div_ceil(1000);
        let length = format!("{}:{:02}", seconds / 60, seconds % 60);
        self.t.read_weight(length, words::bytes(self.cx.lang, sound.bytes))
    }

    pub(super) fn asks(&self, said: &Said) -> bool {
        *said == Said::Question
    }

    pub(super) fn speaker<'s>(&self, said: &Said, speaker: &'s str) -> Cow<'s, str> {
        match (speaker.is_empty(), said) {
            (false, _) => speaker.into(),
            (true, Said::Question) => self.t.read_question().into(),
            (true, Said::Answer) => self.t.read_answer().into(),
        }
    }

    pub(super) fn corrected(&self, correction: &Correction) -> String {
        self.t.read_corrected(words::date(self.cx.lang, correction.made_at), &correction.words)
    }

    /// Somebody is portrayed in it.
    pub(super) fn portrays(&self) -> bool {
        self.reading.form.portrays()
    }

    /// The handle in an address of a page: `/people/neema` → `neema`.
    pub(super) fn handle<'s>(&self, path: &'s str) -> Option<&'s str> {
        path.strip_prefix("/people/")
    }

    /// Names in the order given, with commas.
    pub(super) fn names(&self, named: &[crate::Named]) -> String {
        named.iter().map(|named| named.name.as_str()).collect::<Vec<_>>().join(", ")
    }
}
