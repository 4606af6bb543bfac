//! Works from the draft to the page everybody sees.

mod cast;
mod credits;
mod kept;
mod making;
mod rules;
mod seen;
