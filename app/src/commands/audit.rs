//! `dzaleka audit`: whether the log of security events is as it was written, and what it says.

use audit::{Fault, Filter, Recorded, Verdict, Wrong};
use config::Settings;

use crate::{
    Ended,
    cli::{AuditList, AuditVerify, WrongUse},
    house,
};

/// Entries read at a time.
const PAGE: i64 = 500;

pub async fn verify(settings: &Settings, ask: &AuditVerify) -> anyhow::Result<Ended> {
    let noted = ask.head.as_deref().map(|head| head.trim().to_ascii_lowercase());
    if noted.as_ref().is_some_and(|head| head.len() != 64 || !head.bytes().all(|b| b.is_ascii_hexdigit())) {
        return Err(WrongUse(
            "A head has 64 digits and letters from a to f, as `dzaleka audit verify` prints it.".into(),
        )
        .into());
    }
    let db = house::open(settings).await?.db;
    let verdict = audit::verify(&db, noted.as_deref()).await?;
    println!("{}", said(&verdict));
    Ok(if verdict.fault.is_some() { Ended::WithFindings } else { Ended::Fine })
}

fn said(verdict: &Verdict) -> String {
    let Verdict { sound, last, head, fault } = verdict;
    match fault {
        None if *sound == 0 => "The audit log is empty.".to_owned(),
        None => format!(
            "The audit log is sound. Entries: {sound}, the last is number {last}.\nHead: {head}\nWrite the head down \
             elsewhere; later, `dzaleka audit verify --head HEAD` shows that nothing before it was made anew."
        ),
        Some(fault) => format!("{}\nSound entries up to there: {sound}.", found(*fault)),
    }
}

fn found(Fault { seq, wrong }: Fault) -> String {
    match wrong {
        Wrong::Altered => format!("Entry {seq} was altered after it was written."),
        Wrong::OutOfOrder => format!("Entry {seq} does not follow the one before it: one of the two was made anew."),
        Wrong::Missing => format!("Entry {seq} is missing."),
        Wrong::CutOff => format!("Entry {seq} and all after it are missing."),
        Wrong::Surplus => format!("Entry {seq} is more than the database has counted: the counter was set back."),
        Wrong::HeadLost => {
            format!(
                "This head is nowhere in the log, which ends with entry {seq}: it was made anew, or the head is too old."
            )
        }
    }
}

pub async fn list(settings: &Settings, ask: &AuditList) -> anyhow::Result<Ended> {
    let db = house::open(settings).await?.db;
    let (mut left, mut before) = (ask.last, None);
    while left > 0 {
        let filter = Filter { before, ..Filter::default() };
        let page = audit::list(&db, &filter, left.min(PAGE)).await?;
        let Some(oldest) = page.last() else { break };
        (left, before) = (left - page.len() as i64, Some(oldest.seq));
        page.iter().for_each(|entry| println!("{}", line(entry)));
    }
    Ok(Ended::Fine)
}

fn line(entry: &Recorded) -> String {
    let Recorded { seq, actor, action, object, detail, request, .. } = entry;
    let line = format!("{seq:>8}  {}  {action:<24} {actor:<36} {object:<36} {detail}  {request}", entry.at.rfc3339());
    line.trim_end().to_owned()
}
