//! Which fields of an imported document are personal by their name.

use basics::words;

use crate::find::Kind;

/// Words that make any field private in which they stand.
const ANYWHERE: &[(Kind, &[&str])] = &[
    (Kind::Email, &["email", "emails", "courriel", "mailaddress"]),
    (Kind::Payment, &["mpamba", "momo", "iban", "mpesa", "ecocash", "paypal", "swift", "cardnumber", "akaunti"]),
    (Kind::Phone, &["phone", "phones", "telephone", "cellphone", "whatsapp", "simu", "msisdn", "telefone"]),
    (Kind::BirthDate, &["dob", "birthday", "birthdate", "naissance", "kuzaliwa"]),
    (
        Kind::Household,
        &["household", "menage", "ration", "unhcr", "progres", "kaya", "passport", "passeport", "pasipoti"],
    ),
    (Kind::Place, &["gps", "latitude", "longitude", "coordinates", "coordonnees", "geolocation", "anwani"]),
    (Kind::Handle, &["telegram", "snapchat", "messenger", "viber", "imo"]),
    (
        Kind::Sensitive,
        &[
            "nationality",
            "nationalities",
            "nationalite",
            "uraia",
            "ethnicity",
            "ethnic",
            "ethnie",
            "tribe",
            "tribu",
            "kabila",
            "religion",
            "faith",
            "dini",
            "kin",
            "disability",
            "handicap",
            "ulemavu",
            "asylum",
        ],
    ),
];

/// Whole names, their words joined without a gap.
const WHOLE: &[(Kind, &[&str])] = &[
    (Kind::Email, &["mail", "mails", "baruapepe", "contactmail"]),
    (
        Kind::Payment,
        &[
            "airtelmoney",
            "tnm",
            "tnmmpamba",
            "mobilemoney",
            "orangemoney",
            "bank",
            "bankaccount",
            "bankname",
            "bankdetails",
            "account",
            "accountno",
            "accountnumber",
            "accountname",
            "compte",
            "comptebancaire",
            "numerocompte",
            "numerodecompte",
            "rib",
            "benki",
            "nambayaakaunti",
            "paymentnumber",
            "payment",
            "paiement",
            "malipo",
            "card",
            "cardno",
        ],
    ),
    (
        Kind::Phone,
        &[
            "tel",
            "tels",
            "mobile",
            "mobiles",
            "mobileno",
            "mobilenumber",
            "cell",
            "cellno",
            "cellnumber",
            "contactnumber",
            "contactno",
            "sms",
            "portable",
            "cellulaire",
            "gsm",
            "nambayasimu",
            "nambari",
            "fax",
            "numero",
            "hotline",
        ],
    ),
    (Kind::BirthDate, &["dateofbirth", "birth", "born", "bornon", "nele", "neele", "datenaissance", "tarehekuzaliwa"]),
    (
        Kind::Household,
        &[
            "familysize",
            "familynumber",
            "familyno",
            "family",
            "taillefamille",
            "tailledelafamille",
            "famille",
            "idadiyafamilia",
            "familia",
            "case",
            "caseno",
            "casenumber",
            "caseid",
            "dossier",
            "numerodossier",
            "numerodedossier",
            "nambayakesi",
            "individualnumber",
            "individualno",
            "individualid",
            "refugeeid",
            "refugeeno",
            "refugeenumber",
            "registrationnumber",
            "registrationno",
            "nationalid",
            "idnumber",
            "idno",
            "idcard",
            "identitynumber",
            "permitnumber",
            "kitambulisho",
        ],
    ),
    (
        Kind::Place,
        &[
            "address",
            "addresses",
            "adresse",
            "homeaddress",
            "streetaddress",
            "postaladdress",
            "street",
            "rue",
            "mtaa",
            "house",
            "housenumber",
            "houseno",
            "maison",
            "nyumba",
            "nambayanyumba",
            "block",
            "blocknumber",
            "bloc",
            "kizuizi",
            "zone",
            "zonenumber",
            "zoni",
            "plot",
            "plotnumber",
            "parcelle",
            "residence",
            "placeofresidence",
            "domicile",
            "makazi",
            "lat",
            "lng",
            "lon",
            "long",
            "latlng",
            "latlong",
            "geo",
            "coords",
            "home",
            "postcode",
            "postalcode",
            "pobox",
        ],
    ),
    (Kind::Handle, &["signal", "skype", "wechat", "tg"]),
    (
        Kind::Sensitive,
        &[
            "emergencycontact",
            "emergency",
            "nextofkin",
            "personneaprevenir",
            "legalstatus",
            "refugeestatus",
            "statut",
            "status_legal",
            "arrivaldate",
            "dateofarrival",
            "arrivedon",
            "route",
            "routeofarrival",
            "maritalstatus",
            "health",
            "medical",
            "race",
            "citizenship",
            "citoyennete",
        ],
    ),
];

/// The kind of personal detail that a field holds by its name; `None` for a field that may be public. Names may be
/// `snake_case`, `camelCase`, `kebab-case` or spaced, in any case and with accents; of a path (`contact.phone`,
/// `people[0].phone`) the last name counts. Links of organisations (`facebook`, `website`) are not private.
pub fn private_field(name: &str) -> Option<Kind> {
    let last = name.rsplit(['.', '/']).find(|part| !part.trim().is_empty())?;
    let last = last.split('[').next().unwrap_or(last);
    let words = words(&spaced(last));
    let joined = words.concat();
    if matches!(joined.as_str(), "timezone") {
        return None;
    }
    let whole = WHOLE.iter().find(|(_, names)| names.contains(&joined.as_str())).map(|(kind, _)| *kind);
    let pairs: Vec<String> = words.windows(2).map(<[String]>::concat).collect();
    let has = |name: &&str| words.iter().chain(&pairs).any(|word| word == name);
    let anywhere = ANYWHERE.iter().find(|(_, names)| names.iter().any(&has)).map(|(kind, _)| *kind);
    anywhere.or(whole).or_else(|| numbered(&words))
}

/// `startDate` and `phone2` get a space where one was meant.
fn spaced(name: &str) -> String {
    let mut spaced = String::with_capacity(name.len() + 4);
    let mut last = ' ';
    for c in name.chars() {
        if (c.is_uppercase() && last.is_lowercase()) || (c.is_numeric() && last.is_alphabetic()) {
            spaced.push(' ');
        }
        spaced.push(c);
        last = c;
    }
    spaced
}

/// `tel_2`, `address1`, `mobile_work`: a whole name with a number or place behind it.
fn numbered(words: &[String]) -> Option<Kind> {
    let (last, first) = words.split_last()?;
    let suffix = last.chars().all(char::is_numeric)
        || matches!(last.as_str(), "home" | "work" | "primary" | "secondary" | "number" | "no");
    if first.is_empty() || !suffix {
        return None;
    }
    private_field(&first.join("_"))
}
