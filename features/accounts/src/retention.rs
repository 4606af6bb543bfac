//! How long things are kept: the table, and the one job that keeps to it. `docs/guide/retention.md` says the same.

use std::sync::Arc;

use anyhow::Context;
use basics::At;
use db::Db;
use plugs::Faces;
use post::{Letter, Message};

use crate::{
    Text,
    account::{State, day_of},
    leaving, session, store,
};

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// The table, or what happens to an account.
    pub what: &'static str,
    pub days: i64,
}

const fn rule(what: &'static str, days: i64) -> Rule {
    Rule { what, days }
}

pub const SESSIONS: Rule = rule("sessions", 90);
pub const DEVICES: Rule = rule("devices", 365);
pub const TICKETS: Rule = rule("tickets", 7);
pub const ATTEMPTS: Rule = rule("attempts", 7);
pub const SENT_FORMS: Rule = rule("sent_forms", web::form::REMEMBERED / At::DAY);
pub const HELPED: Rule = rule("helped", 365);
pub const RECOVERIES: Rule = rule("recoveries", 30);
pub const AUDIT: Rule = rule("audit", audit::KEPT / At::DAY);
/// Let go of by the room `letters`.
pub const LETTERS: Rule = rule("letters", 365);
pub const UNANSWERED: Rule = rule("letters nobody accepted", 30);
pub const REPORTS: Rule = rule("reports", 90);
/// Let go of by the room `stories`.
pub const WITHDRAWN: Rule = rule("words of stories that were withdrawn", 90);
pub const LEAVING: Rule = rule("accounts that asked to be deleted", leaving::WEEK / At::DAY);
pub const HIDDEN: Rule = rule("accounts nobody uses, before they are hidden", 365);
pub const ERASED: Rule = rule("accounts nobody uses, before they are erased", 730);
/// Let go of by the room `people`.
pub const INVITATIONS_ENDED: Rule = rule("organisation_invitations", 30);
pub const CLAIMS_ENDED: Rule = rule("organisation_claims", 90);
pub const CORRECTIONS: Rule = rule("corrections", 365);
pub const CORRECTIONS_SETTLED: Rule = rule("corrections that are settled", 30);

/// Everything the house lets go of by itself.
pub const RULES: [Rule; 19] = [
    SESSIONS,
    DEVICES,
    TICKETS,
    ATTEMPTS,
    SENT_FORMS,
    HELPED,
    RECOVERIES,
    AUDIT,
    LETTERS,
    UNANSWERED,
    REPORTS,
    WITHDRAWN,
    LEAVING,
    HIDDEN,
    ERASED,
    INVITATIONS_ENDED,
    CLAIMS_ENDED,
    CORRECTIONS,
    CORRECTIONS_SETTLED,
];

/// How long before it is erased somebody is told.
const NOTICE: i64 = 30 * At::DAY;
/// Accounts looked up in one statement.
const AT_ONCE: i64 = 200;

impl Rule {
    /// What is older than this moment goes.
    pub fn before(self, now: At) -> At {
        now.plus(-self.days * At::DAY)
    }
}

/// What the job needs of a node.
#[derive(Clone)]
pub struct Retention {
    pub db: Db,
    pub faces: Arc<dyn Faces>,
    /// The portal's name and address, for letters.
    pub site: String,
    pub base_url: String,
}

impl Retention {
    /// Lets go of what was kept long enough, hides accounts that nobody uses and tells them before they are erased. The
    /// erasing itself is [`crate::Eraser`]'s. Doing it again on the same day changes nothing.
    pub async fn keep(&self, now: At) -> anyhow::Result<()> {
        self.sweep(now).await?;
        self.wake(now).await?;
        self.put_to_sleep(now).await?;
        self.warn(now).await
    }

