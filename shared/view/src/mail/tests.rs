mod change;
mod form;
mod snapshot;

use wismo_domain::changes::Change;
use wismo_domain::mail::{FileSource, Mail, Mailbox};
use wismo_domain::order::{Quantity, Stage};
use wismo_domain::settings::Brand;

use super::samples::{self, mail, moved, order, parcel, status, tracked};
use super::{MailContext, RenderedMail, compose};
use crate::texts::Language;
use crate::texts::spoken::speaking;

/// The text that an HTML mail shows, without its hidden head.
pub(super) fn read(mail: &Mail) -> String {
    let (_, body) = mail.html.split_once("<h1").unwrap();
    let mut text = String::new();
    let mut inside = true;
    for c in body.chars() {
        match c {
            '<' => inside = true,
            '>' => {
                inside = false;
                text.push(' ');
            }
            _ if !inside => text.push(c),
            _ => {}
        }
    }
    let text = text
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"");
    text.replace("&amp;", "&")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

pub(super) fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Checks that both parts say it.
#[track_caller]
pub(super) fn says(mail: &Mail, words: &str) {
    let (html, text) = (read(mail), flat(&mail.text));
    assert!(html.contains(words), "HTML without {words:?}: {html}");
    assert!(text.contains(words), "text without {words:?}: {text}");
}

#[track_caller]
pub(super) fn says_nothing_of(mail: &Mail, words: &str) {
    assert!(!read(mail).contains(words), "HTML with {words:?}");
    assert!(!mail.text.contains(words), "text with {words:?}");
}

#[test]
fn a_placed_order_is_thanked_for() {
    let mail = mail(&order(), &[Change::Placed]);
    for words in [
        "Thank you for your order",
        "Hello Åse Nordmann,",
        "We are getting your order ready.",
        "Wool blanket, heather grey",
        "2 ordered · WB-12-HG",
        "$118.00",
        "Total",
        "$175.80",
        samples::PAGE,
        "Do you have a question? Just reply to this email.",
        "Kind regards, Fjord & Fern",
        "because order #1042 was placed at Fjord & Fern with your email address.",
    ] {
        says(&mail, words);
    }
    says_nothing_of(&mail, "What changed");
    says_nothing_of(&mail, "parcel");
    says_nothing_of(&mail, "0 sent");
}

#[test]
fn a_status_change_shows_what_stood_there_before() {
    let mail = mail(&order(), &[moved(Stage::Received, Stage::Preparing)]);
    says(&mail, "Your order is being prepared");
    says(&mail, "What changed");
    assert!(
        read(&mail).contains("Before Received by the shop → Now Being prepared"),
        "{}",
        read(&mail)
    );
    assert!(
        mail.text
            .contains("  Before: Received by the shop\n  Now:    Being prepared\n"),
        "{}",
        mail.text
    );
}

#[test]
fn a_status_of_the_shops_own_is_told_in_its_words() {
    let mut to = status(Stage::Other);
    to.code = "wc-engraving".to_owned();
    let from = status(Stage::Received);
    says(
        &mail(
            &order(),
            &[Change::StatusChanged {
                from: Some(from),
                to,
            }],
        ),
        "Your order: Engraving",
    );
}

#[test]
fn a_tracking_number_leads_to_the_carrier() {
    let mut order = order();
    order.shipments = vec![
        parcel("a", Some("fedex"), "794652131546"),
        parcel("b", None, "X1"),
    ];
    let mail = mail(&order, &[tracked(&order.shipments[0], None)]);
    says(&mail, "You can now track your parcel");
    says(&mail, "Your parcels");
    says(&mail, "Tracking number: 794652131546");
    says(&mail, "Track it with FedEx");
    says(&mail, "Tracking number: X1");
    assert!(mail.html.contains("href=\"https://www.fedex.com/"));
    assert!(mail.text.contains("https://www.fedex.com/"));
}

