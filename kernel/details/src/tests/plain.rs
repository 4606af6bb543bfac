//! What a text is read as, and that places in it lead back to the text as typed.

use crate::plain::Plain;

#[test]
fn digits_and_letters_of_other_shapes_are_read_as_plain_ones() {
    for (typed, read) in [
        ("０９９１ ٠٠٠ ۱۲۳", "0991 000 123"),
        ("0️⃣9️⃣ ⓪⑨ 𝟎𝟗 ⁰⁹", "09 09 09 09"),
        ("maria＠example．org", "maria@example.org"),
        ("ze\u{301}ro e\u{200B}t", "zero et"),
        ("Сall Мe", "Call Me"),
        ("0991\u{2011}000", "0991-000"),
        ("wait… what", "wait. what"),
    ] {
        assert_eq!(Plain::of(typed).text, read);
    }
}

#[test]
fn letters_among_digits_are_read_as_digits_and_elsewhere_as_letters() {
    for (typed, read) in [
        ("O99l OOO 622", "0991 000 622"),
        ("zer0 n1ne", "zero nine"),
        ("Oh, Ollo and 5l of oil", "Oh, Ollo and 5l of oil"),
        ("room 4b, B12, mp3", "room 4b, B12, mp3"),
    ] {
        assert_eq!(Plain::of(typed).text, read);
    }
}

#[test]
fn the_mask_stays_the_mask() {
    assert_eq!(Plain::of("Call […] now…").text, "Call […] now.");
}

#[test]
fn a_place_in_the_plain_text_leads_to_the_letter_as_typed_and_what_is_hidden_behind_it() {
    let typed = "é 0️⃣9️⃣ z";
    let plain = Plain::of(typed);
    let (start, end) = (plain.text.find('0').unwrap(), plain.text.find(" z").unwrap());
    assert_eq!(&typed[plain.places.typed(start)..plain.places.typed(end)], "0️⃣9️⃣");
    assert_eq!(plain.places.typed(plain.text.len()), typed.len());
}
