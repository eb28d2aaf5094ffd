//! What one worker found in its chunks: sums and counts instead of draws, so that it is short enough to be sent.

use super::factor::Refused;
use super::ranks::Tally;

/// Some chunks of a [`super::Plan`], drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Part {
    /// The first chunk; the others follow it.
    pub(super) first: usize,
    /// For each chunk the sum of the differences from the centre, and of their squares.
    pub(super) sums: Vec<[f64; 2]>,
    pub(super) tally: Tally,
}

impl Part {
    /// The part as a row of numbers: the first chunk, the number of chunks, two sums each, seven counts, the draws kept.
    #[must_use]
    #[allow(clippy::cast_precision_loss)] // at most 2^24
    pub fn to_numbers(&self) -> Vec<f64> {
        let head = [self.first as f64, self.sums.len() as f64];
        let counts = self.tally.counts.map(|count| count as f64);
        [&head, self.sums.as_flattened(), &counts, &self.tally.kept].concat()
    }

    /// Reads what [`Part::to_numbers`] wrote.
    ///
    /// # Errors
    /// [`Refused`] for a row that is too short for what it says it holds.
    pub fn from_numbers(numbers: &[f64]) -> Result<Self, Refused> {
        #[allow(clippy::cast_precision_loss)] // shown
        let short = || Refused {
            field: "part, numbers".into(),
            value: numbers.len() as f64,
            accepted: "a row written by Part::to_numbers, whole".into(),
        };
        let ([first, chunks], rest) = numbers.split_first_chunk().ok_or_else(short)?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // what is too long is refused
        let (first, chunks) = (*first as usize, *chunks as usize);
        let (sums, rest) = rest.split_at_checked(chunks.saturating_mul(2)).ok_or_else(short)?;
        let (counts, kept) = rest.split_first_chunk().ok_or_else(short)?;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // whole numbers
        let counts = counts.map(|count| count as u64);
        Ok(Self { first, sums: sums.as_chunks().0.to_vec(), tally: Tally { counts, kept: kept.to_vec() } })
    }
}

/// All chunks as one part; refused where they are not `chunks` and `draws` in all, each once.
pub(super) fn join(parts: &[Part], chunks: usize, draws: usize) -> Result<Part, Refused> {
    let mut parts: Vec<&Part> = parts.iter().filter(|part| !part.sums.is_empty()).collect();
    parts.sort_by_key(|part| part.first);
    let mut whole = Part::default();
    for part in parts {
        if part.first != whole.sums.len() {
            return Err(refused(whole.sums.len(), chunks));
        }
        whole.sums.extend_from_slice(&part.sums);
        whole.tally.join(&part.tally);
    }
    if whole.sums.len() == chunks && whole.tally.counts.iter().sum::<u64>() == draws as u64 {
        Ok(whole)
    } else {
        Err(refused(whole.sums.len(), chunks))
    }
}

#[allow(clippy::cast_precision_loss)] // shown
fn refused(chunk: usize, chunks: usize) -> Refused {
    let accepted = format!("there once, as each from 0 to {} of the same plan", chunks - 1);
    Refused { field: "parts, chunk".into(), value: chunk as f64, accepted }
}
