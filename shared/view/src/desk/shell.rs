//! The document around every page of the desk.

use maud::{DOCTYPE, Markup, html};
use wismo_domain::staff::{Member, Permission};
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::files::{MODULES, SHORTCUTS, SIGN, STYLE, StaticFile};
use super::shortcuts;
use crate::format;
use crate::page::Document;
use crate::texts::{Language, Texts};

/// The policy of every page: our own style, sign and forms, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; \
                      base-uri 'none'; frame-ancestors 'none'";

/// The rest of the policy of pages for those who are signed in: our own modules, which talk to
/// us alone and never make markup of text.
const SCRIPT_POLICY: &str = "; script-src 'self'; connect-src 'self'; \
                             require-trusted-types-for 'script'; trusted-types 'none'";

/// An entry of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Open tasks.
    Today,
    /// Orders.
    Orders,
    /// Customers.
    Customers,
    /// The decisions of a shop's merchant.
    Settings,
    /// Members.
    People,
    /// Keys of the API.
    ApiKeys,
    /// The record of what was done.
    Record,
}

impl Entry {
    /// Every entry, in the order in which they stand.
    pub(super) const ALL: [Self; 7] = [
        Self::Today,
        Self::Orders,
        Self::Customers,
        Self::Settings,
        Self::People,
        Self::ApiKeys,
        Self::Record,
    ];

    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Today => "",
            Self::Customers => "customers",
            Self::Orders => "orders",
            Self::Settings => "settings",
            Self::People => "people",
            Self::ApiKeys => "keys",
            Self::Record => "record",
        }
    }

    pub(super) const fn text(self) -> &'static str {
        match self {
            Self::Today => "desk-today",
            Self::Customers => "desk-customers-title",
            Self::Orders => "desk-orders",
            Self::Settings => "desk-settings",
            Self::People => "desk-people",
            Self::ApiKeys => "desk-keys",
            Self::Record => "desk-record",
        }
    }

    pub(super) const fn needs(self) -> Permission {
        match self {
            Self::Today | Self::Orders | Self::Customers => Permission::View,
            Self::Settings => Permission::Configure,
            Self::People | Self::ApiKeys | Self::Record => Permission::ManagePeople,
        }
    }
}

/// The member who looks at a page.
#[derive(Clone, Copy)]
pub struct Visitor<'a> {
    /// The member.
    pub member: &'a Member,
    /// The entry that the page belongs to, if it is one.
    pub here: Option<Entry>,
}

/// Everything that is around a page.
#[derive(Clone, Copy)]
pub struct DeskFrame<'a> {
    /// The language.
    pub language: Language,
    /// The path that the desk's own begin with, such as `/desk`.
    pub root: &'a str,
    /// The digest that the style and the modules are served under.
    pub files: &'a str,
    /// The words that were searched for, on the page that shows what they found.
    pub searched: Option<&'a str>,
    /// The member who looks, on pages that need one.
    pub visitor: Option<Visitor<'a>>,
    /// The clock that times are shown by.
    pub zone: &'a TimeZone,
    /// The present time.
    pub now: Timestamp,
}

