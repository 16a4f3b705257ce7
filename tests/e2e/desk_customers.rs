//! The desk's pages of customers: the list, one of them, and the watch list.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{BEN, Member, OTHER, invited};
use crate::harness::{DESK_API_KEY, Wismo, is_spin, mailed_by, neutral, woocommerce};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

/// The page of the customer of `customer`.
const PAGE: &str = "/desk/customers/erp/C-1";

/// A customer with every field.
fn customer() -> Value {
    json!({
        "id": "C-1", "updated_at": "2026-06-06T10:00:00Z", "name": "Bo Berg",
        "trading_name": "Berg AS", "email": "bo@example.com", "locale": "nb",
        "group": "wholesale", "wants_mail": false,
        "contacts": [{ "role": "billing", "name": "The office", "email": "office@example.com" }],
        "type": "agent", "sub_customers": ["C/2"], "sales_channel": "Fairs",
        "price_list": "Trade 2026", "payment_terms": "30 days net", "pays_before_dispatch": true,
        "bank_account": "NO93 8601", "accounts_id": "10001",
        "account": {
            "currency": "NOK", "at": "2026-06-05T06:00:00Z", "balance": "1200.00",
            "invoices": [{ "number": "F-991", "amount": "1200", "open": "700", "due_on": "2026-07-01" }],
            "payments": [{ "amount": "500", "paid_on": "2026-06-01", "reference": "F-962" }],
        },
    })
}

/// A neutral order of a customer.
fn order_of(id: &str, customer: Option<&str>) -> Value {
    let mut order = neutral(id, "received", "2026-06-06T17:18:38Z");
    order["customer"]["id"] = json!(customer);
    order
}

async fn with_ada(wismo: &Wismo) -> Member<'_> {
    let mut ada = Member::new(wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    ada
}

