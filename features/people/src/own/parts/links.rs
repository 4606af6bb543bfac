//! Addresses on the web where there is more. None that leads around the portal to somebody's account elsewhere.

use basics::Lang;
use url::Url;
use web::form::Faults;

use super::{Question, Typed, Writing, plain};
use crate::{Fields, Link, Shown, Text, own::question::Field};

const ADDRESS: &str = "url";
const LABEL: &str = "label";
const MOST: usize = 8;
const MORE: usize = 2;
const MOST_LETTERS: usize = 500;
const MOST_LABEL: usize = 60;

pub(super) fn kept(fields: &Fields) -> Typed {
    let links = fields.links.iter().flat_map(|shown| &shown.is);
    links.fold(Typed::default(), |typed, link| {
        typed.with(ADDRESS, &link.url).with(LABEL, link.label.clone().unwrap_or_default())
    })
}

pub(super) fn ask(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let filled: Vec<(&str, &str)> = rows(typed).collect();
    let count = (filled.len() + MORE).min(MOST);
    let rows = (0..count).map(|nth| row(t, nth, filled.get(nth).copied().unwrap_or_default())).collect();
    vec![Question::Rows { name: ADDRESS, legend: t.part_links(), rows }]
}

/// Rows in which something stands.
fn rows(typed: &Typed) -> impl Iterator<Item = (&str, &str)> {
    typed.all(ADDRESS).zip(typed.all(LABEL)).filter(|(address, _)| !address.trim().is_empty())
}

fn row(t: Text, nth: usize, (address, label): (&str, &str)) -> [Field; 2] {
    let column = |name: &'static str, words, value: &str, most| Field {
        name,
        id: format!("{name}-{}", nth + 1),
        label: words,
        value: value.to_owned(),
        most,
        choices: Vec::new(),
    };
    [
        column(ADDRESS, t.own_link_nth(nth + 1), address, MOST_LETTERS),
        column(LABEL, t.own_link_label().to_owned(), label, MOST_LABEL),
    ]
}

/// What stood there before and is sent again unchanged is taken as it is.
pub(super) fn read(
    writing: &Writing<'_>,
    before: crate::Part<Vec<Link>>,
    faults: &mut Faults,
) -> crate::Part<Vec<Link>> {
    let t = writing.t();
    let known = |url: &str| before.iter().any(|shown: &Shown<Vec<Link>>| shown.is.iter().any(|link| link.url == url));
    let mut links: Vec<Link> = Vec::new();
    for (address, label) in rows(writing.typed).take(MOST) {
        let address = address.trim();
        let label = plain::read(t, ADDRESS, label, MOST_LABEL, faults);
        let url = if known(address) { Some(address.to_owned()) } else { on_the_web(address) };
        match url {
            None => faults.add(ADDRESS, t.own_link_unreadable(address)),
            Some(url) if !known(&url) && !details::find(&url).is_empty() => {
                faults.add(ADDRESS, t.own_link_elsewhere(address));
            }
            Some(url) if links.iter().any(|link| link.url == url) => {}
            Some(url) => links.push(Link { url, label }),
        }
    }
    writing.listed(links)
}

/// An address as a browser takes it; `https` where nothing was said.
fn on_the_web(typed: &str) -> Option<String> {
    let whole = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    let url = Url::parse(&whole).ok()?;
    let fits = matches!(url.scheme(), "http" | "https")
        && url.domain().is_some_and(|domain| domain.contains('.'))
        && url.username().is_empty()
        && url.password().is_none()
        && url.as_str().len() <= MOST_LETTERS;
    fits.then(|| url.to_string())
}
