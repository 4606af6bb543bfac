//! Uneven chance.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Zipf's law over `0..n`: the second is half as frequent as the first, the third a third.
pub struct Zipf(Vec<f64>);

impl Zipf {
    pub fn new(n: usize) -> Self {
        let mut sum = 0.0;
        let steps = (1..=n).map(|rank| {
            sum += 1.0 / rank as f64;
            sum
        });
        Self(steps.collect())
    }

    pub fn pick(&self, rng: &mut ChaCha8Rng) -> usize {
        let at = rng.random::<f64>() * self.0.last().copied().unwrap_or_default();
        self.0.partition_point(|step| *step <= at).min(self.0.len().saturating_sub(1))
    }
}

/// One of `choices`, all alike.
pub fn one<T: Copy>(rng: &mut ChaCha8Rng, choices: &[T]) -> T {
    choices[rng.random_range(0..choices.len())]
}

/// True in `share` of the cases.
pub fn chance(rng: &mut ChaCha8Rng, share: f64) -> bool {
    rng.random::<f64>() < share
}

/// The first choice whose share, added up, passes chance; the last takes what is left.
pub fn weighted<T: Copy>(rng: &mut ChaCha8Rng, choices: &[(f64, T)]) -> T {
    let mut at = rng.random::<f64>();
    for (share, choice) in choices {
        at -= share;
        if at < 0.0 {
            return *choice;
        }
    }
    choices[choices.len() - 1].1
}
