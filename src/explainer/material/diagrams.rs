//! Drawings: atoms and mass of the compound, a hysteresis loop, a demagnetisation curve cold and hot.
//!
//! Drawn by hand as inline SVG; the style sheet colours it, and each has a title and a description in the reader's
//! language. They are as wide as a phone, so that their text keeps its size.

use yew::prelude::*;

use super::compound::{Element, elements, share};
use crate::format;
use crate::text::{Lang, material as words};

/// Width of a drawing.
const WIDTH: f64 = 340.0;

/// A drawing with its title, its description and a remark below.
fn drawing(id: &'static str, height: f64, [title, desc]: [String; 2], remark: Option<&str>, inside: Html) -> Html {
    let (title_id, desc_id) = (format!("{id}-title"), format!("{id}-desc"));
    html! {
        <figure class="drawing">
            <figcaption aria-hidden="true">{ title.clone() }</figcaption>
            <svg class={id} role="img" viewBox={format!("0 0 {WIDTH} {height}")} aria-labelledby={title_id.clone()} aria-describedby={desc_id.clone()} focusable="false">
                <title id={title_id}>{ title }</title>
                <desc id={desc_id}>{ desc }</desc>
                { inside }
            </svg>
            if let Some(remark) = remark { <p class="chart-note">{ remark.to_owned() }</p> }
        </figure>
    }
}

/// The formula by atoms and by mass.
pub(super) fn composition(lang: Lang) -> Html {
    let all = elements();
    let atoms: f64 = all.iter().map(|e| e.atoms).sum();
    let [nd, fe, b] = all;
    let texts = [nd, fe, b].map(|e| (format::exact(e.atoms), share(lang, e.share)));
    let [of_nd, of_fe, of_b] = &texts;
    let desc = format!(
        "{} {}",
        words::diagram_desc(lang, &format::exact(atoms), &of_nd.0, &of_fe.0, &of_b.0),
        words::diagram_mass(lang, &of_nd.1, &of_fe.1, &of_b.1)
    );
    let pitch = WIDTH / atoms;
    let mut before = (0.0, 0.0);
    let mut parts = Vec::new();
    for (i, e) in all.iter().enumerate() {
        parts.push(element(lang, e, pitch, before, i + 1 == all.len()));
        before = (before.0 + e.atoms, before.1 + e.share);
    }
    let inside = html! {
        <>
            <text class="soft" x="0" y="14">{ words::by_atoms(lang) }</text>
            <text class="soft" x="0" y="92">{ words::by_mass(lang) }</text>
            { for parts }
        </>
    };
    drawing("atoms", 152.0, [words::diagram_title(lang).to_owned(), desc], None, inside)
}

/// The atoms of an element, its part of the mass, and its labels; `before` is what the elements before it take.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a number of atoms in a formula
fn element(lang: Lang, e: &Element, pitch: f64, before: (f64, f64), last: bool) -> Html {
    let class = e.symbol.to_ascii_lowercase();
    let circle = |i: usize| {
        let x = (before.0 + i as f64 + 0.5) * pitch;
        html!(<circle class={class.clone()} cx={format!("{x:.1}")} cy="36" r={format!("{:.1}", pitch * 0.4)} />)
    };
    let (x, width) = (before.1 * WIDTH, e.share * WIDTH);
    // The last label stands at the end, where its part may be too thin to begin at.
    let (anchor, at_atom, at_mass) = if last { ("end", WIDTH, WIDTH) } else { ("start", before.0 * pitch, x) };
    html! {
        <>
            { for (0..e.atoms.max(0.0) as usize).map(circle) }
            <text translate="no" x={format!("{at_atom:.1}")} y="64" text-anchor={anchor}>{ format!("{} {}", e.symbol, format::exact(e.atoms)) }</text>
            <rect class={class.clone()} x={format!("{x:.1}")} y="100" width={format!("{width:.1}")} height="26" />
            <text translate="no" x={format!("{at_mass:.1}")} y="144" text-anchor={anchor}>{ format!("{} {}", e.symbol, share(lang, e.share)) }</text>
        </>
    }
}

/// Half of the loop; the other half is the same turned round.
const LOOP: &str = "M320 34 C240 37 160 40 112 48 C84 54 79 92 72 125 C65 162 60 204 40 212 L20 216";

/// Magnetisation while a field is swept back and forth.
pub(super) fn hysteresis(lang: Lang) -> Html {
    let inside = html! {
        <>
            <path class="axis" d="M10 125 H330 M170 18 V240" />
            <path class="line" d={LOOP} />
            <path class="line" d={LOOP} transform="rotate(180 170 125)" />
            <circle class="mark" cx="170" cy="40.5" r="4" />
            <circle class="mark" cx="72" cy="125" r="4" />
            <text translate="no" x="178" y="58">{ "B" }<tspan class="sub" dy="3">{ "r" }</tspan></text>
            <text translate="no" x="80" y="118">{ "H" }<tspan class="sub" dy="3">{ "cJ" }</tspan></text>
            <text class="soft" x="330" y="142" text-anchor="end">{ words::axis_field(lang) }</text>
            <text class="soft" x="178" y="20">{ words::axis_magnetisation(lang) }</text>
        </>
    };
    let texts = [words::loop_title(lang), words::loop_desc(lang)].map(str::to_owned);
    drawing("loop", 246.0, texts, Some(words::sketch(lang)), inside)
}

/// Magnetisation and flux over an opposing field, cold and hot.
pub(super) fn cold_and_hot(lang: Lang) -> Html {
    let inside = html! {
        <>
            <path class="axis" d="M10 190 H318 M310 20 V198" />
            <rect class="product" x="220" y="117.5" width="90" height="72.5" />
            <path class="line" d="M310 45 L96 55 C62 58 52 104 46 190" />
            <path class="line thin" d="M310 45 L130 190" />
            <path class="line hot" d="M310 74 L228 82 C202 86 193 124 188 190" />
            <path class="line thin hot" d="M310 74 L228 140 C206 158 196 174 188 190" />
            <circle class="mark" cx="310" cy="45" r="4" />
            <circle class="mark" cx="46" cy="190" r="4" />
            <text translate="no" x="302" y="34" text-anchor="end">{ "B" }<tspan class="sub" dy="3">{ "r" }</tspan></text>
            <text translate="no" x="56" y="182">{ "H" }<tspan class="sub" dy="3">{ "cJ" }</tspan></text>
            <text translate="no" x="304" y="182" text-anchor="end">{ "(BH)" }<tspan class="sub" dy="3">{ "max" }</tspan></text>
            <text x="110" y="46">{ words::cold(lang) }</text>
            <text x="192" y="104" text-anchor="end">{ words::hot(lang) }</text>
            <text class="soft" x="300" y="14" text-anchor="end">{ words::axis_flux(lang) }</text>
            <text class="soft" x="10" y="210">{ format!("← {}", words::axis_field(lang)) }</text>
        </>
    };
    let texts = [words::curves_title(lang), words::curves_desc(lang)].map(str::to_owned);
    drawing("curves", 216.0, texts, Some(words::sketch(lang)), inside)
}
