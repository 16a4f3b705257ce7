use wismo_domain::order::{Order, Stage, Status};
use wismo_domain::search::{Fit, Hit, OrderRecord, Reason, StoredRecord, Subject};
use wismo_domain::shop::{Shop, from_setting};
use wismo_domain::staff::Member;
use wismo_domain::staff::member::{MemberChange, MemberEvent, Profile};
use wismo_domain::storage::event_log::Projection;
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::orders::filter::OrdersFilter;
use super::orders::{OrderRow, OrdersPage, page as orders};
use super::search::{Found, SearchPage, hits};
use super::{DeskFrame, Visitor};
use crate::texts::Language;

fn now() -> Timestamp {
    "2026-06-06T10:00:00Z".parse().unwrap()
}

fn member(without_shortcuts: bool) -> Member {
    let mut member = Member::default();
    let change = MemberChange::Profile(Profile {
        name: "Ada".to_owned(),
        without_shortcuts,
        ..Profile::default()
    });
    member.apply(1, MemberEvent { at: now(), change });
    member
}

fn frame<'a>(member: Option<&'a Member>, zone: &'a TimeZone) -> DeskFrame<'a> {
    DeskFrame {
        language: Language::English,
        root: "/desk",
        files: "0f",
        searched: None,
        visitor: member.map(|member| Visitor { member, here: None }),
        zone,
        now: now(),
    }
}

fn shop() -> Shop {
    let setting = serde_json::json!([{
        "id": "north", "platform": "woocommerce", "name": "North",
        "secrets": ["a secret of the shop with enough bytes"],
    }]);
    from_setting(&setting.to_string()).unwrap().remove(0)
}

fn order(id: &str) -> Order {
    let status = Status::new("processing", Stage::Preparing);
    let mut order = Order::new(id, now(), status, "EUR");
    order.customer.name = Some("<b>Zoë</b>".to_owned());
    order
}

#[test]
fn script_runs_only_where_somebody_is_signed_in_and_only_ours() {
    let zone = TimeZone::utc();
    let content = maud::html! { p { "Hello" } };
    let open = frame(None, &zone).document("Sign in", &content);
    assert!(!open.html.contains("<script"), "{}", open.html);
    assert!(!open.policy.contains("script-src"), "{}", open.policy);
    let member = member(false);
    let page = frame(Some(&member), &zone).document("Today", &content);
    for file in [
        "search.js",
        "selection.js",
        "unsaved.js",
        "preview.js",
        "shortcuts.js",
    ] {
        let tag = format!("<script type=\"module\" src=\"/desk/static/0f/{file}\"></script>");
        assert!(page.html.contains(&tag), "{file}: {}", page.html);
    }
    assert_eq!(page.html.matches("<script").count(), 5);
    for part in [
        "default-src 'none'",
        "script-src 'self';",
        "connect-src 'self'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ] {
        assert!(page.policy.contains(part), "{part}: {}", page.policy);
    }
    assert!(!page.policy.contains("unsafe"), "{}", page.policy);
}

#[test]
fn single_keys_can_be_switched_off() {
    let zone = TimeZone::utc();
    let content = maud::html! {};
    let (with, without) = (member(false), member(true));
    let page = frame(Some(&with), &zone).document("Today", &content);
    assert!(page.html.contains("<dialog") && page.html.contains("data-keys=\"g o\""));
    let page = frame(Some(&without), &zone).document("Today", &content);
    assert!(!page.html.contains("<dialog"), "{}", page.html);
    assert!(!page.html.contains("shortcuts.js"), "{}", page.html);
    assert!(page.html.contains("search.js"), "{}", page.html);
}

fn record(order: Order) -> OrderRecord {
    OrderRecord {
        order: Box::new(order),
        flags: Vec::new(),
        urgency: None,
    }
}

