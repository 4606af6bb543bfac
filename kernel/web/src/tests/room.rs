//! A room with one page of each sort.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use feature::Feature;
use testkit::TestPortal;
use web::{
    Access, Cache, Cx, Error, Page, Result, Route,
    axum::{
        http::header,
        response::{IntoResponse, Response},
    },
};

#[derive(askama::Template)]
#[template(source = "<h1>{{ text }}</h1>", ext = "html")]
struct Main {
    text: String,
}

async fn page(cx: Cx) -> Result<Page> {
    cx.page("A page", &Main { text: format!("{} {}", cx.path, "words ".repeat(200)) })
}

async fn private(cx: Cx) -> Result<Page> {
    Ok(page(cx).await?.cache(Cache::Never))
}

async fn broken() -> Result<Page> {
    Err(Error::Internal(anyhow::anyhow!("the secret cause at line 7")))
}

async fn falls_over() -> Result<Page> {
    panic!("the secret cause in a panic")
}

async fn gone() -> Result<Page> {
    Err(Error::Gone)
}

async fn full() -> Result<Page> {
    Err(db::Error::Unwritable("the secret cause on the disk".into()).into())
}

async fn slow(cx: Cx) -> Result<Page> {
    tokio::time::sleep(Duration::from_millis(300)).await;
    private(cx).await
}

async fn picture() -> Response {
    ([(header::CONTENT_TYPE, "image/png")], vec![7_u8; 5000]).into_response()
}

async fn form(cx: Cx) -> Response {
    cx.path.into_response()
}

async fn token(cx: Cx) -> Result<Page> {
    Ok(cx.page("A form", &Main { text: cx.form_token() })?.cache(Cache::Never))
}

/// Counts how often its page was made.
fn counted(made: Arc<AtomicUsize>) -> Route {
    Route::get("/counted", Access::Anyone, move |cx: Cx| {
        let made = Arc::clone(&made);
        async move {
            let number = made.fetch_add(1, Ordering::SeqCst) + 1;
            cx.page("Counted", &Main { text: format!("made {number} times") })
        }
    })
}

pub fn routes() -> Vec<Route> {
    vec![
        Route::get("/", Access::Anyone, page),
        Route::get("/page", Access::Anyone, page),
        Route::get("/private", Access::Anyone, private),
        Route::get("/broken", Access::Anyone, broken),
        Route::get("/falls-over", Access::Anyone, falls_over),
        Route::get("/gone", Access::Anyone, gone),
        Route::get("/full", Access::Anyone, full),
        Route::get("/slow", Access::Anyone, slow),
        Route::get("/picture", Access::Anyone, picture),
        Route::get("/token", Access::Anyone, token),
        Route::post("/form", Access::Anyone, form),
    ]
}

pub async fn house() -> TestPortal {
    counting().await.0
}

pub async fn counting() -> (TestPortal, Arc<AtomicUsize>) {
    let made = Arc::<AtomicUsize>::default();
    let mut routes = routes();
    routes.push(counted(Arc::clone(&made)));
    (TestPortal::new(vec![Feature::new("room").routes(routes)]).await, made)
}
