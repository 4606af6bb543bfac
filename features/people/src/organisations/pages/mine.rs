//! `/me/organisations`: the organisations somebody belongs to, and those that have asked them.

use askama::Template;
use web::{Cx, Page, Result};

use super::{name, standing_words};
use crate::{
    Person, Standing, Text,
    organisations::store::{invitations, members},
    store,
};

#[derive(Template)]
#[template(path = "organisations/pages/mine.html")]
struct Mine<'a> {
    t: Text,
    cx: &'a Cx,
    mine: Vec<(Person, Standing)>,
    /// With what they are asked to be.
    asked: Vec<(Person, Standing)>,
}

pub(crate) async fn mine(cx: Cx) -> Result<Page> {
    let (db, person) = (&cx.portal.db, &cx.signed()?.person);
    let asked = invitations::open_for(db, person, cx.now).await?;
    let asked: Vec<_> = asked.into_iter().map(|asked| (asked.organisation, asked.standing)).collect();
    let main = Mine {
        t: Text(cx.lang),
        cx: &cx,
        mine: whole(&cx, members::of(db, person).await?).await?,
        asked: whole(&cx, asked).await?,
    };
    cx.own_page(main.t.org_mine_title(), &main)
}

async fn whole(cx: &Cx, standings: Vec<(String, Standing)>) -> Result<Vec<(Person, Standing)>> {
    let ids: Vec<&str> = standings.iter().map(|(id, _)| id.as_str()).collect();
    let known = store::list_by_ids(&cx.portal.db, &ids).await?;
    let find = |id: &str| known.iter().find(|known| known.id.as_str() == id).cloned();
    Ok(standings.iter().filter_map(|(id, standing)| Some((find(id)?, *standing))).collect())
}

impl Mine<'_> {
    fn name<'p>(&self, organisation: &'p Person) -> &'p str {
        name(organisation)
    }

    fn standing(&self, standing: &Standing) -> &'static str {
        standing_words(self.t, *standing)
    }
}
