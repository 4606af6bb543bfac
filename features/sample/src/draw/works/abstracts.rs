//! Shapes, suns, birds, posters and pages.

use super::super::{canvas::Canvas, cloth, paint::Colours};

pub fn shapes(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.pale);
    let print = cloth::any(canvas, c, 0.8);
    for (row, column) in (0..4).flat_map(|row| (0..3).map(move |column| (row, column))) {
        let (x, y) = (f64::from(column) * 200.0 + 100.0, f64::from(row) * 200.0 + 100.0);
        let (kind, turn) = (canvas.below(7), canvas.below(4) * 90);
        let inks = canvas.pick(&[
            [c.main, c.light],
            [c.second, c.pale],
            [c.deep, c.pop],
            [c.pale, c.main],
            [c.light, c.second],
            [c.pop, c.deep],
        ]);
        canvas.group(&format!("translate({x} {y}) rotate({turn})"), |canvas| patch(canvas, kind, inks, &print));
    }
    let y = canvas.between(260.0, 560.0);
    canvas.line(
        &format!("M-10 {y} C150 {} 260 {} 400 {y} S560 {} 610 {}", y - 150.0, y + 170.0, y - 70.0, y - 40.0),
        c.deep,
        9.0,
    );
}

/// One square of 200, its middle at the origin.
fn patch(canvas: &mut Canvas, kind: usize, inks: [&str; 2], print: &str) {
    canvas.rect(-100.5, -100.5, 201.0, 201.0, inks[0]);
    match kind {
        0 => canvas.path("M-100 -100A200 200 0 0 1 100 100H-100Z", inks[1]),
        1 => canvas.path("M-100 0A100 100 0 0 1 100 0Z", inks[1]),
        2 => canvas.path("M-100 -100Q100 -100 100 100Q-100 100 -100 -100Z", inks[1]),
        3 => canvas.circle(0.0, 0.0, 72.0, print),
        4 => (0..4).for_each(|i| canvas.rect(-100.0, -88.0 + f64::from(i) * 50.0, 200.0, 24.0, inks[1])),
        5 => (0..3).for_each(|i| {
            let r = 190.0 - f64::from(i) * 60.0;
            canvas.path(
                &format!(
                    "M-100 {0}A{r} {r} 0 0 1 {1} 100H{2}A{3} {3} 0 0 0 -100 {4}Z",
                    100.0 - r,
                    r - 100.0,
                    r - 130.0,
                    r - 30.0,
                    130.0 - r
                ),
                inks[1],
            );
        }),
        _ => canvas.path("M-100 100L0 -100L100 100Z", inks[1]),
    }
}

pub fn sun(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.deep);
    for (r, ink) in [(520.0, c.second), (430.0, c.main), (340.0, c.pop), (250.0, c.light), (160.0, c.pale)] {
        let n = 28;
        let points: String = (0..n * 2)
            .map(|i| {
                let reach = if i % 2 == 0 { r } else { r * 0.9 };
                let turn = f64::from(i) * std::f64::consts::PI / f64::from(n);
                format!(
                    "{}{:.0} {:.0}",
                    if i == 0 { "M" } else { "L" },
                    400.0 + turn.cos() * reach,
                    420.0 + turn.sin() * reach
                )
            })
            .collect();
        canvas.path(&format!("{points}Z"), ink);
    }
    let print = cloth::any(canvas, c, 0.9);
    canvas.circle(400.0, 420.0, 112.0, &print);
    canvas.add(&format!(r#"<circle cx="400" cy="420" r="112" fill="none" stroke="{}" stroke-width="8"/>"#, c.deep));
    canvas.path("M0 470 C160 420 300 500 440 464 S700 440 800 474 V600H0Z", c.deep);
    canvas.path("M0 520 C200 480 420 560 800 510 V600H0Z", c.second);
}

pub fn birds(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.light);
    canvas.path("M0 0H800V600H0Z", c.light);
    for i in 0..5 {
        let y = 100.0 + f64::from(i) * 120.0;
        canvas.line(&format!("M-20 {y} C200 {} 420 {} 820 {}", y - 40.0, y + 50.0, y - 20.0), c.second, 6.0);
    }
    for i in 0..24 {
        let (x, y) = (
            f64::from(i % 8) * 108.0 + canvas.between(0.0, 30.0),
            70.0 + f64::from(i / 8) * 210.0 + canvas.between(-30.0, 60.0),
        );
        let turn = canvas.between(-60.0, 60.0);
        let ink = canvas.pick(&[c.main, c.second]);
        canvas.group(&format!("translate({x:.0} {y:.0}) rotate({turn:.0})"), |canvas| {
            canvas.path("M0 0C18 -16 18 -40 0 -58C-18 -40 -18 -16 0 0Z", ink)
        });
    }
    for (x, y, size, flip) in [(190.0, 330.0, 1.25, 1.0), (560.0, 220.0, 1.45, -1.0), (470.0, 470.0, 1.0, 1.0)] {
        let print = cloth::any(canvas, c, 0.55);
        canvas.group(&format!("translate({x} {y}) scale({} {size})", size * flip), |canvas| bird(canvas, c, &print));
    }
}

