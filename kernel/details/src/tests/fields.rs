//! Field names in three languages and all their spellings.

use crate::{Kind, private_field};

#[test]
fn personal_fields_are_known_by_their_name() {
    for (kind, names) in [
        (
            Kind::Phone,
            "phone tel telephone mobile cell whatsapp simu phone_number phoneNumber Phone-Number contact.phone tel2 namba_ya_simu Téléphone contact_number",
        ),
        (Kind::Email, "email e-mail mail courriel barua_pepe emailAddress contact.email"),
        (Kind::Payment, "airtel_money mpamba mobile_money bank account_number iban momo bankAccount numero_compte"),
        (Kind::BirthDate, "birth_date dob birthday date_of_birth dateOfBirth date_naissance tarehe_ya_kuzaliwa"),
        (
            Kind::Household,
            "household family_size case_number ration unhcr individual_number ration-card householdSize namba_ya_kesi taille_menage",
        ),
        (
            Kind::Place,
            "address house block zone plot residence gps lat lng latitude longitude coordinates adresse nyumba address_1",
        ),
        (Kind::Handle, "telegram signal snapchat"),
        (Kind::Sensitive, "nationality ethnicity religion tribe emergency_contact next_of_kin kabila nationalité"),
    ] {
        for name in names.split(' ') {
            assert_eq!(private_field(name), Some(kind), "{name}");
        }
    }
    assert_eq!(private_field("people[0].phone"), Some(Kind::Phone));
    assert_eq!(private_field("phones[1]"), Some(Kind::Phone));
}

#[test]
fn public_fields_stay_public() {
    for name in "title name subtitle image image_alt layout date start_date end_date seo skills languages about bio country city \
                 location website facebook instagram linkedin youtube birth_year category tags summary timezone time_zone \
                 opening_hours author published_at slug role gender_note craft medium year content_blocks"
        .split_whitespace()
    {
        assert_eq!(private_field(name), None, "{name}");
    }
}
