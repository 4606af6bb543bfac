//! Whether a page is still right. After eleven months its person is asked; a month after the question, and never before a
//! year, it leaves every list until they say so in one tap. The page itself stays and says when it was last confirmed.

use accounts::{Notice, Origin, Told, tell};
use basics::{At, Lang};
use db::Db;

use crate::{Kind, Person, Text, store};

/// How long a page counts as right before it is asked about, and before it leaves the lists.
pub(crate) const ASKED_AFTER: i64 = 335 * At::DAY;
pub(crate) const RESTS_AFTER: i64 = 365 * At::DAY;
/// Time to answer.
const ANSWER: i64 = 30 * At::DAY;
/// Where it is confirmed.
pub(crate) const CONFIRM: &str = "/me/page";
/// People looked at together.
const AT_ONCE: i64 = 100;

impl Person {
    /// It is time to say whether everything is still right.
    pub(crate) fn is_asked_about(&self, now: At) -> bool {
        self.confirmed_at.plus(ASKED_AFTER) <= now
    }

    /// Whether they go on resting: confirming ends it, whoever notes that.
    pub(crate) fn rests_on(&self, now: At) -> bool {
        self.resting && self.confirmed_at.plus(RESTS_AFTER) <= now
    }
}

/// Asks everybody whose page was last confirmed eleven months ago, once. Owners of organisations are asked by their own
/// room more often. To be called once a day. Returns how many pages there were.
///
/// # Errors
/// When the database fails, or a mail cannot be written; who was asked before stays asked.
pub async fn remind(db: &Db, origin: Origin<'_>, now: At) -> anyhow::Result<u64> {
    let mut asked = 0;
    loop {
        let due = store::freshness::to_remind(db, now.plus(-ASKED_AFTER), AT_ONCE).await?;
        if due.is_empty() {
            return Ok(asked);
        }
        let mut tx = db.begin().await?;
        changes::take_turn(&mut tx).await?;
        for (id, kind) in &due {
            store::freshness::reminded(&mut tx, id, now).await?;
            if *kind == Kind::Person {
                tell(&mut tx, origin, id, &still_right(), now).await?;
            }
            asked += 1;
        }
        tx.commit().await?;
    }
}

/// Takes out of the lists whoever was asked a month ago and has not answered. To be called once a day. Returns how many
/// they were.
///
/// # Errors
/// When the database fails; who left before stays out.
pub async fn rest(db: &Db, now: At) -> db::Result<u64> {
    let mut resting = 0;
    loop {
        let due = store::freshness::to_rest(db, now.plus(-ANSWER), now.plus(-RESTS_AFTER), AT_ONCE).await?;
        if due.is_empty() {
            return Ok(resting);
        }
        let mut tx = db.begin().await?;
        for id in &due {
            // Read again: they may have answered since.
            let person = store::get_in(&mut tx, id).await?.map(|person| Person { resting: true, ..person });
            if let Some(person) = person.filter(|person| person.rests_on(now)) {
                store::update(&mut tx, &person, "resting", now).await?;
                resting += 1;
            }
        }
        tx.commit().await?;
    }
}

fn still_right() -> Notice<'static> {
    Notice { topic: "still-right", words: &words_in, path: CONFIRM, off: "/me/contacts" }
}

fn words_in(lang: Lang) -> Told {
    let t = Text(lang);
    Told {
        subject: t.still_right_subject().to_owned(),
        line: t.still_right_line().to_owned(),
        button: t.still_right_button().to_owned(),
    }
}
