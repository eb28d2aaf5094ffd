//! What the page says is what the model holds.

use lodestone_model::data::{CLAIMS, Episode};
use lodestone_model::inputs::Inputs;
use yew::LocalServerRenderer;

use super::*;
use crate::site::tables::Tables;

#[tokio::test]
async fn every_price_response_every_episode_and_every_verdict_is_on_the_page_with_the_models_figures() {
    for lang in Lang::ALL {
        let props = Props { route: Route::Method, lang, tables: Tables::default() };
        let html = LocalServerRenderer::<Method>::with_props(props).hydratable(false).render().await;
        for e in Elasticity::ALL {
            let row = html.split_once(&format!("data-row=\"{}\"", e.key())).unwrap().1.split_once("</tr>").unwrap().0;
            assert!(row.contains(&format!(">{}</td>", format::figure(e.kappa()))), "{}", e.key());
        }
        for t in lodestone_model::history::all(&Inputs::default()) {
            // A price response may have the key of an episode; its table comes first.
            let row = html.rsplit_once(&format!("data-row=\"{}\"", t.episode.key())).unwrap().1;
            let row = row.split_once("</tr>").unwrap().0;
            assert!(row.contains(&format::signed_percent(lang, t.error)), "{}", t.episode.key());
        }
        assert_eq!(html.matches("<tr data-row=").count(), Elasticity::ALL.len() + Episode::ALL.len());
        let counts: usize = figures::verdicts().iter().map(|(_, count)| count).sum();
        assert_eq!(counts, CLAIMS.len());
        for (_, count) in figures::verdicts() {
            assert!(html.contains(&format!(">{count}</td>")), "{count}");
        }
        for (id, title, _) in PARTS {
            assert!(html.contains(&format!("<section id=\"{id}\"")) && html.contains(title(lang)), "{id}");
        }
        // Every symbol leads to an input that the page of inputs has.
        for key in html.split("../inputs/#").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert!(Param::ALL.iter().any(|p| p.key() == key), "{key}");
        }
        assert!(!html.contains(" style=") && !html.contains("NaN"));
    }
}

#[test]
fn what_is_said_of_the_price_response_holds() {
    // The text says that the page starts with the drought, and that no κ fits every episode.
    assert_eq!(Inputs::default().elasticity(), Some(Elasticity::Drought2021));
    let implied: Vec<f64> = figures::history().iter().filter_map(|t| t.implied).collect();
    assert!(implied.iter().any(|k| *k > 2.0 * implied[0]) && implied.len() >= 3, "{implied:?}");
}
