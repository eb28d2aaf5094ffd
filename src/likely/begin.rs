//! The likely ranges that a document brings with it: those of the defaults, so that a page begins with what is true and
//! draws nothing before a reader changes something.
//!
//! They are drawn when the document is written ([`Begin::drawn`]), and rounded once, there, to more digits than any figure
//! shows; document and program then read the same text.

#[cfg(not(target_arch = "wasm32"))]
use std::fmt::Write;
use std::rc::Rc;

use lodestone_model::inputs::{Case, Inputs, Reading};
use lodestone_model::outputs::Shared;
use lodestone_model::report::{Ranges, Report, SupplySide, View, goods};
use lodestone_model::uncertainty::{Band, Section};

use crate::route::Route;

/// Ends the ranges of a section.
const END: char = ';';
/// Stands for a figure that is exact.
const EXACT: &str = "=";
/// Stands before a number of figures whose ranges are left out, because the page does not show them in the beginning.
const WITHOUT: char = '~';

/// Bands by section, as far as there are any.
pub(super) type Bands = [Option<Rc<Vec<Band>>>; Section::ALL.len()];

/// What a page begins with.
#[derive(Debug, Clone, Default)]
pub struct Begin(pub(super) Bands);

impl PartialEq for Begin {
    fn eq(&self, other: &Self) -> bool {
        same(&self.0, &other.0)
    }
}

/// Whether two lists of bands are the same lists.
pub(super) fn same(a: &Bands, b: &Bands) -> bool {
    let place = |bands: &Option<Rc<Vec<Band>>>| bands.as_ref().map(Rc::as_ptr);
    a.iter().map(place).eq(b.iter().map(place))
}

/// The sections whose figures a page shows.
#[must_use]
pub fn shown(route: Route) -> &'static [Section] {
    use Section::{Goods, Motor, Supply, Turbine, Year, Years};
    match route {
        Route::Compare => &[],
        Route::Motor | Route::Turbine => &[Motor, Turbine, Year],
        Route::Products => &[Motor, Turbine, Year, Goods],
        Route::Shocks | Route::Balance => &[Motor, Turbine, Year, Supply],
        Route::Demand => &[Motor, Turbine, Year, Years],
        Route::Story => &[Motor, Turbine, Year, Supply, Years],
        _ => &[Motor, Turbine, Year, Supply, Years, Goods],
    }
}

/// The sections of which a document brings every range. Of the others that its page shows it brings those of the answers at
/// the top; the page of all calculators draws the rest itself.
#[cfg(not(target_arch = "wasm32"))]
fn whole(route: Route) -> &'static [Section] {
    use Section::{Goods, Motor, Supply, Turbine, Year, Years};
    match route {
        Route::Everything => &[],
        Route::Motor => &[Motor],
        Route::Turbine => &[Turbine],
        Route::Products => &[Goods],
        Route::Shocks | Route::Balance => &[Supply],
        Route::Demand => &[Year, Years],
        _ => shown(route),
    }
}

/// The places in their sections of the figures at the top: [`crate::pages::summary::answers`].
#[cfg(not(target_arch = "wasm32"))]
fn at_the_top(section: Section) -> Vec<usize> {
    let mut report = Report::central(&Inputs::default(), View::default());
    let top = |p: &lodestone_model::report::Product| {
        [&p.currencies[0].difference, &p.currencies[0].change].map(std::ptr::from_ref)
    };
    let wanted = match section {
        Section::Motor => top(&report.motor).to_vec(),
        Section::Turbine => top(&report.wind).to_vec(),
        Section::Year => vec![std::ptr::from_ref(&report.year.magnet)],
        _ => Vec::new(),
    };
    let (mut places, mut place) = (Vec::new(), 0);
    let mut see = |range: &mut lodestone_model::report::Range| {
        if wanted.contains(&std::ptr::from_ref(range)) {
            places.push(place);
        }
        place += 1;
    };
    match section {
        Section::Motor => report.motor.each(&mut see),
        Section::Turbine => report.wind.each(&mut see),
        Section::Year => report.year.each(&mut see),
        _ => {}
    }
    places
}

