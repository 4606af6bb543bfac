//! People as documents of the search index. Every word carries the audience of the field it comes from.

use async_trait::async_trait;
use basics::{Audience, Lang};
use db::Db;
use plugs::{SearchDoc, SearchSource};

use crate::{
    Person, Shown, TOPIC, store,
    terms::Term,
    vocabulary::{Family, added, code, free_label, label, ways},
    works,
};

pub(crate) struct Found;

#[async_trait]
impl SearchSource for Found {
    fn topic(&self) -> &'static str {
        TOPIC
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["person", "organisation"]
    }

    async fn document(&self, db: &Db, id: &str) -> anyhow::Result<Option<SearchDoc>> {
        Ok(with_works(db, Vec::from_iter(store::find_by_id(db, id).await?)).await?.pop())
    }

    async fn documents_of(&self, db: &Db, ids: &[&str]) -> anyhow::Result<Vec<SearchDoc>> {
        let mut documents = Vec::with_capacity(ids.len());
        for ids in ids.chunks(100) {
            documents.extend(with_works(db, store::list_by_ids(db, ids).await?).await?);
        }
        Ok(documents)
    }

    async fn documents(
        &self,
        db: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)> {
        let people = store::list_after(db, after, limit).await?;
        let next = people.last().map(|person| person.id.as_str().to_owned());
        Ok((with_works(db, people).await?, next))
    }
}

/// The documents of people, with the words their works are found by.
async fn with_works(db: &Db, people: Vec<Person>) -> anyhow::Result<Vec<SearchDoc>> {
    let ids: Vec<&str> =
        people.iter().filter(|person| person.reach().is_some()).map(|person| person.id.as_str()).collect();
    let names = works::store::names(db, &ids).await?;
    let words = |person: &Person| names.get(person.id.as_str()).map(Vec::as_slice).unwrap_or_default();
    Ok(people.iter().filter_map(|person| document(person, words(person))).collect())
}

/// The document of a person; nothing while nobody may see them.
fn document(person: &Person, works: &[(Audience, String)]) -> Option<SearchDoc> {
    let listed = person.reach()?;
    let fields = &person.fields;
    let mut names = vec![(listed, person.handle.clone())];
    names.extend(fields.name.iter().map(|name| (name.to.min(listed), name.is.clone())));
    let mut texts = Texts { listed, texts: Vec::new() };
    texts.all(&fields.line, |line| vec![line.text.clone()]);
    texts.all(&fields.crafts, |crafts| words_of(Family::Craft, crafts.iter()));
    texts.all(&fields.skills, |skills| words_of(Family::Skill, skills.iter()));
    texts.all(&fields.languages, |spoken| words_of(Family::Language, spoken.iter().map(|spoken| &spoken.code)));
    texts.all(&fields.place, |place| {
        let country =
            place.country.iter().flat_map(|code| in_all(|lang| words::country_name(lang, code).unwrap_or_default()));
        place.town.iter().cloned().chain(country).collect()
    });
    texts.all(&fields.organisation_kind, |kind| {
        in_all(|lang| label(lang, "kind", kind).map_or_else(|| free_label(kind), str::to_owned))
    });
    texts.all(&fields.offers, |offers| offers.iter().map(|offer| offer.text.clone()).collect());
    texts.all(&fields.wants, |wants| wants.iter().map(|want| want.text.clone()).collect());
    texts.all(&fields.about, |about| vec![markup::plain(&about.text)]);
    texts.texts.extend(works.iter().map(|(to, word)| ((*to).min(listed), word.clone())));
    Some(SearchDoc {
        id: person.id.as_str().to_owned(),
        kind: person.kind.code(),
        names,
        texts: texts.texts,
        facets: person.terms().into_iter().filter_map(facet).collect(),
        lang: None,
    })
}

struct Texts {
    listed: Audience,
    texts: Vec<(Audience, String)>,
}

impl Texts {
    fn all<T>(&mut self, part: &Option<Shown<T>>, say: impl Fn(&T) -> Vec<String>) {
        if let Some(shown) = part {
            let said = say(&shown.is).into_iter().filter(|text| !text.is_empty());
            self.texts.extend(said.map(|text| (shown.to.min(self.listed), text)));
        }
    }
}

/// Everything that words which others may read are found by.
fn words_of<'w>(family: Family, written: impl Iterator<Item = &'w String>) -> Vec<String> {
    let added = added::known();
    let read = written.filter(|word| !added.is_hidden(family, &code(family, word)));
    read.flat_map(|word| ways(family, word)).collect()
}

/// A term as the index counts it: merged words under what they mean, and none that nobody is to read.
fn facet(term: Term) -> Option<(Audience, String)> {
    let Some((family, own)) = Family::of_term(&term.term) else { return Some((term.audience, term.term)) };
    let code = code(family, own);
    (!added::known().is_hidden(family, &code)).then(|| (term.audience, family.term(&code)))
}

/// A word in every language, each form once.
fn in_all(say: impl Fn(Lang) -> String) -> Vec<String> {
    let mut said: Vec<String> = Lang::ALL.into_iter().map(say).collect();
    said.sort();
    said.dedup();
    said
}
