//! What a handler says when it cannot show its page. Each becomes a page in the reader's language with a way on;
//! causes go to the log only.

use axum::{
    http::StatusCode,
    response::{IntoResponse, Response},
};

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug)]
pub enum Error {
    /// Nothing is here, or nothing the reader may know of.
    NotFound,
    /// It was here and was withdrawn.
    Gone,
    /// Only for somebody signed in.
    SignIn,
    /// Only for somebody who has just proved to be themselves.
    Prove,
    /// A role sleeps until its holder signs in with a second step.
    SecondStep,
    /// Not while a helper acts.
    NotForHelpers,
    /// Asked for too often; the reader may come back in this many seconds.
    TooOften(u32),
    /// The request came from another site.
    CrossSite,
    /// The address is not used with this method.
    Method,
    /// The request cannot be understood.
    Malformed,
    /// The address is longer than it may be.
    TooLong,
    /// The form is longer than it may be.
    TooMuch,
    /// Too much at once; the reader may come back in this many seconds.
    Busy(u32),
    /// Reading works, writing does not.
    Unwritable,
    /// Our fault. The cause is logged under the reference that the page shows.
    Internal(anyhow::Error),
}

impl Error {
    pub fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Gone => StatusCode::GONE,
            Self::SignIn => StatusCode::UNAUTHORIZED,
            Self::CrossSite | Self::Prove | Self::SecondStep | Self::NotForHelpers => StatusCode::FORBIDDEN,
            Self::TooOften(_) => StatusCode::TOO_MANY_REQUESTS,
            Self::Method => StatusCode::METHOD_NOT_ALLOWED,
            Self::Malformed => StatusCode::BAD_REQUEST,
            Self::TooLong => StatusCode::URI_TOO_LONG,
            Self::TooMuch => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy(_) | Self::Unwritable => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

/// The front door knows the language, so the words are put on there (`respond`).
#[derive(Clone)]
pub(crate) struct Unshown(pub std::sync::Arc<Error>);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Unshown(std::sync::Arc::new(self)));
        response
    }
}

impl From<db::Error> for Error {
    fn from(error: db::Error) -> Self {
        match error {
            db::Error::NoRow => Self::NotFound,
            db::Error::Busy(_) => Self::Busy(2),
            db::Error::Unwritable(cause) => {
                tracing::error!(%cause, "the database cannot be written");
                Self::Unwritable
            }
            other => Self::Internal(other.into()),
        }
    }
}

impl From<anyhow::Error> for Error {
    fn from(error: anyhow::Error) -> Self {
        match error.downcast::<db::Error>() {
            Ok(error) => error.into(),
            Err(error) => Self::Internal(error),
        }
    }
}

impl From<files::Error> for Error {
    fn from(error: files::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<askama::Error> for Error {
    fn from(error: askama::Error) -> Self {
        Self::Internal(error.into())
    }
}

impl From<axum::extract::rejection::QueryRejection> for Error {
    fn from(_: axum::extract::rejection::QueryRejection) -> Self {
        Self::Malformed
    }
}

impl From<axum::extract::rejection::PathRejection> for Error {
    fn from(_: axum::extract::rejection::PathRejection) -> Self {
        Self::NotFound
    }
}

impl From<axum::extract::rejection::FormRejection> for Error {
    fn from(refused: axum::extract::rejection::FormRejection) -> Self {
        if refused.status() == StatusCode::PAYLOAD_TOO_LARGE { Self::TooMuch } else { Self::Malformed }
    }
}
