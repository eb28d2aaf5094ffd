//! A static server for `dist/`, on this machine only.

use std::net::TcpListener;
use std::path::Path;
use std::thread;

use axum::Router;
use axum::http::{HeaderValue, header};
use tokio::runtime::Builder;
use tower_http::services::ServeDir;
use tower_http::set_header::SetResponseHeaderLayer;

use crate::site;
use crate::tools::Outcome;

/// The port that is tried first.
const PORT: u16 = 8080;

/// Builds the page and serves it until the program is stopped.
pub fn run() -> Outcome<()> {
    let dist = site::publish()?;
    let served = Served::start(&dist, PORT).or_else(|_| Served::start(&dist, 0))?;
    println!("\nLodestone is at {}\nPress Ctrl+C to stop.", served.address);
    served.wait();
    Ok(())
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
        let fault = |e: std::io::Error| format!("port {port} could not be opened ({e}).");
        let listener = TcpListener::bind(("127.0.0.1", port)).map_err(fault)?;
        listener.set_nonblocking(true).map_err(fault)?;
        let address = format!("http://{}/", listener.local_addr().map_err(fault)?);
        let runtime = Builder::new_current_thread().enable_all().build().map_err(fault)?;
        // Always asked again: a page built a moment ago must not come from a cache.
        let fresh = SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
        let site = Router::new().fallback_service(ServeDir::new(folder)).layer(fresh);
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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn ask(served: &Served, path: &str) -> String {
        let host = served.address.trim_start_matches("http://").trim_end_matches('/');
        let mut stream = TcpStream::connect(host).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn files_are_served_with_their_kind_and_nothing_outside_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("index.html"), "<p>here").unwrap();
        std::fs::write(site.join("a.wasm"), "wasm").unwrap();
        std::fs::write(folder.path().join("secret"), "secret").unwrap();
        let served = Served::start(&site, 0).unwrap();
        assert!(ask(&served, "/").contains("text/html") && ask(&served, "/?lang=ko").ends_with("<p>here"));
        assert!(ask(&served, "/a.wasm").contains("application/wasm"));
        for path in ["/../secret", "/%2e%2e/secret", "//../secret"] {
            assert!(!ask(&served, path).contains("secret"), "{path}");
        }
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
