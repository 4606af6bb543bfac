//! Hair and what is worn over it: what hangs behind the neck, what lies before the face, what drapes the shoulders.

use super::{super::canvas::Canvas, Head, MIDDLE as M, Sitter};

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
        Head::Headwrap => headwrap(canvas, sitter),
        Head::Scarf => scarf(canvas, sitter),
        Head::Braids => cornrows(canvas, sitter),
        Head::Bun => swept(canvas, sitter),
        Head::Afro => hairline(canvas, sitter, 206.0, 16.0),
        Head::Locs => locs(canvas, sitter),
        Head::Twists => twists(canvas, sitter),
        Head::Short => hairline(canvas, sitter, 204.0, 8.0),
        Head::Shaved => shaved(canvas, sitter),
        Head::Cap => cap(canvas, sitter),
        Head::StrawHat => straw(canvas, sitter),
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
fn hairline(canvas: &mut Canvas, sitter: &Sitter, edge: f64, rise: f64) {
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

fn headwrap(canvas: &mut Canvas, sitter: &Sitter) {
    let (w, deep) = (sitter.cheek + 10.0, sitter.cloth.deep);
    let high = canvas.between(30.0, 62.0);
    let lean = canvas.pick(&[-1.0, 1.0]);
    let knot = |x: f64| M + lean * x;
    canvas.path(
        &format!(
            "M{} 92 C{} 20 {} 10 {} 44 C{} 70 {} 100 {} 120Z",
            knot(20.0),
            knot(50.0),
            knot(120.0),
            knot(126.0),
            knot(120.0),
            knot(90.0),
            knot(40.0)
        ),
        &sitter.wrap_paint,
    );
    let body = format!(
        "M{} 236 C{} 160 {} {high} {} {high} C{} {} {} 150 {} 236 C{} 206 {} 190 {M} 186 C{} 190 {} 206 {} 236Z",
        M - w,
        M - w - 36.0,
        M - 100.0,
        M + lean * 16.0,
        M + 116.0,
        high + 4.0,
        M + w + 36.0,
        M + w,
        M + 76.0,
        M + 50.0,
        M - 50.0,
        M - 76.0,
        M - w
    );
    canvas.path(&body, &sitter.wrap_paint);
    canvas.inside(&body, |canvas| {
        canvas.veil(
            &format!("M{} {high} C{} 120 {} 180 {} 250H{}V20Z", M + 60.0, M + 110.0, M + 90.0, M + 70.0, M + 200.0),
            deep,
            0.25,
        );
        canvas.line(
            &format!(
                "M{} 220 C{} 170 {} 130 {} 92M{} 206 C{} 170 {} 140 {} 108M{} 226 C{} 190 {} 150 {} 96",
                M - 90.0,
                M - 60.0,
                M,
                knot(60.0),
                M - 30.0,
                M,
                M + 20.0,
                knot(64.0),
                M + 92.0,
                M + 80.0,
                M + 60.0,
                knot(56.0)
            ),
            deep,
            3.0,
        );
    });
    rosette(canvas, sitter, knot(58.0), 104.0);
}

/// The knot of a headwrap: cloth turned in on itself.
fn rosette(canvas: &mut Canvas, sitter: &Sitter, x: f64, y: f64) {
    let (deep, light) = (sitter.cloth.deep, sitter.cloth.light);
    for (r, paint) in [(42.0, deep), (39.0, sitter.wrap_paint.as_str())] {
        canvas.circle(x, y, r, paint);
    }
    canvas.line(
        &format!("M{} {y} a12 12 0 0 1 24 0 a18 18 0 0 1 -36 2 a24 24 0 0 1 44 -14 a30 30 0 0 1 -14 46", x - 10.0),
        light,
        4.5,
    );
}

fn scarf(canvas: &mut Canvas, sitter: &Sitter) {
    let w = sitter.cheek;
    let frame = format!(
        "M176 300 C170 150 250 92 320 92 C390 92 470 150 464 300 C466 360 440 430 400 470 L240 470 C200 430 174 360 176 300Z M{} 262 C{} 340 {} 396 {M} 414 C{} 396 {} 340 {} 262 C{} 196 {} 176 {M} 176 C{} 176 {} 196 {} 262Z",
        M - w + 4.0,
        M - w + 6.0,
        M - 64.0,
        M + 64.0,
        M + w - 6.0,
        M + w - 4.0,
        M + w - 8.0,
        M + 60.0,
        M - 60.0,
        M - w + 8.0,
        M - w + 4.0
    );
    canvas.add(&format!(r#"<path d="{frame}" fill="{}" fill-rule="evenodd"/>"#, sitter.wrap_paint));
    canvas.add(&format!(r#"<path d="M400 130 C450 170 466 230 464 300 C466 360 440 430 400 470 C430 400 440 330 436 270 C432 200 420 160 400 130Z" fill="{}" fill-opacity="0.3"/>"#, sitter.cloth.deep));
    canvas.line("M252 150 C210 200 200 280 208 340M282 128 C300 118 350 118 372 136", sitter.cloth.deep, 3.0);
}

fn cap(canvas: &mut Canvas, sitter: &Sitter) {
    let (w, c) = (sitter.cheek + 3.0, sitter.cloth);
    hairline(canvas, sitter, 210.0, 4.0);
    let body = format!(
        "M{} 212 C{} 150 {} 104 {} 98 H{} C{} 104 {} 150 {} 212 Q{M} 188 {} 212Z",
        M - w,
        M - w + 2.0,
        M - w + 10.0,
        M - 70.0,
        M + 70.0,
        M + w - 10.0,
        M + w - 2.0,
        M + w,
        M - w
    );
    canvas.path(&body, c.pale);
    canvas.inside(&body, |canvas| {
        for i in 0..9 {
            let x = M - 104.0 + f64::from(i) * 26.0;
            canvas.path(&format!("M{x} 188L{} 160L{x} 132L{} 160Z", x + 12.0, x - 12.0), c.main);
            canvas.circle(x + 13.0, 120.0, 4.0, c.second);
            canvas.circle(x + 13.0, 196.0, 4.0, c.second);
        }
        canvas.line("M200 106H440", c.second, 5.0);
        canvas.veil("M370 90H460V230H400C400 180 390 130 370 90Z", c.deep, 0.25);
    });
}

fn straw(canvas: &mut Canvas, sitter: &Sitter) {
    hairline(canvas, sitter, 208.0, 4.0);
    canvas.path("M96 176 C120 214 520 214 544 176 C500 196 430 190 410 178 C400 96 372 66 320 66 C268 66 240 96 230 178 C210 190 140 196 96 176Z", "#e3bd74");
    canvas.path("M228 178 Q320 206 412 178 L407 150 Q320 176 233 150Z", sitter.cloth.main);
    canvas.line(
        "M252 108Q320 126 388 108M242 134Q320 154 398 134M270 84Q320 96 370 84M130 188Q200 206 320 206T510 188",
        "#b98a45",
        3.0,
    );
}
