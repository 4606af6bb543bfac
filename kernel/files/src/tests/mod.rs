//! One set of expectations, on disk and on a real S3 server on loopback.

mod disk;
mod s3;

use bytes::Bytes;

use crate::{Files, Key};

#[test]
fn a_key_is_the_hash_and_the_ending() {
    let key = Key::of(b"abc", "WebP!");
    assert_eq!(key.as_str(), "ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.webp");
    assert_eq!((key.hash().len(), key.ending()), (64, "webp"));
    assert_eq!(Key::parse(key.as_str()), Some(key.clone()));
    assert!(key.fits(b"abc") && !key.fits(b"abd"));
    assert_eq!(Key::of(b"", "../").ending(), "bin");
}

#[test]
fn what_is_no_key_is_not_read_as_one() {
    let hash = Key::of(b"abc", "webp").hash().to_owned();
    for text in [
        String::new(),
        "../../etc/passwd".into(),
        format!("bb/{hash}.webp"),
        format!("ba/{hash}"),
        format!("ba/{hash}."),
        format!("ba/{}.webp", hash.to_uppercase()),
        format!("ba/{hash}.webp/x"),
        format!("ba/{hash}.tar.gz"),
    ] {
        assert_eq!(Key::parse(&text), None, "{text}");
    }
}

/// Everything a store promises.
async fn keeps_its_promises(files: &Files) {
    files.check().await.unwrap();
    assert_eq!(files.list(None, 10).await.unwrap(), []);
    let key = files.put(Bytes::from_static(b"abc"), "txt").await.unwrap();
    assert_eq!(files.put(Bytes::from_static(b"abc"), "txt").await.unwrap(), key);
    assert_eq!(files.get(&key).await.unwrap().unwrap(), "abc");
    let stat = files.stat(&key).await.unwrap().unwrap();
    assert!(stat.bytes == 3 && stat.written_at.0 > 0, "{stat:?}");
    shares_by_name(files).await;
    lists_in_order(files).await;
    files.delete(&key).await.unwrap();
    files.delete(&key).await.unwrap();
    assert_eq!(files.get(&key).await.unwrap(), None);
    assert_eq!(files.stat(&key).await.unwrap(), None);
}

async fn shares_by_name(files: &Files) {
    assert_eq!(files.get_named("list.txt").await.unwrap(), None);
    for text in ["one", "one and two"] {
        files.put_named("list.txt", Bytes::from_static(text.as_bytes())).await.unwrap();
        assert_eq!(files.get_named("list.txt").await.unwrap().unwrap(), text);
    }
    assert_eq!(files.list(None, 10).await.unwrap().len(), 1, "what has a name is no file among the others");
}

async fn lists_in_order(files: &Files) {
    let mut keys = vec![Key::of(b"abc", "txt")];
    for number in 0..40 {
        keys.push(files.put(Bytes::from(format!("file {number}")), "bin").await.unwrap());
    }
    keys.sort();
    let (mut found, mut after) = (Vec::new(), None);
    loop {
        let page = files.list(after.as_ref(), 7).await.unwrap();
        let Some(last) = page.last() else { break };
        after = Some(last.key.clone());
        found.extend(page.into_iter().map(|stat| stat.key));
    }
    assert_eq!(found, keys);
}
