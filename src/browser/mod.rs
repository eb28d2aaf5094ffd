//! The browser, one small hook or function per Web API. On the server, where none of them exists, effects do not run.

pub mod file;
pub mod host;
pub mod page;
pub mod size;
pub mod spoken;
pub mod store;
pub mod study;
pub mod theme;
pub mod visible;
pub mod words;
