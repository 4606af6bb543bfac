//! Works, one drawing for each motif: what potters, painters, tailors, cooks and coders might show.

mod abstracts;
mod craft;
mod figures;
mod making;
mod places;
mod table;
mod textiles;
mod town;

use super::{
    Drawing, WORK_LONG, WORK_SHORT,
    canvas::Canvas,
    paint::{Colours, Palette},
};

/// What a work shows. A wide motif is drawn wide, a tall one tall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motif {
    Pots,
    TallJar,
    Bowls,
    Basket,
    Mat,
    Cloth,
    Dress,
    Bags,
    Stool,
    Table,
    Gate,
    Bicycle,
    Hills,
    Lane,
    Market,
    Garden,
    Tree,
    Abstract,
    Sun,
    Birds,
    Sitter,
    Dancers,
    Drums,
    Guitar,
    Film,
    Screen,
    Braids,
    Bread,
    Plate,
    Cups,
    Page,
    Poster,
}

type Draw = fn(&mut Canvas, &Colours);

impl Motif {
    pub const ALL: [Self; 32] = [
        Self::Pots,
        Self::TallJar,
        Self::Bowls,
        Self::Basket,
        Self::Mat,
        Self::Cloth,
        Self::Dress,
        Self::Bags,
        Self::Stool,
        Self::Table,
        Self::Gate,
        Self::Bicycle,
        Self::Hills,
        Self::Lane,
        Self::Market,
        Self::Garden,
        Self::Tree,
        Self::Abstract,
        Self::Sun,
        Self::Birds,
        Self::Sitter,
        Self::Dancers,
        Self::Drums,
        Self::Guitar,
        Self::Film,
        Self::Screen,
        Self::Braids,
        Self::Bread,
        Self::Plate,
        Self::Cups,
        Self::Page,
        Self::Poster,
    ];

    /// Whether the drawing stands upright.
    pub const fn tall(self) -> bool {
        matches!(
            self,
            Self::TallJar
                | Self::Mat
                | Self::Dress
                | Self::Gate
                | Self::Tree
                | Self::Abstract
                | Self::Sitter
                | Self::Guitar
                | Self::Braids
                | Self::Page
                | Self::Poster
                | Self::Stool
        )
    }

    fn draw(self) -> Draw {
        match self {
            Self::Pots => craft::pots,
            Self::TallJar => craft::tall_jar,
            Self::Bowls => craft::bowls,
            Self::Basket => craft::basket,
            Self::Mat => textiles::mat,
            Self::Cloth => textiles::cloth,
            Self::Dress => textiles::dress,
            Self::Bags => textiles::bags,
            Self::Stool => making::stool,
            Self::Table => making::table,
            Self::Gate => making::gate,
            Self::Bicycle => making::bicycle,
            Self::Hills => places::hills,
            Self::Lane => town::lane,
            Self::Market => town::market,
            Self::Garden => places::garden,
            Self::Tree => places::tree,
            Self::Abstract => abstracts::shapes,
            Self::Sun => abstracts::sun,
            Self::Birds => abstracts::birds,
            Self::Sitter => figures::sitter,
            Self::Dancers => figures::dancers,
            Self::Drums => figures::drums,
            Self::Guitar => figures::guitar,
            Self::Film => places::film,
            Self::Screen => making::screen,
            Self::Braids => figures::braids,
            Self::Bread => table::bread,
            Self::Plate => table::plate,
            Self::Cups => table::cups,
            Self::Page => abstracts::page,
            Self::Poster => abstracts::poster,
        }
    }
}

/// A work of [`WORK_LONG`] × [`WORK_SHORT`] pixels, upright for tall motifs; the same for the same seed.
pub fn work_drawing(seed: &str, motif: Motif, palette: Palette) -> Drawing {
    let (width, height) = if motif.tall() { (WORK_SHORT, WORK_LONG) } else { (WORK_LONG, WORK_SHORT) };
    let mut canvas = Canvas::new(width, height, &format!("work {seed}"));
    motif.draw()(&mut canvas, &palette.colours());
    canvas.finish()
}
