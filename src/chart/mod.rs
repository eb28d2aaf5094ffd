//! Charts: one description, several readers.
//!
//! [`spec`] says what a chart shows, [`draw`] turns that into strokes and text on any plotters backend, [`canvas`] is
//! that backend in the browser, [`table`] reads the same description as rows. They cannot disagree.

pub mod canvas;
pub mod draw;
pub mod layout;
pub mod spec;
pub mod table;
pub mod theme;
