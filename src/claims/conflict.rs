//! What does not fit between sources, and what could explain it: the words for each row of `conflicts.csv`.

use crate::text::{Lang, conflicts as words};

/// Title and explanation of a conflict; `None` for an id that the data do not have.
#[must_use]
pub fn conflict(lang: Lang, id: &str) -> Option<(&'static str, &'static str)> {
    Some(match id {
        "1-1" => (words::title_1_1(lang), words::text_1_1(lang)),
        "1-2" => (words::title_1_2(lang), words::text_1_2(lang)),
        "1-3" => (words::title_1_3(lang), words::text_1_3(lang)),
        "1-4" => (words::title_1_4(lang), words::text_1_4(lang)),
        "1-5" => (words::title_1_5(lang), words::text_1_5(lang)),
        "1-6" => (words::title_1_6(lang), words::text_1_6(lang)),
        "1-7" => (words::title_1_7(lang), words::text_1_7(lang)),
        "2-1" => (words::title_2_1(lang), words::text_2_1(lang)),
        "2-2" => (words::title_2_2(lang), words::text_2_2(lang)),
        "2-3" => (words::title_2_3(lang), words::text_2_3(lang)),
        "3-1" => (words::title_3_1(lang), words::text_3_1(lang)),
        "3-2" => (words::title_3_2(lang), words::text_3_2(lang)),
        "3-3" => (words::title_3_3(lang), words::text_3_3(lang)),
        "3-4" => (words::title_3_4(lang), words::text_3_4(lang)),
        "3-5" => (words::title_3_5(lang), words::text_3_5(lang)),
        "3-6" => (words::title_3_6(lang), words::text_3_6(lang)),
        "3-7" => (words::title_3_7(lang), words::text_3_7(lang)),
        "4-1" => (words::title_4_1(lang), words::text_4_1(lang)),
        "4-2" => (words::title_4_2(lang), words::text_4_2(lang)),
        "4-3" => (words::title_4_3(lang), words::text_4_3(lang)),
        "4-4" => (words::title_4_4(lang), words::text_4_4(lang)),
        "4-5" => (words::title_4_5(lang), words::text_4_5(lang)),
        "4-6" => (words::title_4_6(lang), words::text_4_6(lang)),
        "4-7" => (words::title_4_7(lang), words::text_4_7(lang)),
        "4-8" => (words::title_4_8(lang), words::text_4_8(lang)),
        "4-9" => (words::title_4_9(lang), words::text_4_9(lang)),
        "4-10" => (words::title_4_10(lang), words::text_4_10(lang)),
        "4-11" => (words::title_4_11(lang), words::text_4_11(lang)),
        "5-1" => (words::title_5_1(lang), words::text_5_1(lang)),
        "5-2" => (words::title_5_2(lang), words::text_5_2(lang)),
        "5-3" => (words::title_5_3(lang), words::text_5_3(lang)),
        "6-1" => (words::title_6_1(lang), words::text_6_1(lang)),
        "6-2" => (words::title_6_2(lang), words::text_6_2(lang)),
        "6-3" => (words::title_6_3(lang), words::text_6_3(lang)),
        "7-1" => (words::title_7_1(lang), words::text_7_1(lang)),
        "7-2" => (words::title_7_2(lang), words::text_7_2(lang)),
        "7-3" => (words::title_7_3(lang), words::text_7_3(lang)),
        "7-4" => (words::title_7_4(lang), words::text_7_4(lang)),
        "8-1" => (words::title_8_1(lang), words::text_8_1(lang)),
        "8-2" => (words::title_8_2(lang), words::text_8_2(lang)),
        "8-3" => (words::title_8_3(lang), words::text_8_3(lang)),
        "8-4" => (words::title_8_4(lang), words::text_8_4(lang)),
        "8-5" => (words::title_8_5(lang), words::text_8_5(lang)),
        "9-1" => (words::title_9_1(lang), words::text_9_1(lang)),
        "9-2" => (words::title_9_2(lang), words::text_9_2(lang)),
        "9-3" => (words::title_9_3(lang), words::text_9_3(lang)),
        "9-4" => (words::title_9_4(lang), words::text_9_4(lang)),
        "9-5" => (words::title_9_5(lang), words::text_9_5(lang)),
        "9-6" => (words::title_9_6(lang), words::text_9_6(lang)),
        "9-7" => (words::title_9_7(lang), words::text_9_7(lang)),
        "10-1" => (words::title_10_1(lang), words::text_10_1(lang)),
        "10-2" => (words::title_10_2(lang), words::text_10_2(lang)),
        "10-3" => (words::title_10_3(lang), words::text_10_3(lang)),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use lodestone_model::data::CONFLICTS;

    #[test]
    fn every_conflict_of_the_data_is_explained_in_every_language() {
        for lang in Lang::ALL {
            for row in &CONFLICTS {
                assert!(
                    conflict(lang, row.id).is_some_and(|(title, text)| !title.is_empty() && !text.is_empty()),
                    "{}",
                    row.id
                );
            }
        }
    }
}
