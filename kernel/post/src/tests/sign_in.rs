//! Encryption and sign-in at a real SMTP server.

use super::{
    hello, loose,
    server::{self, FAR},
};
use crate::{Carrier, Refusal, Smtp};

const FROM: &str = "connect@example.org";
const BASE: &str = "https://connect.example";

#[tokio::test(flavor = "multi_thread")]
async fn mail_is_encrypted_and_signed_in_from_the_first_byte() {
    let Some(mut server) = server::start("tls", true) else { return };
    let url = format!("smtps://portal:p%40ss@localhost:{}", server.port);
    let smtp = Smtp::trusting(&url, FROM, BASE, vec![server.root.clone()]).unwrap();
    smtp.carry(&loose(hello("amina@example.org"))).await.unwrap();
    let taken = server.next();
    assert_eq!((taken.secure, taken.user.as_deref()), (true, Some("portal")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_cannot_prove_who_it_is_gets_nothing() {
    let Some(server) = server::start("tls", false) else { return };
    let smtp = Smtp::open(&format!("smtps://localhost:{}", server.port), FROM, BASE).unwrap();
    let refused = smtp.carry(&loose(hello("amina@example.org"))).await;
    assert!(matches!(refused, Err(Refusal::Later(_))), "{refused:?}");
    assert_eq!(server.end().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn with_a_wrong_password_mail_waits_instead_of_failing() {
    let Some(server) = server::start("tls", true) else { return };
    let url = format!("smtps://portal:wrong@localhost:{}", server.port);
    let smtp = Smtp::trusting(&url, FROM, BASE, vec![server.root.clone()]).unwrap();
    assert_eq!(smtp.carry(&loose(hello("amina@example.org"))).await, Err(Refusal::Later("535".into())));
    assert_eq!(server.end().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_elsewhere_is_encrypted_before_anything_is_said() {
    let Some(mut server) = server::start("starttls", true) else { return };
    let url = format!("smtp://portal:p%40ss@{FAR}:{}", server.port);
    let smtp = Smtp::trusting(&url, FROM, BASE, vec![server.root.clone()]).unwrap();
    smtp.carry(&loose(hello("amina@example.org"))).await.unwrap();
    let taken = server.next();
    assert_eq!((taken.secure, taken.user.as_deref()), (true, Some("portal")));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_elsewhere_that_offers_no_encryption_gets_nothing() {
    let Some(server) = server::start("plain", false) else { return };
    let url = format!("smtp://portal:p%40ss@{FAR}:{}", server.port);
    let smtp = Smtp::trusting(&url, FROM, BASE, vec![server.root.clone()]).unwrap();
    let refused = smtp.carry(&loose(hello("amina@example.org"))).await;
    assert!(matches!(refused, Err(Refusal::Later(_))), "{refused:?}");
    assert_eq!(server.end().len(), 0);
}

#[tokio::test]
async fn a_sender_that_is_no_address_is_said_so() {
    let Err(error) = Smtp::open("smtp://127.0.0.1:2525", "Dzaleka Connect", BASE) else { panic!("it was taken") };
    assert!(format!("{error:#}").contains("mail_from"), "{error:#}");
}
