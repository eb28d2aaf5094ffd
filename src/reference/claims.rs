//! The list of all claims with counts by document, and the fields that find claims in it.

use lodestone_model::claims::{self, Audited, Origin, Verdict};
use lodestone_model::data::CLAIMS;
use lodestone_model::sort;
use yew::prelude::*;

use super::claim::{Claim, scenario};
use super::names;
use super::ruler::ruler;
use crate::cite;
use crate::claims::verdict;
use crate::text::{Lang, reference as words};

/// Properties of [`Claims`].
#[derive(Properties, PartialEq)]
pub struct Props {
    /// Language of the reader.
    pub lang: Lang,
}

/// The page.
#[component]
pub fn Claims(props: &Props) -> Html {
    let lang = props.lang;
    let all = claims::all();
    let mut order: Vec<usize> = (0..all.len()).collect();
    sort::by(&mut order, |a, b| {
        let key = |i: usize| (all[i].verdict, all[i].is_contested(), all[i].distance());
        key(*b).partial_cmp(&key(*a)).unwrap_or(core::cmp::Ordering::Equal)
    });
    let documents = distinct(all.iter().map(|a| a.claim.source_id));
    let lead = words::claims_lead(lang, &all.len().to_string(), &documents.len().to_string());
    let others = |place: usize| -> Vec<usize> {
        let refers =
            |a: &&Audited| a.tests.iter().flat_map(|t| &t.operands).any(|v| v.operand.origin == Origin::Claim(place));
        let ids = all.iter().filter(refers).map(|a| a.claim.id);
        ids.filter_map(|id| CLAIMS.iter().position(|c| c.id == id)).filter(|i| *i != place).collect()
    };
    let claim = |i: &usize| {
        let audited = &all[*i];
        html!(<Claim key={audited.claim.id} audited={audited.clone()} others={others(*i)} scenario={scenario(audited)} {lang} />)
    };
    html! {
        <>
            <h1>{ words::claims_title(lang) }</h1>
            <p class="lead">{ lead }</p>
            { how(lang) }
            { counts(lang, &all, &documents) }
            { fields(lang, &documents, &all) }
            <ol class="claims" id="claims">{ for order.iter().map(claim) }</ol>
        </>
    }
}

