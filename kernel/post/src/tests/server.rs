//! A real SMTP server on this machine, for one test: `smtp-server` on Node, which the browser tests' packages hold.

use std::{
    io::{BufRead, BufReader, Lines},
    path::{Path, PathBuf},
    process::{Child, ChildStdout, Command, Stdio},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use lettre::transport::smtp::client::Certificate;
use serde_json::Value;

/// An unusual spelling of 127.0.0.1, which is not taken for this machine: mail to it must be encrypted.
pub const FAR: &str = "127.0x1";

pub struct Server {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    pub port: u16,
    /// What a client must trust to believe this server.
    pub root: Certificate,
    _folder: tempfile::TempDir,
}

/// A mail as the server took it.
pub struct Taken {
    pub from: String,
    pub to: Vec<String>,
    pub secure: bool,
    pub user: Option<String>,
    pub hello: String,
    pub raw: Vec<u8>,
}

impl Taken {
    pub fn mail(&self) -> mail_parser::Message<'_> {
        mail_parser::MessageParser::default().parse(&self.raw).expect("the mail can be read")
    }
}

/// Starts a server: `plain`, `starttls` or `tls`. None where Node or its packages are missing; `bin/setup` brings them.
pub fn start(mode: &str, sign_in: bool) -> Option<Server> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    if !here.join("../../e2e/node_modules/smtp-server").is_dir() {
        eprintln!("skipped: there is no SMTP server; run bin/setup");
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let made = rcgen::generate_simple_self_signed(vec!["localhost".into(), FAR.into()]).unwrap();
    let (key, cert) = (folder.path().join("key"), folder.path().join("cert"));
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    std::fs::write(&cert, made.cert.pem()).unwrap();
    let root = Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let script: PathBuf = here.join("src/tests/server.mjs");
    let mut child = Command::new("node")
        .arg(script)
        .args([mode, if sign_in { "sign-in" } else { "open" }])
        .args([key, cert])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node starts");
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let port = lines.next().expect("the server says its port").unwrap().parse().unwrap();
    Some(Server { child, lines, port, root, _folder: folder })
}

impl Server {
    pub fn url(&self) -> String {
        format!("smtp://127.0.0.1:{}", self.port)
    }

    /// The next mail; waits for it.
    pub fn next(&mut self) -> Taken {
        taken(&self.lines.next().expect("the server runs").unwrap())
    }

    /// Ends the server and answers with every mail that was not read yet.
    pub fn end(mut self) -> Vec<Taken> {
        drop(self.child.stdin.take());
        self.lines.by_ref().map(|line| taken(&line.unwrap())).collect()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.child.kill().ok();
        self.child.wait().ok();
    }
}

fn taken(line: &str) -> Taken {
    let said: Value = serde_json::from_str(line).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    Taken {
        from: text(&said["from"]),
        to: said["to"].as_array().unwrap().iter().map(text).collect(),
        secure: said["secure"].as_bool().unwrap(),
        user: said["user"].as_str().map(str::to_owned),
        hello: text(&said["hello"]),
        raw: BASE64_STANDARD.decode(said["raw"].as_str().unwrap()).unwrap(),
    }
}
