//! Who shows a picture, and to whom. Rooms write down what they show in the transaction that changes it; whether
//! somebody may see a picture, and whether it is still needed, is asked here.

use std::collections::HashMap;

use basics::{Audience, Viewer};
use db::{Db, Result, Row, Tx, Value, params};

/// Kept for a use that others than the owner and those who guard them do not see.
const NOBODY: i64 = -1;
/// Rows written in one statement.
const AT_ONCE: usize = 100;
/// Uses looked at for somebody who may see a picture only because it is theirs.
const USES: i64 = 40;

/// One place where a picture is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Use {
    pub room: String,
    /// Id of the person, organisation or page that shows it.
    pub subject: String,
    pub audience: Option<Audience>,
}

impl Use {
    /// Whether this viewer sees the picture here. `None` is for its owner, and for those who keep others safe.
    fn is_seen_by(&self, viewer: Viewer) -> bool {
        match self.audience {
            Some(audience) => audience >= viewer.reach_to(&self.subject),
            None => viewer.is(&self.subject) || viewer.guards(),
        }
    }
}

/// Writes down which pictures `subject` shows in `room`, and how far each reaches, instead of what was written before.
///
/// `uses` are pictures by hash. `None`: shown to nobody but its owner and those who guard (a page that is not out yet,
/// or withdrawn); what only its owner may see is `Some(OnlyMe)`. A picture named twice reaches as far as the wider one.
pub async fn shown(tx: &mut Tx, room: &'static str, subject: &str, uses: &[(&str, Option<Audience>)]) -> Result<()> {
    tx.exec("DELETE FROM picture_uses WHERE room = $1 AND subject = $2", params![room, subject]).await?;
    first_shown(tx, room, subject, uses).await
}

/// [`shown`], for a subject that is new and has shown nothing before.
pub async fn first_shown(
    tx: &mut Tx,
    room: &'static str,
    subject: &str,
    uses: &[(&str, Option<Audience>)],
) -> Result<()> {
    let mut widest: HashMap<&str, i64> = HashMap::with_capacity(uses.len());
    for (hash, audience) in uses {
        let rank = audience.map_or(NOBODY, Audience::rank);
        widest.entry(*hash).and_modify(|known| *known = rank.max(*known)).or_insert(rank);
    }
    let widest: Vec<_> = widest.into_iter().collect();
    for some in widest.chunks(AT_ONCE) {
        let mut values: Vec<Value> = vec![room.into(), subject.into()];
        let mut rows = Vec::with_capacity(some.len());
        for (hash, rank) in some {
            values.extend([Value::from(*hash), Value::from(*rank)]);
            rows.push(format!("($1, $2, ${}, ${})", values.len() - 1, values.len()));
        }
        let sql = format!(
            "INSERT INTO picture_uses (room, subject, hash, audience) VALUES {} \
             ON CONFLICT (room, subject, hash) DO UPDATE SET audience = excluded.audience",
            rows.join(", ")
        );
        tx.exec(&sql, &values).await?;
    }
    Ok(())
}

/// Where a picture is shown, by its hash; at most 40 places, those of `first` before others.
pub async fn uses(db: &Db, hash: &str, first: &str) -> Result<Vec<Use>> {
    let sql = "SELECT room, subject, audience FROM picture_uses WHERE hash = $1 \
               ORDER BY CASE WHEN subject = $2 THEN 0 ELSE 1 END, subject, room LIMIT $3";
    db.all(sql, params![hash, first, USES], read).await
}

/// How far a rendition reaches for a viewer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Everybody sees it.
    Public,
    /// This viewer does.
    Viewer,
    /// Not this viewer, or there is no such rendition.
    Not,
}

/// How far the rendition with this key reaches for a viewer, who acts as the person `me` (empty for strangers).
/// Besides, the subjects by which somebody who acts for one of them may see it.
pub async fn reach(db: &Db, key: &str, viewer: Viewer, me: &str) -> Result<(Reach, Vec<String>)> {
    let widest = "SELECT u.audience FROM picture_files f JOIN picture_uses u ON u.hash = f.hash WHERE f.key = $1 \
                  ORDER BY u.audience DESC LIMIT 1";
    let Some(rank) = db.opt(widest, params![key], |row| row.get::<i64>(0)).await? else {
        return Ok((Reach::Not, Vec::new()));
    };
    if rank >= Audience::Everyone.rank() {
        return Ok((Reach::Public, Vec::new()));
    }
    if me.is_empty() {
        return Ok((Reach::Not, Vec::new()));
    }
    let theirs = "SELECT u.room, u.subject, u.audience FROM picture_files f JOIN picture_uses u ON u.hash = f.hash \
                  WHERE f.key = $1 ORDER BY CASE WHEN u.subject = $2 THEN 0 ELSE 1 END, u.audience DESC LIMIT $3";
    let uses = db.all(theirs, params![key, me, USES], read).await?;
    let seen = uses.iter().any(|shown| shown.is_seen_by(viewer));
    Ok((if seen { Reach::Viewer } else { Reach::Not }, uses.into_iter().map(|shown| shown.subject).collect()))
}

/// The same for what has this hash.
pub async fn reach_of(db: &Db, hash: &str, viewer: Viewer, me: &str) -> Result<(Reach, Vec<String>)> {
    let widest = "SELECT audience FROM picture_uses WHERE hash = $1 ORDER BY audience DESC LIMIT 1";
    let Some(rank) = db.opt(widest, params![hash], |row| row.get::<i64>(0)).await? else {
        return Ok((Reach::Not, Vec::new()));
    };
    if rank >= Audience::Everyone.rank() {
        return Ok((Reach::Public, Vec::new()));
    }
    if me.is_empty() {
        return Ok((Reach::Not, Vec::new()));
    }
    let theirs = "SELECT room, subject, audience FROM picture_uses WHERE hash = $1 \
                  ORDER BY CASE WHEN subject = $2 THEN 0 ELSE 1 END, audience DESC LIMIT $3";
    let uses = db.all(theirs, params![hash, me, USES], read).await?;
    let seen = uses.iter().any(|shown| shown.is_seen_by(viewer));
    Ok((if seen { Reach::Viewer } else { Reach::Not }, uses.into_iter().map(|shown| shown.subject).collect()))
}

fn read(row: &mut Row) -> Result<Use> {
    let rank: i64 = row.get(2)?;
    let audience = (rank != NOBODY).then(|| Audience::from_rank(rank));
    Ok(Use { room: row.get(0)?, subject: row.get(1)?, audience })
}
