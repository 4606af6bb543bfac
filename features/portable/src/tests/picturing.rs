//! Pictures that documents name.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat};

use super::house::House;

fn jpeg() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::new_rgb8(60, 40).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

async fn media_of(house: &House, path: &str) -> Vec<(String, String)> {
    let sql = "SELECT media FROM held WHERE path = $1";
    let media: String = house.db.one(sql, db::params![path], |row| row.get(0)).await.unwrap();
    serde_json::from_str(&media).unwrap()
}

#[tokio::test]
async fn pictures_are_found_where_sites_keep_them() {
    for (place, named) in [
        ("static/images/a.jpg", "/images/a.jpg"),
        ("public/a.jpg", "/a.jpg"),
        ("stories/a.jpg", "./a.jpg"),
        ("images/1 (1).jpeg", "images/1%20(1).jpeg"),
        ("images/1_eVk2 (1).jpeg", "images/1_eVk2 (1).jpeg"),
        ("src/assets/a.jpg", "a.jpg?v=2"),
        ("images/a.jpg", "../images/a.jpg"),
    ] {
        let house =
            House::with(&[("stories/one.md", &format!("---\ntitle: One\nimage: \"{named}\"\n---\nText"))]).await;
        house.write(place, jpeg());
        let report = house.import().await;
        assert_eq!(media_of(&house, "stories/one.md").await.len(), 1, "{named} at {place}: {report}");
        assert_eq!(report.summary.pictures, 1);
    }
}

#[tokio::test]
async fn pictures_in_the_body_are_taken_too() {
    let house =
        House::with(&[("stories/one.md", "Look: ![a pot](images/pot.jpg)\n\n<img src=\"images/pot.jpg\">")]).await;
    house.write("images/pot.jpg", jpeg());
    house.import().await;
    assert_eq!(media_of(&house, "stories/one.md").await[0].0, "images/pot.jpg");
}

#[tokio::test]
async fn what_cannot_be_taken_is_reported_and_refuses_nothing() {
    let text = "---\ntitle: One\nimage: https://example.org/a.jpg\nphoto: gone.png\ncover: broken.jpg\n---\n\
                ![x](https://example.org/b.jpg) ![y](../../../etc/x.png)";
    let house = House::with(&[("stories/one.md", text)]).await;
    house.write("broken.jpg", &jpeg()[..100]);
    let report = house.import().await;
    let why = |field: &str| {
        let repairs = &report.of("stories/one.md").repairs;
        repairs
            .iter()
            .filter(|repair| repair.field == field)
            .map(|repair| repair.why.clone())
            .collect::<Vec<_>>()
            .join("|")
    };
    assert!(why("image").contains("remote picture not taken"), "{report}");
    assert!(why("photo").contains("not found"), "{report}");
    assert!(why("cover").contains("damaged"), "{report}");
    assert!(why("body").contains("remote") && why("body").contains("not found"), "{report}");
    assert_eq!(report.summary.held, 1);
}

#[tokio::test]
async fn a_picture_named_often_is_kept_once() {
    let house = House::new().await;
    for number in 0..5 {
        house.write(&format!("stories/story {number}.md"), format!("---\ntitle: T{number}\nimage: /a.jpg\n---\nText"));
    }
    house.write("static/a.jpg", jpeg());
    assert_eq!(house.import().await.summary.pictures, 1);
    assert_eq!(house.db.one("SELECT COUNT(*) FROM pictures", &[], |row| row.get::<i64>(0)).await.unwrap(), 1);
}

#[tokio::test]
async fn a_picture_that_appears_later_is_taken_by_the_next_run() {
    let house = House::with(&[("stories/one.md", "---\ntitle: One\nimage: a.jpg\n---\nText")]).await;
    house.import().await;
    house.write("a.jpg", jpeg());
    let report = house.import().await;
    assert_eq!((report.summary.unchanged, report.summary.pictures), (0, 1), "{report}");
    assert_eq!(house.import().await.summary.unchanged, 1);
}
