//! `GET /desk/search` and `GET /desk/api/{shop}/search`: orders and people by anything that is
//! known of them.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, invited};
use crate::harness::{DESK_API_KEY, Wismo, eventually, is_spin, mailed_by, neutral, woocommerce};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";
const AT: &str = "2026-06-06T17:18:38Z";

/// An order of the shop `erp` that has everything that one searches by.
fn order() -> Value {
    let mut order = neutral("1001", "received", AT);
    order["customer"] = json!({
        "id": "C-7", "name": "Zoë Bjørnstad", "email": "zoe.b@mail.example",
        "phone": "+45 12 34 56 78",
    });
    order["billing_address"] = json!({ "company": "Øst Æbler ApS", "postcode": "8000" });
    order["reference"] = json!("PO 4500-77");
    order["marketplace"] =
        json!({ "name": "eBay", "order": "17-12345-67890", "user": "bob_smith77" });
    order["shipments"] =
        json!([{ "id": "p1", "tracking_number": "JD014600001234", "state": "sent" }]);
    order["documents"] = json!([{ "id": "d1", "kind": "invoice", "number": "INV-2026-42" }]);
    order["lines"][0]["sku"] = json!("TEE-BLUE-7");
    order
}

/// Sends that order, what its customer trades as, and an order of Amazon's to the shop `north`.
pub(crate) async fn told(wismo: &Wismo) {
    let sent = wismo.message("order.changed", &order()).await;
    assert_eq!(sent.status(), StatusCode::OK);
    let record = json!({ "id": "C-7", "updated_at": AT, "trading_name": "Nordlys Handel" });
    let sent = wismo.message("customer.changed", &record).await;
    assert_eq!(sent.status(), StatusCode::OK);
    let mut amazon = woocommerce(7, "processing", "2026-06-06T17:18:38");
    amazon["meta_data"] = json!([
        { "id": 1, "key": "_wpla_amazon_order_id", "value": "702-1234567-7654321" },
    ]);
    assert_eq!(wismo.deliver(&amazon).await.status(), StatusCode::OK);
    eventually(async || {
        let found = api(wismo, "north", "q=702-1234567-7654321").await;
        (found["hits"] != json!([])).then_some(())
    })
    .await;
    eventually(async || {
        let found = api(wismo, "erp", "q=PO+4500-77").await;
        (found["hits"] != json!([])).then_some(())
    })
    .await;
}

