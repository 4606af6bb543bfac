//! The settings as the rooms read them, with their defaults.

use std::{
    fmt,
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    str::FromStr,
};

use crate::secret::Secret;

#[derive(Clone, Debug)]
pub struct Settings {
    /// The data folder: database, files, index.
    pub data: PathBuf,
    pub listen: SocketAddr,
    /// How readers reach the portal: scheme and host, no slash at the end.
    pub base_url: Option<String>,
    /// A `postgres://` address; nothing is SQLite in the data folder.
    pub database: Option<Secret>,
    pub site_name: String,
    pub metrics_listen: Option<SocketAddr>,
    /// A filter of `tracing`: `info`, or `warn,web=debug`.
    pub log: String,
    pub log_format: LogFormat,
    /// `s3://bucket/prefix`, or a folder; nothing is `files` in the data folder.
    pub files: Option<String>,
    pub s3: S3,
    /// Requests answered at once; more are told to come back.
    pub max_concurrency: u32,
    pub header_timeout_seconds: u64,
    /// Whether `X-Forwarded-For` and `X-Forwarded-Proto` are believed.
    pub behind_proxy: bool,
    /// `open`, `invitation` or `closed`.
    pub joining: String,
    /// Failed sign-ins from one address in an hour before it has to wait.
    pub address_fuse: u32,
    /// Room for cached pages, in megabytes.
    pub cache_megabytes: u64,
    /// `smtps://…`, or `smtp://…` with STARTTLS (plain only to this machine); nothing lets mail wait.
    pub smtp_url: Option<Secret>,
    /// A mail address, perhaps with a name.
    pub mail_from: Option<String>,
    pub sms: Sms,
    /// Kwacha for a megabyte of mobile data; 0 is not told.
    pub data_price: u32,
    /// What one member may send in 24 hours, and what is kept of them.
    pub upload_day_megabytes: u64,
    pub upload_megabytes: u64,
    /// How full the disk may be before files are refused.
    pub upload_disk_percent: u8,
}

/// The S3 service behind `files = "s3://…"`.
#[derive(Clone, Debug)]
pub struct S3 {
    /// Nothing is AWS.
    pub endpoint: Option<String>,
    pub region: String,
    pub access_key: Option<String>,
    pub secret_key: Option<Secret>,
    /// Whether an `http://` endpoint will do.
    pub allow_http: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    Text,
    Json,
}

/// Where SMS go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sms {
    /// Nowhere: they wait.
    Off,
    /// Into a file in the data folder.
    File,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            data: PathBuf::from("./data"),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8080)),
            base_url: None,
            database: None,
            site_name: "Dzaleka Connect".into(),
            metrics_listen: None,
            log: "info".into(),
            log_format: LogFormat::Text,
            files: None,
            s3: S3 {
                endpoint: None,
                region: "us-east-1".into(),
                access_key: None,
                secret_key: None,
                allow_http: false,
            },
            max_concurrency: 256,
            header_timeout_seconds: 10,
            behind_proxy: false,
            joining: "open".into(),
            address_fuse: 6000,
            cache_megabytes: 16,
            smtp_url: None,
            mail_from: None,
            sms: Sms::Off,
            data_price: 5,
            upload_day_megabytes: 60,
            upload_megabytes: 500,
            upload_disk_percent: 85,
        }
    }
}

impl FromStr for LogFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(()),
        }
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
    }
}

impl FromStr for Sms {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "off" => Ok(Self::Off),
            "file" => Ok(Self::File),
            _ => Err(()),
        }
    }
}

impl fmt::Display for Sms {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Off => "off",
            Self::File => "file",
        })
    }
}
