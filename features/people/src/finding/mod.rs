//! People somebody could use, from what they say of themselves: who does what they look for, who looks for what they offer,
//! who does the same. Each with its reason in words; nobody is ranked. Made of what the viewer may see of others.

pub(crate) mod typed;

use std::collections::HashSet;

use basics::Viewer;
use db::Db;
use plugs::{Card, Query};
use web::Cx;

use crate::{
    Kind, Seen, Text,
    pages::{card::card, list::seen},
    store::{self, Listing, Order},
    vocabulary::{Family, code, mentioned, ways, word},
};

/// People of one reason, and reasons shown.
const PEOPLE: usize = 3;
const REASONS: usize = 4;
/// People looked at for one word of what somebody offers.
const CANDIDATES: usize = 24;

/// Some people and why they are here.
pub(crate) struct Useful {
    pub reason: String,
    pub cards: Vec<Card>,
}

type Word = (Family, String);

/// People the viewer could use; nobody for strangers and for those who say nothing of themselves.
pub(crate) async fn useful(cx: &Cx) -> web::Result<Vec<Useful>> {
    let Some(signed) = &cx.signed else { return Ok(Vec::new()) };
    let own = store::find_by_id(&cx.portal.db, &signed.person).await?.and_then(|person| person.seen_by(cx.viewer));
    let Some(own) = own else { return Ok(Vec::new()) };
    let (t, mut met, mut groups) = (Text(cx.lang), HashSet::from([own.id.to_string()]), Vec::new());
    for wanted in wanted(&own).into_iter().take(REASONS) {
        let reason = t.find_you_look_for(label(cx, &wanted));
        groups.push((reason, carriers(&cx.portal.db, cx.viewer, &wanted).await?));
    }
    for offered in offered(&own).into_iter().take(REASONS) {
        let reason = t.find_they_look_for(label(cx, &offered));
        groups.push((reason, seekers(cx, &offered).await?));
    }
    for craft in own.crafts.iter().take(2) {
        let craft = (Family::Craft, code(Family::Craft, craft));
        let reason = t.find_same_craft(label(cx, &craft));
        groups.push((reason, carriers(&cx.portal.db, cx.viewer, &craft).await?));
    }
    let groups = groups.into_iter().map(|(reason, people)| Useful {
        reason,
        cards: people
            .iter()
            .filter(|seen| met.insert(seen.id.to_string()))
            .take(PEOPLE)
            .map(|seen| card(seen, cx.lang))
            .collect(),
    });
    Ok(groups.filter(|group| !group.cards.is_empty()).take(REASONS).collect())
}

fn label(cx: &Cx, (family, code): &Word) -> String {
    word(cx.lang, *family, code)
}

/// What somebody looks for, in known words.
fn wanted(own: &Seen) -> Vec<Word> {
    spoken_of(own.wants.iter().map(|want| want.text.as_str()))
}

/// What somebody offers: what they say so, then their skills and crafts.
fn offered(own: &Seen) -> Vec<Word> {
    let mut offered = spoken_of(own.offers.iter().map(|offer| offer.text.as_str()));
    let skills = own.skills.iter().map(|skill| (Family::Skill, code(Family::Skill, skill)));
    for word in skills.chain(own.crafts.iter().map(|craft| (Family::Craft, code(Family::Craft, craft)))) {
        if !offered.contains(&word) {
            offered.push(word);
        }
    }
    offered
}

fn spoken_of<'t>(texts: impl Iterator<Item = &'t str>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    for (family, code) in texts.flat_map(mentioned) {
        if !words.iter().any(|(of, known)| *of == family && known == code) {
            words.push((family, code.to_owned()));
        }
    }
    words
}

/// The newest people who carry a word.
async fn carriers(db: &Db, viewer: Viewer, (family, code): &Word) -> db::Result<Vec<Seen>> {
    let terms = [family.term(code)];
    let ask = Listing {
        kind: Kind::Person,
        terms: &terms,
        among: None,
        viewer,
        order: Order::Newest,
        cursor: None,
        back: false,
        limit: PEOPLE as i64 * 3,
    };
    Ok(store::list(db, &ask).await?.into_iter().map(|(seen, _)| seen).collect())
}

/// People who say that they look for it. The index finds who has the word anywhere; what they look for decides.
async fn seekers(cx: &Cx, (family, wanted): &Word) -> web::Result<Vec<Seen>> {
    let mut found: Vec<Seen> = Vec::new();
    for way in ways(*family, wanted).iter().take(3) {
        let query = Query {
            text: way,
            viewer: cx.viewer,
            kinds: &[Kind::Person.code()],
            facets: &[],
            lang: cx.lang,
            limit: CANDIDATES,
            offset: 0,
        };
        let hits = cx.portal.plugs.finder.find(&query).await?.hits;
        let ids: Vec<&str> = hits.iter().map(|hit| hit.id.as_str()).collect();
        found.extend(seen(&cx.portal.db, cx.viewer, &ids).await?.into_iter().filter(|seen| {
            seen.wants.iter().flat_map(|want| mentioned(&want.text)).any(|(of, code)| of == *family && code == wanted)
        }));
    }
    Ok(found)
}
