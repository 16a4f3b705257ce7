//! What becomes of mails while the provider takes none.

use wismo_domain::mail::Sent;

use crate::shop::Shop;

const ORDERS: usize = 500;

fn placed(shop: &Shop) -> usize {
    shop.mails().len()
}

#[test]
fn what_waited_for_a_dead_provider_leaves_within_minutes_after_it_is_back() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(Sent::TryAgain {
        reason: "503".to_owned(),
        after: None,
    }));
    for order in 0..ORDERS {
        shop.say(shop.order(&order.to_string(), "new"));
    }
    // Six hours of it.
    for _ in 0..360 {
        shop.later(60);
    }
    assert_eq!(placed(&shop), 0);
    // A mail tries now and then, not each of them again and again.
    let tried = shop.tried.take();
    assert!((100..1_500).contains(&tried), "{tried}");
    shop.down.replace(None);
    let mut came = 0;
    for _ in 0..3 {
        shop.later(60);
        came += placed(&shop);
    }
    // But those that tried lately, each of which waits as long as it had to.
    assert!(came > ORDERS - 100, "{came}");
    for _ in 0..90 {
        shop.later(60);
        came += placed(&shop);
    }
    assert_eq!(came, ORDERS);
}

#[test]
fn with_a_wrong_key_one_mail_tries_at_a_time() {
    let shop = Shop::new("{}");
    shop.down.replace(Some(Sent::Misconfigured {
        reason: "401".to_owned(),
    }));
    for order in 0..50 {
        shop.say(shop.order(&order.to_string(), "new"));
    }
    for _ in 0..60 {
        shop.later(60);
    }
    let tried = shop.tried.take();
    assert!((5..=13).contains(&tried), "{tried}");
    shop.down.replace(None);
    shop.later(300);
    shop.later(60);
    assert!(placed(&shop) >= 37);
}
