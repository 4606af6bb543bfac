//! Somebody is erased: nothing of them is left in stories either.

use basics::At;
use db::{Tx, params};

use crate::{
    TOPIC, copies,
    role::Part,
    state::{Stage, Standing},
    store::{self, follow},
};

/// Deletes every story the person is in, whoever else is in it too: their words cannot be taken out of it by a machine;
/// and drafts of theirs that nobody else works on. Elsewhere their part stays without them. Returns files that nothing
/// shows any more.
///
/// # Errors
/// From the database.
pub async fn erase_person(tx: &mut Tx, person: &str, now: At) -> anyhow::Result<Vec<String>> {
    changes::take_turn(tx).await?;
    let mut ids: Vec<String> =
        store::subjects::of_person_in(tx, person).await?.into_iter().map(|one| one.story).collect();
    for id in store::belongings::authored(tx, person).await? {
        let Some(whole) = store::whole::get_in(tx, &id).await? else { continue };
        let alone = whole.roles.iter().all(|role| role.person == person || role.part == Part::Author);
        if alone && whole.story.stage == Stage::Draft && whole.story.standing == Standing::Unseen {
            ids.push(id);
        }
    }
    ids.sort();
    ids.dedup();
    let mut files = Vec::new();
    for id in ids {
        files.extend(erase_story(tx, &id, now).await?);
    }
    tx.exec("UPDATE story_roles SET person_id = '' WHERE person_id = $1", params![person]).await?;
    Ok(files)
}

/// Deletes a story with everything that hangs on it.
pub async fn erase_story(tx: &mut Tx, id: &str, now: At) -> anyhow::Result<Vec<String>> {
    let Some(whole) = store::whole::get_in(tx, id).await? else { return Ok(Vec::new()) };
    let hashes = follow::pictures(tx, id).await?;
    media::shown(tx, follow::ROOM, id, &[]).await?;
    copies::recall(tx, &whole.story, now).await?;
    let quoting = follow::quoting(tx, &whole.story.slug).await?;
    store::stories::delete(tx, id).await?;
    let quoting: Vec<&str> = quoting.iter().map(String::as_str).filter(|other| *other != id).collect();
    changes::announce_all(tx, TOPIC, &quoting, "written", now).await?;
    changes::announce(tx, TOPIC, id, changes::ERASED, now).await?;
    media::let_go(tx, &hashes.iter().map(String::as_str).collect::<Vec<_>>()).await
}
