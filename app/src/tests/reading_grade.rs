//! Our own English is easy to read: at most grade 6, and 8 where we tell others about ourselves, by the formula of Flesch and
//! Kincaid (Kincaid and others, *Derivation of new readability formulas*, 1975). Asked of the stories of the sample, the
//! standing pages and the words of the stories' room.
//!
//! Syllables are estimated: groups of vowels, without a silent `e` or `ed` at the end.

use std::{fs, path::Path};

const MOST: f64 = 6.0;
/// Pages about the portal, for those who support it or write about it.
const ABOUT: [&str; 3] = ["about.md", "founder.md", "mission.md"];
const MOST_ABOUT: f64 = 8.0;

fn syllables(word: &str) -> usize {
    let word = word.to_lowercase();
    let word: String = word.chars().filter(|c| c.is_alphabetic()).collect();
    let vowel = |c: char| "aeiouyàâéèêëîïôöùûü".contains(c);
    let groups = word.chars().zip(word.chars().skip(1).chain([' '])).filter(|(a, b)| vowel(*a) && !vowel(*b)).count();
    let sounded = ["le", "ted", "ded", "ee", "ye"].iter().any(|end| word.ends_with(end));
    let silent = !sounded && (word.ends_with('e') || word.ends_with("ed")) || (word.ends_with("ye") && word.len() > 3);
    groups.saturating_sub(usize::from(silent)).max(1)
}

/// The grade of a text; what stands between two full stops is a sentence.
fn grade(text: &str) -> f64 {
    let (mut words, mut sentences, mut sounds) = (0, 0, 0);
    for sentence in text.split(['.', '!', '?', '…']) {
        let here: Vec<&str> = sentence.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).collect();
        sentences += usize::from(!here.is_empty());
        words += here.len();
        sounds += here.into_iter().map(syllables).sum::<usize>();
    }
    0.39 * words as f64 / sentences.max(1) as f64 + 11.8 * sounds as f64 / words.max(1) as f64 - 15.59
}

/// Markdown as it is read aloud: without front matter, headings, marks and addresses. A paragraph or an item of a list ends
/// a sentence, a line does not.
fn spoken(markdown: &str) -> String {
    let body =
        markdown.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n")).map_or(markdown, |(_, body)| body);
    let mut text = String::new();
    for piece in body.split("](") {
        // After a link's words comes its address, up to the bracket.
        let rest = if text.is_empty() { piece } else { piece.split_once(')').map_or("", |(_, rest)| rest) };
        text.push_str(rest);
    }
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let whole = lines.join("\n").replace("\n\n", ". ").replace("\n- ", ". ");
    whole.replace(['*', '>', '[', '_', '\n'], " ")
}

/// The sentences among the English texts of a room; labels and titles are left out.
fn texts(po: &str) -> String {
    let mut all = vec![String::new()];
    let mut inside = false;
    for line in po.lines() {
        inside = line.starts_with("msgid") || (inside && line.starts_with('"'));
        let words = line.split_once('"').filter(|_| inside).map(|(_, words)| words.trim_end_matches('"'));
        match (words, all.last_mut()) {
            (Some(words), Some(last)) => last.push_str(words),
            _ => all.push(String::new()),
        }
    }
    all.retain(|text| text.ends_with(['.', '?', '!']));
    all.join(" ")
}

#[test]
fn the_formula_gives_what_is_known_of_it() {
    assert!(grade("The cat sat on the mat.") < 0.0);
    let hard = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
    assert!((grade(hard) - 11.3).abs() < 1.5, "{}", grade(hard));
    assert_eq!(
        ["loom", "table", "baked", "wanted", "people", "community", "name"].map(syllables),
        [1, 2, 1, 2, 2, 4, 1]
    );
}

#[test]
fn our_own_english_is_easy_to_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut all: Vec<(String, String)> = sample::stories()
        .into_iter()
        .map(|story| {
            let telling = &story.tellings[0];
            (story.key.to_owned(), format!("{} {}", telling.lede, spoken(&telling.source)))
        })
        .collect();
    for entry in fs::read_dir(root.join("content/en")).unwrap() {
        let path = entry.unwrap().path();
        all.push((path.display().to_string(), spoken(&fs::read_to_string(&path).unwrap())));
    }
    let room = fs::read_to_string(root.join("features/stories/text/en.po")).unwrap();
    all.push(("the words of the stories' room".to_owned(), texts(&room)));
    assert!(all.len() > 20, "it looks where it should");
    let hard: Vec<String> = all
        .iter()
        .map(|(name, text)| (name, grade(text)))
        .filter(|(name, grade)| {
            *grade > if ABOUT.iter().any(|about| name.ends_with(about)) { MOST_ABOUT } else { MOST }
        })
        .map(|(name, grade)| format!("{name}: {grade:.1}"))
        .collect();
    assert_eq!(hard, Vec::<String>::new());
}
