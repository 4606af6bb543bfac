//! `/me/page/seen?as=…`: the page as somebody else sees it.

use askama::Template;
use axum::extract::Query;
use basics::{Level, Member, PersonKey, Roles, Viewer};
use serde::Deserialize;
use web::{Cx, Page, Result};

use crate::{
    Person, State, Text,
    finding::typed::by_typed_handle,
    own::{Choice, Editing},
    pages::show,
};

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default, rename = "as")]
    eyes: String,
    #[serde(default)]
    handle: String,
}

/// Whose eyes it is seen with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Eyes {
    Stranger,
    Member,
    Vouched,
    Accepted,
    /// One person, by handle.
    Person,
}

const ALL: [Eyes; 5] = [Eyes::Stranger, Eyes::Member, Eyes::Vouched, Eyes::Accepted, Eyes::Person];

impl Eyes {
    fn code(self) -> &'static str {
        match self {
            Self::Stranger => "stranger",
            Self::Member => "member",
            Self::Vouched => "vouched",
            Self::Accepted => "accepted",
            Self::Person => "person",
        }
    }

    fn label(self, t: Text) -> &'static str {
        match self {
            Self::Stranger => t.eyes_stranger(),
            Self::Member => t.eyes_member(),
            Self::Vouched => t.eyes_vouched(),
            Self::Accepted => t.eyes_accepted(),
            Self::Person => t.eyes_person(),
        }
    }
}

#[derive(Template)]
#[template(path = "own/pages/seen.html")]
struct Looks<'a> {
    t: Text,
    cx: &'a Cx,
    editing: &'a Editing,
    /// The title of the list of parts.
    home: String,
    choices: Vec<Choice>,
    handle: &'a str,
    /// The page as those eyes see it, or why there is none.
    page: std::result::Result<String, &'static str>,
}

pub(crate) async fn seen(cx: Cx, editing: Editing, Query(asked): Query<Asked>) -> Result<Page> {
    let t = Text(cx.lang);
    let eyes = ALL.into_iter().find(|eyes| eyes.code() == asked.eyes).unwrap_or(Eyes::Stranger);
    let page = match viewer(&cx, &editing.person, eyes, asked.handle.trim()).await? {
        None => Err(t.eyes_nobody()),
        Some(viewer) => {
            let mut through = cx.clone();
            through.viewer = viewer;
            show::as_seen(&through, editing.person.clone()).await?.ok_or_else(|| t.eyes_nothing())
        }
    };
    let choices = ALL.into_iter().map(|known| Choice::new(known.code(), known.label(t), known == eyes)).collect();
    let main =
        Looks { t, cx: &cx, editing: &editing, home: editing.title(cx.lang), choices, handle: &asked.handle, page };
    cx.own_page(t.own_see_as(), &main)
}

/// The viewer with those eyes; nothing where there is nobody of that handle whom one may know of.
async fn viewer(cx: &Cx, of: &Person, eyes: Eyes, handle: &str) -> Result<Option<Viewer>> {
    let member = |level| plain(basics::Id::<Person>::new().as_str(), level);
    Ok(match eyes {
        Eyes::Stranger => Some(Viewer::Stranger),
        Eyes::Member => member(Level::Member),
        Eyes::Vouched => member(Level::Vouched),
        Eyes::Accepted => member(Level::Member).map(|viewer| viewer.accepted_by(of.id.as_str())),
        Eyes::Person => one(cx, handle).await?,
    })
}

fn plain(person: &str, level: Level) -> Option<Viewer> {
    PersonKey::of(person).map(|key| Viewer::Member(Member::new(key, level, Roles::default(), false)))
}

/// Somebody of this handle, if whoever asks may know of them.
async fn one(cx: &Cx, handle: &str) -> Result<Option<Viewer>> {
    let found = by_typed_handle(cx, handle).await?.filter(|found| found.state != State::Hidden);
    let Some(person) = found else { return Ok(None) };
    let account = accounts::store::accounts::find_by_person(&cx.portal.db, person.id.as_str()).await?;
    Ok(match account {
        Some(account) => plain(person.id.as_str(), account.level),
        None => Some(Viewer::Stranger),
    })
}
