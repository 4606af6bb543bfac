//! The fields of the index. Everything people wrote lies in fields of its audience, so that a query touches only
//! what its viewer may see.

use basics::{Audience, Viewer};
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

/// Raised whenever fields or folding change; an index of another version is built anew.
pub const VERSION: u32 = 2;

/// The audiences that are indexed, widest first. What reaches fewer people is never written.
pub const AUDIENCES: [Audience; 3] = [Audience::Everyone, Audience::Members, Audience::Vouched];

#[derive(Clone, Debug)]
pub struct Fields {
    pub schema: Schema,
    /// 64 bits of the hash of topic and id: what an update deletes by.
    pub key: Field,
    pub kind: Field,
    pub id: Field,
    /// The widest audience that may find the thing at all.
    pub seen: Field,
    /// Larger is newer; decides between equals. The first half of the id when that is a UUID.
    pub order: Field,
    /// The other half of the id; 0 when it is no UUID.
    pub rest: Field,
    /// 0 for a thing without language, else the language's place in `Lang::ALL` from 1.
    pub lang: Field,
    pub tiers: [Tier; 3],
}

/// The fields of one audience.
#[derive(Clone, Copy, Debug)]
pub struct Tier {
    pub audience: Audience,
    /// A whole name: its folded words, sorted.
    pub whole: Field,
    /// Folded words of names.
    pub name: Field,
    /// The same words with l/r and u/w written alike.
    pub sound: Field,
    /// Folded words of texts.
    pub text: Field,
    pub facet: Field,
}

impl Fields {
    pub fn new() -> Self {
        let mut schema = Schema::builder();
        let key = schema.add_u64_field("key", INDEXED);
        let kind = schema.add_text_field("kind", term() | STORED);
        let id = schema.add_text_field("id", STORED);
        let seen = schema.add_text_field("seen", term());
        let order = schema.add_u64_field("order", FAST);
        let rest = schema.add_u64_field("rest", FAST);
        let lang = schema.add_u64_field("lang", FAST);
        let tiers = AUDIENCES.map(|audience| {
            let name = |field: &str| format!("{field}-{}", audience.code());
            Tier {
                audience,
                whole: schema.add_text_field(&name("whole"), term()),
                name: schema.add_text_field(&name("name"), words()),
                sound: schema.add_text_field(&name("sound"), words()),
                text: schema.add_text_field(&name("text"), words()),
                facet: schema.add_text_field(&name("facet"), term().set_fast("raw")),
            }
        });
        Self { schema: schema.build(), key, kind, id, seen, order, rest, lang, tiers }
    }

    /// The fields this viewer may search.
    pub fn seen_by(&self, viewer: Viewer) -> &[Tier] {
        let seen = self.tiers.iter().take_while(|tier| viewer.sees(tier.audience)).count();
        &self.tiers[..seen]
    }
}

fn term() -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false);
    STRING.set_indexing_options(indexing.set_index_option(IndexRecordOption::Basic))
}

fn words() -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing.set_index_option(IndexRecordOption::Basic))
}
