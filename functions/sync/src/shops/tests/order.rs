//! Orders that other products have got wrong: their costs, what is shipped, and
//! what waits for a payment. The bodies are as shops send them, as far as it
//! matters.

use serde_json::{Value, json};
use wismo_domain::changes::{Change, changes};
use wismo_domain::log::{EventPayload, Fact};
use wismo_domain::order::{
    Amount, DeliveryMethod, Fee, FeeKind, Order, PaymentState, Refund, Stage, Totals,
};
use wismo_domain::shop::Platform::{Shopify, Standard, Woocommerce};

use crate::delivery::Delivery;
use crate::shops::test_shop::deliver;

fn money(text: &str) -> Option<Amount> {
    Some(Amount(text.parse().unwrap()))
}

fn fee(kind: FeeKind, name: &str, amount: &str) -> Fee {
    Fee {
        kind,
        name: Some(name.to_owned()),
        amount: money(amount).unwrap(),
    }
}

fn order(platform: wismo_domain::shop::Platform, body: &Value) -> Order {
    match deliver(platform, body.to_string().as_bytes()) {
        Ok(Delivery::Event {
            payload: EventPayload::Order(order),
            ..
        }) => *order,
        other => panic!("{other:?}"),
    }
}

/// A body with other fields.
fn with(mut body: Value, fields: &Value) -> Value {
    for (name, value) in fields.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

fn woo(fields: &Value) -> Order {
    let body = json!({
        "id": 70016, "number": "70016", "status": "processing", "currency": "EUR",
        "prices_include_tax": false,
        "date_created_gmt": "2026-08-30T09:00:00", "date_modified_gmt": "2026-08-30T09:01:00",
        "shipping_total": "5.00", "shipping_tax": "0.00", "discount_total": "0.00",
        "discount_tax": "0.00", "total": "25.00", "total_tax": "0.00",
        "payment_method": "card", "payment_method_title": "Card", "date_paid_gmt": null,
        "shipping": { "first_name": "Ada", "address_1": "Kestrel Lane 4", "city": "Norby" },
        "line_items": [{ "id": 1, "name": "Oak stool", "quantity": 1,
            "subtotal": "20.00", "subtotal_tax": "0.00", "total": "20.00", "total_tax": "0.00" }],
        "shipping_lines": [{ "id": 9, "method_id": "flat_rate", "total": "5.00" }],
        "fee_lines": [], "refunds": []
    });
    order(Woocommerce, &with(body, fields))
}

fn line(id: u64, name: &str, price: &str, fields: &Value) -> Value {
    let line = json!({
        "id": id, "name": name, "title": name, "quantity": 1, "current_quantity": 1,
        "fulfillment_status": null, "gift_card": false, "requires_shipping": true,
        "price": price, "discount_allocations": []
    });
    with(line, fields)
}

fn shopify_body(fields: &Value) -> Value {
    let body = json!({
        "id": 7_100_000_000_006_u64, "name": "#5006",
        "created_at": "2026-08-30T10:00:00+01:00", "updated_at": "2026-08-30T10:01:00+01:00",
        "cancelled_at": null, "currency": "EUR", "presentment_currency": "EUR",
        "taxes_included": true, "financial_status": "paid", "fulfillment_status": null,
        "payment_gateway_names": ["shopify_payments"], "payment_terms": null,
        "line_items": [line(1, "Linen throw", "40.00", &json!({}))],
        "shipping_lines": [{ "id": 4, "title": "Parcel", "price": "6.00" }],
        "shipping_address": { "name": "Ada", "address1": "Kestrel Lane 4", "city": "Norby" },
        "fulfillments": [], "refunds": [],
        "total_line_items_price": "40.00", "total_discounts": "0.00",
        "total_shipping_price_set": { "shop_money": { "amount": "6.00", "currency_code": "EUR" } },
        "total_tax": "0.00", "total_price": "46.00", "current_total_price": "46.00",
        "total_tip_received": "0.00"
    });
    with(body, fields)
}

fn shopify(fields: &Value) -> Order {
    order(Shopify, &shopify_body(fields))
}

fn fulfillment(line: &Value, fields: &Value) -> Value {
    let fulfillment = json!({
        "id": 75, "status": "success", "shipment_status": null,
        "created_at": "2026-08-30T10:05:00+01:00", "updated_at": "2026-08-30T10:05:00+01:00",
        "tracking_company": null, "tracking_number": null, "tracking_numbers": [],
        "line_items": [line]
    });
    with(fulfillment, fields)
}

fn standard(fields: &Value) -> Order {
    let data = json!({
        "id": "1", "updated_at": "2026-08-30T09:05:12Z", "currency": "EUR",
        "status": { "code": "open", "stage": "received" }
    });
    let message = json!({ "type": "order.changed", "data": with(data, fields) });
    order(Standard, &message)
}

/// Case 16.
#[test]
fn prices_that_include_tax_are_shown_with_it() {
    let tax = json!({
        "prices_include_tax": true, "shipping_tax": "1.05", "total": "30.25", "total_tax": "5.25",
        "line_items": [{ "id": 1, "name": "Oak stool", "quantity": 1,
            "subtotal": "20.00", "subtotal_tax": "4.20", "total": "20.00", "total_tax": "4.20" }]
    });
    let found = woo(&tax);
    assert_eq!(found.lines[0].total, money("24.20"));
    let expected = Totals {
        items: money("24.20"),
        discount: money("0"),
        shipping: money("6.05"),
        tax: money("5.25"),
        tax_included: Some(true),
        total: money("30.25"),
        ..Totals::default()
    };
    assert_eq!(found.totals, expected);
    let net = woo(&with(tax, &json!({ "prices_include_tax": false })));
    assert_eq!(net.lines[0].total, money("20"));
    assert_eq!(net.totals.items, money("20"));
    assert_eq!(net.totals.tax_included, Some(false));
    assert_eq!(shopify(&json!({})).totals.tax_included, Some(true));
    let told = standard(&json!({ "totals": { "tax": "5", "tax_included": true } }));
    assert_eq!(told.totals.tax_included, Some(true));
}

/// Cases 17 and 19.
#[test]
fn fees_are_rows_with_the_shops_names() {
    let found = woo(&json!({
        "total": "27.50",
        "fee_lines": [
            { "id": 1, "name": "COD fee", "total": "2.50", "total_tax": "0.00" },
            { "id": 2, "name": "None", "total": "0.00", "total_tax": "0.00" },
            { "id": 3, "name": "Odd", "total": "much" },
        ]
    }));
    assert_eq!(found.totals.fees, [fee(FeeKind::Fee, "COD fee", "2.50")]);
    let told = standard(&json!({ "totals": { "fees": [
        { "amount": "3", "name": "Crate" }, { "kind": "duty", "amount": "-1" }
    ] } }));
    assert_eq!(told.totals.fees[0], fee(FeeKind::Fee, "Crate", "3"));
    assert_eq!(told.totals.fees[1].kind, FeeKind::Duty);
    let duties = shopify(&json!({ "original_total_duties_set": {
        "shop_money": { "amount": "7.00", "currency_code": "EUR" } } }));
    assert_eq!(duties.totals.fees[0].kind, FeeKind::Duty);
    assert_eq!(Some(duties.totals.fees[0].amount), money("7"));
}

/// Case 05.
#[test]
fn a_refund_of_nothing_is_none() {
    let found = woo(&json!({ "refunds": [
        { "id": 5, "reason": "", "total": "0.00" },
        { "id": 6, "reason": "Scratch", "total": "-4.00" },
    ] }));
    let amounts: Vec<_> = found.refunds.iter().map(|refund| refund.amount).collect();
    assert_eq!(amounts, [money("4").unwrap()]);
}

/// Case 15.
#[test]
fn a_currency_outside_iso_4217_is_taken() {
    for code in ["BTC", "USDT", "SATS"] {
        let found = woo(&json!({ "currency": code, "total": "0.00048500" }));
        assert_eq!(found.currency, code);
        assert_eq!(found.totals.total.unwrap().to_string(), "0.00048500");
        assert_eq!(standard(&json!({ "currency": code })).currency, code);
    }
    let message = json!({ "type": "order.changed", "data": {
        "id": "1", "updated_at": "2026-08-30T09:05:12Z", "currency": "eu",
        "status": { "code": "open", "stage": "received" } } });
    assert!(deliver(Standard, message.to_string().as_bytes()).is_err());
}

/// Case 06.
#[test]
fn a_tip_is_money_and_no_goods() {
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    let tip = line(
        2,
        "Tip",
        "5.00",
        &json!({ "fulfillment_status": "not_eligible", "requires_shipping": false }),
    );
    let fields = json!({
        "line_items": [throw, tip], "total_tip_received": "5.00",
        "total_price": "51.00", "current_total_price": "51.00"
    });
    let placed = shopify(&fields);
    let names: Vec<_> = placed.lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Linen throw"]);
    assert_eq!(placed.totals.items, money("40"));
    assert_eq!(placed.totals.fees, [fee(FeeKind::Tip, "Tip", "5")]);
    let sent = shopify(&with(
        fields,
        &json!({
            "fulfillment_status": "fulfilled",
            "fulfillments": [fulfillment(&throw, &json!({ "tracking_number": "0034" }))]
        }),
    ));
    assert_eq!(sent.standing(), Stage::Sent);
    let found = changes(&placed, &sent);
    assert!(
        !found
            .iter()
            .any(|change| matches!(change, Change::PartDelivered { .. })),
        "{found:?}"
    );
    let without_line = shopify(&json!({ "total_tip_received": "5.00" }));
    assert_eq!(without_line.totals.fees[0].kind, FeeKind::Tip);
}

/// Case 07.
#[test]
fn what_was_removed_before_it_was_paid_is_not_due() {
    let edited = shopify(&json!({
        "financial_status": "pending",
        "line_items": [
            line(71, "Linen throw", "40.00", &json!({ "quantity": 2, "current_quantity": 1 })),
            line(72, "Wool brush", "15.00", &json!({ "current_quantity": 0 })),
        ],
        "refunds": [{ "id": 77, "transactions": [], "refund_line_items": [
            { "line_item_id": 71, "quantity": 1, "restock_type": "cancel", "subtotal": 40.0 },
            { "line_item_id": 72, "quantity": 1, "restock_type": "cancel", "subtotal": 15.0 },
        ] }],
        "total_line_items_price": "95.00", "total_price": "101.00", "current_total_price": "46.00"
    }));
    let totals: Vec<_> = edited.lines.iter().map(|line| line.total).collect();
    assert_eq!(totals, [money("40"), None]);
    assert_eq!(edited.totals.items, money("40"));
    assert_eq!(edited.totals.total, money("46"));
    assert!(edited.refunds.is_empty());
    assert!(!serde_json::to_string(&edited).unwrap().contains("101"));
}

/// Case 07: Shopify says to the cent which part of a discount was removed with a
/// line.
#[test]
fn a_discount_goes_with_what_was_removed_as_the_shop_divides_it() {
    let throws = json!({
        "quantity": 3, "current_quantity": 2, "discount_allocations": [{ "amount": "10.00" }]
    });
    let edited = shopify(&json!({
        "financial_status": "pending",
        "line_items": [line(71, "Linen throw", "10.00", &throws)],
        "refunds": [{ "id": 77, "transactions": [], "refund_line_items": [
            { "line_item_id": 71, "quantity": 1, "restock_type": "cancel", "subtotal": 6.66 },
        ] }],
        "total_line_items_price": "30.00", "total_discounts": "10.00",
        "total_price": "26.00", "current_total_price": "19.34"
    }));
    assert_eq!(edited.lines[0].total, money("13.34"));
    assert_eq!(edited.totals.items, money("20"));
    assert_eq!(edited.totals.discount, money("6.66"));
}

/// Case 63.
#[test]
fn what_was_exchanged_by_an_edit_is_not_counted_twice() {
    let brush = json!({ "discount_allocations": [{ "amount": "5.00" }] });
    let edited = shopify(&json!({
        "line_items": [
            line(631, "Linen throw", "40.00", &json!({ "current_quantity": 0 })),
            line(632, "Wool brush", "25.00", &brush),
        ],
        "refunds": [{ "id": 77, "transactions": [], "refund_line_items": [
            { "line_item_id": 631, "quantity": 1, "restock_type": "no_restock", "subtotal": 40.0 },
        ] }],
        "total_line_items_price": "65.00", "total_discounts": "5.00",
        "total_price": "66.00", "current_total_price": "26.00"
    }));
    let expected = Totals {
        items: money("25"),
        discount: money("5"),
        shipping: money("6"),
        tax: money("0"),
        tax_included: Some(true),
        total: money("26"),
        ..Totals::default()
    };
    assert_eq!(edited.totals, expected);
    assert_eq!(edited.lines[0].total, None);
    assert_eq!(edited.lines[1].total, money("20"));
}

#[test]
fn what_was_paid_back_stays_in_the_total_and_stands_below_it() {
    let returned = shopify(&json!({
        "financial_status": "partially_refunded",
        "line_items": [line(1, "Linen throw", "40.00", &json!({ "current_quantity": 0 }))],
        "refunds": [{ "id": 77,
            "refund_line_items": [
                { "line_item_id": 1, "quantity": 1, "restock_type": "return", "subtotal": 40.0 },
            ],
            "transactions": [{ "kind": "refund", "status": "success", "amount": "40.00", "currency": "EUR" }]
        }],
        "current_total_price": "6.00"
    }));
    assert_eq!(returned.totals.items, money("40"));
    assert_eq!(returned.totals.total, money("46"));
    assert_eq!(Some(returned.refunds[0].amount), money("40"));
}

/// Case 64.
#[test]
fn what_needs_no_shipping_is_neither_parcel_nor_part_delivery() {
    let throw = line(641, "Linen throw", "40.00", &json!({}));
    let card = line(
        642,
        "Gift card 25",
        "25.00",
        &json!({ "gift_card": true, "requires_shipping": false, "fulfillment_status": "fulfilled" }),
    );
    let gift = fulfillment(&card, &json!({}));
    let fields = json!({
        "line_items": [throw, card], "fulfillment_status": "partial", "fulfillments": [gift]
    });
    let placed = shopify(&fields);
    assert_eq!(placed.status.stage, Stage::Received);
    assert_eq!(placed.standing(), Stage::Received);
    assert!(placed.shipments.is_empty());
    assert!(placed.lines[1].needs_no_shipping && placed.lines[1].delivered.is_none());
    let parcel = fulfillment(&throw, &json!({ "id": 76, "tracking_number": "0034" }));
    let sent = shopify(&with(
        fields,
        &json!({ "fulfillment_status": "fulfilled", "fulfillments": [gift, parcel] }),
    ));
    let found = changes(&placed, &sent);
    assert!(
        found
            .iter()
            .any(|change| matches!(change, Change::Delivered { .. })),
        "{found:?}"
    );
    assert_eq!(sent.shipments.len(), 1);
    let alone = with(gift, &json!({ "order_id": 7_100_000_000_006_u64 }));
    let alone = deliver(Shopify, alone.to_string().as_bytes());
    assert!(matches!(alone, Ok(Delivery::Ignored { .. })), "{alone:?}");
}

/// Case 41.
#[test]
fn what_is_not_shipped_is_complete_and_never_sent() {
    let none = json!({ "status": "completed", "shipping_total": "0.00", "shipping_lines": [] });
    let found = woo(&none);
    assert_eq!(found.status.stage, Stage::Completed);
    assert_eq!(found.delivery_method, Some(DeliveryMethod::None));
    assert_eq!(found.delivery_address, None);
    for way in ["local_pickup", "pickup_location"] {
        let lines = json!([{ "id": 9, "method_id": way, "total": "0.00" }]);
        let found = woo(&json!({ "status": "completed", "shipping_lines": lines }));
        assert_eq!(found.status.stage, Stage::Completed, "{way}");
        assert_eq!(found.delivery_method, Some(DeliveryMethod::PickUp));
        assert_eq!(found.delivery_address, None);
    }
    // The order does not say how it is shipped, or it has a parcel.
    let unknown = woo(&json!({ "status": "completed", "shipping_lines": null }));
    assert_eq!(unknown.status.stage, Stage::Sent);
    let tracked = json!([{ "key": "_wc_shipment_tracking_items", "value": [
        { "tracking_provider": "ups", "tracking_number": "1Z", "tracking_id": "w" }] }]);
    let tracked = woo(&with(none, &json!({ "meta_data": tracked })));
    assert_eq!(tracked.status.stage, Stage::Sent);
    assert_eq!(
        woo(&json!({ "status": "completed" })).status.stage,
        Stage::Sent
    );
    let ready = woo(&json!({ "status": "ready-pickup" }));
    assert_eq!(ready.status.stage, Stage::ReadyToCollect);
    let download = line(
        1,
        "Pattern",
        "40.00",
        &json!({ "requires_shipping": false }),
    );
    let digital = shopify(&json!({
        "line_items": [download], "shipping_lines": [], "fulfillment_status": "fulfilled",
        "fulfillments": [fulfillment(&download, &json!({}))]
    }));
    assert_eq!(digital.status.stage, Stage::Completed);
    assert!(digital.shipments.is_empty());
    let told = standard(&json!({
        "delivery_method": "none", "status": { "code": "done", "stage": "sent" }
    }));
    assert_eq!(told.standing(), Stage::Completed);
}

#[test]
fn what_is_collected_at_shopify_is_ready_and_then_collected() {
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    for (state, stage) in [
        ("ready_for_pickup", Stage::ReadyToCollect),
        ("picked_up", Stage::Collected),
    ] {
        let here = json!({ "shipment_status": state });
        let found = shopify(&json!({
            "fulfillment_status": "fulfilled", "fulfillments": [fulfillment(&throw, &here)]
        }));
        assert_eq!(found.status.stage, stage);
        assert_eq!(found.standing(), stage);
        assert_eq!(found.delivery_method, Some(DeliveryMethod::PickUp));
        assert!(found.shipments.is_empty());
        // A parcel that waits for collection at a carrier has a number.
        let there = with(here, &json!({ "tracking_number": "0034" }));
        let found = shopify(&json!({
            "fulfillment_status": "fulfilled", "fulfillments": [fulfillment(&throw, &there)]
        }));
        assert_eq!(found.standing(), Stage::Sent);
    }
}

/// Case 08.
#[test]
fn what_is_paid_later_does_not_wait_for_a_payment() {
    let pending = |fields: Value| shopify(&with(json!({ "financial_status": "pending" }), &fields));
    let cash = pending(json!({ "payment_gateway_names": ["Cash on Delivery (COD)"] }));
    assert_eq!(cash.status.stage, Stage::Received);
    assert_eq!(cash.payment.unwrap().state, PaymentState::Unpaid);
    let terms = |kind: &str| {
        json!({ "payment_terms": { "payment_terms_type": kind, "payment_schedules": [
            { "due_at": "2026-09-29T10:00:00+02:00", "completed_at": null },
            { "due_at": "2026-08-01T10:00:00+02:00", "completed_at": "2026-08-01T10:00:00+02:00" },
        ] } })
    };
    let net = pending(terms("net"));
    assert_eq!(net.status.stage, Stage::Received);
    assert_eq!(
        net.payment.unwrap().due_on,
        Some("2026-09-29".parse().unwrap())
    );
    for waits in [
        pending(terms("receipt")),
        pending(json!({ "payment_gateway_names": ["Bank deposit"] })),
        pending(json!({ "payment_gateway_names": [] })),
    ] {
        assert_eq!(waits.status.stage, Stage::AwaitingPayment);
    }
    let told = standard(&json!({ "payment": { "state": "unpaid", "due_on": "2026-09-29" } }));
    assert_eq!(
        told.payment.unwrap().due_on,
        Some("2026-09-29".parse().unwrap())
    );
}

#[test]
fn a_bank_transfer_is_awaited_until_it_is_there() {
    let held = |way: &str, paid: Value| {
        let fields = json!({ "status": "on-hold", "payment_method": way, "date_paid_gmt": paid });
        woo(&fields).status.stage
    };
    for way in ["bacs", "cheque"] {
        assert_eq!(held(way, Value::Null), Stage::AwaitingPayment);
        assert_eq!(held(way, json!("2026-08-30T09:00:00")), Stage::OnHold);
    }
    assert_eq!(held("card", Value::Null), Stage::OnHold);
    let cash = woo(&json!({ "status": "pending", "payment_method": "cod" }));
    assert_eq!(cash.status.stage, Stage::Received);
}

/// Case 43.
#[test]
fn a_refund_keeps_the_currency_of_its_order() {
    let both = |euro: &str, franc: &str| {
        json!({ "shop_money": { "amount": euro, "currency_code": "EUR" },
            "presentment_money": { "amount": franc, "currency_code": "CHF" } })
    };
    let refund = json!({
        "id": 77, "order_id": 7_100_000_000_006_u64, "created_at": "2026-08-30T10:05:00+01:00",
        "refund_line_items": [],
        "order_adjustments": [{ "id": 1, "amount": "-6.00", "tax_amount": "0.00",
            "kind": "shipping_refund", "amount_set": both("-6.00", "-6.00") }],
        "transactions": [{ "kind": "refund", "status": "success", "amount": "6.50", "currency": "EUR" }]
    });
    let found = shopify(&json!({
        "presentment_currency": "CHF", "financial_status": "partially_refunded",
        "total_price_set": both("46.00", "44.00"), "refunds": [refund]
    }));
    assert_eq!(found.currency, "CHF");
    assert_eq!(found.totals.total, money("44"));
    assert_eq!(Some(found.refunds[0].amount), money("6"));
    let alone = deliver(Shopify, refund.to_string().as_bytes());
    let Ok(Delivery::Event {
        payload:
            EventPayload::Fact {
                fact: Fact::Refund(alone),
                ..
            },
        ..
    }) = alone
    else {
        panic!("{alone:?}");
    };
    assert_eq!(
        *alone,
        Refund {
            ..found.refunds[0].clone()
        }
    );
}

/// Case 26.
#[test]
fn from_sent_back_to_received_is_a_correction() {
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    let at = |status: Value, state: &str| {
        let attempt = json!({ "status": state, "tracking_number": "1Z0000000000000261" });
        shopify(&json!({
            "fulfillment_status": status, "fulfillments": [fulfillment(&throw, &attempt)]
        }))
    };
    let (sent, back) = (
        at(json!("fulfilled"), "success"),
        at(Value::Null, "cancelled"),
    );
    let taken_back = changes(&sent, &back);
    assert!(
        taken_back.iter().any(Change::is_correction),
        "{taken_back:?}"
    );
    let forth = changes(&back, &sent);
    assert!(!forth.iter().any(Change::is_correction), "{forth:?}");
}

#[test]
fn whoever_waits_for_money_says_so_and_nobody_else() {
    for (status, way, stage) in [
        (
            "on-hold",
            "mollie_wc_gateway_banktransfer",
            Stage::AwaitingPayment,
        ),
        (
            "on-hold",
            "multibanco_ifthen_for_woocommerce",
            Stage::AwaitingPayment,
        ),
        ("on-hold", "invoice", Stage::Received),
        ("on-hold", "cod", Stage::Received),
        ("pending", "cop", Stage::Received),
        ("pending", "xendit_invoice", Stage::AwaitingPayment),
        ("pending", "cash_app_pay", Stage::AwaitingPayment),
        ("pending", "cash_on_pickup", Stage::Received),
        ("on-hold", "stripe", Stage::OnHold),
        ("on-hold", "", Stage::OnHold),
        ("pending", "stripe", Stage::AwaitingPayment),
    ] {
        let unpaid = json!({ "status": status, "payment_method": way, "date_paid": null,
            "date_paid_gmt": null });
        assert_eq!(woo(&unpaid).status.stage, stage, "{status} {way}");
    }
    let free =
        json!({ "status": "pending", "total": "0.00", "date_paid": null, "date_paid_gmt": null });
    assert_eq!(woo(&free).status.stage, Stage::Received);
    let pending = |names: Value| {
        shopify(&json!({ "financial_status": "pending", "payment_gateway_names": names }))
    };
    for name in [
        "Pay on pickup",
        "Barzahlung bei Abholung",
        "Cash",
        "COD - extra fee",
        "Betaling ved levering",
        "Paiement à la livraison",
        "Platba při převzetí",
    ] {
        assert_eq!(
            pending(json!([name])).status.stage,
            Stage::Received,
            "{name}"
        );
    }
    let paid = shopify(&json!({ "payment_gateway_names": ["gift_card", "shopify_payments"] }));
    assert_eq!(paid.payment.unwrap().method, None);
}

#[test]
fn what_each_part_of_a_price_rounds_adds_up() {
    let line = json!([{ "id": 1, "name": "Bar", "quantity": 1, "price": 4.625, "subtotal": "4.63",
        "subtotal_tax": "0.93", "total": "4.63", "total_tax": "0.93",
        "taxes": [{ "id": 1, "total": "0.925", "subtotal": "0.925" }] }]);
    let taxed = woo(
        &json!({ "prices_include_tax": true, "line_items": line, "total": "5.55",
        "shipping_lines": [], "shipping_total": "0.00", "total_tax": "0.93" }),
    );
    assert_eq!(taxed.lines[0].total, money("5.55"));
    assert_eq!(taxed.totals.items, money("5.55"));
    // No lines were given, so their total is not known.
    let untold = woo(&json!({ "line_items": null, "total": "20.00" }));
    assert_eq!(untold.totals.items, None);
}

#[test]
fn what_was_edited_out_and_paid_back_later_is_paid_back() {
    let edited = |refunds: Value| {
        shopify(&json!({
            "financial_status": "partially_refunded",
            "line_items": [line(1, "Linen throw", "20.00", &json!({})),
                line(2, "Wool brush", "20.00", &json!({ "current_quantity": 0 }))],
            "refunds": refunds, "total_line_items_price": "40.00", "total_price": "46.00",
            "current_total_price": "26.00"
        }))
    };
    let removed = json!({ "id": 1, "transactions": [], "refund_line_items": [
        { "line_item_id": 2, "quantity": 1, "restock_type": "cancel", "subtotal": 20.0 }] });
    let before = edited(json!([removed]));
    assert_eq!(before.totals.items, money("20"));
    assert_eq!(before.totals.total, money("26"));
    let paid = json!({ "id": 2, "refund_line_items": [], "transactions": [
        { "kind": "refund", "status": "success", "amount": "20.00", "currency": "EUR" }] });
    let after = edited(json!([removed, paid]));
    assert_eq!(after.totals.items, money("40"));
    assert_eq!(after.totals.total, money("46"));
    assert_eq!(Some(after.refunds[0].amount), money("20"));
}

#[test]
fn shipping_that_was_edited_out_is_not_due() {
    let edited = shopify(&json!({
        "shipping_lines": [{ "id": 4, "price": "6.00", "is_removed": true }],
        "current_total_price": "40.00"
    }));
    assert_eq!(edited.totals.shipping, money("0"));
    assert_eq!(edited.totals.total, money("40"));
}

#[test]
fn of_what_is_fulfilled_nothing_is_to_come() {
    let throw = line(
        1,
        "Linen throw",
        "40.00",
        &json!({ "quantity": 2, "current_quantity": 1 }),
    );
    let sent =
        json!([{ "id": 9, "status": "success", "line_items": [{ "id": 1, "quantity": 1 }] }]);
    let order = shopify(&json!({
        "line_items": [throw], "fulfillment_status": "fulfilled", "fulfillments": sent,
        "refunds": [{ "id": 77, "transactions": [], "refund_line_items": [
            { "line_item_id": 1, "quantity": 1, "restock_type": "no_restock", "subtotal": 40.0 }] }]
    }));
    assert_eq!(
        order.lines[0].cancelled.map(|gone| gone.to_string()),
        Some("1".to_owned())
    );
    assert_eq!(order.standing(), Stage::Sent);
}

#[test]
fn what_is_collected_in_turns_waits_while_any_of_it_lies_there() {
    let throw = line(1, "Linen throw", "40.00", &json!({}));
    let brush = line(2, "Wool brush", "5.00", &json!({}));
    let of = |line: &Value, state: &str| fulfillment(line, &json!({ "shipment_status": state }));
    let order = |states: [&str; 2]| {
        shopify(
            &json!({ "line_items": [throw, brush], "fulfillment_status": "fulfilled",
            "fulfillments": [of(&throw, states[0]), of(&brush, states[1])] }),
        )
    };
    let ready = order(["picked_up", "ready_for_pickup"]);
    assert_eq!(ready.status.stage, Stage::ReadyToCollect);
    let collected = order(["picked_up", "picked_up"]);
    assert_eq!(collected.status.stage, Stage::Collected);
}
