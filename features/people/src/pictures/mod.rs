//! What is done with the pictures of a page: parts of them blurred, and one drawn to stand for the page elsewhere.

mod blur;
pub(crate) mod poster;

use media::Drawn;
use web::{Access, Cx, Route};

use crate::Text;

/// What tapping a picture costs, for who saves data.
pub(crate) fn weight(cx: &Cx, drawn: &Drawn) -> String {
    Text(cx.lang).show_picture(words::bytes(cx.lang, drawn.bytes))
}

/// Where parts of a picture are blurred; `back` is the address of the page that leads there, with its language.
pub(crate) fn blur_address(cx: &Cx, picture: &media::Picture, back: &str) -> String {
    let back: String = url::form_urlencoded::byte_serialize(back.as_bytes()).collect();
    cx.href(format_args!("/me/pictures/{}/blur?next={back}", picture.hash))
}

pub(crate) fn routes() -> Vec<Route> {
    vec![
        Route::get("/people/{handle}/share.jpg", Access::AnyoneSeesPublic, poster::person),
        Route::get("/organisations/{handle}/share.jpg", Access::AnyoneSeesPublic, poster::organisation),
        Route::get("/me/pictures/{hash}/blur", Access::Own, blur::ask),
        Route::post("/me/pictures/{hash}/blur", Access::Own, blur::blur),
    ]
}
