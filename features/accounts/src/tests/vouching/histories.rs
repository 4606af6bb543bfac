//! Random histories. The laws read a diary of what happened, not the graph.

use std::collections::HashMap;

use basics::{At, Level};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{change, day, people};
use crate::vouching::{Graph, VouchRefusal};

const NAMES: [&str; 9] = ["a", "b", "c", "d", "e", "f", "g", "h", "i"];
/// The first of them the operator knows; the last is a minor.
const ROOTS: usize = 4;
const MINOR: &str = "i";

#[derive(Clone, Debug)]
enum Step {
    Vouch(usize, usize),
    Withdraw(usize, usize),
    Ban(usize),
    Unban(usize),
    Leave(usize),
    Review(usize),
    Clear(usize),
    Trust(usize),
    Distrust(usize),
    Pass(i64),
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..NAMES.len();
    prop_oneof![
        20 => (who.clone(), who.clone()).prop_map(|(giver, receiver)| Step::Vouch(giver, receiver)),
        2 => (who.clone(), who.clone()).prop_map(|(giver, receiver)| Step::Withdraw(giver, receiver)),
        1 => who.clone().prop_map(Step::Ban),
        1 => who.clone().prop_map(Step::Unban),
        1 => (ROOTS..NAMES.len()).prop_map(Step::Leave),
        1 => who.clone().prop_map(Step::Review),
        2 => who.clone().prop_map(Step::Clear),
        1 => who.clone().prop_map(Step::Trust),
        1 => who.prop_map(Step::Distrust),
        4 => (0..20_i64).prop_map(Step::Pass),
    ]
}

/// What happened, as somebody beside the graph would write it down.
#[derive(Default)]
struct Diary {
    /// Giver, receiver, when, whether the giver was trusted then.
    given: Vec<(usize, usize, At, bool)>,
    latest: HashMap<(usize, usize), At>,
    /// In force: given and not taken back.
    in_force: HashMap<(usize, usize), At>,
    banned: [bool; NAMES.len()],
    left: [bool; NAMES.len()],
    reviewed: [bool; NAMES.len()],
    trusted: [bool; NAMES.len()],
}

impl Diary {
    fn ever(&self, giver: usize, receiver: usize) -> Option<At> {
        self.latest.get(&(giver, receiver)).copied()
    }

    /// Whether two people in force for `who`, of those whom `may_count` lets, are strangers to each other.
    fn has_two(&self, who: usize, now: At, may_count: impl Fn(usize) -> bool) -> bool {
        let for_them =
            |giver: usize| self.in_force.contains_key(&(giver, who)) && !self.banned[giver] && may_count(giver);
        let young = |at: At| now.0 - at.0 < 30 * At::DAY;
        (0..NAMES.len()).filter(|one| for_them(*one)).any(|one| {
            (one + 1..NAMES.len()).filter(|two| for_them(*two)).any(|two| {
                let tied = self.ever(one, two).is_some() || self.ever(two, one).is_some();
                let branch = (0..NAMES.len()).any(|root| match (self.ever(root, one), self.ever(root, two)) {
                    (Some(first), Some(second)) => young(first) || young(second),
                    _ => false,
                });
                !tied && !branch
            })
        })
    }
}

fn levels(graph: &Graph, now: At) -> Vec<Level> {
    NAMES.iter().map(|name| graph.level(name, now)).collect()
}

fn settle(graph: &mut Graph, now: At) {
    for name in NAMES {
        super::settle(graph, name, now);
    }
}

fn allowed(diary: &Diary, before: &[Level], giver: usize, receiver: usize) -> bool {
    let well = |who: usize| !diary.banned[who] && !diary.left[who] && !diary.reviewed[who];
    giver != receiver && well(giver) && well(receiver) && NAMES[giver] != MINOR && before[giver] > Level::Member
}

fn month(at: At) -> (i16, i8) {
    let date = at.timestamp().to_zoned(TimeZone::UTC);
    (date.year(), date.month())
}

