//! Writes what happened to the orders' logs.

use futures::executor::block_on;
use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::context::{Context, Environment};
use wismo_domain::log::MailEventKind;
use wismo_domain::mail::reference;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::notices::{Composed, PreparedNotice};
use wismo_domain::reports::history::history;
use wismo_domain::settings::Settings;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::storage::record::encode;
use wismo_domain::storage::{MemoryStore, Store};
use wismo_domain::time::Timestamp;

use super::now;
use crate::Happening;
use crate::record::record;

struct Noon;

impl Environment for Noon {
    fn now(&self) -> Timestamp {
        now()
    }

    fn random(&self) -> u64 {
        0
    }
}

fn keys(secret: &str) -> LinkKeys {
    LinkKeys::from_setting(&secret.repeat(32)).unwrap()
}

fn delivered(reference: Option<String>) -> Happening {
    Happening {
        reference,
        recipient: "jane.doe@example.com".to_owned(),
        at: now(),
        fate: MailEventKind::Delivered,
    }
}

/// A store with the prepared notice of an order's notice 3, to Jane and a copy to Joe.
fn with_letter(order: &OrderKey) -> MemoryStore {
    let mailbox = |text: &str| text.parse::<Mailbox>().unwrap();
    let prepared = PreparedNotice {
        baseline: None,
        changes: Vec::new(),
        left_out: Vec::new(),
        composed: Composed::Mail(Box::new(Mail {
            from: mailbox("north@example.com"),
            reply_to: None,
            to: mailbox("Jane <Jane.Doe@example.com>"),
            cc: vec![mailbox("joe@example.com")],
            subject: String::new(),
            text: String::new(),
            html: String::new(),
            headers: Vec::new(),
            attachments: Vec::new(),
            code: None,
        })),
        copies: None,
        template: None,
        at: now(),
    };
    let store = MemoryStore::default();
    // The first attempt died before it wrote anything.
    let key = order.prepared(3, 2);
    block_on(store.set(&key, encode(&prepared).unwrap())).unwrap();
    store
}

#[test]
fn what_names_no_mail_of_ours_is_passed_over() {
    let (keys, others) = (keys("k"), keys("o"));
    let order = OrderKey::new("north", "7").unwrap();
    let page = keys.seal(&Link {
        order: order.clone(),
        kind: Kind::Customer,
        rotation: 0,
    });
    let happenings = vec![
        delivered(None),
        delivered(Some("c2hvcC8x-Og_2".to_owned())),
        delivered(Some(reference::seal(&others, &order, 3))),
        delivered(Some(page)),
        delivered(Some(reference::seal(&keys, &order, 3))),
    ];
    let store = with_letter(&order);
    assert_eq!(
        block_on(record(Context::new(&store, &Noon), &keys, happenings)),
        Ok(1)
    );
    let history = block_on(history(
        Context::new(&store, &Noon),
        &order,
        &Settings::default(),
        None,
    ))
    .unwrap();
    let deliveries = history.unwrap().deliveries;
    let mail = deliveries[0].mail.as_ref().unwrap();
    assert_eq!((deliveries.len(), mail.notice), (1, 3));
}

#[test]
fn only_who_got_the_mail_can_have_bounced() {
    let keys = keys("k");
    let order = OrderKey::new("north", "7").unwrap();
    let bounced = |notice, recipient: &str| Happening {
        reference: Some(reference::seal(&keys, &order, notice)),
        recipient: recipient.to_owned(),
        at: now(),
        fate: MailEventKind::Bounced {
            is_permanent: true,
            reason: String::new(),
        },
    };
    let store = with_letter(&order);
    let happenings = vec![
        bounced(3, "jane.doe@example.com"),
        bounced(3, "JOE@EXAMPLE.COM"),
        bounced(3, "mallory@example.com"),
        // One is about a notice that has no mail, the other about a notice by
        // hand that does not exist.
        bounced(4, "ann@example.com"),
        bounced((1 << 31) + 3, "ann@example.com"),
    ];
    assert_eq!(
        block_on(record(Context::new(&store, &Noon), &keys, happenings)),
        Ok(2)
    );
    for (address, is_suppressed) in [
        ("jane.doe@example.com", true),
        ("joe@example.com", true),
        ("mallory@example.com", false),
        ("ann@example.com", false),
    ] {
        let found = block_on(Suppression::of(&store, "north", address)).unwrap();
        assert_eq!(found.is_some(), is_suppressed, "{address}");
    }
    let history = block_on(history(
        Context::new(&store, &Noon),
        &order,
        &Settings::default(),
        None,
    ))
    .unwrap();
    let mut told: Vec<_> = history.unwrap().deliveries.into_iter().collect();
    let told = told.drain(..).map(|one| one.mail.unwrap().to);
    assert_eq!(
        told.collect::<Vec<_>>(),
        ["Jane.Doe@example.com", "joe@example.com"]
    );
}
