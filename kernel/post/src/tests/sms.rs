//! The length of SMS, their spelling, and the file they are written to.

use std::os::unix::fs::PermissionsExt;

use basics::Lang;
use proptest::prelude::*;

use super::{hello, loose};
use crate::{
    Carrier, Message, Refusal,
    sms::{Alphabet, File, Plan, plan, spell},
};

fn parts(text: &str) -> (Alphabet, usize, usize) {
    let Plan { alphabet, units, parts } = plan(text);
    (alphabet, units, parts)
}

#[test]
fn lengths_are_those_of_the_standard() {
    use Alphabet::{Gsm7, Ucs2};
    assert_eq!(parts(""), (Gsm7, 0, 1));
    for (letters, count) in [(160, 1), (161, 2), (306, 2), (307, 3), (459, 3), (460, 4)] {
        assert_eq!(parts(&"é".repeat(letters)), (Gsm7, letters, count));
    }
    for (letters, count) in [(70, 1), (71, 2), (134, 2), (135, 3)] {
        assert_eq!(parts(&"ሰ".repeat(letters)), (Ucs2, letters, count));
    }
    assert_eq!(parts(&"€".repeat(80)), (Gsm7, 160, 1));
    // 153 is odd and 67 too: letters of two units leave one unit of each part empty.
    assert_eq!(parts(&"€".repeat(153)), (Gsm7, 306, 3));
    assert_eq!(parts(&"😀".repeat(67)), (Ucs2, 134, 3));
}

#[test]
fn texts_are_spelt_to_cost_less() {
    for (text, spelt) in [
        ("Ng’ombe — “karibu”…", "Ng'ombe - \"karibu\"..."),
        ("Le rendez-vous a été annulé, ça reste gênant\u{a0}!", "Le rendez-vous a été annulé, ca reste genant !"),
        ("cœur, Noël, août, île", "coeur, Noel, aout, ile"),
        ("e\u{301}te\u{301}", "été"),
        ("Réunion à midi", "Réunion à midi"),
    ] {
        assert_eq!(spell(text), spelt);
    }
    let mixed = "ሰላም, ça va ?";
    assert_eq!(spell(mixed), mixed, "it stays dear, so its accents stay");
}

/// Letters of the alphabet, cheap and dear, and others.
fn letters() -> impl Strategy<Value = String> {
    proptest::collection::vec(prop_oneof![Just('a'), Just('é'), Just('€'), Just('['), Just('\n')], 0..700)
        .prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn every_part_is_full_before_the_next_begins(text in letters()) {
        let Plan { alphabet, units, parts } = plan(&text);
        prop_assert_eq!(alphabet, Alphabet::Gsm7);
        let dear = text.chars().filter(|letter| "€[".contains(*letter)).count();
        prop_assert_eq!(units, text.chars().count() + dear);
        prop_assert_eq!(parts == 1, units <= 160);
        if parts > 1 {
            prop_assert!(units <= parts * 153 && units > (parts - 1) * 152);
        }
    }

    #[test]
    fn any_text_has_room_in_its_parts(text in any::<String>()) {
        let Plan { alphabet, units, parts } = plan(&text);
        let (alone, together) = if alphabet == Alphabet::Gsm7 { (160, 153) } else { (70, 67) };
        let room = if parts == 1 { alone } else { parts * together };
        prop_assert!(units <= room);
    }

    #[test]
    fn spelling_never_costs_more_and_is_done_after_once(text in any::<String>()) {
        let spelt = spell(&text);
        prop_assert!(plan(&spelt).parts <= plan(&text).parts);
        prop_assert_eq!(spell(&spelt), spelt);
    }

    #[test]
    fn a_text_that_is_cheap_is_left_alone(text in letters()) {
        prop_assert_eq!(spell(&text), text);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_file_holds_one_line_for_each_message_and_is_closed_to_others() {
    let folder = tempfile::tempdir().unwrap();
    let sending: Vec<_> = (0..50)
        .map(|n| {
            let file = File::in_folder(folder.path());
            let text = format!("Amina: line one\nline two \"{n}\" ሰላም");
            tokio::spawn(async move { file.carry(&loose(Message::sms("0991 000 001", Lang::Sw, &text))).await })
        })
        .collect();
    for one in sending {
        one.await.unwrap().unwrap();
    }
    let path = folder.path().join("sms-outbox.jsonl");
    let text = std::fs::read_to_string(&path).unwrap();
    let mut seen: Vec<String> = text
        .lines()
        .map(|line| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!((&line["to"], &line["lang"], &line["parts"]), (&"0991 000 001".into(), &"sw".into(), &1.into()));
            line["text"].as_str().unwrap().to_owned()
        })
        .collect();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 50);
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_that_cannot_be_written_is_tried_again() {
    let file = File::in_folder(std::path::Path::new("/nowhere"));
    assert_eq!(file.carry(&loose(hello("0991 000 001"))).await, Err(Refusal::Later("file".into())));
}
