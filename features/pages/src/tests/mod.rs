//! Pages through the router, and through the plugs of import, search, lists.

mod folders;
mod lists;
mod pictures;
mod reading;
mod store;
mod words;

use basics::At;
use db::Db;
use plugs::{Document, Portable, Taken};
use serde_json::{Map, Value, json};
use testkit::TestPortal;

use crate::{TOPIC, plugs::portable::Folders};

async fn portal() -> TestPortal {
    TestPortal::new(vec![crate::feature()]).await
}

/// A document as the importer hands it over.
fn document(slug: &str, fields: Value, body: &str) -> Document {
    let fields: Map<String, Value> = fields.as_object().unwrap().clone();
    Document {
        path: format!("pages/{slug}.md"),
        collection: "pages",
        slug: slug.to_owned(),
        public_fields: fields.clone(),
        fields,
        body: body.to_owned(),
        ..Document::default()
    }
}

fn plain(slug: &str, title: &str) -> Document {
    document(slug, json!({ "title": title }), "A text.\n")
}

async fn take(db: &Db, mut document: Document) -> (Taken, Document) {
    let mut tx = db.begin().await.unwrap();
    let taken = Folders.take(&mut tx, &mut document, At(1_000)).await.unwrap();
    tx.commit().await.unwrap();
    (taken, document)
}

/// Subjects announced so far, oldest first.
async fn announced(db: &Db) -> Vec<String> {
    let changes = changes::since(db, 0, 100).await.unwrap();
    changes.into_iter().filter(|change| change.topic == TOPIC).map(|change| change.subject).collect()
}
