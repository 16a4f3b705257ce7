use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, outgoing, plain_mail, response,
};
use super::*;

fn sparkpost() -> SparkPost {
    SparkPost::new(config(("sparkpost", "", "14ac5499", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = sparkpost().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["authorization"], "14ac5499");
    let to = "\"Åse \\\"Bee\\\" Nordmann\" <ase@customer.example>";
    assert_eq!(
        body(&request),
        json!({
            "options": {
                "transactional": true,
                "open_tracking": false,
                "click_tracking": false,
                "perform_substitutions": false,
            },
            "recipients": [
                { "address": { "email": "ase@customer.example", "name": "Åse \"Bee\" Nordmann" } },
                { "address": { "email": "books@customer.example", "header_to": to } },
                { "address": { "email": "dock@customer.example", "header_to": to } },
            ],
            "content": {
                "from": { "email": "orders@fjordfern.example", "name": "Fjord & Fern, Ltd." },
                "reply_to": "help@fjordfern.example",
                "subject": "Your order #1042 – Fjord & Fern",
                "text": "Hello Åse\n",
                "html": "<p>Hello Åse</p>",
                "headers": {
                    "Auto-Submitted": "auto-generated",
                    "CC": "\"Books, Ltd.\" <books@customer.example>, dock@customer.example",
                },
                "attachments": [{
                    "name": "invoice-88.pdf",
                    "type": "application/pdf",
                    "data": "AP8K",
                }],
            },
            "metadata": { "wismo_ref": "c2hvcC8x-Og_2" },
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let body = body(&sparkpost().request(&outgoing(&mail, &[])).unwrap());
    assert_eq!(body["recipients"].as_array().unwrap().len(), 1);
    for field in ["reply_to", "attachments"] {
        assert!(body["content"].get(field).is_none(), "{field}");
    }
    assert!(body["content"]["headers"].get("CC").is_none());
}

#[test]
fn what_looks_like_a_template_is_none() {
    let mut mail = plain_mail();
    mail.subject = "{{{each}}} {{x}} {y}".to_owned();
    mail.to.name = "{{address}}".to_owned();
    let body = body(&sparkpost().request(&outgoing(&mail, &[])).unwrap());
    assert_eq!(body["content"]["subject"], "{ { {each}}} { {x}} {y}");
    assert_eq!(body["recipients"][0]["address"]["name"], "{ {address}}");
}

#[test]
fn every_answer_has_its_class() {
    let error = |code: &str| {
        json!({ "errors": [{ "message": "x", "description": "to ase@customer.example", "code": code }] })
            .to_string()
    };
    let cases = [
        (200, r#"{"results":{"total_rejected_recipients":0,"total_accepted_recipients":1,"id":"11668787484950529"}}"#.to_owned(), "accepted"),
        (200, r#"{"results":{"total_rejected_recipients":0,"total_accepted_recipients":1}}"#.to_owned(), "unknown"),
        (200, r#"{"results":{"id":"11668787484950529"}}"#.to_owned(), "unknown"),
        (200, r#"{"errors":[{"message":"transmission created, but with validation errors","code":"2000"}],"results":{"rcpt_to_errors":[{"message":"required field is missing","code":"1400"}],"total_rejected_recipients":1,"total_accepted_recipients":1,"id":"11668787484950530"}}"#.to_owned(), "refused"),
        (200, r#"{"errors":[{"code":"2000"}],"results":{"total_rejected_recipients":1,"total_accepted_recipients":0,"id":"11668787484950530"}}"#.to_owned(), "recipient refused"),
        (200, r#"{"errors":[{"code":"2000"}],"results":{"total_rejected_recipients":0,"total_accepted_recipients":1,"id":"1"}}"#.to_owned(), "unknown"),
        (400, error("5002"), "recipient refused"),
        (400, error("7000"), "misconfigured"),
        (400, error("7001"), "misconfigured"),
        (400, error("2008"), "misconfigured"),
        (400, error("1100"), "refused"),
        (401, r#"{"errors":[{"message":"Unauthorized"}]}"#.to_owned(), "misconfigured"),
        (403, error("1902"), "misconfigured"),
        (413, error("10001"), "refused"),
        (415, error("x"), "refused"),
        (420, error("2101"), "over quota"),
        (420, error("2102"), "over quota"),
        (420, error("2103"), "over quota"),
        (420, error("2105"), "over quota"),
        (422, error("1400"), "refused"),
        (422, error("2007"), "refused"),
        (422, error("3002"), "refused"),
        (429, error("x"), "try again"),
        (500, error("x"), "try again"),
        (503, "".to_owned(), "try again"),
    ];
    let cases = cases
        .each_ref()
        .map(|(status, body, class)| (*status, body.as_str(), *class));
    classes(|response| sparkpost().outcome(response), &cases);
    let of = |index: usize| sparkpost().outcome(&response(cases[index].0, cases[index].1));
    assert_eq!(class(&of(0)), ("accepted", "11668787484950529"));
    assert_eq!(
        class(&of(3)).1,
        "SparkPost: 200, 2000 (not for every recipient)"
    );
}
