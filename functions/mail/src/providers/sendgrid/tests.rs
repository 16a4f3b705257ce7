use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, outgoing, plain_mail, response, with,
};
use super::*;

fn sendgrid() -> SendGrid {
    SendGrid::new(config(("sendgrid", "", "SG.123", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = sendgrid().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer SG.123");
    assert_eq!(
        body(&request),
        json!({
            "personalizations": [{
                "to": [{ "email": "ase@customer.example", "name": "Åse \"Bee\" Nordmann" }],
                "cc": [
                    { "email": "books@customer.example", "name": "Books, Ltd." },
                    { "email": "dock@customer.example" },
                ],
                "custom_args": { "wismo_ref": "c2hvcC8x-Og_2" },
            }],
            "from": { "email": "orders@fjordfern.example", "name": "Fjord & Fern, Ltd." },
            "reply_to": { "email": "help@fjordfern.example" },
            "subject": "Your order #1042 – Fjord & Fern",
            "content": [
                { "type": "text/plain", "value": "Hello Åse\n" },
                { "type": "text/html", "value": "<p>Hello Åse</p>" },
            ],
            "attachments": [{
                "content": "AP8K",
                "type": "application/pdf",
                "filename": "invoice-88.pdf",
                "disposition": "attachment",
            }],
            "headers": { "Auto-Submitted": "auto-generated" },
            "tracking_settings": {
                "click_tracking": { "enable": false, "enable_text": false },
                "open_tracking": { "enable": false },
                "subscription_tracking": { "enable": false },
                "ganalytics": { "enable": false },
            },
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let request = sendgrid().request(&outgoing(&mail, &[])).unwrap();
    let body = body(&request);
    assert!(body["personalizations"][0].get("cc").is_none());
    assert!(body.get("reply_to").is_none() && body.get("attachments").is_none());
}

#[test]
fn its_own_header_fields_are_not_ours() {
    let mut mail = mail();
    mail.headers.push(("X-SG-EID".to_owned(), "x".to_owned()));
    let refused = sendgrid().request(&outgoing(&mail, &[])).unwrap_err();
    assert_eq!(refused, RequestError::Header);
}

#[test]
fn an_accepted_mail_has_its_id_in_a_header_field() {
    let accepted = sendgrid().outcome(&with(202, &[("X-Message-Id", "14c5d75ce93")], ""));
    assert_eq!(class(&accepted), ("accepted", "14c5d75ce93"));
    assert_eq!(
        class(&sendgrid().outcome(&response(202, ""))),
        ("accepted", "")
    );
}

#[test]
fn every_answer_has_its_class() {
    let error = |message: &str, field: Option<&str>| {
        json!({ "errors": [{ "message": message, "field": field, "help": null }] }).to_string()
    };
    let no_address = "Does not contain a valid address.";
    let cases = [
        // Answers that something in front of the API may give.
        (202, "<html>".to_owned(), "unknown"),
        (200, error("x", None), "unknown"),
        (
            400,
            error(no_address, Some("personalizations.0.to.0.email")),
            "recipient refused",
        ),
        (400, error(no_address, Some("from.email")), "refused"),
        (400, error("Bad Request", None), "refused"),
        (
            400,
            error(
                "Each email address in the personalization block should be unique",
                Some("personalizations.0"),
            ),
            "refused",
        ),
        (
            401,
            error(
                "The provided authorization grant is invalid, expired, or revoked",
                None,
            ),
            "misconfigured",
        ),
        (401, error("Maximum credits exceeded", None), "over quota"),
        (
            403,
            error(
                "The from address does not match a verified Sender Identity. to ase@customer.example",
                Some("from"),
            ),
            "misconfigured",
        ),
        (404, error("not found", None), "misconfigured"),
        (405, error("method not allowed", None), "misconfigured"),
        (406, error("not acceptable", None), "refused"),
        (413, error("payload too large", None), "refused"),
        (415, error("unsupported media type", None), "refused"),
        (429, error("too many requests", None), "try again"),
        (500, error("internal error", None), "try again"),
        (503, error("unavailable", None), "try again"),
    ];
    let cases = cases
        .each_ref()
        .map(|(status, body, class)| (*status, body.as_str(), *class));
    classes(|response| sendgrid().outcome(response), &cases);
}

#[test]
fn it_says_when_the_next_request_may_come() {
    let headers = [
        ("date", "Sun, 22 Nov 2026 05:40:00 GMT"),
        ("x-ratelimit-reset", "1795326030"),
    ];
    let SendResult::TryAgain { after, .. } = sendgrid().outcome(&with(429, &headers, "")) else {
        panic!("another class");
    };
    assert_eq!(after.unwrap().whole_seconds(), 30);
}
