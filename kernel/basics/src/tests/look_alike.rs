//! Handles that could be taken for each other share a form.

use crate::look_alike;

#[test]
fn handles_that_look_alike_share_a_form() {
    for (one, other) in [
        ("amina", "\u{430}mina"),
        ("amina", "Amina"),
        ("moses", "rnoses"),
        ("lule", "1ule"),
        ("joseph", "j0seph"),
        ("rene", "rené"),
        ("amina", "ami\u{200B}na"),
        ("amina", "\u{FF41}mina"),
    ] {
        assert_eq!(look_alike(one), look_alike(other), "{one} and {other}");
    }
}

#[test]
fn handles_that_differ_keep_forms_of_their_own() {
    for (one, other) in [("amina", "amira"), ("amina", "amina-2"), ("hana", "ሐና"), ("jean", "juan")] {
        assert_ne!(look_alike(one), look_alike(other), "{one} and {other}");
    }
}

#[test]
fn a_form_is_its_own_form() {
    for text in ["amina", "rnoses", "j0seph", "ሐና", "محمد", ""] {
        assert_eq!(look_alike(&look_alike(text)), look_alike(text), "{text}");
    }
}
