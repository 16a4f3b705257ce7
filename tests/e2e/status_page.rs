//! The page's contents beside where the order stands: its language, its other forms,
//! and what the shop hides.

use reqwest::{Response, StatusCode, header};
use serde_json::{Value, json};
use wismo_domain::time::{Duration, Timestamp};

use crate::harness::{DESK_API_KEY, Wismo, neutral};

/// An order with everything that one can say of it.
fn rich(updated: &str) -> Value {
    let mut order = neutral("A-1", "preparing", updated);
    order["delivery_address"] = json!({ "name": "Bo Berg", "street": ["Storgata 1"],
        "postcode": "0155", "city": "Oslo", "country": "NO" });
    order["payment"] = json!({ "state": "paid", "method": "Visa, 4242" });
    order["message"] = json!("We pack it tonight.");
    order["reorder_url"] = json!("https://north.example/again/1");
    order["expected_on"] = json!(day(3));
    order["lines"][0]["expected_on"] = json!(day(3));
    order["lines"][0]["picture_url"] = json!("https://pictures.example/anvil.jpg");
    order["documents"] = json!([
        { "id": "d1", "kind": "invoice", "number": "F-1", "total": "300.00",
          "url": "https://north.example/invoices/1", "public": true },
        { "id": "d2", "kind": "other", "number": "M-1", "name": "Manual é.pdf",
          "media_type": "application/pdf", "content": "JVBERi0xLjQ=" },
    ]);
    order
}

/// A day so many days from now.
fn day(from_now: i64) -> String {
    let at = Timestamp::now() + Duration::hours(24 * from_now);
    at.to_string().chars().take(10).collect()
}

fn just_now() -> String {
    Timestamp::now().to_string()
}

async fn started() -> (Wismo, String) {
    let wismo = Wismo::start().await;
    let answer = wismo.message("order.changed", &rich(&just_now())).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let path = Wismo::page_path("erp", "A-1");
    (wismo, path)
}

async fn with(wismo: &Wismo, path: &str, name: &str, value: &str) -> Response {
    let request = wismo.request("GET", path).header(name, value);
    request.send().await.unwrap()
}

