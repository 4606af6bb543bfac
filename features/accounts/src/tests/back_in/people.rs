//! `/recover/people` and what follows: two vouchers, one of the team, 48 hours.

use basics::{At, Role};
use testkit::TestPortal;

use super::cast::{NEW, OLD, Phone, bold, card, count, house, member, vouch, work};
use crate::{Account, store::codes};

/// Somebody who lost everything, two who vouched for them, and a helper.
struct Village {
    house: TestPortal,
    amina: Account,
    vouchers: [Account; 2],
    helper: Account,
}

async fn village() -> Village {
    let house = house().await;
    let amina = member(&house, "amina-12", &[Role::Editor]).await;
    let vouchers = [member(&house, "jean-20", &[]).await, member(&house, "safi-31", &[]).await];
    for voucher in &vouchers {
        vouch(&house.db, voucher, &amina, &house).await;
    }
    let helper = member(&house, "rehema-40", &[Role::Helper]).await;
    card(&house, &amina).await;
    Village { house, amina, vouchers, helper }
}

impl Village {
    async fn ask(&self) -> String {
        let fields = [("handle", "amina-12"), ("passphrase", NEW), ("once", "once")];
        bold(&Phone::new(&self.house).post("/recover/people", &fields).await)
    }

    async fn confirm(&self, who: &Account, reference: &str) -> testkit::Answer {
        let phone = Phone::of(&self.house, who).await;
        phone.post("/me/recovery/confirm", &[("reference", reference), ("sure", "yes")]).await
    }

    async fn confirmed(&self) {
        let reference = self.ask().await;
        for who in [&self.vouchers[0], &self.helper, &self.vouchers[1]] {
            assert_eq!(self.confirm(who, &reference).await.status, 303);
        }
        assert_eq!(self.state().await, "confirmed");
    }

    async fn state(&self) -> String {
        let sql = "SELECT state FROM recoveries ORDER BY id DESC LIMIT 1";
        self.house.db.one(sql, &[], |row| row.get(0)).await.unwrap()
    }

