//! All pages a stranger may open: those in the database, and the built-in ones whose place none of them takes.

use basics::{At, Lang};
use db::{Db, Result};
use plugs::ListedAddress;

use crate::{
    content,
    page::{Page, State, choose},
    store,
};

/// The texts of one page, one for each language it exists in; empty when there is no such page.
pub async fn texts(db: &Db, slug: &str) -> Result<Vec<Page>> {
    let mut texts = store::list_by_slug(db, slug).await?;
    for built_in in content::pages().iter().filter(|page| page.slug == slug) {
        if !texts.iter().any(|text| text.lang == built_in.lang) {
            texts.push(built_in.clone());
        }
    }
    Ok(texts)
}

/// One text by its id; `None` when it is a draft, or built in and another took its place.
pub async fn find(db: &Db, id: &str) -> Result<Option<Page>> {
    match content::find(id) {
        Some(page) => Ok((!store::exists(db, &page.slug, &page.lang).await?).then(|| page.clone())),
        None => Ok(store::find(db, id).await?.filter(|page| page.state == State::Published)),
    }
}

/// The interface languages these texts are written in, in the order the interface offers them.
pub fn langs(texts: &[Page]) -> Vec<Lang> {
    Lang::ALL.into_iter().filter(|lang| texts.iter().any(|text| text.interface() == Some(*lang))).collect()
}

/// A page as lists of addresses show it, with its title in `lang` or the next language it has.
pub fn listed(texts: Vec<Page>, lang: Lang) -> Option<ListedAddress> {
    let langs = langs(&texts);
    let changed_at = texts.iter().map(|text| text.updated_at).max().unwrap_or(At(0));
    let text = choose(texts, lang)?;
    Some(ListedAddress { path: text.path(), line: text.summary(), title: text.title, changed_at, langs })
}
