//! The selection of orders, with what a module of script says of it.

use maud::{Markup, html};

use crate::desk::DeskFrame;
use crate::texts::Texts;

/// The mark in a text that the module replaces by a number.
const NUMBER: &str = "#";

/// A text for every number of orders, of which the module chooses by the language's rules.
struct Counted {
    one: String,
    few: String,
    other: String,
}

impl Counted {
    /// Writes a text for a number of each form that whole numbers below a hundred have in our
    /// languages.
    fn of(texts: Texts, id: &str) -> Self {
        let form = |number: u8| {
            let text = texts.with(id, [("count", number.into())]);
            text.replace(&number.to_string(), NUMBER)
        };
        Self {
            one: form(1),
            few: form(2),
            other: form(5),
        }
    }
}

/// The box that selects all orders of the page. It is of no use without script, which shows it.
pub(super) fn all(frame: &DeskFrame<'_>) -> Markup {
    let selected = Counted::of(frame.texts(), "desk-orders-selected");
    html! {
        div.selection id="selection" hidden {
            label.choice {
                input type="checkbox" autocomplete="off";
                span { (frame.text("desk-orders-select-all")) }
            }
            p.soft role="status" data-one=(selected.one) data-few=(selected.few) data-other=(selected.other) {}
        }
    }
}

/// The button that goes on with what is selected.
pub(super) fn button(frame: &DeskFrame<'_>) -> Markup {
    let go_on = Counted::of(frame.texts(), "desk-orders-bulk-title");
    html! {
        p {
            button.quiet data-one=(go_on.one) data-few=(go_on.few) data-other=(go_on.other) {
                (frame.text("desk-orders-bulk"))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::texts::Language;

    #[test]
    fn every_number_has_its_form_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::of_desk(language);
            for id in ["desk-orders-selected", "desk-orders-bulk-title"] {
                let counted = Counted::of(texts, id);
                for number in 1..=50_u8 {
                    let said = texts.with(id, [("count", number.into())]);
                    // As CLDR has it for whole numbers.
                    let form = match (language, number) {
                        (_, 1) => &counted.one,
                        (Language::Czech, 2..=4) => &counted.few,
                        (_, _) => &counted.other,
                    };
                    assert_eq!(form.matches(NUMBER).count(), 1, "{form}");
                    let written = form.replace(NUMBER, &number.to_string());
                    assert_eq!(written, said, "{language:?}");
                }
            }
        }
    }
}
