//! What a story still lacks before the people in it can be asked. Pure.

use crate::{
    Content, Subject, Whole,
    blocks::{Block, Said, blocks},
};

/// Fewest words of a story that portrays somebody.
const FEWEST: u64 = 60;

/// One thing that is missing; the text is the name of the piece or person it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    Title,
    Lede,
    Words,
    /// An interview has questions and answers.
    Answers,
    /// The title says a telephone number or the like.
    Details,
    /// A picture without words for those who do not see it.
    Alt(String),
    /// A recording without what is said in it.
    Transcript(String),
    /// Nobody is named in whom it is about.
    People,
    /// Face, name and place were not gone through with somebody.
    Cleared(String),
    /// More than one of face, name and place of somebody who is protected.
    Shown(String),
}

/// Everything that is missing, in the order of the form.
pub fn missing(whole: &Whole, content: &Content) -> Vec<Missing> {
    let form = whole.story.form;
    let mut all = Vec::new();
    let mut lacks = |is: bool, what: Missing| {
        if is {
            all.push(what)
        }
    };
    lacks(content.title.trim().is_empty(), Missing::Title);
    lacks(!details::find(&content.title).is_empty(), Missing::Details);
    lacks(content.lede.trim().is_empty(), Missing::Lede);
    lacks(form.portrays() && content.words() < FEWEST, Missing::Words);
    lacks(form == crate::Form::Interview && !has_answers(&content.source), Missing::Answers);
    for piece in &content.pieces {
        lacks(piece.picture.is_some() && piece.alt.trim().is_empty(), Missing::Alt(piece.name.clone()));
        lacks(piece.sound.is_some() && piece.transcript.trim().is_empty(), Missing::Transcript(piece.name.clone()));
    }
    lacks(form.portrays() && whole.subjects.is_empty(), Missing::People);
    for subject in &whole.subjects {
        lacks(subject.cleared_at.is_none(), Missing::Cleared(subject.called.clone()));
        lacks(too_much(subject), Missing::Shown(subject.called.clone()));
    }
    all
}

fn too_much(subject: &Subject) -> bool {
    subject.is_protected() && subject.shown() > 1
}

fn has_answers(source: &str) -> bool {
    blocks(source).iter().any(|block| matches!(block, Block::Turn { said: Said::Answer, .. }))
}
