//! Counting what was found, what was missed and what was found for nothing.

use super::sentence::{LABELS, Sentence};
use crate::{Detail, Kind, find};

#[derive(Clone, Copy, Default)]
pub struct Count {
    pub labels: usize,
    pub covered: usize,
    pub findings: usize,
    pub right: usize,
}

impl Count {
    /// Of a hundred labelled details, so many are covered to the last letter and digit.
    pub fn recall(&self) -> f64 {
        share(self.covered, self.labels)
    }

    /// Of a hundred findings, so many are for the greater part a labelled detail.
    pub fn precision(&self) -> f64 {
        share(self.right, self.findings)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * part as f64 / whole as f64 }
}

/// Counts per kind in the order of [`LABELS`], and each fault in words.
#[derive(Default)]
pub struct Measure {
    pub counts: [Count; LABELS.len()],
    pub faults: Vec<String>,
}

impl Measure {
    pub fn all(&self) -> Count {
        self.counts.iter().fold(Count::default(), |all, count| Count {
            labels: all.labels + count.labels,
            covered: all.covered + count.covered,
            findings: all.findings + count.findings,
            right: all.right + count.right,
        })
    }

    fn count(&mut self, kind: Kind) -> &mut Count {
        let place = LABELS.iter().position(|(_, label)| *label == kind).expect("every kind found in text has a label");
        &mut self.counts[place]
    }
}

pub fn measured(sentences: &[Sentence]) -> Measure {
    let mut measure = Measure::default();
    for sentence in sentences {
        let found = find(&sentence.text);
        for label in &sentence.labels {
            let covered = uncovered(sentence, label, &found) == 0;
            let count = measure.count(label.0);
            count.labels += 1;
            count.covered += usize::from(covered);
            if !covered {
                measure.faults.push(format!("  missed {:?} in {:?}", &sentence.text[label.1..label.2], sentence.text));
            }
        }
        for detail in &found {
            let right = labelled(sentence, detail);
            let count = measure.count(detail.kind);
            count.findings += 1;
            count.right += usize::from(right);
            if !right {
                let it = &sentence.text[detail.start..detail.end];
                measure.faults.push(format!("  {:?} for nothing: {it:?} in {:?}", detail.kind, sentence.text));
            }
        }
    }
    measure
}

/// The places of all letters and digits in a part of a text.
fn signs(text: &str, start: usize, end: usize) -> impl Iterator<Item = usize> + '_ {
    text[start..end].char_indices().filter(|(_, c)| c.is_alphanumeric()).map(move |(at, _)| start + at)
}

fn uncovered(sentence: &Sentence, (_, start, end): &(Kind, usize, usize), found: &[Detail]) -> usize {
    signs(&sentence.text, *start, *end).filter(|at| !found.iter().any(|it| (it.start..it.end).contains(at))).count()
}

fn labelled(sentence: &Sentence, detail: &Detail) -> bool {
    let (mut within, mut all) = (0, 0);
    for at in signs(&sentence.text, detail.start, detail.end) {
        all += 1;
        within += usize::from(sentence.labels.iter().any(|(_, start, end)| (*start..*end).contains(&at)));
    }
    within * 2 > all
}
