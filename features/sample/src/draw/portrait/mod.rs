//! Portraits: a calm, dignified face before a warm ground, drawn from a handle and a look.

mod backdrop;
mod dress;
mod face;
mod hair;
mod hats;

use super::{
    Drawing, PORTRAIT,
    canvas::Canvas,
    paint::{self, Colours, SKINS, Skin},
};

/// What somebody wears on the head, or how the hair is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    Headwrap,
    Scarf,
    Braids,
    Bun,
    Afro,
    Locs,
    Twists,
    Short,
    Shaved,
    Cap,
    StrawHat,
}

impl Head {
    pub const ALL: [Self; 11] = [
        Self::Headwrap,
        Self::Scarf,
        Self::Braids,
        Self::Bun,
        Self::Afro,
        Self::Locs,
        Self::Twists,
        Self::Short,
        Self::Shaved,
        Self::Cap,
        Self::StrawHat,
    ];
}

/// How somebody looks in a portrait; what is not said here follows from the handle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    pub head: Head,
    pub beard: bool,
    pub glasses: bool,
    pub grey: bool,
    pub earrings: bool,
    /// Which of the nine skin tones; `None` leaves it to the handle.
    pub skin: Option<usize>,
}

impl Look {
    pub const fn new(head: Head) -> Self {
        let earrings = matches!(head, Head::Headwrap | Head::Braids | Head::Bun);
        Self { head, beard: false, glasses: false, grey: false, earrings, skin: None }
    }

    pub const fn bearded(self) -> Self {
        Self { beard: true, ..self }
    }

    pub const fn glasses(self) -> Self {
        Self { glasses: true, ..self }
    }

    pub const fn grey(self) -> Self {
        Self { grey: true, ..self }
    }

    pub const fn earrings(self) -> Self {
        Self { earrings: true, ..self }
    }

    pub const fn plain(self) -> Self {
        Self { earrings: false, ..self }
    }

    /// One of the nine skins, 0 to 8 (counted round).
    pub const fn skin(self, nth: usize) -> Self {
        Self { skin: Some(nth), ..self }
    }

    fn soft(&self) -> bool {
        !self.beard && (self.earrings || matches!(self.head, Head::Scarf))
    }
}

/// What the parts of one portrait share.
struct Sitter {
    look: Look,
    skin: Skin,
    hair: &'static str,
    /// Half the width of the face at the cheeks.
    cheek: f64,
    /// Half the width of the jaw.
    jaw: f64,
    cloth: Colours,
    cloth_paint: String,
    wrap_paint: String,
    ground: Colours,
}

/// Half-way across: everything is drawn round this line.
const MIDDLE: f64 = 320.0;

impl Sitter {
    fn new(canvas: &mut Canvas, look: Look) -> Self {
        let nth = look.skin.unwrap_or_else(|| canvas.below(SKINS.len()));
        let ground = paint::any(canvas);
        let mut cloth = paint::any(canvas);
        while cloth.main == ground.main {
            cloth = paint::any(canvas);
        }
        let scale = canvas.between(0.8, 1.2);
        let cloth_paint = super::cloth::any(canvas, &cloth, scale);
        let wrap_paint = super::cloth::any(canvas, &cloth, scale * 0.7);
        let hair = if look.grey { "#c9c4bd" } else { canvas.pick(&["#1a1310", "#211713", "#150f12", "#2b1c15"]) };
        let cheek = if look.soft() { canvas.between(93.0, 100.0) } else { canvas.between(95.0, 104.0) };
        let jaw = if look.soft() { canvas.between(54.0, 66.0) } else { canvas.between(66.0, 80.0) };
        Self { look, skin: SKINS[nth % SKINS.len()], hair, cheek, jaw, cloth, cloth_paint, wrap_paint, ground }
    }

    /// The outline of the face.
    fn outline(&self) -> String {
        let (m, w, j) = (MIDDLE, self.cheek, self.jaw);
        format!(
            "M{} 255 C{} 330 {} 372 {} 398 Q{m} 416 {} 398 C{} 372 {} 330 {} 255 C{} 172 {} 138 {m} 138 C{} 138 {} 172 {} 255Z",
            m - w,
            m - w,
            m - j - 6.0,
            m - 30.0,
            m + 30.0,
            m + j + 6.0,
            m + w,
            m + w,
            m + w,
            m + 62.0,
            m - 62.0,
            m - w,
            m - w
        )
    }
}

/// A portrait of [`PORTRAIT`] × [`PORTRAIT`] pixels, always the same for the same handle and look.
pub fn portrait(handle: &str, look: Look) -> Drawing {
    let mut canvas = Canvas::new(PORTRAIT, PORTRAIT, &format!("portrait of {handle}"));
    draw(&mut canvas, look);
    canvas.finish()
}

/// Draws a sitter on a sheet of [`PORTRAIT`] × [`PORTRAIT`].
pub fn draw(canvas: &mut Canvas, look: Look) {
    let sitter = Sitter::new(canvas, look);
    backdrop::draw(canvas, &sitter.ground);
    let (scale, lean) = (canvas.between(1.04, 1.16), canvas.between(-2.5, 2.5));
    let near = format!("translate(320 640) scale({scale:.3}) translate(-320 -632)");
    canvas.group(&near, |canvas| {
        let tilt = format!("rotate({lean:.1} 320 420)");
        canvas.group(&tilt, |canvas| hair::behind(canvas, &sitter));
        dress::draw(canvas, &sitter);
        canvas.group(&tilt, |canvas| {
            face::draw(canvas, &sitter);
            hair::before(canvas, &sitter);
        });
        hair::drape(canvas, &sitter);
    });
}
