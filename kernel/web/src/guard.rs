//! Turns away who may not use a route, before its handler runs.

use axum::{
    body::Body,
    extract::Request,
    middleware::{Next, from_fn_with_state},
    response::IntoResponse,
    routing::MethodRouter,
};

use crate::{Access, Cx, Error, Portal, cx::Arrival};

/// The handler behind its guard; open routes have none.
pub(crate) fn guarded(access: Access, portal: &Portal, handler: MethodRouter<Portal>) -> MethodRouter<Portal> {
    if access.is_open() {
        return handler;
    }
    let portal = portal.clone();
    handler.route_layer(from_fn_with_state((access, portal), |state, request: Request<Body>, next: Next| async move {
        let axum::extract::State((access, portal)): axum::extract::State<(Access, Portal)> = state;
        let arrival = request.extensions().get::<Arrival>().cloned().unwrap_or_default();
        match refused(access, &Cx::new(portal, arrival)) {
            Some(error) => error.into_response(),
            None => next.run(request).await,
        }
    }))
}

fn refused(access: Access, cx: &Cx) -> Option<Error> {
    let Some(signed) = &cx.signed else {
        // Where only some members may go, strangers do not learn that there is anything.
        return Some(if matches!(access, Access::May(_)) { Error::NotFound } else { Error::SignIn });
    };
    match access {
        Access::Anyone | Access::AnyoneSeesPublic | Access::Own => None,
        _ if signed.helper.is_some() => Some(Error::NotForHelpers),
        Access::OwnSecurity => None,
        Access::OwnProved => (!signed.has_proved(cx.now)).then_some(Error::Prove),
        Access::May(capability) if cx.viewer.may(capability) => None,
        Access::May(_) if signed.asleep => Some(Error::SecondStep),
        Access::May(_) => Some(Error::NotFound),
    }
}
