use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, outgoing, plain_mail, response,
};
use super::*;

fn mailtrap() -> Mailtrap {
    Mailtrap::new(config(("mailtrap", "", "token-123", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = mailtrap().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["authorization"], "Bearer token-123");
    assert_eq!(
        body(&request),
        json!({
            "from": { "email": "orders@fjordfern.example", "name": "Fjord & Fern, Ltd." },
            "to": [{ "email": "ase@customer.example", "name": "Åse \"Bee\" Nordmann" }],
            "cc": [
                { "email": "books@customer.example", "name": "Books, Ltd." },
                { "email": "dock@customer.example" },
            ],
            "reply_to": { "email": "help@fjordfern.example" },
            "subject": "Your order #1042 – Fjord & Fern",
            "text": "Hello Åse\n",
            "html": "<p>Hello Åse</p>",
            "headers": { "Auto-Submitted": "auto-generated" },
            "attachments": [{
                "content": "AP8K",
                "filename": "invoice-88.pdf",
                "type": "application/pdf",
                "disposition": "attachment",
            }],
            "custom_variables": { "wismo_ref": "c2hvcC8x-Og_2" },
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let request = mailtrap().request(&outgoing(&mail, &[])).unwrap();
    for field in ["cc", "reply_to", "attachments"] {
        assert!(body(&request).get(field).is_none(), "{field}");
    }
}

#[test]
fn every_answer_has_its_class() {
    let cases = [
        (
            200,
            r#"{"success":true,"message_ids":["0c7fd939-02cf-11ed-88c2-0a58a9feac02"]}"#,
            "accepted",
        ),
        (200, r#"{"success":true,"message_ids":[]}"#, "unknown"),
        (200, r#"{"success":false,"errors":["x"]}"#, "refused"),
        (
            400,
            r#"{"success":false,"errors":["'to' address is invalid"]}"#,
            "recipient refused",
        ),
        (
            400,
            r#"{"success":false,"errors":["'from' address is invalid"]}"#,
            "refused",
        ),
        (
            400,
            r#"{"success":false,"errors":["'to', 'cc' or 'bcc' address is required"]}"#,
            "recipient refused",
        ),
        (
            400,
            r#"{"success":false,"errors":["to ase@customer.example"]}"#,
            "refused",
        ),
        (
            401,
            r#"{"success":false,"errors":["Unauthorized"]}"#,
            "misconfigured",
        ),
        (
            403,
            r#"{"success":false,"errors":["Forbidden"]}"#,
            "misconfigured",
        ),
        (
            413,
            r#"{"success":false,"errors":["too large"]}"#,
            "refused",
        ),
        (
            429,
            r#"{"success":false,"errors":["Too many requests"]}"#,
            "try again",
        ),
        (
            500,
            r#"{"success":false,"errors":["Internal server error"]}"#,
            "try again",
        ),
    ];
    classes(|response| mailtrap().outcome(response), &cases);
    let accepted = mailtrap().outcome(&response(200, cases[0].1));
    let id = "0c7fd939-02cf-11ed-88c2-0a58a9feac02";
    assert_eq!(class(&accepted), ("accepted", id));
}
