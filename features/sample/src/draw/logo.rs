//! Signs of organisations: one clear glyph on a disc, ringed with printed cloth.

use super::{
    Drawing, PORTRAIT,
    canvas::Canvas,
    cloth,
    paint::{Colours, Palette},
};

/// What the sign of an organisation shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    Pot,
    Thread,
    Note,
    Book,
    Brackets,
    Mushroom,
    Cup,
    Dancer,
    Lens,
    Plane,
    Lamp,
    Heart,
    Bridge,
    Ball,
    Seedling,
}

impl Sign {
    pub const ALL: [Self; 15] = [
        Self::Pot,
        Self::Thread,
        Self::Note,
        Self::Book,
        Self::Brackets,
        Self::Mushroom,
        Self::Cup,
        Self::Dancer,
        Self::Lens,
        Self::Plane,
        Self::Lamp,
        Self::Heart,
        Self::Bridge,
        Self::Ball,
        Self::Seedling,
    ];
}

/// A sign of [`PORTRAIT`] × [`PORTRAIT`] pixels, always the same for the same handle, sign and palette.
pub fn sign(handle: &str, sign: Sign, palette: Palette) -> Drawing {
    let mut canvas = Canvas::new(PORTRAIT, PORTRAIT, &format!("logo of {handle}"));
    let c = palette.colours();
    canvas.fill(c.pale);
    let print = cloth::any(&mut canvas, &c, 0.9);
    canvas.circle(320.0, 320.0, 286.0, &print);
    canvas.circle(320.0, 320.0, 220.0, c.pale);
    canvas.circle(320.0, 320.0, 208.0, c.main);
    canvas.group("translate(320 320)", |canvas| glyph(canvas, sign, &c));
    canvas.finish()
}

