//! The store in a bucket, behind a real S3 server on loopback.

use std::{fs, path::Path};

use bytes::Bytes;
use config::Secret;
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use tokio::net::TcpListener;

use super::keeps_its_promises;
use crate::{Bucket, Doing, Error, Files, FilesSettings, Key, Why};

/// Serves the folders inside `root` as buckets, as long as the test runs; answers with the endpoint.
async fn serve(root: &Path) -> anyhow::Result<String> {
    let system = s3s_fs::FileSystem::new(root).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let mut builder = S3ServiceBuilder::new(system);
    builder.set_auth(SimpleAuth::from_single("portal", "hush"));
    let service = builder.build();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let endpoint = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(socket), service).await
            });
        }
    });
    Ok(endpoint)
}

async fn bucket(root: &Path, prefix: &str, secret: &str) -> Files {
    let bucket = Bucket {
        name: "shelf".into(),
        prefix: prefix.into(),
        endpoint: Some(serve(root).await.unwrap()),
        region: "us-east-1".into(),
        access_key: "portal".into(),
        secret_key: Secret::new(secret),
        allow_http: true,
    };
    Files::open(&FilesSettings::S3(bucket)).unwrap()
}

fn root() -> tempfile::TempDir {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("shelf")).unwrap();
    root
}

#[tokio::test]
async fn a_bucket_keeps_its_promises() {
    let root = root();
    keeps_its_promises(&bucket(root.path(), "", "hush").await).await;
}

#[tokio::test]
async fn a_prefix_keeps_its_promises_and_stays_inside() {
    let root = root();
    let files = bucket(root.path(), "a/b", "hush").await;
    keeps_its_promises(&files).await;
    let key = files.put(Bytes::from_static(b"abc"), "txt").await.unwrap();
    assert_eq!(fs::read(root.path().join("shelf/a/b").join(key.as_str())).unwrap(), b"abc");
    assert_eq!(files.place(), "s3://shelf/a/b");
}

#[tokio::test]
async fn a_wrong_secret_is_said_and_not_shown() {
    let root = root();
    let error = bucket(root.path(), "", "wrong-secret").await.check().await.unwrap_err();
    assert_eq!(error.why, Why::NotAllowed, "{error:?}");
    assert!(error.to_string().contains("s3.secret_key") && !format!("{error:?}").contains("wrong-secret"), "{error}");
}

#[test]
fn a_bucket_that_is_not_there_is_said() {
    let source = object_store::Error::NotFound { path: "probe".into(), source: "NoSuchBucket".into() };
    let error = Error::from_store(Doing::Write, "s3://nowhere", source);
    assert_eq!(error.why, Why::Missing);
    assert!(
        error.to_string().starts_with("the file store s3://nowhere cannot be written to: it is not there."),
        "{error}"
    );
}

#[tokio::test]
async fn a_service_that_does_not_answer_is_an_error_and_not_an_empty_shelf() {
    let bucket = Bucket {
        name: "shelf".into(),
        prefix: String::new(),
        endpoint: Some("http://127.0.0.1:1".into()),
        region: "us-east-1".into(),
        access_key: "portal".into(),
        secret_key: Secret::new("hush"),
        allow_http: true,
    };
    let files = Files::open(&FilesSettings::S3(bucket)).unwrap();
    let error = files.get(&Key::of(b"abc", "txt")).await.unwrap_err();
    assert_eq!(error.why, Why::Failed, "{error:?}");
}
