//! `dzaleka config show`, and the documents that are made from the program itself.

use config::Loaded;

use crate::{
    Ended,
    cli::{Document, Reference},
    commands::access,
};

pub fn show(loaded: &Loaded) -> anyhow::Result<Ended> {
    let rows = loaded.table();
    let width = rows.iter().map(|row| row.key.len() + row.value.len()).max().unwrap_or_default() + 3;
    for row in rows {
        let setting = format!("{} = {}", row.key, row.value);
        println!("{setting:<width$}  # {}", row.origin);
    }
    Ok(Ended::Fine)
}

pub fn reference(ask: &Reference) -> anyhow::Result<Ended> {
    match ask.document {
        Document::Settings => print!("{}", config::reference()),
        Document::Access => print!("{}", access::document()?),
    }
    Ok(Ended::Fine)
}
