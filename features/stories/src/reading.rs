//! A story as one reader may read it: what every page, card, feed, preview, export and search document is made from.
//! Nothing else leaves the room.

use basics::{At, Lang, Viewer};
use db::Db;

use crate::{
    Content, Form, Piece, Theme, Use, Whole,
    blocks::{Block, blocks, without},
    edition::minutes,
    names::{Named, named},
    role::Part,
    rules::{appears_until, may_appear},
    store::{
        self,
        corrections::Correction,
        lists::{Ask, Cursor},
        series::Series,
    },
};

/// A whole story in one language.
#[derive(Clone, Debug)]
pub struct Reading {
    pub id: String,
    pub slug: String,
    pub path: String,
    pub form: Form,
    pub theme: Option<Theme>,
    /// The tag of the language shown, of the language it was told in, and of every language there is.
    pub lang: String,
    pub original: String,
    pub langs: Vec<String>,
    /// The original was corrected since this translation was made.
    pub stale: bool,
    pub title: String,
    pub lede: String,
    pub lead: Option<Piece>,
    pub blocks: Vec<Block>,
    /// Every picture and recording, by the names that blocks call them.
    pub pieces: Vec<Piece>,
    pub minutes: u64,
    /// Whom it is about, as it calls them; those whose name is told with their page.
    pub people: Vec<Named>,
    pub authors: Vec<Named>,
    pub translators: Vec<Named>,
    pub published_at: At,
    pub changed_at: At,
    pub corrections: Vec<Correction>,
    /// Where it may appear now.
    pub uses: Vec<Use>,
    /// When the first consent to these pages ends; [`crate::rules::ALWAYS`] without an end.
    pub until: At,
    pub series: Option<Series>,
    /// Somebody under 18 is in it. Whether somebody is at risk is told to nobody.
    pub minors: bool,
    /// The viewer is one of its people: they get the way to take it back first.
    pub own: bool,
}

/// What is found at an address.
#[derive(Clone, Debug)]
pub enum Found {
    Reading(Box<Reading>),
    /// It was public and may not appear now.
    Gone,
    Nothing,
}

/// The story at an address, for a viewer and a use, in the reader's language or the nearest there is.
///
/// # Errors
/// From the database.
pub async fn find(db: &Db, slug: &str, to: Use, viewer: Viewer, lang: Lang, now: At) -> db::Result<Found> {
    let Some(whole) = store::whole::find_by_slug(db, slug).await? else { return Ok(Found::Nothing) };
    if !may_appear(&whole, to, now) {
        let was_out = whole.story.published_at.is_some();
        return Ok(if was_out { Found::Gone } else { Found::Nothing });
    }
    Ok(reading(db, whole, viewer, lang.fallbacks(), now)
        .await?
        .map_or(Found::Gone, |reading| Found::Reading(Box::new(reading))))
}

/// The same for a story that is at hand, in the first of these languages that there is. The caller has asked whether it
/// may appear.
pub(crate) async fn reading(
    db: &Db,
    whole: Whole,
    viewer: Viewer,
    wanted: &[Lang],
    now: At,
) -> db::Result<Option<Reading>> {
    let id = whole.story.id.to_string();
    let mut editions = store::editions::shown(db, &[&id]).await?.remove(&id).unwrap_or_default();
    let langs: Vec<String> = editions.iter().map(|edition| edition.lang.clone()).collect();
    let Some(chosen) = choose(&langs, wanted, &whole.story.lang) else { return Ok(None) };
    let edition = editions.swap_remove(chosen);
    let made_from = store::editions::made_from(db, &id).await?;
    let stale = edition.lang != whole.story.lang
        && made_from.iter().any(|(lang, of)| *lang == edition.lang && *of != whole.story.edition);
    let gone = store::lists::gone(db, &[&id], now).await?.remove(&id).unwrap_or_default();
    let content = cleaned(edition.content, &gone);
    let series = match &whole.story.series {
        Some((series, _)) => store::series::find(db, series).await?,
        None => None,
    };
    let by = |part: Part| whole.roles.iter().filter(move |role| role.part == part);
    let translators = by(Part::Translator).filter(|role| role.lang == edition.lang).map(|role| role.person.as_str());
    let authors = by(Part::Author).map(|role| role.person.as_str());
    let people = whole.subjects.iter().map(|subject| {
        let page = subject.person.as_deref().filter(|_| subject.named).unwrap_or_default();
        (page, subject.called.as_str())
    });
    let names = named(db, viewer, people, authors, translators).await?;
    let [people, authors, translators] = names;
    let corrections = store::corrections::list(db, &id).await?;
    Ok(Some(Reading {
        path: whole.story.path(),
        slug: whole.story.slug.clone(),
        form: whole.story.form,
        theme: whole.story.theme,
        minutes: minutes(edition.words),
        lang: edition.lang,
        original: whole.story.lang.clone(),
        langs,
        stale,
        lead: content.lead().cloned(),
        blocks: blocks(&content.source),
        title: content.title,
        lede: content.lede,
        pieces: content.pieces,
        people,
        authors,
        translators,
        published_at: whole.story.published_at.unwrap_or(whole.story.updated_at),
        changed_at: corrections.first().map_or(edition.made_at, |correction| correction.made_at),
        corrections,
        uses: Use::ALL.iter().copied().filter(|to| may_appear(&whole, *to, now)).collect(),
        until: appears_until(&whole, Use::Site, now).unwrap_or(now),
        series,
        minors: whole.subjects.iter().any(|subject| subject.minor),
        own: whole.subjects.iter().filter_map(|subject| subject.person.as_deref()).any(|person| viewer.is(person)),
        id,
    }))
}

