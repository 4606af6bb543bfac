//! `/desk/words`: words people added to crafts, skills and languages, for those who look after the list.

use askama::Template;
use axum::extract::Query;
use basics::fold;
use plugs::Counts;
use serde::Deserialize;
use web::{Cx, Page, Result};

use super::offer::LEAST_COUNT;
use crate::{
    Kind, Text,
    store::vocabulary as store,
    vocabulary::{
        Family,
        added::{self, Decided},
        all, free_label, own_code, word,
    },
};

/// Words shown on one page.
const SHOWN: usize = 100;

#[derive(Deserialize, Default)]
pub(crate) struct Asked {
    #[serde(default)]
    pub family: String,
    #[serde(default)]
    q: String,
    /// The term after which decided words go on.
    #[serde(default)]
    after: String,
}

/// A word in a list of the desk.
struct Row {
    href: String,
    word: String,
    note: String,
}

#[derive(Template)]
#[template(path = "pages/desk_words.html")]
struct Desk<'a> {
    t: Text,
    cx: &'a Cx,
    family: Family,
    q: String,
    free: Vec<Row>,
    decided: Vec<Row>,
    more: Option<String>,
}

pub(crate) async fn show(cx: Cx, Query(asked): Query<Asked>) -> Result<Page> {
    let family = Family::from_code(&asked.family).unwrap_or(Family::Skill);
    let t = Text(cx.lang);
    let kinds = [Kind::Person.code(), Kind::Organisation.code()];
    let counts = cx.portal.plugs.finder.counts(cx.viewer, &kinds, &[]).await?;
    let free = free(&cx, family, &asked.q, &counts);
    let found = store::list_of(&cx.portal.db, family, &asked.after, SHOWN as i64 + 1).await?;
    let more = found.get(SHOWN).map(|_| found[SHOWN - 1].term.clone());
    let decided = found.iter().take(SHOWN).filter_map(|word| decided(&cx, word)).collect();
    let main = Desk { t, cx: &cx, family, q: asked.q, free, decided, more };
    cx.own_page(t.words_title(), &main)
}

/// Words nobody decided about that this viewer may see on somebody, most used first.
fn free(cx: &Cx, family: Family, q: &str, counts: &Counts) -> Vec<Row> {
    let (added, known, q) = (added::known(), all(cx.lang, family), fold(q));
    let mut free: Vec<(&str, u64)> = counts
        .by_facet
        .iter()
        .filter_map(|(facet, count)| Some((Family::of_term(facet).filter(|(of, _)| *of == family)?.1, *count)))
        .filter(|(code, _)| own_code(family, code) == **code && !known.iter().any(|(known, _)| known == code))
        .filter(|(code, _)| added.merged(family, code).is_none() && !added.is_hidden(family, code))
        .filter(|(code, _)| fold(code).contains(&q))
        .collect();
    free.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(b.0)));
    free.truncate(SHOWN);
    let t = Text(cx.lang);
    let row = |(code, count): (&str, u64)| Row {
        href: href(cx, family, code),
        word: free_label(code),
        note: if count < LEAST_COUNT { t.words_few().to_owned() } else { t.words_used(count) },
    };
    free.into_iter().map(row).collect()
}

fn decided(cx: &Cx, decided: &Decided) -> Option<Row> {
    let (family, code) = Family::of_term(&decided.term)?;
    let t = Text(cx.lang);
    let note = match decided.means.as_deref().and_then(Family::of_term) {
        _ if decided.hidden => t.words_is_hidden().to_owned(),
        Some((family, means)) => t.words_means(word(cx.lang, family, means)),
        None => t.words_is_kept().to_owned(),
    };
    let own = decided.words.get(cx.lang.tag()).or_else(|| decided.words.values().next());
    Some(Row { href: href(cx, family, code), word: own.cloned().unwrap_or_else(|| free_label(code)), note })
}

fn href(cx: &Cx, family: Family, code: &str) -> String {
    let query = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("family", family.code())
        .append_pair("code", code)
        .finish();
    cx.href(format_args!("/desk/words/word?{query}"))
}

impl Desk<'_> {
    fn families(&self) -> impl Iterator<Item = (Family, &'static str)> {
        Family::ALL.into_iter().map(|family| (family, super::filters::family_label(self.cx.lang, family.code())))
    }

    fn at(&self, family: &Family) -> String {
        self.cx.href(format_args!("/desk/words?family={}", family.code()))
    }

    fn is_here(&self, family: &Family) -> bool {
        *family == self.family
    }
}
