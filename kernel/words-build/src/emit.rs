//! Writes the Rust text of a room's `Text`: one function for each entry, with every language inside.

use crate::{
    catalog::Forms,
    fields::COUNT,
    house::{House, Text},
};

const HEAD: &str = "/// The interface texts of this room, in one language.
#[derive(Clone, Copy, Debug)]
pub struct Text(pub ::words::Lang);

#[allow(clippy::all, dead_code, unused_variables)]
impl Text {
";

pub fn module(house: &House) -> String {
    let mut out = HEAD.to_owned();
    for text in &house.texts {
        out.push_str(&documentation(text));
        out.push_str(&function(text));
    }
    out.push_str(&by_key(&house.texts));
    out.push_str("}\n\n");
    out.push_str(&coverage(house));
    out.push_str(&every(&house.texts));
    out
}

fn documentation(text: &Text) -> String {
    let shown = text.english().all().collect::<Vec<_>>().join("\n\n");
    let lines = shown.lines().chain(text.note.lines().flat_map(|line| ["", line]));
    // Marks that rustdoc would read as links or tags.
    let escape = |line: &str| line.replace('\\', "\\\\").replace(['[', ']', '<', '>', '`'], "'");
    lines.map(|line| format!("    /// {}\n", escape(line)).replace(" \n", "\n")).collect()
}

fn function(text: &Text) -> String {
    let Text { id, names, .. } = text;
    if names.is_empty() {
        let arms = arms(text, |words| format!("{words:?}"));
        return format!(
            "    pub fn {id}(self) -> &'static str {{\n        match self.0 {{\n{arms}        }}\n    }}\n\n"
        );
    }
    let arguments: String = names.iter().map(|name| format!(", {name}: {}", kind(name))).collect();
    let (on, number) = (subject(text), number(names));
    let arms = arms(text, |words| format!("format!({words:?})"));
    format!(
        "    pub fn {id}(self{arguments}) -> String {{\n        let form = {on};\n{number}        match form {{\n{arms}        }}\n    }}\n\n"
    )
}

fn kind(name: &str) -> &'static str {
    if name == COUNT { "u64" } else { "impl ::std::fmt::Display" }
}

fn subject(text: &Text) -> &'static str {
    if text.is_plural() { "(self.0, ::words::plural(self.0, count))" } else { "self.0" }
}

fn number(names: &[String]) -> &'static str {
    let counted = names.iter().any(|name| name == COUNT);
    if counted { "        let count = ::words::number(self.0, count);\n" } else { "" }
}

fn arms(text: &Text, write: impl Fn(&str) -> String) -> String {
    text.forms.iter().map(|(variant, forms)| arm(variant, forms, &write)).collect()
}

fn arm(variant: &str, forms: &Forms, write: impl Fn(&str) -> String) -> String {
    let pad = "            ";
    let one = write(&forms.one);
    match &forms.other {
        None => format!("{pad}::words::Lang::{variant} => {one},\n"),
        Some(other) => format!(
            "{pad}(::words::Lang::{variant}, ::words::Plural::One) => {one},\n\
             {pad}(::words::Lang::{variant}, ::words::Plural::Other) => {},\n",
            write(other)
        ),
    }
}

/// A sorted table, because a `match` over strings compares one after the other.
fn by_key(texts: &[Text]) -> String {
    let mut plain: Vec<&str> = texts.iter().filter(|text| text.names.is_empty()).map(|text| text.id.as_str()).collect();
    plain.sort_unstable();
    let rows: String = plain.iter().map(|id| format!("            ({id:?}, Text::{id}),\n")).collect();
    format!(
        "    /// The text with this identifier, if there is one and it takes no arguments.\n    \
         pub fn by_key(self, key: &str) -> Option<&'static str> {{\n        \
         const TEXTS: &[(&str, fn(Text) -> &'static str)] = &[\n{rows}        ];\n        \
         let place = TEXTS.binary_search_by(|(known, _)| (*known).cmp(key)).ok()?;\n        \
         Some(TEXTS[place].1(self))\n    }}\n"
    )
}

fn coverage(house: &House) -> String {
    let rows: String =
        house.gaps.iter().map(|gap| format!("    ({:?}, {}, &{:?}),\n", gap.tag, gap.ids.len(), gap.ids)).collect();
    format!(
        "/// For each language its tag, how many texts have no translation, and which.\n#[allow(dead_code)]\n\
         pub const COVERAGE: &[(&str, usize, &[&str])] = &[\n{rows}];\n\n"
    )
}

fn every(texts: &[Text]) -> String {
    let rows: String = texts.iter().flat_map(calls).collect();
    format!(
        "/// Every text with its identifier; arguments show their own name, counts are 1 and 1234. For tests.\n\
         #[allow(dead_code)]\npub fn every(lang: ::words::Lang) -> Vec<(&'static str, String)> {{\n    \
         let text = Text(lang);\n    vec![\n{rows}    ]\n}}\n"
    )
}

fn calls(text: &Text) -> Vec<String> {
    let counted = text.names.iter().any(|name| name == COUNT);
    let counts: &[&str] = if counted { &["1", "1234"] } else { &[""] };
    let call = |count: &&str| {
        let argument = |name: &String| if name == COUNT { (*count).to_owned() } else { format!("{name:?}") };
        let arguments: Vec<_> = text.names.iter().map(argument).collect();
        format!("        ({0:?}, text.{0}({1}).to_owned()),\n", text.id, arguments.join(", "))
    };
    counts.iter().map(call).collect()
}
