//! The pages on which a page is edited.

pub(super) mod edit;
pub(super) mod list;
pub(super) mod publication;
pub(super) mod seen;
