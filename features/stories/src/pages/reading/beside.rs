//! What stands beside a story: the others of its series, and the next one to read.

use basics::{At, Lang};
use db::Db;

use crate::{
    Glance, Reading, Use, reading,
    store::{
        self,
        lists::{Ask, Cursor},
        series::Series,
    },
};

/// Most stories of one series.
const MOST: i64 = 100;

/// The stories of a series that may stand on these pages, in its order.
///
/// # Errors
/// From the database.
pub(super) async fn of_series(db: &Db, series: &Series, lang: Lang, now: At) -> db::Result<Vec<Glance>> {
    let terms = [format!("series:{}", series.id)];
    let ask = Ask { to: Use::Site, terms: &terms, among: None, cursor: None, back: false, limit: MOST };
    let mut found: Vec<Glance> =
        reading::list(db, &ask, lang, now).await?.into_iter().map(|(glance, _)| glance).collect();
    let ids: Vec<&str> = found.iter().map(|glance| glance.id.as_str()).collect();
    let stories = store::stories::list(db, &ids).await?;
    let place = |id: &str| {
        let story = stories.iter().find(|story| story.id.as_str() == id)?;
        story.series.as_ref().map(|(_, place)| *place)
    };
    let mut placed: Vec<(Option<i64>, Glance)> = found.drain(..).map(|glance| (place(&glance.id), glance)).collect();
    placed.sort_by_key(|(place, glance)| (*place, glance.published_at));
    Ok(placed.into_iter().map(|(_, glance)| glance).collect())
}

/// The next story: the one that came out before this one, else the newest.
///
/// # Errors
/// From the database.
pub(super) async fn next(db: &Db, shown: &Reading, lang: Lang, now: At) -> db::Result<Option<Glance>> {
    let here = Cursor { published_at: shown.published_at, id: shown.id.clone() };
    for cursor in [Some(&here), None] {
        let ask = Ask { to: Use::Site, terms: &[], among: None, cursor, back: false, limit: 2 };
        let found = reading::list(db, &ask, lang, now).await?;
        if let Some((glance, _)) = found.into_iter().find(|(glance, _)| glance.id != shown.id) {
            return Ok(Some(glance));
        }
    }
    Ok(None)
}