fn bird(canvas: &mut Canvas, c: &Colours, print: &str) {
    canvas.path("M-60 10 L-150 60 L-128 18 L-156 0Z", c.main);
    canvas.path("M-70 10 C-60 -50 20 -70 60 -40 C76 -70 120 -66 122 -32 L150 -22 L120 -14 C110 40 20 70 -40 40 C-60 32 -70 24 -70 10Z", c.deep);
    canvas.path("M-56 8 C-30 -36 20 -40 46 -18 C30 30 -20 40 -56 8Z", print);
    canvas.path("M120 -34 L152 -22 L120 -14Z", c.pop);
    canvas.circle(98.0, -36.0, 8.0, c.pale);
    canvas.circle(99.0, -36.0, 4.0, c.deep);
    canvas.line("M10 52V84M34 48V80", c.deep, 5.0);
}

pub fn poster(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.main);
    let kind = canvas.below(3);
    for i in (1..=9_usize).rev() {
        let r = i as f64 * 46.0;
        let ink = [c.pop, c.light, c.deep][i % 3];
        let y = if kind == 0 { 800.0 } else { 420.0 };
        canvas.circle(if kind == 2 { 0.0 } else { 300.0 }, y, r * if kind == 1 { 0.62 } else { 1.25 }, ink);
    }
    canvas.rect(0.0, 0.0, 600.0, 120.0, c.pale);
    for (i, w) in [86.0, 44.0, 118.0, 66.0, 96.0].into_iter().enumerate() {
        let x = 40.0 + i as f64 * 108.0;
        canvas.rect(x, 40.0, w * 0.75, 44.0, [c.deep, c.main, c.pop, c.deep, c.second][i]);
    }
    let print = cloth::any(canvas, c, 0.6);
    canvas.line("M120 628H480", c.deep, 14.0);
    canvas.group("translate(290 470) scale(1.85)", |canvas| bird(canvas, c, &print));
    canvas.rect(0.0, 716.0, 600.0, 84.0, c.deep);
    for (i, w) in [300.0, 200.0].into_iter().enumerate() {
        canvas.rect(40.0, 738.0 + i as f64 * 24.0, w, 11.0, c.light);
    }
}

pub fn page(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.second);
    let print = cloth::any(canvas, c, 1.5);
    canvas.rect(0.0, 0.0, 110.0, 800.0, &print);
    canvas.rect(110.0, 0.0, 8.0, 800.0, c.deep);
    canvas.group("rotate(-2 350 400)", |canvas| {
        canvas.veil("M182 96H560V730H182Z", c.deep, 0.4);
        canvas.rect(168.0, 80.0, 378.0, 634.0, "#fdf8ee");
        canvas.rect(208.0, 130.0, 190.0, 16.0, c.main);
        let mut y = 190.0;
        for verse in 0..4 {
            for line in 0..4 {
                let width = canvas.between(150.0, 290.0);
                let indent = if (verse + line) % 4 == 3 { 30.0 } else { 0.0 };
                canvas.add(&format!(
                    r#"<rect x="{}" y="{y}" width="{width:.0}" height="7" rx="3.5" fill="{}" fill-opacity="0.75"/>"#,
                    208.0 + indent,
                    c.deep
                ));
                y += 25.0;
            }
            y += 24.0;
        }
        canvas.line("M430 664 q20 -26 34 0 t34 -8", c.pop, 5.0);
    });
    canvas.group("translate(520 600) rotate(38)", |canvas| {
        canvas.add(&format!(r#"<rect x="-12" y="-190" width="24" height="250" rx="8" fill="{}"/>"#, c.pop));
        canvas.path("M-12 60H12L0 98Z", c.light);
        canvas.rect(-12.0, -150.0, 24.0, 12.0, c.deep);
    });
}
