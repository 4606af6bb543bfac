//! What a document is, by where it lies: collection, the folder's own word, language, the name of its file.

use crate::words;

/// What folders and file name say.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Place {
    pub collection: Option<&'static str>,
    /// `artists`, `talents` …; empty when no folder names a collection.
    pub folder_word: String,
    pub lang: Option<&'static str>,
    /// The file name without endings; the folder's when the file is an `index`.
    pub stem: String,
    /// In a folder of drafts.
    pub draft: bool,
}

/// Reads a path below the imported folder. `above` is the name of the imported folder itself, which says least;
/// `group` the names above an entry inside a data file, which say most.
pub(crate) fn place(above: &str, path: &str, group: Option<&str>) -> Place {
    let (folders, file) = path.rsplit_once('/').unwrap_or(("", path));
    let mut place = Place::default();
    for folder in std::iter::once(above).chain(folders.split('/')).filter(|folder| !folder.is_empty()) {
        place.enter(folder);
    }
    let (stem, lang) = stem(file);
    place.lang = lang.or(place.lang);
    if data(file) {
        place.enter(&stem);
    }
    group.into_iter().flat_map(|group| group.split('/')).for_each(|name| place.enter_group(name));
    let folder = folders.rsplit('/').next().unwrap_or_default();
    place.stem = if is_index(&stem) && names_its_content(folder) { folder.to_owned() } else { stem };
    place
}

impl Place {
    fn enter(&mut self, folder: &str) {
        if let Some(collection) = words::collection(folder) {
            self.collection = Some(collection);
            self.folder_word = plain(folder);
        } else if let Some(lang) = words::language(folder) {
            self.lang = Some(lang);
        }
        self.draft |= matches!(folder, "_drafts" | "drafts");
    }

    /// Inside a data file a name below `talents` is a kind of talent even when we do not know the word.
    fn enter_group(&mut self, name: &str) {
        if words::collection(name).is_some() || !words::gathers_people(&self.folder_word) {
            self.enter(name);
        } else {
            self.folder_word = plain(name);
        }
    }
}

fn plain(folder: &str) -> String {
    folder.trim().trim_start_matches('_').to_lowercase()
}

fn data(file: &str) -> bool {
    let file = file.to_lowercase();
    [".json", ".yaml", ".yml"].iter().any(|ending| file.ends_with(ending))
}

fn is_index(stem: &str) -> bool {
    stem.eq_ignore_ascii_case("index") || stem.eq_ignore_ascii_case("_index")
}

/// A folder that holds one document and its pictures is named after the document.
fn names_its_content(folder: &str) -> bool {
    !folder.is_empty()
        && words::collection(folder).is_none()
        && words::language(folder).is_none()
        && !matches!(folder, "content" | "src" | "_data" | "data" | "i18n" | "docs" | "public" | "static")
}

/// `about.fr.md` → `about` and French.
fn stem(file: &str) -> (String, Option<&'static str>) {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    match stem.rsplit_once('.') {
        Some((name, tag)) if words::language(tag).is_some() => (name.to_owned(), words::language(tag)),
        _ => (stem.to_owned(), None),
    }
}
