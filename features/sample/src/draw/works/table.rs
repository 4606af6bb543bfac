//! Bread, meals and cups on a cloth.

use super::super::{canvas::Canvas, cloth, paint::Colours};

fn laid(canvas: &mut Canvas, c: &Colours) {
    let print = cloth::any(canvas, c, 1.3);
    canvas.fill(&print);
}

/// A round dish seen from above, with its shadow.
fn dish(canvas: &mut Canvas, c: &Colours, x: f64, y: f64, r: f64, rim: &str) {
    canvas.add(&format!(
        r#"<circle cx="{}" cy="{}" r="{r}" fill="{}" fill-opacity="0.4"/>"#,
        x + 12.0,
        y + 16.0,
        c.deep
    ));
    canvas.circle(x, y, r, rim);
    canvas.circle(x, y, r * 0.86, "#fbf5ea");
    canvas.circle(x, y, r * 0.7, "#f3e9d8");
}

pub fn bread(canvas: &mut Canvas, c: &Colours) {
    laid(canvas, c);
    canvas.add(&format!(r##"<rect x="112" y="92" width="596" height="436" rx="36" fill="{}" fill-opacity="0.4"/><rect x="96" y="72" width="596" height="436" rx="36" fill="#a8713f"/>"##, c.deep));
    for i in 0..7 {
        canvas.line(&format!("M110 {0}H678", 120.0 + f64::from(i) * 56.0), "#93602f", 3.0);
    }
    for row in 0..3 {
        for column in 0..4 {
            let (x, y) = (172.0 + f64::from(column) * 148.0, 156.0 + f64::from(row) * 134.0);
            let (dx, r) = (canvas.between(-8.0, 8.0), canvas.between(54.0, 62.0));
            canvas.ellipse(x + dx + 6.0, y + 9.0, r, r * 0.88, "#7a4c22");
            canvas.ellipse(x + dx, y, r, r * 0.88, "#d6923f");
            canvas.ellipse(x + dx - 6.0, y - 8.0, r * 0.76, r * 0.6, "#e8b266");
            canvas.line(
                &format!("M{} {}q12 14 34 14M{} {}q16 10 36 4", x + dx - 24.0, y - 10.0, x + dx - 10.0, y - 26.0),
                "#f6d79c",
                5.0,
            );
        }
    }
}

pub fn plate(canvas: &mut Canvas, c: &Colours) {
    laid(canvas, c);
    dish(canvas, c, 330.0, 310.0, 236.0, c.main);
    for _ in 0..230 {
        let (turn, far) = (canvas.between(0.0, std::f64::consts::TAU), canvas.between(0.0, 1.0).sqrt() * 132.0);
        let (x, y, lean) = (300.0 + turn.cos() * far, 300.0 + turn.sin() * far, canvas.between(0.0, 180.0));
        let ink = canvas.pick(&["#f0c55f", "#e6b048", "#f7dd92", "#d99a35"]);
        canvas.add(&format!(
            r#"<ellipse rx="13" ry="4.6" transform="translate({x:.0} {y:.0}) rotate({lean:.0})" fill="{ink}"/>"#
        ));
    }
    for (x, y) in [(420.0, 250.0), (446.0, 318.0), (404.0, 372.0)] {
        canvas.path(&format!("M{} {y}l54 -34l34 58Z", x - 30.0), "#c07a33");
        canvas.path(&format!("M{} {}l42 -26l26 44Z", x - 18.0, y - 2.0), "#dba052");
    }
    for (x, y) in [(250.0, 270.0), (330.0, 350.0), (300.0, 250.0), (360.0, 300.0), (240.0, 340.0)] {
        canvas.circle(x, y, 15.0, "#c93b26");
        canvas.circle(x - 4.0, y - 4.0, 6.0, "#e8735c");
        canvas.path(&format!("M{} {} q26 -20 40 0 q-18 14 -40 0Z", x + 12.0, y + 20.0), "#4d8a3e");
    }
    dish(canvas, c, 656.0, 190.0, 104.0, c.pop);
    canvas.circle(656.0, 190.0, 66.0, "#b4441f");
    canvas.circle(640.0, 176.0, 22.0, "#d06a35");
    dish(canvas, c, 650.0, 440.0, 92.0, c.second);
    canvas.circle(650.0, 440.0, 58.0, "#6f9a45");
    for i in 0..7 {
        let turn = f64::from(i) * 0.9;
        canvas.circle(650.0 + turn.cos() * 34.0, 440.0 + turn.sin() * 34.0, 13.0, "#d9462f");
    }
}

pub fn cups(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.pale);
    let print = cloth::any(canvas, c, 1.2);
    canvas.rect(0.0, 400.0, 800.0, 200.0, &print);
    canvas.rect(0.0, 394.0, 800.0, 12.0, c.deep);
    canvas.circle(260.0, 230.0, 190.0, c.light);
    canvas.veil("M150 486a140 18 0 1 0 280 0a140 18 0 1 0 -280 0Z", c.deep, 0.45);
    canvas.line("M330 300 C420 250 440 340 372 400", c.deep, 18.0);
    canvas.path("M196 250 C150 330 150 440 220 486 H330 C400 440 400 330 320 250 L302 130 H232Z", c.deep);
    canvas.path("M320 300 L424 214 L440 230 L346 350Z", c.deep);
    canvas.ellipse(267.0, 132.0, 36.0, 9.0, c.second);
    canvas.circle(267.0, 112.0, 13.0, c.pop);
    canvas.line("M180 330 q86 30 176 0M172 360 q94 32 192 0", c.light, 5.0);
    for (i, x) in [490.0, 600.0, 708.0].into_iter().enumerate() {
        let glaze = [c.main, c.pop, c.second][i];
        canvas.ellipse(x + 6.0, 500.0, 62.0, 12.0, c.deep);
        canvas.ellipse(x, 494.0, 60.0, 13.0, c.light);
        canvas.path(
            &format!(
                "M{} 412 C{} 470 {} 494 {x} 494 C{} 494 {} 470 {} 412Z",
                x - 46.0,
                x - 44.0,
                x - 26.0,
                x + 26.0,
                x + 44.0,
                x + 46.0
            ),
            glaze,
        );
        canvas.ellipse(x, 412.0, 46.0, 10.0, c.pale);
        canvas.ellipse(x, 413.0, 39.0, 7.5, "#3a1d10");
        canvas.add(&format!(r#"<path d="M{x} 388 c-16 -20 16 -34 0 -58 c-12 -18 8 -30 2 -44" fill="none" stroke="{}" stroke-width="7" stroke-linecap="round" stroke-opacity="0.55"/>"#, c.second));
    }
}
