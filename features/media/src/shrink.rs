//! Makes a picture smaller by a whole number while its rows come in: each pixel is the mean of a square of them.

use crate::size;

pub(crate) struct Shrink {
    width: usize,
    channels: usize,
    /// Side of the square that becomes one pixel.
    by: usize,
    /// Sums of the squares of the row in the making, and in `weights` what they are to be divided by.
    sums: Vec<u64>,
    weights: Vec<u64>,
    /// Rows summed so far.
    rows: usize,
    pixels: Vec<u8>,
    height: usize,
}

impl Shrink {
    /// For rows of this width with 1 (grey), 2 (grey, alpha), 3 or 4 (with alpha) bytes a pixel. What comes out is at
    /// least twice as large as we ever show, so that the last step can be a fine one; or as it came in.
    pub fn new(width: u32, height: u32, channels: usize) -> Self {
        let (shown_width, shown_height) = size::fit(width, height, size::LARGEST);
        let by = ((width / shown_width).min(height / shown_height) / 2).max(1) as usize;
        let width = width as usize;
        let across = width.div_ceil(by);
        let pixels = Vec::with_capacity(across * (height as usize).div_ceil(by) * channels);
        let (sums, weights) = (vec![0; across * channels], vec![0; across * channels]);
        Self { width, channels, by, sums, weights, rows: 0, pixels, height: 0 }
    }

    /// Takes one row of `width * channels` bytes.
    pub fn row(&mut self, row: &[u8]) {
        if self.by == 1 {
            self.pixels.extend_from_slice(&row[..self.width * self.channels]);
            self.height += 1;
            return;
        }
        let alpha = self.channels == 2 || self.channels == 4;
        for (x, pixel) in row.chunks_exact(self.channels).take(self.width).enumerate() {
            let at = x / self.by * self.channels;
            // What cannot be seen has no colour.
            let weight = if alpha { u64::from(pixel[self.channels - 1]) } else { 1 };
            for (channel, value) in pixel.iter().enumerate() {
                let weight = if alpha && channel == self.channels - 1 { 1 } else { weight };
                self.sums[at + channel] += u64::from(*value) * weight;
                self.weights[at + channel] += weight;
            }
        }
        self.rows += 1;
        if self.rows == self.by {
            self.put();
        }
    }

    fn put(&mut self) {
        let mean = |(sum, weight): (&u64, &u64)| (sum + weight / 2).checked_div(*weight).unwrap_or(0) as u8;
        self.pixels.extend(self.sums.iter().zip(&self.weights).map(mean));
        self.sums.fill(0);
        self.weights.fill(0);
        self.rows = 0;
        self.height += 1;
    }

    /// Width, height and bytes of what came out.
    pub fn finish(mut self) -> (u32, u32, Vec<u8>) {
        if self.rows > 0 {
            self.put();
        }
        (self.width.div_ceil(self.by) as u32, self.height as u32, self.pixels)
    }
}
