//! Hair and what is worn over it: what hangs behind the neck, what lies before the face, what drapes the shoulders.

use super::{super::canvas::Canvas, Head, MIDDLE as M, Sitter, hats};

/// Drawn before the shoulders.
pub fn behind(canvas: &mut Canvas, sitter: &Sitter) {
    match sitter.look.head {
        Head::Afro => cloud(canvas, sitter.hair, 250.0, 158.0, 44.0),
        Head::Braids => strands(canvas, sitter, 13, 470.0),
        Head::Locs => strands(canvas, sitter, 11, 400.0),
        Head::Bun => bun(canvas, sitter),
        Head::Scarf => canvas.path("M176 300 C170 150 250 92 320 92 C390 92 470 150 464 300 C466 400 520 440 560 520 L80 520 C120 440 174 400 176 300Z", &sitter.wrap_paint),
        Head::StrawHat => canvas.ellipse(M, 176.0, 224.0, 62.0, "#b98a45"),
        _ => {}
    }
}

/// Drawn over the face.
pub fn before(canvas: &mut Canvas, sitter: &Sitter) {
    match sitter.look.head {
        Head::Headwrap => hats::headwrap(canvas, sitter),
        Head::Scarf => hats::scarf(canvas, sitter),
        Head::Braids => cornrows(canvas, sitter),
        Head::Bun => swept(canvas, sitter),
        Head::Afro => hairline(canvas, sitter, 206.0, 16.0),
        Head::Locs => locs(canvas, sitter),
        Head::Twists => twists(canvas, sitter),
        Head::Short => hairline(canvas, sitter, 204.0, 8.0),
        Head::Shaved => shaved(canvas, sitter),
        Head::Cap => hats::cap(canvas, sitter),
        Head::StrawHat => hats::straw(canvas, sitter),
    }
}

/// Drawn last, over the clothes.
pub fn drape(canvas: &mut Canvas, sitter: &Sitter) {
    if sitter.look.head == Head::Scarf {
        let d = "M190 380 C220 450 270 470 330 468 C400 464 440 440 456 372 C470 430 520 450 548 500 C500 580 420 600 300 596 C200 592 120 560 96 508 C130 450 176 440 190 380Z";
        canvas.path(d, &sitter.wrap_paint);
        canvas.line(
            "M214 432 C270 500 380 500 440 424M180 470 C260 552 420 548 480 456M140 500 C240 596 440 590 520 484",
            sitter.cloth.deep,
            3.0,
        );
        canvas.veil(
            "M456 372 C470 430 520 450 548 500 C520 550 480 570 440 582 C470 510 470 440 456 372Z",
            sitter.cloth.deep,
            0.25,
        );
    }
}

fn cloud(canvas: &mut Canvas, colour: &str, y: f64, reach: f64, puff: f64) {
    canvas.circle(M, y - 24.0, reach - 14.0, colour);
    for i in 0..30 {
        let turn = f64::from(i) * std::f64::consts::TAU / 30.0;
        let r = reach - 24.0 + canvas.between(-5.0, 9.0);
        let puff = puff * canvas.between(0.7, 0.95);
        canvas.circle(M + turn.cos() * r, y - 24.0 + turn.sin() * r, puff, colour);
    }
}

