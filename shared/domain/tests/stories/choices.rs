//! The customer's choices, and addresses that mails do not reach.

use futures::executor::block_on;
use wismo_domain::changes::ChangeKind;
use wismo_domain::log::{
    Disposition, Event, EventPayload, MailEvent, MailEventKind, MailPreferences, Skip, Via, note,
};
use wismo_domain::mail::SendResult;
use wismo_domain::mail::suppression::{Cause, Suppression};
use wismo_domain::notices::report;
use wismo_domain::reports::history::{History, Reason, history};
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::tasks_index;

use crate::shop::{SHOP, Shop, key};

const OFFICE: &str = r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","contacts":[
    {"role":"admin","email":"office@example.com"}]}"#;

impl Shop {
    fn choose(&self, choice: MailPreferences) {
        let event = self.event(EventPayload::Preferences(choice), Via::Page);
        block_on(note(&self.store, &key("1"), &event)).unwrap();
    }

    fn recipients(&self) -> Vec<(Vec<String>, String)> {
        let mails = self.inbox.take().into_iter();
        mails.map(|(_, to, text)| (to, text)).collect()
    }

    fn hears(&self, to: &str, fate: MailEventKind) {
        self.hears_all(&[("1", to, fate)]);
    }

    /// Takes what a provider says at once, of the first mails of these orders
    /// and of their copies.
    fn hears_all(&self, said: &[(&str, &str, MailEventKind)]) {
        let at = wismo_domain::context::Environment::now(self);
        let heard = said.iter().map(|(order, to, fate)| {
            let said = MailEvent {
                notice: self.first_mail(order, to),
                to: (*to).to_owned(),
                kind: fate.clone(),
            };
            (key(order), at, said)
        });
        block_on(report(self.context(), heard.collect())).unwrap();
    }

    /// Finds the notice of the first mail of an order to an address.
    fn first_mail(&self, order: &str, to: &str) -> u64 {
        let told = self.history(order).notices.remove(0);
        let mut copies = told.copies.into_iter();
        let copy = copies.find(|copy| copy.to.address.eq_ignore_ascii_case(to));
        copy.map_or(1, |copy| copy.notice)
    }

    fn history(&self, order: &str) -> History {
        let history = block_on(history(
            self.context(),
            &key(order),
            &self.settings.borrow(),
            None,
        ));
        history.unwrap().unwrap()
    }

    /// Lists what providers said of an order's mails, in words, with the verdicts.
    fn heard(&self, order: &str) -> Vec<(&'static str, String, Disposition)> {
        let deliveries = self.history(order).deliveries.into_iter();
        deliveries
            .filter_map(|one| {
                let mail = one.mail?;
                Some((mail.kind.name(), mail.to, one.disposition))
            })
            .collect()
    }

    fn tasks(&self) -> u64 {
        block_on(self.store.count(&tasks_index(SHOP).len())).unwrap()
    }

    fn suppressed(&self, address: &str) -> Option<Cause> {
        let found = block_on(Suppression::of(&self.store, SHOP, address)).unwrap();
        found.map(|found| found.cause)
    }

    /// Lists the reason of each change that was not mailed, with the provider's word.
    fn reasons(&self) -> Vec<(Option<Reason>, Option<String>)> {
        let changed = self.history("1").deliveries.into_iter();
        let changed = changed.flat_map(|delivery| delivery.changes);
        changed
            .map(|changed| (changed.notification.reason, changed.notification.detail))
            .collect()
    }
}

fn mail(to: &[&str], text: &str) -> (Vec<String>, String) {
    let to = to.iter().map(|to| (*to).to_owned()).collect();
    (to, text.to_owned())
}

fn bounced(is_permanent: bool) -> MailEventKind {
    MailEventKind::Bounced {
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
    shop.choose(MailPreferences {
        without: vec![ChangeKind::StatusChanged],
        ..MailPreferences::default()
    });
    shop.later(10);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    let office = mail(&["office@example.com"], "1: status_changed");
    assert_eq!(shop.recipients(), [office]);
    // Beside a change that they wish to know, it is left out of their mail alone.
    shop.later(10);
    let mut order = shop.order("1", "sent");
    order.lines[0].cancelled = Some(1.into());
    shop.say(order);
    shop.later(1);
    let both = [
        mail(&["ann@example.com"], "1: lines_cancelled"),
        mail(
            &["office@example.com"],
            "1: status_changed, lines_cancelled",
        ),
    ];
    assert_eq!(shop.recipients(), both);
    let off = (Some(Skip::Unsubscribed.into()), None);
    assert!(shop.reasons().contains(&off), "{:?}", shop.reasons());
    // Another address of theirs gets no more than the first.
    shop.later(10);
    shop.customer(
        r#"{"id":"c1","updated_at":"2026-11-02T00:00:00Z","contacts":[
            {"role":"customer","email":"home@example.com"},
            {"role":"admin","email":"office@example.com"}]}"#,
    );
    let mut order = shop.order("1", "packed");
    order.lines[0].cancelled = Some(2.into());
    shop.say(order);
    shop.later(1);
    let all = ["ann@example.com", "home@example.com", "office@example.com"];
    let all = all.map(|to| mail(&[to], "1: lines_cancelled"));
    assert_eq!(shop.recipients(), all);
}

