//! Uploads that survive cuts, from the outside.

mod cuts;
mod protocol;
mod quotas;
mod shelf;

use files::{Files, FilesSettings};
use testkit::{Answer, TestPortal, on_both};

use super::house::{SETTINGS, by, rooms};
use crate::Settings;

/// Somebody who sends files.
pub(super) struct Sender<'a> {
    pub house: &'a TestPortal,
    pub who: &'a str,
}

impl<'a> Sender<'a> {
    pub fn new(house: &'a TestPortal) -> Self {
        Self { house, who: "ana" }
    }

    pub async fn announce(&self, bytes: u64) -> Answer {
        self.ask("POST", "/uploads", &[("upload-length", &bytes.to_string())], Vec::new()).await
    }

    /// The address of a new upload.
    pub async fn begin(&self, bytes: u64) -> String {
        let answer = self.announce(bytes).await;
        assert_eq!((answer.status, answer.header("tus-resumable")), (201, "1.0.0"), "{}", answer.text());
        answer.header("location").to_owned()
    }

    pub async fn append(&self, path: &str, offset: u64, bytes: &[u8]) -> Answer {
        let headers = [("upload-offset", &*offset.to_string()), ("content-type", "application/offset+octet-stream")];
        self.ask("PATCH", path, &headers, bytes.to_vec()).await
    }

    pub async fn offset(&self, path: &str) -> Option<u64> {
        let answer = self.ask("HEAD", path, &[], Vec::new()).await;
        assert!(answer.status != 200 || answer.header("cache-control").contains("no-store"));
        (answer.status == 200).then(|| answer.header("upload-offset").parse().unwrap())
    }

    pub async fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)], body: Vec<u8>) -> Answer {
        let ask = by(self.house, self.who, method, path).header("tus-resumable", "1.0.0");
        headers.iter().fold(ask, |ask, (name, value)| ask.header(name, value)).body(body).send().await
    }

    /// A whole upload's id.
    pub async fn send(&self, bytes: &[u8]) -> String {
        let path = self.begin(bytes.len() as u64).await;
        assert_eq!(self.append(&path, 0, bytes).await.status, 204);
        id(&path).to_owned()
    }

    /// A form that names an upload, and the answer of the page.
    pub async fn form(&self, line: &str, id: &str) -> Answer {
        let form = [("line", line), ("portrait_upload", id)];
        by(self.house, self.who, "POST", "/me/picture").form(&form).send().await
    }
}

pub(super) fn id(path: &str) -> &str {
    path.rsplit('/').next().unwrap()
}

/// Bytes of which no two runs are alike.
pub(super) fn bytes(many: usize) -> Vec<u8> {
    (0..many as u64).map(|n| (n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 56) as u8).collect()
}

/// The same test on both engines.
pub(super) async fn houses(settings: Settings, test: impl AsyncFn(&TestPortal)) {
    on_both(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::open(&FilesSettings::Folder(folder.path().into())).unwrap();
        test(&TestPortal::sharing(db, files, rooms(settings)).await).await;
    })
    .await;
}

pub(super) async fn every_house(test: impl AsyncFn(&TestPortal)) {
    houses(SETTINGS, test).await;
}
