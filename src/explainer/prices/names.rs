//! The words for the cells of `prices.csv` and `shocks.csv`: substance, kind of figure, market and tax.

use yew::prelude::*;

use super::Word;
use crate::text::{Lang, prices as words};

/// A substance, by material and form; `None` for one that has no word.
pub(super) fn substance(material: &str, form: &str) -> Option<Word> {
    Some(match (material, form) {
        ("Nd", "oxide" | "oxide (inferred)") => words::nd_oxide,
        ("Pr", "oxide") => words::pr_oxide,
        ("NdPr", "oxide") => words::ndpr_oxide,
        ("Dy", "oxide") => words::dy_oxide,
        ("Tb", "oxide") => words::tb_oxide,
        ("Nd", "metal") => words::nd_metal,
        ("NdPr", "metal") => words::ndpr_metal,
        ("Dy", "metal") => words::dy_metal,
        ("Tb", "metal") => words::tb_metal,
        ("Nd", "metal or oxide not stated" | "export price, form not stated" | "") => words::nd_unstated,
        ("Dy", "metal or oxide not stated" | "export price, form not stated" | "") => words::dy_unstated,
        ("NdFeB magnet", "sintered N35") => words::magnet,
        _ => return None,
    })
}

/// A kind of figure; `None` for one that has no word.
pub(super) fn period(text: &str) -> Option<Word> {
    Some(match text {
        "spot" => words::period_spot,
        "spot high" => words::period_spot_high,
        "monthly average" => words::period_month,
        "monthly listing" => words::period_listing,
        "quarterly average" => words::period_quarter,
        "annual average" => words::period_year,
        "assessment" => words::period_assessment,
        "policy floor" => words::period_floor,
        "broker forecast" => words::period_forecast,
        "reference" => words::period_reference,
        _ => return None,
    })
}

/// A market with its tax; `None` for one that has no word.
pub(super) fn basis(text: &str) -> Option<Word> {
    Some(match text {
        "China export" => words::basis_export,
        "international market outside China" | "international" => words::basis_international,
        "domestic China" | "domestic China daily" => words::basis_china,
        "domestic China incl. VAT" => words::basis_china_tax,
        "China Northern listing, incl. VAT" => words::basis_northern,
        "Europe (Argus)" | "Europe (Argus), range midpoints" | "Europe" => words::basis_europe,
        "FOB China" | "FOB China monthly average" | "KOMIS monthly averages" => words::basis_fob,
        "FOB China (Argus)" => words::basis_fob_argus,
        "outside China (Argus)" => words::basis_outside,
        "China domestic price as reported by Lynas" => words::basis_lynas,
        "market price as reported by Lynas (usually excl. VAT; not stated in excerpt)" => words::basis_lynas_untaxed,
        "Morgan Stanley long-term price, old and new, ex VAT" => words::basis_bank,
        "US DoD price floor for MP Materials" => words::basis_floor,
        "manufacturer reference price" => words::basis_maker,
        "USGS annual average" => words::basis_usgs,
        "international; before value implied by more than triple" => words::basis_implied,
        "China export; before value implied by about 1/7" => words::basis_export_implied,
        _ => return None,
    })
}

/// A cell in the reader's language, or as it stands, marked as English, where it has no word.
pub(super) fn cell(word: Option<Word>, raw: &str, lang: Lang) -> Html {
    match word {
        Some(word) => html!({ word(lang) }),
        None => html!(<span lang="en">{ raw.to_owned() }</span>),
    }
}
