//! A row of a chart by ear: one tone a point, the higher the larger. It begins when asked to, and not before.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{AudioContext, OscillatorType};

use super::reading::Reading;

/// Seconds that a tone lasts, and between the beginnings of two.
const TONE: f64 = 0.11;
const APART: f64 = 0.16;
/// Seconds until the first.
const SOON: f64 = 0.05;
/// How loud it is, of one.
const LOUD: f32 = 0.2;
/// The tone of the lowest value, in hertz, and how many octaves the highest is above it.
const LOWEST: f64 = 220.0;
const OCTAVES: f64 = 2.0;

/// Tones that are being played.
pub struct Sound {
    context: AudioContext,
    playing: Rc<Cell<bool>>,
    /// What walks along with the tones.
    steps: Vec<Timeout>,
}

impl Sound {
    /// Plays the row that is read; `over` is called when it has ended by itself. `None` where no sound can be made.
    pub fn begin(reading: &Rc<Reading>, over: impl FnOnce() + 'static) -> Option<Self> {
        let (rows, _) = reading.rows();
        let at = reading.row();
        let row = rows.get(at)?;
        let values: Vec<f64> = row.marks.iter().map(|m| m.value.central).collect();
        let context = AudioContext::new().ok()?;
        let loud = context.create_gain().ok()?;
        loud.gain().set_value(LOUD);
        loud.connect_with_audio_node(&context.destination()).ok()?;
        let begin = context.current_time() + SOON;
        let mut steps = Vec::new();
        for (i, pitch) in pitches(&values).into_iter().enumerate() {
            #[allow(clippy::cast_precision_loss)] // points of a chart
            let later = APART * i as f64;
            let tone = context.create_oscillator().ok()?;
            tone.set_type(OscillatorType::Triangle);
            #[allow(clippy::cast_possible_truncation)] // hertz
            tone.frequency().set_value(pitch as f32);
            tone.connect_with_audio_node(&loud).ok()?;
            tone.start_with_when(begin + later).ok()?;
            tone.stop_with_when(begin + later + TONE).ok()?;
            let reading = reading.clone();
            steps.push(Timeout::new(milliseconds(SOON + later), move || reading.point(at, i)));
        }
        let playing = Rc::new(Cell::new(true));
        #[allow(clippy::cast_precision_loss)] // points of a chart
        let end = milliseconds(SOON + APART * values.len() as f64);
        {
            let (reading, playing) = (reading.clone(), playing.clone());
            steps.push(Timeout::new(end, move || {
                playing.set(false);
                reading.leave();
                over();
            }));
        }
        Some(Self { context, playing, steps })
    }

    /// Ends it; whether it was still playing.
    pub fn stop(self) -> bool {
        drop(self.steps);
        let _ = self.context.close();
        self.playing.get()
    }
}

/// The tones of values in hertz: the lowest of them the lowest tone, equal differences equal intervals.
fn pitches(values: &[f64]) -> Vec<f64> {
    let low = values.iter().copied().fold(f64::INFINITY, f64::min);
    let high = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let part = |v: f64| if high > low { (v - low) / (high - low) } else { 0.5 };
    values.iter().map(|v| LOWEST * libm::exp2(OCTAVES * part(*v))).collect()
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // a moment
fn milliseconds(seconds: f64) -> u32 {
    (seconds * 1000.0) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn larger_values_are_higher_tones_and_equal_ones_stay_in_the_middle() {
        assert_eq!(pitches(&[1.0, 3.0, 2.0]), [220.0, 880.0, 440.0]);
        assert_eq!(pitches(&[5.0, 5.0]), [440.0, 440.0]);
        assert_eq!(pitches(&[]), [0.0; 0]);
    }
}
