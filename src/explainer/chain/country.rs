//! Words for the countries in which companies have their seat.

use crate::text::{Lang, countries as words};

/// A country by its two letters (ISO 3166); letters that have no word stay as they are.
pub fn name(lang: Lang, letters: &str) -> String {
    let word = match letters {
        "AU" => words::australia,
        "BE" => words::belgium,
        "CA" => words::canada,
        "CH" => words::switzerland,
        "CN" => words::china,
        "DE" => words::germany,
        "DK" => words::denmark,
        "ES" => words::spain,
        "FR" => words::france,
        "GB" => words::united_kingdom,
        "JP" => words::japan,
        "KR" => words::south_korea,
        "SE" => words::sweden,
        "SG" => words::singapore,
        "US" => words::united_states,
        "VG" => words::british_virgin_islands,
        other => return other.to_owned(),
    };
    word(lang).to_owned()
}

/// The language of a company's own name, where its country writes it in another script.
pub fn script(letters: &str) -> Option<&'static str> {
    match letters {
        "CN" | "SG" => Some("zh-Hans"),
        "JP" => Some("ja"),
        "KR" => Some("ko"),
        _ => None,
    }
}
