//! The list of erasures outside the database, by opaque ids and days: a backup that comes back brings nobody back.
//!
//! It stands in three places: the table `erasures`, a file in the data folder that only grows, and the store of files
//! that all nodes share. Whoever reads it ([`agree`]) puts the three together and writes what is missing to each, so
//! that losing two of them loses nothing.

use std::{
    collections::HashSet,
    fs::{self, File},
    io::{self, Write},
    path::Path,
};

use anyhow::Context;
use basics::At;
use db::Db;
use files::Files;

use crate::{account::day_of, store};

/// What the list is called in the data folder and in the store of files.
pub const LIST: &str = "erasures.txt";

/// Somebody who was erased.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Erasure {
    pub account: String,
    pub person: String,
    /// Midnight UTC of the day.
    pub on: At,
}

impl Erasure {
    pub(crate) fn new(account: &str, person: &str, now: At) -> Self {
        Self { account: account.into(), person: person.into(), on: day_of(now) }
    }

    fn line(&self) -> String {
        format!("{} {} {}\n", self.account, self.person, &self.on.rfc3339()[..10])
    }

    /// One line of a list; nothing for a remark, or a line that was never written to its end.
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (account, person, day) = (words.next()?, words.next()?, words.next()?);
        let id = |text: &str| text.len() == 36 && text.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
        let day: jiff::civil::Date = day.parse().ok()?;
        let on = At::midnight(day);
        (id(account) && id(person)).then(|| Self { account: account.into(), person: person.into(), on })
    }
}

/// Reads a list that `serve` has written.
pub fn read(text: &str) -> HashSet<Erasure> {
    text.lines().filter_map(Erasure::read).collect()
}

/// A list that an operator names.
///
/// # Errors
/// When it is not there or cannot be read.
pub fn read_list(path: &Path) -> anyhow::Result<HashSet<Erasure>> {
    let text = fs::read_to_string(path);
    text.map(|text| read(&text)).with_context(|| format!("the list of erasures {} cannot be read", path.display()))
}

/// The list in a data folder; empty when there is none.
fn read_file(path: &Path) -> anyhow::Result<HashSet<Erasure>> {
    match fs::read(path) {
        Ok(bytes) => Ok(read(&String::from_utf8_lossy(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(HashSet::new()),
        Err(error) => Err(error).with_context(|| format!("the list of erasures {} cannot be read", path.display())),
    }
}

/// Adds to a list, durably; makes it when it is not there.
pub fn append<'e>(path: &Path, erasures: impl IntoIterator<Item = &'e Erasure>) -> anyhow::Result<()> {
    let mut lines: Vec<String> = erasures.into_iter().map(Erasure::line).collect();
    if lines.is_empty() {
        return Ok(());
    }
    lines.sort();
    // A line that a power cut left half written must not swallow the next one.
    lines.insert(0, "\n".into());
    let write = || -> io::Result<()> {
        let mut file = File::options().create(true).append(true).open(path)?;
        file.write_all(lines.concat().as_bytes())?;
        file.sync_all()
    };
    write().with_context(|| format!("the list of erasures {} cannot be written", path.display()))
}

/// Where the list is kept.
pub(crate) struct Places<'a> {
    pub db: &'a Db,
    pub files: &'a Files,
    pub path: &'a Path,
}

/// Puts the three lists together and writes to file and store what they lack. Returns those that the database does not
/// know to be erased: it is older than they are.
pub(crate) async fn agree(places: &Places<'_>) -> anyhow::Result<Vec<Erasure>> {
    let known = store::erasures::list(places.db).await?;
    let shared = places.files.get_named(LIST).await?.map(|bytes| read(&String::from_utf8_lossy(&bytes)));
    let (shared, own) = (shared.unwrap_or_default(), read_file(places.path)?);
    let all: HashSet<&Erasure> = known.iter().chain(&shared).chain(&own).collect();
    append(places.path, all.iter().copied().filter(|erasure| !own.contains(*erasure)))?;
    if all.len() > shared.len() {
        let mut lines: Vec<String> = all.iter().map(|erasure| erasure.line()).collect();
        lines.sort();
        places.files.put_named(LIST, lines.concat().into()).await?;
    }
    let noted: HashSet<&str> = known.iter().map(|erasure| erasure.account.as_str()).collect();
    let mut missing: Vec<Erasure> =
        all.into_iter().filter(|erasure| !noted.contains(erasure.account.as_str())).cloned().collect();
    missing.sort();
    missing.dedup_by(|one, other| one.account == other.account);
    Ok(missing)
}
