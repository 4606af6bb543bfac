//! The pages of this room, one file each.

pub(crate) mod desk;
pub(crate) mod inbox;
mod names;
pub(crate) mod report;
pub(crate) mod settings;
pub(crate) mod thread;
pub(crate) mod write;

/// What was just done, for the note above a page.
#[derive(serde::Deserialize, Default)]
pub(crate) struct Done {
    #[serde(default)]
    done: String,
}

impl Done {
    fn words(&self, t: crate::Text) -> Option<&'static str> {
        t.by_key(&format!("done_{}", self.done))
    }
}