/// Puts settings of the second version in force.
async fn decide(wismo: &Wismo, settings: Value) {
    let mut all = json!({ "settle_seconds": 0 });
    for (name, value) in settings.as_object().unwrap() {
        all[name] = value.clone();
    }
    let version = wismo.settings("erp").await["version"].as_u64().unwrap();
    let answer = wismo.put_settings("erp", version, &all).await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo.in_force().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_tells_all_that_the_shop_told_and_nothing_that_it_hides() {
    let (wismo, path) = started().await;
    let parts = [
        ("addresses", "Storgata 1"),
        ("payment", "Visa, 4242"),
        ("message", "We pack it tonight."),
        ("reorder", "https://north.example/again/1"),
        ("pictures", "https://pictures.example/anvil.jpg"),
        ("documents", "https://north.example/invoices/1"),
        ("prices", "NOK"),
        ("calendar", "/delivery.ics"),
        ("steps", "class=\"steps\""),
        ("history", "id=\"history\""),
        ("items", "Anvil"),
    ];
    let page = wismo.page("erp", "A-1").await;
    for (part, text) in parts {
        assert!(page.contains(text), "{part}: {page}");
    }
    let policy = wismo.get(&path).await.headers()["content-security-policy"].clone();
    let policy = policy.to_str().unwrap();
    assert!(
        policy.contains("img-src data: https://pictures.example;"),
        "{policy}"
    );
    let hidden: Vec<&str> = parts.iter().map(|(part, _)| *part).collect();
    decide(&wismo, json!({ "display": { "hidden": hidden } })).await;
    let page = wismo.page("erp", "A-1").await;
    for (part, text) in parts {
        assert!(!page.contains(text), "{part}: {page}");
    }
    let machine = wismo
        .get(&format!("{path}.json"))
        .await
        .text()
        .await
        .unwrap();
    for text in ["Storgata", "Visa", "tonight", "pictures", "300", "NOK"] {
        assert!(!machine.contains(text), "{text}: {machine}");
    }
    for gone in ["documents/2", "delivery.ics"] {
        let answer = wismo.get(&format!("{path}/{gone}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{gone}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_document_is_to_be_had_stands_on_the_page_only_if_the_merchant_says_so() {
    let wismo = Wismo::start().await;
    let mut order = rich(&just_now());
    order["documents"][0]["public"] = json!(false);
    order["documents"][0]["url"] = json!("https://north.example/1?key=secret-of-the-url");
    wismo.message("order.changed", &order).await;
    let page = wismo.page("erp", "A-1").await;
    assert!(page.contains("Invoice"), "{page}");
    assert!(!page.contains("secret-of-the-url"), "{page}");
    let rules = json!({ "invoiced": { "notify": "mail", "link": ["invoice"] } });
    decide(&wismo, json!({ "rules": rules })).await;
    assert!(wismo.page("erp", "A-1").await.contains("secret-of-the-url"));
}

#[tokio::test(flavor = "multi_thread")]
async fn of_a_removed_order_no_form_of_its_page_shows_more_than_that_it_is_gone() {
    let (wismo, path) = started().await;
    let answer = wismo
        .message("order.deleted", &json!({ "id": "A-1" }))
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
    let page = wismo.page("erp", "A-1").await;
    assert!(page.contains("The shop has removed this order"), "{page}");
    let json = wismo.get(&format!("{path}.json")).await;
    let json = json.text().await.unwrap();
    assert!(
        json.contains(r#""number":"#) && json.contains(r#""removed":true"#),
        "{json}"
    );
    for gone in [
        "Berg",
        "Storgata",
        "0155",
        "Visa",
        "tonight",
        "Anvil",
        "NOK",
        "invoices",
        "documents",
        "again",
        "2026-06-01",
        "1 June 2026",
    ] {
        assert!(!page.contains(gone), "{gone}: {page}");
        assert!(!json.contains(gone), "{gone}: {json}");
    }
    for gone in ["documents/1", "documents/2", "delivery.ics"] {
        let answer = wismo.get(&format!("{path}/{gone}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{gone}");
    }
    // There is nothing to choose, to share or to unlock either: it leads back.
    for back in ["mail", "link", "unlock"] {
        let shown = wismo.get(&format!("{path}/{back}")).await.text().await;
        assert_eq!(shown.unwrap(), page, "{back}");
    }
    // It came back.
    wismo.message("order.changed", &rich(&just_now())).await;
    assert!(wismo.page("erp", "A-1").await.contains("Anvil"));
}

#[tokio::test(flavor = "multi_thread")]
async fn page_and_mail_speak_the_language_of_the_customers_record() {
    let wismo = Wismo::start().await;
    let record = json!({ "id": "C-1", "updated_at": just_now(), "locale": "sv" });
    let answer = wismo.message("customer.changed", &record).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let mut order = rich(&just_now());
    order["customer"]["id"] = json!("C-1");
    order["customer"]["locale"] = Value::Null;
    wismo.message("order.changed", &order).await;
    let mail = wismo.mail("erp:A-1:1").await;
    let html = mail["mail"]["html"].as_str().unwrap();
    assert!(html.contains("<html lang=\"sv\""), "{html}");
    let path = Wismo::page_path("erp", "A-1");
    let answer = with(&wismo, &path, "accept-language", "cs").await;
    let page = answer.text().await.unwrap();
    assert!(page.contains("<html lang=\"sv\""), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn hidden_prices_stand_neither_on_the_page_nor_in_a_mail() {
    let wismo = Wismo::start().await;
    let rules = json!({ "refunded": { "notify": "mail" } });
    let hidden = json!({ "hidden": ["prices"] });
    decide(&wismo, json!({ "rules": rules, "display": hidden })).await;
    let mut order = rich(&just_now());
    order["documents"] = json!([]);
    wismo.message("order.changed", &order).await;
    let first = wismo.mail("erp:A-1:1").await;
    order["updated_at"] = json!((Timestamp::now() + Duration::seconds(1)).to_string());
    order["documents"] =
        json!([{ "id": "d1", "kind": "invoice", "number": "F-1", "total": "300.00" }]);
    order["refunds"] = json!([{ "id": "r1", "amount": "24.95" }]);
    wismo.message("order.changed", &order).await;
    let second = wismo.mail("erp:A-1:2").await;
    let page = wismo.page("erp", "A-1").await;
    let machine = wismo
        .get(&format!("{}.json", Wismo::page_path("erp", "A-1")))
        .await
        .text()
        .await
        .unwrap();
    assert!(page.contains("F-1") && machine.contains("F-1"), "{page}");
    let (first, second) = (first["mail"].to_string(), second["mail"].to_string());
    let is_told = second.contains("You will get money back") || second.contains("Refund");
    assert!(is_told, "{second}");
    for shown in [page, machine, first, second] {
        for money in ["NOK", "300.00", "24.95"] {
            assert!(!shown.contains(money), "{money}: {shown}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_for_machines_and_calendars_and_the_documents_to_open() {
    let (wismo, path) = started().await;
    let answer = wismo.get(&format!("{path}.json")).await;
    assert_eq!(answer.headers()["content-type"], "application/json");
    let machine: Value = answer.json().await.unwrap();
    assert_eq!(machine["number"], "#A-1");
    assert_eq!(machine["stage"], "part_delivered", "one of three has left");
    assert_eq!(machine["expected_on"], json!(day(3)));
    assert_eq!(machine["items"][0]["to_come"], "2");
    assert_eq!(machine["totals"]["total"], "300.00");
    assert_eq!(machine["delivery_address"]["postcode"], "0155");
    let answer = wismo.get(&format!("{path}/delivery.ics")).await;
    assert_eq!(
        answer.headers()["content-type"],
        "text/calendar; charset=utf-8"
    );
    let event = answer.text().await.unwrap();
    let day = day(3).replace('-', "");
    for line in [
        "BEGIN:VCALENDAR\r\n",
        "VERSION:2.0\r\n",
        &format!("DTSTART;VALUE=DATE:{day}\r\n"),
        "SUMMARY:Order #A-1 from ",
        "END:VEVENT\r\n",
    ] {
        assert!(event.contains(line), "{line}: {event}");
    }
    assert!(event.lines().all(|line| line.len() <= 75), "{event}");
    let file = wismo.get(&format!("{path}/documents/2")).await;
    assert_eq!(file.headers()["content-type"], "application/pdf");
    let disposition = "attachment; filename*=UTF-8''Manual%20%C3%A9.pdf";
    assert_eq!(file.headers()["content-disposition"], disposition);
    assert_eq!(file.bytes().await.unwrap(), "%PDF-1.4");
    for wrong in ["documents/0", "documents/1", "documents/3", "documents/x"] {
        let answer = wismo.get(&format!("{path}/{wrong}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_reader_chooses_the_language_and_the_link_keeps_it() {
    let (wismo, path) = started().await;
    let lang = |page: &str| page.split("lang=\"").nth(1).unwrap()[..2].to_owned();
    let page = with(&wismo, &path, "accept-language", "cs").await;
    assert_eq!(lang(&page.text().await.unwrap()), "en", "the order says so");
    let answer = wismo.get(&format!("{path}?language=da")).await;
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
    let (pair, rest) = cookie.split_once("; ").unwrap();
    assert_eq!(pair, "language=da");
    for part in [
        &format!("Path={path};"),
        "HttpOnly",
        "Secure",
        "SameSite=Lax",
    ] {
        assert!(rest.contains(part), "{part}: {rest}");
    }
    assert_eq!(lang(&answer.text().await.unwrap()), "da");
    let page = with(&wismo, &path, "cookie", pair).await;
    assert!(page.headers().get(header::SET_COOKIE).is_none());
    assert_eq!(lang(&page.text().await.unwrap()), "da");
    // Only the browser says so.
    let mut order = rich(&just_now());
    order["id"] = json!("A-2");
    order["customer"]["locale"] = Value::Null;
    wismo.message("order.changed", &order).await;
    let other = Wismo::page_path("erp", "A-2");
    let page = with(&wismo, &other, "accept-language", "fr-CH, en;q=0.8").await;
    assert_eq!(lang(&page.text().await.unwrap()), "fr");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_left_open_asks_again_until_its_reader_or_the_order_stops_it() {
    let (wismo, path) = started().await;
    let refresh = async |path: &str| {
        let answer = wismo.get(path).await;
        let value = answer.headers().get("refresh");
        value.map(|value| value.to_str().unwrap().to_owned())
    };
    assert_eq!(refresh(&path).await.as_deref(), Some("60"));
    let still = format!("{path}?still");
    assert_eq!(refresh(&still).await, None);
    let page = wismo.get(&still).await.text().await.unwrap();
    assert!(page.contains("no longer updates"), "{page}");
    let mut order = rich(&just_now());
    order["status"] = json!({ "code": "delivered", "stage": "delivered" });
    order["lines"][0]["delivered"] = json!(3);
    wismo.message("order.changed", &order).await;
    assert_eq!(refresh(&path).await, None);
    let page = wismo.get(&still).await.text().await.unwrap();
    assert!(!page.contains("no longer updates"), "it would not anyway");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_order_of_twenty_lines_is_at_most_14_kb_on_the_wire() {
    let wismo = Wismo::start().await;
    let mut order = rich(&just_now());
    let line = |index: usize| {
        json!({ "id": index.to_string(), "sku": format!("WOOL-{index:03}"),
            "name": format!("Hiking socks, merino, colour {} and size {}", index * 7, 36 + index),
            "quantity": index + 1, "delivered": index % 3, "total": format!("{}.50", 13 * index),
            "picture_url": format!("https://pictures.example/products/{}/square.jpg", index * 7919) })
    };
    order["lines"] = (0..20).map(line).collect();
    let contents: Vec<Value> = (0..10)
        .map(|index| json!({ "line": index.to_string(), "quantity": 1 }))
        .collect();
    order["shipments"] = json!([
        { "id": "p1", "carrier": "PostNord", "tracking_number": "00370724760012345678",
          "shipped_at": "2026-06-08T10:00:00Z", "lines": contents },
        { "id": "p2", "carrier": "DHL", "tracking_number": "JVGL0123456789" },
    ]);
    wismo.message("order.changed", &order).await;
    let path = Wismo::page_path("erp", "A-1");
    let zipped = with(&wismo, &path, "accept-encoding", "gzip, br").await;
    assert_eq!(zipped.headers()["content-encoding"], "gzip");
    let vary = zipped.headers()["vary"].to_str().unwrap().to_owned();
    assert!(vary.contains("Accept-Encoding"), "{vary}");
    let tag = zipped.headers()["etag"].clone();
    let zipped = zipped.bytes().await.unwrap();
    println!("a page of 20 lines: {} bytes", zipped.len());
    assert!(zipped.len() <= 14 * 1024, "{} bytes", zipped.len());
    let plain = wismo.get(&path).await;
    assert!(plain.headers().get("content-encoding").is_none());
    let mut unzipped = String::new();
    let mut decoder = flate2::read::GzDecoder::new(zipped.as_ref());
    std::io::Read::read_to_string(&mut decoder, &mut unzipped).unwrap();
    assert_eq!(plain.text().await.unwrap(), unzipped);
    let known = with(&wismo, &path, "if-none-match", tag.to_str().unwrap()).await;
    assert_eq!(known.status(), StatusCode::NOT_MODIFIED);
}

#[tokio::test(flavor = "multi_thread")]
async fn settings_are_previewed_before_they_are_put() {
    let (wismo, path) = started().await;
    let preview = async |body: Value| {
        let request = wismo.request("POST", "/desk/api/erp/settings/preview");
        let answer = request.bearer_auth(DESK_API_KEY).json(&body).send().await;
        let answer = answer.unwrap();
        (answer.status(), answer.json::<Value>().await.unwrap())
    };
    let settings = json!({ "brand": { "accent": "#ffee00", "name": "Nord & Co",
        "logo": "https://north.example/logo.png", "texts": { "de": { "footer": "Bis bald!" } } },
        "display": { "hidden": ["addresses"] } });
    let asked = json!({ "settings": settings, "order": "A-1", "language": "de" });
    let (status, answer) = preview(asked).await;
    assert_eq!(status, StatusCode::OK, "{answer}");
    let html = answer["html"].as_str().unwrap();
    for text in [
        "lang=\"de\"",
        "Nord &amp; Co",
        "https://north.example/logo.png",
        "Bis bald!",
    ] {
        assert!(html.contains(text), "{text}: {html}");
    }
    assert!(
        !html.contains("Storgata") && !html.contains("light){:root{--accent:#ffee00"),
        "mended: {html}"
    );
    assert!(
        answer["policy"]
            .as_str()
            .unwrap()
            .contains("https://north.example")
    );
    let before = wismo.get(&path).await.text().await.unwrap();
    assert!(!before.contains("Nord &amp; Co"), "nothing is written");
    let (status, answer) = preview(json!({ "visibility": "limited", "order": "A-1" })).await;
    assert_eq!(status, StatusCode::OK);
    assert!(!answer["html"].as_str().unwrap().contains("Storgata"));
    assert_eq!(preview(json!({})).await.0, StatusCode::OK, "an example");
    let (status, answer) =
        preview(json!({ "settings": { "brand": { "phone": "call us" } } })).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(answer["path"], "settings.brand.phone");
    let (status, answer) = preview(json!({ "language": "fi" })).await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert_eq!(answer["path"], "language");
    let unknown = preview(json!({ "order": "none" })).await;
    assert_eq!(unknown.0, StatusCode::NOT_FOUND);
}
