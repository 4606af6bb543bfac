//! Stories on their way, on both engines.

use basics::{At, Lang, Viewer};
use testkit::on_both;

use super::cast::{NOW, agreed, agreement, begun, content, published, shown, signed};
use crate::{
    Content, Form, Found, Giver, Reading, Subject, Use,
    deeds::{COOLING, Refusal},
    done, reading,
    ready::Missing,
    state::{Stage, Standing, State},
    store, work,
};

async fn found(db: &db::Db, slug: &str, lang: Lang, now: At) -> Found {
    reading::find(db, slug, Use::Site, Viewer::Stranger, lang, now).await.unwrap()
}

/// Every block, with its words.
fn said(reading: &Reading) -> String {
    format!("{:?}", reading.blocks)
}

fn text(found: Found) -> String {
    match found {
        Found::Reading(reading) => said(&reading),
        other => panic!("{other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_interview_goes_from_the_desk_to_its_people_and_out_after_three_days() {
    on_both(async |db| {
        let whole = shown(&db, "The thread listens", &["Neema"], NOW).await;
        let id = whole.story.id.to_string();
        assert_eq!(whole.story.state(), State::Preview);
        assert!(matches!(found(&db, &whole.story.slug, Lang::En, NOW).await, Found::Nothing));
        agreed(&db, &whole, &[Use::Site], NOW).await;
        let early = done!(db, publish(&id, NOW.plus(COOLING - 1)));
        assert_eq!(early.unwrap_err(), Refusal::NotNow);
        work::look_after(&db, NOW.plus(COOLING)).await.unwrap();
        let out = NOW.plus(COOLING);
        let Found::Reading(reading) = found(&db, "the-thread-listens", Lang::Sw, out).await else {
            panic!("not public")
        };
        assert_eq!((reading.lang.as_str(), reading.original.as_str()), ("en", "en"));
        assert_eq!(reading.uses, [Use::Site]);
        assert_eq!(reading.until, NOW.plus(365 * At::DAY));
        assert_eq!(reading.people[0].name, "Neema");
        let press =
            reading::find(&db, "the-thread-listens", Use::Press, Viewer::Stranger, Lang::En, out).await.unwrap();
        assert!(matches!(press, Found::Gone), "nobody agreed to the press");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_is_said_before_anybody_signs() {
    on_both(async |db| {
        let whole = begun(&db, Form::Interview, "", NOW).await;
        let id = whole.story.id.to_string();
        let mut child = Subject::new(&id, "Zawadi", None, NOW);
        child.minor = true;
        done!(db, add_person(&id, &child, NOW)).unwrap();
        done!(db, assign(&id, "editor-1", crate::Part::Editor, "", NOW)).unwrap();
        let Err(Refusal::Missing(lacks)) = done!(db, sign(&id, "editor-1", NOW)) else { panic!("signed") };
        assert_eq!(lacks, [Missing::Title, Missing::Cleared("Zawadi".into()), Missing::Shown("Zawadi".into())]);
        (child.face, child.located, child.cleared_at) = (false, false, Some(NOW));
        done!(db, change_person(&id, &child, NOW)).unwrap();
        done!(db, write(&id, (Form::Interview, None), content("Knots"), NOW)).unwrap();
        let once = done!(db, sign(&id, "editor-1", NOW)).unwrap();
        assert_eq!(once.story.stage, Stage::Review, "a second editor signs where a child is in it");
        let again = done!(db, assign(&id, "editor-1", crate::Part::Second, "", NOW));
        assert_eq!(again.unwrap_err(), Refusal::Twice);
        assert_eq!(signed(&db, &id, NOW).await.story.stage, Stage::Preview);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_changed_cannot_be_agreed_to_and_somebody_may_ask_for_a_change() {
    on_both(async |db| {
        let whole = shown(&db, "Knots", &["Neema", "Baraka"], NOW).await;
        let (id, neema) = (whole.story.id.to_string(), whole.subjects[0].id.to_string());
        let other = done!(db, agree(&id, &neema, &agreement("another", &[Use::Site]), NOW));
        assert_eq!(other.unwrap_err(), Refusal::Changed);
        let without = done!(db, agree(&id, &neema, &agreement(&whole.story.next_root, &[Use::Print]), NOW));
        assert_eq!(without.unwrap_err(), Refusal::Changed);
        let one = done!(db, agree(&id, &neema, &agreement(&whole.story.next_root, &[Use::Site]), NOW)).unwrap();
        assert_eq!(one.story.stage, Stage::Preview, "Baraka is still to be asked");
        let back = done!(db, decline(&id, whole.subjects[1].id.as_str(), NOW)).unwrap();
        assert_eq!((back.story.stage, back.story.next_root.as_str()), (Stage::Review, ""));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn withdrawing_takes_the_story_away_at_once_and_deletes_what_was_public() {
    on_both(async |db| {
        let (whole, out) = published(&db, "Knots", &["Neema", "Baraka"], &[Use::Site, Use::Press], NOW).await;
        let id = whole.story.id.to_string();
        assert!(text(found(&db, "knots", Lang::En, out).await).contains("mango tree"));
        let fewer = done!(db, withdraw_use(&id, whole.subjects[0].id.as_str(), Use::Press, out)).unwrap();
        assert!(fewer.story.standing.is_public());
        assert_eq!(store::lists::count(&db, Use::Press, "", out).await.unwrap(), 0);
        assert_eq!(store::lists::count(&db, Use::Site, "", out).await.unwrap(), 1);
        done!(db, withdraw(&id, Some(whole.subjects[1].id.as_str()), out)).unwrap();
        assert!(matches!(found(&db, "knots", Lang::En, out).await, Found::Gone));
        assert_eq!(store::lists::count(&db, Use::Site, "", out).await.unwrap(), 0);
        let sql = "SELECT COUNT(*) FROM editions WHERE story_id = $1";
        assert_eq!(db.one(sql, db::params![&id], |row| row.get::<i64>(0)).await.unwrap(), 0);
        // It can be worked on without them, and has to be agreed to anew.
        done!(db, reopen(&id, "", out)).unwrap();
        let mut left = whole.subjects[0].clone();
        done!(db, remove_person(&id, whole.subjects[1].id.as_str(), out)).unwrap();
        left.cleared_at = Some(out);
        done!(db, change_person(&id, &left, out)).unwrap();
        assert_eq!(signed(&db, &id, out).await.story.stage, Stage::Preview);
        assert!(matches!(found(&db, "knots", Lang::En, out).await, Found::Gone));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_mended_at_once_and_anything_else_waits_for_everybody() {
    on_both(async |db| {
        let (whole, out) = published(&db, "Knots", &["Neema"], &[Use::Site], NOW).await;
        let id = whole.story.id.to_string();
        let slip = Content { source: super::cast::SOURCE.replace("three towns", "four towns"), ..content("Knots") };
        let longer =
            Content { source: format!("{}\n\n{}", slip.source, "More words. ".repeat(12)), ..content("Knots") };
        let refused = done!(db, correct(&id, longer.clone(), "More", out));
        assert_eq!(refused.unwrap_err(), Refusal::NotSmall);
        let mended = done!(db, correct(&id, slip, "She lived in four towns, not three.", out)).unwrap();
        assert_eq!(mended.story.state(), State::Corrected);
        assert!(text(found(&db, "knots", Lang::En, out).await).contains("four towns"));
        done!(db, reopen(&id, "A new part about Thursdays.", out)).unwrap();
        done!(db, write(&id, (Form::Interview, None), longer, out)).unwrap();
        let next = signed(&db, &id, out).await;
        assert!(!text(found(&db, "knots", Lang::En, out).await).contains("More words"), "the old version stays");
        agreed(&db, &next, &[Use::Site], out).await;
        let then = out.plus(COOLING);
        assert!(!text(found(&db, "knots", Lang::En, then).await).contains("More words"));
        done!(db, publish(&id, then)).unwrap();
        let Found::Reading(reading) = found(&db, "knots", Lang::En, then).await else { panic!("not public") };
        assert!(said(&reading).contains("More words"));
        let log: Vec<(&str, bool)> =
            reading.corrections.iter().map(|one| (one.words.as_str(), one.agreed_anew)).collect();
        assert_eq!(log, [("A new part about Thursdays.", true), ("She lived in four towns, not three.", false)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn consents_end_by_themselves_and_can_be_given_again() {
    on_both(async |db| {
        let (whole, _) = published(&db, "Knots", &["Neema"], &[Use::Site], NOW).await;
        let (id, end) = (whole.story.id.to_string(), NOW.plus(365 * At::DAY));
        assert_eq!(store::consents::ending(&db, end).await.unwrap(), std::slice::from_ref(&id));
        assert!(matches!(found(&db, "knots", Lang::En, end.plus(-1)).await, Found::Reading(_)));
        assert!(matches!(found(&db, "knots", Lang::En, end).await, Found::Gone), "exact to the millisecond");
        assert_eq!(store::lists::count(&db, Use::Site, "", end).await.unwrap(), 0);
        work::look_after(&db, end).await.unwrap();
        let gone = store::whole::find(&db, &id).await.unwrap().unwrap();
        assert_eq!(gone.story.standing, Standing::Expired);
        let again =
            done!(db, agree(&id, whole.subjects[0].id.as_str(), &agreement(&gone.story.root, &[Use::Site]), end))
                .unwrap();
        assert_eq!(again.story.standing, Standing::Published);
        assert!(matches!(found(&db, "knots", Lang::En, end).await, Found::Reading(_)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_translation_is_read_by_somebody_else_goes_stale_and_hides_when_more_than_a_slip_changed() {
    on_both(async |db| {
        let (whole, out) = published(&db, "Knots", &["Neema"], &[Use::Site], NOW).await;
        let (id, edition) = (whole.story.id.to_string(), whole.story.edition.clone());
        let sw = Content {
            title: "Mafundo".into(),
            lede: "Watu tisa na wimbo.".into(),
            source: "Uzi unasikiliza.".into(),
            ..Content::default()
        };
        done!(db, translate(&id, "sw", (sw, &edition), "translator", out)).unwrap();
        let waiting = async || store::tellings::waiting(&db).await.unwrap();
        assert_eq!(
            waiting().await.iter().map(|one| (one.lang.as_str(), one.stale)).collect::<Vec<_>>(),
            [("sw", false)]
        );
        let Found::Reading(original) = found(&db, "knots", Lang::Sw, out).await else { panic!() };
        assert_eq!(original.lang, "en", "a draft is shown to nobody");
        assert_eq!(done!(db, review_translation(&id, "sw", "translator", out)).unwrap_err(), Refusal::Twice);
        done!(db, review_translation(&id, "sw", "reader", out)).unwrap();
        assert!(waiting().await.is_empty(), "it was read beside the original");
        let Found::Reading(read) = found(&db, "knots", Lang::Sw, out).await else { panic!() };
        assert_eq!((read.lang.as_str(), read.title.as_str(), read.stale), ("sw", "Mafundo", false));
        let slip = Content { source: super::cast::SOURCE.replace("three towns", "four towns"), ..content("Knots") };
        done!(db, correct(&id, slip, "Four towns.", out)).unwrap();
        let Found::Reading(read) = found(&db, "knots", Lang::Sw, out).await else { panic!() };
        assert!(read.stale);
        assert!(waiting().await[0].stale);
        done!(db, reopen(&id, "A new title.", out)).unwrap();
        done!(db, write(&id, (Form::Interview, None), content("Knots and songs"), out)).unwrap();
        let next = signed(&db, &id, out).await;
        agreed(&db, &next, &[Use::Site], out).await;
        done!(db, publish(&id, out.plus(COOLING))).unwrap();
        let Found::Reading(read) = found(&db, "knots", Lang::Sw, out.plus(COOLING)).await else { panic!() };
        assert_eq!((read.lang.as_str(), read.langs.len()), ("en", 1), "nobody agreed to what the translation says");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_goes_with_the_story_it_is_from() {
    on_both(async |db| {
        let (amina, out) = published(&db, "Amina sings", &["Amina"], &[Use::Site], NOW).await;
        let news = begun(&db, Form::News, "A song evening", NOW).await;
        let id = news.story.id.to_string();
        let source = "Come on Friday.\n\n> The river remembers.\n> — [Amina](/stories/amina-sings)";
        let said = Content { source: source.into(), ..content("A song evening") };
        done!(db, write(&id, (Form::News, None), said, NOW)).unwrap();
        assert_eq!(signed(&db, &id, out).await.story.state(), State::Published, "nobody is in it");
        assert!(text(found(&db, "a-song-evening", Lang::En, out).await).contains("river"));
        let before = changes::last(&db).await.unwrap();
        done!(db, withdraw(amina.story.id.as_str(), None, out)).unwrap();
        assert!(!text(found(&db, "a-song-evening", Lang::En, out).await).contains("river"));
        let changed = changes::since(&db, before, 10).await.unwrap();
        assert!(changed.iter().any(|change| change.subject == id), "the index hears of it: {changed:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_and_the_child_both_agree() {
    on_both(async |db| {
        let whole = begun(&db, Form::Interview, "Knots", NOW).await;
        let id = whole.story.id.to_string();
        let mut child = Subject::new(&id, "Zawadi", None, NOW);
        (child.minor, child.face, child.located, child.cleared_at) = (true, false, false, Some(NOW));
        done!(db, add_person(&id, &child, NOW)).unwrap();
        let whole = signed(&db, &id, NOW).await;
        let own = agreement(&whole.story.next_root, &[Use::Site]);
        let one = done!(db, agree(&id, child.id.as_str(), &own, NOW)).unwrap();
        assert_eq!(one.story.stage, Stage::Preview);
        let guardian = crate::deeds::Agreement { by: Giver::Guardian, ..own };
        assert_eq!(done!(db, agree(&id, child.id.as_str(), &guardian, NOW)).unwrap().story.stage, Stage::Cooling);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_has_a_copy_is_told_once_and_a_reader_without_an_address_by_the_feed() {
    on_both(async |db| {
        let (whole, out) = published(&db, "Knots", &["Neema"], &[Use::Site, Use::Press], NOW).await;
        let id = whole.story.id.as_str();
        store::copies::taken(&db, &[id], "A paper", "press", "desk@example.org", out).await.unwrap();
        store::copies::taken(&db, &[id], "A reader", "feed", "", out).await.unwrap();
        done!(db, withdraw(id, None, out)).unwrap();
        let copies = store::copies::list(&db, id).await.unwrap();
        assert!(copies.len() == 2 && copies.iter().all(|copy| copy.told_at == Some(out)), "{copies:?}");
        let waits = jobs::leftovers(&db).await.unwrap();
        assert_eq!(waits.iter().filter(|job| job.kind == "tell-copies-of-story").count(), 1);
        let job = crate::copies::TellCopies { path: whole.story.path(), contacts: vec!["desk@example.org".into()] };
        crate::copies::tell(&db, &job, ("Dzaleka Connect", "http://portal.test"), out).await.unwrap();
        let mail = "SELECT text FROM outbox WHERE recipient = 'desk@example.org'";
        let mail: String = db.one(mail, &[], |row| row.get(0)).await.unwrap();
        assert!(mail.contains("http://portal.test/stories/knots") && !mail.contains("Neema"), "{mail}");
    })
    .await;
}
