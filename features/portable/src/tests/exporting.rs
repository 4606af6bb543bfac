//! What goes out comes in again as it was.

use std::{collections::BTreeMap, fs, io::Cursor};

use image::{DynamicImage, ImageFormat};
use proptest::prelude::*;
use tokio::runtime::Runtime;

use super::house::House;

/// Collection, slug, fields and body of everything held, whatever its path.
async fn content(house: &House) -> BTreeMap<[String; 2], [String; 2]> {
    let held = house.held().await;
    held.into_iter().map(|[_, collection, slug, _, fields, body]| ([collection, slug], [fields, body])).collect()
}

/// What a house without a past makes of this one's export.
async fn elsewhere(house: &House) -> House {
    house.export().await.unwrap();
    let mut other = House::new().await;
    other.site.clone_from(&house.out);
    let report = other.import().await;
    assert!(!report.has_refusals(), "{report}");
    other
}

#[tokio::test]
async fn an_export_imports_to_the_same() {
    let house = House::with(&[
        (
            "stories/amina.md",
            "---\ntitle: Amina: a painter\nphone: 0991234567\nyear: 2020\n---\nShe\u{a0}paints — â€“ all day.",
        ),
        ("jobs.json", r#"[{"title": "Tailor", "n": 1.5, "tags": ["a", null]}, {"title": "lorem ipsum"}]"#),
        ("events/fair.html", "<p>Fair <b>day</b></p>"),
        ("news/fr/marche.md", "---\ntitle: Marché\n---\nTexte"),
    ])
    .await;
    house.import().await;
    assert_eq!(content(&elsewhere(&house).await).await, content(&house).await);
}

#[tokio::test]
async fn pictures_go_out_under_the_names_documents_use() {
    let house = House::with(&[("stories/one.md", "---\ntitle: One\nimage: /images/a b.jpg\n---\nText")]).await;
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(60, 40).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    house.write("static/images/a b.jpg", bytes.into_inner());
    house.import().await;
    let other = elsewhere(&house).await;
    let exported = fs::read(house.out.join("media/images/a b.jpg")).unwrap();
    assert_eq!(image::guess_format(&exported).unwrap(), ImageFormat::Jpeg);
    assert_eq!(other.db.one("SELECT COUNT(*) FROM pictures", &[], |row| row.get::<i64>(0)).await.unwrap(), 1);
}

#[tokio::test]
async fn two_documents_may_wish_for_one_name() {
    let house = House::with(&[("stories/a/one.md", "First"), ("stories/b/one.md", "Second")]).await;
    house.import().await;
    assert_eq!(house.export().await.unwrap().documents, 2);
    assert!(house.out.join("stories/one.md").is_file() && house.out.join("stories/one-2.md").is_file());
}

#[tokio::test]
async fn a_folder_that_holds_something_else_is_left_alone() {
    let house = House::with(&[("stories/a.md", "One")]).await;
    house.import().await;
    fs::create_dir_all(&house.out).unwrap();
    fs::write(house.out.join("mine.txt"), "mine").unwrap();
    assert!(house.export().await.unwrap_err().to_string().contains("other files"));
    assert_eq!(fs::read_dir(&house.out).unwrap().count(), 1);
}

#[tokio::test]
async fn a_second_export_brings_the_folder_up_to_date() {
    let house = House::with(&[("stories/a.md", "One"), ("stories/b.md", "Two")]).await;
    house.import().await;
    house.export().await.unwrap();
    house.db.exec("DELETE FROM held WHERE slug = 'a'", &[]).await.unwrap();
    let exported = house.export().await.unwrap();
    assert_eq!((exported.documents, exported.removed), (1, 1));
    assert!(!house.out.join("stories/a.md").exists() && house.out.join("stories/b.md").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    #[test]
    fn whatever_was_imported_survives_the_way_out_and_in(title in "[\\PC\n]{0,30}", word in "\\PC{0,20}", body in "[\\PC\n\t]{0,80}") {
        let data = serde_json::json!([{ "title": title, "note": word, "nested": { "list": [word, 1, true, null] }, "body": body }]);
        Runtime::new().unwrap().block_on(async {
            let house = House::with(&[("stories.json", &data.to_string())]).await;
            house.import().await;
            assert_eq!(content(&elsewhere(&house).await).await, content(&house).await);
        });
    }
}
