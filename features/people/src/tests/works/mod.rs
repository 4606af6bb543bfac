//! Works from the draft to the page everybody sees.

mod blurred;
pub(super) mod cast;
mod credits;
mod kept;
mod listed;
mod making;
mod organisations;
mod rules;
mod seen;
mod sound;