fn strands(canvas: &mut Canvas, sitter: &Sitter, count: u32, end: f64) {
    for i in 0..count {
        let t = f64::from(i) / f64::from(count - 1) * 2.0 - 1.0;
        let (top, foot) = (M + t * 96.0, M + t * 138.0 + canvas.between(-8.0, 8.0));
        let low = end + canvas.between(-24.0, 40.0);
        let d = format!("M{top:.0} 190 C{:.0} 260 {foot:.0} 340 {foot:.0} {low:.0}", top + t * 34.0);
        canvas.line(&d, sitter.hair, 25.0);
        canvas.add(&format!(r##"<path d="{d}" fill="none" stroke="#fff" stroke-opacity="0.13" stroke-width="9" stroke-dasharray="7 9"/>"##));
        if i % 3 == 1 {
            canvas.rect(foot - 12.0, low - 12.0, 24.0, 14.0, sitter.cloth.light);
        }
    }
}

fn bun(canvas: &mut Canvas, sitter: &Sitter) {
    canvas.circle(M, 104.0, 62.0, sitter.hair);
    canvas.add(&format!(r##"<path d="M272 96C290 60 350 60 368 96M280 116C300 84 340 84 360 116" fill="none" stroke="#fff" stroke-opacity="0.14" stroke-width="6"/><rect x="266" y="138" width="108" height="20" rx="9" fill="{}"/>"##, sitter.cloth.pop));
}

/// Hair close to the head, its edge at `edge`, standing `rise` pixels above the skull.
pub fn hairline(canvas: &mut Canvas, sitter: &Sitter, edge: f64, rise: f64) {
    let (l, r, top) = (M - sitter.cheek - 4.0, M + sitter.cheek + 4.0, 136.0 - rise * 1.4);
    let d = format!(
        "M{l} 268 C{0} {1} {2} {top} {M} {top} C{3} {top} {4} {1} {r} 268 L{5} 262 C{5} 236 {6} {7} {8} {edge} Q{M} {9} {10} {edge} C{11} {7} {12} 236 {12} 262Z",
        l - rise,
        190.0 - rise,
        M - 76.0 - rise,
        M + 76.0 + rise,
        r + rise,
        r - 9.0,
        r - 14.0,
        edge + 16.0,
        M + 62.0,
        edge - 16.0,
        M - 62.0,
        l + 14.0,
        l + 9.0
    );
    canvas.path(&d, sitter.hair);
    canvas.add(&format!(r##"<path d="M{} {} Q{M} {} {} {}" fill="none" stroke="#fff" stroke-opacity="0.10" stroke-width="10" stroke-linecap="round"/>"##, M - 66.0, top + 34.0, top + 4.0, M + 10.0, top + 16.0));
}

fn cornrows(canvas: &mut Canvas, sitter: &Sitter) {
    hairline(canvas, sitter, 196.0, 10.0);
    for i in -4..=4 {
        let t = f64::from(i);
        canvas.line(
            &format!("M{} 190 Q{} 150 {} 126", M + t * 19.0, M + t * 14.0, M + t * 9.0),
            sitter.skin.shade,
            3.0,
        );
    }
}

fn swept(canvas: &mut Canvas, sitter: &Sitter) {
    hairline(canvas, sitter, 192.0, 8.0);
    for i in -3..=3 {
        let t = f64::from(i);
        canvas.add(&format!(
            r##"<path d="M{} 188 Q{} 150 {} 128" fill="none" stroke="#fff" stroke-opacity="0.13" stroke-width="4"/>"##,
            M + t * 24.0,
            M + t * 17.0,
            M + t * 8.0
        ));
    }
}

fn locs(canvas: &mut Canvas, sitter: &Sitter) {
    hairline(canvas, sitter, 200.0, 18.0);
    for i in 0..14 {
        let t = f64::from(i) / 13.0 * 2.0 - 1.0;
        let (x, y) = (M + t * 112.0, 214.0 + t.abs() * 30.0);
        let d = format!("M{:.0} 118 Q{:.0} 150 {x:.0} {y:.0}", M + t * 40.0, M + t * 100.0);
        canvas.line(&d, sitter.hair, 20.0);
        canvas.add(&format!(r##"<path d="{d}" fill="none" stroke="#fff" stroke-opacity="0.16" stroke-width="8" stroke-dasharray="5 8"/>"##));
    }
}

fn twists(canvas: &mut Canvas, sitter: &Sitter) {
    hairline(canvas, sitter, 202.0, 14.0);
    for i in 0..16 {
        let t = f64::from(i) / 15.0 * 2.0 - 1.0;
        let angle = t * 1.35;
        let (x, y) = (M + angle.sin() * 104.0, 228.0 - angle.cos() * 112.0);
        let turn = angle.to_degrees() + canvas.between(-16.0, 16.0);
        canvas.add(&format!(r#"<rect x="-13" y="-34" width="26" height="56" rx="13" transform="translate({x:.0} {y:.0}) rotate({turn:.0})" fill="{}"/>"#, sitter.hair));
    }
}

fn shaved(canvas: &mut Canvas, sitter: &Sitter) {
    let outline = sitter.outline();
    canvas.inside(&outline, |canvas| {
        canvas.veil(
            &format!(
                "M{} 120H{}V262 C{} 190 {} 180 {M} 178 C{} 180 {} 190 {} 262Z",
                M - 120.0,
                M + 120.0,
                M + 88.0,
                M + 60.0,
                M - 60.0,
                M - 88.0,
                M - 120.0
            ),
            sitter.hair,
            0.3,
        );
    });
}
