//! Pictures inside running text: with their size, so that nothing jumps; as something to tap for readers who save data;
//! as their description when we do not have them.

use media::Drawn;

use crate::pictures::{Pictures, SIZES};

/// Safe HTML with its pictures in place. `tap` is what stands on a picture that waits for a tap; `None` shows all.
pub fn placed(html: &str, pictures: &Pictures, tap: Option<&str>) -> String {
    let mut placed = String::with_capacity(html.len());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<img ") {
        placed.push_str(before);
        let (tag, after) = after.split_at(end(after));
        let linked = placed.rfind("<a ") > placed.rfind("</a>");
        placed.push_str(&picture(tag, pictures, tap, linked));
        rest = after;
    }
    placed + rest
}

fn picture(tag: &str, pictures: &Pictures, tap: Option<&str>, linked: bool) -> String {
    let (src, alt) = (attribute(tag, "src"), attribute(tag, "alt"));
    let Some(Drawn { srcset, width, height, .. }) = pictures.drawn(src) else { return text(alt) };
    let srcset = if srcset.is_empty() { srcset } else { format!(" srcset=\"{srcset}\" sizes=\"{SIZES}\"") };
    match tap {
        // A link cannot stand inside another.
        Some(_) if linked => text(alt),
        Some(tap) => format!(
            "<a class=\"tap\" href=\"{src}\" data-tap data-alt=\"{alt}\" data-w=\"{width}\" data-h=\"{height}\">{tap}{}{}</a>",
            if alt.is_empty() { "" } else { ": " },
            text(alt),
        ),
        None => format!(
            "<img src=\"{src}\"{srcset} width=\"{width}\" height=\"{height}\" alt=\"{alt}\" loading=\"lazy\" decoding=\"async\">"
        ),
    }
}

/// Where a tag ends, with its `>`.
fn end(tag: &str) -> usize {
    let mut quoted = false;
    let closes = tag.bytes().position(|byte| {
        quoted ^= byte == b'"';
        byte == b'>' && !quoted
    });
    closes.map_or(tag.len(), |at| at + 1)
}

/// The value of an attribute, still escaped.
fn attribute<'h>(tag: &'h str, name: &str) -> &'h str {
    let mut values = tag.split('"');
    while let (Some(before), Some(value)) = (values.next(), values.next()) {
        if before.trim().strip_suffix('=').is_some_and(|found| found == name) {
            return value;
        }
    }
    ""
}

/// An attribute's value as text between tags: there `<` means more.
fn text(value: &str) -> String {
    value.replace('<', "&lt;").replace('>', "&gt;")
}
