//! A static server for the site, on this machine only: it serves as `docs/hosting.md` asks hosts to, and for tests as
//! hosts do that do not.

use std::net::TcpListener;
use std::path::Path;
use std::thread;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use tokio::runtime::Builder;
use tower_http::services::{ServeDir, ServeFile};

use crate::tools::Outcome;
use crate::{hosting, site};

/// The port that is tried first.
const PORT: u16 = 8080;

/// Builds the page and serves it until the program is stopped.
pub fn run() -> Outcome<()> {
    let dist = site::publish(None)?;
    let served = Served::start(&dist, PORT).or_else(|_| Served::start(&dist, 0))?;
    println!("\nLodestone is at {}\nPress Ctrl+C to stop.", served.address);
    served.wait();
    Ok(())
}

/// What a host does wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quirk {
    /// Nothing.
    None,
    /// It calls programs a stream of bytes, as one does that has never heard of wasm.
    WrongMime,
    /// It has no programs.
    NoWasm,
}

/// A running server; it ends with the program.
pub struct Served {
    /// Its address, with a slash at the end.
    pub address: String,
    thread: thread::JoinHandle<()>,
}

impl Served {
    /// Serves `folder` on 127.0.0.1; port 0 lets the system choose.
    pub fn start(folder: &Path, port: u16) -> Outcome<Self> {
        Self::start_with(folder, port, Quirk::None)
    }

    /// The same as a host with a quirk.
    pub fn start_with(folder: &Path, port: u16, quirk: Quirk) -> Outcome<Self> {
        let fault = |e: std::io::Error| format!("port {port} could not be opened ({e}).");
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(fault)?;
        listener.set_nonblocking(true).map_err(fault)?;
        let address = format!("http://{}/", listener.local_addr().map_err(fault)?);
        let runtime = Builder::new_current_thread().enable_all().build().map_err(fault)?;
        let missing = ServeFile::new(folder.join("404.html")).precompressed_br().precompressed_gzip();
        let files = ServeDir::new(folder).precompressed_br().precompressed_gzip().not_found_service(missing);
        let said = from_fn(move |request: Request, next: Next| answer(request, next, quirk));
        let site = Router::new().fallback_service(files).layer(said);
        let thread = thread::spawn(move || {
            runtime.block_on(async move {
                match tokio::net::TcpListener::from_std(listener) {
                    Ok(listener) => drop(axum::serve(listener, site).await),
                    Err(why) => eprintln!("The server could not be started ({why})."),
                }
            });
        });
        Ok(Self { address, thread })
    }

    /// Waits until the server stops.
    pub fn wait(self) {
        drop(self.thread.join());
    }
}

/// The answer of the files, with what goes with it.
async fn answer(request: Request, next: Next, quirk: Quirk) -> Response {
    let path = request.uri().path().to_owned();
    let wasm = path.ends_with(".wasm");
    if wasm && quirk == Quirk::NoWasm {
        return StatusCode::NOT_FOUND.into_response();
    }
    let mut response = next.run(request).await;
    let cache = if response.status() == StatusCode::NOT_FOUND { hosting::ASK } else { hosting::cache(&path) };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    // The same address has another answer for who takes another encoding.
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    for (name, value) in hosting::ALWAYS {
        if let Ok(name) = HeaderName::from_bytes(name.as_bytes()) {
            headers.insert(name, HeaderValue::from_static(value));
        }
    }
    if wasm && quirk == Quirk::WrongMime {
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask_for(served: &Served, path: &str, more: &str) -> String {
        let host = served.address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{more}Connection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn ask(served: &Served, path: &str) -> String {
        ask_for(served, path, "")
    }

    #[test]
    fn files_are_served_with_their_kind_and_nothing_outside_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("index.html"), "<p>here").unwrap();
        std::fs::write(site.join("404.html"), "<p>nothing").unwrap();
        std::fs::write(site.join("a.wasm"), "wasm").unwrap();
        std::fs::write(folder.path().join("secret"), "secret").unwrap();
        let served = Served::start(&site, 0).unwrap();
        assert!(ask(&served, "/").contains("text/html") && ask(&served, "/?lang=ko").ends_with("<p>here"));
        assert!(ask(&served, "/a.wasm").contains("application/wasm"));
        for path in ["/../secret", "/%2e%2e/secret", "//../secret"] {
            assert!(!ask(&served, path).contains("secret"), "{path}");
        }
        let missing = ask(&served, "/none/");
        assert!(missing.starts_with("HTTP/1.1 404") && missing.ends_with("<p>nothing"), "{missing}");
    }

    #[test]
    fn compressed_neighbours_and_caches_are_used_as_the_guide_says() {
        let site = tempfile::tempdir().unwrap();
        let name = "a-0123456789abcdef.js";
        for (end, text) in [("", "plain"), (".br", "small"), (".gz", "little")] {
            std::fs::write(site.path().join(format!("{name}{end}")), text).unwrap();
        }
        std::fs::write(site.path().join("index.html"), "<p>here").unwrap();
        let served = Served::start(site.path(), 0).unwrap();
        for (accepted, encoding, text) in [
            ("br, gzip", "content-encoding: br", "small"),
            ("gzip", "content-encoding: gzip", "little"),
            ("identity", "", "plain"),
        ] {
            let answer = ask_for(&served, &format!("/{name}"), &format!("Accept-Encoding: {accepted}\r\n"));
            assert!(answer.contains(encoding) && answer.ends_with(text), "{answer}");
            assert!(answer.contains("javascript"), "the kind of the plain file: {answer}");
            assert!(answer.contains(&format!("cache-control: {}", hosting::FOREVER)), "{answer}");
            assert!(answer.contains("vary: Accept-Encoding"), "{answer}");
        }
        let document = ask(&served, "/");
        assert!(document.contains(&format!("cache-control: {}", hosting::ASK)), "{document}");
        assert!(document.contains("x-content-type-options: nosniff"), "{document}");
    }

    #[test]
    fn a_host_that_does_not_know_wasm_and_one_that_has_none_can_be_had() {
        let site = tempfile::tempdir().unwrap();
        std::fs::write(site.path().join("a.wasm"), "wasm").unwrap();
        std::fs::write(site.path().join("index.html"), "<p>here").unwrap();
        let wrong = Served::start_with(site.path(), 0, Quirk::WrongMime).unwrap();
        let answer = ask(&wrong, "/a.wasm");
        assert!(answer.contains("content-type: application/octet-stream") && answer.ends_with("wasm"), "{answer}");
        let none = Served::start_with(site.path(), 0, Quirk::NoWasm).unwrap();
        assert!(ask(&none, "/a.wasm").starts_with("HTTP/1.1 404") && ask(&none, "/").ends_with("<p>here"));
    }

    #[test]
    fn a_client_that_keeps_many_connections_open_keeps_nobody_waiting() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p>here").unwrap();
        let served = Served::start(folder.path(), 0).unwrap();
        let host = served.address.trim_start_matches("http://").trim_end_matches('/').to_owned();
        let idle: Vec<_> = (0..20).map(|_| TcpStream::connect(&host).unwrap()).collect();
        assert!(ask(&served, "/").ends_with("<p>here"));
        drop(idle);
    }
}
