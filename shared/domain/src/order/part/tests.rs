//! Adding a part to the shop's order, rule by rule.

mod any;
mod papers;

use serde_json::{Value, json};

use super::*;

const AT: &str = "2026-08-01T10:00:00Z";

/// The shop's order, with the fields of a case added.
fn order(more: &Value) -> Order {
    let least = json!({
        "id": "324", "updated_at": AT, "currency": "EUR",
        "status": { "code": "processing", "stage": "preparing" }
    });
    serde_json::from_value(with(least, more)).unwrap()
}

fn part(more: &Value) -> OrderPart {
    let least = json!({ "id": "324", "updated_at": AT });
    serde_json::from_value(with(least, more)).unwrap()
}

fn with(mut least: Value, more: &Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        least[name] = value.clone();
    }
    least
}

/// The result of both, which adding the part again must not change.
fn both(order_says: &Value, part_says: &Value) -> Order {
    added(order_says, part_says, StatusFrom::Shop)
}

fn added(order_says: &Value, part_says: &Value, status_from: StatusFrom) -> Order {
    let mut order = order(order_says);
    let part = part(part_says);
    assert_eq!(part.check(), Ok(()));
    part.add_to(&mut order, status_from);
    let once = order.clone();
    part.add_to(&mut order, status_from);
    assert_eq!(order, once);
    assert_eq!(order.check(), Ok(()));
    order
}

/// A field of the result of both.
fn of(order: &Order, pointer: &str) -> Value {
    let json = serde_json::to_value(order).unwrap();
    json.pointer(pointer).cloned().unwrap_or_default()
}

fn line(id: &str, sku: &str) -> Value {
    json!({ "id": id, "sku": sku, "name": "Mug", "quantity": 4 })
}

#[test]
fn a_part_that_says_nothing_changes_nothing() {
    let full = json!({
        "number": "#324", "placed_at": AT, "expected_on": "2026-12-01", "picked": true,
        "packing_slip_printed": true, "customer": { "email": "ada@example.com" },
        "delivery_address": { "city": "Oslo" }, "billing_address": { "city": "Oslo" },
        "lines": [{ "id": "1", "sku": "A", "name": "Mug", "quantity": 4, "delivered": 1, "stock": 2,
                    "expected_on": "2026-12-01", "expected_by": "purchase_order", "total": "4.00" }],
        "shipments": [{ "id": "p", "tracking_number": "T1", "lines": [{ "line": "1", "quantity": 1 }] }],
        "refunds": [{ "id": "r", "amount": "1.00" }],
        "documents": [{ "id": "d", "kind": "invoice", "number": "F-1", "total": "4.00" }],
        "totals": { "total": "4.00" }, "payment": { "state": "paid" },
        "message": "Thanks", "reorder_url": "https://north.example/again"
    });
    assert_eq!(both(&full, &json!({})), order(&full));
    assert_eq!(
        both(&full, &json!({ "lines": [{ "sku": "A" }, { "id": "9" }] })),
        order(&full)
    );
    // A part that says the same does not either, whatever it knows the line by.
    let mut same = full.clone();
    same["lines"][0]["id"] = json!("10000");
    same["shipments"][0]["lines"][0]["line"] = json!("10000");
    assert_eq!(both(&full, &same), order(&full));
}

