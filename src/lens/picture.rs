//! Where the picture of a chart stands on the page, and how large it is: a canvas, or the one of two drawings that fits.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlCanvasElement};

use crate::chart::layout::Measure;

/// The place of a picture in its plot.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Picture {
    /// The size in which its marks have their places.
    pub measure: Measure,
    /// Pixels of the page to one of these.
    scale: f64,
    /// Where its corner stands in the plot.
    corner: (f64, f64),
}

impl Picture {
    /// The picture that is shown in `plot`; `None` where none is.
    pub fn of(plot: &Element) -> Option<Self> {
        let outer = plot.get_bounding_client_rect();
        if let Ok(Some(canvas)) = plot.query_selector("canvas") {
            let r = canvas.dyn_into::<HtmlCanvasElement>().ok()?.get_bounding_client_rect();
            let measure = Measure::new(whole(r.width()), whole(r.height()), 1.0);
            return Some(Self { measure, scale: 1.0, corner: (r.left() - outer.left(), r.top() - outer.top()) });
        }
        let drawings = plot.query_selector_all("svg").ok()?;
        let drawing = (0..drawings.length())
            .filter_map(|i| drawings.get(i)?.dyn_into::<Element>().ok())
            .find(|d| d.get_bounding_client_rect().width() > 0.0)?;
        let view = drawing.get_attribute("viewBox")?;
        let mut sides = view.split(' ').skip(2).filter_map(|side| side.parse::<f64>().ok());
        let (width, height) = (sides.next()?, sides.next()?);
        let r = drawing.get_bounding_client_rect();
        let scale = (r.width() / width).min(r.height() / height);
        // It keeps to the left, and to the middle of its height.
        let top = r.top() - outer.top() + (r.height() - height * scale) / 2.0;
        Some(Self {
            measure: Measure::new(whole(width), whole(height), 1.0),
            scale,
            corner: (r.left() - outer.left(), top),
        })
    }

    /// The place in the plot of a place in the picture.
    pub fn out(&self, (x, y): (i32, i32)) -> (f64, f64) {
        (self.corner.0 + f64::from(x) * self.scale, self.corner.1 + f64::from(y) * self.scale)
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // pixels of a screen
fn whole(side: f64) -> u32 {
    side.round() as u32
}
