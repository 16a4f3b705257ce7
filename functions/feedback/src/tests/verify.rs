//! Deliveries that are believed, and deliveries that are not.

use http::HeaderMap;
use wismo_domain::time::Duration;
use wismo_webhook::BadClaim;

use super::{PASSWORD, SHARED, check, delivery, fetched, headers, incoming, mailgun, now};
use super::{json, signed, source, sources, verify};
use crate::NotAuthentic;

#[test]
fn what_each_provider_signs_is_believed() {
    for source in sources() {
        let (headers, body) = delivery(source.name());
        assert_eq!(verify(&source, headers, &body), Ok(()), "{}", source.name());
    }
}

#[test]
fn the_headers_alone_give_away_what_they_can() {
    let in_body = ["mailgun", "ses"];
    for source in sources() {
        let unsigned = source.check_headers(&HeaderMap::new(), now());
        let name = source.name();
        assert_eq!(unsigned.is_ok(), in_body.contains(&name), "{name}");
        let (headers, _) = delivery(name);
        assert_eq!(source.check_headers(&headers, now()), Ok(()), "{name}");
    }
    // Mailgun's signature stands in the body, its password in the headers.
    let key = signed("/mailgun/key");
    let source = source("mailgun", &format!("{key}:{PASSWORD}"));
    let without = source.check_headers(&HeaderMap::new(), now());
    assert!(without.is_err());
    let with = headers(&[("authorization", &format!("Bearer {PASSWORD}"))]);
    assert_eq!(source.check_headers(&with, now()), Ok(()));
}

#[test]
fn a_secret_of_one_provider_does_not_open_another() {
    for source in sources() {
        for other in sources() {
            let (headers, body) = delivery(other.name());
            let shares = |name| ["postmark", "brevo", "mailjet", "sparkpost"].contains(&name);
            let opens =
                source.name() == other.name() || (shares(source.name()) && shares(other.name()));
            let name = (source.name(), other.name());
            assert_eq!(verify(&source, headers, &body).is_ok(), opens, "{name:?}");
        }
    }
}

#[test]
fn while_a_secret_is_replaced_both_hold() {
    let both = |a: &str, b: &str| format!("{a} {b}");
    let (one, two) = (signed("/resend/secret"), signed("/resend/secret_2"));
    let (key, other) = (signed("/sendgrid/0/key"), signed("/sendgrid/1/key"));
    for (provider, secret) in [
        ("postmark", both(PASSWORD, SHARED)),
        ("resend", both(&two, &one)),
        ("sendgrid", both(&other, &key)),
        (
            "mailgun",
            both("another-key-of-mailgun", &signed("/mailgun/key")),
        ),
        (
            "mailtrap",
            both("another-key-of-mailtrap", &signed("/mailtrap/secret")),
        ),
        ("ses", both("arn:aws:sns:us-east-1:1:other", super::TOPIC)),
    ] {
        let (headers, body) = delivery(provider);
        let source = source(provider, &secret);
        assert_eq!(verify(&source, headers, &body), Ok(()), "{provider}");
    }
    for (provider, secret) in [
        ("postmark", PASSWORD.to_owned()),
        ("resend", two),
        ("sendgrid", other),
        ("mailgun", "another-key-of-mailgun".to_owned()),
        ("mailtrap", "another-key-of-mailtrap".to_owned()),
    ] {
        let (headers, body) = delivery(provider);
        let fault = verify(&source(provider, &secret), headers, &body);
        assert_eq!(fault, Err(NotAuthentic::NoSecretFits), "{provider}");
    }
}

