//! Orders that other products got wrong: their costs, what is shipped, what waits
//! for a payment, and what a mail says first. Each goes through the hook; the tests
//! look at the page, its JSON and both parts of the mail.

use serde_json::{Value, json};

use crate::harness::cases::{costs, fulfilled, line, page, parcel, put, shopify};
use crate::harness::told::{Told, heading, holds, lacks};

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_shown_and_its_rows_add_up() {
    let told = Told::with(json!({})).await;
    let stool = |total: &str, tax: &str| {
        json!([{ "id": 1, "name": "Oak stool", "quantity": 1, "subtotal": total, "subtotal_tax": tax,
            "total": total, "total_tax": tax }])
    };
    let sent = json!([{ "id": 9, "method_id": "flat_rate", "total": "5.00" }]);
    // 16
    let taxed = json!({ "prices_include_tax": true, "line_items": stool("20.00", "4.20"),
        "shipping_lines": sent, "shipping_total": "5.00", "shipping_tax": "1.05",
        "total": "30.25", "total_tax": "5.25" });
    told.woo(70016, "processing", taxed).await;
    let mail = told.mail().await;
    let rows = [
        ("Items", "€24.20"),
        ("Shipping", "€6.05"),
        ("Total", "€30.25"),
        ("Tax, included", "€5.25"),
    ];
    costs(&told, &mail, ("north", "70016"), &rows).await;
    lacks(&mail, "Other");
    // 17, 19
    let fee = json!([{ "id": 8, "name": "COD fee", "total": "2.50", "total_tax": "0.00" }]);
    let charged = json!({ "line_items": stool("20.00", "0.00"), "shipping_lines": sent,
        "shipping_total": "5.00", "fee_lines": fee, "total": "12.50", "payment_method": "cod",
        "date_paid_gmt": null });
    told.woo(70017, "processing", charged).await;
    let mail = told.mail().await;
    let rows = [
        ("COD fee", "€2.50"),
        ("Other", "-€15.00"),
        ("Total", "€12.50"),
    ];
    costs(&told, &mail, ("north", "70017"), &rows).await;
    let json = told.json("north", "70017").await;
    assert_eq!(json["totals"]["other"], "-15.00");
    assert_eq!(json["totals"]["fees"][0]["name"], "COD fee");
    // 15
    let coins = json!({ "currency": "BTC", "line_items": stool("0.00038500", "0.00"),
        "shipping_lines": sent, "shipping_total": "0.00010000", "total": "0.00048500" });
    told.woo(70015, "processing", coins).await;
    let mail = told.mail().await;
    let text = page(&told, "north", "70015").await;
    assert!(text.contains("0.00048500"), "{text}");
    holds(&mail, "0.00048500");
    lacks(&mail, "Other");

    // 07
    told.shopify(shopify(5007, &json!({ "financial_status": "pending",
        "line_items": [line(71, "Linen throw", "40.00", &json!({ "quantity": 2, "current_quantity": 1 })),
            line(72, "Wool brush", "15.00", &json!({ "current_quantity": 0 }))],
        "refunds": [{ "id": 77, "transactions": [], "refund_line_items": [
            { "id": 1, "line_item_id": 71, "quantity": 1, "restock_type": "cancel", "subtotal": 40.0 },
            { "id": 2, "line_item_id": 72, "quantity": 1, "restock_type": "cancel", "subtotal": 15.0 }] }],
        "total_line_items_price": "95.00", "total_price": "101.00", "current_total_price": "46.00" })))
        .await;
    let mail = told.mail().await;
    let rows = [
        ("Items", "€40.00"),
        ("Shipping", "€6.00"),
        ("Total", "€46.00"),
    ];
    costs(&told, &mail, ("south", "5007"), &rows).await;
    lacks(&mail, "101");
    assert!(!page(&told, "south", "5007").await.contains("101"));
    // 63
    told.shopify(shopify(5063, &json!({
        "line_items": [line(631, "Linen throw", "40.00", &json!({ "current_quantity": 0 })),
            line(632, "Wool brush", "25.00", &json!({ "discount_allocations": [{ "amount": "5.00" }] }))],
        "refunds": [{ "id": 77, "transactions": [], "refund_line_items": [
            { "id": 1, "line_item_id": 631, "quantity": 1, "restock_type": "no_restock", "subtotal": 40.0 }] }],
        "total_line_items_price": "65.00", "total_discounts": "5.00",
        "total_price": "66.00", "current_total_price": "26.00" })))
        .await;
    let mail = told.mail().await;
    let rows = [
        ("Items", "€25.00"),
        ("Discount", "-€5.00"),
        ("Shipping", "€6.00"),
        ("Total", "€26.00"),
    ];
    costs(&told, &mail, ("south", "5063"), &rows).await;
    // 43
    let both = |euro: &str, franc: &str| {
        json!({ "shop_money": { "amount": euro, "currency_code": "EUR" },
            "presentment_money": { "amount": franc, "currency_code": "CHF" } })
    };
    let refund = json!([{ "id": 77, "refund_line_items": [], "order_adjustments": [{ "id": 1,
        "amount": "-6.00", "kind": "shipping_refund", "amount_set": both("-6.00", "-6.00") }],
        "transactions": [{ "id": 2, "kind": "refund", "status": "success", "amount": "6.00", "currency": "EUR" }] }]);
    told.shopify(shopify(
        5043,
        &json!({ "presentment_currency": "CHF",
        "financial_status": "partially_refunded", "refunds": refund,
        "total_price_set": both("46.00", "44.00") }),
    ))
    .await;
    told.mail().await;
    let text = page(&told, "south", "5043").await;
    assert!(text.contains("6.00"), "{text}");
    let json = told.json("south", "5043").await;
    assert_eq!(json["currency"], "CHF");
    assert_eq!(json["refunds"][0]["amount"], "6.00");
    assert_eq!(json["totals"]["after_refunds"], "38.00");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_on_its_way_that_is_not_shipped() {
    let told = Told::with(json!({})).await;
    // 41
    let nothing = json!({ "shipping_lines": [], "shipping_total": "0.00" });
    told.woo(70041, "pending", nothing.clone()).await;
    told.mail().await;
    told.woo(70041, "completed", nothing).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is complete");
    lacks(&mail, "on its way");
    let text = page(&told, "north", "70041").await;
    assert!(text.contains("Your order is complete"), "{text}");
    for word in ["Sent", "Delivered", "Parcel", "Still to come"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
    assert_eq!(told.json("north", "70041").await["stage"], "completed");
    // 06
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    let tip = line(
        2,
        "Tip",
        "5.00",
        &json!({ "fulfillment_status": "not_eligible", "requires_shipping": false }),
    );
    let tipped = json!({ "line_items": [throw, tip], "total_tip_received": "5.00",
        "total_price": "51.00", "current_total_price": "51.00" });
    told.shopify(shopify(5006, &tipped)).await;
    told.mail().await;
    let mut sent = shopify(5006, &tipped);
    put(&mut sent, &fulfilled(&[parcel(61, &[throw], &json!({}))]));
    told.shopify(sent).await;
    let mail = told.mail().await;
    let rows = [("Tip", "€5.00"), ("Total", "€51.00")];
    costs(&told, &mail, ("south", "5006"), &rows).await;
    lacks(&mail, "1 of 2");
    let text = page(&told, "south", "5006").await;
    assert!(text.contains("Your order has been sent"), "{text}");
    assert!(!text.contains("1 of 2"), "{text}");
    // The mail about a parcel leads to the carrier first.
    let carrier = mail.text.find("ups.com").unwrap();
    assert!(carrier < mail.text.find("/s/").unwrap(), "{}", mail.text);
    // 64
    let throw = line(641, "Linen throw", "40.00", &json!({}));
    let card = line(
        642,
        "Gift card 25",
        "25.00",
        &json!({ "gift_card": true,
        "requires_shipping": false, "fulfillment_status": "fulfilled" }),
    );
    let untracked =
        json!({ "tracking_company": null, "tracking_number": null, "tracking_numbers": [] });
    let gift = parcel(64, std::slice::from_ref(&card), &untracked);
    let mut order = shopify(
        5064,
        &json!({ "line_items": [throw, card],
        "fulfillment_status": "partial", "fulfillments": [gift] }),
    );
    told.shopify(order.clone()).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Thank you for your order");
    lacks(&mail, "on its way");
    let text = page(&told, "south", "5064").await;
    assert!(text.contains("The shop has received your order"), "{text}");
    assert!(!text.contains("Partly sent"), "{text}");
    put(
        &mut order,
        &fulfilled(&[gift, parcel(65, &[throw], &json!({}))]),
    );
    told.shopify(order).await;
    let mail = told.mail().await;
    lacks(&mail, "Part of your order");
    assert_eq!(told.json("south", "5064").await["stage"], "sent");
    // Collected.
    let here = |state: &str| {
        let mut here = untracked.clone();
        here["shipment_status"] = json!(state);
        shopify(
            5100,
            &fulfilled(&[parcel(
                51,
                &[line(1, "Linen throw", "40.00", &json!({}))],
                &here,
            )]),
        )
    };
    told.shopify(here("ready_for_pickup")).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is ready to collect");
    told.shopify(here("picked_up")).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been collected");
    lacks(&mail, "on its way");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_paid_later_waits_for_no_money() {
    let told = Told::with(json!({})).await;
    // 08
    let cash = json!({ "financial_status": "pending", "payment_gateway_names": ["Cash on Delivery (COD)"] });
    told.shopify(shopify(5008, &cash)).await;
    let mail = told.mail().await;
    holds(&mail, "Not paid yet");
    lacks(&mail, "payment has arrived");
    let text = page(&told, "south", "5008").await;
    assert!(text.contains("The shop has received your order"), "{text}");
    assert!(text.contains("Not paid yet"), "{text}");
    let terms = json!({ "payment_terms_type": "net", "payment_schedules": [{ "due_at": "2027-01-04T10:00:00+01:00" }] });
    told.shopify(shopify(
        5009,
        &json!({ "financial_status": "pending", "payment_terms": terms }),
    ))
    .await;
    let mail = told.mail().await;
    let text = page(&told, "south", "5009").await;
    for part in [&text, &mail.text] {
        let part = part.replace('\u{a0}', " ");
        assert!(part.contains("Due on Monday 4 January 2027"), "{part}");
    }
    let held = json!({ "payment_method": "bacs", "payment_method_title": "Bank transfer", "date_paid_gmt": null, "date_paid": null });
    told.woo(70008, "processing", held.clone()).await;
    told.mail().await;
    let mut held = held;
    held["date_paid_gmt"] = Value::Null;
    told.woo(70008, "on-hold", held).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order is waiting for your payment");
    lacks(&mail, "settle");
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_heading_says_where_the_order_stands() {
    let told = Told::with(json!({})).await;
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    // 60
    told.shopify(shopify(5060, &json!({}))).await;
    told.mail().await;
    let arrived = parcel(
        60,
        std::slice::from_ref(&throw),
        &json!({ "shipment_status": "delivered" }),
    );
    told.shopify(shopify(5060, &fulfilled(&[arrived]))).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been delivered");
    // 26
    told.shopify(shopify(5026, &json!({}))).await;
    told.mail().await;
    let at = |state: &str| {
        parcel(
            26,
            std::slice::from_ref(&throw),
            &json!({ "status": state }),
        )
    };
    told.shopify(shopify(5026, &fulfilled(&[at("success")])))
        .await;
    told.mail().await;
    told.shopify(shopify(5026, &json!({ "fulfillments": [at("cancelled")] })))
        .await;
    told.no_mail("the shop took it back").await;
    let text = page(&told, "south", "5026").await;
    assert!(text.contains("The shop has received your order"), "{text}");
    // 75: all that was still to come is cancelled.
    let none = json!({ "line_items": [line(1, "Linen throw", "40.00", &json!({ "current_quantity": 0 }))],
        "refunds": [{ "id": 75, "transactions": [], "refund_line_items": [
            { "id": 1, "line_item_id": 1, "quantity": 1, "restock_type": "cancel", "subtotal": 40.0 }] }],
        "current_total_price": "6.00" });
    told.shopify(shopify(5075, &json!({}))).await;
    told.mail().await;
    told.shopify(shopify(5075, &none)).await;
    let mail = told.mail().await;
    assert_eq!(heading(&mail), "Your order has been cancelled");
    lacks(&mail, "The rest of your order");
    // 70
    let unnamed = json!({ "line_items": [{ "id": 1, "name": null, "sku": null, "quantity": 1, "total": "20.00" }] });
    told.woo(70070, "processing", unnamed).await;
    let mail = told.mail().await;
    holds(&mail, "An item");
    let text = page(&told, "north", "70070").await;
    assert!(text.contains("An item"), "{text}");
    assert_eq!(
        told.json("north", "70070").await["items"][0]["name"],
        "An item"
    );
    told.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_out_of_the_trash_is_there_again() {
    let told = Told::with(json!({})).await;
    let is_removed = async || told.json("north", "70004").await["removed"] == json!(true);
    let modified = |at: &str| json!({ "date_modified_gmt": format!("2026-06-06T{at}") });
    told.woo(70004, "processing", modified("10:00:00")).await;
    told.mail().await;
    // 04: as it was, with a date from before the removal, and with an older one.
    for (at, is_back) in [("10:00:00", true), ("10:05:00", true), ("09:59:00", false)] {
        told.wismo.deliver(&json!({ "id": 70004 })).await;
        assert!(is_removed().await, "before {at}");
        told.woo(70004, "processing", modified(at)).await;
        assert_eq!(is_removed().await, !is_back, "{at}");
        if is_back {
            let history = told.page_history("north", "70004").await;
            let last = history.last().map(String::as_str);
            assert_eq!(last, Some("Restored by the shop"), "{history:?}");
        }
    }
    told.no_mail("nothing changed").await;
    told.woo(70004, "completed", modified("10:06:00")).await;
    assert_eq!(heading(&told.mail().await), "Your order is on its way");
    told.stop().await;
}