#[test]
fn who_wants_no_mail_gets_none_until_they_choose_otherwise() {
    let shop = Shop::new("{}");
    shop.choose(MailPreferences {
        none: true,
        ..MailPreferences::default()
    });
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.recipients(), []);
    assert_eq!(shop.reasons(), [(Some(Skip::Unsubscribed.into()), None)]);
    shop.later(10);
    shop.choose(MailPreferences::default());
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
    shop.hears("office@example.com", MailEventKind::Complained);
    shop.later(10);
    shop.say(shop.order("1", "late"));
    shop.later(1);
    assert_eq!(shop.recipients(), []);
    let suppressed = (Some(Skip::Suppressed.into()), None);
    assert_eq!(shop.reasons().last().unwrap(), &suppressed);
    // Each of these is something to look after, except what was said twice.
    assert_eq!(shop.tasks(), 3);
    block_on(Suppression::lift(&shop.store, SHOP, "ANN@example.com")).unwrap();
    shop.later(10);
    shop.say(shop.order("1", "found"));
    shop.later(1);
    assert_eq!(shop.recipients()[0].0, ["ann@example.com"]);
}

#[test]
fn an_address_that_the_provider_refuses_is_not_tried_again() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(SendResult::RecipientRefused {
        reason: "inactive".to_owned(),
    }));
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.down.replace(None);
    shop.later(10);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.recipients(), []);
    let refused = (Some(Reason::Refused), Some("inactive".to_owned()));
    let suppressed = (Some(Skip::Suppressed.into()), None);
    assert_eq!(shop.reasons(), [refused, suppressed]);
}

#[test]
fn what_a_provider_says_stands_in_the_history_once() {
    let shop = Shop::new("{}");
    shop.customer(OFFICE);
    shop.say(shop.order("1", "new"));
    shop.say(shop.order("2", "new"));
    shop.later(1);
    let (ann, office) = ("ann@example.com", "office@example.com");
    let batch = [
        ("2", ann, MailEventKind::Opened),
        ("1", ann, MailEventKind::Delivered),
        ("1", ann, MailEventKind::Delivered),
        ("1", office, MailEventKind::Delivered),
    ];
    let told = [
        ("delivered", ann.to_owned(), Disposition::Counts),
        ("delivered", office.to_owned(), Disposition::Counts),
    ];
    shop.hears_all(&batch);
    assert_eq!(shop.heard("1"), told);
    assert_eq!(shop.heard("2").len(), 1);
    // The same again, much later, and although the snapshot was lost.
    shop.later(7200);
    shop.hears_all(&batch);
    block_on(shop.store.delete(&key("1").snapshot())).unwrap();
    shop.hears_all(&batch);
    assert_eq!(shop.heard("1"), told);
    let mail = shop.history("1").deliveries.pop().unwrap().mail.unwrap();
    // The last word is about the copy.
    assert_eq!(mail.notice, shop.first_mail("1", office));
    assert_eq!(mail.kind, MailEventKind::Delivered);
    assert_eq!(shop.tasks(), 0);
}

#[test]
fn the_same_word_at_once_in_two_places_is_a_repetition() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    let at = wismo_domain::context::Environment::now(&shop);
    let report = MailEvent {
        notice: 1,
        to: "ann@example.com".to_owned(),
        kind: MailEventKind::Opened,
    };
    let event = Event::new(at, EventPayload::Mail { at, event: report });
    for _ in 0..2 {
        block_on(note(&shop.store, &key("1"), &event)).unwrap();
    }
    let verdicts: Vec<Disposition> = shop.heard("1").into_iter().map(|one| one.2).collect();
    assert_eq!(
        verdicts,
        [Disposition::Counts, Disposition::Repeats { event: 2 }]
    );
}

#[test]
fn each_word_of_a_provider_has_its_consequences() {
    let reason = String::new;
    for (fate, cause, tasks) in [
        (MailEventKind::Delivered, None, 0),
        (MailEventKind::Deferred { reason: reason() }, None, 0),
        (bounced(false), None, 1),
        (bounced(true), Some(Cause::Bounced), 1),
        (
            MailEventKind::Suppressed { reason: reason() },
            Some(Cause::Refused),
            1,
        ),
        (MailEventKind::Rejected { reason: reason() }, None, 1),
        (MailEventKind::Complained, Some(Cause::Complained), 1),
        (MailEventKind::Unsubscribed, Some(Cause::Unsubscribed), 0),
        (MailEventKind::Opened, None, 0),
    ] {
        let shop = Shop::new("{}");
        shop.say(shop.order("1", "new"));
        shop.later(1);
        // Whatever it says, it does not affect somebody else's address.
        shop.hears("bob@example.com", fate.clone());
        let found = (shop.suppressed("bob@example.com"), shop.tasks());
        assert_eq!(found, (None, 0), "{fate:?}");
        shop.hears("Ann@Example.com", fate.clone());
        let found = (shop.suppressed("ann@example.com"), shop.tasks());
        assert_eq!(found, (cause, tasks), "{fate:?}");
    }
}

#[test]
fn what_was_lifted_stays_so_when_the_provider_repeats_itself() {
    let shop = Shop::new("{}");
    shop.say(shop.order("1", "new"));
    shop.later(1);
    shop.hears("ann@example.com", MailEventKind::Complained);
    block_on(Suppression::lift(&shop.store, SHOP, "ann@example.com")).unwrap();
    shop.hears("ann@example.com", MailEventKind::Complained);
    assert_eq!(shop.suppressed("ann@example.com"), None);
}

#[test]
fn of_many_orders_all_are_told() {
    let shop = Shop::new("{}");
    let orders: Vec<String> = (0..250).map(|id| id.to_string()).collect();
    for order in &orders {
        shop.say(shop.order(order, "new"));
    }
    shop.later(60);
    let said = orders
        .iter()
        .map(|order| (order.as_str(), "ann@example.com", bounced(false)));
    shop.hears_all(&said.collect::<Vec<_>>());
    assert_eq!(shop.tasks(), 250);
    assert!(orders.iter().all(|order| shop.heard(order).len() == 1));
}
