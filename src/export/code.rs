//! A link as a code that a camera reads (QR), drawn as lines.

use core::fmt::Write;

use fast_qr::{ECL, QRBuilder};

/// Modules left free around the code, as its standard asks.
const QUIET: usize = 4;

/// The code as SVG; `None` for a link that is longer than a code holds.
#[must_use]
pub fn svg(link: &str, title: &str) -> Option<String> {
    // A damaged print is still read; a long link gets by with less.
    let code = [ECL::M, ECL::L].into_iter().find_map(|level| QRBuilder::new(link).ecl(level).build().ok())?;
    let all = code.size + 2 * QUIET;
    let mut path = String::new();
    for y in 0..code.size {
        let dark = |x: usize| x < code.size && code[y][x].value();
        let mut x = 0;
        while x < code.size {
            let from = x;
            while dark(x) {
                x += 1;
            }
            if x > from {
                // A text takes everything.
                let _ = write!(path, "M{} {}h{}v1h-{}z", from + QUIET, y + QUIET, x - from, x - from);
            }
            x += 1;
        }
    }
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"handout-code\" viewBox=\"0 0 {all} {all}\" role=\"img\" aria-label=\"{title}\" shape-rendering=\"crispEdges\"><rect width=\"{all}\" height=\"{all}\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}
