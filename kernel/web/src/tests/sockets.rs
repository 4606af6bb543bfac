//! Real connections: slow ones are closed, open ones finish.

use std::{
    net::SocketAddr,
    time::{Duration, Instant},
};

use testkit::TestPortal;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    sync::oneshot,
    task::JoinHandle,
};

use super::room::house;

const TIMEOUT: Duration = Duration::from_millis(400);

struct Served {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    ended: JoinHandle<()>,
    _house: TestPortal,
}

async fn served() -> Served {
    let house = house().await;
    let listener = web::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopping) = oneshot::channel::<()>();
    let front = house.front.clone().pause(TIMEOUT);
    let ended = tokio::spawn(async move { web::serve(listener, front, TIMEOUT, async { drop(stopping.await) }).await });
    Served { address, stop, ended, _house: house }
}

async fn read(stream: &mut TcpStream) -> String {
    let mut text = Vec::new();
    stream.read_to_end(&mut text).await.ok();
    String::from_utf8_lossy(&text).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_whose_headers_do_not_arrive_is_closed_in_time() {
    let served = served().await;
    for beginning in [
        "",
        "P",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "GET /page HTTP/1.1\r\n",
        "GET /page HTTP/1.1\r\nHost: portal.test\r\nX-Slow: ",
    ] {
        let started = Instant::now();
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let closed = tokio::time::timeout(Duration::from_secs(5), read(&mut stream)).await;
        assert!(closed.is_ok(), "still open after {beginning:?}");
        assert!(started.elapsed() >= TIMEOUT / 2, "closed too early after {beginning:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_trickle_of_headers_is_closed_too() {
    let served = served().await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream.write_all(b"GET /page HTTP/1.1\r\nHost: portal.test\r\n").await.unwrap();
    let started = Instant::now();
    while stream.write_all(b"X-Slow: 1\r\n").await.is_ok() {
        assert!(started.elapsed() < Duration::from_secs(5), "still open");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_page_outlives_the_time_for_headers() {
    let served = served().await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    for _ in 0..2 {
        stream.write_all(b"GET /slow HTTP/1.1\r\nHost: portal.test\r\n\r\n").await.unwrap();
        tokio::time::sleep(TIMEOUT).await;
    }
    stream.write_all(b"GET /page HTTP/1.1\r\nHost: portal.test\r\nConnection: close\r\n\r\n").await.unwrap();
    assert_eq!(read(&mut stream).await.matches("HTTP/1.1 200 OK").count(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_finishes_open_requests_and_takes_no_new_ones() {
    let served = served().await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream.write_all(b"GET /slow HTTP/1.1\r\nHost: portal.test\r\n\r\n").await.unwrap();
    tokio::time::sleep(Duration::from_millis(100)).await;
    served.stop.send(()).unwrap();
    let answer = read(&mut stream).await;
    assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("</html>"), "{answer}");
    tokio::time::timeout(Duration::from_secs(5), served.ended).await.unwrap().unwrap();
    assert!(TcpStream::connect(served.address).await.is_err());
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_in_use_is_told_with_what_to_do() {
    let served = served().await;
    let told = web::bind(served.address).await.unwrap_err().to_string();
    assert!(told.contains("already in use") && told.contains("--listen"), "{told}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_http_gets_no_page() {
    let served = served().await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    stream.write_all(b"\x16\x03\x01\x02\x00\x01 hello\r\n\r\n").await.unwrap();
    assert!(!read(&mut stream).await.contains("200 OK"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_stops_arriving_is_not_waited_for() {
    let served = served().await;
    let head = "POST /data-saver HTTP/1.1\r\nHost: portal.test\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 50\r\n\r\n";
    for beginning in [head.to_owned(), format!("{head}saver=on&ba")] {
        let mut stream = TcpStream::connect(served.address).await.unwrap();
        stream.write_all(beginning.as_bytes()).await.unwrap();
        let answer = tokio::time::timeout(Duration::from_secs(5), read(&mut stream)).await.expect("it is closed");
        assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_comes_in_pieces_is_taken() {
    let served = served().await;
    let mut stream = TcpStream::connect(served.address).await.unwrap();
    let head = "POST /data-saver HTTP/1.1\r\nHost: portal.test\r\nContent-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: 8\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    for piece in ["sav", "er=", "on"] {
        tokio::time::sleep(TIMEOUT / 2).await;
        stream.write_all(piece.as_bytes()).await.unwrap();
    }
    assert!(read(&mut stream).await.starts_with("HTTP/1.1 303"));
}