    async fn sweep(&self, now: At) -> anyhow::Result<()> {
        let mut tx = self.db.begin().await?;
        // A session lasts at most so long, and goes at most `SESSIONS` after it began.
        store::sessions::sweep(&mut tx, SESSIONS.before(now).plus(session::OWN)).await?;
        store::devices::sweep(&mut tx, DEVICES.before(now)).await?;
        store::tickets::sweep(&mut tx, TICKETS.before(now)).await?;
        store::attempts::sweep(&mut tx, ATTEMPTS.before(now)).await?;
        store::helped::sweep(&mut tx, HELPED.before(now)).await?;
        store::recoveries::sweep(&mut tx, RECOVERIES.before(now), now).await?;
        web::form::forget_sent(&mut tx, SENT_FORMS.before(now))
            .await
            .map_err(|error| anyhow::anyhow!("sent forms stay: {error:?}"))?;
        audit::retire(&mut tx, AUDIT.before(now), now).await?;
        Ok(tx.commit().await?)
    }

    /// Those who came back on a way that does not wake by itself.
    async fn wake(&self, now: At) -> anyhow::Result<()> {
        for id in store::leaving::awoken(&self.db, HIDDEN.before(day_of(now)), AT_ONCE).await? {
            let mut tx = self.db.begin().await?;
            leaving::wake(&mut tx, &*self.faces, &id, now).await?;
            tx.commit().await?;
        }
        Ok(())
    }

    async fn put_to_sleep(&self, now: At) -> anyhow::Result<()> {
        let (before, mut after) = (HIDDEN.before(day_of(now)), String::new());
        loop {
            let unused = store::leaving::unused(&self.db, State::Active, before, &after, AT_ONCE).await?;
            let Some(last) = unused.last() else { return Ok(()) };
            last.clone_into(&mut after);
            for id in &unused {
                let mut tx = self.db.begin().await?;
                if let Some(account) = leaving::fall_asleep(&mut tx, &*self.faces, id, before, now).await? {
                    let t = Text(account.lang);
                    self.write(&mut tx, &account, t.asleep_subject(), t.asleep_letter(), now).await?;
                    tx.commit().await?;
                }
            }
        }
    }

    /// Sets the day on which sleeping accounts are erased, and says so where there is an address.
    async fn warn(&self, now: At) -> anyhow::Result<()> {
        let (before, mut after) = (ERASED.before(day_of(now)).plus(NOTICE), String::new());
        loop {
            let unused = store::leaving::unused(&self.db, State::Asleep, before, &after, AT_ONCE).await?;
            let Some(last) = unused.last() else { return Ok(()) };
            last.clone_into(&mut after);
            for id in &unused {
                let mut tx = self.db.begin().await?;
                let mut account = store::accounts::get_in(&mut tx, id).await?;
                if account.state != State::Asleep || account.leaves_at.is_some() {
                    continue;
                }
                let leaves_at = now.plus(NOTICE);
                account.leaves_at = Some(leaves_at);
                store::accounts::update(&mut tx, &account).await?;
                let t = Text(account.lang);
                let words = t.erased_soon_letter(words::date(account.lang, leaves_at).as_str());
                self.write(&mut tx, &account, t.erased_soon_subject(), &words, now).await?;
                tx.commit().await?;
            }
        }
    }

    async fn write(
        &self,
        tx: &mut db::Tx,
        account: &crate::Account,
        subject: &str,
        words: &str,
        now: At,
    ) -> anyhow::Result<()> {
        for address in store::leaving::addresses(tx, account.id.as_str()).await? {
            let written = Letter::new(account.lang, &self.site, &self.base_url)
                .subject(subject)
                .paragraph(words)
                .button(Text(account.lang).come_back(), &web::link(account.lang, "/sign-in"))
                .written()
                .context("a letter cannot be written")?;
            let whose = basics::Id::<()>::from_text(&account.person);
            post::put(tx, &Message::written(&address, account.lang, &written).of(&whose), now).await?;
        }
        Ok(())
    }
}
