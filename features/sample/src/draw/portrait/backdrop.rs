//! What stands behind a sitter: a plain wall, a disc of light, hanging cloth, an arch, hills.

use super::super::{canvas::Canvas, cloth, paint::Colours};

pub fn draw(canvas: &mut Canvas, c: &Colours) {
    match canvas.below(6) {
        0 => disc(canvas, c),
        1 => hanging(canvas, c),
        2 => arch(canvas, c),
        3 => hills(canvas, c),
        4 => rays(canvas, c),
        _ => leaves(canvas, c),
    }
}

fn disc(canvas: &mut Canvas, c: &Colours) {
    let wall = canvas.pick(&[c.light, c.pale, c.second]);
    canvas.fill(wall);
    let disc = if wall == c.light { c.pale } else { c.light };
    let x = canvas.between(290.0, 350.0);
    canvas.circle(x, 270.0, 236.0, disc);
}

fn hanging(canvas: &mut Canvas, c: &Colours) {
    let print = cloth::any(canvas, c, 1.6);
    canvas.fill(&print);
    canvas.add(&format!(r#"<rect width="640" height="640" fill="{}" fill-opacity="0.72"/>"#, c.pale));
}

fn arch(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.main);
    for (inset, colour) in [(60.0, c.pop), (84.0, c.pale), (100.0, c.light)] {
        let (left, right, r) = (inset, 640.0 - inset, 320.0 - inset);
        canvas.path(&format!("M{left} 640V330A{r} {r} 0 0 1 {right} 330V640Z"), colour);
    }
}

fn hills(canvas: &mut Canvas, c: &Colours) {
    let sky = canvas.fade(c.light, c.pale);
    canvas.fill(&sky);
    let x = canvas.pick(&[120.0, 500.0]);
    canvas.circle(x, 150.0, 62.0, c.pale);
    for (y, colour, alpha) in [(360.0, c.second, 0.35), (420.0, c.main, 0.5), (490.0, c.second, 0.8)] {
        let (a, b) = (canvas.between(-60.0, 30.0), canvas.between(-60.0, 30.0));
        let d = format!(
            "M0 {} C120 {} 220 {} 330 {} S540 {} 640 {}V640H0Z",
            y + a,
            y - 70.0 + b,
            y - 40.0,
            y + b,
            y - 80.0,
            y + a
        );
        canvas.veil(&d, colour, alpha);
    }
}

fn rays(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.light);
    for ray in 0..24 {
        let turn = f64::from(ray) * 15.0;
        canvas.group(&format!("translate(320 290) rotate({turn})"), |canvas| {
            canvas.veil("M0 0L-32 -560H32Z", c.pale, 0.75);
        });
    }
    canvas.circle(320.0, 290.0, 196.0, c.main);
    canvas.circle(320.0, 290.0, 180.0, c.pop);
}

fn leaves(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.second);
    for _ in 0..26 {
        let (x, y) = (canvas.between(-20.0, 660.0), canvas.between(-20.0, 560.0));
        let (turn, size) = (canvas.between(-70.0, 70.0), canvas.between(0.8, 1.7));
        let colour = canvas.pick(&[c.main, c.light, c.main, c.deep]);
        canvas.group(&format!("translate({x:.0} {y:.0}) rotate({turn:.0}) scale({size:.2})"), |canvas| {
            canvas.veil("M0 -52 C30 -22 30 22 0 52 C-30 22 -30 -22 0 -52Z", colour, 0.8);
            canvas.line("M0 -44V58", c.second, 2.5);
        });
    }
}
