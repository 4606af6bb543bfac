//! Vouching: the rules one by one, then ten thousand random histories against laws written another way.

mod histories;

use basics::{At, Level};
use jiff::civil::date;

use crate::vouching::{Graph, KnownFrom, Standing, TrustRefusal, VouchRefusal};

const DAY: i64 = At::DAY;

fn day(number: i64) -> At {
    At::midnight(date(2026, 1, 1)).plus(number * DAY)
}

/// A graph of these people, the first `vouched` of them vouched for by the operator.
fn people(names: &str, vouched: usize) -> Graph {
    let mut graph = Graph::default();
    for (n, name) in names.split(' ').enumerate() {
        let by_hand = if n < vouched { Level::Vouched } else { Level::Member };
        graph.put(name, Standing { by_hand, vouched_since: (n < vouched).then_some(day(0)), ..Standing::default() });
    }
    graph
}

fn change(graph: &mut Graph, who: &str, change: impl FnOnce(&mut Standing)) {
    let mut standing = graph.standing(who).unwrap().clone();
    change(&mut standing);
    graph.put(who, standing);
}

/// What the keeper of the graph does after every change.
fn settle(graph: &mut Graph, who: &str, now: At) {
    let since = graph.vouched_since(who, now);
    change(graph, who, |standing| standing.vouched_since = since);
}

#[test]
fn two_independent_vouches_make_vouched_and_one_does_not() {
    let mut graph = people("a b c", 2);
    graph.give("a", "c", day(1)).unwrap();
    assert_eq!(graph.level("c", day(1)), Level::Member);
    assert_eq!(graph.may_vouch("c", "b", day(1)), Err(VouchRefusal::NotVouched));
    graph.give("b", "c", day(1)).unwrap();
    assert_eq!(graph.level("c", day(1)), Level::Vouched);
    assert_eq!(graph.may_vouch("c", "a", day(1)), Ok(()));
}

#[test]
fn who_vouched_for_each_other_are_one_voice_however_long_ago_and_also_when_taken_back() {
    let mut graph = people("a b c", 2);
    graph.give("a", "b", day(0)).unwrap();
    graph.withdraw("a", "b");
    graph.give("a", "c", day(400)).unwrap();
    graph.give("b", "c", day(400)).unwrap();
    assert_eq!(graph.level("c", day(800)), Level::Member);
}

#[test]
fn two_of_one_branch_become_two_voices_after_thirty_days() {
    let mut graph = people("root a b c", 3);
    graph.give("root", "a", day(0)).unwrap();
    graph.give("root", "b", day(5)).unwrap();
    graph.give("a", "c", day(6)).unwrap();
    graph.give("b", "c", day(6)).unwrap();
    assert_eq!(graph.level("c", day(35).plus(-1)), Level::Member);
    assert_eq!(graph.level("c", day(35)), Level::Vouched);
}

#[test]
fn a_ring_of_ten_puppets_gains_nothing() {
    let names: Vec<String> = (0..10).map(|n| format!("p{n}")).collect();
    for outside_help in 0..=1 {
        let mut graph = people(&format!("victim {}", names.join(" ")), outside_help);
        for now in (0..720).step_by(5).map(day) {
            for giver in names.iter().map(String::as_str).chain(["victim"]) {
                for receiver in &names {
                    let given = graph.give(giver, receiver, now);
                    assert!(given.is_err() || (giver == "victim" && outside_help == 1));
                }
            }
            assert!(names.iter().all(|puppet| graph.level(puppet, now) == Level::Member));
        }
    }
}

#[test]
fn two_accounts_gone_bad_lift_three_puppets_in_thirty_days_and_one_ban_takes_them_down() {
    let names: Vec<String> = (0..40).map(|n| format!("p{n:02}")).collect();
    let mut graph = people(&format!("bad worse {}", names.join(" ")), 2);
    let lifted = |graph: &Graph, now| names.iter().filter(|name| graph.level(name, now) > Level::Member).count();
    for now in (0..30).map(day) {
        for giver in names.iter().map(String::as_str).chain(["bad", "worse"]) {
            for receiver in &names {
                graph.give(giver, receiver, now).ok();
            }
        }
        assert_eq!(lifted(&graph, now), 3);
    }
    change(&mut graph, "bad", |standing| standing.banned = true);
    assert_eq!(lifted(&graph, day(30)), 0, "those the puppets vouched for have nothing of it either");
}

