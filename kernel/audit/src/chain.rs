//! What ties an entry to the one before it.

use sha2::{Digest, Sha256};

use crate::Recorded;

/// What the first entry follows.
pub(crate) const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// The hash an entry has to carry. Every part goes in behind its length, so no two entries are written alike.
pub(crate) fn hash(entry: &Recorded) -> String {
    let mut hash = Sha256::new();
    let (seq, at) = (entry.seq.to_string(), entry.at.0.to_string());
    let texts = [&entry.actor, &entry.action, &entry.object, &entry.detail, &entry.request, &entry.previous];
    for part in ["dzaleka audit 1", &seq, &at].into_iter().chain(texts.into_iter().map(String::as_str)) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    basics::hex(hash.finalize())
}
