//! Says what is found of the link by which the page was opened, and has the page set what an old link's release began
//! with. Not here: what is found ([`crate::link::proof`]), and when this is fetched (`site/computes.js`).

use web_sys::Element;

use super::request::choose;
use crate::browser::page::pairs;
use crate::link::proof::{Verdict, check};
use crate::link::told::sentences;
use crate::text::Lang;

/// Id of the line.
pub const LINE: &str = "seal";
/// The attribute that holds the verdict, for style sheet and tests.
const VERDICT: &str = "data-verdict";

/// Writes the line, and tells the page through its element `host` what to set.
pub fn tell(host: &Element, lang: Lang) {
    let Some(line) = gloo::utils::document().get_element_by_id(LINE) else { return };
    let said = pairs();
    let found = check(&said);
    let told = sentences(&found, lang);
    let verdict = match found.verdict {
        Verdict::None => "none",
        Verdict::Unreadable(_) => "unreadable",
        Verdict::Verified(_) => "verified",
        Verdict::Differs { .. } => "differs",
    };
    let _ = line.set_attribute(VERDICT, verdict);
    // A panel that is fetched for another reason finds nothing to say.
    if !told.is_empty() {
        line.set_text_content(Some(&told.join(" ")));
    }
    let restored = found.restored(&said);
    if !restored.is_empty() {
        choose(host, &restored);
    }
}
