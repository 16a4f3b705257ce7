//! The browser and the system that a browser's name for itself says, for people to read.

/// Marks of the browsers, the more particular ones first: most say that they are others, too.
const BROWSERS: [(&str, &str); 8] = [
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("FxiOS/", "Firefox"),
    ("Firefox/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Marks of the systems, the more particular ones first.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// A browser and its system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Browser {
    /// The name of the browser.
    pub(super) name: &'static str,
    /// The name of the system.
    pub(super) system: &'static str,
}

impl Browser {
    /// Reads a browser's name for itself; none if it is not one of the usual ones.
    pub(super) fn of(user_agent: &str) -> Option<Self> {
        let known = |table: &[(&str, &'static str)]| {
            let mut table = table.iter();
            let found = table.find(|(mark, _)| user_agent.contains(mark));
            found.map(|(_, name)| *name)
        };
        Some(Self {
            name: known(&BROWSERS)?,
            system: known(&SYSTEMS)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_browsers_are_told_by_their_names_for_themselves() {
        for (user_agent, expected) in [
            (
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
                Some(("Chrome", "Linux")),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
                Some(("Edge", "Windows")),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1",
                Some(("Safari", "iPhone")),
            ),
            (
                "Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0",
                Some(("Firefox", "Android")),
            ),
            ("curl/8.14.1", None),
            ("", None),
        ] {
            let read = Browser::of(user_agent).map(|read| (read.name, read.system));
            assert_eq!(read, expected, "{user_agent}");
        }
    }
}
