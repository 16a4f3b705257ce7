//! Lists: members that both systems have stand there once.

use serde_json::{Value, json};

use super::{both, line, of};
use crate::order::Order;

/// The values of these fields in a list.
fn list(order: &Order, name: &str, fields: [&str; 2]) -> Vec<[String; 2]> {
    let json = of(order, &format!("/{name}"));
    let members = json.as_array().cloned().unwrap_or_default();
    let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
    let member = |member: &Value| fields.map(|field| text(&member[field]));
    members.iter().map(member).collect()
}

fn invoice(id: &str, number: Option<&str>) -> Value {
    json!({ "id": id, "kind": "invoice", "number": number })
}

#[test]
fn a_paper_of_both_is_one() {
    for (shop, erp, papers) in [
        // The same number, the same id, or a number that is the other's id.
        (
            invoice("w", Some("F-1")),
            invoice("e", Some("F-1 ")),
            vec![["w", "F-1"]],
        ),
        (
            invoice("1", None),
            invoice("1", Some("F-1")),
            vec![["1", "F-1"]],
        ),
        (
            invoice("1", Some("F-1")),
            invoice("1", None),
            vec![["1", "F-1"]],
        ),
        (
            invoice("F-1", None),
            invoice("e", Some("F-1")),
            vec![["F-1", "F-1"]],
        ),
        // Another number, or another kind: both stay, each under an id of its own.
        (
            invoice("w", Some("F-1")),
            invoice("e", Some("F-2")),
            vec![["w", "F-1"], ["e", "F-2"]],
        ),
        (
            invoice("1", Some("F-1")),
            invoice("1", Some("F-2")),
            vec![["1", "F-1"], ["1~", "F-2"]],
        ),
        (
            json!({ "id": "1", "kind": "packing_slip" }),
            invoice("1", None),
            vec![["1", "-"], ["1~", "1"]],
        ),
        (
            json!({ "id": "1", "kind": "invoice", "total": "10" }),
            json!({ "id": "1", "kind": "invoice", "total": "20" }),
            vec![["1", "-"], ["1~", "1"]],
        ),
        // An amount that one system has wrong does not make a second paper of a number.
        (
            json!({ "id": "1", "kind": "invoice", "number": "F-1", "total": "10" }),
            json!({ "id": "2", "kind": "invoice", "number": "F-1", "total": "12.50" }),
            vec![["1", "F-1"]],
        ),
    ] {
        let order = both(
            &json!({ "documents": [shop] }),
            &json!({ "documents": [erp] }),
        );
        assert_eq!(
            list(&order, "documents", ["id", "number"]),
            papers,
            "{shop} {erp}"
        );
    }
}

#[test]
fn each_fills_in_what_the_other_leaves_out_of_a_paper() {
    let stored = json!({ "sha256": "ab", "bytes": 7 });
    let shop = json!({ "id": "1", "kind": "invoice", "number": "F-1", "url": "https://a.example/1", "name": "a.pdf" });
    let mut erp = json!({
        "id": "2", "kind": "invoice", "number": "F-1", "name": "b.pdf", "total": "9",
        "issued_at": super::AT, "media_type": "application/pdf"
    });
    let order = both(
        &json!({ "documents": [shop] }),
        &json!({ "documents": [erp] }),
    );
    assert_eq!(
        of(&order, "/documents/0"),
        json!({
            "id": "1", "kind": "invoice", "number": "F-1", "url": "https://a.example/1", "name": "a.pdf",
            "total": "9", "issued_at": super::AT, "media_type": "application/pdf"
        })
    );
    // A file that Wismo stored is added too.
    erp["file"] = stored.clone();
    let mut order = super::order(&json!({ "documents": [shop] }));
    super::part(&json!({ "documents": [erp] })).add_to(&mut order, super::StatusFrom::Shop);
    assert_eq!(of(&order, "/documents/0/file"), stored);
}

#[test]
fn a_parcel_of_both_is_one() {
    let parcel = |id: &str, number: Option<&str>| json!({ "id": id, "tracking_number": number });
    for (shop, erp, parcels) in [
        (
            parcel("w", Some("JD 01 ab")),
            parcel("e", Some("jd01AB")),
            vec![["w", "JD 01 ab"]],
        ),
        (
            parcel("1", None),
            parcel("1", Some("T1")),
            vec![["1", "T1"]],
        ),
        (
            parcel("1", Some("T1")),
            parcel("1", Some(" ")),
            vec![["1", "T1"]],
        ),
        (
            parcel("w", None),
            parcel("e", Some("T1")),
            vec![["w", "-"], ["e", "T1"]],
        ),
        (
            parcel("1", Some("T1")),
            parcel("1", Some("T2")),
            vec![["1", "T1"], ["1~", "T2"]],
        ),
    ] {
        let order = both(
            &json!({ "shipments": [shop] }),
            &json!({ "shipments": [erp] }),
        );
        assert_eq!(
            list(&order, "shipments", ["id", "tracking_number"]),
            parcels,
            "{shop} {erp}"
        );
    }
    // The number counts more than the id.
    let shop = json!({ "shipments": [parcel("1", None), parcel("2", Some("T1"))] });
    let erp = json!({ "shipments": [parcel("1", Some("T1"))] });
    assert_eq!(both(&shop, &erp), super::order(&shop));
}

