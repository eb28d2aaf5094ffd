//! Which sources stand behind one answer, and what of it a reader has set.
//!
//! The engine says what the answer depends on; here each of these things gets its source: a default those of its row, a
//! listed composition or price response those of that list, what a scenario sets that of the scenario. The rest is a
//! reader's own and has none.

use lodestone_model::data::{ELASTICITIES, NamedScenario, SOURCES, Source};
use lodestone_model::depends::{Behind, ties};
use lodestone_model::inputs::{Inputs, Param, Use, assign};
use lodestone_model::outputs::Output;

use super::source;

/// Which answer is cited.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The inputs.
    pub inputs: &'a Inputs,
    /// The scenario of the library that they started from.
    pub scenario: Option<NamedScenario>,
    /// The answer.
    pub output: Output,
    /// Its year.
    pub year: i32,
    /// Whether its range was drawn: then what ties the draws counts too.
    pub drawn: bool,
}

/// Where everything behind an answer comes from.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Found {
    /// The parameters that have sources, with these.
    pub parameters: Vec<(Param, Vec<&'static Source>)>,
    /// Every source once, in the order in which it is first needed.
    pub sources: Vec<&'static Source>,
    /// What a reader has set, as `key=value`.
    pub set: Vec<String>,
}

impl Found {
    /// The sources of an answer; none where the evidence holds no such answer.
    #[must_use]
    pub fn of(asked: &Asked) -> Self {
        let behind = Behind::of(asked.inputs, asked.output, asked.year);
        let mut found = Self::default();
        let scenario = asked.scenario.and_then(|s| Some((s.inputs().ok()?, s.source()?)));
        let tied = if asked.drawn { ties(asked.inputs, &behind.parameters) } else { Vec::new() };
        for param in behind.parameters.iter().chain(&tied) {
            match sources_of(asked.inputs, scenario.as_ref(), *param) {
                Some(sources) => found.parameter(*param, sources),
                None => found.set.push(assignment(asked.inputs, *param)),
            }
        }
        for param in behind.calibrated {
            found.parameter(param, listed(param.spec().sources).collect());
        }
        behind.points.iter().flat_map(|p| listed(p.sources)).for_each(|s| found.add(s));
        behind.statistics.iter().filter_map(|id| source(id)).for_each(|s| found.add(s));
        found.set.extend(behind.units.iter().map(|(a, year, count)| format!("units.{}.{year}={count}", a.key())));
        let told = scenario.as_ref();
        let chosen = told.map(|(inputs, _)| assign::in_force(&inputs.choices)).unwrap_or_default();
        let own = behind.choices.iter().filter(|choice| !chosen.contains(choice));
        found.set.extend(own.map(|(key, value)| format!("{key}={value}")));
        if !behind.shocks.is_empty() {
            match told.filter(|(inputs, _)| inputs.shocks == asked.inputs.shocks) {
                Some((_, story)) => found.add(story),
                None => {
                    let all: Vec<String> = behind.shocks.iter().map(ToString::to_string).collect();
                    found.set.push(format!("shocks={}", all.join("; ")));
                }
            }
        }
        found
    }

    fn parameter(&mut self, param: Param, sources: Vec<&'static Source>) {
        sources.iter().for_each(|s| self.add(s));
        self.parameters.push((param, sources));
    }

    fn add(&mut self, source: &'static Source) {
        if !self.sources.iter().any(|known| known.id == source.id) {
            self.sources.push(source);
        }
    }
}

