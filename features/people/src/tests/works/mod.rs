//! Works from the draft to the page everybody sees.

pub(super) mod cast;
mod credits;
mod kept;
mod making;
mod rules;
mod seen;
