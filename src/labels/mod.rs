//! The word for every variant that the model has; a new variant without a word does not compile.

mod supply;

use lodestone_model::data::{Alloy, Unit};
use lodestone_model::demand::{Application, Origin};
use lodestone_model::error::{Error, SPREADS};
use lodestone_model::inputs::{
    Buyer, Currency, Drive, Elements, MOST_UNITS, MagnetBy, Outlook, Param, RateReading, Substance, Use,
};
use lodestone_model::outputs::Output;
use lodestone_model::shocks::{MOST_SHOCKS, text::accepted};
use lodestone_model::uncertainty::Group;

use crate::format::{self, Style};
use crate::read::Unread;
#[cfg(not(target_arch = "wasm32"))]
use crate::text::reference;
use crate::text::{Lang, charts, demand, field, parameters, product, shock, uncertainty, units};

/// A choice that can be listed in a select box.
pub trait Named: Copy + PartialEq + 'static {
    /// All variants, in the order in which they are listed.
    fn all() -> &'static [Self];
    /// Key of the variant.
    fn key(self) -> &'static str;
    /// The word for it.
    fn label(self, lang: Lang) -> &'static str;
}

/// Names the variants of choices.
macro_rules! named {
    ($($ty:ident { $($variant:ident => $word:path),+ $(,)? })+) => {$(
        impl Named for $ty {
            fn all() -> &'static [Self] { $ty::ALL }
            fn key(self) -> &'static str { $ty::key(self) }
            fn label(self, lang: Lang) -> &'static str {
                match self { $(Self::$variant => $word(lang)),+ }
            }
        }
    )+};
}

pub(crate) use named;
pub use supply::{ChoiceWords, choices, elasticity, episode, identity, scenario};

named! {
    MagnetBy { Unit => product::by_unit, Power => product::by_power }
    Drive { Direct => product::drive_direct, Geared => product::drive_geared, NoMagnet => product::drive_none }
    Buyer { Outside => shock::buyer_outside, China => shock::buyer_china, Controlled => shock::buyer_controlled }
    Substance {
        NdMetal => shock::nd_metal, NdPrMetal => shock::ndpr_metal, DyMetal => shock::dy_metal,
        TbMetal => shock::tb_metal, NdOxide => shock::nd_oxide, NdPrOxide => shock::ndpr_oxide,
        DyOxide => shock::dy_oxide, TbOxide => shock::tb_oxide,
    }
    Elements {
        All => shock::elements_all, Light => shock::elements_light, Heavy => shock::elements_heavy,
        Nd => shock::elements_nd, Pr => shock::elements_pr, Dy => shock::elements_dy, Tb => shock::elements_tb,
    }
    Currency { Krw => shock::krw, Cny => shock::cny, Eur => shock::eur, Jpy => shock::jpy }
    RateReading { Value => shock::reading_value, Quote => shock::reading_quote }
    Outlook { Steps => demand::steps, Aps => demand::aps }
    Use { Motor => product::motor_title, Turbine => product::turbine_title, Other => demand::title }
}

/// The word for a composition.
#[must_use]
pub fn alloy(lang: Lang, alloy: Alloy) -> &'static str {
    match alloy {
        Alloy::Formula => product::alloy_formula(lang),
        Alloy::Motor => product::alloy_motor(lang),
        Alloy::MotorRichInDysprosium => product::alloy_motor_rich_in_dysprosium(lang),
        Alloy::Turbine => product::alloy_turbine(lang),
        Alloy::General => product::alloy_general(lang),
        Alloy::MeasuredEBike => product::alloy_measured_e_bike(lang),
    }
}

/// The word for an application.
#[must_use]
pub fn application(lang: Lang, application: Application) -> &'static str {
    let word = match application {
        Application::CarBev => demand::car_bev,
        Application::CarPhev => demand::car_phev,
        Application::CarFcev => demand::car_fcev,
        Application::Van => demand::van,
        Application::Bus => demand::bus,
        Application::Truck => demand::truck,
        Application::WindOnshore => demand::wind_onshore,
        Application::WindOffshore => demand::wind_offshore,
        Application::Robot => demand::robot,
        Application::Humanoid => demand::humanoid,
        Application::Steering => demand::steering,
        Application::EBike => demand::e_bike,
        Application::AirConditioner => demand::air_conditioner,
        Application::Elevator => demand::elevator,
        Application::Phone => demand::phone,
        Application::HardDisk => demand::hard_disk,
        Application::Loudspeaker => demand::loudspeaker,
        Application::Mri => demand::mri,
        Application::Evtol => demand::evtol,
        Application::Drone => demand::drone,
    };
    word(lang)
}

/// The word for what an application counts.
#[must_use]
pub fn counted(lang: Lang, application: Application) -> &'static str {
    match application {
        a if a.counts_megawatts() => demand::unit_mw(lang),
        Application::Robot | Application::Humanoid => demand::unit_robots(lang),
        a if a.is_modelled() => demand::unit_vehicles(lang),
        _ => demand::unit_pieces(lang),
    }
}

/// The word for where a number of units comes from.
#[must_use]
pub fn origin(lang: Lang, origin: Origin) -> &'static str {
    match origin {
        Origin::Given => demand::origin_given(lang),
        Origin::Between => demand::origin_between(lang),
        Origin::Extended => demand::origin_extended(lang),
        Origin::Reader => demand::origin_reader(lang),
    }
}

