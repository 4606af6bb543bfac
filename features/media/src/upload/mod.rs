//! What people send: forms that bring files, whole or resumed after a cut.

mod belongings;
mod declined;
mod line;
pub(crate) mod memory;
mod multipart;
mod offer;
mod parts;
mod quota;
mod received;
mod resumed;
pub(crate) mod store;
mod sweep;
mod tus;
pub(crate) mod uploads;

use std::sync::Arc;

use feature::Feature;
use uploads::Uploads;

pub use declined::Declined;
pub use offer::Offer;
pub use received::Received;
pub use sweep::{sweep_uploads, work};
pub use uploads::Settings;

/// This room, as the host has set it.
pub fn feature(settings: Settings) -> Feature {
    let mut routes = crate::routes();
    routes.extend(crate::audio::routes());
    routes.extend(tus::routes());
    let uploads = Uploads { settings, ..Uploads::default() };
    Feature::new("media").open(Arc::new(uploads)).belongings(belongings::Sent).routes(routes)
}
