//! The documents that go with a mail, and the fate of one whose file is missing.

use futures::executor::block_on;
use wismo_domain::file::{Content, MediaType};
use wismo_domain::mail::SendResult;
use wismo_domain::notices::{AttemptResult, Notice};
use wismo_domain::order::{Document, DocumentKind, Order, store_contents};
use wismo_domain::storage::keys::tasks_index;
use wismo_domain::tasks::{Task, TaskReason};

use crate::shop::{SHOP, Shop, key};

/// Makes an invoice that has a file, with this number.
pub(crate) fn invoice(number: &str) -> Document {
    Document {
        content: Some(Content(b"%PDF".to_vec())),
        media_type: Some(MediaType::Pdf),
        ..Document::new(number, DocumentKind::Invoice)
    }
}

/// Makes a paper that is available at a URL.
fn slip(number: &str) -> Document {
    Document {
        url: Some(format!("https://files.north.example/{number}")),
        ..Document::new(number, DocumentKind::PackingSlip)
    }
}

/// Lets the shop send an order that has these documents, in this status.
fn say(shop: &Shop, status: &str, documents: &[Document]) -> Order {
    let mut order = shop.order("1", status);
    order.documents = documents.to_vec();
    block_on(store_contents(&shop.store, SHOP, &mut order.documents)).unwrap();
    shop.say(order.clone());
    order
}

#[test]
fn no_document_goes_with_a_mail_unless_a_rule_says_so() {
    let shop = Shop::new("{}");
    say(&shop, "new", &[invoice("F-1"), slip("P-1")]);
    shop.later(1);
    assert_eq!(shop.mails(), ["1: placed, invoiced"]);
}

#[test]
fn a_document_goes_with_a_mail_only_once_it_exists() {
    let shop = Shop::new(
        r#"{"rules":{"status_changed":
            {"notify":"mail","attach":["invoice","packing_slip"],"link":["invoice","packing_slip"]}}}"#,
    );
    say(&shop, "new", &[]);
    shop.later(1);
    // A number alone is not a file.
    let named = Document::new("F-1", DocumentKind::Invoice);
    say(&shop, "packed", std::slice::from_ref(&named));
    shop.later(1);
    say(&shop, "sent", &[named, invoice("F-2"), slip("P-1")]);
    shop.later(1);
    assert_eq!(
        shop.mails(),
        [
            "1: placed",
            "1: status_changed, invoiced",
            "1: status_changed, invoiced; attached F-2 P-1; linked P-1"
        ]
    );
}

#[test]
fn an_invoice_goes_with_the_mail_about_it_and_not_the_others() {
    let shop = Shop::new(r#"{"rules":{"invoiced":{"notify":"mail","attach":["invoice"]}}}"#);
    say(&shop, "new", &[]);
    say(&shop, "new", &[invoice("F-1")]);
    shop.later(1);
    say(
        &shop,
        "new",
        &[invoice("F-1"), invoice("F-2"), invoice("F-3")],
    );
    shop.later(1);
    let mails = shop.mails();
    assert_eq!(
        mails.last().unwrap(),
        "1: invoiced, invoiced; attached F-2 F-3"
    );
}

#[test]
fn a_mail_whose_file_is_missing_waits_and_holds_no_other_back() {
    let shop = Shop::new("{}");
    let missing = SendResult::NotReady {
        reason: "the file is not there".to_owned(),
    };
    shop.down.replace(Some(missing));
    for order in 0..20 {
        shop.say(shop.order(&order.to_string(), "new"));
    }
    shop.later(1);
    // The provider was not asked, so each of the mails tried.
    assert_eq!(shop.tried.take(), 20);
    shop.down.replace(None);
    for _ in 0..30 {
        shop.later(10);
    }
    assert_eq!(shop.mails().len(), 20);
    let notice = &block_on(Notice::all(&shop.store, &key("7"))).unwrap()[0];
    let results: Vec<_> = notice.outcomes().map(|outcome| &outcome.result).collect();
    assert!(
        matches!(results.as_slice(), [
            AttemptResult::TryAgain { reason, .. },
            AttemptResult::Accepted { .. }
        ] if reason == "the file is not there"),
        "{results:?}"
    );
}

#[test]
fn what_is_given_up_is_a_task_for_the_merchant() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(SendResult::NotReady {
        reason: "the file is not there".to_owned(),
    }));
    shop.say(shop.order("1", "new"));
    for _ in 0..50 {
        shop.later(1800);
    }
    let notice = &block_on(Notice::all(&shop.store, &key("1"))).unwrap()[0];
    let last = notice.outcomes().last().unwrap();
    let reason = "the file is not there".to_owned();
    assert_eq!(last.result, AttemptResult::GivenUp { reason });
    let tasks = block_on(tasks_index(SHOP).entries::<Task>(&shop.store, 1..=3)).unwrap();
    let [(1, Task { order, why, .. })] = tasks.as_slice() else {
        panic!("{tasks:?}");
    };
    assert_eq!(
        (order.as_deref(), *why),
        (Some("1"), Some(TaskReason::NotSent))
    );
}
