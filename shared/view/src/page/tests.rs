mod snapshot;

use wismo_domain::changes::Change;
use wismo_domain::order::{Document, DocumentKind, Stage, Status};
use wismo_domain::settings::BrandTexts;

use super::samples;
use super::*;
use crate::texts::spoken::speaking;

#[test]
fn a_sent_order_reads_from_the_answer_to_the_details() {
    let (shop, state) = (samples::shop("Fjord Wool"), samples::rich(Stage::Sent));
    let page = samples::page(&shop, &state);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en\" dir=\"ltr\">"));
    assert!(page.contains("<title>Order #10234: Sent – Fjord Wool</title>"));
    let (_, body) = page.split_once("<body>").unwrap();
    let text = samples::text(body);
    let mut rest = text.as_str();
    for expected in [
        "Fjord Wool",
        "Order #10234, placed 4 June 2026",
        "Your order has been sent",
        "It is coming in 2 parcels.",
        "The carrier can tell you when it will arrive.",
        "Now: Sent",
        "Parcels",
        "Parcel 1 of 2 Track parcel 1 with FedEx opens www.fedex.com Carrier FedEx Tracking number 117579686762 Sent 6 June 2026",
        "Contents 2 × Hiking socks, grey, 42",
        "Track parcel 2 with Posten",
        "Items",
        "Hiking socks, grey, 42 Item number WOOL-1 2 ordered, 2 sent $39.80",
        "Costs",
        "Items $168.80 Discount -$10.00 Shipping $9.90 Total $168.70 Tax, included $33.74",
        "What happened",
        "6 June 2026 at 17:18 Order sent Parcel can be tracked with FedEx 117579686762",
        "4 June 2026 at 09:12 Order placed",
        "Times are in local time (Europe/Oslo).",
        "Last change by the shop: 6 June 2026 at 17:18",
    ] {
        let (_, after) = rest
            .split_once(expected)
            .unwrap_or_else(|| panic!("{expected:?} in {rest:?}"));
        rest = after;
    }
}

#[test]
fn an_order_that_waits_says_what_is_to_come_and_when() {
    let (shop, state) = (samples::shop("Fjord Wool"), samples::waiting());
    let page = samples::page(&shop, &state);
    let (_, body) = page.split_once("<body>").unwrap();
    let text = samples::text(body);
    let mut rest = text.as_str();
    for expected in [
        "2 of 9 items have been sent",
        "The next items are expected on Friday 12 June 2026. Some items are late.",
        "Now: Partly sent",
        "6 ordered, 2 sent, 4 to come, 1 returned \
         Expected on Monday 15 June 2026, as promised for the whole order",
        "1 ordered, 1 cancelled $129.00",
        "Out of stock at the moment New stock is expected on Friday 19 June 2026",
        "Was expected on Monday 8 June 2026 and is late",
        "Documents Invoice F-1041 6 June 2026 $39.80",
        "What happened",
        "Returned item received by the shop Hiking socks, grey, 42: 1 returned",
        "Credit note F-12 issued",
        "Item back in stock Wool wash, 250 ml",
        "Item cancelled Merino sweater, forest green, M: 1 cancelled",
        "New expected dates Hiking socks, grey, 42: Monday 15 June 2026, as promised for the \
         whole order (before: Friday 12 June 2026)",
        "Item sent Hiking socks, grey, 42: 2 sent",
        "Invoice F-1041 issued",
        "Packing slip printed Items picked from the shelf",
    ] {
        let (_, after) = rest
            .split_once(expected)
            .unwrap_or_else(|| panic!("{expected:?} in {rest:?}"));
        rest = after;
    }
}

