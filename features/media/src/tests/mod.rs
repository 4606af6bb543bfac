//! Pictures are made here, by rule, so that no real one is needed.

mod blurring;
mod clean;
mod cutting;
mod door;
mod drawn;
mod hostile;
mod house;
mod keeping;
mod letting_go;
mod listening;
mod made;
mod memory;
mod ours;
mod posters;
mod receiving;
mod seeing;
mod sounds;
mod tus;
