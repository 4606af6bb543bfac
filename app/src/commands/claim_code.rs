//! `dzaleka person claim-code`: papers with which people take over what was made for them.

use accounts::claiming::{self, Paper, Refusal};
use anyhow::{Context, bail};
use basics::{Clock, SystemClock};
use config::Settings;

use crate::{Ended, cli::ClaimCode, features, house};

pub async fn run(settings: &Settings, ask: &ClaimCode) -> anyhow::Result<Ended> {
    let db = house::open(settings).await?.db;
    let faces = features::all(settings).into_iter().find_map(|room| room.faces);
    let faces = faces.context("no room of this house keeps people")?;
    let address = settings.base_url.clone().unwrap_or_else(|| format!("http://{}", settings.listen));
    let mut refused = Vec::new();
    for handle in &ask.handles {
        match claiming::issue(&db, &*faces, handle, audit::OPERATOR, SystemClock.now()).await? {
            Ok(paper) => print(settings, &address, &paper),
            Err(Refusal::Nobody) => refused.push(format!("Nobody here has the handle {handle}.")),
            Err(Refusal::Owned) => refused.push(format!("{handle} has an account of their own already.")),
        }
    }
    if refused.len() == ask.handles.len() {
        bail!("{} `dzaleka person list` shows all handles.", refused.join(" "));
    }
    for refusal in &refused {
        eprintln!("{refusal}");
    }
    Ok(if refused.is_empty() { Ended::Fine } else { Ended::WithFindings })
}

/// One paper; the line below is where to cut.
fn print(settings: &Settings, address: &str, paper: &Paper) {
    println!("{}\n", settings.site_name);
    println!("  Sign-in name   {}", paper.handle);
    println!("  Claim code     {}\n", paper.code.shown());
    println!("  Open {address}/claim and make your page your own.");
    println!("  Good once. A newer paper makes this one worthless.\n");
    println!("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - -\n");
}