/// The API's answer to a search.
async fn api(wismo: &Wismo, shop: &str, query: &str) -> Value {
    let request = wismo.request("GET", &format!("/desk/api/{shop}/search?{query}"));
    let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK, "{query}");
    answer.json().await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_is_found_by_whatever_its_customer_says() {
    let wismo = Wismo::start().await;
    told(&wismo).await;
    for (shop, query, reason) in [
        ("erp", "q=j%C3%B8rnst", json!("name")),
        ("erp", "q=nordlys", json!("trading_name")),
        ("erp", "q=aebler", json!({ "company": { "of": "billing" } })),
        ("erp", "q=zoe.b%40mail.example", json!("email")),
        ("erp", "q=zoe.b%40ma", json!("email")),
        ("erp", "q=%2B45+12+34+56+78", json!("phone")),
        ("erp", "q=004512345678", json!("phone")),
        ("erp", "q=12345678", json!("phone")),
        ("erp", "q=8000", json!({ "postcode": { "of": "billing" } })),
        ("erp", "q=%231001", json!("order_number")),
        ("erp", "q=PO+4500-77", json!("reference")),
        (
            "erp",
            "q=inv-2026-42",
            json!({ "document_number": { "kind": "invoice" } }),
        ),
        (
            "erp",
            "q=JD01+4600+0012+34",
            json!({ "tracking_number": { "parcel": 1 } }),
        ),
        ("erp", "q=bob_smith77", json!("marketplace_user")),
        ("erp", "q=17-12345-67890", json!("marketplace_order")),
        ("north", "q=702-1234567-7654321", json!("marketplace_order")),
        ("erp", "q=tee-blue", json!({ "sku": { "line": 1 } })),
        ("north", "q=22+00+00+00", json!("phone")),
    ] {
        let found = api(&wismo, shop, query).await;
        let reasons: Vec<&Value> = found["hits"][0]["reasons"]
            .as_array()
            .unwrap()
            .iter()
            .collect();
        assert_eq!(reasons, [&reason], "{query}: {found}");
    }
    let nothing = api(&wismo, "south", "q=bob_smith77").await;
    assert_eq!(nothing, json!({ "hits": [], "partial": false }));
    for query in ["", "q=", "q=-", "q=a&from=x"] {
        let path = format!("/desk/api/erp/search?{query}");
        let request = wismo.request("GET", &path).bearer_auth(DESK_API_KEY);
        let status = request.send().await.unwrap().status();
        assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
    }
    let request = wismo.request("POST", "/desk/api/erp/search?q=a");
    let refused = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
    assert_eq!(refused.status(), StatusCode::METHOD_NOT_ALLOWED);
    // None of it is the customer's to see.
    let page = wismo.page("erp", "1001").await;
    for unseen in ["4500-77", "bob_smith77", "12 34 56 78", "17-12345"] {
        assert!(!page.contains(unseen), "{unseen}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_named_exactly_opens_at_once() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    told(&wismo).await;
    for (query, location) in [
        ("%231001", "/desk/orders/erp/1001"),
        ("inv-2026-42", "/desk/orders/erp/1001"),
        ("JD014600001234", "/desk/orders/erp/1001"),
        ("702-1234567-7654321", "/desk/orders/north/7"),
        ("zoe.b@mail.example", "/desk/customers/erp/C-7"),
        ("12+34+56+78", "/desk/customers/erp/C-7"),
        ("bob_smith77", "/desk/customers/erp/C-7"),
        ("ada.nilsen@example.com", "/desk/customers/north/1"),
    ] {
        let seen = ada.get(&format!("/desk/search?q={query}")).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{query}: {}", seen.html);
        assert_eq!(seen.location.as_deref(), Some(location), "{query}");
    }
    for (query, said) in [
        ("j%C3%B8rnst", "Match: name"),
        ("nordlys", "Match: trading name"),
        ("8000", "Match: postcode in the billing address"),
        ("tee-blue", "Match: item number in line 1"),
        ("JD0146", "Match: tracking number of parcel 1"),
        ("zz", "found only as whole words"),
        ("nobody", "Nothing was found for “nobody”"),
        ("", "Type part of a name"),
        ("%3Cb%3E", "&lt;b&gt;"),
    ] {
        let seen = ada.get(&format!("/desk/search?q={query}")).await;
        assert_eq!(seen.status, StatusCode::OK, "{query}");
        assert!(seen.html.contains(said), "{query}: {}", seen.html);
    }
    // Whoever signs in on the way gets what they asked for.
    let seen = Member::new(&wismo).get("/desk/search?q=tee+blue").await;
    assert_eq!(
        seen.location.as_deref(),
        Some("/desk/sign-in?to=%2Fdesk%2Fsearch%3Fq%3Dtee%2Bblue")
    );
    // The box is on every page, and the words stay in it.
    assert!(ada.get("/desk/").await.html.contains("role=\"search\""));
    let seen = ada.get("/desk/search?q=tee-blue").await;
    assert!(seen.html.contains("value=\"tee-blue\""), "{}", seen.html);
    assert!(
        seen.html.contains("href=\"/desk/orders/erp/1001\""),
        "{}",
        seen.html
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_sees_one_shop_finds_nothing_of_another() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let access = [("role", "agent"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    told(&wismo).await;
    for query in [
        "%231001",
        "j%C3%B8rnst",
        "8000",
        "bob_smith77",
        "zoe.b@mail.example",
    ] {
        let seen = ben.get(&format!("/desk/search?q={query}")).await;
        assert_eq!(seen.status, StatusCode::OK, "{query}");
        assert!(
            seen.html.contains("Nothing was found"),
            "{query}: {}",
            seen.html
        );
        assert!(!seen.html.contains("Zoë") && !seen.html.contains("ERP Shop"));
        // Neither does an address that names the other shop.
        let seen = ben
            .get(&format!("/desk/search?q={query}&from=erp.new"))
            .await;
        assert!(!seen.html.contains("Zoë"), "{query}: {}", seen.html);
    }
    let seen = ben.get("/desk/search?q=702-1234567-7654321").await;
    assert_eq!(seen.location.as_deref(), Some("/desk/orders/north/7"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_pages_of_a_search_show_each_order_once_whatever_is_packed() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let order = |id: usize| neutral(&format!("{}", 5000 + id), "received", AT);
    let messages = (0..150).map(|id| json!({ "type": "order.changed", "data": order(id) }));
    let messages: Vec<_> = messages.collect();
    let (status, _) = wismo.import("/sync/erp/import?quiet=true", &messages).await;
    assert_eq!(status, StatusCode::OK);
    wismo.imported_page("erp", "5149").await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    // Before the index is packed, while it is, and once its parts are swept.
    for seconds in [0, 130, 130, 130] {
        wismo.later(seconds).await;
        let mut found: Vec<String> = Vec::new();
        let mut query = "q=A".to_owned();
        loop {
            let page = api(&wismo, "erp", &query).await;
            let hits = page["hits"].as_array().unwrap();
            found.extend(hits.iter().map(|hit| hit["order"]["id"].to_string()));
            let Some(next) = page["next"].as_str() else {
                break;
            };
            query = format!("q=A&from={next}");
        }
        let count = found.len();
        found.sort_unstable();
        found.dedup();
        assert_eq!((count, found.len()), (150, 150));
    }
    if !is_spin() {
        wismo.process.idle().await;
        wismo.process.reset_counts();
        let seen = ada.get("/desk/search?q=A").await;
        assert_eq!(
            seen.html
                .matches("<li><div><p><a href=\"/desk/orders/erp/")
                .count(),
            // A third of two pages: the other shops might have as many.
            13
        );
        let counts = wismo.process.counts("desk");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!(writes + counts.delete_many, 0, "{counts:?}");
        // Of three shops: at most 200 parts, and three records for each row.
        assert!(counts.get <= 3 * (200 + 3 * 13) + 10, "{counts:?}");
    }
    wismo.stop().await;
}
