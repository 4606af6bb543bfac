//! Numbers that follow each other without another word between them, and whether they are a telephone number.

use super::token::{Part, Token};
use super::words::Word;

/// Most connecting words after each other, as in "and then again".
const JOINTS: usize = 3;

#[derive(Default)]
pub struct Run {
    pub start: usize,
    pub end: usize,
    /// How many bars stand before it: see [`Token::barred`].
    bars: usize,
    /// Digits that the number has, about.
    pub digits: usize,
    /// Words for numbers among its parts.
    words: usize,
    /// It names a zero, or a digit said to be double.
    zero: bool,
    starts_with_zero: bool,
    /// It has a group of three digits that begins with zero, as amounts have too.
    zeros: bool,
    /// The parts that are single small numbers; `None` for hundreds and digits.
    values: Vec<Option<u16>>,
    /// Digits of the present number that a following word may still fill: two after `hundred`.
    open: usize,
    /// Digits still to be repeated after `double`.
    times: usize,
    repeated: bool,
}

impl Run {
    /// All runs of a text, in order.
    pub fn all(tokens: &[Token]) -> Vec<Self> {
        let (mut runs, mut run, mut joints, mut bars) = (Vec::new(), Self::default(), 0, 0);
        for token in tokens {
            bars += usize::from(token.barred);
            let stray = matches!(token.part, Part::Nearly(_)) && run.words < 2;
            if !token.joined || joints > JOINTS || stray || matches!(token.part, Part::Other) {
                runs.push(std::mem::replace(&mut run, Self { bars, ..Self::default() }));
                joints = 0;
            }
            match token.part {
                Part::Other => {}
                Part::Word(Word::Joint) => joints += 1,
                Part::Nearly(_) if stray => {}
                _ => {
                    run.add(token);
                    joints = 0;
                }
            }
        }
        runs.push(run);
        runs.retain(|run| run.words > 0);
        runs
    }

    /// Seven digits or more that are no amount and not just counted up or down.
    pub fn is_number(&self) -> bool {
        let enough = self.words >= 2 || (self.starts_with_zero && self.digits >= 9);
        enough
            && self.digits >= 7
            && self.values.len() >= 3
            && if self.zero || self.grouped() {
                !self.steps() && !self.climbs()
            } else {
                self.units() >= 7 && !self.counts()
            }
    }

    /// Words and a group like `000`, as many digits together as a number has.
    fn grouped(&self) -> bool {
        self.zeros && ((self.words >= 3 && self.digits >= 9) || (self.words >= 2 && (10..=13).contains(&self.digits)))
    }

    /// Three or more digits beginning with zero: `zero nine nine`.
    pub fn may_be_front(&self) -> bool {
        self.starts_with_zero && (3..7).contains(&self.digits)
    }

    /// The same, or a number that lacks a digit or two.
    pub fn may_begin(&self) -> bool {
        self.starts_with_zero && (3..9).contains(&self.digits)
    }

    /// Bytes between two runs; without end where something found lies between them.
    pub fn distance(&self, other: &Self) -> usize {
        if self.bars != other.bars {
            return usize::MAX;
        }
        if self.end <= other.start { other.start - self.end } else { self.start.saturating_sub(other.end) }
    }

    fn add(&mut self, token: &Token) {
        if token.stopped {
            self.open = 0;
        }
        let first = self.values.is_empty();
        if self.end == 0 {
            self.start = token.start;
        }
        self.end = token.end;
        match &token.part {
            Part::Digits(count, zero) => {
                self.starts_with_zero |= first && *zero;
                self.digits += count + std::mem::take(&mut self.times);
                self.zero |= *zero && (first || *count < 3);
                self.zeros |= *zero && *count == 3;
                self.push(None, 0);
            }
            Part::Glued(values) => {
                self.words += values.len();
                values.iter().for_each(|value| self.unit(*value));
            }
            Part::Word(word) | Part::Nearly(word) => {
                self.words += 1;
                self.word(*word);
            }
            Part::Other => {}
        }
    }

    fn word(&mut self, word: Word) {
        let last = self.values.last().copied().flatten();
        match word {
            Word::Unit(value) if self.repeated => {
                self.digits += usize::from(value.clamp(1, 4)) - 1;
                self.repeated = false;
                self.zero |= value <= 4;
            }
            Word::Unit(value) => self.unit(value),
            Word::Plural(value) => {
                self.digits += last.map_or(1, |times| usize::from(times.clamp(1, 4)) - 1);
                self.zero |= value == 0;
                self.push(Some(value), 0);
            }
            Word::Teen(value) => self.fill(2, 1, value),
            Word::Tens(20) if last == Some(4) => {
                self.digits += 1;
                self.push(Some(80), 1);
            }
            Word::Tens(value) => self.fill(2, 2, value),
            Word::Hundred => self.scale(2),
            Word::Thousand => self.scale(3),
            Word::Times(times) => {
                self.times = times - 1;
                self.zero = true;
            }
            Word::Repeated => self.repeated = true,
            Word::Plus => self.words = 0,
            Word::Joint => {}
        }
    }

    fn unit(&mut self, value: u16) {
        self.starts_with_zero |= value == 0 && self.values.is_empty();
        self.zero |= value == 0;
        if self.open == 0 || value == 0 {
            self.digits += 1 + std::mem::take(&mut self.times);
        }
        self.push(Some(value), 0);
    }

    /// A number of so many digits, which fills a place left open by the one before if there are `needed` of them.
    fn fill(&mut self, digits: usize, needed: usize, value: u16) {
        if self.open < needed {
            self.digits += digits;
        }
        self.push(Some(value), needed - 1);
    }

    /// `hundred` and `thousand`: so many digits more.
    fn scale(&mut self, zeros: usize) {
        let begun = self.values.last().is_some_and(|value| value.is_some_and(|value| value > 0));
        self.digits += zeros + usize::from(!begun);
        self.push(None, zeros);
    }

    fn push(&mut self, value: Option<u16>, open: usize) {
        self.values.push(value);
        self.open = open;
    }

    fn units(&self) -> usize {
        self.values.iter().filter(|value| value.is_some_and(|value| value < 10)).count()
    }

    /// Each number follows the one before: counting up or down.
    fn steps(&self) -> bool {
        self.values.windows(2).all(|pair| matches!(pair, [Some(one), Some(next)] if one.abs_diff(*next) == 1))
    }

    /// Tens that rise one after the other: counting by fives or tens.
    fn climbs(&self) -> bool {
        let tens: Vec<u16> = self.values.iter().flatten().copied().filter(|value| *value >= 10).collect();
        let whole = self.values.iter().all(Option::is_some);
        whole && tens.len() >= 3 && tens.windows(2).all(|pair| pair[0] <= pair[1])
    }

    /// Counting that begins anew now and then, as dancers do, and breaks off once at most.
    fn counts(&self) -> bool {
        let first = self.values.first().copied().flatten();
        let goes_on = |pair: &&[Option<u16>]| matches!(pair, [Some(one), Some(next)] if one.abs_diff(*next) <= 1 || Some(*next) == first);
        let breaks = self.values.windows(2).filter(|pair| !goes_on(pair)).count();
        breaks == 0 || (breaks == 1 && self.values.len() >= 7)
    }
}
