//! To its sender, a letter that waits, was declined, blocked, reported or dropped is the same for ever.

use basics::{Clock, Id};
use testkit::{Answer, TestPortal};

use super::cast::{Someone, WORDS, answer, get, house, plain, post, someone, write};
use crate::{TellOf, blocked, tell_of};

/// Everything a sender can look at, without what differs each time.
async fn seen(house: &TestPortal, who: &Someone, of: &str, id: &str) -> Vec<(u16, String, String)> {
    let mut all = Vec::new();
    let paths = [
        "/me".to_owned(),
        "/me/letters".to_owned(),
        format!("/me/letters/{id}"),
        format!("/people/{of}"),
        format!("/people/{of}/letter"),
        format!("/search?q={of}"),
    ];
    for path in paths {
        let page = get(house, who, &path).await;
        all.push((page.status, page.header("location").to_owned(), plain(&page).replace(id, "ID").replace(of, "OF")));
    }
    let again = post(house, who, &format!("/people/{of}/letter"), &[("words", WORDS)]).await;
    all.push((again.status, again.header("location").to_owned(), plain(&again).replace(of, "OF")));
    all
}

fn heads(answer: &Answer) -> Vec<(String, String)> {
    let mut heads: Vec<_> =
        answer.headers.iter().map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned())).collect();
    heads.sort();
    heads
}

#[tokio::test(flavor = "multi_thread")]
async fn waiting_declined_blocked_and_reported_look_the_same_to_the_sender() {
    let house = house().await;
    let mut looks = Vec::new();
    for (nth, what) in ["wait", "decline", "block", "report"].into_iter().enumerate() {
        let (from, to) = (format!("aaaa{nth}"), format!("bbbb{nth}"));
        let (sender, receiver) = (someone(&house, &from).await, someone(&house, &to).await);
        let id = write(&house, &sender, &format!("/people/{to}/letter"), WORDS).await;
        match what {
            "wait" => {}
            "report" => {
                let form = [("kind", "scam"), ("block", "yes")];
                let sent = post(&house, &receiver, &format!("/me/letters/{id}/report"), &form).await;
                assert_eq!(sent.header("location"), "/me/letters?done=reported");
            }
            other => assert_eq!(answer(&house, &receiver, &id, other).await, 303),
        }
        assert!(what == "wait" || !get(&house, &receiver, "/me/letters").await.contains(WORDS), "{what}");
        let look = seen(&house, &sender, &to, &id).await;
        looks.push(
            look.into_iter().map(|(status, to, page)| (status, to, page.replace(&from, "FROM"))).collect::<Vec<_>>(),
        );
    }
    for (nth, look) in looks.iter().enumerate().skip(1) {
        for (first, other) in looks[0].iter().zip(look) {
            assert_eq!(first, other, "way {nth}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_to_who_has_blocked_its_sender_is_written_the_same_way_and_reaches_nobody() {
    let house = house().await;
    let (amina, baraka, zawadi) =
        (someone(&house, "amina").await, someone(&house, "baraka").await, someone(&house, "zawadi").await);
    let first = write(&house, &amina, "/people/baraka/letter", WORDS).await;
    answer(&house, &baraka, &first, "block").await;
    assert!(blocked(&house.db, amina.person(), baraka.person()).await.unwrap());
    assert!(blocked(&house.db, baraka.person(), amina.person()).await.unwrap(), "whoever is asked about first");
    house.clock.advance(crate::letter::HELD + 1);
    let (form, fields) =
        ("/people/baraka/letter", [("words", "Another ten words for you about the pots and the kiln.")]);
    let dropped = post(&house, &amina, form, &fields).await;
    let reached = post(&house, &zawadi, form, &fields).await;
    assert_eq!(
        (dropped.status, heads(&dropped), dropped.body.clone()),
        (reached.status, heads(&reached), reached.body.clone())
    );
    let inbox = get(&house, &baraka, "/me/letters").await;
    assert!(inbox.contains("Zzawadi") && !inbox.contains("Zamina"));
    let counts = "SELECT (SELECT COUNT(*) FROM jobs WHERE kind = 'tell-of-letter'), (SELECT COUNT(*) FROM letters)";
    let (jobs, letters): (i64, i64) = house.db.one(counts, &[], |row| Ok((row.get(0)?, row.get(1)?))).await.unwrap();
    assert_eq!((jobs, letters), (3, 3), "the same is written down for both");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_somebody_blocked_says_is_theirs_alone() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina").await, someone(&house, "baraka").await);
    let id = write(&house, &amina, "/people/baraka/letter", WORDS).await;
    let thread = format!("/me/letters/{id}");
    answer(&house, &baraka, &id, "accept").await;
    post(&house, &amina, &thread, &[("words", "First answer")]).await;
    answer(&house, &baraka, &id, "block").await;
    let said = post(&house, &amina, &thread, &[("words", "Second answer")]).await;
    assert_eq!(said.header("location"), format!("{thread}?done=said"));
    assert!(get(&house, &amina, &thread).await.contains("Second answer"), "for them all is as before");
    assert_eq!(get(&house, &baraka, &thread).await.status, 404);
    assert!(!get(&house, &baraka, "/me/letters").await.contains(&id));
    let unblock = [("by", baraka.person()), ("who", amina.person())];
    post(&house, &baraka, "/me/letters/settings/unblock", &unblock).await;
    let page = get(&house, &baraka, &thread).await;
    assert!(page.contains("First answer") && !page.contains("Second answer"), "what was dropped stays dropped");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_tells_of_a_letter_without_a_name_or_a_word_of_it() {
    let house = house().await;
    let (amina, baraka) = (someone(&house, "amina").await, someone(&house, "baraka").await);
    let (mut tx, now) = (house.db.begin().await.unwrap(), house.clock.now());
    let (account, kind) = (baraka.account.id.as_str(), "phone");
    let sql = "INSERT INTO contacts (id, account_id, kind, value, verified_at, created_at) VALUES ('c', $1, $2, '+265991000123', $3, $3)";
    tx.exec(sql, db::params![account, kind, now]).await.unwrap();
    tx.commit().await.unwrap();
    let id = write(&house, &amina, "/people/baraka/letter", WORDS).await;
    let job: String = house.db.one("SELECT payload FROM jobs", &[], |row| row.get(0)).await.unwrap();
    let job = |letter: &str| {
        let mut job: serde_json::Value = serde_json::from_str(&job).unwrap();
        job["letter"] = letter.into();
        serde_json::from_value::<TellOf>(job).unwrap()
    };
    let told = async || post::store::list_of(&house.db, &Id::<()>::from_text(baraka.person())).await.unwrap();
    post(&house, &baraka, "/me/letters/settings", &[("open", "members")]).await;
    tell_of(&house.db, &job(&id), house.clock.now()).await.unwrap();
    assert_eq!(told().await.len(), 0, "they want no messages");
    post(&house, &baraka, "/me/letters/settings", &[("open", "members"), ("told", "yes")]).await;
    answer(&house, &baraka, &id, "decline").await;
    tell_of(&house.db, &job(&id), house.clock.now()).await.unwrap();
    assert_eq!(told().await.len(), 0, "nothing waits any more");
    let zawadi = someone(&house, "zawadi").await;
    let id = write(&house, &zawadi, "/people/baraka/letter", WORDS).await;
    tell_of(&house.db, &job(&id), house.clock.now()).await.unwrap();
    let sent = told().await;
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].text, "baraka: Something waits for your answer. http://portal.test/me/letters");
}
