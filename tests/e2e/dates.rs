//! Dates at the ends of the calendar, in the zones farthest from Greenwich, through
//! every hook and to everything that shows them: no component traps.

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};

use crate::harness::{DESK_API_KEY, Wismo, neutral, variables, woocommerce};

/// Dates that no order can mean.
const ODD: [&str; 4] = [
    "0000-01-01T00:00:00+14:00",
    "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z",
    "9999-12-31T23:59:59-12:00",
];

/// Starts with three shops whose clocks are as far ahead and behind as any.
async fn start() -> Wismo {
    let mut variables = variables();
    let mut shops: Value = serde_json::from_str(&variables["shops"]).unwrap();
    let zones = ["Pacific/Kiritimati", "Pacific/Kiritimati", "Etc/GMT+12"];
    for (shop, zone) in shops.as_array_mut().unwrap().iter_mut().zip(zones) {
        shop["timezone"] = json!(zone);
    }
    variables.insert("shops".to_owned(), shops.to_string());
    Wismo::with(variables).await
}

/// A template that tells dates.
fn words() -> Value {
    json!({ "subject": "{{ order.date }} {{ order.number }}",
            "message": "{{ order.date }}, {{ order.expected }}." })
}

async fn ok(response: Response, what: &str) -> Value {
    let status = response.status();
    let text = response.text().await.unwrap();
    assert_eq!(status, StatusCode::OK, "{what}: {text}");
    serde_json::from_str(&text).unwrap_or(Value::String(text))
}

fn desk(wismo: &Wismo, method: &str, path: &str) -> reqwest::RequestBuilder {
    wismo.request(method, path).bearer_auth(DESK_API_KEY)
}

