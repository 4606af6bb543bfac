//! What a translator or an author may get wrong, and what comes of it.

use std::fs;

use crate::{catalog::Forms, emit, house, pseudo};

const HEADER: &str = "msgid \"\"\nmsgstr \"Language: xx\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n\"\n\n";

fn read(files: &[(&str, &str)]) -> anyhow::Result<house::House> {
    let folder = tempfile::tempdir()?;
    for (name, text) in files {
        fs::write(folder.path().join(name), format!("{HEADER}{text}"))?;
    }
    house::read(folder.path())
}

fn refusal(files: &[(&str, &str)]) -> String {
    format!("{:#}", read(files).expect_err("it should be refused"))
}

fn entry(id: &str, source: &str, translation: &str) -> String {
    format!("msgctxt \"{id}\"\nmsgid \"{source}\"\nmsgstr \"{translation}\"\n\n")
}

fn plural(id: &str, one: &str, other: &str, first: &str, second: &str) -> String {
    format!(
        "msgctxt \"{id}\"\nmsgid \"{one}\"\nmsgid_plural \"{other}\"\nmsgstr[0] \"{first}\"\nmsgstr[1] \"{second}\"\n\n"
    )
}

#[test]
fn a_text_without_arguments_is_a_static_string() {
    let en = format!("#. Heading of the directory\n{}", entry("people_title", "People", ""));
    let house = read(&[("en.po", &en), ("sw.po", &entry("people_title", "People", "Watu"))]).unwrap();
    let rust = emit::module(&house);
    assert!(rust.contains("pub fn people_title(self) -> &'static str {"), "{rust}");
    assert!(rust.contains("/// People\n    ///\n    /// Heading of the directory\n"), "{rust}");
    assert!(rust.contains("::words::Lang::Sw => \"Watu\","), "{rust}");
    assert!(rust.contains("(\"people_title\", Text::people_title),"), "{rust}");
}

#[test]
fn a_missing_translation_is_english_and_counted() {
    let en = entry("a", "One", "") + &entry("b", "Two", "") + &entry("c", "Three", "");
    let fr = entry("a", "One", "") + "#, fuzzy\n" + &entry("b", "Two", "Deux");
    let house = read(&[("en.po", &en), ("fr.po", &fr)]).unwrap();
    let rust = emit::module(&house);
    assert!(rust.contains("(\"fr\", 3, &[\"a\", \"b\", \"c\"]),"), "{rust}");
    assert!(rust.contains("::words::Lang::Fr => \"Two\","), "{rust}");
}

#[test]
fn a_translation_of_an_older_english_text_is_not_used() {
    let house = read(&[("en.po", &entry("a", "New", "")), ("sw.po", &entry("a", "Old", "Zamani"))]).unwrap();
    assert_eq!(house.gaps[1].ids, ["a"]);
}

#[test]
fn other_placeholders_than_the_english_ones_are_refused() {
    let said = refusal(&[
        ("en.po", &entry("hello", "Hello {name}", "")),
        ("sw.po", &entry("hello", "Hello {name}", "Habari {jina}")),
    ]);
    assert!(said.contains("sw.po: hello") && said.contains("jina"), "{said}");
}

#[test]
fn a_singular_that_is_said_of_zero_needs_the_number() {
    let en = plural("found", "One person", "{count} people", "", "");
    let swahili = plural("found", "One person", "{count} people", "Mtu mmoja", "Watu {count}");
    read(&[("en.po", &en), ("sw.po", &swahili)]).unwrap();
    let french = plural("found", "One person", "{count} people", "Une personne", "{count} personnes");
    let said = refusal(&[("en.po", &en), ("fr.po", &french)]);
    assert!(said.contains("fr.po: found"), "{said}");
}

#[test]
fn a_plural_turns_on_its_count() {
    let en = plural("found", "{count} person near {place}", "{count} people near {place}", "", "");
    let rust = emit::module(&read(&[("en.po", &en)]).unwrap());
    assert!(rust.contains("pub fn found(self, count: u64, place: impl ::std::fmt::Display) -> String {"), "{rust}");
    assert!(
        rust.contains("(::words::Lang::En, ::words::Plural::Other) => format!(\"{count} people near {place}\"),"),
        "{rust}"
    );
    assert!(rust.contains("(\"found\", text.found(1234, \"place\").to_owned()),"), "{rust}");
}

#[test]
fn an_identifier_stands_once_and_is_known_in_english() {
    let said = refusal(&[("en.po", &(entry("a", "One", "") + &entry("a", "Two", "")))]);
    assert!(said.contains("\"a\" stands twice"), "{said}");
    let said = refusal(&[("en.po", &entry("a", "One", "")), ("fr.po", &entry("b", "Two", "Deux"))]);
    assert!(said.contains("en.po has no entry \"b\""), "{said}");
}

#[test]
fn an_identifier_must_be_a_function_name() {
    for id in ["People", "type", "by_key", "2nd", "a-b"] {
        assert!(refusal(&[("en.po", &entry(id, "One", ""))]).contains("msgctxt"), "{id}");
    }
    assert!(refusal(&[("en.po", "msgid \"One\"\nmsgstr \"\"\n")]).contains("no msgctxt"));
}

#[test]
fn braces_are_placeholders_and_nothing_else() {
    for text in ["a {", "a }", "a {}", "a {B}", "{a"] {
        assert!(refusal(&[("en.po", &entry("a", text, ""))]).contains("en.po: a"), "{text}");
    }
}

#[test]
fn entries_without_a_line_between_them_are_still_two() {
    let en = entry("a", "One", "").trim_end().to_owned() + "\n#\n# note\n" + &entry("b", "Two", "");
    assert_eq!(read(&[("en.po", &en)]).unwrap().texts.len(), 2);
}

#[test]
fn the_pseudo_language_is_longer_and_keeps_placeholders() {
    let english = Forms { one: "Find people near {place}".into(), other: None };
    let pseudo = pseudo::forms(&english).unwrap().one;
    assert_eq!(pseudo, "[Ƒîñð þéöþļé ñéåŕ {place} åñð öñ ]");
}
