use serde_json::json;

use super::super::tests::{
    body, class, classes, config, invoice, mail, now, outgoing, plain_mail, with,
};
use super::*;

fn ses() -> Ses {
    let key = "AKIDEXAMPLE:wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    Ses::new(config(("ses", "", key, "eu-north-1"))).unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, files) = (mail(), invoice());
    let request = ses().request(&outgoing(&mail, &files), now()).unwrap();
    assert_eq!(
        body(&request),
        json!({
            "FromEmailAddress": "\"Fjord & Fern, Ltd.\" <orders@fjordfern.example>",
            "Destination": {
                "ToAddresses": ["=?UTF-8?B?w4VzZSAiQmVlIiBOb3JkbWFubg==?= <ase@customer.example>"],
                "CcAddresses": ["\"Books, Ltd.\" <books@customer.example>", "dock@customer.example"],
            },
            "ReplyToAddresses": ["help@fjordfern.example"],
            "Content": {
                "Simple": {
                    "Subject": { "Data": "Your order #1042 – Fjord & Fern", "Charset": "UTF-8" },
                    "Body": {
                        "Text": { "Data": "Hello Åse\n", "Charset": "UTF-8" },
                        "Html": { "Data": "<p>Hello Åse</p>", "Charset": "UTF-8" },
                    },
                    "Headers": [{ "Name": "Auto-Submitted", "Value": "auto-generated" }],
                    "Attachments": [{
                        "RawContent": "AP8K",
                        "FileName": "invoice-88.pdf",
                        "ContentType": "application/pdf",
                        "ContentDisposition": "ATTACHMENT",
                        "ContentTransferEncoding": "BASE64",
                    }],
                },
            },
            "EmailTags": [{ "Name": "wismo_ref", "Value": "c2hvcC8x-Og_2" }],
        })
    );
}

#[test]
fn a_request_is_signed_for_its_host_and_moment() {
    let mail = plain_mail();
    let signed = |now| {
        let request = ses().request(&outgoing(&mail, &[]), now).unwrap();
        let field = |name: &str| request.headers()[name].to_str().unwrap().to_owned();
        assert_eq!(field("host"), "email.eu-north-1.amazonaws.com");
        (field("x-amz-date"), field("authorization"))
    };
    let (date, authorization) = signed(now());
    assert_eq!(date, "20260606T171838Z");
    let (head, signature) = authorization.split_once(", Signature=").unwrap();
    assert_eq!(
        head,
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260606/eu-north-1/ses/aws4_request, \
         SignedHeaders=content-type;host;x-amz-date"
    );
    assert_eq!(signature.len(), 64);
    assert_eq!(signed(now()).1, authorization);
    assert_ne!(signed(Timestamp::UNIX_EPOCH).1, authorization);
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let body = body(&ses().request(&outgoing(&mail, &[]), now()).unwrap());
    assert!(body["Destination"].get("CcAddresses").is_none());
    assert!(body.get("ReplyToAddresses").is_none());
    assert!(body["Content"]["Simple"].get("Attachments").is_none());
}

#[test]
fn every_answer_has_its_class() {
    let not_verified = r#"{"message":"Email address is not verified. The following identities failed the check in region EU-NORTH-1: orders@fjordfern.example"}"#;
    let cases = [
        (
            "TooManyRequestsException",
            429,
            r#"{"message":"Maximum sending rate exceeded."}"#,
            "try again",
        ),
        (
            "TooManyRequestsException",
            429,
            r#"{"message":"Daily message quota exceeded."}"#,
            "over quota",
        ),
        (
            "ThrottlingException",
            400,
            r#"{"message":"Maximum sending rate exceeded."}"#,
            "try again",
        ),
        (
            "ThrottlingException",
            400,
            r#"{"message":"Daily message quota exceeded."}"#,
            "over quota",
        ),
        ("LimitExceededException", 400, "{}", "over quota"),
        ("AccountSuspendedException", 400, "{}", "misconfigured"),
        ("SendingPausedException", 400, "{}", "misconfigured"),
        (
            "MailFromDomainNotVerifiedException",
            400,
            "{}",
            "misconfigured",
        ),
        (
            "MessageRejected",
            400,
            r#"{"message":"Message rejected: to ase@customer.example"}"#,
            "refused",
        ),
        ("MessageRejected", 400, not_verified, "misconfigured"),
        ("NotFoundException", 404, "{}", "misconfigured"),
        (
            "BadRequestException",
            400,
            r#"{"message":"Illegal address"}"#,
            "refused",
        ),
        (
            "BadRequestException:http://internal.amazon.com/coral/x/",
            400,
            "{}",
            "refused",
        ),
        ("ValidationException", 400, "{}", "refused"),
        // Errors of signatures and keys.
        ("SignatureDoesNotMatch", 403, "{}", "misconfigured"),
        (
            "InvalidSignatureException",
            403,
            r#"{"message":"Signature expired"}"#,
            "misconfigured",
        ),
        ("UnrecognizedClientException", 403, "{}", "misconfigured"),
        ("InvalidClientTokenId", 403, "{}", "misconfigured"),
        (
            "AccessDeniedException",
            403,
            r#"{"Message":"is not authorized"}"#,
            "misconfigured",
        ),
        ("IncompleteSignatureException", 400, "{}", "misconfigured"),
        ("InternalFailure", 500, "{}", "try again"),
        ("ServiceUnavailable", 503, "{}", "try again"),
    ];
    for (name, status, body, expected) in cases {
        let sent = ses().outcome(&with(status, &[("x-amzn-ErrorType", name)], body));
        let (class, words) = class(&sent);
        assert_eq!(class, expected, "{name} {body}");
        let name = name.split(':').next().unwrap();
        assert_eq!(words, format!("SES: {status}, {name}"));
    }
    classes(
        |response| ses().outcome(response),
        &[
            (200, r#"{"MessageId":"010f0168-1042"}"#, "accepted"),
            (200, r#"{"MessageId":""}"#, "unknown"),
            // Errors that are named in the body.
            (
                400,
                r#"{"__type":"com.amazonaws.sesv2#SendingPausedException"}"#,
                "misconfigured",
            ),
            (
                400,
                r#"{"__type":"MessageRejected","message":"x"}"#,
                "refused",
            ),
            (
                400,
                r#"{"code":"AccountSuspendedException"}"#,
                "misconfigured",
            ),
            (400, r#"{"__type":"to ase@customer.example"}"#, "refused"),
        ],
    );
}
