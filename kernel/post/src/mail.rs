//! Carries mail to the operator's SMTP server, encrypted except on this machine itself.

use std::{
    net::IpAddr,
    time::{Duration, SystemTime},
};

use anyhow::Context;
use async_trait::async_trait;
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{
        Mailbox, MultiPart, SinglePart,
        header::{HeaderName, HeaderValue},
    },
    transport::smtp::{
        AsyncSmtpTransportBuilder, PoolConfig,
        authentication::Credentials,
        client::{Certificate, Tls, TlsParameters},
        extension::ClientId,
    },
};
use percent_encoding::percent_decode_str;
use url::Url;

use crate::{Carrier, Entry, Refusal};

/// How long the server may take for one answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Connections kept for the next message, and for how long: well below the minutes after which servers hang up.
const KEPT: u32 = 4;
const KEPT_FOR: Duration = Duration::from_secs(30);

/// The way to one SMTP server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    /// The portal's host, which makes `Message-ID`s unique.
    host: String,
}

impl Smtp {
    /// Makes ready to send; nothing is connected yet. `url` is `smtps://…` (TLS), `smtp://…` (STARTTLS, never without)
    /// or `smtp://` to this machine (plain); `from` an address with or without a name; `base_url` the portal's.
    ///
    /// # Errors
    /// In the operator's words.
    pub fn open(url: &str, from: &str, base_url: &str) -> anyhow::Result<Self> {
        Self::trusting(url, from, base_url, Vec::new())
    }

    /// Trusts these certificates beside those of the machine.
    pub(crate) fn trusting(url: &str, from: &str, base_url: &str, roots: Vec<Certificate>) -> anyhow::Result<Self> {
        let from = from.parse().context("mail_from is no mail address")?;
        let base = Url::parse(base_url).ok();
        let host = base.as_ref().and_then(Url::host_str).unwrap_or("localhost").to_owned();
        let url = Url::parse(url).context("smtp_url is no address")?;
        let transport = transport(&url, roots)?.hello_name(ClientId::Domain(host.clone())).build();
        Ok(Self { transport, from, host })
    }

    fn compose(&self, entry: &Entry) -> Result<Message, Refusal> {
        let to = entry.recipient.parse().map_err(|_| Refusal::Never("address".into()))?;
        let mut mail = Message::builder()
            .from(self.from.clone())
            .to(Mailbox::new(None, to))
            .date(SystemTime::UNIX_EPOCH + Duration::from_millis(entry.created_at.0.max(0).cast_unsigned()))
            // The same each time: whoever gets it twice can tell.
            .message_id(Some(format!("<{}@{}>", entry.id, self.host)))
            .subject(entry.subject.clone())
            .raw_header(header("Auto-Submitted", "auto-generated"))
            .raw_header(header("Content-Language", entry.lang.tag()));
        if let Some(url) = entry.unsubscribe.as_deref().and_then(|url| Url::parse(url).ok()) {
            mail = mail.raw_header(header("List-Unsubscribe", &format!("<{url}>")));
        }
        let built = match &entry.html {
            Some(html) => mail.multipart(MultiPart::alternative_plain_html(entry.text.clone(), html.clone())),
            None => mail.singlepart(SinglePart::plain(entry.text.clone())),
        };
        built.map_err(|_| Refusal::Never("composition".into()))
    }
}

#[async_trait]
impl Carrier for Smtp {
    async fn carry(&self, entry: &Entry) -> Result<(), Refusal> {
        let mail = self.compose(entry)?;
        // A server that is away or wants another password says nothing about the message: that one waits.
        self.transport.test_connection().await.map_err(|error| Refusal::Later(kind(&error)))?;
        match self.transport.send(mail).await {
            Ok(_) => Ok(()),
            // Refused by the server, or not sayable to this one: an address in letters it does not take.
            Err(error) if error.is_permanent() || error.is_client() => Err(Refusal::Never(kind(&error))),
            Err(error) => Err(Refusal::Later(kind(&error))),
        }
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    HeaderValue::new(HeaderName::new_from_ascii_str(name), value.to_owned())
}

fn kind(error: &lettre::transport::smtp::Error) -> String {
    match error.status() {
        Some(code) => code.to_string(),
        None if error.is_timeout() => "timeout".into(),
        None if error.is_tls() => "encryption".into(),
        None if error.is_client() => "unsupported".into(),
        None => "connection".into(),
    }
}

fn transport(url: &Url, roots: Vec<Certificate>) -> anyhow::Result<AsyncSmtpTransportBuilder> {
    let host = url.host_str().unwrap_or_default().trim_matches(['[', ']']).to_owned();
    let (tls, port) = match url.scheme() {
        "smtps" => (Tls::Wrapper(encryption(&host, roots)?), 465),
        _ if is_here(&host) => (Tls::None, 25),
        _ => (Tls::Required(encryption(&host, roots)?), 587),
    };
    let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
        .port(url.port().unwrap_or(port))
        .tls(tls)
        .timeout(Some(PATIENCE))
        .pool_config(PoolConfig::new().max_size(KEPT).idle_timeout(KEPT_FOR));
    if !url.username().is_empty() {
        let decoded = |text| percent_decode_str(text).decode_utf8_lossy().into_owned();
        builder =
            builder.credentials(Credentials::new(decoded(url.username()), decoded(url.password().unwrap_or_default())));
    }
    Ok(builder)
}

fn encryption(host: &str, roots: Vec<Certificate>) -> anyhow::Result<TlsParameters> {
    let builder =
        roots.into_iter().fold(TlsParameters::builder(host.to_owned()), |all, root| all.add_root_certificate(root));
    builder.build().context("this machine knows no certificates to trust; install the package ca-certificates")
}

/// Whether a host is this machine, so that nobody can read along.
fn is_here(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
