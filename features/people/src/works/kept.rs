//! A work as kept, and as others may see it.

use basics::{Audience, Id};
use web::Cx;

use super::{Licence, Work, WorkKind, WorkState};
use crate::{Picture, Text};

/// A work with its audience. What it holds leaves for others through [`SeenWork`] only.
#[derive(Clone, Debug, PartialEq)]
pub struct KeptWork {
    pub id: Id<Work>,
    pub audience: Audience,
    pub work: Work,
}

impl KeptWork {
    /// Who sees it of those who see its person: nobody while it is a draft.
    pub fn shown_to(&self) -> Audience {
        match self.work.state {
            WorkState::Draft => Audience::OnlyMe,
            WorkState::Published => self.audience,
        }
    }
}

/// A work as others see it: who is in the picture and what was covered stay behind.
#[derive(Clone, Debug, PartialEq)]
pub struct SeenWork {
    pub id: Id<Work>,
    pub slug: String,
    pub state: WorkState,
    pub audience: Audience,
    pub kind: WorkKind,
    pub title: String,
    pub lang: Option<String>,
    pub year: Option<String>,
    pub medium: Option<String>,
    pub size: Option<String>,
    pub series: Option<String>,
    pub credit: Option<String>,
    pub licence: Option<Licence>,
    /// The licence in the words of an import, where it is none of ours.
    pub other_licence: Option<String>,
    pub text: Option<String>,
    pub link: Option<String>,
    pub picture: Option<Picture>,
    pub sound: Option<media::Recording>,
}

impl From<KeptWork> for SeenWork {
    fn from(KeptWork { id, audience, work }: KeptWork) -> Self {
        let (kind, licence) = (work.kind(), work.licence());
        Self {
            id,
            audience,
            kind,
            other_licence: work.licence.filter(|_| licence.is_none()),
            licence,
            slug: work.slug,
            state: work.state,
            title: work.title,
            lang: work.lang,
            year: work.year,
            medium: work.medium,
            size: work.size,
            series: work.series,
            credit: work.credit,
            text: work.text,
            link: work.link,
            picture: work.picture,
            sound: work.sound,
        }
    }
}

/// Lines of a text shown among other works, and their length in characters.
const LINES: usize = 6;
const LINE: usize = 90;

impl SeenWork {
    /// The beginning of a text, for a list of works; words that go with a picture, recording or video stay on its page.
    pub(crate) fn first_lines(&self) -> Option<Vec<String>> {
        let text = self.text.as_deref().filter(|_| self.kind == WorkKind::Text)?;
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let mut first: Vec<String> = lines.by_ref().take(LINES).map(short).collect();
        if lines.next().is_some() {
            first.push("…".to_owned());
        }
        Some(first)
    }

    /// Year, medium and size in a row.
    pub(crate) fn facts(&self) -> String {
        [&self.year, &self.medium, &self.size].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    /// Credit and licence in a row.
    pub(crate) fn rights(&self, cx: &Cx) -> String {
        let t = Text(cx.lang);
        let credit = self.credit.as_ref().map(|credit| t.credit(credit));
        let ours = self.licence.map(|terms| terms.name().unwrap_or_else(|| t.licence_all_rights_reserved()).to_owned());
        [credit, ours.or_else(|| self.other_licence.clone())].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}

fn short(line: &str) -> String {
    let line = line.trim_end();
    if line.chars().count() <= LINE { line.to_owned() } else { line.chars().take(LINE).chain(['…']).collect() }
}
