//! Hills, gardens and trees.

use super::super::{canvas::Canvas, paint::Colours};

pub fn sky(canvas: &mut Canvas, c: &Colours) {
    let paint = canvas.fade(c.light, c.pale);
    canvas.fill(&paint);
}

/// A ridge across the sheet at about `y`.
pub fn ridge(canvas: &mut Canvas, y: f64, swing: f64, colour: &str) {
    let (w, h) = (canvas.width(), canvas.height());
    let mut at = || canvas.between(-swing, swing);
    let (a, b, d) = (at(), at(), at());
    let path = format!(
        "M0 {:.0} C{:.0} {:.0} {:.0} {:.0} {:.0} {:.0} S{:.0} {:.0} {w} {:.0} V{h} H0Z",
        y + a,
        w * 0.2,
        y - swing + b,
        w * 0.35,
        y - swing,
        w * 0.52,
        y + b,
        w * 0.82,
        y - swing * 1.2,
        y + d
    );
    canvas.path(&path, colour);
}

fn maize(canvas: &mut Canvas, c: &Colours, x: f64, foot: f64, tall: f64) {
    canvas.line(&format!("M{x} {foot} q4 {} 0 {}", -tall * 0.5, -tall), c.deep, 4.0);
    for (i, side) in [-1.0, 1.0, -1.0, 1.0].into_iter().enumerate() {
        let y = foot - tall * (0.25 + 0.18 * i as f64);
        let reach = side * tall * 0.32;
        canvas.path(
            &format!(
                "M{x} {y} q{} {} {reach} {} q{} {} {} {}Z",
                reach * 0.5,
                -tall * 0.22,
                tall * 0.02,
                -reach * 0.5,
                -tall * 0.1,
                -reach,
                -tall * 0.02
            ),
            if i % 2 == 0 { "#4f7d3a" } else { "#6b9a48" },
        );
    }
    canvas.line(&format!("M{x} {0} l-6 -14M{x} {0} l0 -18M{x} {0} l6 -14", foot - tall), c.pop, 3.0);
}

