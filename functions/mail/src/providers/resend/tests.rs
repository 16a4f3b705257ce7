use serde_json::json;

use super::super::tests::{
    body, class, config, invoice, mail, outgoing, plain_mail, response, with,
};
use super::*;

fn resend() -> Resend {
    Resend::new(config(("resend", "", "re_123", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = resend().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer re_123");
    assert_eq!(request.headers()["idempotency-key"], "shop/1:2");
    assert!(request.headers().contains_key("user-agent"));
    assert_eq!(
        body(&request),
        json!({
            "from": "\"Fjord & Fern, Ltd.\" <orders@fjordfern.example>",
            "to": ["\"Åse \\\"Bee\\\" Nordmann\" <ase@customer.example>"],
            "cc": ["\"Books, Ltd.\" <books@customer.example>", "dock@customer.example"],
            "reply_to": "help@fjordfern.example",
            "subject": "Your order #1042 – Fjord & Fern",
            "text": "Hello Åse\n",
            "html": "<p>Hello Åse</p>",
            "headers": { "Auto-Submitted": "auto-generated" },
            "attachments": [{
                "content": "AP8K",
                "filename": "invoice-88.pdf",
                "content_type": "application/pdf",
            }],
            "tags": [{ "name": "wismo_ref", "value": "c2hvcC8x-Og_2" }],
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let request = resend().request(&outgoing(&mail, &[])).unwrap();
    for field in ["cc", "reply_to", "attachments"] {
        assert!(body(&request).get(field).is_none(), "{field}");
    }
}

#[test]
fn every_answer_has_its_class() {
    let error = |status: u16, name: &str| {
        json!({ "statusCode": status, "name": name, "message": "to ase@customer.example" })
            .to_string()
    };
    let named = [
        (400, "validation_error", "refused"),
        (400, "invalid_idempotency_key", "refused"),
        (401, "missing_api_key", "misconfigured"),
        (401, "restricted_api_key", "misconfigured"),
        (403, "invalid_api_key", "misconfigured"),
        (403, "validation_error", "misconfigured"),
        (404, "not_found", "misconfigured"),
        (405, "method_not_allowed", "misconfigured"),
        (409, "invalid_idempotent_request", "refused"),
        (409, "concurrent_idempotent_requests", "try again"),
        (422, "missing_required_field", "refused"),
        (422, "invalid_attachment", "refused"),
        (422, "invalid_parameter", "refused"),
        (422, "invalid_from_address", "misconfigured"),
        (422, "invalid_access", "misconfigured"),
        (429, "rate_limit_exceeded", "try again"),
        (429, "daily_quota_exceeded", "over quota"),
        (429, "monthly_quota_exceeded", "over quota"),
        (451, "security_error", "refused"),
        (500, "application_error", "try again"),
        (500, "internal_server_error", "try again"),
        (503, "service_unavailable", "try again"),
    ];
    let named = named.map(|(status, name, class)| (status, error(status, name), class));
    let bare = [
        (
            200,
            r#"{"id":"49a3999c-0ce1-4ea6-ab68-afcd6dc2e794"}"#,
            "accepted",
        ),
        (200, "{}", "unknown"),
        (200, r#"{"id":""}"#, "unknown"),
        (200, r#"{"id":"49a3"#, "unknown"),
        (200, "", "unknown"),
        (200, r#"{"name":"validation_error"}"#, "unknown"),
        (202, "accepted", "unknown"),
        (308, "", "misconfigured"),
        (400, "garbage", "refused"),
        (403, "error code: 1010", "misconfigured"),
        (408, "", "try again"),
        (409, "garbage", "try again"),
        (413, "", "refused"),
        (422, r#"{"name":"mail ase@customer.example"}"#, "refused"),
        (429, "", "try again"),
        (502, "<html>", "unknown"),
        (504, "", "unknown"),
    ];
    let bare = bare.map(|(status, body, class)| (status, body.to_owned(), class));
    for (status, body, expected) in named.into_iter().chain(bare) {
        let sent = resend().outcome(&response(status, &body));
        let (class, words) = class(&sent);
        assert_eq!(class, expected, "{status} {body}");
        assert!(!words.contains('@'), "{words}");
        assert!(
            expected == "accepted" || words.contains(&status.to_string()),
            "{words}"
        );
    }
}

#[test]
fn a_reason_tells_the_name() {
    let sent = resend().outcome(&response(429, r#"{"name":"daily_quota_exceeded"}"#));
    assert_eq!(class(&sent).1, "Resend: 429, daily_quota_exceeded");
}

#[test]
fn it_says_how_long_to_wait() {
    let limited = r#"{"name":"rate_limit_exceeded"}"#;
    let sent = resend().outcome(&with(429, &[("retry-after", "2")], limited));
    let expected = SendResult::TryAgain {
        reason: "Resend: 429, rate_limit_exceeded".to_owned(),
        after: Some(wismo_domain::time::Duration::seconds(2)),
    };
    assert_eq!(sent, expected);
}
