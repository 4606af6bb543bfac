//! Stories and news from folders: drafts for the editors, and back as they came.

use basics::Lang;
use plugs::{Document, Given, Outcome, Portable};
use serde_json::json;
use testkit::on_both;

use super::cast::{NOW, content};
use crate::{Form, done, plugs::portable::Folders, state::State, store};

fn document(before: Option<String>, body: &str) -> Document {
    let fields = json!({ "title": "The thread listens", "category": "Interviews", "phone": "0991 000 111" });
    let public = json!({ "title": "The thread listens", "category": "Interviews" });
    Document {
        path: "stories/thread.md".into(),
        collection: "stories",
        folder_word: "interviews".into(),
        slug: "thread".into(),
        fields: fields.as_object().unwrap().clone(),
        public_fields: public.as_object().unwrap().clone(),
        body: body.into(),
        hash: "h".into(),
        before,
        ..Document::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_imported_story_is_a_draft_and_leaves_as_it_came() {
    on_both(async |db| {
        let take = async |before: Option<String>, body: &str| {
            let mut tx = db.begin().await.unwrap();
            let taken = Folders.take(&mut tx, &mut document(before, body), NOW).await.unwrap();
            tx.commit().await.unwrap();
            taken
        };
        let taken = take(None, "Q: Why?\n\nA: Because of the thread.").await;
        assert_eq!(taken.outcome, Outcome::Imported);
        let id = taken.subject.strip_prefix("stories:").unwrap().to_owned();
        let whole = store::whole::find(&db, &id).await.unwrap().unwrap();
        assert_eq!((whole.story.state(), whole.story.form), (State::Draft, Form::Interview));
        let (given, _) = Folders.give(&db, None, 10).await.unwrap();
        let [Given { path, fields, body, .. }] = &given[..] else { panic!("{given:?}") };
        assert_eq!(
            (path.as_str(), fields.len(), body.as_str()),
            ("stories/thread.md", 3, "Q: Why?\n\nA: Because of the thread.")
        );
        // A newer file is taken while nobody has worked on it, and not after.
        assert_eq!(take(Some(taken.subject.clone()), "Newer words.").await.outcome, Outcome::Imported);
        done!(db, submit(&id, NOW)).unwrap();
        done!(db, write(&id, (Form::Interview, None), content("Ours"), NOW)).unwrap();
        assert_eq!(take(Some(taken.subject.clone()), "Newest words.").await.outcome, Outcome::Unchanged);
        let telling = store::tellings::find(&db, &id, Lang::En.tag()).await.unwrap().unwrap();
        assert_eq!(telling.content.title, "Ours");
        let (given, _) = Folders.give(&db, None, 10).await.unwrap();
        assert_eq!(given[0].fields["state"], "review");
        assert!(given[0].fields.get("phone").is_none());
    })
    .await;
}
