//! A story begins, and somebody takes it on.

use basics::At;
use db::{Result, Tx};
use serde_json::Map;

use super::{Outcome, Refusal, kept, locked};
use crate::{
    Content, Form, Role, Story, Theme, Told, Whole,
    role::Part,
    state::{Deed, after},
    store,
    telling::Telling,
};

/// What a story begins with.
#[derive(Clone, Debug)]
pub struct Beginning<'a> {
    pub form: Form,
    pub theme: Option<Theme>,
    pub lang: &'a str,
    pub told: Told,
    pub content: Content,
    /// Id of the person who writes or sends it.
    pub author: Option<&'a str>,
    /// Straight to the editors: it was sent in or told to a helper.
    pub sent: bool,
}

/// Begins a story.
pub async fn begin(tx: &mut Tx, beginning: Beginning<'_>, now: At) -> Result<Whole> {
    changes::take_turn(tx).await?;
    let Beginning { form, theme, lang, told, content, author, sent } = beginning;
    let mut story = Story::new(form, lang, &content.title, told, now);
    story.theme = theme;
    if sent && let Some((stage, standing)) = after(story.stage, story.standing, Deed::Submit) {
        (story.stage, story.standing) = (stage, standing);
    }
    store::stories::insert(tx, &story, &Map::new()).await?;
    store::tellings::put(tx, &Telling::original(story.id.as_str(), lang, content, now)).await?;
    if let Some(author) = author {
        store::roles::insert(tx, story.id.as_str(), &Role::new(author, Part::Author, "", now)).await?;
    }
    store::follow::follow(tx, story.id.as_str(), "begun", now).await?;
    locked(tx, story.id.as_str()).await
}

/// Gives somebody a part in a story; the same again changes nothing. An editor replaces the one before, unless that one
/// has signed.
pub async fn assign(tx: &mut Tx, id: &str, person: &str, part: Part, lang: &str, now: At) -> Outcome<()> {
    let mut whole = locked(tx, id).await?;
    let same = |role: &&Role| role.part == part && role.lang == lang;
    if whole.roles.iter().filter(same).any(|role| role.person == person) {
        return Ok(Ok(()));
    }
    let both = |other| whole.roles.iter().any(|role| role.person == person && role.part == other);
    if (part == Part::Second && both(Part::Editor)) || (part == Part::Editor && both(Part::Second)) {
        return Ok(Err(Refusal::Twice));
    }
    if matches!(part, Part::Editor | Part::Second) {
        for before in whole.roles.iter().filter(same).filter(|role| role.signed.is_empty()) {
            store::roles::delete(tx, before).await?;
        }
    }
    store::roles::insert(tx, id, &Role::new(person, part, lang, now)).await?;
    kept(tx, &mut whole, "assigned", now).await?;
    Ok(Ok(()))
}
