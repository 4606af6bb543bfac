//! Everything that somebody with a console can do to a log, and what it shows.

use basics::At;
use db::{Db, params};
use testkit::on_both;

use super::fill;
use crate::{COLUMNS, Fault, Filter, Wrong, chain, list, read, retire, verify};

async fn fault(db: &Db) -> Option<(i64, Wrong)> {
    verify(db, None).await.unwrap().fault.map(|Fault { seq, wrong }| (seq, wrong))
}

async fn console(db: &Db, sql: &str) {
    assert!(db.exec(sql, &[]).await.unwrap() > 0, "{sql}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_to_any_field_is_found_where_it_was_made() {
    on_both(async |db| {
        fill(&db, 6).await;
        let columns = ["actor", "action", "object", "detail", "request", "previous", "hash"];
        let changes =
            columns.iter().map(|column| (*column, format!("{column} || 'x'"))).chain([("at", "at + 1".into())]);
        for (column, value) in changes {
            for seq in [1, 3, 6] {
                let entry =
                    db.one(&format!("SELECT {COLUMNS} FROM audit WHERE seq = $1"), params![seq], read).await.unwrap();
                console(&db, &format!("UPDATE audit SET {column} = {value} WHERE seq = {seq}")).await;
                assert_eq!(fault(&db).await, Some((seq, Wrong::Altered)), "{column}");
                db.exec("DELETE FROM audit WHERE seq = $1", params![seq]).await.unwrap();
                put_back(&db, &entry).await;
                assert_eq!(fault(&db).await, None);
            }
        }
        console(&db, "UPDATE audit SET seq = 60 WHERE seq = 6").await;
        assert_eq!(fault(&db).await, Some((60, Wrong::Altered)));
    })
    .await;
}

async fn put_back(db: &Db, entry: &crate::Recorded) {
    db.exec(
        "INSERT INTO audit VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        params![
            entry.seq,
            entry.at,
            &entry.actor,
            &entry.action,
            &entry.object,
            &entry.detail,
            &entry.request,
            &entry.previous,
            &entry.hash
        ],
    )
    .await
    .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn parts_of_fields_cannot_wander_from_one_to_the_next() {
    on_both(async |db| {
        fill(&db, 2).await;
        console(&db, "UPDATE audit SET actor = 'operators', action = 'igned-in' WHERE seq = 2").await;
        assert_eq!(fault(&db).await, Some((2, Wrong::Altered)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_out_is_missed() {
    for (sql, found) in [
        ("DELETE FROM audit WHERE seq = 3", (3, Wrong::Missing)),
        ("DELETE FROM audit WHERE seq BETWEEN 2 AND 4", (2, Wrong::Missing)),
        ("DELETE FROM audit WHERE seq <= 2", (1, Wrong::Missing)),
        ("DELETE FROM audit WHERE seq = 6", (6, Wrong::CutOff)),
        ("DELETE FROM audit WHERE seq >= 4", (4, Wrong::CutOff)),
        ("DELETE FROM audit", (1, Wrong::CutOff)),
        ("UPDATE change_counter SET last = 5 WHERE name = 'audit'", (6, Wrong::Surplus)),
    ] {
        on_both(async |db| {
            fill(&db, 6).await;
            console(&db, sql).await;
            assert_eq!(fault(&db).await, Some(found), "{sql}");
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_log_whose_end_was_cut_off_goes_on_and_still_tells() {
    on_both(async |db| {
        fill(&db, 6).await;
        console(&db, "DELETE FROM audit WHERE seq >= 5").await;
        fill(&db, 1).await;
        assert_eq!(fault(&db).await, Some((5, Wrong::Missing)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_entry_made_anew_with_its_own_hash_no_longer_fits() {
    on_both(async |db| {
        fill(&db, 6).await;
        forge(&db, 3).await;
        assert_eq!(fault(&db).await, Some((4, Wrong::OutOfOrder)));
    })
    .await;
}

/// Changes an entry and gives it the hash that fits.
async fn forge(db: &Db, seq: i64) {
    let sql = format!("SELECT {COLUMNS} FROM audit WHERE seq = $1");
    let mut entry = db.one(&sql, params![seq], read).await.unwrap();
    entry.actor = "somebody-else".into();
    let previous = db.opt("SELECT hash FROM audit WHERE seq = $1", params![seq - 1], |row| row.get(0)).await.unwrap();
    entry.previous = previous.unwrap_or_else(|| chain::BEGINNING.into());
    entry.hash = chain::hash(&entry);
    db.exec("DELETE FROM audit WHERE seq = $1", params![seq]).await.unwrap();
    put_back(db, &entry).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_a_head_written_down_betrays_who_makes_the_whole_end_anew() {
    on_both(async |db| {
        fill(&db, 6).await;
        let noted = verify(&db, None).await.unwrap().head;
        fill(&db, 2).await;
        assert_eq!(verify(&db, Some(&noted)).await.unwrap().fault, None, "an older head is part of the chain");
        for seq in 5..=8 {
            forge(&db, seq).await;
        }
        assert_eq!(fault(&db).await, None);
        let found = verify(&db, Some(&noted)).await.unwrap().fault;
        assert_eq!(found, Some(Fault { seq: 8, wrong: Wrong::HeadLost }));
        // The same for an end that was cut off together with the counter.
        console(&db, "DELETE FROM audit WHERE seq > 2").await;
        console(&db, "UPDATE change_counter SET last = 2 WHERE name = 'audit'").await;
        assert_eq!(fault(&db).await, None);
        assert!(verify(&db, Some(&noted)).await.unwrap().fault.is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_beginning_cut_away_by_hand_is_told_from_one_let_go() {
    on_both(async |db| {
        fill(&db, 6).await;
        let mut tx = db.begin().await.unwrap();
        assert_eq!(retire(&mut tx, At(3 * At::DAY), At(700 * At::DAY)).await.unwrap(), 2);
        tx.commit().await.unwrap();
        console(&db, "DELETE FROM audit WHERE seq = 3").await;
        assert_eq!(fault(&db).await, Some((3, Wrong::Missing)));
        assert_eq!(list(&db, &Filter::default(), 10).await.unwrap().len(), 4);
    })
    .await;
}
