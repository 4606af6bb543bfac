//! A picture on its way out of the portal, in the format its name promises.

use std::io::Cursor;

use files::Files;
use image::{DynamicImage, ImageFormat};

use crate::{Picture, encode, serve};

/// The largest rendition as WebP, JPEG or PNG, by the ending of `name` (JPEG for any other). `None` when the file
/// store has lost it.
pub async fn carried(files: &Files, picture: &Picture, name: &str) -> anyhow::Result<Option<Vec<u8>>> {
    let Some(rendition) = picture.best(u32::MAX) else { return Ok(None) };
    let Some(bytes) = serve::bytes(files, &rendition.key).await? else { return Ok(None) };
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    if ending == "webp" {
        return Ok(Some(bytes.to_vec()));
    }
    let made = tokio::task::spawn_blocking(move || -> anyhow::Result<Vec<u8>> {
        let image = image::load_from_memory_with_format(&bytes, ImageFormat::WebP)?;
        if ending == "png" { png(&image) } else { Ok(encode::jpeg(&image, encode::FINE)?) }
    });
    made.await?.map(Some)
}

fn png(image: &DynamicImage) -> anyhow::Result<Vec<u8>> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Png)?;
    Ok(bytes.into_inner())
}
