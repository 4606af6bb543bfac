//! A set of document numbers, one bit each.

#[derive(Clone, Debug, PartialEq)]
pub struct Bits(Vec<u64>);

impl Bits {
    pub fn none(docs: u32) -> Self {
        Self(vec![0; docs.div_ceil(64) as usize])
    }

    pub fn insert(&mut self, doc: u32) {
        self.0[doc as usize / 64] |= 1 << (doc % 64);
    }

    /// Puts every document of a range in.
    pub fn insert_range(&mut self, range: std::ops::Range<u32>) {
        for doc in range {
            self.insert(doc);
        }
    }

    pub fn contains(&self, doc: u32) -> bool {
        self.0[doc as usize / 64] >> (doc % 64) & 1 == 1
    }

    pub fn count(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    pub fn keep_only(&mut self, other: &Self) {
        for (mine, theirs) in self.0.iter_mut().zip(&other.0) {
            *mine &= theirs;
        }
    }

    /// The documents of a range that are in the set, ascending.
    pub fn range(&self, range: std::ops::Range<u32>) -> impl Iterator<Item = u32> + '_ {
        let words = range.start as usize / 64..(range.end as usize).div_ceil(64);
        let first = words.start;
        self.0[words]
            .iter()
            .enumerate()
            .flat_map(move |(place, word)| ones(first + place, *word))
            .filter(move |doc| range.contains(doc))
    }

    /// The documents in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = u32> + '_ {
        self.0.iter().enumerate().flat_map(|(place, word)| ones(place, *word))
    }
}

/// The documents of one word.
fn ones(place: usize, word: u64) -> impl Iterator<Item = u32> {
    let mut left = word;
    std::iter::from_fn(move || {
        let bit = (left != 0).then(|| left.trailing_zeros())?;
        left &= left - 1;
        Some(place as u32 * 64 + bit)
    })
}