#[test]
fn what_fits_is_listed_below_the_box_as_options() {
    let (zone, shop, member) = (TimeZone::utc(), shop(), member(false));
    let found = |order: Order| Found {
        shop: &shop,
        hit: Hit {
            subject: Subject::Order(order.id.clone()),
            fit: Fit {
                reasons: vec![Reason::Name],
                is_exact: false,
            },
            after: "1-1".parse().unwrap(),
            record: StoredRecord::Order(record(order)),
        },
    };
    let rows = ["7", "8/9"].map(|id| found(order(id)));
    let mut frame = frame(Some(&member), &zone);
    frame.searched = Some("zo\u{eb} & co");
    let list = |found, next| {
        let page = SearchPage {
            frame,
            found: Some(found),
            has_shops: false,
            is_short: false,
            is_partial: false,
            next,
        };
        hits(&page).html
    };
    let html = list(&rows, None);
    assert_eq!(html.matches("role=\"option\"").count(), 3, "{html}");
    for part in [
        "id=\"hit-0\" href=\"/desk/orders/north/7\"",
        "href=\"/desk/orders/north/8%2F9\"",
        "id=\"hit-all\" href=\"/desk/search?q=zo%C3%AB%20%26%20co\"",
        "&lt;b&gt;Zo\u{eb}&lt;/b&gt;",
        "<p role=\"status\">2 results</p>",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
    assert!(list(&rows, Some("north.1-1")).contains("At least 2 results"));
    let html = list(&[], None);
    assert!(
        !html.contains("option") && html.contains("Nothing was found"),
        "{html}"
    );
}

#[test]
fn who_ordered_without_a_page_of_their_own_is_found_as_their_order() {
    let (zone, shop, member) = (TimeZone::utc(), shop(), member(false));
    let list = |email: Option<&str>| {
        let mut order = order("7");
        order.customer.email = email.map(str::to_owned);
        let found = Found {
            shop: &shop,
            hit: Hit {
                subject: Subject::Buyer {
                    order: "7".to_owned(),
                    person: None,
                },
                fit: Fit {
                    reasons: vec![Reason::Name],
                    is_exact: false,
                },
                after: "1-1".parse().unwrap(),
                record: StoredRecord::Order(record(order)),
            },
        };
        let page = SearchPage {
            frame: frame(Some(&member), &zone),
            found: Some(&[found]),
            has_shops: false,
            is_short: false,
            is_partial: false,
            next: None,
        };
        hits(&page).html
    };
    let html = list(None);
    assert!(html.contains("href=\"/desk/orders/north/7\""), "{html}");
    assert!(html.contains("<strong><bdi>7</bdi></strong>"), "{html}");
    let html = list(Some("zoe@x.example"));
    assert!(html.contains("href=\"/desk/customers/"), "{html}");
    assert!(html.contains("<bdi>zoe@x.example</bdi>"), "{html}");
    assert!(html.contains("<p>Order 7</p>"), "{html}");
}

#[test]
fn a_moment_is_said_as_people_say_it_and_whole_in_its_title() {
    let zone = TimeZone::utc();
    let frame = frame(None, &zone);
    for (at, said) in [
        ("2026-06-06T07:07:00Z", ">today at 07:07<"),
        ("2026-06-05T23:59:00Z", ">yesterday at 23:59<"),
        ("2026-06-04T07:07:00Z", ">4\u{a0}June at 07:07<"),
        ("2025-06-06T07:07:00Z", ">6\u{a0}June 2025 at 07:07<"),
    ] {
        let html = frame.moment(at.parse().unwrap()).into_string();
        assert!(html.contains(said), "{html}");
        let is_whole = at.starts_with("2025");
        assert_eq!(html.contains(" title="), !is_whole, "{html}");
        assert!(html.contains(&format!("datetime=\"{at}\"")), "{html}");
    }
}

#[test]
fn whoever_may_act_can_select_orders() {
    let (zone, shop, member) = (TimeZone::utc(), shop(), member(false));
    let row = |id| OrderRow {
        shop: &shop,
        record: record(order(id)),
        is_watched: false,
    };
    let page = |may_act| {
        let content = OrdersPage {
            frame: frame(Some(&member), &zone),
            filter: &OrdersFilter::default(),
            shops: &[&shop],
            statuses: &[],
            rows: &["7", "8"].map(row),
            is_first: true,
            next: None,
            may_act,
        };
        orders(&content).html
    };
    let html = page(true);
    assert!(html.contains("id=\"selection\" hidden"), "{html}");
    assert!(html.contains("data-other=\"# selected\""), "{html}");
    assert!(
        html.contains("data-one=\"Set the status of # order\""),
        "{html}"
    );
    assert!(!page(false).contains("id=\"selection\""));
}
