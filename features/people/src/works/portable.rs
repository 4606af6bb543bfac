//! Works in an export, and back. A credit stands in the records of both sides, so that whichever comes back second
//! brings it.

use basics::{At, Id};
use db::{Db, Result, Tx};
use serde::{Deserialize, Serialize};

use super::{
    Work,
    credit::{Credit, State},
    store::credits,
};
use crate::{
    Person,
    fields::on_the_web,
    said::{Said, Writing},
    store as people,
};

/// A credit beside one of its two sides: the address of the work, and the handle of the other side.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct CreditRecord {
    work: String,
    handle: String,
    part: String,
    state: String,
    dropped: bool,
    asked_at: At,
    answered_at: Option<At>,
}

/// Credits of one person: those of their own works, and those they were asked for.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Credits {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    given: Vec<CreditRecord>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    asked: Vec<CreditRecord>,
}

impl Credits {
    pub fn is_empty(&self) -> bool {
        self.given.is_empty() && self.asked.is_empty()
    }

    pub async fn of(db: &Db, person: &Id<Person>) -> Result<Self> {
        let record = |(work, handle, credit): (String, String, Credit)| {
            let Credit { part, state, dropped, asked_at, answered_at, .. } = credit;
            CreditRecord { work, handle, part, state: state.code().to_owned(), dropped, asked_at, answered_at }
        };
        let given = credits::given_by(db, person).await?.into_iter().map(record).collect();
        let asked = credits::asked_of(db, person).await?.into_iter().map(record).collect();
        Ok(Self { given, asked })
    }

    /// Puts back those whose other side is there.
    pub async fn put_back(self, tx: &mut Tx, person: &Person) -> Result<()> {
        for record in self.given {
            let work = credits::work_at(tx, &person.handle, &record.work).await?;
            let other = people::find_in(tx, &record.handle).await?;
            if let (Some(work), Some(other)) = (work, other) {
                credits::put(tx, &record.credit(work, other.id)).await?;
            }
        }
        for record in self.asked {
            if let Some(work) = credits::work_at(tx, &record.handle, &record.work).await? {
                credits::put(tx, &record.credit(work, person.id.clone())).await?;
            }
        }
        Ok(())
    }
}

impl CreditRecord {
    fn credit(self, work: Id<Work>, person: Id<Person>) -> Credit {
        let Self { part, state, dropped, asked_at, answered_at, .. } = self;
        Credit { work, person, part, state: State::from_code(&state), dropped, asked_at, answered_at }
    }
}

impl Work {
    /// Makes anew what browsers will read, and lets only addresses of the web stay links.
    pub(crate) fn render(&mut self) {
        self.link = self.link.take().filter(|link| on_the_web(link));
        if self.text.is_some() {
            let said = Said::covered(self.as_typed(), None, Writing::Paragraphs);
            (self.text, self.typed) = (Some(said.text), said.typed);
        }
    }
}
