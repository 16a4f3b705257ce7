use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, outgoing, plain_mail, response,
};
use super::*;

fn mailpit(key: &str) -> Mailpit {
    Mailpit::new(config(("mailpit", "http://127.0.0.1:8025", key, ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = mailpit("me:pw").request(&outgoing(&mail, &files)).unwrap();
    // base64 of "me:pw".
    assert_eq!(request.headers()["authorization"], "Basic bWU6cHc=");
    assert_eq!(
        body(&request),
        json!({
            "From": { "Email": "orders@fjordfern.example", "Name": "Fjord & Fern, Ltd." },
            "To": [{ "Email": "ase@customer.example", "Name": "Åse \"Bee\" Nordmann" }],
            "Cc": [
                { "Email": "books@customer.example", "Name": "Books, Ltd." },
                { "Email": "dock@customer.example" },
            ],
            "ReplyTo": [{ "Email": "help@fjordfern.example" }],
            "Subject": "Your order #1042 – Fjord & Fern",
            "Text": "Hello Åse\n",
            "HTML": "<p>Hello Åse</p>",
            "Headers": { "Auto-Submitted": "auto-generated", "X-Wismo-Ref": "c2hvcC8x-Og_2" },
            "Attachments": [{
                "Content": "AP8K",
                "Filename": "invoice-88.pdf",
                "ContentType": "application/pdf",
            }],
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any_and_an_open_inbox_needs_no_key() {
    let mail = plain_mail();
    let request = mailpit("").request(&outgoing(&mail, &[])).unwrap();
    assert!(!request.headers().contains_key("authorization"));
    for field in ["Cc", "ReplyTo", "Attachments"] {
        assert!(body(&request).get(field).is_none(), "{field}");
    }
}

#[test]
fn every_answer_has_its_class() {
    let cases = [
        (200, r#"{"ID":"iAfZVVe2UQfNSG5BAjgYwa"}"#, "accepted"),
        (200, r#"{"ID":""}"#, "unknown"),
        (
            400,
            r#"{"Error":"invalid To address: ase@customer.example"}"#,
            "refused",
        ),
        (401, "Unauthorised.", "misconfigured"),
        (
            413,
            r#"{"Error":"http: request body too large"}"#,
            "refused",
        ),
    ];
    classes(|response| mailpit("").outcome(response), &cases);
    let accepted = mailpit("").outcome(&response(200, cases[0].1));
    assert_eq!(class(&accepted), ("accepted", "iAfZVVe2UQfNSG5BAjgYwa"));
}
