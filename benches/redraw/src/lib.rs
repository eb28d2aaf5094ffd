//! The redraw task: lines with a band in a chart of 800 × 400 CSS pixels, shown anew for every number that it is given.
//!
//! `page/` calls it, `cargo xtask bench redraw` measures it beside other libraries that do the same. The chart is drawn by
//! the code that draws the charts of the site.

use std::cell::RefCell;

use lodestone::chart::canvas::{Size, paint};
use lodestone::chart::spec::{Axis, Body, Line, Lines, Point, Scale, Spec};
use lodestone::chart::theme::Theme;
use lodestone_model::report::Range;
use wasm_bindgen::prelude::*;
use web_sys::HtmlCanvasElement;

/// Width and height in CSS pixels.
const SIZE: (f64, f64) = (800.0, 400.0);
/// Half of the height of the band.
const BAND: f64 = 0.3;

thread_local! {
    static READY: RefCell<Option<(Spec, Theme)>> = const { RefCell::new(None) };
}

/// Makes the data of update `i`, which is not timed: `series` lines of `points` points, the first with a band.
#[wasm_bindgen]
pub fn prepare(i: u32, series: u32, points: u32) {
    let spec = spec(i, series, points);
    READY.with_borrow_mut(|ready| match ready {
        Some((old, _)) => *old = spec,
        None => *ready = Some((spec, Theme::of_sheet(false))),
    });
}

/// Shows what was prepared.
#[wasm_bindgen]
pub fn update(canvas: &HtmlCanvasElement, ratio: f64) {
    READY.with_borrow(|ready| {
        if let Some((spec, theme)) = ready {
            paint(canvas, spec, theme, Size { width: SIZE.0, height: SIZE.1, ratio });
        }
    });
}

/// The chart of update `i`.
#[must_use]
pub fn spec(i: u32, series: u32, points: u32) -> Spec {
    let line = |s: u32| {
        let (shift, scale) = (f64::from(s), 1.0 + 0.1 * f64::from(s));
        let point = |j: u32| {
            let x = 10.0 * f64::from(j) / f64::from(points.max(2) - 1);
            let i = f64::from(i);
            let y = scale * libm::sin(x + 0.05 * i + shift) + 0.1 * libm::sin(37.0 * x + 0.7 * i + 2.0 * shift);
            let value = if s == 0 { Range::new(y - BAND, y, y + BAND) } else { Range::exactly(y) };
            Point { at: x, label: String::new(), value: Some(value), remark: None }
        };
        // The task has whole lines.
        Line { look: 0, ..Line::new(String::new(), s as usize, true, (0..points).map(point).collect()) }
    };
    let ticks = |values: &[f64]| values.iter().map(|v| (*v, v.to_string())).collect();
    Spec {
        id: "redraw",
        title: String::new(),
        unit: String::new(),
        sentence: String::new(),
        rows_are: String::new(),
        waits: false,
        body: Body::Lines(Lines {
            x: Axis { from: 0.0, to: 10.0, ticks: ticks(&[0.0, 2.0, 4.0, 6.0, 8.0, 10.0]) },
            y: Axis { from: -2.5, to: 2.5, ticks: ticks(&[-2.0, -1.0, 0.0, 1.0, 2.0]) },
            scale: Scale::Even,
            lines: (0..series).map(line).collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_are_those_of_the_task() {
        let Body::Lines(lines) = spec(3, 2, 5).body else { panic!("lines") };
        let point = &lines.lines[1].points[2];
        let wanted = 1.1 * libm::sin(5.0 + 0.15 + 1.0) + 0.1 * libm::sin(185.0 + 2.1 + 2.0);
        assert!((point.at - 5.0).abs() < 1e-12 && (point.value.unwrap().central - wanted).abs() < 1e-12);
        let band = lines.lines[0].points[0].value.unwrap();
        assert!((band.high - band.low - 0.6).abs() < 1e-12);
    }
}
