//! YAML to a tree, within a budget, with the lines that people write wrongly put right first.

use serde_saphyr::options::{AliasLimits, DuplicateKeyPolicy, NonFiniteFloatPolicy};
use serde_saphyr::{Error, Options};

use crate::node::{Node, Source, Yaml};
use crate::{Repair, Unreadable, mend};

/// Lines that may be mended in one document, and bytes that may be read again while trying.
const MENDS: usize = 200;
const WORK: usize = 64 * 1024 * 1024;

/// The tree of one YAML document. `exact`: nothing is mended. Lines of repairs count from the text's first line.
pub(crate) fn tree(text: &str, exact: bool, repairs: &mut Vec<Repair>) -> Result<Node, Unreadable> {
    let mut text = if exact { text.to_owned() } else { mend::unseen(text, repairs) };
    let mut tabs = !exact;
    let mut work = 0;
    for _ in 0..MENDS {
        let refused = match parse(&text) {
            Ok(node) => return Ok(node),
            Err(refused) => refused,
        };
        let Unreadable::Yaml { line, .. } = refused else { return Err(refused) };
        if std::mem::take(&mut tabs)
            && let Some(mended) = mend::tabs(&text, repairs)
        {
            text = mended;
            continue;
        }
        let better = if exact { None } else { improve(&text, line, &mut work) };
        let Some((mended, repair)) = better else { return Err(refused) };
        text = mended;
        repairs.push(repair);
    }
    parse(&text)
}

/// The text with the one line put right that lets reading go on past `line`.
fn improve(text: &str, line: usize, work: &mut usize) -> Option<(String, Repair)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let after = [line + 1];
    for number in (1..=line.min(lines.len())).rev().chain(after.into_iter().filter(|n| *n <= lines.len())) {
        for (mended, why) in mend::line(lines[number - 1]) {
            *work += text.len();
            if *work > WORK {
                return None;
            }
            let changed = replaced(&lines, number, &mended);
            let further = match parse(&changed) {
                Ok(_) => true,
                Err(Unreadable::Yaml { line: now, .. }) => now > line,
                Err(_) => false,
            };
            if further {
                return Some((changed, mend::repair(number, lines[number - 1], &mended, why)));
            }
        }
    }
    None
}

fn replaced(lines: &[&str], number: usize, mended: &str) -> String {
    let mut lines = lines.to_vec();
    lines[number - 1] = mended;
    lines.join("\n")
}

fn parse(text: &str) -> Result<Node, Unreadable> {
    match serde_saphyr::from_str_with_options::<Yaml>(text, options()) {
        Ok(yaml) => Ok(yaml.node(text)),
        Err(Error::Eof { .. }) => Ok(Node::empty()),
        Err(error) => Err(refusal(&error)),
    }
}

fn options() -> Options {
    let mut aliases = AliasLimits::default();
    aliases.max_total_replayed_events = 20_000;
    aliases.max_replay_stack_depth = 8;
    let budget = serde_saphyr::budget! { max_aliases: 500, max_anchors: 500, max_depth: 32 };
    serde_saphyr::options! {
        budget: budget,
        alias_limits: aliases,
        duplicate_keys: DuplicateKeyPolicy::LastWins,
        non_finite_float_policy: NonFiniteFloatPolicy::AsString,
        strict_booleans: true,
        emit_comments: false,
        with_snippet: false,
    }
}

fn refusal(error: &Error) -> Unreadable {
    let error = error.without_snippet();
    let line = error.location().map_or(1, |location| location.line() as usize);
    let detail = error.to_string();
    let detail = detail.lines().next().unwrap_or_default();
    let detail = detail.split(" at line ").next().unwrap_or(detail).to_owned();
    match error {
        Error::Budget { .. }
        | Error::AliasReplayLimitExceeded { .. }
        | Error::AliasExpansionLimitExceeded { .. }
        | Error::AliasReplayStackDepthExceeded { .. }
        | Error::AliasReplayCounterOverflow { .. }
        | Error::RecursiveReferencesRequireWeakTypes { .. } => Unreadable::Bomb { line, detail },
        // Below an alias the reader wraps its error into words.
        _ if detail.contains("limit exceeded") || detail.contains("budget") => Unreadable::Bomb { line, detail },
        _ => Unreadable::Yaml { line, detail },
    }
}
