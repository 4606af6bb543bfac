//! The reader's only preference that a cookie keeps besides the language: to save data.

use axum::{
    Form,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;

use crate::{Cx, Result, form::own_path};

#[derive(Deserialize)]
pub(crate) struct Wish {
    saver: String,
    #[serde(default)]
    back: String,
}

/// Turns the data saver on or off and goes back to the page.
pub(crate) async fn data_saver(
    cx: Cx,
    form: std::result::Result<Form<Wish>, axum::extract::rejection::FormRejection>,
) -> Result<Response> {
    let Form(wish) = form?;
    let value = if wish.saver == "on" { "1; Max-Age=31536000" } else { "0; Max-Age=0" };
    let cookie = format!("saver={value}; Path=/; SameSite=Lax; HttpOnly");
    let back = if own_path(&wish.back) { wish.back } else { cx.href("/") };
    Ok((StatusCode::SEE_OTHER, [(header::LOCATION, back), (header::SET_COOKIE, cookie)]).into_response())
}
