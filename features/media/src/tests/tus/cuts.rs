//! Five megabytes through a line that is cut five times: over real sockets, through a proxy that cuts.

use std::{
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use super::{Sender, bytes, every_house, id};

const FILE: usize = 5_000_000;
const CUTS: usize = 5;

/// How a line ends.
#[derive(Clone, Copy)]
enum Cut {
    /// Both sides are told (FIN).
    Closed,
    /// Both sides are told rudely (RST).
    Reset,
    /// The sender is told; the server believes the line to be open.
    Silent,
}

/// Lets everything through and counts what comes from the sender; cuts a line after this many bytes, as long as there
/// are cuts left.
struct Proxy {
    address: SocketAddr,
    /// Bytes that came from the sender over the line, headers included.
    passed: Arc<AtomicUsize>,
    cuts: Arc<AtomicUsize>,
}

async fn proxy(to: SocketAddr, every: usize) -> Proxy {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (passed, cuts) = (Arc::<AtomicUsize>::default(), Arc::<AtomicUsize>::default());
    let (count, cut) = (Arc::clone(&passed), Arc::clone(&cuts));
    tokio::spawn(async move {
        while let Ok((from, _)) = listener.accept().await {
            tokio::spawn(line(
                from,
                TcpStream::connect(to).await.unwrap(),
                Arc::clone(&count),
                Arc::clone(&cut),
                every,
            ));
        }
    });
    Proxy { address, passed, cuts }
}

async fn line(from: TcpStream, to: TcpStream, passed: Arc<AtomicUsize>, cuts: Arc<AtomicUsize>, every: usize) {
    let ((mut from_reads, mut from_writes), (mut to_reads, mut to_writes)) = (from.into_split(), to.into_split());
    let back = tokio::spawn(async move { tokio::io::copy(&mut to_reads, &mut from_writes).await });
    let (mut piece, mut through) = (vec![0; 16 * 1024], 0);
    while let Ok(many @ 1..) = from_reads.read(&mut piece).await {
        passed.fetch_add(many, Ordering::SeqCst);
        // Far quicker than any telephone, and slow enough that what is counted has left the sender's own machine.
        tokio::time::sleep(Duration::from_millis(3)).await;
        through += many;
        if to_writes.write_all(&piece[..many]).await.is_err() {
            break;
        }
        if through >= every && cuts.load(Ordering::SeqCst) < CUTS {
            let nth = cuts.fetch_add(1, Ordering::SeqCst);
            back.abort();
            match [Cut::Closed, Cut::Reset, Cut::Silent][nth % 3] {
                Cut::Closed => {}
                Cut::Reset => to_writes.as_ref().set_zero_linger().unwrap(),
                Cut::Silent => {
                    drop(from_reads);
                    tokio::time::sleep(Duration::from_secs(60)).await;
                }
            }
            return;
        }
    }
}

/// One request over a line of its own; nothing when the line is cut before the answer.
async fn ask(proxy: SocketAddr, method: &str, path: &str, offset: usize, body: &[u8]) -> Option<String> {
    let mut stream = TcpStream::connect(proxy).await.ok()?;
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: portal.test\r\nconnection: close\r\ncookie: __Host-session=ana\r\n\
         sec-fetch-site: same-origin\r\ntus-resumable: 1.0.0\r\ncontent-type: application/offset+octet-stream\r\n\
         upload-offset: {offset}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.ok()?;
    stream.write_all(body).await.ok()?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.ok()?;
    (!answer.is_empty()).then(|| String::from_utf8_lossy(&answer).into_owned())
}

fn offset_of(answer: &str) -> Option<usize> {
    answer.lines().find_map(|line| line.strip_prefix("upload-offset: ")?.trim().parse().ok())
}

#[tokio::test(flavor = "multi_thread")]
async fn five_megabytes_come_through_five_cuts_and_hardly_anything_is_sent_twice() {
    every_house(async |house| {
        let listener = web::bind("127.0.0.1:0".parse().unwrap()).await.unwrap();
        let to = listener.local_addr().unwrap();
        let served =
            tokio::spawn(web::serve(listener, house.front.clone(), Duration::from_secs(10), std::future::pending()));
        let (ana, file) = (Sender::new(house), bytes(FILE));
        let path = ana.begin(FILE as u64).await;
        let proxy = proxy(to, FILE / (CUTS + 1)).await;
        let mut lines = 0;
        loop {
            let Some(answer) = ask(proxy.address, "HEAD", &path, 0, b"").await else { continue };
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
            let offset = offset_of(&answer).unwrap();
            if offset == FILE {
                break;
            }
            lines += 1;
            ask(proxy.address, "PATCH", &path, offset, &file[offset..]).await;
        }
        served.abort();
        let (passed, cuts) = (proxy.passed.load(Ordering::SeqCst), proxy.cuts.load(Ordering::SeqCst));
        let twice = passed.saturating_sub(FILE);
        println!(
            "{cuts} cuts, {lines} lines, {twice} bytes beside the file: {:.2} %",
            twice as f64 * 100.0 / FILE as f64
        );
        assert_eq!((cuts, lines), (CUTS, CUTS + 1));
        assert!(twice * 20 <= FILE, "{twice} bytes were sent twice");
        assert!(ana.form("x", id(&path)).await.contains(&crate::hash(&file)), "and the file is whole");
    })
    .await;
}
