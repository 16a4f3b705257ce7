//! Pages and mails as a browser, axe and the Nu HTML checker see them.
//!
//! These tests need Chromium, Node.js, Java and `npm ci` in `tests/browser`, so
//! they run when asked: `cargo test --test e2e browser_ -- --ignored`. With
//! `WISMO_SHOTS=DIR` they also write screenshots to that folder.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use reqwest::StatusCode;
use serde_json::{Value, json};

use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::storage::keys::OrderKey;

use crate::harness::{
    LINK_SECRET, NORTH_SECRET, Wismo, neutral, variables, woocommerce, woocommerce_signature,
};

/// Runs `tests/browser/check.mjs` on the files in `list`.
async fn check(list: Value) -> Output {
    run("check.mjs", list).await
}

/// Runs a program of `tests/browser` on what `list` names.
pub(crate) async fn run(program: &'static str, list: Value) -> Output {
    tokio::task::spawn_blocking(move || {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("list.json");
        std::fs::write(&file, list.to_string()).unwrap();
        Command::new("node")
            .arg(browser().join(program))
            .arg(&file)
            // From here, whoever started the tests named a folder for the screenshots.
            .current_dir(browser().join("../.."))
            .output()
            .expect("the browser checks need Node.js: there is no `node` on the PATH")
    })
    .await
    .unwrap()
}

fn browser() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("browser")
}

pub(crate) fn assert_no_fault(output: &Output) {
    let told = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{told}{errors}");
    assert!(told.ends_with("no fault\n"), "{told}{errors}");
    println!("{told}{errors}");
}

/// North's order 324, whose costs add up: the one in the screenshots.
fn shown(status: &str, modified: &str) -> Value {
    let mut order = woocommerce(324, status, modified);
    let lines = order["line_items"].as_array_mut().unwrap();
    lines.truncate(3);
    for (line, (name, sku, quantity, total)) in lines.iter_mut().zip([
        ("Wool blanket, moss green", "WB-140-MOSS", 1, "129.00"),
        ("Tea &amp; biscuits, gift box", "TB-02", 2, "38.00"),
        ("Reading lamp, brass", "RL-BRASS", 1, "84.50"),
    ]) {
        line["name"] = json!(name);
        line["sku"] = json!(sku);
        line["quantity"] = json!(quantity);
        line["subtotal"] = json!(total);
        line["total"] = json!(total);
    }
    order["shipping_total"] = json!("9.50");
    order["total"] = json!("261.00");
    order
}

/// The same, with a parcel that FedEx carries.
fn with_parcel(modified: &str) -> Value {
    let mut order = shown("completed", modified);
    order["meta_data"] = json!([{ "id": 1, "key": "_wc_shipment_tracking_items", "value": [{
        "tracking_provider": "fedex", "custom_tracking_provider": null, "custom_tracking_link": null,
        "tracking_number": "117579686762", "date_shipped": "1780902000", "tracking_id": "c0"
    }] }]);
    order
}

/// An order whose texts are all as long or as strange as a shop may send them.
fn strained() -> Value {
    let mut order = woocommerce(71, "wc-waiting-for-the-engraver", "2026-06-06T17:18:38");
    let names = [
        "x".repeat(300),
        "Donaudampfschifffahrtsgesellschaftskapitänsmütze ".repeat(6),
        "طاولة من خشب البلوط الطبيعي مع أربعة كراسٍ ".repeat(7),
        "שולחן עץ אלון".to_owned(),
        "👩‍👩‍👧‍👦🧑🏽‍🚀🏳️‍🌈".repeat(20),
        "<b>Lamp</b> &lt;script&gt;alert(1)&lt;/script&gt;".to_owned(),
        "橡木餐桌".repeat(70),
        "\u{202e}drawkcab".to_owned(),
    ];
    for (line, name) in order["line_items"]
        .as_array_mut()
        .unwrap()
        .iter_mut()
        .zip(names)
    {
        line["name"] = json!(name);
        line["sku"] = json!("SKU_".repeat(25));
        line["quantity"] = json!(123_456);
        line["total"] = json!("1234567890.50");
        line["subtotal"] = json!("1234567890.50");
    }
    order["number"] = json!("N".repeat(100));
    order["total"] = json!("9876543210.99");
    order["billing"]["first_name"] = json!("محمد بن عبد الرحمن 👩‍🚀");
    order["billing"]["last_name"] = json!("Wolfeschlegelsteinhausenbergerdorff".repeat(3));
    order["refunds"] = json!([{ "id": 1, "total": "-5.00", "reason": "سبب طويل جدا ".repeat(20) }]);
    order["meta_data"] = json!([{ "id": 1, "key": "_wc_shipment_tracking_items", "value": [{
        "custom_tracking_provider": "Cargo".repeat(60), "tracking_number": "1".repeat(100),
        "custom_tracking_link": format!("https://{}.example/{}", "track".repeat(12), "a".repeat(300)),
        "date_shipped": "1780759118", "tracking_id": "s1"
    }] }]);
    order
}

