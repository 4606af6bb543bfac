//! THE LIST: every room of the house.

use feature::Feature;

pub fn all() -> Vec<Feature> {
    vec![
        home::feature(),
        people::feature(),
        search::feature(),
        feeds::feature(),
        Feature::new("media").routes(media::routes()),
        pages::feature(),
    ]
}
