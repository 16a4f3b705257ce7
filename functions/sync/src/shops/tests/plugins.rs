//! Data that plugins and apps keep with an order, each in its own form.

use serde_json::{Value, json};
use wismo_domain::order::{DeliveryMethod, Order, PaymentState, ShipmentState, Stage};

use super::odd::{shopify, woocommerce};

/// An order of two lines that has this in its `meta_data`.
fn kept(key: &str, value: &Value) -> Order {
    let lines = json!([
        { "id": 501, "name": "Oak stool", "quantity": 2, "product_id": 901, "variation_id": 0 },
        { "id": 502, "name": "Lamp", "quantity": 1, "product_id": 902, "variation_id": 912 }
    ]);
    let meta = json!([{ "id": 1, "key": key, "value": value }]);
    woocommerce(&json!({ "line_items": lines, "meta_data": meta })).0
}

/// Its parcels: the number, the carrier, the state and the contents of each.
fn parcels(order: &Order) -> Vec<(String, String, ShipmentState, Vec<String>)> {
    let parcels = order.shipments.iter().map(|parcel| {
        let lines = parcel.lines.iter();
        let lines = lines
            .map(|line_quantity| format!("{} x {}", line_quantity.line, line_quantity.quantity));
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        (
            text(&parcel.tracking_number),
            text(&parcel.carrier),
            parcel.state,
            lines.collect(),
        )
    });
    parcels.collect()
}

/// The quantities that have left, line by line.
fn sent(order: &Order) -> Vec<Option<String>> {
    let lines = order.lines.iter();
    let sent = lines.map(|line| line.delivered.map(|sent| sent.to_string()));
    sent.collect()
}

fn some(
    parcel: (&str, &str, ShipmentState, &[&str]),
) -> (String, String, ShipmentState, Vec<String>) {
    let (number, carrier, state, lines) = parcel;
    let lines = lines.iter().map(|line| (*line).to_owned());
    (
        number.to_owned(),
        carrier.to_owned(),
        state,
        lines.collect(),
    )
}

#[test]
fn what_is_in_a_parcel_is_read_where_a_plugin_tells_it() {
    let items = |products: Value| {
        json!([{ "tracking_id": "a", "tracking_number": "7030", "tracking_provider": "posten",
            "date_shipped": "1788134400", "products_list": products }])
    };
    let key = "_wc_shipment_tracking_items";
    let by_line = items(json!([{ "product": "901", "item_id": "501", "qty": "1" }]));
    let by_product = items(json!([{ "product": "901", "qty": "1" }]));
    for items in [by_line, by_product] {
        let order = kept(key, &items);
        let parcel = some(("7030", "posten", ShipmentState::Sent, &["501 x 1"]));
        assert_eq!(parcels(&order), [parcel]);
        assert_eq!(sent(&order), [Some("1".to_owned()), Some("0".to_owned())]);
    }
    // An entry that names no line of the order, or nothing, tells nothing.
    for products in [
        json!(""),
        json!([{ "product": "7", "qty": "1" }]),
        json!([]),
    ] {
        let order = kept(key, &items(products));
        assert_eq!(sent(&order), [None, None]);
    }
}

#[test]
fn the_parcels_of_shiptastic_stand_beside_the_order() {
    let parcel = |id: u32, fields: Value| {
        let mut parcel = json!({ "id": id, "type": "simple", "status": "shipped",
            "date_sent_gmt": "2026-08-31T09:00:00", "tracking_id": "00340434161094",
            "tracking_url": "https://dhl.example/00340434161094", "shipping_provider": "dhl",
            "items": [{ "order_item_id": 501, "quantity": 1 }] });
        for (name, value) in fields.as_object().unwrap() {
            parcel[name] = value.clone();
        }
        parcel
    };
    let shipments = json!([
        parcel(12, json!({ "shipping_provider_title": "DHL" })),
        parcel(13, json!({ "status": "delivered", "tracking_id": "" })),
        parcel(14, json!({ "status": "draft", "tracking_id": "" })),
        parcel(
            15,
            json!({ "status": "ready-for-shipping", "tracking_id": "88" })
        ),
        parcel(16, json!({ "type": "return", "tracking_id": "99" })),
        parcel(17, json!({ "status": "deleted", "tracking_id": "77" })),
        "odd",
    ]);
    let line = json!([{ "id": 501, "name": "Oak stool", "quantity": 3 }]);
    let (order, _) = woocommerce(&json!({ "line_items": line, "shipments": shipments }));
    let found = [
        some(("00340434161094", "DHL", ShipmentState::Sent, &["501 x 1"])),
        some(("", "dhl", ShipmentState::Delivered, &["501 x 1"])),
        some(("88", "dhl", ShipmentState::Pending, &["501 x 1"])),
    ];
    assert_eq!(parcels(&order), found);
    assert_eq!(sent(&order), [Some("2".to_owned())]);
    let left = order.shipments[0].shipped_at.unwrap().to_string();
    assert_eq!(left, "2026-08-31T09:00:00Z");
}

