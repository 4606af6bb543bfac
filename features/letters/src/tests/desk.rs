//! Reports: who reads them, in what order, and for how long.

use basics::{At, Clock};
use db::params;

use super::cast::{WORDS, answer, get, house, post, someone, steward, with, write};
use crate::{let_go, store::reports};

#[tokio::test(flavor = "multi_thread")]
async fn a_report_shows_stewards_the_letter_and_nothing_else_and_that_is_written_down() {
    let house = house().await;
    let (amina, baraka, grace) =
        (someone(&house, "amina").await, someone(&house, "baraka").await, steward(&house, "grace").await);
    let id = write(&house, &amina, "/people/baraka/letter", WORDS).await;
    write(&house, &someone(&house, "other").await, "/people/baraka/letter", &format!("{WORDS} Zsecret")).await;
    answer(&house, &baraka, &id, "accept").await;
    post(&house, &amina, &format!("/me/letters/{id}"), &[("words", "Send me money")]).await;
    let none = post(&house, &baraka, &format!("/me/letters/{id}/report"), &[]).await;
    assert!(none.contains("Choose what is wrong"), "{}", none.text());
    let form = [("kind", "scam"), ("note", "Zweird"), ("block", "yes")];
    post(&house, &baraka, &format!("/me/letters/{id}/report"), &form).await;
    assert_eq!(get(&house, &baraka, &format!("/me/letters/{id}")).await.status, 404, "gone from their sight at once");
    assert_eq!(get(&house, &baraka, "/desk/reports").await.status, 404);
    assert!(get(&house, &grace, "/me").await.contains("1 report waits"));
    let open = reports::open(&house.db, grace.person()).await.unwrap();
    let path = format!("/desk/reports/{}", open[0].id);
    let page = get(&house, &grace, &path).await;
    for part in [WORDS, "Send me money", "Zweird", "Zamina Uwase"] {
        assert!(page.contains(part), "{part}: {}", page.text());
    }
    assert!(!page.contains("Zsecret") && page.contains("/desk/accounts?handle=amina"));
    let read = "SELECT COUNT(*) FROM audit WHERE actor = $1 AND action = $2 AND object = $3";
    let logged = async |action: &str| -> i64 {
        house.db.one(read, params![&grace.account.id, action, &open[0].id], |row| row.get(0)).await.unwrap()
    };
    assert_eq!(logged("report-read").await, 1);
    for _ in 0..2 {
        assert_eq!(post(&house, &grace, &path, &[("outcome", "spoken")]).await.status, 303);
    }
    assert_eq!(logged("report-settled").await, 1);
    assert_eq!(reports::open(&house.db, grace.person()).await.unwrap(), []);
}

#[tokio::test(flavor = "multi_thread")]
async fn children_come_first_and_nobody_judges_their_own_case() {
    let house = house().await;
    let (grace, rehema) = (steward(&house, "grace").await, steward(&house, "rehema").await);
    for (nth, kind) in ["other", "child", "trafficking"].into_iter().enumerate() {
        let from = someone(&house, &format!("from{nth}")).await;
        let id = write(&house, &from, "/people/grace/letter", WORDS).await;
        post(&house, &grace, &format!("/me/letters/{id}/report"), &[("kind", kind)]).await;
    }
    let order: Vec<&str> =
        reports::open(&house.db, rehema.person()).await.unwrap().iter().map(|report| report.kind.code()).collect();
    assert_eq!(order, ["child", "trafficking", "other"]);
    assert_eq!(reports::open(&house.db, grace.person()).await.unwrap(), [], "not their own");
    let one = &reports::open(&house.db, rehema.person()).await.unwrap()[0];
    assert_eq!(get(&house, &grace, &format!("/desk/reports/{}", one.id)).await.status, 404);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_report_by_somebody_under_18_goes_first() {
    let house = house().await;
    let (amina, grace) = (someone(&house, "amina").await, steward(&house, "grace").await);
    let child = with(&house, "child", |account, _| account.born = Some(1990)).await;
    let id = write(&house, &amina, "/people/child/letter", WORDS).await;
    let sql = "UPDATE accounts SET born = 2011 WHERE id = $1";
    house.db.exec(sql, params![&child.account.id]).await.unwrap();
    let letter = crate::store::letters::find(&house.db, &id).await.unwrap().unwrap();
    let said = |minor| crate::report::Saying {
        reporter: child.person(),
        minor,
        side: crate::Side::Receiver,
        kind: crate::report::Kind::Privacy,
        note: "",
    };
    let (young, grown) = (said(true), said(false));
    let weight = |said| crate::report::Report::new(&letter, &[], said, house.clock.now()).weight;
    assert_eq!(weight(&young), crate::report::Kind::Child.weight());
    assert!(weight(&grown) > weight(&young));
    assert_eq!(reports::count_open(&house.db, grace.person()).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sealed_copy_stays_ninety_days_also_when_its_author_is_gone() {
    testkit::on_both(async |db| {
        let house = super::cast::node(db).await;
        let (amina, baraka, grace) =
            (someone(&house, "amina").await, someone(&house, "baraka").await, steward(&house, "grace").await);
        let id = write(&house, &amina, "/people/baraka/letter", WORDS).await;
        post(&house, &baraka, &format!("/me/letters/{id}/report"), &[("kind", "threat")]).await;
        let mut tx = house.db.begin().await.unwrap();
        let whose = plugs::Whose { account: amina.account.id.as_str(), person: amina.person() };
        for room in &house.portal.plugs.belongings {
            room.erase(&mut tx, whose, house.clock.now()).await.unwrap();
        }
        tx.commit().await.unwrap();
        let open = reports::open(&house.db, grace.person()).await.unwrap();
        let page = get(&house, &grace, &format!("/desk/reports/{}", open[0].id)).await;
        assert!(page.contains(WORDS) && page.contains("Somebody who has left"), "{}", page.text());
        house.clock.advance(90 * At::DAY - 1);
        let_go(&house.db, house.clock.now()).await.unwrap();
        assert!(reports::find(&house.db, &open[0].id, "").await.unwrap().unwrap().evidence.contains("pots"));
        house.clock.advance(1);
        let_go(&house.db, house.clock.now()).await.unwrap();
        let report = reports::find(&house.db, &open[0].id, "").await.unwrap().unwrap();
        assert_eq!(report.evidence, "", "an open report stays, without what was said");
        post(&house, &grace, &format!("/desk/reports/{}", report.id), &[("outcome", "fine")]).await;
        let_go(&house.db, house.clock.now()).await.unwrap();
        assert_eq!(reports::find(&house.db, &report.id, "").await.unwrap(), None);
    })
    .await;
}
