//! The face: skin with light from the left, eyes, nose, mouth, beard, glasses.

use super::{super::canvas::Canvas, MIDDLE as M, Sitter};

pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    ears(canvas, sitter);
    let outline = sitter.outline();
    canvas.path(&outline, sitter.skin.tone);
    canvas.inside(&outline, |canvas| light(canvas, sitter));
    if sitter.look.beard {
        beard(canvas, sitter, &outline);
    }
    nose(canvas, sitter);
    eyes(canvas, sitter);
    mouth(canvas, sitter);
    if sitter.look.grey {
        years(canvas, sitter);
    }
    if sitter.look.glasses {
        glasses(canvas, sitter);
    }
}

fn ears(canvas: &mut Canvas, sitter: &Sitter) {
    for side in [-1.0, 1.0] {
        let x = M + side * (sitter.cheek + 3.0);
        canvas.ellipse(x, 274.0, 16.0, 28.0, sitter.skin.tone);
        canvas.ellipse(x, 274.0, 8.0, 17.0, sitter.skin.shade);
        if sitter.look.earrings {
            canvas.circle(x + side * 3.0, 312.0, 9.0, sitter.cloth.light);
            canvas.path(
                &format!("M{} 318L{} 352H{}Z", x + side * 3.0, x + side * 3.0 - 10.0, x + side * 3.0 + 10.0),
                sitter.cloth.pop,
            );
        }
    }
}

/// Shade on the right of the face, a glow on forehead and cheek.
fn light(canvas: &mut Canvas, sitter: &Sitter) {
    let w = sitter.cheek;
    let shade = format!(
        "M{} 120 C{} 200 {} 250 {} 300 C{} 350 {} 390 {} 430H{}V120Z",
        M + 56.0,
        M + 78.0,
        M + 50.0,
        M + 62.0,
        M + 66.0,
        M + 30.0,
        M + 6.0,
        M + w + 30.0
    );
    canvas.veil(&shade, sitter.skin.shade, 0.42);
    for (x, y, rx, ry, alpha) in [
        (M - 26.0, 190.0, 54.0, 30.0, 0.35),
        (M - 56.0, 300.0, 28.0, 22.0, 0.36),
        (M + 54.0, 302.0, 20.0, 16.0, 0.25),
        (M - 4.0, 388.0, 24.0, 12.0, 0.35),
    ] {
        canvas.add(&format!(
            r#"<ellipse cx="{x}" cy="{y}" rx="{rx}" ry="{ry}" fill="{}" fill-opacity="{alpha}"/>"#,
            sitter.skin.glow
        ));
    }
}

fn eyes(canvas: &mut Canvas, sitter: &Sitter) {
    let (open, brow) = (canvas.between(9.0, 12.0), canvas.between(-4.0, 4.0));
    let thick = if sitter.look.soft() { 6.0 } else { 9.5 };
    for side in [-1.0, 1.0] {
        let x = M + side * 43.0;
        let (inner, outer) = (x - side * 23.0, x + side * 25.0);
        let almond = format!(
            "M{inner} 266 Q{} {} {outer} 262 Q{} {} {inner} 266Z",
            x - side * 2.0,
            262.0 - open * 1.5,
            x + side * 2.0,
            264.0 + open * 1.1
        );
        canvas.path(&almond, "#f7efe3");
        canvas.inside(&almond, |canvas| {
            canvas.circle(x + 1.0, 261.0, 11.5, "#2a160d");
            canvas.circle(x + 1.0, 261.0, 6.0, "#0f0805");
        });
        canvas.circle(x - 3.0, 257.0, 2.8, "#ffffff");
        canvas.line(
            &format!("M{inner} 266 Q{} {} {outer} 261", x - side * 2.0, 261.0 - open * 1.5),
            "#1b0e08",
            if sitter.look.soft() { 5.5 } else { 4.5 },
        );
        if sitter.look.soft() {
            canvas.line(&format!("M{outer} 261 l{} -7", side * 8.0), "#1b0e08", 4.0);
        }
        let brows = if sitter.look.grey { "#a9a39b" } else { "#1b100b" };
        canvas.line(
            &format!(
                "M{} {} Q{} {} {} {}",
                x - side * 25.0,
                230.0 + brow,
                x + side * 4.0,
                216.0 + brow,
                x + side * 31.0,
                233.0
            ),
            brows,
            thick,
        );
    }
}

