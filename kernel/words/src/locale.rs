//! The CLDR locale of each language, and one formatter for each, built when first asked for.

use std::sync::LazyLock;

use basics::Lang;
use icu_locale_core::{Locale, locale};

pub fn of(lang: Lang) -> Locale {
    match lang {
        Lang::En | Lang::Pseudo => locale!("en-GB"),
        Lang::Sw => locale!("sw-TZ"),
        Lang::Fr => locale!("fr"),
    }
}

/// A `T` for each language, made once; nothing where CLDR has no data for a language.
pub struct EachLanguage<T: 'static>(LazyLock<[Option<T>; 4]>);

impl<T> EachLanguage<T> {
    pub const fn new(make: fn() -> [Option<T>; 4]) -> Self {
        Self(LazyLock::new(make))
    }

    pub fn get(&self, lang: Lang) -> Option<&T> {
        self.0.get(lang as usize)?.as_ref()
    }
}

/// Every language, in the order of [`EachLanguage`].
pub const LANGUAGES: [Lang; 4] = [Lang::En, Lang::Sw, Lang::Fr, Lang::Pseudo];
