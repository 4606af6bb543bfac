//! What a recording is, by its bytes alone.

use basics::{Lang, limits::AUDIO_BYTES};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{m4a, mp3, ogg, wav};
use crate::text::Text;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Mp3,
    /// AAC in MP4, as telephones record.
    M4a,
    /// Opus or Vorbis.
    Ogg,
    Wav,
}

impl Kind {
    pub const ALL: [Self; 4] = [Self::Mp3, Self::M4a, Self::Ogg, Self::Wav];

    /// The ending of its file, and its code in the database.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Mp3 => "mp3",
            Self::M4a => "m4a",
            Self::Ogg => "ogg",
            Self::Wav => "wav",
        }
    }

    /// As browsers know it.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/wav",
        }
    }

    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.ending() == ending)
    }
}

/// Nothing but sound: no title, place, time, picture or name of a program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sound {
    pub kind: Kind,
    pub bytes: Vec<u8>,
    pub milliseconds: u64,
}

/// Why a recording is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SoundRefused {
    #[error("the recording is neither MP3, M4A, OGG, Opus nor WAV")]
    Kind,
    #[error("the recording has {bytes} bytes, at most {AUDIO_BYTES} are taken")]
    TooLarge { bytes: u64 },
    #[error("the recording is damaged or cut off")]
    Broken,
}

impl SoundRefused {
    /// What is wrong and what to do, in the reader's language.
    pub fn words(&self, lang: Lang) -> String {
        let t = Text(lang);
        match self {
            Self::Kind => t.refused_sound_kind().into(),
            Self::TooLarge { .. } => t.declined_too_large(words::bytes(lang, AUDIO_BYTES)),
            Self::Broken => t.refused_sound_broken().into(),
        }
    }
}

/// Frees a recording of everything that is not sound. Names and declared types say nothing: its first bytes do.
///
/// # Errors
/// [`SoundRefused`] when it is no recording we take, holds a film, or is damaged.
pub fn sound(bytes: &[u8]) -> Result<Sound, SoundRefused> {
    if bytes.len() as u64 > AUDIO_BYTES {
        return Err(SoundRefused::TooLarge { bytes: bytes.len() as u64 });
    }
    let (kind, heard) = match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => (Kind::Wav, wav::heard(bytes)),
        [b'O', b'g', b'g', b'S', ..] => (Kind::Ogg, ogg::heard(bytes)),
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => (Kind::M4a, m4a::heard(bytes)?),
        [b'I', b'D', b'3', ..] | [0xFF, 0xE0..=0xFF, ..] => (Kind::Mp3, mp3::heard(bytes)),
        _ => return Err(SoundRefused::Kind),
    };
    let (bytes, milliseconds) = heard.filter(|(_, milliseconds)| *milliseconds > 0).ok_or(SoundRefused::Broken)?;
    Ok(Sound { kind, bytes, milliseconds })
}

/// Sound and its length in milliseconds; nothing when it is damaged.
pub(super) type Heard = Option<(Vec<u8>, u64)>;
