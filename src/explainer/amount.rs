//! The figures of rows as text: one number, or the two ends of a range. Rounding is none of its business: a row's figure
//! is shown as its source has it.

use lodestone_model::data::{CLAIMS, COMPOSITION, PROCESS, ProcessRow};

use crate::format;
use crate::text::{Lang, quantities};

/// Low, central and high of a row, as far as it has them.
pub type Ends = [Option<f64>; 3];

/// `6–73`, or one number; nothing for a row without figures.
#[must_use]
pub fn number(lang: Lang, [low, central, high]: Ends) -> String {
    match (low, central, high) {
        (Some(low), _, Some(high)) if low < high => {
            quantities::between(lang, &format::exact(low), &format::exact(high))
        }
        (low, central, high) => central.or(low).or(high).map_or_else(String::new, format::exact),
    }
}

/// The same in percent.
#[must_use]
pub fn percent(lang: Lang, ends: Ends) -> String {
    quantities::percent(lang, &number(lang, ends))
}

/// The row of the table of the process with this key.
#[must_use]
pub fn process(id: &str) -> Option<&'static ProcessRow> {
    PROCESS.iter().find(|r| r.id == id)
}

/// The figures of a row of the table of the process.
#[must_use]
pub fn of_process(id: &str) -> Ends {
    process(id).map_or([None; 3], |r| [r.low, r.central, r.high])
}

/// The figures of a claim.
#[must_use]
pub fn of_claim(id: &str) -> Ends {
    CLAIMS.iter().find(|r| r.id == id).map_or([None; 3], |r| [r.low, r.central, r.high])
}

/// The figures and the source of a row of the table of compositions.
#[must_use]
pub fn of_composition(id: &str) -> (Ends, &'static str) {
    COMPOSITION.iter().find(|r| r.id == id).map_or(([None; 3], ""), |r| ([r.low, r.central, r.high], r.source_id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_shows_its_ends_or_its_one_number() {
        let en = |ends| number(Lang::En, ends);
        assert_eq!(en([Some(6.0), None, Some(73.0)]), "6–73");
        assert_eq!(en([None, Some(97.0), None]), "97");
        assert_eq!(en([None, None, Some(1.0)]), "1");
        assert_eq!(en([Some(1114.0), Some(1114.0), Some(1114.0)]), "1,114");
        assert_eq!(en([None; 3]), "");
        assert_eq!(percent(Lang::Zh, [Some(10.0), None, Some(15.0)]), "10～15%");
    }
}
