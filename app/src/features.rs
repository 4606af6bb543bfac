//! THE LIST: every room of the house.

use config::Settings;
use feature::Feature;

pub fn all(settings: &Settings) -> Vec<Feature> {
    vec![
        home::feature(),
        accounts::feature(accounts::Settings {
            joining: settings.joining.clone(),
            address_fuse: settings.address_fuse,
        }),
        people::feature(),
        letters::feature(),
        stories::feature(),
        search::feature(),
        feeds::feature(),
        media::feature(media::Settings {
            data_price: settings.data_price,
            day_bytes: settings.upload_day_megabytes * 1_000_000,
            kept_bytes: settings.upload_megabytes * 1_000_000,
            disk_percent: settings.upload_disk_percent,
        }),
        pages::feature(),
        Feature::new("portable").belongings(portable::Imported),
    ]
}
