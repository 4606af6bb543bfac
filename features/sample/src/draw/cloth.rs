//! Printed cloth: ten repeats that recall chitenge, in any palette.

use super::{canvas::Canvas, paint::Colours};

/// The edge of one repeat before scaling.
pub const TILE: f64 = 80.0;

type Print = fn(&Colours) -> String;

const PRINTS: [Print; 10] = [suns, leaves, diamonds, scales, flowers, zigzag, cowries, fans, rings, stripes];

/// A cloth chosen by chance, as a paint. `scale` 1.0 makes repeats of 80 pixels.
pub fn any(canvas: &mut Canvas, colours: &Colours, scale: f64) -> String {
    let nth = canvas.below(PRINTS.len());
    let turn = canvas.pick(&[0.0, 0.0, 45.0, -12.0, 8.0]);
    nth_print(canvas, nth, colours, scale, turn)
}

/// The cloth with this number (counted round), as a paint.
pub fn nth_print(canvas: &mut Canvas, nth: usize, colours: &Colours, scale: f64, turn: f64) -> String {
    let tile = PRINTS[nth % PRINTS.len()](colours);
    canvas.tiles(&tile, TILE, scale, turn)
}

fn ground(colour: &str) -> String {
    format!(r#"<rect width="81" height="81" fill="{colour}"/>"#)
}

fn dot(x: f64, y: f64, r: f64, colour: &str) -> String {
    format!(r#"<circle cx="{x:.1}" cy="{y:.1}" r="{r:.1}" fill="{colour}"/>"#)
}

/// A large and a small motif, rows offset by half; neither crosses the edge of the tile, so no seam can show.
fn half_drop(large: impl Fn(f64, f64) -> String, small: impl Fn(f64, f64) -> String) -> String {
    large(20.0, 20.0) + &large(60.0, 60.0) + &small(60.0, 20.0) + &small(20.0, 60.0)
}

/// `n` copies of a shape turned round a point.
fn round(x: f64, y: f64, n: u32, shape: &str) -> String {
    (0..n)
        .map(|i| {
            format!(r#"<g transform="translate({x} {y}) rotate({})">{shape}</g>"#, f64::from(i) * 360.0 / f64::from(n))
        })
        .collect()
}

fn suns(c: &Colours) -> String {
    let ray = format!(r#"<path d="M-2.4 -11 L0 -19.5 L2.4 -11Z" fill="{}"/>"#, c.light);
    let sun = |x, y| round(x, y, 12, &ray) + &dot(x, y, 9.5, c.pop) + &dot(x, y, 6.5, c.pale) + &dot(x, y, 3.5, c.deep);
    let spark = |x, y| dot(x, y, 8.0, c.second) + &dot(x, y, 4.0, c.light);
    ground(c.main) + &half_drop(sun, spark)
}

fn leaves(c: &Colours) -> String {
    let leaf = |x: f64, y: f64, turn: f64, colour: &str| {
        format!(
            r#"<g transform="translate({x} {y}) rotate({turn})"><path d="M0 -24 C15 -10 15 10 0 24 C-15 10 -15 -10 0 -24Z" fill="{colour}"/><path d="M0 -18V20M0 -6L7 -12M0 4L8 -2M0 -6L-7 -12M0 4L-8 -2" stroke="{}" stroke-width="1.8" fill="none"/></g>"#,
            c.deep
        )
    };
    ground(c.second)
        + &leaf(20.0, 22.0, 40.0, c.light)
        + &leaf(60.0, 60.0, 40.0, c.pop)
        + &leaf(60.0, 20.0, -40.0, c.pale)
        + &leaf(20.0, 60.0, -40.0, c.light)
}

fn diamonds(c: &Colours) -> String {
    let rhomb = |x: f64, y: f64, r: f64, colour: &str| {
        format!(r#"<path d="M{x} {}L{} {y}L{x} {}L{} {y}Z" fill="{colour}"/>"#, y - r, x + r, y + r, x - r)
    };
    let large = |x, y| {
        rhomb(x, y, 20.0, c.light) + &rhomb(x, y, 15.0, c.deep) + &rhomb(x, y, 10.0, c.pop) + &rhomb(x, y, 5.0, c.pale)
    };
    let small = |x, y| rhomb(x, y, 14.0, c.second) + &rhomb(x, y, 8.0, c.pale);
    ground(c.main) + &half_drop(large, small)
}

fn scales(c: &Colours) -> String {
    let scale = |x: f64, y: f64| {
        dot(x, y, 40.0, c.deep)
            + &dot(x, y, 36.0, c.main)
            + &dot(x, y, 27.0, c.light)
            + &dot(x, y, 19.0, c.second)
            + &dot(x, y, 9.0, c.pop)
    };
    (0..9)
        .flat_map(|row| (-1..3).map(move |column| (row, column)))
        .map(|(row, column)| {
            let shift = if row % 2 == 0 { 0.0 } else { 40.0 };
            scale(f64::from(column) * 80.0 + shift, f64::from(row) * 20.0 - 40.0)
        })
        .collect()
}

fn flowers(c: &Colours) -> String {
    let petal = format!(r#"<path d="M0 -3 C8 -9 6 -18 0 -19.6 C-6 -18 -8 -9 0 -3Z" fill="{}"/>"#, c.pop);
    let leaf = format!(r#"<path d="M0 -2 C5 -6 4 -12 0 -14 C-4 -12 -5 -6 0 -2Z" fill="{}"/>"#, c.light);
    let large = |x, y| round(x, y, 6, &petal) + &dot(x, y, 5.0, c.light) + &dot(x, y, 2.5, c.deep);
    let small = |x, y| round(x, y, 5, &leaf) + &dot(x, y, 3.0, c.pale);
    ground(c.deep) + &half_drop(large, small)
}

fn zigzag(c: &Colours) -> String {
    let band = |y: f64, colour: &str, thick: f64| {
        format!(
            r#"<path d="M-20 {0}L0 {1}L20 {0}L40 {1}L60 {0}L80 {1}L100 {0}" stroke="{colour}" stroke-width="{thick}" fill="none"/>"#,
            y - 8.0,
            y + 8.0
        )
    };
    ground(c.pale)
        + &band(0.0, c.main, 14.0)
        + &band(20.0, c.deep, 5.0)
        + &band(40.0, c.second, 14.0)
        + &band(60.0, c.pop, 5.0)
        + &band(80.0, c.main, 14.0)
}

fn cowries(c: &Colours) -> String {
    let shell = |x: f64, y: f64, turn: f64| {
        format!(
            r#"<g transform="translate({x} {y}) rotate({turn})"><ellipse rx="11" ry="16" fill="{}"/><path d="M0 -11V11" stroke="{}" stroke-width="3" stroke-dasharray="2.4 2"/></g>"#,
            c.pale, c.deep
        )
    };
    ground(c.second)
        + &format!(
            r#"<rect y="36" width="81" height="8" fill="{}"/><rect y="-4" width="81" height="8" fill="{}"/><rect y="76" width="81" height="8" fill="{}"/>"#,
            c.light, c.light, c.light
        )
        + &shell(20.0, 20.0, 30.0)
        + &shell(60.0, 20.0, -30.0)
        + &shell(20.0, 60.0, -30.0)
        + &shell(60.0, 60.0, 30.0)
}

fn fans(c: &Colours) -> String {
    let fan = |x: f64, y: f64, turn: f64, colour: &str| {
        let ribs: String = [38.0, 28.0, 18.0]
            .iter()
            .zip([colour, c.deep, c.pale])
            .map(|(r, fill)| format!(r#"<path d="M0 0L{r} 0A{r} {r} 0 0 1 0 {r}Z" fill="{fill}"/>"#))
            .collect();
        format!(r#"<g transform="translate({x} {y}) rotate({turn})">{ribs}</g>"#)
    };
    let colours = [(0.0, c.main), (90.0, c.pop), (180.0, c.main), (270.0, c.pop)];
    ground(c.light) + &colours.map(|(turn, colour)| fan(40.0, 40.0, turn, colour)).concat()
}

fn rings(c: &Colours) -> String {
    let large =
        |x, y| dot(x, y, 19.5, c.light) + &dot(x, y, 16.5, c.main) + &dot(x, y, 11.0, c.pale) + &dot(x, y, 7.0, c.pop);
    let small = |x, y| dot(x, y, 10.0, c.second) + &dot(x, y, 5.0, c.light);
    ground(c.deep) + &half_drop(large, small)
}

fn stripes(c: &Colours) -> String {
    let bars: String = [
        (0, 16, c.main),
        (16, 4, c.pale),
        (20, 10, c.pop),
        (30, 4, c.pale),
        (34, 22, c.second),
        (56, 3, c.light),
        (61, 3, c.light),
        (66, 15, c.deep),
    ]
    .iter()
    .map(|(x, w, fill)| format!(r#"<rect x="{x}" width="{w}" height="81" fill="{fill}"/>"#))
    .collect();
    ground(c.deep) + &bars + &(0..4).map(|i| dot(45.0, f64::from(i) * 20.0 + 10.0, 4.5, c.light)).collect::<String>()
}
