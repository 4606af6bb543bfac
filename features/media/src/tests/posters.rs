//! The picture that stands for a page elsewhere.

use bytes::Bytes;
use image::RgbImage;

use super::{
    clean::only_pixels,
    made::{encoded, jpeg, noise},
};
use crate::{Poster, Posters};

fn poster() -> Poster {
    Poster {
        name: "Amina Uwase".into(),
        handle: "amina".into(),
        facts: "Potter · Dzaleka".into(),
        line: "I make water jars and teach others how to fire them.".into(),
        site: "Dzaleka Connect".into(),
        portrait: Some(jpeg(640, 800).into()),
    }
}

fn drawn(poster: &Poster) -> RgbImage {
    let bytes = poster.draw().unwrap();
    assert!(bytes.len() <= 150 * 1024, "{} bytes", bytes.len());
    only_pixels(&bytes, "Zmkanari").unwrap();
    image::load_from_memory(&bytes).unwrap().into_rgb8()
}

/// Dark pixels where the words stand.
fn ink(image: &RgbImage) -> usize {
    let dark = |x, y| image.get_pixel(x, y).0.iter().all(|value| *value < 120);
    (500..1200).flat_map(|x| (40..560).map(move |y| (x, y))).filter(|(x, y)| dark(*x, *y)).count()
}

#[test]
fn it_has_the_size_and_weight_that_previews_take() {
    let image = drawn(&poster());
    assert_eq!(image.dimensions(), (1200, 630));
    assert!(ink(&image) > 5000, "{}", ink(&image));
    if let Ok(folder) = std::env::var("POSTERS") {
        std::fs::write(format!("{folder}/portrait.jpg"), poster().draw().unwrap()).unwrap();
        let plain = Poster { portrait: None, line: String::new(), ..poster() };
        std::fs::write(format!("{folder}/plain.jpg"), plain.draw().unwrap()).unwrap();
    }
}

#[test]
fn even_a_picture_of_noise_keeps_to_the_weight() {
    let noisy = encoded(noise(640, 960), image::ImageFormat::Jpeg);
    drawn(&Poster { portrait: Some(noisy.into()), ..poster() });
}

#[test]
fn words_of_any_length_stay_inside() {
    let long = "Nyirahabimana ".repeat(30);
    let image = drawn(&Poster { name: long.clone(), line: long.repeat(9), facts: long, portrait: None, ..poster() });
    let edge = (1190..1200).flat_map(|x| (0..560).map(move |y| (x, y)));
    assert!(edge.into_iter().all(|(x, y)| image.get_pixel(x, y).0.iter().all(|value| *value > 200)));
    let endless = "x".repeat(5000);
    drawn(&Poster { name: endless.clone(), line: endless, ..poster() });
}

#[test]
fn a_name_in_letters_that_the_font_has_not_gives_way_to_the_handle() {
    let ethiopic = drawn(&Poster { name: "ሰላም".into(), portrait: None, ..poster() });
    let handle = drawn(&Poster { name: "amina".into(), portrait: None, ..poster() });
    assert_eq!(ink(&ethiopic), ink(&handle));
    let empty =
        drawn(&Poster {
            name: String::new(), line: "መልካም".into(), facts: "🎨".into(), portrait: None, ..poster()
        });
    assert!(ink(&empty) > 1000);
}

#[test]
fn letters_of_the_languages_here_are_drawn() {
    let plain = ink(&drawn(&Poster { name: "Lingala".into(), ..poster() }));
    let marked = ink(&drawn(&Poster { name: "Lingála ɔ́ɛ́ ŋ é ç œ".into(), ..poster() }));
    assert!(marked > plain);
}

#[tokio::test]
async fn what_says_the_same_is_drawn_once() {
    let posters = Posters::default();
    let first = posters.get(poster()).await.unwrap();
    let again = posters.get(poster()).await.unwrap();
    assert_eq!(first.as_ptr(), again.as_ptr());
    let other = Poster { line: "I teach.".into(), ..poster() };
    assert_ne!(posters.get(other).await.unwrap(), first);
    let another = Poster { portrait: Some(Bytes::from(jpeg(640, 640))), ..poster() };
    assert_ne!(another.hash(), poster().hash());
}
