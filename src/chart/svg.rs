//! The picture of a chart as SVG inside a document. Native only: a page in a browser draws on a canvas.
//!
//! Its colours are the variables of `styles/tokens.css`, so that one picture serves both themes, and its text is set by
//! the style sheet. It comes in two widths, of which the style sheet shows the one that fits.

use plotters::prelude::SVGBackend;
use plotters::style::RGBColor;
use plotters_backend::DrawingBackend;

use super::draw::draw_sized;
use super::spec::{Body, Spec};
use super::theme::Theme;

/// Widths in CSS pixels: of a phone, and of a column on a desk.
pub const WIDTHS: [(u32, &str); 2] = [(330, "narrow"), (660, "wide")];
/// Plotters sets text smaller by this factor in SVG than on a canvas.
pub(super) const SHRUNK: f64 = 1.24;
/// Variables of the style sheet, in the order of their stand-ins.
const NAMES: [&str; 8] =
    ["--ink", "--ink-soft", "--grid", "--paper", "--accent", "--neutral", "--on-accent", "--on-neutral"];
/// Colours for the series.
const SERIES: u8 = 10;

/// The picture in both widths, hidden from those who hear the sentence instead.
#[must_use]
pub fn inline(spec: &Spec) -> String {
    inline_at(spec, spec.body.height())
}

/// The same as tall as its marks need, for a document in which no canvas takes its place.
#[must_use]
pub fn inline_at(spec: &Spec, height: u32) -> String {
    WIDTHS.map(|(width, class)| picture(spec, (width, height), class)).concat()
}

fn picture(spec: &Spec, (width, height): (u32, u32), class: &str) -> String {
    let mut text = String::new();
    let mut backend = SVGBackend::with_string(&mut text, (width, height));
    // What cannot be drawn into a text is not there; the table has the numbers.
    let _ = draw_sized(&mut backend, spec, &stand_ins(), 1.0, SHRUNK);
    let _ = backend.present();
    drop(backend);
    let open = format!(
        "<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" xmlns=\"http://www.w3.org/2000/svg\">"
    );
    let own = format!(
        "<svg class=\"picture {class} {}\" preserveAspectRatio=\"xMinYMid\" viewBox=\"0 0 {width} {height}\" aria-hidden=\"true\" focusable=\"false\">",
        spec.body.kind()
    );
    let mut text = text.replacen(&open, &own, 1);
    for (i, name) in (0..).zip(NAMES) {
        text = text.replace(&hex(stand_in(i)), &format!("var({name})"));
    }
    for i in 0..SERIES {
        text = text.replace(&hex(series(i)), &format!("var(--series-{})", i + 1));
        text = text.replace(&hex(on_series(i)), &format!("var(--on-{})", i + 1));
    }
    plain(&text)
}

/// Without what the style sheet says for all.
fn plain(text: &str) -> String {
    let out = without(&without(text, " font-family=\""), " font-size=\"");
    let out = out
        .replace(" opacity=\"1\"", "")
        .replace(" stroke-width=\"1\"", "")
        .replace(">\n", ">")
        .replace("\n</text>", "</text>");
    joined(&out)
}

/// Strokes that follow each other in one look as one path: a dashed line has hundreds of them.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What the strokes of the path under way look like, and where each goes.
    let (mut look, mut strokes): (String, Vec<[i32; 4]>) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<line ") {
        let Some((inside, after)) = after.split_once("/>") else { break };
        let (own, at) = stroke(inside);
        if !before.is_empty() || own != look {
            path(&mut out, &look, &mut strokes);
            look = own;
        }
        out.push_str(before);
        strokes.push(at);
        rest = after;
    }
    path(&mut out, &look, &mut strokes);
    out + rest
}

/// The look of a stroke, its attributes but for the places; and from where to where it goes.
fn stroke(inside: &str) -> (String, [i32; 4]) {
    let (mut look, mut at) = (String::new(), [0; 4]);
    for attribute in inside.split_inclusive("\" ") {
        let (name, value) = attribute.split_once("=\"").unwrap_or((attribute, ""));
        match ["x1", "y1", "x2", "y2"].iter().position(|n| *n == name) {
            Some(i) => at[i] = value.trim_end_matches([' ', '"']).parse().unwrap_or(0),
            None => {
                look.push(' ');
                look.push_str(attribute.trim_end());
            }
        }
    }
    (look, at)
}

