//! How long things are kept, by a clock that the test moves.

use basics::{At, Clock, Role};
use db::params;
use testkit::TestPortal;

use super::cast::{eraser, fill, house, sign_in, someone};
use crate::{
    account::State,
    leaving,
    retention::{ERASED, HIDDEN, RULES, Retention},
    store::accounts,
};

fn retention(house: &TestPortal) -> Retention {
    Retention {
        db: house.db.clone(),
        faces: house.portal.plugs.faces.clone().unwrap(),
        site: "Dzaleka Connect".into(),
        base_url: "http://portal.test".into(),
    }
}

/// A night's work.
async fn night(house: &TestPortal) -> u64 {
    retention(house).keep(house.clock.now()).await.unwrap();
    retention(house).keep(house.clock.now()).await.unwrap();
    eraser(house).erase_due(house.clock.now()).await.unwrap()
}

async fn count(house: &TestPortal, table: &str) -> i64 {
    house.db.one(&format!("SELECT COUNT(*) FROM {table}"), &[], |row| row.get(0)).await.unwrap()
}

#[tokio::test]
async fn each_table_is_kept_as_long_as_the_table_of_rules_says() {
    for (table, last_day) in
        // A ticket and a recovery of the cast end 30 days after they were made, a session lasts 30.
        [
            ("sessions", 90),
            ("devices", 365),
            ("tickets", 37),
            ("attempts", 7),
            ("sent_forms", 7),
            ("helped", 365),
            ("recoveries", 30),
        ]
    {
        let house = house().await;
        let (amina, baraka) = (someone(&house, "amina", &[]).await, someone(&house, "baraka", &[]).await);
        fill(&house, &amina, &baraka).await;
        let seen = "UPDATE accounts SET seen_on = $1";
        house.db.exec(seen, params![house.clock.now().plus(1000 * At::DAY)]).await.unwrap();
        let before = count(&house, table).await;
        house.clock.advance(last_day * At::DAY);
        night(&house).await;
        assert_eq!(count(&house, table).await, before, "{table} on the last day");
        house.clock.advance(2 * At::DAY);
        night(&house).await;
        assert_eq!(count(&house, table).await, 0, "{table} after the last day");
    }
}

#[tokio::test]
async fn who_does_not_come_for_a_year_is_hidden_and_back_with_the_first_visit() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    fill(&house, &amina, &someone(&house, "baraka", &[]).await).await;
    house.clock.advance(HIDDEN.days * At::DAY);
    night(&house).await;
    house.settled().await;
    assert_eq!(house.get("/people/amina").await.status, 200, "a year and not a day more");
    house.clock.advance(At::DAY);
    night(&house).await;
    house.settled().await;
    assert_eq!(house.get("/people/amina").await.status, 404);
    assert_eq!(accounts::get(&house.db, amina.id()).await.unwrap().state, State::Asleep);
    let told = "SELECT COUNT(*) FROM outbox WHERE recipient = 'Zmark05@example.org' AND subject = 'Your page rests'";
    assert_eq!(house.db.one(told, &[], |row| row.get::<i64>(0)).await.unwrap(), 1, "one letter, not one a night");
    let mut tx = house.db.begin().await.unwrap();
    let account = accounts::get_in(&mut tx, amina.id()).await.unwrap();
    leaving::come_back(&mut tx, house.portal.faces().unwrap(), &account, house.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    house.settled().await;
    assert_eq!(house.get("/people/amina").await.status, 200);
    assert_eq!(accounts::get(&house.db, amina.id()).await.unwrap().state, State::Active);
}

#[tokio::test]
async fn after_two_years_they_are_erased_a_month_after_they_were_told() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    fill(&house, &amina, &someone(&house, "baraka", &[Role::Admin]).await).await;
    let told = "SELECT COUNT(*) FROM outbox WHERE subject = 'Do you want to keep your account?'";
    let mut letters = 0;
    for day in 1..=ERASED.days + 2 {
        house.clock.advance(At::DAY);
        if day < HIDDEN.days || (HIDDEN.days + 3..ERASED.days - 33).contains(&day) {
            continue;
        }
        let erased = night(&house).await;
        letters += house.db.one(told, &[], |row| row.get::<i64>(0)).await.unwrap().min(1);
        let here = accounts::find(&house.db, amina.id()).await.unwrap().is_some();
        assert_eq!(here, day <= ERASED.days, "day {day}: {erased} erased");
    }
    assert!(letters >= 29, "they were told a month before");
    assert_eq!(count(&house, "accounts").await, 1, "the only administrator is not lost by waiting");
}

#[tokio::test]
async fn who_comes_back_in_the_last_month_stays() {
    let house = house().await;
    let amina = someone(&house, "amina", &[]).await;
    house.clock.advance((HIDDEN.days + 1) * At::DAY);
    night(&house).await;
    house.clock.advance((ERASED.days - HIDDEN.days - 10) * At::DAY);
    night(&house).await;
    assert!(accounts::get(&house.db, amina.id()).await.unwrap().leaves_at.is_some());
    // On a way that does not wake by itself: the visit is noted, and the night does the rest.
    sign_in(&house, &amina.account).await;
    accounts::see(&house.db, amina.id(), crate::account::day_of(house.clock.now())).await.unwrap();
    house.clock.advance(60 * At::DAY);
    assert_eq!(night(&house).await, 0);
    let account = accounts::get(&house.db, amina.id()).await.unwrap();
    assert_eq!((account.state, account.leaves_at), (State::Active, None));
}

#[test]
fn the_guide_says_the_same_as_the_rules() {
    let guide = include_str!("../../../../../docs/guide/retention.md");
    let said: Vec<(&str, i64)> = guide
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.strip_prefix("| ")?.split(" | ").collect();
            Some((cells.first()?.trim_matches('`'), cells.get(1)?.strip_suffix(" days")?.parse().ok()?))
        })
        .collect();
    let rules: Vec<(&str, i64)> = RULES.iter().map(|rule| (rule.what, rule.days)).collect();
    assert_eq!(said, rules);
}
