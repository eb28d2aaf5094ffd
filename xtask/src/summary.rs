//! What is printed at the end of a run of the tests: rows that hold, tests and engines, sizes, and time taken.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// Lines of it: what, and what there is to say of it.
pub struct Summary {
    begun: Instant,
    lines: Vec<(String, String)>,
}

impl Summary {
    /// The summary of a run that begins now.
    pub fn begin() -> Self {
        Self { begun: Instant::now(), lines: Vec::new() }
    }

    /// Adds a line.
    pub fn add(&mut self, what: impl Into<String>, said: impl Into<String>) {
        self.lines.push((what.into(), said.into()));
    }

    /// Adds what libtest has printed of tests that took so long.
    pub fn tests(&mut self, what: impl Into<String>, printed: &str, took: Duration) {
        self.add(what, format!("{} tests, {}", passed(printed), said(took)));
    }

    /// All of it as text.
    pub fn text(&self) -> String {
        let mut out = String::from("\n── what holds\n");
        let wide = self.lines.iter().map(|(what, _)| what.chars().count()).max().unwrap_or_default();
        for (what, said) in &self.lines {
            let _ = writeln!(out, "{what:<wide$}  {said}");
        }
        let _ = write!(out, "\nAll checks hold; they took {}.", said(self.begun.elapsed()));
        out
    }
}

/// How many tests have passed, by the lines with which libtest ends.
fn passed(printed: &str) -> u64 {
    let ends = printed.lines().filter_map(|line| line.split_once("test result: ok. ")?.1.split_once(" passed"));
    ends.filter_map(|(count, _)| count.parse::<u64>().ok()).sum()
}

/// A time for people.
fn said(time: Duration) -> String {
    let all = time.as_secs();
    if all < 120 { format!("{all} s") } else { format!("{} min {} s", all / 60, all % 60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_counted_over_all_programs_and_times_are_said_in_minutes() {
        let printed = "running 2 tests\n..\ntest result: ok. 2 passed; 0 failed; 0 ignored; finished in 0.00s\n\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed\ntest result: ok. 815 passed; 0 failed; 3 filtered out\n";
        assert_eq!(passed(printed), 817);
        let mut summary = Summary::begin();
        summary.tests("tests", printed, Duration::from_secs(61));
        summary.tests("Firefox 153", "test result: ok. 1 passed; 0 failed", Duration::from_secs(125));
        let text = summary.text();
        assert!(text.contains("tests        817 tests, 61 s\nFirefox 153  1 tests, 2 min 5 s\n"), "{text}");
    }
}
