//! The looks of a mail.
//!
//! Every text has a colour and every box a background, so that a client that
//! turns colours around turns both. Contrast is at least 4.5 : 1, in the dark too.

use maud::{Markup, html};
use wismo_domain::settings::Colour;

macro_rules! font {
    () => {
        "font-family:'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
    };
}
macro_rules! text {
    ($size:literal) => {
        concat!(
            font!(),
            "font-size:",
            $size,
            ";line-height:1.5;color:#1d2521;"
        )
    };
}
macro_rules! muted {
    ($size:literal) => {
        concat!(
            font!(),
            "font-size:",
            $size,
            ";line-height:1.5;color:#56625c;"
        )
    };
}
// Names without a space may break anywhere, rather than widen the table.
macro_rules! breaking {
    () => {
        "word-break:break-word;overflow-wrap:anywhere;"
    };
}
macro_rules! row {
    () => {
        concat!(
            text!("16px"),
            breaking!(),
            "padding:12px 0;border-top:1px solid #dfe4e1;"
        )
    };
}
macro_rules! first {
    () => {
        concat!(
            text!("16px"),
            breaking!(),
            "padding:20px 0 12px;border-top:2px solid #8a958f;"
        )
    };
}
// All our languages run from left to right, and few mail programs know a padding
// that follows the direction of the text.
macro_rules! amount {
    () => {
        "padding-left:16px;white-space:nowrap;word-break:normal;"
    };
}
macro_rules! bold {
    () => {
        "font-weight:700;"
    };
}

pub(super) const CARD: &str = "#ffffff";

// The ground around the sheet, buttons and links get their colours from `look`.
pub(super) const BODY: &str = "margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%;";
pub(super) const PREHEADER: &str = "display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;mso-hide:all;font-size:1px;line-height:1px;";
pub(super) const OUTER: &str = "width:100%;";
pub(super) const MARGIN: &str = "padding:16px 8px;";
pub(super) const INNER: &str = "width:100%;max-width:600px;";
pub(super) const SHOP: &str = concat!(
    text!("17px"),
    breaking!(),
    "font-weight:700;padding:8px 20px 14px;"
);
/// The logo. Its alternative text looks like the shop's name.
pub(super) const LOGO: &str = concat!(
    text!("17px"),
    "font-weight:700;display:block;border:0;height:auto;width:auto;max-height:48px;max-width:240px;"
);
pub(super) const SITE: &str = "color:#1d2521;text-decoration:none;";
pub(super) const SHEET_CELL: &str = concat!(
    breaking!(),
    "padding:28px 20px;background-color:#ffffff;border-radius:12px;"
);
pub(super) const FOOT: &str = "padding:16px 20px 8px;";
pub(super) const FOOTER: &str = concat!(muted!("13px"), breaking!(), "margin:0;");

pub(super) const OVERLINE: &str = concat!(muted!("14px"), "margin:0 0 4px;");
pub(super) const HEADING: &str = concat!(
    font!(),
    "font-size:25px;line-height:1.25;font-weight:700;color:#1d2521;margin:0 0 20px;"
);
pub(super) const SECTION: &str = concat!(
    font!(),
    "font-size:17px;line-height:1.4;font-weight:700;color:#1d2521;margin:32px 0 10px;"
);
pub(super) const PARAGRAPH: &str = concat!(text!("16px"), breaking!(), "margin:0 0 16px;");
pub(super) const QUESTION: &str = concat!(text!("16px"), "margin:28px 0 0;");
pub(super) const CLOSING: &str = concat!(text!("16px"), "margin:20px 0 0;");
pub(super) const SMALL: &str = concat!(muted!("13px"), "margin:0;");
pub(super) const STRONG: &str = concat!(text!("16px"), "font-weight:600;margin:0;");
pub(super) const TIGHT: &str = concat!(text!("16px"), "margin:2px 0 0;");
/// One of several items below each other.
pub(super) const ITEM: &str = concat!(text!("16px"), "margin:6px 0 0;");
pub(super) const NOTE: &str = "font-size:14px;line-height:1.5;color:#56625c;";
pub(super) const MUTED: &str = muted!("16px");
pub(super) const LABEL: &str = muted!("13px");

pub(super) const TABLE: &str = "width:100%;border-collapse:collapse;";
pub(super) const ROW: &str = row!();
pub(super) const AMOUNT: &str = concat!(row!(), amount!());
pub(super) const TOTAL: &str = concat!(row!(), bold!());
pub(super) const TOTAL_AMOUNT: &str = concat!(row!(), bold!(), amount!());
pub(super) const FIRST_ROW: &str = first!();
pub(super) const FIRST_AMOUNT: &str = concat!(first!(), amount!());
pub(super) const FIRST_TOTAL: &str = concat!(first!(), bold!());
pub(super) const FIRST_TOTAL_AMOUNT: &str = concat!(first!(), bold!(), amount!());
pub(super) const HALF: &str = concat!(text!("16px"), breaking!(), "padding:2px 0 0;");
pub(super) const ARROW: &str = muted!("18px");
pub(super) const BEFORE: &str = text!("16px");
pub(super) const NOW: &str = concat!(text!("16px"), "font-weight:700;");
pub(super) const NUMBER: &str = concat!(text!("16px"), breaking!());

pub(super) const SPACED: &str = "margin:24px 0 16px;";
pub(super) const BUTTON: &str = "border-radius:8px;";
pub(super) const BUTTON_LINK: &str = concat!(
    font!(),
    "display:inline-block;padding:13px 26px;font-size:16px;line-height:1.4;font-weight:600;color:#ffffff;border-radius:8px;text-decoration:none;"
);
pub(super) const LINK: &str = concat!(
    font!(),
    "font-size:16px;line-height:1.5;font-weight:600;text-decoration:underline;"
);
pub(super) const ADDRESS: &str = concat!(
    font!(),
    "font-size:13px;line-height:1.5;text-decoration:underline;word-break:break-all;"
);

/// The rules that cannot be inline. Outlook's web client sets `data-ogsc` in its own
/// dark mode.
pub(super) const SHEET: &str = "\
:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (min-width:520px){.w-pad{padding:36px 40px!important}.w-margin{padding:32px 16px!important}}
@media (prefers-color-scheme:dark){
.w-page{background-color:#111513!important}.w-card{background-color:#1b211e!important}
.w-text{color:#e9edea!important}.w-muted{color:#a8b3ad!important}.w-line{border-color:#353e39!important}
.w-button{color:#06120e!important}}
[data-ogsc] .w-text{color:#e9edea!important}[data-ogsc] .w-muted{color:#a8b3ad!important}";

/// The rules for the accent in the dark.
pub(super) fn accent_sheet(accent: Colour) -> String {
    format!(
        "@media (prefers-color-scheme:dark){{.w-link{{color:{accent}!important}}.w-button{{background-color:{accent}!important}}}}[data-ogsc] .w-link{{color:{accent}!important}}"
    )
}

/// A part of the mail below its heading.
pub(super) fn section(title: &str, body: &Markup) -> Markup {
    html! {
        h2.w-text style=(SECTION) { (title) }
        (body)
    }
}
