use serde_json::json;

use super::super::tests::{body, class, config, invoice, mail, outgoing, plain_mail, response};
use super::*;

fn postmark() -> Postmark {
    Postmark::new(config(("postmark", "", "server-token", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = postmark().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["x-postmark-server-token"], "server-token");
    assert_eq!(request.headers()["accept"], "application/json");
    assert_eq!(
        body(&request),
        json!({
            "From": "\"Fjord & Fern, Ltd.\" <orders@fjordfern.example>",
            "To": "\"Åse \\\"Bee\\\" Nordmann\" <ase@customer.example>",
            "Cc": "\"Books, Ltd.\" <books@customer.example>, dock@customer.example",
            "ReplyTo": "help@fjordfern.example",
            "Subject": "Your order #1042 – Fjord & Fern",
            "TextBody": "Hello Åse\n",
            "HtmlBody": "<p>Hello Åse</p>",
            "Headers": [{ "Name": "Auto-Submitted", "Value": "auto-generated" }],
            "Attachments": [{
                "Name": "invoice-88.pdf",
                "Content": "AP8K",
                "ContentType": "application/pdf",
            }],
            "Metadata": { "wismo-key": "shop/1:2", "wismo_ref_1": "c2hvcC8x-Og_2" },
            "TrackOpens": false,
            "TrackLinks": "None",
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let request = postmark().request(&outgoing(&mail, &[])).unwrap();
    for field in ["Cc", "ReplyTo", "Attachments"] {
        assert!(body(&request).get(field).is_none(), "{field}");
    }
}

#[test]
fn a_part_that_is_too_large_is_refused() {
    let mut mail = mail();
    mail.html = "x".repeat(5_000_001);
    let refused = postmark().request(&outgoing(&mail, &[])).unwrap_err();
    assert_eq!(refused, RequestError::TooLarge);
}

#[test]
fn every_answer_has_its_class() {
    let error =
        |code| json!({ "ErrorCode": code, "Message": "to ase@customer.example" }).to_string();
    let cases = [
        (200, r#"{"To":"a@b.example","SubmittedAt":"2026-06-06T10:00:00Z","MessageID":"b7bc2f4a-e38e-4336-af7d-e6c392c2f817","ErrorCode":0,"Message":"OK"}"#.to_owned(), "accepted"),
        (200, r#"{"ErrorCode":0,"Message":"OK"}"#.to_owned(), "accepted"),
        (200, error(100), "try again"),
        (200, error(406), "recipient refused"),
        (200, error(412), "misconfigured"),
        (200, error(999), "unknown"),
        (200, "<html>".to_owned(), "unknown"),
        (200, r#"{"To":"a@b.example","MessageID":"b7bc"#.to_owned(), "unknown"),
        (200, String::new(), "unknown"),
        (204, String::new(), "unknown"),
        (301, String::new(), "misconfigured"),
        (400, String::new(), "refused"),
        (401, error(10), "misconfigured"),
        (401, "Unauthorized".to_owned(), "misconfigured"),
        // From a firewall in front of the API: HTML, no ErrorCode.
        (403, "<html>".to_owned(), "misconfigured"),
        (404, "<html>".to_owned(), "misconfigured"),
        (408, String::new(), "try again"),
        (413, String::new(), "refused"),
        (415, error(409), "refused"),
        (422, error(10), "misconfigured"),
        (422, error(100), "try again"),
        (422, error(300), "refused"),
        (422, error(400), "misconfigured"),
        (422, error(401), "misconfigured"),
        (422, error(402), "refused"),
        (422, error(403), "refused"),
        (422, error(405), "misconfigured"),
        (422, error(406), "recipient refused"),
        (422, error(411), "refused"),
        (422, error(412), "misconfigured"),
        (422, error(413), "misconfigured"),
        (422, error(0), "refused"),
        (422, "garbage".to_owned(), "refused"),
        (429, error(429), "try again"),
        (429, String::new(), "try again"),
        (500, error(0), "try again"),
        (502, "<html>".to_owned(), "unknown"),
        (503, error(100), "try again"),
        (504, String::new(), "unknown"),
    ];
    for (status, body, expected) in cases {
        let sent = postmark().outcome(&response(status, &body));
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
fn a_reason_tells_the_code() {
    let sent = postmark().outcome(&response(422, r#"{"ErrorCode":406,"Message":"x"}"#));
    assert_eq!(
        class(&sent).1,
        "Postmark: 422, ErrorCode 406 (inactive recipient)"
    );
}

#[test]
fn an_id_that_is_none_is_not_kept() {
    for id in ["", "a b", &"x".repeat(129)] {
        let body = json!({ "ErrorCode": 0, "MessageID": id }).to_string();
        let sent = postmark().outcome(&response(200, &body));
        assert_eq!(sent, SendResult::Accepted { id: None });
    }
}
