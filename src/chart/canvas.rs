//! The canvas in the browser: sized in device pixels, drawn on the main thread.

use plotters_canvas::CanvasBackend;
use web_sys::HtmlCanvasElement;

use super::draw::draw;
use super::spec::Spec;
use super::theme::Theme;

/// Size of a canvas on the page, in CSS pixels, and the device pixel ratio.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
}

/// Draws `spec` over the whole of `canvas`. A canvas without room or context stays as it is.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // pixels of a screen
pub fn paint(canvas: &HtmlCanvasElement, spec: &Spec, theme: &Theme, size: Size) {
    let (width, height) = ((size.width * size.ratio).round() as u32, (size.height * size.ratio).round() as u32);
    if width == 0 || height == 0 {
        return;
    }
    // Setting a size clears the canvas and gives its memory up, so only where it changed.
    if canvas.width() != width {
        canvas.set_width(width);
    }
    if canvas.height() != height {
        canvas.set_height(height);
    }
    if let Some(mut backend) = CanvasBackend::with_canvas_object(canvas.clone()) {
        // What a canvas can refuse (a context lost) mends itself at the next draw; the table has the numbers.
        let _ = draw(&mut backend, spec, theme, size.ratio);
    }
}
