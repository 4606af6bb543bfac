//! Gathers every source, the stronger after the weaker, and says everything that is wrong at once.

use std::{collections::HashMap, path::PathBuf};

use crate::{
    error::{ConfigError, Problem},
    file,
    keys::{self, KEYS, Key},
    origin::Origin,
    settings::Settings,
};

/// Where settings may come from.
#[derive(Clone, Debug)]
pub struct Sources {
    /// Key (`base_url`) and value of each flag that was given.
    pub flags: Vec<(&'static str, String)>,
    /// The file of `--config`, which must exist; nothing looks in the usual places.
    pub file: Option<PathBuf>,
    /// All environment variables; only `DZALEKA_…` are looked at.
    pub environment: Vec<(String, String)>,
    /// `DZALEKA_…` variables that are no settings: read by the command line itself.
    pub other_variables: Vec<String>,
    /// The folder in which `dzaleka.toml` is looked for first.
    pub folder: PathBuf,
}

impl Sources {
    /// The environment of this process and its current folder. Values that are no UTF-8 are passed over.
    pub fn here() -> Self {
        let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
            Some((name.into_string().ok()?, value.into_string().ok()?))
        };
        Self { environment: std::env::vars_os().filter_map(text).collect(), ..Self::none() }
    }

    /// No source at all: for tests, to be filled in.
    pub fn none() -> Self {
        Self {
            flags: Vec::new(),
            file: None,
            environment: Vec::new(),
            other_variables: Vec::new(),
            folder: PathBuf::from("."),
        }
    }
}

/// One value found, not yet judged.
pub struct Given {
    pub name: String,
    pub text: String,
    pub origin: Origin,
}

#[derive(Clone, Debug)]
pub struct Loaded {
    pub settings: Settings,
    /// The file that was read.
    pub file: Option<PathBuf>,
    pub(crate) origins: HashMap<&'static str, Origin>,
}

impl Loaded {
    /// Where the value of a key came from.
    pub fn origin(&self, key: &str) -> Origin {
        self.origins.get(key).cloned().unwrap_or(Origin::Default)
    }
}

pub fn load(sources: &Sources) -> Result<Loaded, ConfigError> {
    let mut problems = Vec::new();
    let stronger: Vec<Given> = environment(sources).into_iter().chain(flags(sources)).collect();
    let data = stronger.iter().rfind(|given| given.name == "data").map(|given| PathBuf::from(&given.text));
    let file = file::choose(sources, &sources.folder.join(data.unwrap_or_else(|| Settings::default().data)));
    let from_file = file.as_deref().map(|path| file::read(path, &mut problems)).unwrap_or_default();
    let mut loaded = Loaded { settings: Settings::default(), file, origins: HashMap::new() };
    for given in from_file.into_iter().chain(stronger) {
        take(&mut loaded, given, &mut problems);
    }
    together(&loaded.settings, &mut problems);
    if problems.is_empty() { Ok(loaded) } else { Err(ConfigError(problems)) }
}

fn take(loaded: &mut Loaded, given: Given, problems: &mut Vec<Problem>) {
    let Given { name, text, origin } = given;
    let Some(key) = keys::find(&name) else {
        problems.push(unknown(name, origin));
        return;
    };
    if (key.read)(&mut loaded.settings, &text) {
        loaded.origins.insert(key.name, origin);
    } else {
        let value = if key.secret { String::new() } else { text };
        problems.push(Problem::Wrong { key: key.name, value, origin, expected: key.expected });
    }
}

/// Settings that are right alone and wrong together.
fn together(settings: &Settings, problems: &mut Vec<Problem>) {
    let s3 = &settings.s3;
    let mut say = |why: &str| problems.push(Problem::Together(why.into()));
    if settings.files.as_deref().is_some_and(|files| files.starts_with("s3://")) {
        if s3.access_key.is_none() {
            say("`files` is an S3 bucket, so `s3.access_key` is needed");
        }
        if s3.secret_key.is_none() {
            say("`files` is an S3 bucket, so `s3.secret_key` is needed");
        }
    }
    if s3.endpoint.as_deref().is_some_and(|endpoint| endpoint.starts_with("http://")) && !s3.allow_http {
        say("`s3.endpoint` is not encrypted; write https:// or set `s3.allow_http` to true");
    }
    if settings.smtp_url.is_some() && settings.mail_from.is_none() {
        say("`smtp_url` is set, so `mail_from` is needed: the address mail comes from");
    }
    if settings.metrics_listen.is_some_and(|metrics| metrics == settings.listen && metrics.port() != 0) {
        say("`listen` and `metrics_listen` are the same; give the metrics another port");
    }
}

fn environment(sources: &Sources) -> Vec<Given> {
    const NOT_OURS: [&str; 2] = ["DZALEKA_CONFIG", "DZALEKA_TEST_"];
    let ours = |name: &str| {
        name.starts_with("DZALEKA_")
            && name != NOT_OURS[0]
            && !name.starts_with(NOT_OURS[1])
            && !sources.other_variables.iter().any(|other| other == name)
    };
    let given = |(name, value): &(String, String)| {
        let key = KEYS.iter().find(|key| key.environment() == *name);
        let text = value.trim().to_owned();
        Given { name: key.map_or(name.clone(), |key| key.name.into()), text, origin: Origin::Environment(name.clone()) }
    };
    sources.environment.iter().filter(|(name, _)| ours(name)).map(given).collect()
}

fn flags(sources: &Sources) -> Vec<Given> {
    let given = |(name, value): &(&'static str, String)| {
        let flag = keys::find(name).map_or_else(|| (*name).to_owned(), Key::flag);
        Given { name: (*name).into(), text: value.clone(), origin: Origin::Flag(flag) }
    };
    sources.flags.iter().map(given).collect()
}

/// The nearest name of the same source, if it is near.
fn unknown(name: String, origin: Origin) -> Problem {
    let candidates = KEYS.iter().map(|key| match origin {
        Origin::Environment(_) => key.environment(),
        _ => key.name.to_owned(),
    });
    let near = candidates.map(|other| (strsim::normalized_damerau_levenshtein(&name, &other), other));
    let meant = near.filter(|(nearness, _)| *nearness > 0.6).max_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other);
    Problem::Unknown { name, origin, meant }
}
