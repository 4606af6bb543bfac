//! A list of words in a form: those one has, boxes to type others (a script suggests while typing), and the whole list to
//! choose from. The template imports `vocabulary/field.html` and calls `words(field, faults)`; what is sent is read by
//! [`super::from_form`].

use basics::Lang;

use super::{Family, all, code, word};
use crate::Text;

/// Boxes to type a new word into.
const BOXES: usize = 3;

pub struct WordField {
    pub t: Text,
    /// The field's name, and the family's code.
    pub name: &'static str,
    pub label: String,
    pub hint: String,
    /// What one has: value and word.
    pub chosen: Vec<(String, String)>,
    /// What stands in the boxes.
    pub boxes: Vec<String>,
    /// What else can be chosen: value and word.
    pub others: Vec<(String, String)>,
    /// Where a script asks for suggestions.
    pub suggest: String,
}

impl WordField {
    /// `kept`: the words one has. `refused`: what was typed and could not be kept, to be put right.
    pub fn new(lang: Lang, family: Family, label: &str, hint: &str, kept: &[String], refused: &[String]) -> Self {
        let has: Vec<String> = kept.iter().map(|kept| code(family, kept)).collect();
        let mut boxes = refused.to_vec();
        boxes.resize(BOXES.max(refused.len() + 1), String::new());
        Self {
            t: Text(lang),
            name: family.code(),
            label: label.to_owned(),
            hint: hint.to_owned(),
            chosen: kept.iter().map(|kept| (kept.clone(), word(lang, family, kept))).collect(),
            boxes,
            others: all(lang, family).into_iter().filter(|(code, _)| !has.contains(code)).collect(),
            suggest: web::link(lang, format_args!("/vocabulary/suggest?family={}", family.code())),
        }
    }
}
