//! What stands in the outbox, and for how long.

use basics::{At, Id, Lang};
use testkit::on_both;

use super::{NOON, hello, kept, post};
use crate::{Message, State, put, store};

struct Person;

#[tokio::test(flavor = "multi_thread")]
async fn a_message_waits_as_it_was_put() {
    on_both(async |db| {
        let person = Id::<Person>::new();
        let message = Message::mail("amina@example.org", Lang::Sw, "Karibu", "Karibu, Amina.", Some("<p>Karibu</p>"))
            .of(&person)
            .unsubscribe("https://connect.example/stop");
        let entry = kept(&db, &post(&db, &message, NOON).await).await;
        assert_eq!(
            (entry.recipient.as_str(), entry.subject.as_str(), entry.lang),
            ("amina@example.org", "Karibu", Lang::Sw)
        );
        assert_eq!((entry.text.as_str(), entry.html.as_deref()), ("Karibu, Amina.", Some("<p>Karibu</p>")));
        assert_eq!(entry.person_id.as_deref(), Some(person.as_str()));
        assert_eq!(entry.unsubscribe.as_deref(), Some("https://connect.example/stop"));
        assert_eq!((entry.state, entry.attempts, entry.next_at, entry.sent_at), (State::Waiting, 0, NOON, None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_waits_when_the_caller_takes_it_back() {
    on_both(async |db| {
        let mut tx = db.begin().await.unwrap();
        put(&mut tx, &hello("amina@example.org"), NOON).await.unwrap();
        drop(tx);
        assert_eq!(store::list(&db, None, None, 10).await.unwrap().len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_reads_them_newest_first_page_by_page() {
    on_both(async |db| {
        let mut ids = Vec::new();
        for n in 0..5 {
            ids.push(post(&db, &hello(&format!("p{n}@example.org")), NOON).await);
        }
        let mut tx = db.begin().await.unwrap();
        assert!(store::mark_printed(&mut tx, &ids[4], NOON).await.unwrap());
        tx.commit().await.unwrap();
        let first = store::list(&db, Some(State::Waiting), None, 3).await.unwrap();
        assert_eq!(first.iter().map(|entry| &entry.id).collect::<Vec<_>>(), [&ids[3], &ids[2], &ids[1]]);
        let rest = store::list(&db, Some(State::Waiting), Some(&ids[1]), 3).await.unwrap();
        assert_eq!(rest.iter().map(|entry| &entry.id).collect::<Vec<_>>(), [&ids[0]]);
        assert_eq!(store::list(&db, None, None, 10).await.unwrap().len(), 5);
        assert_eq!(store::count(&db, State::Waiting).await.unwrap(), 4);
        assert!(store::find(&db, &Id::new()).await.unwrap().is_none());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_printed_is_not_sent_and_not_printed_twice() {
    on_both(async |db| {
        let id = post(&db, &hello("amina@example.org"), NOON).await;
        let mut tx = db.begin().await.unwrap();
        assert!(store::mark_printed(&mut tx, &id, NOON).await.unwrap());
        assert!(!store::mark_printed(&mut tx, &id, NOON).await.unwrap());
        assert!(!store::try_again(&mut tx, &id, NOON).await.unwrap());
        tx.commit().await.unwrap();
        let entry = kept(&db, &id).await;
        assert_eq!((entry.state, entry.sent_at), (State::Printed, Some(NOON)));
        assert_eq!(store::claim(&db, &crate::Channel::ALL, NOON, NOON.plus(1), 8).await.unwrap().len(), 0);
    })
    .await;
}

/// Each state, the moment its clock starts, and how long it stays.
#[tokio::test(flavor = "multi_thread")]
async fn each_message_stays_as_long_as_its_state_allows() {
    on_both(async |db| {
        let rows = [("sent", 1), ("printed", 1), ("failed", 30), ("waiting", 30)];
        for (state, days) in rows {
            let id = post(&db, &hello("amina@example.org"), NOON).await;
            let ended = NOON.plus(At::MINUTE);
            db.exec(
                "UPDATE outbox SET state = $2, next_at = $3, sent_at = $3 WHERE id = $1",
                db::params![&id, state, ended],
            )
            .await
            .unwrap();
            assert_eq!(store::purge(&db, ended.plus(days * At::DAY - 1)).await.unwrap(), 0, "{state} went too early");
            assert_eq!(store::purge(&db, ended.plus(days * At::DAY)).await.unwrap(), 1, "{state} stayed too long");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_erased_leaves_no_message() {
    on_both(async |db| {
        let (amina, yusuf) = (Id::<Person>::new(), Id::<Person>::new());
        for person in [&amina, &amina, &yusuf] {
            post(&db, &hello("someone@example.org").of(person), NOON).await;
        }
        let mut tx = db.begin().await.unwrap();
        assert_eq!(store::erase(&mut tx, &amina).await.unwrap(), 2);
        tx.commit().await.unwrap();
        let left = store::list(&db, None, None, 10).await.unwrap();
        assert_eq!(left.iter().map(|entry| entry.person_id.as_deref()).collect::<Vec<_>>(), [Some(yusuf.as_str())]);
    })
    .await;
}

#[test]
fn header_lines_are_one_line_and_not_too_long() {
    let long = "x".repeat(5000);
    let message = Message::mail(
        &format!(" a@example.org\r\n{long}"),
        Lang::En,
        &format!("Hi\r\nBcc: b@example.org {long}"),
        "",
        None,
    );
    assert!(message.subject.starts_with("Hi  Bcc:") && message.subject.chars().count() == 200, "{}", message.subject);
    assert!(!message.recipient.contains(['\r', '\n']) && message.recipient.chars().count() < 321);
}
