//! Files that were sent before their form, and files that are held until a form is right.

use bytes::Bytes;
use web::{Cx, Result};

use super::{
    Declined,
    memory::Share,
    parts, quota,
    received::{Came, File},
    store::{self, Upload},
    uploads::{KEPT, Settings},
};

/// The end of the name of a field that names an upload: `portrait_upload` of `portrait`.
const UPLOAD: &str = "_upload";

/// Declines files that came with the form and are more than the person may bring, and writes down the others.
pub(super) async fn measure(cx: &Cx, files: &mut [(String, File)]) -> Result<()> {
    let (person, settings) = (&cx.signed()?.person, Settings::of(&cx.portal));
    for (_, file) in files {
        let File::Whole { bytes, .. } = file else { continue };
        if let Err(declined) = bring(cx, person, &settings, bytes).await? {
            *file = File::Declined(declined);
        }
    }
    Ok(())
}

async fn bring(cx: &Cx, person: &str, settings: &Settings, bytes: &Bytes) -> Result<std::result::Result<(), Declined>> {
    if !quota::disk_takes(&cx.portal, settings) {
        return Ok(Err(Declined::NoRoom));
    }
    let (hash, length) = (hash_aside(bytes.clone()).await?, bytes.len() as u64);
    let mut tx = cx.portal.db.begin().await?;
    // A form that is sent once more brings nothing new.
    if !store::has_brought(&mut tx, person, &hash, cx.now.plus(-KEPT)).await?
        && let Err(declined) = quota::admits(&mut tx, settings, person, length, cx.now).await?
    {
        return Ok(Err(declined));
    }
    store::bring(&mut tx, person, &hash, length, cx.now).await?;
    tx.commit().await?;
    Ok(Ok(()))
}

/// Away from the threads that answer requests.
async fn hash_aside(bytes: Bytes) -> Result<String> {
    let hash = tokio::task::spawn_blocking(move || crate::hash(&bytes)).await;
    hash.map_err(|error| web::Error::Internal(error.into()))
}

/// Fetches the files that fields name; one that came with the form itself goes before.
pub(super) async fn fetch(cx: &Cx, came: &mut Came) -> Result<()> {
    let Came { texts, files } = &mut *came;
    texts.retain(|(name, _)| name.strip_suffix(UPLOAD).is_none_or(|field| files.iter().all(|(name, _)| name != field)));
    let named: Vec<(String, String)> = texts
        .iter()
        .filter(|(_, id)| !id.is_empty())
        .filter_map(|(name, id)| Some((name.strip_suffix(UPLOAD)?.to_owned(), id.clone())))
        .collect();
    for (field, id) in named {
        came.files.push((field, file(cx, &id).await?));
    }
    Ok(())
}

async fn file(cx: &Cx, id: &str) -> Result<File> {
    let (db, person) = (&cx.portal.db, &cx.signed()?.person);
    let Some(upload) = store::find(db, person, id).await? else { return Ok(File::Declined(Declined::Gone)) };
    if !upload.is_whole() || upload.ends_at < cx.now {
        return Ok(File::Declined(Declined::Gone));
    }
    let mut share = Share::default();
    if !share.grow(upload.bytes) {
        return Ok(File::Declined(Declined::Busy));
    }
    let bytes = parts::whole(db, &cx.portal.files, &upload).await?;
    let hash = hash_aside(bytes.clone()).await?;
    let mut tx = db.begin().await?;
    store::bring(&mut tx, person, &hash, upload.bytes, cx.now).await?;
    store::take(&mut tx, id).await?;
    tx.commit().await?;
    Ok(File::Whole { bytes, _share: share })
}

/// Makes uploads of the files that came with the form.
pub(super) async fn hold(cx: &Cx, came: &mut Came) -> Result<()> {
    let person = &cx.signed()?.person;
    for (field, file) in &came.files {
        let named = format!("{field}{UPLOAD}");
        let held = came.texts.iter().any(|(name, id)| *name == named && !id.is_empty());
        let File::Whole { bytes, .. } = file else { continue };
        if held || bytes.is_empty() {
            continue;
        }
        let id = held_upload(cx, person, bytes).await?;
        came.texts.retain(|(name, _)| *name != named);
        came.texts.push((named, id));
    }
    Ok(())
}

/// It has been counted as brought, so it counts as taken.
async fn held_upload(cx: &Cx, person: &str, bytes: &Bytes) -> Result<String> {
    let mut upload = Upload::new(person, bytes.len() as u64, cx.now.plus(KEPT));
    upload.taken = true;
    let mut tx = cx.portal.db.begin().await?;
    store::insert(&mut tx, &upload, cx.now).await?;
    tx.commit().await?;
    parts::keep(&cx.portal.db, &cx.portal.files, &mut upload, bytes, cx.now).await?;
    Ok(upload.id)
}
