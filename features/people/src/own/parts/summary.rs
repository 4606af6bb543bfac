//! What stands in a part, in a few words for the list of parts.

use basics::Lang;

use crate::{
    Said, Seen, Text,
    own::Part,
    vocabulary::{craft_label, label},
};

/// Letters of a summary.
const MOST: usize = 90;

impl Part {
    /// A few words of what its owner sees there; nothing while it is empty.
    pub fn summary(self, seen: &Seen, named: bool, lang: Lang) -> Option<String> {
        let all = |said: &[Said]| said.iter().map(|said| said.text.clone()).collect();
        let items: Vec<String> = match self {
            Self::Name => named.then(|| seen.name.clone()).into_iter().collect(),
            Self::Line => seen.line.iter().map(|line| line.text.clone()).collect(),
            Self::About => seen.about.iter().map(|about| markup::excerpt(&about.text, MOST)).collect(),
            Self::Portrait => seen.portrait.iter().map(|portrait| portrait_words(&portrait.alt, lang)).collect(),
            Self::Relation => seen.relation.iter().map(|code| coded(lang, "relation", code)).collect(),
            Self::Place => seen.place_words(lang).into_iter().collect(),
            Self::Languages => seen.language_names(lang),
            Self::Crafts => seen.crafts.iter().map(|craft| craft_label(lang, craft)).collect(),
            Self::Skills => seen.skills.clone(),
            Self::Offers => all(&seen.offers),
            Self::Wants => all(&seen.wants),
            Self::OpenTo => seen.open_to.iter().map(|code| coded(lang, "open", code)).collect(),
            Self::Links => {
                seen.links.iter().map(|link| link.label.clone().unwrap_or_else(|| host(&link.url))).collect()
            }
        };
        let words = items.join(" · ");
        (!words.is_empty()).then(|| cut(&words))
    }
}

fn portrait_words(alt: &str, lang: Lang) -> String {
    if alt.is_empty() { Text(lang).own_picture_there().to_owned() } else { alt.to_owned() }
}

fn coded(lang: Lang, family: &str, code: &str) -> String {
    label(lang, family, code).map_or_else(|| code.to_owned(), str::to_owned)
}

fn host(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.domain().map(str::to_owned)).unwrap_or_else(|| url.to_owned())
}

fn cut(words: &str) -> String {
    if words.chars().count() <= MOST {
        return words.to_owned();
    }
    let cut: String = words.chars().take(MOST).collect();
    format!("{}…", cut.rsplit_once(' ').map_or(cut.as_str(), |(whole, _)| whole))
}
