//! Erasing: everything that any room holds of somebody goes in one transaction, and nothing of it stays on the disk.

use std::{path::PathBuf, sync::Arc};

use anyhow::Context;
use basics::At;
use db::{Db, Tx};
use files::{Files, Key};
use plugs::{Belongings, Whose};

use crate::{
    account::day_of,
    erasures::{self, Erasure, LIST, Places},
    event, store,
};

/// Accounts looked up in one statement.
const AT_ONCE: i64 = 200;
/// For how long after an erasure the disk is scrubbed each night.
const SCRUBBED: i64 = 2 * At::DAY;

/// What erasing needs of a node.
#[derive(Clone)]
pub struct Eraser {
    pub db: Db,
    pub files: Files,
    /// Every room that holds something of people.
    pub rooms: Vec<Arc<dyn Belongings>>,
    /// The data folder, where the list of erasures stands.
    pub data: PathBuf,
}

impl Eraser {
    /// Erases every account whose time has come, and then the last traces on the disk. Returns how many were erased.
    ///
    /// # Errors
    /// When a room, the database or the store of files fails; whoever is not erased then is so next time.
    pub async fn erase_due(&self, now: At) -> anyhow::Result<u64> {
        let mut erased = 0;
        loop {
            let due = store::leaving::due(&self.db, now, AT_ONCE).await?;
            if due.is_empty() {
                break;
            }
            for account in &due {
                erased += u64::from(self.erase_if_due(account, now).await?);
            }
        }
        // Again in the nights after: a scrub may have been cut short.
        if store::erasures::any_since(&self.db, day_of(now).plus(-SCRUBBED)).await? {
            self.agree().await?;
            self.db.scrub().await?;
        }
        Ok(erased)
    }

    /// Erases again whoever was erased before and came back with an older database. Returns how many stood on the list
    /// and not in the database. Call it before anything is served.
    ///
    /// # Errors
    /// As for [`Self::erase_due`]; nothing may be served then.
    pub async fn replay(&self, now: At) -> anyhow::Result<u64> {
        let missing = self.agree().await?;
        for erasure in &missing {
            let mut tx = self.db.begin().await?;
            changes::take_turn(&mut tx).await?;
            self.erase(&mut tx, erasure, now).await?;
            tx.commit().await?;
        }
        if !missing.is_empty() {
            self.db.scrub().await?;
        }
        Ok(missing.len() as u64)
    }

    async fn agree(&self) -> anyhow::Result<Vec<Erasure>> {
        erasures::agree(&Places { db: &self.db, files: &self.files, path: &self.data.join(LIST) }).await
    }

    async fn erase_if_due(&self, account: &str, now: At) -> anyhow::Result<bool> {
        let mut tx = self.db.begin().await?;
        changes::take_turn(&mut tx).await?;
        // They may have changed their mind a moment ago.
        let Some(account) = store::leaving::still_due(&mut tx, account, now).await? else { return Ok(false) };
        self.erase(&mut tx, &Erasure::new(account.id.as_str(), &account.person, now), now).await?;
        event::record(&mut tx, audit::NOBODY, "erased", account.id.as_str(), "", now).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// The files go before the transaction is durable: a fault between the two leaves names without files, of somebody
    /// who is erased next time, and never a file that nothing names.
    async fn erase(&self, tx: &mut Tx, erasure: &Erasure, now: At) -> anyhow::Result<()> {
        let whose = Whose { account: &erasure.account, person: &erasure.person };
        let mut unnamed = Vec::new();
        for room in &self.rooms {
            unnamed.extend(room.erase(tx, whose, now).await?);
        }
        store::erasures::insert(tx, erasure).await?;
        for key in unnamed {
            let key = Key::parse(&key).with_context(|| format!("a room named {key}, which is no file"))?;
            self.files.delete(&key).await?;
        }
        Ok(())
    }
}
