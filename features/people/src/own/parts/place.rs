//! Where somebody is: Dzaleka, or country and town; never nearer.

use basics::{Lang, fold};
use web::form::Faults;

use super::{Question, Typed, Writing, plain};
use crate::{Fields, Place, Text, own::Choice};

const WHERE: &str = "where";
const COUNTRY: &str = "country";
const TOWN: &str = "town";
const DZALEKA: &str = "Dzaleka";
const MOST: usize = 60;

pub(super) fn kept(fields: &Fields) -> Typed {
    let Some(place) = fields.place.as_ref().map(|shown| &shown.is) else { return Typed::default() };
    if place.town.as_deref() == Some(DZALEKA) {
        return Typed::default().with(WHERE, "dzaleka");
    }
    Typed::default()
        .with(WHERE, "elsewhere")
        .with(COUNTRY, place.country.clone().unwrap_or_default())
        .with(TOWN, place.town.clone().unwrap_or_default())
}

pub(super) fn ask(lang: Lang, typed: &Typed) -> Vec<Question> {
    let t = Text(lang);
    let chosen = typed.first(WHERE);
    let places = [("dzaleka", t.own_in_dzaleka()), ("elsewhere", t.own_elsewhere()), ("", t.own_say_nothing())];
    let places = places.map(|(value, label)| Choice::new(value, label, value == chosen));
    let country = typed.first(COUNTRY);
    let mut countries: Vec<Choice> =
        words::countries(lang).into_iter().map(|(code, name)| Choice::new(code, name, code == country)).collect();
    countries.insert(0, Choice::new("", "", country.is_empty()));
    vec![
        Question::One { name: WHERE, legend: t.part_place(), choices: places.to_vec() },
        Question::From { name: COUNTRY, label: t.own_country(), hint: t.own_country_hint(), choices: countries },
        Question::Line {
            name: TOWN,
            label: t.own_town(),
            hint: t.own_town_hint(),
            value: typed.first(TOWN).to_owned(),
            most: MOST,
            complete: "off",
        },
    ]
}

pub(super) fn read(writing: &Writing<'_>, faults: &mut Faults) -> crate::Part<Place> {
    match writing.typed.first(WHERE) {
        "dzaleka" => writing.shown(Some(dzaleka())),
        "elsewhere" => writing.shown(elsewhere(writing, faults)),
        _ => None,
    }
}

fn dzaleka() -> Place {
    Place { country: Some("mw".into()), town: Some(DZALEKA.into()) }
}

fn elsewhere(writing: &Writing<'_>, faults: &mut Faults) -> Option<Place> {
    let t = writing.t();
    let country = Some(writing.typed.first(COUNTRY)).filter(|code| words::country_name(writing.lang, code).is_some());
    let town = plain::read(t, TOWN, writing.typed.first(TOWN), MOST, faults);
    if town.as_deref().is_some_and(|town| fold(town).contains("dzaleka")) {
        return Some(dzaleka());
    }
    if town.as_deref().is_some_and(is_nearer) && !faults.has(TOWN) {
        faults.add(TOWN, t.own_town_only());
    }
    if country.is_none() && town.is_none() {
        faults.add(COUNTRY, t.own_country_missing());
    }
    Some(Place { country: country.map(str::to_lowercase), town })
}

/// A number or a comma leads to a street or a house.
fn is_nearer(town: &str) -> bool {
    town.contains(|c: char| c.is_numeric() || matches!(c, ',' | ';' | '/'))
}
