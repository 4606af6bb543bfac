//! What cannot be read says what is wrong, where, and how to fix it.

use crate::{Unreadable, read};

fn refused(path: &str, bytes: &[u8]) -> Unreadable {
    read(path, bytes).expect_err("should be refused")
}

#[test]
fn each_unreadable_file_says_why_and_where() {
    assert_eq!(refused("a.md", b""), Unreadable::Empty);
    assert_eq!(refused("a.md", b"\xEF\xBB\xBF \r\n\n"), Unreadable::Empty);
    assert_eq!(refused("a.md", b"\x89PNG\x0D\x0A\x1A\x0A\x00\x00"), Unreadable::Binary);
    assert_eq!(refused("a.md", b"some text that is long\nand \x81 odd"), Unreadable::UnknownEncoding { line: 2 });
    assert_eq!(refused("a.md", b"---\ntitle: A\n\nHello"), Unreadable::Unclosed { line: 1 });
    assert_eq!(refused("a.md", b"+++\ntitle = 'A'\n+++\n"), Unreadable::Toml);
    assert_eq!(refused("a.jpg", b"text").line(), 0);
    assert!(matches!(refused("a.md", &vec![b'a'; 5 << 20]), Unreadable::TooLarge { .. }));
    assert!(matches!(refused("a.yaml", b"just words"), Unreadable::Shape { line: 1, .. }));
    assert!(matches!(refused("a.json", b"[1, 2]"), Unreadable::Shape { .. }));
    assert!(matches!(refused("a.md", b"---\n- a\n- b\n---\n"), Unreadable::Shape { .. }));
}

#[test]
fn broken_json_and_yaml_name_the_line_of_the_file() {
    assert!(matches!(refused("a.json", b"{\n  \"a\": 1,\n}"), Unreadable::Json { line: 3, .. }));
    assert!(matches!(refused("a.md", b"\n{\n  \"a\": 1,\n}\nbody"), Unreadable::Json { line: 4, .. }));
    let error = refused("a.md", b"---\ntitle: A\nimage: b\n    last: c\n---\nbody");
    assert!(matches!(error, Unreadable::Yaml { line: 3 | 4, .. }), "{error:?}");
    assert!(!error.how_to_fix().is_empty());
}

#[test]
fn bombs_are_refused_quickly() {
    let mut bomb = String::from("---\na0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for level in 1..9 {
        let last = format!("*a{}", level - 1);
        bomb += &format!("a{level}: &a{level} [{}]\n", [last.as_str(); 9].join(", "));
    }
    bomb += "---\n";
    assert!(matches!(refused("a.md", bomb.as_bytes()), Unreadable::Bomb { .. }));
    let deep = format!("---\na: {}{}\n---\n", "[".repeat(400), "]".repeat(400));
    assert!(matches!(refused("a.md", deep.as_bytes()), Unreadable::Bomb { .. } | Unreadable::Yaml { .. }));
    let deep = format!("{}1{}", "[".repeat(4000), "]".repeat(4000));
    assert!(matches!(refused("a.json", deep.as_bytes()), Unreadable::Json { .. }));
    let odd = format!("---\n{}---\n", "- : @ [ {\n".repeat(20_000));
    let _ = read("a.md", odd.as_bytes());
}
