//! Grades: what their numbers and letters stand for, by the lists of makers.

use lodestone_model::data::CompositionRow;
use lodestone_model::grades::{MagnetGrade, families, grades};
use yew::prelude::*;

use super::charts;
use crate::explainer::amount::{number, of_process, percent, process};
use crate::explainer::linked::{linked, source};
use crate::format;
use crate::text::{Lang, material as words};

/// What strength and heat resistance cost: a step of energy product, a class of coercivity, the hottest families.
pub(super) const PRICED: [&str; 3] = [
    "magnet-cost-price-step-per-energy-product-grade",
    "magnet-cost-price-step-per-coercivity-class",
    "magnet-cost-uh-or-eh-grade-price-relative-to-n-grade",
];

/// The letters of a grade; `N` for one without.
pub(super) fn family(name: &'static str) -> &'static str {
    let letters = name.trim_start_matches('N').trim_start_matches(|c: char| c.is_ascii_digit());
    if letters.is_empty() { "N" } else { letters }
}

/// The listed grades of a family.
pub(super) fn of_family(letters: &str) -> Vec<MagnetGrade> {
    grades().into_iter().filter(|g| family(g.name) == letters).collect()
}

/// Whether a row of the compositions is a figure of this page.
pub(super) fn shows(row: &CompositionRow) -> bool {
    row.item.starts_with("grade ") || row.id == charts::NARROW_CURIE
}

/// Sources of grades, each once, as links.
pub(super) fn named(lang: Lang, all: &[MagnetGrade]) -> String {
    let mut ids: Vec<&str> = Vec::new();
    for g in all.iter().filter(|g| !g.source.is_empty()) {
        if !ids.contains(&g.source) {
            ids.push(g.source);
        }
    }
    ids.into_iter().map(|id| source(lang, id)).collect::<Vec<_>>().join("; ")
}

/// What the page says of grades.
pub(super) fn body(lang: Lang) -> Html {
    let example = of_family("SH").first().map_or("", |g| g.name);
    let [step, class, hottest] = PRICED;
    let by = |id: &str| process(id).map_or_else(String::new, |r| source(lang, r.source_id));
    let price = words::grades_price(
        lang,
        &percent(lang, of_process(step)),
        &percent(lang, of_process(class)),
        &by(step),
        &number(lang, of_process(hottest)),
        &by(hottest),
    );
    html! {
        <>
            <h3 id="grades">{ words::grades_title(lang) }</h3>
            <p>{ linked(&words::grades_text(lang, example)) }</p>
            { charts::energy(lang) }
            { charts::coercivity(lang) }
            { table(lang) }
            <p>{ linked(&price) }</p>
        </>
    }
}

fn table(lang: Lang) -> Html {
    let span = |ends: Vec<(f64, f64)>| {
        let low = ends.iter().map(|e| e.0).reduce(f64::min);
        let high = ends.iter().map(|e| e.1).reduce(f64::max);
        if low.is_some() { number(lang, [low, None, high]) } else { "–".to_owned() }
    };
    let row = |(letters, hottest): (&'static str, f64)| {
        let all = of_family(letters);
        let names: Vec<&str> = all.iter().map(|g| g.name).collect();
        let least: Vec<f64> = all.iter().filter_map(|g| g.coercivity).collect();
        let least = least.into_iter().reduce(f64::min).map_or_else(|| "–".to_owned(), format::exact);
        let listed = if names.is_empty() { "–".to_owned() } else { names.join(" ") };
        html! {
            <tr>
                <th scope="row" translate="no">{ letters }</th>
                <td data-label={words::hottest(lang)}>{ format!("{} °C", format::exact(hottest)) }</td>
                <td data-label={words::least_coercivity(lang)}>{ least }</td>
                <td data-label={words::remanence_range(lang)}>{ span(all.iter().filter_map(|g| g.remanence).collect()) }</td>
                <td data-label={words::energy_range(lang)}>{ span(all.iter().filter_map(|g| g.energy_product).collect()) }</td>
                <td data-label={words::listed(lang)} class="names" translate="no">{ listed }</td>
            </tr>
        }
    };
    html! {
        <>
            <div class="scroll" role="group" tabindex="0" aria-label={words::families(lang)}>
                <table class="figures">
                    <caption>{ words::families(lang) }</caption>
                    <thead><tr>
                        <th scope="col">{ words::family(lang) }</th>
                        <th scope="col">{ words::hottest(lang) }</th>
                        <th scope="col">{ words::least_coercivity(lang) }</th>
                        <th scope="col">{ words::remanence_range(lang) }</th>
                        <th scope="col">{ words::energy_range(lang) }</th>
                        <th scope="col">{ words::listed(lang) }</th>
                    </tr></thead>
                    <tbody>{ for families().into_iter().map(row) }</tbody>
                </table>
            </div>
            <p class="hint">{ linked(&words::families_note(lang, &named(lang, &grades()))) }</p>
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_listed_grade_belongs_to_a_family() {
        let families: Vec<&str> = families().into_iter().map(|f| f.0).collect();
        for g in grades() {
            assert!(families.contains(&family(g.name)), "{}", g.name);
        }
        assert_eq!(["N42", "45H", "N30UH"].map(family), ["N", "H", "UH"]);
    }
}
