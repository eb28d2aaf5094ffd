//! A range plot as rows of HTML: label, bar, numbers. Read aloud it is a list of figures; the bars add nothing to it.

use yew::prelude::*;

/// Above this ratio between the largest and the smallest figure the scale goes by factors.
const WIDE: f64 = 30.0;
/// Room at both ends, as a part of the whole.
const MARGIN: f64 = 0.04;

/// One row: what it is, low, central, high, and the text beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What it is.
    pub label: Html,
    /// Low, central, high; a point where they are equal.
    pub numbers: [f64; 3],
    /// The numbers as text.
    pub text: String,
    /// How it is drawn: `claim`, `ours`, `source`.
    pub kind: &'static str,
}

/// Whether figures from `least` to `most` are drawn by factors.
#[must_use]
pub fn by_factors(rows: &[Row]) -> bool {
    let all = || rows.iter().flat_map(|r| r.numbers);
    let (least, most) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    least > 0.0 && most / least > WIDE
}

/// The plot; nothing where a figure is no number.
pub fn plot(rows: &[Row], caption: String, note: Option<String>) -> Html {
    if rows.iter().any(|r| r.numbers.iter().any(|n| !n.is_finite())) {
        return Html::default();
    }
    let factors = by_factors(rows);
    let at = |x: f64| if factors { libm::log(x) } else { x };
    let all = || rows.iter().flat_map(|r| r.numbers).map(at);
    let (mut from, mut to) = all().fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), x| (a.min(x), b.max(x)));
    if !factors && from >= 0.0 {
        from = 0.0;
    } else if !factors && to <= 0.0 {
        to = 0.0;
    }
    let span = if to > from { to - from } else { 1.0 };
    let place = |x: f64| 100.0 * (MARGIN + (1.0 - 2.0 * MARGIN) * (at(x) - from) / span);
    let row = |r: &Row| {
        let [low, central, high] = r.numbers.map(place);
        let (x, width) = (format!("{low:.1}"), format!("{:.1}", (high - low).max(0.8)));
        let mark = format!("{:.1}", central - 0.6);
        html! {
            <li class={r.kind}>
                <span class="plot-label">{ r.label.clone() }</span>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="track" x="0" y="4.6" width="100" height="0.8" />
                    <rect class="bar" {x} y="2" {width} height="6" />
                    <rect class="mark" x={mark} y="0" width="1.2" height="10" />
                </svg>
                <span class="plot-text">{ r.text.clone() }</span>
            </li>
        }
    };
    html! {
        <figure class="ranges">
            <figcaption>{ caption }</figcaption>
            <ul>{ for rows.iter().map(row) }</ul>
            if let Some(note) = note.filter(|_| factors) { <p class="hint">{ note }</p> }
        </figure>
    }
}
