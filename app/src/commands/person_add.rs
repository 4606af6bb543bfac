//! `dzaleka person add`: an account made at the command line.

use std::io::Read;

use accounts::{Handle, HandleRefusal, Hasher, Newcomer, Passphrase, PassphraseRefusal, birth, second_step, store};
use anyhow::{Context, bail};
use basics::{Clock, Lang, Roles, SystemClock};
use config::Settings;

use crate::{Ended, cli::PersonAdd, features, house};

pub async fn add(settings: &Settings, ask: &PersonAdd) -> anyhow::Result<Ended> {
    let now = SystemClock.now();
    let handle =
        Handle::parse(&ask.handle).map_err(|refusal| anyhow::anyhow!("{}", handle_advice(&ask.handle, &refusal)))?;
    let born = match ask.born {
        None => None,
        Some(year) => Some(birth::check(year, now).map_err(|_| {
            anyhow::anyhow!("{year} is no year of birth of somebody who may join: from the year in which they turn 13")
        })?),
    };
    let passphrase = read_passphrase().await?;
    let passphrase =
        Passphrase::chosen(&passphrase, &handle).map_err(|refusal| anyhow::anyhow!(passphrase_advice(refusal)))?;
    let house = house::open(settings).await?;
    let rooms = house::Rooms::gather(features::all(settings));
    let faces = rooms.faces.as_deref().context("no room keeps people")?;
    let passphrase =
        Hasher::default().hash(passphrase).await.map_err(|_| anyhow::anyhow!("the passphrase could not be hashed"))?;
    let newcomer = Newcomer {
        handle: &handle,
        name: &ask.name,
        crafts: &[],
        born,
        passphrase: Some(passphrase),
        lang: Lang::En,
        roles: ask.roles.iter().copied().fold(Roles::default(), Roles::with),
        level: ask.level,
        invited_by: None,
        made_by: None,
    };
    let mut tx = house.db.begin().await?;
    let Ok(mut account) = accounts::exactly(&mut tx, faces, &newcomer, now).await? else {
        bail!("{handle}, or a handle that looks like it, is taken. Try {}", handle.with_number(2));
    };
    let mut address = None;
    if ask.second_step {
        let key = second_step::new_key();
        address = second_step::address(&key, handle.as_str(), &settings.site_name);
        account.secrets.totp = Some(key);
        store::accounts::update(&mut tx, &account).await?;
    }
    let roles = ask.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(",");
    let entry = audit::Entry {
        actor: audit::OPERATOR,
        action: "account-made",
        object: account.id.as_str(),
        detail: &format!("level={} roles={roles}", ask.level.code()),
        request: "",
    };
    audit::record(&mut tx, &entry, now).await?;
    tx.commit().await?;
    println!("{handle} can sign in: /sign-in");
    if let Some(address) = address {
        println!("second step: {address}");
    } else if account.roles != account.roles.awake() {
        println!("The role sleeps until {handle} has set up a second step under My place, Security.");
    }
    Ok(Ended::Fine)
}

/// The first line of standard input, without its end; at most 4,096 bytes of it.
async fn read_passphrase() -> anyhow::Result<String> {
    tokio::task::spawn_blocking(|| {
        let mut typed = Vec::new();
        std::io::stdin().lock().take(4096).read_to_end(&mut typed).context("the passphrase cannot be read")?;
        let typed = String::from_utf8(typed).context("the passphrase is no UTF-8 text")?;
        Ok(typed.lines().next().unwrap_or_default().to_owned())
    })
    .await?
}

fn handle_advice(typed: &str, refusal: &HandleRefusal) -> String {
    match refusal {
        HandleRefusal::Empty => "The handle is empty. Give one, such as amina".into(),
        HandleRefusal::TooShort => format!("{typed} is too short for a handle: 2 letters at least"),
        HandleRefusal::TooLong => format!("{typed} is too long for a handle: 40 letters at most"),
        HandleRefusal::Character(c) => format!("A handle cannot hold {c:?}. Letters, digits and - are fine"),
        HandleRefusal::Separators => "Put single - or . between letters, not at the ends".into(),
        HandleRefusal::Digits => "A handle needs letters, and must not be a telephone number".into(),
        HandleRefusal::MixedScripts { suggestion: Some(suggestion) } => {
            format!("{typed} mixes alphabets. Try {suggestion}")
        }
        HandleRefusal::MixedScripts { suggestion: None } => format!("{typed} mixes alphabets. Use letters of one"),
        HandleRefusal::Reserved => format!("{typed} is kept for the portal. Choose another handle"),
    }
}

fn passphrase_advice(refusal: PassphraseRefusal) -> &'static str {
    match refusal {
        PassphraseRefusal::TooShort => {
            "The passphrase is too short: 8 characters at least, in the first line of standard input"
        }
        PassphraseRefusal::TooLong => "The passphrase is too long: 1024 bytes at most",
        PassphraseRefusal::Common => "Many people use this passphrase, so it is tried first. Choose another",
        PassphraseRefusal::Own => "The passphrase is too close to the handle. Choose another",
    }
}