fn distinct(keys: impl Iterator<Item = &'static str>) -> Vec<&'static str> {
    let mut found = Vec::new();
    for key in keys {
        if !found.contains(&key) {
            found.push(key);
        }
    }
    found
}

fn how(lang: Lang) -> Html {
    let of = |v: Verdict| match v {
        Verdict::Recorded => words::how_recorded(lang),
        Verdict::Reproduced => words::how_reproduced(lang),
        Verdict::ReproducedIf => words::how_reproduced_if(lang),
        Verdict::NotReproduced => words::how_not_reproduced(lang),
        Verdict::Inconsistent => words::how_inconsistent(lang),
    };
    let one = |v: Verdict| html!(<><dt><span class={classes!("verdict", v.key())}>{ verdict(lang, v) }</span></dt><dd>{ of(v) }</dd></>);
    html! {
        <section aria-labelledby="how">
            <h2 id="how">{ words::claims_how(lang) }</h2>
            <dl class="how">{ for Verdict::ALL.into_iter().rev().map(one) }</dl>
            <p>{ words::how_differences(lang) }</p>
        </section>
    }
}

fn counts(lang: Lang, all: &[Audited], documents: &[&'static str]) -> Html {
    let figures = |of: &dyn Fn(&Audited) -> bool| {
        let found: Vec<&Audited> = all.iter().filter(|a| of(a)).collect();
        let count = |v: Verdict| found.iter().filter(|a| a.verdict == v).count();
        let tested = found.len() - count(Verdict::Recorded);
        let holds = count(Verdict::Reproduced);
        let share = if tested > 0 { format!("{holds}/{tested}") } else { "–".to_owned() };
        let verdicts = Verdict::ALL.into_iter().rev().map(|v| count(v).to_string());
        [found.len().to_string(), tested.to_string()].into_iter().chain(verdicts).chain([share]).collect::<Vec<_>>()
    };
    let verdicts = Verdict::ALL.into_iter().rev().map(|v| verdict(lang, v));
    let head: Vec<&str> =
        [words::all(lang), words::tested(lang)].into_iter().chain(verdicts).chain([words::holds(lang)]).collect();
    let row = |name: Html, of: &dyn Fn(&Audited) -> bool| {
        let cells = head.iter().zip(figures(of)).map(|(label, figure)| html!(<td data-label={*label}>{ figure }</td>));
        html!(<tr><th scope="row">{ name }</th>{ for cells }</tr>)
    };
    let name = |id: &'static str| match cite::source(id) {
        Some(s) => {
            html!(<><cite lang={s.language} translate="no">{ s.title }</cite>{ " " }<span class="by" translate="no">{ cite::named(s) }</span></>)
        }
        None => html!({ id }),
    };
    let written =
        |id: &&'static str| cite::source(id).map_or((*id).to_owned(), |s| format!("{} {}", s.title, cite::named(s)));
    let widths: Vec<Vec<String>> =
        documents.iter().map(|id| [vec![written(id)], figures(&|_| true)].concat()).collect();
    let named = |text: String| documents.iter().find(|id| written(id) == text).map_or(html!({ text }), |id| name(id));
    html! {
        <section aria-labelledby="documents">
            <h2 id="documents">{ words::by_source(lang) }</h2>
            <div class="scroll">
                <table class="figures">
                    <thead><tr>
                        <th scope="col">{ words::document(lang) }</th>
                        { for head.iter().map(|label| html!(<th scope="col">{ *label }</th>)) }
                    </tr></thead>
                    { ruler(&widths, 1 + head.len(), named) }
                    <tbody>
                        { row(html!({ words::all(lang) }), &|_| true) }
                        { for documents.iter().map(|id| row(name(id), &|a| a.claim.source_id == *id)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// The fields; they are shown once the program that answers them has started.
fn fields(lang: Lang, documents: &[&'static str], all: &[Audited]) -> Html {
    let select = |id: &'static str, label: &'static str, options: Vec<(String, String)>| {
        html! {
            <label for={format!("by-{id}")}>{ label }
                <select id={format!("by-{id}")} data-by={id}>
                    <option value="">{ words::any(lang) }</option>
                    { for options.into_iter().map(|(value, text)| html!(<option {value}>{ text }</option>)) }
                </select>
            </label>
        }
    };
    let source = |id: &&'static str| {
        let name = cite::source(id).map_or((*id).to_owned(), cite::named);
        ((*id).to_owned(), name)
    };
    let topics = distinct(all.iter().map(|a| a.claim.topic));
    html! {
        <form class="find" id="find" role="search" aria-label={words::filter(lang)} hidden=true>
            <label for="by-words">{ words::search(lang) }<input id="by-words" type="search" autocomplete="off" /></label>
            { select("source", words::source(lang), documents.iter().map(source).collect()) }
            { select("topic", words::topic(lang), topics.iter().map(|t| ((*t).to_owned(), names::topic(lang, t).to_owned())).collect()) }
            { select("verdict", words::verdict(lang), Verdict::ALL.into_iter().rev().map(|v| (v.key().to_owned(), verdict(lang, v).to_owned())).collect()) }
            { select("use", words::application(lang), names::USES.iter().map(|u| ((*u).to_owned(), names::used(lang, u).to_owned())).collect()) }
            <label for="by-order">{ words::order(lang) }
                <select id="by-order">
                    <option value="severity">{ words::order_severity(lang) }</option>
                    <option value="source">{ words::order_source(lang) }</option>
                </select>
            </label>
            <p id="found" role="status" data-some={words::shown_of(lang, "@shown", "@all")} data-none={words::none_fits(lang)}></p>
        </form>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::layout::{TEXT, text_width};
    use yew::LocalServerRenderer;

    #[tokio::test]
    async fn the_counts_by_document_begin_with_what_makes_their_columns_wide() {
        for lang in Lang::ALL {
            let html = LocalServerRenderer::<Claims>::with_props(Props { lang }).hydratable(false).render().await;
            let table = html.split_once("id=\"documents\"").unwrap().1;
            let (before, rows) = table.split_once("<tbody>").unwrap();
            let ruler = before.split_once("<tfoot ").unwrap().1;
            assert!(ruler.split('>').next().unwrap().contains("class=\"ruler\""), "{ruler}");
            // It has a cell for each column, and in the first the widest name of all rows.
            assert_eq!(ruler.matches("<td").count() + 1, before.matches("<th scope=\"col\"").count());
            let width = |html: &str| {
                let text: String =
                    html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect();
                text_width(&text, TEXT)
            };
            let rows = rows.split_once("</tbody>").unwrap().0.split("<th scope=\"row\">").skip(1);
            let widest = rows.map(|row| width(row.split_once("</th>").unwrap().0)).max().unwrap();
            let own = ruler.split_once("<div>").unwrap().1.split_once("</div>").unwrap().0;
            assert_eq!(width(own), widest, "{own}");
        }
    }
}
