//! How a person looks in a list.

use basics::Lang;
use media::Drawn;
use plugs::{Card, Thumb};
use web::link;

use crate::{Picture, Seen};

/// The card of a person, in the reader's language. `first`: the picture shown where the list starts large.
pub(crate) fn card(seen: &Seen, lang: Lang) -> Card {
    let line = seen.line.as_ref();
    let languages = seen.language_names(lang);
    let tags = [
        seen.craft(lang).or_else(|| languages.first().cloned()),
        seen.place_words(lang),
        (!languages.is_empty()).then(|| languages[..languages.len().min(3)].join(", ")),
    ];
    Card {
        kind: seen.kind.code(),
        id: seen.id.as_str().to_owned(),
        href: link(lang, &seen.path),
        title: seen.name.clone(),
        line: line.map_or_else(String::new, |line| line.text.clone()),
        tags: tags.into_iter().flatten().collect(),
        thumb: seen.portrait.as_ref().and_then(thumb),
        letter: seen.letter(),
        lang: line.and_then(|line| line.lang.clone()).filter(|written| written != lang.tag()),
    }
}

fn thumb(picture: &Picture) -> Option<Thumb> {
    let Drawn { src, srcset, width, height, .. } = picture.cut.drawn(320)?;
    // The name stands beside it: in a list the portrait decorates.
    Some(Thumb { src, srcset, width, height, alt: String::new() })
}
