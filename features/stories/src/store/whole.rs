//! Stories with everything the rule looks at.

use std::collections::HashMap;

use db::{Db, Result, Tx};

use super::{AT_ONCE, consents, roles, stories, subjects};
use crate::{Story, Whole};

/// A story to be changed in this transaction: nobody else changes any before it ends.
pub async fn get_in(tx: &mut Tx, id: &str) -> Result<Option<Whole>> {
    changes::take_turn(tx).await?;
    let Some(story) = stories::find_in(tx, id).await? else { return Ok(None) };
    Ok(Some(Whole {
        subjects: subjects::list_in(tx, id).await?,
        consents: consents::list_in(tx, id).await?,
        roles: roles::list_in(tx, id).await?,
        story,
    }))
}

/// A story by id.
pub async fn find(db: &Db, id: &str) -> Result<Option<Whole>> {
    match stories::find(db, id).await? {
        Some(story) => Ok(of(db, vec![story]).await?.pop()),
        None => Ok(None),
    }
}

pub async fn find_by_slug(db: &Db, slug: &str) -> Result<Option<Whole>> {
    match stories::find_by_slug(db, slug).await? {
        Some(story) => Ok(of(db, vec![story]).await?.pop()),
        None => Ok(None),
    }
}

/// Stories by id, in the order of `ids`; unknown ones are left out.
pub async fn list(db: &Db, ids: &[&str]) -> Result<Vec<Whole>> {
    of(db, stories::list(db, ids).await?).await
}

/// With their people, consents and roles: three statements for up to a hundred.
pub async fn of(db: &Db, stories: Vec<Story>) -> Result<Vec<Whole>> {
    let mut wholes = Vec::with_capacity(stories.len());
    for some in stories.chunks(AT_ONCE) {
        let ids: Vec<&str> = some.iter().map(|story| story.id.as_str()).collect();
        let mut people: HashMap<String, Vec<_>> = HashMap::new();
        for subject in subjects::list(db, &ids).await? {
            people.entry(subject.story.clone()).or_default().push(subject);
        }
        let (mut given, mut working): (HashMap<String, Vec<_>>, HashMap<String, Vec<_>>) = Default::default();
        for (story, consent) in consents::list(db, &ids).await? {
            given.entry(story).or_default().push(consent);
        }
        for (story, role) in roles::list(db, &ids).await? {
            working.entry(story).or_default().push(role);
        }
        wholes.extend(some.iter().map(|story| Whole {
            subjects: people.remove(story.id.as_str()).unwrap_or_default(),
            consents: given.remove(story.id.as_str()).unwrap_or_default(),
            roles: working.remove(story.id.as_str()).unwrap_or_default(),
            story: story.clone(),
        }));
    }
    Ok(wholes)
}
