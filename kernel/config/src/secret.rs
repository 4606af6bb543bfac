//! Values that must not be printed.

use std::fmt;

use url::Url;

/// A value that is whole only through [`Secret::reveal`]; printed, its password (or all of it) is stars.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hide_password(&self.0))
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// An address with its password as stars, also one given as `?password=`; anything that is no address is only stars.
pub fn hide_password(text: &str) -> String {
    const STARS: &str = "*****";
    let Ok(mut url) = Url::parse(text) else { return STARS.into() };
    if !url.has_host() {
        return STARS.into();
    }
    if url.password().is_some() && url.set_password(Some(STARS)).is_err() {
        return STARS.into();
    }
    let hidden = |name: &str| name.to_ascii_lowercase().contains("pass");
    let pairs: Vec<(String, String)> = url
        .query_pairs()
        .map(|(name, value)| (name.to_string(), if hidden(&name) { STARS.into() } else { value.to_string() }))
        .collect();
    if !pairs.is_empty() {
        url.query_pairs_mut().clear().extend_pairs(pairs);
    }
    url.into()
}
