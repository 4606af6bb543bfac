//! One file a command.

pub mod access;
pub mod audit;
pub mod backup;
pub mod claim_code;
pub mod config;
pub mod doctor;
pub mod export;
pub mod import;
pub mod person;
pub mod person_add;
pub mod restore;
pub mod sample;
pub mod serve;

use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// A progress bar on standard error; silent where nobody looks.
pub fn progress(total: u64, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(total);
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {human_pos}/{human_len} {per_sec} {eta}") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar.enable_steady_tick(Duration::from_millis(250));
    bar
}
