//! A document written so that [`crate::read`] gives back the very same fields and body.

use serde_json::{Map, Value};

use crate::read::{EXACT, read};

/// Fields as YAML front matter, then the body. Reading it gives identical fields and body without repairs. Where a
/// text would be mended by reading (no-break spaces, placeholders, space at its ends, …) the first field is
/// `dzaleka_exact: true`, which tells the reader to take everything letter by letter; the name is reserved.
pub fn write(fields: &Map<String, Value>, body: &str) -> String {
    let plain = document(fields, body, false);
    let same = read("md", plain.as_bytes()).is_ok_and(|reads| {
        matches!(reads.as_slice(), [one] if one.repairs.is_empty() && one.body == body && one.fields == *fields)
    });
    if same { plain } else { document(fields, body, true) }
}

fn document(fields: &Map<String, Value>, body: &str, exact: bool) -> String {
    let mut text = String::from("---\n");
    if exact {
        text.push_str(EXACT);
        text.push_str(": true\n");
    }
    let kept: Map<String, Value> =
        fields.iter().filter(|(name, _)| *name != EXACT).map(|(name, value)| (name.clone(), value.clone())).collect();
    if !kept.is_empty() {
        text.push_str(&yaml(&kept));
    }
    text.push_str("---\n");
    text.push_str(body);
    text
}

/// Block YAML; a JSON object, which is YAML too, where the writer cannot keep a value.
fn yaml(fields: &Map<String, Value>) -> String {
    let options = serde_saphyr::ser_options! {
        prefer_block_scalars: false,
        yaml_12: false,
        no_lang_directive: true,
    };
    let mut text = String::new();
    if serde_saphyr::to_fmt_writer_with_options(&mut text, fields, options).is_err() {
        text = Value::Object(fields.clone()).to_string();
    }
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
