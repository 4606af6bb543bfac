//! What the person who hosts the portal may write, and what is answered.

use std::{fs, path::PathBuf};

use crate::*;

fn environment(pairs: &[(&str, &str)]) -> Sources {
    let environment = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Sources { environment, folder: PathBuf::from("/nowhere"), ..Sources::none() }
}

fn file(text: &str) -> (tempfile::TempDir, Sources) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("dzaleka.toml"), text).unwrap();
    let sources = Sources { folder: folder.path().into(), ..Sources::none() };
    (folder, sources)
}

fn refusal(sources: &Sources) -> String {
    load(sources).unwrap_err().to_string()
}

#[test]
fn without_any_source_the_defaults_hold() {
    let loaded =
        load(&environment(&[("PATH", "/bin"), ("DZALEKA_TEST_POSTGRES", "x"), ("DZALEKA_CONFIG", "y")])).unwrap();
    assert_eq!(loaded.settings.listen.to_string(), "127.0.0.1:8080");
    assert!(loaded.table().iter().all(|row| row.origin == Origin::Default));
}

#[test]
fn a_flag_beats_the_environment_and_the_environment_the_file() {
    let (folder, mut sources) = file("site_name = \"F\"\ncache_megabytes = 1\n\n[s3]\nregion = \"r\"\n");
    sources.environment = vec![("DZALEKA_SITE_NAME".into(), "E".into()), ("DZALEKA_LOG".into(), "debug".into())];
    sources.flags = vec![("log", "warn".into())];
    let loaded = load(&sources).unwrap();
    assert_eq!((loaded.settings.site_name.as_str(), loaded.settings.log.as_str()), ("E", "warn"));
    assert_eq!((loaded.settings.cache_megabytes, loaded.settings.s3.region.as_str()), (1, "r"));
    assert_eq!(loaded.origin("s3.region"), Origin::File(folder.path().join("dzaleka.toml"), 5));
    assert_eq!(loaded.origin("site_name").to_string(), "DZALEKA_SITE_NAME");
    assert_eq!(loaded.origin("log").to_string(), "--log");
}

#[test]
fn the_file_may_stand_in_the_data_folder() {
    let (folder, mut sources) = file("log = \"debug\"");
    sources.folder = PathBuf::from("/nowhere");
    sources.flags = vec![("data", folder.path().display().to_string())];
    assert_eq!(load(&sources).unwrap().settings.log, "debug");
}

#[test]
fn a_file_that_was_asked_for_must_exist() {
    let sources = Sources { file: Some("/nowhere/x.toml".into()), ..environment(&[]) };
    assert!(refusal(&sources).contains("/nowhere/x.toml: cannot be read"));
}

#[test]
fn unknown_names_are_refused_with_the_nearest() {
    let (_folder, mut sources) = file("\nlistn = \"x\"\n[s3]\nregoin = \"r\"\n[more]\nx = 1\n");
    sources.environment = vec![("DZALEKA_BASE_ULR".into(), "x".into())];
    let said = refusal(&sources);
    assert!(said.contains("4 reasons"), "{said}");
    assert!(said.contains("dzaleka.toml, line 2: there is no setting `listn`; did you mean `listen`?"), "{said}");
    assert!(said.contains("line 4: there is no setting `s3.regoin`; did you mean `s3.region`?"), "{said}");
    assert!(said.contains("line 6: there is no setting `more.x`\n"), "{said}");
    assert!(
        said.contains("DZALEKA_BASE_ULR: there is no setting `DZALEKA_BASE_ULR`; did you mean `DZALEKA_BASE_URL`?"),
        "{said}"
    );
}

#[test]
fn a_wrong_value_says_where_it_stands_and_what_is_expected() {
    let (_folder, mut sources) = file("listen = 8080\nmax_concurrency = [1]\n");
    sources.environment = vec![("DZALEKA_CACHE_MEGABYTES".into(), "lots".into())];
    let said = refusal(&sources);
    assert!(said.contains("line 1: `listen` cannot be `8080`; it must be an IP address and a port"), "{said}");
    assert!(said.contains("line 2: `max_concurrency` cannot be `array`"), "{said}");
    assert!(said.contains("DZALEKA_CACHE_MEGABYTES: `cache_megabytes` cannot be `lots`"), "{said}");
}

#[test]
fn a_file_that_is_no_toml_says_the_line() {
    let (_folder, sources) = file("log = \"info\"\nlog_format = \n");
    assert!(refusal(&sources).contains("dzaleka.toml: line 2"), "{}", refusal(&sources));
}

#[test]
fn secrets_are_never_printed() {
    let secret = "hush-hush";
    let database = format!("postgres://portal:{secret}@db/portal?sslpassword={secret}");
    let sources = environment(&[
        ("DZALEKA_DATABASE", database.as_str()),
        ("DZALEKA_S3_SECRET_KEY", secret),
        ("DZALEKA_S3_ACCESS_KEY", "key"),
    ]);
    let loaded = load(&sources).unwrap();
    assert_eq!(loaded.settings.database.as_ref().unwrap().reveal(), database);
    assert!(!format!("{:?} {:?}", loaded.table(), loaded.settings).contains(secret));
    assert!(format!("{:?}", loaded.table()).contains("postgres://portal:*****@db/portal"));
    let said = refusal(&environment(&[("DZALEKA_DATABASE", "mysql://portal:hush-hush@db/portal")]));
    assert!(said.contains("PostgreSQL") && !said.contains(secret), "{said}");
}

