//! People at work: sitters, dancers, drummers, players, braiders.

use super::super::{
    canvas::Canvas,
    cloth,
    paint::{Colours, SKINS},
    portrait::{self, Head, Look},
};

pub fn sitter(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.deep);
    let head = canvas.pick(&[Head::Headwrap, Head::Afro, Head::Cap, Head::Bun, Head::StrawHat, Head::Twists]);
    canvas.inside("M44 44H556V756H44Z", |canvas| {
        canvas.fill(c.light);
        canvas.group("translate(-84 16) scale(1.2)", |canvas| portrait::draw(canvas, Look::new(head)));
        for i in 0..14 {
            let (x, y) = (canvas.between(40.0, 560.0), 60.0 + f64::from(i) * 52.0);
            canvas.add(&format!(r#"<path d="M{x:.0} {y} q60 -18 130 6" fill="none" stroke="{}" stroke-opacity="0.16" stroke-width="16" stroke-linecap="round"/>"#, c.pale));
        }
    });
    canvas.add(&format!(
        r#"<rect x="32" y="32" width="536" height="736" fill="none" stroke="{}" stroke-width="10"/>"#,
        c.light
    ));
}

pub fn dancers(canvas: &mut Canvas, c: &Colours) {
    let ground = canvas.fade(c.main, c.second);
    canvas.fill(&ground);
    canvas.circle(400.0, 320.0, 250.0, c.light);
    canvas.circle(400.0, 320.0, 210.0, c.pale);
    canvas.rect(0.0, 520.0, 800.0, 80.0, c.deep);
    for (x, size, flip) in [(180.0, 0.92, 1.0), (620.0, 0.92, -1.0), (400.0, 1.12, 1.0)] {
        let print = cloth::any(canvas, c, 0.6);
        let skin = canvas.pick(&SKINS);
        canvas.group(&format!("translate({x} 546) scale({} {size})", size * flip), |canvas| {
            dancer(canvas, skin.tone, &print, c)
        });
    }
    for _ in 0..18 {
        let (x, y) = (canvas.between(20.0, 780.0), canvas.between(530.0, 560.0));
        canvas.circle(x, y, 4.0, c.light);
    }
}

/// A dancer of 400 units, feet at the origin, one knee and both arms lifted.
fn dancer(canvas: &mut Canvas, skin: &str, print: &str, c: &Colours) {
    canvas.line("M6 -180 L14 -92 L2 0M2 0h26", skin, 24.0);
    canvas.line("M-10 -180 L-64 -120 L-34 -54M-34 -54l-26 8", skin, 24.0);
    canvas.line("M-22 -296 L-92 -340 L-70 -420", skin, 18.0);
    canvas.line("M24 -296 L96 -312 L120 -392", skin, 18.0);
    canvas.path("M-26 -310 Q2 -322 30 -310 L24 -220 H-20Z", c.pop);
    canvas.path("M-22 -224 H26 C50 -170 74 -130 84 -92 C40 -74 -40 -72 -92 -100 C-70 -140 -40 -180 -22 -224Z", print);
    canvas.line("M-92 -100 C-40 -72 40 -74 84 -92", c.deep, 6.0);
    canvas.line("M2 -312V-330", skin, 20.0);
    canvas.ellipse(6.0, -354.0, 25.0, 31.0, skin);
    canvas.path("M-22 -358 C-26 -402 34 -406 34 -362 C20 -376 -4 -376 -22 -358Z", "#17100c");
    canvas.circle(-16.0, -386.0, 15.0, "#17100c");
    for (x, y) in [(-90.0, -344.0), (98.0, -314.0), (2.0, -14.0), (-38.0, -64.0)] {
        canvas.circle(x, y, 12.0, c.light);
    }
}

pub fn drums(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.light);
    for i in 0..12 {
        canvas.veil(&format!("M400 640 L{} -40 h46Z", -300.0 + f64::from(i) * 126.0), c.pale, 0.7);
    }
    canvas.rect(0.0, 500.0, 800.0, 100.0, c.second);
    for (x, foot, w, h) in [(150.0, 520.0, 190.0, 260.0), (650.0, 520.0, 190.0, 260.0), (400.0, 556.0, 270.0, 370.0)] {
        let print = cloth::any(canvas, c, 0.9);
        let (top, r) = (foot - h, w / 2.0);
        canvas.add(&format!(
            r#"<ellipse cx="{}" cy="{foot}" rx="{}" ry="18" fill="{}" fill-opacity="0.4"/>"#,
            x + 14.0,
            r,
            c.deep
        ));
        let body = format!(
            "M{} {top} C{} {} {} {} {} {foot} H{} C{} {} {} {} {} {top}Z",
            x - r,
            x - r,
            top + h * 0.5,
            x - r * 0.62,
            foot - h * 0.25,
            x - r * 0.58,
            x + r * 0.58,
            x + r * 0.62,
            foot - h * 0.25,
            x + r,
            top + h * 0.5,
            x + r
        );
        canvas.path(&body, "#7a4526");
        canvas.inside(&body, |canvas| {
            canvas.rect(x - r, top + h * 0.44, w, h * 0.24, &print);
            canvas.veil(&format!("M{} {top}H{}V{foot}H{}Z", x + r * 0.4, x + r, x + r * 0.2), c.deep, 0.35);
            for i in 0..9 {
                let at = x - r + w * f64::from(i) / 8.0;
                canvas.line(
                    &format!("M{at:.0} {top}L{:.0} {:.0}L{:.0} {top}", at + w / 16.0, top + h * 0.4, at + w / 8.0),
                    "#f0dcb4",
                    4.0,
                );
            }
        });
        canvas.ellipse(x, top, r, r * 0.2, c.deep);
        canvas.ellipse(x, top - 4.0, r * 0.95, r * 0.17, "#f3e3c0");
    }
    canvas.line("M300 96 L356 176M508 88 L452 170", c.deep, 11.0);
}

