//! What this room holds of a person beside what other rooms show: files on their way, and a list of what they sent.

use async_trait::async_trait;
use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};
use serde_json::json;

use super::store;
use crate::text::Text;

pub(super) struct Sent;

#[async_trait]
impl Belongings for Sent {
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>> {
        let uploads = store::of(db, whose.person).await?;
        let coming: Vec<_> = uploads
            .iter()
            .map(|upload| json!({ "bytes": upload.bytes, "arrived": upload.arrived, "ends_at": upload.ends_at.0 }))
            .collect();
        let brought = store::brought(db, whose.person).await?;
        if coming.is_empty() && brought.is_empty() {
            return Ok(Vec::new());
        }
        let brought: Vec<_> = brought
            .into_iter()
            .map(|(hash, bytes, at)| json!({ "sha256": hash, "bytes": bytes, "brought_at": at.0 }))
            .collect();
        let data = json!({ "on_their_way": coming, "brought": brought });
        Ok(vec![Belonging { name: "uploads", title: Text(lang).belongings_title().into(), data, files: Vec::new() }])
    }

    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, _: At) -> anyhow::Result<Vec<String>> {
        let mut keys = Vec::new();
        for id in store::ids_of(tx, whose.person).await? {
            keys.extend(store::delete(tx, &id).await?);
        }
        store::forget_brought(tx, whose.person).await?;
        Ok(keys)
    }
}
