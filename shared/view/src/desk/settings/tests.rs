use wismo_domain::changes::ChangeKind;
use wismo_domain::order::{Stage, Status};
use wismo_domain::settings::{Settings, StatusRule};
use wismo_domain::shop::from_setting;
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::removal::{self, RemovalPage};
use super::status::{self, StatusPage};
use super::statuses::{self, StatusesPage};
use super::*;
use crate::desk::field::{Wrong, WrongField};
use crate::texts::Language;

const EVIL: &str = "<img src=x>\"'&";

fn shop() -> Shop {
    let setting = serde_json::json!([{
        "id": "north", "platform": "woocommerce", "name": EVIL,
        "secrets": ["a secret of the shop with enough bytes"],
    }]);
    from_setting(&setting.to_string()).unwrap().remove(0)
}

fn frame(zone: &TimeZone, language: Language) -> DeskFrame<'_> {
    DeskFrame {
        language,
        root: "/desk",
        files: "0f",
        searched: None,
        visitor: None,
        zone,
        now: Timestamp::UNIX_EPOCH,
    }
}

fn rule() -> StatusRule {
    let mut rule = StatusRule::new(EVIL);
    rule.label = Some(EVIL.to_owned());
    let labels = [("da", "Graveres"), ("pl", EVIL)];
    rule.labels = labels
        .map(|(tag, words)| (tag.to_owned(), words.to_owned()))
        .into();
    rule.stage = Some(Stage::OnHold);
    rule
}

/// Checks that a page holds what it must, and nothing that somebody typed as markup.
fn holds(html: &str, all: &[&str]) {
    assert!(!html.contains("<img"), "{html}");
    for one in all {
        assert!(html.contains(one), "{one}: {html}");
    }
}

#[test]
fn the_list_has_every_status_and_a_button_for_those_that_nobody_named() {
    let (shop, zone) = (shop(), TimeZone::utc());
    let settings = Settings {
        statuses: vec![rule(), StatusRule::new("packing")],
        ..Settings::default()
    };
    let read = |code: &str| {
        let mut status = Status::new(code, Stage::Other);
        settings.status(code).unwrap().apply(&mut status);
        status
    };
    let named = [read(EVIL), read("packing")];
    let unnamed = [Status::new("wc-at the engraver", Stage::Other)];
    let content = |not_saved| StatusesPage {
        frame: frame(&zone, Language::English),
        shop: &shop,
        settings: &settings,
        version: 7,
        named: &named,
        unnamed: &unnamed,
        with_template: &["packing"],
        done: None,
        not_saved,
    };
    let html = statuses::page(&content(None)).html;
    let name_it = "/desk/settings/north/statuses/new?code=wc-at%20the%20engraver";
    let orders = "/desk/orders?shop=north&amp;status=wc-at%20the%20engraver";
    holds(
        &html,
        &[
            name_it,
            orders,
            "At the engraver",
            "Dansk: <bdi>Graveres",
            "pl: <bdi>&lt;img",
            "On hold",
            "status:packing",
            "/desk/settings/north/statuses/of/packing/delete",
            "name=\"version\" value=\"7\"",
            "value=\"behind\"",
            "Locked",
        ],
    );
    // The first one cannot go up, nor the last one down.
    assert_eq!(html.matches("value=\"before\"").count(), 1);
    assert_eq!(html.matches("value=\"behind\"").count(), 1);
    let changed = statuses::page(&content(Some(NotSaved::Changed))).html;
    holds(&changed, &["role=\"alert\"", "somebody else has changed"]);
}

#[test]
fn the_form_keeps_what_was_typed_and_says_what_is_wrong_beside_it() {
    let (shop, zone) = (shop(), TimeZone::utc());
    let rule = rule();
    let templates = ["thanks".to_owned()];
    let mut fields = status::fields(&rule);
    fields.push(("label-fr", EVIL));
    let wrong = [WrongField::new("label-fr", Wrong::Text)];
    for language in Language::ALL {
        let content = StatusPage {
            frame: frame(&zone, language),
            shop: &shop,
            code: Some(EVIL),
            fields: &fields,
            templates: &templates,
            version: 7,
            wrong: &wrong,
            not_saved: Some(NotSaved::Busy),
        };
        let html = status::page(&content).html;
        holds(
            &html,
            &[
                "name=\"label-da\" type=\"text\" lang=\"da\" maxlength=\"500\" autocomplete=\"off\" value=\"Graveres\"",
                "aria-invalid=\"true\" aria-describedby=\"label-fr-error\"",
                "href=\"#label-fr\"",
                "<option value=\"on_hold\" selected>",
                "<option value=\"thanks\">",
            ],
        );
        for field in ["label", "stage", "template", "notify"] {
            assert!(
                html.contains(&format!("<label for=\"{field}\">")),
                "{field}"
            );
        }
        assert!(!html.contains("name=\"code\""), "a code is not edited");
    }
}

#[test]
fn a_status_that_rules_name_asks_for_its_successor() {
    let (shop, zone) = (shop(), TimeZone::utc());
    let successors = [Status::new("packing", Stage::Preparing)];
    let status = Status::new(EVIL, Stage::Other);
    let content = |rules: &'static [ChangeKind]| RemovalPage {
        frame: frame(&zone, Language::English),
        shop: &shop,
        status: &status,
        rules,
        successors: &successors,
        has_template: true,
        version: 7,
        wrong: &[],
        not_saved: None,
    };
    let html = removal::page(&content(&[ChangeKind::Placed])).html;
    let all = [
        "<code>placed</code>",
        "required",
        "Being prepared (packing)",
    ];
    holds(&html, &all);
    let html = removal::page(&content(&[])).html;
    holds(&html, &["Nobody gets an email"]);
    assert!(!html.contains("<select"), "{html}");
}

#[test]
fn every_shop_leads_to_its_statuses() {
    let (shop, zone) = (shop(), TimeZone::utc());
    let html = shops(&frame(&zone, Language::English), &[&shop]).html;
    holds(&html, &["href=\"/desk/settings/north/statuses\""]);
}
