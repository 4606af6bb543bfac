//! A carrier for tests: writes down what it is given.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use async_trait::async_trait;
use basics::Id;

use crate::{Carrier, Carriers, Channel, Entry, Refusal};

/// Writes down what it is given, and answers as it is told to.
#[derive(Clone, Default)]
pub struct Recorder {
    carried: Arc<Mutex<HashMap<String, usize>>>,
    refusals: Arc<Mutex<Vec<Refusal>>>,
}

impl Recorder {
    pub fn refusing(refusals: impl IntoIterator<Item = Refusal>) -> Self {
        Self { refusals: Arc::new(Mutex::new(refusals.into_iter().collect())), ..Self::default() }
    }

    pub fn carriers(&self) -> Carriers {
        Carriers::default().with(Channel::Mail, self.clone())
    }

    pub fn times(&self, id: &Id<Entry>) -> usize {
        self.carried.lock().unwrap().get(id.as_str()).copied().unwrap_or_default()
    }
}

#[async_trait]
impl Carrier for Recorder {
    async fn carry(&self, entry: &Entry) -> Result<(), Refusal> {
        *self.carried.lock().unwrap().entry(entry.id.to_string()).or_default() += 1;
        self.refusals.lock().unwrap().pop().map_or(Ok(()), Err)
    }
}