fn listed(indices: &'static [usize]) -> impl Iterator<Item = &'static Source> {
    indices.iter().filter_map(|i| SOURCES.get(*i))
}

/// The sources of a parameter's value; `None` for a reader's own.
fn sources_of(
    inputs: &Inputs,
    scenario: Option<&(Inputs, &'static Source)>,
    param: Param,
) -> Option<Vec<&'static Source>> {
    if !inputs.is_set(param) {
        return Some(listed(param.spec().sources).collect());
    }
    let told = |s: &&(Inputs, &Source)| {
        s.0.is_set(param) && (s.0.get(param), s.0.given(param)) == (inputs.get(param), inputs.given(param))
    };
    if let Some((_, story)) = scenario.filter(told) {
        return Some(vec![*story]);
    }
    if inputs.given(param).is_some() {
        return None;
    }
    let used = Use::ALL.iter().find(|u| u.fractions().contains(&param));
    if let Some(alloy) = used.and_then(|u| inputs.alloy(*u)) {
        return Some(listed(alloy.row().sources).collect());
    }
    let response = inputs.elasticity().filter(|_| param == Param::Kappa)?;
    Some(source(ELASTICITIES[response as usize].source_id).into_iter().collect())
}

fn assignment(inputs: &Inputs, param: Param) -> String {
    match (inputs.given(param), inputs.get(param)) {
        (Some(range), _) => format!("{}={range}", param.key()),
        (None, Some(value)) => format!("{}={value}", param.key()),
        (None, None) => param.key().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use lodestone_model::data::{Alloy, Elasticity, POINTS, Series};

    use super::*;

    fn found(inputs: &Inputs, scenario: Option<NamedScenario>, output: Output, year: i32) -> Found {
        Found::of(&Asked { inputs, scenario, output, year, drawn: true })
    }

    #[test]
    fn a_default_has_the_sources_of_its_row_and_a_value_of_the_reader_none() {
        let mut inputs = Inputs::default();
        let all = found(&inputs, None, Output::MotorMagnetKg, 2025);
        let own: Vec<&Source> = listed(Param::EvMagnetKg.spec().sources).collect();
        assert_eq!((&all.sources, all.parameters.len(), all.set.len()), (&own, 1, 0));
        inputs.set(Param::EvMagnetKg, 3.5).unwrap();
        let mine = found(&inputs, None, Output::MotorMagnetKg, 2025);
        assert_eq!((mine.sources.len(), mine.set), (0, vec!["ev-magnet-kg=3.5".to_owned()]));
    }

    #[test]
    fn a_listed_composition_and_a_listed_response_have_their_own_sources() {
        let mut inputs = Inputs::default();
        let usual = inputs.alloy(Use::Motor);
        let other = Alloy::ALL.into_iter().find(|a| Some(*a) != usual).unwrap();
        inputs.choose_alloy(Use::Motor, other);
        let response = Elasticity::ALL.into_iter().find(|e| Some(*e) != Inputs::default().elasticity()).unwrap();
        inputs.choose_elasticity(response);
        inputs.shocks = Some(vec!["outage:mining:china:rate:0.4:3".parse().unwrap()]);
        let all = found(&inputs, None, Output::MotorAfterUsd, 2025);
        for source in listed(other.row().sources) {
            assert!(all.sources.contains(&source), "{}", source.id);
        }
        assert!(all.sources.iter().any(|s| s.id == ELASTICITIES[response as usize].source_id));
        assert_eq!(all.set, ["shocks=outage:mining:china:rate:0.4:3"]);
    }

    #[test]
    fn what_a_scenario_sets_has_the_source_of_the_scenario() {
        for scenario in NamedScenario::ALL {
            let inputs = scenario.inputs().unwrap();
            let of = |told| Output::ALL.iter().map(move |o| found(&inputs.clone(), told, *o, 2026)).collect::<Vec<_>>();
            let story = scenario.source().unwrap();
            let with = of(Some(scenario));
            assert!(with.iter().any(|f| f.sources.contains(&story)), "{}", scenario.key());
            assert!(
                with.iter().all(|f| f.set.is_empty()),
                "{}: {:?}",
                scenario.key(),
                with.iter().find(|f| !f.set.is_empty())
            );
        }
    }

    #[test]
    fn demand_has_the_sources_of_its_yearly_figures() {
        let point = POINTS.iter().find(|p| p.series == Series::Humanoid).unwrap();
        let all = found(&Inputs::default(), None, Output::DemandHumanoidT, point.year);
        assert!(listed(point.sources).all(|s| all.sources.contains(&s)));
        let none = found(&Inputs::default(), None, Output::BalanceGapT, 2012);
        assert_eq!(none, Found::default(), "the evidence holds no such answer");
    }
}
