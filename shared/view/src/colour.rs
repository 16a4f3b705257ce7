//! Colours that can be read: a shop's own, mended if they cannot.

use wismo_domain::settings::Colour;

pub(crate) const BLACK: Colour = grey(0);
pub(crate) const WHITE: Colour = grey(255);

const fn grey(part: u8) -> Colour {
    Colour {
        red: part,
        green: part,
        blue: part,
    }
}

/// The least contrast of text (WCAG 2.2, success criterion 1.4.3, level AA),
/// and a little more, since the calculation here is slightly off.
const LEAST: f32 = 4.7;

/// Number of steps in which a colour is mixed.
const STEPS: u16 = 32;

/// A colour as the eye weighs it, from 0 for black to 1 for white (WCAG's
/// relative luminance; the curve of sRGB by a polynomial, off by less than 0.002).
fn luminance(colour: Colour) -> f32 {
    let linear = |part: u8| {
        let c = f32::from(part) / 255.0;
        c * (c * (c * 0.305_306 + 0.682_171_1) + 0.012_522_88)
    };
    0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/// The contrast of two colours, from 1 to 21.
fn contrast(one: Colour, other: Colour) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A colour mixed with another one just far enough that it stands out from `from`.
pub(crate) fn readable(colour: Colour, from: Colour, towards: Colour) -> Colour {
    let mix = |step: u16| {
        let part = |own: u8, other: u8| {
            let mixed = u16::from(own) * (STEPS - step) + u16::from(other) * step;
            u8::try_from(mixed / STEPS).unwrap_or(u8::MAX)
        };
        Colour {
            red: part(colour.red, towards.red),
            green: part(colour.green, towards.green),
            blue: part(colour.blue, towards.blue),
        }
    };
    let mut mixed = (0..STEPS).map(mix);
    mixed
        .find(|mixed| contrast(*mixed, from) >= LEAST)
        .unwrap_or(towards)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(colour: Colour) -> f64 {
        let linear = |part: u8| {
            let c = f64::from(part) / 255.0;
            if c <= 0.04045 {
                c / 12.92
            } else {
                ((c + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
    }

    fn exact_contrast(one: Colour, other: Colour) -> f64 {
        let (one, other) = (exact(one), exact(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn colours() -> impl Iterator<Item = Colour> {
        let parts = || (0..=255_u8).step_by(17);
        parts().flat_map(move |red| {
            parts().flat_map(move |green| parts().map(move |blue| Colour { red, green, blue }))
        })
    }

    fn colour(text: &str) -> Colour {
        text.parse().unwrap()
    }

    #[test]
    fn every_colour_can_be_read_once_it_is_mended() {
        let (black, white) = (colour("#000000"), colour("#ffffff"));
        for (from, towards) in [(white, black), (colour("#1b211e"), white)] {
            for own in colours() {
                let mended = readable(own, from, towards);
                let contrast = exact_contrast(mended, from);
                assert!(contrast >= 4.5, "{own} became {mended}: {contrast}");
            }
        }
    }

    #[test]
    fn what_can_be_read_stays_as_it_is() {
        let (black, white) = (colour("#000000"), colour("#ffffff"));
        for own in colours().filter(|own| exact_contrast(*own, white) > 4.9) {
            assert_eq!(readable(own, white, black), own);
        }
        assert_eq!(
            readable(colour("#1f5f4f"), white, black).to_string(),
            "#1f5f4f"
        );
    }

    #[test]
    fn the_curve_is_that_of_srgb() {
        for grey in 0..=255 {
            let grey = Colour {
                red: grey,
                green: grey,
                blue: grey,
            };
            let off = (f64::from(luminance(grey)) - exact(grey)).abs();
            assert!(off < 0.002, "{grey} is off by {off}");
        }
    }
}
