//! The words by which folders and fields name collections, languages and site machinery. Only tables.

/// Collections with a room or held for one.
pub(crate) const COLLECTIONS: [&str; 12] = [
    "pages",
    "people",
    "organisations",
    "stories",
    "news",
    "events",
    "jobs",
    "projects",
    "resources",
    "photos",
    "opportunities",
    "workshops",
];

/// The collection a folder, group, layout or type names: `_artists` and `Community Voices` as `profile` do.
pub(crate) fn collection(word: &str) -> Option<&'static str> {
    let word = word.trim().trim_start_matches('_').to_lowercase().replace([' ', '_'], "-");
    Some(match word.as_str() {
        "pages" | "page" => "pages",
        "people" | "person" | "persons" | "profiles" | "profile" | "members" | "member" | "talents" | "talent" => {
            "people"
        }
        "artists" | "artist" | "poets" | "poet" | "dancers" | "dancer" | "musicians" | "musician" | "creators"
        | "creator" | "entrepreneurs" | "entrepreneur" | "singers" | "singer" | "painters" | "painter" | "writers"
        | "writer" | "photographers" | "photographer" => "people",
        "organisations" | "organisation" | "organizations" | "organization" | "services" | "service" | "businesses"
        | "business" => "organisations",
        "stories" | "story" | "community-voices" | "community-voice" | "interviews" | "interview" | "features"
        | "feature" => "stories",
        "news" | "posts" | "post" | "blog" => "news",
        "events" | "event" => "events",
        "jobs" | "job" => "jobs",
        "projects" | "project" => "projects",
        "resources" | "resource" | "documents" | "document" => "resources",
        "photos" | "photo" | "gallery" | "galleries" => "photos",
        "opportunities" | "opportunity" => "opportunities",
        "workshops" | "workshop" => "workshops",
        _ => return None,
    })
}

/// Whether a word names many kinds of people, so that the word below it says which.
pub(crate) fn gathers_people(word: &str) -> bool {
    matches!(word, "people" | "talents" | "profiles" | "members")
}

const LANGUAGES: [&str; 17] =
    ["en", "sw", "fr", "rw", "rn", "ln", "ny", "so", "am", "ar", "pt", "es", "de", "it", "nl", "lg", "ti"];

/// A two-letter language code from a tag such as `fr`, `fr-CD` or `pt_BR`.
pub(crate) fn language(tag: &str) -> Option<&'static str> {
    let (primary, region) = tag.trim().split_once(['-', '_']).map_or((tag.trim(), None), |(a, b)| (a, Some(b)));
    if region.is_some_and(|region| region.len() != 2 || !region.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        return None;
    }
    LANGUAGES.into_iter().find(|code| code.eq_ignore_ascii_case(primary))
}

/// Folders that hold tools, templates and what was built from the documents.
pub(crate) fn machinery_folder(name: &str) -> bool {
    const FOLDERS: [&str; 18] = [
        "node_modules",
        "vendor",
        "_site",
        "_layouts",
        "_includes",
        "_sass",
        "_plugins",
        "layouts",
        "themes",
        "archetypes",
        "templates",
        "partials",
        "dist",
        "build",
        "out",
        "target",
        "bower_components",
        "__macosx",
    ];
    name.starts_with('.') || FOLDERS.contains(&name.to_lowercase().as_str())
}

/// Files that set up a site or its tools and are no documents of a community.
pub(crate) fn machinery_file(name: &str) -> bool {
    const FILES: [&str; 20] = [
        "package.json",
        "package-lock.json",
        "composer.json",
        "tsconfig.json",
        "jsconfig.json",
        "vercel.json",
        "now.json",
        "firebase.json",
        "manifest.json",
        "site.webmanifest",
        "lerna.json",
        "renovate.json",
        "stackbit.yaml",
        "mkdocs.yml",
        "docker-compose.yml",
        "requirements.txt",
        "robots.txt",
        "humans.txt",
        "pnpm-lock.yaml",
        "pnpm-workspace.yaml",
    ];
    let name = name.to_lowercase();
    name.starts_with('.') || name.starts_with("_config.") || FILES.contains(&name.as_str())
}

/// Files at the top of a code repository that speak to those who work on the site.
pub(crate) fn about_the_site(name: &str) -> bool {
    const STEMS: [&str; 6] = ["readme", "license", "licence", "changelog", "contributing", "code_of_conduct"];
    let name = name.to_lowercase();
    STEMS.iter().any(|stem| name.strip_prefix(stem).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

/// First parts of our own addresses: a page may not take them.
pub(crate) fn reserved(slug: &str) -> bool {
    const WORDS: [&str; 34] = [
        "people",
        "organisations",
        "search",
        "stories",
        "opportunities",
        "ideas",
        "projects",
        "exchange",
        "visits",
        "resources",
        "join",
        "sign-in",
        "sign-out",
        "me",
        "desk",
        "api",
        "assets",
        "media",
        "sw",
        "fr",
        "en",
        "healthz",
        "readyz",
        "metrics",
        "offline",
        "suggest",
        "feed",
        "feeds",
        "data-saver",
        "news",
        "events",
        "jobs",
        "photos",
        "workshops",
    ];
    WORDS.contains(&slug)
}