#[test]
fn the_parcels_of_other_plugins_are_read_in_their_form() {
    let parcel_panel = json!({ "LX1NL": { "order_id": 1201, "tracking_number": "LX1NL",
        "courier_code": "postnl", "fulfilled_at": 1_788_220_799, "items": "Candle x2" } });
    let my_parcel = json!([
        { "id": 123, "barcode": "3SMYPA1", "carrier": { "externalIdentifier": "postnl" },
          "delivered": true, "isReturn": false, "linkConsumerPortal": "https://myparcel.me/1" },
        { "id": 124, "barcode": "3SBACK", "carrier": "POSTNL", "isReturn": true },
        { "id": 125, "barcode": null, "carrier": "POSTNL" }
    ]);
    let older = json!({ "9": { "shipment": { "barcode": "3SOLD" } } });
    let labels = json!([
        { "label_id": 1, "tracking": "9405A", "carrier_id": "usps", "status": "PURCHASED" },
        { "label_id": 2, "tracking": "9405B", "carrier_id": "usps", "status": "PURCHASED", "is_return": true },
        { "label_id": 3, "tracking": "9405C", "carrier_id": "usps", "refund": { "status": "complete" } },
        { "label_id": 4, "tracking": "9405D", "carrier_id": "usps", "status": "PURCHASE_ERROR" }
    ]);
    for (key, value, number, carrier, state) in [
        (
            "_parcelpanel_shipping_numbers",
            &parcel_panel,
            "LX1NL",
            "postnl",
            ShipmentState::Sent,
        ),
        (
            "_myparcelcom_order_shipments",
            &my_parcel,
            "3SMYPA1",
            "postnl",
            ShipmentState::Delivered,
        ),
        (
            "_myparcel_shipments",
            &older,
            "3SOLD",
            "",
            ShipmentState::Sent,
        ),
        (
            "wcshipping_labels",
            &labels,
            "9405A",
            "usps",
            ShipmentState::Sent,
        ),
    ] {
        for value in [value.clone(), json!(value.to_string())] {
            let order = kept(key, &value);
            assert_eq!(
                parcels(&order),
                [some((number, carrier, state, &[]))],
                "{key}"
            );
        }
    }
    // ParcelPanel stores a past day as its last second.
    let order = kept("_parcelpanel_shipping_numbers", &parcel_panel);
    let day = order.shipments[0].shipped_at.unwrap().to_string();
    assert_eq!(day, "2026-08-31T04:00:00Z");
}

#[test]
fn a_label_that_is_not_used_is_no_parcel_wherever_its_number_stands() {
    let number = |number: &str| json!({ "tracking_id": number, "tracking_number": number });
    let items = json!([number("9405A"), number("9405B"), number("9405C")]);
    let labels = json!([
        { "tracking": "9405A", "status": "PURCHASED", "is_return": false, "refund": [] },
        { "tracking": "9405B", "status": "PURCHASED", "is_return": true },
        { "tracking": "9405C", "status": "PURCHASED", "refund": { "request_date": 1 } }
    ]);
    let meta = json!([
        { "id": 1, "key": "_wc_shipment_tracking_items", "value": items },
        { "id": 2, "key": "wcshipping_labels", "value": labels }
    ]);
    let (order, _) = woocommerce(&json!({ "meta_data": meta }));
    assert_eq!(
        parcels(&order),
        [some(("9405A", "", ShipmentState::Sent, &[]))]
    );
}