/// Writes the strokes as a path, places relative to each other: they are the same again and again.
fn path(out: &mut String, look: &str, strokes: &mut Vec<[i32; 4]>) {
    let mut place = None;
    let mut steps = String::new();
    for [x1, y1, x2, y2] in strokes.drain(..) {
        match place {
            None => steps += &format!("M{x1} {y1}"),
            Some((x, y)) => steps += &format!("m{} {}", x1 - x, y1 - y),
        }
        steps += &format!("l{} {}", x2 - x1, y2 - y1);
        place = Some((x2, y2));
    }
    if place.is_some() {
        *out += &format!("<path{look} d=\"{steps}\"/>");
    }
}

/// Without the attributes that begin so.
fn without(text: &str, begin: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(begin) {
        out.push_str(before);
        rest = after.split_once('"').map_or("", |(_, rest)| rest);
    }
    out + rest
}

/// Colours that stand for variables: no two are the same.
fn stand_ins() -> Theme {
    let [ink, soft, grid, paper, accent, neutral, on_accent, on_neutral] = [0, 1, 2, 3, 4, 5, 6, 7].map(stand_in);
    Theme {
        ink,
        soft,
        grid,
        paper,
        accent,
        neutral,
        series: (0..SERIES).map(series).collect(),
        on_accent,
        on_neutral,
        on_series: (0..SERIES).map(on_series).collect(),
    }
}

const fn stand_in(i: u8) -> RGBColor {
    RGBColor(1, 0, i)
}

const fn series(i: u8) -> RGBColor {
    RGBColor(2, 0, i)
}

const fn on_series(i: u8) -> RGBColor {
    RGBColor(3, 0, i)
}

fn hex(RGBColor(r, g, b): RGBColor) -> String {
    format!("#{r:02X}{g:02X}{b:02X}")
}

impl Body {
    /// Height of the picture in CSS pixels; `styles/results.css` gives the canvas the same.
    #[must_use]
    pub fn height(&self) -> u32 {
        match self {
            Self::Build { .. } => 184,
            Self::Curve(_) => 272,
            Self::Stack(_) => 336,
            Self::Bars { .. } | Self::Tornado(_) => 384,
            // These are in `styles/explainer/prices.css`: no canvas draws them yet.
            Self::Lines(l) => {
                if l.lines.len() > 1 {
                    336
                } else {
                    224
                }
            }
            Self::Empty(_) => 96,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::figures;
    use crate::text::Lang;
    use lodestone_model::inputs::Inputs;
    use lodestone_model::report::{Report, View};

    #[test]
    fn a_picture_names_the_colours_of_the_style_sheet_and_no_others() {
        let report = Report::new(&Inputs::default(), View::default());
        for spec in [figures::build("b", &report.motor, Lang::Ko), figures::stack(&report, Lang::En)] {
            let text = inline(&spec);
            assert!(!text.contains('#') && text.contains("var(--ink)"), "{text}");
            assert!(!text.contains("font-family") && !text.contains("font-size"), "{text}");
            assert_eq!(text.matches("<svg ").count(), WIDTHS.len());
        }
    }

    #[test]
    fn strokes_that_follow_each_other_are_one_path_that_goes_where_they_went() {
        let text = "<a/><line stroke=\"x\" x1=\"1\" y1=\"2\" x2=\"3\" y2=\"2\"/><line stroke=\"x\" x1=\"5\" y1=\"4\" x2=\"7\" y2=\"-4\"/><line stroke=\"y\" x1=\"0\" y1=\"0\" x2=\"9\" y2=\"0\"/><b/>";
        let wanted = "<a/><path stroke=\"x\" d=\"M1 2l2 0m2 2l2 -8\"/><path stroke=\"y\" d=\"M0 0l9 0\"/><b/>";
        assert_eq!(joined(text), wanted);
    }

    #[test]
    fn a_picture_is_as_tall_as_the_canvas() {
        let css = include_str!("../../styles/results.css");
        let height = |class: &str| {
            let rule = css.split_once(&format!("canvas{class} {{")).unwrap().1.split_once('}').unwrap().0;
            let rem = rule.split_once("height: ").unwrap().1.split_once("rem").unwrap().0;
            rem.parse::<f64>().unwrap() * 16.0
        };
        let report = Report::new(&Inputs::default(), View::default());
        for (class, body) in [
            (".build", figures::build("b", &report.motor, Lang::En).body),
            ("", figures::curve("c", &report.motor.curve, Lang::En).body),
            (".stack", figures::stack(&report, Lang::En).body),
            (".bars", figures::bars(&report.year, Lang::En).body),
            (".empty", Body::Empty(String::new())),
        ] {
            assert_eq!(height(class), f64::from(body.height()), "{class}");
        }
    }
}
