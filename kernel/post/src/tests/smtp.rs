//! Mail through a real SMTP server.

use std::sync::Arc;

use basics::{Clock, Lang, ManualClock, SystemClock};
use db::Db;
use mail_parser::MimeHeaders;

use super::{NOON, hello, kept, loose, post, server};
use crate::{
    Carrier, Carriers, Channel, Message, Refusal, Smtp, State,
    deliver::{deliver, round},
    store,
};

const FROM: &str = "Dzaleka Connect <connect@example.org>";
const BASE: &str = "https://connect.example";

fn smtp(url: &str) -> Smtp {
    Smtp::open(url, FROM, BASE).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_arrives_with_both_parts_in_the_persons_language() {
    let Some(mut server) = server::start("plain", false) else { return };
    let subjects = [
        (Lang::Sw, "Karibu Dzaleka Connect — ng'ombe, mwalimu wa Kiswahili"),
        (Lang::Fr, "Réinitialisez votre mot de passe : à bientôt, chère Élodie, cœur"),
        (Lang::En, "ሰላም፣ እንኳን ደህና መጡ ወደ ዛሌካ ኮኔክት — welcome to the portal of Dzaleka"),
    ];
    let smtp = smtp(&server.url());
    for (lang, subject) in subjects {
        let entry =
            loose(Message::mail("amina@example.org", lang, subject, "Ça va ?\n\nሰላም", Some("<p>Ça va ? ሰላም</p>")));
        smtp.carry(&entry).await.unwrap();
        let taken = server.next();
        assert_eq!(
            (taken.from.as_str(), taken.to.as_slice()),
            ("connect@example.org", &["amina@example.org".to_owned()][..])
        );
        assert_eq!(taken.hello, "connect.example");
        let mail = taken.mail();
        assert_eq!(mail.subject(), Some(subject));
        assert_eq!(mail.body_text(0).unwrap().replace("\r\n", "\n").trim_end(), "Ça va ?\n\nሰላም");
        assert_eq!(mail.body_html(0).unwrap().trim_end(), "<p>Ça va ? ሰላም</p>");
        assert_eq!(mail.content_type().unwrap().subtype(), Some("alternative"));
        assert_eq!(mail.message_id(), Some(format!("{}@connect.example", entry.id).as_str()));
        assert_eq!(mail.header_raw("Auto-Submitted").map(str::trim), Some("auto-generated"));
        assert_eq!(mail.header_raw("Content-Language").map(str::trim), Some(lang.tag()));
        assert_eq!(mail.date().unwrap().to_timestamp() * 1000, NOON.0);
        assert_eq!(mail.from().unwrap().first().unwrap().name(), Some("Dzaleka Connect"));
        assert!(mail.header_raw("List-Unsubscribe").is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_digest_says_where_to_unsubscribe() {
    let Some(mut server) = server::start("plain", false) else { return };
    let entry =
        loose(hello("amina@example.org").unsubscribe("https://connect.example/stop?t=a>b\r\nBcc: x@example.org"));
    smtp(&server.url()).carry(&entry).await.unwrap();
    let taken = server.next();
    let header = taken.mail().header_raw("List-Unsubscribe").unwrap().trim().to_owned();
    assert!(header.starts_with("<https://connect.example/stop?t=a%3Eb") && header.ends_with('>'), "{header}");
    assert!(taken.mail().header_raw("Bcc").is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_a_person_writes_becomes_a_header_or_another_recipient() {
    let Some(mut server) = server::start("plain", false) else { return };
    let smtp = smtp(&server.url());
    for break_ in ["\r\n", "\n", "\r", "\r\n\r\n", "\u{85}", "\u{2028}"] {
        let bad = format!("Hello{break_}Bcc: thief@example.org{break_}X-Evil: yes");
        let mut entry = loose(Message::mail(
            "amina@example.org",
            Lang::En,
            &bad,
            &format!("{bad}\r\n.\r\nMAIL FROM:<x@example.org>\r\n"),
            None,
        ));
        smtp.carry(&entry).await.unwrap();
        let taken = server.next();
        assert_eq!(taken.to, ["amina@example.org"]);
        let mail = taken.mail();
        assert!(mail.header_raw("Bcc").is_none() && mail.header_raw("X-Evil").is_none(), "{break_:?}");
        assert!(mail.body_text(0).unwrap().contains("MAIL FROM:<x@example.org>"));
        // Also when it comes past the door of `Message`.
        entry.subject.clone_from(&bad);
        smtp.carry(&entry).await.unwrap();
        let taken = server.next();
        assert!(taken.mail().header_raw("Bcc").is_none() && taken.mail().header_raw("X-Evil").is_none(), "{break_:?}");
        entry.recipient = format!("amina@example.org{break_}Bcc: thief@example.org");
        assert_eq!(smtp.carry(&entry).await, Err(Refusal::Never("address".into())));
    }
    for recipient in
        ["", "amina", "amina@example.org, thief@example.org", "amina@example.org> RCPT TO:<thief@example.org"]
    {
        let entry = loose(hello(recipient));
        assert_eq!(smtp.carry(&entry).await, Err(Refusal::Never("address".into())), "{recipient}");
    }
    assert_eq!(server.end().len(), 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_says_whether_to_try_again() {
    let Some(mut server) = server::start("plain", false) else { return };
    let smtp = smtp(&server.url());
    assert_eq!(smtp.carry(&loose(hello("nobody@example.org"))).await, Err(Refusal::Never("550".into())));
    assert_eq!(smtp.carry(&loose(hello("busy@example.org"))).await, Err(Refusal::Later("451".into())));
    assert_eq!(smtp.carry(&loose(hello("አሚና@example.org"))).await, Err(Refusal::Never("unsupported".into())));
    // A refusal does not spoil the connection for the next.
    smtp.carry(&loose(hello("amina@example.org"))).await.unwrap();
    assert_eq!(server.next().to, ["amina@example.org"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn while_the_server_is_away_mail_waits_and_then_goes() {
    let Some(mut server) = server::start("plain", false) else { return };
    let closed = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let folder = tempfile::tempdir().unwrap();
    let db = Db::open(None, folder.path()).await.unwrap();
    let clock = ManualClock::at(NOON);
    let id = post(&db, &hello("amina@example.org"), NOON).await;
    let away = Carriers::default().with(Channel::Mail, smtp(&format!("smtp://{closed}")));
    round(&db, &away, &clock).await.unwrap();
    let entry = kept(&db, &id).await;
    assert_eq!((entry.state, entry.last_error.as_deref()), (State::Waiting, Some("connection")));
    clock.advance(basics::At::MINUTE);
    round(&db, &Carriers::default().with(Channel::Mail, smtp(&server.url())), &clock).await.unwrap();
    assert_eq!(kept(&db, &id).await.state, State::Sent);
    assert_eq!(server.next().to, ["amina@example.org"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_nodes_send_200_mails_once_each_through_one_server() {
    let Some(server) = server::start("plain", false) else { return };
    let Some(postgres) = testkit::postgres().await else { return };
    let (one, two) = (postgres.open().await, postgres.open().await);
    let mut tx = one.begin().await.unwrap();
    for n in 0..200 {
        crate::put(&mut tx, &hello(&format!("p{n}@example.org")), SystemClock.now()).await.unwrap();
    }
    tx.commit().await.unwrap();
    let carriers = || Carriers::default().with(Channel::Mail, smtp(&server.url()));
    let nodes = [one.clone(), two].map(|db| deliver(db, carriers(), Arc::new(SystemClock)));
    for _ in 0..600 {
        if store::count(&one, State::Sent).await.unwrap() == 200 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    for node in nodes {
        node.stop().await;
    }
    let mut got: Vec<String> = server.end().into_iter().flat_map(|taken| taken.to).collect();
    got.sort();
    let mut wanted: Vec<String> = (0..200).map(|n| format!("p{n}@example.org")).collect();
    wanted.sort();
    assert_eq!(got, wanted);
}
