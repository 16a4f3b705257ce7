//! What the mail component names a mail by is what is read here.

use std::collections::BTreeMap;

use serde_json::{Value, json as value};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_mail::providers::{Outgoing, Provider, Settings};

use super::now;
use super::parse::{RECIPIENT, parse};

/// The request that hands a mail of this reference over.
fn request(provider: &str, reference: &str) -> Vec<u8> {
    let account = match provider {
        "mailgun" => "mg.fjordfern.example",
        "ses" => "eu-north-1",
        "scaleway" => "6170692e-7363-616c-6577-61792e636f6d",
        _ => "",
    };
    let provider = Provider::from_settings(Settings {
        provider,
        api_url: "",
        api_key: "id:secret",
        account,
    });
    let mail = Mail {
        from: Mailbox::new("", "orders@fjordfern.example").unwrap(),
        reply_to: None,
        to: Mailbox::new("", RECIPIENT).unwrap(),
        cc: Vec::new(),
        subject: "Your order 1042".to_owned(),
        text: "It is on its way.".to_owned(),
        html: "<p>It is on its way.</p>".to_owned(),
        headers: Vec::new(),
    };
    let out = Outgoing {
        mail: &mail,
        attachments: &[],
        key: "shop/1:2",
        reference,
    };
    let request = provider.unwrap().request(&out, now()).unwrap();
    request.unwrap().into_body().to_vec()
}

/// The event that a provider makes of a request, as it documents what it keeps.
fn event(provider: &str, request: &[u8]) -> Value {
    let sent: Value = serde_json::from_slice(request).unwrap_or_default();
    match provider {
        "postmark" => value!({
            "RecordType": "Delivery", "Recipient": RECIPIENT, "Metadata": sent["Metadata"],
        }),
        "resend" => {
            let tags = pairs(&sent["tags"], "name", "value");
            value!({ "type": "email.delivered", "data": { "to": [RECIPIENT], "tags": tags } })
        }
        "sendgrid" => {
            let mut event = sent["personalizations"][0]["custom_args"].clone();
            event["event"] = "delivered".into();
            event["email"] = RECIPIENT.into();
            event
        }
        "mailgun" => value!({ "event-data": {
            "event": "delivered", "recipient": RECIPIENT, "user-variables": variables(request),
        } }),
        "brevo" => value!({
            "event": "delivered", "email": RECIPIENT,
            "X-Mailin-custom": sent["headers"]["X-Mailin-custom"],
        }),
        "ses" => {
            let tags = pairs(&sent["EmailTags"], "Name", "Value").into_iter();
            let tags: BTreeMap<_, _> = tags.map(|(name, value)| (name, [value])).collect();
            value!({
                "eventType": "Delivery", "mail": { "tags": tags },
                "delivery": { "recipients": [RECIPIENT] },
            })
        }
        "mailjet" => value!({
            "event": "sent", "email": RECIPIENT, "CustomID": sent["Messages"][0]["CustomID"],
        }),
        "sparkpost" => value!({ "msys": { "message_event": {
            "type": "delivery", "rcpt_to": RECIPIENT, "rcpt_meta": sent["metadata"],
        } } }),
        "mailtrap" => value!({ "events": [{
            "event": "delivery", "email": RECIPIENT, "custom_variables": sent["custom_variables"],
        }] }),
        "scaleway" => value!({
            "type": "email_delivered", "email_to": RECIPIENT,
            "email_headers": sent["additional_headers"],
        }),
        _ => panic!("{provider}"),
    }
}

fn pairs(list: &Value, name: &str, value: &str) -> BTreeMap<String, String> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let list = list.as_array().unwrap().iter();
    list.map(|pair| (text(&pair[name]), text(&pair[value])))
        .collect()
}

/// The variables of a form: its fields whose names begin with `v:`.
fn variables(form: &[u8]) -> BTreeMap<String, String> {
    let form = String::from_utf8_lossy(form);
    let fields = form.split("form-data; name=\"v:").skip(1);
    fields
        .map(|field| {
            let (name, rest) = field.split_once("\"\r\n\r\n").unwrap();
            let (value, _) = rest.split_once("\r\n").unwrap();
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

#[test]
fn what_names_a_mail_to_each_provider_is_read_back_from_its_events() {
    for reference in ["c2hvcC8x-Og_2", &"Aa0-_".repeat(48)] {
        for provider in [
            "postmark",
            "resend",
            "sendgrid",
            "mailgun",
            "brevo",
            "ses",
            "mailjet",
            "sparkpost",
            "mailtrap",
            "scaleway",
        ] {
            let event = event(provider, &request(provider, reference));
            let parsed = parse(provider, &event).unwrap();
            let found = parsed.happenings.first().unwrap();
            assert_eq!(found.reference.as_deref(), Some(reference), "{provider}");
        }
    }
}
