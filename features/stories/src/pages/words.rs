//! Words for the members of enums, in the reader's language.

use basics::Lang;

use crate::{Form, State, Story, Text, Theme, Use, ready::Missing, state::Stage};

fn of(t: Text, family: &str, code: &str) -> &'static str {
    t.by_key(&format!("{family}_{code}")).unwrap_or_default()
}

pub(crate) fn form(t: Text, form: Form) -> &'static str {
    of(t, "form", form.code())
}

pub(crate) fn theme(t: Text, theme: Theme) -> &'static str {
    of(t, "theme", theme.code())
}

pub(crate) fn state(t: Text, state: State) -> &'static str {
    of(t, "state", state.code())
}

pub(crate) fn to(t: Text, to: Use) -> &'static str {
    of(t, "use", to.code())
}

/// What a use means, in a sentence.
pub(crate) fn to_hint(t: Text, to: Use) -> &'static str {
    of(t, "use_hint", to.code())
}

pub(crate) fn missing(t: Text, missing: &Missing) -> String {
    match missing {
        Missing::Title => t.missing_title().to_owned(),
        Missing::Lede => t.missing_lede().to_owned(),
        Missing::Words => t.missing_words().to_owned(),
        Missing::Answers => t.missing_answers().to_owned(),
        Missing::Details => t.missing_details().to_owned(),
        Missing::Alt(name) => t.missing_alt(name),
        Missing::Transcript(name) => t.missing_transcript(name),
        Missing::People => t.missing_people().to_owned(),
        Missing::Cleared(called) => t.missing_cleared(called),
        Missing::Shown(called) => t.missing_shown(called),
    }
}

/// The moment at which the time to think again ends, while it runs.
pub(crate) fn cooling_until(lang: Lang, story: &Story) -> Option<String> {
    story.cooling_until.filter(|_| story.stage == Stage::Cooling).map(|until| ::words::moment(lang, until))
}

/// A language by name, in the reader's language.
pub(crate) fn language(t: Text, tag: &str) -> String {
    ::words::language_name(t.0, tag).unwrap_or_else(|| tag.to_owned())
}
