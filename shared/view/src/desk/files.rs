//! The files that the pages load: the style, the sign, and modules of script that only add to what works
//! without them.

/// A file, served under the digest of all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaticFile {
    /// The name.
    pub name: &'static str,
    /// The media type.
    pub media_type: &'static str,
    /// The content.
    pub content: &'static str,
}

/// The style of every page.
pub(super) const STYLE: StaticFile = StaticFile {
    name: "desk.css",
    media_type: "text/css; charset=utf-8",
    content: include_str!("desk.css"),
};

/// The sign of Wismo, beside its name and in the browser's tab.
pub(super) const SIGN: StaticFile = StaticFile {
    name: "sign.svg",
    media_type: "image/svg+xml",
    content: include_str!("sign.svg"),
};

/// The single keys, which a member can switch off.
pub(super) const SHORTCUTS: StaticFile =
    module("shortcuts.js", include_str!("script/shortcuts.js"));

/// The other modules of the pages of those who are signed in.
pub(super) const MODULES: [StaticFile; 4] = [
    module("search.js", include_str!("script/search.js")),
    module("selection.js", include_str!("script/selection.js")),
    module("unsaved.js", include_str!("script/unsaved.js")),
    module("preview.js", include_str!("script/preview.js")),
];

/// All files.
pub fn all() -> impl Iterator<Item = StaticFile> {
    [STYLE, SIGN, SHORTCUTS].into_iter().chain(MODULES)
}

const fn module(name: &'static str, content: &'static str) -> StaticFile {
    StaticFile {
        name,
        media_type: "text/javascript; charset=utf-8",
        content,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_stay_small_and_write_no_markup() {
        let mut bytes = 0;
        for module in all().filter(|file| file.name.ends_with(".js")) {
            let name = module.name;
            assert!(module.content.lines().count() < 120, "{name}");
            bytes += module.content.len();
            // The policy forbids these; nobody should find out in a browser.
            for sink in [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "eval(",
                "srcdoc",
                "import ",
            ] {
                assert!(!module.content.contains(sink), "{name}: {sink}");
            }
        }
        assert!(bytes < 14 * 1024, "{bytes}");
    }
}
