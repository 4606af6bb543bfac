//! Colours: the palettes of cloth and works, skin tones, and mixing.

use super::canvas::Canvas;

/// Six colours that go together.
#[derive(Clone, Copy, Debug)]
pub struct Colours {
    /// Pale, for backgrounds.
    pub pale: &'static str,
    /// Nearly black.
    pub deep: &'static str,
    pub main: &'static str,
    pub second: &'static str,
    pub light: &'static str,
    /// Small and loud.
    pub pop: &'static str,
    /// The sun over this palette's hills.
    pub sun: &'static str,
}

/// The palettes a work can be drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Palette {
    Clay,
    Indigo,
    Maize,
    Lake,
    Forest,
    Dusk,
    Market,
    Coffee,
}

impl Palette {
    pub const ALL: [Self; 8] =
        [Self::Clay, Self::Indigo, Self::Maize, Self::Lake, Self::Forest, Self::Dusk, Self::Market, Self::Coffee];

    pub fn colours(self) -> Colours {
        let of = |pale, deep, main, second, light, pop, sun| Colours { pale, deep, main, second, light, pop, sun };
        match self {
            Self::Clay => of("#f6e3d0", "#3b1d16", "#b5502f", "#7d2f22", "#e9a46c", "#2f6f73", "#d8432b"),
            Self::Indigo => of("#e9e4d8", "#151b3d", "#26397f", "#4d6bb3", "#f0c869", "#d9563b", "#d9563b"),
            Self::Maize => of("#fbf0cd", "#3a2a10", "#e2a01f", "#5c7a2e", "#f6d675", "#b83d26", "#e8622c"),
            Self::Lake => of("#e3efe9", "#0d3340", "#1b7a86", "#0f5663", "#8fd0c2", "#ef7f4d", "#ef7f4d"),
            Self::Forest => of("#edf0dc", "#16301f", "#2f7044", "#1c4d33", "#a9c46c", "#e8a33b", "#f0b23e"),
            Self::Dusk => of("#fbe3d6", "#2b1736", "#7a3169", "#c2486a", "#f5a07a", "#ffd27a", "#ffd27a"),
            Self::Market => of("#fdf1e1", "#2a1a3a", "#d8402f", "#14776b", "#f5b82e", "#f08bb0", "#d8402f"),
            Self::Coffee => of("#f3e7d7", "#2a1710", "#7a4a2b", "#4a2a1a", "#cf9d68", "#5f8f7c", "#e2703a"),
        }
    }
}

/// One of the palettes, by chance.
pub fn any(canvas: &mut Canvas) -> Colours {
    canvas.pick(&Palette::ALL).colours()
}

/// A skin tone in four steps.
#[derive(Clone, Copy, Debug)]
pub struct Skin {
    pub tone: &'static str,
    pub shade: &'static str,
    pub glow: &'static str,
    pub lips: &'static str,
}

pub const SKINS: [Skin; 9] = [
    Skin { tone: "#4a2a1d", shade: "#33190f", glow: "#6b3f2b", lips: "#6e2f2c" },
    Skin { tone: "#56301f", shade: "#3c1d12", glow: "#7a4730", lips: "#7c3633" },
    Skin { tone: "#633a26", shade: "#452416", glow: "#885338", lips: "#863d38" },
    Skin { tone: "#70442d", shade: "#4f2c1b", glow: "#966042", lips: "#8c403b" },
    Skin { tone: "#7d4e34", shade: "#5a3320", glow: "#a36b4a", lips: "#94463f" },
    Skin { tone: "#8b593c", shade: "#653a26", glow: "#b07754", lips: "#9b4c45" },
    Skin { tone: "#9a6645", shade: "#72452c", glow: "#bf855f", lips: "#a4534b" },
    Skin { tone: "#a97551", shade: "#7f5136", glow: "#cc936c", lips: "#ab5a50" },
    Skin { tone: "#3d2219", shade: "#28130c", glow: "#5b3526", lips: "#602a2a" },
];