pub fn hills(canvas: &mut Canvas, c: &Colours) {
    sky(canvas, c);
    let x = canvas.between(180.0, 620.0);
    for (r, alpha) in [(120.0, 0.2), (88.0, 0.35), (58.0, 1.0)] {
        canvas.add(&format!(r#"<circle cx="{x:.0}" cy="190" r="{r}" fill="{}" fill-opacity="{alpha}"/>"#, c.sun));
    }
    for (y, colour) in [(290.0, c.second), (340.0, c.main), (400.0, c.deep)] {
        ridge(canvas, y, 34.0, colour);
    }
    canvas.path("M0 440 C200 410 560 470 800 424 V600H0Z", "#8a6a35");
    for furrow in 0..9 {
        let x = f64::from(furrow) * 110.0 - 40.0;
        canvas.line(&format!("M400 420 Q{} 500 {} 610", (x + 400.0) / 2.0, x * 1.4 - 160.0), "#6d5128", 6.0);
    }
    for row in 0..3 {
        let (foot, tall) = (480.0 + f64::from(row) * 56.0, 66.0 + f64::from(row) * 34.0);
        for i in 0..(9 - row) {
            let x = (f64::from(i) + 0.5) * 800.0 / f64::from(9 - row) + canvas.between(-14.0, 14.0);
            maize(canvas, c, x, foot, tall + f64::from(i * 7 % 5) * 4.0);
        }
    }
}

/// Somebody on the way, seen from far.
pub fn walker(canvas: &mut Canvas, x: f64, foot: f64, tall: f64, c: &Colours, dress: &str) {
    canvas.veil(&format!("M{x} {foot} l60 14 l-50 -4Z"), c.deep, 0.4);
    canvas.line(
        &format!("M{} {foot}L{x} {}L{} {foot}", x - tall * 0.08, foot - tall * 0.4, x + tall * 0.1),
        c.deep,
        tall * 0.08,
    );
    canvas.path(
        &format!(
            "M{} {} h{} l{} {} h-{}Z",
            x - tall * 0.12,
            foot - tall * 0.78,
            tall * 0.24,
            tall * 0.06,
            tall * 0.48,
            tall * 0.36
        ),
        dress,
    );
    canvas.circle(x, foot - tall * 0.88, tall * 0.1, "#4a2a1d");
    canvas.ellipse(x, foot - tall * 0.97, tall * 0.13, tall * 0.06, c.pop);
}

pub fn garden(canvas: &mut Canvas, c: &Colours) {
    canvas.fill("#a8743f");
    for _ in 0..160 {
        let (x, y) = (canvas.between(0.0, 800.0), canvas.between(0.0, 600.0));
        canvas.circle(x, y, 3.0, "#c18d55");
    }
    let first = canvas.below(4);
    for bed in 0..5_usize {
        let x = bed as f64 * 160.0 + 10.0;
        canvas.add(&format!(r##"<rect x="{x}" y="16" width="136" height="568" rx="22" fill="#5c3a20"/>"##));
        let (rows, columns) = [(6, 2), (9, 3), (11, 3), (7, 2)][(first + bed) % 4];
        let size = 66.0 / f64::from(columns) / 22.0;
        for (row, column) in (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column))) {
            let px = x + 136.0 * (f64::from(column) + 0.5) / f64::from(columns);
            let py = 20.0 + 560.0 * (f64::from(row) + 0.5) / f64::from(rows) + canvas.between(-4.0, 4.0);
            canvas.group(&format!("translate({px:.0} {py:.0}) scale({size:.2})"), |canvas| {
                plant(canvas, c, 0.0, 0.0, (first + bed) % 4)
            });
        }
    }
}

fn plant(canvas: &mut Canvas, c: &Colours, x: f64, y: f64, kind: usize) {
    let (leaf, rim, heart) = [
        ("#4e8a3c", "#6fae4f", "#a5cf6b"),
        ("#2f6b4a", "#4f9166", "#8cc79a"),
        ("#7a3b5d", "#a2557d", "#d79abb"),
        ("#5f8f2f", "#83b344", c.pop),
    ][kind];
    let turn = canvas.between(0.0, 60.0);
    canvas.group(&format!("translate({x:.0} {y:.0}) rotate({turn:.0})"), |canvas| {
        for (reach, ink, start) in [(29.0, leaf, 0), (20.0, rim, 30)] {
            for i in 0..6 {
                canvas.group(&format!("rotate({})", start + i * 60), |canvas| {
                    canvas.path(
                        &format!(
                            "M0 0C{0} {1} {0} {2} 0 -{reach}C-{0} {2} -{0} {1} 0 0Z",
                            reach * 0.45,
                            -reach * 0.25,
                            -reach * 0.8
                        ),
                        ink,
                    );
                });
            }
        }
        canvas.circle(0.0, 0.0, 6.0, heart);
    });
}

pub fn tree(canvas: &mut Canvas, c: &Colours) {
    sky(canvas, c);
    canvas.circle(300.0, 300.0, 220.0, c.sun);
    ridge(canvas, 620.0, 26.0, c.second);
    ridge(canvas, 680.0, 20.0, c.deep);
    canvas.path("M262 700 C286 600 276 500 262 420 L214 330 L226 322 L276 392 L286 280 L304 280 L312 384 L372 310 L386 318 L336 424 C326 520 330 610 352 700Z", c.deep);
    for _ in 0..46 {
        let (turn, far) = (canvas.between(-3.5, 0.4), canvas.between(40.0, 205.0));
        let (x, y, r) = (300.0 + turn.cos() * far * 1.15, 330.0 + turn.sin() * far, canvas.between(26.0, 50.0));
        let ink = canvas.pick(&[c.main, c.second, c.main, c.light]);
        canvas.circle(x, y, r, ink);
    }
    for _ in 0..9 {
        let (x, y) = (canvas.between(120.0, 480.0), canvas.between(170.0, 400.0));
        canvas.circle(x, y, 8.0, c.pale);
    }
    for (x, tall) in [(170.0, 74.0), (214.0, 66.0), (410.0, 80.0), (452.0, 58.0)] {
        walker(canvas, x, 740.0, tall, c, c.pale);
    }
}

pub fn film(canvas: &mut Canvas, c: &Colours) {
    sky(canvas, c);
    canvas.circle(560.0, 260.0, 104.0, c.sun);
    ridge(canvas, 350.0, 34.0, c.second);
    ridge(canvas, 410.0, 26.0, c.main);
    ridge(canvas, 470.0, 16.0, c.deep);
    canvas.path("M0 480 C220 430 420 452 800 488 V560 H0Z", c.deep);
    for (x, foot, tall, dress) in
        [(236.0, 462.0, 170.0, c.pale), (318.0, 462.0, 148.0, c.light), (392.0, 462.0, 104.0, c.pop)]
    {
        walker(canvas, x, foot, tall, c, dress);
    }
    canvas.rect(0.0, 0.0, 800.0, 66.0, "#121014");
    canvas.rect(0.0, 534.0, 800.0, 66.0, "#121014");
    for i in 0..17 {
        for y in [22.0, 556.0] {
            canvas.add(&format!(
                r##"<rect x="{}" y="{y}" width="24" height="22" rx="4" fill="#f4ead8" fill-opacity="0.85"/>"##,
                f64::from(i) * 48.0 + 4.0
            ));
        }
    }
}
