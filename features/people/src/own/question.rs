//! What a page of editing asks: a few kinds of questions, each drawn once in `pages/edit.html`.

use crate::vocabulary::WordField;

/// One question of a form. `name` is the field's name and id.
pub(crate) enum Question {
    /// One line.
    Line {
        name: &'static str,
        label: &'static str,
        hint: &'static str,
        value: String,
        most: usize,
        complete: &'static str,
    },
    /// Several lines.
    Text { name: &'static str, label: &'static str, hint: &'static str, value: String, most: usize, rows: u8 },
    /// One of these, on buttons.
    One { name: &'static str, legend: &'static str, choices: Vec<Choice> },
    /// Any of these.
    Many { name: &'static str, legend: &'static str, choices: Vec<Choice> },
    /// One of many, from a list that opens.
    From { name: &'static str, label: &'static str, hint: &'static str, choices: Vec<Choice> },
    /// Words of a list that people may add to.
    Words(WordField),
    /// Several rows of the same two fields, both sent once for each row.
    Rows { name: &'static str, legend: &'static str, rows: Vec<[Field; 2]> },
}

/// One of the two fields of a row.
pub(crate) struct Field {
    pub name: &'static str,
    /// Tells the rows apart: `language-2`.
    pub id: String,
    pub label: String,
    pub value: String,
    pub most: usize,
    /// Empty where anything may be typed.
    pub choices: Vec<Choice>,
}

/// Something to choose.
#[derive(Clone)]
pub(crate) struct Choice {
    pub value: String,
    pub label: String,
    /// What choosing it means; empty where the label says it all.
    pub hint: &'static str,
    pub chosen: bool,
}

impl Choice {
    pub fn new(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Self {
        Self { value: value.into(), label: label.into(), hint: "", chosen }
    }

    pub fn meaning(self, hint: &'static str) -> Self {
        Self { hint, ..self }
    }
}
