//! The table `reports`.

use basics::At;
use db::{Db, Result, Row, Tx, params};

use crate::report::{Kind, Outcome, Report};

const COLUMNS: &str =
    "id, letter_id, reporter_id, reported_id, kind, weight, note, evidence, reported_at, settled_at, outcome";
/// Reports on one page.
const PAGE: i64 = 100;

fn read(row: &mut Row) -> Result<Report> {
    Ok(Report {
        id: row.get(0)?,
        letter: row.get(1)?,
        reporter: row.get(2)?,
        reported: row.get(3)?,
        kind: Kind::from_code(&row.get::<String>(4)?).unwrap_or(Kind::Other),
        weight: row.get(5)?,
        note: row.get(6)?,
        evidence: row.get(7)?,
        reported_at: row.get(8)?,
        settled_at: row.get(9)?,
        outcome: row.get::<Option<String>>(10)?.and_then(|code| Outcome::from_code(&code)),
    })
}

/// Writes a report down; whoever reported the same letter before has said so already. False then.
pub async fn insert(tx: &mut Tx, report: &Report) -> Result<bool> {
    let before = "SELECT 1 FROM reports WHERE reporter_id = $1 AND letter_id = $2 AND settled_at IS NULL LIMIT 1";
    if tx.opt(before, params![&report.reporter, &report.letter], |_| Ok(())).await?.is_some() {
        return Ok(false);
    }
    tx.exec(
        "INSERT INTO reports (id, letter_id, reporter_id, reported_id, kind, weight, note, evidence, reported_at, \
         settled_at, settled_by, outcome) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, NULL, NULL, NULL)",
        params![
            &report.id,
            &report.letter,
            &report.reporter,
            &report.reported,
            report.kind.code(),
            report.weight,
            &report.note,
            &report.evidence,
            report.reported_at
        ],
    )
    .await?;
    Ok(true)
}

/// Open reports that do not touch `steward`, by weight and age.
pub async fn open(db: &Db, steward: &str) -> Result<Vec<Report>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM reports WHERE settled_at IS NULL AND reporter_id <> $1 AND reported_id <> $1 \
         ORDER BY weight, reported_at, id LIMIT {PAGE}"
    );
    db.all(&sql, params![steward], read).await
}

pub async fn count_open(db: &Db, steward: &str) -> Result<i64> {
    let sql = "SELECT COUNT(*) FROM reports WHERE settled_at IS NULL AND reporter_id <> $1 AND reported_id <> $1";
    db.one(sql, params![steward], |row| row.get(0)).await
}

/// One report, unless it touches `steward`.
pub async fn find(db: &Db, id: &str, steward: &str) -> Result<Option<Report>> {
    let sql = format!("SELECT {COLUMNS} FROM reports WHERE id = $1 AND reporter_id <> $2 AND reported_id <> $2");
    db.opt(&sql, params![id, steward], read).await
}

/// Notes what came of it. False when it was settled before.
pub async fn settle(tx: &mut Tx, id: &str, outcome: Outcome, by: &str, now: At) -> Result<bool> {
    let sql = "UPDATE reports SET settled_at = $2, settled_by = $3, outcome = $4 WHERE id = $1 AND settled_at IS NULL";
    Ok(tx.exec(sql, params![id, now, by, outcome.code()]).await? > 0)
}

/// Lets go of the sealed copies, and of whole reports once they are settled, that are older than `sealed`.
pub async fn sweep(tx: &mut Tx, sealed: At) -> Result<()> {
    tx.exec("DELETE FROM reports WHERE reported_at <= $1 AND settled_at IS NOT NULL", params![sealed]).await?;
    let sql = "UPDATE reports SET evidence = '', note = '' WHERE reported_at <= $1 AND evidence <> ''";
    tx.exec(sql, params![sealed]).await.map(drop)
}
