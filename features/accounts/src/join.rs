//! Joining: an account and the person it acts as, made together or not at all.

use basics::{At, Lang, Level, Roles};
use db::Tx;
use plugs::{Faces, NewFace};

use crate::{account::Account, birth, handle::Handle, store};

/// Numbers that are tried behind a handle, and the step from two digits to three, four …
const NUMBERS: [std::ops::Range<u32>; 4] = [10..100, 100..1000, 1000..10_000, 10_000..1_000_000];

/// Somebody about to join.
#[derive(Clone, Debug)]
pub struct Newcomer<'a> {
    pub handle: &'a Handle,
    pub name: &'a str,
    pub crafts: &'a [String],
    pub born: Option<i16>,
    /// Argon2id, as a PHC string.
    pub passphrase: Option<String>,
    pub lang: Lang,
    pub roles: Roles,
    pub level: Level,
    pub invited_by: Option<String>,
    pub made_by: Option<String>,
}

/// The handle, or one that looks like it, is somebody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken;

/// Joins under a handle with a number that we choose: whoever joins learns nothing about who is here.
pub async fn with_number(tx: &mut Tx, faces: &dyn Faces, newcomer: &Newcomer<'_>, now: At) -> anyhow::Result<Account> {
    for numbers in NUMBERS {
        for _ in 0..8 {
            let handle = newcomer.handle.with_number(rand::random_range(numbers.clone()));
            if let Ok(account) = exactly(tx, faces, &Newcomer { handle: &handle, ..newcomer.clone() }, now).await? {
                return Ok(account);
            }
        }
    }
    anyhow::bail!("no number is free behind this handle")
}

/// Joins under this very handle.
pub async fn exactly(
    tx: &mut Tx,
    faces: &dyn Faces,
    newcomer: &Newcomer<'_>,
    now: At,
) -> anyhow::Result<Result<Account, Taken>> {
    let (handle, key) = (newcomer.handle.as_str(), newcomer.handle.key());
    if faces.taken(tx, handle, &key).await? {
        return Ok(Err(Taken));
    }
    let protected_until = newcomer.born.map(birth::protected_until).filter(|until| *until > now);
    let face = NewFace { handle, key: &key, name: newcomer.name, crafts: newcomer.crafts, protected_until };
    let person = faces.make(tx, &face, now).await?;
    let mut account = Account::new(person, handle, &key, newcomer.lang, now);
    account.born = newcomer.born;
    account.roles = newcomer.roles;
    account.level = newcomer.level;
    account.vouched_at = (newcomer.level > Level::Member).then_some(now);
    account.by_hand = newcomer.level;
    account.trusted_by = (newcomer.level > Level::Member).then(|| OPERATOR.to_owned());
    account.secrets.passphrase = newcomer.passphrase.clone();
    account.invited_by = newcomer.invited_by.clone();
    account.made_by = newcomer.made_by.clone();
    store::accounts::insert(tx, &account).await?;
    Ok(Ok(account))
}

/// Stands where a steward's id would, for levels given at the command line: vouches neither give nor take them.
pub const OPERATOR: &str = "operator";
