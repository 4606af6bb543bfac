//! Passkeys (WebAuthn): what a browser is asked, and whether its answer is right. Challenges wait in `tickets`: each is
//! good once, for five minutes, and for nothing but what it was made for.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use basics::At;
use db::{Db, Tx};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use url::Url;
use uuid::Uuid;
use web::{Result, Site};
use webauthn_rs::{
    Webauthn, WebauthnBuilder,
    prelude::{
        DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential,
    },
};

use crate::store::{passkeys, passkeys::Kept, tickets};

/// Passkeys of one account.
pub const MOST: usize = 10;

/// What a challenge was made for.
#[derive(Serialize, Deserialize)]
#[serde(tag = "for", rename_all = "kebab-case")]
pub(crate) enum Asked {
    SignIn { state: DiscoverableAuthentication, shared: bool, shown: bool, next: String },
    Prove { state: DiscoverableAuthentication, next: String },
    Add { state: PasskeyRegistration, name: String },
    Join { state: PasskeyRegistration, handle: String, form: String },
}

/// What the browser sends back.
#[derive(Deserialize)]
pub(crate) struct Reply<T> {
    pub ticket: String,
    pub credential: T,
}

/// The portal as passkeys know it: by the host of its address. None where the address is a bare number, which no
/// passkey can be bound to.
pub(crate) fn portal(site: &Site) -> Option<Webauthn> {
    let origin = Url::parse(&site.base_url).ok()?;
    let host = origin.domain()?.to_owned();
    WebauthnBuilder::new(&host, &origin).ok()?.rp_name(&site.name).build().ok()
}

/// Asks a browser for a new passkey that can be found without a name, and whose holder is verified by their phone.
pub(crate) fn ask_for_new(
    portal: &Webauthn,
    user: Uuid,
    handle: &str,
    had: &[Kept],
) -> Result<(Value, PasskeyRegistration)> {
    let had = had.iter().filter_map(|kept| Some(passkey(kept)?.cred_id().clone())).collect();
    let (asked, state) = portal.start_passkey_registration(user, handle, handle, Some(had)).map_err(fault)?;
    let mut asked = serde_json::to_value(asked).map_err(anyhow::Error::from)?;
    let choice = &mut asked["publicKey"]["authenticatorSelection"];
    choice["residentKey"] = json!("required");
    choice["requireResidentKey"] = json!(true);
    Ok((asked, state))
}

/// Asks a browser for any passkey it has for this portal.
pub(crate) fn ask_for_any(portal: &Webauthn) -> Result<(Value, DiscoverableAuthentication)> {
    let (asked, state) = portal.start_discoverable_authentication().map_err(fault)?;
    Ok((serde_json::to_value(asked).map_err(anyhow::Error::from)?, state))
}

/// Keeps a new passkey.
pub(crate) async fn keep(tx: &mut Tx, account: &str, name: &str, passkey: &Passkey, now: At) -> Result<()> {
    let written = serde_json::to_string(passkey).map_err(anyhow::Error::from)?;
    Ok(passkeys::insert(tx, account, &named(passkey.cred_id().as_ref()), name, &written, now).await?)
}

/// The passkey that a browser has made, if its answer is right.
pub(crate) fn made(
    portal: &Webauthn,
    answer: &RegisterPublicKeyCredential,
    state: &PasskeyRegistration,
) -> Option<Passkey> {
    portal.finish_passkey_registration(answer, state).ok()
}

/// Whose passkey a browser has used, with the passkey as it is to be kept from now on; nothing when the answer is not
/// right: unknown, not signed by it, for another portal, or with a counter that was seen before.
pub(crate) async fn used(
    portal: &Webauthn,
    db: &Db,
    answer: &PublicKeyCredential,
    state: DiscoverableAuthentication,
) -> Result<Option<Kept>> {
    let Some(mut kept) = passkeys::find(db, &named(answer.raw_id.as_ref())).await? else { return Ok(None) };
    let Some(mut passkey) = passkey(&kept) else { return Ok(None) };
    let Ok(right) = portal.finish_discoverable_authentication_v2(answer, state, &passkey) else { return Ok(None) };
    if !right.user_verified() {
        return Ok(None);
    }
    passkey.update_credential(&right);
    kept.passkey = serde_json::to_string(&passkey).map_err(anyhow::Error::from)?;
    Ok(Some(kept))
}

/// Keeps a challenge and returns what the browser gets: the ticket and the question.
pub(crate) async fn issue(db: &Db, account: Option<&str>, asked: &Asked, question: Value, now: At) -> Result<Value> {
    let content = serde_json::to_string(asked).map_err(anyhow::Error::from)?;
    let mut tx = db.begin().await?;
    let ticket = tickets::issue(&mut tx, tickets::Kind::Passkey, account, &content, now).await?;
    tx.commit().await?;
    Ok(json!({ "ticket": ticket, "publicKey": question["publicKey"] }))
}

/// Takes a challenge, whatever the answer will turn out to be worth: it is good once.
pub(crate) async fn take(db: &Db, account: Option<&str>, ticket: &str, now: At) -> Result<Option<Asked>> {
    let mut tx = db.begin().await?;
    let taken = tickets::take(&mut tx, ticket, tickets::Kind::Passkey, now).await?;
    tx.commit().await?;
    let taken = taken.filter(|taken| taken.account.as_deref() == account);
    Ok(taken.and_then(|taken| serde_json::from_str(&taken.content).ok()))
}

fn passkey(kept: &Kept) -> Option<Passkey> {
    serde_json::from_str(&kept.passkey).ok()
}

fn named(credential: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(credential)
}

fn fault(error: webauthn_rs::prelude::WebauthnError) -> web::Error {
    web::Error::Internal(error.into())
}