#[test]
fn the_last_number_that_is_kept_with_a_line_is_its_parcels() {
    let meta = |numbers: &[&str]| {
        let numbers = numbers.iter().map(|number| {
            json!({ "tracking_number": number, "carrier_slug": "bring", "carrier_name": "Bring",
                "carrier_url": "https://bring.example/{tracking_number}", "time": 1_788_134_400 })
        });
        let kept = Value::Array(numbers.collect()).to_string();
        json!([{ "id": 9, "key": "_vi_wot_order_item_tracking_data", "value": kept }])
    };
    let lines = json!([
        { "id": 501, "name": "Oak stool", "quantity": 2, "meta_data": meta(&["OLD", "AB1"]) },
        { "id": 502, "name": "Lamp", "quantity": 1, "meta_data": meta(&["AB1"]) },
        { "id": 503, "name": "Manual", "quantity": 1, "meta_data": meta(&[""]) },
        { "id": 504, "name": "Vase", "quantity": 1, "variation_id": 9, "meta_data": [
            { "key": "wcfm_tracking_code", "display_key": "wcfm_tracking_code", "value": "1Z9", "display_value": "1Z9" }] }
    ]);
    let (order, _) = woocommerce(&json!({ "line_items": lines }));
    let parcel = some(("AB1", "Bring", ShipmentState::Sent, &["501 x 2", "502 x 1"]));
    let wcfm = some(("1Z9", "", ShipmentState::Sent, &["504 x 1"]));
    assert_eq!(parcels(&order), [parcel, wcfm]);
    assert_eq!(order.lines[3].name, "Vase");
    let link = order.shipments[0].tracking_url.as_deref();
    assert_eq!(link, Some("https://bring.example/AB1"));
}

#[test]
fn fulfilments_say_how_far_an_order_is_that_is_processed() {
    for (word, stage) in [
        ("unfulfilled", Stage::Preparing),
        ("partially_fulfilled", Stage::PartDelivered),
        ("fulfilled", Stage::Sent),
        ("odd", Stage::Preparing),
    ] {
        let order = kept("_fulfillment_status", &json!(word));
        assert_eq!(order.status.stage, stage, "{word}");
    }
}

#[test]
fn where_an_order_is_collected_is_told_and_what_was_chosen() {
    let way = json!([{ "id": 590, "method_id": "pickup_location", "total": "0.00", "meta_data": [
        { "key": "pickup_location", "value": "Shop in Norby" },
        { "key": "pickup_address", "value": "Kestrel Lane 4, 1042 Norby" }
    ] }]);
    let home = json!({ "first_name": "Signe", "address_1": "Home 1", "city": "Norby" });
    let lines = json!([{ "id": 501, "name": "Jersey - Red", "quantity": 1, "variation_id": 77,
        "meta_data": [
            { "key": "pa_colour", "display_key": "Colour", "display_value": "Red" },
            { "key": "pa_size", "display_key": "Size", "display_value": "<b>XL</b>" },
            { "key": "_reduced_stock", "display_key": "_reduced_stock", "display_value": "1" }
        ] }]);
    let (order, _) = woocommerce(&json!({ "shipping_lines": way, "shipping": home,
        "line_items": lines }));
    assert_eq!(order.delivery_method, Some(DeliveryMethod::PickUp));
    let place = order.delivery_address.unwrap();
    assert_eq!(place.company.as_deref(), Some("Shop in Norby"));
    assert_eq!(place.street, ["Kestrel Lane 4, 1042 Norby"]);
    assert_eq!(order.lines[0].name, "Jersey - Red (Size: XL)");
    // A shop or locker, chosen with Sendcloud.
    let point = json!({ "id": "1", "name": "Kiosk", "street": "Dam", "house_number": "1",
        "postal_code": "1012 JS", "city": "Amsterdam" });
    let meta = json!([{ "key": "sendcloudshipping_v2_service_point", "value": point.to_string() }]);
    let (order, _) = woocommerce(&json!({ "shipping": home, "meta_data": meta }));
    let place = order.delivery_address.unwrap();
    assert_eq!(place.name.as_deref(), Some("Signe"));
    assert_eq!(
        (place.street, place.city),
        (vec!["Dam 1".to_owned()], Some("Amsterdam".to_owned()))
    );
    // Notes of Shopify's pick-up apps.
    let note = |name: &str, value: &str| json!({ "name": name, "value": value });
    let notes = json!([
        note("Checkout-Method", "pickup"),
        note("Pickup-Date", "2026/09/14"),
        note("Pickup-Location-Company", "Shop in Norby"),
        note("Pickup-Location-City", "Norby")
    ]);
    let properties =
        json!([{ "name": "Shape ", "value": "Round" }, { "name": "_id", "value": "7" }]);
    let lines = json!([{ "id": 72, "name": "Rug", "quantity": 1, "properties": properties }]);
    let (order, _) = shopify(&json!({ "note_attributes": notes, "line_items": lines }));
    assert_eq!(order.expected_on, Some("2026-09-14".parse().unwrap()));
    assert_eq!(
        order.delivery_address.unwrap().city.as_deref(),
        Some("Norby")
    );
    assert_eq!(order.lines[0].name, "Rug (Shape: Round)");
}

