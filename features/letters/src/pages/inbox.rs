//! `/me/letters`: letters that wait for a yes or no, conversations, and what one has written oneself.

use std::{borrow::Borrow, collections::BTreeMap};

use askama::Template;
use axum::extract::Query;
use basics::At;
use web::{Cx, Page, Result};

use super::{
    Done,
    names::{self, Who},
};
use crate::{
    Text,
    letter::{Letter, Side},
    store,
    telling::awaits,
};

#[derive(Template)]
#[template(path = "pages/inbox.html")]
struct Inbox<'a> {
    t: Text,
    cx: &'a Cx,
    done: Option<&'static str>,
    person: &'a str,
    sides: &'a [String],
    held: Vec<Letter>,
    open: Vec<Letter>,
    sent: Vec<Letter>,
    who: BTreeMap<String, Who>,
}

pub(crate) async fn inbox(cx: Cx, Query(done): Query<Done>) -> Result<Page> {
    let (t, db, person) = (Text(cx.lang), &cx.portal.db, cx.signed()?.person.clone());
    let sides = store::sides(db, &person).await?;
    let held = store::letters::held(db, &person, &sides, cx.now).await?;
    let open = store::letters::open(db, &person, &sides).await?;
    let sent = store::letters::sent(db, &person, cx.now).await?;
    let all =
        held.iter().chain(&open).chain(&sent).flat_map(|letter| [letter.sender.as_str(), letter.receiver.as_str()]);
    let who = names::of(&cx, all).await?;
    let done = done.words(t);
    let main = Inbox { t, cx: &cx, done, person: &person, sides: &sides, held, open, sent, who };
    cx.own_page(t.inbox_title(), &main)
}

impl Inbox<'_> {
    fn on(&self, at: impl Borrow<At>) -> String {
        words::date(self.cx.lang, *at.borrow())
    }

    fn who(&self, id: &str) -> Who {
        self.who.get(id).cloned().unwrap_or_default()
    }

    fn side(&self, letter: &Letter) -> Side {
        letter.side_of(self.person, self.sides).unwrap_or(Side::Receiver)
    }

    fn other(&self, letter: &Letter) -> Who {
        self.who(letter.across(self.side(letter)))
    }

    /// The organisation that a letter is for, when it is not for the reader themselves.
    fn for_whom(&self, letter: &Letter) -> Option<String> {
        let own = letter.on(self.side(letter));
        (own != self.person).then(|| self.who(own).name)
    }

    fn awaits(&self, letter: &Letter) -> bool {
        awaits(letter.last_side, self.side(letter))
    }

    /// A held letter, with what would lead away from here covered.
    fn covered(&self, letter: &Letter) -> Vec<String> {
        details::mask(&letter.words).0.lines().map(str::to_owned).collect()
    }
}
