//! Where the site will stand: known to whoever publishes it, and only when they say so.

/// The address of the top of the site, with a slash at its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address(String);

/// Characters of a host and its port, and of a folder.
const HOST: &str = ".-:";
const FOLDER: &str = "/.-_~";

impl Address {
    /// Reads an address like `https://example.org/folder/`; the slash at the end may be missing.
    ///
    /// # Errors
    /// A sentence that says what an address looks like.
    pub fn read(text: &str) -> Result<Self, String> {
        let wrong =
            || format!("“{text}” is no address of a site; it is written whole, as https://example.org/folder/.");
        let rest = ["https://", "http://"].into_iter().find_map(|scheme| text.strip_prefix(scheme));
        let (host, path) = rest.map(|rest| rest.split_once('/').unwrap_or((rest, ""))).ok_or_else(wrong)?;
        let made_of = |text: &str, more: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c));
        let named = host.starts_with(|c: char| c.is_ascii_alphanumeric()) && made_of(host, HOST);
        let plain = made_of(path, FOLDER) && path.split('/').all(|part| !matches!(part, "." | ".."));
        let straight = !path.contains("//") && !path.starts_with('/');
        if !named || !plain || !straight {
            return Err(wrong());
        }
        Ok(Self(format!("{}/", text.trim_end_matches('/'))))
    }

    /// The address of what stands at `path` below the top.
    #[must_use]
    pub fn to(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }

    /// The folder of the site on its host, with a slash on both sides: `/` or `/folder/`.
    #[must_use]
    pub fn folder(&self) -> &str {
        let host = self.0.find("://").map_or(0, |i| i + 3);
        self.0[host..].find('/').map_or("/", |i| &self.0[host + i..])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_whole_and_leads_to_what_stands_below() {
        for (text, folder) in [
            ("https://example.org", "/"),
            ("https://example.org/", "/"),
            ("http://127.0.0.1:8080/", "/"),
            ("https://someone.github.io/lodestone", "/lodestone/"),
            ("https://example.org/a/b-c_d/", "/a/b-c_d/"),
        ] {
            let address = Address::read(text).unwrap();
            assert_eq!(address.folder(), folder, "{text}");
            assert_eq!(address.to("en/"), format!("{}/en/", text.trim_end_matches('/')));
        }
    }

    #[test]
    fn what_is_no_address_is_refused_in_a_sentence_that_shows_one() {
        for text in [
            "",
            "example.org",
            "ftp://example.org/",
            "https://",
            "https:///folder/",
            "https://example.org/?a=1",
            "https://example.org/#top",
            "https://example.org//a/",
            "https://example.org/../a/",
            "https://example.org/a b/",
            "https://example.org/\"><script>",
            "https://user@example.org/",
        ] {
            let why = Address::read(text).unwrap_err();
            assert!(why.contains(&format!("“{text}”")) && why.contains("https://example.org/folder/"), "{why}");
        }
    }
}
