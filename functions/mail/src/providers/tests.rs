use http::header::AUTHORIZATION;
use wismo_domain::mail::Mailbox;

use super::*;

/// Every provider that sends, with a configuration that it takes.
pub(super) const ALL: [(&str, &str, &str, &str); 11] = [
    ("postmark", "", "k-secret", ""),
    ("resend", "", "k-secret", ""),
    ("sendgrid", "", "k-secret", ""),
    ("mailgun", "", "k-secret", "mg.fjordfern.example"),
    ("brevo", "", "k-secret", ""),
    ("ses", "", "AKIDEXAMPLE:k-secret", "eu-north-1"),
    ("mailjet", "", "public:k-secret", ""),
    ("sparkpost", "", "k-secret", ""),
    ("mailtrap", "", "k-secret", ""),
    ("scaleway", "", "k-secret", PROJECT),
    ("mailpit", "http://127.0.0.1:8025", "me:k-secret", ""),
];

pub(super) const PROJECT: &str = "6170692e-7363-616c-6577-61792e636f6d";

/// The configuration of one provider.
pub(super) const fn config<'a>(
    (provider, api_url, api_key, account): (&'a str, &'a str, &'a str, &'a str),
) -> ProviderConfig<'a> {
    ProviderConfig {
        provider,
        api_url,
        api_key,
        account,
    }
}

/// A provider of [`ALL`].
fn provider(name: &str) -> Provider {
    let all = ALL.into_iter().find(|(other, ..)| *other == name);
    Provider::from_config(config(all.unwrap())).unwrap()
}

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
        attachments: Vec::new(),
        code: None,
    }
}

/// A mail to one reader, with no more than a mail needs.
pub(super) fn plain_mail() -> Mail {
    Mail {
        cc: Vec::new(),
        reply_to: None,
        ..mail()
    }
}

/// A file of three bytes, `AP8K` in base64.
pub(super) fn invoice() -> [Attachment; 1] {
    [Attachment {
        name: "invoice-88.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        content: Bytes::from_static(&[0x00, 0xff, 0x0a]),
    }]
}

pub(super) const fn outgoing<'a>(mail: &'a Mail, attachments: &'a [Attachment]) -> Outgoing<'a> {
    Outgoing {
        mail,
        attachments,
        key: "shop/1:2",
        reference: "c2hvcC8x-Og_2",
    }
}

pub(super) fn now() -> Timestamp {
    "2026-06-06T17:18:38Z".parse().unwrap()
}

/// The body as JSON.
pub(super) fn body(request: &Request<Bytes>) -> serde_json::Value {
    assert_eq!(request.method(), "POST");
    assert_eq!(request.headers()["content-type"], "application/json");
    serde_json::from_slice(request.body()).unwrap()
}

/// A response with a status and a body.
pub(super) fn response(status: u16, body: &str) -> Response<Bytes> {
    with(status, &[], body)
}

/// A response with a status, header fields and a body.
pub(super) fn with(status: u16, headers: &[(&str, &str)], body: &str) -> Response<Bytes> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response
        .body(Bytes::copy_from_slice(body.as_bytes()))
        .unwrap()
}

/// The class of an outcome and its words.
pub(super) fn class(sent: &SendResult) -> (&'static str, &str) {
    match sent {
        SendResult::Accepted { id } => ("accepted", id.as_deref().unwrap_or("")),
        SendResult::TryAgain { reason, .. } => ("try again", reason),
        SendResult::OverQuota { reason, .. } => ("over quota", reason),
        SendResult::Unknown { reason } => ("unknown", reason),
        SendResult::RecipientRefused { reason } => ("recipient refused", reason),
        SendResult::Refused { reason } => ("refused", reason),
        SendResult::Misconfigured { reason } => ("misconfigured", reason),
        SendResult::NotReady { reason } => ("not ready", reason),
    }
}

/// The number of seconds that a provider asks to wait.
pub(super) fn wait(sent: &SendResult) -> Option<i64> {
    let (SendResult::TryAgain { after, .. } | SendResult::OverQuota { after, .. }) = sent else {
        panic!("{sent:?} is no wait");
    };
    Some(after.as_ref()?.whole_seconds())
}

