//! The content policy that stands in each document: its own files, and of scripts in the page only those that it names.
//!
//! What only a header can say (who may put the page into a frame) is in `docs/hosting.md`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// Scripts of the site, and wasm.
const PROGRAM: &str = "'self' 'wasm-unsafe-eval'";

/// What a document does beyond being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Nothing.
    Nothing,
    /// The browser keeps it for a second visit, and may put the site among its programs.
    Kept,
    /// It runs a program in a frame, or in a file by itself: wasm is compiled, files are fetched, workers start.
    Computes,
    /// It runs a program, and the browser keeps it.
    KeptAndComputes,
}

/// The policy of a document with these scripts in it.
#[must_use]
pub fn policy<'a>(scripts: impl IntoIterator<Item = &'a str>, doing: Doing) -> String {
    let mut sources: Vec<String> = scripts.into_iter().map(hash).collect();
    let (own, more) = match doing {
        Doing::Nothing => (None, ""),
        Doing::Kept => (Some("'self'"), " worker-src 'self'; manifest-src 'self';"),
        Doing::Computes => (Some(PROGRAM), " connect-src 'self'; worker-src 'self' blob:;"),
        Doing::KeptAndComputes => (Some(PROGRAM), " connect-src 'self'; worker-src 'self' blob:; manifest-src 'self';"),
    };
    if let Some(own) = own {
        sources.insert(0, own.into());
    }
    if sources.is_empty() {
        sources.push("'none'".into());
    }
    format!(
        "default-src 'none'; script-src {}; style-src 'self'; img-src 'self' data:;{more} base-uri 'none'; form-action 'none'",
        sources.join(" ")
    )
}

/// The policy of a document that stands in a frame of somebody else's: its style sheet is in it, and it runs a program.
#[must_use]
pub fn framed<'a>(scripts: impl IntoIterator<Item = &'a str>, css: &str) -> String {
    let own = policy(scripts, Doing::Computes);
    own.replace("style-src 'self'", &format!("style-src 'self' {}", hash(css)))
}

/// The policy of a document that has everything in it, with these scripts and style sheets, and may fetch nothing.
#[must_use]
pub fn alone<'a>(scripts: impl IntoIterator<Item = &'a str>, sheets: &[&str]) -> String {
    let sheets: Vec<String> = sheets.iter().map(|css| hash(css)).collect();
    policy(scripts, Doing::Computes)
        .replace("script-src 'self' ", "script-src ")
        .replace("style-src 'self'", &format!("style-src {}", sheets.join(" ")))
        .replace("img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:;", "img-src data:;")
}

/// The source that allows a script by its text.
#[must_use]
pub fn hash(script: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes())))
}
