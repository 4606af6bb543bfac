//! What this room keeps open on a node for files on their way, and what the host decides.

use basics::At;
use web::Portal;

use super::line::Lines;

/// An upload that nobody went on with ends after this time.
pub(crate) const KEPT: i64 = At::DAY;
/// Unfinished and unused uploads of one person at a time.
pub(crate) const OPEN: i64 = 20;

/// What the host decides.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// What a megabyte costs people, in kwacha; nothing is said of it when it is 0.
    pub data_price: u32,
    /// Bytes one person may send in 24 hours.
    pub day_bytes: u64,
    /// Bytes of one person that are kept, as they were sent.
    pub kept_bytes: u64,
    /// How full the disk of the file store may be, in hundredths, before files are refused.
    pub disk_percent: u8,
}

impl Default for Settings {
    fn default() -> Self {
        Self { data_price: 5, day_bytes: 60_000_000, kept_bytes: 500_000_000, disk_percent: 85 }
    }
}

/// The room as its handlers reach it.
#[derive(Debug, Default)]
pub(crate) struct Uploads {
    pub settings: Settings,
    pub lines: Lines,
}

impl Settings {
    /// As the host has decided; the defaults in a house without this room.
    pub(crate) fn of(portal: &Portal) -> Self {
        portal.room::<Uploads>().map(|uploads| uploads.settings).unwrap_or_default()
    }
}