/// Checks that each answer has its class, and a reason that holds no address.
pub(super) fn classes(
    outcome: impl Fn(&Response<Bytes>) -> SendResult,
    cases: &[(u16, &str, &'static str)],
) {
    for (status, body, expected) in cases {
        let sent = outcome(&response(*status, body));
        let (class, words) = class(&sent);
        assert_eq!(class, *expected, "{status} {body}");
        if *expected != "accepted" {
            assert!(!words.contains('@'), "{words}");
            assert!(words.contains(&status.to_string()), "{words}");
        }
    }
}

/// Covers the answers that every API, or something in front of it, may give.
#[test]
fn what_no_api_documents_has_the_class_of_its_status() {
    for (name, ..) in ALL {
        let provider = provider(name);
        classes(
            |response| provider.outcome(response),
            &[
                (200, "", "unknown"),
                (200, "<html>", "unknown"),
                (200, "{}", "unknown"),
                (200, "[]", "unknown"),
                (200, "null", "unknown"),
                (201, "{}", "unknown"),
                (202, "{}", "unknown"),
                (301, "", "misconfigured"),
                (400, "", "refused"),
                (400, "garbage", "refused"),
                (401, "", "misconfigured"),
                (403, "<html>error code: 1010", "misconfigured"),
                (404, "<html>", "misconfigured"),
                (405, "", "misconfigured"),
                (408, "", "try again"),
                (413, "", "refused"),
                (420, "", "over quota"),
                (422, "{}", "refused"),
                (429, "", "try again"),
                (429, "Too Many Requests", "try again"),
                (500, "", "try again"),
                (500, "{}", "try again"),
                (502, "<html>", "unknown"),
                (503, "", "try again"),
                (504, "", "unknown"),
            ],
        );
    }
}

#[test]
fn the_settings_name_a_provider_and_its_address() {
    let uri = |config: (&str, &str, &str, &str)| {
        let provider = Provider::from_config(self::config(config)).unwrap();
        let (mail, files) = (mail(), invoice());
        let request = provider.request(&outgoing(&mail, &files), now()).unwrap();
        request.unwrap().uri().to_string()
    };
    let own = [
        "https://api.postmarkapp.com/email",
        "https://api.resend.com/emails",
        "https://api.sendgrid.com/v3/mail/send",
        "https://api.mailgun.net/v3/mg.fjordfern.example/messages",
        "https://api.brevo.com/v3/smtp/email",
        "https://email.eu-north-1.amazonaws.com/v2/email/outbound-emails",
        "https://api.mailjet.com/v3.1/send",
        "https://api.sparkpost.com/api/v1/transmissions",
        "https://send.api.mailtrap.io/api/send",
        "https://api.scaleway.com/transactional-email/v1alpha1/regions/fr-par/emails",
        "http://127.0.0.1:8025/api/v1/send",
    ];
    for (all, own) in ALL.into_iter().zip(own) {
        assert_eq!(uri(all), own);
        let (name, _, key, account) = all;
        let (_, path) = own.split_once("://").unwrap().1.split_once('/').unwrap();
        // A provider's name with white space, and another origin in each form
        // that it may have.
        let elsewhere = (&*format!(" {name} "), "http://[::1]:81/", key, account);
        assert_eq!(uri(elsewhere), format!("http://[::1]:81/{path}"));
        let elsewhere = (name, " https://eu.mail.example", key, account);
        assert_eq!(uri(elsewhere), format!("https://eu.mail.example/{path}"));
    }
    let account = format!("nl-ams:{PROJECT}");
    assert_eq!(
        uri(("scaleway", "", "k", &account)),
        "https://api.scaleway.com/transactional-email/v1alpha1/regions/nl-ams/emails"
    );
}

#[test]
fn a_wrong_setting_is_named_and_not_repeated() {
    let cases = [
        (("", "", "k", ""), "mail_provider"),
        (("pigeon", "", "k", ""), "mail_provider"),
        (("SendGrid", "", "k", ""), "mail_provider"),
        (("resend", "", " ", ""), "mail_api_key"),
        (("postmark", "", "sec\nret", ""), "mail_api_key"),
        (("postmark", "", "sécret", ""), "mail_api_key"),
        (("mailgun", "", "", "mg.shop.example"), "mail_api_key"),
        (("ses", "", "secretonly", "eu-north-1"), "mail_api_key"),
        (("ses", "", ":secretonly", "eu-north-1"), "mail_api_key"),
        (("mailjet", "", "publiconly:", ""), "mail_api_key"),
        (
            ("mailpit", "http://[::1]:1", "useronly", ""),
            "mail_api_key",
        ),
        (("resend", "api.shop.example", "k", ""), "mail_api_url"),
        (
            ("resend", "ftp://api.shop.example", "k", ""),
            "mail_api_url",
        ),
        (
            ("resend", "https://api.shop.example/v1", "k", ""),
            "mail_api_url",
        ),
        (
            ("resend", "https://api.shop.example?x", "k", ""),
            "mail_api_url",
        ),
        (
            ("resend", "https://api.shop.example#x", "k", ""),
            "mail_api_url",
        ),
        (
            ("resend", "https://me:pw@api.shop.example", "k", ""),
            "mail_api_url",
        ),
        (
            ("resend", "https://api.shop.example:99999", "k", ""),
            "mail_api_url",
        ),
        (
            ("resend", "https://*.shop.example", "k", ""),
            "mail_api_url",
        ),
        (("resend", "https://", "k", ""), "mail_api_url"),
        (("mailpit", "", "", ""), "mail_api_url"),
        (("mailgun", "", "k", " "), "mail_account"),
        (("mailgun", "", "k", "nodots"), "mail_account"),
        (("mailgun", "", "k", "mg.shop.example/x"), "mail_account"),
        (("ses", "", "id:secret", ""), "mail_account"),
        (("ses", "", "id:secret", "EU-North-1"), "mail_account"),
        (
            ("ses", "", "id:secret", "evil-host.example/"),
            "mail_account",
        ),
        (("scaleway", "", "k", ""), "mail_account"),
        (("scaleway", "", "k", "nouuid"), "mail_account"),
        (
            (
                "scaleway",
                "",
                "k",
                "fr/par:6170692e-7363-616c-6577-61792e636f6d",
            ),
            "mail_account",
        ),
    ];
    for (all, variable) in cases {
        let error = Provider::from_config(config(all)).unwrap_err();
        let words = error.to_string();
        assert!(words.starts_with(variable), "{all:?}: {words}");
        let value = match variable {
            "mail_provider" => all.0,
            "mail_api_url" => all.1,
            "mail_api_key" => all.2.trim(),
            _ => all.3.trim(),
        };
        assert!(value.is_empty() || !words.contains(value), "{words}");
    }
}

#[test]
fn no_piece_of_a_key_in_a_wrong_form_is_repeated() {
    let secret = "hUsH4711hUsH4711";
    let forms = [
        format!("[\"{secret}\"]"),
        format!("{{\"key\": \"{secret}\"}}"),
        format!("{secret} {secret}"),
        format!("{secret}\n{secret}"),
        format!("\u{e9}{secret}"),
        format!(":{secret}"),
        format!("{secret}:"),
        secret.to_owned(),
    ];
    for (name, url, _, account) in ALL {
        for form in &forms {
            // The value in its own place, and in the place of each other
            // setting.
            for all in [
                (name, url, form.as_str(), account),
                (name, form, "k", account),
                (name, url, "k", form),
                (form, url, "k", account),
            ] {
                let Err(error) = Provider::from_config(config(all)) else {
                    continue;
                };
                let told = format!("{error} {error:?}");
                assert!(!told.contains("hUsH") && !told.contains("4711"), "{told}");
            }
        }
    }
}

#[test]
fn a_preview_sends_nothing() {
    let preview = Provider::from_config(config(("preview", "", "", ""))).unwrap();
    let request = preview.request(&outgoing(&mail(), &[]), now());
    assert!(request.unwrap().is_none());
}

#[test]
fn only_resend_surely_knows_a_copy() {
    for (name, ..) in ALL {
        assert_eq!(provider(name).has_idempotency(), name == "resend", "{name}");
    }
}

#[test]
fn debug_output_hides_the_key() {
    for (name, ..) in ALL {
        let provider = provider(name);
        assert!(!format!("{provider:?}").contains("k-secret"), "{name}");
        let (mail, files) = (mail(), invoice());
        let request = provider.request(&outgoing(&mail, &files), now());
        let request = request.unwrap().unwrap();
        let shown = format!("{:?}", request.headers());
        for secret in ["k-secret", "azpzZWNyZXQ", "Signature="] {
            assert!(!shown.contains(secret), "{name}: {shown}");
        }
        if let Some(authorization) = request.headers().get(AUTHORIZATION) {
            assert!(authorization.is_sensitive(), "{name}");
        }
    }
}

#[test]
fn every_mail_carries_its_reference_and_says_who_asks() {
    let (mail, files) = (mail(), invoice());
    let reference = "r_-".repeat(80);
    let out = Outgoing {
        reference: &reference,
        ..outgoing(&mail, &files)
    };
    for (name, ..) in ALL {
        let request = provider(name).request(&out, now()).unwrap().unwrap();
        let body = String::from_utf8_lossy(request.body()).into_owned();
        let pieces: Vec<&str> = match name {
            "postmark" => vec![&reference[..80], &reference[80..160], &reference[160..]],
            _ => vec![&reference],
        };
        for piece in pieces {
            assert!(body.contains(piece), "{name}: {body}");
        }
        assert!(
            request.headers()["user-agent"]
                .to_str()
                .unwrap()
                .starts_with("wismo/")
        );
        assert_eq!(request.headers()["accept"], "application/json");
        // Mailgun's form has the file's bytes as they are, the others have
        // them in base64.
        let is_there = match name {
            "mailgun" => request
                .body()
                .windows(3)
                .any(|part| part == [0x00, 0xff, 0x0a]),
            _ => body.contains("\"AP8K\""),
        };
        assert!(is_there, "{name}: {body}");
        assert!(body.contains("invoice-88.pdf"), "{name}: {body}");
    }
}

#[test]
fn the_same_mail_has_the_same_body() {
    let (mail, files) = (mail(), invoice());
    for (name, ..) in ALL {
        let body = |second: i64| {
            let now = Timestamp::from_second(second).unwrap();
            let request = provider(name).request(&outgoing(&mail, &files), now);
            request.unwrap().unwrap().into_body()
        };
        assert_eq!(body(1), body(1_000_000), "{name}");
    }
}

#[test]
fn an_address_beyond_ascii_is_refused_with_a_reason_that_does_not_hold_it() {
    for (name, ..) in ALL {
        for field in 0..3 {
            let mut mail = mail();
            let beyond = "åse@customer.example";
            match field {
                0 => mail.to.address = beyond.to_owned(),
                1 => mail.from.address = beyond.to_owned(),
                _ => mail.reply_to.as_mut().unwrap().address = beyond.to_owned(),
            }
            let refused = provider(name).request(&outgoing(&mail, &[]), now());
            let sent = SendResult::from(refused.unwrap_err());
            let (class, reason) = class(&sent);
            assert_eq!(class, "refused");
            assert!(!reason.contains("customer"));
        }
    }
}

#[test]
fn a_copy_that_cannot_be_sent_does_not_hold_the_mail_back() {
    let addresses = |mail: &Mail, most| {
        let copies = address::copies(mail, most).into_iter();
        copies.map(|copy| copy.address.clone()).collect::<Vec<_>>()
    };
    let mut mail = mail();
    mail.cc[0].address = "bücher@customer.example".to_owned();
    assert_eq!(addresses(&mail, 49), ["dock@customer.example"]);
    // A recipient who gets the mail already.
    mail.cc[0].address = "ASE@customer.example".to_owned();
    mail.cc.push(mail.cc[1].clone());
    assert_eq!(addresses(&mail, 49), ["dock@customer.example"]);
    let copy = |n| Mailbox::new("", &format!("c{n}@customer.example")).unwrap();
    mail.cc = (0..100).map(copy).collect();
    assert_eq!(addresses(&mail, 49).len(), 49);
}

#[test]
fn a_name_of_any_length_leaves_room_for_the_address() {
    let mut mailbox = mail().to;
    mailbox.name = "é".repeat(300);
    let field = address::field(&mailbox).unwrap();
    assert_eq!(field, format!("{} <ase@customer.example>", "é".repeat(100)));
}

#[test]
fn a_key_or_reference_that_no_provider_takes_is_refused_before_it_is_sent() {
    let mail = mail();
    let out = outgoing(&mail, &[]);
    for (name, ..) in ALL {
        let ask = |out: &Outgoing<'_>| provider(name).request(out, now()).map(drop);
        let (longest_key, longest) = ("x".repeat(80), "x".repeat(240));
        let most = Outgoing {
            key: &longest_key,
            reference: &longest,
            ..out
        };
        assert_eq!(ask(&most), Ok(()));
        for key in ["", "a b", "clé", "a\nb", &"x".repeat(81)] {
            assert_eq!(ask(&Outgoing { key, ..out }), Err(RequestError::Key));
        }
        for reference in ["", "a b", "a/b", "clé", &"x".repeat(241)] {
            let out = Outgoing { reference, ..out };
            assert_eq!(ask(&out), Err(RequestError::Reference));
        }
    }
}

#[test]
fn a_header_field_that_is_not_ours_to_set_is_refused() {
    for (name, ..) in ALL {
        for (field, value) in [
            ("Bcc", "a@b.example"),
            ("message-id", "<a@b.example>"),
            ("Content-Type", "text/plain"),
            ("X Y", "z"),
            ("X:Y", "z"),
            ("", "z"),
            ("X-Y", ""),
            ("X-Y", "å"),
            ("X-Y", "a\nb"),
            ("X-Y", &"x".repeat(996)),
            ("AUTO-SUBMITTED", "twice"),
        ] {
            let mut mail = mail();
            mail.headers.push((field.to_owned(), value.to_owned()));
            let refused = provider(name).request(&outgoing(&mail, &[]), now());
            assert_eq!(refused.unwrap_err(), RequestError::Header, "{name} {field}");
        }
    }
}

#[test]
fn a_mail_that_is_too_large_is_refused_before_it_is_sent() {
    // The other providers share the code, but their limits are larger and slow
    // to test.
    for (name, most) in [("postmark", 10_000_000), ("scaleway", 2_000_000)] {
        let mail = mail();
        let ask = |bytes: usize| {
            let mut files = invoice();
            files[0].content = vec![b'x'; bytes].into();
            let provider = provider(name);
            provider.request(&outgoing(&mail, &files), now()).map(drop)
        };
        // The number of bytes whose base64 has about that size.
        assert_eq!(ask(most / 4 * 3 - 10_000), Ok(()), "{name}");
        assert_eq!(ask(most / 4 * 3), Err(RequestError::TooLarge), "{name}");
    }
}

#[test]
fn a_request_says_how_long_it_is() {
    let (mail, files) = (mail(), invoice());
    for (name, ..) in ALL {
        let request = provider(name).request(&outgoing(&mail, &files), now());
        let request = request.unwrap().unwrap();
        let length = request.headers()["content-length"].to_str().unwrap();
        assert_eq!(length, request.body().len().to_string(), "{name}");
    }
}

#[test]
fn a_domain_beyond_ascii_is_written_in_ascii() {
    let mut mail = mail();
    mail.text = "Hello Jan\n\nThank you.".to_owned();
    mail.from = Mailbox::new("Šop", "orders@šop.example").unwrap();
    mail.reply_to = Some(Mailbox::new("", "help@šop.example").unwrap());
    mail.to = Mailbox::new("Jan", "jan@müller.example").unwrap();
    mail.cc = vec![
        Mailbox::new("", "books@müller.example").unwrap(),
        Mailbox::new("", "žofie@müller.example").unwrap(),
    ];
    for (name, ..) in ALL {
        let request = provider(name).request(&outgoing(&mail, &[]), now());
        let request = request.unwrap().unwrap();
        let body = String::from_utf8_lossy(request.body()).into_owned();
        for address in [
            "jan@xn--mller-kva.example",
            "books@xn--mller-kva.example",
            "orders@xn--op-kta.example",
            "help@xn--op-kta.example",
        ] {
            assert!(body.contains(address), "{name}: {address}: {body}");
        }
        // The address whose local part is not ASCII gets no copy; an ASCII
        // domain cannot help it.
        assert!(!body.contains("@müller.example"), "{name}");
        assert!(!body.contains("žofie"), "{name}");
    }
    mail.to.address = "žofie@müller.example".to_owned();
    for (name, ..) in ALL {
        let request = provider(name).request(&outgoing(&mail, &[]), now());
        assert_eq!(request.unwrap_err(), RequestError::Address, "{name}");
    }
}

#[test]
fn a_text_goes_with_its_charset_where_the_api_takes_one() {
    let file = |media_type: &str, content: &'static [u8]| Attachment {
        name: "list.csv".to_owned(),
        media_type: media_type.to_owned(),
        content: Bytes::from_static(content),
    };
    let utf8 = "Bøker".as_bytes();
    let types = ["text/csv; charset=utf-8", "text/plain; charset=utf-8"];
    let files = [file("text/csv", utf8), file("text/plain", utf8)];
    let others = [file("text/csv", b"B\xf8ker"), file("application/xml", utf8)];
    for name in ["mailgun", "sparkpost"] {
        let body = |files: &[Attachment]| {
            let mail = mail();
            let request = provider(name).request(&outgoing(&mail, files), now());
            String::from_utf8_lossy(request.unwrap().unwrap().body()).into_owned()
        };
        let (texts, others) = (body(&files), body(&others));
        assert!(types.iter().all(|it| texts.contains(it)), "{name}: {texts}");
        assert!(!others.contains("charset=utf-8"), "{name}: {others}");
    }
}
