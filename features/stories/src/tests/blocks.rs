//! The text of a story as blocks.

use crate::blocks::{Block, Said, blocks, linked, without};

#[test]
fn questions_answers_quotes_headings_and_pictures_are_told_apart() {
    let made = blocks(
        "# Morning\nShe *sings*.\n\nQ (Baraka): Why?\n\nA: Because.\n![](p1)\n\nAnd more.\n\n---\n\nLater.\n\n> It listens.\n> — Neema\n\n![](p2) ![](s1)",
    );
    let names: Vec<String> = made
        .iter()
        .map(|block| match block {
            Block::Heading { deep, text } => format!("heading {deep} {text}"),
            Block::Text(html) => format!("text {}", html.text()),
            Block::Turn { said: Said::Question, speaker, html, .. } => format!("asks {speaker} {}", html.text()),
            Block::Turn { said: Said::Answer, html, pieces, .. } => {
                format!("says {} {pieces:?}", html.text().replace('\n', "|"))
            }
            Block::Quote { html, whose, from } => format!("quote {} {whose} {from:?}", html.text()),
            Block::Pieces(names) => format!("pieces {names:?}"),
        })
        .collect();
    assert_eq!(
        names,
        [
            "heading false Morning",
            "text She sings.",
            "asks Baraka Why?",
            "says Because.|And more. [\"p1\"]",
            "text Later.",
            "quote It listens. Neema None",
            "pieces [\"p2\", \"s1\"]",
        ]
    );
}

#[test]
fn swahili_and_french_marks_mean_the_same() {
    for source in ["S: Kwa nini?\n\nJ: Ndiyo.", "Q : Pourquoi ?\n\nR : Parce que."] {
        let made = blocks(source);
        assert!(matches!(&made[0], Block::Turn { said: Said::Question, .. }), "{made:?}");
        assert!(matches!(&made[1], Block::Turn { said: Said::Answer, .. }), "{made:?}");
    }
}

#[test]
fn a_sentence_with_a_colon_is_no_answer_and_a_picture_elsewhere_is_none_of_ours() {
    assert!(matches!(&blocks("Note: bring a colour.")[..], [Block::Text(_)]));
    let made = blocks("![a](https://example.org/x.png)\n\n<script>alert(1)</script>");
    let html: String = made.iter().map(|block| format!("{block:?}")).collect();
    assert!(!html.contains("example.org") && !html.contains("script"), "{html}");
}

#[test]
fn quotes_from_withdrawn_stories_go_and_links_to_them_become_words() {
    let source = "See [Amina](/stories/amina) and [Joseph](/sw/stories/joseph).\n\n> Listen.\n> — [Amina](/stories/amina)\n\n> Stay.\n> — [Joseph](/stories/joseph)";
    assert_eq!(linked(source), ["amina", "joseph"]);
    let kept = without(source, &["amina".into()]);
    assert_eq!(kept, "See Amina and [Joseph](/sw/stories/joseph).\n\n> Stay.\n> — [Joseph](/stories/joseph)");
    assert_eq!(without(source, &[]), source);
}

#[test]
fn any_text_can_be_read() {
    for source in ["", "#", "> ", "Q:", "![](", "![](p", "A (", "![](p1", "]( [", "# \n\n---\n>", "\r\n\r\nA:\r\nb"] {
        blocks(source);
        linked(source);
        without(source, &["x".into()]);
    }
}
