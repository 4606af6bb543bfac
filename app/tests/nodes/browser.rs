//! A browser small enough for these tests: one connection for each request, and cookies kept by hand.

use std::{
    io::{Read, Result, Write},
    net::{SocketAddr, TcpStream},
    thread,
    time::{Duration, Instant},
};

/// Between two looks at a page.
const PAUSE: Duration = Duration::from_millis(20);
/// How long a page is looked at before the test gives up: enough for a command to start on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

pub struct Answer {
    pub status: u16,
    head: String,
    pub body: Vec<u8>,
}

impl Answer {
    fn read(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n")?;
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        Some(Self { status, head, body: bytes[end + 4..].to_vec() })
    }

    pub fn shows(&self, text: &str) -> bool {
        self.status == 200 && String::from_utf8_lossy(&self.body).contains(text)
    }

    /// The same, whatever the answer was.
    pub fn holds(&self, text: &str) -> bool {
        String::from_utf8_lossy(&self.body).contains(text)
    }

    fn headers(&self, name: &str) -> impl Iterator<Item = &str> {
        let lines = self.head.lines().filter_map(|line| line.split_once(": "));
        lines.filter(move |(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value)
    }

    pub fn location(&self) -> &str {
        self.headers("location").next().unwrap_or_default()
    }

    /// The session's cookie, as it is sent back.
    pub fn session(&self) -> Option<String> {
        let pairs = self.headers("set-cookie").filter_map(|cookie| cookie.split(';').next());
        pairs.filter(|pair| pair.starts_with("session=")).map(str::to_owned).next()
    }
}

/// Opens a page.
///
/// # Errors
/// When the node is gone, or goes before its answer is whole.
pub fn get(node: SocketAddr, path: &str, cookie: &str) -> Result<Answer> {
    ask(node, &format!("GET {path} HTTP/1.1\r\nHost: {node}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n"))
}

/// Sends a form from one of the portal's own pages.
///
/// # Errors
/// When the node is gone, or goes before its answer is whole.
pub fn post(node: SocketAddr, path: &str, cookie: &str, form: &str) -> Result<Answer> {
    let kind = "Content-Type: application/x-www-form-urlencoded\r\nSec-Fetch-Site: same-origin";
    let head = format!("POST {path} HTTP/1.1\r\nHost: {node}\r\nCookie: {cookie}\r\n{kind}");
    ask(node, &format!("{head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{form}", form.len()))
}

fn ask(node: SocketAddr, request: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(node)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    Answer::read(&bytes).ok_or_else(|| std::io::ErrorKind::UnexpectedEof.into())
}

/// Looks at a page again and again; returns when it was first as wanted.
pub fn moment(node: SocketAddr, path: &str, cookie: &str, wanted: impl Fn(&Answer) -> bool) -> Instant {
    let began = Instant::now();
    loop {
        let answer = get(node, path, cookie).unwrap();
        if wanted(&answer) {
            return Instant::now();
        }
        assert!(began.elapsed() < PATIENCE, "{path} is still not as it should be: {} {}", answer.status, answer.head);
        thread::sleep(PAUSE);
    }
}
