use wismo_domain::mail::Mailbox;

use super::*;

/// A mail with everything that a mail can have.
pub(super) fn mail() -> Mail {
    Mail {
        from: Mailbox::new("Fjord & Fern, Ltd.", "orders@fjordfern.example").unwrap(),
        reply_to: Some(Mailbox::new("", "help@fjordfern.example").unwrap()),
        to: Mailbox::new("Åse \"Bee\" Nordmann", "ase@customer.example").unwrap(),
        cc: vec![
            Mailbox::new("Books, Ltd.", "books@customer.example").unwrap(),
            Mailbox::new("", "dock@customer.example").unwrap(),
        ],
        subject: "Your order #1042 – Fjord & Fern".to_owned(),
        text: "Hello Åse\n".to_owned(),
        html: "<p>Hello Åse</p>".to_owned(),
        headers: vec![("Auto-Submitted".to_owned(), "auto-generated".to_owned())],
    }
}

/// A response with a status and a body.
pub(super) fn response(status: u16, body: &str) -> Response<Bytes> {
    Response::builder()
        .status(status)
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap()
}

/// The class of an outcome and its words.
pub(super) fn class(sent: &Sent) -> (&'static str, &str) {
    match sent {
        Sent::Accepted { id } => ("accepted", id.as_deref().unwrap_or("")),
        Sent::TryAgain { reason, .. } => ("try again", reason),
        Sent::OverQuota { reason, .. } => ("over quota", reason),
        Sent::Unknown { reason } => ("unknown", reason),
        Sent::RecipientRefused { reason } => ("recipient refused", reason),
        Sent::Refused { reason } => ("refused", reason),
        Sent::Misconfigured { reason } => ("misconfigured", reason),
    }
}

fn uri(provider: &Provider) -> String {
    let request = provider.request(&mail(), "k").unwrap().unwrap();
    request.uri().to_string()
}

#[test]
fn the_settings_name_a_provider_and_its_address() {
    let of = |name, url| Provider::from_settings(name, url, " secret ").unwrap();
    assert_eq!(
        uri(&of("postmark", "")),
        "https://api.postmarkapp.com/email"
    );
    assert_eq!(uri(&of("resend", " ")), "https://api.resend.com/emails");
    assert_eq!(
        uri(&of(" resend ", "http://127.0.0.1:81/")),
        "http://127.0.0.1:81/emails"
    );
    assert_eq!(
        uri(&of("postmark", "https://eu.mail.example")),
        "https://eu.mail.example/email"
    );
    assert_eq!(
        uri(&of("postmark", "http://[::1]:81")),
        "http://[::1]:81/email"
    );
}

#[test]
fn a_wrong_setting_is_named_and_not_repeated() {
    let cases = [
        ("", "", "k", "mail_provider"),
        ("Sendgrid", "", "k", "mail_provider"),
        ("resend", "", " ", "mail_api_key"),
        ("postmark", "", "sec\nret", "mail_api_key"),
        ("postmark", "", "sécret", "mail_api_key"),
        ("resend", "api.example", "k", "mail_api_url"),
        ("resend", "ftp://api.example", "k", "mail_api_url"),
        ("resend", "https://api.example/v1", "k", "mail_api_url"),
        ("resend", "https://api.example?x", "k", "mail_api_url"),
        ("resend", "https://api.example#x", "k", "mail_api_url"),
        ("resend", "https://me:pw@api.example", "k", "mail_api_url"),
        ("resend", "https://api.example:99999", "k", "mail_api_url"),
        ("resend", "https://*.example", "k", "mail_api_url"),
        ("resend", "https://", "k", "mail_api_url"),
    ];
    for (name, url, key, variable) in cases {
        let error = Provider::from_settings(name, url, key)
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(variable), "{name} {url}: {error}");
        let value = match variable {
            "mail_provider" => name,
            "mail_api_url" => url,
            _ => key.trim(),
        };
        assert!(value.is_empty() || !error.contains(value), "{error}");
    }
}

#[test]
fn a_preview_sends_nothing() {
    let preview = Provider::from_settings("preview", "", "").unwrap();
    assert!(preview.request(&mail(), "k").unwrap().is_none());
}

#[test]
fn debug_output_hides_the_key() {
    for name in ["postmark", "resend"] {
        let provider = Provider::from_settings(name, "", "topsecret").unwrap();
        assert!(!format!("{provider:?}").contains("topsecret"));
    }
}

#[test]
fn an_address_beyond_ascii_is_refused_with_a_reason_that_does_not_hold_it() {
    let mut mail = mail();
    mail.to.address = "åse@customer.example".to_owned();
    for name in ["postmark", "resend"] {
        let provider = Provider::from_settings(name, "", "k").unwrap();
        let sent = Sent::from(provider.request(&mail, "k").unwrap_err());
        let (class, reason) = class(&sent);
        assert_eq!(class, "refused");
        assert!(!reason.contains("customer"));
    }
}

#[test]
fn a_copy_that_cannot_be_sent_does_not_hold_the_mail_back() {
    let mut mail = mail();
    mail.cc[0].address = "bücher@customer.example".to_owned();
    assert_eq!(address::copies(&mail.cc), ["dock@customer.example"]);
    // Postmark counts the recipient too.
    let many: Vec<Mailbox> = (0..100)
        .map(|n| Mailbox::new("", &format!("c{n}@customer.example")).unwrap())
        .collect();
    assert_eq!(address::copies(&many).len(), 49);
}

#[test]
fn a_name_of_any_length_leaves_room_for_the_address() {
    let mut mailbox = mail().to;
    mailbox.name = "é".repeat(300);
    let field = address::field(&mailbox).unwrap();
    assert_eq!(field, format!("{} <ase@customer.example>", "é".repeat(100)));
}

#[test]
fn a_key_that_no_provider_takes_is_refused_before_it_is_sent() {
    for name in ["postmark", "resend", "preview"] {
        let provider = Provider::from_settings(name, "", "k").unwrap();
        assert!(provider.request(&mail(), &"x".repeat(80)).is_ok());
        for key in ["", "a b", "clé", "a\nb", &"x".repeat(81)] {
            assert_eq!(
                provider.request(&mail(), key).unwrap_err(),
                RequestError::Key
            );
        }
    }
}
