//! How much one person may send, and how much the disk may hold.

use basics::At;
use db::Tx;
use web::Portal;

use super::{
    Declined, store,
    uploads::{OPEN, Settings},
};

/// Whether somebody may bring so many bytes more.
pub(super) async fn admits(
    tx: &mut Tx,
    settings: &Settings,
    person: &str,
    bytes: u64,
    now: At,
) -> db::Result<std::result::Result<(), Declined>> {
    let used = store::used(tx, person, now.plus(-At::DAY)).await?;
    Ok(if used.open >= OPEN || used.since + bytes > settings.day_bytes {
        Err(Declined::Today { most: settings.day_bytes })
    } else if used.kept + bytes > settings.kept_bytes {
        Err(Declined::Full { most: settings.kept_bytes })
    } else {
        Ok(())
    })
}

/// Whether the disk still takes files. Texts are taken long after.
pub(super) fn disk_takes(portal: &Portal, settings: &Settings) -> bool {
    portal.files.fullness().is_none_or(|percent| percent < settings.disk_percent)
}
