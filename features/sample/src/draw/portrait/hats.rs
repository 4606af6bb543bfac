//! What is worn on the head: headwrap, scarf, cap and straw hat.

use super::{super::canvas::Canvas, MIDDLE as M, Sitter, hair::hairline};

pub fn headwrap(canvas: &mut Canvas, sitter: &Sitter) {
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

pub fn scarf(canvas: &mut Canvas, sitter: &Sitter) {
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

pub fn cap(canvas: &mut Canvas, sitter: &Sitter) {
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

pub fn straw(canvas: &mut Canvas, sitter: &Sitter) {
    hairline(canvas, sitter, 208.0, 4.0);
    canvas.path("M96 176 C120 214 520 214 544 176 C500 196 430 190 410 178 C400 96 372 66 320 66 C268 66 240 96 230 178 C210 190 140 196 96 176Z", "#e3bd74");
    canvas.path("M228 178 Q320 206 412 178 L407 150 Q320 176 233 150Z", sitter.cloth.main);
    canvas.line(
        "M252 108Q320 126 388 108M242 134Q320 154 398 134M270 84Q320 96 370 84M130 188Q200 206 320 206T510 188",
        "#b98a45",
        3.0,
    );
}
