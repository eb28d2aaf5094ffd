//! The last steps of a build: the words beside the page, a smaller program, and a content security policy that allows the
//! page's own files and nothing else.
//!
//! Trunk calls it on the staged page. Inline scripts are allowed by their hash, so that an added one does not run.

use std::env;
use std::fs;
use std::path::PathBuf;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::tools::{Outcome, root};
use crate::{shrink, words};

/// Writes the words, and their names and the policy into the staged `index.html`.
pub fn run() -> Outcome<()> {
    let stage = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from);
    let stage = stage.ok_or("TRUNK_STAGING_DIR is not set; Trunk calls this task.")?;
    let page = stage.join("index.html");
    let html = fs::read_to_string(&page).map_err(|e| format!("{} could not be read ({e}).", page.display()))?;
    // Before the policy, which has the hashes of the scripts that name the files.
    let html = words::write(&html, &stage, &root().join("static-data/text"))?;
    let html = shrink::run(&html, &stage)?;
    let html = with_policy(&html).ok_or("the page has no place for the policy: a <meta charset> is needed.")?;
    fs::write(&page, html).map_err(|e| format!("{} could not be written ({e}).", page.display()))
}

/// The page with its policy right after the character set, before anything that could load.
fn with_policy(html: &str) -> Option<String> {
    let hashes: Vec<String> = inline_scripts(html)
        .iter()
        .map(|script| format!("'sha256-{}'", STANDARD.encode(Sha256::digest(script.as_bytes()))))
        .collect();
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {}; style-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'",
        hashes.join(" ")
    );
    let charset = html.find("<meta charset")?;
    let after = charset + html[charset..].find('>')? + 1;
    Some(format!("{}<meta http-equiv=Content-Security-Policy content=\"{policy}\">{}", &html[..after], &html[after..]))
}

/// The text of every script without `src`.
fn inline_scripts(html: &str) -> Vec<&str> {
    let mut scripts = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find("<script") {
        let Some(open) = rest[start..].find('>') else { break };
        let Some(close) = rest[start..].find("</script>") else { break };
        if !rest[start..start + open].contains(" src") {
            scripts.push(&rest[start + open + 1..start + close]);
        }
        rest = &rest[start + close + 9..];
    }
    scripts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_inline_script_is_allowed_by_its_hash() {
        let html = "<meta charset=utf-8><script type=module>let a;</script><script src=x.js></script>";
        assert_eq!(inline_scripts(html), ["let a;"]);
        let page = with_policy(html).unwrap();
        let hash = STANDARD.encode(Sha256::digest(b"let a;"));
        assert!(page.starts_with("<meta charset=utf-8><meta http-equiv=Content-Security-Policy"));
        assert!(page.contains(&format!("'sha256-{hash}'")) && page.contains("default-src 'none'"));
    }
}
