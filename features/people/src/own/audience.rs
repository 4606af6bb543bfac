//! Who may see a part, chosen beside it.

use basics::Audience;
use web::form::Faults;

use super::{Choice, Editing, Typed};
use crate::Text;

/// The field's name in every form.
pub(crate) const FIELD: &str = "to";

/// What can be chosen: minors show nothing to more people than those they accepted.
fn offered(editing: &Editing) -> &'static [Audience] {
    const ADULT: [Audience; 5] = Audience::ALL;
    if editing.is_minor() { &ADULT[..2] } else { &ADULT }
}

/// The choices in the reader's words, the narrowest first; `to` is chosen.
pub(crate) fn choices(t: Text, editing: &Editing, to: Option<Audience>) -> Vec<Choice> {
    let choice = |audience: &Audience| {
        Choice::new(audience.code(), label(t, *audience), to == Some(*audience)).meaning(hint(t, *audience))
    };
    offered(editing).iter().map(choice).collect()
}

/// The audience that was chosen.
pub(crate) fn read(t: Text, editing: &Editing, typed: &Typed, faults: &mut Faults) -> Audience {
    let chosen = offered(editing).iter().find(|audience| audience.code() == typed.first(FIELD));
    chosen.copied().unwrap_or_else(|| {
        faults.add(FIELD, t.own_choose_audience());
        Audience::OnlyMe
    })
}

/// An audience in one or two words.
pub(crate) fn label(t: Text, audience: Audience) -> &'static str {
    match audience {
        Audience::OnlyMe => t.audience_only_me(),
        Audience::Accepted => t.audience_accepted(),
        Audience::Vouched => t.audience_vouched(),
        Audience::Members => t.audience_members(),
        Audience::Everyone => t.audience_everyone(),
    }
}

fn hint(t: Text, audience: Audience) -> &'static str {
    match audience {
        Audience::OnlyMe => t.audience_only_me_hint(),
        Audience::Accepted => t.audience_accepted_hint(),
        Audience::Vouched => t.audience_vouched_hint(),
        Audience::Members => t.audience_members_hint(),
        Audience::Everyone => t.audience_everyone_hint(),
    }
}
