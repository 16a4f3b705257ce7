//! Events as providers send and sign them, about the fate of a mail.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{DerSignature, SigningKey};
use serde_json::{Value, json};
use sha2::Sha256;
use wismo::recorder::Api;
use wismo_domain::time::Timestamp;

use super::shop::standard_signature;

/// An event about a mail, and the way it is sent.
#[derive(Clone, Copy)]
pub(crate) struct Said<'a> {
    reference: &'a str,
    to: &'a str,
    fate: Fate,
    is_forged: bool,
    is_old: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Delivered,
    Bounced,
    Complained,
}

impl<'a> Said<'a> {
    /// An event that says that the mail of a reference was delivered.
    pub(crate) const fn of(reference: &'a str, to: &'a str) -> Self {
        Self {
            reference,
            to,
            fate: Fate::Delivered,
            is_forged: false,
            is_old: false,
        }
    }

    pub(crate) const fn delivered(self) -> Self {
        self
    }

    /// Makes it say that the mail came back for good.
    pub(crate) const fn bounced(self) -> Self {
        Self {
            fate: Fate::Bounced,
            ..self
        }
    }

    pub(crate) const fn complained(self) -> Self {
        Self {
            fate: Fate::Complained,
            ..self
        }
    }

    /// Signs it as somebody with another secret.
    pub(crate) const fn forged(self) -> Self {
        Self {
            is_forged: true,
            ..self
        }
    }

    /// Signs it an hour ago.
    pub(crate) const fn old(self) -> Self {
        Self {
            is_old: true,
            ..self
        }
    }
}

/// The fitting setting `mail_events_secret`.
pub(crate) fn secret(api: Api) -> String {
    match api {
        Api::SendGrid => {
            // RFC 5480: the algorithm and the curve, before the point.
            const HEAD: &str = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE";
            let point = signing_key(false).verifying_key().to_sec1_point(false);
            let head = STANDARD.decode(HEAD).unwrap();
            STANDARD.encode([&head[..26], point.as_bytes()].concat())
        }
        Api::Ses => "arn:aws:sns:eu-north-1:123456789012:wismo-events".to_owned(),
        _ => key(api, false),
    }
}

/// The key that a provider signs with, or that somebody else does.
fn key(api: Api, is_forged: bool) -> String {
    let own = if is_forged { "another" } else { "the-right" };
    let text = format!("{own}-secret-of-the-events-0123456789");
    match api {
        Api::Resend => format!("whsec_{}", STANDARD.encode(text)),
        _ => text,
    }
}

fn signing_key(is_forged: bool) -> SigningKey {
    SigningKey::from_slice(&[if is_forged { 9 } else { 7 }; 32]).unwrap()
}

/// The headers and the body that an API sends.
pub(crate) fn delivery(api: Api, said: &Said<'_>) -> (Vec<(&'static str, String)>, String) {
    let age = if said.is_old { 3600 } else { 0 };
    let at = Timestamp::now().as_second() - age;
    let key = key(api, said.is_forged);
    let mut body = event(api, said, at);
    if api == Api::Mailgun {
        let (at, token) = (at.to_string(), "3c469e9d6c5875d37a43f353d4f88e61");
        let signature = hex(&key, format!("{at}{token}").as_bytes());
        body["signature"] = json!({ "timestamp": at, "token": token, "signature": signature });
    }
    let body = body.to_string();
    let headers = match api {
        Api::Postmark | Api::Mailjet | Api::SparkPost => {
            let pair = STANDARD.encode(format!("wismo:{key}"));
            vec![("authorization", format!("Basic {pair}"))]
        }
        Api::Brevo => vec![("authorization", format!("Bearer {key}"))],
        Api::Resend => vec![
            ("svix-id", "msg_1".to_owned()),
            ("svix-timestamp", at.to_string()),
            (
                "svix-signature",
                standard_signature(&key, "msg_1", at, body.as_bytes()),
            ),
        ],
        Api::SendGrid => {
            let signed = format!("{at}{body}");
            let signature: DerSignature = signing_key(said.is_forged).sign(signed.as_bytes());
            vec![
                ("x-twilio-email-event-webhook-timestamp", at.to_string()),
                (
                    "x-twilio-email-event-webhook-signature",
                    STANDARD.encode(signature.as_bytes()),
                ),
            ]
        }
        Api::Mailtrap => vec![("mailtrap-signature", hex(&key, body.as_bytes()))],
        Api::Mailgun | Api::Ses | Api::Scaleway | Api::Mailpit => Vec::new(),
    };
    (headers, body)
}

