//! Which documents a viewer and a set of filters let through.

use std::sync::Arc;

use basics::Viewer;
use tantivy::Term;

use super::question::Filters;
use crate::index::{bits::Bits, view::View};

/// The documents that pass; `None` inside when all do.
pub fn allowed(view: &View, filters: &Filters) -> tantivy::Result<Arc<Option<Bits>>> {
    let name = format!("{} {}", reach(filters.viewer), filters.kinds.join(" "));
    let common = view.allowed_kept(&name, &common(view, filters))?;
    if filters.facets.is_empty() {
        return Ok(common);
    }
    let mut allowed = common.as_ref().clone();
    if let Some(carriers) = view.allowed(&carriers(view, filters))? {
        match &mut allowed {
            Some(allowed) => allowed.keep_only(&carriers),
            None => allowed = Some(carriers),
        }
    }
    Ok(Arc::new(allowed))
}

/// A viewer's reach as part of a name.
fn reach(viewer: Viewer) -> &'static str {
    viewer.reach().code()
}

/// Seen at all, and of one of the kinds.
fn common(view: &View, filters: &Filters) -> Vec<Vec<Term>> {
    let fields = &view.fields;
    let seen = fields.seen_by(filters.viewer).iter();
    let mut conditions = vec![seen.map(|tier| Term::from_field_text(fields.seen, tier.audience.code())).collect()];
    if !filters.kinds.is_empty() {
        conditions.push(filters.kinds.iter().map(|kind| Term::from_field_text(fields.kind, kind)).collect());
    }
    conditions
}

/// Carries each facet, in a field the viewer may see.
fn carriers(view: &View, filters: &Filters) -> Vec<Vec<Term>> {
    let tiers = view.fields.seen_by(filters.viewer);
    let carriers = |facet: &String| tiers.iter().map(|tier| Term::from_field_text(tier.facet, facet)).collect();
    filters.facets.iter().map(carriers).collect()
}
