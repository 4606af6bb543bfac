//! How much one person may send and keep, and what happens near the end of the disk.

use basics::At;
use plugs::Whose;

use super::{Sender, bytes, every_house, houses, id};
use crate::{
    Settings, keep,
    tests::{
        house::{SETTINGS, by},
        made::jpeg,
    },
};

#[tokio::test(flavor = "multi_thread")]
async fn a_day_has_an_end_and_another_day_comes() {
    houses(Settings { day_bytes: 10_000, ..SETTINGS }, async |house| {
        let (ana, ben) = (Sender::new(house), Sender { house, who: "ben" });
        let first = ana.send(&bytes(6_000)).await;
        let refused = ana.ask("POST", "/fr/uploads", &[("upload-length", "5000")], Vec::new()).await;
        assert_eq!(refused.status, 429);
        assert!(refused.contains("tout ce qu’une personne peut envoyer en un jour"), "{}", refused.text());
        assert!(ana.form("x", &first).await.text().starts_with("x 0 6000"), "what has come is used");
        assert_eq!(ana.announce(5000).await.status, 429, "and counts once it is used");
        assert_eq!(ana.announce(4000).await.status, 201);
        assert_eq!(ana.announce(100).await.status, 429, "what is on its way counts");
        assert_eq!(ben.announce(9000).await.status, 201, "everybody has a day of their own");
        house.clock.advance(At::DAY + 1);
        crate::sweep_uploads(&house.db, &house.portal.files, house.portal.clock.now()).await.unwrap();
        assert_eq!(ana.announce(9000).await.status, 201);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_kept_counts_until_it_is_let_go() {
    let picture = jpeg(400, 400);
    houses(Settings { kept_bytes: picture.len() as u64 + 1000, ..SETTINGS }, async |house| {
        let ana = Sender::new(house);
        let upload = ana.send(&picture).await;
        assert!(ana.form("x", &upload).await.text().starts_with("x 0"));
        let kept = keep(&house.db, &house.portal.files, picture.clone()).await.unwrap().unwrap();
        let mut tx = house.db.begin().await.unwrap();
        crate::insert(&mut tx, &kept, At(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(ana.announce(1001).await.status, 403);
        assert_eq!(ana.announce(999).await.status, 201);
        house.db.exec("DELETE FROM pictures WHERE hash = $1", db::params![&kept.hash]).await.unwrap();
        assert_eq!(ana.announce(1001).await.status, 201);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_without_script_keeps_to_the_same_quotas() {
    houses(Settings { day_bytes: 10_000, ..SETTINGS }, async |house| {
        let send = async |file: &[u8]| {
            let head = b"--x\r\nContent-Disposition: form-data; name=\"portrait\"; filename=\"a.jpg\"\r\n\r\n";
            let body = [head, file, b"\r\n--x--\r\n"].concat();
            let ask = by(house, "ana", "POST", "/me/picture").header("content-type", "multipart/form-data; boundary=x");
            ask.body(body).send().await
        };
        assert!(send(&bytes(6_000)).await.text().contains(" 6000 "));
        assert!(send(&bytes(6_000)).await.text().contains(" 6000 "), "the same again is nothing new");
        assert!(send(&bytes(5_000)).await.contains("as much as one person can in a day"));
        assert!(send(&bytes(4_000)).await.text().contains(" 4000 "));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_nearly_full_disk_refuses_files_and_takes_words() {
    houses(Settings { disk_percent: 0, ..SETTINGS }, async |house| {
        let ana = Sender::new(house);
        let refused = ana.announce(100).await;
        assert_eq!(refused.status, 507);
        assert!(refused.contains("Your words are safe"));
        assert_eq!(ana.form("Still here", "").await.text(), "Still here 0 none");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_is_held_until_its_form_is_right() {
    every_house(async |house| {
        let file = bytes(300_000);
        let head = b"--x\r\nContent-Disposition: form-data; name=\"line\"\r\n\r\nnot yet\r\n\
                     --x\r\nContent-Disposition: form-data; name=\"portrait\"; filename=\"a.jpg\"\r\n\r\n";
        let body = [&head[..], &file, b"\r\n--x--\r\n"].concat();
        let ask = by(house, "ana", "POST", "/me/picture").header("content-type", "multipart/form-data; boundary=x");
        let shown = ask.body(body).send().await;
        assert!(shown.contains("The file you sent has arrived"), "{}", shown.text());
        let held = shown.text().split("name=\"portrait_upload\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let ana = Sender::new(house);
        assert!(ana.form("not yet", held).await.contains(held), "and once more");
        assert_eq!(ana.form("right", held).await.text(), format!("right 0 300000 {}", crate::hash(&file)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_has_only_so_many_files_on_their_way() {
    every_house(async |house| {
        let ana = Sender::new(house);
        for _ in 0..crate::upload::uploads::OPEN {
            ana.begin(10).await;
        }
        assert_eq!(ana.announce(10).await.status, 429);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn everything_sent_is_shown_to_its_person_and_erased_with_them() {
    every_house(async |house| {
        let ana = Sender::new(house);
        let path = ana.begin(1000).await;
        ana.append(&path, 0, &bytes(400)).await;
        let used = ana.send(&bytes(2000)).await;
        ana.form("x", &used).await;
        let whose = Whose { account: "ana", person: "ana" };
        let room = &house.portal.plugs.belongings[0];
        let shown = room.gather(&house.db, whose, basics::Lang::Sw).await.unwrap().remove(0);
        assert_eq!((shown.name, &*shown.title), ("uploads", "Faili ulizotuma"));
        assert_eq!(
            (shown.data["on_their_way"][0]["arrived"].as_u64(), shown.data["brought"][0]["bytes"].as_u64()),
            (Some(400), Some(2000))
        );
        let mut tx = house.db.begin().await.unwrap();
        let keys = room.erase(&mut tx, whose, At(1)).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(keys.len(), 2, "the parts of both");
        assert!(room.gather(&house.db, whose, basics::Lang::En).await.unwrap().is_empty());
        assert_eq!(ana.offset(&path).await, None);
        assert!(ana.form("x", id(&used)).await.contains("did not arrive whole"));
    })
    .await;
}
