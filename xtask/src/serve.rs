//! A small static server for `dist/`, on this machine only.

use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::thread;

use tiny_http::{Header, Request, Response, Server};

use crate::site;
use crate::tools::Outcome;

/// The port that is tried first.
const PORT: u16 = 8080;

/// Builds the page and serves it until the program is stopped.
pub fn run() -> Outcome<()> {
    let dist = site::build()?;
    let served = Served::start(&dist, PORT).or_else(|_| Served::start(&dist, 0))?;
    println!("\nLodestone is at {}\nPress Ctrl+C to stop.", served.address);
    served.wait();
    Ok(())
}

/// A running server; it stops when dropped.
pub struct Served {
    /// Its address, with a slash at the end.
    pub address: String,
    server: Arc<Server>,
    thread: Option<thread::JoinHandle<()>>,
}

impl Served {
    /// Serves `folder` on 127.0.0.1; port 0 lets the system choose.
    pub fn start(folder: &Path, port: u16) -> Outcome<Self> {
        let server =
            Server::http(("127.0.0.1", port)).map_err(|e| format!("port {port} could not be opened ({e})."))?;
        let server = Arc::new(server);
        let port = server.server_addr().to_ip().map_or(port, |a| a.port());
        let (listener, folder) = (server.clone(), folder.to_owned());
        let thread = thread::spawn(move || {
            for request in listener.incoming_requests() {
                // A thread each: a reader who stops reading must not keep the others waiting.
                let folder = folder.clone();
                thread::spawn(move || {
                    // A reader who went away is no fault of ours.
                    let _ = answer(request, &folder);
                });
            }
        });
        Ok(Self { address: format!("http://127.0.0.1:{port}/"), server, thread: Some(thread) })
    }

    /// Waits until the server stops.
    pub fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn answer(request: Request, folder: &Path) -> std::io::Result<()> {
    let file = wanted(folder, request.url());
    match file.and_then(|f| Some((fs::read(&f).ok()?, kind(&f)))) {
        Some((bytes, kind)) => {
            let mut response = Response::from_data(bytes);
            for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-cache")] {
                if let Ok(header) = Header::from_bytes(name, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
        None => request.respond(Response::from_string("Not here.").with_status_code(404)),
    }
}

/// The file that an address means; `None` for one that leaves the folder.
fn wanted(folder: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?.trim_start_matches('/');
    let path = Path::new(path);
    if !path.components().all(|c| matches!(c, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_cannot_leave_the_folder() {
        let folder = Path::new("/site");
        assert_eq!(wanted(folder, "/a.js?x=1"), Some(PathBuf::from("/site/a.js")));
        assert_eq!(wanted(folder, "/../etc/passwd"), None);
        assert_eq!(wanted(folder, "//etc/passwd"), Some(PathBuf::from("/site/etc/passwd")));
    }
}
