//! Which interface language a visitor gets.

use basics::Lang;

/// Languages the interface does not speak yet, and the one it speaks that their speakers read most
/// (pages.md, Languages).
const NEAREST: [(&str, Lang); 12] = [
    ("rn", Lang::Sw),
    ("rw", Lang::Sw),
    ("swc", Lang::Sw),
    ("so", Lang::Sw),
    ("ln", Lang::Fr),
    ("lua", Lang::Fr),
    ("kg", Lang::Fr),
    ("ny", Lang::En),
    ("am", Lang::En),
    ("ti", Lang::En),
    ("om", Lang::En),
    ("bem", Lang::En),
];

/// The language chosen before (the cookie), else the best of `Accept-Language`, else English.
pub fn negotiate(cookie: Option<&str>, accept_language: Option<&str>) -> Lang {
    cookie.and_then(Lang::from_tag).or_else(|| best(accept_language?)).unwrap_or_default()
}

/// The interface language for a speaker of `tag`: itself, or the nearest one spoken here.
pub fn interface_for(tag: &str) -> Option<Lang> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let nearest = || NEAREST.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary)).map(|(_, lang)| *lang);
    Lang::from_tag(tag).or_else(nearest)
}

/// The language with the highest weight; the first of them when several weigh the same. Weight 0 is refused
/// (RFC 9110, 12.5.4). What cannot be read is passed over.
fn best(header: &str) -> Option<Lang> {
    let mut best: Option<(u16, Lang)> = None;
    for range in header.split(',').take(32) {
        let (tag, weight) = range.split_once(';').unwrap_or((range, "q=1"));
        let (Some(lang), Some(weight)) = (interface_for(tag.trim()), thousandths(weight)) else { continue };
        if weight > best.map_or(0, |(best, _)| best) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

fn thousandths(weight: &str) -> Option<u16> {
    let value: f32 = weight.trim().strip_prefix(['q', 'Q'])?.trim_start().strip_prefix('=')?.trim().parse().ok()?;
    (0.0..=1.0).contains(&value).then_some((value * 1000.0) as u16)
}
