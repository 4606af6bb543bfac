//! THE rule of this room: what may appear where, and until when. Pure; everything that shows a story asks it, or reads
//! what was written down by it.

use basics::At;

use crate::{Consent, Giver, Role, Story, Subject, Use, role::Part};

/// A story with everything the rule looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    pub story: Story,
    pub subjects: Vec<Subject>,
    pub consents: Vec<Consent>,
    pub roles: Vec<Role>,
}

impl Whole {
    /// One of its people, by the id they have in it.
    pub fn subject(&self, id: &str) -> Option<&Subject> {
        self.subjects.iter().find(|subject| subject.id.as_str() == id)
    }
}

/// The end of what has no end.
pub const ALWAYS: At = At(i64::MAX);

/// Whether a story may appear in this use now: it is public, editors signed it, and everybody who can be recognised in it
/// agrees to the site and to this use.
pub fn may_appear(whole: &Whole, to: Use, now: At) -> bool {
    appears_until(whole, to, now).is_some()
}

/// The first moment at which it may appear no more if nothing changes ([`ALWAYS`] without an end); `None` when it may
/// not appear now.
pub fn appears_until(whole: &Whole, to: Use, now: At) -> Option<At> {
    if !whole.story.standing.is_public() {
        return None;
    }
    agreed_until(whole, &whole.story.root, to, now)
}

/// The same for a version, whether it is public or not.
pub fn agreed_until(whole: &Whole, root: &str, to: Use, now: At) -> Option<At> {
    let nobody = whole.subjects.is_empty();
    if root.is_empty() || (nobody && whole.story.form.portrays()) || !is_signed(whole, root) {
        return None;
    }
    let mut until = ALWAYS;
    for subject in whole.subjects.iter().filter(|subject| subject.is_identifiable()) {
        let site = subject_until(whole, subject, root, Use::Site, now)?;
        until = until.min(site).min(subject_until(whole, subject, root, to, now)?);
    }
    Some(until)
}

/// Until when one of its people agrees to a use of a version; `None` when they do not.
pub fn subject_until(whole: &Whole, subject: &Subject, root: &str, to: Use, now: At) -> Option<At> {
    if subject.is_protected() && subject.shown() > 1 {
        return None;
    }
    let own = given_until(whole, subject, root, to, Giver::Own, now)?;
    if !subject.minor {
        return Some(own);
    }
    given_until(whole, subject, root, to, Giver::Guardian, now).map(|guardian| guardian.min(own))
}

fn given_until(whole: &Whole, subject: &Subject, root: &str, to: Use, by: Giver, now: At) -> Option<At> {
    let theirs = whole.consents.iter().filter(|consent| consent.subject == subject.id.as_str());
    let counts =
        |consent: &&Consent| consent.to == to && consent.by == by && consent.root == root && consent.is_live(now);
    theirs.filter(counts).map(|consent| consent.ends_at).max()
}

/// How many editors have to sign.
pub fn signatures_needed(whole: &Whole) -> usize {
    if whole.subjects.iter().any(Subject::is_protected) { 2 } else { 1 }
}

/// Whether enough editors have signed this version.
pub fn is_signed(whole: &Whole, root: &str) -> bool {
    let editors = whole.roles.iter().filter(|role| matches!(role.part, Part::Editor | Part::Second));
    editors.filter(|role| role.has_signed(root)).count() >= signatures_needed(whole)
}