fn event(api: Api, said: &Said<'_>, at: i64) -> Value {
    let Said {
        reference,
        to,
        fate,
        ..
    } = *said;
    let word = |delivered, bounced, complained| match fate {
        Fate::Delivered => delivered,
        Fate::Bounced => bounced,
        Fate::Complained => complained,
    };
    let fields = json!({ "wismo_ref": reference });
    let why = "550 5.1.1 user unknown";
    match api {
        Api::Postmark => {
            let pieces = reference.as_bytes().chunks(80).enumerate();
            let piece = |(index, piece): (usize, &[u8])| {
                let piece = String::from_utf8_lossy(piece).into_owned();
                (format!("wismo_ref_{}", index + 1), Value::String(piece))
            };
            json!({
                "RecordType": word("Delivery", "Bounce", "SpamComplaint"),
                "Recipient": to, "Email": to, "Type": "HardBounce", "TypeCode": 1,
                "Inactive": true, "Details": why,
                "Metadata": pieces.map(piece).collect::<serde_json::Map<_, _>>(),
            })
        }
        Api::Resend => json!({
            "type": word("email.delivered", "email.bounced", "email.complained"),
            "data": {
                "to": [to], "tags": fields,
                "bounce": { "type": "Permanent", "subType": "General", "message": why },
            },
        }),
        Api::SendGrid => json!([{
            "event": word("delivered", "bounce", "spamreport"), "email": to, "timestamp": at,
            "type": "bounce", "status": "5.1.1", "reason": why, "wismo_ref": reference,
        }]),
        Api::Mailgun => json!({ "event-data": {
            "event": word("delivered", "failed", "complained"), "recipient": to, "timestamp": at,
            "severity": "permanent", "reason": "bounce", "user-variables": fields,
            "delivery-status": { "code": 550, "message": why },
        } }),
        Api::Brevo => json!({
            "event": word("delivered", "hard_bounce", "spam"), "email": to, "reason": why,
            "ts_epoch": at * 1000, "X-Mailin-custom": reference,
        }),
        Api::Ses => json!({
            "Type": "Notification", "MessageId": "1", "Message": "{}", "Signature": "AAAA",
            "TopicArn": "arn:aws:sns:eu-north-1:123456789012:another", "SignatureVersion": "2",
            "Timestamp": "2026-11-22T12:00:00Z",
            "SigningCertURL": "https://sns.eu-north-1.amazonaws.com/SimpleNotificationService-0.pem",
        }),
        Api::Mailjet => json!({
            "event": word("sent", "bounce", "spam"), "email": to, "time": at,
            "hard_bounce": true, "error_related_to": "recipient", "error": "user unknown",
            "CustomID": reference,
        }),
        Api::SparkPost => json!([{ "msys": { "message_event": {
            "type": word("delivery", "bounce", "spam_complaint"), "raw_rcpt_to": to,
            "timestamp": at.to_string(), "bounce_class": "10", "raw_reason": why,
            "rcpt_meta": fields,
        } } }]),
        Api::Mailtrap => json!({ "events": [{
            "event": word("delivery", "bounce", "spam"), "email": to, "timestamp": at,
            "response_code": 550, "response": why, "custom_variables": fields,
        }] }),
        Api::Scaleway | Api::Mailpit => panic!("no events are played"),
    }
}

fn hex(key: &str, signed: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).unwrap();
    mac.update(signed);
    let bytes = mac.finalize().into_bytes();
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
