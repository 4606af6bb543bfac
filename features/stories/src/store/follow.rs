//! What is written down again whenever a story, its people or its consents change: where it is listed, which pictures and
//! recordings everybody may see, which stories it links to; and the change is announced.

use std::collections::{BTreeMap, BTreeSet};

use basics::{At, Audience};
use db::{Result, Tx, marks, params, values};

use super::{AT_ONCE, editions, tellings, whole};
use crate::{Content, Edition, TOPIC, Use, Whole, blocks::linked, rules::appears_until};

/// The uses that lists are made for.
pub const LISTED: [Use; 2] = [Use::Site, Use::Press];
/// The name under which this room says which pictures it shows.
pub(crate) const ROOM: &str = "stories";

/// Writes it all down for a story as it stands in this transaction. `what` is the kind of the change.
pub async fn follow(tx: &mut Tx, id: &str, what: &str, now: At) -> Result<()> {
    let Some(whole) = whole::get_in(tx, id).await? else { return Ok(()) };
    let shown = editions::shown_in(tx, id).await?;
    let until: Vec<(Use, At)> =
        LISTED.into_iter().filter_map(|to| Some((to, appears_until(&whole, to, now)?))).collect();
    terms(tx, &whole, &shown, &until).await?;
    tellings::mark_waiting(tx, id).await?;
    let is_public = until.iter().any(|(to, _)| *to == Use::Site);
    uses(tx, id, &shown, is_public).await?;
    links(tx, id, &shown, is_public).await?;
    let mut changed = quoting(tx, &whole.story.slug).await?;
    changed.retain(|other| other != id);
    let others: Vec<&str> = changed.iter().map(String::as_str).collect();
    changes::announce_all(tx, TOPIC, &others, "written", now).await?;
    changes::announce(tx, TOPIC, id, what, now).await.map(drop)
}

async fn terms(tx: &mut Tx, whole: &Whole, shown: &[Edition], until: &[(Use, At)]) -> Result<()> {
    let story = &whole.story;
    tx.exec("DELETE FROM story_terms WHERE story_id = $1", params![&story.id]).await?;
    if until.is_empty() {
        return Ok(());
    }
    let own = own_terms(tx, whole, shown).await?;
    let rows: Vec<(String, At)> = until
        .iter()
        .flat_map(|(to, ends_at)| own.iter().map(move |term| (format!("{}/{term}", to.code()), *ends_at)))
        .collect();
    for rows in rows.chunks(AT_ONCE) {
        let mut values = params![&story.id, story.published_at.unwrap_or(story.updated_at)].to_vec();
        let mut marks = Vec::with_capacity(rows.len());
        for (term, ends_at) in rows {
            values.extend([term.as_str().into(), (*ends_at).into()]);
            marks.push(format!("(${}, $1, $2, ${})", values.len() - 1, values.len()));
        }
        let sql =
            format!("INSERT INTO story_terms (term, story_id, published_at, ends_at) VALUES {}", marks.join(", "));
        tx.exec(&sql, &values).await?;
    }
    Ok(())
}

/// What a story can be found by in lists. Of its people only those whose name is told.
async fn own_terms(tx: &mut Tx, whole: &Whole, shown: &[Edition]) -> Result<Vec<String>> {
    let story = &whole.story;
    let mut terms = vec!["all".to_owned(), format!("form:{}", story.form.code())];
    terms.extend(story.theme.map(|theme| format!("theme:{}", theme.code())));
    terms.extend(story.series.as_ref().map(|(series, _)| format!("series:{series}")));
    terms.extend(shown.iter().map(|edition| format!("language:{}", edition.lang)));
    let people: Vec<&str> =
        whole.subjects.iter().filter(|subject| subject.named).filter_map(|subject| subject.person.as_deref()).collect();
    terms.extend(people.iter().map(|person| format!("person:{person}")));
    terms.extend(crafts(tx, &people).await?);
    terms.sort();
    terms.dedup();
    Ok(terms)
}

/// What everybody may know that these people do, as terms: those of one story, at most [`super::subjects::MOST`].
async fn crafts(tx: &mut Tx, people: &[&str]) -> Result<Vec<String>> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT DISTINCT term FROM person_terms WHERE person_id IN ({}) AND term LIKE 'craft:%' AND audience >= $1 \
         ORDER BY term LIMIT 400",
        marks(1, people.len())
    );
    let all: Vec<_> = std::iter::once(Audience::Everyone.into()).chain(values(people)).collect();
    tx.all(&sql, &all, |row| row.get(0)).await
}

/// Pictures and recordings: those of what the public may read for everybody, all others for nobody.
async fn uses(tx: &mut Tx, id: &str, shown: &[Edition], is_public: bool) -> Result<()> {
    let all = pictures(tx, id).await?;
    let mut uses: BTreeMap<&str, Option<Audience>> = all.iter().map(|hash| (hash.as_str(), None)).collect();
    if is_public {
        let pieces = shown.iter().flat_map(|edition| &edition.content.pieces);
        uses.extend(pieces.map(|piece| (piece.hash.as_str(), Some(Audience::Everyone))));
    }
    media::shown(tx, ROOM, id, &uses.into_iter().collect::<Vec<_>>()).await
}

/// Everything that a story shows or is going to, by hash.
pub(crate) async fn pictures(tx: &mut Tx, id: &str) -> Result<BTreeSet<String>> {
    let mut contents: Vec<Content> =
        tellings::list_in(tx, id).await?.into_iter().map(|telling| telling.content).collect();
    contents.extend(editions::contents_in(tx, id).await?);
    Ok(contents.into_iter().flat_map(|content| content.pieces).map(|piece| piece.hash).collect())
}

async fn links(tx: &mut Tx, id: &str, shown: &[Edition], is_public: bool) -> Result<()> {
    tx.exec("DELETE FROM story_links WHERE story_id = $1", params![id]).await?;
    if !is_public {
        return Ok(());
    }
    for slug in shown.iter().flat_map(|edition| linked(&edition.content.source)) {
        let sql = "INSERT INTO story_links (slug, story_id) VALUES ($1, $2) ON CONFLICT (slug, story_id) DO NOTHING";
        tx.exec(sql, params![slug, id]).await?;
    }
    Ok(())
}

/// Stories that link to this one: what they show changes with it.
pub(crate) async fn quoting(tx: &mut Tx, slug: &str) -> Result<Vec<String>> {
    let sql = "SELECT story_id FROM story_links WHERE slug = $1 ORDER BY story_id LIMIT 1000";
    tx.all(sql, params![slug], |row| row.get(0)).await
}
