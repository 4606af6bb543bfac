//! Safe HTML, plain text, excerpts.

use proptest::prelude::*;

use crate::{excerpt, html, markdown, markdown_with, plain};

#[test]
fn markdown_becomes_html_with_headings_from_h2() {
    let html = markdown("### Pots\n\n#### Clay\n\nA **b** ~~c~~\n\n| x | y |\n|---|---|\n| 1 | 2 |\n").into_string();
    assert!(html.starts_with("<h2>Pots</h2>\n<h3>Clay</h3>\n<p>A <strong>b</strong> <del>c</del></p>"), "{html}");
    assert!(html.contains("<td>1</td>"));
    assert_eq!(markdown("# A\n\n###### B").as_str(), "<h2>A</h2>\n<h6>B</h6>\n");
}

#[test]
fn nothing_dangerous_passes() {
    for text in [
        "<script>alert(1)</script>x",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "<a href=\" &#106;avascript:alert(1)\">x</a>",
        "<iframe src='https://a.example'></iframe>",
        "<style>p{display:none}</style><p style=\"color:red\" id=\"x\" class=\"y\">x</p>",
        "<form action=/><input name=a></form>",
        "<svg><script>alert(1)</script></svg>",
        "<p onclick='x()'>x</p>",
        "<base href='https://a.example'><meta http-equiv=refresh>",
    ] {
        for safe in [markdown(text).into_string(), html(text).into_string()] {
            let low = safe.to_lowercase();
            for bad in [
                "<script",
                "alert(1)\"",
                "onerror",
                "=\"javascript:",
                "<iframe",
                "style",
                "<form",
                "<input",
                "onclick",
                " id=",
                "<base",
                "<meta",
                "<svg",
            ] {
                assert!(!low.contains(bad), "{text} became {safe}");
            }
        }
    }
}

#[test]
fn pictures_come_only_from_here() {
    assert_eq!(markdown("![A pot](https://a.example/x.jpg)").as_str(), "<p>A pot</p>\n");
    assert_eq!(html("<img src=\"//a.example/x.jpg\" alt=\"a &lt;b\">").as_str(), "a &lt;b");
    assert_eq!(html("<img src=\"data:image/png;base64,AA\">").as_str(), "");
    assert_eq!(html("<img src=\"/\\a.example/x.jpg\">").as_str(), "");
    assert!(markdown("![A pot](images/x.jpg)").as_str().contains("src=\"images/x.jpg\""));
    let own = markdown_with("![A](<images/a (1).jpg>)", &|name| {
        (name == "images/a (1).jpg").then(|| "/media/1?a&b".to_owned())
    });
    assert!(own.as_str().contains("src=\"/media/1?a&amp;b\""), "{own}");
}

#[test]
fn only_links_elsewhere_are_marked() {
    let html = markdown("[a](https://a.example) [b](/people) https://c.example me@d.example");
    assert_eq!(html.as_str().matches("rel=\"noopener nofollow ugc\"").count(), 2);
    assert!(html.as_str().contains("<a href=\"/people\">b</a>"));
    assert!(html.as_str().ends_with("me@d.example</p>\n"));
}

#[test]
fn footnotes_keep_their_links() {
    let html = markdown("A[^1]\n\n[^1]: note").into_string();
    assert!(html.contains("id=\"fn-1\"") && html.contains("href=\"#fn-1\""), "{html}");
}

#[test]
fn plain_text_has_no_marks() {
    assert_eq!(plain("# A\n\nb *c* [d](e)\n\n- f\n- g\n\n<b>h</b> `i`"), "A\nb c d\nf g\nh i");
    assert_eq!(html("<h1>A</h1><p>b &amp; <i>c</i></p>").text(), "A\nb & c");
}

#[test]
fn an_excerpt_is_the_first_paragraph_cut_at_a_word() {
    let text = "# Title\n\n![x](y.jpg)\n\nOne two *three* four.\n\nNext.";
    assert_eq!(excerpt(text, 100), "x");
    let text = "# Title\n\nOne two *three* four.\n\nNext.";
    assert_eq!(excerpt(text, 100), "One two three four.");
    assert_eq!(excerpt(text, 12), "One two…");
    assert_eq!(excerpt("", 10), "");
}

proptest! {
    #[test]
    fn any_text_renders_without_scripts(text in "(<|>|script|a|img| src=|\"|'|javascript:|&#x6a;|\\n|#|`|\\PC){0,30}") {
        for safe in [markdown(&text), html(&text)] {
            let cleaned = ammonia::clean(safe.as_str()).to_lowercase();
            prop_assert!(!safe.as_str().to_lowercase().contains("<script"));
            prop_assert!(!cleaned.contains("href=\"javascript:"));
        }
        prop_assert!(excerpt(&text, 20).chars().count() <= 20);
        plain(&text);
    }
}