/// An order sent in two parcels so far, one of which has arrived.
fn part_delivered() -> Value {
    let mut order = neutral("A-1007", "part_delivered", "2026-06-09T09:30:00Z");
    let line = |id: &str, name: &str, (quantity, delivered, cancelled): (u8, u8, u8)| {
        json!({ "id": id, "sku": format!("SKU-{id}"), "name": name, "quantity": quantity,
            "delivered": delivered, "cancelled": cancelled, "total": "300.00" })
    };
    let parcel = |id: &str, state: &str, number: &str, (line, quantity): (&str, u8)| {
        json!({ "id": id, "carrier": "PostNord", "tracking_number": number, "state": state,
            "shipped_at": "2026-06-08T10:00:00Z", "lines": [{ "line": line, "quantity": quantity }] })
    };
    order["lines"] = json!([
        line("1", "Anvil", (3, 2, 0)),
        line("2", "Hammer, small", (1, 1, 0)),
        line("3", "Tongs", (2, 0, 1)),
    ]);
    order["shipments"] = json!([
        parcel("p1", "delivered", "00370724760012345678", ("1", 2)),
        parcel("p2", "sent", "00370724760012345685", ("2", 1)),
    ]);
    order["totals"] = json!({ "items": "900.00", "discount": "50.00", "shipping": "99.00",
        "tax": "189.80", "total": "949.00" });
    order
}

/// An order of which everything has arrived.
fn delivered() -> Value {
    let mut order = neutral("A-1008", "delivered", "2026-06-09T09:30:00Z");
    order["lines"][0]["delivered"] = json!(3);
    order
}

/// The states of an order that a customer may see: a name, the shop, and the
/// versions that it sent, oldest first.
fn states() -> Vec<(&'static str, &'static str, Vec<Value>)> {
    let first = "2026-06-06T17:18:38";
    let then = "2026-06-08T07:05:00";
    let mut refunded = woocommerce(66, "refunded", then);
    refunded["refunds"] = json!([{ "id": 549, "reason": "Sold out", "total": "-304.45" }]);
    let processing = |id| woocommerce(id, "processing", first);
    let part = |id| neutral(id, "preparing", "2026-06-07T09:30:00Z");
    vec![
        ("placed", "north", vec![woocommerce(61, "pending", first)]),
        ("processing", "north", vec![processing(62)]),
        (
            "payment-failed",
            "north",
            vec![processing(63), woocommerce(63, "failed", then)],
        ),
        (
            "on-hold",
            "north",
            vec![processing(64), woocommerce(64, "on-hold", then)],
        ),
        (
            "own-status",
            "north",
            vec![processing(65), woocommerce(65, "engraving", then)],
        ),
        ("refunded", "north", vec![processing(66), refunded]),
        (
            "cancelled",
            "north",
            vec![processing(67), woocommerce(67, "cancelled", then)],
        ),
        (
            "removed",
            "north",
            vec![processing(68), json!({ "id": 68 })],
        ),
        (
            "completed",
            "north",
            vec![shown("processing", first), with_parcel(then)],
        ),
        (
            "part-delivered",
            "erp",
            vec![part("A-1007"), part_delivered()],
        ),
        ("delivered", "erp", vec![part("A-1008"), delivered()]),
        ("waiting", "erp", vec![part("A-1009"), waiting()]),
        ("strained", "strained", vec![strained()]),
    ]
}

