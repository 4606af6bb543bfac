//! Telling people with an account that a story waits for them. The words name no story: phones are shared.

use accounts::{Notice, Origin, Told};
use basics::{At, Lang};
use db::{Db, Tx};

use crate::{Text, plugs::waiting::SOON, store};

/// Where such messages lead, and where they are switched off: nowhere else waits anything of this room.
const MINE: &str = "/me/stories";
/// Somebody is asked again after this long, while nothing was answered.
const AGAIN: i64 = 30 * At::DAY;

/// A version waits for somebody's answer.
///
/// # Errors
/// From the database, or when a mail cannot be written.
pub(crate) async fn of_preview(tx: &mut Tx, origin: Origin<'_>, person: &str, now: At) -> anyhow::Result<()> {
    let words = |lang: Lang| {
        let t = Text(lang);
        Told { subject: t.told_subject().into(), line: t.told_line().into(), button: t.told_button().into() }
    };
    let notice = Notice { topic: "story", words: &words, path: MINE, off: "/me/contacts" };
    accounts::tell(tx, origin, person, &notice, now).await.map(drop)
}

/// Asks everybody whose consent to a public story ends within 60 days whether it may stay, once in 30 days.
///
/// # Errors
/// From the database, or when a mail cannot be written.
pub(crate) async fn ask_again(db: &Db, origin: Origin<'_>, now: At) -> anyhow::Result<()> {
    let words = |lang: Lang| {
        let t = Text(lang);
        Told {
            subject: t.told_ending_subject().into(),
            line: t.told_ending_line().into(),
            button: t.told_button().into(),
        }
    };
    let notice = Notice { topic: "story-ending", words: &words, path: MINE, off: "/me/contacts" };
    let ids = store::consents::ending(db, now.plus(SOON)).await?;
    for whole in store::whole::list(db, &ids.iter().map(String::as_str).collect::<Vec<_>>()).await? {
        let due = |asked: Option<At>| asked.is_none_or(|asked| asked.plus(AGAIN) <= now);
        for subject in whole.subjects.iter().filter(|subject| due(subject.asked_at)) {
            let Some(person) = subject.person.as_deref() else { continue };
            let mut tx = db.begin().await?;
            store::subjects::asked(&mut tx, subject.id.as_str(), now).await?;
            accounts::tell(&mut tx, origin, person, &notice, now).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}
