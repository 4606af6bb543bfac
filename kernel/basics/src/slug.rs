//! The part of an address that names a thing.

use crate::{fold, limits};

/// The address word for a title: folded words joined by `-`, cut at a word within the handle limit.
/// Empty when the title holds no letter or digit.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for word in fold(title).split(' ').filter(|word| !word.is_empty()) {
        let word: String = word.chars().take(limits::HANDLE).collect();
        if slug.chars().count() + word.chars().count() + 1 > limits::HANDLE && !slug.is_empty() {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(&word);
    }
    slug
}

/// Whether a file name tells nothing of what is inside: `index`, `untitled`, `page-3`, `000_0f7c6b0e1f997c60`, `42`.
pub fn says_nothing(stem: &str) -> bool {
    const EMPTY: [&str; 12] =
        ["index", "readme", "untitled", "unnamed", "new", "page", "post", "file", "document", "copy", "item", "entry"];
    fold(stem).split(' ').filter(|word| !word.is_empty()).all(|word| {
        let counted = word.chars().all(|c| c.is_ascii_digit());
        let hashed =
            word.len() >= 8 && word.chars().all(|c| c.is_ascii_hexdigit()) && word.chars().any(|c| c.is_ascii_digit());
        counted || hashed || EMPTY.contains(&word)
    })
}
