//! The single keys: their list, which a module shows and takes its keys from.

use maud::{Markup, html};

use super::shell::{DeskFrame, Entry};

/// The keys of an entry, pressed one after the other.
const fn keys(entry: Entry) -> Option<&'static str> {
    match entry {
        Entry::Today => Some("g t"),
        Entry::Orders => Some("g o"),
        Entry::Customers => Some("g c"),
        Entry::Settings | Entry::People | Entry::ApiKeys | Entry::Record => None,
    }
}

/// The list of all keys, which `?` opens.
pub(super) fn list(frame: &DeskFrame<'_>) -> Markup {
    let entries = Entry::ALL.into_iter();
    let entries = entries.filter_map(|entry| Some((entry, keys(entry)?)));
    html! {
        dialog id="shortcuts" aria-labelledby="shortcuts-title" {
            h2 id="shortcuts-title" { (frame.text("desk-shortcuts")) }
            dl.facts {
                (line("/", &html! { (frame.text("desk-search-label")) }))
                @for (entry, keys) in entries {
                    (line(keys, &html! {
                        a href=(frame.at(entry.path())) data-keys=(keys) { (frame.text(entry.text())) }
                    }))
                }
                (line("j", &html! { (frame.text("desk-shortcuts-next")) }))
                (line("k", &html! { (frame.text("desk-shortcuts-previous")) }))
                (line("?", &html! { (frame.text("desk-shortcuts-list")) }))
            }
            p.soft { a href=(frame.at("me")) { (frame.text("desk-shortcuts-off")) } }
            form method="dialog" { p { button.quiet { (frame.text("desk-shortcuts-close")) } } }
        }
    }
}

fn line(keys: &str, what: &Markup) -> Markup {
    html! {
        div {
            dt { @for key in keys.split(' ') { kbd { (key) } " " } }
            dd { (what) }
        }
    }
}
