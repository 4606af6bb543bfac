//! What the program would have written to its log, down to the last detail.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use tracing_subscriber::fmt::MakeWriter;

#[derive(Clone, Default)]
pub struct Captured(Arc<Mutex<Vec<u8>>>);

impl Captured {
    /// Listens to everything this process logs from now on.
    pub fn start() -> Self {
        let captured = Self::default();
        tracing_subscriber::fmt()
            // As the program itself sets it up, at its most talkative.
            .with_env_filter("trace,tantivy=warn,refinery_core=warn,html5ever=warn")
            .with_writer(captured.clone())
            .with_ansi(false)
            .try_init()
            .expect("tests run in processes of their own");
        captured
    }

    pub fn said(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Captured {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Captured {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}
