//! What is written is read back letter by letter.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::{read, write};

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1e9..1e9).prop_map(|number: f64| json!(number)),
        any::<f64>().prop_map(|number| json!(number)),
        any::<String>().prop_map(Value::from),
        "[ -~\\n\\t]{0,20}".prop_map(Value::from),
        "[-:#&*!|>'\"%@`{}\\[\\],? \\n~]{0,6}".prop_map(Value::from),
        prop::sample::select(vec![
            "yes",
            "no",
            "null",
            "~",
            "0991",
            "+265",
            "1.10",
            "1e3",
            "2023-11-31",
            "TODO",
            "---",
            "...",
            "a: b",
            "a #1",
            "&Co x",
            "!x",
            "<<",
            "=",
            "0x1F",
            "a\u{A0}b",
            "â€“",
            "true",
            "",
            " x ",
            "x\n",
            "\u{FEFF}x",
            "\u{85}",
            "\u{2028}",
            "x\r\ny",
            "\u{7f}",
            "\0",
        ])
        .prop_map(Value::from),
    ]
}

fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 24, 5, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z_]{1,8}|\\PC{1,4}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

fn fields() -> impl Strategy<Value = Map<String, Value>> {
    let name = prop_oneof![4 => "[a-z][a-zA-Z_-]{0,8}", 1 => "\\PC{1,5}", 1 => Just("date".to_owned()), 1 => Just("yes".to_owned())];
    prop::collection::vec((name, value()), 0..6).prop_map(|entries| entries.into_iter().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_document_is_read_as_it_was_written(fields in fields(), body in prop_oneof![any::<String>(), "[ -~\\n]{0,80}", "(---|\\n|a: b|\\{|\\.\\.\\.){0,6}"]) {
        let text = write(&fields, &body);
        let back = read("a.md", text.as_bytes());
        prop_assert!(back.is_ok(), "{:?}\n{}", back, text);
        let back = back.unwrap().remove(0);
        prop_assert_eq!(&back.fields, &fields, "{}", text);
        prop_assert_eq!(&back.body, &body, "{}", text);
        prop_assert!(back.repairs.is_empty());
    }

    #[test]
    fn no_bytes_make_the_reader_fall(bytes in prop::collection::vec(any::<u8>(), 0..200), front in any::<bool>(), ending in prop::sample::select(vec!["md", "mdx", "html", "json", "yaml"])) {
        let mut text = if front { b"---\n".to_vec() } else { Vec::new() };
        text.extend(bytes);
        if front {
            text.extend(b"\n---\n");
        }
        let _ = read(ending, &text);
    }

    #[test]
    fn mending_once_is_enough(text in "(---\n)?([a-z]{1,4}: ?[-:#&*!a-z0-9é\u{A0}'\"@ ]{0,8}\n){0,5}(---\n)?[a-zâ€“é\u{A0}\n ]{0,20}") {
        if let Ok(first) = read("md", text.as_bytes()) {
            let again = read("md", write(&first[0].fields, &first[0].body).as_bytes()).unwrap();
            prop_assert_eq!(&again[0].fields, &first[0].fields);
            prop_assert_eq!(&again[0].body, &first[0].body);
        }
    }
}

#[test]
fn plain_documents_carry_no_mark() {
    let fields = json!({"title": "Pots: by hand", "date": "2023-11-30", "phone": "0991000001", "seo": {"robots": [], "extra": [{"name": "og:type"}]}});
    let text = write(fields.as_object().unwrap(), "Hello\n");
    assert_eq!(
        text,
        "---\ntitle: \"Pots: by hand\"\ndate: \"2023-11-30\"\nphone: \"0991000001\"\nseo:\n  robots: []\n  extra:\n  - name: og:type\n---\nHello\n"
    );
    assert_eq!(write(&Map::new(), "Hello\n"), "---\n---\nHello\n");
}
