//! The languages that a reader can choose from.

use maud::{Markup, html};

use crate::texts::{Language, Texts};

/// The languages, each by its own name; `page` is the links' address without a query.
pub(super) fn languages(texts: Texts, page: &str) -> Markup {
    html! {
        nav aria-label=(texts.get("page-language")) {
            ul {
                @for language in Language::ALL {
                    @let code = language.code();
                    li {
                        @if language == texts.language {
                            span aria-current="true" lang=(code) { (language.own_name()) }
                        } @else {
                            a href={ (page) "?language=" (code) } lang=(code) hreflang=(code) {
                                (language.own_name())
                            }
                        }
                    }
                }
            }
        }
    }
}
