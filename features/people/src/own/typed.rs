//! What a form brought, as it came.

use axum::{
    Form,
    extract::{FromRequest, Request},
};
use web::{Error, Portal, Result};

/// Names and values in the order of the form. Also what a form is filled in with before anything is typed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed(Vec<(String, String)>);

impl Typed {
    /// One more value.
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The first value of a name; empty without one.
    pub fn first(&self, name: &str) -> &str {
        self.all(name).next().unwrap_or_default()
    }

    /// Every value of a name, empty ones too.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }

    /// What stands in the text fields of a form that may bring files.
    ///
    /// # Errors
    /// [`Error::Malformed`] when they cannot be read.
    pub fn of(received: &media::Received) -> Result<Self> {
        received.form().map(Self)
    }

    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|known| known == value)
    }
}

impl FromRequest<Portal> for Typed {
    type Rejection = Error;

    async fn from_request(request: Request, portal: &Portal) -> Result<Self> {
        let Form(fields) = Form::<Vec<(String, String)>>::from_request(request, portal).await?;
        Ok(Self(fields))
    }
}
