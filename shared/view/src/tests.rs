//! Dates at the ends of the calendar, in the zones farthest from Greenwich:
//! whatever date a record holds, everything that shows it can do so.

use wismo_domain::changes::{Change, KINDS, Promise};
use wismo_domain::log::{Moment, State};
use wismo_domain::mail::Mailbox;
use wismo_domain::order::{Order, Payment, PaymentState};
use wismo_domain::settings::{Brand, Settings};
use wismo_domain::shop::{Platform, Shop};
use wismo_domain::templates::Template;
use wismo_domain::time::zone::TimeZone;
use wismo_domain::time::{Date, Timestamp};

use crate::format;
use crate::mail::{MailContext, RenderedMail, compose, template};
use crate::page::{Page, ShopPage, Visibility, calendar, machine, render, too_many};
use crate::texts::Language;

/// The first and last moments that records hold, and that shops may give.
const MOMENTS: [&str; 6] = [
    "0000-01-01T00:00:00+14:00",
    "0002-01-01T00:00:00Z",
    "1970-01-01T00:00:00Z",
    "2200-12-31T23:59:59Z",
    "9998-12-31T23:59:59Z",
    "9999-12-31T23:59:59-12:00",
];
const DAYS: [&str; 4] = ["0000-01-01", "1970-01-01", "2200-12-31", "9999-12-31"];
const ZONES: [&str; 3] = ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"];

fn shop(zone: &str) -> Shop {
    Shop {
        id: "wool".to_owned(),
        platform: Platform::Standard,
        secrets: Vec::new(),
        sync_secrets: Vec::new(),
        name: "Fjord Wool".to_owned(),
        locale: None,
        timezone: TimeZone::named(zone).unwrap(),
    }
}

/// An order whose dates are all at these ends.
fn order(at: Timestamp, day: Date) -> Order {
    let mut order = template::order();
    order.updated_at = at;
    order.placed_at = Some(at);
    order.cancelled_at = None;
    order.expected_on = Some(day);
    order.payment = Some(Payment {
        paid_at: Some(at),
        ..Payment::new(PaymentState::Paid)
    });
    for line in &mut order.lines {
        line.expected_on = Some(day);
    }
    for shipment in &mut order.shipments {
        shipment.shipped_at = Some(at);
    }
    for document in &mut order.documents {
        document.issued_at = Some(at);
    }
    order
}

/// Each kind of change, and a day that moved from and to the ends.
fn changes(order: &Order, day: Date) -> Vec<Change> {
    let mut changes: Vec<Change> = KINDS.map(|kind| template::change(kind, order)).into();
    let promise = |line: &str, from: Option<Date>, to: Option<Date>| Promise {
        line: line.to_owned(),
        from,
        to,
        by: None,
    };
    changes.push(Change::ExpectedDateChanged {
        lines: vec![promise("1", Some(day), None), promise("2", None, Some(day))],
    });
    changes
}

/// Every date at every end, in every zone.
fn each(mut check: impl FnMut(&Shop, Timestamp, Date, &str)) {
    for zone in ZONES {
        let shop = shop(zone);
        for moment in MOMENTS {
            let at: Timestamp = moment.parse().unwrap();
            for day in DAYS {
                let day: Date = day.parse().unwrap();
                check(&shop, at, day, &format!("{moment} and {day} in {zone}"));
            }
        }
    }
}

#[test]
fn the_page_in_every_form_shows_any_date() {
    let settings = Settings::default();
    each(|shop, at, day, what| {
        let order = order(at, day);
        let told = Moment {
            at,
            changes: changes(&order, day),
            status_from: None,
        };
        let removed = Moment {
            at,
            changes: vec![Change::Removed, Change::Restored],
            status_from: None,
        };
        let state = State {
            order,
            removed: false,
            timeline: vec![told, removed],
        };
        // The page is looked at today, and by a clock that is as odd as the order's dates.
        for now in ["2026-06-10T12:00:00Z".parse().unwrap(), at] {
            for language in Language::ALL {
                let page = Page {
                    shop,
                    settings: &settings,
                    visibility: Visibility::Full,
                    state: &state,
                    now,
                    token: "t",
                    is_still: false,
                    language,
                };
                let html = render(&page).html;
                let date = format::date(language, at, &shop.timezone);
                assert!(html.contains(&date), "{what}: no {date}");
                let _ = too_many(
                    &ShopPage {
                        shop,
                        brand: &settings.brand,
                        language,
                    },
                    at,
                    None,
                );
                let json: serde_json::Value = serde_json::from_slice(&machine(&page)).unwrap();
                assert_eq!(json["placed_at"], at.to_string(), "{what}");
                assert_eq!(json["parcels"][0]["shipped_at"], at.to_string(), "{what}");
                let file = calendar(&page, "uid", "https://wool.example/s/t");
                let is_to_come = day >= Date::from(shop.timezone.local(now).date());
                assert_eq!(file.is_some(), is_to_come, "{what}");
                let start = day.to_string().replace('-', "");
                assert!(file.is_none_or(|file| file.contains(&start)), "{what}");
            }
        }
    });
}

#[test]
fn every_mail_and_template_shows_any_date() {
    let from = Mailbox::new("", "orders@wool.example").unwrap();
    let own = Template {
        subject: Some("On {{ order.date }}".to_owned()),
        message: Some(
            "{{ order.date }}, {{ order.expected }}\n\
             {% for line in lines %}{{ line.expected }}\n{% endfor %}"
                .to_owned(),
        ),
        ..Template::default()
    };
    each(|shop, at, day, what| {
        let order = order(at, day);
        let changes = changes(&order, day);
        for language in Language::ALL {
            let checked = template::check(shop, &own, language, Some(&order));
            assert_eq!(checked, Ok(()), "{what}");
            let date = format::date(language, at, &shop.timezone);
            let expected = format::day(language, day);
            let mail = |changes: &[Change], own: Option<&Template>| {
                let RenderedMail { mail, .. } = compose(&MailContext {
                    changes,
                    page_url: Some("https://wool.example/s/t"),
                    own,
                    language,
                    ..MailContext::for_order(shop, &order, &Brand::default(), &from)
                });
                mail
            };
            let mailed = mail(&changes, Some(&own));
            assert_eq!(mailed.subject, format!("On {date}"), "{what}");
            assert!(mailed.text.contains(&expected), "{what}: {}", mailed.text);
            for change in changes.chunks(1) {
                assert!(!mail(change, None).html.is_empty(), "{what}");
            }
        }
    });
}
