//! `/images/…`: pictures by the names that imported pages use, for previews elsewhere that know only those.

use axum::{
    extract::{Path, rejection::PathRejection},
    response::Redirect,
};
use web::{Cx, Error, Result};

use crate::pictures;

pub async fn show(cx: Cx, path: std::result::Result<Path<String>, PathRejection>) -> Result<Redirect> {
    let Path(path) = path?;
    let found = pictures::named(&cx.portal.db, &format!("images/{path}")).await?;
    found.map(|src| Redirect::temporary(&src)).ok_or(Error::NotFound)
}