/// Shows an order in every way.
async fn show(wismo: &Wismo, shop: &str, order: &str) {
    let path = Wismo::page_path(shop, order);
    for form in ["", ".json", "/mail"] {
        ok(wismo.get(&format!("{path}{form}")).await, form).await;
    }
    let file = wismo.get(&format!("{path}/delivery.ics")).await.status();
    assert!(
        file == StatusCode::OK || file == StatusCode::NOT_FOUND,
        "{file}"
    );
    let at = format!("/desk/api/{shop}/settings/preview");
    let preview = desk(wismo, "POST", &at).json(&json!({ "order": order }));
    ok(preview.send().await.unwrap(), "a preview of the page").await;
    let at = format!("/desk/api/{shop}/templates/preview");
    let draft = json!({ "template": words(), "order": order });
    let preview = desk(wismo, "POST", &at).json(&draft);
    ok(preview.send().await.unwrap(), "a preview of a template").await;
    let at = format!("/desk/api/{shop}/orders/{order}/mails?preview=true");
    let mail = json!({ "words": words(), "to": "office@north.example" });
    let preview = desk(wismo, "POST", &at).json(&mail);
    ok(preview.send().await.unwrap(), "a preview of a mail").await;
    ok(
        desk(wismo, "GET", &format!("/desk/api/{shop}/orders/{order}"))
            .send()
            .await
            .unwrap(),
        "the desk",
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_date_traps_a_component() {
    let wismo = start().await;
    for shop in ["north", "erp", "south"] {
        for name in ["placed", "status_changed", "tracking_entered"] {
            let put = wismo.put_template(shop, name, 0, &words()).await;
            ok(put, "a template").await;
        }
    }
    for (index, odd) in ODD.into_iter().enumerate() {
        let id = index + 1;
        // WooCommerce: the order is taken, but its odd dates are not told.
        let mut order = woocommerce(id as u64, "processing", "2026-06-06T17:18:38");
        for field in ["date_created", "date_created_gmt", "date_paid_gmt"] {
            order[field] = json!(odd);
        }
        order["meta_data"] = json!([
            { "id": 1, "key": "_wc_shipment_tracking_items", "value": [{ "tracking_id": "t",
                "tracking_provider": "dhl", "tracking_number": "JD0002",
                "date_shipped": "253402300799" }] },
            { "id": 2, "key": "_wcpdf_invoice_number", "value": "F-1" },
            { "id": 3, "key": "_wcpdf_invoice_date", "value": 253_402_300_799_i64 },
        ]);
        ok(wismo.deliver(&order).await, odd).await;
        show(&wismo, "north", &id.to_string()).await;
        wismo.mail(&format!("north:{id}:1")).await;
        // Without a date of its own, the order has the time of the delivery.
        for field in ["date_modified", "date_modified_gmt"] {
            order[field] = json!(odd);
        }
        ok(wismo.deliver(&order).await, odd).await;
        show(&wismo, "north", &id.to_string()).await;

        // Shopify, the same.
        let body = json!({
            "id": id, "name": format!("#{id}"), "financial_status": "paid", "currency": "EUR",
            "updated_at": "2026-06-06T17:18:38Z", "created_at": odd, "processed_at": odd,
            "email": "ada.nilsen@example.com",
            "line_items": [{ "id": 1, "name": "Mug", "quantity": 1 }],
            "fulfillments": [{ "id": 2, "status": "success", "created_at": odd,
                               "tracking_number": "JD0003" }],
        });
        ok(wismo.shopify(&body.to_string()).await, odd).await;
        show(&wismo, "south", &id.to_string()).await;
        wismo.mail(&format!("south:{id}:1")).await;
        let mut cancelled = body.clone();
        cancelled["cancelled_at"] = json!(odd);
        cancelled["updated_at"] = json!("2026-06-07T17:18:38Z");
        ok(wismo.shopify(&cancelled.to_string()).await, odd).await;
        show(&wismo, "south", &id.to_string()).await;
        cancelled["updated_at"] = json!(odd);
        ok(wismo.shopify(&cancelled.to_string()).await, odd).await;
        show(&wismo, "south", &id.to_string()).await;

        // The desk names the date that is wrong,
        let asked = json!({ "settings": {}, "since": odd });
        let rehearsal = desk(&wismo, "POST", "/desk/api/erp/rehearse").json(&asked);
        let refused = rehearsal.send().await.unwrap();
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST, "{odd}");
        let answer = refused.text().await.unwrap();
        assert!(answer.contains("since: must lie in"), "{answer}");

        // and so does the generic source for a version's date; its other dates are not told.
        let mut order = neutral(&format!("none-{id}"), "received", "2026-06-06T17:18:38Z");
        for path in ["placed_at", "cancelled_at"] {
            order[path] = json!(odd);
        }
        ok(wismo.message("order.changed", &order).await, odd).await;
        show(&wismo, "erp", &format!("none-{id}")).await;
        order["updated_at"] = json!(odd);
        let refused = wismo.message("order.changed", &order).await;
        assert_eq!(refused.status(), StatusCode::BAD_REQUEST, "{odd}");
        let answer: Value = refused.json().await.unwrap();
        let error = answer["error"].as_str().unwrap();
        assert!(error.contains("data.updated_at: must lie in"), "{error}");
    }
    // Dates that an order can mean are shown, at both ends.
    let mut base = 0;
    let this: i32 = wismo.now().to_string()[..4].parse().unwrap();
    let last = this + 4;
    for (id, at, day) in [
        ("first", "2000-01-01T00:00:00Z", "2000-01-01"),
        (
            "last",
            &format!("{last}-12-31T23:59:59Z"),
            &format!("{last}-12-31"),
        ),
    ] {
        let mut order = neutral(id, "preparing", "2026-06-06T17:18:38Z");
        order["placed_at"] = json!(at);
        order["expected_on"] = json!(day);
        order["payment"] = json!({ "state": "paid", "paid_at": at });
        order["lines"][0]["expected_on"] = json!(day);
        order["shipments"] = json!([{ "id": "p", "state": "sent", "shipped_at": at,
                                      "tracking_number": "JD0001" }]);
        order["documents"] = json!([{ "id": "d", "kind": "invoice", "issued_at": at }]);
        ok(wismo.message("order.changed", &order).await, id).await;
        show(&wismo, "erp", id).await;
        if id == "first" {
            // An order this old is not mailed about before it changes.
            order["status"] = json!({ "code": "held", "stage": "on_hold" });
            order["updated_at"] = json!("2026-06-07T17:18:38Z");
            ok(wismo.message("order.changed", &order).await, id).await;
        }
        let mail = wismo.mail(&format!("erp:{id}:1")).await;
        // In Kiritimati, the last second belongs to the next year.
        let year = if id == "first" { 2000 } else { last + 1 };
        let subject = mail["mail"]["subject"].as_str().unwrap();
        assert!(subject.contains(&year.to_string()), "{subject}");
        // A template is tried on the latest order before it is kept.
        let put = wismo.put_template("erp", "sent", base, &words()).await;
        base = ok(put, "a template that is tried on it").await["version"]
            .as_u64()
            .unwrap();
    }
    let log = wismo.process.log();
    assert!(!log.contains("panicked") && !log.contains("trap"), "{log}");
    wismo.stop().await;
}
