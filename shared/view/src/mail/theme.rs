//! The colours of a mail: the shop's own, if it has some.

use wismo_domain::settings::{Brand, Colour};

use crate::colour::{BLACK, WHITE, readable};

/// The colour of the smallest text around the sheet: see `style`.
const MUTED: Colour = rgb(0x56, 0x62, 0x5c);
/// The colour of the sheet in the dark.
const DARK: Colour = rgb(0x1b, 0x21, 0x1e);
/// Our own colours, in the light and in the dark.
const ACCENT: Colour = rgb(0x1f, 0x5f, 0x4f);
const ACCENT_IN_THE_DARK: Colour = rgb(0x8f, 0xd6, 0xbe);
const GROUND: Colour = rgb(0xf2, 0xf4, 0xf1);

const fn rgb(red: u8, green: u8, blue: u8) -> Colour {
    Colour { red, green, blue }
}

/// The colours of a mail, each fit to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Theme {
    /// The colour of buttons and links.
    pub(super) accent: Colour,
    /// The same colour in the dark.
    pub(super) accent_in_the_dark: Colour,
    /// The colour around the sheet.
    pub(super) ground: Colour,
}

impl Theme {
    pub(super) fn of(brand: &Brand) -> Self {
        let accent = brand.accent.map(|own| {
            let in_the_dark = readable(own, DARK, WHITE);
            (readable(own, WHITE, BLACK), in_the_dark)
        });
        let (accent, accent_in_the_dark) = accent.unwrap_or((ACCENT, ACCENT_IN_THE_DARK));
        Self {
            accent,
            accent_in_the_dark,
            ground: brand
                .background
                .map_or(GROUND, |own| readable(own, MUTED, WHITE)),
        }
    }

    /// The style of a box in the accent.
    pub(super) fn fill(&self) -> String {
        format!("background-color:{};", self.accent)
    }

    /// The style of a text in the accent.
    pub(super) fn ink(&self) -> String {
        format!("color:{};", self.accent)
    }

    /// The style of a box around the sheet.
    pub(super) fn paper(&self) -> String {
        format!("background-color:{};", self.ground)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colours_of_its_own_a_shop_has_ours() {
        let look = Theme::of(&Brand::default());
        assert_eq!(look.accent.to_string(), "#1f5f4f");
        assert_eq!(look.ground.to_string(), "#f2f4f1");
    }

    #[test]
    fn colours_that_cannot_be_read_are_mended() {
        let brand = Brand {
            accent: Some("#ffdd00".parse().unwrap()),
            background: Some("#203040".parse().unwrap()),
            ..Brand::default()
        };
        let look = Theme::of(&brand);
        // Yellow for a button with white text becomes brown; in the dark it stays.
        assert_ne!(look.accent.to_string(), "#ffdd00");
        assert_eq!(look.accent_in_the_dark.to_string(), "#ffdd00");
        assert_ne!(look.ground.to_string(), "#203040");
    }
}
