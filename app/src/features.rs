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
        search::feature(),
        feeds::feature(),
        Feature::new("media").routes(media::routes()),
        pages::feature(),
        Feature::new("portable").belongings(portable::Imported),
    ]
}
