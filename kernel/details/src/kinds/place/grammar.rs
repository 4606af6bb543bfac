//! What houses and parts of the camp are called, and how they are numbered.

use crate::kinds::number;

pub const NUMBER_WORD: &str =
    r"(?:(?:no|number|num[ée]ro|nr|nbr|nambala|namba|nambari|numba|na|ya|wa|la)\b\.?|n[°ºo]\.?|#|:|/)";
pub const HOUSES: &str = r"(?:house|home (?:no|number)\b|hse\.?|h/no\.?|h\.? ?no\.?|stall|plot|stand|tent|shelter|hut|compound|flat|apartment|apt\.?|maison|mais\.|parcelle|tente|abri|lot|lotissement|logement|appartement|appt\.?|case (?:n[°ºo]|num[ée]ro)|nyumba|ny\.|kiwanja|hema|banda|kibanda)";
pub const BLOCKS: &str = r"(?:block|blok|blk\.?|bl\.|bloc|blc\.?|bloki|bloku|zone|zon[ia]|z[oô]ne|zonne|kizuizi|kitalu|kanda|eneo (?:la|namba))(?:\s+mpya)?";
pub const QUARTERS: &str = r"(?:quartier|sector|secteur|sekta|cellule|mtaa|kawale|likuni|lisungwi|katubza)";
/// Small parts, which are places only beside each other or a larger one.
const ROWS: &str = r"(?:sekta|area|phase|ward|line|row|lane|path|street|gate|door|room|section|sector|ligne|rang[ée]e|all[ée]e|rue|porte|chambre|case|pi[èe]ce|secteur|mstari|safu|mtaa|mlango|chumba|sehemu|geti)";

/// Letters and figures of a place, with the words for number before them.
fn number() -> String {
    format!(
        r#"(?:(?:{NUMBER_WORD}\s*){{0,2}}["“«'(]?\s?(?:(?-i:[A-Z]{{0,2}})-?\d{{1,4}}(?:[A-Za-z]|\s(?:bis|ter))?\b|(?-i:[A-Z])\b|(?:{}|kwanza\b|pili\b)))"#,
        number::in_words()
    )
}

/// Parts beside each other: `line 4, house 22`, `3rd house in block D`, `zone 2, no. 7`.
pub fn beside() -> String {
    let (number, ordinal) = (number(), number::ordinal());
    let gap = r#"(?:["”»')]?[\s,;/|–-]{1,3}|,?\s+(?:in|of|on|from|at|and|à|au|du|de la|dans (?:la|le)|et|wa|ya|la|na|katika|kwenye|kutoka)\s+)"#;
    let within = r"\s+(?:in|of|at|à|au|du|de la|dans (?:la|le)|katika|kwenye)\s+";
    let large = format!(r"(?:{HOUSES}|{BLOCKS}|{QUARTERS})[\s-]*{number}");
    let bare = r"(?:number|num[ée]ro|no\.?|n[°º]|nr\.?|namba|nambari|na\.|#)\s*\d{1,4}\b";
    let small = format!(r"(?:{ROWS}\s+{number}|{bare}|(?-i:[HM])[\s-]?\d{{1,3}}\b)");
    format!(
        r"(?i)\b(?P<it>{ROWS}\s+{number}{gap}{ROWS}\s*{number}|{small}{gap}{large}|{large}{gap}{small}|{large}{within}{large}|{BLOCKS}\s+(?:une?|moja)[\s,]+{large}|{ordinal}\s+(?:{HOUSES}|{ROWS}){gap}(?:{BLOCKS}|{QUARTERS}|section|line|row|ligne|mstari)\s*{number}|(?:{HOUSES}|{ROWS})\s+(?:ya|wa|la|cha)\s+{number}{gap}(?:{BLOCKS}|{QUARTERS}|sehemu)\s*{number})"
    )
}
