//! Hills, lanes, gardens, markets and trees.

use super::super::{canvas::Canvas, cloth, paint::Colours};

fn sky(canvas: &mut Canvas, c: &Colours) {
    let paint = canvas.fade(c.light, c.pale);
    canvas.fill(&paint);
}

/// A ridge across the sheet at about `y`.
fn ridge(canvas: &mut Canvas, y: f64, swing: f64, colour: &str) {
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

/// A small brick house with an iron roof.
fn house(canvas: &mut Canvas, c: &Colours, x: f64, foot: f64, w: f64, wall: &str, door: &str) {
    let h = w * 0.62;
    let top = foot - h;
    canvas.rect(x, top, w, h, wall);
    for row in 0..5 {
        let y = top + h * f64::from(row) / 5.0;
        canvas
            .add(&format!(r#"<path d="M{x} {y:.0}h{w}" stroke="{}" stroke-opacity="0.25" stroke-width="2"/>"#, c.deep));
    }
    canvas.path(
        &format!(
            "M{} {top} L{} {} H{} L{} {top}Z",
            x - w * 0.07,
            x + w * 0.06,
            top - w * 0.22,
            x + w * 0.94,
            x + w * 1.07
        ),
        "#a7a29a",
    );
    for i in 0..9 {
        let at = x + w * (0.02 + 0.12 * f64::from(i));
        canvas.line(
            &format!("M{at:.0} {top:.0} L{:.0} {:.0}", x + w * 0.09 + (at - x) * 0.84, top - w * 0.21),
            "#857f77",
            1.5,
        );
    }
    canvas.rect(x + w * 0.14, foot - h * 0.72, w * 0.2, h * 0.72, door);
    canvas.rect(x + w * 0.54, foot - h * 0.7, w * 0.28, h * 0.34, c.deep);
    canvas.rect(x + w * 0.555, foot - h * 0.68, w * 0.25, h * 0.3, "#ffd98a");
    canvas.line(&format!("M{:.0} {:.0}v{:.0}", x + w * 0.68, foot - h * 0.69, h * 0.32), c.deep, 3.0);
}

pub fn lane(canvas: &mut Canvas, c: &Colours) {
    sky(canvas, c);
    canvas.circle(610.0, 130.0, 46.0, c.sun);
    ridge(canvas, 260.0, 30.0, c.second);
    canvas.path("M0 330H800V600H0Z", "#c08a55");
    canvas.path("M330 330 C360 420 240 500 150 600 H650 C560 500 430 420 420 330Z", "#dcb27c");
    let doors = [c.pop, c.main, c.second, c.light];
    let first = canvas.below(4);
    house(canvas, c, 176.0, 366.0, 130.0, "#b06a43", doors[first]);
    house(canvas, c, 470.0, 370.0, 140.0, "#a65f3c", doors[(first + 1) % 4]);
    house(canvas, c, 16.0, 440.0, 210.0, "#b87048", doors[(first + 2) % 4]);
    house(canvas, c, 560.0, 460.0, 230.0, "#ad6640", doors[(first + 3) % 4]);
    canvas.line("M392 360V290", c.deep, 9.0);
    for (x, y, r) in [(392.0, 262.0, 46.0), (358.0, 280.0, 30.0), (426.0, 280.0, 32.0)] {
        canvas.circle(x, y, r, "#4d7a3f");
    }
    canvas.line("M120 200 C260 246 420 246 640 214", c.deep, 2.5);
    for (i, x) in [200.0, 262.0, 330.0, 470.0, 540.0].into_iter().enumerate() {
        let colour = [c.main, c.pale, c.pop, c.second, c.light][i];
        let y = 226.0 + (1.0 - ((x - 380.0) / 260.0_f64).powi(2)) * 14.0;
        canvas.path(&format!("M{} {y}h36l-3 48h-30Z", x - 18.0), colour);
    }
    for (x, y, tall) in [(330.0, 520.0, 96.0), (366.0, 524.0, 72.0)] {
        walker(canvas, x, y, tall, c, c.main);
    }
}

/// Somebody on the way, seen from far.
fn walker(canvas: &mut Canvas, x: f64, foot: f64, tall: f64, c: &Colours, dress: &str) {
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

pub fn market(canvas: &mut Canvas, c: &Colours) {
    sky(canvas, c);
    ridge(canvas, 240.0, 26.0, c.second);
    canvas.rect(0.0, 380.0, 800.0, 220.0, "#c9985f");
    let nth = canvas.below(10);
    for (i, (x, y, r)) in [(170.0, 230.0, 160.0), (620.0, 220.0, 170.0), (400.0, 190.0, 180.0)].into_iter().enumerate()
    {
        canvas.line(&format!("M{x} {y}V460"), c.deep, 8.0);
        let print = cloth::nth_print(canvas, nth + i, c, 0.9, 0.0);
        let shade = format!(
            "M{} {y} Q{x} {} {} {y} Q{} {} {} {y} Q{x} {} {} {y} Q{} {} {} {y}Z",
            x - r,
            y - r * 1.05,
            x + r,
            x + r * 0.67,
            y - 22.0,
            x + r * 0.33,
            y - 22.0,
            x - r * 0.33,
            x - r * 0.67,
            y - 22.0,
            x - r
        );
        canvas.path(&shade, &print);
        canvas.veil(
            &format!("M{x} {} Q{} {} {} {y} H{}Z", y - r * 0.53, x + r * 0.8, y - r * 0.5, x + r, x + r * 0.3),
            c.deep,
            0.22,
        );
    }
    for (i, x) in [20.0, 280.0, 540.0].into_iter().enumerate() {
        canvas.path(&format!("M{x} 452 h240 l-14 70 h-212Z"), c.second);
        canvas.line(&format!("M{x} 452h240M{} 488h224", x + 8.0), c.deep, 5.0);
        heap(
            canvas,
            x + 120.0,
            452.0,
            [["#d5402c", "#b93222"], ["#e8b53a", "#cf9424"], ["#5f8f3f", "#4a7632"]][(i + nth) % 3],
        );
    }
    for (i, x) in [90.0, 250.0, 420.0, 600.0, 720.0].into_iter().enumerate() {
        canvas.ellipse(x, 574.0, 62.0, 20.0, c.deep);
        canvas.ellipse(x, 568.0, 58.0, 17.0, ["#f1e2bd", "#8a4b2a", "#e0c27f", "#6b8f3a", "#c9542f"][i]);
    }
}

/// A heap of round fruit on a stand.
fn heap(canvas: &mut Canvas, x: f64, y: f64, inks: [&str; 2]) {
    for row in 0..4 {
        for i in 0..(7 - row) {
            let at = x + (f64::from(i) - f64::from(6 - row) / 2.0) * 28.0;
            canvas.circle(at, y - 12.0 - f64::from(row) * 21.0, 15.0, inks[((i + row) % 2) as usize]);
        }
    }
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
