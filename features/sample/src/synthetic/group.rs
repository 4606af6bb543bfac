//! One synthetic organisation.

use super::{
    Maker,
    pick::{chance, one, weighted},
    profile::{languages, phrases},
};
use crate::{
    OrganisationKind::{Association, Business, Cooperative, Group, Ngo, School},
    SampleOrganisation,
    organisation::organisation,
};

impl Maker {
    pub fn organisation(&mut self, nth: u64) -> SampleOrganisation {
        let crafts = self.crafts();
        let rng = &mut self.rng;
        let (kind, trade) = weighted(
            rng,
            &[
                (0.30, (Business, "Shop")),
                (0.15, (Business, "Workshop")),
                (0.20, (Group, "Group")),
                (0.12, (Association, "Association")),
                (0.10, (Cooperative, "Cooperative")),
                (0.08, (School, "School")),
                (0.05, (Ngo, "Foundation")),
            ],
        );
        let name = format!("{} {trade}", self.names.emblem(rng));
        let handle = self.handles.give(&name, nth);
        let phrases = phrases(rng);
        let made = organisation(&handle, &name, kind, phrases.lang, &phrases.line(rng, crafts[0]));
        let mut made = if chance(rng, 0.85) { made } else { made.at("MW", "Dowa") };
        made.about = chance(rng, 0.7).then(|| phrases.about(rng, crafts[0]));
        made.languages = languages(rng, phrases.lang);
        made.offers = chance(rng, 0.6).then(|| one(rng, phrases.offers).to_owned());
        let (opens, closes) = one(rng, &[("07:00", "16:00"), ("08:00", "17:30"), ("09:00", "17:00")]);
        if chance(rng, 0.7) { made.open(1..=5, opens, closes) } else { made }
    }
}
