//! A host of the site on this machine that a test can take off the network, or give another release.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

/// What it does at the moment.
#[derive(Default)]
struct State {
    /// Whether it answers nobody.
    off: bool,
    /// Files of another release, in place of those of the site.
    newer: BTreeMap<String, Vec<u8>>,
    /// What was asked for.
    asked: Vec<String>,
}

/// The host; it ends with the tests.
pub struct Host {
    /// Its address, with a slash at the end.
    pub address: String,
    state: Arc<Mutex<State>>,
}

impl Host {
    /// Serves the built site.
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}/", listener.local_addr().unwrap());
        let state = Arc::new(Mutex::new(State::default()));
        let (shared, site) = (state.clone(), site());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (state, site) = (shared.clone(), site.clone());
                thread::spawn(move || drop(answer(stream, &state, &site)));
            }
        });
        Self { address, state }
    }

    /// From now on nobody gets an answer.
    pub fn go_off(&self) {
        self.state.lock().unwrap().off = true;
    }

    /// From now on these files are others.
    pub fn release(&self, files: impl IntoIterator<Item = (String, Vec<u8>)>) {
        self.state.lock().unwrap().newer.extend(files);
    }

    /// What was asked for since this was asked last.
    pub fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.state.lock().unwrap().asked)
    }
}

/// The folder of the built site.
pub fn site() -> PathBuf {
    std::env::var("LODESTONE_DIST").expect("LODESTONE_DIST; `cargo xtask test` sets it").into()
}

fn answer(mut stream: TcpStream, state: &Mutex<State>, site: &Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request is read, or closing would throw the answer away.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split([' ', '?']).nth(1).unwrap_or("/").trim_start_matches('/').to_owned();
    let path = if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path };
    let other = {
        let mut state = state.lock().unwrap();
        if state.off {
            return Ok(());
        }
        state.asked.push(path.clone());
        state.newer.get(&path).cloned()
    };
    let found = other.or_else(|| fs::read(site.join(&path)).ok());
    let status = if found.is_some() { "200 OK" } else { "404 Not Found" };
    let kind = match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "webmanifest" => "application/manifest+json",
        "png" => "image/png",
        _ => "text/plain; charset=utf-8",
    };
    let body = found.unwrap_or_default();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    stream.write_all(&body)
}