#[test]
fn a_shared_secret_comes_as_bearer_or_as_password_of_anybody() {
    let source = source("postmark", SHARED);
    let with = |value: &str| verify(&source, headers(&[("authorization", value)]), b"[]");
    // `printf 'user:secret' | base64`.
    let wismo = "d2lzbW86TjB0LTQtcjNhbF9zM2NyZXQuZm9yfnRlc3RzLTAxMjM0NTY3ODk=";
    let nobody = "Ok4wdC00LXIzYWxfczNjcmV0LmZvcn50ZXN0cy0wMTIzNDU2Nzg5";
    for right in [
        format!("Bearer {SHARED}"),
        format!("bearer  {SHARED}"),
        format!("Basic {wismo}"),
        format!("BASIC {nobody}"),
    ] {
        assert_eq!(with(&right), Ok(()), "{right}");
    }
    for wrong in [
        SHARED.to_owned(),
        format!("Digest {SHARED}"),
        format!("Basic {SHARED}"),
        "Basic ".to_owned(),
        "Basic d2lzbW8=".to_owned(),
    ] {
        let fault = with(&wrong);
        assert!(
            matches!(fault, Err(NotAuthentic::Malformed { .. })),
            "{wrong}"
        );
    }
    for wrong in [
        format!("Bearer {}", &SHARED[1..]),
        format!("Bearer {SHARED}x"),
        "Bearer ".to_owned(),
        "Basic d2lzbW86".to_owned(),
    ] {
        let fault = with(&wrong);
        assert!(fault.is_err(), "{wrong}");
    }
    let missing = verify(&source, HeaderMap::new(), b"[]");
    assert_eq!(
        missing,
        Err(BadClaim::MissingHeader("authorization").into())
    );
    let mut twice = headers(&[("authorization", "Bearer x")]);
    twice.append("authorization", format!("Bearer {SHARED}").parse().unwrap());
    assert!(verify(&source, twice, b"[]").is_err());
}

#[test]
fn what_another_library_signs_for_resend_is_believed_too() {
    let (mut headers, body) = delivery("resend");
    let standard = signed("/resend/standardwebhooks");
    headers.insert("svix-signature", standard.parse().unwrap());
    let source = source("resend", &signed("/resend/secret_2"));
    assert_eq!(verify(&source, headers.clone(), &body), Ok(()));
    // Several signatures, of which one is ours; other versions are skipped.
    let several = format!(
        "v1a,AAAA v1,!! v1,AAAA {} {standard}",
        signed("/resend/svix")
    );
    headers.insert("svix-signature", several.parse().unwrap());
    assert_eq!(verify(&source, headers.clone(), &body), Ok(()));
    let other = standard.replace("v1,", "v2,");
    headers.insert("svix-signature", other.parse().unwrap());
    assert_eq!(
        verify(&source, headers, &body),
        Err(NotAuthentic::NoSecretFits)
    );
}

#[test]
fn what_was_signed_long_ago_is_not_believed() {
    let none = fetched(&[]);
    for (provider, most) in [("resend", 300), ("mailgun", 300), ("sendgrid", 25 * 3600)] {
        let all = sources();
        let source = all.iter().find(|source| source.name() == provider).unwrap();
        let at = |seconds| {
            let (headers, body) = delivery(provider);
            let then = now() + Duration::seconds(seconds);
            check(source, incoming(headers, &body), &none, then).map(|_| ())
        };
        assert_eq!((at(most), at(-300)), (Ok(()), Ok(())), "{provider}");
        let seconds = most.unsigned_abs() + 1;
        let most = most.unsigned_abs();
        assert_eq!(
            at(seconds.cast_signed()),
            Err(BadClaim::TooOld { seconds, most }.into())
        );
        let ahead = BadClaim::TooNew {
            seconds: 301,
            most: 300,
        };
        assert_eq!(at(-301), Err(ahead.into()));
    }
}

#[test]
fn a_password_with_mailguns_key_is_asked_for_and_gives_repeated_attempts_time() {
    let secret = format!("{}:{PASSWORD}", signed("/mailgun/key"));
    let source = source("mailgun", &secret);
    let body = mailgun(&json("mailgun.json")[1]);
    let with = |password: Option<&str>, hours| {
        let headers = password.map(|password| {
            let value = format!("Bearer {password}");
            headers(&[("authorization", &value)])
        });
        let incoming = incoming(headers.unwrap_or_default(), &body);
        let then = now() + Duration::hours(hours);
        check(&source, incoming, &fetched(&[]), then).map(|_| ())
    };
    assert_eq!(with(Some(PASSWORD), 8), Ok(()));
    assert!(matches!(
        with(Some(PASSWORD), 10),
        Err(NotAuthentic::Claim(BadClaim::TooOld { .. }))
    ));
    assert_eq!(with(Some(SHARED), 0), Err(NotAuthentic::NoSecretFits));
    assert_eq!(
        with(None, 0),
        Err(BadClaim::MissingHeader("authorization").into())
    );
}

#[test]
fn mailguns_signature_does_not_cover_the_body() {
    // This is not what one would wish for: it is the reason why a password can
    // be asked for.
    let source = source("mailgun", &signed("/mailgun/key"));
    let body = mailgun(&json("mailgun.json")[7]);
    assert_eq!(verify(&source, HeaderMap::new(), &body), Ok(()));
}
