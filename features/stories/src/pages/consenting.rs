//! Reading the exact version and saying yes, no, or "not so": the same form for somebody signed in, for a helper beside
//! them, and for the code on a paper.

use askama::Template;
use basics::limits;
use serde::Deserialize;
use web::{Cx, Result, form::Faults};

use super::{
    shown::shown,
    typed::{fits, line},
    words,
};
use crate::{
    Edition, Giver, How, Subject, Term, Text, Use, Whole,
    deeds::{self, Agreement, Outcome, Refusal, asked},
    store,
};

/// What was ticked and typed. Boxes come as one field each.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Typed {
    /// The version that was on the page.
    root: String,
    site: String,
    share: String,
    press: String,
    fundraising: String,
    print: String,
    exhibition: String,
    term: String,
    /// `own` or `guardian`.
    by: String,
    witness: String,
    /// The code of a paper; empty for somebody signed in.
    pub code: String,
    /// `agree`, `change` …
    pub what: String,
}

impl Typed {
    fn ticked(&self, to: Use) -> bool {
        let field = match to {
            Use::Site => &self.site,
            Use::Share => &self.share,
            Use::Press => &self.press,
            Use::Fundraising => &self.fundraising,
            Use::Print => &self.print,
            Use::Exhibition => &self.exhibition,
        };
        field == "yes"
    }

    fn uses(&self) -> Vec<Use> {
        Use::ALL.iter().copied().filter(|to| self.ticked(*to)).collect()
    }
}

#[derive(Template)]
#[template(path = "pages/consenting.html")]
struct Consenting<'a> {
    t: Text,
    cx: &'a Cx,
    subject: &'a Subject,
    edition: &'a Edition,
    /// The version as HTML.
    version: String,
    typed: &'a Typed,
    faults: &'a Faults,
    /// Asked for where a paper is read: nobody is known to be there. A helper who acts is the witness.
    witnessed: bool,
}

/// The version somebody is asked about; `None` when nothing is asked now.
pub(crate) async fn version(cx: &Cx, whole: &Whole) -> Result<Option<Edition>> {
    let Some(root) = asked(whole) else { return Ok(None) };
    let hash = if root == whole.story.next_root { &whole.story.next_edition } else { &whole.story.edition };
    Ok(store::editions::find(&cx.portal.db, whole.story.id.as_str(), hash).await?)
}

/// The form as HTML. `folder`: where this reader gets the pictures.
pub(crate) fn form(
    cx: &Cx,
    (subject, edition): (&Subject, &Edition),
    folder: &str,
    typed: &Typed,
    faults: &Faults,
) -> Result<String> {
    let version = shown(cx, &edition.content, &edition.lang, folder)?;
    let witnessed = !typed.code.is_empty();
    Ok(Consenting { t: Text(cx.lang), cx, subject, edition, version, typed, faults, witnessed }.render()?)
}

impl Consenting<'_> {
    fn uses(&self) -> impl Iterator<Item = (&'static str, &'static str, &'static str, bool)> {
        let words = |to: Use| (to.code(), words::to(self.t, to), words::to_hint(self.t, to), self.typed.ticked(to));
        Use::ALL.iter().copied().map(words)
    }

    fn terms(&self) -> impl Iterator<Item = (&'static str, String, bool)> {
        let words = |term: &Term| self.t.term_years(term.years().unsigned_abs());
        Term::ALL.iter().map(move |term| (term.code(), words(term), self.typed.term == term.code()))
    }

    fn guardian(&self) -> bool {
        self.typed.by == Giver::Guardian.code()
    }
}

/// What came of an answer: faults, or done.
pub(crate) enum Answered {
    Faults(Faults),
    Refused(Refusal),
    Done,
}

/// Takes a yes, in a transaction of its own.
pub(crate) async fn agree(cx: &Cx, subject: &Subject, typed: &Typed, how: How) -> Result<Answered> {
    let (t, mut faults) = (Text(cx.lang), Faults::default());
    let (uses, witness) = (typed.uses(), line(&typed.witness));
    if !uses.contains(&Use::Site) {
        faults.add("site", t.site_missing());
    }
    let term = Term::from_code(&typed.term);
    if term.is_none() {
        faults.add("term", t.term_missing());
    }
    fits(t, "witness", &witness, limits::NAME, &mut faults);
    let by = if subject.minor { Giver::from_code(&typed.by) } else { Some(Giver::Own) };
    if by.is_none() {
        faults.add("by", t.by_missing());
    }
    let (Some(term), Some(by), true) = (term, by, faults.is_empty()) else { return Ok(Answered::Faults(faults)) };
    let helper = cx.signed.as_ref().and_then(|signed| signed.helper.as_ref()).filter(|_| how == How::Helper);
    let witness = helper.map_or(witness, |helper| helper.account.clone());
    let agreement = Agreement { root: &typed.root, uses: &uses, term, lang: cx.lang.tag(), how, by, witness: &witness };
    let mut tx = cx.portal.db.begin().await?;
    let outcome = deeds::agree(&mut tx, &subject.story, subject.id.as_str(), &agreement, cx.now).await;
    finished(tx, outcome).await
}

/// Takes "not so": back to the editors.
pub(crate) async fn decline(cx: &Cx, subject: &Subject) -> Result<Answered> {
    let mut tx = cx.portal.db.begin().await?;
    let outcome = deeds::decline(&mut tx, &subject.story, subject.id.as_str(), cx.now).await;
    finished(tx, outcome).await
}

/// Takes everything back, or one use.
pub(crate) async fn withdraw(cx: &Cx, subject: &Subject, to: Use) -> Result<Answered> {
    let mut tx = cx.portal.db.begin().await?;
    let outcome = deeds::withdraw_use(&mut tx, &subject.story, subject.id.as_str(), to, cx.now).await;
    finished(tx, outcome).await
}

async fn finished(tx: db::Tx, outcome: Outcome<Whole>) -> Result<Answered> {
    Ok(match outcome? {
        Ok(_) => {
            tx.commit().await?;
            Answered::Done
        }
        Err(refusal) => Answered::Refused(refusal),
    })
}
