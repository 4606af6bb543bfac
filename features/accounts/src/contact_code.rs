//! Codes that prove a contact: sent there, typed here. Nobody can be flooded with them: five an hour leave an account,
//! and ten an hour reach an address or number, whoever asks. Of the second limit the one who asks learns nothing.

use basics::{At, Id};
use db::Tx;
use post::{Letter, Message};
use web::{Cx, Error, Result};

use crate::{
    Text,
    attempts::Admission,
    code::{self, Code},
    contact::Kind,
    pages::settings::own_name,
    sign_in::{admit, subject, succeed},
    store::{accounts, tickets},
};

const HOUR: i64 = 60 * At::MINUTE;
/// Codes an hour for one account.
const MOST: i64 = 5;
/// In characters; longer names are no short names.
const SHORT: usize = 20;

/// Whether a code may go to this address or number now; counts it. Not to be asked within a transaction.
///
/// # Errors
/// [`Error::TooOften`] when the account has sent too many.
pub(crate) async fn may_send(cx: &Cx, value: &str) -> Result<bool> {
    let (db, account) = (&cx.portal.db, &cx.signed()?.account);
    let since = At(cx.now.0 - HOUR);
    if tickets::count_since(db, account, tickets::Kind::Contact, since).await? >= MOST {
        return Err(Error::TooOften((HOUR / 1000) as u32));
    }
    Ok(admit(db, &subject("contact-to", value, None), cx.now).await? == Admission::Now)
}

/// What was sent has arrived: its owner wants it.
pub(crate) async fn arrived(cx: &Cx, value: &str) -> Result<()> {
    Ok(succeed(&cx.portal.db, &subject("contact-to", value, None), cx.now).await?)
}

/// Makes a code for a contact and sends it, or only seems to.
pub(crate) async fn send(tx: &mut Tx, cx: &Cx, id: &str, to: (Kind, &str), may_send: bool) -> Result<()> {
    let signed = cx.signed()?;
    let code = Code::make(code::Kind::Spoken);
    tickets::insert(tx, &code.digest(id), tickets::Kind::Contact, Some(&signed.account), id, cx.now).await?;
    if !may_send {
        return Ok(());
    }
    let lang = accounts::get_in(tx, &signed.account).await?.lang;
    let name = short(&own_name(cx, signed).await?, &signed.handle);
    let (t, site) = (Text(lang), &cx.portal.site);
    let message = match to.0 {
        Kind::Phone => Message::sms(to.1, lang, &t.contact_sms(name, code.shown(), site.name.as_str())),
        Kind::Mail => {
            let letter = Letter::new(lang, &site.name, &site.base_url)
                .subject(t.contact_mail_subject())
                .greeting(&t.me_hello(name))
                .paragraph(&t.contact_mail_code(code.shown()))
                .paragraph(t.contact_mail_not_you());
            Message::written(to.1, lang, &letter.written()?)
        }
    };
    post::put(tx, &message.of(&Id::<()>::from_text(&signed.person)), cx.now).await?;
    Ok(())
}

/// The first part of a name, if it is a plain word; else the handle. A name may say anything, and this goes to somebody
/// who may not have asked for it.
fn short(name: &str, handle: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let plain = first.chars().all(|c| c.is_alphabetic() || c == '’' || c == '\'');
    if plain && !first.is_empty() && first.chars().count() <= SHORT { first.to_owned() } else { handle.to_owned() }
}
