//! What is left of a record whose pieces do not hold together: words for the editors to begin with. Nothing that anybody
//! agreed to or signed is believed.

use basics::At;

use super::back::Back;
use crate::{
    Content, Role, Subject, Telling,
    state::{Stage, Standing},
    telling::TellingState,
};

impl Back {
    /// The same as a draft that nobody sees.
    pub fn into_draft(mut self, now: At) -> Self {
        let story = &mut self.whole.story;
        (story.stage, story.standing) = (Stage::Draft, Standing::Unseen);
        for version in [&mut story.edition, &mut story.root, &mut story.next_edition, &mut story.next_root] {
            version.clear();
        }
        (story.cooling_until, story.published_at) = (None, None);
        (story.slug, story.updated_at) = (story.id.to_string(), now);
        self.whole.consents.clear();
        self.whole.subjects.iter_mut().for_each(forget_clearing);
        self.whole.roles.iter_mut().for_each(|role: &mut Role| role.signed.clear());
        self.tellings.iter_mut().for_each(unshow);
        self.editions.clear();
        self.codes.clear();
        self.corrections.clear();
        self.copies.clear();
        self.kept.clear();
        self
    }
}

fn forget_clearing(subject: &mut Subject) {
    (subject.cleared_at, subject.asked_at) = (None, None);
}

fn unshow(telling: &mut Telling) {
    telling.shown.clear();
    if !telling.is_original() {
        telling.state = TellingState::Draft;
    }
    without_lost(&mut telling.content);
}

/// Pictures and recordings that did not come along leave the text.
fn without_lost(content: &mut Content) {
    let lost = |piece: &crate::Piece| piece.picture.is_none() && piece.sound.is_none();
    for piece in content.pieces.iter().filter(|piece| lost(piece)) {
        content.source = content.source.replace(&format!("![]({})", piece.name), "");
        if content.lead == piece.name {
            content.lead = String::new();
        }
    }
    content.pieces.retain(|piece| !lost(piece));
}
