//! What this room holds of somebody: shown to them, and gone with them.

use basics::Lang;
use db::Db;
use plugs::{Belongings, Whose};
use testkit::on_both;

use super::cast::{NOW, agreed, begun, person, signed};
use crate::{Form, Part, Subject, Use, deeds::COOLING, done, plugs::belongings::Stories};

async fn count(db: &Db, sql: &str) -> i64 {
    db.one(sql, &[], |row| row.get(0)).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_sees_what_is_held_of_them_and_leaves_nothing_behind() {
    on_both(async |db| {
        let neema = person(&db, "neema").await;
        let whole = begun(&db, Form::Profile, "Zthread", NOW).await;
        let id = whole.story.id.to_string();
        let mut subject = Subject::new(&id, "Zneema", Some(&neema), NOW);
        subject.cleared_at = Some(NOW);
        done!(db, add_person(&id, &subject, NOW)).unwrap();
        let whole = signed(&db, &id, NOW).await;
        agreed(&db, &whole, &[Use::Site], NOW).await;
        done!(db, publish(&id, NOW.plus(COOLING))).unwrap();
        let other = begun(&db, Form::News, "Market day", NOW).await;
        done!(db, assign(other.story.id.as_str(), &neema, Part::Author, "", NOW)).unwrap();
        let whose = Whose { account: "a", person: &neema };
        let held = Stories.gather(&db, whose, Lang::En).await.unwrap();
        let names: Vec<&str> = held.iter().map(|belonging| belonging.name).collect();
        assert_eq!(names, ["stories-about-me", "story-consents", "stories-i-work-on"]);
        assert_eq!(held[0].data[0]["called"], "Zneema");
        assert_eq!(held[1].data[0]["use"], "site");
        assert!(held[2].data[0]["text"]["source"].as_str().unwrap().contains("mango tree"));
        let mut tx = db.begin().await.unwrap();
        Stories.erase(&mut tx, whose, NOW.plus(COOLING)).await.unwrap();
        tx.commit().await.unwrap();
        for table in ["subjects", "consents", "editions", "story_terms"] {
            assert_eq!(count(&db, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
        assert_eq!(count(&db, "SELECT COUNT(*) FROM stories").await, 1, "what she only wrote stays, without her");
        let left = count(&db, &format!("SELECT COUNT(*) FROM story_roles WHERE person_id = '{neema}'")).await;
        assert_eq!(left, 0);
        assert!(Stories.gather(&db, whose, Lang::En).await.unwrap().is_empty());
    })
    .await;
}

/// Which part of a download tells of a table, or why none does.
const TABLES: [(&str, &str); 12] = [
    ("stories", "stories-about-me"),
    ("subjects", "stories-about-me"),
    ("story_codes", "stories-about-me"),
    ("consents", "story-consents"),
    ("story_roles", "stories-i-work-on"),
    ("tellings", "stories-i-work-on"),
    ("editions", "said of nobody alone: what was agreed to, by its hash in story-consents"),
    ("story_series", "names of series"),
    ("story_corrections", "public"),
    ("story_copies", "readers of feeds"),
    ("story_links", "addresses"),
    ("story_terms", "made from the others"),
];

#[test]
fn every_table_of_the_room_is_thought_of() {
    let own = |name: &str| name.starts_with("stor") || ["tellings", "editions", "subjects", "consents"].contains(&name);
    for table in db::TABLES.iter().filter(|table| own(table.name)) {
        assert!(TABLES.iter().any(|(name, _)| *name == table.name), "say what becomes of {}", table.name);
    }
}
