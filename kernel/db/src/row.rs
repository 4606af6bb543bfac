//! One row of an answer, whichever engine gave it.

use crate::{FromValue, Result, Value};

/// Columns in the order the statement names them. Reading takes the value out, so each column is read once.
#[derive(Debug)]
pub struct Row(pub(crate) Vec<Value>);

impl Row {
    /// Column `column`, counted from 0.
    pub fn get<T: FromValue>(&mut self, column: usize) -> Result<T> {
        let value = self.0.get_mut(column).map(std::mem::take).unwrap_or_default();
        T::read(value, column)
    }
}