impl DeskFrame<'_> {
    /// The texts of the page.
    #[must_use]
    pub fn texts(&self) -> Texts {
        Texts::of_desk(self.language)
    }

    /// A text without arguments.
    #[must_use]
    pub fn text(&self, id: &str) -> String {
        self.texts().get(id).into_owned()
    }

    /// The path of a page of the desk.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("{}/{path}", self.root)
    }

    /// The address of the style or a module.
    #[must_use]
    pub fn file(&self, name: &str) -> String {
        self.at(&format!("static/{}/{name}", self.files))
    }

    /// A moment, readable by people and by machines: as people say it, with the whole date in
    /// its title.
    #[must_use]
    pub fn moment(&self, at: Timestamp) -> Markup {
        let machine = Timestamp::from_second(at.as_second()).unwrap_or(at);
        let whole = format::date_time(self.language, at, self.zone);
        let day = self.zone.local(at).date();
        let today = self.zone.local(self.now).date();
        let said = |id: &str| {
            let time = format::time(self.language, at, self.zone);
            self.texts().with(id, [("time", time.into())]).into_owned()
        };
        let short = if day == today {
            said("desk-moment-today")
        } else if day.tomorrow().is_ok_and(|next| next == today) {
            said("desk-moment-yesterday")
        } else if day.year() == today.year() {
            format::date_time_of_year(self.language, at, self.zone)
        } else {
            whole.clone()
        };
        html! {
            time datetime=(machine.to_string()) title=[(short != whole).then_some(&whole)] { (short) }
        }
    }

    /// The whole document around a page's content.
    #[must_use]
    pub fn document(&self, title: &str, content: &Markup) -> Document {
        let html = html! {
            (DOCTYPE)
            html lang=(self.language.code()) dir=(self.language.direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="robots" content="noindex";
                    title { (title) " – Wismo" }
                    link rel="icon" type=(SIGN.media_type) href=(self.file(SIGN.name));
                    link rel="stylesheet" href=(self.file(STYLE.name));
                    @for module in self.modules() {
                        script type="module" src=(self.file(module.name)) {}
                    }
                }
                body {
                    a.skip href="#main" { (self.text("desk-skip")) }
                    (self.header())
                    main id="main" { (content) }
                    @if self.has_shortcuts() { (shortcuts::list(self)) }
                }
            }
        };
        self.answer(html)
    }

    /// A document, or a part of one that a module asks for.
    pub(super) fn answer(&self, html: Markup) -> Document {
        let script = self.visitor.map_or("", |_| SCRIPT_POLICY);
        Document {
            html: html.into_string(),
            policy: format!("{POLICY}{script}"),
            renewed_after: None,
        }
    }

    /// The modules of the page: none where nobody is signed in.
    fn modules(&self) -> impl Iterator<Item = StaticFile> {
        let others = self.visitor.map(|_| MODULES).into_iter().flatten();
        others.chain(self.has_shortcuts().then_some(SHORTCUTS))
    }

    fn has_shortcuts(&self) -> bool {
        self.visitor
            .is_some_and(|visitor| !visitor.member.profile().without_shortcuts)
    }

    /// The box in which one searches all shops, and the place where a module lists what it
    /// finds meanwhile.
    fn search(&self) -> Markup {
        html! {
            form.find role="search" action=(self.at("search")) {
                label.unseen for="find" { (self.text("desk-search-label")) }
                input id="find" name="q" type="search" maxlength="200" autocomplete="off"
                    autocapitalize="none" spellcheck="false" value=[self.searched]
                    placeholder=(self.text("desk-search-placeholder"));
                button.quiet { (self.text("desk-search-do")) }
                div.hits id="hits" role="listbox" aria-label=(self.text("desk-search"))
                    data-from=(self.at("search/hits")) hidden {}
                p.unseen role="status" {}
            }
        }
    }

    /// The head of the page. Where it is narrow, all but the search is folded into a menu.
    fn header(&self) -> Markup {
        let Some(visitor) = self.visitor else {
            return html! { header.bare { p.brand { "Wismo" } } };
        };
        let access = visitor.member.access();
        let entries = Entry::ALL
            .into_iter()
            .filter(|entry| access.may(entry.needs()));
        html! {
            header {
                p.brand { a href=(self.at("")) { "Wismo" } }
                (self.search())
                details.menu.unfolds {
                    summary { (self.text("desk-menu")) }
                    nav aria-label=(self.text("desk-entries")) {
                        ul {
                            @for entry in entries {
                                li {
                                    a href=(self.at(entry.path()))
                                        aria-current=[(visitor.here == Some(entry)).then_some("page")] {
                                        (self.text(entry.text()))
                                    }
                                }
                            }
                        }
                    }
                    div.me {
                        a href=(self.at("me")) { (visitor.member.name()) }
                        form method="post" action=(self.at("sign-out")) {
                            button.quiet { (self.text("desk-sign-out")) }
                        }
                    }
                }
            }
        }
    }
}
