//! Letters from one person to another: written, read, answered.

use accounts::State;
use basics::{At, Audience, Clock, Level};
use db::params;

use super::cast::{WORDS, answer, get, house, organisation, post, someone, with, write};
use crate::{blocked, let_go, store};

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_waits_is_accepted_and_both_may_write() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina").await, someone(&house, "baraka").await);
    let page = get(&house, &amina, "/people/baraka").await;
    assert!(page.contains("href=\"/people/baraka/letter\""), "the way to a letter stands on the page");
    assert!(get(&house, &amina, "/people/baraka/letter").await.contains("Nobody here may ask you for money"));
    let id = write(&house, &amina, "/people/baraka/letter", WORDS).await;
    assert!(get(&house, &baraka, "/me").await.contains("1 letter waits for your answer"));
    let inbox = get(&house, &baraka, "/me/letters").await;
    assert!(inbox.contains(WORDS) && inbox.contains("Zamina Uwase") && inbox.contains("value=\"block\""));
    assert_eq!(post(&house, &baraka, &format!("/me/letters/{id}"), &[("words", "too early")]).await.status, 303);
    assert!(!get(&house, &amina, &format!("/me/letters/{id}")).await.contains("too early"), "accept first");
    assert_eq!(answer(&house, &amina, &id, "accept").await, 303, "not the sender's to accept");
    assert!(get(&house, &amina, &format!("/me/letters/{id}")).await.contains("on its way"));
    assert_eq!(answer(&house, &baraka, &id, "accept").await, 303);
    post(&house, &baraka, &format!("/me/letters/{id}"), &[("words", "Karibu sana,\n<b>come</b>")]).await;
    let thread = get(&house, &amina, &format!("/me/letters/{id}")).await;
    assert!(thread.contains("Karibu sana,<br>&#60;b&#62;come"), "{}", thread.text());
    assert!(get(&house, &amina, "/me").await.contains("1 conversation waits for your answer"));
    let again = get(&house, &amina, "/people/baraka/letter").await;
    assert_eq!(again.header("location"), format!("/me/letters/{id}"), "there is one conversation between two");
    let back = get(&house, &baraka, "/people/amina/letter").await;
    assert_eq!(back.header("location"), format!("/me/letters/{id}"));
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_sign_in_and_nobody_reads_what_is_not_theirs() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina").await, someone(&house, "baraka").await);
    let zawadi = someone(&house, "zawadi").await;
    let id = write(&house, &amina, "/people/baraka/letter", WORDS).await;
    assert!(house.get("/people/baraka/letter").await.header("location").starts_with("/sign-in"));
    for path in [format!("/me/letters/{id}"), format!("/me/letters/{id}/report"), "/me/letters/none".into()] {
        assert_eq!(get(&house, &zawadi, &path).await.status, 404, "{path}");
    }
    assert_eq!(answer(&house, &zawadi, &id, "block").await, 404);
    assert_eq!(get(&house, &zawadi, "/people/nobody/letter").await.status, 404);
    assert_eq!(get(&house, &baraka, &format!("/me/letters/{id}")).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reason_takes_ten_words_and_details_are_covered_until_accepted() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina").await, someone(&house, "baraka").await);
    let to = "/people/baraka/letter";
    let short = post(&house, &amina, to, &[("words", "Hello, how are you?")]).await;
    assert!(short.status == 200 && short.contains("at least 10 words") && short.contains("Hello, how are you?"));
    assert!(post(&house, &amina, to, &[("words", &"word ".repeat(500))]).await.contains("at most 2,000"));
    let told = format!("{WORDS} Call me on 0991 000 123.");
    let warned = post(&house, &amina, to, &[("words", &told)]).await;
    assert!(warned.contains("a telephone number") && warned.contains("0991 000 123") && warned.contains("anyway"));
    let id = write(&house, &amina, to, &told).await;
    let inbox = get(&house, &baraka, "/me/letters").await;
    assert!(inbox.contains("Call me on") && !inbox.contains("0991 000 123"), "covered while it is held");
    answer(&house, &baraka, &id, "accept").await;
    assert!(get(&house, &baraka, &format!("/me/letters/{id}")).await.contains("0991 000 123"));
}

