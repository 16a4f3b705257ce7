//! The form of a status: its words in each language, its stage, its template, and where a
//! move to it is told.

use maud::{Markup, html};
use wismo_domain::order::Stage;
use wismo_domain::settings::{Channel, StatusRule};
use wismo_domain::shop::Shop;

use super::NotSaved;
use crate::desk::field::{Field, FieldKind, WrongField, carried, summary, typed};
use crate::desk::{DeskFrame, path};
use crate::page::Document;
use crate::texts::Language;
use crate::words::{self, Goods};

/// The name of the field that says which version of the settings a form was made of.
pub const VERSION: &str = "version";

/// The name of the field for the words in a language.
#[must_use]
pub const fn label_field(language: Language) -> &'static str {
    match language {
        Language::English => "label-en",
        Language::Danish => "label-da",
        Language::Dutch => "label-nl",
        Language::Czech => "label-cs",
        Language::Norwegian => "label-nb",
        Language::Swedish => "label-sv",
        Language::German => "label-de",
        Language::French => "label-fr",
    }
}

/// The word for a channel, in forms.
#[must_use]
pub const fn channel_word(channel: Channel) -> &'static str {
    match channel {
        Channel::Off => "off",
        Channel::Page => "page",
        Channel::Mail => "mail",
    }
}

/// The channels, as they are offered.
pub const CHANNELS: [Channel; 3] = [Channel::Mail, Channel::Page, Channel::Off];

/// The content of the page.
pub struct StatusPage<'a> {
    /// The document around it.
    pub frame: DeskFrame<'a>,
    /// The shop.
    pub shop: &'a Shop,
    /// The code of the status; none for one that is being added.
    pub code: Option<&'a str>,
    /// The fields, as they were typed or as they stand in the settings.
    pub fields: &'a [(&'a str, &'a str)],
    /// The names of the templates that there are.
    pub templates: &'a [String],
    /// The version of the settings that is in force.
    pub version: u64,
    /// The fields that were wrong.
    pub wrong: &'a [WrongField],
    /// The reason why nothing was saved.
    pub not_saved: Option<NotSaved>,
}

/// The fields of a status as it stands in the settings.
#[must_use]
pub fn fields(rule: &StatusRule) -> Vec<(&'static str, &str)> {
    let mut fields = vec![
        ("code", rule.code.as_str()),
        ("label", rule.label.as_deref().unwrap_or_default()),
        ("stage", rule.stage.map_or("", Stage::word)),
        ("template", rule.template.as_deref().unwrap_or_default()),
        ("notify", rule.notify.map_or("", channel_word)),
    ];
    for language in Language::ALL {
        let mut labels = rule.labels.iter();
        let label = labels.find(|(tag, _)| Language::known(tag) == Some(language));
        fields.extend(label.map(|(_, words)| (label_field(language), words.as_str())));
    }
    fields
}

/// The stage of a status in words.
pub(super) fn stage_text(frame: &DeskFrame<'_>, stage: Option<Stage>) -> String {
    match stage {
        Some(stage) => words::stage(frame.texts(), Goods::Shipped, stage).into_owned(),
        None => frame.text("desk-settings-stage-platform"),
    }
}

/// The places where a move to a status is told, in words.
pub(super) fn telling_text(frame: &DeskFrame<'_>, channel: Option<Channel>) -> String {
    frame.text(match channel {
        None => "desk-settings-notify-rule",
        Some(Channel::Mail) => "desk-settings-notify-mail",
        Some(Channel::Page) => "desk-settings-notify-page",
        Some(Channel::Off) => "desk-settings-notify-off",
    })
}

