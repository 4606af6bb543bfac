//! Parts of pictures made unrecognisable.

use files::{Files, FilesSettings};
use image::{ImageFormat, RgbImage};

use super::made::{encoded, noise};
use crate::{ACROSS, Picture, blur, cut, put, squares_down};

async fn kept(files: &Files, pixels: RgbImage) -> Picture {
    let bytes = encoded(pixels, ImageFormat::Png);
    put(files, crate::hash(&bytes), cut(&bytes).unwrap()).await.unwrap()
}

fn files() -> (tempfile::TempDir, Files) {
    let folder = tempfile::tempdir().unwrap();
    let files = Files::open(&FilesSettings::Folder(folder.path().to_owned())).unwrap();
    (folder, files)
}

async fn pixels(files: &Files, picture: &Picture) -> RgbImage {
    let bytes = crate::bytes(files, &picture.best(u32::MAX).unwrap().key).await.unwrap().unwrap();
    image::load_from_memory(&bytes).unwrap().into_rgb8()
}

/// How far neighbours differ in a part of a picture, on average.
fn roughness(pixels: &RgbImage, across: std::ops::Range<u32>, down: std::ops::Range<u32>) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for y in down {
        for x in across.clone() {
            sum += f64::from(pixels.get_pixel(x, y)[1].abs_diff(pixels.get_pixel(x + 1, y)[1]));
            count += 1.0;
        }
    }
    sum / count
}

#[tokio::test]
async fn what_is_ticked_is_four_colours_and_the_rest_stays() {
    let (_folder, files) = files();
    let picture = kept(&files, noise(600, 600)).await;
    assert_eq!(squares_down(&picture), ACROSS);
    let blurred = blur(&files, &picture, &[1, 8]).await.unwrap().unwrap();
    assert_ne!(blurred.hash, picture.hash);
    let (before, after) = (pixels(&files, &picture).await, pixels(&files, &blurred).await);
    assert_eq!(after.dimensions(), before.dimensions());
    // Of the first square and of the eighth, the second in the second line, nothing is left but flat cells.
    for (x, y) in [(4, 4), (104, 104)] {
        assert!(roughness(&before, x..x + 40, y..y + 40) > 5.0);
        assert!(roughness(&after, x..x + 40, y..y + 40) < 1.0);
    }
    assert!(roughness(&after, 210..290, 210..290) > 5.0, "the rest is as it was");
    for rendition in &blurred.renditions {
        assert!(!picture.renditions.iter().any(|old| old.key == rendition.key), "no rendition is the old one");
    }
}

#[tokio::test]
async fn the_same_squares_make_the_same_picture_and_others_another() {
    let (_folder, files) = files();
    let picture = kept(&files, noise(90, 140)).await;
    assert_eq!(squares_down(&picture), 9);
    let hash = async |squares: &[u32]| blur(&files, &picture, squares).await.unwrap().unwrap().hash;
    assert_eq!(hash(&[1, 2]).await, hash(&[1, 2]).await);
    assert_ne!(hash(&[1, 2]).await, hash(&[1, 3]).await);
    // Squares that are not there change nothing and break nothing.
    assert!(blur(&files, &picture, &[0, 55, u32::MAX]).await.unwrap().is_ok());
}

#[tokio::test]
async fn a_picture_whose_file_is_lost_is_refused() {
    let ((_folder, files), (_other, empty)) = (files(), files());
    let picture = kept(&files, noise(60, 60)).await;
    assert!(blur(&empty, &picture, &[1]).await.unwrap().is_err());
}
