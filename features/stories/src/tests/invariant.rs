//! Whatever happens, in whatever order: nothing is public without live consent for that use from everybody in it.

use std::collections::BTreeSet;

use basics::{At, Lang, Viewer};
use db::{Db, Tx, params};
use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha8Rng;
use testkit::on_both;

use super::cast::{NOW, content};
use crate::{
    Content, Form, Found, Giver, How, Part, Subject, Term, Told, Use, Whole,
    deeds::{self, Agreement, Beginning},
    reading, store, work,
};

const OPERATIONS: usize = 10_000;
/// Operations in one transaction: what is checked after each is what it would leave behind.
const TOGETHER: usize = 50;
const STORIES: usize = 8;

/// The law in the words of safety.md, written without the room's own rule.
fn is_lawful(whole: &Whole, to: Use, now: At) -> bool {
    let agrees = |subject: &Subject, to: Use, by: Giver| {
        whole.consents.iter().any(|consent| {
            consent.subject == subject.id.as_str()
                && consent.to == to
                && consent.by == by
                && consent.root == whole.story.root
                && consent.withdrawn_at.is_none()
                && consent.given_at <= now
                && consent.ends_at > now
        })
    };
    let identifiable =
        |subject: &&Subject| subject.recognisable || subject.minor || subject.face || subject.named || subject.located;
    whole.subjects.iter().filter(identifiable).all(|subject| {
        let shown = usize::from(subject.face) + usize::from(subject.named) + usize::from(subject.located);
        let careful = !(subject.minor || subject.at_risk) || shown <= 1;
        let guarded =
            !subject.minor || (agrees(subject, Use::Site, Giver::Guardian) && agrees(subject, to, Giver::Guardian));
        careful && guarded && agrees(subject, Use::Site, Giver::Own) && agrees(subject, to, Giver::Own)
    }) && (!whole.subjects.is_empty() || !whole.story.form.portrays())
}

struct World {
    rng: ChaCha8Rng,
    now: At,
    ids: Vec<String>,
    /// Stories that were public at some moment, and checks of public ones: the test would say nothing without any.
    out: BTreeSet<String>,
    checked: usize,
    minors: usize,
}

impl World {
    fn chance(&mut self, percent: u32) -> bool {
        self.rng.random_range(0..100) < percent
    }

    fn uses(&mut self) -> Vec<Use> {
        let mut uses = vec![Use::Site];
        for to in &Use::ALL[1..] {
            if self.chance(50) {
                uses.push(*to);
            }
        }
        uses
    }

    async fn begin(&mut self, tx: &mut Tx) {
        let form = *Form::ALL.choose(&mut self.rng).unwrap();
        let content = content(&format!("Story {}", self.ids.len()));
        let beginning =
            Beginning { form, theme: None, lang: "en", told: Told::Sent, content, author: None, sent: true };
        let whole = deeds::begin(tx, beginning, self.now).await.unwrap();
        let id = whole.story.id.to_string();
        deeds::assign(tx, &id, "one", Part::Editor, "", self.now).await.unwrap().unwrap();
        deeds::assign(tx, &id, "two", Part::Second, "", self.now).await.unwrap().unwrap();
        self.ids.push(id);
    }

