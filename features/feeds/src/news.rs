//! The newest things of all rooms, as feeds tell them.

use basics::At;
use plugs::ListedAddress;
use web::Cx;

/// Entries in a feed.
const ENTRIES: usize = 50;

/// Latest first.
pub async fn news(cx: &Cx) -> anyhow::Result<Vec<ListedAddress>> {
    let mut news = Vec::new();
    for listing in &cx.portal.plugs.listings {
        news.extend(listing.newest(&cx.portal.db, cx.lang, i64::try_from(ENTRIES)?).await?);
    }
    news.sort_by(|a, b| b.changed_at.cmp(&a.changed_at).then_with(|| a.path.cmp(&b.path)));
    news.truncate(ENTRIES);
    Ok(news)
}

/// When a feed last had something to tell; this day's beginning while it is empty.
pub fn updated(cx: &Cx, news: &[ListedAddress]) -> At {
    news.first().map_or(At(cx.now.0 - cx.now.0.rem_euclid(At::DAY)), |newest| newest.changed_at)
}
