//! Pages from folders and back to them.

use async_trait::async_trait;
use basics::{At, Id, Lang};
use db::{Db, Tx};
use plugs::{Document, Given, Outcome, Portable, Repair, Taken};

use crate::{
    TOPIC, content,
    page::{Kept, Page, State, title_of},
    slug, store,
};

pub struct Folders;

#[async_trait]
impl Portable for Folders {
    fn collections(&self) -> &'static [&'static str] {
        &["pages"]
    }

    async fn take(&self, tx: &mut Tx, document: &mut Document, now: At) -> anyhow::Result<Taken> {
        let before = match document.before.as_deref().and_then(|subject| subject.strip_prefix("pages:")) {
            Some(id) => store::find_in(tx, id).await?,
            None => None,
        };
        if let Some(page) = before.as_ref().filter(|page| page.edited_at.is_some()) {
            return Ok(taken(page, Outcome::Unchanged, "it was edited here since; the edit stays"));
        }
        let lang = lang_of(document);
        let slug = match &before {
            // An address that is known stays.
            Some(page) if page.lang == lang => page.slug.clone(),
            _ => address(tx, document, &lang).await?,
        };
        let page = page(document, before.as_ref(), slug, lang, now);
        match before {
            Some(_) => store::update(tx, &page).await?,
            None => store::insert(tx, &page).await?,
        }
        announce(tx, &page, now).await?;
        let outcome = if document.repairs.is_empty() { Outcome::Imported } else { Outcome::Repaired };
        let message = if page.state == State::Draft { "a draft: nobody sees it" } else { "" };
        Ok(taken(&page, outcome, message))
    }

    async fn give(&self, db: &Db, after: Option<&str>, limit: i64) -> anyhow::Result<(Vec<Given>, Option<String>)> {
        let pages = store::list(db, after.unwrap_or_default(), limit).await?;
        let last = pages.last().map(|page| page.id.as_str().to_owned());
        Ok((pages.into_iter().map(given).collect(), last))
    }
}

/// The tag of the document's language; English when it names none.
fn lang_of(document: &Document) -> String {
    let tag = document.lang.as_deref().map(str::trim).filter(|tag| !tag.is_empty()).unwrap_or("en");
    Lang::from_tag(tag).map_or_else(|| tag.to_lowercase(), |lang| lang.tag().to_owned())
}

/// A free slug; another than the wished-for one is reported.
async fn address(tx: &mut Tx, document: &mut Document, lang: &str) -> db::Result<String> {
    let slug = slug::free(tx, &document.slug, lang).await?;
    if slug != basics::slug(&document.slug) {
        document.repairs.push(Repair {
            line: 0,
            field: "slug".into(),
            read: document.slug.clone(),
            stored: slug.clone(),
            why: "another page has this address".into(),
        });
    }
    Ok(slug)
}

fn page(document: &Document, before: Option<&Page>, slug: String, lang: String, now: At) -> Page {
    let masked = (document.public_fields != document.fields).then(|| document.public_fields.clone());
    let body = document.public_body().to_owned();
    Page {
        id: before.map_or_else(Id::new, |page| page.id.clone()),
        title: title_of(&document.public_fields, &body, &slug),
        slug,
        lang,
        state: if document.draft { State::Draft } else { State::Published },
        kept: Kept {
            fields: document.fields.clone(),
            masked,
            pictures: document.pictures.clone(),
            html: document.path.ends_with(".html") || document.path.ends_with(".htm"),
        },
        body,
        private_body: document.masked_body.as_ref().map(|_| document.body.clone()),
        edited_at: None,
        created_at: before.map_or(now, |page| page.created_at),
        updated_at: now,
    }
}

/// Announces the page, and the built-in one that it covers or uncovers.
async fn announce(tx: &mut Tx, page: &Page, now: At) -> db::Result<()> {
    let covered = content::id(&page.lang, &page.slug);
    let mut subjects = vec![page.id.as_str()];
    if content::find(&covered).is_some() {
        subjects.push(&covered);
    }
    changes::announce_all(tx, TOPIC, &subjects, "written", now).await.map(drop)
}

fn taken(page: &Page, outcome: Outcome, message: &str) -> Taken {
    let prefix = page.interface().map_or("", Lang::prefix);
    Taken {
        outcome,
        subject: format!("pages:{}", page.id),
        url: Some(format!("{prefix}{}", page.path())),
        message: message.to_owned(),
    }
}

fn given(page: Page) -> Given {
    let folder = if page.lang == Lang::En.tag() { String::new() } else { format!("{}/", page.lang) };
    let ending = if page.kept.html { "html" } else { "md" };
    Given {
        path: format!("pages/{folder}{}.{ending}", page.slug),
        fields: page.kept.fields,
        body: page.private_body.unwrap_or(page.body),
        files: Vec::new(),
        media: page.kept.pictures.into_iter().map(|(named, hash)| (hash, named)).collect(),
    }
}
