//! One generation of the index, as it stands still for a query. Documents are numbered through all segments.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use plugs::Hit;
use tantivy::{
    DocAddress, IndexReader, Searcher, SegmentReader, TantivyDocument, Term,
    columnar::{Column, StrColumn},
    postings::{BlockSegmentPostings, TermInfo},
    schema::{Field, IndexRecordOption, Value},
};
use uuid::Uuid;

use super::{bits::Bits, fields::Fields};

/// Sets for kinds and audiences that a view keeps; each is one bit a document.
const KEPT: usize = 32;

pub struct View {
    pub fields: Fields,
    pub generation: u64,
    pub segments: Vec<Part>,
    /// One more than the highest document number.
    pub docs: u32,
    /// Those not deleted; `None` when nothing is.
    alive: Option<Bits>,
    kept: Mutex<HashMap<String, Arc<Option<Bits>>>>,
    searcher: Searcher,
}

/// One segment of a view.
pub struct Part {
    pub reader: SegmentReader,
    /// Number of its first document.
    pub base: u32,
    order: Column<u64>,
    rest: Column<u64>,
    /// `None` when nothing in it has a language.
    lang: Option<Column<u64>>,
    /// What each document carries, for each audience; `None` when nothing is carried.
    pub facets: [Option<StrColumn>; 3],
}

impl View {
    pub fn open(reader: &IndexReader, fields: &Fields, generation: u64) -> tantivy::Result<Self> {
        let searcher = reader.searcher();
        let (mut segments, mut docs) = (Vec::new(), 0);
        for reader in searcher.segment_readers() {
            let columns = reader.fast_fields();
            let [order, rest, lang] = ["order", "rest", "lang"].map(|name| columns.u64(name));
            let lang = Some(lang?).filter(|lang| lang.max_value() > 0);
            let facets = fields.tiers.map(|tier| columns.str(fields.schema.get_field_name(tier.facet)));
            let [everyone, members, vouched] = facets;
            let facets = [everyone?, members?, vouched?];
            segments.push(Part { reader: reader.clone(), base: docs, order: order?, rest: rest?, lang, facets });
            docs += reader.max_doc();
        }
        let alive = alive(&segments, docs);
        Ok(Self { fields: fields.clone(), generation, segments, docs, alive, kept: Mutex::default(), searcher })
    }

    /// How many things can be found by somebody.
    pub fn len(&self) -> u64 {
        self.searcher.num_docs()
    }

    /// Larger for newer documents.
    pub fn order(&self, doc: u32) -> u64 {
        let part = &self.segments[self.segment_of(doc)];
        part.order.first(doc - part.base).unwrap_or_default()
    }

    /// The number of a document's language; 0 without one.
    pub fn lang(&self, doc: u32) -> u64 {
        let part = &self.segments[self.segment_of(doc)];
        part.lang.as_ref().and_then(|lang| lang.first(doc - part.base)).unwrap_or_default()
    }

    /// Kind and id of a document.
    pub fn hit(&self, doc: u32, score: f32) -> tantivy::Result<Hit> {
        let segment = self.segment_of(doc);
        let address = DocAddress::new(segment as u32, doc - self.segments[segment].base);
        let stored: TantivyDocument = self.searcher.doc(address)?;
        let text = |field| stored.get_first(field).and_then(|value| value.as_str()).unwrap_or_default().to_owned();
        Ok(Hit { kind: text(self.fields.kind), id: text(self.fields.id), score })
    }

    /// The id of a document.
    pub fn id(&self, doc: u32) -> tantivy::Result<String> {
        let part = &self.segments[self.segment_of(doc)];
        match part.rest.first(doc - part.base).unwrap_or_default() {
            0 => Ok(self.hit(doc, 0.0)?.id),
            rest => Ok(Uuid::from_u64_pair(self.order(doc), rest).to_string()),
        }
    }

    fn segment_of(&self, doc: u32) -> usize {
        self.segments.partition_point(|part| part.base <= doc) - 1
    }

    /// The documents alive that carry, for each condition, at least one of its terms; `None` when that is all of them.
    /// Within one condition no document may carry two of the terms.
    pub fn allowed(&self, conditions: &[Vec<Term>]) -> tantivy::Result<Option<Bits>> {
        let mut allowed = self.alive.clone();
        for terms in conditions {
            if let Some(set) = self.any_of(terms)? {
                match &mut allowed {
                    Some(allowed) => allowed.keep_only(&set),
                    None => allowed = Some(set),
                }
            }
        }
        Ok(allowed)
    }

    /// [`Self::allowed`], kept as long as the view lives under a name that says the conditions.
    pub fn allowed_kept(&self, name: &str, conditions: &[Vec<Term>]) -> tantivy::Result<Arc<Option<Bits>>> {
        if let Some(kept) = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(name) {
            return Ok(Arc::clone(kept));
        }
        let allowed = Arc::new(self.allowed(conditions)?);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < KEPT {
            kept.insert(name.to_owned(), Arc::clone(&allowed));
        }
        Ok(allowed)
    }

    /// The documents, deleted ones too, with any of these terms; `None` when every document has one.
    fn any_of(&self, terms: &[Term]) -> tantivy::Result<Option<Bits>> {
        let mut found = Vec::new();
        for (segment, part) in self.segments.iter().enumerate() {
            for term in terms {
                if let Some(info) = part.reader.inverted_index(term.field())?.get_term_info(term)? {
                    found.push((segment, term.field(), info));
                }
            }
        }
        if found.iter().map(|(.., info)| info.doc_freq).sum::<u32>() == self.docs {
            return Ok(None);
        }
        let mut set = Bits::none(self.docs);
        for (segment, field, info) in found {
            self.each(segment, field, &info, |doc| set.insert(doc))?;
        }
        Ok(Some(set))
    }

    /// Calls `take` with each document of a posting list, deleted ones too.
    pub fn each(
        &self,
        segment: usize,
        field: Field,
        info: &TermInfo,
        mut take: impl FnMut(u32),
    ) -> tantivy::Result<()> {
        let base = self.segments[segment].base;
        let mut postings = self.postings(segment, field, info)?;
        while !postings.docs().is_empty() {
            postings.docs().iter().for_each(|doc| take(base + doc));
            postings.advance();
        }
        Ok(())
    }

    fn postings(&self, segment: usize, field: Field, info: &TermInfo) -> tantivy::Result<BlockSegmentPostings> {
        let index = self.segments[segment].reader.inverted_index(field)?;
        Ok(index.read_block_postings_from_terminfo(info, IndexRecordOption::Basic)?)
    }
}

fn alive(segments: &[Part], docs: u32) -> Option<Bits> {
    if segments.iter().all(|part| !part.reader.has_deletes()) {
        return None;
    }
    let mut bits = Bits::none(docs);
    for part in segments {
        match part.reader.alive_bitset() {
            None => bits.insert_range(part.base..part.base + part.reader.max_doc()),
            Some(alive) => alive.iter_alive().for_each(|doc| bits.insert(part.base + doc)),
        }
    }
    Some(bits)
}