#[test]
fn what_the_shop_says_stands_and_what_it_leaves_out_is_filled_in() {
    for (field, shop, erp) in [
        ("number", json!("#1"), json!("#2")),
        ("reference", json!("PO-1"), json!("PO-2")),
        (
            "marketplace",
            json!({ "order": "702-1" }),
            json!({ "order": "702-2" }),
        ),
        (
            "placed_at",
            json!("2026-07-01T10:00:00Z"),
            json!("2026-07-02T10:00:00Z"),
        ),
        (
            "delivery_address",
            json!({ "city": "Oslo" }),
            json!({ "city": "Bergen" }),
        ),
        (
            "billing_address",
            json!({ "city": "Oslo" }),
            json!({ "city": "Bergen" }),
        ),
        (
            "payment",
            json!({ "state": "paid" }),
            json!({ "state": "unpaid" }),
        ),
        ("message", json!("Thanks"), json!("Hello")),
        (
            "reorder_url",
            json!("https://a.example/"),
            json!("https://b.example/"),
        ),
        ("totals", json!({ "tax": "1" }), json!({ "tax": "2" })),
        (
            "customer",
            json!({ "name": "Ada" }),
            json!({ "name": "A. Nilsen" }),
        ),
        (
            "customer",
            json!({ "phone": "+47 22" }),
            json!({ "phone": "22" }),
        ),
        (
            "customer",
            json!({ "wants_mail": true }),
            json!({ "wants_mail": false }),
        ),
        (
            "customer",
            json!({ "contacts": [{ "role": "admin", "email": "a@a.example" }] }),
            json!({ "contacts": [{ "role": "billing", "email": "b@b.example" }] }),
        ),
    ] {
        let pointer = format!("/{field}");
        let (with_shop, with_erp) = (json!({ field: shop }), json!({ field: erp }));
        assert_eq!(of(&both(&with_shop, &with_erp), &pointer), shop);
        assert_eq!(of(&both(&json!({}), &with_erp), &pointer), erp);
    }
    let customers = both(
        &json!({ "customer": { "id": "7", "email": "ada@example.com" }, "totals": { "total": "9" } }),
        &json!({ "customer": { "id": "8", "locale": "nb", "group": "b2b" }, "totals": { "tax": "1" } }),
    );
    assert_eq!(
        of(&customers, "/customer"),
        json!({ "id": "7", "email": "ada@example.com", "locale": "nb", "group": "b2b" })
    );
    assert_eq!(
        of(&customers, "/totals"),
        json!({ "tax": "1", "total": "9" })
    );
}

#[test]
fn printed_and_picked_are_so_once_either_says_so_and_the_day_is_the_parts() {
    for field in ["packing_slip_printed", "picked"] {
        let pointer = format!("/{field}");
        let says = json!({ field: true });
        assert_eq!(of(&both(&says, &json!({})), &pointer), true);
        assert_eq!(of(&both(&json!({}), &says), &pointer), true);
        assert_eq!(of(&both(&json!({}), &json!({})), &pointer), Value::Null);
    }
    let day = |day: &str| json!({ "expected_on": day });
    let (first, second) = (day("2026-12-01"), day("2026-12-24"));
    assert_eq!(of(&both(&first, &second), "/expected_on"), "2026-12-24");
    assert_eq!(of(&both(&first, &json!({})), "/expected_on"), "2026-12-01");
}

#[test]
fn the_status_is_the_shops_unless_the_erp_decides_and_says_one() {
    let cancelled = json!({ "status": { "code": "x", "stage": "cancelled" }, "cancelled_at": AT });
    let sent = json!({ "status": { "code": "s", "stage": "sent" } });
    let stands = |order: &Order| (order.status.code.clone(), order.cancelled_at.is_some());
    for (shop, erp, from, code, has_date) in [
        (&sent, &cancelled, StatusFrom::Shop, "s", false),
        (&sent, &cancelled, StatusFrom::Erp, "x", true),
        (&cancelled, &sent, StatusFrom::Shop, "x", true),
        (&cancelled, &sent, StatusFrom::Erp, "s", false),
        (&cancelled, &json!({}), StatusFrom::Erp, "x", true),
        (
            &sent,
            &json!({ "cancelled_at": AT }),
            StatusFrom::Erp,
            "s",
            false,
        ),
    ] {
        let order = added(shop, erp, from);
        assert_eq!(
            stands(&order),
            (code.to_owned(), has_date),
            "{shop} {erp} {from:?}"
        );
    }
}