impl Begin {
    /// Reads what [`Begin::write`] wrote; sections that make no sense are not there.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut begin = Self::default();
        for part in text.split(END) {
            let mut words = part.split_whitespace();
            if let Some(section) = words.next().and_then(Section::named) {
                begin.0[section as usize] = bands(section, words).map(Rc::new);
            }
        }
        begin
    }

    /// As text: each section, and low, high and error of each figure; what is exact, or left out, is one sign.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        for section in Section::ALL {
            let Some(bands) = &self.0[*section as usize] else { continue };
            out += section.key();
            let mut without = 0;
            for b in bands.iter() {
                if b.low.is_nan() && b.error.is_infinite() {
                    without += 1;
                    continue;
                }
                if without > 0 {
                    let _ = write!(out, " {WITHOUT}{without}");
                    without = 0;
                }
                if b.central.is_nan() || (b.low == b.central && b.high == b.central) {
                    let _ = write!(out, " {EXACT}");
                } else {
                    let [low, high] = ends(b.low, b.high);
                    let _ = write!(out, " {low} {high} {}", short(b.error, 2));
                }
            }
            if without > 0 {
                let _ = write!(out, " {WITHOUT}{without}");
            }
            out.push(END);
        }
        out
    }

    /// Those that the document of a page brings.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn of(&self, route: Route) -> Self {
        let mut only = Self::default();
        for section in shown(route) {
            let place = *section as usize;
            let mut bands = self.0[place].clone();
            if !whole(route).contains(section) {
                let top = at_the_top(*section);
                let kept = bands.iter().flat_map(|all| all.iter().enumerate());
                let kept = kept.map(|(i, band)| if top.contains(&i) { *band } else { LEFT_OUT });
                // A section of which nothing is at the top is not there.
                bands = (!top.is_empty()).then(|| Rc::new(kept.collect()));
            }
            only.0[place] = bands;
        }
        // Read again, so that document and program begin with the same.
        Self::read(&only.write())
    }

    /// Draws the ranges of the defaults for some sections, rounded as they are written.
    #[cfg(not(target_arch = "wasm32"))]
    #[must_use]
    pub fn drawn(sections: &[Section]) -> Self {
        use lodestone_model::uncertainty::{Plan, Shapes, Simulation};
        let mut begin = Self::default();
        for section in sections {
            let mut run =
                Simulation::new(Inputs::default(), View::default(), *section, Plan::default(), &Shapes::default());
            while run.go(64) {}
            begin.0[*section as usize] = Some(Rc::new(run.bands()));
        }
        Self::read(&begin.write())
    }
}

/// A band that was left out.
const LEFT_OUT: Band = Band { low: f64::NAN, central: f64::NAN, high: f64::NAN, error: f64::INFINITY };
/// A range is written in steps of which there are at least so many in it: more than any figure shows.
#[cfg(not(target_arch = "wasm32"))]
const STEPS: f64 = 2000.0;

/// The ends of a range, as short as they can be written.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn ends(low: f64, high: f64) -> [String; 2] {
    let step = format!("{:e}", (high - low) / STEPS);
    let places = step.split_once("e-").and_then(|(_, digits)| digits.parse::<usize>().ok());
    [low, high].map(|value| {
        let Some(places) = places else { return short(value, 6) };
        // A five at the end would be rounded up once more where the number is shown; then more of it is written.
        let trimmed = |text: String| match text.contains('.') {
            true => text.trim_end_matches('0').trim_end_matches('.').to_owned(),
            false => text,
        };
        let mut written = (places..places + 6).map(|places| trimmed(format!("{value:.places$}")));
        let first = written.next().unwrap_or_default();
        let text = if first.ends_with('5') { written.find(|t| !t.ends_with('5')).unwrap_or(first) } else { first };
        // A point may begin a number.
        text.strip_prefix("0.").map(|rest| format!(".{rest}")).unwrap_or(text)
    })
}

