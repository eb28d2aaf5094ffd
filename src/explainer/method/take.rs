//! How to have the model without a page: command, library, data.

use yew::prelude::*;

use crate::explainer::embed::code;
use crate::text::{Lang, method as words};

/// What a reader types to have the model without a page.
const COMMANDS: &str = "cargo install --path . --features cli --bin lodestone
lodestone cost --set wind-mw=12 --set drive=geared
lodestone simulate --output motor-after-usd
lodestone solve --output motor-share-after --input price-ndpr-oxide --target 0.2
lodestone derive --output motor-after-usd | lodestone evaluate -
lodestone batch scenarios.csv > answers.csv";

/// The engine as a library.
const LIBRARY: &str = "use lodestone_model::inputs::{Inputs, Param};
use lodestone_model::report::{Report, View};

let mut inputs = Inputs::default();
inputs.set(Param::WindMw, 5.0)?;
let report = Report::new(&inputs, View::default());
let kg = report.wind.magnet_kg.central;";

pub(super) fn take(lang: Lang) -> Html {
    html! {
        <>
            <p>{ words::take_text(lang) }</p>
            <p>{ words::take_command(lang) }</p>
            { code(COMMANDS, words::take_command(lang)) }
            <p>{ words::take_crate(lang, "lodestone-model") }</p>
            { code(LIBRARY, &words::take_crate(lang, "lodestone-model")) }
            <p>{ words::take_data(lang) }{ " " }<a href="../data/">{ words::take_data_link(lang) }</a></p>
        </>
    }
}
