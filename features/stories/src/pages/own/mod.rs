//! One's own stories: those one is in, tells, writes or translates.

pub(crate) mod agree;
pub(crate) mod list;
pub(crate) mod one;
pub(crate) mod pieces;
pub(crate) mod text;
pub(crate) mod translate;
pub(crate) mod withdraw;
