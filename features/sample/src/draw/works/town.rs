//! Lanes and markets.

use super::{
    super::{canvas::Canvas, cloth, paint::Colours},
    places::{ridge, sky, walker},
};

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