#[test]
fn the_day_that_the_customer_chose_is_promised() {
    for (key, value) in [
        ("_orddd_lite_timestamp", "1789344000"),
        ("jckwds_date_ymd", "20260914"),
        ("_delivery_date", "2026-09-14"),
        ("_orderable_order_timestamp", "1789387200"),
    ] {
        let order = kept(key, &json!(value));
        assert_eq!(
            order.expected_on,
            Some("2026-09-14".parse().unwrap()),
            "{key}"
        );
    }
    // A day from the order that a renewal was copied from, and values that are
    // not days.
    for value in ["2026-07-01", "Monday", "", "0", "99999999999999999999"] {
        assert_eq!(
            kept("_delivery_date", &json!(value)).expected_on,
            None,
            "{value}"
        );
    }
    let meta = json!([{ "key": "_ywpo_item_for_sale_date", "value": "1789344000" }]);
    let lines = json!([{ "id": 501, "name": "Chair", "quantity": 1, "meta_data": meta }]);
    let (order, _) = woocommerce(&json!({ "line_items": lines, "status": "pre-ordered" }));
    assert_eq!(
        order.lines[0].expected_on,
        Some("2026-09-14".parse().unwrap())
    );
    assert_eq!(order.status.stage, Stage::Received);
}

#[test]
fn a_deposit_is_a_part_and_the_rest_is_due_later() {
    let schedule = json!({ "deposit": { "id": 1203, "total": 20 },
        "1789344000": { "total": 80, "type": "second_payment" } });
    let meta = |paid: &str| {
        json!([
            { "key": "_awcdp_deposits_order_has_deposit", "value": "yes" },
            { "key": "_awcdp_deposits_second_payment_paid", "value": paid },
            { "key": "_awcdp_deposits_payment_schedule", "value": schedule }
        ])
    };
    let payment = |fields: Value| {
        let order = woocommerce(&fields).0;
        let payment = order.payment.unwrap();
        (order.status.stage, payment.state, payment.due_on)
    };
    let day = Some("2026-09-14".parse().unwrap());
    let open = payment(json!({ "status": "partially-paid", "meta_data": meta("no") }));
    assert_eq!(open, (Stage::Received, PaymentState::PartPaid, day));
    let done = payment(json!({ "status": "processing", "meta_data": meta("yes") }));
    assert_eq!(done, (Stage::Preparing, PaymentState::Paid, None));
    // Another plugin keeps the state of the payment with each line.
    let line = |key: &str| {
        let meta = json!([{ "key": "_is_deposit", "value": "yes" }, { "key": key, "value": "1" }]);
        json!({ "line_items": [{ "id": 501, "name": "Chair", "quantity": 1, "meta_data": meta }] })
    };
    assert_eq!(payment(line("_other")).1, PaymentState::PartPaid);
    assert_eq!(
        payment(line("_remaining_balance_paid")).1,
        PaymentState::Paid
    );
    // An order that is to be paid later is dated to the day of the payment.
    let later = json!({ "status": "scheduled-payment", "parent_id": 7, "date_paid_gmt": null,
        "date_created_gmt": "2026-09-14T09:00:00" });
    assert_eq!(woocommerce(&later).0.placed_at, None);
    assert_eq!(payment(later), (Stage::Received, PaymentState::Unpaid, day));
}

