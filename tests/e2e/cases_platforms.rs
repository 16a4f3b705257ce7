//! Each kind of the field's cases, on the platforms that the cases did not come
//! from: through the hook, on the page and in both parts of the mail.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::cases::{costs, fulfilled, line, page, parcel, shopify};
use crate::harness::told::{Told, heading, holds, lacks};

/// Checks the links of parcels wherever a customer sees them.
async fn links(told: &Told, mail: &wismo::recorder::Accepted, order: (&str, &str), all: &[&str]) {
    let page = told.wismo.page(order.0, order.1).await;
    for link in all {
        holds(mail, link);
        assert!(page.contains(link), "{link}: {page}");
    }
    for none in ["{tracking", "%number%", "other"] {
        lacks(mail, none);
    }
    let json = told.json(order.0, order.1).await;
    let parcels = json["parcels"].as_array().map(Vec::len);
    assert_eq!(parcels, Some(all.len()), "{json}");
}

#[tokio::test(flavor = "multi_thread")]
async fn woocommerces_odd_fields_cost_no_order() {
    let told = Told::with(json!({})).await;
    // 36, 37, 59, 70, 25: a byte order mark, half an emoji, nulls in lists, a
    // line without a name, and a day that does not mean any.
    let now = told.now();
    let mut order = crate::harness::woocommerce(80036, "processing", &now[..19]);
    order["date_created_gmt"] = json!(crate::harness::told::placed());
    order["line_items"] = json!([null, { "id": 1, "name": "Oak @@ stool", "quantity": "2",
        "total": "20.00" }, 7, { "id": 2, "name": "", "quantity": null, "total": "5.00" }]);
    order["fee_lines"] = json!([null]);
    order["coupon_lines"] = json!("");
    order["refunds"] = Value::Null;
    order["meta_data"] = json!([null, 3, { "key": 5 }, { "key": "_delivery_date", "value": "0001-01-01" },
        { "key": "_unread", "value": "@@" }]);
    order["shipping_total"] = json!("5.00");
    order["total"] = json!("30.00");
    let body = format!("\u{feff}{order}").replace("@@", "\\ud83c");
    let answer = told.wismo.deliver_text(body).await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
    let mail = told.mail().await;
    for text in ["Oak \u{fffd} stool", "An item"] {
        holds(&mail, text);
        assert!(page(&told, "north", "80036").await.contains(text), "{text}");
    }
    lacks(&mail, "January");
    let rows = [("Shipping", "€5.00"), ("Total", "€30.00")];
    costs(&told, &mail, ("north", "80036"), &rows).await;

    // 34: two lines with the same id are two lines.
    let twice = json!([{ "id": 1, "name": "Oak table", "quantity": 1, "total": "20.00" },
        { "id": 1, "name": "Ash bench", "quantity": 1, "total": "10.00" }]);
    told.woo(
        80034,
        "processing",
        json!({ "line_items": twice, "total": "30.00", "shipping_total": "0.00" }),
    )
    .await;
    let mail = told.mail().await;
    for name in ["Oak table", "Ash bench"] {
        holds(&mail, name);
    }
    // 46, 47: the languages of other plugins; two recipients.
    for (id, key, language, thanks) in [
        (80046, "trp_language", "fr_FR", "Merci"),
        (80047, "_user_language", "sv-SE", "Tack"),
    ] {
        let mut order = json!({ "meta_data": [{ "id": 1, "key": key, "value": language }] });
        order["billing"] =
            json!({ "first_name": "Ada", "email": "Ada <ada@example.com>, office@example.com" });
        told.woo(id, "processing", order).await;
        let mails = told.mails().await;
        let to: Vec<_> = mails.iter().map(|mail| &mail.to).collect();
        assert!(to[0].contains("ada@example.com"), "{to:?}");
        assert!(format!("{mails:?}").contains("office@example.com"));
        assert!(mails[0].text.contains(thanks), "{key}: {}", mails[0].text);
    }
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn woocommerces_orders_say_where_they_stand() {
    let told = Told::with(json!({})).await;
    // 41: collected at the shop, with the place.
    let way = json!([{ "id": 9, "method_id": "pickup_location", "method_title": "Collect", "total": "0.00",
        "meta_data": [{ "key": "pickup_location", "value": "Shop in Norby" },
            { "key": "pickup_address", "value": "Kestrel Lane 4, 1042 Norby" }] }]);
    told.woo(80041, "processing", json!({ "shipping_lines": way }))
        .await;
    told.mail().await;
    told.woo(80041, "completed", json!({ "shipping_lines": way }))
        .await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is complete");
    lacks(&mail, "on its way");
    let text = page(&told, "north", "80041").await;
    assert!(text.contains("Kestrel Lane 4"), "{text}");
    assert!(!text.contains("on its way"), "{text}");
    // 08: a cheque is being waited for.
    let cheque = json!({ "payment_method": "cheque", "payment_method_title": "Cheque",
        "date_paid": null, "date_paid_gmt": null });
    told.woo(80008, "on-hold", cheque).await;
    told.mail().await;
    let text = page(&told, "north", "80008").await;
    assert!(text.contains("waiting for your payment"), "{text}");
    assert!(!text.contains("settle"), "{text}");
    // 10, 38, 53: the shop's own link, one id for two numbers, a link without
    // its scheme, and "custom" as a carrier.
    told.woo(80010, "processing", json!({})).await;
    told.mail().await;
    let item = |carrier: &str, number: &str, link: &str| {
        json!({ "tracking_provider": "", "custom_tracking_provider": carrier,
            "custom_tracking_link": link, "tracking_number": number, "tracking_id": "one" })
    };
    let meta = json!([{ "id": 1, "key": "_wc_shipment_tracking_items", "value": [
        item("DPD", "15500000000011", "https://track.dpd.co.uk/parcels/15500000000011"),
        item("custom", "NC-3301", "www.cargo.example/t/NC-3301"),
        item("Posten Åland", "NC-3302", "http://posti.example/NC-3302"),
    ] }]);
    told.woo(80010, "completed", json!({ "meta_data": meta }))
        .await;
    let mail = told.mail().await;
    let all = [
        "https://track.dpd.co.uk/parcels/15500000000011",
        "https://www.cargo.example/t/NC-3301",
        "https://posti.example/NC-3302",
    ];
    links(&told, &mail, ("north", "80010"), &all).await;
    let parcels = told.json("north", "80010").await["parcels"].to_string();
    assert!(!parcels.contains("\"custom\""), "{parcels}");
    // 26: a correction.
    told.woo(80026, "completed", json!({})).await;
    told.mail().await;
    told.woo(80026, "processing", json!({})).await;
    told.no_mail("the shop took it back").await;
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn shopifys_odd_fields_cost_no_order() {
    let told = Told::with(json!({})).await;
    // 30, 32, 34, 36, 47, 70: amounts in a country's own form, lists that are
    // maps, odd quantities, a byte order mark, two addresses, a nameless line.
    let lines = json!({
        "0": line(1, "Linen throw", "1,234.50", &json!({})),
        "1": line(1, "Wool brush", "5,00", &json!({ "quantity": "", "current_quantity": null })),
        "2": line(3, "Old throw", "20.00", &json!({ "quantity": -1, "current_quantity": -1 })),
        "3": line(4, "", "0.00", &json!({ "title": null, "sku": null })),
        "4": null
    });
    let odd = json!({ "line_items": lines, "total_line_items_price": "1,239.50",
        "total_price": "1,245.50", "current_total_price": "1,245.50", "note_attributes": { "a": null },
        "email": "ilse@example.com; office@example.com", "tags": 7, "processed_at": "" });
    let mut order = shopify(6030, &odd);
    order["updated_at"] = json!(told.now());
    let answer = told.wismo.shopify(&format!("\u{feff}{order}")).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let mails = told.mails().await;
    let mail = &mails[0];
    assert!(mail.to.contains("ilse@example.com"), "{mail:?}");
    assert!(format!("{mails:?}").contains("office@example.com"));
    for name in ["Linen throw", "Wool brush", "An item"] {
        holds(mail, name);
    }
    lacks(mail, "Old throw");
    let rows = [("Items", "€1,239.50"), ("Total", "€1,245.50")];
    costs(&told, mail, ("south", "6030"), &rows).await;
    // 05: refunds of nothing do not count.
    let refund = |amount: &str| {
        json!({ "id": 0, "refund_line_items": [], "transactions": [
        { "id": 0, "kind": "refund", "status": "success", "amount": amount, "currency": "EUR" }] })
    };
    told.shopify(shopify(6005, &json!({}))).await;
    told.mail().await;
    told.shopify(shopify(
        6005,
        &json!({ "refunds": [refund("0.00"), refund("-0.00"), refund("4.00")],
        "financial_status": "partially_refunded" }),
    ))
    .await;
    told.mails().await;
    let json = told.json("south", "6005").await;
    assert_eq!(json["refunds"].as_array().map(Vec::len), Some(1), "{json}");
    assert_eq!(json["totals"]["after_refunds"], "42.00");
    // 24: a sent order of 260 lines, with the properties that apps add.
    let many: Vec<Value> = (1..=260)
        .map(|id| {
            line(
                id,
                &format!("Tile {id}"),
                "1.00",
                &json!({
            "properties": [{ "name": "_label", "value": "JVBERi0x".repeat(600) }] }),
            )
        })
        .collect();
    let all = json!({ "line_items": many, "total_line_items_price": "260.00",
        "total_price": "266.00", "current_total_price": "266.00",
        "fulfillment_status": "fulfilled", "fulfillments": [parcel(24, &many, &json!({}))] });
    told.shopify(shopify(6024, &all)).await;
    holds(&told.mail().await, "1Z12345E0205271688");
    // 27, 25: a zero date and a day of another age.
    let day = json!({ "estimated_delivery_at": "0001-01-01T00:00:00Z" });
    let odd = json!({ "cancelled_at": "0000-00-00T00:00:00Z", "closed_at": "0001-01-01T00:00:00Z",
        "fulfillment_status": "fulfilled", "fulfillments": [parcel(25, &[line(1, "Linen throw", "40.00", &json!({}))], &day)] });
    told.shopify(shopify(6025, &odd)).await;
    let mail = told.mail().await;
    holds(&mail, "1Z12345E0205271688");
    lacks(&mail, "cancelled");
    lacks(&mail, "January");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn shopifys_orders_say_what_is_due_and_where_they_stand() {
    let told = Told::with(json!({})).await;
    // 16, 17: tax beside the prices, duties as a row.
    let taxed = json!({ "taxes_included": false, "total_tax": "10.00", "total_price": "61.00",
        "current_total_price": "61.00",
        "original_total_duties_set": { "shop_money": { "amount": "5.00", "currency_code": "EUR" } },
        "current_total_duties_set": { "shop_money": { "amount": "5.00", "currency_code": "EUR" } } });
    told.shopify(shopify(6016, &taxed)).await;
    let mail = told.mail().await;
    let rows = [
        ("Items", "€40.00"),
        ("Shipping", "€6.00"),
        ("Tax", "€10.00"),
        ("Total", "€61.00"),
    ];
    costs(&told, &mail, ("south", "6016"), &rows).await;
    assert!(page(&told, "south", "6016").await.contains("€5.00"));
    lacks(&mail, "Other");
    // 16: tax in the prices; 19: a difference that nothing explains.
    let taxed = json!({ "taxes_included": true, "total_tax": "8.00", "total_price": "36.00",
        "current_total_price": "36.00" });
    told.shopify(shopify(6019, &taxed)).await;
    let mail = told.mail().await;
    let rows = [
        ("Other", "-€10.00"),
        ("Total", "€36.00"),
        ("Tax, included", "€8.00"),
    ];
    costs(&told, &mail, ("south", "6019"), &rows).await;
    // 41: a download.
    let file = line(
        1,
        "Pattern",
        "40.00",
        &json!({ "requires_shipping": false }),
    );
    let bought = json!({ "line_items": [file], "shipping_lines": [], "total_shipping_price_set": null,
        "total_price": "40.00", "current_total_price": "40.00" });
    let mut order = shopify(6041, &bought);
    told.shopify(order.clone()).await;
    told.mail().await;
    let none = json!({ "tracking_company": null, "tracking_number": null, "tracking_numbers": [] });
    crate::harness::cases::put(&mut order, &fulfilled(&[parcel(41, &[file], &none)]));
    told.shopify(order).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is complete");
    let text = page(&told, "south", "6041").await;
    for word in ["Sent", "Delivered", "Parcel", "on its way"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    // 20, 22, 38, 53: numbers in one field, placeholders, links without a scheme.
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    let of = |id: u64, says: &Value| parcel(id, std::slice::from_ref(&throw), says);
    let parcels = [
        of(
            20,
            &json!({ "tracking_number": "1Z0000000000000401, 1Z0000000000000402",
            "tracking_numbers": ["1Z0000000000000401, 1Z0000000000000402"] }),
        ),
        of(
            20,
            &json!({ "tracking_company": "Norby Cargo", "tracking_number": "NC-4401",
            "tracking_numbers": ["NC-4401"], "tracking_url": "http://cargo.example/t?n=%number%",
            "tracking_urls": ["http://cargo.example/t?n=%number%"] }),
        ),
        of(
            22,
            &json!({ "tracking_company": "other", "tracking_number": "NC-4402",
            "tracking_numbers": ["NC-4402"], "tracking_url": "www.cargo.example/t/NC-4402",
            "tracking_urls": ["www.cargo.example/t/NC-4402"] }),
        ),
    ];
    told.shopify(shopify(6020, &json!({}))).await;
    told.mail().await;
    told.shopify(shopify(6020, &fulfilled(&parcels))).await;
    let mail = told.mail().await;
    let all = [
        "https://www.ups.com/track?tracknum=1Z0000000000000401",
        "https://www.ups.com/track?tracknum=1Z0000000000000402",
        "https://cargo.example/t?n=NC-4401",
        "https://www.cargo.example/t/NC-4402",
    ];
    links(&told, &mail, ("south", "6020"), &all).await;
    // 39: a number that does not fit into a float.
    let number =
        json!({ "tracking_number": "@@", "tracking_numbers": ["@@"], "tracking_company": "USPS" });
    let mut order = shopify(6039, &fulfilled(&[of(39, &number)]));
    order["updated_at"] = json!(told.now());
    let body = order
        .to_string()
        .replace("\"@@\"", "9400100000000000000439");
    assert_eq!(told.wismo.shopify(&body).await.status(), StatusCode::OK);
    holds(&told.mail().await, "9400100000000000000439");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_generic_source_is_told_what_to_mend() {
    let told = Told::with(json!({})).await;
    let order = |id: &str, says: &Value| {
        let mut order = crate::harness::neutral(id, "received", &told.now());
        order["placed_at"] = json!(format!("{}Z", crate::harness::told::placed()));
        crate::harness::cases::put(&mut order, says);
        order
    };
    // 30, 32, 34, 05: a documented field that is wrong is named, and nothing
    // of the message is kept.
    let line = |says: &Value| {
        let mut line = json!({ "id": "1", "name": "Anvil", "quantity": 1 });
        crate::harness::cases::put(&mut line, says);
        json!({ "lines": [line] })
    };
    for (says, field) in [
        (line(&json!({ "total": "5,00" })), "data.lines[0].total"),
        (line(&json!({ "quantity": -1 })), "data.lines[0].quantity"),
        (
            line(&json!({ "expected_on": "2026-13-01" })),
            "data.lines[0].expected_on",
        ),
        (
            json!({ "totals": { "total": "1,234.50" } }),
            "data.totals.total",
        ),
        (json!({ "lines": { "0": {} } }), "data.lines"),
        (json!({ "placed_at": "yesterday" }), "data.placed_at"),
        (json!({ "currency": "euro!" }), "data.currency"),
        (
            json!({ "status": { "code": "open", "stage": "on the way" } }),
            "data.status.stage",
        ),
        (
            json!({ "shipments": [{ "id": "a", "state": "flying" }] }),
            "data.shipments[0].state",
        ),
        (
            json!({ "refunds": [{ "id": "a", "amount": "four" }] }),
            "data.refunds[0].amount",
        ),
    ] {
        let answer = told
            .wismo
            .message("order.changed", &order("C-30", &says))
            .await;
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert_eq!(status, StatusCode::BAD_REQUEST, "{says}: {text}");
        assert!(text.contains(field), "{field}: {text}");
    }
    told.no_mail("nothing was taken").await;
    let history = told
        .wismo
        .request("GET", "/desk/api/erp/orders/C-30/history");
    let history = history
        .bearer_auth(crate::harness::DESK_API_KEY)
        .send()
        .await
        .unwrap();
    assert_eq!(history.status(), StatusCode::NOT_FOUND);
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_generic_source_says_what_is_due_and_where_it_stands() {
    let told = Told::with(json!({})).await;
    // 15 to 19: coins, tax in the prices, fees, and a difference.
    let owed = json!({ "currency": "BTC", "totals": { "items": "0.00038500", "shipping": "0.00010000",
        "total": "0.00048500" } });
    told.order("C-15", "received", owed).await;
    let mail = told.mail().await;
    holds(&mail, "0.00048500");
    assert!(page(&told, "erp", "C-15").await.contains("0.00048500"));
    let owed = json!({ "currency": "EUR", "totals": { "items": "24.20", "shipping": "6.05",
        "fees": [{ "kind": "fee", "name": "COD fee", "amount": "2.50" }], "tax": "5.25",
        "tax_included": true, "total": "22.75" } });
    told.order("C-17", "received", owed).await;
    let mail = told.mail().await;
    let rows = [
        ("Items", "€24.20"),
        ("Shipping", "€6.05"),
        ("COD fee", "€2.50"),
        ("Other", "-€10.00"),
        ("Total", "€22.75"),
        ("Tax, included", "€5.25"),
    ];
    costs(&told, &mail, ("erp", "C-17"), &rows).await;
    // 08: an invoice that is paid later.
    told.order(
        "C-08",
        "received",
        json!({ "payment": { "state": "unpaid", "due_on": "2027-01-04" } }),
    )
    .await;
    let mail = told.mail().await;
    let text = page(&told, "erp", "C-08").await;
    for part in [&text, &mail.text] {
        let part = part.replace('\u{a0}', " ");
        assert!(part.contains("Not paid yet"), "{part}");
        assert!(part.contains("Due on Monday 4 January 2027"), "{part}");
    }
    // 41: goods that are collected, and goods that are not a parcel at all.
    for (id, way, stage, says) in [
        ("C-41", "none", "sent", "Your order is complete"),
        (
            "C-42",
            "pick_up",
            "ready_to_collect",
            "Your order is ready to collect",
        ),
        (
            "C-43",
            "pick_up",
            "collected",
            "Your order has been collected",
        ),
    ] {
        told.order(id, "received", json!({ "delivery_method": way }))
            .await;
        told.mail().await;
        told.order(id, stage, json!({ "delivery_method": way }))
            .await;
        let mail = told.mail().await;
        assert_eq!(heading(&mail), says);
        lacks(&mail, "on its way");
        let text = page(&told, "erp", id).await;
        assert!(
            text.contains(says) && !text.contains("on its way"),
            "{text}"
        );
    }
    // 64: goods that need no shipping do not make a part delivery.
    let goods = json!([{ "id": "1", "name": "Anvil", "quantity": 1, "delivered": 0 },
        { "id": "2", "name": "Gift card", "quantity": 1, "delivered": 1, "needs_no_shipping": true }]);
    told.order("C-64", "received", json!({ "lines": goods }))
        .await;
    let mail = told.mail().await;
    lacks(&mail, "Part of your order");
    let text = page(&told, "erp", "C-64").await;
    assert!(!text.contains("Partly sent"), "{text}");
    // 26, 75: a correction, and the cancelling of all that was to come.
    told.order("C-26", "sent", json!({})).await;
    told.mail().await;
    told.order("C-26", "received", json!({})).await;
    told.no_mail("the shop took it back").await;
    told.order("C-75", "received", json!({})).await;
    told.mail().await;
    told.order("C-75", "received", json!({ "line": { "cancelled": 3 } }))
        .await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been cancelled");
    lacks(&mail, "The rest of your order");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_generic_sources_parcels_are_read_as_people_type_them() {
    let told = Told::with(json!({})).await;
    told.order("C-20", "received", json!({})).await;
    told.mail().await;
    let parcel = |id: &str, carrier: &str, number: &str, link: &str| {
        let link = if link.is_empty() {
            Value::Null
        } else {
            json!(link)
        };
        json!({ "id": id, "carrier": carrier, "tracking_number": number, "tracking_url": link, "state": "sent" })
    };
    let all = json!([
        parcel("a", "UPS", "1Z0000000000000501\n1Z0000000000000502", ""),
        parcel(
            "a2",
            "DPD",
            "15500000000051",
            "https://track.dpd.co.uk/parcels/15500000000051"
        ),
        parcel(
            "b",
            "Norby Cargo",
            "NC-5501",
            "https://cargo.example/{tracking_number}"
        ),
        parcel("c", "n/a", "NC-5502", "www.cargo.example/t/NC-5502"),
        // 61: one number in two shipments is one parcel.
        parcel(
            "d",
            "Norby Cargo",
            "NC-5501",
            "https://cargo.example/NC-5501"
        ),
    ]);
    told.order("C-20", "sent", json!({ "shipments": all }))
        .await;
    let mail = told.mail().await;
    let all = [
        "https://www.ups.com/track?tracknum=1Z0000000000000501",
        "https://www.ups.com/track?tracknum=1Z0000000000000502",
        "https://track.dpd.co.uk/parcels/15500000000051",
        "https://cargo.example/NC-5501",
        "https://www.cargo.example/t/NC-5502",
    ];
    links(&told, &mail, ("erp", "C-20"), &all).await;
    lacks(&mail, "n/a");
    // 60: delivered, with the tracking told at the same time.
    told.order("C-60", "received", json!({})).await;
    told.mail().await;
    let arrived = json!([{ "id": "a", "carrier": "UPS", "tracking_number": "1Z0000000000000560", "state": "delivered" }]);
    told.order(
        "C-60",
        "delivered",
        json!({ "shipments": arrived, "line": { "delivered": 3 } }),
    )
    .await;
    assert_eq!(heading(&told.mail().await), "Your order has been delivered");
    told.stop().await;
}