#[test]
fn a_base_url_is_scheme_and_host() {
    for (text, stored) in
        [("https://connect.example/", Some("https://connect.example")), ("http://a:81", Some("http://a:81"))]
    {
        assert_eq!(load(&environment(&[("DZALEKA_BASE_URL", text)])).unwrap().settings.base_url.as_deref(), stored);
    }
    for text in ["connect.example", "ftp://a", "https://a/b", "https://a?b", "https://u:p@a"] {
        assert!(refusal(&environment(&[("DZALEKA_BASE_URL", text)])).contains("base_url"), "{text}");
    }
}

#[test]
fn settings_that_do_not_go_together_are_refused() {
    let said = refusal(&environment(&[("DZALEKA_FILES", "s3://bucket/prefix"), ("DZALEKA_S3_ENDPOINT", "http://a")]));
    assert!(said.contains("`s3.access_key` is needed") && said.contains("`s3.allow_http`"), "{said}");
    let said = refusal(&environment(&[("DZALEKA_METRICS_LISTEN", "127.0.0.1:8080")]));
    assert!(said.contains("another port"), "{said}");
}

#[test]
fn a_mail_server_is_scheme_host_and_perhaps_a_user() {
    for url in
        ["smtp://127.0.0.1:2525", "smtps://mail.example", "smtp://portal:p%40ss@mail.example:587", "smtp://[::1]:25"]
    {
        let pairs = [("DZALEKA_SMTP_URL", url), ("DZALEKA_MAIL_FROM", "connect@example.org")];
        assert_eq!(load(&environment(&pairs)).unwrap().settings.smtp_url.unwrap().reveal(), url);
    }
    for url in [
        "mail.example:587",
        "http://mail.example",
        "smtp://",
        "smtps:///x",
        "smtps://mail.example/x",
        "smtp://mail.example?tls=none",
        "smtp://portal@mail.example",
        "smtp://:hush-hush@mail.example",
        "imap://portal:hush-hush@mail.example",
    ] {
        let pairs = [("DZALEKA_SMTP_URL", url), ("DZALEKA_MAIL_FROM", "connect@example.org")];
        let said = refusal(&environment(&pairs));
        assert!(said.contains("`smtp_url` cannot be this; it must be a mail server such as"), "{url}: {said}");
        assert!(!said.contains("hush"), "{said}");
    }
}

#[test]
fn a_mail_server_needs_a_sender() {
    let server = ("DZALEKA_SMTP_URL", "smtps://mail.example");
    assert!(refusal(&environment(&[server])).contains("`mail_from` is needed"));
    for from in ["connect@example.org", "Dzaleka Connect <connect@example.org>", "Réseau Dzaleka <connect@example.org>"]
    {
        let loaded = load(&environment(&[server, ("DZALEKA_MAIL_FROM", from)])).unwrap();
        assert_eq!(loaded.settings.mail_from.as_deref(), Some(from));
    }
    for from in ["Dzaleka Connect", "connect@", "<>", "a@b@example.org", "x <a@example.org>\r\nBcc: b@example.org"] {
        let said = refusal(&environment(&[server, ("DZALEKA_MAIL_FROM", from)]));
        assert!(said.contains("must be a mail address with or without a name"), "{from}: {said}");
    }
}

#[test]
fn sms_are_off_or_in_a_file() {
    assert_eq!(load(&environment(&[("DZALEKA_SMS", "file")])).unwrap().settings.sms, Sms::File);
    assert!(refusal(&environment(&[("DZALEKA_SMS", "gateway")])).contains("must be off or file"));
}

#[test]
fn an_empty_variable_takes_an_optional_value_away() {
    let (_folder, mut sources) = file("files = \"/srv/files\"");
    sources.environment = vec![("DZALEKA_FILES".into(), String::new())];
    assert_eq!(load(&sources).unwrap().settings.files, None);
    assert!(refusal(&environment(&[("DZALEKA_DATA", "")])).contains("data"));
}

#[test]
fn the_example_file_holds_the_defaults() {
    let example: String = to_toml()
        .lines()
        .map(|line| line.strip_prefix('#').unwrap_or(line))
        .filter(|line| line.contains(" = ") && !line.starts_with(' '))
        .fold(String::new(), |all, line| all + line + "\n");
    let (_folder, sources) = file(&example);
    let shown = |loaded: &Loaded| loaded.table().into_iter().map(|row| row.value).collect::<Vec<_>>();
    assert_eq!(shown(&load(&sources).unwrap()), shown(&load(&environment(&[])).unwrap()));
}

#[test]
fn the_reference_names_every_variable() {
    let page = reference();
    assert!(page.contains("| `s3.secret_key` | `DZALEKA_S3_SECRET_KEY` | – |"), "{page}");
}
