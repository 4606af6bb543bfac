//! Pots, jars, bowls and baskets.

use super::super::{canvas::Canvas, cloth, paint::Colours};

/// A wall above a shelf, with light falling from the left.
fn shelf(canvas: &mut Canvas, c: &Colours, at: f64) {
    let (w, h) = (canvas.width(), canvas.height());
    let wall = canvas.fade(c.pale, c.light);
    canvas.fill(&wall);
    canvas.veil(&format!("M0 {} L{} 0 H{} L0 {}Z", h * 0.75, w * 0.55, w * 0.85, h), "#fff", 0.25);
    canvas.rect(0.0, at, w, h - at, c.second);
    canvas.rect(0.0, at, w, 12.0, c.deep);
    for i in 0..4 {
        let y = at + 36.0 + f64::from(i) * 34.0;
        canvas.line(&format!("M{} {y} h{}", f64::from(i) * 90.0 - 40.0, w * 0.6), c.deep, 1.6);
    }
}

/// The outline of a turned pot standing at (`x`, `foot`).
fn outline(x: f64, foot: f64, tall: f64, belly: f64, neck: f64, lip: f64) -> String {
    let (top, mid) = (foot - tall, foot - tall * 0.45);
    let base = belly * 0.55;
    format!(
        "M{} {foot} C{} {foot} {} {} {} {mid} C{} {} {} {} {} {} L{} {top} H{} L{} {} C{} {} {} {} {} {mid} C{} {} {} {foot} {} {foot}Z",
        x - base,
        x - base - 10.0,
        x - belly,
        mid + tall * 0.25,
        x - belly,
        x - belly,
        mid - tall * 0.28,
        x - neck,
        top + tall * 0.3,
        x - neck,
        top + tall * 0.12,
        x - lip,
        x + lip,
        x + neck,
        top + tall * 0.12,
        x + neck,
        top + tall * 0.3,
        x + belly,
        mid - tall * 0.28,
        x + belly,
        x + belly,
        mid + tall * 0.25,
        x + base + 10.0,
        x + base
    )
}

/// A pot with bands of pattern and a shaded side.
fn pot(canvas: &mut Canvas, c: &Colours, x: f64, foot: f64, tall: f64, belly: f64, body: &str) {
    let neck = belly * canvas.between(0.32, 0.55);
    let lip = neck + belly * canvas.between(0.08, 0.2);
    let shape = outline(x, foot, tall, belly, neck, lip);
    canvas.add(&format!(
        r#"<ellipse cx="{}" cy="{foot}" rx="{}" ry="14" fill="{}" fill-opacity="0.35"/>"#,
        x + 26.0,
        belly,
        c.deep
    ));
    canvas.path(&shape, body);
    let band = canvas.below(4);
    let ink = if body == c.deep || body == c.second { c.light } else { c.deep };
    canvas.inside(&shape, |canvas| {
        bands(canvas, c, x, foot - tall * 0.62, belly, band, ink);
        canvas.veil(
            &format!(
                "M{} {} C{} {} {} {} {} {foot}H{}V{}Z",
                x + belly * 0.35,
                foot - tall,
                x + belly * 0.75,
                foot - tall * 0.6,
                x + belly * 0.6,
                foot - tall * 0.25,
                x + belly * 0.2,
                x + belly + 20.0,
                foot - tall
            ),
            c.deep,
            0.3,
        );
        canvas.veil(
            &format!(
                "M{} {} q-30 {} 4 {} q-12 {} 14 {}Z",
                x - belly * 0.55,
                foot - tall * 0.66,
                tall * 0.2,
                tall * 0.36,
                -tall * 0.2,
                -tall * 0.36
            ),
            "#fff",
            0.28,
        );
    });
    canvas.ellipse(x, foot - tall, lip, lip * 0.16, c.deep);
}

fn bands(canvas: &mut Canvas, c: &Colours, x: f64, y: f64, belly: f64, kind: usize, ink: &str) {
    let steps = 15;
    let step = belly * 2.0 / f64::from(steps);
    let span = (0..=steps).map(|i| x - belly + f64::from(i) * step);
    match kind {
        0 => {
            let peaks: String =
                span.map(|at| format!("L{at:.0} {}L{:.0} {}", y + 14.0, at + step / 2.0, y - 14.0)).collect();
            canvas.line(&format!("M{} {y}{peaks}", x - belly), ink, 5.0);
            canvas.rect(x - belly, y + 26.0, belly * 2.0, 5.0, ink);
            canvas.rect(x - belly, y - 30.0, belly * 2.0, 5.0, ink);
        }
        1 => {
            canvas.rect(x - belly, y - 20.0, belly * 2.0, 40.0, c.pale);
            for at in span {
                canvas.path(
                    &format!(
                        "M{at:.0} {}L{:.0} {y}L{at:.0} {}L{:.0} {y}Z",
                        y - 16.0,
                        at + step * 0.42,
                        y + 16.0,
                        at - step * 0.42
                    ),
                    c.pop,
                );
            }
        }
        2 => {
            for (i, at) in span.enumerate() {
                canvas.circle(at, y + if i % 2 == 0 { 9.0 } else { -9.0 }, 6.0, c.light);
            }
        }
        _ => {
            for row in 0..5 {
                canvas.rect(
                    x - belly,
                    y - 24.0 + f64::from(row) * 12.0,
                    belly * 2.0,
                    5.0,
                    if row % 2 == 0 { ink } else { c.light },
                );
            }
        }
    }
}

