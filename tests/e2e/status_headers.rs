//! The headers that keep a page private and harmless, on every answer to a customer,
//! errors included.

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{Wismo, neutral};

/// A request and the answer that must come back.
struct Case {
    method: &'static str,
    path: String,
    form: Option<&'static str>,
    status: StatusCode,
    media_type: &'static str,
    cache: &'static str,
}

const HTML: &str = "text/html; charset=utf-8";
const JSON: &str = "application/json";
const KEPT: &str = "private, no-cache";
const NOT_KEPT: &str = "no-store";

fn case(
    method: &'static str,
    path: String,
    status: StatusCode,
    (media_type, cache): (&'static str, &'static str),
) -> Case {
    Case {
        method,
        path,
        form: None,
        status,
        media_type,
        cache,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_to_a_customer_carries_its_headers() {
    let wismo = Wismo::start().await;
    let mut order = neutral("A-1", "preparing", "2026-06-06T17:18:38Z");
    let soon = wismo.now() + wismo_domain::time::Duration::days(300);
    order["lines"][0]["expected_on"] = json!(soon.to_string()[..10]);
    order["documents"] = json!([{ "id": "d", "kind": "invoice", "number": "F-1",
        "media_type": "application/pdf", "content": "JVBERi0xLjQ=" }]);
    wismo.message("order.changed", &order).await;
    let page = Wismo::page_path("erp", "A-1");
    let at = |rest: &str| format!("{page}{rest}");
    let ok = StatusCode::OK;
    let lost = StatusCode::NOT_FOUND;
    let wrong = StatusCode::METHOD_NOT_ALLOWED;
    let mut cases = vec![
        case("GET", page.clone(), ok, (HTML, KEPT)),
        case("HEAD", page.clone(), ok, (HTML, KEPT)),
        case("GET", at("?language=da"), ok, (HTML, KEPT)),
        case("GET", at("?still"), ok, (HTML, KEPT)),
        case("GET", at(".json"), ok, (JSON, KEPT)),
        case(
            "GET",
            at("/delivery.ics"),
            ok,
            ("text/calendar; charset=utf-8", KEPT),
        ),
        case("GET", at("/documents/1"), ok, ("application/pdf", NOT_KEPT)),
        case("GET", at("/documents/2"), lost, (HTML, NOT_KEPT)),
        case("GET", at("/mail"), ok, (HTML, NOT_KEPT)),
        case("HEAD", at("/mail"), ok, (HTML, NOT_KEPT)),
        case("GET", at("/nothing"), lost, (HTML, NOT_KEPT)),
        case("GET", at("/unsubscribe"), lost, (HTML, NOT_KEPT)),
        case("GET", "/s/nonsense".to_owned(), lost, (HTML, NOT_KEPT)),
        case("GET", "/s/nonsense.json".to_owned(), lost, (HTML, NOT_KEPT)),
        case("HEAD", "/s/nonsense".to_owned(), lost, (HTML, NOT_KEPT)),
        // Paths that belong to nobody.
        case("GET", "/favicon.ico".to_owned(), lost, (HTML, NOT_KEPT)),
        case("HEAD", "/order/1".to_owned(), lost, (HTML, NOT_KEPT)),
        case("POST", "/order/1".to_owned(), lost, (HTML, NOT_KEPT)),
        case(
            "GET",
            "/robots.txt".to_owned(),
            ok,
            ("text/plain; charset=utf-8", NOT_KEPT),
        ),
        case("POST", page.clone(), wrong, (JSON, NOT_KEPT)),
        case("DELETE", at("/mail"), wrong, (JSON, NOT_KEPT)),
    ];
    cases.push(Case {
        form: Some("status=on&language=da"),
        ..case(
            "POST",
            at("/mail"),
            StatusCode::SEE_OTHER,
            ("text/html", NOT_KEPT),
        )
    });
    let client = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .unwrap();
    for case in cases {
        let method = case.method.parse().unwrap();
        let mut request = client.request(method, wismo.url(&case.path));
        if let Some(form) = case.form {
            request = request
                .header("content-type", "application/x-www-form-urlencoded")
                .body(form);
        }
        let answer = request.send().await.unwrap();
        let name = format!("{} {}", case.method, case.path.replace(&page, "PAGE"));
        let header = |field: &str| {
            let value = answer.headers().get(field);
            value.map_or("", |value| value.to_str().unwrap()).to_owned()
        };
        assert_eq!(answer.status(), case.status, "{name}");
        assert_eq!(header("content-type"), case.media_type, "{name}");
        assert_eq!(header("cache-control"), case.cache, "{name}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{name}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{name}");
        assert_eq!(header("x-robots-tag"), "noindex, nofollow", "{name}");
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{name}: {policy}");
        assert!(
            policy.contains("frame-ancestors 'none'"),
            "{name}: {policy}"
        );
        assert!(!policy.contains("unsafe"), "{name}: {policy}");
        assert!(!policy.contains("script"), "{name}: {policy}");
        let is_page = case.media_type == HTML;
        assert_eq!(
            policy.contains("style-src 'sha256-"),
            is_page,
            "{name}: {policy}"
        );
        let body = answer.text().await.unwrap();
        assert_eq!(
            body.contains("name=\"robots\" content=\"noindex\""),
            is_page && case.method != "HEAD",
            "{name}"
        );
        if case.media_type == JSON && !body.is_empty() {
            serde_json::from_str::<Value>(&body).unwrap();
        }
    }
}
