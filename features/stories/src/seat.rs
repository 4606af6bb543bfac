//! What somebody signed in may do with a story: asked by every page of the writing side.

use basics::Capability;
use web::{Cx, Error, Result};

use crate::{Part, Subject, Whole, state::Stage, store};

/// A story with the one who looks at it.
pub(crate) struct Seat {
    pub whole: Whole,
    /// Id of the person signed in.
    pub me: String,
    /// Holds the capability and is not in the story.
    pub edits: bool,
    pub writes: bool,
}

impl Seat {
    /// # Errors
    /// [`Error::NotFound`] for who has no part in this story.
    pub async fn of(cx: &Cx, id: &str) -> Result<Self> {
        let me = cx.signed()?.person.clone();
        let whole = store::whole::find(&cx.portal.db, id).await?.ok_or(Error::NotFound)?;
        let edits = cx.viewer.may(Capability::Edit) && subject_of(&whole, &me).is_none();
        let writes = has(&whole, &me, Part::Author) && whole.story.stage == Stage::Draft;
        let seat = Self { edits, writes, me, whole };
        let part = seat
            .whole
            .roles
            .iter()
            .any(|role| role.person == seat.me && matches!(role.part, Part::Author | Part::Translator));
        if seat.edits || part || seat.subject().is_some() { Ok(seat) } else { Err(Error::NotFound) }
    }

    /// The same for who edits.
    pub async fn editor(cx: &Cx, id: &str) -> Result<Self> {
        Self::of(cx, id).await.and_then(|seat| if seat.edits { Ok(seat) } else { Err(Error::NotFound) })
    }

    /// Whether text and pictures may be changed now, by them.
    pub fn may_write(&self) -> bool {
        let open = matches!(self.whole.story.stage, Stage::Draft | Stage::Review);
        self.writes || (self.edits && open)
    }

    /// Them in the story.
    pub fn subject(&self) -> Option<&Subject> {
        subject_of(&self.whole, &self.me)
    }

    pub fn is(&self, part: Part) -> bool {
        has(&self.whole, &self.me, part)
    }

    /// Whether they may translate into a language: editors, and those who were asked to.
    pub fn translates(&self, lang: &str) -> bool {
        self.edits
            || self
                .whole
                .roles
                .iter()
                .any(|role| role.person == self.me && role.part == Part::Translator && role.lang == lang)
    }
}

fn subject_of<'w>(whole: &'w Whole, person: &str) -> Option<&'w Subject> {
    whole.subjects.iter().find(|subject| subject.person.as_deref() == Some(person))
}

fn has(whole: &Whole, person: &str, part: Part) -> bool {
    whole.roles.iter().any(|role| role.person == person && role.part == part)
}
