//! The index does what the change feed says.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use async_trait::async_trait;
use basics::At;
use db::Db;
use plugs::{SearchDoc, SearchSource};
use tempfile::TempDir;

use super::{ids, person, query};
use crate::{
    Index, follow,
    index::{Mark, writer::Writer},
    rebuild,
};
use plugs::Finder;

/// A room whose table is a map.
#[derive(Default)]
struct Room {
    docs: Mutex<BTreeMap<String, SearchDoc>>,
    broken: AtomicBool,
}

#[async_trait]
impl SearchSource for Room {
    fn topic(&self) -> &'static str {
        "people"
    }

    fn kinds(&self) -> &'static [&'static str] {
        &["person"]
    }

    async fn document(&self, _: &Db, id: &str) -> anyhow::Result<Option<SearchDoc>> {
        anyhow::ensure!(!self.broken.load(Ordering::Relaxed) || id != "odd", "an odd row");
        Ok(self.docs.lock().unwrap().get(id).cloned())
    }

    async fn documents(
        &self,
        _: &Db,
        after: Option<&str>,
        limit: i64,
    ) -> anyhow::Result<(Vec<SearchDoc>, Option<String>)> {
        let docs = self.docs.lock().unwrap();
        let later = docs.iter().filter(|(id, _)| after.is_none_or(|after| id.as_str() > after));
        let page: Vec<SearchDoc> = later.take(limit as usize).map(|(_, doc)| doc.clone()).collect();
        let last = page.last().map(|doc| doc.id.clone());
        Ok((page, last))
    }
}

struct Node {
    folder: TempDir,
    db: Db,
    room: Arc<Room>,
}

impl Node {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let db = Db::open(None, folder.path()).await.unwrap();
        Self { folder, db, room: Arc::default() }
    }

    async fn start(&self, data: &str) -> Arc<Index> {
        let index = Index::open(&self.folder.path().join(data), "test").unwrap();
        let position = changes::follow(self.db.clone()).await.unwrap();
        tokio::spawn(follow(Arc::clone(&index), self.db.clone(), self.sources(), position));
        index
    }

    fn sources(&self) -> Vec<Arc<dyn SearchSource>> {
        vec![Arc::clone(&self.room) as Arc<dyn SearchSource>]
    }

    async fn write(&self, doc: SearchDoc) -> i64 {
        let id = doc.id.clone();
        self.room.docs.lock().unwrap().insert(id.clone(), doc);
        self.announce("people", &[&id]).await
    }

    async fn hide(&self, id: &str) -> i64 {
        self.room.docs.lock().unwrap().remove(id);
        self.announce("people", &[id]).await
    }

    async fn announce(&self, topic: &str, ids: &[&str]) -> i64 {
        self.say(topic, ids, "written").await
    }

    async fn erase(&self, id: &str) -> i64 {
        self.room.docs.lock().unwrap().remove(id);
        self.say("people", &[id], changes::ERASED).await
    }

    async fn say(&self, topic: &str, ids: &[&str], what: &str) -> i64 {
        let mut tx = self.db.begin().await.unwrap();
        let position = changes::announce_all(&mut tx, topic, ids, what, At(0)).await.unwrap();
        tx.commit().await.unwrap();
        position
    }
}