/// What was taken back elsewhere is taken out: quotes from the stories at these addresses, and links to them.
pub(crate) fn cleaned(content: Content, gone: &[String]) -> Content {
    if gone.is_empty() { content } else { Content { source: without(&content.source, gone), ..content } }
}

/// Which of the languages there are a reader gets: theirs, the next they may read, the original, the first.
pub(crate) fn choose(langs: &[String], wanted: &[Lang], original: &str) -> Option<usize> {
    let place = |tag: &str| langs.iter().position(|lang| lang == tag);
    let nearest = wanted.iter().find_map(|lang| place(lang.tag()));
    nearest.or_else(|| place(original)).or_else(|| (!langs.is_empty()).then_some(0))
}

/// A story as lists show it.
#[derive(Clone, Debug)]
pub struct Glance {
    pub id: String,
    pub path: String,
    pub form: Form,
    pub theme: Option<Theme>,
    /// The language of title and lede.
    pub lang: String,
    pub original: String,
    pub langs: Vec<String>,
    pub title: String,
    pub lede: String,
    pub lead: Option<Piece>,
    pub minutes: u64,
    pub published_at: At,
    pub updated_at: At,
}

/// One page of a list, the newest first, each with its place: three statements whatever its length.
///
/// # Errors
/// From the database.
pub async fn list(db: &Db, ask: &Ask<'_>, lang: Lang, now: At) -> db::Result<Vec<(Glance, Cursor)>> {
    let places = store::lists::list(db, ask, now).await?;
    let ids: Vec<&str> = places.iter().map(|place| place.id.as_str()).collect();
    let glances = glances(db, &ids, lang).await?;
    let place = |id: &str| places.iter().find(|place| place.id == id).cloned();
    Ok(glances.into_iter().filter_map(|glance| place(&glance.id).map(|place| (glance, place))).collect())
}

/// Stories that are known to appear, in the order of `ids`.
pub(crate) async fn glances(db: &Db, ids: &[&str], lang: Lang) -> db::Result<Vec<Glance>> {
    let mut lines = store::editions::lines(db, ids).await?;
    let stories = store::stories::list(db, ids).await?;
    let found = stories.into_iter().filter_map(|story| {
        let mut lines = lines.remove(story.id.as_str())?;
        let langs: Vec<String> = lines.iter().map(|line| line.lang.clone()).collect();
        let line = lines.swap_remove(choose(&langs, lang.fallbacks(), &story.lang)?);
        Some(Glance {
            id: line.story,
            path: story.path(),
            form: story.form,
            theme: story.theme,
            lang: line.lang,
            original: story.lang,
            langs,
            title: line.title,
            lede: line.lede,
            lead: line.lead,
            minutes: minutes(line.words),
            published_at: story.published_at.unwrap_or(story.updated_at),
            updated_at: story.updated_at,
        })
    });
    Ok(found.collect())
}
