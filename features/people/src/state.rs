//! Where a person stands between joining and being seen.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Has joined, and has not said yet that anything may be shown: others see the handle and nothing else.
    Fresh,
    /// Came in with an import and waits for somebody to say what may be public.
    Unreleased,
    Released,
    /// Taken out of sight; nothing is lost.
    Hidden,
}

/// Begins the kept state of somebody withdrawn. What follows is the state they come back to.
pub(crate) const WITHDRAWN: &str = "withdrawn:";
/// Begins, after that, the kept state of somebody who left the lists because they did not say that all is still right.
pub(crate) const RESTING: &str = "resting:";

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Fresh => "new",
            Self::Unreleased => "unreleased",
            Self::Released => "released",
            Self::Hidden => "hidden",
        }
    }

    pub fn from_code(code: &str) -> Self {
        match code {
            "new" => Self::Fresh,
            "released" => Self::Released,
            "hidden" => Self::Hidden,
            _ => Self::Unreleased,
        }
    }

    /// As the database keeps it: only who may be seen is kept as `released`, so every statement that asks for that
    /// word leaves out those who are withdrawn or resting.
    pub(crate) fn kept(self, withdrawn: bool, resting: bool) -> String {
        let withdrawn = if withdrawn { WITHDRAWN } else { "" };
        format!("{withdrawn}{}{}", if resting { RESTING } else { "" }, self.code())
    }

    /// The state, and whether the person is withdrawn and resting.
    pub(crate) fn from_kept(kept: &str) -> (Self, bool, bool) {
        let awake = kept.strip_prefix(WITHDRAWN);
        let rest = awake.unwrap_or(kept);
        let state = rest.strip_prefix(RESTING);
        (Self::from_code(state.unwrap_or(rest)), awake.is_some(), state.is_some())
    }
}