async fn reach(index: &Index, position: i64) {
    let started = Instant::now();
    while index.position() < position || !index.is_complete() {
        assert!(started.elapsed() < Duration::from_secs(20), "the index stands at {}", index.position());
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

async fn found(index: &Index, text: &str) -> Vec<String> {
    ids(index.find(&query(text)).await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_person_is_found_and_a_hidden_one_gone_within_a_second_on_every_node() {
    let node = Node::new().await;
    let nodes = [node.start("one").await, node.start("two").await];
    for index in &nodes {
        reach(index, 0).await;
    }
    let started = Instant::now();
    let position = node.write(person("a", "Amina Uwase", "Potter")).await;
    for index in &nodes {
        reach(index, position).await;
        assert_eq!(found(index, "amina").await, ["a"]);
    }
    let position = node.hide("a").await;
    for index in &nodes {
        reach(index, position).await;
        assert!(found(index, "amina").await.is_empty());
        let missed = index.find(&query("amima")).await.unwrap();
        assert_eq!(missed.did_you_mean, None, "a hidden name is not even suggested");
        assert_eq!(index.counts(basics::Viewer::Stranger, &[], &[]).await.unwrap().total, 0);
    }
    assert!(started.elapsed() < Duration::from_secs(2), "{:?} for both", started.elapsed());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changed_while_the_node_was_down_is_caught_up() {
    let node = Node::new().await;
    let index = node.start("one").await;
    let position = node.write(person("a", "Amina Uwase", "")).await;
    reach(&index, position).await;
    let position = node.write(person("a", "Amina Ishimwe", "")).await;
    let position = node.announce("pages", &["about"]).await.max(position);
    reach(&index, position).await;
    assert_eq!(found(&index, "uwase").await, Vec::<String>::new());
    assert_eq!(found(&index, "ishimwe").await, ["a"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_cannot_be_made_leaves_and_does_not_hold_up_others() {
    let node = Node::new().await;
    let index = node.start("one").await;
    node.write(person("odd", "Odd", "")).await;
    reach(&index, 1).await;
    node.room.broken.store(true, Ordering::Relaxed);
    node.room.docs.lock().unwrap().insert("a".into(), person("a", "Amina", ""));
    let position = node.announce("people", &["odd", "a"]).await;
    reach(&index, position).await;
    assert_eq!((found(&index, "odd").await.len(), found(&index, "amina").await.len()), (0, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn many_changes_at_once_are_taken_together() {
    let node = Node::new().await;
    let index = node.start("one").await;
    let names: Vec<String> = (0..3000).map(|n| format!("p{n:04}")).collect();
    for id in &names {
        node.room.docs.lock().unwrap().insert(id.clone(), person(id, &format!("Person {id}"), ""));
    }
    let subjects: Vec<&str> = names.iter().map(String::as_str).collect();
    let position = node.announce("people", &subjects).await;
    reach(&index, position).await;
    assert_eq!(index.find(&query("person")).await.unwrap().total, 3000);
    node.announce("people", &subjects).await;
    reach(&index, position * 2).await;
    assert_eq!(index.documents(), 3000, "each stands once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_rebuild_says_how_far_it_is_and_waits_for_no_running_portal() {
    let node = Node::new().await;
    for n in 0..2500 {
        let id = format!("p{n:04}");
        node.room.docs.lock().unwrap().insert(id.clone(), person(&id, "Amina", ""));
    }
    let index = Index::open(&node.folder.path().join("one"), "test").unwrap();
    let mut heard = Vec::new();
    let done = rebuild(&index, &node.db, &node.sources(), &mut |done| heard.push(done)).await.unwrap();
    assert_eq!((done, index.documents(), index.is_complete()), (2500, 2500, true));
    assert_eq!(heard, [1000, 2000, 2500, 2500]);
    let again = rebuild(&index, &node.db, &node.sources(), &mut |_| {}).await.unwrap();
    assert_eq!((again, index.documents()), (2500, 2500));
    drop(index);
    let running = node.start("one").await;
    node.announce("people", &["p0001"]).await;
    reach(&running, 1).await;
    assert!(rebuild(&running, &node.db, &node.sources(), &mut |_| {}).await.is_err());
}

/// Whether anything of this id or word is in any file of the index: as bytes, which the ids are kept as, or in a
/// dictionary of words, which is packed.
fn holds(index: &Index, word: &str) -> bool {
    let files: Vec<_> = std::fs::read_dir(index.folder()).unwrap().flatten().collect();
    let mut read = files.iter().filter_map(|file| std::fs::read(file.path()).ok());
    read.any(|file| file.windows(word.len()).any(|part| part == word.as_bytes())) || dictionaries(index, word)
}

/// Whether a segment knows the word, be it of deleted documents only.
fn dictionaries(index: &Index, word: &str) -> bool {
    let files = tantivy::Index::open_in_dir(index.folder()).unwrap();
    let indexed = |segment: &tantivy::SegmentReader, field| {
        let terms = segment.inverted_index(field).unwrap();
        let mut terms = terms.terms().stream().unwrap();
        while terms.advance() {
            if String::from_utf8_lossy(terms.key()).contains(word) {
                return true;
            }
        }
        false
    };
    let fields: Vec<_> =
        files.schema().fields().filter(|(_, entry)| entry.is_indexed()).map(|(field, _)| field).collect();
    let searcher = files.reader().unwrap().searcher();
    searcher.segment_readers().iter().any(|segment| fields.iter().any(|field| indexed(segment, *field)))
}

async fn until_gone(index: &Index, word: &str) {
    let started = Instant::now();
    while holds(index, word) {
        assert!(started.elapsed() < Duration::from_secs(20), "{word} is still in the files");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_somebody_erased_no_byte_is_left_in_any_file() {
    let node = Node::new().await;
    let index = node.start("one").await;
    for n in 0..300 {
        node.room.docs.lock().unwrap().insert(format!("p{n:03}"), person(&format!("p{n:03}"), "Amina", "Sings"));
    }
    let names: Vec<String> = (0..300).map(|n| format!("p{n:03}")).collect();
    node.announce("people", &names.iter().map(String::as_str).collect::<Vec<_>>()).await;
    let position = node.write(person("zz-0815", "Zuzuluka Uwase", "Weaves kwijibasket")).await;
    reach(&index, position).await;
    let all = ["zz-0815", "zuzuluka", "kwijibasket"];
    assert!(all.iter().all(|word| holds(&index, word)));

    let position = node.hide("zz-0815").await;
    reach(&index, position).await;
    assert!(all.iter().any(|word| holds(&index, word)), "hidden is not erased");
    let position = node.erase("zz-0815").await;
    reach(&index, position).await;
    for word in all {
        until_gone(&index, word).await;
    }
    assert!(index.tidied().unwrap(), "files of segments that are gone are gone");
    assert_eq!((index.documents(), found(&index, "amina").await.len()), (300, 50));

    let position = node.write(person("after", "Keza", "")).await;
    reach(&index, position).await;
    assert_eq!(found(&index, "keza").await, ["after"], "the follower goes on");
}

#[tokio::test(flavor = "multi_thread")]
async fn erasing_that_was_cut_short_is_taken_up_again() {
    let folder = tempfile::tempdir().unwrap();
    let index = Index::open(folder.path(), "test").unwrap();
    let mut writer = Writer::building(Arc::clone(&index)).unwrap();
    writer.add("people", &person("a", "Amina", "")).unwrap();
    writer.add("people", &person("z", "Zuzuluka", "")).unwrap();
    writer.commit(2, true).unwrap();
    writer.delete("people", "z");
    writer.mark(Mark { origin: "test".into(), position: 3, complete: true, erasing: true }).unwrap();
    assert!(holds(&index, "zuzuluka"));
    // A merge that was cut short may leave a file that nothing knows of.
    let lost = index.folder().join(format!("{}.term", "0f".repeat(16)));
    std::fs::write(&lost, "zuzuluka").unwrap();
    drop((writer, index));

    let index = Index::open(folder.path(), "test").unwrap();
    assert_eq!((index.position(), index.is_complete()), (3, true));
    drop(Writer::following(Arc::clone(&index)).unwrap());
    assert!(!holds(&index, "zuzuluka") && holds(&index, "amina") && !lost.exists());
    assert_eq!(index.documents(), 1);
}
