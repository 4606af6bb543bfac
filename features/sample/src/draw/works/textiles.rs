//! Cloth, clothes, bags and mats.

use super::super::{canvas::Canvas, cloth, paint::Colours};

pub fn cloth(canvas: &mut Canvas, c: &Colours) {
    let nth = canvas.below(10);
    let field = cloth::nth_print(canvas, nth, c, 1.5, 0.0);
    let border = cloth::nth_print(canvas, nth + 3, c, 0.9, 0.0);
    canvas.fill(&field);
    for y in [0.0, 504.0] {
        canvas.rect(0.0, y, 800.0, 96.0, &border);
        for line in [y + 2.0, y + 90.0] {
            canvas.rect(0.0, line, 800.0, 6.0, c.deep);
        }
    }
    for x in [150.0, 390.0, 620.0] {
        let d = format!(
            "M{x} 0 C{} 200 {} 400 {x} 600 H{} C{} 400 {} 200 {} 0Z",
            x + 40.0,
            x - 30.0,
            x + 46.0,
            x + 30.0,
            x + 96.0,
            x + 46.0
        );
        canvas.veil(&d, c.deep, 0.16);
    }
}

pub fn dress(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.pale);
    canvas.rect(0.0, 640.0, 600.0, 160.0, c.light);
    canvas.circle(300.0, 340.0, 250.0, c.light);
    let nth = canvas.below(10);
    let print = cloth::nth_print(canvas, nth, c, 0.9, 0.0);
    let trim = cloth::nth_print(canvas, nth + 4, c, 0.6, 0.0);
    canvas.line("M300 92V128", c.deep, 6.0);
    canvas.line("M300 92a18 18 0 1 1 18 -18M180 168L300 124L420 168", c.deep, 7.0);
    let gown = "M214 150 L262 140 C276 190 324 190 338 140 L386 150 C410 170 440 220 470 282 L410 312 L384 270 C380 320 376 360 392 400 C430 500 470 610 486 706 C420 736 180 736 114 706 C130 610 170 500 208 400 C224 360 220 320 216 270 L190 312 L130 282 C160 220 190 170 214 150Z";
    canvas.veil("M140 730a170 22 0 1 0 340 0a170 22 0 1 0 -340 0Z", c.deep, 0.25);
    canvas.path(gown, &print);
    canvas.inside(gown, |canvas| {
        canvas.path("M100 646 C200 676 400 676 500 646V740H100Z", &trim);
        canvas.path("M200 372 C260 392 340 392 400 372 V410 C340 430 260 430 200 410Z", c.deep);
        canvas.veil("M300 400 C330 500 350 620 352 740H420C420 600 400 500 360 400ZM240 410 C220 500 190 620 180 740H210C220 620 240 520 262 410Z", c.deep, 0.22);
        canvas.line("M262 140 C276 190 324 190 338 140", c.pop, 14.0);
        canvas.line("M470 282 L410 312M130 282L190 312", c.pop, 14.0);
    });
}

pub fn bags(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.light);
    canvas.rect(0.0, 430.0, 800.0, 170.0, c.pale);
    let nth = canvas.below(10);
    for (i, (x, y, w, h)) in [(90.0, 250.0, 210.0, 250.0), (520.0, 270.0, 200.0, 240.0), (285.0, 200.0, 250.0, 330.0)]
        .into_iter()
        .enumerate()
    {
        let print = cloth::nth_print(canvas, nth + i * 3, c, 0.95, 0.0);
        canvas.veil(&format!("M{} {} h{} l30 22 h-{}Z", x + 10.0, y + h - 14.0, w + 20.0, w), c.deep, 0.28);
        canvas.line(
            &format!(
                "M{} {y} C{} {} {} {} {} {y}",
                x + w * 0.25,
                x + w * 0.25,
                y - h * 0.5,
                x + w * 0.75,
                y - h * 0.5,
                x + w * 0.75
            ),
            c.deep,
            13.0,
        );
        let body = format!(
            "M{x} {y} H{} L{} {} Q{} {} {} {}Z",
            x + w,
            x + w + 16.0,
            y + h,
            x + w / 2.0,
            y + h + 26.0,
            x - 16.0,
            y + h
        );
        canvas.path(&body, &print);
        canvas.inside(&body, |canvas| {
            canvas.rect(x - 20.0, y, w + 40.0, 34.0, c.deep);
            canvas.veil(
                &format!("M{} {y} H{} V{} H{}Z", x + w * 0.72, x + w + 20.0, y + h + 30.0, x + w * 0.86),
                c.deep,
                0.25,
            );
            canvas.line(&format!("M{} {} H{}", x, y + 26.0, x + w), c.pale, 2.5);
        });
        canvas.circle(x + w / 2.0, y + 17.0, 8.0, c.pop);
    }
}

pub fn mat(canvas: &mut Canvas, c: &Colours) {
    canvas.fill(c.second);
    canvas.veil("M78 70 H546 V760 H78Z", c.deep, 0.4);
    canvas.rect(60.0, 50.0, 480.0, 690.0, c.light);
    let inks = [c.main, c.deep, c.pop, c.second];
    let kind = canvas.below(3) as i32;
    for (row, column) in (0..30).flat_map(|row| (0..21).map(move |column| (row, column))) {
        let (x, y) = (60.0 + f64::from(column) * 22.86, 50.0 + f64::from(row) * 23.0);
        let ink = stitch(row, column, kind).map_or(c.light, |ink| inks[ink]);
        canvas.rect(x, y, 23.4, 23.4, ink);
        canvas.veil(
            &format!("M{x} {:.0}h22v5h-22Z", y + 18.0),
            c.deep,
            if (row + column) % 2 == 0 { 0.22 } else { 0.1 },
        );
    }
    for i in 0..48 {
        let x = 65.0 + f64::from(i) * 10.0;
        canvas.line(&format!("M{x} 50V30M{x} 740V762"), c.pale, 3.0);
    }
}

/// Which of four inks the stitch has, if any: borders, and stacked diamonds between them.
fn stitch(row: i32, column: i32, kind: i32) -> Option<usize> {
    if !(1..=28).contains(&row) || !(1..=19).contains(&column) {
        return Some(1);
    }
    if row == 2 || row == 27 || column == 2 || column == 18 {
        return Some(2);
    }
    let (across, down) = ((column - 10).abs(), ((row - 2) % 10 - 5).abs());
    match (across * (1 + kind / 2) + down * (1 + kind % 2)) % 9 {
        0 => Some(2),
        1 | 2 => Some(0),
        4 => Some(1),
        5 => Some(3),
        _ => None,
    }
}