#[test]
fn a_line_is_known_by_its_id_or_else_as_the_only_one_with_its_item() {
    for (shop, erp, delivered) in [
        // By id, whatever the item is called in the part.
        (
            json!([line("1", "A"), line("2", "B")]),
            json!({ "id": "2" }),
            [None, Some(1)],
        ),
        (
            json!([line("1", "A"), line("2", "B")]),
            json!({ "id": "2", "sku": "10-200" }),
            [None, Some(1)],
        ),
        // By item, without the spaces around it.
        (
            json!([line("1", "A"), line("2", " B")]),
            json!({ "sku": "B " }),
            [None, Some(1)],
        ),
        (
            json!([line("1", "A"), line("2", "B")]),
            json!({ "id": "900", "sku": "B" }),
            [None, Some(1)],
        ),
        // Two systems that number their lines from 1.
        (
            json!([line("1", "A"), line("2", "B")]),
            json!({ "id": "1", "sku": "B" }),
            [None, Some(1)],
        ),
        // One of two, and nobody knows which; and none.
        (
            json!([line("1", "A"), line("2", "A")]),
            json!({ "sku": "A" }),
            [None, None],
        ),
        (
            json!([line("1", "A"), line("2", "B")]),
            json!({ "sku": "C" }),
            [None, None],
        ),
        (
            json!([line("1", ""), line("2", "B")]),
            json!({ "id": "9", "sku": "" }),
            [None, None],
        ),
    ] {
        let mut said = erp.clone();
        said["delivered"] = json!(1);
        let order = both(&json!({ "lines": shop }), &json!({ "lines": [said] }));
        let found: Vec<_> = order.lines.iter().map(|line| line.delivered).collect();
        assert_eq!(found, delivered.map(|n| n.map(Quantity::from)), "{erp}");
    }
    // The other of the two is known once the first is.
    let lines = json!({ "lines": [line("1", "A"), line("2", "A")] });
    let says = json!({ "lines": [{ "sku": "A", "delivered": 2 }, { "id": "1", "delivered": 1 }] });
    let order = both(&lines, &says);
    assert_eq!(of(&order, "/lines/0/delivered"), "1");
    assert_eq!(of(&order, "/lines/1/delivered"), "2");
}

#[test]
fn of_a_line_the_greater_quantity_counts_and_the_parts_stock_and_day() {
    for count in ["delivered", "cancelled", "invoiced", "credited", "returned"] {
        for (shop, erp, counts) in [
            (Value::Null, json!("2"), json!("2")),
            (json!("2"), Value::Null, json!("2")),
            (json!("1"), json!("2"), json!("2")),
            (json!("2"), json!("1"), json!("2")),
        ] {
            let mut own = line("1", "A");
            own[count] = shop;
            let says = json!({ "lines": [{ "sku": "A", count: erp }] });
            let order = both(&json!({ "lines": [own] }), &says);
            assert_eq!(of(&order, &format!("/lines/0/{count}")), counts, "{count}");
        }
    }
    let mut own = line("1", "A");
    (own["stock"], own["expected_on"], own["expected_by"]) =
        (json!(7), json!("2026-12-01"), json!("purchase_order"));
    own["total"] = json!("10.00");
    let own = json!({ "lines": [own] });
    let says = |says: Value| {
        both(
            &own,
            &json!({ "lines": [with(json!({ "sku": "A" }), &says)] }),
        )
    };
    let order = says(json!({ "stock": 0, "expected_on": "2026-12-24" }));
    assert_eq!(of(&order, "/lines/0/stock"), "0");
    assert_eq!(of(&order, "/lines/0/expected_on"), "2026-12-24");
    assert_eq!(of(&order, "/lines/0/expected_by"), Value::Null);
    let order =
        says(json!({ "name": "A mug", "quantity": 9, "total": "99", "expected_by": "item" }));
    assert_eq!(of(&order, "/lines/0"), of(&says(json!({})), "/lines/0"));
}

#[test]
fn lines_are_the_parts_only_where_the_shop_has_none() {
    let erp = json!({ "lines": [line("10", "A"), { "sku": "B", "delivered": 1 }] });
    let order = both(&json!({ "lines": [line("1", "X")] }), &erp);
    assert_eq!(order.lines.len(), 1);
    let order = both(&json!({}), &erp);
    let ids: Vec<_> = order.lines.iter().map(|line| line.id.as_str()).collect();
    assert_eq!(ids, ["10"]);
}

