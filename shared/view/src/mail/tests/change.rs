use wismo_domain::changes::Change;
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::order::{Contact, DateSource, Role, Stage, Status};
use wismo_domain::settings::Brand;
use wismo_domain::templates::Template;

use super::{flat, read, says, says_nothing_of};
use crate::mail::samples::{self, mail, order, status};

#[track_caller]
fn named(name: &str) -> Mail {
    let mut all = samples::all().into_iter();
    all.find(|(other, _)| *other == name).unwrap().1
}

#[test]
fn every_change_has_its_heading_and_says_all_of_itself() {
    for (name, heading, words) in [
        (
            "lines-cancelled",
            "Part of your order has been cancelled",
            &["Linen ribbon, by the metre Before", "2 cancelled"][..],
        ),
        (
            "invoiced",
            "You have an invoice: 2041",
            &["Wool blanket, heather grey: 1 invoiced"],
        ),
        ("credited", "You have a credit note: C-17", &[]),
        (
            "packing-slip",
            "The packing slip for your order has been printed",
            &["Next, we will pack your items."],
        ),
        (
            "picked",
            "We have picked your items from the shelf",
            &["Next, we will pack your items."],
        ),
        (
            "part-delivered",
            "Part of your order is on its way",
            &[
                "Wool blanket, heather grey: 1 sent",
                "The rest will follow.",
            ],
        ),
        (
            "corrected",
            "Correction: we sent less than we told you",
            &["Birch tea tray Before", "We are sorry about the mistake."],
        ),
        (
            "expected",
            "New stock is expected on Friday 19 June 2026",
            &[
                "Friday 12 June 2026",
                "Friday 19 June 2026, when new stock is expected",
                "We are sorry that you have to wait longer.",
            ],
        ),
        (
            "expected-several",
            "Your order has new expected dates",
            &["Birch tea tray Before", "Linen ribbon, by the metre Before"],
        ),
        ("back-in-stock", "Back in stock: Birch tea tray", &[]),
        (
            "returned",
            "We have received what you sent back",
            &[
                "Wool blanket, heather grey: 1 returned",
                "An item: 1 returned",
            ],
        ),
    ] {
        let mail = named(name);
        says(&mail, heading);
        for words in words {
            // The plain part has a bullet and a colon, the HTML part does not.
            let text = flat(&mail.text).replace(" Before:", " Before");
            let html = read(&mail);
            assert!(
                html.contains(words),
                "{name}: HTML without {words:?}: {html}"
            );
            assert!(
                text.contains(words),
                "{name}: text without {words:?}: {text}"
            );
        }
    }
}

#[test]
fn a_mail_is_short_where_a_sentence_says_it_all() {
    for name in ["back-in-stock", "credited", "packing-slip", "picked"] {
        says_nothing_of(&named(name), "What changed");
    }
}

#[test]
fn what_was_stands_above_what_is() {
    let text = named("expected").text;
    assert!(
        text.contains(
            "* Birch tea tray\n  Before: Friday 12\u{a0}June 2026\n  \
             Now:    Friday 19\u{a0}June 2026, when new stock is expected\n"
        ),
        "{text}"
    );
    let text = named("corrected").text;
    assert!(
        text.contains("* Birch tea tray\n  Before: 1 sent\n  Now:    none\n"),
        "{text}"
    );
}

#[test]
fn all_of_several_changes_are_told_the_most_telling_first() {
    let mail = named("waiting");
    says(&mail, "Part of your order has been cancelled");
    let text = flat(&mail.text);
    let mut rest = text.as_str();
    for words in [
        "Thank you for your patience.",
        "What changed",
        "* Item cancelled Linen ribbon, by the metre: 3 cancelled",
        "* Item sent Wool blanket, heather grey: 1 sent",
        "* New expected dates Wool blanket, heather grey: Monday 15 June 2026, as promised for \
         the whole order Birch tea tray Before: Friday 12 June 2026 Now: Friday 19 June 2026, \
         when new stock is expected",
        "* Part of the order sent Before: Being prepared Now: Partly sent",
        "* Invoice 2041 issued Wool blanket, heather grey: 1 invoiced",
        "See your order:",
        "2 ordered · 1 sent · 1 to come · WB-12-HG",
        "1 ordered · not sent",
        "New stock is expected on Friday 19 June 2026",
    ] {
        let (_, after) = rest
            .split_once(words)
            .unwrap_or_else(|| panic!("{words:?} in {rest:?}"));
        rest = after;
    }
}

#[test]
fn the_rest_of_an_order_is_told_as_the_rest() {
    let mut order = samples::part_sent();
    for line in &mut order.lines {
        line.delivered = Some(line.quantity);
    }
    let all: Vec<_> = order
        .lines
        .iter()
        .map(|line| samples::counted(&line.id, 0, 1))
        .collect();
    let heading = |lines| read(&mail(&order, &[Change::Delivered { lines }]));
    assert!(heading(all.clone()).contains("Your order is on its way"));
    let rest = heading(all[1..].to_vec());
    assert!(
        rest.contains("The rest of your order is on its way"),
        "{rest}"
    );
    assert!(rest.contains("Everything is on its way."), "{rest}");
}

