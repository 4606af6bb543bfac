//! The texts of one room in every language: English from `en.po`, the others compared with it.

use std::{collections::HashMap, path::Path};

use anyhow::{Context, Result, ensure};

use crate::{
    catalog::{self, Entry, Forms},
    fields, pseudo,
};

/// A translated language: its tag, its variant of `words::Lang`, and whether its singular is also said of zero.
const LANGUAGES: [(&str, &str, bool); 2] = [("sw", "Sw", false), ("fr", "Fr", true)];

#[derive(Debug)]
pub struct House {
    pub texts: Vec<Text>,
    pub gaps: Vec<Gap>,
}

#[derive(Debug)]
pub struct Text {
    pub id: String,
    pub note: String,
    /// Placeholders, in the order of the arguments.
    pub names: Vec<String>,
    /// One for each variant of `words::Lang`; English where there is no translation.
    pub forms: Vec<(&'static str, Forms)>,
}

impl Text {
    pub fn english(&self) -> &Forms {
        &self.forms[0].1
    }

    pub fn is_plural(&self) -> bool {
        self.english().other.is_some()
    }
}

/// What a language lacks.
#[derive(Debug)]
pub struct Gap {
    pub tag: &'static str,
    pub ids: Vec<String>,
}

pub fn read(folder: &Path) -> Result<House> {
    let path = folder.join("en.po");
    let mut texts = catalog::read(&path)?
        .into_iter()
        .map(|entry| {
            let place = format!("{}: {}", path.display(), entry.id);
            english(entry).context(place)
        })
        .collect::<Result<Vec<_>>>()?;
    let mut gaps = vec![Gap { tag: "en", ids: Vec::new() }];
    for (tag, variant, zero_is_one) in LANGUAGES {
        let mut translations = translations(&folder.join(format!("{tag}.po")), &texts, zero_is_one)?;
        let mut gap = Gap { tag, ids: Vec::new() };
        for text in &mut texts {
            let forms = translations.remove(&text.id).unwrap_or_else(|| {
                gap.ids.push(text.id.clone());
                text.english().clone()
            });
            text.forms.push((variant, forms));
        }
        gaps.push(gap);
    }
    for text in &mut texts {
        text.forms.push(("Pseudo", pseudo::forms(text.english())?));
    }
    Ok(House { texts, gaps })
}

fn english(entry: Entry) -> Result<Text> {
    let same = entry.translation.as_ref().is_none_or(|forms| *forms == entry.source);
    ensure!(same, "English stands in msgid: leave msgstr empty");
    let names = fields::names(&entry.source)?;
    Ok(Text { id: entry.id, note: entry.note, names, forms: vec![("En", entry.source)] })
}

/// The translations of a file that still belong to their English text, by identifier. No file, no translations.
fn translations(path: &Path, texts: &[Text], zero_is_one: bool) -> Result<HashMap<String, Forms>> {
    let mut found = HashMap::new();
    if !path.exists() {
        return Ok(found);
    }
    for entry in catalog::read(path)? {
        let place = || format!("{}: {}", path.display(), entry.id);
        let text = texts.iter().find(|text| text.id == entry.id);
        let text = text.with_context(|| format!("en.po has no entry {:?}", entry.id)).with_context(place)?;
        let Some(forms) = entry.translation.filter(|_| entry.source == *text.english()) else { continue };
        fields::compare(text.english(), &forms, zero_is_one).with_context(place)?;
        found.insert(entry.id, forms);
    }
    Ok(found)
}
