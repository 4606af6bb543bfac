//! Stories that wait for somebody: to be read and answered, to be agreed to anew, on the editors' desk.

use async_trait::async_trait;
use basics::{At, Capability};
use db::Db;
use plugs::{Asking, Waiting, Waits};

use crate::{Text, Use, Whole, deeds::asked, rules::subject_until, state::Stage, store};

/// How long before it ends somebody is asked whether the story may stay.
pub(crate) const SOON: i64 = 60 * At::DAY;

pub(crate) struct Stories;

#[async_trait]
impl Waiting for Stories {
    async fn waiting(&self, db: &Db, asking: Asking<'_>) -> anyhow::Result<Vec<Waits>> {
        let (t, now) = (Text(asking.lang), asking.now);
        let mut ids: Vec<String> =
            store::subjects::of_person(db, asking.person).await?.into_iter().map(|subject| subject.story).collect();
        ids.dedup();
        let wholes = store::whole::list(db, &ids.iter().map(String::as_str).collect::<Vec<_>>()).await?;
        let asks = wholes
            .iter()
            .filter(|whole| whole.story.stage == Stage::Preview && waits(whole, asking.person, now))
            .count() as u64;
        let ending = |whole: &&Whole| whole.story.stage == Stage::Done && waits(whole, asking.person, now.plus(SOON));
        let ending = wholes.iter().filter(ending).count() as u64;
        let own = |words, count| Waits { words, count, path: "/me/stories".into(), for_helpers: true };
        let mut all = vec![own(t.waiting_preview(asks), asks), own(t.waiting_ending(ending), ending)];
        if asking.viewer.may(Capability::Edit) {
            let count = store::stories::count_at(db, Stage::Review).await?;
            all.push(Waits { words: t.waiting_desk(count), count, path: "/desk/stories".into(), for_helpers: false });
        }
        Ok(all)
    }
}

/// Whether the version that is asked about has no consent of this person's that still counts at this moment.
fn waits(whole: &Whole, person: &str, at: At) -> bool {
    let Some(root) = asked(whole) else { return false };
    let theirs = whole.subjects.iter().filter(|subject| subject.person.as_deref() == Some(person));
    theirs
        .filter(|subject| subject.is_identifiable())
        .any(|subject| subject_until(whole, subject, root, Use::Site, at).is_none())
}