/// Does one step in both, and checks what that kind of step may never do.
fn live(graph: &mut Graph, diary: &mut Diary, step: &Step, now: &mut At) -> Result<(), TestCaseError> {
    let before = levels(graph, *now);
    match *step {
        Step::Vouch(giver, receiver) => {
            let given = graph.give(NAMES[giver], NAMES[receiver], *now);
            if given.is_ok() {
                prop_assert!(allowed(diary, &before, giver, receiver));
                prop_assert!(!diary.in_force.contains_key(&(giver, receiver)));
                diary.given.push((giver, receiver, *now, diary.trusted[giver]));
                diary.latest.insert((giver, receiver), *now);
                diary.in_force.insert((giver, receiver), *now);
            } else if allowed(diary, &before, giver, receiver) {
                prop_assert!(matches!(given, Err(VouchRefusal::Already | VouchRefusal::Limit(_))), "{:?}", given);
            }
        }
        Step::Withdraw(giver, receiver) => {
            prop_assert_eq!(
                graph.withdraw(NAMES[giver], NAMES[receiver]),
                diary.in_force.remove(&(giver, receiver)).is_some()
            );
        }
        Step::Ban(who) | Step::Unban(who) => {
            diary.banned[who] = matches!(step, Step::Ban(_));
            change(graph, NAMES[who], |standing| standing.banned = diary.banned[who]);
        }
        Step::Leave(who) => {
            diary.left[who] = true;
            change(graph, NAMES[who], |standing| standing.left = true);
        }
        Step::Review(who) => {
            diary.reviewed[who] = true;
            change(graph, NAMES[who], |standing| {
                standing.under_review_since = standing.under_review_since.or(Some(*now))
            });
        }
        Step::Clear(who) => {
            diary.reviewed[who] = false;
            change(graph, NAMES[who], |standing| standing.under_review_since = None);
        }
        Step::Trust(who) => {
            if graph.may_trust(NAMES[who], *now).is_ok() {
                diary.trusted[who] = true;
                change(graph, NAMES[who], |standing| standing.by_hand = Level::Trusted);
            }
        }
        Step::Distrust(who) => {
            if std::mem::take(&mut diary.trusted[who]) {
                let by_hand = if who < ROOTS { Level::Vouched } else { Level::Member };
                change(graph, NAMES[who], |standing| standing.by_hand = by_hand);
            }
        }
        Step::Pass(days) => *now = now.plus(days * At::DAY),
    }
    let after = levels(graph, *now);
    for who in
        (0..NAMES.len()).filter(|who| after[*who] > before[*who] && matches!(step, Step::Vouch(..) | Step::Pass(_)))
    {
        prop_assert!(diary.has_two(who, *now, |giver| !diary.reviewed[giver]), "a frozen vouch lifts nobody");
    }
    unharmed(&before, &after, step)
}

/// Who may rise and fall by a step.
fn unharmed(before: &[Level], after: &[Level], step: &Step) -> Result<(), TestCaseError> {
    for (who, (after, before)) in after.iter().zip(before).enumerate() {
        let (rose, fell) = (after > before, after < before);
        match step {
            Step::Ban(_) => prop_assert!(!rose, "a ban lifts nobody"),
            Step::Leave(gone) => prop_assert!(!rose && (!fell || *gone == who), "a departure changes nobody else"),
            Step::Review(seen) => prop_assert!(!rose && (!fell || *seen == who), "a review harms nobody else"),
            Step::Withdraw(..) => prop_assert!(!rose),
            Step::Pass(_) => prop_assert!(!fell, "time takes nothing away"),
            Step::Vouch(_, receiver) => prop_assert!(!rose || *receiver == who),
            Step::Trust(one) => prop_assert!(!fell && (!rose || *one == who)),
            Step::Distrust(one) => prop_assert!(!rose && (!fell || *one == who)),
            Step::Unban(_) | Step::Clear(_) => prop_assert!(!fell),
        }
    }
    Ok(())
}

/// What holds at every moment.
fn holds(graph: &Graph, diary: &Diary, now: At) -> Result<(), TestCaseError> {
    for (who, name) in NAMES.iter().enumerate() {
        let level = graph.level(name, now);
        let out = diary.banned[who] || diary.left[who] || diary.reviewed[who];
        let certain = diary.has_two(who, now, |giver| !diary.reviewed[giver]);
        let possible = diary.has_two(who, now, |_| true);
        if out {
            prop_assert_eq!(level, Level::Member);
        } else if diary.trusted[who] {
            prop_assert_eq!(level, Level::Trusted);
        } else if who < ROOTS {
            prop_assert_eq!(level, Level::Vouched);
        } else {
            prop_assert!(level <= Level::Vouched);
            prop_assert!(level == Level::Member || possible, "{name} has no two voices");
            prop_assert!(level == Level::Vouched || !certain, "{name} has two voices");
        }
    }
    Ok(())
}

/// Nobody ever gave more than a month allows.
fn within_months(diary: &Diary) -> Result<(), TestCaseError> {
    let mut months: HashMap<(usize, (i16, i8)), (usize, bool)> = HashMap::new();
    for (giver, _, at, trusted) in &diary.given {
        let (count, ever_trusted) = months.entry((*giver, month(*at))).or_default();
        *count += 1;
        *ever_trusted |= trusted;
        let most = if *ever_trusted { 6 } else { 3 };
        prop_assert!(*count <= most);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10_000, max_shrink_iters: 5_000, ..ProptestConfig::default() })]

    #[test]
    fn every_history_keeps_the_laws(steps in prop::collection::vec(step(), 1..45)) {
        let (mut graph, mut diary, mut now) = (people(&NAMES.join(" "), ROOTS), Diary::default(), day(0));
        change(&mut graph, MINOR, |standing| standing.minor = true);
        for step in &steps {
            live(&mut graph, &mut diary, step, &mut now)?;
            settle(&mut graph, now);
            holds(&graph, &diary, now)?;
        }
        within_months(&diary)?;
    }
}
