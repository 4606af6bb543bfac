//! What a phone can keep of a profile: a contact card (vCard 4.0) and a QR code of the address.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use calcard::vcard::{VCard, VCardEntry, VCardKind, VCardProperty, VCardValue, VCardVersion};
use fast_qr::{
    ECL, QRBuilder,
    convert::{Builder, Shape, svg::SvgBuilder},
};
use web::{Cx, Result};

use crate::{Kind, Seen, vocabulary::craft_label};

/// The contact card. It holds no phone and no address: contact goes through the portal.
pub(crate) fn vcard(cx: &Cx, seen: &Seen) -> Result<Response> {
    let text = |property, value: String| VCardEntry::new(property).with_value(VCardValue::Text(value));
    let mut card = VCard::default();
    let kind = if seen.kind == Kind::Person { VCardKind::Individual } else { VCardKind::Org };
    card.entries.push(VCardEntry::new(VCardProperty::Kind).with_value(VCardValue::Kind(kind)));
    card.entries.push(text(VCardProperty::Fn, seen.name.clone()));
    if seen.kind == Kind::Organisation {
        card.entries.push(text(VCardProperty::Org, seen.name.clone()));
    }
    if !seen.crafts.is_empty() {
        let crafts: Vec<String> = seen.crafts.iter().map(|craft| craft_label(cx.lang, craft)).collect();
        card.entries.push(text(VCardProperty::Title, crafts.join(", ")));
    }
    if let Some(line) = &seen.line {
        card.entries.push(text(VCardProperty::Note, line.text.clone()));
    }
    for spoken in &seen.languages {
        card.entries.push(text(VCardProperty::Lang, spoken.code.clone()));
    }
    card.entries.push(text(VCardProperty::Url, cx.absolute(&seen.path)));
    card.entries.push(text(VCardProperty::Rev, seen.updated_at.timestamp().strftime("%Y%m%dT%H%M%SZ").to_string()));
    let mut out = String::new();
    card.write_to(&mut out, VCardVersion::V4_0)
        .map_err(|error| anyhow::anyhow!("the contact card cannot be written: {error}"))?;
    let disposition = format!("attachment; filename=\"{}.vcf\"", ascii(&seen.handle));
    Ok((
        [
            (header::CONTENT_TYPE, "text/vcard; charset=utf-8".to_owned()),
            (header::CONTENT_DISPOSITION, disposition),
            (header::CACHE_CONTROL, "public, max-age=0, must-revalidate".to_owned()),
        ],
        out,
    )
        .into_response())
}

/// The address as a QR code, to print or to show.
pub(crate) fn qr(cx: &Cx, seen: &Seen) -> Result<Response> {
    let code = QRBuilder::new(cx.absolute(&seen.path))
        .ecl(ECL::M)
        .build()
        .map_err(|error| anyhow::anyhow!("the QR code cannot be made: {error:?}"))?;
    let svg = SvgBuilder::default().shape(Shape::Square).margin(2).to_str(&code);
    Ok(([(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "public, max-age=86400")], svg)
        .into_response())
}

fn ascii(handle: &str) -> String {
    let kept: String = handle.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
    if kept.is_empty() { "contact".into() } else { kept }
}
