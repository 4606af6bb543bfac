//! From bytes to text: UTF-8, UTF-16 with a mark, and stray Windows-1252 bytes in between.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

use crate::{Repair, Unreadable};

const WHY: &str = "not UTF-8; read as Windows-1252";

/// The text of a file, with a repair for each line that was not UTF-8.
pub(crate) fn text(bytes: &[u8]) -> Result<(Cow<'_, str>, Vec<Repair>), Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != UTF_8
    {
        let (text, broken) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return if broken { Err(Unreadable::UnknownEncoding { line: 1 }) } else { Ok((text, Vec::new())) };
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.contains(&0) {
        return Err(Unreadable::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok((Cow::Borrowed(text), Vec::new())),
        Err(_) => windows(bytes).map(|(text, repairs)| (Cow::Owned(text), repairs)),
    }
}

/// Line by line, the bytes that are not UTF-8 read as Windows-1252.
fn windows(bytes: &[u8]) -> Result<(String, Vec<Repair>), Unreadable> {
    let mut text = String::with_capacity(bytes.len() + 64);
    let mut repairs = Vec::new();
    for (number, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => {
                let mended = mixed(line).ok_or_else(|| refusal(number + 1, bytes))?;
                repairs.push(Repair::new(number + 1, "", &String::from_utf8_lossy(line), &mended, WHY));
                text.push_str(&mended);
            }
        }
    }
    Ok((text, repairs))
}

fn mixed(line: &[u8]) -> Option<String> {
    let mut mended = String::with_capacity(line.len() + 8);
    for chunk in line.utf8_chunks() {
        mended.push_str(chunk.valid());
        if chunk.invalid().iter().any(|byte| matches!(byte, 0x81 | 0x8D | 0x8F | 0x90 | 0x9D)) {
            return None;
        }
        mended.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
    }
    Some(mended)
}

/// Mostly strange bytes are no text at all; a few are text in another encoding.
fn refusal(line: usize, bytes: &[u8]) -> Unreadable {
    let strange = bytes.iter().filter(|byte| **byte >= 0x80 || (**byte < 0x20 && !b"\t\r\n".contains(byte))).count();
    if strange * 3 > bytes.len() { Unreadable::Binary } else { Unreadable::UnknownEncoding { line } }
}
