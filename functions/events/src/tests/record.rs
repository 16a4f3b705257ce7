//! From what happened to the orders' logs.

use futures::executor::block_on;
use wismo_domain::environment::Environment;
use wismo_domain::history::history;
use wismo_domain::keys::OrderKey;
use wismo_domain::link::{Kind, Link, LinkKeys};
use wismo_domain::log::MailFate;
use wismo_domain::reference;
use wismo_domain::settings::Settings;
use wismo_domain::store::MemoryStore;
use wismo_domain::time::Timestamp;

use super::super::Happening;
use super::super::record::record;
use super::now;

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
        fate: MailFate::Delivered,
    }
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
    let store = MemoryStore::default();
    assert_eq!(block_on(record(&store, &Noon, &keys, happenings)), Ok(1));
    let history = block_on(history(&store, &Noon, &order, &Settings::default(), None)).unwrap();
    let deliveries = history.unwrap().deliveries;
    let mail = deliveries[0].mail.as_ref().unwrap();
    assert_eq!((deliveries.len(), mail.notice), (1, 3));
}