#[test]
fn what_a_shop_hides_in_a_bundle_stays_hidden() {
    let hidden = json!([{ "key": "_bundled_item_hidden", "value": "yes" }]);
    let lines = json!([
        { "id": 1, "name": "Tea set", "quantity": 1, "total": "40.00", "subtotal": "40.00", "bundled_by": "" },
        { "id": 2, "name": "Pot", "quantity": 1, "total": "0.00", "subtotal": "0.00", "bundled_by": 1 },
        { "id": 3, "name": "Packing", "quantity": 1, "total": "0.00", "bundled_by": 1, "meta_data": hidden }
    ]);
    let order = woocommerce(&json!({ "line_items": lines })).0;
    let lines = order.lines.iter();
    let lines: Vec<_> = lines
        .map(|line| (line.name.as_str(), line.total.is_some()))
        .collect();
    assert_eq!(lines, [("Tea set", true), ("Pot", false)]);
}

#[test]
fn what_is_bought_at_a_till_is_not_on_its_way() {
    let fulfilled = |status: &str| {
        json!([{ "id": 9, "status": "success", "shipment_status": status,
            "line_items": [{ "id": 72, "quantity": 1 }] }])
    };
    let till = json!({ "source_name": "pos", "shipping_lines": [],
        "fulfillment_status": "fulfilled", "fulfillments": fulfilled("") });
    let (order, _) = shopify(&till);
    assert_eq!(order.status.stage, Stage::Collected);
    assert_eq!(order.shipments, []);
    // If it is sent to somebody, it is on its way.
    let mut posted = till.clone();
    posted["shipping_address"] = json!({ "city": "Norby" });
    let (order, _) = shopify(&posted);
    assert_eq!(order.status.stage, Stage::Sent);
    // If only one of two parcels is collected, the order does not count as
    // collected.
    let mut mixed = posted;
    mixed["fulfillments"] = json!([fulfilled("picked_up")[0], { "id": 10, "status": "success",
        "tracking_number": "T1", "line_items": [{ "id": 72, "quantity": 1 }] }]);
    let (order, _) = shopify(&mixed);
    assert_eq!(order.delivery_method, None);
    assert_eq!(order.status.stage, Stage::Sent);
}

#[test]
fn a_tip_is_known_by_its_field_and_included_duties_are_no_cost_beside() {
    let set =
        |amount: &str| json!({ "presentment_money": { "amount": amount, "currency_code": "EUR" } });
    let lines = json!([
        { "id": 72, "name": "Linen throw", "quantity": 1, "price": "40.00" },
        { "id": 73, "name": "Gratuity", "quantity": 1, "price": "4.00", "tip_payment_gateway": null },
        { "id": 74, "name": "Deposit for the crate", "quantity": 1, "price": "2.00",
          "fulfillment_status": "not_eligible" }
    ]);
    let body = |included: bool| {
        json!({ "line_items": lines, "duties_included": included,
            "original_total_duties_set": set("3.00") })
    };
    let fees = |included: bool| {
        let fees = shopify(&body(included)).0.totals.fees;
        let kinds = fees
            .iter()
            .map(|fee| format!("{:?} {}", fee.kind, fee.amount));
        kinds.collect::<Vec<_>>()
    };
    assert_eq!(fees(true), ["Tip 4.00", "Fee 2.00"]);
    assert_eq!(fees(false), ["Tip 4.00", "Fee 2.00", "Duty 3.00"]);
}

#[test]
fn shipping_that_is_paid_back_counts_once_and_what_is_pending_counts() {
    let set = |amount: &str| {
        json!({ "presentment_money": { "amount": amount, "currency_code": "EUR" },
        "shop_money": { "amount": amount, "currency_code": "SEK" } })
    };
    let paid = |status: &str| json!([{ "kind": "refund", "status": status, "amount": "450.00", "currency": "SEK" }]);
    let refund = |fields: Value| {
        let mut refund = json!({ "id": 1, "transactions": paid("success"), "refund_line_items": [
            { "line_item_id": 72, "quantity": 1, "subtotal_set": set("40.00") }] });
        for (name, value) in fields.as_object().unwrap() {
            refund[name] = value.clone();
        }
        let (order, _) = shopify(
            &json!({ "presentment_currency": "EUR", "currency": "SEK", "total_price_set": set("40.00"), "refunds": [refund] }),
        );
        order.refunds[0].amount.to_string()
    };
    let shipping = json!([{ "subtotal_amount_set": set("5.00") }]);
    let adjustment = json!([{ "kind": "shipping_refund", "amount_set": set("-5.00") }]);
    assert_eq!(refund(json!({})), "40.00");
    assert_eq!(
        refund(json!({ "refund_shipping_lines": shipping })),
        "45.00"
    );
    let both = json!({ "refund_shipping_lines": shipping, "order_adjustments": adjustment });
    assert_eq!(refund(both), "45.00");
    let pending = json!([{ "kind": "refund_discrepancy", "amount_set": set("40.00") }]);
    let pending = json!({ "transactions": paid("pending"), "order_adjustments": pending });
    assert_eq!(refund(pending), "40.00");
}