#[test]
fn another_currency_leaves_the_money_out_and_nothing_else() {
    let shop = json!({ "lines": [line("1", "A")] });
    let erp = |currency: Value| {
        json!({
            "currency": currency, "totals": { "total": "9" },
            "lines": [{ "sku": "A", "total": "9", "delivered": 1 }],
            "refunds": [{ "id": "r", "amount": "1" }],
            "documents": [{ "id": "d", "kind": "invoice", "total": "9" }]
        })
    };
    for currency in [json!("EUR"), Value::Null] {
        let order = both(&shop, &erp(currency));
        assert_eq!(of(&order, "/totals/total"), "9");
        assert_eq!(of(&order, "/lines/0/total"), "9");
        assert_eq!(of(&order, "/documents/0/total"), "9");
        assert_eq!(order.refunds.len(), 1);
    }
    for shop in [shop, json!({})] {
        let mut erp = erp(json!("NOK"));
        erp["lines"][0] = with(
            erp["lines"][0].clone(),
            &json!({ "name": "Mug", "quantity": 1 }),
        );
        let order = both(&shop, &erp);
        assert_eq!(of(&order, "/totals"), json!({}));
        assert_eq!(of(&order, "/lines/0/total"), Value::Null);
        assert_eq!(of(&order, "/lines/0/delivered"), "1");
        assert_eq!(of(&order, "/documents/0/total"), Value::Null);
        assert_eq!(of(&order, "/documents/0/id"), "d");
        assert!(order.refunds.is_empty());
    }
}

#[test]
fn a_part_is_whole_where_it_says_what_an_order_must() {
    let whole = json!({
        "status": { "code": "sent", "stage": "sent" }, "currency": "NOK", "lines": [line("1", "A")]
    });
    let order = part(&whole).whole().unwrap();
    assert_eq!(
        order,
        serde_json::from_value(with(json!({ "id": "324", "updated_at": AT }), &whole)).unwrap()
    );
    let by_item = json!({ "lines": [{ "sku": " A ", "name": "Mug", "quantity": 1 }] });
    let order = part(&with(whole.clone(), &by_item)).whole().unwrap();
    assert_eq!((order.lines[0].id.as_str(), order.check()), ("A", Ok(())));
    for (field, value) in [
        ("status", Value::Null),
        ("currency", Value::Null),
        (
            "lines",
            json!([line("1", "A"), { "id": "2", "name": "Mug" }]),
        ),
        ("lines", json!([{ "id": "2", "quantity": 1 }])),
    ] {
        let less = with(whole.clone(), &json!({ field: value }));
        assert_eq!(part(&less).whole(), None, "{less}");
    }
}

#[test]
fn a_flaw_names_its_path_as_in_a_whole_order() {
    for (says, expected) in [
        (json!({ "id": "" }), "id: an order's id is"),
        (
            json!({ "currency": "eur" }),
            "currency: must be three capital letters",
        ),
        (
            json!({ "status": { "code": "", "stage": "sent" } }),
            "status.code: must not be empty",
        ),
        (
            json!({ "lines": [{ "quantity": 1 }] }),
            "lines[0].id: must be there, or sku",
        ),
        (
            json!({ "lines": [{ "id": "" }] }),
            "lines[0].id: must not be empty",
        ),
        (
            json!({ "lines": [{ "sku": " " }] }),
            "lines[0].sku: must not be empty",
        ),
        (
            json!({ "lines": [{ "id": "1" }, { "id": "1" }] }),
            "lines[1].id: occurs twice in the list",
        ),
        (
            json!({ "lines": [{ "sku": "A" }, { "sku": "A " }] }),
            "lines[1].sku: occurs twice in the list",
        ),
        (
            json!({ "lines": [{ "id": "1", "sku": "x".repeat(101) }] }),
            "lines[0].sku: must have at most",
        ),
        (
            json!({ "lines": [{ "sku": "x".repeat(101) }] }),
            "lines[0].sku: must have at most",
        ),
        (
            json!({ "lines": [{ "id": "1", "delivered": -1 }] }),
            "lines[0].delivered: must be from 0 to",
        ),
        (
            json!({ "lines": [{ "id": "1", "name": "a\nb" }] }),
            "lines[0].name: must not have control",
        ),
        (
            json!({ "lines": (0..1001).map(|n| json!({ "id": n.to_string() })).collect::<Vec<_>>() }),
            "lines: must have at most 1000 members",
        ),
        (
            json!({ "documents": [{ "id": "1", "kind": "other", "url": "http://a.example" }] }),
            "documents[0].url: must be an https",
        ),
        (
            json!({ "customer": { "contacts": [{ "role": "customer", "email": "a@a.example" }] } }),
            "customer.contacts[0].role: must be",
        ),
        (
            json!({ "message": "x".repeat(501) }),
            "message: must have at most",
        ),
    ] {
        let said = part(&says).check().unwrap_err().to_string();
        assert!(said.starts_with(expected), "{said} / {expected}");
    }
    let least = part(&json!({ "lines": [{ "sku": "A" }, { "id": "1" }] }));
    assert_eq!(least.check(), Ok(()));
}

