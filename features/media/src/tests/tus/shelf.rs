//! The same in a bucket of a real S3 server on loopback, with two nodes that share it and a database.

use std::{fs, path::Path};

use config::Secret;
use files::{Bucket, Files, FilesSettings};
use hyper_util::{
    rt::{TokioExecutor, TokioIo},
    server::conn::auto::Builder,
};
use s3s::{auth::SimpleAuth, service::S3ServiceBuilder};
use testkit::{TestPortal, on_both};
use tokio::net::TcpListener;

use super::{Sender, bytes, id};
use crate::tests::{
    house::{SETTINGS, by, rooms},
    made::jpeg,
};

/// Serves the folders inside `root` as buckets; answers with the bucket `shelf`.
async fn shelf(root: &Path) -> Files {
    fs::create_dir(root.join("shelf")).unwrap();
    let system = s3s_fs::FileSystem::new(root).map_err(|error| format!("{error:?}")).unwrap();
    let mut builder = S3ServiceBuilder::new(system);
    builder.set_auth(SimpleAuth::from_single("portal", "hush"));
    let service = builder.build();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((socket, _)) = listener.accept().await {
            let service = service.clone();
            tokio::spawn(async move {
                Builder::new(TokioExecutor::new()).serve_connection(TokioIo::new(socket), service).await
            });
        }
    });
    let bucket = Bucket {
        name: "shelf".into(),
        prefix: "portal".into(),
        endpoint: Some(endpoint),
        region: "us-east-1".into(),
        access_key: "portal".into(),
        secret_key: Secret::new("hush"),
        allow_http: true,
    };
    Files::open(&FilesSettings::S3(bucket)).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_begun_on_one_node_goes_on_at_another_and_is_kept_in_the_bucket() {
    on_both(async |db| {
        let root = tempfile::tempdir().unwrap();
        let files = shelf(root.path()).await;
        let one = TestPortal::sharing(db.clone(), files.clone(), rooms(SETTINGS)).await;
        let other = TestPortal::sharing(db, files.clone(), rooms(SETTINGS)).await;
        let (here, there) = (Sender::new(&one), Sender::new(&other));
        let file = jpeg(900, 700);
        let half = file.len() / 2;
        let path = here.begin(file.len() as u64).await;
        assert_eq!(here.append(&path, 0, &file[..half]).await.status, 204);
        assert_eq!(there.offset(&path).await, Some(half as u64));
        assert_eq!(there.append(&path, half as u64, &file[half..]).await.status, 204);
        assert_eq!(here.append(&path, half as u64, &file[half..]).await.status, 409, "nothing is taken twice");
        assert!(here.form("x", id(&path)).await.contains(&crate::hash(&file)));

        let kept = crate::keep(&one.db, &files, file).await.unwrap().unwrap();
        let mut tx = one.db.begin().await.unwrap();
        crate::insert(&mut tx, &kept, basics::At(1)).await.unwrap();
        tx.commit().await.unwrap();
        let hash = kept.hash;
        let picture = crate::find(&other.db, &[&hash]).await.unwrap().remove(&hash).unwrap();
        for rendition in &picture.renditions {
            let bytes = crate::bytes(&files, &rendition.key).await.unwrap().unwrap();
            assert_eq!(bytes.len() as u64, rendition.bytes);
        }
        assert_eq!(by(&one, "ana", "DELETE", &path).header("tus-resumable", "1.0.0").send().await.status, 204);
        let left = files.list(None, 100).await.unwrap();
        assert!(left.iter().all(|stat| stat.key.ending() != "part"), "{left:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_nodes_that_take_the_same_bytes_at_once_one_wins() {
    on_both(async |db| {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::open(&FilesSettings::Folder(folder.path().into())).unwrap();
        let one = TestPortal::sharing(db.clone(), files.clone(), rooms(SETTINGS)).await;
        let other = TestPortal::sharing(db, files, rooms(SETTINGS)).await;
        let (here, there, file) = (Sender::new(&one), Sender::new(&other), bytes(600_000));
        for _ in 0..5 {
            let path = here.begin(600_000).await;
            let (first, second) = tokio::join!(here.append(&path, 0, &file), there.append(&path, 0, &file));
            assert!(first.status == 204 || second.status == 204);
            let mut offset = here.offset(&path).await.unwrap();
            while offset < 600_000 {
                here.append(&path, offset, &file[offset as usize..]).await;
                offset = here.offset(&path).await.unwrap();
            }
            assert!(there.form("x", id(&path)).await.contains(&crate::hash(&file)));
        }
    })
    .await;
}
