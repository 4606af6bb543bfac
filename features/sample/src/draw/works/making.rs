//! Furniture, metal, wheels and screens.

use super::super::{canvas::Canvas, cloth, paint::Colours};

fn floor(canvas: &mut Canvas, wall: &str, ground: &str, at: f64) {
    let (w, h) = (canvas.width(), canvas.height());
    canvas.fill(wall);
    canvas.rect(0.0, at, w, h - at, ground);
}

pub fn stool(canvas: &mut Canvas, c: &Colours) {
    floor(canvas, c.pale, c.light, 600.0);
    canvas.circle(300.0, 330.0, 230.0, c.light);
    canvas.veil("M110 712a200 26 0 1 0 400 0a200 26 0 1 0 -400 0Z", c.deep, 0.28);
    for (x, foot) in [(190.0, 150.0), (410.0, 450.0), (250.0, 236.0), (350.0, 364.0)] {
        canvas.path(
            &format!("M{} 450 L{} 450 L{} 712 L{} 712Z", x - 17.0, x + 17.0, foot + 12.0, foot - 12.0),
            if (200.0..400.0).contains(&x) { c.deep } else { c.second },
        );
    }
    canvas.path("M168 590 H432 V612 H168Z", c.second);
    let seat = "M130 420 Q300 456 470 420 V446 Q300 490 130 446Z";
    canvas.path(seat, c.second);
    canvas.path("M130 420 Q300 380 470 420 Q300 462 130 420Z", c.main);
    let nth = canvas.below(10);
    let print = cloth::nth_print(canvas, nth, c, 0.7, 0.0);
    canvas.path("M158 418 Q300 388 442 418 Q300 448 158 418Z", &print);
    let back = "M176 410 L160 170 Q300 130 440 170 L424 410 H396 L404 300 H196 L204 410Z M194 196 L200 272 H400 L406 196 Q300 170 194 196Z";
    canvas.add(&format!(r#"<path d="{back}" fill="{}" fill-rule="evenodd"/>"#, c.main));
    for i in 0..5 {
        let x = 220.0 + f64::from(i) * 40.0;
        canvas.path(&format!("M{x} 182 l14 44 l-14 44 l-14 -44Z"), if i % 2 == 0 { c.pop } else { c.second });
    }
    canvas.line("M168 180 Q300 142 432 180", c.light, 3.0);
}

pub fn table(canvas: &mut Canvas, c: &Colours) {
    floor(canvas, c.light, c.second, 400.0);
    let window = canvas.fade("#fdf6e6", c.pale);
    canvas.rect(480.0, 60.0, 220.0, 200.0, c.deep);
    canvas.rect(492.0, 72.0, 196.0, 176.0, &window);
    canvas.line("M590 72V248M492 160H688", c.deep, 8.0);
    canvas.veil("M492 248 L688 248 L560 600 L240 600Z", "#fff6dc", 0.22);
    canvas.veil("M90 560a330 26 0 1 0 660 0a330 26 0 1 0 -660 0Z", c.deep, 0.4);
    for (x, w) in [(150.0, 34.0), (616.0, 34.0), (230.0, 24.0), (546.0, 24.0)] {
        canvas.rect(x, 360.0, w, 200.0 - (34.0 - w) * 3.0, c.deep);
    }
    canvas.path("M96 330 H704 L736 372 H64Z", c.main);
    canvas.rect(64.0, 372.0, 672.0, 24.0, c.second);
    for i in 0..6 {
        canvas.line(
            &format!("M{} 336 L{} 366", 160.0 + f64::from(i) * 96.0, 140.0 + f64::from(i) * 104.0),
            c.second,
            2.0,
        );
    }
    canvas.line("M64 372H736", c.light, 3.0);
    canvas.path("M300 332 h92 l10 -84 h-112Z", c.pop);
    canvas.ellipse(346.0, 248.0, 56.0, 9.0, c.deep);
    for (x, y, turn) in
        [(320.0, 190.0, -24.0), (350.0, 172.0, 2.0), (378.0, 190.0, 26.0), (336.0, 214.0, -46.0), (366.0, 216.0, 48.0)]
    {
        canvas.group(&format!("translate({x} {y}) rotate({turn})"), |canvas| {
            canvas.path("M0 50C26 20 20 -20 0 -46C-20 -20 -26 20 0 50Z", "#3f7a45")
        });
    }
    canvas.path("M470 330 l6 -22 h120 l8 22Z", c.pale);
    canvas.path("M482 306 l4 -18 h100 l6 18Z", c.second);
}

pub fn gate(canvas: &mut Canvas, c: &Colours) {
    let sky = canvas.fade(c.light, c.pale);
    canvas.fill(&sky);
    canvas.circle(300.0, 300.0, 150.0, c.sun);
    canvas.path("M0 560 C140 500 240 540 340 510 S540 500 600 530 V800H0Z", "#7d8f4a");
    canvas.rect(0.0, 120.0, 90.0, 680.0, c.second);
    canvas.rect(510.0, 120.0, 90.0, 680.0, c.second);
    for i in 0..17 {
        let y = 150.0 + f64::from(i) * 40.0;
        canvas.line(&format!("M0 {y}H90M510 {y}H600"), c.deep, 2.0);
    }
    let iron = c.deep;
    canvas.line("M104 780V260 Q300 80 496 260V780ZM300 176V780M104 430H496M104 640H496", iron, 12.0);
    for i in 0..8 {
        let x = 128.0 + f64::from(i) * 49.0;
        canvas.line(&format!("M{x} 430V{}M{x} 640V780", 262.0 - (f64::from(i) - 3.5).abs() * -14.0), iron, 5.0);
    }
    for x in [202.0, 398.0] {
        for r in [88.0, 62.0, 36.0] {
            canvas.add(&format!(r#"<circle cx="{x}" cy="535" r="{r}" fill="none" stroke="{iron}" stroke-width="7"/>"#));
        }
        for ray in 0..12 {
            canvas.group(&format!("translate({x} 535) rotate({})", ray * 30), |canvas| {
                canvas.line("M0 -36V-88", iron, 4.5)
            });
        }
        canvas.circle(x, 535.0, 20.0, c.main);
    }
    canvas.path("M0 776 H600 V800 H0Z", c.main);
}

pub fn bicycle(canvas: &mut Canvas, c: &Colours) {
    floor(canvas, c.light, c.second, 470.0);
    for row in 0..8 {
        for column in -1..9 {
            let x = f64::from(column) * 104.0 + if row % 2 == 0 { 0.0 } else { 52.0 };
            canvas.add(&format!(
                r#"<rect x="{x}" y="{}" width="98" height="52" rx="3" fill="{}" fill-opacity="0.5"/>"#,
                f64::from(row) * 58.0 + 6.0,
                c.pale
            ));
        }
    }
    canvas.veil("M110 520a300 18 0 1 0 600 0a300 18 0 1 0 -600 0Z", c.deep, 0.5);
    for x in [230.0, 580.0] {
        canvas.add(&format!(r#"<circle cx="{x}" cy="390" r="124" fill="none" stroke="{}" stroke-width="14"/><circle cx="{x}" cy="390" r="113" fill="none" stroke="{}" stroke-width="5"/>"#, c.deep, c.pale));
        for spoke in 0..16 {
            canvas.group(&format!("translate({x} 390) rotate({})", f64::from(spoke) * 22.5), |canvas| {
                canvas.line("M0 0V-112", c.deep, 1.5)
            });
        }
        canvas.circle(x, 390.0, 13.0, c.deep);
    }
    canvas.line("M230 390L330 230H530L400 390ZM330 230L400 390H230M530 230L580 390", c.main, 14.0);
    canvas.line("M330 230L316 190M530 230L518 166", c.deep, 10.0);
    canvas.path("M268 182 Q320 168 366 184 Q350 204 316 200 Q286 200 268 182Z", c.deep);
    canvas.line("M518 166 Q556 146 580 178", c.deep, 11.0);
    canvas.line("M150 262H330M176 262L230 390", c.deep, 7.0);
    let print = cloth::any(canvas, c, 0.7);
    canvas.path("M132 178 H262 V260 H132Z", &print);
    canvas.line("M132 206H262", c.deep, 5.0);
    canvas.circle(400.0, 390.0, 30.0, c.deep);
    canvas.circle(400.0, 390.0, 17.0, c.pop);
    canvas.line("M400 390L428 440M414 442H444", c.deep, 8.0);
}

pub fn screen(canvas: &mut Canvas, c: &Colours) {
    let wall = canvas.fade(c.second, c.deep);
    canvas.fill(&wall);
    let print = cloth::any(canvas, c, 1.8);
    canvas.add(&format!(r#"<rect y="470" width="800" height="130" fill="{print}"/><rect x="96" y="86" width="520" height="360" rx="22" fill="{0}"/><path d="M56 446H656L690 494H22Z" fill="{1}"/>"#, "#17141a", c.light));
    canvas.rect(114.0, 104.0, 484.0, 320.0, c.pale);
    canvas.rect(114.0, 104.0, 484.0, 46.0, c.main);
    canvas.circle(138.0, 127.0, 9.0, c.light);
    canvas.rect(136.0, 172.0, 180.0, 18.0, c.deep);
    for i in 0..3 {
        let x = 136.0 + f64::from(i) * 152.0;
        canvas.add(&format!(r##"<rect x="{x}" y="208" width="138" height="128" rx="10" fill="#fff"/>"##));
        let colour = [c.pop, c.second, c.light][i as usize];
        canvas.rect(x + 12.0, 220.0, 114.0, 62.0, colour);
        canvas.rect(x + 12.0, 294.0, 90.0, 9.0, c.deep);
        canvas.rect(x + 12.0, 312.0, 60.0, 8.0, c.second);
    }
    let mut bars = String::from("M136 412");
    for i in 0..9 {
        bars += &format!("L{} {:.0}", 150.0 + f64::from(i) * 52.0, canvas.between(352.0, 404.0));
    }
    canvas.line(&bars, c.main, 6.0);
    canvas.add(&format!(r##"<rect x="616" y="226" width="142" height="276" rx="22" fill="#17141a"/><rect x="627" y="244" width="120" height="236" rx="6" fill="{}"/>"##, c.pale));
    canvas.rect(627.0, 244.0, 120.0, 40.0, c.main);
    for i in 0..4 {
        let y = 298.0 + f64::from(i) * 44.0;
        canvas.circle(652.0, y + 14.0, 14.0, [c.pop, c.second, c.light, c.main][i as usize]);
        canvas.rect(676.0, y + 4.0, 58.0, 8.0, c.deep);
        canvas.rect(676.0, y + 18.0, 40.0, 7.0, c.light);
    }
}
