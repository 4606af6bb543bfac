//! The directory from the database to the page, with a small cast of invented people.

mod audiences;
mod belongings;
mod blurring;
mod cast;
mod door;
mod exact;
mod faces;
mod filters;
mod finding;
mod fresh;
mod freshness;
mod import;
mod minors;
mod offered;
mod organisations;
mod own;
mod pages;
mod paging;
mod pictures;
mod posters;
mod said;
mod store;
mod viewers;
mod vocabulary;
mod words_desk;
mod works;
