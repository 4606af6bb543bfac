//! A letter and its rules: how long it may be, how many a day, for how long it waits. No SQL, no HTTP.

use basics::{At, Level};

/// A reason takes at least so many words (product.md, *Connections*).
pub const LEAST_WORDS: usize = 10;
/// In characters.
pub const LONGEST: usize = 2_000;
/// So long a letter waits for an answer; then it ends as if it had been declined, and is deleted.
pub const HELD: i64 = 30 * At::DAY;
/// First letters are counted over so long.
pub const DAY: i64 = At::DAY;

/// What became of a letter. Its sender is only ever shown whether it was accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Waits for the receiver.
    Held,
    Accepted,
    Declined,
    /// Came from somebody whom the receiver has blocked: they never see it.
    Dropped,
}

impl State {
    pub fn code(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Dropped => "dropped",
        }
    }

    /// An unknown state reaches nobody.
    pub fn from_code(code: &str) -> Self {
        [Self::Held, Self::Accepted, Self::Declined]
            .into_iter()
            .find(|state| state.code() == code)
            .unwrap_or(Self::Dropped)
    }
}

/// One of the two who write to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Sender,
    Receiver,
}

impl Side {
    pub fn code(self) -> &'static str {
        match self {
            Self::Sender => "sender",
            Self::Receiver => "receiver",
        }
    }

    pub fn from_code(code: &str) -> Self {
        if code == "receiver" { Self::Receiver } else { Self::Sender }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Letter {
    pub id: String,
    /// Id of the person who wrote it.
    pub sender: String,
    /// Id of the person or organisation it is for.
    pub receiver: String,
    pub words: String,
    pub state: State,
    /// Who spoke last, of what both can read.
    pub last_side: Side,
    pub sent_at: At,
    pub moved_at: At,
}

impl Letter {
    /// Whether the receiver may still answer.
    pub fn is_held(&self, now: At) -> bool {
        self.state == State::Held && now < self.ends_at()
    }

    /// When it ends if nobody accepts it.
    pub fn ends_at(&self) -> At {
        self.sent_at.plus(HELD)
    }

    /// On which side somebody stands who speaks for these people and organisations; nowhere if it is not theirs.
    pub fn side_of(&self, person: &str, sides: &[String]) -> Option<Side> {
        if self.sender == person {
            return Some(Side::Sender);
        }
        sides.contains(&self.receiver).then_some(Side::Receiver)
    }

    /// Id of who is on a side.
    pub fn on(&self, side: Side) -> &str {
        match side {
            Side::Sender => &self.sender,
            Side::Receiver => &self.receiver,
        }
    }

    /// Id of who is on the other side.
    pub fn across(&self, side: Side) -> &str {
        match side {
            Side::Sender => &self.receiver,
            Side::Receiver => &self.sender,
        }
    }
}

/// First letters a member of this level may write in a day.
pub fn allowance(level: Level) -> i64 {
    match level {
        Level::Member => 3,
        Level::Vouched => 10,
        Level::Trusted => 20,
    }
}

/// How many words a text has; marks alone are none.
pub fn words_in(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}