#[test]
fn a_corrected_number_shows_both() {
    let mut order = order();
    order.shipments = vec![parcel("a", Some("fedex"), "2222")];
    let mail = mail(&order, &[tracked(&order.shipments[0], Some("1111"))]);
    says(&mail, "Your parcel has a new tracking number");
    says(&mail, "1111");
}

#[test]
fn several_changes_are_one_heading_and_a_list() {
    let (_, mail) = samples::all()
        .into_iter()
        .find(|(name, _)| *name == "several")
        .unwrap();
    says(&mail, "Part of your order is on its way");
    says(&mail, "Part of the order sent");
    says(&mail, "New tracking number for the parcel with FedEx");
    says(&mail, "2 ordered · 2 sent");
    says(&mail, "1 ordered · not sent");
    says(&mail, "3 ordered · 2 to come · 1 cancelled");
    let (tracking, status) = (
        mail.text.find("* New tracking number").unwrap(),
        mail.text.find("* Part of the order").unwrap(),
    );
    assert!(tracking < status);
}

#[test]
fn a_cancelled_order_says_so_before_anything_else() {
    let mut order = order();
    order.status = status(Stage::Cancelled);
    order.shipments = vec![parcel("a", Some("fedex"), "2222")];
    let cancelled = Change::Cancelled {
        from: Some(status(Stage::Received)),
    };
    let mail = mail(&order, &[tracked(&order.shipments[0], None), cancelled]);
    says(&mail, "Your order has been cancelled");
    says(&mail, "Nothing more will be sent.");
}

#[test]
fn what_was_cancelled_before_anybody_heard_of_it_has_no_before() {
    let mut order = order();
    order.status = status(Stage::Cancelled);
    let mail = mail(&order, &[Change::Cancelled { from: None }]);
    says(&mail, "Your order has been cancelled");
    for part in [&mail.text, &mail.html] {
        for absent in ["Before", "What changed", "Thank"] {
            assert!(!part.contains(absent), "{absent}: {part}");
        }
    }
}

#[test]
fn the_first_day_that_is_known_is_no_new_one() {
    let order = order();
    let promise = |index: usize, day: &str| wismo_domain::changes::Promise {
        line: order.lines[index].id.clone(),
        from: None,
        to: Some(day.parse().unwrap()),
        by: None,
    };
    let told = |lines| mail(&order, &[Change::ExpectedDateChanged { lines }]);
    let one = told(vec![promise(0, "2026-12-18")]);
    says(&one, "Expected date: Friday 18 December 2026");
    let two = told(vec![promise(0, "2026-12-18"), promise(1, "2026-12-19")]);
    says(&two, "Your order now has expected dates");
    for mail in [one, two] {
        assert!(!mail.text.contains("New expected"), "{}", mail.text);
    }
}

#[test]
fn the_subject_stays_the_same_whatever_the_news() {
    for (name, mail) in samples::all() {
        if name != "foreign" {
            assert_eq!(mail.subject, "Your order #1042 at Fjord & Fern", "{name}");
        }
        let (heading, _) = mail.html.split_once("<h1").unwrap();
        assert!(heading.contains("display:none"), "{name} has no preheader");
    }
    let headers = mail(&order(), &[Change::Placed]).headers;
    let headers: Vec<(&str, &str)> = headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    assert_eq!(
        headers,
        [
            ("Auto-Submitted", "auto-generated"),
            ("X-Auto-Response-Suppress", "All"),
            ("In-Reply-To", "<order-1042@fjordfern.example>"),
            ("References", "<order-1042@fjordfern.example>"),
            (
                "List-Unsubscribe",
                "<https://shop.example/s/off/unsubscribe>"
            ),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        ]
    );
}

#[test]
fn the_shops_name_stands_in_for_a_sender_without_one() {
    assert_eq!(
        mail(&order(), &[]).from.to_string(),
        "Fjord & Fern <orders@fjordfern.example>"
    );
}

