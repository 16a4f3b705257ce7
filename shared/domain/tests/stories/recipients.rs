//! Who gets a mail, and with which words.

use crate::shop::Shop;

const CONTACTS: &str = r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","contacts":[
    {"role":"admin","email":"office@example.com"},
    {"role":"billing","email":"billing@example.com"},
    {"role":"delivery","email":"dock@example.com"}]}"#;

fn recipients(shop: &Shop) -> Vec<Vec<String>> {
    shop.inbox.take().into_iter().map(|(_, to, _)| to).collect()
}

#[test]
fn admin_gets_everything_billing_money_and_delivery_parcels() {
    let shop = Shop::new("{}");
    shop.customer(CONTACTS);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(
        recipients(&shop),
        [["ann@example.com", "office@example.com"]]
    );
    let mut invoiced = shop.order("1", "new");
    invoiced.lines[0].invoiced = Some(2.into());
    shop.say(invoiced.clone());
    shop.later(1);
    let with_billing = [
        "ann@example.com",
        "office@example.com",
        "billing@example.com",
    ];
    assert_eq!(recipients(&shop), [with_billing]);
    invoiced.updated_at = shop.order("1", "new").updated_at;
    invoiced.lines[0].delivered = Some(1.into());
    shop.say(invoiced);
    shop.later(1);
    let with_dock = ["ann@example.com", "office@example.com", "dock@example.com"];
    assert_eq!(recipients(&shop), [with_dock]);
}

#[test]
fn a_rule_names_who_gets_it_and_with_which_words() {
    let shop = Shop::new(
        r#"{"rules":{"placed":{"tell":"mail","to":["billing"],"template":"thanks"},
                     "status_changed":{"tell":"mail","when":{"groups":["wholesale"]}}},
            "templates":[{"name":"thanks","message":"Thank you"}]}"#,
    );
    shop.customer(CONTACTS);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(recipients(&shop), [["billing@example.com"]]);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(recipients(&shop), [[""; 0]; 0]);
    let mut wholesale = shop.order("1", "sent");
    wholesale.customer.group = Some("wholesale".to_owned());
    shop.say(wholesale);
    shop.later(1);
    assert_eq!(
        recipients(&shop),
        [["ann@example.com", "office@example.com"]]
    );
}

#[test]
fn who_does_not_wish_mails_gets_none() {
    let shop = Shop::new("{}");
    shop.customer(r#"{"id":"c1","updated_at":"2026-11-01T00:00:00Z","wants_mail":false}"#);
    // What was said before that does not count, though it comes later.
    shop.customer(r#"{"id":"c1","updated_at":"2026-10-01T00:00:00Z","wants_mail":true}"#);
    shop.say(shop.order("1", "new"));
    shop.later(1);
    assert_eq!(shop.mails(), [""; 0]);
    shop.customer(r#"{"id":"c1","updated_at":"2026-11-02T00:00:00Z","wants_mail":true}"#);
    shop.say(shop.order("1", "packed"));
    shop.later(1);
    assert_eq!(shop.mails(), ["1: status_changed"]);
}