/// An order that waits for goods: one item is out of stock, one is promised for a day
/// that has passed, one for a day to come; some came back, and papers were issued.
fn waiting() -> Value {
    let mut order = neutral("A-1009", "preparing", "2026-06-09T09:30:00Z");
    order["lines"] = json!([
        { "id": "1", "sku": "SKU-1", "name": "Anvil", "quantity": 2, "stock": 0, "total": "600.00" },
        { "id": "2", "sku": "SKU-2", "name": "Hammer, small", "quantity": 1, "delivered": 0,
          "expected_on": "2026-06-20", "total": "300.00" },
        { "id": "3", "sku": "SKU-3", "name": "Tongs", "quantity": 3, "delivered": 1, "returned": 1,
          "expected_on": "2031-03-14", "expected_by": "purchase_order", "total": "300.00" },
    ]);
    order["expected_on"] = json!("2031-02-28");
    order["lines"][0]["picture_url"] = json!("https://pictures.example/anvil.png");
    order["lines"][1]["picture_url"] = json!("https://pictures.example/hammer.png");
    order["payment"] = json!({ "state": "paid", "method": "Visa, ending in 4242",
        "paid_at": "2026-06-07T09:31:00Z" });
    order["message"] = json!("The anvil comes from our own forge; it takes a little longer.");
    order["reorder_url"] = json!("https://erp.example/again/A-1009");
    order["delivery_address"] = json!({ "name": "Bo Berg", "company": "Berg Smie AS",
        "street": ["Storgata 1", "2. etasje"], "postcode": "0155", "city": "Oslo", "country": "NO" });
    order["billing_address"] = json!({ "name": "Berg Smie AS", "street": ["Postboks 7"],
        "postcode": "0101", "city": "Oslo", "country": "NO" });
    order["documents"] = json!([
        { "id": "d1", "kind": "invoice", "number": "2026-118", "issued_at": "2026-06-09T09:00:00Z",
          "total": "1200.00" },
        { "id": "d2", "kind": "credit_note", "number": "2026-119", "total": "300.00" },
    ]);
    order
}

/// The secret that a shop on WooCommerce signs with.
fn secret_of(shop: &str) -> String {
    match shop {
        "north" => NORTH_SECRET.to_owned(),
        shop => format!("the secret of {shop}"),
    }
}

async fn deliver(wismo: &Wismo, shop: &str, order: &Value) {
    let response = match shop {
        "erp" => wismo.message("order.changed", order).await,
        _ => {
            let body = order.to_string();
            let signature = woocommerce_signature(&secret_of(shop), body.as_bytes());
            let request = wismo.request("POST", &format!("/hooks/{shop}"));
            let request = request.header("content-type", "application/json");
            let request = request.header("x-wc-webhook-signature", signature);
            request.body(body).send().await.unwrap()
        }
    };
    let status = response.status();
    let answer = response.text().await.unwrap();
    assert_eq!(status, StatusCode::OK, "{answer}");
}

/// The token of an order's link for a gift.
fn gift(shop: &str, order: &str) -> String {
    let link = Link {
        order: OrderKey::new(shop, order).unwrap(),
        kind: Kind::Gift,
        rotation: 0,
    };
    LinkKeys::from_setting(LINK_SECRET).unwrap().seal(&link)
}

