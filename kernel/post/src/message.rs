//! What a room says to somebody, before it is in the outbox.

use basics::{At, Id, Lang, limits};
use db::{Result, Tx};

use crate::{Channel, Entry, Written, sms, store};

/// A message to be put into the outbox. Header lines are made safe here: one line, no control characters, not too long.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    pub(crate) channel: Channel,
    pub(crate) recipient: String,
    pub(crate) lang: Lang,
    pub(crate) person_id: Option<String>,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: Option<String>,
    pub(crate) unsubscribe: Option<String>,
    pub(crate) not_before: Option<At>,
}

/// Longer is no address that any server takes.
const RECIPIENT: usize = 320;

impl Message {
    /// A mail with a plain part and, if there is one, an HTML part that says the same.
    pub fn mail(to: &str, lang: Lang, subject: &str, text: &str, html: Option<&str>) -> Self {
        Self {
            subject: line(subject, limits::LINE),
            html: html.map(str::to_owned),
            ..Self::new(Channel::Mail, to, lang, text)
        }
    }

    /// A mail from what a [`Letter`](crate::Letter) has written.
    pub fn written(to: &str, lang: Lang, written: &Written) -> Self {
        Self::mail(to, lang, &written.subject, &written.text, Some(&written.html))
    }

    /// An SMS, in the cheaper spelling ([`sms::spell`]). Phones are shared: the text begins with the person's short name
    /// and never quotes what is private. The caller sees to both, and that it fits ([`sms::plan`]).
    pub fn sms(to: &str, lang: Lang, text: &str) -> Self {
        Self::new(Channel::Sms, to, lang, &sms::spell(text))
    }

    fn new(channel: Channel, to: &str, lang: Lang, text: &str) -> Self {
        Self {
            channel,
            recipient: line(to, RECIPIENT),
            lang,
            person_id: None,
            subject: String::new(),
            text: text.to_owned(),
            html: None,
            unsubscribe: None,
            not_before: None,
        }
    }

    /// Whose message this is: it goes when they are erased.
    pub fn of<T>(mut self, person: &Id<T>) -> Self {
        self.person_id = Some(person.as_str().to_owned());
        self
    }

    /// Waits at least until then: the end of the person's quiet hours.
    pub fn not_before(mut self, moment: At) -> Self {
        self.not_before = Some(moment);
        self
    }

    /// Names an address (`https://…`) where this kind of mail can be unsubscribed from.
    pub fn unsubscribe(mut self, url: &str) -> Self {
        self.unsubscribe = Some(url.to_owned());
        self
    }
}

/// Puts a message into the outbox when the caller's transaction commits. Returns its id.
pub async fn put(tx: &mut Tx, message: &Message, now: At) -> Result<Id<Entry>> {
    let id = Id::new();
    store::insert(tx, &id, message, now).await?;
    Ok(id)
}

/// One line of at most `most` characters; control characters become spaces.
fn line(text: &str, most: usize) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(most).collect();
    spaced.trim().to_owned()
}
