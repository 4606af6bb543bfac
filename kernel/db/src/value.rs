//! The five things a column can hold, and how Rust values become them.

use basics::{At, Audience, Id};

use crate::{Error, Result};

#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    #[default]
    Null,
    Int(i64),
    Bool(bool),
    Text(String),
    Bytes(Vec<u8>),
}

impl Value {
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Int(_) => "a number",
            Self::Bool(_) => "yes or no",
            Self::Text(_) => "text",
            Self::Bytes(_) => "bytes",
        }
    }
}

macro_rules! from {
    ($($type:ty: $value:ident => $made:expr),* $(,)?) => {
        $(impl From<$type> for Value { fn from($value: $type) -> Self { $made } })*
    };
}

from! {
    i64: value => Self::Int(value),
    i32: value => Self::Int(value.into()),
    u32: value => Self::Int(value.into()),
    bool: value => Self::Bool(value),
    &str: value => Self::Text(storable(value.to_owned())),
    String: value => Self::Text(storable(value)),
    &String: value => Self::Text(storable(value.clone())),
    Vec<u8>: value => Self::Bytes(value),
    At: value => Self::Int(value.0),
    Audience: value => Self::Int(value.rank()),
}

/// Without NUL, which PostgreSQL cannot hold.
fn storable(mut text: String) -> String {
    if text.contains('\0') {
        text.retain(|c| c != '\0');
    }
    text
}

impl<T> From<&Id<T>> for Value {
    fn from(id: &Id<T>) -> Self {
        id.as_str().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// What a column can be read as.
pub trait FromValue: Sized {
    const EXPECTED: &'static str;
    /// The value, or back what was found.
    fn from_value(value: Value) -> std::result::Result<Self, Value>;

    /// Reads column `column` (from 0), which names it in the error.
    fn read(value: Value, column: usize) -> Result<Self> {
        Self::from_value(value).map_err(|found| Error::Column { column, found: found.kind(), expected: Self::EXPECTED })
    }
}

impl FromValue for String {
    const EXPECTED: &'static str = "text";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        if let Value::Text(text) = value { Ok(text) } else { Err(value) }
    }
}

impl FromValue for i64 {
    const EXPECTED: &'static str = "a number";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        if let Value::Int(number) = value { Ok(number) } else { Err(value) }
    }
}

impl FromValue for bool {
    const EXPECTED: &'static str = "yes or no";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        match value {
            Value::Bool(yes) => Ok(yes),
            Value::Int(number) => Ok(number != 0),
            other => Err(other),
        }
    }
}

impl FromValue for Vec<u8> {
    const EXPECTED: &'static str = "bytes";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        if let Value::Bytes(bytes) = value { Ok(bytes) } else { Err(value) }
    }
}

impl FromValue for At {
    const EXPECTED: &'static str = "a moment";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        i64::from_value(value).map(At)
    }
}

impl FromValue for Audience {
    const EXPECTED: &'static str = "an audience";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        i64::from_value(value).map(Self::from_rank)
    }
}

impl<T> FromValue for Id<T> {
    const EXPECTED: &'static str = "an id";
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        String::from_value(value).map(Self::from_text)
    }
}

impl<T: FromValue> FromValue for Option<T> {
    const EXPECTED: &'static str = T::EXPECTED;
    fn from_value(value: Value) -> std::result::Result<Self, Value> {
        if value == Value::Null { Ok(None) } else { T::from_value(value).map(Some) }
    }
}