    async fn enters(&self, passphrase: &str) -> bool {
        let fields = [("handle", "amina-12"), ("passphrase", passphrase), ("phone", "own")];
        Phone::new(&self.house).post("/sign-in", &fields).await.status == 303
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn three_people_and_48_hours_bring_somebody_back() {
    let village = village().await;
    let owner = Phone::of(&village.house, &village.amina).await;
    village.confirmed().await;
    village.house.settled().await;
    assert!(owner.get("/me").await.contains("href=\"/me/recovery\""), "every live session shows it");
    assert!(owner.get("/me/recovery").await.contains("23 November 2026, 10:00"), "and from when on");
    village.house.clock.advance(2 * At::DAY - 1);
    work(&village.house).await;
    assert!(village.enters(OLD).await && !village.enters(NEW).await, "not a moment before");
    village.house.clock.advance(1);
    work(&village.house).await;
    assert!(village.enters(NEW).await && !village.enters(OLD).await);
    village.house.settled().await;
    assert_eq!(owner.get("/me").await.status, 303, "all sessions have ended");
    assert_eq!(codes::count(&village.house.db, village.amina.id.as_str()).await.unwrap(), (0, 0), "the card is void");
    let amina = crate::store::accounts::get(&village.house.db, village.amina.id.as_str()).await.unwrap();
    assert!(amina.roles.is_empty(), "a role is given again by hand");
    let kept = count(&village.house.db, "SELECT COUNT(*) FROM recoveries WHERE passphrase <> ''").await;
    assert_eq!(kept, 0, "no hash is left behind");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_owner_stops_it_and_nothing_changes() {
    let village = village().await;
    let owner = Phone::of(&village.house, &village.amina).await;
    village.confirmed().await;
    assert_eq!(owner.post("/me/recovery", &[]).await.status, 303);
    village.house.settled().await;
    assert!(!owner.get("/me").await.contains("href=\"/me/recovery\""));
    village.house.clock.advance(3 * At::DAY);
    work(&village.house).await;
    assert!(village.enters(OLD).await && !village.enters(NEW).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn one_voucher_twice_or_two_of_one_branch_are_not_two_people() {
    let village = village().await;
    let cousin = member(&village.house, "cousin-50", &[]).await;
    vouch(&village.house.db, &village.vouchers[0], &cousin, &village.house).await;
    vouch(&village.house.db, &cousin, &village.amina, &village.house).await;
    let reference = village.ask().await;
    for who in [&village.vouchers[0], &village.vouchers[0], &village.helper, &cousin] {
        village.confirm(who, &reference).await;
    }
    assert_eq!(village.state().await, "asked", "they are tied to each other");
    village.confirm(&village.vouchers[1], &reference).await;
    assert_eq!(village.state().await, "confirmed");
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_who_vouched_and_helps_is_still_one_person() {
    let village = village().await;
    vouch(&village.house.db, &village.helper, &village.amina, &village.house).await;
    let reference = village.ask().await;
    village.confirm(&village.helper, &reference).await;
    village.confirm(&village.vouchers[0], &reference).await;
    assert_eq!(village.state().await, "asked", "two people are not three");
    village.confirm(&village.vouchers[1], &reference).await;
    assert_eq!(village.state().await, "confirmed");
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_not_entitled_gets_the_answer_for_a_number_that_is_none() {
    let village = village().await;
    let neighbour = member(&village.house, "neighbour-7", &[]).await;
    let reference = village.ask().await;
    let phone = Phone::of(&village.house, &neighbour).await;
    let real = phone.post("/me/recovery/confirm", &[("reference", &reference)]).await;
    let none = phone.post("/me/recovery/confirm", &[("reference", "0000 0000")]).await;
    assert_eq!((real.status, real.text()), (none.status, none.text()));
    assert!(!real.contains("amina-12"));
    let own = Phone::of(&village.house, &village.amina).await;
    assert!(!own.post("/me/recovery/confirm", &[("reference", &reference)]).await.contains("name=\"sure\""));
    let voucher = Phone::of(&village.house, &village.vouchers[0]).await;
    let shown = voucher.post("/me/recovery/confirm", &[("reference", &reference)]).await;
    assert!(shown.contains("amina-12") && shown.contains("name=\"sure\""));
    assert_eq!(
        count(&village.house.db, "SELECT COUNT(*) FROM recovery_confirmations").await,
        0,
        "looking is not saying"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_tells_nothing_and_disturbs_nobody() {
    let village = village().await;
    let owner = Phone::of(&village.house, &village.amina).await;
    let phone = Phone::new(&village.house);
    phone.get("/recover/people").await;
    let ask = async |handle| {
        phone.post("/recover/people", &[("handle", handle), ("passphrase", NEW), ("once", handle)]).await
    };
    let (known, unknown) = (ask("amina-12").await, ask("nobody-1").await);
    let (one, two) = (bold(&known), bold(&unknown));
    assert_eq!(known.text().replace(&one, "#"), unknown.text().replace(&two, "#"));
    assert_eq!(bold(&ask("amina-12").await), one, "the same form again has the same number");
    assert_eq!(count(&village.house.db, "SELECT COUNT(*) FROM recoveries").await, 2);
    for who in [&village.vouchers[0], &village.helper] {
        assert_eq!(village.confirm(who, &two).await.status, 200, "nobody's recovery cannot be confirmed");
    }
    village.house.settled().await;
    assert!(!owner.get("/me").await.contains("href=\"/me/recovery\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_over_after_14_days_and_when_somebody_who_confirmed_is_banned() {
    let village = village().await;
    let reference = village.ask().await;
    village.house.clock.advance(15 * At::DAY);
    assert_eq!(village.confirm(&village.vouchers[0], &reference).await.status, 200, "too old");
    let village = self::village().await;
    village.confirmed().await;
    let mut voucher = village.vouchers[0].clone();
    voucher.state = crate::State::Banned;
    let mut tx = village.house.db.begin().await.unwrap();
    crate::store::accounts::update(&mut tx, &voucher).await.unwrap();
    tx.commit().await.unwrap();
    village.house.clock.advance(3 * At::DAY);
    work(&village.house).await;
    assert_eq!(village.state().await, "cancelled");
    assert!(village.enters(OLD).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_code_ends_a_recovery_through_people() {
    let village = village().await;
    village.confirmed().await;
    let code = card(&village.house, &village.amina).await[0].shown();
    let fields = [("handle", "amina-12"), ("code", code.as_str()), ("passphrase", "a third long passphrase")];
    assert_eq!(Phone::new(&village.house).post("/recover", &fields).await.status, 303);
    assert_eq!(village.state().await, "cancelled");
}
