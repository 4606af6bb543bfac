//! The command line. What others script against stays: names, flags, exit codes.

use std::path::PathBuf;

use basics::{Level, Role};
use clap::{Args, Parser, Subcommand, ValueEnum};

/// Refused before anything was done: exit code 2.
#[derive(Debug)]
pub struct WrongUse(pub String);

impl std::fmt::Display for WrongUse {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WrongUse {}

const EXAMPLES: &str = "\
Examples:
  dzaleka serve --sample             look around with an invented community
  dzaleka import ~/our-old-site      bring in what you already have
  dzaleka person list                see who waits to be released
  dzaleka person release amina       let everybody see Amina's page
  dzaleka backup saturday.dzaleka    keep a copy while serving

Exit codes: 0 fine, 1 finished with refusals or findings, 2 wrong use.
Every setting can also stand in dzaleka.toml or in the environment (DZALEKA_DATA, DZALEKA_LISTEN …).";

/// Dzaleka Connect: a portal where the people of Dzaleka find each other.
#[derive(Parser)]
#[command(name = "dzaleka", version, about, after_help = EXAMPLES, max_term_width = 100, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    settings: SettingFlags,
    #[command(subcommand)]
    pub command: Command,
}

/// Settings that every command understands; each may also come from the file or the environment.
#[derive(Args)]
struct SettingFlags {
    /// The folder that holds database, pictures and index [default: ./data]
    #[arg(long, global = true, value_name = "DIR", help_heading = "Settings")]
    data: Option<PathBuf>,
    /// PostgreSQL, as postgres://user@host/name [default: SQLite inside the data folder]
    #[arg(long, global = true, value_name = "URL", help_heading = "Settings")]
    database: Option<String>,
    /// Where pictures are kept: a folder or s3://bucket/prefix [default: inside the data folder]
    #[arg(long, global = true, value_name = "PLACE", help_heading = "Settings")]
    files: Option<String>,
    /// How much the log says: error, warn, info, debug
    #[arg(long, global = true, value_name = "LEVEL", help_heading = "Settings")]
    log: Option<String>,
    /// Read settings from this file [default: dzaleka.toml here or in the data folder]
    #[arg(long, global = true, value_name = "FILE", env = "DZALEKA_CONFIG", help_heading = "Settings")]
    config: Option<PathBuf>,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serve the portal
    Serve(Serve),
    /// Bring in a folder or file: Markdown, HTML, JSON, YAML
    Import(Import),
    /// Write everything out as Markdown and pictures
    Export(Export),
    /// Fill an empty data folder with invented people and stories, to try and to measure
    Sample(Sample),
    /// Check data folder, database, index, disk and settings, and say what to do
    Doctor,
    /// See, release and hide people and organisations
    Person(Person),
    /// Check and read the log of security events
    Audit(Audit),
    /// Keep a copy of everything in one file, while serving
    Backup(Backup),
    /// Put a backup back into an empty data folder
    Restore(Restore),
    /// Show every setting and where it came from
    Config(Config),
    /// Print generated documents
    #[command(hide = true)]
    Reference(Reference),
}

#[derive(Args)]
pub struct Serve {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// How readers reach the portal, for links that leave it [default: http://ADDR]
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// Where Prometheus may fetch metrics; nowhere without it
    #[arg(long, value_name = "ADDR")]
    metrics_listen: Option<String>,
    /// Fill an empty data folder with the invented sample community first
    #[arg(long)]
    pub sample: bool,
}

#[derive(Args)]
pub struct Import {
    /// The folder or file to bring in
    #[arg(required_unless_present = "held")]
    pub path: Option<PathBuf>,
    /// Say what would happen and change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// How to print the report
    #[arg(long, value_enum, default_value_t = Report::Text)]
    pub report: Report,
    /// List what was kept for rooms that are not built yet
    #[arg(long, conflicts_with_all = ["path", "dry_run"])]
    pub held: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Report {
    Text,
    Json,
}

#[derive(Args)]
pub struct Export {
    /// The folder to write to; new, empty, or an export made before
    pub folder: PathBuf,
}

#[derive(Args)]
pub struct Sample {
    /// How many people
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..=1_000_000))]
    pub people: u64,
    /// How many stories, told of the first ten thousand people
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u64).range(0..=1_000_000))]
    pub stories: u64,
    /// The same seed makes the same people and stories
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
}

#[derive(Args)]
pub struct Person {
    #[command(subcommand)]
    pub command: PersonCommand,
}

#[derive(Subcommand)]
pub enum PersonCommand {
    /// Make an account, for the team and for scripts
    Add(PersonAdd),
    /// List people and organisations with their state
    List(PersonList),
    /// Let everybody see what the person's audiences allow
    Release(Persons),
    /// Take out of everybody's sight; nothing is lost
    Hide(Persons),
    /// Print codes with which people take over what was made for them, to be cut out and handed over
    ClaimCode(ClaimCode),
}