#[test]
fn every_sample_is_whole_and_says_nothing_that_it_should_not() {
    let in_every_language = samples::all().into_iter().flat_map(|(name, shop, state)| {
        Language::ALL.map(|language| {
            let page = speaking(language, || samples::page(&shop, &state));
            (format!("{name} in {}", language.code()), page)
        })
    });
    for (name, page) in in_every_language {
        let (_, body) = page.split_once("<body>").unwrap();
        assert_eq!(body.matches("<h1>").count(), 1, "{name}");
        assert!(page.ends_with("</body></html>"), "{name}");
        for secret in ["secret.example", "Secretname", "c-77"] {
            assert!(!page.contains(secret), "{name}: {secret}");
        }
        for unwanted in [
            "<script",
            "<img",
            "<link",
            "<iframe",
            " style=",
            "javascript:",
            "–</",
        ] {
            assert!(!body.contains(unwanted), "{name}: {unwanted}");
        }
        // A missing text shows its id; one that lacks a value shows a brace.
        for missing in ["page-", "words-", "{$", "{ $"] {
            assert!(!body.contains(missing), "{name}: {missing}");
        }
    }
}

#[test]
fn a_page_speaks_its_language_whatever_the_order_of_the_words() {
    let (shop, state) = (samples::shop("Fjord Wool"), samples::rich(Stage::Sent));
    let page = speaking(Language::Czech, || samples::page(&shop, &state));
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"cs\" dir=\"ltr\">"));
    assert!(page.contains(
        "<p>Objednávka #10234 ze dne <time datetime=\"2026-06-04T07:12:00Z\">\
         4.\u{a0}června 2026</time></p><h1>Vaše objednávka byla odeslána</h1>"
    ));
    assert!(page.contains("Tvoří ji 2 zásilky."));
}

#[test]
fn hostile_text_stays_text_wherever_it_stands() {
    const HOSTILE: &str = "'\"></title></style><script>alert(1)</script>{ $number }&lt;";
    let text = || HOSTILE.to_owned();
    let mut state = samples::rich(Stage::Sent);
    let order = &mut state.order;
    order.id = text();
    order.number = Some(text());
    order.currency = text();
    order.status = Status {
        label: Some(text()),
        ..Status::new(HOSTILE, Stage::Other)
    };
    order.documents = vec![Document {
        number: Some(text()),
        ..samples::document("1", DocumentKind::Other)
    }];
    for line in &mut order.lines {
        line.name = text();
        line.sku = Some(text());
    }
    for shipment in &mut order.shipments {
        shipment.carrier = Some(text());
        shipment.tracking_number = Some(text());
        shipment.tracking_url = Some(format!("https://x.example/{HOSTILE}"));
    }
    order.refunds = vec![samples::refund("1", Some(HOSTILE))];
    state.timeline = vec![samples::entry(
        "2026-06-06T15:18:00Z",
        vec![
            Change::StatusChanged {
                from: Some(samples::status(Stage::Received)),
                to: order.status.clone(),
            },
            Change::TrackingEntered {
                shipment: text(),
                carrier: Some(text()),
                from: Some(text()),
                to: text() + "2",
            },
            Change::BackInStock {
                lines: vec![order.lines[0].id.clone()],
            },
            Change::Invoiced {
                document: Some(text()),
                lines: Vec::new(),
            },
        ],
    )];
    let page = samples::page(&samples::shop(HOSTILE), &state);
    assert!(page.matches("&lt;script&gt;").count() > 12);
    assert!(!page.contains("<script"));
    // Every link is the page's own.
    let own = page.matches("href=\"token").count();
    assert_eq!(page.matches("href=").count() - own, 1, "and the empty icon");
    assert_eq!(page.matches("</style>").count(), 1);
    assert_eq!(page.matches("</title>").count(), 1);
}

#[test]
fn a_page_loads_nothing_and_links_only_to_carriers() {
    for (name, shop, state) in samples::all() {
        let page = samples::page(&shop, &state);
        assert!(!page.contains("src=") && !page.contains("url("), "{name}");
        for (_, link) in page
            .match_indices("href=\"")
            .map(|(at, found)| (at, &page[at + found.len()..]))
        {
            let is_own = link.starts_with("token") || link.starts_with("data:,");
            assert!(is_own || link.starts_with("https://"), "{name}");
        }
        let own = page.matches("href=\"token").count() + page.matches("href=\"data:,").count();
        assert_eq!(
            page.matches("href=").count() - own,
            page.matches("rel=\"noreferrer noopener external\"").count(),
            "{name}"
        );
    }
}