/// The page.
#[must_use]
pub fn page(page: &StatusPage<'_>) -> Document {
    let frame = &page.frame;
    let title = frame.text(match page.code {
        None => "desk-settings-status-add",
        Some(_) => "desk-settings-status-edit",
    });
    let version = page.version.to_string();
    let field = |name, label, hint, kind| Field {
        name,
        label,
        hint,
        kind,
        value: typed(page.fields, name),
    };
    let code = field(
        "code",
        "desk-settings-code",
        Some("desk-settings-code-hint"),
        FieldKind::Text,
    );
    let label = field(
        "label",
        "desk-settings-label",
        Some("desk-settings-label-hint"),
        FieldKind::Optional,
    );
    let content = html! {
        div.narrow {
            p { a href=(frame.at(&path::statuses(&page.shop.id))) { (frame.text("desk-settings-statuses")) } }
            div.heading {
                h1 { (title) }
                p.soft { (page.shop.name) }
            }
            @if let Some(not_saved) = page.not_saved { (not_saved.html(frame)) }
            (summary(frame, page.wrong))
            form method="post" {
                (carried([(VERSION, version.as_str())]))
                @match page.code {
                    None => (code.html(frame, page.wrong)),
                    Some(code) => p { (frame.text("desk-settings-code")) ": " strong { bdi { (code) } } },
                }
                (label.html(frame, page.wrong))
                fieldset {
                    legend { (frame.text("desk-settings-labels")) }
                    @for language in Language::ALL { (spoken(page, language)) }
                }
                (stages(page))
                (templates(page))
                (channels(page))
                p { button { (frame.text("desk-save")) } }
            }
        }
    };
    frame.document(&title, &content)
}

/// The field for the words in a language, under the name that its speakers give it.
fn spoken(page: &StatusPage<'_>, language: Language) -> Markup {
    let name = label_field(language);
    let wrong = page.wrong.iter().find(|wrong| wrong.field == name);
    let error = wrong.map(|_| format!("{name}-error"));
    html! {
        div.field {
            label for=(name) lang=(language.code()) { (language.own_name()) }
            @if let (Some(id), Some(wrong)) = (&error, wrong) {
                p.error id=(id) { (page.frame.text(wrong.why.text())) }
            }
            input id=(name) name=(name) type="text" lang=(language.code()) maxlength="500"
                autocomplete="off" value=(typed(page.fields, name))
                aria-invalid=[wrong.map(|_| "true")] aria-describedby=[error];
        }
    }
}

/// A choice with its label, its hint, what is wrong with it, and its options.
fn choice(page: &StatusPage<'_>, name: &str, texts: [&str; 2], options: &Markup) -> Markup {
    let [label, hint] = texts;
    let wrong = page.wrong.iter().find(|wrong| wrong.field == name);
    html! {
        div.field {
            label for=(name) { (page.frame.text(label)) }
            p.hint id={ (name) "-hint" } { (page.frame.text(hint)) }
            @if let Some(wrong) = wrong { p.error { (page.frame.text(wrong.why.text())) } }
            select id=(name) name=(name) aria-describedby={ (name) "-hint" }
                aria-invalid=[wrong.map(|_| "true")] { (options) }
        }
    }
}

fn stages(page: &StatusPage<'_>) -> Markup {
    let (frame, chosen) = (&page.frame, typed(page.fields, "stage"));
    let options = html! {
        option value="" { (stage_text(frame, None)) }
        @for stage in Stage::ALL {
            option value=(stage.word()) selected[chosen == stage.word()] {
                (stage_text(frame, Some(stage)))
            }
        }
    };
    let texts = ["desk-settings-stage", "desk-settings-stage-hint"];
    choice(page, "stage", texts, &options)
}

fn templates(page: &StatusPage<'_>) -> Markup {
    let chosen = typed(page.fields, "template");
    let options = html! {
        option value="" { (page.frame.text("desk-settings-template-none")) }
        @for name in page.templates {
            option value=(name) selected[chosen == name.as_str()] { (name) }
        }
    };
    let texts = ["desk-settings-template", "desk-settings-template-hint"];
    choice(page, "template", texts, &options)
}

fn channels(page: &StatusPage<'_>) -> Markup {
    let (frame, chosen) = (&page.frame, typed(page.fields, "notify"));
    let options = html! {
        option value="" { (telling_text(frame, None)) }
        @for channel in CHANNELS {
            @let word = channel_word(channel);
            option value=(word) selected[chosen == word] { (telling_text(frame, Some(channel))) }
        }
    };
    let texts = ["desk-settings-notify", "desk-settings-notify-hint"];
    choice(page, "notify", texts, &options)
}