#[test]
fn the_header_fields_hold_no_marks_and_no_name_that_misleads() {
    let mail = samples::foreign();
    assert_eq!(mail.subject, "Your order طلب-77 at متجر الزهور");
    assert_eq!(mail.from.name, "متجر الزهور");
    let from = Mailbox::new("Shop", "orders@fjordfern.example").unwrap();
    let (shop, order) = (samples::shop(), order());
    let context = |to: &str| {
        compose(&MailContext {
            page_url: Some(samples::PAGE),
            to: Mailbox::new(to, "ase@customer.example").unwrap(),
            language: Language::English,
            root_id: "<odd id@mail.example>".to_owned(),
            ..MailContext::for_order(&shop, &order, &Brand::default(), &from)
        })
        .mail
    };
    assert_eq!(context("Åse").to.to_string(), "Åse <ase@customer.example>");
    let mail = context("You won! See evil.example");
    assert_eq!(mail.to.to_string(), "ase@customer.example");
    assert_eq!(mail.from.name, "Shop");
    assert_eq!(mail.headers[3].1, "<odd=20id@mail.example>");
    says_nothing_of(&mail, "reply to this email");
}

/// The part of the mail for machines.
pub(super) fn structured(mail: &Mail) -> serde_json::Value {
    let (_, rest) = mail
        .html
        .split_once("<script type=\"application/ld+json\">")
        .unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    assert!(!json.contains('<'));
    serde_json::from_str(json).unwrap()
}

#[test]
fn machines_read_the_order_and_its_parcels() {
    let mut order = order();
    order.expected_on = Some("2026-06-12".parse().unwrap());
    order.delivery_address = Some(samples::address());
    order.shipments = vec![parcel("p1", Some("FedEx"), "123456789012")];
    let things = structured(&mail(&order, &[Change::Placed]));
    assert_eq!(things[0]["@type"], "Order");
    assert_eq!(things[0]["orderNumber"], "#1042");
    assert_eq!(
        things[0]["orderStatus"],
        "https://schema.org/OrderProcessing"
    );
    assert_eq!(things[0]["url"], samples::PAGE);
    assert_eq!(things[0]["price"], "175.80");
    let parcel = &things[1];
    assert_eq!(parcel["@type"], "ParcelDelivery");
    assert_eq!(parcel["trackingNumber"], "123456789012");
    assert_eq!(parcel["carrier"]["name"], "FedEx");
    let url = parcel["trackingUrl"].as_str().unwrap();
    assert!(url.starts_with("https://www.fedex.com/"), "{url}");
    assert_eq!(parcel["partOfOrder"]["orderNumber"], "#1042");
}

#[test]
fn hostile_names_do_nothing() {
    let evil = "A\r\nBcc: x@evil.example\0<script>alert(1)</script>\u{202e}";
    let mut shop = samples::shop();
    shop.name = evil.to_owned();
    let mut order = order();
    order.number = Some(evil.to_owned());
    order.customer.name = Some(evil.to_owned());
    order.currency = "\"><".to_owned();
    order.lines[0].name = evil.to_owned();
    order.lines[0].sku = Some(evil.to_owned());
    order.shipments = vec![parcel(evil, Some(evil), evil)];
    order.shipments[0].tracking_url = Some("javascript:alert(1)".to_owned());
    let mut to = status(Stage::Other);
    to.label = Some(evil.to_owned());
    let from = to.clone();
    let changes = [
        Change::StatusChanged {
            from: Some(from),
            to,
        },
        tracked(&order.shipments[0], Some(evil)),
    ];
    let mail = samples::mail_of(&shop, &order, &changes);
    assert!(
        !mail.subject.chars().any(char::is_control),
        "{:?}",
        mail.subject
    );
    assert!(!mail.from.name.chars().any(char::is_control));
    for part in [&mail.subject, &mail.text, &mail.html] {
        assert!(!part.contains(['\r', '\0', '\u{202e}']), "{part}");
        assert!(
            !part
                .lines()
                .any(|line| line.trim_start().starts_with("Bcc:")),
            "{part}"
        );
    }
    assert!(!mail.html.contains("<script>") && !mail.html.contains("javascript:"));
    // The part for machines does not hold markup either, and is still JSON.
    let text = structured(&mail).to_string();
    assert!(!text.contains(['\r', '\0', '\u{202e}']), "{text}");
    says_nothing_of(&mail, "Hello A");
}

