//! Opus and Vorbis in Ogg: packets in pages. The second packet, which holds tags, is written anew without any; other
//! streams in the same file are left out.

use std::io::Cursor;

use ogg::{Packet, PacketReader, PacketWriteEndInfo, PacketWriter};

use super::sound::Heard;

enum Codec {
    /// Samples before the sound begins.
    Opus {
        skip: u64,
    },
    Vorbis {
        rate: u64,
    },
}

impl Codec {
    fn of(first: &[u8]) -> Option<Self> {
        if first.starts_with(b"OpusHead") {
            return Some(Self::Opus { skip: u64::from(u16::from_le_bytes(*first.get(10..12)?.first_chunk()?)) });
        }
        let rate = first.strip_prefix(b"\x01vorbis")?.get(5..9)?.first_chunk()?;
        Some(Self::Vorbis { rate: u64::from(u32::from_le_bytes(*rate)) })
    }

    /// A packet of tags with none in it: no name of a program, no comments.
    fn no_tags(&self) -> Vec<u8> {
        match self {
            Self::Opus { .. } => [b"OpusTags".as_slice(), &[0; 8]].concat(),
            Self::Vorbis { .. } => [b"\x03vorbis".as_slice(), &[0; 8], &[1]].concat(),
        }
    }

    fn milliseconds(&self, last: u64) -> Option<u64> {
        match self {
            Self::Opus { skip } => Some(last.saturating_sub(*skip) / 48),
            Self::Vorbis { rate } => last.checked_mul(1000)?.checked_div(*rate),
        }
    }
}

pub(super) fn heard(bytes: &[u8]) -> Heard {
    let (mut reader, mut writer) = (PacketReader::new(Cursor::new(bytes)), PacketWriter::new(Vec::new()));
    let (stream, codec) = first(&mut reader, &mut writer)?;
    let (mut nth, mut last) = (1, 0);
    while let Some(packet) = reader.read_packet().ok()? {
        if packet.stream_serial() != stream {
            continue;
        }
        let (end, at, ends) = (end(&packet), packet.absgp_page(), packet.last_in_stream());
        let data = if nth == 1 { codec.no_tags() } else { packet.data };
        writer.write_packet(data, stream, end, at).ok()?;
        nth += 1;
        last = if at == u64::MAX { last } else { at };
        if ends {
            break;
        }
    }
    // Heads, tags, and something to hear.
    (nth > 2).then_some((writer.into_inner(), codec.milliseconds(last)?))
}

/// The first stream of sound, its first packet written.
fn first(reader: &mut PacketReader<Cursor<&[u8]>>, writer: &mut PacketWriter<'_, Vec<u8>>) -> Option<(u32, Codec)> {
    while let Some(packet) = reader.read_packet().ok()? {
        if let Some(codec) = Codec::of(&packet.data).filter(|_| packet.first_in_stream()) {
            let (stream, end, at) = (packet.stream_serial(), end(&packet), packet.absgp_page());
            writer.write_packet(packet.data, stream, end, at).ok()?;
            return Some((stream, codec));
        }
    }
    None
}

fn end(packet: &Packet) -> PacketWriteEndInfo {
    if packet.last_in_stream() {
        PacketWriteEndInfo::EndStream
    } else if packet.last_in_page() {
        PacketWriteEndInfo::EndPage
    } else {
        PacketWriteEndInfo::NormalPacket
    }
}
