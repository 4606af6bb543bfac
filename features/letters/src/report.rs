//! A report: what somebody says is wrong with a letter, with a sealed copy of it for those who keep others safe.

use basics::{At, Id};
use serde_json::json;

use crate::{
    letter::{Letter, Side},
    store::replies::Reply,
};

/// What is wrong, in the order of weight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Child,
    Trafficking,
    Exploitation,
    Threat,
    Scam,
    Privacy,
    Other,
}

impl Kind {
    pub const ALL: [Self; 7] =
        [Self::Child, Self::Trafficking, Self::Exploitation, Self::Threat, Self::Scam, Self::Privacy, Self::Other];

    pub fn code(self) -> &'static str {
        match self {
            Self::Child => "child",
            Self::Trafficking => "trafficking",
            Self::Exploitation => "exploitation",
            Self::Threat => "threat",
            Self::Scam => "scam",
            Self::Privacy => "privacy",
            Self::Other => "other",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What comes first on the desk has the lowest.
    pub fn weight(self) -> i64 {
        self as i64
    }
}

/// What a steward has done about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing against the rules.
    Fine,
    /// Spoke with the people.
    Spoken,
    /// Looks into the account, or has ended it.
    Measures,
    /// Passed on to protection services.
    PassedOn,
}

impl Outcome {
    pub const ALL: [Self; 4] = [Self::Fine, Self::Spoken, Self::Measures, Self::PassedOn];

    pub fn code(self) -> &'static str {
        match self {
            Self::Fine => "fine",
            Self::Spoken => "spoken",
            Self::Measures => "measures",
            Self::PassedOn => "passed-on",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|outcome| outcome.code() == code)
    }
}

#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    pub id: String,
    pub letter: String,
    /// Id of the person who reports; empty once they were erased.
    pub reporter: String,
    /// Id of the person or organisation on the other side.
    pub reported: String,
    pub kind: Kind,
    pub weight: i64,
    /// What the reporter adds.
    pub note: String,
    /// The letter and what was said after it, as JSON; empty once its time is over.
    pub evidence: String,
    pub reported_at: At,
    pub settled_at: Option<At>,
    pub outcome: Option<Outcome>,
}

/// Who reports from which side, and what they say.
pub struct Saying<'a> {
    pub reporter: &'a str,
    pub minor: bool,
    pub side: Side,
    pub kind: Kind,
    pub note: &'a str,
}

impl Report {
    /// A report with a copy of what its reporter can read. Reports by minors go first.
    pub fn new(letter: &Letter, replies: &[Reply], said: &Saying<'_>, now: At) -> Self {
        let line = |side: Side, words: &str, at: At| json!({ "side": side.code(), "words": words, "at": at.rfc3339() });
        let mut lines = vec![line(Side::Sender, &letter.words, letter.sent_at)];
        lines.extend(replies.iter().map(|reply| line(reply.side, &reply.words, reply.sent_at)));
        let evidence = json!({ "sender": letter.sender, "receiver": letter.receiver, "lines": lines });
        Self {
            id: Id::<Self>::new().to_string(),
            letter: letter.id.clone(),
            reporter: said.reporter.to_owned(),
            reported: letter.across(said.side).to_owned(),
            kind: said.kind,
            weight: if said.minor { 0 } else { said.kind.weight() },
            note: said.note.to_owned(),
            evidence: evidence.to_string(),
            reported_at: now,
            settled_at: None,
            outcome: None,
        }
    }

    /// What the sealed copy holds: side, words and moment of each line.
    pub fn lines(&self) -> Vec<(Side, String, String)> {
        let kept: serde_json::Value = serde_json::from_str(&self.evidence).unwrap_or_default();
        let text = |line: &serde_json::Value, name: &str| line[name].as_str().unwrap_or_default().to_owned();
        let lines = kept["lines"].as_array().into_iter().flatten();
        lines.map(|line| (Side::from_code(&text(line, "side")), text(line, "words"), text(line, "at"))).collect()
    }

    /// Id of who is on a side, from the sealed copy.
    pub fn on(&self, side: Side) -> String {
        let kept: serde_json::Value = serde_json::from_str(&self.evidence).unwrap_or_default();
        kept[side.code()].as_str().unwrap_or_default().to_owned()
    }
}
