//! Claim codes: on paper, for people whose page was imported or whose account a helper made. With the code, the place
//! becomes their own; whoever had a hand in it before is out.

use basics::{At, Lang};
use db::{Db, Tx};
use plugs::{Face, Faces};

use crate::{
    account::Account,
    birth,
    code::{Code, Kind},
    event::record,
    handle::key_of,
    renewal::begin_anew,
    store::{accounts, claims},
};

/// A paper to be handed over.
#[derive(Clone, Debug)]
pub struct Paper {
    pub handle: String,
    pub code: Code,
}

/// Why there can be no claim code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody has this handle, or an organisation has it.
    Nobody,
    /// The place is somebody's own already: nobody else may make a key to it.
    Owned,
}

/// Makes a claim code by handle; an earlier one is worth nothing from now on. `by` is an account or the operator.
///
/// # Errors
/// From the database.
pub async fn issue(
    db: &Db,
    faces: &dyn Faces,
    handle: &str,
    by: &str,
    now: At,
) -> anyhow::Result<Result<Paper, Refusal>> {
    let Some(face) = person(db, faces, handle).await? else { return Ok(Err(Refusal::Nobody)) };
    let mut tx = db.begin().await?;
    let owned = accounts::find_by_person(db, &face.id).await?.is_some() && !claims::exists(db, &face.id).await?;
    if owned {
        return Ok(Err(Refusal::Owned));
    }
    let code = make(&mut tx, &face.id, now).await?;
    record(&mut tx, by, "claim-code-made", &face.id, "", now).await?;
    tx.commit().await?;
    Ok(Ok(Paper { handle: face.handle, code }))
}

/// Makes a claim code for a person.
pub(crate) async fn make(tx: &mut Tx, person: &str, now: At) -> db::Result<Code> {
    let code = Code::make(Kind::Claim);
    claims::replace(tx, person, &code.digest(person), now).await?;
    Ok(code)
}

/// A person by the handle somebody typed.
pub(crate) async fn person(db: &Db, faces: &dyn Faces, typed: &str) -> anyhow::Result<Option<Face>> {
    let handle = crate::Handle::parse(typed).map_or_else(|_| typed.trim().to_lowercase(), |handle| handle.to_string());
    Ok(faces.find(db, &handle).await?.filter(|face| !face.is_organisation))
}

/// What somebody brings who claims a place.
pub(crate) struct Claim<'a> {
    pub code: Option<&'a Code>,
    /// Argon2id, as a PHC string.
    pub passphrase: String,
    pub born: i16,
    pub lang: Lang,
}

/// Makes a place somebody's own, if the code is right. `account` acts as the person already, or there is none yet.
pub(crate) async fn claim(
    tx: &mut Tx,
    faces: &dyn Faces,
    face: Option<&Face>,
    account: Option<&Account>,
    claim: Claim<'_>,
    now: At,
) -> anyhow::Result<Option<Account>> {
    let person = face.map_or("", |face| face.id.as_str());
    let digest = claim.code.map(|code| code.digest(person)).unwrap_or_default();
    let right = claims::take(tx, person, &digest).await?;
    let Some(face) = face.filter(|_| right) else { return Ok(None) };
    let account = match account {
        Some(account) => taken_over(tx, account, claim, now).await?,
        None => made(tx, face, claim, now).await?,
    };
    if let Some(until) = account.born.map(birth::protected_until).filter(|until| *until > now) {
        faces.protect(tx, &face.id, Some(until), now).await?;
    }
    Ok(Some(account))
}

async fn taken_over(tx: &mut Tx, account: &Account, claim: Claim<'_>, now: At) -> db::Result<Account> {
    let mut account = begin_anew(tx, account.id.as_str(), claim.passphrase, now).await?;
    account.born = account.born.or(Some(claim.born));
    account.lang = claim.lang;
    accounts::update(tx, &account).await?;
    Ok(account)
}

async fn made(tx: &mut Tx, face: &Face, claim: Claim<'_>, now: At) -> db::Result<Account> {
    let mut account = Account::new(face.id.clone(), &face.handle, &key_of(&face.handle), claim.lang, now);
    account.secrets.passphrase = Some(claim.passphrase);
    account.born = Some(claim.born);
    accounts::insert(tx, &account).await?;
    Ok(account)
}