#[test]
fn a_day_that_comes_sooner_needs_no_apology() {
    let by = DateSource::Item;
    let told = |from, to| {
        let lines = vec![samples::promised(samples::TRAY, from, to, by)];
        let order = samples::part_sent();
        read(&mail(&order, &[Change::ExpectedDateChanged { lines }]))
    };
    let (old, new) = (Some("2026-06-12"), Some("2026-06-19"));
    assert!(told(old, new).contains("We are sorry"));
    assert!(!told(new, old).contains("We are sorry"));
    assert!(!told(None, new).contains("We are sorry"));
    let open = told(old, None);
    assert!(open.contains("We are sorry") && open.contains("not known yet"));
    assert!(open.contains("We do not yet know when your items will arrive"));
}

#[test]
fn the_shops_own_message_stands_between_the_news_and_the_items() {
    let own = samples::template(
        Some("News of your blanket\r\nBcc: x@evil.example"),
        Some("\n\nDear friend,\nwe <b>hope</b>\u{202e} it\r\n \r\nfits.\0\n\n"),
    );
    let mail = samples::mail_with(
        &samples::shop(),
        &order(),
        &[Change::Placed],
        Some(&own),
        Vec::new(),
    );
    assert_eq!(mail.subject, "News of your blanket Bcc: x@evil.example");
    assert!(
        mail.text
            .contains("\n\nDear friend,\nwe <b>hope</b> it\n\nfits.\n\nSee your order:"),
        "{}",
        mail.text
    );
    assert!(
        mail.html
            .contains(">Dear friend,<br>we &lt;b&gt;hope&lt;/b&gt; it</p>"),
        "{}",
        mail.html
    );
    let place = |words| mail.html.find(words).unwrap();
    assert!(place("Thank you for your order") < place("Dear friend"));
    assert!(place("fits.") < place("What you ordered"));
}

#[test]
fn an_empty_template_changes_nothing() {
    let plain = mail(&order(), &[Change::Placed]);
    for own in [
        samples::template(None, None),
        samples::template(Some(" \u{200b}"), Some("\n \r\n\u{feff}")),
    ] {
        let shop = samples::shop();
        let changes = [Change::Placed];
        let mail = samples::mail_with(&shop, &order(), &changes, Some(&own), Vec::new());
        assert_eq!(mail, plain);
    }
}

#[test]
fn the_preheader_follows_the_shops_own_words() {
    let preheader = |own: &Template, changes: &[Change]| {
        let shop = samples::shop();
        let brand = Brand::default();
        let written = samples::written(&brand, (&shop, &order()), changes, Some(own), Vec::new());
        assert!(written.mail.html.contains(&written.preheader));
        written.preheader
    };
    let mut own = samples::template(None, Some("Please call\nus.\n\nThank you"));
    let told = preheader(&own, &[]);
    assert_eq!(told, "A message about your order. Please call us.");
    own.heading = Some("We tried to call you".to_owned());
    assert_eq!(
        preheader(&own, &[]),
        "We tried to call you. Please call us."
    );
    own.heading = Some("Thank you!".to_owned());
    assert_eq!(preheader(&own, &[]), "Thank you! Please call us.");
    let several = [Change::Placed, Change::Picked];
    assert_eq!(
        preheader(&own, &several),
        "Thank you! Items picked from the shelf."
    );
    own.preheader = Some("Its own".to_owned());
    assert_eq!(preheader(&own, &several), "Its own");
}

#[test]
fn copies_go_along_and_the_mail_says_why() {
    let copies = vec![
        Mailbox::new("Bookkeeping", "books@customer.example").unwrap(),
        Mailbox::new("See evil.example", "it@customer.example").unwrap(),
    ];
    let mut order = order();
    order.customer.contacts = copies
        .iter()
        .map(|copy| Contact {
            role: Role::Admin,
            name: None,
            email: copy.address.clone(),
        })
        .collect();
    let mail = samples::mail_with(
        &samples::shop(),
        &order,
        &[Change::Placed],
        None,
        copies.clone(),
    );
    assert_eq!(mail.cc[0], copies[0]);
    assert_eq!(mail.cc[1].to_string(), "it@customer.example");
    says(&mail, "or because you are named as a contact for it.");
}

#[test]
fn the_shops_own_label_is_told_from_and_to() {
    let labelled = |label: &str| Status {
        label: Some(label.to_owned()),
        ..status(Stage::Preparing)
    };
    let change = Change::StatusChanged {
        from: Some(labelled("Being cut")),
        to: labelled("Being sewn"),
    };
    let mail = mail(&order(), &[change]);
    let html = read(&mail);
    assert!(html.contains("Before Being cut → Now Being sewn"), "{html}");
    assert!(
        mail.text
            .contains("  Before: Being cut\n  Now:    Being sewn\n")
    );
}

#[test]
fn a_thousand_lines_that_all_changed_make_no_long_mail() {
    let by = DateSource::PurchaseOrder;
    let mut order = samples::part_sent();
    order.lines = (0..1000)
        .map(|n| samples::line(&format!("{n} {}", "x".repeat(300)), 0, "1"))
        .collect();
    let counted: Vec<_> = order
        .lines
        .iter()
        .map(|line| samples::counted(&line.id, 1, 2))
        .collect();
    let promised = order
        .lines
        .iter()
        .map(|line| samples::promised(&line.id, Some("0000-01-01"), Some("9999-12-31"), by));
    let changes = [
        Change::ExpectedDateChanged {
            lines: promised.collect(),
        },
        Change::PartDelivered {
            lines: counted.clone(),
        },
        Change::Returned { lines: counted },
    ];
    let mail = mail(&order, &changes);
    says(&mail, "and 980 more items on your order’s page");
    says(&mail, "and 1000 more items on your order’s page");
    assert!(mail.html.len() < 80_000, "{}", mail.html.len());
}
