//! Each fault is mended and named with its line.

use serde_json::json;

use super::{fields, one, text, told};
use crate::read;

const COLON: &str = "unquoted colon in the value";
const SIGN: &str = "value begins with a sign that has a meaning in YAML";

#[test]
fn an_unquoted_colon_is_kept_in_the_value() {
    let read = fields("title: A\nsubtitle: Making pots: by hand\nimage: b");
    assert_eq!(text(&read, "subtitle"), "Making pots: by hand");
    assert_eq!(told(&read), [(3, "subtitle", COLON)]);
    assert_eq!(read.repairs[0].read, "subtitle: Making pots: by hand");
    assert_eq!(read.repairs[0].stored, "Making pots: by hand");
}

#[test]
fn several_faults_in_one_file_are_each_mended() {
    let read = fields(
        "title: A: b\nhandle: @pots\nshare: 50% off\nrate: %50\nseo:\n  title: C: d\n  extra:\n    - name: 'x'\n      value: e: f",
    );
    assert_eq!(text(&read, "title"), "A: b");
    assert_eq!(text(&read, "handle"), "@pots");
    assert_eq!(text(&read, "rate"), "%50");
    assert_eq!(read.fields["seo"]["title"], "C: d");
    assert_eq!(read.fields["seo"]["extra"][0]["value"], "e: f");
    let lines: Vec<usize> = read.repairs.iter().map(|repair| repair.line).collect();
    assert_eq!(lines, [2, 3, 5, 7, 10]);
}

#[test]
fn signs_with_a_meaning_are_text_where_text_was_meant() {
    for (value, stored) in [
        ("@maria", "@maria"),
        ("`code`", "`code`"),
        ("*new* pots", "*new* pots"),
        ("&Co Design", "&Co Design"),
        ("!Hello", "!Hello"),
        ("[Draft] Pots", "[Draft] Pots"),
        ("{{ site.title }}", "{{ site.title }}"),
        ("Artist #1 of camp", "Artist #1 of camp"),
        ("\"Pots\" and more", "\"Pots\" and more"),
        ("\"Pots and more", "Pots and more"),
        ("'Pots", "Pots"),
        ("“Pots: more”", "“Pots: more”"),
    ] {
        let read = fields(&format!("first: 1\ntitle: {value}\nlast: 2"));
        assert_eq!(text(&read, "title"), stored);
        assert_eq!(read.fields["last"], 2, "{value}");
        assert_eq!((read.repairs.len(), read.repairs[0].line), (1, 3), "{value}: {:?}", read.repairs);
    }
    assert_eq!(told(&fields("a: @b")), [(2, "a", SIGN)]);
}

#[test]
fn comments_anchors_and_blocks_are_left_alone() {
    let read = fields(
        "layout: page # the layout\nbase: &base\n  a: 1\nother: *base\ntext: |\n  Artist #1: a\n  & b\nquoted: \"x #1\n  y\"",
    );
    assert_eq!(read.repairs, []);
    assert_eq!(
        json!(read.fields),
        json!({"layout": "page", "base": {"a": 1}, "other": {"a": 1}, "text": "Artist #1: a\n& b", "quoted": "x #1 y"})
    );
}

#[test]
fn tabs_and_missing_spaces_are_mended() {
    let read = fields("seo:\n\ttitle: A\n\tdescription: B");
    assert_eq!(json!(read.fields), json!({"seo": {"title": "A", "description": "B"}}));
    assert_eq!(told(&read), [(3, "title", "tab in the indentation"), (4, "description", "tab in the indentation")]);
    let read = fields("title:Pots\nimage: a.jpg");
    assert_eq!(text(&read, "title"), "Pots");
}

#[test]
fn of_a_name_given_twice_the_first_is_kept() {
    let read = fields("title: One\nimage: a\ntitle: Two");
    assert_eq!(text(&read, "title"), "One");
    assert_eq!(told(&read), [(4, "title", "the same name twice; the first is kept")]);
    assert_eq!(read.repairs[0].read, "Two");
}

#[test]
fn twice_encoded_text_is_decoded() {
    let read = one("---\ntitle: Ok\nsubtitle: >-\n  pots\n  endless â€“ now\n---\nfine\n\nCafÃ© and Zürich – “good”\n");
    assert_eq!(text(&read, "subtitle"), "pots endless – now");
    assert_eq!(read.body, "fine\n\nCafé and Zürich – “good”\n");
    assert_eq!(told(&read), [(5, "subtitle", "encoded twice as UTF-8"), (9, "body", "encoded twice as UTF-8")]);
}