#[test]
fn vouches_outlive_departure_but_not_a_ban_or_a_change_of_mind() {
    let mut graph = people("a b c", 2);
    graph.give("a", "c", day(0)).unwrap();
    graph.give("b", "c", day(0)).unwrap();
    change(&mut graph, "a", |standing| standing.left = true);
    assert_eq!(graph.level("c", day(1)), Level::Vouched);
    change(&mut graph, "b", |standing| standing.banned = true);
    assert_eq!(graph.level("c", day(1)), Level::Member);
    change(&mut graph, "b", |standing| standing.banned = false);
    assert_eq!(graph.level("c", day(1)), Level::Vouched);
    assert!(graph.withdraw("b", "c") && !graph.withdraw("b", "c") && !graph.withdraw("c", "b"));
    assert_eq!(graph.level("c", day(1)), Level::Member);
}

#[test]
fn a_ban_reaches_those_the_banned_vouched_for_and_no_further() {
    let mut graph = people("a b c d e", 3);
    for (giver, receiver) in [("a", "d"), ("b", "d")] {
        graph.give(giver, receiver, day(0)).unwrap();
    }
    graph.give("d", "e", day(1)).unwrap();
    graph.give("c", "e", day(1)).unwrap();
    assert_eq!(graph.level("e", day(1)), Level::Vouched);
    change(&mut graph, "a", |standing| standing.banned = true);
    assert_eq!((graph.level("d", day(1)), graph.level("e", day(1))), (Level::Member, Level::Vouched));
    assert_eq!(graph.may_vouch("d", "c", day(1)), Err(VouchRefusal::NotVouched));
}

#[test]
fn a_review_freezes_both_ways_and_costs_others_nothing() {
    let mut graph = people("a b c d", 2);
    for receiver in ["c", "d"] {
        graph.give("a", receiver, day(0)).unwrap();
    }
    graph.give("b", "c", day(0)).unwrap();
    settle(&mut graph, "c", day(0));
    change(&mut graph, "a", |standing| standing.under_review_since = Some(day(1)));
    assert_eq!(graph.level("a", day(1)), Level::Member);
    assert_eq!(graph.level("c", day(1)), Level::Vouched, "was vouched for before");
    graph.give("b", "d", day(1)).unwrap();
    assert_eq!(graph.level("d", day(1)), Level::Member, "a frozen vouch lifts nobody");
    for (giver, receiver) in [("a", "b"), ("b", "a")] {
        assert_eq!(graph.may_vouch(giver, receiver, day(1)), Err(VouchRefusal::UnderReview));
    }
    change(&mut graph, "c", |standing| standing.under_review_since = Some(day(1)));
    assert_eq!(graph.level("c", day(1)), Level::Member);
    assert_eq!(graph.vouched_since("c", day(2)), Some(day(0)), "kept for the day the review ends");
    for who in ["a", "c"] {
        change(&mut graph, who, |standing| standing.under_review_since = None);
    }
    assert_eq!((graph.level("c", day(2)), graph.level("d", day(2))), (Level::Vouched, Level::Vouched));
}