#[test]
fn each_unit_of_a_line_may_have_a_parcel_of_its_own() {
    let kept = |number: &str| json!([{ "tracking_number": number, "carrier_name": "DHL" }]);
    let with = |units: Value| {
        let meta = json!([
            { "key": "_vi_wot_order_item_tracking_data", "value": kept("AAA111").to_string() },
            { "key": "_vi_wot_order_item_tracking_data_by_quantity", "value": units.to_string() }
        ]);
        let lines = json!([{ "id": 501, "name": "Stool", "quantity": 2, "meta_data": meta }]);
        woocommerce(&json!({ "line_items": lines, "status": "processing" })).0
    };
    let both = with(kept("AAA112"));
    let sent_in = |number| some((number, "DHL", ShipmentState::Sent, &["501 x 1"]));
    assert_eq!(parcels(&both), [sent_in("AAA111"), sent_in("AAA112")]);
    assert_eq!(sent(&both), [Some("2".to_owned())]);
    let one = with(json!([{ "tracking_number": "" }]));
    assert_eq!(parcels(&one), [sent_in("AAA111")]);
    assert_eq!(sent(&one), [Some("1".to_owned())]);
}

#[test]
fn a_bundle_is_gone_when_what_is_in_it_is() {
    let lines = json!([
        { "id": 1, "name": "Set", "quantity": 1, "total": "20.00" },
        { "id": 2, "name": "Cup", "quantity": 2, "bundled_by": "1" },
        { "id": 3, "name": "Pot", "quantity": 1, "bundled_by": "1" }
    ]);
    let with = |items: Value| {
        let shipments =
            json!([{ "id": 9, "status": "shipped", "tracking_id": "T1", "items": items }]);
        let body = json!({ "status": "processing", "line_items": lines, "shipments": shipments });
        woocommerce(&body).0
    };
    let item = |line: u64, quantity: u64| json!({ "order_item_id": line, "quantity": quantity });
    let all = with(json!([item(2, 2), item(3, 1)]));
    assert_eq!(
        sent(&all),
        ["1", "2", "1"].map(|sent| Some(sent.to_owned()))
    );
    assert_eq!(all.standing(), Stage::Sent);
    let some = with(json!([item(2, 2)]));
    assert_eq!(
        sent(&some),
        ["0", "2", "0"].map(|sent| Some(sent.to_owned()))
    );
}

#[test]
fn what_is_hidden_in_a_bundle_is_paid_with_it() {
    let hidden = json!([{ "key": "_bundled_item_hidden", "value": "yes" }]);
    let lines = json!([
        { "id": 1, "name": "Set", "quantity": 1, "total": "0.00", "subtotal": "0.00" },
        { "id": 2, "name": "Cup", "quantity": 1, "total": "20.00", "subtotal": "20.00",
            "bundled_by": "1", "meta_data": hidden }
    ]);
    let order = woocommerce(&json!({ "line_items": lines })).0;
    assert_eq!(order.lines.len(), 1);
    assert_eq!(order.lines[0].total.unwrap().0.to_string(), "20.00");
}

#[test]
fn a_tracking_field_with_html_in_it_is_its_text() {
    for (number, link, read) in [
        (
            "<a href=\"https://c.example\">1Z0000000000000201</a>",
            "",
            "1Z0000000000000201",
        ),
        (
            "1Z0000000000000201 &amp; 1Z0000000000000202",
            "",
            "1Z0000000000000201",
        ),
        ("NC-1", "https://c.example/?a=1&amp;n=<TRACKING>", "NC-1"),
    ] {
        let item = json!([{ "tracking_id": "a", "tracking_number": number, "custom_tracking_link": link,
            "custom_tracking_provider": "UPS" }]);
        let parcel = &kept("_wc_shipment_tracking_items", &item).shipments[0];
        assert_eq!(parcel.tracking_number.as_deref(), Some(read), "{number}");
        if !link.is_empty() {
            let link = "https://c.example/?a=1&n=NC-1";
            assert_eq!(parcel.tracking_url.as_deref(), Some(link));
        }
    }
}

