//! `GET /desk/orders`: the list of orders.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, invited};
use crate::harness::{DESK_API_KEY, Wismo, is_spin, mailed_by, neutral};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

/// The orders of a page, as their addresses have them, and the address of the next page.
fn listed(html: &str) -> (Vec<String>, Option<String>) {
    let rows = html.split("<p class=\"number\">").skip(1);
    let links = rows.map(|row| {
        let (_, rest) = row.split_once("<a href=\"/desk/orders/").unwrap();
        rest.split('"').next().unwrap().to_owned()
    });
    let next = html.split_once("<a rel=\"next\" href=\"");
    let next = next.map(|(_, rest)| rest.split('"').next().unwrap().replace("&amp;", "&"));
    (links.collect(), next)
}

/// All pages of a list, one after the other.
async fn all(member: &mut Member<'_>, path: &str) -> Vec<String> {
    let (mut all, mut path) = (Vec::new(), path.to_owned());
    for _ in 0..50 {
        let seen = member.get(&path).await;
        assert_eq!(seen.status, StatusCode::OK, "{path}");
        let (some, next) = listed(&seen.html);
        assert!(some.len() <= 25, "{path}");
        all.extend(some);
        let Some(next) = next else { return all };
        path = next;
    }
    panic!("the list does not end: {path}");
}

async fn import(wismo: &Wismo, orders: &[Value]) {
    let message = |order: &Value| json!({ "type": "order.changed", "data": order });
    let messages: Vec<Value> = orders.iter().map(message).collect();
    let (status, _) = wismo.import("/sync/erp/import?quiet=true", &messages).await;
    assert_eq!(status, StatusCode::OK);
    let last = orders.last().unwrap()["id"].as_str().unwrap();
    wismo.imported_page("erp", last).await;
    wismo.later(300).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn orders_are_listed_by_pages_and_narrowed_by_the_address() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    assert!(ada.get("/desk/orders").await.html.contains("no orders yet"));
    let mut orders: Vec<Value> = (0..60)
        .map(|n| {
            let stage = if n % 10 == 0 { "sent" } else { "received" };
            let mut order = neutral(&format!("N{n}"), stage, "2026-06-06T17:18:38Z");
            order["lines"][0]["delivered"] = json!(if n % 10 == 0 { 3 } else { 0 });
            order
        })
        .collect();
    orders[0]["placed_at"] = json!("2026-01-05T12:00:00Z");
    orders[7]["placed_at"] = json!("2020-01-05T12:00:00Z");
    orders[7]["lines"][0]["expected_on"] = json!("2020-02-01");
    orders[8]["customer"] = json!({ "email": "only@example.com" });
    import(&wismo, &orders).await;
    let everything = all(&mut ada, "/desk/orders").await;
    assert_eq!(everything.len(), 60);
    let last = &everything[0];
    assert!(last.starts_with("erp/N"), "{last}");
    let sent = all(&mut ada, "/desk/orders?stage=sent").await;
    assert_eq!(sent.len(), 6, "{sent:?}");
    assert_eq!(
        all(&mut ada, "/desk/orders?status=sent&shop=erp").await,
        sent
    );
    assert_eq!(all(&mut ada, "/desk/orders?status=sen").await, [""; 0]);
    assert_eq!(
        all(&mut ada, "/desk/orders?stage=sent&shop=north").await,
        [""; 0]
    );
    assert_eq!(all(&mut ada, "/desk/orders?flag=late").await, ["erp/N7"]);
    assert_eq!(all(&mut ada, "/desk/orders?q=n7").await, ["erp/N7"]);
    let since = all(&mut ada, "/desk/orders?flag=late&since=2021-01-01").await;
    assert_eq!(since, [""; 0]);
    // What nobody knows narrows nothing, and a shop that nobody has is not there.
    assert_eq!(
        ada.get("/desk/orders?stage=x&flag=y&since=z&from=w")
            .await
            .status,
        StatusCode::OK
    );
    assert_eq!(
        ada.get("/desk/orders?shop=none").await.status,
        StatusCode::NOT_FOUND
    );
    // A guest's page is found by their address, and has their orders.
    let seen = ada.get("/desk/search?q=only@example.com").await;
    let location = seen.location.unwrap();
    assert!(
        location.starts_with("/desk/customers/erp/guest%3A"),
        "{location}"
    );
    let page = ada.get(&location).await;
    assert!(page.html.contains("/desk/orders/erp/N8"), "{}", page.html);
    let hold = wismo.request("PUT", "/desk/api/erp/orders/N3/hold");
    let held = hold.bearer_auth(DESK_API_KEY).send().await.unwrap();
    assert_eq!(held.status(), StatusCode::OK);
    wismo.later(300).await;
    assert_eq!(all(&mut ada, "/desk/orders?flag=held").await, ["erp/N3"]);
    let mut without = neutral("T1", "received", "2026-06-06T17:18:38Z");
    without["customer"]["email"] = json!("ask at the till");
    wismo.message("order.changed", &without).await;
    wismo.later(300).await;
    assert_eq!(
        all(&mut ada, "/desk/orders?flag=failed-mail").await,
        ["erp/T1"]
    );
    assert_eq!(
        all(&mut ada, "/desk/orders?flag=failed-mail&stage=sent").await,
        [""; 0]
    );
    if !is_spin() {
        for path in [
            "/desk/orders",
            "/desk/orders?stage=received",
            "/desk/orders?flag=failed-mail",
        ] {
            wismo.process.idle().await;
            wismo.process.reset_counts();
            ada.get(path).await;
            let counts = wismo.process.counts("desk");
            let writes = counts.set + counts.set_many + counts.increment + counts.delete;
            assert_eq!(writes, 0, "{path}: {counts:?}");
            assert!(counts.get <= 3 * (200 + 3 * 16) + 10, "{path}: {counts:?}");
        }
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sees_one_shop_lists_no_order_of_another() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let access = [("role", "viewer"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    import(&wismo, &[neutral("N1", "received", "2026-06-06T17:18:38Z")]).await;
    assert_eq!(all(&mut ada, "/desk/orders").await, ["erp/N1"]);
    for path in [
        "/desk/orders",
        "/desk/orders?from=erp.new",
        "/desk/orders?stage=received",
    ] {
        assert_eq!(all(&mut ben, path).await, [""; 0], "{path}");
    }
    let seen = ben.get("/desk/orders?shop=erp").await;
    assert_eq!(seen.status, StatusCode::NOT_FOUND);
    assert!(!seen.html.contains("ERP Shop") && !seen.html.contains("N1"));
    wismo.stop().await;
}