#[test]
fn each_month_has_its_vouches_and_taking_back_gives_none_again() {
    let mut graph = people("a b c d e f g h", 1);
    for receiver in ["b", "c", "d"] {
        graph.give("a", receiver, day(30)).unwrap();
    }
    let february = day(31);
    assert_eq!(graph.may_vouch("a", "e", day(30)), Err(VouchRefusal::Limit(february)));
    graph.withdraw("a", "b");
    assert_eq!(graph.may_vouch("a", "b", day(30)), Err(VouchRefusal::Already));
    assert_eq!(graph.may_vouch("a", "e", day(30)), Err(VouchRefusal::Limit(february)));
    assert_eq!(graph.may_vouch("a", "b", february), Ok(()));
    assert_eq!(graph.may_vouch("a", "c", february), Err(VouchRefusal::Already));
    assert_eq!(
        graph.may_vouch("a", "e", day(-40)),
        Err(VouchRefusal::Limit(At::midnight(date(2025, 12, 1)))),
        "a clock set back"
    );
    change(&mut graph, "a", |standing| standing.by_hand = Level::Trusted);
    for receiver in ["e", "f", "g"] {
        graph.give("a", receiver, day(30)).unwrap();
    }
    assert_eq!(graph.may_vouch("a", "h", day(30)), Err(VouchRefusal::Limit(february)));
}

#[test]
fn every_refusal_has_its_case() {
    use VouchRefusal::*;
    let mut graph = people("a b young gone banned", 5);
    change(&mut graph, "young", |standing| standing.minor = true);
    change(&mut graph, "gone", |standing| standing.left = true);
    change(&mut graph, "banned", |standing| standing.banned = true);
    for (giver, receiver, refusal) in [
        ("a", "a", Own),
        ("a", "nobody", NotHere),
        ("nobody", "a", NotHere),
        ("a", "gone", NotHere),
        ("banned", "a", NotHere),
        ("young", "a", Minor),
    ] {
        assert_eq!(graph.may_vouch(giver, receiver, day(0)), Err(refusal), "{giver} {receiver}");
    }
    graph.give("a", "young", day(0)).unwrap();
    assert_eq!(graph.may_vouch("a", "young", day(0)), Err(Already));
    assert!(KnownFrom::ALL.iter().all(|from| KnownFrom::from_code(from.code()) == Some(*from)));
}

#[test]
fn trust_follows_ninety_days_of_being_vouched_for() {
    let mut graph = people("a b c young", 2);
    for giver in ["a", "b"] {
        graph.give(giver, "c", day(0)).unwrap();
    }
    assert_eq!(graph.may_trust("young", day(0)), Err(TrustRefusal::NotVouched));
    settle(&mut graph, "c", day(0));
    assert_eq!(graph.may_trust("c", day(89)), Err(TrustRefusal::TooSoon(day(90))));
    assert_eq!(graph.may_trust("c", day(90)), Ok(()));
    change(&mut graph, "c", |standing| standing.by_hand = Level::Trusted);
    assert_eq!(
        (graph.level("c", day(90)), graph.may_trust("c", day(90))),
        (Level::Trusted, Err(TrustRefusal::Already))
    );
    change(&mut graph, "c", |standing| standing.by_hand = Level::Member);
    assert_eq!(graph.level("c", day(91)), Level::Vouched, "taken away, and vouched for still");
    change(&mut graph, "c", |standing| standing.under_review_since = Some(day(91)));
    assert_eq!(graph.may_trust("c", day(200)), Err(TrustRefusal::UnderReview));
    change(&mut graph, "c", |standing| {
        *standing = Standing { minor: true, vouched_since: standing.vouched_since, ..Standing::default() }
    });
    assert_eq!(graph.may_trust("c", day(200)), Err(TrustRefusal::Minor));
    assert_eq!(graph.may_trust("nobody", day(200)), Err(TrustRefusal::NotHere));
}

#[test]
fn a_person_with_many_vouches_of_one_branch_is_judged_quickly() {
    let names: Vec<String> = (0..300).map(|n| format!("g{n}")).collect();
    let mut graph = people(&format!("{} root star", names.join(" ")), 301);
    for name in &names {
        for (giver, receiver) in [("root", name.as_str()), (name.as_str(), "star")] {
            graph.put_vouch(giver, receiver, crate::vouching::Vouch { given_at: day(0), withdrawn: false });
        }
    }
    let started = std::time::Instant::now();
    assert_eq!(graph.level("star", day(1)), Level::Member);
    assert!(started.elapsed().as_millis() < 500, "{:?}", started.elapsed());
}