pub fn pots(canvas: &mut Canvas, c: &Colours) {
    shelf(canvas, c, 470.0);
    let glaze = [c.main, c.deep, c.second, c.pop];
    let first = canvas.below(4);
    let (a, b) = (canvas.between(240.0, 300.0), canvas.between(170.0, 220.0));
    pot(canvas, c, 400.0, 492.0, 340.0 * 0.6 + a * 0.55, 128.0, glaze[first % 2]);
    pot(canvas, c, 172.0, 506.0, b, 98.0, glaze[(first + 1) % 4]);
    pot(canvas, c, 640.0, 512.0, a * 0.78, 112.0, glaze[(first + 3) % 4]);
    pot(canvas, c, 292.0, 536.0, 104.0, 58.0, c.pale);
    pot(canvas, c, 522.0, 540.0, 92.0, 62.0, glaze[(first + 2) % 4]);
}

pub fn tall_jar(canvas: &mut Canvas, c: &Colours) {
    shelf(canvas, c, 640.0);
    canvas.circle(300.0, 330.0, 236.0, c.pale);
    pot(canvas, c, 300.0, 690.0, 540.0, 172.0, c.main);
    pot(canvas, c, 498.0, 716.0, 118.0, 66.0, c.pop);
}

pub fn bowls(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.second);
    canvas.circle(400.0, 250.0, 230.0, c.main);
    canvas.circle(400.0, 250.0, 190.0, c.light);
    let weave = cloth::nth_print(canvas, 9, c, 1.5, 90.0);
    canvas.rect(0.0, 380.0, 800.0, 220.0, &weave);
    canvas.rect(0.0, 372.0, 800.0, 10.0, c.deep);
    for (x, y, r, tone) in [(200.0, 330.0, 150.0, c.main), (560.0, 270.0, 190.0, c.pale), (380.0, 462.0, 124.0, c.pop)]
    {
        canvas.add(&format!(
            r#"<ellipse cx="{}" cy="{}" rx="{}" ry="{}" fill="{}" fill-opacity="0.4"/>"#,
            x + 18.0,
            y + r * 0.52,
            r * 0.8,
            r * 0.16,
            c.deep
        ));
        let shape = format!(
            "M{} {y} C{} {} {} {} {x} {} C{} {} {} {} {} {y}Z",
            x - r,
            x - r * 0.9,
            y + r * 0.5,
            x - r * 0.4,
            y + r * 0.6,
            y + r * 0.6,
            x + r * 0.4,
            y + r * 0.6,
            x + r * 0.9,
            y + r * 0.5,
            x + r
        );
        canvas.path(&shape, tone);
        let ink = if tone == c.pale { c.main } else { c.light };
        canvas.inside(&shape, |canvas| {
            bands(canvas, c, x, y + r * 0.28, r, 0, ink);
            canvas.veil(
                &format!("M{} {y} Q{} {} {x} {}H{}V{y}Z", x + r * 0.4, x + r * 0.6, y + r * 0.4, y + r * 0.62, x + r),
                c.deep,
                0.28,
            );
        });
        canvas.ellipse(x, y, r, r * 0.2, c.light);
        canvas.ellipse(x, y + 4.0, r * 0.93, r * 0.165, c.deep);
    }
}

pub fn basket(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.pale);
    let print = cloth::nth_print(canvas, 5, c, 2.2, 0.0);
    canvas.add(&format!(r#"<rect width="800" height="600" fill="{print}" opacity="0.25"/>"#));
    canvas.add(&format!(r#"<circle cx="418" cy="320" r="256" fill="{}" fill-opacity="0.3"/>"#, c.deep));
    let petals = canvas.pick(&[8, 10, 12]);
    let inks = [c.main, c.second, c.deep, c.pop];
    for ring in (1..=25_i32).rev() {
        let r = f64::from(ring) * 10.2;
        canvas.circle(400.0, 300.0, r, if ring % 2 == 0 { c.light } else { c.pale });
    }
    for ring in 3..=25_i32 {
        star_ring(canvas, f64::from(ring) * 10.2 - 5.0, ring, petals, inks[(ring as usize / 7) % 4]);
    }
    for (r, thick, ink) in [(256.0, 12.0, c.deep), (256.0, 4.0, c.light), (24.0, 8.0, c.pop)] {
        canvas.add(&format!(r#"<circle cx="400" cy="300" r="{r}" fill="none" stroke="{ink}" stroke-width="{thick}" stroke-dasharray="10 4"/>"#));
    }
}

/// One coil of a basket: `petals` dashes whose width swells and shrinks so that rings add up to a star.
fn star_ring(canvas: &mut Canvas, r: f64, ring: i32, petals: i32, ink: &str) {
    let turn = std::f64::consts::TAU * r / f64::from(petals);
    let phase = f64::from((ring - 3) % 7) / 7.0;
    let wide = turn * if (ring / 7) % 2 == 0 { 0.12 + 0.7 * phase } else { 0.86 - 0.7 * phase };
    canvas.add(&format!(
        r#"<circle cx="400" cy="300" r="{r:.1}" fill="none" stroke="{ink}" stroke-width="9.4" stroke-dasharray="{wide:.2} {:.2}" stroke-dashoffset="{:.2}"/>"#,
        turn - wide,
        wide / 2.0
    ));
}
