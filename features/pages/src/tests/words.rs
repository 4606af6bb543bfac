//! Interface words and built-in texts are whole.

use basics::Lang;

use crate::{COVERAGE, content};

#[test]
fn every_word_is_translated() {
    for (lang, missing, which) in COVERAGE {
        assert_eq!(*missing, 0, "{lang}: {which:?}");
    }
}

#[test]
fn every_built_in_page_exists_in_every_language_with_its_own_words() {
    for page in content::pages() {
        assert!(page.line("title").is_some() && page.line("subtitle").is_some(), "{:?}", page.id);
        assert!(page.updated_at.0 > 0, "{:?} has no date", page.id);
        for lang in Lang::ALL {
            assert!(content::find(&content::id(lang.tag(), &page.slug)).is_some(), "{} in {lang:?}", page.slug);
        }
    }
}
