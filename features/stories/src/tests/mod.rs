//! Tests of this room.

mod answers;
mod blocks;
mod carried;
mod cast;
mod deeds;
mod editions;
mod folders;
mod holdings;
mod house;
mod invariant;
mod lists;
mod machines;
mod pages;
mod rules;
mod walking;
