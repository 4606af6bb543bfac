//! Neck, shoulders and clothes.

use super::{super::canvas::Canvas, MIDDLE as M, Sitter};

const SHOULDERS: &str =
    "M22 680 C34 556 96 512 206 486 Q256 472 268 446 L372 446 Q384 472 434 486 C544 512 606 556 618 680Z";

pub fn draw(canvas: &mut Canvas, sitter: &Sitter) {
    canvas.group("translate(0 -18)", |canvas| clothes(canvas, sitter));
}

fn clothes(canvas: &mut Canvas, sitter: &Sitter) {
    match canvas.below(7) {
        0 => round_neck(canvas, sitter),
        1 => v_neck(canvas, sitter),
        2 => shirt(canvas, sitter),
        3 => embroidered(canvas, sitter),
        4 => jacket(canvas, sitter),
        5 => shawl(canvas, sitter),
        _ => boat_neck(canvas, sitter),
    }
}

fn neck(canvas: &mut Canvas, sitter: &Sitter) {
    let w = if sitter.look.soft() { 46.0 } else { 58.0 };
    let column = format!("M{} 330 L{} 470 Q{M} 520 {} 470 L{} 330Z", M - w, M - w - 8.0, M + w + 8.0, M + w);
    canvas.path(&column, sitter.skin.tone);
    canvas.inside(&column, |canvas| {
        canvas.veil(&format!("M{} 330H{}V418 Q{M} 478 {} 410Z", M - 90.0, M + 90.0, M - 90.0), sitter.skin.shade, 0.75);
    });
}

/// Skin where the garment is open, with collar bones and the neck.
fn opening(canvas: &mut Canvas, sitter: &Sitter, hole: &str) {
    canvas.inside(SHOULDERS, |canvas| {
        canvas.path(hole, sitter.skin.tone);
        canvas.inside(hole, |canvas| {
            canvas.line("M258 492Q284 500 302 514M382 492Q356 500 338 514", sitter.skin.shade, 3.0)
        });
    });
    neck(canvas, sitter);
}

fn folds(canvas: &mut Canvas, sitter: &Sitter) {
    canvas.inside(SHOULDERS, |canvas| {
        canvas.veil("M430 470 C560 500 640 560 640 680H500C520 590 500 530 430 470Z", sitter.cloth.deep, 0.28);
        canvas.veil("M22 680C40 590 60 560 120 530C110 580 116 620 130 680Z", sitter.cloth.deep, 0.22);
    });
}

/// A garment of printed cloth, open at the neck along `hole`, its edge trimmed.
fn garment(canvas: &mut Canvas, sitter: &Sitter, hole: &str, trim: &str) {
    canvas.path(SHOULDERS, &sitter.cloth_paint);
    folds(canvas, sitter);
    opening(canvas, sitter, hole);
    canvas.inside(SHOULDERS, |canvas| canvas.line(hole, trim, 9.0));
}

fn round_neck(canvas: &mut Canvas, sitter: &Sitter) {
    garment(canvas, sitter, "M240 426 C240 540 400 540 400 426Z", sitter.cloth.light);
}

fn boat_neck(canvas: &mut Canvas, sitter: &Sitter) {
    garment(canvas, sitter, "M170 426 L186 490 C240 536 400 536 454 490 L470 426Z", sitter.cloth.pop);
    for i in 0..9 {
        let t = f64::from(i) / 8.0;
        let (x, y) = (232.0 + t * 176.0, 476.0 + 34.0 * (1.0 - (2.0 * t - 1.0).powi(2)));
        let colour = [sitter.cloth.pop, sitter.cloth.light, sitter.cloth.pale][i as usize % 3];
        canvas.circle(x, y, 8.5, colour);
    }
}

fn v_neck(canvas: &mut Canvas, sitter: &Sitter) {
    garment(canvas, sitter, "M238 426 L252 478 L320 566 L388 478 L402 426Z", sitter.cloth.pale);
}

fn shirt(canvas: &mut Canvas, sitter: &Sitter) {
    garment(canvas, sitter, "M244 426 L258 470 L320 546 L382 470 L396 426Z", sitter.cloth.main);
    let collar = sitter.cloth.pale;
    canvas.path("M262 440 L320 534 L268 566 L226 474Z", collar);
    canvas.path("M378 440 L320 534 L372 566 L414 474Z", collar);
    canvas.line("M320 534V660", sitter.cloth.deep, 3.0);
    for y in [572.0, 616.0] {
        canvas.circle(320.0, y, 6.0, collar);
    }
}

fn embroidered(canvas: &mut Canvas, sitter: &Sitter) {
    let c = sitter.cloth;
    let plain = canvas.pick(&[c.main, c.second, c.pale]);
    canvas.path(SHOULDERS, plain);
    folds(canvas, sitter);
    opening(canvas, sitter, "M240 426 C240 530 400 530 400 426Z");
    let stitch = if plain == c.pale { c.main } else { c.light };
    canvas.inside(SHOULDERS, |canvas| {
        for (width, colour) in [(34.0, stitch), (18.0, c.deep), (6.0, c.pop)] {
            canvas.add(&format!(r#"<path d="M236 440 C238 540 402 540 404 440 M320 512V680" fill="none" stroke="{colour}" stroke-width="{width}"/>"#));
        }
    });
    for y in [548.0, 580.0, 612.0] {
        canvas.circle(320.0, y, 5.0, c.pale);
    }
}

fn jacket(canvas: &mut Canvas, sitter: &Sitter) {
    let c = sitter.cloth;
    garment(canvas, sitter, "M244 426 L258 470 L320 556 L382 470 L396 426Z", c.pale);
    let wool = c.deep;
    canvas.path("M22 680 C34 556 96 512 206 486 L246 470 L300 660Z", wool);
    canvas.path("M618 680 C606 556 544 512 434 486 L394 470 L340 660Z", wool);
    canvas.path("M246 468 L222 486 L214 548 L244 552 L236 574 L296 660 L304 660Z", c.second);
    canvas.path("M394 468 L418 486 L426 548 L396 552 L404 574 L344 660 L336 660Z", c.second);
    canvas.path("M448 566 L500 560 L496 590 L452 592Z", c.pop);
}

fn shawl(canvas: &mut Canvas, sitter: &Sitter) {
    let c = sitter.cloth;
    canvas.path(SHOULDERS, c.pale);
    opening(canvas, sitter, "M240 426 C240 530 400 530 400 426Z");
    canvas.path("M618 680 C606 556 544 512 434 486 L404 470 C360 560 240 620 120 660Z", &sitter.cloth_paint);
    canvas.line("M404 470 C360 560 240 620 120 660", c.light, 8.0);
    canvas.line("M470 500 C430 590 360 630 280 660M540 530 C520 600 470 640 430 660", c.deep, 3.0);
}
