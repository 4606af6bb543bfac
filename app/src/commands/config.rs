//! `dzaleka config show`, and the documents that are made from the program itself.

use std::fmt::Write;

use config::Loaded;

use crate::{
    Ended,
    cli::{Document, Reference},
    features,
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
        Document::Access => print!("{}", access()?),
    }
    Ok(Ended::Fine)
}

/// Every route and who may use it.
pub fn access() -> anyhow::Result<String> {
    let mut table = String::from(
        "# Who may use which route\n\nMade from the routes themselves: `dzaleka reference access > docs/ACCESS.md`. Every route also answers below \
         `/sw` and `/fr`.\nActors today: a stranger on the web; the operator works at the command line and uses no route.\n\n\
         | room | route | stranger | what is not public |\n| --- | --- | --- | --- |\n",
    );
    let rooms = features::all(&::config::Settings::default()).into_iter().map(|feature| (feature.name, feature.routes));
    for (room, routes) in rooms.chain([("web", web::own_routes())]) {
        for route in routes {
            let hidden = match route.access {
                web::Access::Anyone => "shows nothing of anybody",
                web::Access::AnyoneSeesPublic => "404, like what does not exist",
            };
            writeln!(table, "| {room} | {} `{}` | yes | {hidden} |", route.method, route.path)?;
        }
    }
    Ok(table)
}
