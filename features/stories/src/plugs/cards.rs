//! Stories in other rooms' lists: results, the first page.

use async_trait::async_trait;
use basics::{Lang, Viewer};
use db::Db;
use media::Drawn;
use plugs::{Card, CardSource, Thumb};

use super::AS_WRITTEN;
use crate::{
    Form, Glance, Piece, Text, Theme, Use, reading,
    store::lists::{self, Ask},
};

pub(crate) struct Cards;

#[async_trait]
impl CardSource for Cards {
    fn kinds(&self) -> &'static [&'static str] {
        &["story"]
    }

    async fn cards(&self, db: &Db, _: Viewer, lang: Lang, ids: &[&str]) -> anyhow::Result<Vec<Card>> {
        let out = lists::among(db, Use::Site, ids, AS_WRITTEN).await?;
        let ids: Vec<&str> = ids.iter().copied().filter(|id| out.iter().any(|out| out == id)).collect();
        Ok(reading::glances(db, &ids, lang).await?.iter().map(|glance| card(glance, lang)).collect())
    }

    async fn newest(&self, db: &Db, _: Viewer, lang: Lang, limit: i64) -> anyhow::Result<Vec<Card>> {
        let ask = Ask { to: Use::Site, terms: &[], among: None, cursor: None, back: false, limit };
        Ok(reading::list(db, &ask, lang, AS_WRITTEN).await?.iter().map(|(glance, _)| card(glance, lang)).collect())
    }

    fn facet_label(&self, lang: Lang, facet: &str) -> Option<String> {
        let t = Text(lang);
        match facet.split_once(':')? {
            ("form", code) => Form::from_code(code).and_then(|_| t.by_key(&format!("form_{code}"))).map(str::to_owned),
            ("theme", code) => {
                Theme::from_code(code).and_then(|_| t.by_key(&format!("theme_{code}"))).map(str::to_owned)
            }
            ("craft", code) => Some(people::vocabulary::craft_label(lang, code)),
            _ => None,
        }
    }
}

/// The card of a story in the reader's language.
pub(crate) fn card(glance: &Glance, lang: Lang) -> Card {
    let t = Text(lang);
    let theme = glance.theme.and_then(|theme| t.by_key(&format!("theme_{}", theme.code())));
    let form = t.by_key(&format!("form_{}", glance.form.code()));
    Card {
        kind: "story",
        id: glance.id.clone(),
        href: web::link(lang, &glance.path),
        title: glance.title.clone(),
        line: glance.lede.clone(),
        tags: [form.map(str::to_owned), theme.map(str::to_owned), Some(t.minutes(glance.minutes))]
            .into_iter()
            .flatten()
            .collect(),
        thumb: glance.lead.as_ref().and_then(thumb),
        letter: glance.title.chars().find(|c| c.is_alphanumeric()).and_then(|c| c.to_uppercase().next()).unwrap_or('·'),
        lang: (glance.lang != lang.tag()).then(|| glance.lang.clone()),
    }
}

fn thumb(piece: &Piece) -> Option<Thumb> {
    let Drawn { src, srcset, width, height, .. } = piece.picture.as_ref()?.drawn(320)?;
    // The title stands beside it.
    Some(Thumb { src, srcset, width, height, alt: String::new() })
}
