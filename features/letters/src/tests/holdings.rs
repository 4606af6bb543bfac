//! What the room holds of somebody: all of it in their download, none of it left when they are gone, never a helper's.

use basics::{Clock, Lang};
use plugs::{Belongings, Whose};

use super::cast::{WORDS, answer, node, post, someone, write};
use crate::{feature, plugs::belongings::Letters};

#[tokio::test(flavor = "multi_thread")]
async fn everything_is_shown_to_its_person_and_goes_with_them() {
    testkit::on_both(async |db| {
        let house = node(db).await;
        let (amina, baraka, zawadi) =
            (someone(&house, "amina").await, someone(&house, "baraka").await, someone(&house, "zawadi").await);
        let id = write(&house, &amina, "/people/baraka/letter", &format!("Zmark1 {WORDS}")).await;
        answer(&house, &baraka, &id, "accept").await;
        post(&house, &amina, &format!("/me/letters/{id}"), &[("words", "Zmark2")]).await;
        let got = write(&house, &zawadi, "/people/amina/letter", &format!("Zmark3 {WORDS}")).await;
        let form = [("kind", "scam"), ("note", "Zmark4"), ("block", "yes")];
        post(&house, &amina, &format!("/me/letters/{got}/report"), &form).await;
        post(&house, &amina, "/me/letters/settings", &[("open", "vouched")]).await;
        let whose = Whose { account: amina.account.id.as_str(), person: amina.person() };
        let told = Letters.gather(&house.db, whose, Lang::En).await.unwrap();
        let names: Vec<_> = told.iter().map(|part| part.name).collect();
        assert_eq!(
            names,
            ["letters-written", "letters-received", "conversations", "blocked", "letter-settings", "reports"]
        );
        let all = told.iter().map(|part| part.data.to_string()).collect::<String>();
        assert!((1..=4).all(|mark| all.contains(&format!("Zmark{mark}"))), "{all}");
        let of_zawadi = Whose { account: zawadi.account.id.as_str(), person: zawadi.person() };
        let theirs = Letters.gather(&house.db, of_zawadi, Lang::En).await.unwrap();
        let theirs = theirs.iter().map(|part| part.data.to_string()).collect::<String>();
        assert!(theirs.contains("Zmark3") && !theirs.contains("block") && !theirs.contains("report"), "{theirs}");
        let mut tx = house.db.begin().await.unwrap();
        Letters.erase(&mut tx, whose, house.clock.now()).await.unwrap();
        tx.commit().await.unwrap();
        assert!(Letters.gather(&house.db, whose, Lang::En).await.unwrap().is_empty());
        for (table, columns) in [
            ("letters", "sender_id || receiver_id || words"),
            ("letter_replies", "author_id || words"),
            ("blocks", "blocker_id || blocked_id"),
            ("letter_settings", "person_id"),
            ("reports", "reporter_id || note"),
        ] {
            let sql = format!("SELECT {columns} FROM {table} LIMIT 100");
            let rows: Vec<String> = house.db.all(&sql, &[], |row| row.get(0)).await.unwrap();
            let left = |row: &String| row.contains(amina.person()) || row.contains("Zmark1") || row.contains("Zmark4");
            assert!(!rows.iter().any(left), "{table} still holds something: {rows:?}");
        }
    })
    .await;
}

#[test]
fn no_page_of_this_room_opens_for_a_helper() {
    for route in feature().routes {
        let closed = matches!(route.access, web::Access::OwnSecurity | web::Access::May(_));
        assert!(closed, "{} {}", route.method, route.path);
    }
}
