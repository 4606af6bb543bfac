//! The frame of mails: two parts that say the same, in one language, safe and self-contained.

use basics::Lang;
use words::Lang as WordsLang;

use crate::{Letter, Message, Written, text};

const SITE: &str = "Dzaleka Connect";
const BASE: &str = "https://connect.example";

fn letter(lang: Lang) -> Written {
    Letter::new(lang, SITE, BASE)
        .subject("A way back in")
        .greeting("Hello Amina,")
        .paragraph("Somebody asked for a way into your account.")
        .button("Choose a new passphrase", "/recover?t=abc&u=1")
        .paragraph("It works for one hour.")
        .close("Go well.")
        .written()
        .unwrap()
}

#[test]
fn both_parts_say_the_same_in_the_persons_language() {
    for (lang, foot) in [
        (Lang::En, "nobody reads this address"),
        (Lang::Sw, "hakuna anayesoma anwani hii"),
        (Lang::Fr, "personne ne lit cette adresse"),
    ] {
        let written = letter(lang);
        for part in [&written.text, &written.html] {
            let places: Vec<usize> =
                ["Hello Amina,", "Somebody asked", "new passphrase", "one hour", "Go well.", SITE, foot, BASE]
                    .iter()
                    .map(|words| part.rfind(words).unwrap_or_else(|| panic!("{words} is missing in {part}")))
                    .collect();
            assert!(places.is_sorted(), "{places:?}");
        }
        assert!(written.html.contains(&format!("<html lang=\"{}\" dir=\"ltr\">", lang.tag())));
    }
}

#[test]
fn the_button_leads_to_the_portal_and_stands_readable_below() {
    let written = letter(Lang::En);
    assert!(
        written.text.contains("Choose a new passphrase:\nhttps://connect.example/recover?t=abc&u=1\n"),
        "{}",
        written.text
    );
    assert_eq!(
        written.html.matches("href=\"https://connect.example/recover?t=abc&#38;u=1\"").count(),
        2,
        "{}",
        written.html
    );
}

#[test]
fn nothing_is_loaded_from_anywhere() {
    let html = letter(Lang::En).html;
    for tag in ["<img", "<link", "<script", "src=", "url(", "@import", "<form", "<iframe"] {
        assert!(!html.contains(tag), "{tag}");
    }
    assert!(html.contains("prefers-color-scheme: dark") && html.contains("content=\"light dark\""));
    assert!(html.len() < 6000, "{} bytes", html.len());
}

#[test]
fn what_somebody_calls_themselves_stays_words() {
    let name = "<b onclick=x>Amina</b>\r\n\r\nPay here: https://evil.example {{ why }}";
    let written = Letter::new(Lang::En, SITE, BASE)
        .subject(name)
        .greeting(name)
        .paragraph(name)
        .button(name, "/x")
        .close(name)
        .written()
        .unwrap();
    assert!(!written.html.contains("<b onclick"), "{}", written.html);
    assert!(!written.subject.contains(['\r', '\n']));
    assert!(
        !written.text.contains("\nPay here") && written.text.starts_with("<b onclick=x>Amina</b>"),
        "{}",
        written.text
    );
    let message = Message::written("amina@example.org", Lang::En, &written);
    assert_eq!((message.subject, message.html), (written.subject, Some(written.html)));
}

#[test]
fn a_letter_needs_no_more_than_a_paragraph() {
    let written = Letter::new(Lang::En, SITE, BASE).subject("Hi").paragraph("One thing.").written().unwrap();
    assert!(
        written.text.starts_with("One thing.\n\n-- \nThis message comes from Dzaleka Connect."),
        "{}",
        written.text
    );
    assert!(!written.html.contains("class=\"button\" href"));
}

#[test]
fn no_sentence_stands_in_the_templates() {
    let pseudo = text::every(WordsLang::Pseudo);
    assert!(pseudo.iter().all(|(_, words)| words.starts_with('[')));
    let written = Letter::new(Lang::Pseudo, "", "").written().unwrap();
    for (_, words) in pseudo.iter().filter(|(id, _)| *id == "no_answer") {
        assert!(written.text.contains(words.as_str()) && written.html.contains(words.as_str()));
    }
}
