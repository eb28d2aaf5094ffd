//! Charts: one description, several readers.
//!
//! [`spec`] says what a chart shows, [`draw`] turns that into strokes and text on any plotters backend, [`canvas`] is
//! that backend in the browser, `svg` that of a document, `table` reads the same description as rows, `marks` as points with
//! their places, `said` as words, `taken` as files. They cannot disagree. [`wire`] carries it to the program that reads so.

pub mod canvas;
pub mod draw;
pub mod layout;
#[cfg(lens)]
pub mod marks;
#[cfg(lens)]
pub mod said;
pub mod spec;
#[cfg(lens)]
pub mod svg;
#[cfg(lens)]
pub mod table;
#[cfg(lens)]
pub mod taken;
pub mod theme;
pub mod wire;
