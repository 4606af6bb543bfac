//! Sentences that give a person away. All people, numbers and addresses are invented.

use crate::Kind::{self, BirthDate, Email, Handle, Household, Payment, Phone, Place};
use crate::{MASK, find, mask};

/// Kind, sentence, and what must no longer be there once it is masked.
const SENTENCES: &[(Kind, &str, &str)] = &[
    (Phone, "Call me on +265 991 000 001 after church.", "991 000 001"),
    (Phone, "My number is 0991000001.", "0991000001"),
    (Phone, "Reach Asha at 088-123-4567 any day", "088-123-4567"),
    (Phone, "Ring (0)99 100 00 01 please", "99 100 00 01"),
    (Phone, "In South Africa: +27 82 555 0101", "82 555 0101"),
    (Phone, "In Australia: +61 (0) 491 570 006", "491 570 006"),
    (Phone, "Congo: +243.81.555.0101", "81.555.0101"),
    (Phone, "Write 265991000001 down", "265991000001"),
    (Phone, "Tel: 01 788 123", "01 788 123"),
    (Phone, "00265 888 000 111 is the shop", "888 000 111"),
    (Phone, "0 9 9 1 0 0 0 0 0 1 is how they wrote it", "0 9 9 1"),
    (Phone, "[Call](tel:+265991000001) the workshop", "tel:"),
    (Phone, "Chat: https://wa.me/265991000001 now", "wa.me"),
    (Phone, "US friends: (612) 555-0147", "555-0147"),
    (Phone, "US friends: 612.555.0147", "612.555.0147"),
    (Phone, "991 000 001 is Neema's", "991 000 001"),
    (Phone, "0991/000/001 or 0881 000 002", "0881 000 002"),
    (Phone, "In 1994 0991 000 001 was not yet in use", "0991 000 001"),
    (Phone, "tél. 06 39 98 00 01 à Lyon", "06 39 98 00 01"),
    (Phone, "Appelez-moi au 081 555 01 01", "081 555 01 01"),
    (Phone, "Mon numéro : +33 6 39 98 00 01", "39 98 00 01"),
    (Phone, "Téléphone 243 815 550 101", "815 550 101"),
    (Phone, "Nipigie simu 0991 000 001", "0991 000 001"),
    (Phone, "Namba yangu ya simu ni 0888-000-111", "0888-000-111"),
    (Phone, "Piga 255 712 000 001 jioni", "712 000 001"),
    (Phone, "zero nine nine one zero zero zero zero zero one", "nine"),
    (Phone, "Call oh-eight-eight-one-two-three-four-five-six-seven", "eight"),
    (Phone, "double nine one, zero zero zero, zero zero one", "zero"),
    (Phone, "sifuri tisa tisa moja sifuri sifuri sifuri sifuri sifuri moja", "tisa"),
    (Phone, "zéro neuf neuf un zéro zéro zéro zéro zéro un", "neuf"),
    (Phone, "Zero nine nine 1 000 zero zero one", "nine"),
    (Phone, "apt 265-80 0000000 is written badly", "0000000"),
    (Phone, "1234 000 567 at the bank", "000 567"),
    (Phone, "Call O991 OOO 717 or 0*9*9*1*0*0*0*7*1*7", "717"),
    (Email, "name @ gmail, you know the rest", "name"),
    (Email, "name underscore arts at example dot org", "underscore"),
    (Email, "Write to maria.arts@example.org today", "@example.org"),
    (Email, "name at example dot com", "example"),
    (Email, "name (at) gmail (dot) com", "gmail"),
    (Email, "name [at] example.org", "example.org"),
    (Email, "[mail me](mailto:name@example.org)", "mailto"),
    (Email, "name @ example . org", "example . org"),
    (Email, "it is maria at gmail.com", "gmail"),
    (Email, "écrivez à nom arobase exemple point fr", "exemple"),
    (Email, "Barua pepe: jina@mfano.or.tz", "mfano"),
    (Email, "jina (at) mfano nukta com", "mfano"),
    (Payment, "Airtel Money 0991 000 001", "0991 000 001"),
    (Payment, "Send to TNM Mpamba: 888000111", "888000111"),
    (Payment, "M-Pesa till 540 001", "540 001"),
    (Payment, "Bank account number 1001 234 567", "1001 234 567"),
    (Payment, "Compte bancaire n° 00123 456 789", "456 789"),
    (Payment, "Akaunti ya benki: 90210045", "90210045"),
    (Payment, "IBAN GB82 WEST 1234 5698 7654 32", "WEST"),
    (Payment, "card 4111 1111 1111 1111 exp 12/27", "4111 1111"),
    (Payment, "paypal.me/mariaarts", "mariaarts"),
    (BirthDate, "She was born on 12 March 1990 in Uvira", "12 March"),
    (BirthDate, "DOB: 12/03/1990", "12/03/1990"),
    (BirthDate, "Date of birth 1990-03-12", "1990-03-12"),
    (BirthDate, "My birthday is March 12", "March 12"),
    (BirthDate, "Née le 12 mars 1990 à Bukavu", "12 mars"),
    (BirthDate, "Date de naissance : 12.03.1990", "12.03.1990"),
    (BirthDate, "né le 1er janvier 1988", "janvier"),
    (BirthDate, "Alizaliwa tarehe 12 Machi 1990", "12 Machi"),
    (BirthDate, "Nilizaliwa tarehe 12/3/1990 huko Goma", "12/3/1990"),
    (BirthDate, "Nilizaliwa tarehe 12 mwezi wa 3 mwaka 1990", "12 mwezi"),
    (Household, "I look after a family of 7", "family of 7"),
    (Household, "Household size: 5", "5"),
    (Household, "Une famille de six personnes, famille de 6", "famille de 6"),
    (Household, "Familia ya watu 8 inaishi hapa", "8"),
    (Household, "My case number is 12345", "12345"),
    (Household, "Ration card no. RC-004512", "004512"),
    (Household, "UNHCR number LWI-00012345", "00012345"),
    (Household, "individual number: 123-00045678", "00045678"),
    (Household, "Group 555-19C00001 was registered", "555-19C00001"),
    (Household, "Numéro de dossier : 2013/4571", "4571"),
    (Household, "Carte de ration n° 78123", "78123"),
    (Household, "Namba ya kesi ni 45120", "45120"),
    (Place, "I live in house 12 near the well", "house 12"),
    (Place, "Come to Block B, behind the market", "Block B"),
    (Place, "Zone 4, next to the clinic", "Zone 4"),
    (Place, "Block C12", "C12"),
    (Place, "Plot No. 45/2", "45"),
    (Place, "They stay at Kawale 2", "Kawale 2"),
    (Place, "12 Acacia Street, Springfield", "Acacia"),
    (Place, "GPS -13.6621, 33.8701", "33.8701"),
    (Place, "at 13.6621 S, 33.8701 E", "33.8701"),
    (Place, "https://maps.app.goo.gl/AbCdEf shows it", "AbCdEf"),
    (Place, "maison n° 7, bloc D", "bloc D"),
    (Place, "au 14 rue des Lilas à Lyon", "rue des Lilas"),
    (Place, "nyumba namba 5 karibu na shule", "namba 5"),
    (Place, "Kizuizi C, nyumba 9", "Kizuizi C"),
    (Handle, "WhatsApp: maria_arts", "maria_arts"),
    (Handle, "Telegram @maria_arts", "maria_arts"),
    (Handle, "find me on Instagram as maria.arts", "maria.arts"),
    (Handle, "Facebook: MariaArts.", "MariaArts"),
    (Handle, "maria_arts on TikTok", "maria_arts"),
    (Handle, "Snapchat username is maria99", "maria99"),
    (Handle, "join t.me/maria_arts", "t.me"),
    (Handle, "https://www.facebook.com/maria.arts.9", "facebook.com"),
    (Handle, "see instagram.com/maria_arts!", "instagram.com"),
    (Handle, "m.me/maria", "m.me"),
    (Handle, "Retrouvez-moi sur Instagram : maria_arts", "maria_arts"),
    (Handle, "IMO yangu ni maria2020", "maria2020"),
];

#[test]
fn every_detail_is_found_under_its_kind() {
    for (kind, sentence, _) in SENTENCES {
        let kinds: Vec<Kind> = find(sentence).iter().map(|detail| detail.kind).collect();
        assert!(kinds.contains(kind), "{sentence:?} gave {kinds:?}, not {kind:?}");
    }
}

#[test]
fn nothing_of_a_detail_is_left_after_masking() {
    for (_, sentence, secret) in SENTENCES {
        let (masked, _) = mask(sentence);
        assert!(masked.contains(MASK), "{sentence:?} became {masked:?}");
        assert!(!masked.contains(secret), "{sentence:?} became {masked:?}");
    }
}

#[test]
fn what_stands_around_a_detail_is_kept() {
    let (masked, details) = mask("Neema paints. Call 0991 000 001 or write to neema@example.org, please.");
    assert_eq!(masked, "Neema paints. Call […] or write to […], please.");
    assert_eq!(details.len(), 2);
}

#[test]
fn a_link_to_a_detail_leaves_no_link_to_the_mask() {
    assert_eq!(mask("[Write to me](mailto:a@example.org)!").0, "[Write to me][…]!");
}
