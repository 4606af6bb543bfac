//! How far work on a story has come and how it stands before the public: a state machine without time or database.
//!
//! The two move apart from each other: a published story that is being corrected is read as it was until the correction
//! has been agreed to.

use crate::codes::coded;

coded! {
    /// How far the work has come.
    Stage {
        Draft = "draft",
        /// With the editors.
        Review = "review",
        /// With the people in it, who read the exact version.
        Preview = "preview",
        /// Everybody agreed; 72 hours to think again.
        Cooling = "cooling",
        /// Nothing is being worked on.
        Done = "done",
    }
}

coded! {
    /// How it stands before the public.
    Standing {
        Unseen = "unseen",
        Published = "published",
        Corrected = "corrected",
        Withdrawn = "withdrawn",
        /// The time people agreed to is over.
        Expired = "expired",
    }
}

coded! {
    /// Both in one word, as pages say it.
    State {
        Draft = "draft",
        Review = "review",
        Preview = "preview",
        Cooling = "cooling",
        Published = "published",
        Corrected = "corrected",
        Withdrawn = "withdrawn",
        Expired = "expired",
    }
}

coded! {
    /// What can be done to a story.
    Deed {
        /// Draft → with the editors.
        Submit = "submit",
        /// Back to whoever writes it.
        Return = "return",
        /// Ready → with the people in it.
        Show = "show",
        /// Nobody is in it: out at once.
        Release = "release",
        /// Somebody wants something changed, or a finished story is taken up again.
        Reopen = "reopen",
        /// Everybody agreed.
        Agree = "agree",
        /// The time to think again is over.
        Publish = "publish",
        /// A small correction of what is public.
        Correct = "correct",
        Withdraw = "withdraw",
        Expire = "expire",
        /// Everybody agreed again to what had expired.
        Renew = "renew",
    }
}

impl Standing {
    pub fn is_public(self) -> bool {
        matches!(self, Self::Published | Self::Corrected)
    }

    /// It was public and is not any more.
    pub fn is_gone(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Expired)
    }

    /// How it stands once a version that was agreed to comes out.
    fn out(self) -> Self {
        if self.is_public() { Self::Corrected } else { Self::Published }
    }
}

impl State {
    pub fn of(stage: Stage, standing: Standing) -> Self {
        match (stage, standing) {
            (_, Standing::Published) => Self::Published,
            (_, Standing::Corrected) => Self::Corrected,
            (Stage::Review, _) => Self::Review,
            (Stage::Preview, _) => Self::Preview,
            (Stage::Cooling, _) => Self::Cooling,
            (_, Standing::Withdrawn) => Self::Withdrawn,
            (_, Standing::Expired) => Self::Expired,
            (Stage::Draft | Stage::Done, Standing::Unseen) => Self::Draft,
        }
    }
}

/// Where a deed leads; `None` where it cannot be done.
pub fn after(stage: Stage, standing: Standing, deed: Deed) -> Option<(Stage, Standing)> {
    use Stage::{Cooling, Done, Draft, Preview, Review};
    Some(match (deed, stage) {
        (Deed::Submit, Draft) => (Review, standing),
        (Deed::Return, Review) => (Draft, standing),
        (Deed::Show, Review) => (Preview, standing),
        (Deed::Release, Review) | (Deed::Publish, Cooling) => (Done, standing.out()),
        (Deed::Reopen, Preview | Cooling | Done) => (Review, standing),
        (Deed::Agree, Preview) => (Cooling, standing),
        (Deed::Correct, Done) if standing.is_public() => (Done, Standing::Corrected),
        (Deed::Withdraw, _) if standing == Standing::Unseen => (if stage == Draft { Draft } else { Review }, standing),
        (Deed::Withdraw, _) => (if stage == Draft { Draft } else { Done }, Standing::Withdrawn),
        (Deed::Expire, _) if standing.is_public() => (stage, Standing::Expired),
        (Deed::Renew, Done) if standing == Standing::Expired => (Done, Standing::Published),
        _ => return None,
    })
}
