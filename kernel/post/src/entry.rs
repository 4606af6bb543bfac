//! A message as it stands in the outbox.

use basics::{At, Id, Lang};

/// How a message reaches somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Channel {
    Mail,
    Sms,
}

impl Channel {
    pub const ALL: [Self; 2] = [Self::Mail, Self::Sms];

    pub fn code(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::Sms => "sms",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// To be carried when it is due, and again after a refusal for now.
    Waiting,
    /// A carrier has taken it.
    Sent,
    /// Refused for good, or too often.
    Failed,
    /// An administrator has printed it instead.
    Printed,
}

impl State {
    pub const ALL: [Self; 4] = [Self::Waiting, Self::Sent, Self::Failed, Self::Printed];

    pub fn code(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Printed => "printed",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }
}

/// One row of the outbox. Its texts may hold links and codes that open an account: never log it.
#[derive(Clone, PartialEq, Eq)]
pub struct Entry {
    pub id: Id<Entry>,
    pub channel: Channel,
    /// A mail address or a phone number.
    pub recipient: String,
    pub lang: Lang,
    /// The id of the person whose message this is; goes with them when they are erased.
    pub person_id: Option<String>,
    /// Empty for SMS.
    pub subject: String,
    /// Empty once the message was sent.
    pub text: String,
    pub html: Option<String>,
    /// Where a mail can be unsubscribed from.
    pub unsubscribe: Option<String>,
    pub state: State,
    /// How often a carrier was asked, this time included.
    pub attempts: i64,
    /// When it is due; while a node carries it, until when that node may; when given up, since when.
    pub next_at: At,
    /// What went wrong last, in a word or a number: `connection`, `550`. Never what a server said.
    pub last_error: Option<String>,
    pub created_at: At,
    /// When it was sent or printed.
    pub sent_at: Option<At>,
}
