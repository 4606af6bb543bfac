//! What accounts and the rooms that hold something of a person ask of each other.

use async_trait::async_trait;
use basics::{At, Lang, Viewer};
use db::{Db, Tx};
use serde_json::Value;

/// The face of a new account.
#[derive(Clone, Debug)]
pub struct NewFace<'a> {
    pub handle: &'a str,
    /// The handle as look-alikes share it.
    pub key: &'a str,
    /// The name to show; empty for the handle.
    pub name: &'a str,
    /// Codes of crafts, from [`Faces::crafts`].
    pub crafts: &'a [String],
    /// Until when the person is protected as a minor.
    pub protected_until: Option<At>,
}

/// Somebody the directory knows, as accounts need them.
#[derive(Clone, Debug, PartialEq)]
pub struct Face {
    pub id: String,
    pub handle: String,
    pub is_organisation: bool,
}

/// The room that keeps people, seen from the room that keeps accounts.
#[async_trait]
pub trait Faces: Send + Sync {
    /// Makes the person an account acts as. Nothing of them is public but the handle, and they stand in no list.
    /// Returns the person's id.
    async fn make(&self, tx: &mut Tx, face: &NewFace<'_>, now: At) -> anyhow::Result<String>;

    /// Whether this handle, or one that looks like it, is somebody's. The answer holds until the transaction ends.
    async fn taken(&self, tx: &mut Tx, handle: &str, key: &str) -> anyhow::Result<bool>;

    /// Somebody by handle, whoever may see them.
    async fn find(&self, db: &Db, handle: &str) -> anyhow::Result<Option<Face>>;

    /// Names of these people as the viewer may see them, in the order of `ids`; the handle where there is no name to
    /// see. Unknown ids are left out.
    async fn names(&self, db: &Db, viewer: Viewer, ids: &[&str]) -> anyhow::Result<Vec<Named>>;

    /// Changes the handle.
    async fn rename(&self, tx: &mut Tx, person: &str, handle: &str, key: &str, now: At) -> anyhow::Result<()>;

    /// Changes the name to show; empty for the handle. Who may see it stays.
    async fn set_name(&self, tx: &mut Tx, person: &str, name: &str, now: At) -> anyhow::Result<()>;

    /// Takes the person out of everybody's sight, or lets them be seen again as they were.
    async fn withdraw(&self, tx: &mut Tx, person: &str, out_of_sight: bool, now: At) -> anyhow::Result<()>;

    /// Sets until when somebody is protected as a minor.
    async fn protect(&self, tx: &mut Tx, person: &str, until: Option<At>, now: At) -> anyhow::Result<()>;

    /// Whether `person` acts for `subject`: for themselves, or for an organisation whose page they keep.
    async fn acts_for(&self, _db: &Db, person: &str, subject: &str) -> anyhow::Result<bool> {
        Ok(person == subject)
    }

    /// What people can say they do: codes and their words, in the order of the words.
    fn crafts(&self, lang: Lang) -> Vec<(String, String)>;
}

/// A person's name for a viewer.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub id: String,
    pub handle: String,
    pub name: String,
}

/// Whose belongings.
#[derive(Clone, Copy, Debug)]
pub struct Whose<'a> {
    pub account: &'a str,
    pub person: &'a str,
}

/// Something a room holds of a person.
#[derive(Clone, Debug)]
pub struct Belonging {
    /// A file name without ending: `profile`, `works`, `sessions`.
    pub name: &'static str,
    /// A title in the person's language.
    pub title: String,
    /// Everything, for machines; an object or a list of objects.
    pub data: Value,
    /// Files by their key in the store.
    pub files: Vec<String>,
}

/// A room that holds something of people: it can show all of it to the person, and let go of it.
#[async_trait]
pub trait Belongings: Send + Sync {
    /// Everything this room holds of somebody.
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>>;

    /// Erases it. Returns keys of files that nothing names any more; they go once the transaction is committed.
    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, now: At) -> anyhow::Result<Vec<String>>;
}
