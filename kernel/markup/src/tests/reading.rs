//! Where fields end and bodies begin, and what values become.

use serde_json::json;

use super::{entries, fields, one, text};

#[test]
fn front_matter_and_body_are_told_apart() {
    let read = one("---\ntitle: Pots\nseo:\n  robots: []\n---\n\n# Hello\n\n---\n\nMore\n");
    assert_eq!(json!(read.fields), json!({"title": "Pots", "seo": {"robots": []}}));
    assert_eq!(read.body, "\n# Hello\n\n---\n\nMore\n");
    assert!(read.repairs.is_empty() && read.index.is_none() && read.group.is_none());
}

#[test]
fn a_text_without_front_matter_is_all_body() {
    for body in ["Just words.\n", "---\n\nA rule above.\n", "{% include x %}\ntext\n", "{{ page }}\n", "\n\nhi"] {
        let read = one(body);
        assert_eq!((read.fields.len(), read.body.as_str()), (0, body));
    }
}

#[test]
fn empty_front_matter_and_dots_as_its_end_are_fine() {
    assert_eq!(one("---\n---\nHi").body, "Hi");
    assert_eq!(text(&one("---\ntitle: A\n...\nHi"), "title"), "A");
    assert_eq!(text(&one("---\ntitle: A\n---"), "title"), "A");
}

#[test]
fn a_json_object_may_stand_above_the_body() {
    let read = one("{\n  \"title\": \"Pots\",\n  \"date\": \"2023-11-31\"\n}\n\nHello {you}\n");
    assert_eq!((text(&read, "title"), text(&read, "date")), ("Pots", "2023-11-30"));
    assert_eq!(read.body, "\nHello {you}\n");
    assert_eq!(read.repairs[0].line, 3);
}

#[test]
fn marks_and_line_ends_of_other_systems_are_no_repair() {
    let read = one("\u{FEFF}---\r\ntitle: Pots\r\n---\r\nHello\r\n");
    assert_eq!((text(&read, "title"), read.body.as_str()), ("Pots", "Hello\n"));
    assert!(read.repairs.is_empty());
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let bytes: Vec<u8> = [0xFF, 0xFE].into_iter().chain("title\n".encode_utf16().flat_map(u16::to_le_bytes)).collect();
    assert_eq!(crate::read("a.txt", &bytes).unwrap()[0].body, "title\n");
}

#[test]
fn values_become_what_they_say() {
    let read = fields("a: 12\nb: 1.5\nc: true\nd: ~\ne: yes\nf: 2023-11-30\ng: [x, no]\nlang: no\nh: 'no'");
    let expected = json!({"a": 12, "b": 1.5, "c": true, "d": null, "e": true, "f": "2023-11-30", "g": ["x", "no"], "lang": "no", "h": "no"});
    assert_eq!(json!(read.fields), expected);
}

#[test]
fn numbers_that_say_more_than_a_number_stay_text() {
    let read = fields(
        "a: 0991000001\nb: +265991000001\nc: 1_000\nd: 1.10\ne: 123456789012345678901234567890\nf: 0x1F\ng: 12:30:45",
    );
    let expected = json!({
        "a": "0991000001", "b": "+265991000001", "c": "1_000", "d": "1.10",
        "e": "123456789012345678901234567890", "f": "0x1F", "g": "12:30:45"
    });
    assert_eq!(json!(read.fields), expected);
}

#[test]
fn folded_blocks_lose_their_last_line_ends_quietly() {
    let read = fields("seo:\n  description: >+\n    One line\n    and another\n\n  title: T");
    assert_eq!(read.fields["seo"]["description"], "One line and another");
    assert!(read.repairs.is_empty());
}

#[test]
fn components_are_taken_out_of_mdx() {
    let text = "---\ntitle: A\n---\nimport Card from '../Card'\n\nHello <Card tone=\"warm\">you</Card>\n\n```\nimport x\n<Card>\n```\n";
    let read = entries("a.mdx", text).remove(0);
    assert_eq!(read.body, "\nHello you\n\n```\nimport x\n<Card>\n```\n");
    assert_eq!(read.repairs.iter().map(|repair| repair.line).collect::<Vec<_>>(), [4, 6]);
}