#[test]
fn other_numbers_of_an_order_are_read_where_plugins_and_apps_keep_them() {
    let told = |order: &Order| {
        let marketplace = order.marketplace.clone().unwrap_or_default();
        let all = [
            order.reference.clone(),
            marketplace.name,
            marketplace.order,
            marketplace.user,
        ];
        all.map(Option::unwrap_or_default).join("|")
    };
    for (key, value, expected) in [
        ("_po_number", json!("PO 4500-77"), "PO 4500-77|||"),
        ("_purchase_order_number", json!(4500), "4500|||"),
        (
            "_wpla_amazon_order_id",
            json!("702-1234567-7654321"),
            "|Amazon|702-1234567-7654321|",
        ),
        ("_codisto_amazonorderid", json!("702-1"), "|Amazon|702-1|"),
        (
            "_ebay_order_id",
            json!("17-1\n2345-67890"),
            "|eBay|17-1 2345-67890|",
        ),
        ("_ced_ebay_order_id", json!("17-1"), "|eBay|17-1|"),
        (
            "_ebay_user_id",
            json!("bob_smith-77"),
            "|eBay||bob_smith-77",
        ),
        ("_codisto_ebayusername", json!("bob"), "|eBay||bob"),
        // What is odd counts as not told.
        ("_po_number", json!({ "a": [] }), "|||"),
        ("_ebay_user_id", json!([1, 2]), "|||"),
        ("_wpla_amazon_order_id", json!(""), "|||"),
    ] {
        assert_eq!(told(&kept(key, &value)), expected, "{key} {value}");
    }
    let note = |name: &str, value: &str| json!([{ "name": name, "value": value }]);
    for (different, expected) in [
        (json!({ "po_number": " PO-9 " }), "PO-9|||"),
        (
            json!({ "source_name": "amazon-us", "source_identifier": "702-1" }),
            "|Amazon|702-1|",
        ),
        (
            json!({ "note_attributes": note("eBay Order Id", "17-1") }),
            "|eBay|17-1|",
        ),
        (
            json!({ "note_attributes": note("ebay_username", "bob") }),
            "|eBay||bob",
        ),
        // The number of an order at a till or in an app is nobody's to quote.
        (
            json!({ "source_name": "pos", "source_identifier": "2-1002" }),
            "|||",
        ),
        (
            json!({ "note_attributes": note("Order Id", "17-1") }),
            "|||",
        ),
        (
            json!({ "po_number": { "x": 1 }, "source_name": "ebay", "note_attributes": "x" }),
            "|||",
        ),
    ] {
        assert_eq!(told(&shopify(&different).0), expected, "{different}");
    }
}

#[test]
fn a_phone_number_is_kept_as_it_is_written() {
    let phone = |order: Order| order.customer.phone;
    let billing = |phone: Value| json!({ "billing": { "first_name": "Signe", "phone": phone } });
    let written = Some("+45 12 34 56 78".to_owned());
    let (order, dropped) = woocommerce(&billing(json!("+45 12\t34 56 78")));
    assert_eq!((phone(order), dropped.len()), (written.clone(), 0));
    let (order, _) = woocommerce(&billing(json!(4_512_345_678_u64)));
    assert_eq!(phone(order).as_deref(), Some("4512345678"));
    let (order, dropped) = woocommerce(&billing(json!({ "home": "1" })));
    assert_eq!((phone(order), dropped.len()), (None, 1), "{dropped:?}");
    let long = "1".repeat(300);
    let (order, _) = woocommerce(&billing(json!(long)));
    assert_eq!(phone(order).map(|phone| phone.len()), Some(100));
    for different in [
        json!({ "phone": written }),
        json!({ "billing_address": { "phone": written }, "phone": "+1" }),
        json!({ "shipping_address": { "phone": written } }),
        json!({ "customer": { "id": 1, "phone": written } }),
    ] {
        assert_eq!(phone(shopify(&different).0), written, "{different}");
    }
}
