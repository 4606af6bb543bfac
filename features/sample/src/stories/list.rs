//! The list: four of each form, and news. The first comes out last.

use super::{SampleStory, SampleTelling};
use crate::draw::{Motif, Palette};

/// A story whose texts lie in `text/<key>.<lang>.md`.
macro_rules! story {
    ($key:literal, $form:literal, $theme:literal, $people:expr, $author:literal, $motif:ident, $palette:ident) => {
        SampleStory {
            key: $key,
            form: $form,
            theme: $theme,
            people: &$people,
            author: $author,
            shared: true,
            picture: (Motif::$motif, Palette::$palette),
            tellings: vec![
                SampleTelling::read("en", include_str!(concat!("text/", $key, ".en.md"))),
                SampleTelling::read("sw", include_str!(concat!("text/", $key, ".sw.md"))),
                SampleTelling::read("fr", include_str!(concat!("text/", $key, ".fr.md"))),
            ],
        }
    };
}

/// Every story of the sample, always the same.
#[rustfmt::skip] // a table is read by its columns
pub fn stories() -> Vec<SampleStory> {
    vec![
        story!("one-kiln-five-hands", "feature", "arts", ["daudi-nzeyimwami", "esperance-kabuyaya", "amos-chikondwe"], "christelle-umuhozaliho", TallJar, Clay),
        story!("counting-in-four", "interview", "music", ["gloria-kabanyare"], "samuel-getahunem", Dancers, Dusk),
        story!("clay-remembers", "profile", "arts", ["neema-mwambali"], "christelle-umuhozaliho", Pots, Clay),
        story!("news-open-evening", "news", "community", [], "", Market, Market),
        story!("light-after-six", "feature", "technology", ["pascal-nduwarugiro", "grace-lusambya"], "yuusuf-cabdilaahi-guray", Lane, Dusk),
        story!("good-news-first", "interview", "community", ["rehema-songolwa"], "keza-w", Poster, Market),
        story!("bread-at-five", "profile", "food", ["prosper-ntahobaliye"], "keza-w", Bread, Maize),
        story!("song-for-two-microphones", "feature", "music", ["tresor-mbayambu", "patient-lubungo", "divine-nshimirimwe"], "samuel-getahunem", Guitar, Indigo),
        SampleStory { shared: false, ..story!("patience-on-the-board", "interview", "sport", ["bahati-mulumbwa"], "yuusuf-cabdilaahi-guray", Mat, Forest) },
        story!("reading-room", "profile", "learning", ["josiane-tuyambazwe"], "keza-w", Page, Maize),
        story!("news-reading-corner", "news", "learning", [], "", Page, Lake),
        story!("mushrooms-in-the-dark", "feature", "food", ["leoncie-baramfasha", "augustin-sebakunzi", "mariamu-feruzani"], "christelle-umuhozaliho", Garden, Forest),
        story!("colour-and-light", "interview", "arts", ["baraka-shindanwa"], "samuel-getahunem", Abstract, Market),
        story!("desks-that-stay", "profile", "work", ["ezechiel-mugishawima"], "yuusuf-cabdilaahi-guray", Table, Coffee),
    ]
}