/// Every sample in every language.
fn in_every_language() -> Vec<(String, Mail)> {
    let named = |language: Language| {
        let mails = speaking(language, samples::all).into_iter();
        mails.map(move |(name, mail)| (format!("{name} in {}", language.code()), mail))
    };
    Language::ALL.into_iter().flat_map(named).collect()
}

#[test]
fn a_mail_says_in_which_language_it_is() {
    let mail = speaking(Language::Danish, || mail(&order(), &[Change::Placed]));
    assert!(mail.html.contains("<html lang=\"da\" dir=\"ltr\">"));
    assert_eq!(mail.subject, "Din ordre #1042 hos Fjord & Fern");
    says(&mail, "Tak for din ordre");
    says(&mail, "175,80 US$");
}

#[test]
fn no_mail_fetches_anything_or_is_large() {
    for (name, mail) in in_every_language() {
        for asking in [
            "<img", "<link", "url(", "@import", "src=", "<form", "<iframe",
        ] {
            assert!(!mail.html.contains(asking), "{name} with {asking}");
        }
        // The one script is data that nobody runs.
        let scripts = mail.html.matches("<script").count();
        let data = mail.html.matches("<script type=\"application/ld+json\">");
        assert_eq!((scripts, data.count()), (1, 1), "{name}");
        assert!(
            mail.html.len() < 36_000,
            "{name} has {} bytes",
            mail.html.len()
        );
        assert!(
            !mail.text.contains("&amp;") && !mail.text.contains("&#"),
            "{name}"
        );
        assert!(
            !mail.html.contains("mail-") && !mail.text.contains("mail-"),
            "{name} lacks a text"
        );
    }
}

#[test]
fn every_colour_has_its_counterpart_in_the_dark() {
    let classes = [
        ("#1d2521", "w-text"),
        ("#56625c", "w-muted"),
        (";color:#1f5f4f", "w-link"),
        ("background-color:#1f5f4f", "w-button"),
        ("background-color:#ffffff", "w-card"),
        ("background-color:#f2f4f1", "w-page"),
        ("border-top", "w-line"),
    ];
    for (name, mail) in samples::all() {
        for tag in mail
            .html
            .split('<')
            .filter(|tag| !tag.contains("display:none"))
        {
            for (colour, class) in classes {
                let tag = tag.split('>').next().unwrap_or_default();
                let without = tag.starts_with("table") || tag.starts_with("style");
                assert!(
                    without || !tag.contains(colour) || tag.contains(class),
                    "{name}: {tag}"
                );
            }
        }
    }
}

#[test]
fn hundreds_of_lines_and_parcels_are_left_to_the_page() {
    let mut order = order();
    order.lines = (0..500)
        .map(|n| samples::line(&format!("Item {n}"), 1, "1"))
        .collect();
    order.shipments = (0..500)
        .map(|n| parcel(&n.to_string(), None, &format!("N{n}")))
        .collect();
    let mail = mail(&order, &[Change::Placed]);
    says(&mail, "and 460 more items on your order’s page");
    says(&mail, "and 490 more parcels on your order’s page");
    assert!(mail.html.len() < 60_000, "{}", mail.html.len());
}

#[test]
fn an_order_that_tells_almost_nothing_still_makes_a_mail() {
    let mut order = order();
    order.number = None;
    order.customer.name = None;
    order.lines = Vec::new();
    order.totals = wismo_domain::order::Totals::default();
    let mail = mail(&order, &[Change::Placed]);
    says(&mail, "Hello,");
    says_nothing_of(&mail, "What you ordered");
    says_nothing_of(&mail, "Total");
}

#[test]
fn what_is_for_the_page_only_is_not_told() {
    let mail = mail(
        &order(),
        &[Change::Removed, moved(Stage::Received, Stage::Preparing)],
    );
    says(&mail, "Your order is being prepared");
    says_nothing_of(&mail, "removed");
}

