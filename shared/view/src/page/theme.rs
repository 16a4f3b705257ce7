//! The colours of a page: the shop's own, if it has some.

use wismo_domain::settings::{Brand, Colour};

use crate::colour::{BLACK, WHITE, readable};

/// The colour of the page in the dark: `--paper` there.
const DARK: Colour = Colour {
    red: 0x1b,
    green: 0x1d,
    blue: 0x1f,
};

/// The colour of the text around the page's sheet: `--text`.
const TEXT: Colour = Colour {
    red: 0x1c,
    green: 0x1c,
    blue: 0x1b,
};

/// The rules that put a shop's colours in place of ours, each fit to read; `None` if
/// it has none.
pub(super) fn colours(brand: &Brand) -> Option<String> {
    let mut light = String::new();
    let mut dark = String::new();
    if let Some(accent) = brand.accent {
        light = format!("--accent:{};", readable(accent, WHITE, BLACK));
        dark = format!(
            "--accent:{};--on-accent:#000",
            readable(accent, DARK, WHITE)
        );
    }
    if let Some(ground) = brand.background {
        light.push_str(&format!("--desk:{};", readable(ground, TEXT, WHITE)));
    }
    if light.is_empty() {
        return None;
    }
    // On paper, black will do.
    Some(format!(
        "@media screen and (prefers-color-scheme:light){{:root{{{light}}}}}\
         @media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}"
    ))
}