/// The glyph within 120 units of the origin.
fn glyph(canvas: &mut Canvas, sign: Sign, c: &Colours) {
    let ink = c.pale;
    match sign {
        Sign::Pot => {
            canvas.path("M-46 -112H46L38 -78C92 -52 112 0 104 44C96 88 56 116 0 116C-56 116 -96 88 -104 44C-112 0 -92 -52 -38 -78Z", ink);
            canvas.line("M-100 8L-75 38L-50 8L-25 38L0 8L25 38L50 8L75 38L100 8", c.main, 12.0);
        }
        Sign::Thread => {
            canvas.path("M-60 -112H60V-84H-60ZM-60 84H60V112H-60ZM-44 -76H44V76H-44Z", ink);
            canvas.line(
                "M-40 -50L40 -34M-40 -22L40 -6M-40 6L40 22M-40 34L40 50M44 60C120 60 70 130 124 96",
                c.main,
                9.0,
            );
            canvas.line("M44 66C110 66 80 128 128 90", ink, 7.0);
        }
        Sign::Note => {
            canvas.line("M-50 84V-82L82 -108V56", ink, 20.0);
            canvas.line("M-50 -40L82 -66", ink, 20.0);
            canvas.ellipse(-78.0, 88.0, 40.0, 30.0, ink);
            canvas.ellipse(54.0, 60.0, 40.0, 30.0, ink);
        }
        Sign::Book => {
            canvas.path("M-8 -72C-44 -98 -90 -98 -126 -86V76C-90 64 -44 64 -8 90ZM8 -72C44 -98 90 -98 126 -86V76C90 64 44 64 8 90Z", ink);
            canvas.line(
                "M-104 -50Q-66 -58 -30 -42M-104 -14Q-66 -22 -30 -6M104 -50Q66 -58 30 -42M104 -14Q66 -22 30 -6",
                c.main,
                9.0,
            );
        }
        Sign::Brackets => canvas.line("M-58 -72L-122 0L-58 72M58 -72L122 0L58 72M22 -96L-22 96", ink, 22.0),
        Sign::Mushroom => {
            canvas.path("M-122 10C-122 -70 -66 -116 0 -116C66 -116 122 -70 122 10C80 34 -80 34 -122 10ZM-40 38H40C34 70 40 96 54 118H-54C-40 96 -34 70 -40 38Z", ink);
            for (x, y, r) in [(-50.0, -36.0, 18.0), (24.0, -66.0, 22.0), (70.0, -12.0, 15.0)] {
                canvas.circle(x, y, r, c.light);
            }
        }
        Sign::Cup => {
            canvas.path("M-92 -30H72V20C72 76 36 108 -10 108C-56 108 -92 76 -92 20Z", ink);
            canvas.line("M76 -10C130 -20 130 56 66 48M-52 -60c-18 -22 18 -34 0 -58M-10 -60c-18 -22 18 -34 0 -58M32 -60c-18 -22 18 -34 0 -58", ink, 14.0);
        }
        Sign::Dancer => {
            canvas.circle(14.0, -94.0, 27.0, ink);
            canvas.line("M-96 -100L-34 -46L50 -40L108 -88M8 -40L-4 30L50 70L34 124M-4 30L-40 78L-92 96", ink, 24.0);
        }
        Sign::Lens => {
            canvas.path("M-126 -66H-60L-38 -98H38L60 -66H126V94H-126Z", ink);
            canvas.circle(0.0, 12.0, 62.0, c.main);
            canvas.circle(0.0, 12.0, 42.0, c.light);
            canvas.circle(0.0, 12.0, 20.0, c.deep);
        }
        Sign::Plane => {
            canvas.group("rotate(-24)", |canvas| {
                canvas
                    .path("M-128 20H124V66H-128ZM-20 -4L20 -64H52L34 -4ZM-112 8C-120 -50 -84 -64 -62 -44L-58 8Z", ink);
            });
            canvas.line("M-86 -104q30 -26 52 2t48 -8", c.light, 10.0);
        }
        Sign::Lamp => {
            canvas.path("M0 -118C58 -118 92 -76 92 -32C92 6 62 26 52 62H-52C-62 26 -92 6 -92 -32C-92 -76 -58 -118 0 -118ZM-46 74H46V92H-46ZM-34 102H34V118H-34Z", ink);
            canvas.path("M10 -84L-36 -14H-6L-14 44L36 -32H4Z", c.pop);
        }
        Sign::Heart => {
            canvas.path("M0 108C-90 44 -124 4 -124 -42C-124 -82 -96 -106 -62 -106C-34 -106 -12 -90 0 -66C12 -90 34 -106 62 -106C96 -106 124 -82 124 -42C124 4 90 44 0 108Z", ink);
            canvas.line("M-108 4H-40L-16 -40L18 40L38 4H104", c.main, 12.0);
        }
        Sign::Bridge => {
            canvas.line("M-130 40Q0 -120 130 40M-130 64H130", ink, 20.0);
            canvas.line("M-80 10V60M-40 -18V60M0 -30V60M40 -18V60M80 10V60", ink, 12.0);
            canvas.line("M-116 102q29 -22 58 0t58 0t58 0t58 0", c.light, 12.0);
        }
        Sign::Ball => {
            canvas.circle(0.0, 0.0, 112.0, ink);
            canvas.path("M0 -44L42 -14L26 36H-26L-42 -14Z", c.deep);
            canvas.line("M0 -44V-108M42 -14L104 -34M26 36L64 90M-26 36L-64 90M-42 -14L-104 -34", c.deep, 10.0);
        }
        Sign::Seedling => {
            canvas.line("M0 112V-20", ink, 18.0);
            canvas.path(
                "M0 0C-10 -70 -60 -96 -122 -92C-118 -30 -70 6 0 0ZM0 -30C4 -86 50 -118 112 -116C112 -58 66 -20 0 -30Z",
                ink,
            );
            canvas.line("M-70 112H70", c.light, 16.0);
        }
    }
}
