//! What takes messages away, and which of them this installation has.

use std::{collections::HashMap, path::Path, sync::Arc};

use anyhow::Context;
use async_trait::async_trait;
use config::{Settings, Sms};

use crate::{Channel, Entry, Smtp, sms};

/// Why a message was not taken: in a word or a number, kept beside the message, without anything personal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Not now: it is tried again.
    Later(String),
    /// Never: trying again would not help.
    Never(String),
}

/// Takes one message away, or says why not. Called again for the same message when it is not known whether it arrived.
#[async_trait]
pub trait Carrier: Send + Sync {
    async fn carry(&self, entry: &Entry) -> Result<(), Refusal>;
}

/// The carriers of this installation. Messages of a channel without one wait.
#[derive(Clone, Default)]
pub struct Carriers(HashMap<Channel, Arc<dyn Carrier>>);

impl Carriers {
    /// The carriers the settings ask for. `base_url` gives mails the host in their `Message-ID`.
    ///
    /// # Errors
    /// In the operator's words, when the mail server's address or the sender cannot be used.
    pub fn open(settings: &Settings, base_url: &str) -> anyhow::Result<Self> {
        let mut carriers = Self::default();
        if let (Some(url), Some(from)) = (&settings.smtp_url, &settings.mail_from) {
            let smtp = Smtp::open(url.reveal(), from, base_url).context("mail cannot be sent with these settings")?;
            carriers = carriers.with(Channel::Mail, smtp);
        }
        if settings.sms == Sms::File {
            carriers = carriers.with(Channel::Sms, sms::File::in_folder(Path::new(&settings.data)));
        }
        Ok(carriers)
    }

    pub fn with(mut self, channel: Channel, carrier: impl Carrier + 'static) -> Self {
        self.0.insert(channel, Arc::new(carrier));
        self
    }

    pub fn has(&self, channel: Channel) -> bool {
        self.0.contains_key(&channel)
    }

    pub(crate) fn channels(&self) -> Vec<Channel> {
        Channel::ALL.into_iter().filter(|channel| self.has(*channel)).collect()
    }

    pub(crate) fn of(&self, channel: Channel) -> Option<Arc<dyn Carrier>> {
        self.0.get(&channel).map(Arc::clone)
    }
}
