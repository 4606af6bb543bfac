//! How messages are carried: when, how often, by whom.

use async_trait::async_trait;
use basics::{At, Clock, Lang, ManualClock};
use db::Db;
use testkit::on_both;

use super::{NOON, hello, kept, post, recorder::Recorder};
use crate::{
    Carrier, Carriers, Channel, Entry, Message, Refusal, State,
    deliver::{pause, round},
    store,
};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_carried_once_and_its_words_are_gone() {
    on_both(async |db| {
        let (recorder, clock) = (Recorder::default(), ManualClock::at(NOON));
        let id = post(&db, &hello("amina@example.org"), NOON).await;
        assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 1);
        assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 0);
        let entry = kept(&db, &id).await;
        assert_eq!((entry.state, entry.sent_at, recorder.times(&id)), (State::Sent, Some(NOON), 1));
        assert_eq!((entry.text.as_str(), entry.html), ("", None));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn quiet_hours_are_kept() {
    on_both(async |db| {
        let (recorder, clock) = (Recorder::default(), ManualClock::at(NOON));
        let id = post(&db, &hello("amina@example.org").not_before(NOON.plus(At::MINUTE)), NOON).await;
        clock.advance(At::MINUTE - 1);
        assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 0);
        clock.advance(1);
        assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 1);
        assert_eq!(recorder.times(&id), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_channel_without_a_carrier_waits_untouched() {
    on_both(async |db| {
        let id = post(&db, &Message::sms("0991 000 001", Lang::En, "Amina: your code is ready"), NOON).await;
        assert_eq!(round(&db, &Recorder::default().carriers(), &ManualClock::at(NOON)).await.unwrap(), 0);
        assert_eq!(round(&db, &Carriers::default(), &ManualClock::at(NOON)).await.unwrap(), 0);
        let entry = kept(&db, &id).await;
        assert_eq!((entry.state, entry.attempts, entry.next_at), (State::Waiting, 0, NOON));
    })
    .await;
}

#[tokio::test]
async fn the_settings_say_what_is_carried() {
    let mut settings = config::Settings::default();
    let has = |settings: &config::Settings| {
        let carriers = Carriers::open(settings, "https://connect.example").unwrap();
        Channel::ALL.map(|channel| carriers.has(channel))
    };
    assert_eq!(has(&settings), [false, false]);
    settings.sms = config::Sms::File;
    assert_eq!(has(&settings), [false, true]);
    settings.smtp_url = Some(config::Secret::new("smtp://127.0.0.1:2525"));
    settings.mail_from = Some("Dzaleka Connect <connect@example.org>".into());
    assert_eq!(has(&settings), [true, true]);
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_for_now_it_waits_longer_each_time_and_is_given_up_in_the_end() {
    on_both(async |db| {
        let recorder = Recorder::refusing(std::iter::repeat_n(Refusal::Later("451".into()), 100));
        let clock = ManualClock::at(NOON);
        let id = post(&db, &hello("amina@example.org"), NOON).await;
        for attempt in 1..20 {
            assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 1);
            let entry = kept(&db, &id).await;
            assert_eq!((entry.state, entry.last_error.as_deref()), (State::Waiting, Some("451")));
            assert_eq!(entry.next_at.0 - clock.now().0, pause(attempt));
            clock.advance(pause(attempt) - 1);
            assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 0, "too early after {attempt}");
            clock.advance(1);
        }
        round(&db, &recorder.carriers(), &clock).await.unwrap();
        let entry = kept(&db, &id).await;
        assert_eq!((entry.state, entry.next_at, entry.text.as_str()), (State::Failed, clock.now(), "Hello, Amina."));
        assert!(clock.now().0 - NOON.0 > 2 * At::DAY, "given up after {} h", (clock.now().0 - NOON.0) / 3_600_000);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn refused_for_good_it_is_kept_and_can_be_tried_again() {
    on_both(async |db| {
        let recorder = Recorder::refusing([Refusal::Never("550".into())]);
        let clock = ManualClock::at(NOON);
        let id = post(&db, &hello("nobody@example.org"), NOON).await;
        round(&db, &recorder.carriers(), &clock).await.unwrap();
        assert_eq!(kept(&db, &id).await.state, State::Failed);
        assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 0);
        let mut tx = db.begin().await.unwrap();
        assert!(store::try_again(&mut tx, &id, NOON).await.unwrap());
        tx.commit().await.unwrap();
        round(&db, &recorder.carriers(), &clock).await.unwrap();
        assert_eq!((kept(&db, &id).await.state, recorder.times(&id)), (State::Sent, 2));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_claim_of_a_node_that_died_passes_to_another() {
    on_both(async |db| {
        let id = post(&db, &hello("amina@example.org"), NOON).await;
        let lost = store::claim(&db, &Channel::ALL, NOON, NOON.plus(5 * At::MINUTE), 8).await.unwrap();
        assert_eq!(lost.len(), 1);
        let (recorder, clock) = (Recorder::default(), ManualClock::at(NOON));
        clock.advance(5 * At::MINUTE - 1);
        assert_eq!(round(&db, &recorder.carriers(), &clock).await.unwrap(), 0);
        clock.advance(1);
        let again = store::claim(&db, &Channel::ALL, clock.now(), clock.now().plus(At::MINUTE), 8).await.unwrap();
        assert_eq!(again.len(), 1);
        // The first node is not dead after all; its word no longer counts.
        store::settle(&db, &lost[0], State::Failed, NOON, "550").await.unwrap();
        store::sent(&db, &again[0], clock.now()).await.unwrap();
        assert_eq!(kept(&db, &id).await.state, State::Sent);
    })
    .await;
}

/// Erases the message while it is being carried.
struct Eraser(Db);

#[async_trait]
impl Carrier for Eraser {
    async fn carry(&self, entry: &Entry) -> Result<(), Refusal> {
        self.0.exec("DELETE FROM outbox WHERE id = $1", db::params![&entry.id]).await.unwrap();
        Err(Refusal::Later("connection".into()))
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_erased_on_its_way_does_not_come_back() {
    on_both(async |db| {
        let id = post(&db, &hello("amina@example.org"), NOON).await;
        let carriers = Carriers::default().with(Channel::Mail, Eraser(db.clone()));
        assert_eq!(round(&db, &carriers, &ManualClock::at(NOON)).await.unwrap(), 1);
        assert!(store::find(&db, &id).await.unwrap().is_none());
    })
    .await;
}

struct Clumsy;

#[async_trait]
impl Carrier for Clumsy {
    async fn carry(&self, _: &Entry) -> Result<(), Refusal> {
        panic!("over its own feet")
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_carrier_that_falls_over_loses_nothing() {
    on_both(async |db| {
        let id = post(&db, &hello("amina@example.org"), NOON).await;
        round(&db, &Carriers::default().with(Channel::Mail, Clumsy), &ManualClock::at(NOON)).await.unwrap();
        let entry = kept(&db, &id).await;
        assert_eq!((entry.state, entry.last_error.as_deref()), (State::Waiting, Some("fell over")));
    })
    .await;
}
