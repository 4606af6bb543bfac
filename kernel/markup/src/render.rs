//! Markdown to safe HTML, to plain text for the index, and to an excerpt.

use comrak::nodes::{AstNode, NodeValue};
use comrak::{Arena, Options, format_html, parse_document};

use crate::safe::{Html, html, html_with};

/// Renders Markdown (tables, strikethrough, footnotes, links of bare addresses but not of e-mails); raw HTML in it
/// is cleaned like the rest. Headings are moved so that the highest is `h2`.
pub fn markdown(text: &str) -> Html {
    markdown_with(text, &|_| None)
}

/// Like [`markdown`]; `picture` gives the address for the source a picture was named by, or `None` to keep it.
pub fn markdown_with(text: &str, picture: &dyn Fn(&str) -> Option<String>) -> Html {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, text, &options);
    unlink_mails(root);
    let mut rendered = String::with_capacity(text.len() * 2);
    match format_html(root, &options, &mut rendered) {
        Ok(()) => html_with(&rendered, picture),
        Err(_) => Html::default(),
    }
}

/// All text of a body without marks, one block a line, as the search index takes it.
pub fn plain(markdown: &str) -> String {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, markdown, &options);
    let blocks = root.children().map(|block| collected(block)).filter(|block| !block.is_empty());
    blocks.collect::<Vec<_>>().join("\n")
}

/// The first paragraph with words, as plain text, cut at a word to at most `max_chars` characters with `…`.
pub fn excerpt(markdown: &str, max_chars: usize) -> String {
    let (arena, options) = (Arena::new(), options());
    let root = parse_document(&arena, markdown, &options);
    let first = root
        .descendants()
        .filter(|node| matches!(node.data.borrow().value, NodeValue::Paragraph | NodeValue::HtmlBlock(_)))
        .map(|node| collected(node))
        .find(|text| text.contains(char::is_alphanumeric))
        .unwrap_or_default();
    crate::cut::at_word(&first.split_whitespace().collect::<Vec<_>>().join(" "), max_chars)
}

fn options() -> Options<'static> {
    let mut options = Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options.extension.footnotes = true;
    options.render.r#unsafe = true;
    options
}

/// Takes the link off e-mail addresses that were not written as links.
fn unlink_mails<'a>(root: &'a AstNode<'a>) {
    let mails: Vec<&AstNode> = root
        .descendants()
        .filter(|node| match &node.data.borrow().value {
            NodeValue::Link(link) => link.url.strip_prefix("mailto:").is_some_and(|mail| mail == collected(node)),
            _ => false,
        })
        .collect();
    for mail in mails {
        while let Some(child) = mail.first_child() {
            mail.insert_before(child);
        }
        mail.detach();
    }
}

/// The text below a node.
fn collected<'a>(node: &'a AstNode<'a>) -> String {
    let mut text = String::new();
    for node in node.descendants() {
        match &node.data.borrow().value {
            NodeValue::Text(part) => text.push_str(part),
            NodeValue::Code(code) => text.push_str(&code.literal),
            NodeValue::CodeBlock(code) => text.push_str(&code.literal),
            NodeValue::HtmlBlock(block) => text.push_str(&html(&block.literal).text()),
            NodeValue::SoftBreak | NodeValue::LineBreak => text.push(' '),
            NodeValue::Item(_) | NodeValue::TableCell | NodeValue::Paragraph | NodeValue::Heading(_)
                if !text.is_empty() && !text.ends_with(' ') =>
            {
                text.push(' ');
            }
            _ => {}
        }
    }
    text.trim().to_owned()
}
