//! How far the work is, and how fast and how large a batch was.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on a terminal, nothing elsewhere.
pub fn progress(length: u64) -> ProgressBar {
    if !io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let (bar, template) = if length > 0 {
        (ProgressBar::new(length), "{bar:40} {percent} %  {eta}")
    } else {
        (ProgressBar::new_spinner(), "{spinner} {bytes}")
    };
    let style = ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar());
    bar.set_style(style);
    bar
}

/// Rows a second and the most memory that was used, where the system says so.
pub fn stats(rows: u64, threads: usize, elapsed: Duration) {
    let memory = std::fs::read_to_string("/proc/self/status").ok().and_then(|status| {
        let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
        line.split_ascii_whitespace().nth(1)?.parse::<u64>().ok()
    });
    #[allow(clippy::cast_precision_loss)] // rows are counted, not weighed
    let rate = rows as f64 / elapsed.as_secs_f64();
    let memory = memory.map_or_else(|| "unknown".to_owned(), |kb| format!("{} kB", kb));
    let seconds = elapsed.as_secs_f64();
    let _ =
        writeln!(io::stderr(), "rows {rows} threads {threads} seconds {seconds:.3} rows/s {rate:.0} memory {memory}");
}

/// Time that an answer may take before a bar shows how far it is.
const PATIENCE: Duration = Duration::from_millis(200);

/// A bar that waits before it appears, and goes when the work is done.
pub struct Patient {
    since: Instant,
    bar: Option<ProgressBar>,
}

impl Default for Patient {
    fn default() -> Self {
        Self { since: Instant::now(), bar: None }
    }
}

impl Patient {
    /// So much of the whole is done.
    pub fn at(&mut self, done: u64, whole: u64) {
        if self.since.elapsed() > PATIENCE {
            self.bar.get_or_insert_with(|| progress(whole)).set_position(done);
        }
    }
}

impl Drop for Patient {
    fn drop(&mut self) {
        if let Some(bar) = &self.bar {
            bar.finish_and_clear();
        }
    }
}
