//! The table `vouches`, and the part of the graph that the rules look at.

use std::collections::BTreeSet;

use basics::At;
use db::{Db, Result, Row, Tx, params};

use crate::{
    account::{Account, State},
    store::accounts,
    vouching::{Graph, KnownFrom, Standing, Vouch},
};

/// Vouches of one person that are looked at: far more than anybody gets.
const MOST: i64 = 400;

/// A vouch as it was written down.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    pub giver: String,
    pub receiver: String,
    pub known_from: KnownFrom,
    pub given_at: At,
    /// The giver deleted their account since.
    pub giver_gone: bool,
    pub withdrawn_at: Option<At>,
}

const COLUMNS: &str = "giver_id, receiver_id, known_from, given_at, giver_gone, withdrawn_at";

fn read(row: &mut Row) -> Result<Written> {
    Ok(Written {
        giver: row.get(0)?,
        receiver: row.get(1)?,
        known_from: KnownFrom::from_code(&row.get::<String>(2)?).unwrap_or(KnownFrom::Other),
        given_at: row.get(3)?,
        giver_gone: row.get(4)?,
        withdrawn_at: row.get(5)?,
    })
}

/// Vouches somebody received, the newest first.
pub async fn received(db: &Db, account: &str) -> Result<Vec<Written>> {
    let sql = format!("SELECT {COLUMNS} FROM vouches WHERE receiver_id = $1 ORDER BY given_at DESC LIMIT $2");
    db.all(&sql, params![account, MOST], read).await
}

/// Vouches somebody gave, the newest first.
pub async fn given(db: &Db, account: &str) -> Result<Vec<Written>> {
    let sql = format!("SELECT {COLUMNS} FROM vouches WHERE giver_id = $1 ORDER BY given_at DESC LIMIT $2");
    db.all(&sql, params![account, MOST], read).await
}

/// Vouches that touch any of these accounts.
async fn around_in(tx: &mut Tx, accounts: &BTreeSet<String>, side: &str) -> Result<Vec<Written>> {
    let mut found = Vec::new();
    let accounts: Vec<&String> = accounts.iter().collect();
    for accounts in accounts.chunks(100) {
        let marks = db::marks(0, accounts.len());
        let sql = format!("SELECT {COLUMNS} FROM vouches WHERE {side} IN ({marks}) ORDER BY given_at LIMIT 10000");
        found.extend(tx.all(&sql, &db::values(accounts), read).await?);
    }
    Ok(found)
}

/// The graph around these people as the rules want it: they, their givers, what those received, and what they gave.
/// Nobody changes vouches or standing before the transaction ends.
pub async fn graph_in(tx: &mut Tx, people: &[&str], now: At) -> Result<Graph> {
    changes::take_turn(tx).await?;
    let centre: BTreeSet<String> = people.iter().map(|id| (*id).to_owned()).collect();
    let received = around_in(tx, &centre, "receiver_id").await?;
    let givers: BTreeSet<String> = received.iter().map(|vouch| vouch.giver.clone()).collect();
    let mut vouches = around_in(tx, &givers, "receiver_id").await?;
    vouches.extend(around_in(tx, &centre, "giver_id").await?);
    vouches.extend(received);
    let mut graph = Graph::default();
    for id in centre.union(&givers) {
        let gone = vouches.iter().any(|vouch| vouch.giver == *id && vouch.giver_gone);
        if let Some(standing) = standing_in(tx, id, gone, now).await? {
            graph.put(id, standing);
        }
    }
    for vouch in &vouches {
        let withdrawn = vouch.withdrawn_at.is_some();
        graph.put_vouch(&vouch.giver, &vouch.receiver, Vouch { given_at: vouch.given_at, withdrawn });
    }
    Ok(graph)
}

async fn standing_in(tx: &mut Tx, id: &str, gone: bool, now: At) -> Result<Option<Standing>> {
    Ok(match accounts::find_in(tx, id).await? {
        Some(account) => Some(standing(&account, now)),
        // Whoever left of their own will still counts as a giver; erased accounts leave nothing else behind.
        None if gone => Some(Standing { left: true, ..Standing::default() }),
        None => None,
    })
}

fn standing(account: &Account, now: At) -> Standing {
    Standing {
        by_hand: account.by_hand,
        vouched_since: account.vouched_at,
        under_review_since: account.review_since,
        banned: account.state == State::Banned,
        left: account.state == State::Leaving,
        minor: account.is_minor(now),
    }
}

/// Writes a vouch down; one that was taken back before is given anew.
pub async fn give(tx: &mut Tx, giver: &str, receiver: &str, known_from: KnownFrom, now: At) -> Result<()> {
    tx.exec(
        "INSERT INTO vouches (giver_id, receiver_id, known_from, given_at, giver_gone, withdrawn_at) \
         VALUES ($1, $2, $3, $4, $5, NULL) \
         ON CONFLICT (giver_id, receiver_id) DO UPDATE SET known_from = $3, given_at = $4, withdrawn_at = NULL",
        params![giver, receiver, known_from.code(), now, false],
    )
    .await
    .map(drop)
}

/// Takes a vouch back. False when there is none.
pub async fn withdraw(tx: &mut Tx, giver: &str, receiver: &str, now: At) -> Result<bool> {
    let sql = "UPDATE vouches SET withdrawn_at = $3 WHERE giver_id = $1 AND receiver_id = $2 AND withdrawn_at IS NULL";
    Ok(tx.exec(sql, params![giver, receiver, now]).await? > 0)
}

/// Receivers of somebody's vouches.
pub async fn receivers_in(tx: &mut Tx, giver: &str) -> Result<Vec<String>> {
    let sql = "SELECT receiver_id FROM vouches WHERE giver_id = $1 ORDER BY receiver_id LIMIT $2";
    tx.all(sql, params![giver, MOST], |row| row.get(0)).await
}

/// Receivers of any vouch, by id after `after`: levels may change by time alone.
pub async fn receivers_after(db: &Db, after: &str, limit: i64) -> Result<Vec<String>> {
    let sql = "SELECT DISTINCT receiver_id FROM vouches WHERE receiver_id > $1 ORDER BY receiver_id LIMIT $2";
    db.all(sql, params![after, limit], |row| row.get(0)).await
}