pub fn guitar(canvas: &mut Canvas, c: &Colours) {
    let print = cloth::any(canvas, c, 1.6);
    canvas.fill(&print);
    canvas.add(&format!(r#"<rect width="600" height="800" fill="{}" fill-opacity="0.78"/>"#, c.pale));
    canvas.circle(300.0, 470.0, 270.0, c.light);
    canvas.group("rotate(18 300 440)", |canvas| {
        let body = "M300 372 C380 360 404 420 384 470 C372 500 392 520 412 560 C446 640 390 716 300 716 C210 716 154 640 188 560 C208 520 228 500 216 470 C196 420 220 360 300 372Z";
        canvas.group("translate(14 14)", |canvas| canvas.veil(body, c.deep, 0.35));
        canvas.path(body, c.main);
        canvas.line(body, c.deep, 8.0);
        canvas.rect(282.0, 96.0, 36.0, 300.0, c.deep);
        canvas.path("M272 100 L264 22 H336 L328 100Z", c.second);
        for i in 0..8 {
            canvas.line(&format!("M283 {0}H317", 126.0 + f64::from(i) * 32.0), c.light, 2.5);
        }
        canvas.circle(300.0, 500.0, 54.0, c.pop);
        canvas.circle(300.0, 500.0, 44.0, "#120d0b");
        canvas.rect(244.0, 622.0, 112.0, 18.0, c.deep);
        for i in 0..6 {
            let x = 287.0 + f64::from(i) * 5.2;
            canvas.line(&format!("M{x} 60V630"), "#f5ead0", 1.6);
        }
        for y in [36.0, 58.0, 80.0] {
            canvas.line(&format!("M254 {y}h16M330 {y}h16"), c.pop, 8.0);
        }
    });
}

pub fn braids(canvas: &mut Canvas, c: &Colours) {
    let print = cloth::any(canvas, c, 1.4);
    canvas.fill(c.light);
    canvas.circle(300.0, 330.0, 250.0, c.pale);
    let skin = canvas.pick(&SKINS);
    canvas.path("M250 500 H350 L366 640 C480 660 580 720 600 800 H0 C20 720 120 660 234 640Z", skin.tone);
    canvas.path("M0 800 C20 722 110 664 214 646 C260 690 340 690 386 646 C490 664 580 722 600 800Z", &print);
    for x in [150.0, 450.0] {
        canvas.ellipse(x, 370.0, 22.0, 38.0, skin.tone);
        canvas.circle(x, 420.0, 12.0, c.pop);
    }
    canvas.path(
        "M150 350 C150 180 220 110 300 110 C380 110 450 180 450 350 C450 450 400 520 300 528 C200 520 150 450 150 350Z",
        "#17100c",
    );
    for i in -4..=4_i32 {
        let t = f64::from(i);
        let drop = f64::from(i.abs() % 2) * 30.0;
        let d = format!(
            "M{:.0} {:.0} C{:.0} 260 {:.0} 360 {:.0} 500 L{:.0} {:.0}",
            300.0 + t * 26.0,
            132.0 + t * t * 4.0,
            300.0 + t * 44.0,
            300.0 + t * 40.0,
            300.0 + t * 20.0,
            300.0 + t * 24.0,
            650.0 + drop
        );
        canvas.line(&d, "#0c0706", 27.0);
        canvas.line(&d, "#2d1d17", 19.0);
        canvas.add(&format!(
            r##"<path d="{d}" fill="none" stroke="#6a4a3c" stroke-width="12" stroke-dasharray="4 9"/>"##
        ));
        canvas.circle(300.0 + t * 24.0, 660.0 + drop, 14.0, if i % 2 == 0 { c.pop } else { c.main });
    }
}
