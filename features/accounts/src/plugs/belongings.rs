//! Everything this room holds of somebody, with their messages and what the audit log says of them.

use async_trait::async_trait;
use basics::{At, Id, Lang};
use db::{Db, Tx};
use plugs::{Belonging, Belongings, Whose};
use serde_json::{Value, json};

use crate::{
    Text,
    store::{belongings as own, leaving},
};

/// Entries of the audit log that are shown.
const EVENTS: i64 = 2000;

pub(crate) struct OwnAccount;

#[async_trait]
impl Belongings for OwnAccount {
    async fn gather(&self, db: &Db, whose: Whose<'_>, lang: Lang) -> anyhow::Result<Vec<Belonging>> {
        let (t, id) = (Text(lang), whose.account);
        let all = [
            ("account", t.own_account(), own::account(db, id).await?.unwrap_or(Value::Null)),
            ("contacts", t.own_contacts(), own::contacts(db, id).await?),
            ("sessions", t.own_sessions(), own::sessions(db, id).await?),
            ("devices", t.own_devices(), own::devices(db, id).await?),
            ("passkeys", t.own_passkeys(), own::passkeys(db, id).await?),
            ("recovery-card", t.own_codes(), own::codes(db, id).await?),
            ("claim-code", t.own_claim(), own::claim(db, whose.person).await?),
            ("vouches-received", t.own_vouches_received(), own::vouches_received(db, id).await?),
            ("vouches-given", t.own_vouches_given(), own::vouches_given(db, id).await?),
            ("helped", t.own_helped(), own::helped(db, id).await?),
            ("help-given", t.own_help_given(), own::help_given(db, id).await?),
            ("recoveries", t.own_recoveries(), own::recoveries(db, id).await?),
            ("recoveries-confirmed", t.own_confirmations(), own::confirmations(db, id).await?),
            ("links-and-codes", t.own_tickets(), own::tickets(db, id).await?),
            ("messages", t.own_messages(), messages(db, whose).await?),
            ("events", t.own_events(), events(db, id).await?),
        ];
        let said =
            all.into_iter().filter(|(_, _, data)| !data.is_null() && data.as_array().is_none_or(|all| !all.is_empty()));
        Ok(said.map(|(name, title, data)| Belonging { name, title: title.into(), data, files: Vec::new() }).collect())
    }

    /// The audit log stays for its two years: it holds the opaque id and no more.
    async fn erase(&self, tx: &mut Tx, whose: Whose<'_>, _now: At) -> anyhow::Result<Vec<String>> {
        for owner in [whose.person, whose.account] {
            post::store::erase(tx, &Id::<()>::from_text(owner)).await?;
        }
        leaving::erase(tx, whose.account, whose.person).await?;
        Ok(Vec::new())
    }
}

/// Mail and SMS to the person that are still here.
async fn messages(db: &Db, whose: Whose<'_>) -> db::Result<Value> {
    let mut messages = Vec::new();
    for owner in [whose.person, whose.account] {
        for entry in post::store::list_of(db, &Id::<()>::from_text(owner)).await? {
            messages.push(json!({
                "channel": entry.channel.code(),
                "to": entry.recipient,
                "subject": entry.subject,
                "text": entry.text,
                "state": entry.state.code(),
                "written_on": day(entry.created_at),
                "sent_on": entry.sent_at.map(day),
            }));
        }
    }
    Ok(messages.into())
}

/// What the person did, and what was done to their account.
async fn events(db: &Db, account: &str) -> db::Result<Value> {
    let by = audit::Filter { actor: Some(account), ..audit::Filter::default() };
    let to = audit::Filter { object: Some(account), ..audit::Filter::default() };
    let mut entries = audit::list(db, &by, EVENTS).await?;
    entries.extend(audit::list(db, &to, EVENTS).await?.into_iter().filter(|entry| entry.actor != account));
    entries.sort_by_key(|entry| entry.seq);
    let shown = entries.into_iter().map(|entry| {
        let yourself = entry.actor == account;
        json!({ "what": entry.action, "by_yourself": yourself, "detail": entry.detail, "on": day(entry.at) })
    });
    Ok(shown.collect())
}

fn day(at: At) -> String {
    at.rfc3339()[..10].to_owned()
}
