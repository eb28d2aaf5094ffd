//! The same link gives the same bits: in the page, in the worker that draws for it, and natively.

use lodestone::link::proof::{Carried, main_answer};
use lodestone::link::read;
use lodestone::route::Route;
use lodestone::worker::request::{Request, What, bands};
use lodestone_model::inputs::Inputs;
use lodestone_model::outputs::Output;
use lodestone_model::release::Release;
use lodestone_model::report::View;
use lodestone_model::uncertainty::{Analysis, Plan, Section, Shapes, Simulation};
use serde_json::{Value, json};

use super::faces::{encoded, pairs, result};
use crate::offline::shared;
use crate::page::Page;

/// What readers pass on: nothing set, a scenario, shocks, ranges of every shape with seed and draws.
const LINKS: [&str; 4] = [
    "",
    "scenario=drought-baotou&draws=1024",
    "fx-krw=1500&shocks=price:nd-metal:50;rate:krw:value:0.1&draws=1024",
    "ev-magnet-kg=2..2.5..4&price-nd-oxide=p5 60..140&wind-mw=normal 3 0.7&kappa=lognormal 1.4 0.4&year=2030&seed=20261121&draws=2048",
];

/// Asks a worker of the page's own program one thing after another, as the page does, and gives the bits of what comes back.
async fn asked(page: &Page, requests: &[Request]) -> Vec<Vec<f64>> {
    let texts: Vec<_> = requests.iter().map(Request::write).collect();
    let script = format!(
        r#"
        const glue = document.querySelector('link[rel=modulepreload]').href;
        const module = performance.getEntriesByType('resource').map((r) => r.name).find((n) => n.endsWith('.wasm'));
        const program = `import init from ${{JSON.stringify(glue)}}; init({{ module_or_path: ${{JSON.stringify(module)}} }})`;
        const worker = new Worker(URL.createObjectURL(new Blob([program], {{ type: 'text/javascript' }})), {{ type: 'module' }});
        const texts = {}, found = [];
        worker.onmessage = (e) => {{
          // (Firefox has scripts of a driver see types of their own: numbers are known by their size.)
          if (e.data[2]?.BYTES_PER_ELEMENT === 8) {{
            const bits = new BigUint64Array(e.data[2].buffer, e.data[2].byteOffset, e.data[2].length);
            found.push([...bits].map(String));
          }} else if (e.data !== true) return;
          if (found.length < texts.length) return worker.postMessage(texts[found.length]);
          worker.terminate();
          done(found);
        }};
        worker.onerror = (e) => done(String(e.message));
        "#,
        json!(texts)
    );
    let found: Vec<Vec<String>> = serde_json::from_value(page.run_until_done(&script).await).unwrap();
    found.iter().map(|all| all.iter().map(|b| f64::from_bits(b.parse().unwrap())).collect()).collect()
}

fn bits(numbers: &[f64]) -> Value {
    // What is no number has many bit patterns, and they mean the same.
    numbers.iter().map(|n| if n.is_nan() { f64::NAN } else { *n }.to_bits().to_string()).collect::<Vec<_>>().into()
}

#[tokio::test]
async fn a_worker_finds_the_same_bits_as_the_native_engine() {
    let page = Page::open("en").await;
    let mut odd = Inputs::default();
    for (key, value) in [
        ("ev-magnet-kg", "1.5..2.5..4.5"),
        ("price-nd-oxide", "p5 60..140"),
        ("wind-mw", "normal 3 0.7"),
        ("kappa", "lognormal 1.4 0.4"),
        ("correlation-nd-pr", "0.4"),
        ("outage-share", "0.2..0.6"),
        ("shocks", "outage:mining:china:rate:0.3:6; price:nd-metal:33.3"),
    ] {
        odd.assign(key, value).unwrap();
    }
    let plan = Plan { seed: 20_261_121, chunks: 2 };
    let view = View { year: 2026, ..View::default() };
    for inputs in [Inputs::default(), odd] {
        drawn_alike(&page, &inputs, view, plan).await;
        let what = What::Sensitivity(Output::MotorAfterUsd);
        let request = Request { ticket: 1, what, plan, view, inputs: inputs.clone() };
        let there = &asked(&page, &[request]).await[0];
        let here = Analysis::new(inputs.clone(), Output::MotorAfterUsd, view.year, plan, &Shapes::default());
        let found = here.unwrap().result();
        let first = found.influences[0];
        assert_eq!(bits(&there[..2]), bits(&[found.central, found.deviation]));
        assert_eq!(
            bits(&there[3..9]),
            bits(&[first.ends.0, first.ends.1, first.first.0, first.first.1, first.total.0, first.total.1,])
        );
    }
    page.close().await;
}

/// Low, central and high value and the error of every range that the page's worker draws, against the same natively.
async fn drawn_alike(page: &Page, inputs: &Inputs, view: View, plan: Plan) {
    let request =
        |section: &Section| Request { ticket: 1, what: What::Bands(*section), plan, view, inputs: inputs.clone() };
    let requests: Vec<_> = Section::ALL.iter().map(request).collect();
    let all = asked(page, &requests).await;
    assert_eq!(all.len(), Section::ALL.len());
    for (section, there) in Section::ALL.iter().zip(&all) {
        let here = Simulation::new(inputs.clone(), view, *section, plan, &Shapes::default()).bands();
        let flat: Vec<f64> = here.iter().flat_map(|b| [b.low, b.central, b.high, b.error]).collect();
        assert_eq!(bits(there), bits(&flat), "{}", section.key());
        assert_eq!(bands(there).len(), here.len());
    }
}

#[tokio::test]
async fn the_same_link_gives_the_same_bits_in_page_and_worker_as_natively() {
    let page = Page::blank().await;
    for query in LINKS {
        let state = read(&pairs(query)).state;
        page.visit(&format!("en/motor/?{}", encoded(query))).await;
        page.ready().await;
        page.watch().await;
        let here = Carried::of(Release::present(), main_answer(Route::Motor), &state.inputs, state.view.year).unwrap();
        // The hash in it is that of the bits of every answer.
        assert_eq!(result(&shared(&page).await), here.to_string(), "{query}");
        drawn_alike(&page, &state.inputs, state.view, state.plan).await;
        assert_eq!(page.console().await, [""; 0], "{query}");
    }
    page.close().await;
}
