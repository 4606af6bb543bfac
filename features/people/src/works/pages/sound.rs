//! `/me/works/{id}/sound`: the recording itself. What is heard in it is said in words on the page after.

use askama::Template;
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use media::{Offer, Received, Recording};
use web::{Cx, Page, Result, form::Faults};

use super::step::{Asked, onward};
use crate::{
    Text,
    works::{
        KeptWork, Work,
        editing::{Brought, change},
        owner::Owner,
    },
};

/// The field of the file.
const FILE: &str = "sound";

#[derive(Template)]
#[template(path = "works/pages/sound.html")]
struct Sound<'a> {
    t: Text,
    cx: &'a Cx,
    owner: &'a Owner,
    kept: &'a KeptWork,
    faults: Faults,
    offer: Offer<'a>,
}

pub(crate) async fn ask(cx: Cx, owner: Owner, asked: Asked) -> Result<Page> {
    let kept = owner.work(&cx, &asked.id).await?;
    page(&cx, &owner, &kept, Faults::default())
}

fn page(cx: &Cx, owner: &Owner, kept: &KeptWork, faults: Faults) -> Result<Page> {
    let (t, offer) = (Text(cx.lang), Offer::of(cx));
    cx.own_page(t.work_sound(), &Sound { t, cx, owner, kept, faults, offer })
}

impl Sound<'_> {
    fn choose(&self) -> &'static str {
        if self.kept.work.sound.is_some() { self.t.work_sound_other() } else { self.t.work_sound_file() }
    }
}

pub(crate) async fn save(cx: Cx, owner: Owner, asked: Asked, received: Received) -> Result<Response> {
    let mut faults = Faults::default();
    let kept = owner.work(&cx, &asked.id).await?;
    let new = match received.audio(FILE) {
        Ok(Some(bytes)) => heard(&cx, bytes, &mut faults).await?,
        Ok(None) => None,
        Err(declined) => {
            faults.add(FILE, declined.words(cx.lang));
            None
        }
    };
    if new.is_none() && kept.work.sound.is_none() && faults.is_empty() {
        faults.add(FILE, Text(cx.lang).work_sound_missing());
    }
    if !faults.is_empty() {
        return Ok(page(&cx, &owner, &kept, faults)?.into_response());
    }
    let brought = new.as_ref().map(Brought::Sound);
    let saved = change(&cx, &owner, &asked.id, brought, |kept| kept.work.sound_instead(new.as_ref())).await?;
    Ok(onward(&cx, &owner, &kept.work, &saved))
}

/// The recording freed of everything but sound and put aside; a fault when it is none we take.
async fn heard(cx: &Cx, bytes: Bytes, faults: &mut Faults) -> Result<Option<Recording>> {
    match media::keep_sound(&cx.portal.db, &cx.portal.files, bytes).await? {
        Ok(recording) => Ok(Some(recording)),
        Err(refused) => {
            faults.add(FILE, refused.words(cx.lang));
            Ok(None)
        }
    }
}

impl Work {
    /// Plays another recording where one came. Who is heard in it has to be said anew.
    fn sound_instead(&mut self, new: Option<&Recording>) {
        let plays = self.sound.as_ref().map(|sound| sound.hash.as_str());
        if let Some(new) = new.filter(|new| plays != Some(new.hash.as_str())) {
            self.sound = Some(new.clone());
            self.pictured = None;
        }
    }
}
