//! A page as its owner edits it: from joining to being found, and back.

mod parts;
mod portrait;
mod publication;
mod whose;

use basics::{Audience, Level};
use db::Db;
use testkit::{Answer, TestPortal};

use super::{
    door::{get_as, member, post_as},
    faces::join,
};
use crate::{Person, store};

/// Somebody who has joined, at their own page.
struct Owner<'h> {
    house: &'h TestPortal,
    id: String,
}

impl<'h> Owner<'h> {
    async fn join(house: &'h TestPortal, db: &Db, handle: &str) -> Self {
        let person = join(db, handle, "", None).await;
        Self { house, id: person.id.as_str().to_owned() }
    }

    async fn get(&self, path: &str) -> Answer {
        get_as(self.house, member(&self.id, Level::Member, &[]), &self.id, path).await
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        post_as(self.house, member(&self.id, Level::Member, &[]), &self.id, path, fields).await
    }

    /// Saves a part, and what is saved is there at once.
    async fn save(&self, part: &str, fields: &[(&str, &str)], to: Audience) {
        let fields: Vec<_> = fields.iter().copied().chain([("to", to.code()), ("then", "list")]).collect();
        let answer = self.post(&format!("/me/page/{part}"), &fields).await;
        assert_eq!(
            (answer.status, answer.header("location")),
            (303, "/me/page?done=saved"),
            "{part}: {}",
            answer.text()
        );
    }

    async fn person(&self) -> Person {
        store::find_by_id(&self.house.db, &self.id).await.unwrap().unwrap()
    }
}
