//! What the customer chose, and which addresses mails do not reach.

use futures::executor::block_on;
use wismo_domain::changes::ChangeKind;
use wismo_domain::history::history;
use wismo_domain::keys::tasks_index;
use wismo_domain::log::{Choice, Event, MailEvent, MailFate, Said, Via, note};
use wismo_domain::mail::Sent;
use wismo_domain::notices::report;
use wismo_domain::store::Store;
use wismo_domain::suppression::Suppression;

use crate::shop::{SHOP, Shop, key};

const OFFICE: &str = r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","contacts":[
    {"role":"admin","email":"office@example.com"}]}"#;

impl Shop {
    fn choose(&self, choice: Choice) {
        let event = Event {
            received_at: wismo_domain::environment::Environment::now(self),
            said: Said::Chosen(choice),
            via: Via::Page,
        };
        block_on(note(&self.store, &key("1"), &event)).unwrap();
    }

    fn recipients(&self) -> Vec<(Vec<String>, String)> {
        let mails = self.inbox.take().into_iter();
        mails.map(|(_, to, text)| (to, text)).collect()
    }

    fn hears(&self, to: &str, fate: MailFate) {
        let said = MailEvent {
            notice: 1,
            to: to.to_owned(),
            fate,
        };
        let at = wismo_domain::environment::Environment::now(self);
        block_on(report(&self.store, self, &key("1"), at, said)).unwrap();
    }

    /// What became of each change, in words.
    fn fates(&self) -> Vec<String> {
        let history = block_on(history(&self.store, self, &key("1"), None)).unwrap();
        let changed = history.unwrap().deliveries.into_iter();
        let changed = changed.flat_map(|delivery| delivery.changes);
        changed
            .map(|changed| changed.fate.reason.unwrap_or_default())
            .collect()
    }
}

fn mail(to: &[&str], text: &str) -> (Vec<String>, String) {
    let to = to.iter().map(|to| (*to).to_owned()).collect();
    (to, text.to_owned())
}

fn bounced(is_permanent: bool) -> MailFate {
    MailFate::Bounced {
        is_permanent,
        reason: "5.1.1".to_owned(),
    }
}

#[test]
fn what_the_customer_switched_off_still_reaches_whom_else_it_concerns() {
    let shop = Shop::new("{}");
    shop.customer(OFFICE);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.recipients();
    shop.choose(Choice {
        without: vec![ChangeKind::StatusChanged],
        ..Choice::default()
    });
    shop.later(10);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    let office = mail(&["office@example.com"], "1: status_changed");
    assert_eq!(shop.recipients(), [office]);
    // Beside something that they wish to know, it is left out.
    shop.later(10);
    let mut order = shop.order("1", "sent");
    order.lines[0].cancelled = Some(1.into());
    shop.say(order);
    shop.later(1);
    let both = mail(
        &["ann@example.com", "office@example.com"],
        "1: lines_cancelled",
    );
    assert_eq!(shop.recipients(), [both]);
    let off = "switched off by the customer".to_owned();
    assert!(shop.fates().contains(&off), "{:?}", shop.fates());
}

#[test]
fn who_wants_no_mail_gets_none_until_they_choose_otherwise() {
    let shop = Shop::new("{}");
    shop.choose(Choice {
        none: true,
        ..Choice::default()
    });
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.recipients(), []);
    assert_eq!(shop.fates(), ["switched off by the customer"]);
    shop.later(10);
    shop.choose(Choice::default());
    shop.later(300);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    let told = mail(&["ann@example.com"], "1: status_changed");
    assert_eq!(shop.recipients(), [told]);
}

#[test]
fn a_mail_that_came_back_for_good_is_the_last_to_its_address() {
    let shop = Shop::new("{}");
    shop.customer(OFFICE);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.recipients();
    shop.hears("ann@example.com", bounced(false));
    shop.later(10);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.recipients()[0].0[0], "ann@example.com");
    shop.hears("Ann@Example.com", bounced(true));
    shop.hears("Ann@Example.com", bounced(true));
    shop.later(10);
    shop.say(shop.order("1", "sent"));
    shop.later(1);
    let office = mail(&["office@example.com"], "1: status_changed");
    assert_eq!(shop.recipients(), [office]);
    shop.hears("office@example.com", MailFate::Complained);
    shop.later(10);
    shop.say(shop.order("1", "late"));
    shop.later(1);
    assert_eq!(shop.recipients(), []);
    assert_eq!(shop.fates().last().unwrap(), "suppressed");
    // Each of these is something to look after.
    let tasks = block_on(shop.store.count(&tasks_index(SHOP).len())).unwrap();
    assert_eq!(tasks, 4);
    block_on(Suppression::lift(&shop.store, SHOP, "ANN@example.com")).unwrap();
    shop.later(10);
    shop.say(shop.order("1", "found"));
    shop.later(1);
    assert_eq!(shop.recipients()[0].0, ["ann@example.com"]);
}

#[test]
fn an_address_that_the_provider_refuses_is_not_tried_again() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(Sent::RecipientRefused {
        reason: "inactive".to_owned(),
    }));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.down.replace(None);
    shop.later(10);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.recipients(), []);
    assert_eq!(shop.fates(), ["refused: inactive", "suppressed"]);
}
