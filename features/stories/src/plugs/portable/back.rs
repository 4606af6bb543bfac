//! A record on its way back: the same in the nouns of this room, with the people of this portal.

use std::collections::BTreeMap;

use basics::At;
use db::{Result, Tx};
use serde_json::{Map, Value, json};

use super::record::{InSeries, OnPaper, Portrayed, Record};
use crate::{
    Consent, Edition, Role, Subject, Telling, Whole, paper,
    state::Stage,
    store::{self, copies::Copy, corrections::Correction},
    work,
};

/// In what is kept of a story: of which moment the record was that made it, and when it was last changed by that.
pub(super) const MARK: &str = "record";

pub(super) struct Back {
    pub whole: Whole,
    pub tellings: Vec<Telling>,
    pub editions: Vec<Edition>,
    /// Ids of subjects with their codes.
    pub codes: Vec<(String, OnPaper)>,
    pub series: Option<InSeries>,
    pub corrections: Vec<Correction>,
    pub copies: Vec<Copy>,
    pub kept: Map<String, Value>,
    /// When the record was made.
    pub of: At,
}

impl Back {
    /// `people`: ids by handle. Who is not among them is left out, and a fault elsewhere.
    pub fn of(record: &Record, people: &BTreeMap<String, String>) -> Self {
        let id = record.story.id.to_string();
        let tellings = record.tellings.iter().map(|told| Telling {
            story: id.clone(),
            lang: told.lang.clone(),
            state: told.state,
            content: record.says(told).cloned().unwrap_or_default(),
            of_edition: told.of_edition.clone(),
            of_root: told.of_root.clone(),
            shown: told.shown.clone(),
            updated_at: told.updated_at,
        });
        let editions = record.editions.iter().map(|version| Edition {
            story: id.clone(),
            hash: version.hash.clone(),
            lang: version.lang.clone(),
            root: version.root.clone(),
            words: version.content.words(),
            content: version.content.clone(),
            made_at: version.made_at,
        });
        let role = |role: &Role| Role { person: people.get(&role.person).cloned().unwrap_or_default(), ..role.clone() };
        let known = |role: &&Role| role.person.is_empty() || people.contains_key(&role.person);
        let mut back = Self {
            whole: Whole {
                story: record.story.clone(),
                subjects: Vec::new(),
                consents: Vec::new(),
                roles: record.roles.iter().filter(known).map(role).collect(),
            },
            tellings: tellings.collect(),
            editions: editions.collect(),
            codes: Vec::new(),
            series: record.series.clone(),
            corrections: record.corrections.clone(),
            copies: record.copies.clone(),
            kept: record.kept.clone(),
            of: record.story.updated_at,
        };
        record.people.iter().for_each(|one| back.portray(one, &id, people));
        back
    }

    fn portray(&mut self, one: &Portrayed, story: &str, people: &BTreeMap<String, String>) {
        let person = one.subject.person.as_ref().and_then(|handle| people.get(handle).cloned());
        let subject = Subject { story: story.to_owned(), person, ..one.subject.clone() };
        let whose = subject.id.to_string();
        self.codes.extend(one.code.clone().map(|code| (whose.clone(), code)));
        let theirs = one.consents.iter().map(|consent| Consent { subject: whose.clone(), ..consent.clone() });
        self.whole.consents.extend(theirs);
        self.whole.subjects.push(subject);
    }

    /// Writes it all down, instead of what was there (`known`), and has everything follow that follows a story.
    pub async fn write(mut self, tx: &mut Tx, known: bool, now: At) -> Result<()> {
        let story = &mut self.whole.story;
        let id = story.id.to_string();
        self.kept.insert(MARK.to_owned(), json!({ "of": self.of, "at": story.updated_at }));
        if let Some(InSeries { series, place }) = &self.series {
            story.series = Some((store::series::put_back(tx, series).await?, *place));
        }
        if known {
            store::stories::clear(tx, &id).await?;
            store::stories::update(tx, story).await?;
            store::stories::keep(tx, &id, &self.kept).await?;
        } else {
            store::stories::insert(tx, story, &self.kept).await?;
        }
        self.parts(tx, &id).await?;
        store::follow::follow(tx, &id, "imported", now).await?;
        work::watch(tx, &self.whole, now).await?;
        match self.whole.story.cooling_until.filter(|_| self.whole.story.stage == Stage::Cooling) {
            Some(until) => work::cool(tx, &id, until, now).await,
            None => Ok(()),
        }
    }

    async fn parts(&self, tx: &mut Tx, id: &str) -> Result<()> {
        for telling in &self.tellings {
            store::tellings::put(tx, telling).await?;
        }
        for edition in &self.editions {
            store::editions::put(tx, edition).await?;
        }
        for role in &self.whole.roles {
            store::roles::insert(tx, id, role).await?;
        }
        for subject in &self.whole.subjects {
            store::subjects::insert(tx, subject).await?;
        }
        for (subject, code) in &self.codes {
            paper::put(tx, subject, &code.hash, code.made_at).await?;
        }
        for consent in &self.whole.consents {
            store::consents::insert(tx, id, consent).await?;
        }
        for correction in &self.corrections {
            store::corrections::insert(tx, id, correction).await?;
        }
        for copy in &self.copies {
            store::copies::put_back(tx, id, copy).await?;
        }
        Ok(())
    }
}
