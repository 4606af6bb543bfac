//! Sockets: an inherited or fresh listener, connections whose headers must arrive in time, a stop that drops nothing.

use std::{convert::Infallible, net::SocketAddr, sync::Arc, time::Duration};

use anyhow::Context;
use hyper::service::service_fn;
use hyper_util::{
    rt::{TokioExecutor, TokioIo, TokioTimer},
    server::{conn::auto, graceful::GracefulShutdown},
};
use tokio::{net::TcpListener, sync::Notify};

use crate::{Front, gate::Peer};

/// How long open requests may go on after a stop was asked for.
const DRAIN: Duration = Duration::from_secs(20);

/// The listener a supervisor hands over (systemd socket activation), or a new one on `listen`.
///
/// # Errors
/// When the address is taken or not ours; the text says what to do.
pub async fn bind(listen: SocketAddr) -> anyhow::Result<TcpListener> {
    if let Some(inherited) =
        listenfd::ListenFd::from_env().take_tcp_listener(0).context("the inherited socket cannot be used")?
    {
        inherited.set_nonblocking(true)?;
        return Ok(TcpListener::from_std(inherited)?);
    }
    TcpListener::bind(listen).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow::anyhow!(
            "{listen} is already in use. Stop the other program, or choose another address with --listen"
        ),
        std::io::ErrorKind::AddrNotAvailable => {
            anyhow::anyhow!("{listen} is not an address of this machine. Choose another with --listen")
        }
        std::io::ErrorKind::PermissionDenied => {
            anyhow::anyhow!("{listen} needs more rights (ports below 1024). Choose another with --listen")
        }
        _ => anyhow::Error::new(error).context(format!("cannot listen on {listen}")),
    })
}

/// Serves until `stop` resolves, then finishes what is open.
pub async fn serve(listener: TcpListener, front: Front, header_timeout: Duration, stop: impl Future<Output = ()>) {
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1().timer(TokioTimer::new()).header_read_timeout(header_timeout).pipeline_flush(true);
    http.http2().timer(TokioTimer::new()).keep_alive_interval(header_timeout).max_concurrent_streams(64);
    let open = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => match accepted {
                Ok(accepted) => accepted,
                Err(error) => {
                    // Out of file descriptors, most likely: wait for some connections to end.
                    tracing::warn!(%error, "a connection could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    continue;
                }
            },
        };
        if let Err(error) = stream.set_nodelay(true) {
            tracing::debug!(%error, "the connection went away at once");
            continue;
        }
        let front = front.clone();
        let spoken = Arc::new(Notify::new());
        let heard = Arc::clone(&spoken);
        let service = service_fn(move |mut request: hyper::Request<_>| {
            let front = front.clone();
            request.extensions_mut().insert(Peer(peer.ip()));
            heard.notify_one();
            async move { Ok::<_, Infallible>(front.respond(request).await) }
        });
        let connection = http.serve_connection(TokioIo::new(stream), service).into_owned();
        let connection = open.watch(connection);
        tokio::spawn(async move {
            let mut connection = std::pin::pin!(connection);
            // The library's own timer starts only once it knows which version of HTTP is spoken.
            let ended = tokio::select! {
                ended = &mut connection => ended,
                in_time = tokio::time::timeout(header_timeout, spoken.notified()) => match in_time {
                    Ok(()) => connection.await,
                    Err(_) => return tracing::debug!("a connection asked nothing in time"),
                },
            };
            if let Err(error) = ended {
                tracing::debug!(%error, "a connection ended early");
            }
        });
    }
    drop(listener);
    if tokio::time::timeout(DRAIN, open.shutdown()).await.is_err() {
        tracing::warn!("some requests did not finish in time");
    }
}