/// The tasks of a shop, as the API lists them.
async fn tasks(wismo: &Wismo, shop: &str) -> Value {
    let request = wismo.request("GET", &format!("/desk/api/{shop}/tasks"));
    let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
    answer.json().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customers_page_shows_what_is_known_of_them() {
    let wismo = Wismo::start().await;
    let settings = json!({ "desk": {
        "stock_order_url": "https://erp.example/stock?for={customer}",
        "pre_order_url": "https://erp.example/pre/{customer}",
    } });
    let answer = wismo.put_settings("erp", 1, &settings).await;
    assert!(answer.status().is_success(), "{}", answer.status());
    wismo.message("customer.changed", &customer()).await;
    wismo
        .message("order.changed", &order_of("1", Some("C-1")))
        .await;
    wismo.message("order.changed", &order_of("2", None)).await;
    wismo.process.idle().await;
    let mut ada = with_ada(&wismo).await;
    let list = ada.get("/desk/customers?shop=erp").await.html;
    assert!(list.contains("href=\"/desk/customers/erp/C-1\""), "{list}");
    assert!(list.contains("/desk/customers/erp/guest%3A"), "{list}");
    let page = ada.get(PAGE).await.html;
    for shown in [
        "Berg AS",
        "Agent",
        "wholesale",
        "Trade 2026",
        "30 days net",
        "NO93 8601",
        "10001",
        "F-991",
        "F-962",
        "does not wish to get emails",
        "office@example.com",
        "Gets copies of emails about invoices",
        "/desk/customers/erp/C%2F2",
        "https://erp.example/stock?for=C%2D1",
        "https://erp.example/pre/C%2D1",
        "/desk/orders/erp/1",
        "Ordered as a guest with the same address",
        "/desk/orders/erp/2",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    let (_, guest) = list
        .split_once("href=\"/desk/customers/erp/guest%3A")
        .unwrap();
    let guest = guest.split('"').next().unwrap();
    let page = ada
        .get(&format!("/desk/customers/erp/guest:{guest}"))
        .await
        .html;
    assert!(page.contains("/desk/orders/erp/2") && !page.contains("/desk/orders/erp/1"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn markup_in_any_field_of_a_customer_stays_text() {
    let wismo = Wismo::start().await;
    let evil = "<img src=x onerror=alert(1)>\"'&";
    let mut record = customer();
    let fields = record.as_object_mut().unwrap();
    for field in [
        "name",
        "trading_name",
        "group",
        "sales_channel",
        "price_list",
        "payment_terms",
        "bank_account",
        "accounts_id",
    ] {
        fields.insert(field.to_owned(), json!(evil));
    }
    record["sub_customers"] = json!([evil]);
    record["account"]["invoices"][0]["number"] = json!(evil);
    record["account"]["payments"][0]["reference"] = json!(evil);
    record["contacts"][0]["name"] = json!(evil);
    let answer = wismo.message("customer.changed", &record).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let mut order = order_of("1", Some("C-1"));
    order["number"] = json!(evil);
    order["status"]["label"] = json!(evil);
    wismo.message("order.changed", &order).await;
    wismo.process.idle().await;
    let mut ada = with_ada(&wismo).await;
    let watch = [("do", "watch"), ("watch", evil), ("until", "")];
    let seen = ada.post(PAGE, &watch).await;
    assert!(seen.location.unwrap().ends_with("?done=watched"));
    let wrong = [("do", "watch"), ("watch", evil), ("until", evil)];
    let wrong = ada.post(PAGE, &wrong).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    for page in [
        ada.get("/desk/customers?shop=erp").await.html,
        ada.get(PAGE).await.html,
        wrong.html,
    ] {
        assert!(page.contains("&lt;img src=x"), "{page}");
        assert!(!page.contains("<img"), "{page}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_shops_customers_are_nothing_to_an_agent_and_a_viewer_changes_nothing() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    wismo.message("customer.changed", &customer()).await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let mut ada = with_ada(&wismo).await;
    let access = &[("role", "agent"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, access).await;
    let unknown = ben.get("/desk/customers/north/nobody").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    for path in [
        PAGE,
        "/desk/customers/erp/nobody",
        "/desk/customers?shop=erp",
    ] {
        let seen = ben.get(path).await;
        assert_eq!(
            (seen.status, seen.html),
            (StatusCode::NOT_FOUND, unknown.html.clone())
        );
    }
    for (path, fields) in [
        (PAGE.to_owned(), [("do", "watch"), ("watch", "x")]),
        (format!("{PAGE}/notes"), [("do", ""), ("note", "x")]),
    ] {
        let seen = ben.post(&path, &fields).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(ben.get("/desk/customers").await.status, StatusCode::OK);
    // A viewer sees the page, and no form on it.
    let people = ada.get("/desk/people").await.html;
    let (_, id) = people.rsplit_once("/desk/people/").unwrap();
    let member = format!("/desk/people/{}", id.split('"').next().unwrap());
    let access = [("do", "access"), ("role", "viewer"), ("shop", "erp")];
    ada.post(&member, &access).await;
    ben.sign_in(BEN, OTHER).await;
    let page = ben.get(PAGE).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.html.contains("name=\"watch\"") && !page.html.contains("name=\"note\""));
    for path in [PAGE.to_owned(), format!("{PAGE}/notes")] {
        let fields = [("do", "watch"), ("watch", "x"), ("note", "x")];
        let seen = ben.post(&path, &fields).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
    let page = ada.get(PAGE).await.html;
    assert!(page.contains("No notes yet") && !page.contains("Take off the watch list"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_order_of_a_customer_on_the_watch_list_is_one_task() {
    let wismo = Wismo::start().await;
    wismo
        .message("order.changed", &order_of("1", Some("C-1")))
        .await;
    wismo.process.idle().await;
    let mut ada = with_ada(&wismo).await;
    let over = [
        ("do", "watch"),
        ("watch", "calls first"),
        ("until", "2020-01-01"),
    ];
    let wrong = ada.post(PAGE, &over).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.html.contains("not over yet") && wrong.html.contains("calls first"));
    let watch = [("do", "watch"), ("watch", "calls first"), ("until", "")];
    ada.post(PAGE, &watch).await;
    let page = ada.get(PAGE).await.html;
    assert!(page.contains("Take off the watch list") && page.contains("calls first"));
    for stage in ["received", "preparing"] {
        let mut order = order_of("2", Some("C-1"));
        order["status"] = json!({ "code": stage, "stage": stage });
        order["updated_at"] = json!(wismo.now().to_string());
        wismo.message("order.changed", &order).await;
        wismo.process.idle().await;
    }
    wismo.drain().await;
    let listed = tasks(&wismo, "erp").await;
    let own = listed["tasks"].as_array().unwrap();
    assert_eq!(own.len(), 1, "{listed}");
    assert_eq!(
        (&own[0]["order"], &own[0]["why"]),
        (&json!("2"), &json!("watch_listed"))
    );
    let seen = ada.post(PAGE, &[("do", "lift-watch")]).await;
    assert!(seen.location.unwrap().ends_with("?done=watch-lifted"));
    assert!(!ada.get(PAGE).await.html.contains("calls first"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_customers_write_nothing_and_ask_for_no_more_than_their_bounds() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let mut messages = vec![json!({ "type": "customer.changed", "data": customer() })];
    for id in 0..60 {
        let mut order = order_of(&id.to_string(), (id % 2 == 0).then_some("C-1"));
        if id % 3 == 0 {
            order["customer"] = json!({ "email": format!("guest-{id}@example.com") });
        }
        messages.push(json!({ "type": "order.changed", "data": order }));
    }
    let (status, _) = wismo.import("/sync/erp/import?quiet=true", &messages).await;
    assert_eq!(status, StatusCode::OK);
    wismo.imported_page("erp", "59").await;
    wismo.process.idle().await;
    let mut ada = with_ada(&wismo).await;
    // What an instance reads once is read.
    ada.get("/desk/customers?shop=erp").await;
    for (path, most) in [("/desk/customers?shop=erp", 10 + 25 * 7), (PAGE, 500)] {
        wismo.process.reset_counts();
        assert_eq!(ada.get(path).await.status, StatusCode::OK, "{path}");
        let counts = wismo.process.counts("desk");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!(writes, 0, "{path}: {counts:?}");
        assert!(counts.get <= most, "{path}: {counts:?}");
    }
    wismo.stop().await;
}
