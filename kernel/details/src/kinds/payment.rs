//! Numbers by which money is sent: mobile money, accounts, cards.

use std::sync::LazyLock;

use regex::Regex;

use super::amount::is_amount;
use super::{GAP, NEAR, date, digits, gather, pattern};
use crate::find::{Detail, Kind};

const WORDS: &str = r"(?:airtel[ -]?money|tnm[ -]?mpamba|mpamba|m-?pesa|mobile[ -]?money|momo|orange[ -]?money|eco[ -]?cash|eco[ -]?kash|lumicash|tigo[ -]?pesa|halo[ -]?pesa|bank account|bank details|account|acct?|a/c|ac no|lipa kwa|agent (?:code|no|number)|code (?:d['’])?agent|merchant|code marchand|marchand|(?:namba|nambari) ya (?:wakala|mfanyabiashara|biashara|malipo|kulipia)|wakala|lipa namba|savings|compte(?: bancaire)?|cpte|cpt|num[ée]ro de compte|rib|akaunti|akaunt|(?:standard|national|first capital|cent(?:enary)?|opportunity|equity|exim|post(?:al)?|ecobank|access|absa|stanbic|commercial) ?bank|fdh|nbs|nbm|fnb|crdb|nmb|kcb|bcdc|tmb|rawbank|ecobank|interbank|sofibanque|bancobu|afriland|vodacash|m-?kesho|airtel tigo|flooz|wave|chap ?chap|senditoo|remitly|iban|swift|paypal|western union|mtcn|mukuru|money ?gram|world ?remit|paybill|till|(?:credit|debit|visa|bank|master)[ -]?card|carte (?:bancaire|bleue|visa)|kadi ya benki|benki)";

static NAMED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(r"(?i)\b{WORDS}\b{NEAR}{{0,30}}?(?P<it>(?-i:[A-Z]{{1,4}})?\+?\(?\d(?:{GAP}{{0,2}}\d){{4,30}})\b"))
});
/// The bank behind its number.
static BANKED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?P<it>\d(?:[ -]?\d){6,20}),?\s+(?:(?:at|on|with|of|to|in|chez|[àa]|de|sur|ya|wa|kwenye)\s+)?(?:(?:standard|national|equity|nbs|fdh|first capital|absa|stanbic) bank|nbs|fdh|nbm|fnb|crdb|nmb|kcb|bcdc|tmb|rawbank|ecobank|equity|airtel money|(?:tnm )?mpamba|m-?pesa|tigo ?pesa)\b",
    )
});
static IBAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[A-Z]{2}\d{2}(?:[ \-]?[A-Z0-9]){11,30}\b"));
static CARD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b\d(?:[ \-]?\d){12,18}\b"));
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?i)(?:https?://)?(?:www\.)?(?:paypal\.me|cash\.app|paypal\.com/paypalme|venmo\.com|revolut\.me|wise\.com/pay|gofund\.me|ko-fi\.com)/[^\s)>\]"'\x00]+"#,
    )
});

/// A name at a service for money: `cash app is $name`.
static TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)\bcash ?app\b[^\n\x00….]{0,20}?(?P<it>\$[a-z][a-z0-9_]{2,20})\b"));

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&LINK, Kind::Payment, text, found, |_, _, _| true);
    gather(&TAG, Kind::Payment, text, found, |_, _, _| true);
    if !text.contains(char::is_numeric) {
        return;
    }
    gather(&NAMED, Kind::Payment, text, found, |it, at, _| {
        digits(it) >= 5 && !date::is_time(it) && !is_amount(text, at, it)
    });
    gather(&BANKED, Kind::Payment, text, found, |it, _, _| !date::is_time(it));
    gather(&IBAN, Kind::Payment, text, found, |it, _, _| is_iban(it));
    gather(&CARD, Kind::Payment, text, found, |it, _, _| is_card(it));
}

/// ISO 13616: the rearranged number leaves 1 when divided by 97.
fn is_iban(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
    if letters.len() < 15 {
        return false;
    }
    let turned = letters[4..].iter().chain(&letters[..4]);
    let rest = turned.fold(0, |rest, c| match c.to_digit(36) {
        Some(value) if value > 9 => (rest * 100 + value) % 97,
        value => (rest * 10 + value.unwrap_or(0)) % 97,
    });
    rest == 1
}

/// The Luhn check of cards; books (978, 979) have 13 digits too and another check, and `00` begins a telephone number.
fn is_card(text: &str) -> bool {
    let digits: Vec<u32> = text.chars().filter_map(|c| c.to_digit(10)).collect();
    if digits.starts_with(&[0, 0]) || (digits.len() == 13 && digits.starts_with(&[9, 7])) {
        return false;
    }
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| if at % 2 == 0 { *digit } else { digit * 2 / 10 + digit * 2 % 10 })
        .sum();
    sum.is_multiple_of(10) && digits.iter().any(|digit| *digit != 0)
}
