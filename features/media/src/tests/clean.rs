//! Looks into what we give out: nothing but pixels, byte by byte.

/// # Errors
/// What else is in it.
pub(super) fn only_pixels(bytes: &[u8], canary: &str) -> Result<(), String> {
    if bytes.windows(canary.len()).any(|part| part == canary.as_bytes()) {
        return Err("the canary came out".into());
    }
    if bytes.starts_with(&[0xFF, 0xD8]) { jpeg(bytes) } else { webp(bytes) }
}

fn jpeg(bytes: &[u8]) -> Result<(), String> {
    let mut at = 2;
    loop {
        let (marker, length) = (bytes[at + 1], usize::from(u16::from_be_bytes([bytes[at + 2], bytes[at + 3]])));
        match marker {
            // JFIF, tables, frame, restart interval.
            0xE0 if length == 16 => {}
            0xC0 | 0xC2 | 0xC4 | 0xDB | 0xDD => {}
            0xDA => break,
            other => return Err(format!("a segment {other:X}")),
        }
        at += 2 + length;
    }
    let end = bytes.windows(2).position(|pair| pair == [0xFF, 0xD9]);
    if end == Some(bytes.len() - 2) { Ok(()) } else { Err("bytes behind the end".into()) }
}

fn webp(bytes: &[u8]) -> Result<(), String> {
    let mut at = 12;
    while at + 8 <= bytes.len() {
        let name = &bytes[at..at + 4];
        if ![b"VP8 ", b"VP8L", b"VP8X", b"ALPH"].iter().any(|known| name == *known) {
            return Err(format!("a chunk {}", String::from_utf8_lossy(name)));
        }
        let length = u32::from_le_bytes([bytes[at + 4], bytes[at + 5], bytes[at + 6], bytes[at + 7]]) as usize;
        // Of an extended header only transparency may be said.
        if name == b"VP8X" && bytes[at + 8] & !0x10 != 0 {
            return Err("the header promises metadata".into());
        }
        at += 8 + length.next_multiple_of(2);
    }
    if at == bytes.len() { Ok(()) } else { Err("bytes behind the end".into()) }
}
