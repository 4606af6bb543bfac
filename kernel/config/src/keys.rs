//! THE LIST of settings: key, what it means, what it may be, and how it is read and shown.

use crate::{
    read::{
        fill, mailbox, one_of, optional, origin_url, path_or_s3, postgres, service_url, smtp, switch, within, words,
    },
    settings::Settings,
};

pub struct Key {
    /// As written in the file; a dot is a table.
    pub name: &'static str,
    pub meaning: &'static str,
    /// Ends the sentence "it must be …".
    pub expected: &'static str,
    /// Whether a wrong value must not be repeated.
    pub secret: bool,
    /// Puts a value in its place; false when it cannot be used.
    pub read: fn(&mut Settings, &str) -> bool,
    /// The value as it may be printed; empty when there is none.
    pub show: fn(&Settings) -> String,
}

impl Key {
    /// `s3.region` → `DZALEKA_S3_REGION`.
    pub fn environment(&self) -> String {
        format!("DZALEKA_{}", self.name.to_ascii_uppercase().replace('.', "_"))
    }

    /// `base_url` → `base-url`.
    pub fn flag(&self) -> String {
        self.name.replace(['_', '.'], "-")
    }
}

/// The setting with this name.
pub fn find(name: &str) -> Option<&'static Key> {
    KEYS.iter().find(|key| key.name == name)
}

fn shown<T: ToString>(value: &Option<T>) -> String {
    value.as_ref().map(T::to_string).unwrap_or_default()
}

