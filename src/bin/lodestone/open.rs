//! Links of the page: what they set, and whether their result comes out again. Not here: how links are read
//! ([`lodestone::link`]).

use lodestone::labels;
use lodestone::link::proof::{Carried, Checked, Origin, Verdict, carrying, check, main_answer, query};
use lodestone::link::told::sentences;
use lodestone::link::{Pairs, pairs};
use lodestone::route::Route;
use lodestone::text::{Lang, field, page, scenarios, share};
use lodestone_model::inputs::{Inputs, text};
use lodestone_model::release::{Moved, Release, lines};
use serde_json::{Map, Value, json};

use crate::args::Open;
use crate::{Answer, Refusal};

/// What a link sets and carries, and whether nothing speaks against it.
pub fn open(asked: &Open, lang: Lang) -> Result<(Answer, bool), Refusal> {
    let found = check(&read(&asked.link));
    let state = &found.asked.state;
    let refused = not_understood(&found, lang);
    let route = Route::named(&asked.page).filter(|r| r.computes()).ok_or_else(|| {
        let all = Route::ALL.into_iter().filter(|r| r.computes() && *r != Route::Story).map(Route::key);
        Refusal(field::text_refused(lang, "--page", &asked.page, &all.collect::<Vec<_>>().join(", ")))
    })?;
    let output = match &found.verdict {
        Verdict::Verified(was) | Verdict::Differs { was, .. } => was.output,
        _ => main_answer(route),
    };
    let now = Carried::of(Release::present(), output, &state.inputs, state.view.year);
    let link = query(&carrying(&pairs(state), now.as_ref()));
    let set = text::write(&state.inputs);
    let set = if set.is_empty() { format!("{}\n", share::no_settings(lang)) } else { set };
    let said = sentences(&found, lang).iter().chain(&refused).map(|s| format!("{s}\n")).collect::<String>();
    let text = format!("{said}{set}{link}\n");
    let same = matches!(found.verdict, Verdict::None | Verdict::Verified(_)) && refused.is_empty();
    Ok((Answer { json: data(&found, &refused, now.as_ref(), &link), text }, same))
}

/// The inputs that a link sets, in its release.
///
/// # Errors
/// The first part of it that is not understood.
pub fn inputs(link: &str, lang: Lang) -> Result<Inputs, Refusal> {
    let found = check(&read(link));
    match not_understood(&found, lang).into_iter().next() {
        Some(why) => Err(Refusal(why)),
        None => Ok(found.asked.state.inputs),
    }
}

/// The present release as data.
pub fn release() -> Value {
    let all = lines();
    let pairs = all.lines().filter_map(|line| line.split_once('='));
    let keys: Map<String, Value> = pairs.map(|(key, value)| (key.to_owned(), json!(value))).collect();
    json!({ "release": Release::present().name, "keys": keys })
}

fn read(link: &str) -> Pairs {
    let link = link.split('#').next().unwrap_or_default();
    // A whole address without a question mark is a page at its defaults.
    let bare = if link.contains("://") { "" } else { link };
    let query = link.split_once('?').map_or(bare, |(_, query)| query);
    url::form_urlencoded::parse(query.as_bytes()).into_owned().collect()
}

fn not_understood(found: &Checked, lang: Lang) -> Vec<String> {
    let asked = &found.asked;
    let of = |(key, why): &(String, _)| page::flag_address(lang, key, &labels::error(lang, key, why));
    let unknown = asked.unknown.iter().map(|key| scenarios::unknown(lang, key));
    unknown.chain(asked.refused.iter().map(of)).collect()
}

fn data(found: &Checked, refused: &[String], now: Option<&Carried>, link: &str) -> Value {
    let moved = |list: &[Moved]| -> Vec<Value> {
        list.iter().map(|m| json!({ "key": m.key, "was": m.was, "is": m.is })).collect()
    };
    let of = |c: &Carried| json!({ "output": c.output.key(), "value": c.value, "hash": c.hash });
    let state = &found.asked.state;
    let set: Map<String, Value> = text::write(&state.inputs)
        .lines()
        .filter_map(|line| line.split_once('='))
        .map(|(key, value)| (key.to_owned(), json!(value)))
        .collect();
    json!({
        "release": match &found.origin {
            Origin::Unsaid => Value::Null,
            Origin::Present => json!(Release::present().name),
            Origin::Earlier(release) => json!(release.name),
            Origin::Unknown(name) => json!(name),
        },
        "verdict": match &found.verdict {
            Verdict::None => "none",
            Verdict::Unreadable(_) => "unreadable",
            Verdict::Verified(_) => "verified",
            Verdict::Differs { .. } => "differs",
        },
        "was": match &found.verdict {
            Verdict::Verified(was) | Verdict::Differs { was, .. } => of(was),
            _ => Value::Null,
        },
        "now": now.map(of),
        "inputs": set,
        "year": state.view.year,
        "moved": moved(&found.moved),
        "lost": moved(&found.lost),
        "not_understood": refused,
        "link": link,
    })
}
