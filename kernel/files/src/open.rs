//! Opens the folder or bucket the settings name.

use std::{fs, path::PathBuf, sync::Arc, time::Duration};

use config::{Secret, Settings};
use object_store::{
    ClientOptions, ObjectStore, RetryConfig, aws::AmazonS3Builder, local::LocalFileSystem, prefix::PrefixStore,
};
use url::Url;

use crate::{
    error::{Doing, Error},
    store::Files,
};

/// Where the bytes are kept.
#[derive(Clone, Debug)]
pub enum FilesSettings {
    /// Made when it is not there.
    Folder(PathBuf),
    S3(Bucket),
}

/// A bucket of an S3 service, or a part of one.
#[derive(Clone, Debug)]
pub struct Bucket {
    pub name: String,
    /// What stands before every key; may be empty.
    pub prefix: String,
    /// Nothing is AWS.
    pub endpoint: Option<String>,
    pub region: String,
    pub access_key: String,
    pub secret_key: Secret,
    pub allow_http: bool,
}

impl From<&Settings> for FilesSettings {
    fn from(settings: &Settings) -> Self {
        let Some(place) = &settings.files else { return Self::Folder(settings.data.join("files")) };
        match Url::parse(place) {
            Ok(url) if url.scheme() == "s3" => Self::S3(Bucket {
                name: url.host_str().unwrap_or_default().to_owned(),
                prefix: url.path().trim_matches('/').to_owned(),
                endpoint: settings.s3.endpoint.clone(),
                region: settings.s3.region.clone(),
                access_key: settings.s3.access_key.clone().unwrap_or_default(),
                secret_key: settings.s3.secret_key.clone().unwrap_or_else(|| Secret::new("")),
                allow_http: settings.s3.allow_http,
            }),
            _ => Self::Folder(PathBuf::from(place)),
        }
    }
}

impl Files {
    /// Opens the store. A folder is made; a bucket is not asked before it is used ([`Files::check`] asks).
    pub fn open(settings: &FilesSettings) -> Result<Self, Error> {
        match settings {
            FilesSettings::Folder(path) => {
                let place = path.display().to_string();
                fs::create_dir_all(path).map_err(|error| Error::from_disk(Doing::Open, &place, error))?;
                // Durable before the database says so: contents and folder are synced.
                let store = LocalFileSystem::new_with_prefix(path).map(|store| store.with_fsync(true));
                let store = store.map_err(|error| Error::from_store(Doing::Open, &place, error))?;
                Ok(Self { folder: Some(path.as_path().into()), ..Self::new(Arc::new(store), place) })
            }
            FilesSettings::S3(bucket) => {
                let place = bucket.place();
                let store = bucket.open().map_err(|error| Error::from_store(Doing::Open, &place, error))?;
                Ok(Self::new(store, place))
            }
        }
    }
}

impl Bucket {
    fn place(&self) -> String {
        let slash = if self.prefix.is_empty() { "" } else { "/" };
        format!("s3://{}{slash}{}", self.name, self.prefix)
    }

    fn open(&self) -> object_store::Result<Arc<dyn ObjectStore>> {
        let patience = ClientOptions::new()
            .with_connect_timeout(Duration::from_secs(5))
            .with_timeout(Duration::from_secs(30))
            .with_allow_http(self.allow_http);
        let retry = RetryConfig { max_retries: 3, retry_timeout: Duration::from_secs(20), ..RetryConfig::default() };
        let builder = AmazonS3Builder::new()
            .with_bucket_name(&self.name)
            .with_region(&self.region)
            .with_access_key_id(&self.access_key)
            .with_secret_access_key(self.secret_key.reveal())
            .with_client_options(patience)
            .with_retry(retry);
        let store = match &self.endpoint {
            Some(endpoint) => builder.with_endpoint(endpoint).build()?,
            None => builder.build()?,
        };
        Ok(if self.prefix.is_empty() {
            Arc::new(store)
        } else {
            Arc::new(PrefixStore::new(store, self.prefix.as_str()))
        })
    }
}
