//! The rules that need no house.

use basics::{At, Level};

use crate::letter::{HELD, Letter, Side, State, allowance, words_in};

fn letter() -> Letter {
    Letter {
        id: "l".into(),
        sender: "amina".into(),
        receiver: "group".into(),
        words: String::new(),
        state: State::Held,
        last_side: Side::Sender,
        sent_at: At(1000),
        moved_at: At(1000),
    }
}

#[test]
fn a_letter_waits_thirty_days_and_not_a_moment_longer() {
    let letter = letter();
    assert!(letter.is_held(At(999 + HELD)) && !letter.is_held(At(1000 + HELD)));
    assert_eq!(HELD, 30 * At::DAY);
    for state in [State::Accepted, State::Declined, State::Dropped] {
        assert!(!Letter { state, ..letter.clone() }.is_held(At(1001)), "{state:?}");
        assert_eq!(State::from_code(state.code()), state);
    }
    assert_eq!(State::from_code("of a later release"), State::Dropped);
}

#[test]
fn a_side_belongs_to_who_wrote_and_to_who_speaks_for_the_receiver() {
    let (letter, group) = (letter(), ["baraka".to_owned(), "group".to_owned()]);
    assert_eq!(letter.side_of("amina", &["amina".into()]), Some(Side::Sender));
    assert_eq!(letter.side_of("baraka", &group), Some(Side::Receiver));
    assert_eq!(letter.side_of("zawadi", &["zawadi".into()]), None);
    // Who writes to an organisation of their own answers themselves nothing.
    assert_eq!(letter.side_of("amina", &group), Some(Side::Sender));
    assert_eq!((letter.on(Side::Receiver), letter.across(Side::Receiver)), ("group", "amina"));
}

#[test]
fn more_trust_allows_more_first_letters() {
    assert_eq!(Level::ALL.map(allowance), [3, 10, 20]);
}

#[test]
fn words_are_counted() {
    assert_eq!(words_in("Habari - yako,  rafiki …\n\nzuri 2"), 5);
    assert_eq!(words_in(" . , ! "), 0);
}
