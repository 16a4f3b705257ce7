//! Promised days that pass.

use futures::executor::block_on;
use wismo_domain::order::{Order, Stage};
use wismo_domain::shop::{self, from_setting};
use wismo_domain::storage::Store;
use wismo_domain::storage::keys::promised_index;
use wismo_domain::tasks::{TaskReason, Wanted, look_for_overdue, open};
use wismo_domain::time::{Date, Duration};

use crate::shop::{SHOP, Shop};

const HOUR: i64 = 3600;

fn north() -> shop::Shop {
    let shops = r#"[{"id":"north","platform":"woocommerce","secrets":["a secret of the shop with enough bytes"],"name":"North"}]"#;
    from_setting(shops).unwrap().remove(0)
}

fn promised(shop: &Shop, id: &str, day: &str) -> Order {
    let mut order = shop.order(id, "new");
    order.expected_on = Some(day.parse().unwrap());
    order.updated_at = wismo_domain::context::Environment::now(shop);
    order.lines.clear();
    order
}

/// Looks with this much time, and lists the orders that are late.
fn late(shop: &Shop, time: Duration) -> Vec<String> {
    let settings = shop.settings.borrow();
    let until = wismo_domain::context::Environment::now(shop) + time;
    block_on(look_for_overdue(shop.context(), &north(), &settings, until)).unwrap();
    let open = block_on(open(shop.context(), SHOP, Wanted::stretch_from(1))).unwrap();
    let late = open.tasks.into_iter().map(|open| open.task);
    let late = late.filter(|task| task.why == Some(TaskReason::Overdue));
    late.filter_map(|task| task.order).collect()
}

fn noted(shop: &Shop, day: &str) -> u64 {
    let day: Date = day.parse().unwrap();
    block_on(shop.store.count(&promised_index(SHOP, day).len())).unwrap()
}

#[test]
fn what_is_still_to_come_when_its_day_is_over_is_a_task() {
    let shop = Shop::new("{}");
    let minute = Duration::minutes(1);
    for (id, day) in [
        ("1", "2026-11-23"),
        ("2", "2026-11-23"),
        ("3", "2026-11-24"),
        ("4", "2026-11-23"),
    ] {
        shop.say(promised(&shop, id, day));
    }
    shop.drain();
    shop.later(130);
    shop.drain();
    assert_eq!(
        (noted(&shop, "2026-11-23"), noted(&shop, "2026-11-24")),
        (3, 1)
    );
    assert_eq!(late(&shop, minute), [""; 0]);
    // The second is sent in time, the fourth is promised for another day.
    let mut sent = promised(&shop, "2", "2026-11-23");
    sent.status.stage = Stage::Sent;
    shop.say(sent);
    shop.say(promised(&shop, "4", "2026-11-25"));
    shop.drain();
    shop.later(130);
    shop.drain();
    // Until midnight by the shop's clock the day is not over.
    shop.clock.set(37 * HOUR);
    assert_eq!(late(&shop, minute), [""; 0]);
    shop.clock.set(39 * HOUR);
    // Without time, nothing is looked at, and the next look goes on.
    assert_eq!(late(&shop, Duration::ZERO), [""; 0]);
    assert_eq!(late(&shop, minute), ["1"]);
    assert_eq!(late(&shop, minute), ["1"]);
    // Nobody looked for some days.
    shop.clock.set(39 * HOUR + 5 * 24 * HOUR);
    assert_eq!(late(&shop, minute), ["1", "3", "4"]);
}
