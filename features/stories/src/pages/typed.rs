//! What people type into the pages of stories.

use basics::limits;
use media::Received;
use web::{Cx, Result, form::Faults};

use crate::{Piece, Sound, Text};

/// Longest line of a lede, caption or description, in characters, and longest transcript.
pub(crate) const LINE: usize = 2 * limits::LINE;
pub(crate) const TRANSCRIPT: usize = 10_000;

/// A line without what nobody sees.
pub(crate) fn line(typed: &str) -> String {
    basics::tidy_line(typed)
}

/// The same of a text with paragraphs.
pub(crate) fn text(typed: &str) -> String {
    basics::tidy_text(typed)
}

/// A fault where a text is too long.
pub(crate) fn fits(t: Text, field: &'static str, text: &str, most: usize, faults: &mut Faults) {
    if text.chars().count() > most {
        faults.add(field, t.too_long(most as u64));
    }
}

/// The files of a form that are pictures and recordings: kept, not yet shown by anything.
pub(crate) struct Files {
    pub picture: Option<media::Picture>,
    pub sound: Option<media::Recording>,
}

/// Takes what came with the fields `picture` and `sound`; faults say what is not taken.
pub(crate) async fn files(cx: &Cx, received: &Received, faults: &mut Faults) -> Result<Files> {
    let mut files = Files { picture: None, sound: None };
    match received.picture("picture") {
        Ok(Some(bytes)) => match media::keep(&cx.portal.db, &cx.portal.files, bytes).await? {
            Ok(picture) => files.picture = Some(picture),
            Err(refused) => faults.add("picture", refused.words(cx.lang)),
        },
        Ok(None) => {}
        Err(declined) => faults.add("picture", declined.words(cx.lang)),
    }
    match received.audio("sound") {
        Ok(Some(bytes)) => match media::keep_sound(&cx.portal.db, &cx.portal.files, bytes).await? {
            Ok(sound) => files.sound = Some(sound),
            Err(refused) => faults.add("sound", refused.words(cx.lang)),
        },
        Ok(None) => {}
        Err(declined) => faults.add("sound", declined.words(cx.lang)),
    }
    Ok(files)
}

impl Files {
    /// What came, as pieces with the first free names. Texts are the caller's.
    pub fn pieces(self, free: impl Fn(char) -> String) -> Vec<Piece> {
        let picture = self.picture.map(|picture| Piece {
            name: free('p'),
            hash: picture.hash.clone(),
            picture: Some(picture),
            ..Piece::default()
        });
        let sound = self.sound.map(|sound| Piece {
            name: free('s'),
            hash: sound.hash.clone(),
            sound: Some(Sound::of(&sound)),
            ..Piece::default()
        });
        picture.into_iter().chain(sound).collect()
    }

    /// Notes picture and recording as known, in the transaction that shows them.
    pub async fn insert(&self, tx: &mut db::Tx, now: basics::At) -> Result<()> {
        if let Some(picture) = &self.picture {
            media::insert(tx, picture, now).await?;
        }
        if let Some(sound) = &self.sound {
            media::insert_sound(tx, sound, now).await?;
        }
        Ok(())
    }
}
