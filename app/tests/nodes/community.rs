//! One database and one folder of files, and the program on them, started as a host starts it.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc,
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;
use testkit::PostgresDatabase;

/// For a debug build on a machine that has other things to do.
const START: Duration = Duration::from_secs(60);

pub struct Community {
    database: PostgresDatabase,
    folder: TempDir,
}

/// A running `dzaleka serve`; it goes with this value, at once and without a word.
pub struct Node {
    process: Child,
    /// Where it is open.
    said: mpsc::Receiver<SocketAddr>,
}

impl Community {
    /// Nothing where no PostgreSQL is at hand.
    pub fn found() -> Option<Self> {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        let database = runtime.block_on(testkit::postgres())?;
        Some(Self { database, folder: tempfile::tempdir().unwrap() })
    }

    /// The address of the database that all share.
    pub fn database(&self) -> &str {
        &self.database.url
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The program with a data folder of its own, on what all share.
    fn program(&self, data: &Path) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dzaleka"));
        program.current_dir(self.folder.path()).args(["--database", &self.database.url]);
        program.arg("--data").arg(data).arg("--files").arg(self.path("files"));
        program
    }

    /// Starts a node; the same name finds the data folder of a node that has gone.
    pub fn start(&self, name: &str) -> Node {
        let mut program = self.program(&self.path(name));
        program.args(["serve", "--listen", "127.0.0.1:0"]).stderr(Stdio::piped());
        let mut process = program.spawn().unwrap();
        let lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let (says, said) = mpsc::channel();
        let name = name.to_owned();
        thread::spawn(move || {
            for line in lines.map_while(Result::ok).filter(|line| !line.is_empty()) {
                eprintln!("{name}: {line}");
                if let Some((_, address)) = line.split_once(" is open at http://") {
                    says.send(address.parse().unwrap()).unwrap();
                }
            }
        });
        Node { process, said }
    }

    /// Runs one of the operator's commands to its end; returns when it first said that something is done.
    pub fn run(&self, arguments: &[&str], typed: &str) -> Instant {
        let mut program = self.program(&self.path("operator"));
        let mut process = program.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        process.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.next().expect("the command says what it did").unwrap();
        let done = Instant::now();
        eprintln!("{}: {line}", arguments.join(" "));
        lines.map_while(Result::ok).for_each(drop);
        assert!(process.wait().unwrap().success());
        done
    }
}

impl Node {
    /// Where it can be reached, once it is open.
    pub fn address(&self) -> SocketAddr {
        self.said.recv_timeout(START).expect("the node opens; above it says why not")
    }

    /// As if its machine lost power.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Node {
    fn drop(&mut self) {
        self.kill();
    }
}
