//! The table `letter_settings`: who may write to somebody, and whether they are told of it.

use db::{Db, Result, Tx, params};

/// Who may write first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OpenTo {
    #[default]
    Members,
    Vouched,
    Nobody,
}

impl OpenTo {
    pub const ALL: [Self; 3] = [Self::Members, Self::Vouched, Self::Nobody];

    pub fn code(self) -> &'static str {
        match self {
            Self::Members => "members",
            Self::Vouched => "vouched",
            Self::Nobody => "nobody",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|open| open.code() == code)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settings {
    pub open_to: OpenTo,
    /// By mail and text message, when something waits.
    pub told: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { open_to: OpenTo::default(), told: true }
    }
}

/// What somebody has set; a word this release does not know lets nobody write.
pub async fn get(db: &Db, person: &str) -> Result<Settings> {
    let sql = "SELECT open_to, told FROM letter_settings WHERE person_id = $1";
    let kept = db.opt(sql, params![person], |row| Ok((row.get::<String>(0)?, row.get(1)?))).await?;
    Ok(kept.map_or_else(Settings::default, |(open, told)| Settings {
        open_to: OpenTo::from_code(&open).unwrap_or(OpenTo::Nobody),
        told,
    }))
}

pub async fn put(tx: &mut Tx, person: &str, settings: Settings) -> Result<()> {
    let sql = "INSERT INTO letter_settings (person_id, open_to, told) VALUES ($1, $2, $3) \
               ON CONFLICT (person_id) DO UPDATE SET open_to = $2, told = $3";
    tx.exec(sql, params![person, settings.open_to.code(), settings.told]).await.map(drop)
}