#[test]
fn what_one_can_do_on_a_screen_alone_is_not_printed() {
    let page = samples::page(
        &samples::shop("Fjord Wool"),
        &samples::rich(Stage::Preparing),
    );
    for words in [
        "Stop updating",
        "Choose which emails you get",
        "Share or replace the link",
    ] {
        let (before, _) = page.split_once(words).unwrap();
        let (_, paragraph) = before.rsplit_once("<p").unwrap();
        assert!(paragraph.starts_with(" class=\"screen\""), "{words}");
    }
    let (_, print) = page.split_once("@media print").unwrap();
    assert!(print.contains(".screen { display: none; }"));
}

#[test]
fn a_thousand_lines_are_all_there() {
    let page = samples::page(&samples::shop("Fjord Wool"), &samples::long(1000));
    assert_eq!(page.matches("<li><div><span class=\"name\"").count(), 1000);
}

#[test]
fn counts_that_make_no_sense_break_no_page() {
    let shop = samples::shop("Fjord Wool");
    for (_, _, sample) in samples::all() {
        for counts in [0, 1, 1_000_000_000_000] {
            let mut state = sample.clone();
            for line in &mut state.order.lines {
                let count = Some(counts.into());
                (line.delivered, line.returned, line.stock) = (count, count, count);
                line.cancelled = Some((counts / 2).into());
                line.name = "x".repeat(300);
            }
            assert!(samples::page(&shop, &state).ends_with("</html>"));
            for line in &mut state.order.lines {
                line.quantity = 0.into();
                (line.delivered, line.cancelled) = (None, None);
            }
            assert!(samples::page(&shop, &state).ends_with("</html>"));
            state.order.lines.clear();
            assert!(samples::page(&shop, &state).ends_with("</html>"));
        }
    }
}

/// Writes every sample, in every language, to the folder that `WISMO_SAMPLES`
/// names, to be looked at:
/// `WISMO_SAMPLES=DIR cargo test -p wismo-view -- --ignored samples_are_written`
#[test]
#[ignore = "writes files, for looking at them"]
fn samples_are_written() {
    let folder = std::path::PathBuf::from(std::env::var("WISMO_SAMPLES").unwrap());
    for language in Language::ALL {
        let folder = folder.join(language.code());
        std::fs::create_dir_all(&folder).unwrap();
        for (name, shop, state) in samples::all() {
            let page = speaking(language, || samples::page(&shop, &state));
            std::fs::write(folder.join(name + ".html"), page).unwrap();
        }
        std::fs::write(folder.join("not-found.html"), not_found(language).html).unwrap();
    }
}

#[test]
fn machines_get_the_history_from_the_newest_and_no_more_of_it_than_the_reader() {
    let (shop, mut state) = (samples::shop("Fjord Wool"), samples::rich(Stage::Sent));
    let refunded = Change::Refunded {
        amount: samples::amount("9.90").unwrap(),
    };
    state.order.refunds = vec![samples::refund("9.90", None)];
    let placed = samples::entry("2026-06-04T07:12:00Z", vec![Change::Placed]);
    state.timeline = vec![
        placed,
        samples::entry("2026-06-06T15:18:00Z", vec![refunded]),
    ];
    let history = |visibility, hidden| {
        let mut settings = Settings::default();
        settings.display.hidden.extend(hidden);
        let json = machine(&Page {
            shop: &shop,
            settings: &settings,
            visibility,
            state: &state,
            now: samples::now(),
            token: "token",
            is_still: false,
            language: Language::English,
        });
        let read: serde_json::Value = serde_json::from_slice(&json).unwrap();
        let all = read["history"].as_array().cloned().unwrap_or_default();
        all.into_iter()
            .map(|moment| moment["what"][0].clone())
            .collect::<Vec<_>>()
    };
    let whole = history(Visibility::Full, vec![]);
    assert_eq!(whole.len(), 2, "{whole:?}");
    assert_eq!(whole[1], "Order placed");
    assert_eq!(history(Visibility::Shared, vec![]), ["Order placed"]);
    assert!(history(Visibility::Full, vec![Part::History]).is_empty());
}