fn nose(canvas: &mut Canvas, sitter: &Sitter) {
    let w = canvas.between(21.0, 29.0);
    let body = format!(
        "M{} 244 C{} 284 {} 296 {} 312 C{} 328 {} 322 {M} 327 C{} 322 {} 328 {} 312 C{} 296 {} 284 {} 244Z",
        M - 4.0,
        M - 8.0,
        M - w,
        M - w,
        M - w,
        M - 10.0,
        M + 10.0,
        M + w,
        M + w,
        M + w,
        M + 10.0,
        M + 6.0
    );
    canvas.veil(&body, sitter.skin.shade, 0.3);
    canvas.veil(
        &format!(
            "M{} 246 C{} 276 {} 300 {} 308 Q{M} 312 {} 304 C{} 290 {} 268 {} 246Z",
            M - 5.0,
            M - 6.0,
            M - 12.0,
            M - 10.0,
            M + 4.0,
            M + 4.0,
            M + 2.0,
            M + 1.0
        ),
        sitter.skin.glow,
        0.55,
    );
    canvas.line(
        &format!(
            "M{} 318 Q{} 327 {} 322 Q{M} 330 {} 322 Q{} 327 {} 318",
            M - w + 3.0,
            M - 14.0,
            M - 8.0,
            M + 8.0,
            M + 14.0,
            M + w - 3.0
        ),
        sitter.skin.shade,
        4.5,
    );
}

fn mouth(canvas: &mut Canvas, sitter: &Sitter) {
    let (w, lift) = (canvas.between(35.0, 42.0), canvas.between(3.0, 9.0));
    let (left, right, y) = (M - w, M + w, 358.0);
    let corner = y - lift;
    let lower = format!(
        "M{left} {corner} Q{M} {} {right} {corner} Q{} {} {M} {} Q{} {} {left} {corner}Z",
        y + 8.0,
        M + 20.0,
        y + 23.0,
        y + 23.0,
        M - 20.0,
        y + 23.0
    );
    canvas.path(&lower, sitter.skin.lips);
    if canvas.chance(0.45) {
        canvas.path(
            &format!(
                "M{} {} Q{M} {} {} {} Q{M} {} {} {}Z",
                left + 7.0,
                corner + 3.0,
                y - 3.0,
                right - 7.0,
                corner + 3.0,
                y + 21.0,
                left + 7.0,
                corner + 3.0
            ),
            "#fbf4ea",
        );
    }
    let upper = format!(
        "M{left} {corner} Q{} {} {M} {} Q{} {} {right} {corner} Q{M} {} {left} {corner}Z",
        M - 14.0,
        y - 13.0,
        y - 7.0,
        M + 14.0,
        y - 13.0,
        y + 7.0
    );
    canvas.path(&upper, sitter.skin.lips);
    canvas.veil(&upper, sitter.skin.shade, 0.45);
    canvas.line(
        &format!("M{} {} q-5 -5 -4 -11M{} {} q5 -5 4 -11", left, corner, right, corner),
        sitter.skin.shade,
        3.5,
    );
}

fn beard(canvas: &mut Canvas, sitter: &Sitter, outline: &str) {
    let w = sitter.cheek + 8.0;
    let full = canvas.chance(0.5);
    canvas.inside(outline, |canvas| {
        let top = if full { 292.0 } else { 340.0 };
        let shape = format!(
            "M{} {top} C{} 350 {} 336 {} 334 Q{M} 326 {} 334 C{} 336 {} 350 {} {top}V440H{}Z",
            M - w,
            M - w + 26.0,
            M - 60.0,
            M - 34.0,
            M + 34.0,
            M + 60.0,
            M + w - 26.0,
            M + w,
            M - w
        );
        canvas.veil(&shape, sitter.hair, if full { 0.92 } else { 0.8 });
    });
    canvas.veil(
        &format!(
            "M{} 350 Q{M} 338 {} 350 Q{} 396 {M} 394 Q{} 396 {} 350Z",
            M - 46.0,
            M + 46.0,
            M + 34.0,
            M - 34.0,
            M - 46.0
        ),
        sitter.skin.tone,
        0.35,
    );
}

fn years(canvas: &mut Canvas, sitter: &Sitter) {
    let d = format!(
        "M{0} 190Q{M} 183 {1} 190M{2} 206Q{M} 200 {3} 206M{4} 276q-10 4 -16 10M{5} 276q10 4 16 10M{6} 326q-12 10 -14 26M{7} 326q12 10 14 26",
        M - 40.0,
        M + 40.0,
        M - 34.0,
        M + 34.0,
        M - 70.0,
        M + 70.0,
        M - 36.0,
        M + 36.0
    );
    canvas.line(&d, sitter.skin.shade, 2.6);
}

fn glasses(canvas: &mut Canvas, sitter: &Sitter) {
    let frame = canvas.pick(&["#1a1412", "#6b2f1d", "#263a57", "#c79a3c"]);
    for side in [-1.0, 1.0] {
        let x = M + side * 45.0;
        canvas.add(&format!(r##"<rect x="{}" y="233" width="72" height="58" rx="25" fill="#fff" fill-opacity="0.13" stroke="{frame}" stroke-width="6.5"/>"##, x - 36.0));
        canvas.line(&format!("M{} 254L{} 250", x + side * 36.0, M + side * (sitter.cheek + 4.0)), frame, 6.0);
    }
    canvas.line(&format!("M{} 254Q{M} 245 {} 254", M - 9.0, M + 9.0), frame, 6.0);
}
