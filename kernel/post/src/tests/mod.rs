//! The outbox on both engines, mail through a real server, SMS by their rules.

mod delivery;
mod frame;
mod nodes;
mod outbox;
mod recorder;
mod server;
mod sign_in;
mod sms;
mod smtp;

use basics::{At, Id, Lang};
use db::Db;

use crate::{Channel, Entry, Message, State, put, store};

/// Noon of a day.
const NOON: At = At(1_790_000_000_000);

/// Puts a message in a transaction of its own.
async fn post(db: &Db, message: &Message, now: At) -> Id<Entry> {
    let mut tx = db.begin().await.unwrap();
    let id = put(&mut tx, message, now).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn hello(to: &str) -> Message {
    Message::mail(to, Lang::En, "Hello", "Hello, Amina.", Some("<p>Hello, Amina.</p>"))
}

async fn kept(db: &Db, id: &Id<Entry>) -> Entry {
    store::find(db, id).await.unwrap().expect("the message is in the outbox")
}

/// A message that no database has seen, for a carrier alone.
fn loose(message: Message) -> Entry {
    Entry {
        id: Id::new(),
        channel: message.channel,
        recipient: message.recipient,
        lang: message.lang,
        person_id: None,
        subject: message.subject,
        text: message.text,
        html: message.html,
        unsubscribe: message.unsubscribe,
        state: State::Waiting,
        attempts: 1,
        next_at: NOON,
        last_error: None,
        created_at: NOON,
        sent_at: None,
    }
}

#[test]
fn codes_are_read_back() {
    assert!(Channel::ALL.iter().all(|channel| Channel::from_code(channel.code()) == Some(*channel)));
    assert!(State::ALL.iter().all(|state| State::from_code(state.code()) == Some(*state)));
    assert_eq!((Channel::from_code("pigeon"), State::from_code("lost")), (None, None));
}