#[derive(Args)]
pub struct PersonAdd {
    /// What the person signs in with, and the address of their page
    pub handle: String,
    /// Read the passphrase from standard input, one line
    #[arg(long, required = true)]
    pub passphrase_stdin: bool,
    /// How well the person is known
    #[arg(long, value_parser = level, default_value = "member", value_name = "member|vouched|trusted")]
    pub level: Level,
    /// A task in the team; may be given more than once. All but helper need a second step
    #[arg(long = "role", value_parser = role, value_name = "helper|editor|judge|steward|admin")]
    pub roles: Vec<Role>,
    /// Year of birth, for people of 13 to 17 years
    #[arg(long, value_name = "YEAR")]
    pub born: Option<i64>,
    /// The name to show; only the person sees it until they decide otherwise
    #[arg(long, value_name = "NAME", default_value = "")]
    pub name: String,
    /// Set up a second step and print its key as an otpauth:// address
    #[arg(long)]
    pub second_step: bool,
}

fn level(text: &str) -> Result<Level, String> {
    Level::from_code(text).ok_or_else(|| "it must be member, vouched or trusted".into())
}

fn role(text: &str) -> Result<Role, String> {
    Role::from_code(text).ok_or_else(|| "it must be helper, editor, judge, steward or admin".into())
}

#[derive(Args)]
pub struct PersonList {
    /// Only those in this state
    #[arg(long, value_enum)]
    pub state: Option<PersonState>,
    /// How to print the list
    #[arg(long, value_enum, default_value_t = Report::Text)]
    pub report: Report,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum PersonState {
    New,
    Unreleased,
    Released,
    Hidden,
}

#[derive(Args)]
pub struct Persons {
    /// Handles, as `person list` shows them
    #[arg(required_unless_present = "all", value_name = "HANDLE")]
    pub handles: Vec<String>,
    /// Everybody
    #[arg(long, conflicts_with = "handles")]
    pub all: bool,
}

#[derive(Args)]
pub struct Audit {
    #[command(subcommand)]
    pub command: AuditCommand,
}

#[derive(Subcommand)]
pub enum AuditCommand {
    /// Walk along the whole log and say whether it is as it was written; prints its head
    Verify(AuditVerify),
    /// Print entries, newest first
    List(AuditList),
}

#[derive(Args)]
pub struct AuditVerify {
    /// A head that an earlier run printed; it must still be part of the log
    #[arg(long, value_name = "HASH")]
    pub head: Option<String>,
}

#[derive(Args)]
pub struct AuditList {
    /// How many
    #[arg(long, value_name = "N", default_value_t = 50, value_parser = clap::value_parser!(i64).range(1..))]
    pub last: i64,
}

#[derive(Args)]
pub struct ClaimCode {
    /// Handles, as `person list` shows them
    #[arg(required = true, value_name = "HANDLE")]
    pub handles: Vec<String>,
}

#[derive(Args)]
pub struct Backup {
    /// The file to write; must not exist
    pub file: PathBuf,
}

#[derive(Args)]
pub struct Restore {
    /// A file that `backup` wrote
    pub file: PathBuf,
    /// The list of erasures of the portal that is lost (erasures.txt in its data folder): they are erased again
    #[arg(long, value_name = "FILE")]
    pub erasures: Option<PathBuf>,
}

#[derive(Args)]
pub struct Config {
    #[command(subcommand)]
    _command: ConfigCommand,
}

#[derive(Subcommand)]
enum ConfigCommand {
    /// Print value and origin of every setting; secrets stay hidden
    Show,
}

#[derive(Args)]
pub struct Reference {
    #[arg(value_enum)]
    pub document: Document,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum Document {
    Settings,
    Access,
}

impl Cli {
    /// The flags that are settings, and the other places settings come from.
    pub fn sources(&self) -> config::Sources {
        let flags = &self.settings;
        let text = |path: &Option<PathBuf>| path.as_ref().map(|path| path.to_string_lossy().into_owned());
        let mut given = vec![
            ("data", text(&flags.data)),
            ("database", flags.database.clone()),
            ("files", flags.files.clone()),
            ("log", flags.log.clone()),
        ];
        if let Command::Serve(serve) = &self.command {
            given.extend([
                ("listen", serve.listen.clone()),
                ("base_url", serve.base_url.clone()),
                ("metrics_listen", serve.metrics_listen.clone()),
            ]);
        }
        let flags = given.into_iter().filter_map(|(key, value)| Some((key, value?))).collect();
        config::Sources { flags, file: self.settings.config.clone(), ..config::Sources::here() }
    }
}
