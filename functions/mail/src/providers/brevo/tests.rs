use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, outgoing, plain_mail, response, with,
};
use super::*;

fn brevo() -> Brevo {
    Brevo::new(config(("brevo", "", "xkeysib-123", ""))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = brevo().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["api-key"], "xkeysib-123");
    assert_eq!(
        body(&request),
        json!({
            "sender": { "email": "orders@fjordfern.example", "name": "Fjord & Fern, Ltd." },
            "to": [{ "email": "ase@customer.example", "name": "Åse Bee Nordmann" }],
            "cc": [
                { "email": "books@customer.example", "name": "Books, Ltd." },
                { "email": "dock@customer.example" },
            ],
            "replyTo": { "email": "help@fjordfern.example" },
            "subject": "Your order #1042 – Fjord & Fern",
            "textContent": "Hello Åse\n",
            "htmlContent": "<p>Hello Åse</p>",
            "headers": {
                "Auto-Submitted": "auto-generated",
                // Made from the SHA-256 of "shop/1:2", which begins with
                // cd80baac43a180fa56a79dc5175911e8.
                "idempotencyKey": "cd80baac-43a1-50fa-96a7-9dc5175911e8",
                "X-Mailin-custom": "c2hvcC8x-Og_2",
            },
            "attachment": [{ "name": "invoice-88.pdf", "content": "AP8K" }],
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let request = brevo().request(&outgoing(&mail, &[])).unwrap();
    for field in ["cc", "replyTo", "attachment"] {
        assert!(body(&request).get(field).is_none(), "{field}");
    }
}

#[test]
fn a_name_has_no_more_characters_than_it_takes_and_none_where_answers_go() {
    let mut mail = mail();
    mail.to.name = "é".repeat(80);
    mail.reply_to.as_mut().unwrap().name = "Hjälp".to_owned();
    let request = body(&brevo().request(&outgoing(&mail, &[])).unwrap());
    assert_eq!(request["to"][0]["name"], "é".repeat(70));
    assert_eq!(
        request["replyTo"],
        json!({ "email": "help@fjordfern.example" })
    );
}

#[test]
fn a_key_is_a_uuid_of_its_own() {
    let keys = ["a", "b", "wismo-0123"].map(uuid);
    for key in &keys {
        let parts: Vec<usize> = key.split('-').map(str::len).collect();
        assert_eq!(parts, [8, 4, 4, 4, 12], "{key}");
        assert_eq!(&key[14..15], "5");
        assert!("89ab".contains(&key[19..20]), "{key}");
    }
    assert_ne!(keys[0], keys[1]);
}

#[test]
fn what_looks_like_a_template_is_none() {
    let mut mail = plain_mail();
    mail.subject = "A {{ x }}".to_owned();
    mail.text = "Mug {{ contact.EMAIL }} {% if".to_owned();
    mail.html = "<p>Mug {{ contact.EMAIL }} {% if</p>".to_owned();
    let body = body(&brevo().request(&outgoing(&mail, &[])).unwrap());
    assert_eq!(body["subject"], "A { { x }}");
    assert_eq!(body["textContent"], "Mug { { contact.EMAIL }} { % if");
    let html = "<p>Mug &#123;&#123; contact.EMAIL }} &#123;% if</p>";
    assert_eq!(body["htmlContent"], html);
}

#[test]
fn every_answer_has_its_class() {
    let error = |code: &str, message: &str| json!({ "code": code, "message": message }).to_string();
    let cases = [
        (
            201,
            r#"{"messageId":"<202606061718.123@smtp-relay.mailin.fr>"}"#.to_owned(),
            "accepted",
        ),
        (
            202,
            r#"{"messageId":"<202606061718.123@smtp-relay.mailin.fr>"}"#.to_owned(),
            "accepted",
        ),
        (
            200,
            r#"{"messageId":"<1@smtp-relay.mailin.fr>"}"#.to_owned(),
            "unknown",
        ),
        (201, r#"{"messageId":""}"#.to_owned(), "unknown"),
        (
            400,
            error("invalid_parameter", "email is not valid in to"),
            "recipient refused",
        ),
        (
            400,
            error("invalid_parameter", "email is not valid in cc"),
            "refused",
        ),
        (
            400,
            error(
                "invalid_parameter",
                "Sending has been rejected because the sender you used orders@fjordfern.example is not valid.",
            ),
            "misconfigured",
        ),
        (
            400,
            error("missing_parameter", "subject is missing"),
            "refused",
        ),
        (400, error("out_of_range", "x"), "refused"),
        (
            400,
            error("bad_request", "to ase@customer.example"),
            "refused",
        ),
        (400, error("not_enough_credits", "x"), "over quota"),
        (400, error("duplicate_request", "x"), "unknown"),
        (400, error("account_under_validation", "x"), "misconfigured"),
        (401, error("unauthorized", "Key not found"), "misconfigured"),
        (402, error("not_enough_credits", "x"), "over quota"),
        (403, error("permission_denied", "x"), "misconfigured"),
        (404, error("document_not_found", "x"), "misconfigured"),
        (405, error("method_not_allowed", "x"), "misconfigured"),
        (406, error("not_acceptable", "x"), "refused"),
        (422, error("unprocessable_entity", "x"), "refused"),
        (429, error("too_many_requests", "x"), "try again"),
        (500, error("internal_server_error", "x"), "try again"),
    ];
    let cases = cases
        .each_ref()
        .map(|(status, body, class)| (*status, body.as_str(), *class));
    classes(|response| brevo().outcome(response), &cases);
    let reason = brevo().outcome(&response(403, cases[15].1));
    assert_eq!(class(&reason).1, "Brevo: 403, permission_denied");
    let limited = brevo().outcome(&with(429, &[("x-sib-ratelimit-reset", "12")], ""));
    let SendResult::TryAgain { after, .. } = limited else {
        panic!("another class");
    };
    assert_eq!(after.unwrap().whole_seconds(), 12);
}
