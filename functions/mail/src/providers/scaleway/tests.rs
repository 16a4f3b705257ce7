use serde_json::json;

use super::super::tests::{
    PROJECT, body, class, classes, config, invoice, mail, outgoing, plain_mail, response,
};
use super::*;

fn scaleway() -> Scaleway {
    Scaleway::new(config(("scaleway", "", "secret-key", PROJECT))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mut mail, files) = (mail(), invoice());
    mail.reply_to.as_mut().unwrap().name = "Hjälp".to_owned();
    mail.text = "Hello Åse Nordmann\n".to_owned();
    let request = scaleway().request(&outgoing(&mail, &files)).unwrap();
    assert_eq!(request.headers()["x-auth-token"], "secret-key");
    assert_eq!(
        body(&request),
        json!({
            "project_id": PROJECT,
            "from": { "email": "orders@fjordfern.example", "name": "Fjord & Fern, Ltd." },
            "to": [{ "email": "ase@customer.example", "name": "Åse \"Bee\" Nordmann" }],
            "cc": [
                { "email": "books@customer.example", "name": "Books, Ltd." },
                { "email": "dock@customer.example" },
            ],
            "subject": "Your order #1042 – Fjord & Fern",
            "text": "Hello Åse Nordmann\n",
            "html": "<p>Hello Åse</p>",
            "attachments": [{
                "name": "invoice-88.pdf",
                "type": "application/pdf",
                "content": "AP8K",
            }],
            "additional_headers": [
                { "key": "Auto-Submitted", "value": "auto-generated" },
                { "key": "Reply-To", "value": "=?UTF-8?B?SGrDpGxw?= <help@fjordfern.example>" },
                { "key": "X-Wismo-Ref", "value": "c2hvcC8x-Og_2" },
            ],
        })
    );
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let body = body(&scaleway().request(&outgoing(&mail, &[])).unwrap());
    assert!(body.get("cc").is_none() && body.get("attachments").is_none());
    assert!(!body.to_string().contains("Reply-To"));
}

#[test]
fn what_is_below_or_above_its_limits_is_refused() {
    let mut short = plain_mail();
    short.subject = "Odesláno".to_owned();
    assert!(scaleway().request(&outgoing(&short, &[])).is_ok());
    short.subject = "Order".to_owned();
    let refused = scaleway().request(&outgoing(&short, &[])).unwrap_err();
    assert_eq!(refused, RequestError::TooShort);
    let (mail, [file]) = (plain_mail(), invoice());
    let files = vec![file; 11];
    assert!(scaleway().request(&outgoing(&mail, &files[..10])).is_ok());
    let refused = scaleway().request(&outgoing(&mail, &files)).unwrap_err();
    assert_eq!(refused, RequestError::TooManyAttachments);
}

#[test]
fn it_takes_ten_recipients() {
    let mut mail = mail();
    let copy = |n| wismo_domain::mail::Mailbox::new("", &format!("c{n}@b.example")).unwrap();
    mail.cc = (0..20).map(copy).collect();
    let body = body(&scaleway().request(&outgoing(&mail, &[])).unwrap());
    assert_eq!(body["cc"].as_array().unwrap().len(), 9);
}

#[test]
fn every_answer_has_its_class() {
    let invalid = |argument: &str| {
        let detail = json!({ "argument_name": argument, "reason": "constraint", "help_message": "ase@customer.example" });
        json!({ "type": "invalid_arguments", "message": "invalid argument(s)", "details": [detail] })
            .to_string()
    };
    let error = |name: &str| json!({ "type": name, "message": "x" }).to_string();
    let cases = [
        (
            200,
            r#"{"emails":[{"id":"d5d1d9d5-0000-4000-8000-000000000001","status":"new"}]}"#
                .to_owned(),
            "accepted",
        ),
        (200, r#"{"emails":[]}"#.to_owned(), "unknown"),
        (400, invalid("to"), "recipient refused"),
        (400, invalid("to[0].email"), "recipient refused"),
        (400, invalid("to.0.email"), "recipient refused"),
        (400, invalid("total"), "refused"),
        (400, invalid("from.email"), "misconfigured"),
        (400, invalid("project_id"), "misconfigured"),
        (400, invalid("subject"), "refused"),
        (401, error("denied_authentication"), "misconfigured"),
        (403, error("permissions_denied"), "misconfigured"),
        (403, error("quotas_exceeded"), "over quota"),
        (404, error("not_found"), "misconfigured"),
        (409, error("transient_state"), "try again"),
        (412, error("precondition_failed"), "misconfigured"),
        (423, error("locked"), "try again"),
        (429, error("too_many_requests"), "try again"),
        (500, error("internal_error"), "try again"),
    ];
    let cases = cases
        .each_ref()
        .map(|(status, body, class)| (*status, body.as_str(), *class));
    classes(|response| scaleway().outcome(response), &cases);
    let reason = scaleway().outcome(&response(403, cases[11].1));
    assert_eq!(class(&reason).1, "Scaleway: 403, quotas_exceeded");
}