#[test]
fn a_refund_says_how_much() {
    let amount = samples::amount("16.2");
    says(
        &mail(&order(), &[Change::Refunded { amount }]),
        "You will get $16.20 back",
    );
}

#[test]
fn every_line_of_the_text_has_room_in_any_client() {
    for (name, mail) in in_every_language() {
        for line in mail.text.lines() {
            // A line without a space is not broken: links, and names that are one word.
            let one = line.trim_start_matches(['*', ' ']).split(' ').count() == 1;
            assert!(one || line.chars().count() <= 72, "{name}: {line}");
            assert!(!line.ends_with(' '), "{name}: {line:?}");
        }
    }
}

#[test]
fn decimals_of_a_quantity_are_kept() {
    let mut order = order();
    order.lines[2].quantity = Quantity("2.50".parse().unwrap());
    says(&mail(&order, &[Change::Placed]), "2.5 ordered");
}

#[test]
fn documents_are_named_and_those_elsewhere_are_linked() {
    let mail = samples::waiting();
    says(&mail, "Documents");
    says(&mail, "Invoice 2041 is attached.");
    says(&mail, "Packing slip 7");
    let url = "https://files.fjordfern.example/7?a=1&b=2";
    assert!(mail.text.contains(&format!("* Packing slip 7: {url}\n")));
    let escaped = url.replace('&', "&amp;");
    assert!(mail.html.contains(&format!("href=\"{escaped}\"")));
    let [file] = mail.attachments.as_slice() else {
        panic!("{:?}", mail.attachments);
    };
    assert_eq!(file.name, "2041");
    assert!(matches!(&file.source, FileSource::File(sha256) if sha256.len() == 64));
    says_nothing_of(&samples::long(), "Documents");
}

#[test]
fn a_shop_shows_its_logo_and_colours() {
    let html = samples::branded().html;
    for part in [
        r#"<a class="w-text" href="https://fjordfern.example/""#,
        r#"src="https://fjordfern.example/logo.png" alt="Fjord &amp; Fern""#,
        r##"bgcolor="#fff3e6""##,
    ] {
        assert!(html.contains(part), "{part}");
    }
    // Its accent is too light for white text on it, in all four places.
    assert!(!html.contains("background-color:#e4572e;") && !html.contains("#1f5f4f"));
}

#[test]
fn hidden_prices_stand_in_no_part_of_a_mail() {
    let (shop, order) = (samples::shop(), order());
    let from = Mailbox::new("Shop", "orders@fjordfern.example").unwrap();
    let refund = Change::Refunded {
        amount: order.totals.total.unwrap(),
    };
    let own = samples::template(
        Some("T{{ order.total }}R{{ refund }}."),
        Some("{% for line in lines %}[{{ line.total }}]{% endfor %}"),
    );
    for (own, subject) in [(None, None), (Some(&own), Some("TR."))] {
        let context = |hides_prices| {
            compose(&MailContext {
                hides_prices,
                changes: std::slice::from_ref(&refund),
                page_url: Some(samples::PAGE),
                to: Mailbox::new("", "ase@customer.example").unwrap(),
                own,
                language: Language::English,
                root_id: "order-1042".to_owned(),
                ..MailContext::for_order(&shop, &order, &Brand::default(), &from)
            })
        };
        let lines = order.lines.iter().filter_map(|line| line.total);
        let money: Vec<String> = lines
            .chain(order.totals.total)
            .map(|amount| amount.0.to_string())
            .collect();
        let all = |written: RenderedMail| {
            assert_eq!(written.fault, None);
            let mail = written.mail;
            [mail.subject, mail.text, mail.html, written.preheader].concat()
        };
        let told = all(context(false));
        assert!(money.iter().all(|money| told.contains(money)), "{told}");
        let hidden = context(true);
        if let Some(subject) = subject {
            assert_eq!(hidden.mail.subject, subject);
        }
        let hidden = all(hidden);
        assert!(hidden.contains("You will get money back"), "{hidden}");
        for money in money {
            assert!(!hidden.contains(&money), "{money}: {hidden}");
        }
    }
}
