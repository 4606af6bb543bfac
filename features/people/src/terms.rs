//! What lists are narrowed and counted by, and who may see a person under each.

use basics::Audience;

use crate::{
    Fields, Kind,
    vocabulary::{Family, own_code},
};

/// One facet of a person: `craft:potter`, and who may see it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Term {
    pub term: String,
    pub audience: Audience,
}

/// The families a list can be narrowed by, as they stand in the address.
pub(crate) const FAMILIES: [&str; 7] = ["craft", "language", "skill", "relation", "country", "open", "kind"];

/// Facets of a person, each no wider than `listed`, before stewards' merges. The first is the kind itself, which every list
/// starts from.
pub(crate) fn of(kind: Kind, fields: &Fields, listed: Audience) -> Vec<Term> {
    let mut terms = vec![Term { term: all(kind), audience: listed }];
    let mut add = |family: &str, value: &str, to: Audience| {
        let term = Term { term: format!("{family}:{value}"), audience: to.min(listed) };
        if !value.is_empty() && !terms.iter().any(|known| known.term == term.term) {
            terms.push(term);
        }
    };
    if let Some(shown) = &fields.crafts {
        shown.is.iter().for_each(|craft| add("craft", &own_code(Family::Craft, craft), shown.to));
    }
    if let Some(shown) = &fields.skills {
        shown.is.iter().for_each(|skill| add("skill", &own_code(Family::Skill, skill), shown.to));
    }
    if let Some(shown) = &fields.languages {
        shown.is.iter().for_each(|spoken| add("language", &spoken.code, shown.to));
    }
    if let Some(shown) = &fields.open_to {
        shown.is.iter().for_each(|open| add("open", open, shown.to));
    }
    if let Some(shown) = &fields.relation {
        add("relation", &shown.is, shown.to);
    }
    if let Some(shown) = &fields.organisation_kind {
        add("kind", &shown.is, shown.to);
    }
    if let Some(shown) = &fields.place {
        add("country", shown.is.country.as_deref().unwrap_or_default(), shown.to);
    }
    terms
}

/// The term that everybody of a kind carries.
pub(crate) fn all(kind: Kind) -> String {
    format!("all:{}", kind.code())
}
