//! `dzaleka doctor`: looks at everything the portal stands on, and says what to do.

use std::path::Path;

use config::Loaded;
use db::Db;
use files::{Files, FilesSettings};

use crate::{Ended, house};

/// A disk fuller than this refuses pictures (safety.md, *Uploads*).
const FULL: u64 = 85;

/// What was looked at, and what is wrong with it if anything.
struct Finding {
    what: &'static str,
    said: String,
    wrong: bool,
}

pub async fn run(loaded: &Loaded) -> anyhow::Result<Ended> {
    let settings = &loaded.settings;
    let mut findings = vec![settings_finding(loaded), folder(&settings.data), disk(&settings.data)];
    let database = Db::open(settings.database.as_ref().map(|url| url.reveal()), &settings.data).await;
    match &database {
        Ok(db) => {
            findings.push(good(
                "database",
                format!("{} answers; {} changes so far", db.engine_name(), changes::last(db).await?),
            ));
            findings.push(index(&settings.data, db).await);
            findings.push(outbox(settings, db).await);
        }
        Err(error) => findings.push(bad("database", error.to_string())),
    }
    findings.push(pictures(settings).await);
    for finding in &findings {
        println!("{} {:<9} {}", if finding.wrong { "✗" } else { "✓" }, finding.what, finding.said);
    }
    let wrong = findings.iter().filter(|finding| finding.wrong).count();
    if wrong == 0 {
        println!("\nAll is well.");
        return Ok(Ended::Fine);
    }
    println!("\n{wrong} of {} need a look.", findings.len());
    Ok(Ended::WithFindings)
}

fn good(what: &'static str, said: impl Into<String>) -> Finding {
    Finding { what, said: said.into(), wrong: false }
}

fn bad(what: &'static str, said: impl Into<String>) -> Finding {
    Finding { what, said: said.into(), wrong: true }
}

fn settings_finding(loaded: &Loaded) -> Finding {
    let settings = &loaded.settings;
    let open = !settings.listen.ip().is_loopback();
    match &settings.base_url {
        None if open => bad(
            "settings",
            format!(
                "the portal listens on {} but has no base_url, so links in previews and feeds point at that address. Set base_url to what readers type",
                settings.listen
            ),
        ),
        Some(url) if url.starts_with("http://") && open => bad(
            "settings",
            format!(
                "base_url is {url}: without https anybody between the reader and the portal can read along. Put a proxy with a certificate before it"
            ),
        ),
        _ => good(
            "settings",
            loaded.file.as_ref().map_or_else(
                || "no settings file; defaults, environment and flags".into(),
                |file| format!("from {}", file.display()),
            ),
        ),
    }
}

fn folder(data: &Path) -> Finding {
    match house::make_data_folder(data).and_then(|()| probe(data)) {
        Ok(()) => good("data", format!("{} can be written and is closed to others", data.display())),
        Err(error) => bad("data", format!("{error:#}")),
    }
}

/// Writes and removes a file.
fn probe(data: &Path) -> anyhow::Result<()> {
    use anyhow::Context;
    let path = data.join(".doctor");
    std::fs::write(&path, b"doctor").and_then(|()| std::fs::remove_file(&path)).with_context(|| {
        format!(
            "{} cannot be written. Give this user the right to, or choose another folder with --data",
            data.display()
        )
    })
}

fn disk(data: &Path) -> Finding {
    match space(data) {
        Some((free, total)) if total > 0 => {
            let used = 100 - free * 100 / total;
            let said = format!(
                "{} free of {} ({used} % used)",
                words::bytes(words::Lang::En, free),
                words::bytes(words::Lang::En, total)
            );
            if used >= FULL {
                bad("disk", format!("{said}. Above {FULL} % no pictures are taken in. Make room"))
            } else {
                good("disk", said)
            }
        }
        _ => good("disk", "this machine does not say how full it is"),
    }
}

/// Free and total bytes of the disk under a folder.
fn space(data: &Path) -> Option<(u64, u64)> {
    let stat = rustix::fs::statvfs(data).ok()?;
    Some((stat.f_bavail * stat.f_frsize, stat.f_blocks * stat.f_frsize))
}

async fn index(data: &Path, db: &Db) -> Finding {
    let folder = data.to_owned();
    let report = match tokio::task::spawn_blocking(move || search::check(&folder)).await {
        Ok(report) => report,
        Err(error) => return bad("index", error.to_string()),
    };
    let origin = db.origin().await.unwrap_or_default();
    match report {
        Ok(report) if report.damage.is_some() => {
            good("index", "is damaged and will be built anew when the portal starts")
        }
        Ok(report) => match report.mark.filter(|mark| mark.complete && mark.origin == origin) {
            Some(mark) => good("index", format!("{} documents, up to change {}", report.documents, mark.position)),
            None => good("index", "will be built when the portal starts"),
        },
        Err(error) => bad("index", format!("{error:#}. Delete the folder; it is built anew when the portal starts")),
    }
}

/// Whether mail and SMS go out, and what did not.
async fn outbox(settings: &config::Settings, db: &Db) -> Finding {
    use post::{Channel, State, store};
    let base_url = settings.base_url.as_deref().unwrap_or_default();
    let counts =
        async { db::Result::Ok((store::count(db, State::Waiting).await?, store::count(db, State::Failed).await?)) };
    let (carriers, counts) = (post::Carriers::open(settings, base_url), counts.await);
    let (carriers, (waiting, failed)) = match (carriers, counts) {
        (Ok(carriers), Ok(counts)) => (carriers, counts),
        (Err(error), _) => return bad("post", format!("{error:#}")),
        (_, Err(error)) => return bad("post", error.to_string()),
    };
    let mail = if carriers.has(Channel::Mail) { "mail is sent" } else { "mail waits until smtp_url is set" };
    let sms = if carriers.has(Channel::Sms) { "SMS are written to a file and not sent" } else { "SMS wait" };
    let said = format!("{mail}; {sms}; {waiting} waiting, {failed} given up");
    if failed == 0 { good("post", said) } else { bad("post", format!("{said}. The log says why")) }
}

async fn pictures(settings: &config::Settings) -> Finding {
    let checked = match Files::open(&FilesSettings::from(settings)) {
        Ok(files) => files.check().await.map(|_| files.place().to_string()),
        Err(error) => Err(error),
    };
    match checked {
        Ok(place) => good("pictures", place),
        Err(error) => bad("pictures", format!("{error}. {}", error.advice())),
    }
}
