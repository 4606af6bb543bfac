//! Drawings are always the same, have the size they say, and need no font.

use crate::{Head, Look, Motif, Palette, Sign, community, logo, portrait, sign, work, work_drawing};

#[test]
fn the_same_handle_is_always_drawn_alike() {
    let look = Look::new(Head::Headwrap);
    assert_eq!(portrait("neema-mwambali", look), portrait("neema-mwambali", look));
    assert_ne!(portrait("neema-mwambali", look).svg, portrait("gloria-kabanyare", look).svg);
}

#[test]
fn every_kind_of_drawing_becomes_pixels() {
    let portraits = Head::ALL.map(|head| portrait("someone", Look::new(head).bearded().glasses().grey()));
    let works = Motif::ALL.map(|motif| work_drawing("something", motif, Palette::Clay));
    let signs = Sign::ALL.map(|shape| sign("somewhere", shape, Palette::Lake));
    for drawing in portraits.into_iter().chain(works).chain(signs) {
        assert!(!drawing.svg.contains("<text") && !drawing.svg.contains("NaN"));
        let pixels = drawing.pixels(60).unwrap();
        assert_eq!((pixels.width(), pixels.height()), (60, 60 * drawing.height / drawing.width));
        let first = pixels.get_pixel(0, 0);
        assert!(pixels.pixels().any(|pixel| pixel != first), "a drawing is one flat colour");
    }
}

#[test]
fn a_png_is_a_png() {
    let png = portrait("someone", Look::new(Head::Afro)).png(96).unwrap();
    assert!(png.starts_with(b"\x89PNG"));
    assert!(portrait("someone", Look::new(Head::Afro)).png(0).is_err());
}

#[test]
fn no_two_works_of_the_sample_look_the_same() {
    let sample = community();
    let mut seen = std::collections::HashSet::new();
    for person in &sample.people {
        for piece in &person.works {
            assert!(seen.insert(work(person, piece).svg), "{}", piece.title);
        }
    }
    let signs = sample.organisations.iter().filter_map(logo).count();
    assert!(signs >= 12);
}
