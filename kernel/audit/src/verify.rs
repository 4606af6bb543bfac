//! Walking along the chain.

use db::{Db, Result, params};

use crate::{COLUMNS, Recorded, chain, read, retire};

const PAGE: i64 = 1000;

/// What is wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// Its content is not what was written.
    Altered,
    /// It is whole, and does not follow the entry before it: one of the two was made anew.
    OutOfOrder,
    /// It is not there, and later ones are.
    Missing,
    /// It and all after it are not there.
    CutOff,
    /// It should not be there yet: the counter has not come so far.
    Surplus,
    /// The head that was written down is nowhere in the chain. The number is that of the last entry.
    HeadLost,
}

/// The first fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    pub seq: i64,
    pub wrong: Wrong,
}

/// What a walk along the whole chain has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Entries that are as they were written.
    pub sound: i64,
    /// The number of the last sound entry; the one before the first for an empty log.
    pub last: i64,
    /// Its hash: the head to write down.
    pub head: String,
    pub fault: Option<Fault>,
}

/// Walks along the chain, page by page, while others write. `noted` is a head written down earlier, which must be part
/// of it. A run while old entries are being let go may find a fault; the next one does not.
pub async fn verify(db: &Db, noted: Option<&str>) -> Result<Verdict> {
    let anchor = retire::anchor(db).await?;
    let mut walk = Verdict { sound: 0, last: anchor.through, head: anchor.hash, fault: None };
    let mut found = noted.is_none_or(|noted| noted == walk.head);
    // Entries that should be gone are looked at too: they follow on nothing.
    let mut after = i64::MIN;
    let written = loop {
        let written = counter(db).await?;
        let sql = format!("SELECT {COLUMNS} FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2");
        let page = db.all(&sql, params![after, PAGE], read).await?;
        let Some(end) = page.last() else { break written };
        after = end.seq;
        for entry in page {
            if let Some(wrong) = walk.wrong_with(&entry) {
                walk.fault = Some(wrong);
                return Ok(walk);
            }
            (walk.sound, walk.last, walk.head) = (walk.sound + 1, entry.seq, entry.hash);
            found |= noted == Some(walk.head.as_str());
        }
    };
    walk.fault = if walk.last < written {
        Some(Fault { seq: walk.last + 1, wrong: Wrong::CutOff })
    } else if walk.last > counter(db).await? {
        Some(Fault { seq: walk.last, wrong: Wrong::Surplus })
    } else {
        (!found).then_some(Fault { seq: walk.last, wrong: Wrong::HeadLost })
    };
    Ok(walk)
}

async fn counter(db: &Db) -> Result<i64> {
    db.one("SELECT last FROM change_counter WHERE name = 'audit'", &[], |row| row.get(0)).await
}

impl Verdict {
    fn wrong_with(&self, entry: &Recorded) -> Option<Fault> {
        let next = self.last + 1;
        if chain::hash(entry) != entry.hash {
            Some(Fault { seq: entry.seq, wrong: Wrong::Altered })
        } else if entry.seq > next {
            Some(Fault { seq: next, wrong: Wrong::Missing })
        } else if entry.seq < next || entry.previous != self.head {
            Some(Fault { seq: entry.seq, wrong: Wrong::OutOfOrder })
        } else {
            None
        }
    }
}
