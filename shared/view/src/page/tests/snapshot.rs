//! Every page in every language, as it was when somebody last looked at it.

use wismo_domain::log::MailPreferences;
use wismo_domain::reports::history::SentMail;
use wismo_domain::settings::{Brand, Verification};

use super::super::*;
use crate::snapshots::is_kept;
use crate::texts::Language;
use crate::texts::spoken::speaking;

/// The samples that only strain the page.
const STRAINED: [&str; 3] = ["long", "longest", "strained"];

/// The readable text of some HTML, with a line for what stands between two tags.
fn words(html: &str) -> String {
    let (_, body) = html.split_once("<body>").unwrap();
    let mut words = String::new();
    for part in body.split('<') {
        let text = part.split_once('>').map_or(part, |(_, text)| text).trim();
        if !text.is_empty() {
            words.push_str(text);
            words.push('\n');
        }
    }
    words
}

/// The answer alone, since only it differs from one stage to the next.
fn answer(html: &str) -> &str {
    html.split("</section>").next().unwrap_or(html)
}

fn of_orders() -> String {
    let mut all = String::new();
    for (name, shop, state) in samples::all() {
        if STRAINED.contains(&name.as_str()) {
            continue;
        }
        let html = samples::page(&shop, &state);
        let is_whole = matches!(
            name.as_str(),
            "waiting" | "sent" | "part-refunded" | "ready" | "completed"
        );
        let read = if is_whole { &html } else { answer(&html) };
        all += &format!("===== {name}\n{}\n", words(read));
    }
    all
}

/// The pages around an order: its mails, its links, the second step, finding it.
fn around(language: Language) -> String {
    let (shop, brand) = (samples::shop("Fjord & Fern"), Brand::default());
    let of = ShopPage {
        shop: &shop,
        brand: &brand,
        language,
    };
    let choice = MailPreferences::default();
    let mails = |is_saved| {
        preferences(&PreferencesPage {
            of,
            number: "#1042",
            choice: &choice,
            sent: &[SentMail {
                at: samples::now(),
                subject: "…".to_owned(),
            }],
            is_saved,
            back: "../token",
        })
    };
    let links = |is_replaced| {
        links(&LinksPage {
            of,
            number: "#1042",
            gift_url: "https://a.example/s/GIFT",
            is_replaced,
            back: "../token",
        })
    };
    let unlock = |ways, asked| {
        unlock(&Unlock {
            of,
            number: "#1042",
            ways,
            asked,
            back: "../token",
        })
    };
    let unsubscribe = |state| unsubscribe(&of, "#1042", state);
    [
        ("mails", mails(false)),
        ("mails-saved", mails(true)),
        ("stop", unsubscribe(UnsubscribePage::Asked)),
        ("stopped", unsubscribe(UnsubscribePage::Stopped)),
        ("resumed", unsubscribe(UnsubscribePage::Resumed)),
        ("links", links(false)),
        ("links-replaced", links(true)),
        (
            "postcode",
            unlock(&[Verification::Postcode], UnlockStep::First),
        ),
        ("email", unlock(&[Verification::Email], UnlockStep::Wrong)),
        ("code", unlock(&[Verification::Code], UnlockStep::First)),
        (
            "either",
            unlock(
                &[
                    Verification::Postcode,
                    Verification::Email,
                    Verification::Code,
                ],
                UnlockStep::Mailed,
            ),
        ),
        (
            "wrong-code",
            unlock(&[Verification::Code], UnlockStep::WrongCode),
        ),
        ("none", unlock(&[], UnlockStep::First)),
        ("ended", ended(&of, "in/wool")),
        ("too-many", too_many(&of, samples::now(), None)),
        (
            "too-many-of-order",
            too_many(&of, samples::now(), Some("../token")),
        ),
        ("find", find(&of, &[Verification::Email])),
        ("found", found(&of, "wool")),
        ("not-found", not_found(language)),
    ]
    .into_iter()
    .map(|(name, page)| format!("===== {name}\n{}\n", words(&page.html)))
    .collect()
}

#[test]
fn every_page_in_every_language_is_its_snapshot() {
    for language in Language::ALL {
        let pages = speaking(language, of_orders) + &around(language);
        is_kept(&format!("pages-{}.txt", language.code()), &pages);
    }
}
