//! Programs that are called: shown, heard, and their failure as one sentence.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

/// What can go wrong, as one sentence.
pub type Outcome<T> = Result<T, String>;

/// Runs a command with its output on the screen.
pub fn run(command: &mut Command) -> Outcome<()> {
    let shown = shown(command);
    let status = command.status().map_err(|e| format!("{shown} could not be started ({e})."))?;
    if status.success() { Ok(()) } else { Err(format!("{shown} failed ({status}).")) }
}

/// The same, and gives back what it has printed.
pub fn run_heard(command: &mut Command) -> Outcome<String> {
    heard(command, true).and_then(|(printed, failed)| failed.map_or(Ok(printed), Err))
}

/// Runs a command beside others: what it prints is given back, with the sentence of its failure where it fails.
pub fn run_beside(command: &mut Command) -> Outcome<(String, Option<String>)> {
    heard(command, false)
}

fn heard(command: &mut Command, on_screen: bool) -> Outcome<(String, Option<String>)> {
    let shown = shown(command);
    let fault = |e: std::io::Error| format!("{shown} could not be started ({e}).");
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(fault)?;
    let (mut heard, mut part) = (Vec::new(), [0; 4096]);
    if let Some(mut output) = child.stdout.take() {
        while let Some(part) = output.read(&mut part).ok().and_then(|n| part.get(..n)).filter(|part| !part.is_empty()) {
            heard.extend_from_slice(part);
            if on_screen {
                // Dots of tests appear one by one.
                let mut screen = std::io::stdout();
                let _ = screen.write_all(part).and_then(|()| screen.flush());
            }
        }
    }
    let status = child.wait().map_err(fault)?;
    let failed = (!status.success()).then(|| format!("{shown} failed ({status})."));
    Ok((String::from_utf8_lossy(&heard).into_owned(), failed))
}

/// What a command prints, or `None` where it cannot be run.
pub fn answer(program: &Path, argument: &str) -> Option<String> {
    let output = Command::new(program).arg(argument).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|w| w.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_prints_is_given_back_and_a_failure_is_a_sentence() {
        let said = |text: &str| {
            let mut command = Command::new("sh");
            command.args(["-c", text]);
            command
        };
        assert_eq!(run_beside(&mut said("printf one; printf two")), Ok(("onetwo".to_owned(), None)));
        let (printed, failed) = run_beside(&mut said("echo why; exit 3")).unwrap();
        assert_eq!((printed.as_str(), failed.unwrap().contains("failed (exit status: 3)")), ("why\n", true));
        assert!(run_heard(&mut said("exit 1")).is_err());
    }
}
