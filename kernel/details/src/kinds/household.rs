//! Families' sizes and the numbers by which agencies know people.

use std::sync::LazyLock;

use regex::Regex;

use super::amount::is_amount;
use super::{date, digits, gather, pattern};
use crate::find::{Detail, Kind};

const COUNT: &str = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|wawili|watatu|wanne|watano|tatu|nne|tano|nane|sita|saba|wanane|tisa|kumi(?: na \p{L}+)?)\b";
/// Whom a size counts.
const MEMBERS: &str = r"(?:\s+(?:people|persons|souls|members|children|kids|adults|personnes|membres|enfants|adultes|[âa]mes|watu|watoto|wanachama)\b(?:\s+(?:and|et|na)\s+(?:\d{1,2}|\p{L}+)\s+(?:adults?|children|kids|adultes?|enfants|watoto|watu))?)?";
/// A number with letters, dashes and slashes.
const NUMBER: &str = r"(?P<it>(?:[A-Z]{1,5}[\-/ ]){0,2}[A-Z]{0,5}[\-/ ]?\d[A-Z\d]*(?:[\-/ ]?[A-Z]{0,3}[\-/]?\d[A-Z\d]*)*(?:[\-/][A-Z]\b)?)";

static SIZE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:(?:family|household)(?: of| with| size(?: of| is)?|\s+members)?\s*[:=]?\s*(?:about )?{COUNT}|(?:famille|m[ée]nage) de {COUNT}|(?:taille|composition) (?:de (?:la |ma |notre |mon )?|du |de )(?:famille|m[ée]nage)\s*(?:est(?: de)?)?\s*[:=]?\s*(?:de )?{COUNT}|(?:familia|kaya|nyumba) (?:yangu |yetu )?(?:ya|yenye|ina) (?:watu )?{COUNT}|(?:idadi|ukubwa) (?:ya|wa) (?:watu (?:wa|katika) )?(?:familia|kaya|nyumba)(?: yangu| yetu)?\s*(?:ni)?\s*[:=]?\s*(?:watu )?{COUNT}){MEMBERS})"
    ))
});
/// So many at home.
static HOME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?P<it>(?:family|household|famille|m[ée]nage|familia yetu|familia yangu)\s+(?:has|compte|a|ina)\s+{COUNT}\s+(?:people|persons|members|children|personnes|membres|enfants|watu|watoto)|(?:(?:we are|there are|we['’]re|nous sommes|on est|tuko|tupo|tunaishi)\s+(?:watu\s+)?{COUNT}(?:\s+(?:of us|people|persons|personnes|souls|watu|members|membres))?\s+(?:in (?:my|our|the|one) (?:family|household|house)|at home|under one roof|[àa] la maison|dans (?:la|ma|notre) (?:famille|maison)|nyumbani|(?:kwenye|katika) (?:familia|kaya|nyumba))))"
    ))
});
static CASE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:case|ration(?:[ -]?card)?|individual|registration|refugee(?:[ -]?id)?|asylum(?:[ -]?seeker)?|permit|passport|unhcr|progres|manifest|household|family|identity(?: card)?|national id|id(?: card)?|alien|file|travel document|ctd|(?:birth |death |marriage )?certificate|resettlement|rst|iom|proof)[\s,]*(?:(?:id|registration|reg|group|card|file|book)\b\.?\s*)?(?:(?:no|number|num|nr|id)\b\.?|n[°ºo]\.?|#|:)\s*(?:is|was)?\s*[:#=]?\s*{NUMBER}"
    ))
});
static DOSSIER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:(?:num[ée]ro|n[°ºo]\.?)\s*(?:de\s+|d['’]\s*|du\s+)?(?:la\s+)?(?:dossier|cas|ration|carte(?: de ration| d['’]identit[ée])?|r[ée]fugi[ée]|individuel|enregistrement|hcr|unhcr|enregistrement|m[ée]nage|passeport)|(?:dossier|carte de ration|carte d['’]identit[ée]|passeport|hcr)\s*(?:n[°ºo]\.?|num[ée]ro|:))(?:\s+hcr)?\s*(?:est)?\s*[:#=]?\s*(?:le\s+)?{NUMBER}"
    ))
});
static NAMBA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?i)\b(?:namba|nambari|numba)\s+ya(?:ngu|ke|o)?\s*(?:ya\s+)?(?:kesi|mgao|kadi(?: ya \p{{L}}+)?|usajili|mkimbizi|ukimbizi|unhcr|familia|kaya|pasipoti|kitambulisho|faili)\s*(?:ni)?\s*[:#=]?\s*{NUMBER}"
    ))
});
/// A passport's number needs no word for number before it, being letters and digits.
static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:passport|passeport|pasipoti|kitambulisho|permit|travel document|alien card|(?:ration|identity|id|refugee|national id) card|national id|carte (?:de ration|d['’]identit[ée])|kadi (?:yangu |yake )?ya mgao|kitambulisho cha \p{L}+)(?:\s+(?:yangu|changu|cha\s+mkimbizi|namba|nambari|na\.|n[°ºo]\.?|no\.?|number|num[ée]ro|is|ni|est|porte|le|la))*\s*[:#]?\s*(?P<it>(?:(?-i:[A-Z]){1,4}[\-/])?(?-i:[A-Z]){1,4}[\-/ ]?\d[A-Z\d]{2,}(?:[\-/]\d+)*|\d{1,4}[\-/][A-Z]{1,3}[\-/]\d{2,}|\d{5,}(?:[\-/][A-Z\d]+)?)\b",
    )
});
/// A number of an office a few words behind the word for its paper: `the ration card has number …`.
static BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)\b(?:case|file|ration|registration|registered|unhcr|hcr|refugee|asylum|passport|permit|identity|manifest|mgao|hifadhi|progres|attestation|certificate|dossier|enregistrement|immatriculation|r[ée]fugi[ée]|passeport|carte|kadi|kesi|usajili|mkimbizi|kitambulisho|pasipoti|cheti|faili)\b[^\d\n\x00….!?]{0,40}?\b(?:(?P<it>(?-i:[A-Z]{2,5})[\-/ ]?\d{2,}(?:[\-/]?[A-Z]?\d+)*)|(?:num(?:ber|[ée]ro)|no\.?|n°|nambari?|ni|is|est|:)\s*(?P<or>\d{4,}(?:[\-/]\d+)*))\b",
    )
});
static FORM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\b(?:LWI|MWI|MLW|LIL|DZA|DZK)[- /]?\d{2,}(?:[-/ ]?[A-Z]?\d+)*\b|\b\d{3}-\d{2}[A-Z]\d{5}\b|\b\d{3}-\d{8}\b|\bUNHCR[- /:#]{1,3}\d{5,}(?:-\d+)*\b",
    )
});

pub fn find(text: &str, found: &mut Vec<Detail>) {
    gather(&SIZE, Kind::Household, text, found, |_, _, _| true);
    gather(&HOME, Kind::Household, text, found, |_, _, _| true);
    if !text.contains(char::is_numeric) {
        return;
    }
    for numbers in [&*CASE, &*DOSSIER, &*NAMBA, &*PAPER] {
        gather(numbers, Kind::Household, text, found, |it, _, _| it.chars().filter(char::is_ascii_digit).count() >= 3);
    }
    gather(&BEHIND, Kind::Household, text, found, |it, at, _| {
        digits(it) >= 4 && !date::is_time(it) && !is_amount(text, at, it)
    });
    gather(&FORM, Kind::Household, text, found, |_, _, _| true);
}