#[test]
fn of_a_parcel_the_further_state_counts() {
    for (shop, erp, state) in [
        ("pending", "sent", "sent"),
        ("sent", "pending", "sent"),
        ("sent", "delivered", "delivered"),
        ("delivered", "pending", "delivered"),
        ("failed", "sent", "sent"),
        ("pending", "failed", "pending"),
        ("failed", "failed", "failed"),
    ] {
        let parcel = |state: &str| json!({ "shipments": [{ "id": "1", "state": state }] });
        let order = both(&parcel(shop), &parcel(erp));
        assert_eq!(of(&order, "/shipments/0/state"), state, "{shop} {erp}");
    }
}

#[test]
fn a_parcels_contents_are_told_in_the_shops_lines() {
    let shop = json!({ "lines": [line("315", "A"), line("316", "B")], "shipments": [{ "id": "w", "tracking_number": "T1" }] });
    let contents = |id: &str, number: &str| {
        json!({ "id": id, "tracking_number": number, "carrier": "DHL", "shipped_at": super::AT, "lines": [
            { "line": "1", "quantity": 2 }, { "line": "B", "quantity": 1 }, { "line": "9", "quantity": 5 }
        ] })
    };
    let erp = json!({
        "lines": [{ "id": "1", "sku": "A" }, { "sku": "B" }, { "id": "9", "sku": "C" }],
        "shipments": [contents("a", "T1"), contents("b", "T2")]
    });
    let order = both(&shop, &erp);
    let in_shops = json!([{ "line": "315", "quantity": "2" }, { "line": "316", "quantity": "1" }]);
    for index in 0..2 {
        assert_eq!(of(&order, &format!("/shipments/{index}/lines")), in_shops);
        assert_eq!(of(&order, &format!("/shipments/{index}/carrier")), "DHL");
    }
    // The shop's own ids will do too, and its own word about a parcel's contents stands.
    let mut shop = shop;
    shop["shipments"][0]["lines"] = json!([{ "line": "316", "quantity": "4" }]);
    let erp = json!({ "shipments": [
        { "id": "a", "tracking_number": "T1", "lines": [{ "line": "315", "quantity": 1 }] },
        { "id": "b", "tracking_number": "T2", "lines": [{ "line": "315", "quantity": 1 }] }
    ] });
    let order = both(&shop, &erp);
    assert_eq!(of(&order, "/shipments/0/lines/0/line"), "316");
    assert_eq!(of(&order, "/shipments/1/lines/0/line"), "315");
}

#[test]
fn a_repayment_of_both_is_one_and_two_of_one_amount_are_two() {
    let refund = |id: &str, amount: &str| json!({ "id": id, "amount": amount });
    for (shop, erp, refunds) in [
        (
            vec![refund("w", "10")],
            vec![refund("e", "10.00")],
            vec![["w", "10"]],
        ),
        (
            vec![refund("1", "10")],
            vec![refund("1", "10")],
            vec![["1", "10"]],
        ),
        (
            vec![refund("w", "10")],
            vec![refund("e", "10"), refund("f", "10")],
            vec![["w", "10"], ["f", "10"]],
        ),
        // The id finds its own refund first.
        (
            vec![refund("1", "10"), refund("2", "10")],
            vec![refund("2", "10"), refund("9", "10")],
            vec![["1", "10"], ["2", "10"]],
        ),
        (
            vec![refund("1", "10")],
            vec![refund("1", "12")],
            vec![["1", "10"], ["1~", "12"]],
        ),
        (vec![], vec![refund("e", "10")], vec![["e", "10"]]),
    ] {
        let order = both(&json!({ "refunds": shop }), &json!({ "refunds": erp }));
        assert_eq!(
            list(&order, "refunds", ["id", "amount"]),
            refunds,
            "{shop:?} {erp:?}"
        );
    }
    let order = both(
        &json!({ "lines": [line("315", "A")], "refunds": [refund("w", "10")] }),
        &json!({
            "lines": [{ "id": "1", "sku": "A" }],
            "refunds": [{ "id": "e", "amount": "10", "reason": "Broken", "lines": [{ "line": "1", "quantity": 1 }] }]
        }),
    );
    assert_eq!(
        of(&order, "/refunds/0"),
        json!({ "id": "w", "amount": "10", "reason": "Broken", "lines": [{ "line": "315", "quantity": "1" }] })
    );
}

#[test]
fn a_parcel_without_a_number_gets_that_of_what_holds_the_same() {
    let mug = json!([{ "line": "1", "quantity": 1 }]);
    let shop = json!({ "lines": [line("1", "MUG")], "shipments": [
        { "id": "s", "lines": mug }, { "id": "t", "lines": mug }] });
    let erp = |lines: Value| json!({ "shipments": [{ "id": "e", "tracking_number": "N1", "lines": lines }] });
    let order = both(&shop, &erp(mug));
    assert_eq!(
        list(&order, "shipments", ["id", "tracking_number"]),
        [["s", "N1"], ["t", "-"]]
    );
    // With other contents, or none, it is another parcel.
    for lines in [json!([{ "line": "1", "quantity": 2 }]), json!([])] {
        let order = both(&shop, &erp(lines));
        assert_eq!(
            list(&order, "shipments", ["id", "tracking_number"]),
            [["s", "-"], ["t", "-"], ["e", "N1"]]
        );
    }
}
