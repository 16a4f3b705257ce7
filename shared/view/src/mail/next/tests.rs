//! The sentences about what happens next, by what the order knows.

use wismo_domain::mail::Mailbox;
use wismo_domain::order::{DeliveryMethod, Document, Payment, PaymentState, Refund, Status};
use wismo_domain::settings::Brand;

use super::*;
use crate::mail::tests::{says, says_nothing_of};
use crate::mail::{MailContext, compose, samples};
use crate::texts::Language;

fn at(stage: Stage) -> Order {
    Order {
        status: Status::new("code", stage),
        ..samples::order()
    }
}

fn now(order: &Order) -> Change {
    Change::StatusChanged {
        from: None,
        to: order.status.clone(),
    }
}

fn context<'a>(
    of: (&'a Order, &'a [Change]),
    from: &'a Mailbox,
    shop: &'a wismo_domain::shop::Shop,
    brand: &'a Brand,
) -> MailContext<'a> {
    MailContext {
        changes: of.1,
        page_url: Some(samples::PAGE),
        to: Mailbox::new("", "ase@customer.example").unwrap(),
        language: Language::English,
        ..MailContext::for_order(shop, of.0, brand, from)
    }
}

/// The mail about changes of an order, from a mail that `make` has changed.
fn mail(
    order: &Order,
    changes: &[Change],
    make: impl Fn(&mut MailContext<'_>),
) -> wismo_domain::mail::Mail {
    let from = Mailbox::new("", "orders@fjordfern.example").unwrap();
    let (shop, brand) = (samples::shop(), Brand::default());
    let mut context = context((order, changes), &from, &shop, &brand);
    make(&mut context);
    compose(&context).mail
}

const NOWHERE: &str = "You can collect it now. If you do not know where, please contact us.";

#[test]
fn what_lies_ready_says_where_to_the_customer_alone() {
    let mut order = at(Stage::ReadyToCollect);
    order.delivery_method = Some(DeliveryMethod::PickUp);
    let told = |order: &Order, make: fn(&mut MailContext<'_>)| mail(order, &[now(order)], make);
    says(&told(&order, |_| {}), NOWHERE);
    order.delivery_address = Some(samples::address());
    let theirs = told(&order, |_| {});
    says(
        &theirs,
        "You can collect it now at this address: Åse Nordmann Strandgaten 4 2. etg. 5013 Bergen Norway",
    );
    assert!(
        theirs
            .text
            .contains("at this address:\nÅse Nordmann\nStrandgaten 4\n")
    );
    assert!(theirs.html.contains("at this address:<br>Åse Nordmann<br>"));
    for hidden in [
        (|context: &mut MailContext<'_>| context.hides_addresses = true)
            as fn(&mut MailContext<'_>),
        |context| context.page_url = None,
        |context| context.cc = vec!["bo@office.example".parse().unwrap()],
        |context| context.to = "bo@office.example".parse().unwrap(),
    ] {
        let hidden = told(&order, hidden);
        says(&hidden, NOWHERE);
        assert!(!hidden.html.contains("Strandgaten"), "{}", hidden.html);
    }
    order.delivery_method = None;
    says(&told(&order, |_| {}), NOWHERE);
}

#[test]
fn what_is_not_shipped_has_words_of_its_own() {
    for (way, stage, words) in [
        (
            DeliveryMethod::PickUp,
            Stage::Preparing,
            "You will see on its page when you can collect it.",
        ),
        (
            DeliveryMethod::None,
            Stage::Preparing,
            "You can follow it on its page at any time.",
        ),
        (
            DeliveryMethod::PickUp,
            Stage::PartDelivered,
            "You can collect it now; we will write again when the rest is ready.",
        ),
        (
            DeliveryMethod::None,
            Stage::Completed,
            "If something is not right, please tell us.",
        ),
    ] {
        let mut order = at(stage);
        order.delivery_method = Some(way);
        says(&mail(&order, &[now(&order)], |_| {}), words);
    }
}

#[test]
fn what_waits_for_its_payment_says_until_when() {
    let mut order = at(Stage::AwaitingPayment);
    order.payment = Some(Payment {
        due_on: Some("2026-12-04".parse().unwrap()),
        ..Payment::new(PaymentState::Unpaid)
    });
    let told = |make: fn(&mut MailContext<'_>)| mail(&order, &[now(&order)], make);
    let due = "as soon as your payment arrives. Due on Friday 4 December 2026.";
    says(&told(|_| {}), due);
    says_nothing_of(&told(|context| context.hides_prices = true), "Due on");
}

#[test]
fn the_rest_is_expected_on_a_day_that_all_of_it_has() {
    let told = |days: [Option<&str>; 2]| {
        let mut order = at(Stage::PartDelivered);
        order.lines.truncate(2);
        for (line, day) in order.lines.iter_mut().zip(days) {
            line.expected_on = day.map(|day| day.parse().unwrap());
        }
        mail(&order, &[now(&order)], |_| {})
    };
    let day = Some("2026-06-19");
    says(
        &told([day, day]),
        "what has been sent. The rest is expected on Friday 19 June 2026.",
    );
    for days in [
        [day, None],
        [day, Some("2026-06-20")],
        [Some("2026-06-05"); 2],
    ] {
        says_nothing_of(&told(days), "The rest is expected");
    }
}

#[test]
fn a_day_that_was_taken_back_promises_no_latest_date() {
    let by = DateSource::Item;
    let told = |to: [Option<&str>; 2]| {
        let from = Some("2026-06-12");
        let lines = to.map(|to| samples::promised(samples::TRAY, from, to, by));
        let change = Change::ExpectedDateChanged {
            lines: lines.to_vec(),
        };
        mail(&samples::order(), &[change], |_| {})
    };
    let open = "As soon as a new date is known, you will find it on your order’s page.";
    let latest = "Your order’s page always shows the latest date.";
    says(&told([None, None]), open);
    says_nothing_of(&told([None, None]), latest);
    says(&told([None, Some("2026-06-19")]), latest);
}

#[test]
fn what_was_cancelled_and_paid_back_says_so() {
    let mut order = at(Stage::Cancelled);
    let told = |order: &Order| mail(order, &[Change::Cancelled { from: None }], |_| {});
    let money = "Your money is on its way back to you.";
    says_nothing_of(&told(&order), money);
    order.refunds = vec![Refund {
        id: "1".to_owned(),
        amount: order.totals.total.unwrap(),
        reason: None,
        lines: Vec::new(),
    }];
    says(&told(&order), &format!("please contact us. {money}"));
}

#[test]
fn a_credit_note_says_what_it_comes_to() {
    let mut order = samples::order();
    let note = |number: &str, total: Option<&str>| Document {
        number: Some(number.to_owned()),
        total: total.map(samples::amount),
        ..Document::new(number, DocumentKind::CreditNote)
    };
    order.documents = vec![
        note("C-1", Some("20.00")),
        note("C-2", Some("2.50")),
        note("C-3", None),
    ];
    let told = |numbers: &[&str], make: fn(&mut MailContext<'_>)| {
        let credited = |number: &&str| Change::Credited {
            document: Some((*number).to_owned()),
            lines: Vec::new(),
        };
        let changes: Vec<Change> = numbers.iter().map(credited).collect();
        mail(&order, &changes, make)
    };
    let unsaid = "The amount will be taken off what you owe, or paid back to you.";
    says(
        &told(&["C-1"], |_| {}),
        "$20.00 will be taken off what you owe, or paid back to you.",
    );
    says(
        &told(&["C-1", "C-2"], |_| {}),
        "$22.50 will be taken off what you owe",
    );
    says(&told(&["C-1", "C-3"], |_| {}), unsaid);
    let hidden = told(&["C-1"], |context| context.hides_prices = true);
    says(&hidden, unsaid);
    says_nothing_of(&hidden, "20.00");
}

#[test]
fn a_day_that_has_passed_when_the_mail_is_written_is_late() {
    let mut order = samples::part_sent();
    order.lines.truncate(1);
    order.lines[0].expected_on = Some("2026-06-10".parse().unwrap());
    let changes = [Change::Picked];
    let from = Mailbox::new("", "orders@fjordfern.example").unwrap();
    let (mut shop, brand) = (samples::shop(), Brand::default());
    shop.timezone = wismo_domain::time::zone::TimeZone::named("Pacific/Auckland").unwrap();
    let context = context((&order, &changes), &from, &shop, &brand);
    let (due, late) = (
        "Expected on Wednesday 10 June 2026",
        "Was expected on Wednesday 10 June 2026 and is late",
    );
    says(&compose(&context).mail, due);
    let at = |now: &str| {
        let now = now.parse().unwrap();
        compose(&MailContext {
            now,
            ..context.clone()
        })
        .mail
    };
    says(&at("2026-06-10T11:59:00Z"), due);
    // It is a day later where the shop is.
    says(&at("2026-06-10T12:00:00Z"), late);
}
