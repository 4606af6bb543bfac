//! Settings as people read them: what is in force and from where, an example file, the reference page.

use crate::{
    keys::{KEYS, Key},
    load::Loaded,
    origin::Origin,
    settings::Settings,
};

/// One line of `dzaleka config show`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: &'static str,
    /// Secrets hidden; empty when not set.
    pub value: String,
    pub origin: Origin,
}

impl Loaded {
    /// Every setting in force, in the order of the reference.
    pub fn table(&self) -> Vec<Row> {
        let row = |key: &Key| Row { key: key.name, value: (key.show)(&self.settings), origin: self.origin(key.name) };
        KEYS.iter().map(row).collect()
    }
}

/// An example `dzaleka.toml`: every setting with its meaning, commented out at its default.
pub fn to_toml() -> String {
    let defaults = Settings::default();
    let line = |key: &Key| format!("\n# {}\n#{} = {}\n", key.meaning, key.name, literal(&(key.show)(&defaults)));
    let lines: String = KEYS.iter().map(line).collect();
    format!("# Settings of the portal. Remove the # before a setting to change it.\n{lines}")
}

/// The reference page of the settings, in Markdown.
pub fn reference() -> String {
    let defaults = Settings::default();
    let rows: String = KEYS
        .iter()
        .map(|key| {
            let value = (key.show)(&defaults);
            let value = if value.is_empty() { "–".into() } else { format!("`{value}`") };
            format!(
                "| `{}` | `{}` | {value} | {} It is {}. |\n",
                key.name,
                key.environment(),
                key.meaning,
                key.expected
            )
        })
        .collect();
    format!(
        "# Settings\n\nThe stronger wins: defaults, then the file of `--config` (else `dzaleka.toml` in the current folder, \
         else in the data folder), then the environment, then flags. A flag is the key with dashes: `--base-url`. \
         `dzaleka config show` prints each value and where it came from.\n\n\
         | key | environment | default | meaning |\n| --- | --- | --- | --- |\n{rows}"
    )
}

fn literal(value: &str) -> String {
    match value {
        "true" | "false" => value.into(),
        _ if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) => value.into(),
        _ => format!("{value:?}"),
    }
}
