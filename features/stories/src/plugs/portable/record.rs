//! What an exported story says exactly, beside its readable text. People are named by their handles; pictures and
//! recordings are written down once, with the files that come along.

use std::collections::{BTreeMap, BTreeSet};

use basics::At;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::{
    Consent, Content, Piece, Role, Sound, Story, Subject,
    store::{copies::Copy, corrections::Correction, series::Series},
    telling::TellingState,
};

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Record {
    pub story: Story,
    /// It could be read when it was last changed: everybody had agreed.
    pub public: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<InSeries>,
    pub tellings: Vec<ToldIn>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub editions: Vec<Version>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Portrayed>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Copy>,
    /// What an import brought of it.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    pub kept: Map<String, Value>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pictures: Vec<media::Picture>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recordings: Vec<media::Recording>,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct InSeries {
    pub series: Series,
    pub place: i64,
}

/// A telling. Where it says word for word what one of the editions says, it names that one instead.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct ToldIn {
    pub lang: String,
    pub state: TellingState,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of_edition: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub of_root: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub shown: String,
    pub updated_at: At,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub same_as: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<Content>,
}

/// An edition.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Version {
    pub hash: String,
    pub lang: String,
    pub root: String,
    pub made_at: At,
    pub content: Content,
}

/// Somebody in it, with what they agreed to and the code on their paper.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Portrayed {
    pub subject: Subject,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<Consent>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<OnPaper>,
}

/// A code, as its hash.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct OnPaper {
    pub hash: String,
    pub made_at: At,
}

impl Record {
    /// Keys in the file store of everything it names.
    pub fn files(&self) -> Vec<String> {
        let pictures = self.pictures.iter().flat_map(|picture| &picture.renditions).filter_map(media::Rendition::file);
        pictures.chain(self.recordings.iter().map(|recording| recording.file.clone())).collect()
    }

    /// Every text in it.
    pub fn contents(&mut self) -> impl Iterator<Item = &mut Content> {
        let editions = self.editions.iter_mut().map(|edition| &mut edition.content);
        editions.chain(self.tellings.iter_mut().filter_map(|telling| telling.content.as_mut()))
    }

    /// The handles of everybody it names, each once.
    pub fn handles(&self) -> BTreeSet<&str> {
        let people = self.people.iter().filter_map(|one| one.subject.person.as_deref());
        people.chain(self.roles.iter().map(|role| role.person.as_str())).filter(|handle| !handle.is_empty()).collect()
    }

    /// Takes pictures and recordings out of the texts: they stand beside them.
    pub fn gather_pictures(&mut self) {
        let mut found: BTreeMap<String, media::Picture> = BTreeMap::new();
        for piece in self.contents().flat_map(|content| &mut content.pieces) {
            piece.sound = None;
            found.extend(piece.picture.take().map(|picture| (picture.hash.clone(), picture)));
        }
        self.pictures = found.into_values().collect();
    }

    /// Puts them back, those that are known here.
    pub fn hang(&mut self, pictures: &BTreeMap<String, media::Picture>, sounds: &BTreeMap<String, media::Recording>) {
        let hang = |piece: &mut Piece| {
            piece.picture = pictures.get(&piece.hash).cloned();
            piece.sound = sounds.get(&piece.hash).map(Sound::of);
        };
        self.contents().flat_map(|content| &mut content.pieces).for_each(hang);
    }

    pub fn edition(&self, hash: &str) -> Option<&Version> {
        self.editions.iter().find(|edition| edition.hash == hash)
    }

    /// What a telling says; `None` where the edition it names is missing.
    pub fn says<'r>(&'r self, telling: &'r ToldIn) -> Option<&'r Content> {
        telling.content.as_ref().or_else(|| self.edition(&telling.same_as).map(|edition| &edition.content))
    }
}
