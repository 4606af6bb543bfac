//! The key under which look-alikes meet.

use basics::look_alike;

use super::{LONGEST_TYPED, fold, strip};

/// The key of what somebody types as a handle, whether it is one or not: [`Handle::key`](super::Handle::key) for a
/// handle, something no handle has for the rest. More than any handle holds is cut off.
pub fn key_of(typed: &str) -> String {
    look_alike(&fold(strip(typed).chars().take(LONGEST_TYPED).collect::<String>().as_str()))
}