    /// Does something, wanted or not, to a story; refusals are as welcome as deeds.
    async fn step(&mut self, tx: &mut Tx) -> String {
        let id = self.ids.choose(&mut self.rng).unwrap().clone();
        let whole = store::whole::get_in(tx, &id).await.unwrap().unwrap();
        let subject = whole.subjects.choose(&mut self.rng).cloned();
        let now = self.now;
        match (self.rng.random_range(0..100), subject) {
            (0..6, _) if whole.subjects.len() < 4 => {
                let mut new = Subject::new(&id, "Somebody", None, now);
                new.cleared_at = Some(now);
                (new.minor, new.at_risk) = (self.chance(20), self.chance(10));
                if new.is_protected() {
                    (new.face, new.located) = (false, false);
                }
                deeds::add_person(tx, &id, &new, now).await.unwrap().ok();
            }
            (6..10, Some(mut subject)) => {
                (subject.minor, subject.at_risk) = (self.chance(30), self.chance(20));
                (subject.face, subject.named, subject.located) = (self.chance(40), self.chance(40), self.chance(40));
                subject.recognisable = self.chance(80);
                deeds::change_person(tx, &id, &subject, now).await.unwrap().ok();
            }
            (10..12, Some(subject)) => {
                deeds::remove_person(tx, &id, subject.id.as_str(), now).await.unwrap().ok();
            }
            (12..30, _) => {
                deeds::sign(tx, &id, if self.chance(50) { "one" } else { "two" }, now).await.unwrap().ok();
            }
            (30..64, Some(subject)) => {
                let next = if self.chance(80) { &whole.story.next_root } else { &whole.story.root };
                let uses = self.uses();
                let term = *Term::ALL.choose(&mut self.rng).unwrap();
                let by = if subject.minor && self.chance(50) { Giver::Guardian } else { Giver::Own };
                let agreement =
                    Agreement { root: next, uses: &uses, term, lang: "sw", how: How::Code, by, witness: "" };
                deeds::agree(tx, &id, subject.id.as_str(), &agreement, now).await.unwrap().ok();
            }
            (64..66, Some(subject)) => {
                deeds::decline(tx, &id, subject.id.as_str(), now).await.unwrap().ok();
            }
            (66..69, Some(subject)) => {
                let to = *Use::ALL[1..].choose(&mut self.rng).unwrap();
                deeds::withdraw_use(tx, &id, subject.id.as_str(), to, now).await.unwrap().ok();
            }
            (69..71, Some(subject)) => {
                deeds::withdraw(tx, &id, Some(subject.id.as_str()), now).await.unwrap().ok();
            }
            (71..72, _) => {
                deeds::withdraw(tx, &id, None, now).await.unwrap().ok();
            }
            (72..86, _) => {
                deeds::publish(tx, &id, now).await.unwrap().ok();
            }
            (86..90, _) => {
                deeds::reopen(tx, &id, "Changed.", now).await.unwrap().ok();
            }
            (90..94, _) => {
                let mut said = content("Another");
                said.source.push_str(&"more ".repeat(self.rng.random_range(0..30)));
                deeds::write(tx, &id, (whole.story.form, None), said, now).await.unwrap().ok();
            }
            (94..96, _) => {
                let mut said = content("Another");
                said.lede.push_str(" Again.");
                deeds::correct(tx, &id, said, "A slip.", now).await.unwrap().ok();
            }
            (96..98, _) => {
                let sw = Content { title: "Uzi".into(), source: "Uzi unasikiliza.".into(), ..Content::default() };
                deeds::translate(tx, &id, "sw", (sw, &whole.story.edition), "t", now).await.unwrap().ok();
                deeds::review_translation(tx, &id, "sw", "r", now).await.unwrap().ok();
            }
            _ => {
                deeds::expire(tx, &id, now).await.unwrap().ok();
            }
        }
        if self.chance(30) {
            let hours = if self.chance(5) { 24 * 200 } else { self.rng.random_range(1..40) };
            self.now = self.now.plus(hours * 60 * At::MINUTE);
        }
        id
    }

    /// What lists would answer for this story in this transaction.
    async fn check(&mut self, tx: &mut Tx, id: &str) {
        let whole = store::whole::get_in(tx, id).await.unwrap().unwrap();
        for to in store::follow::LISTED {
            let sql = "SELECT 1 FROM story_terms WHERE story_id = $1 AND term = $2 AND ends_at > $3";
            let term = format!("{}/all", to.code());
            if tx.opt(sql, params![id, term, self.now], |_| Ok(())).await.unwrap().is_some() {
                assert!(is_lawful(&whole, to, self.now), "{to:?} lists {whole:#?}");
                self.out.insert(id.to_owned());
                self.checked += 1;
                self.minors += usize::from(whole.subjects.iter().any(|subject| subject.minor));
            }
        }
    }

    /// What every reader may get of every story.
    async fn read(&mut self, db: &Db) {
        for whole in store::whole::list(db, &self.ids.iter().map(String::as_str).collect::<Vec<_>>()).await.unwrap() {
            for to in Use::ALL {
                let found =
                    reading::find(db, &whole.story.slug, *to, Viewer::Stranger, Lang::Sw, self.now).await.unwrap();
                if let Found::Reading(reading) = found {
                    assert!(is_lawful(&whole, *to, self.now), "{to:?} shows {whole:#?}");
                    assert!(reading.uses.iter().all(|to| is_lawful(&whole, *to, self.now)));
                }
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_public_without_live_consent_after_ten_thousand_random_operations() {
    on_both(async |db| {
        let rng = ChaCha8Rng::seed_from_u64(5);
        let mut world = World { rng, now: NOW, ids: Vec::new(), out: BTreeSet::new(), checked: 0, minors: 0 };
        // Every operation asks the other engine over a socket: a fifth of them says as much of it.
        let operations = if db.engine_name() == "SQLite" { OPERATIONS } else { OPERATIONS / 5 };
        for _ in 0..operations / TOGETHER {
            let mut tx = db.begin().await.unwrap();
            // New ones come, so that what is worn out by now does not make the rest of the test dull.
            if world.ids.len() < STORIES || world.chance(10) {
                world.begin(&mut tx).await;
                if world.ids.len() > STORIES {
                    world.ids.remove(0);
                }
            }
            for _ in 0..TOGETHER {
                let id = world.step(&mut tx).await;
                world.check(&mut tx, &id).await;
            }
            tx.commit().await.unwrap();
            if world.chance(50) {
                work::look_after(&db, world.now).await.unwrap();
            }
            world.read(&db).await;
        }
        println!(
            "{} stories came out, {} checks of public ones, {} with a child",
            world.out.len(),
            world.checked,
            world.minors
        );
        let enough = (world.out.len(), world.checked, world.minors);
        assert!(operations < OPERATIONS || (enough.0 > 5 && enough.1 > 500 && enough.2 > 5), "dull: {enough:?}");
    })
    .await;
}
