//! A portrait on its way through the form, as a browser without script sends it: a real JPEG.

use basics::{Audience, Level};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use testkit::{Answer, on_both};

use super::{
    super::{
        cast::node,
        door::{cookie_of, member},
    },
    Owner,
};

/// Wider than every size we make, and no two squares of it alike.
fn photo() -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    let image = RgbImage::from_fn(1500, 1000, |x, y| Rgb([(x / 6) as u8, (y / 4) as u8, ((x + y) / 10) as u8]));
    DynamicImage::ImageRgb8(image).write_to(&mut bytes, ImageFormat::Jpeg).unwrap();
    bytes.into_inner()
}

async fn send(owner: &Owner<'_>, fields: &[(&str, &str)], photo: &[u8]) -> Answer {
    let mut body = Vec::new();
    for (name, value) in fields {
        let field = format!("--fence\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(field.as_bytes());
    }
    body.extend_from_slice(b"--fence\r\nContent-Disposition: form-data; name=\"portrait\"; filename=\"me.jpg\"\r\n");
    body.extend_from_slice(b"Content-Type: image/jpeg\r\n\r\n");
    body.extend_from_slice(photo);
    body.extend_from_slice(b"\r\n--fence--\r\n");
    let cookie = cookie_of(member(&owner.id, Level::Member, &[]), &owner.id);
    let ask = owner.house.ask("POST", "/me/page/portrait").cookie(&cookie).header("sec-fetch-site", "same-origin");
    ask.header("content-type", "multipart/form-data; boundary=fence").body(body).send().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_becomes_the_portrait_and_every_size_of_it_is_there_at_once() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let owner = Owner::join(&house, &db, "amina").await;
        owner.save("name", &[("name", "Amina")], Audience::Everyone).await;
        let fields = [("alt", "Amina at her wheel"), ("to", "everyone"), ("then", "list")];
        let answer = send(&owner, &fields, &photo()).await;
        assert_eq!((answer.status, answer.header("location")), (303, "/me/page?done=saved"), "{}", answer.text());
        let cut = owner.person().await.fields.portrait.unwrap().is.cut;
        let sizes: Vec<(u32, u32)> = cut.whole().map(|rendition| (rendition.width, rendition.height)).collect();
        assert_eq!(sizes, [(192, 128), (320, 213), (640, 427), (1280, 853)]);
        assert_eq!(cut.jpeg().map(|jpeg| (jpeg.width, jpeg.height)), Some((640, 427)));
        for rendition in &cut.renditions {
            let seen = owner.get(&rendition.src()).await;
            assert_eq!((seen.status, seen.body.len() as u64), (200, rendition.bytes), "no job comes first");
            let seen = image::load_from_memory(&seen.body).unwrap();
            assert_eq!((seen.width(), seen.height()), (rendition.width, rendition.height), "what is said is so");
        }
        let page = owner.get("/people/amina").await;
        let each: Vec<String> = cut.whole().take(3).map(|cut| format!("{} {}w", cut.src(), cut.width)).collect();
        let drawn = format!("srcset=\"{}\"", each.join(", "));
        assert!(page.contains(&drawn), "{drawn} in {}", page.text());
        assert!(page.contains("width=\"640\" height=\"427\" alt=\"Amina at her wheel\""));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_without_words_comes_only_once() {
    on_both(async |db| {
        let house = node(db.clone()).await;
        let owner = Owner::join(&house, &db, "amina").await;
        let answer = send(&owner, &[("to", "everyone"), ("then", "list")], &photo()).await;
        assert_eq!(answer.status, 422);
        let arrived = answer.text().split("name=\"arrived\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let fields = [("arrived", arrived), ("alt", "Amina"), ("to", "everyone"), ("then", "list")];
        assert_eq!(owner.post("/me/page/portrait", &fields).await.status, 303);
        assert_eq!(owner.person().await.fields.portrait.unwrap().is.cut.hash, arrived);
    })
    .await;
}
