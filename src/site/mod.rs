//! What every page of the site has around it, whatever stands on it: document head, navigation, languages, foot; and the
//! files beside the pages that say what there is.
//!
//! ```text
//! prerender ▶ site ▶ {reference, explainer, app} ▶ text, lodestone-model
//! document, widget, missing ▶ {assets ▶ manifest, policy, head ▶ json_ld};  {listing, oembed} ▶ address;  card ▶ text, lodestone-model
//! ```
//!
//! Native only. Not here: what stands on a page.

pub mod address;
pub mod assets;
pub mod behind;
pub mod card;
pub mod document;
pub mod frame;
mod head;
mod json_ld;
pub mod kept;
pub mod listing;
pub mod manifest;
pub mod missing;
mod names;
pub mod oembed;
pub mod offline;
pub mod policy;
pub mod tables;
pub mod terms;
mod told;
pub mod widget;

pub use names::{about, name, title};

/// What documents need to know of the whole site.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// The files that they name.
    pub assets: assets::Assets,
    /// Where the site will stand, where that is known.
    pub address: Option<address::Address>,
    /// The version of the data.
    pub version: String,
    /// The day of that version.
    pub dated: String,
}

/// A text inside an element or an attribute.
#[must_use]
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
