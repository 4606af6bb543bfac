//! Data files: one entry, a list, or groups of lists.

use super::{entries, told};

#[test]
fn an_object_is_one_entry() {
    let read = entries("a.json", "{\"name\": \"Neema\", \"works\": [{\"title\": \"Pot\"}], \"body\": \"Hi\"}");
    assert_eq!((read.len(), read[0].index, read[0].body.as_str()), (1, None, "Hi"));
    assert_eq!(entries("a.yml", "name: Neema\nbio: x: y\n")[0].fields["bio"], "x: y");
}

#[test]
fn a_list_is_one_entry_each() {
    for (path, text) in [
        ("a.json", "[\n  {\"name\": \"A\"},\n  {\"name\": \"B\", \"alt\": \"TODO\"}\n]"),
        ("a.yaml", "- name: A\n-\n  name: B\n  alt: TODO\n"),
    ] {
        let read = entries(path, text);
        assert_eq!(read.iter().map(|read| read.index).collect::<Vec<_>>(), [Some(0), Some(1)]);
        assert_eq!(read[1].fields["name"], "B");
        assert_eq!(read[1].fields.len(), 1);
        assert_eq!(read[1].repairs.len(), 1);
        assert_eq!(read[1].repairs[0].line, text.lines().position(|line| line.contains("TODO")).unwrap() + 1);
    }
}

#[test]
fn groups_name_their_entries() {
    let text = r#"{"updated": "2023", "talents": [{"name": "A"}, {"name": "B"}], "more": {"poets": [{"name": "C"}]}}"#;
    let read = entries("a.json", text);
    let groups: Vec<_> = read.iter().map(|read| (read.index.unwrap(), read.group.clone().unwrap())).collect();
    assert_eq!(groups, [(0, "talents".into()), (1, "talents".into()), (2, "more/poets".to_owned())]);
    assert_eq!(told(&read[0]), [(1, "updated", "belongs to the file and to no entry of it")]);
}

#[test]
fn names_given_twice_in_json_are_told() {
    let read = entries("a.json", "{\n\"name\": \"A\",\n\"name\": \"B\"\n}");
    assert_eq!((read[0].fields["name"].as_str(), told(&read[0])[0].0), (Some("A"), 3));
}