/// Which years a source gave, and when it said so where they were yet to come.
#[cfg(not(target_arch = "wasm32"))]
#[must_use]
pub fn age(lang: Lang, age: &lodestone_model::demand::evidence::Age) -> String {
    let years = if age.first == age.last { age.last.to_string() } else { format!("{}-{}", age.first, age.last) };
    let years = format::period(lang, &years);
    if age.counted {
        return reference::evidence_of(lang, &years);
    }
    reference::evidence_for(lang, &years, &format::date(lang, age.dated.date))
}

/// The word for one of the four metals, in the order Nd, Pr, Dy, Tb; then everything else, then what is added at the
/// border.
#[must_use]
pub fn part(lang: Lang, index: usize) -> &'static str {
    let words = [product::nd, product::pr, product::dy, product::tb, product::other];
    let word = words.get(index).copied().unwrap_or(product::customs);
    word(lang)
}

/// The word for an answer that can be taken apart.
#[must_use]
pub fn weighed(lang: Lang, output: Output) -> &'static str {
    match output {
        Output::MotorDifferenceUsd => uncertainty::motor_difference(lang),
        Output::TurbineAfterUsd => uncertainty::turbine_after(lang),
        Output::TurbineDifferenceUsd => uncertainty::turbine_difference(lang),
        Output::DemandMagnetT => uncertainty::demand(lang),
        Output::BalanceGapT => uncertainty::gap(lang),
        _ => uncertainty::motor_after(lang),
    }
}

/// How such an answer is worded.
#[must_use]
pub fn style(output: Output) -> Style {
    match output {
        Output::DemandMagnetT => format::TONNES,
        Output::BalanceGapT => format::TONNES.with_sign(),
        Output::MotorDifferenceUsd | Output::TurbineDifferenceUsd => format::USD.with_sign(),
        _ => format::USD,
    }
}

/// Its unit.
#[must_use]
pub fn style_unit(lang: Lang, output: Output) -> &'static str {
    match output {
        Output::DemandMagnetT | Output::BalanceGapT => units::label(lang, Unit::TPerYear),
        _ => charts::curve_unit(lang),
    }
}

/// The word for what is varied together.
#[must_use]
pub fn group(lang: Lang, group: Group) -> &'static str {
    match group {
        Group::One(param) => parameters::label(lang, param),
        Group::Prices => uncertainty::prices(lang),
    }
}

/// Why a text was not taken, as a sentence for the reader; `what` names the field.
#[must_use]
pub fn unread(lang: Lang, what: &str, text: &str, why: &Unread, example: &str) -> String {
    match why {
        Unread::Empty => field::empty(lang, what, example),
        // A pasted page must not become a sentence as long as the page.
        Unread::NotANumber => {
            let short: String = text.trim().chars().take(24).collect();
            field::not_a_number(lang, what, &short, example)
        }
    }
}

/// Why the engine refuses an input, as a sentence that names the input by its label and its key.
#[must_use]
pub fn refusal(lang: Lang, why: &Error) -> String {
    let what = match why {
        Error::Parameter { param, .. }
        | Error::OverOne { param, .. }
        | Error::Spread { param, .. }
        | Error::Correlation { param, .. } => format!("{} ({})", parameters::label(lang, *param), param.key()),
        Error::Units { application: of, .. } => application(lang, *of).to_owned(),
        _ => String::new(),
    };
    error(lang, &what, why)
}

/// Why a value was not taken, as a sentence for the reader; `what` names the field.
#[must_use]
pub fn error(lang: Lang, what: &str, error: &Error) -> String {
    match error {
        Error::Parameter { param, value } => limits(lang, what, *param, *value),
        Error::OverOne { param, value, room } => {
            let unit = param.spec().unit;
            let show = |v: f64| format::with_unit(lang, unit, v);
            field::no_room(lang, what, &show(*value), &show(*room))
        }
        Error::Spread { text, .. } => field::no_spread(lang, what, text, SPREADS),
        Error::Correlation { value, .. } => field::contradicts(lang, what, &plain(*value)),
        Error::Units { value, .. } | Error::Quantity { value, .. } => {
            field::units_limits(lang, what, &plain(*value), &plain(MOST_UNITS))
        }
        Error::Shock { what, text, like } => field::shock_part(lang, text, &accepted(what, *like)),
        Error::TooManyShocks => field::too_many_shocks(lang, &MOST_SHOCKS.to_string()),
        Error::Key { key } => field::unknown_key(lang, key),
        Error::Text { key, text, accepted } => field::text_refused(lang, key, text, accepted),
    }
}

fn limits(lang: Lang, what: &str, param: Param, value: f64) -> String {
    let (unit, possible) = (param.spec().unit, param.spec().possible);
    let show = |v: f64| if v.abs() < 1e12 { format::with_unit(lang, unit, v) } else { plain(format::shown(unit, v)) };
    let (value, min, max) = (show(value), show(possible.min), show(possible.max));
    if possible.above_min {
        field::limits_above(lang, what, &value, &min, &max)
    } else {
        field::limits(lang, what, &value, &min, &max)
    }
}

/// A number of any size, short: 1e308 stays `1e308`.
fn plain(value: f64) -> String {
    if value.abs() < 1e12 { format::exact(value) } else { format!("{value:e}") }
}