/// A number in so many significant digits, as short as it can be written.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn short(value: f64, digits: usize) -> String {
    let rounded = format!("{value:.*e}", digits - 1);
    let plain = rounded.parse::<f64>().map(|v| v.to_string()).unwrap_or_default();
    if plain.len() <= rounded.len() { plain } else { rounded }
}

/// The bands of a section: central figures are the engine's own. `None` where the numbers are not those of its figures.
fn bands<'a>(section: Section, mut words: impl Iterator<Item = &'a str>) -> Option<Vec<Band>> {
    let mut bands = Vec::new();
    let mut whole = true;
    let mut left_out = 0_u32;
    let mut see = |central: f64| {
        if left_out > 0 {
            left_out -= 1;
            bands.push(LEFT_OUT);
            return;
        }
        let band = match words.next() {
            Some(word) if word.starts_with(WITHOUT) => {
                left_out = word[1..].parse().unwrap_or(0_u32).saturating_sub(1);
                Some(LEFT_OUT)
            }
            Some(EXACT) => Some(Band { low: central, central, high: central, error: 0.0 }),
            first => {
                let number = |word: Option<&str>| word.and_then(|word| word.parse::<f64>().ok());
                let (low, high, error) = (number(first), number(words.next()), number(words.next()));
                low.zip(high).zip(error).map(|((low, high), error)| Band { low, central, high, error })
            }
        };
        whole &= band.is_some();
        bands.extend(band);
    };
    each_central(section, &mut see);
    (whole && left_out == 0 && words.next().is_none()).then_some(bands)
}

/// Shows the figures of a section for the defaults.
fn each_central(section: Section, see: &mut dyn FnMut(f64)) {
    let mut see = |range: &mut lodestone_model::report::Range| see(range.central);
    let (inputs, view) = (Inputs::default(), View::default());
    let mut report = Report::central(&inputs, view);
    match section {
        Section::Supply => SupplySide::central(&inputs, &Shared::default()).each(&mut see),
        Section::Goods => goods(&Reading::new(&inputs, Case::Central)).each(&mut see),
        Section::Motor => report.motor.each(&mut see),
        Section::Turbine => report.wind.each(&mut see),
        Section::Year => report.year.each(&mut see),
        _ => report.years.each(&mut see),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again_and_anything_else_is_not() {
        let begin = Begin::drawn(shown(Route::Everything));
        let text = begin.write();
        let again = Begin::read(&text);
        // What is missing is no number, which is never the same as itself: the texts are compared.
        assert!(again.0.iter().all(Option::is_some));
        assert_eq!(again.write(), text);
        // A page of its own has what it shows, and of the rest what stands at the top; the text says how many are left out.
        let demand = begin.of(Route::Demand);
        let figures = |begin: &Begin, section: Section| {
            let all = begin.0[section as usize].as_ref().unwrap().iter();
            (all.clone().count(), all.filter(|b| b.error.is_finite()).count())
        };
        assert_eq!(figures(&demand, Section::Motor), (figures(&begin, Section::Motor).0, 2));
        assert_eq!(figures(&demand, Section::Year), figures(&begin, Section::Year));
        assert!(demand.0[Section::Goods as usize].is_none() && demand.write().len() < text.len());
        assert_eq!(Begin::read(&demand.write()).write(), demand.write());
        // What is shown of a range is what would be shown without the rounding here.
        assert_eq!(ends(39.0, 95.4996), ["39", "95.4996"].map(String::from));
        assert_eq!(ends(0.25, 0.75), [".25", ".75"].map(String::from));
        for wrong in [
            "",
            "motor ~3;",
            "motor ~999;",
            "motor ~x;",
            "motor",
            "motor 1 2 3;",
            "nothing 1;",
            &text.replace("motor ", "motor 1 2 3 "),
        ] {
            assert!(Begin::read(wrong).0[Section::Motor as usize].is_none(), "{}", &wrong[..wrong.len().min(40)]);
        }
    }
}