fn as_read<'a>(
    shop: &'a Shop,
    settings: &'a Settings,
    state: &'a State,
    visibility: Visibility,
) -> Page<'a> {
    Page {
        shop,
        settings,
        visibility,
        state,
        now: samples::now(),
        token: "token",
        is_still: false,
        language: Language::English,
    }
}

#[test]
fn of_a_removed_order_there_is_that_it_is_gone_its_number_and_whom_to_ask() {
    let (shop, mut state) = (samples::shop("Fjord Wool"), samples::waiting());
    state.removed = true;
    state.order.message = Some("A word to you".to_owned());
    let mut settings = Settings::default();
    settings.brand.email = Some("ask@fjord.example".to_owned());
    for visibility in [Visibility::Full, Visibility::Limited, Visibility::Shared] {
        let page = as_read(&shop, &settings, &state, visibility);
        let html = render(&page).html;
        let title = "<title>Order #10234: Removed by the shop – Fjord Wool</title>";
        assert!(html.contains(title), "{html}");
        let (_, body) = html.split_once("<body>").unwrap();
        let text = samples::text(body);
        let languages = Language::ALL.map(Language::own_name).join(" ");
        assert_eq!(
            text,
            format!(
                "Fjord Wool Order #10234 The shop has removed this order \
                 If you still expect something from this order, please contact the shop. \
                 Contact the shop ask@fjord.example {languages}"
            )
        );
        assert!(!body.contains("token/"), "{body}");
        let json: serde_json::Value = serde_json::from_slice(&machine(&page)).unwrap();
        let mut names: Vec<&String> = json.as_object().unwrap().keys().collect();
        names.sort();
        assert_eq!(
            names,
            ["heading", "language", "next", "number", "removed", "shop"]
        );
        assert_eq!(calendar(&page, "uid", "url"), None);
    }
}

#[test]
fn what_the_shop_says_to_the_one_who_ordered_is_not_for_who_has_a_shared_link() {
    let (shop, mut state) = (samples::shop("Fjord Wool"), samples::rich(Stage::Sent));
    state.order.message = Some("Happy birthday, Bo".to_owned());
    let mut settings = Settings::default();
    let texts = BrandTexts {
        message: Some("Closed on Monday".to_owned()),
        ..Default::default()
    };
    settings.brand.texts.insert("en".to_owned(), texts);
    for (visibility, is_told) in [
        (Visibility::Full, true),
        (Visibility::Shared, false),
        (Visibility::Limited, false),
    ] {
        let page = as_read(&shop, &settings, &state, visibility);
        let html = render(&page).html;
        let json = String::from_utf8(machine(&page)).unwrap();
        for shown in [&html, &json] {
            assert_eq!(
                shown.contains("Happy birthday"),
                is_told,
                "{visibility:?}: {shown}"
            );
        }
        assert!(html.contains("Closed on Monday"), "{visibility:?}");
    }
}

#[test]
fn hidden_prices_stand_nowhere_on_the_page_and_papers_are_told_all_the_same() {
    let (shop, mut state) = (samples::shop("Fjord Wool"), samples::waiting());
    let credited = Change::Credited {
        document: Some("F-12".to_owned()),
        lines: Vec::new(),
    };
    let invoiced = Change::Invoiced {
        document: Some("F-1041".to_owned()),
        lines: Vec::new(),
    };
    let refunded = Change::Refunded {
        amount: samples::amount("9.90").unwrap(),
    };
    state.timeline = vec![samples::entry(
        "2026-06-06T15:18:00Z",
        vec![credited, invoiced, refunded],
    )];
    let mut settings = Settings::default();
    settings.display.hidden.insert(Part::Prices);
    let page = as_read(&shop, &settings, &state, Visibility::Full);
    let html = render(&page).html;
    let json = String::from_utf8(machine(&page)).unwrap();
    for shown in [&html, &json] {
        for money in ["$", "39.80", "9.90", "129.00"] {
            assert!(!shown.contains(money), "{money}: {shown}");
        }
        for told in ["Credit note F-12 issued", "Invoice F-1041 issued"] {
            assert!(shown.contains(told), "{told}: {shown}");
        }
    }
}
