//! The values that `mail_events_secret` may hold.

use super::{SHARED, TOPIC, signed};
use crate::{SecretError, Source};

fn fault(provider: &str, secret: &str) -> Option<SecretError> {
    Source::from_config(provider, secret).err()
}

#[test]
fn without_a_secret_no_events_are_taken() {
    for provider in ["postmark", "ses", "preview", "anything"] {
        assert!(Source::from_config(provider, " \n").unwrap().is_none());
    }
}

#[test]
fn several_values_stand_with_white_space_between() {
    for (provider, value) in [
        ("postmark", SHARED.to_owned()),
        ("resend", signed("/resend/secret_2")),
        ("sendgrid", signed("/sendgrid/1/key")),
        ("mailgun", format!("{}:{SHARED}", signed("/mailgun/key"))),
        ("ses", TOPIC.to_owned()),
        (
            "ses",
            "arn:aws-us-gov:sns:us-gov-west-1:123456789012:t".to_owned(),
        ),
        ("ses", "arn:aws-cn:sns:cn-north-1:123456789012:t".to_owned()),
        ("scaleway", "arn:scw:sns:fr-par:project-1:t".to_owned()),
    ] {
        let two = format!(" {value}\n{value} ");
        let source = Source::from_config(provider, &two).unwrap().unwrap();
        assert_eq!(source.name(), provider);
        let many = format!("{value} ").repeat(9);
        assert_eq!(fault(provider, &many), Some(SecretError::TooMany));
    }
}

#[test]
fn a_wrong_value_is_named_and_never_repeated() {
    let key = signed("/sendgrid/0/key");
    let not_p256 = "MFYwEAYHKoZIzj0CAQYFK4EEAAoDQgAE";
    for (provider, value, expected) in [
        ("postmark", "short", SecretError::Shared),
        (
            "brevo",
            "a-secret:with-a-colon-and-32-letters",
            SecretError::Shared,
        ),
        (
            "mailjet",
            "a-secret@with-an-at-and-of-32-letters",
            SecretError::Shared,
        ),
        (
            "resend",
            "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            SecretError::Svix,
        ),
        ("resend", "whsec_!!!", SecretError::Svix),
        ("resend", "whsec_", SecretError::Svix),
        ("sendgrid", not_p256, SecretError::PublicKey),
        ("sendgrid", &key[..key.len() - 4], SecretError::PublicKey),
        ("mailgun", "short", SecretError::SigningKey),
        (
            "mailgun",
            "0123456789abcdef0123:short",
            SecretError::Password,
        ),
        ("mailtrap", "short", SecretError::SigningKey),
        ("ses", "arn:scw:sns:fr-par:project-1:t", SecretError::Topic),
        ("ses", "arn:aws:sns:eu.evil:1:t", SecretError::Topic),
        (
            "ses",
            "arn:aws:sns:eu-central-1/@evil:1:t",
            SecretError::Topic,
        ),
        ("ses", "arn:aws:sqs:eu-central-1:1:t", SecretError::Topic),
        (
            "ses",
            "arn:aws:sns:eu-central-1:1:t:subscription",
            SecretError::Topic,
        ),
        ("scaleway", TOPIC, SecretError::Topic),
        ("preview", "value", SecretError::NoEvents),
        ("mailpit", "value", SecretError::NoEvents),
    ] {
        let found = fault(provider, value);
        assert_eq!(found, Some(expected), "{provider}");
        assert!(value.len() < 8 || !expected.to_string().contains(value));
    }
}

/// Every run of four characters of a value.
fn pieces(value: &str) -> impl Iterator<Item = &str> {
    (0..value.len()).filter_map(|at| value.get(at..at + 4))
}

#[test]
fn no_piece_of_a_value_in_a_wrong_form_is_repeated() {
    let secret = "hUsH4711hUsH4711";
    let forms = [
        secret.to_owned(),
        format!("[\"{secret}\"]"),
        format!("{{\"secret\":\"{secret}\"}}"),
        format!("whsec_{secret}!"),
        format!("{secret}:{secret}"),
        format!("{secret}{secret}:{secret}"),
        format!("arn:aws:sns:{secret}"),
        format!("\u{e9}{secret}{secret}"),
        format!("{secret} ").repeat(9),
    ];
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
        "preview",
        secret,
    ] {
        for form in &forms {
            let Some(fault) = fault(provider, form) else {
                continue;
            };
            let told = format!("{fault} {fault:?}");
            let piece = pieces(secret).find(|piece| told.contains(piece));
            assert_eq!(piece, None, "{provider}: {form}: {told}");
        }
    }
}