/// A Wismo whose third shop has a name as strange as its orders.
async fn start() -> Wismo {
    let mut variables = variables();
    let mut shops: Value = serde_json::from_str(&variables["shops"]).unwrap();
    let name = "متجر الشمال 🧭 Buchbinderei-und-Papierwarenhandlung ".repeat(3);
    shops.as_array_mut().unwrap().push(json!({ "id": "strained", "platform": "woocommerce",
        "secrets": [secret_of("strained")], "name": name.trim(), "timezone": "America/Argentina/ComodRivadavia" }));
    for id in ["asks", "ended"] {
        shops
            .as_array_mut()
            .unwrap()
            .push(json!({ "id": id, "platform": "woocommerce",
            "secrets": [secret_of(id)], "name": "Berg & Ambolt" }));
    }
    variables.insert("shops".to_owned(), shops.to_string());
    let wismo = Wismo::with(variables).await;
    let version = wismo.settings("erp").await["version"].as_u64().unwrap();
    let branded = json!({ "settle_seconds": 0, "brand": {
        "name": "Berg & Ambolt", "site": "https://erp.example/", "accent": "#d98324", "background": "#f6efe6",
        "logo": "https://pictures.example/logo.png",
        "contact_url": "https://erp.example/contact", "returns_url": "https://erp.example/returns",
        "email": "hello@erp.example", "phone": "+47 22 33 44 55",
        "texts": { "en": { "message": "We are closed from 20 to 27 June.",
            "footer": "Berg & Ambolt AS, Storgata 9, Oslo", "links": [
                { "text": "Terms of sale", "url": "https://erp.example/terms" }] } } } });
    for (shop, settings) in [
        ("erp", branded),
        (
            "asks",
            json!({ "settle_seconds": 0, "access": {
            "second_step": { "after_days": 0, "by": ["postcode", "email", "code"] } } }),
        ),
        (
            "ended",
            json!({ "settle_seconds": 0, "access": { "second_step": null, "link_ends_after_days": 30 } }),
        ),
    ] {
        let answer = wismo.put_settings(shop, version, &settings).await;
        assert_eq!(answer.status(), StatusCode::OK, "{shop}");
    }
    wismo
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Chromium, Node.js and Java"]
async fn browser_finds_no_fault_on_any_page_or_mail() {
    let wismo = start().await;
    let folder = tempfile::tempdir().unwrap();
    let (mut pages, mut mails) = (Vec::new(), Vec::new());
    for (name, shop, said) in states() {
        let order = match &said[0]["id"] {
            Value::String(id) => id.clone(),
            id => id.to_string(),
        };
        for (index, version) in said.iter().enumerate() {
            deliver(&wismo, shop, version).await;
            // A shop's tidying up does not cause a mail.
            if version["status"].is_null() {
                continue;
            }
            let mail = wismo.mail(&format!("{shop}:{order}:{}", index + 1)).await;
            if index + 1 == said.len() {
                let file = folder.path().join(format!("mail-{name}.html"));
                std::fs::write(&file, mail["mail"]["html"].as_str().unwrap()).unwrap();
                mails.push(json!({ "name": format!("mail-{name}"), "file": file }));
            }
        }
        let url = wismo.url(&Wismo::page_path(shop, &order));
        pages.push(json!({ "name": name, "url": url, "status": 200 }));
    }
    for (name, shop, rest, status) in [
        ("safe", "asks", "", 200),
        ("unlock", "asks", "/unlock", 200),
        ("unlock-mailed", "asks", "/unlock?mailed", 200),
        ("ended", "ended", "", 410),
    ] {
        deliver(
            &wismo,
            shop,
            &woocommerce(81, "processing", "2025-06-06T17:18:38"),
        )
        .await;
        let url = wismo.url(&format!("{}{rest}", Wismo::page_path(shop, "81")));
        pages.push(json!({ "name": name, "url": url, "status": status }));
    }
    let completed = Wismo::page_path("north", "324");
    for (name, path) in [
        ("gift", format!("/s/{}", gift("north", "324"))),
        ("link", format!("{completed}/link")),
        ("choices", format!("{completed}/mail")),
        ("danish", format!("{completed}?language=da")),
        ("still", format!("{completed}?still")),
        ("look-up", "/s/in/erp".to_owned()),
    ] {
        pages.push(json!({ "name": name, "url": wismo.url(&path), "status": 200 }));
    }
    pages.push(json!({ "name": "lost", "url": wismo.url("/s/nonsense"), "status": 404 }));
    assert_no_fault(&check(json!({ "pages": pages, "mails": mails })).await);
}

#[tokio::test]
#[ignore = "needs Chromium, Node.js and Java"]
async fn browser_finds_every_kind_of_fault_on_a_broken_page() {
    let url = format!("file://{}", browser().join("broken.html").display());
    let output = check(json!({ "pages": [{ "name": "broken", "url": url }] })).await;
    let told = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{told}{errors}");
    for kind in ["axe", "keyboard", "markup", "quiet", "scripting", "width"] {
        assert!(
            told.contains(&format!("\n{kind}: broken: ")),
            "{kind}: {told}"
        );
    }
}
