//! Credits: a work names somebody who took part, once they agreed.

use basics::{At, Id, Viewer};
use db::{Db, Result};

use super::{Work, store::credits};
use crate::Person;

/// Longest word for what somebody did, in characters.
pub(crate) const PART: usize = 60;
/// People asked for one work.
pub(crate) const MOST: usize = 12;
/// People one person may ask in a day.
pub(crate) const A_DAY: i64 = 20;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Asked,
    Agreed,
    /// To whoever asked it looks as if no answer had come.
    Declined,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Agreed => "agreed",
            Self::Declined => "declined",
        }
    }

    /// An unknown word counts as declined: nobody is named by mistake.
    pub fn from_code(code: &str) -> Self {
        match code {
            "asked" => Self::Asked,
            "agreed" => Self::Agreed,
            _ => Self::Declined,
        }
    }
}

/// One person named, or to be named, for a work.
#[derive(Clone, Debug)]
pub(crate) struct Credit {
    pub work: Id<Work>,
    pub person: Id<Person>,
    /// What they did, as the work's owner says it: `camera`, `second voice`. May be empty.
    pub part: String,
    pub state: State,
    /// The owner took it off the list; kept so that somebody who declined is not asked again.
    pub dropped: bool,
    pub asked_at: At,
    pub answered_at: Option<At>,
}

/// Somebody whom a work names, as the viewer may see them.
pub(crate) struct Named {
    pub name: String,
    pub path: String,
    pub part: String,
}

/// Everybody who agreed to be named for a work and whom the viewer meets in lists.
pub(crate) async fn named(db: &Db, work: &Id<Work>, viewer: Viewer) -> Result<Vec<Named>> {
    let credits = credits::of_work(db, work).await?;
    let credits: Vec<Credit> = credits.into_iter().filter(|credit| credit.state == State::Agreed).collect();
    let ids: Vec<&str> = credits.iter().map(|credit| credit.person.as_str()).collect();
    let mut people = crate::pages::list::seen(db, viewer, &ids).await?;
    let mut named = Vec::with_capacity(credits.len());
    for credit in credits {
        let Some(at) = people.iter().position(|seen| seen.id == credit.person) else { continue };
        let seen = people.swap_remove(at);
        named.push(Named { name: seen.name, path: seen.path, part: credit.part });
    }
    Ok(named)
}
