//! States at random, as readers could reach them: a link of each leads back to it, and its result comes out again.

use lodestone::link::proof::{Carried, Origin, Verdict, carrying, check, main_answer, query};
use lodestone::link::{pairs, read};
use lodestone::route::Route;
use lodestone::state::State;
use lodestone_model::release::Release;
use proptest::prelude::*;

use crate::states::states;

/// How many cases, as row E1 asks for.
const CASES: u32 = 10_000;

proptest! {
    #![proptest_config(ProptestConfig { cases: CASES, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_link_leads_back_to_its_state_and_proves_its_result(state in states(), route in 0..Route::ALL.len()) {
        let output = main_answer(Route::ALL[route]);
        let result = Carried::of(Release::present(), output, &state.inputs, state.view.year);
        let link = query(&carrying(&pairs(&state), result.as_ref()));
        let said = crate::pairs(&link);
        let found = check(&said);
        // Which of two scenarios with the same shocks it was is no input.
        let again = State { scenario: state.scenario, ..found.asked.state.clone() };
        prop_assert_eq!(&again, &state, "{}", link);
        prop_assert!(found.asked.refused.is_empty(), "{}: {:?}", link, found.asked.refused);
        prop_assert_eq!(&read(&said), &found.asked);
        prop_assert_eq!(&found.origin, &Origin::Present);
        prop_assert_eq!(found.restored(&said), None);
        match result {
            Some(result) => prop_assert_eq!(found.verdict, Verdict::Verified(result)),
            None => prop_assert_eq!(found.verdict, Verdict::None),
        }
        // Programs that find addresses in a text take all of it.
        prop_assert!(link.bytes().all(|b| b.is_ascii_graphic() && !b"<>\"'`;()[]{}|\\^".contains(&b)), "{}", link);
    }
}
