//! A portal without people: database, file store, a folder to import and one to export to.

use std::{fs, path::PathBuf};

use basics::At;
use db::Db;
use files::{Files, FilesSettings};

use crate::{FileReport, Options, Report, export, import};

pub(super) struct House {
    pub db: Db,
    pub files: Files,
    pub site: PathBuf,
    pub out: PathBuf,
    _folder: tempfile::TempDir,
}

impl House {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(None, folder.path()).await.unwrap();
        let files = Files::open(&FilesSettings::Folder(folder.path().join("files"))).unwrap();
        let (site, out) = (folder.path().join("site"), folder.path().join("out"));
        fs::create_dir(&site).unwrap();
        Self { db, files, site, out, _folder: folder }
    }

    /// A house whose folder holds these files.
    pub async fn with(files: &[(&str, &str)]) -> Self {
        let house = Self::new().await;
        files.iter().for_each(|(path, text)| house.write(path, text));
        house
    }

    pub fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let file = self.site.join(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, bytes).unwrap();
    }

    pub async fn import(&self) -> Report {
        self.try_import(Options::default()).await.unwrap()
    }

    pub async fn try_import(&self, options: Options) -> anyhow::Result<Report> {
        import(&self.db, &self.files, &[], &self.site, options, At(1_700_000_000_000), &|_| ()).await
    }

    pub async fn export(&self) -> anyhow::Result<crate::Exported> {
        export(&self.db, &self.files, &[], &self.out, &|_| ()).await
    }

    /// Path, collection, slug, title, fields, body of everything held, by path.
    pub async fn held(&self) -> Vec<[String; 6]> {
        let sql = "SELECT path, collection, slug, title, fields, body FROM held ORDER BY path LIMIT 10000";
        let read =
            |row: &mut db::Row| Ok([row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?]);
        self.db.all(sql, &[], read).await.unwrap()
    }
}

impl Report {
    /// What is reported of one path.
    pub(super) fn of(&self, path: &str) -> &FileReport {
        self.files.iter().find(|file| file.path == path).unwrap_or_else(|| panic!("{path} is not in {self:#?}"))
    }
}