pub static KEYS: [Key; 27] = [
    Key {
        name: "data",
        meaning: "The data folder: the embedded database, files and the search index.",
        expected: "a folder",
        secret: false,
        read: |s, text| fill(&mut s.data, text),
        show: |s| s.data.display().to_string(),
    },
    Key {
        name: "listen",
        meaning: "The address and port the portal answers on. Port 0 takes any free one.",
        expected: "an IP address and a port, such as 127.0.0.1:8080 or [::]:8080",
        secret: false,
        read: |s, text| fill(&mut s.listen, text),
        show: |s| s.listen.to_string(),
    },
    Key {
        name: "base_url",
        meaning: "How readers reach the portal, for links in feeds, mail and previews. Empty: the address listened on.",
        expected: "http:// or https:// and a host, without a path, such as https://connect.example",
        secret: false,
        read: |s, text| optional(&mut s.base_url, text, origin_url),
        show: |s| shown(&s.base_url),
    },
    Key {
        name: "database",
        meaning: "A PostgreSQL database. Empty: SQLite in the data folder.",
        expected: "a PostgreSQL address such as postgres://user:password@host/name",
        secret: true,
        read: |s, text| optional(&mut s.database, text, postgres),
        show: |s| shown(&s.database),
    },
    Key {
        name: "site_name",
        meaning: "The portal's name, on every page.",
        expected: "1 to 80 characters on one line",
        secret: false,
        read: |s, text| words(&mut s.site_name, text, 80),
        show: |s| s.site_name.clone(),
    },
    Key {
        name: "metrics_listen",
        meaning: "A second address and port for Prometheus, not for the public. Empty: no metrics.",
        expected: "an IP address and a port, such as 127.0.0.1:9090",
        secret: false,
        read: |s, text| optional(&mut s.metrics_listen, text, |text| text.parse().ok()),
        show: |s| shown(&s.metrics_listen),
    },
    Key {
        name: "log",
        meaning: "What is logged: a level, or levels by room, such as `warn,web=debug`.",
        expected: "error, warn, info, debug or trace, or levels by room such as warn,web=debug",
        secret: false,
        read: |s, text| words(&mut s.log, text, 400),
        show: |s| s.log.clone(),
    },
    Key {
        name: "log_format",
        meaning: "How the log is written: `text` for people, `json` for machines.",
        expected: "text or json",
        secret: false,
        read: |s, text| fill(&mut s.log_format, text),
        show: |s| s.log_format.to_string(),
    },
    Key {
        name: "files",
        meaning: "Where pictures and other files are kept. Several nodes need one that all can reach. Empty: the folder `files` in the data folder.",
        expected: "a folder, or s3://bucket or s3://bucket/prefix",
        secret: false,
        read: |s, text| optional(&mut s.files, text, path_or_s3),
        show: |s| shown(&s.files),
    },
    Key {
        name: "s3.endpoint",
        meaning: "The address of the S3 service. Empty: AWS.",
        expected: "http:// or https:// and a host, such as https://s3.example",
        secret: false,
        read: |s, text| optional(&mut s.s3.endpoint, text, service_url),
        show: |s| shown(&s.s3.endpoint),
    },
    Key {
        name: "s3.region",
        meaning: "The region of the bucket.",
        expected: "the name of a region, such as eu-central-1",
        secret: false,
        read: |s, text| words(&mut s.s3.region, text, 80),
        show: |s| s.s3.region.clone(),
    },
    Key {
        name: "s3.access_key",
        meaning: "The public half of the key to the bucket.",
        expected: "an access key",
        secret: false,
        read: |s, text| optional(&mut s.s3.access_key, text, |text| Some(text.into())),
        show: |s| shown(&s.s3.access_key),
    },
    Key {
        name: "s3.secret_key",
        meaning: "The secret half of the key to the bucket.",
        expected: "a secret key",
        secret: true,
        read: |s, text| optional(&mut s.s3.secret_key, text, |text| Some(crate::Secret::new(text))),
        show: |s| s.s3.secret_key.as_ref().map(|_| "*****".into()).unwrap_or_default(),
    },
    Key {
        name: "s3.allow_http",
        meaning: "Whether the S3 service may be reached without encryption.",
        expected: "true or false",
        secret: false,
        read: |s, text| switch(&mut s.s3.allow_http, text),
        show: |s| s.s3.allow_http.to_string(),
    },
    Key {
        name: "max_concurrency",
        meaning: "How many requests are answered at once; more are asked to come back.",
        expected: "a whole number from 1 to 100000",
        secret: false,
        read: |s, text| within(&mut s.max_concurrency, text, 1..=100_000),
        show: |s| s.max_concurrency.to_string(),
    },
    Key {
        name: "header_timeout_seconds",
        meaning: "How long a connection may take to send its headers.",
        expected: "a whole number of seconds from 1 to 600",
        secret: false,
        read: |s, text| within(&mut s.header_timeout_seconds, text, 1..=600),
        show: |s| s.header_timeout_seconds.to_string(),
    },
    Key {
        name: "behind_proxy",
        meaning: "Whether X-Forwarded-For and X-Forwarded-Proto are believed. Only when every request comes through your own proxy.",
        expected: "true or false",
        secret: false,
        read: |s, text| switch(&mut s.behind_proxy, text),
        show: |s| s.behind_proxy.to_string(),
    },
    Key {
        name: "joining",
        meaning: "Who may join: everybody (`open`), whom a member asks in (`invitation`), or nobody (`closed`).",
        expected: "open, invitation or closed",
        secret: false,
        read: |s, text| one_of(&mut s.joining, text, &["open", "invitation", "closed"]),
        show: |s| s.joining.clone(),
    },
    Key {
        name: "address_fuse",
        meaning: "Failed sign-ins from one address in an hour before it has to wait. Wide, because a whole camp may share one address.",
        expected: "a whole number from 100 to 1000000",
        secret: false,
        read: |s, text| within(&mut s.address_fuse, text, 100..=1_000_000),
        show: |s| s.address_fuse.to_string(),
    },
    Key {
        name: "cache_megabytes",
        meaning: "Room for cached pages in memory. 0: none.",
        expected: "a whole number of megabytes from 0 to 65536",
        secret: false,
        read: |s, text| within(&mut s.cache_megabytes, text, 0..=65_536),
        show: |s| s.cache_megabytes.to_string(),
    },
    Key {
        name: "smtp_url",
        meaning: "The server that sends mail: `smtps://` is encrypted, `smtp://` becomes so by STARTTLS or sends nothing, and only to this machine itself is plain. Empty: mail waits in the outbox, where an administrator can read and print it.",
        expected: "a mail server such as smtps://user:password@mail.example, smtp://user:password@mail.example:587 or smtp://127.0.0.1:2525",
        secret: true,
        read: |s, text| optional(&mut s.smtp_url, text, smtp),
        show: |s| shown(&s.smtp_url),
    },
    Key {
        name: "mail_from",
        meaning: "Who mail comes from, as readers see it.",
        expected: "a mail address with or without a name, such as Dzaleka Connect <connect@example.org>",
        secret: false,
        read: |s, text| optional(&mut s.mail_from, text, mailbox),
        show: |s| shown(&s.mail_from),
    },
    Key {
        name: "sms",
        meaning: "How SMS are sent. `off`: they wait in the outbox. `file`: nothing is sent, each becomes a line of `sms-outbox.jsonl` in the data folder, to try the portal out.",
        expected: "off or file",
        secret: false,
        read: |s, text| fill(&mut s.sms, text),
        show: |s| s.sms.to_string(),
    },
    Key {
        name: "data_price",
        meaning: "What a megabyte of mobile data costs people here, in kwacha: told before a file is sent. 0 tells nothing.",
        expected: "a whole number from 0 to 10000",
        secret: false,
        read: |s, text| within(&mut s.data_price, text, 0..=10_000),
        show: |s| s.data_price.to_string(),
    },
    Key {
        name: "upload_day_megabytes",
        meaning: "How much one member may send in 24 hours: pictures and recordings.",
        expected: "a whole number of megabytes from 1 to 100000",
        secret: false,
        read: |s, text| within(&mut s.upload_day_megabytes, text, 1..=100_000),
        show: |s| s.upload_day_megabytes.to_string(),
    },
    Key {
        name: "upload_megabytes",
        meaning: "How much of one member is kept: pictures and recordings, as they were sent.",
        expected: "a whole number of megabytes from 1 to 1000000",
        secret: false,
        read: |s, text| within(&mut s.upload_megabytes, text, 1..=1_000_000),
        show: |s| s.upload_megabytes.to_string(),
    },
    Key {
        name: "upload_disk_percent",
        meaning: "How full the disk of a folder of files may be, in hundredths, before files are refused. Texts are taken on.",
        expected: "a whole number from 1 to 100",
        secret: false,
        read: |s, text| within(&mut s.upload_disk_percent, text, 1..=100),
        show: |s| s.upload_disk_percent.to_string(),
    },
];