#[tokio::test(flavor = "multi_thread")]
async fn first_letters_are_limited_by_level_and_a_form_sent_twice_is_one_letter() {
    let house = house().await;
    let amina = with(&house, "amina", |account, _| account.level = Level::Member).await;
    for number in 0..4 {
        someone(&house, &format!("baraka{number}")).await;
    }
    let once = [("words", WORDS), ("once", "the-same")];
    for _ in 0..2 {
        assert_eq!(post(&house, &amina, "/people/baraka0/letter", &once).await.status, 303);
    }
    write(&house, &amina, "/people/baraka1/letter", WORDS).await;
    write(&house, &amina, "/people/baraka2/letter", WORDS).await;
    let enough = post(&house, &amina, "/people/baraka3/letter", &[("words", WORDS)]).await;
    assert!(enough.status == 200 && enough.contains("3 first letters a day"), "{}", enough.text());
    house.clock.advance(At::DAY + 1);
    write(&house, &amina, "/people/baraka3/letter", WORDS).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn twenty_letters_at_once_are_never_more_than_the_day_allows() {
    testkit::on_both(async |db| {
        let house = super::cast::node(db).await;
        let amina = with(&house, "amina", |account, _| account.level = Level::Member).await;
        for number in 0..8 {
            someone(&house, &format!("baraka{number}")).await;
        }
        let paths: Vec<String> = (0..8).map(|number| format!("/people/baraka{number}/letter")).collect();
        let (amina, house) = (&amina, &house);
        let send = |path: String| async move { post(house, amina, &path, &[("words", WORDS)]).await.status };
        let (a, b, c, d, e, f, g, h) = tokio::join!(
            send(paths[0].clone()),
            send(paths[1].clone()),
            send(paths[2].clone()),
            send(paths[3].clone()),
            send(paths[4].clone()),
            send(paths[5].clone()),
            send(paths[6].clone()),
            send(paths[7].clone())
        );
        let sent = [a, b, c, d, e, f, g, h].into_iter().filter(|status| *status == 303).count();
        assert_eq!(sent, 3);
        let kept: i64 = house.db.one("SELECT COUNT(*) FROM letters", &[], |row| row.get(0)).await.unwrap();
        assert_eq!(kept, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_takes_no_letters_gets_none_and_their_reasons_look_the_same() {
    let house = house().await;
    let amina = with(&house, "amina", |account, _| account.level = Level::Member).await;
    let off = someone(&house, "zoff").await;
    post(&house, &off, "/me/letters/settings", &[("open", "nobody")]).await;
    let few = someone(&house, "zfew").await;
    post(&house, &few, "/me/letters/settings", &[("open", "vouched"), ("told", "yes")]).await;
    with(&house, "zborn", |account, _| account.born = Some(2011)).await;
    let mut shown = Vec::new();
    for handle in ["zoff", "zfew", "zborn"] {
        let path = format!("/people/{handle}/letter");
        let page = get(&house, &amina, &path).await;
        assert!(page.status == 200 && page.contains("does not take letters"), "{handle}: {}", page.text());
        let sent = post(&house, &amina, &path, &[("words", WORDS)]).await;
        assert_eq!(sent.status, 200, "{handle}");
        shown.push(page.text().replace(handle, "who"));
    }
    assert!(shown.iter().all(|page| *page == shown[0]), "the reasons cannot be told apart");
    let vouched = someone(&house, "vouched").await;
    write(&house, &vouched, "/people/zfew/letter", WORDS).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_under_18_under_review_or_asleep_writes_first_and_protected_people_are_not_there() {
    let house = house().await;
    someone(&house, "baraka").await;
    let minor = with(&house, "minor", |account, _| account.born = Some(2011)).await;
    let reviewed = with(&house, "reviewed", |account, _| account.review_since = Some(At(1))).await;
    let asleep = someone(&house, "asleep").await;
    let sql = "UPDATE accounts SET state = $2 WHERE id = $1";
    house.db.exec(sql, params![&asleep.account.id, State::Asleep.code()]).await.unwrap();
    for (who, words) in [(&minor, "Until you are 18"), (&reviewed, "at the moment"), (&asleep, "at the moment")] {
        let sent = post(&house, who, "/people/baraka/letter", &[("words", WORDS)]).await;
        assert!(sent.status == 200 && sent.contains(words), "{}", sent.text());
    }
    let now = house.clock.now();
    with(&house, "child", |account, person| {
        account.born = Some(2011);
        person.protected_until = Some(now.plus(365 * At::DAY));
    })
    .await;
    let amina = someone(&house, "amina").await;
    assert_eq!(get(&house, &amina, "/people/child/letter").await.status, 404);
    with(&house, "vouchedonly", |_, person| person.listed = Audience::OnlyMe).await;
    assert_eq!(get(&house, &amina, "/people/vouchedonly/letter").await.status, 404);
    let letters: i64 = house.db.one("SELECT COUNT(*) FROM letters", &[], |row| row.get(0)).await.unwrap();
    assert_eq!(letters, 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisations_letters_are_read_and_answered_by_its_owner_alone() {
    let house = house().await;
    let (amina, owner, other) =
        (someone(&house, "amina").await, someone(&house, "owner").await, someone(&house, "other").await);
    let group = organisation(&house, "potters", &owner).await;
    let id = write(&house, &amina, "/organisations/potters/letter", WORDS).await;
    let inbox = get(&house, &owner, "/me/letters").await;
    assert!(inbox.contains(WORDS) && inbox.contains("for Zpotters Group"), "{}", inbox.text());
    assert_eq!(get(&house, &other, &format!("/me/letters/{id}")).await.status, 404);
    answer(&house, &owner, &id, "accept").await;
    post(&house, &owner, &format!("/me/letters/{id}"), &[("words", "Welcome to the workshop")]).await;
    let thread = get(&house, &amina, &format!("/me/letters/{id}")).await;
    assert!(thread.contains("Welcome to the workshop") && thread.contains("Zpotters Group"));
    assert!(!thread.contains("Zowner"), "who answers for an organisation stays its own affair");
    answer(&house, &owner, &id, "block").await;
    assert!(blocked(&house.db, amina.person(), &group).await.unwrap());
    let settings = get(&house, &owner, "/me/letters/settings").await;
    assert!(settings.contains("Zamina Uwase") && settings.contains("for Zpotters Group"));
    assert_eq!(
        post(&house, &other, "/me/letters/settings/unblock", &[("by", &group), ("who", amina.person())]).await.status,
        404
    );
    post(&house, &owner, "/me/letters/settings/unblock", &[("by", &group), ("who", amina.person())]).await;
    assert!(!blocked(&house.db, amina.person(), &group).await.unwrap());
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_are_let_go_of_when_their_time_is_over() {
    testkit::on_both(async |db| {
        let house = super::cast::node(db).await;
        let (amina, baraka) = (someone(&house, "amina").await, someone(&house, "baraka").await);
        let zawadi = someone(&house, "zawadi").await;
        write(&house, &amina, "/people/baraka/letter", WORDS).await;
        let declined = write(&house, &zawadi, "/people/baraka/letter", WORDS).await;
        answer(&house, &baraka, &declined, "decline").await;
        let kept = write(&house, &zawadi, "/people/amina/letter", WORDS).await;
        answer(&house, &amina, &kept, "accept").await;
        let count =
            async || -> i64 { house.db.one("SELECT COUNT(*) FROM letters", &[], |row| row.get(0)).await.unwrap() };
        house.clock.advance(30 * At::DAY - 1);
        let_go(&house.db, house.clock.now()).await.unwrap();
        assert_eq!(count().await, 3, "to the last moment");
        house.clock.advance(1);
        assert!(!get(&house, &baraka, "/me/letters").await.contains(WORDS), "ended like declined");
        let_go(&house.db, house.clock.now()).await.unwrap();
        assert_eq!(count().await, 1, "unanswered and declined go together; what was accepted stays");
        house.clock.advance(300 * At::DAY);
        post(&house, &zawadi, &format!("/me/letters/{kept}"), &[("words", "Still here")]).await;
        house.clock.advance(60 * At::DAY);
        let_go(&house.db, house.clock.now()).await.unwrap();
        let letter = store::letters::find(&house.db, &kept).await.unwrap().unwrap();
        assert_eq!(letter.words, "", "what was said a year ago goes out of a conversation that lives");
        house.clock.advance(310 * At::DAY);
        let_go(&house.db, house.clock.now()).await.unwrap();
        assert_eq!(count().await, 0, "a year after the last word");
    })
    .await;
}