#[test]
fn a_part_is_stored_as_it_came() {
    let says = json!({
        "status": { "code": "sent", "stage": "sent" }, "picked": true,
        "lines": [{ "sku": "A", "stock": "0", "expected_by": "sales_order", "expected_on": "2026-12-01" }],
        "documents": [{ "id": "1", "kind": "invoice", "url": "https://a.example/1" }]
    });
    let part = part(&says);
    let json = serde_json::to_value(&part).unwrap();
    assert_eq!(serde_json::from_value::<OrderPart>(json).unwrap(), part);
}

/// Parts put together, the newest first.
fn together(says: &[Value]) -> OrderPart {
    let mut parts = says.iter().enumerate().map(|(index, says)| {
        let mut part = part(says);
        part.updated_at += crate::time::Duration::hours(10 - index as i64);
        part
    });
    let mut newest = parts.next().unwrap();
    parts.for_each(|earlier| newest.fill_from(&earlier));
    newest
}

#[test]
fn a_line_is_one_by_its_id_and_by_its_item() {
    let shop = json!({ "lines": [line("1", "MUG"), line("2", "CUP")] });
    for (newer, older) in [
        (
            json!({ "sku": "MUG", "delivered": 2 }),
            json!({ "id": "1", "delivered": 1 }),
        ),
        (
            json!({ "id": "1", "delivered": 2 }),
            json!({ "sku": "MUG", "delivered": 1 }),
        ),
    ] {
        let part = together(&[json!({ "lines": [newer] }), json!({ "lines": [older] })]);
        let mut order = order(&shop);
        part.add_to(&mut order, StatusFrom::Shop);
        assert_eq!(of(&order, "/lines/0/delivered"), json!("2"));
        assert_eq!(of(&order, "/lines/1/delivered"), Value::Null);
    }
    // Three words about its day: the last counts, whichever way it names the line.
    let day = |name: &str, value: &str, day: &str| json!({ "lines": [{ name: value, "expected_on": day }] });
    let part = together(&[
        day("sku", "MUG", "2026-12-15"),
        day("id", "1", "2026-12-20"),
        day("sku", "MUG", "2026-12-10"),
    ]);
    let mut order = order(&shop);
    part.add_to(&mut order, StatusFrom::Shop);
    assert_eq!(of(&order, "/lines/0/expected_on"), json!("2026-12-15"));
    // A parcel may name it in either way.
    let parcel = json!({ "lines": [{ "id": "1", "delivered": 1 }, { "sku": "MUG", "stock": 4 }],
        "shipments": [{ "id": "e", "lines": [{ "line": "MUG", "quantity": 1 }] }] });
    let order = both(&shop, &parcel);
    assert_eq!(of(&order, "/shipments/0/lines/0/line"), json!("1"));
}

#[test]
fn an_amount_stays_in_the_currency_in_which_it_was_said() {
    let foreign = json!({ "currency": "NOK", "refunds": [{ "id": "R", "amount": "115.00" }],
        "documents": [{ "id": "1", "kind": "invoice", "number": "F-1", "total": "230.00" }] });
    let own = json!({ "currency": "EUR", "documents": [
        { "id": "2", "kind": "invoice", "number": "F-2", "total": "26.00" }] });
    let unsaid = json!({ "documents": own["documents"] });
    for says in [
        [&own, &foreign],
        [&foreign, &own],
        [&unsaid, &foreign],
        [&foreign, &unsaid],
    ] {
        let mut parts = says.map(|says| part(says).in_currency(Some("EUR")).into_owned());
        parts[0].updated_at += crate::time::Duration::hours(1);
        let (newest, earlier) = parts.split_first_mut().unwrap();
        newest.fill_from(&earlier[0]);
        let mut order = order(&json!({}));
        newest.add_to(&mut order, StatusFrom::Shop);
        assert!(order.refunds.is_empty(), "{says:?}");
        let mut totals: Vec<String> = order
            .documents
            .iter()
            .filter_map(|paper| Some(paper.total?.0.to_string()))
            .collect();
        totals.sort();
        assert_eq!(totals, ["26.00"], "{says:?}");
    }
}
