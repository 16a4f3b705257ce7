//! Bodies as shops of all kinds have sent them, and how the page and both parts of
//! the mail show them.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::told::{Told, holds, lacks, placed, shopify_placed};

fn items(parcels: &Value) -> Value {
    json!({ "meta_data": [{ "id": 1, "key": "_wc_shipment_tracking_items", "value": parcels }] })
}

fn parcel(carrier: &str, number: &Value, link: &str, id: &str) -> Value {
    json!({ "tracking_provider": "", "custom_tracking_provider": carrier,
        "custom_tracking_link": link, "tracking_number": number, "tracking_id": id })
}

/// A small order of WooCommerce's: 20.00, and 5.00 for shipping.
fn small(says: &Value) -> Value {
    let mut order = json!({
        "total": "25.00", "shipping_total": "5.00",
        "line_items": [{ "id": 501, "name": "Oak stool", "quantity": 1, "subtotal": "20.00",
            "total": "20.00", "sku": "SKU-501" }],
        "shipping_lines": [{ "id": 590, "method_title": "Parcel", "total": "5.00" }]
    });
    for (name, value) in says.as_object().unwrap() {
        order[name] = value.clone();
    }
    order
}

#[tokio::test(flavor = "multi_thread")]
async fn an_odd_field_costs_itself_alone_and_the_merchant_sees_it() {
    let told = Told::with(json!({})).await;
    // Amounts in a country's own form, lists that PHP wrote as maps, and a line
    // that was taken back in exchange.
    told.woo(
        70030,
        "processing",
        small(&json!({
            "shipping_total": "5,00", "total": "1,239.50", "customer_note": ["x"],
            "line_items": { "0": { "id": 3001, "name": "Oak table", "quantity": "",
                "subtotal": "1,254.50", "total": "1,254.50" },
                "2": { "id": 3002, "name": "Oak stool", "quantity": -1, "subtotal": "-20.00",
                "total": "-20.00" } }
        })),
    )
    .await;
    let mail = told.mail().await;
    holds(&mail, "Oak table");
    lacks(&mail, "Oak stool");
    holds(&mail, "€1,239.50");
    let page = told.wismo.page("north", "70030").await;
    assert!(
        page.contains("€1,239.50") && page.contains("€5.00"),
        "{page}"
    );
    assert!(!page.contains("Oak stool"), "{page}");

    // A value that cannot be read is not told, but stands in the history.
    told.woo(
        70031,
        "processing",
        small(&json!({ "total": "a.nilsen@example.com" })),
    )
    .await;
    let mail = told.mail().await;
    holds(&mail, "Oak stool");
    let history = told.wismo.history("north", "70031").await;
    let dropped = &history["deliveries"][0]["dropped"];
    assert_eq!(*dropped, json!(["total: is not a plausible number"]));
    let log = told.wismo.process.log();
    assert!(log.contains("sync: shop north: not read: total"), "{log}");
    assert!(!log.contains("nilsen"), "{log}");

    // Refunds of nothing do not count.
    told.woo(
        70031,
        "processing",
        small(&json!({ "refunds": [
        { "id": 0, "reason": "", "total": "-0.00" }, { "id": 0, "reason": "", "total": "-0.00" },
        { "id": 81005, "reason": "Scratch", "total": "-4.00" } ] })),
    )
    .await;
    told.no_mail("a refund is on the page").await;
    let page = told.wismo.page("north", "70031").await;
    assert!(
        page.contains("€21.00") && page.contains("Scratch") && page.contains("€4.00"),
        "{page}"
    );

    // A draft without dates does not count; an order without dates does.
    let none = json!({ "date_modified": null, "date_modified_gmt": null });
    told.woo(70013, "auto-draft", small(&none)).await;
    told.no_mail("it is a draft").await;
    told.woo(70013, "processing", small(&none)).await;
    holds(&told.mail().await, "Oak stool");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn broken_text_and_large_bodies_are_taken() {
    let told = Told::with(json!({})).await;
    let mut order = shopify_placed();
    order["updated_at"] = json!(told.now());
    order["customer_locale"] = json!("en");
    order["payment_gateway_names"] = json!([null, "manual"]);
    order["cancelled_at"] = json!("");
    order["line_items"][0]["name"] = json!("Cake @@ box");
    let body = order.to_string().replace("@@", "\\ud83c");
    assert_eq!(told.wismo.shopify(&body).await.status(), StatusCode::OK);
    let mail = told.mail().await;
    holds(&mail, "Cake \u{fffd} box");

    // A byte order mark, by hook and by import, and a text of several lines.
    let message = |id: &str| {
        json!({ "type": "order.changed", "data": {
            "id": id, "number": id, "updated_at": told.now(), "currency": "EUR",
            "placed_at": format!("{}Z", placed()),
            "status": { "code": "open", "stage": "received" },
            "customer": { "email": "runa@example.com", "locale": "en" },
            "lines": [{ "id": "1", "name": "Ash bench", "quantity": 1,
                "expected_on": "0001-01-01" }],
            "message": "We pack on Friday.\r\nYour ladder comes by van."
        } })
    };
    let body = format!("\u{feff}{}", message("C-48"));
    let answer = told
        .wismo
        .signed("/hooks/erp", "application/json", body)
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
    let body = format!("\u{feff}{}\n", message("C-49"));
    let answer = told
        .wismo
        .signed("/sync/erp/import", "application/x-ndjson", body)
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
    let mails = told.mails().await;
    assert_eq!(mails.len(), 2);
    for mail in &mails {
        holds(mail, "Ash bench");
        lacks(mail, "0001");
    }
    let page = told.wismo.page("erp", "C-48").await;
    assert!(
        page.contains("We pack on Friday. Your ladder comes by van."),
        "{page}"
    );
    assert!(!page.contains("January"), "{page}");

    // A plugin's label makes an order large, and many come at once.
    let label = "JVBERi0x".repeat(140_000);
    let large = |id| {
        told.woo(
            id,
            "processing",
            small(&json!({
        "meta_data": [{ "id": 1, "key": "_label", "value": label }] })),
        )
    };
    let all: Vec<_> = (71001..71009).map(large).collect();
    futures::future::join_all(all).await;
    assert_eq!(told.mails().await.len(), 8);
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn tracking_is_read_as_people_type_it() {
    let told = Told::with(json!({})).await;
    told.woo(70020, "processing", small(&json!({}))).await;
    told.mail().await;
    let numbers = json!("1Z0000000000000201, 1Z0000000000000202 ; 1Z0000000000000203");
    told.woo(
        70020,
        "processing",
        small(&items(&json!([
            parcel("UPS", &numbers, "", "t20"),
            parcel(
                "Norby Cargo",
                &json!("NC-2201"),
                "https://cargo.example/t?n=%number%",
                "a"
            ),
            parcel(
                "Norby Cargo",
                &json!("NC-2202"),
                "http://cargo.example/t/{tracking_number}",
                "b"
            ),
            parcel(
                "Norby Cargo",
                &json!("NC-2203"),
                "www.cargo.example/t/@",
                "b"
            ),
            parcel(
                "other",
                &json!("NC-2204"),
                "https://cargo.example/{postcode}",
                "c"
            ),
        ]))),
    )
    .await;
    let mail = told.mail().await;
    let page = told.wismo.page("north", "70020").await;
    let links = [
        "https://www.ups.com/track?tracknum=1Z0000000000000201",
        "https://www.ups.com/track?tracknum=1Z0000000000000202",
        "https://www.ups.com/track?tracknum=1Z0000000000000203",
        "https://cargo.example/t?n=NC-2201",
        "https://cargo.example/t/NC-2202",
        "https://www.cargo.example/t/NC-2203",
    ];
    for link in links {
        holds(&mail, link);
        assert!(page.contains(link), "{link}: {page}");
    }
    for none in ["%number%", "{postcode}", "tracking_number}", "t/@", "other"] {
        lacks(&mail, none);
        assert!(!page.contains(none), "{none}: {page}");
    }

    // A number that does not fit into a float, and a JSON text in the value's place.
    told.woo(70039, "processing", small(&json!({}))).await;
    told.mail().await;
    let now = told.now();
    let mut order = crate::harness::woocommerce(70039, "processing", &now[..19]);
    let list = json!([parcel("UPS", &json!("1Z0000000000000052"), "", "j1")]).to_string();
    order["meta_data"] = json!([
        { "key": "_wc_shipment_tracking_items",
          "value": [parcel("USPS", &json!("@@"), "", "t40")] },
        { "key": "_wc_shipment_tracking_items", "value": list },
    ]);
    let body = order
        .to_string()
        .replace("\"@@\"", "9400100000000000000400");
    let answer = told.wismo.deliver_text(body).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let mail = told.mail().await;
    holds(&mail, "9400100000000000000400");
    holds(&mail, "1Z0000000000000052");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_number_of_two_fulfilments_is_one_parcel_with_the_shops_own_link() {
    let told = Told::with(json!({})).await;
    let mut order = shopify_placed();
    order["customer_locale"] = json!("en");
    let id = order["id"].to_string();
    told.shopify(order.clone()).await;
    told.mail().await;
    let lines = order["line_items"].as_array().unwrap().clone();
    let sent = |id: u64, line: &Value| {
        json!({ "id": id, "status": "success", "tracking_company": "DPD",
            "tracking_number": "15500000000010", "tracking_numbers": ["15500000000010"],
            "tracking_urls": ["https://track.dpd.co.uk/parcels/15500000000010"],
            "line_items": [{ "id": line["id"], "quantity": 1 }] })
    };
    order["fulfillment_status"] = json!("partial");
    order["fulfillments"] = json!([sent(611, &lines[0]), null, sent(612, &lines[1])]);
    told.shopify(order).await;
    let mail = told.mail().await;
    holds(&mail, "https://track.dpd.co.uk/parcels/15500000000010");
    let json = told.json("south", &id).await;
    assert_eq!(json["parcels"].as_array().map(Vec::len), Some(1), "{json}");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_written_to_is_who_is_meant() {
    let told = Told::with(json!({})).await;
    told.order(
        "C-47",
        "received",
        json!({
            "customer": { "name": "Ilse", "email": "ilse@example.com; office@example.com" }
        }),
    )
    .await;
    let mails = told.mails().await;
    let to: Vec<_> = mails.iter().map(|mail| (&mail.to, &mail.cc)).collect();
    assert!(to[0].0.contains("ilse@example.com"), "{to:?}");
    assert!(format!("{to:?}").contains("office@example.com"), "{to:?}");

    told.order(
        "C-48",
        "received",
        json!({ "customer": { "email": "ask at the till" } }),
    )
    .await;
    told.no_mail("there is nowhere to write to").await;
    let fates = told.fates("erp", "C-48").await;
    assert_eq!(fates, ["placed: bad_address"]);
    let tasks = told.wismo.request("GET", "/desk/api/erp/tasks");
    let tasks = tasks
        .bearer_auth(crate::harness::DESK_API_KEY)
        .send()
        .await
        .unwrap();
    let tasks = tasks.text().await.unwrap();
    assert!(
        tasks.contains("bad_address") && tasks.contains("C-48"),
        "{tasks}"
    );

    // A language that a plugin keeps.
    let meta = json!([{ "id": 1, "key": "weglot_language", "value": "de" }]);
    told.woo(70046, "processing", small(&json!({ "meta_data": meta })))
        .await;
    holds(&told.mail().await, "Vielen Dank");
    // An item's number, however it is spaced.
    told.order("C-66", "received", json!({})).await;
    told.mail().await;
    told.says("stock.changed", json!({ "sku": " A ", "quantity": 0 }))
        .await;
    told.wismo.drain().await;
    let history = told.wismo.history("erp", "C-66").await.to_string();
    assert!(history.contains("\"stock\""), "{history}");

    // Svix's header names; and the deletion of something else.
    let mut order = shopify_placed();
    order["updated_at"] = json!(told.now());
    let id = order["id"].as_u64().unwrap();
    told.shopify(order).await;
    let gone = json!({ "id": id }).to_string();
    let answer = told.wismo.shopify_of("draft_orders/delete", &gone).await;
    let answer: Value = answer.json().await.unwrap();
    assert_eq!(answer, json!({ "ignored": "draft_orders.delete" }));
    let page = told.wismo.page("south", &id.to_string()).await;
    assert!(!page.is_empty());
    told.stop().await;
}
