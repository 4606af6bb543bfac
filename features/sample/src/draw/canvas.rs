//! A sheet to draw on: SVG shapes one after another, with a seeded source of chance.

use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

use super::Drawing;

/// A drawing in the making. Coordinates are pixels at natural size.
pub struct Canvas {
    width: u32,
    height: u32,
    defs: String,
    body: String,
    rng: ChaCha8Rng,
    named: usize,
}

impl Canvas {
    pub fn new(width: u32, height: u32, seed: &str) -> Self {
        let rng = ChaCha8Rng::seed_from_u64(crate::seed::of(seed));
        Self { width, height, defs: String::new(), body: String::new(), rng, named: 0 }
    }

    pub fn width(&self) -> f64 {
        f64::from(self.width)
    }

    pub fn height(&self) -> f64 {
        f64::from(self.height)
    }

    /// Appends any SVG.
    pub fn add(&mut self, element: &str) {
        self.body.push_str(element);
    }

    pub fn fill(&mut self, colour: &str) {
        let (w, h) = (self.width(), self.height());
        self.rect(0.0, 0.0, w, h, colour);
    }

    pub fn rect(&mut self, x: f64, y: f64, w: f64, h: f64, colour: &str) {
        self.add(&format!(r#"<rect x="{x:.1}" y="{y:.1}" width="{w:.1}" height="{h:.1}" fill="{colour}"/>"#));
    }

    pub fn circle(&mut self, x: f64, y: f64, r: f64, colour: &str) {
        self.add(&format!(r#"<circle cx="{x:.1}" cy="{y:.1}" r="{r:.1}" fill="{colour}"/>"#));
    }

    pub fn ellipse(&mut self, x: f64, y: f64, rx: f64, ry: f64, colour: &str) {
        self.add(&format!(r#"<ellipse cx="{x:.1}" cy="{y:.1}" rx="{rx:.1}" ry="{ry:.1}" fill="{colour}"/>"#));
    }

    pub fn path(&mut self, d: &str, colour: &str) {
        self.add(&format!(r#"<path d="{d}" fill="{colour}"/>"#));
    }

    /// A filled path that lets what lies under it shine through; `alpha` from 0 to 1.
    pub fn veil(&mut self, d: &str, colour: &str, alpha: f64) {
        self.add(&format!(r#"<path d="{d}" fill="{colour}" fill-opacity="{alpha:.2}"/>"#));
    }

    /// A line with round ends.
    pub fn line(&mut self, d: &str, colour: &str, thick: f64) {
        self.add(&format!(
            r#"<path d="{d}" fill="none" stroke="{colour}" stroke-width="{thick:.1}" stroke-linecap="round" stroke-linejoin="round"/>"#
        ));
    }

    /// Everything `draw` adds is moved, scaled or turned by an SVG transform.
    pub fn group(&mut self, transform: &str, draw: impl FnOnce(&mut Self)) {
        self.add(&format!(r#"<g transform="{transform}">"#));
        draw(self);
        self.add("</g>");
    }

    /// Everything `draw` adds is seen only inside the path.
    pub fn inside(&mut self, d: &str, draw: impl FnOnce(&mut Self)) {
        let name = self.define(&format!(r#"<path d="{d}"/>"#), "clipPath", "");
        self.add(&format!(r##"<g clip-path="url(#{name})">"##));
        draw(self);
        self.add("</g>");
    }

    /// A tile repeated over a plane; returns a paint for any `colour` argument.
    pub fn tiles(&mut self, tile: &str, size: f64, scale: f64, turn: f64) -> String {
        let attributes = format!(
            r#" patternUnits="userSpaceOnUse" width="{size:.1}" height="{size:.1}" patternTransform="rotate({turn:.1}) scale({scale:.2})""#
        );
        let name = self.define(tile, "pattern", &attributes);
        format!("url(#{name})")
    }

    /// A paint that goes from the first colour at the top to the second at the bottom.
    pub fn fade(&mut self, top: &str, bottom: &str) -> String {
        let stops = format!(r#"<stop offset="0" stop-color="{top}"/><stop offset="1" stop-color="{bottom}"/>"#);
        let name = self.define(&stops, "linearGradient", r#" x1="0" y1="0" x2="0" y2="1""#);
        format!("url(#{name})")
    }

    fn define(&mut self, inner: &str, tag: &str, attributes: &str) -> String {
        self.named += 1;
        let name = format!("d{}", self.named);
        self.defs.push_str(&format!(r#"<{tag} id="{name}"{attributes}>{inner}</{tag}>"#));
        name
    }

    /// A number from `low` up to `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + self.rng.random::<f64>() * (high - low)
    }

    /// A whole number from 0 up to, not including, `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.rng.random_range(0..end.max(1))
    }

    /// True in `share` of the cases.
    pub fn chance(&mut self, share: f64) -> bool {
        self.rng.random::<f64>() < share
    }

    /// One of these.
    pub fn pick<T: Copy, const N: usize>(&mut self, choices: &[T; N]) -> T {
        choices[self.below(N)]
    }

    pub fn finish(self) -> Drawing {
        let Self { width, height, defs, body, .. } = self;
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}"><defs>{defs}</defs>{body}</svg>"#
        );
        Drawing { svg, width, height }
    }
}
