use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, outgoing, plain_mail, response,
};
use super::*;

fn mailjet() -> Mailjet {
    Mailjet::new(config(("mailjet", "", "public:private", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = mailjet().request(&outgoing(&mail, &files)).unwrap();
    // base64 of "public:private".
    assert_eq!(
        request.headers()["authorization"],
        "Basic cHVibGljOnByaXZhdGU="
    );
    assert_eq!(
        body(&request),
        json!({
            "Messages": [{
                "From": { "Email": "orders@fjordfern.example", "Name": "Fjord & Fern, Ltd." },
                "To": [{ "Email": "ase@customer.example", "Name": "Åse \"Bee\" Nordmann" }],
                "Cc": [
                    { "Email": "books@customer.example", "Name": "Books, Ltd." },
                    { "Email": "dock@customer.example" },
                ],
                "ReplyTo": { "Email": "help@fjordfern.example" },
                "Subject": "Your order #1042 – Fjord & Fern",
                "TextPart": "Hello Åse\n",
                "HTMLPart": "<p>Hello Åse</p>",
                "Headers": { "Auto-Submitted": "auto-generated" },
                "Attachments": [{
                    "ContentType": "application/pdf",
                    "Filename": "invoice-88.pdf",
                    "Base64Content": "AP8K",
                }],
                "CustomID": "c2hvcC8x-Og_2",
                "TrackOpens": "disabled",
                "TrackClicks": "disabled",
            }],
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let request = mailjet().request(&outgoing(&mail, &[])).unwrap();
    for field in ["Cc", "ReplyTo", "Attachments"] {
        assert!(
            body(&request)["Messages"][0].get(field).is_none(),
            "{field}"
        );
    }
}

#[test]
fn a_subject_or_header_field_that_it_does_not_take_is_refused() {
    let mut mail = plain_mail();
    mail.subject = "é".repeat(255);
    assert!(mailjet().request(&outgoing(&mail, &[])).is_ok());
    mail.subject.push('é');
    let refused = mailjet().request(&outgoing(&mail, &[])).unwrap_err();
    assert_eq!(refused, RequestError::TooLong);
    let mut mail = plain_mail();
    mail.headers.push(("X-Mailer".to_owned(), "x".to_owned()));
    let refused = mailjet().request(&outgoing(&mail, &[])).unwrap_err();
    assert_eq!(refused, RequestError::Header);
}

#[test]
fn every_answer_has_its_class() {
    let refused = |code: &str, status: u16, related: &str| {
        let error = json!({
            "ErrorIdentifier": "f987008f-251a-4dff-8ffc-40f1583ad7bc", "ErrorCode": code,
            "StatusCode": status, "ErrorMessage": "to ase@customer.example",
            "ErrorRelatedTo": [related],
        });
        json!({ "Messages": [{ "Status": "error", "Errors": [error] }] }).to_string()
    };
    let global = |code: &str, status: u16| {
        json!({ "ErrorIdentifier": "06df1144", "ErrorCode": code, "ErrorMessage": "x", "StatusCode": status })
            .to_string()
    };
    let success = r#"{"Messages":[{"Status":"success","CustomID":"x","To":[{"Email":"a@b.example","MessageUUID":"123","MessageID":70650219165027410,"MessageHref":"https://api.mailjet.com/v3/REST/message/70650219165027410"}],"Cc":[],"Bcc":[]}]}"#;
    let cases = [
        (200, success.to_owned(), "accepted"),
        (
            200,
            r#"{"Messages":[{"Status":"success"}]}"#.to_owned(),
            "accepted",
        ),
        (200, r#"{"Messages":[]}"#.to_owned(), "unknown"),
        (
            200,
            refused("mj-0013", 400, "To[0].Email"),
            "recipient refused",
        ),
        (200, refused("mj-0003", 400, "Subject"), "refused"),
        (200, refused("send-0008", 403, "From"), "misconfigured"),
        (200, refused("x", 429, ""), "try again"),
        (200, refused("x", 500, ""), "try again"),
        (
            400,
            refused("mj-0013", 400, "To[0].Email"),
            "recipient refused",
        ),
        (400, refused("mj-0013", 400, "From.Email"), "refused"),
        (400, refused("mj-0004", 400, "HTMLPart"), "refused"),
        (400, refused("send-0003", 400, "HTMLPart"), "refused"),
        (400, refused("send-0011", 400, "Headers"), "refused"),
        (403, refused("send-0006", 403, "SenderID"), "misconfigured"),
        (403, refused("send-0007", 403, "SenderID"), "misconfigured"),
        (403, refused("send-0008", 403, "From"), "misconfigured"),
        (400, refused("send-0008", 403, "From"), "misconfigured"),
        (400, global("mj-0002", 400), "refused"),
        (400, global("mj-0011", 400), "refused"),
        (401, global("mj-0001", 401), "misconfigured"),
        (
            401,
            r#"{"StatusCode":401,"ErrorMessage":"API key authentication/authorization failure"}"#
                .to_owned(),
            "misconfigured",
        ),
        (429, "Too many requests".to_owned(), "try again"),
        (500, global("mj-0999", 500), "try again"),
    ];
    let cases = cases
        .each_ref()
        .map(|(status, body, class)| (*status, body.as_str(), *class));
    classes(|response| mailjet().outcome(response), &cases);
    let of = |index: usize| mailjet().outcome(&response(cases[index].0, cases[index].1));
    assert_eq!(class(&of(0)), ("accepted", "70650219165027410"));
    assert_eq!(class(&of(8)).1, "Mailjet: 400, mj-0013");
}
