//! The Monte Carlo kernel in wasm, in the workers of a page of its own, against the same kernel natively.

use lodestone_montecarlo::draw;
use serde_json::{Value, json};

use crate::page::Page;

/// `window.mc` with these arguments: the bits of its answer, or its sentence of refusal.
async fn drawn(page: &Page, draws: u32, seed: u32, workers: u32) -> Value {
    page.run_until_done(&format!(
        "window.mc({draws}, {seed}, {workers}).then(
           (answer) => done([...new BigUint64Array(Float64Array.from(answer).buffer)].map(String)),
           (e) => done(e.message))"
    ))
    .await
}

#[tokio::test]
async fn a_run_has_the_same_bits_natively_and_in_wasm_with_any_number_of_workers() {
    let page = Page::blank().await;
    page.go_to_draws().await;
    for (draws, seed) in [(2, 0), (1000, 1), (8192, 2), (100_000, 20_261_121), (1_000_000, 3), (1_234_567, u32::MAX)] {
        let native = draw(draws as usize, seed.into()).unwrap();
        let bits: Vec<String> = native.iter().map(|x| x.to_bits().to_string()).collect();
        for workers in [1, 2, 3, 7] {
            assert_eq!(drawn(&page, draws, seed, workers).await, json!(bits), "{draws} {seed} {workers}");
        }
    }
    page.close().await;
}

#[tokio::test]
async fn a_run_that_cannot_be_made_is_refused_in_a_sentence_and_the_next_one_is_made() {
    let page = Page::blank().await;
    page.go_to_draws().await;
    for workers in [1, 2] {
        let said = drawn(&page, 1, 7, workers).await;
        assert_eq!(said, json!("draws: 1 is not possible; it must be from 2 to 16777216"));
        assert_eq!(drawn(&page, 2, 7, workers).await.as_array().map(Vec::len), Some(4));
    }
    page.close().await;
}