#[test]
fn other_languages_are_never_taken_for_faults() {
    for text in [
        "Ñandú à côté, naïve Ëlève — “ça” & é",
        "ሰላም ልዑል",
        "Мир и дружба",
        "سلام",
        "Ōsaka Ŵelw",
        "ÀÉÎ ÂME ÊTRE",
        "100 € – 5 °C",
    ] {
        assert_eq!(one(text).body, text);
        assert_eq!(one(text).repairs, []);
    }
}

#[test]
fn no_break_spaces_become_spaces_line_by_line() {
    let read = one("---\ntitle: A\u{A0}b\n---\nx\u{A0}y\u{202F}z\nplain\nv\u{A0}w");
    assert_eq!((text(&read, "title"), read.body.as_str()), ("A b", "x y z\nplain\nv w"));
    assert_eq!(
        told(&read),
        [(2, "title", "no-break space"), (4, "body", "no-break space"), (6, "body", "no-break space")]
    );
}

#[test]
fn bytes_of_windows_are_read_as_such() {
    let reads = read("a.md", b"---\ntitle: Caf\xE9\n---\nBien s\xFBr \x96 oui, d\xC3\xA9j\xC3\xA0\n").unwrap();
    assert_eq!((text(&reads[0], "title"), reads[0].body.as_str()), ("Café", "Bien sûr – oui, déjà\n"));
    let why = "not UTF-8; read as Windows-1252";
    assert_eq!(told(&reads[0]), [(2, "title", why), (4, "body", why)]);
}

#[test]
fn impossible_and_foreign_dates_become_days() {
    for (written, stored) in [
        ("2023-11-31", "2023-11-30"),
        ("2023-02-29T10:00", "2023-02-28T10:00"),
        ("31/11/2023", "2023-11-30"),
        ("November 31, 2023", "2023-11-30"),
        ("3 November 2023", "2023-11-03"),
        ("3 novembre 2023", "2023-11-03"),
        ("12 Machi 2024", "2024-03-12"),
        ("2023/11/5", "2023-11-05"),
        ("11/30/2023", "2023-11-30"),
        ("05/05/2023", "2023-05-05"),
    ] {
        let read = fields(&format!("date: {written}"));
        assert_eq!((text(&read, "date"), read.repairs.len()), (stored, 1), "{written}");
    }
}

#[test]
fn doubtful_dates_are_kept_and_named_and_good_ones_pass() {
    for written in ["03/04/2023", "2023-13-05", "2023-11-45"] {
        let read = fields(&format!("published_at: {written}"));
        assert_eq!((text(&read, "published_at"), read.repairs.len()), (written, 1));
    }
    for written in ["2023-11-30", "2023-11-30T10:00:00Z", "2023-11-30 10:00:00 +0200", "soon", "every Monday"] {
        assert_eq!(fields(&format!("date: {written}")).repairs, []);
    }
    assert_eq!(fields("note: 31/11/2023\nlocation: 2023-11-31").repairs, []);
}

#[test]
fn an_end_before_its_start_becomes_the_start() {
    let read = fields("start_date: 2023-11-10\nend_date: 2023-11-03");
    assert_eq!(text(&read, "end_date"), "2023-11-10");
    assert_eq!(told(&read), [(3, "end_date", "the end was before the start")]);
    assert_eq!(fields("startDate: 2023-11-10\nendDate: 2023-11-12").repairs, []);
    assert_eq!(fields("starts_at: 2023-11-10T09:00\nends_at: 2023-11-10T08:00").repairs.len(), 1);
}

#[test]
fn placeholders_are_taken_out() {
    let read = fields(
        "title: A\nimage_alt: lorem-ipsum\nbio: Lorem ipsum dolor sit amet, consectetur\ntags: [x, TODO]\nnote: N/A\nreal: The TODO list",
    );
    assert_eq!(json!(read.fields), json!({"title": "A", "tags": ["x"], "real": "The TODO list"}));
    assert_eq!(read.repairs.iter().map(|repair| repair.line).collect::<Vec<_>>(), [3, 4, 5, 6]);
    assert_eq!(one("---\ntitle: A\n---\nTODO\n").body, "");
}
