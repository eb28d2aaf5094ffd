//! Says what is found of the link by which the page was opened, and has the page set what an old link's release began
//! with. Not here: what is found ([`crate::link::proof`]), and when this is fetched (`site/computes.js`).

use web_sys::Element;

use super::request::{ALL, choose};
use crate::browser::page::{pairs, pairs_of};
use crate::link::proof::{Verdict, check};
use crate::link::read;
use crate::link::told::sentences;
use crate::text::Lang;

/// Id of the line.
pub const LINE: &str = "seal";
/// The attribute that holds the verdict, for style sheet and tests.
const VERDICT: &str = "data-verdict";

/// The attribute of the document that holds the query by which it was opened: the address itself changes with the page.
const OPENED: &str = "data-sealed";

/// Writes the line, and tells the page through its element `host` what to set.
pub fn tell(host: &Element, lang: Lang) {
    let document = gloo::utils::document();
    let Some((root, line)) = document.document_element().zip(document.get_element_by_id(LINE)) else { return };
    // A panel that is fetched for another reason has nothing to say of the link.
    let Some(query) = root.get_attribute(OPENED) else { return };
    let said = pairs_of(&query);
    let found = check(&said);
    let verdict = match found.verdict {
        Verdict::None => "none",
        Verdict::Unreadable(_) => "unreadable",
        Verdict::Verified(_) => "verified",
        Verdict::Differs { .. } => "differs",
    };
    let _ = line.set_attribute(VERDICT, verdict);
    line.set_text_content(Some(&sentences(&found, lang).join(" ")));
    // What a reader has changed by now is not taken back. (The page may have written the same in its own way.)
    if read(&said).state.inputs == read(&pairs()).state.inputs
        && let Some(all) = found.restored(&said)
    {
        choose(host, &format!("{ALL}\n{all}"));
    }
}
