//! Messages that other software signed in SNS's way.

use http::HeaderMap;
use serde_json::{Value, json as value};
use wismo_domain::time::Duration;
use wismo_webhook::BadClaim;

use super::{CERTIFICATE, TOPIC, fetched, fixture, incoming, json, now, source, verify};
use crate::providers::{Signer, Topics};
use crate::{BadBody, Fetched, NotAuthentic, Source};

const SCALEWAY: &str =
    "arn:scw:sns:fr-par:project-00000000-0000-0000-0000-000000000000:wismo-events";
const SIGNER: &str =
    "https://messaging.s3.fr-par.scw.cloud/fr-par/sns/sns_certificate_0123456789.crt";
const CHAIN: &str = "https://messaging.s3.fr-par.scw.cloud/fr-par/sns/sns-trust-chain.pem";

/// Checks a message as Amazon's, with a certificate.
fn check(message: &Value, certificate: &str) -> Result<(), NotAuthentic> {
    let source = source("ses", TOPIC);
    let fetched = fetched(&[(CERTIFICATE, certificate)]);
    let body = message.to_string();
    let verified = super::check(
        &source,
        incoming(HeaderMap::new(), body.as_bytes()),
        &fetched,
        now(),
    );
    verified.map(|_| ())
}

#[test]
fn both_versions_and_all_lengths_of_keys_are_believed() {
    for (name, certificate) in [
        ("notification_1", "amazon"),
        ("notification_2", "amazon"),
        ("null_subject", "amazon"),
        ("notification_3072", "amazon3072"),
        ("notification_4096", "amazon4096"),
        ("subscription", "amazon"),
        ("unsubscription", "amazon"),
    ] {
        let message = json(&format!("sns/{name}.json"));
        let certificate = format!("sns/{certificate}.pem");
        assert_eq!(check(&message, &certificate), Ok(()), "{name}");
    }
}

#[test]
fn a_change_of_any_signed_field_is_not_believed() {
    for (name, fields) in [
        (
            "notification_2",
            &["Message", "MessageId", "Subject", "Timestamp", "Signature"][..],
        ),
        (
            "subscription",
            &["Message", "MessageId", "Timestamp", "Token", "SubscribeURL"],
        ),
    ] {
        for field in fields {
            let mut message = json(&format!("sns/{name}.json"));
            let text = message[*field].as_str().unwrap();
            let changed = match text.strip_suffix(['Z', '=']) {
                Some(rest) => format!("{}{}", &rest[..rest.len() - 1], &text[rest.len() - 2..]),
                None => format!("{text} "),
            };
            assert_ne!(changed, text);
            message[*field] = value!(changed);
            assert!(check(&message, "sns/amazon.pem").is_err(), "{field}");
            message.as_object_mut().unwrap().remove(*field);
            assert!(check(&message, "sns/amazon.pem").is_err(), "{field}");
        }
    }
}

#[test]
fn a_signature_holds_for_its_kind_version_and_key_alone() {
    let message = json("sns/notification_1.json");
    let with = |field: &str, text: &str| {
        let mut message = message.clone();
        message[field] = value!(text);
        check(&message, "sns/amazon.pem")
    };
    assert!(with("SignatureVersion", "2").is_err());
    assert!(with("SignatureVersion", "3").is_err());
    assert!(with("Type", "SubscriptionConfirmation").is_err());
    assert!(with("Type", "Other").is_err());
    assert!(with("Subject", "").is_err());
    assert!(with("Signature", "").is_err());
    assert!(with("Signature", "AAAA").is_err());
    for other in ["amazon4096", "amazon3072", "signer", "rogue"] {
        let fault = check(&message, &format!("sns/{other}.pem"));
        assert_eq!(
            fault,
            Err(NotAuthentic::Certificate("did not make the signature"))
        );
    }
}

#[test]
fn a_certificate_must_hold_and_be_one() {
    let stale = check(&json("sns/notification_stale.json"), "sns/stale.pem");
    let over = NotAuthentic::Certificate("has expired or is not valid yet");
    assert_eq!(stale, Err(over));
    let message = json("sns/notification_1.json").to_string();
    let source = source("ses", TOPIC);
    let pem = String::from_utf8(fixture("sns/amazon.pem")).unwrap();
    let with = |body: &str| {
        let mut fetched = Fetched::default();
        fetched.insert(CERTIFICATE.to_owned(), body.to_owned().into());
        let incoming = incoming(HeaderMap::new(), message.as_bytes());
        source.verify(incoming, &fetched, now()).map(|_| ())
    };
    assert_eq!(with(&pem), Ok(()));
    for wrong in [
        String::new(),
        // A page that repeats what the sender asked for is not a certificate.
        format!("<Error>{pem}</Error>"),
        format!("{pem}<html>"),
        pem.replace("CERTIFICATE", "PUBLIC KEY"),
        pem[..pem.len() - 40].to_owned(),
        pem.replacen("MII", "MIJ", 1),
    ] {
        assert!(with(&wrong).is_err(), "{wrong}");
    }
    let missing = source.verify(
        incoming(HeaderMap::new(), message.as_bytes()),
        &Fetched::default(),
        now(),
    );
    assert_eq!(missing.err(), Some(NotAuthentic::NoCertificate));
}

#[test]
fn every_bit_of_a_certificate_is_read_without_a_panic() {
    let message = json("sns/notification_1.json").to_string();
    let source = source("ses", TOPIC);
    let pem = String::from_utf8(fixture("sns/amazon.pem")).unwrap();
    let body: String = pem.lines().filter(|line| !line.starts_with('-')).collect();
    let engine = base64::engine::general_purpose::STANDARD;
    let der = base64::Engine::decode(&engine, body).unwrap();
    let mut held = 0;
    for at in 0..der.len() {
        for bit in [1, 0x10, 0x80] {
            let mut broken = der.clone();
            broken[at] ^= bit;
            let body = base64::Engine::encode(&engine, &broken);
            let pem = format!("-----BEGIN CERTIFICATE-----\n{body}\n-----END CERTIFICATE-----");
            let mut fetched = Fetched::default();
            fetched.insert(CERTIFICATE.to_owned(), pem.into());
            let incoming = incoming(HeaderMap::new(), message.as_bytes());
            held += usize::from(source.verify(incoming, &fetched, now()).is_ok());
        }
    }
    // Amazon's certificate is trusted because of where it is: its own signature
    // is not looked at.
    assert!(held < der.len() * 3);
}

#[test]
fn only_the_signers_own_addresses_are_fetched() {
    let source = source("ses", TOPIC);
    let wants = |address: &str| {
        let mut message = json("sns/notification_1.json");
        message["SigningCertURL"] = value!(address);
        let incoming = incoming(HeaderMap::new(), message.to_string().as_bytes());
        source.wants(&incoming, now())
    };
    assert_eq!(wants(CERTIFICATE), Ok(vec![CERTIFICATE.to_owned()]));
    let file = "SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
    for wrong in [
        format!("http://sns.eu-central-1.amazonaws.com/{file}"),
        format!("HTTPS://sns.eu-central-1.amazonaws.com/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com.evil.example/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com@evil.example/{file}"),
        format!("https://x:y@sns.eu-central-1.amazonaws.com/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com:8443/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com:443/{file}"),
        format!("https://sns.us-east-1.amazonaws.com/{file}"),
        format!("https://evil.example/sns.eu-central-1.amazonaws.com/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com\\@evil.example/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com/../{file}"),
        format!("https://sns.eu-central-1.amazonaws.com/x/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com/{file}?Action=Publish.pem"),
        format!("https://sns.eu-central-1.amazonaws.com/?x={file}"),
        format!("https://sns.eu-central-1.amazonaws.com/{file}#.pem"),
        format!(" https://sns.eu-central-1.amazonaws.com/{file}"),
        format!("https://sns.eu-central-1.amazonaws.com/{file}\n"),
        "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-.pem".to_owned(),
        "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-%2e%2e.pem".to_owned(),
        "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-a/../x.pem".to_owned(),
        "file:///etc/passwd.pem".to_owned(),
        String::new(),
    ] {
        assert_eq!(wants(&wrong), Err(NotAuthentic::CertificateUrl), "{wrong}");
    }
}

#[test]
fn for_another_topic_nothing_is_fetched() {
    for other in [
        "arn:aws:sns:eu-central-1:123456789012:wismo-events2",
        "arn:aws:sns:eu-central-1:210987654321:wismo-events",
        "arn:aws:sns:us-east-1:123456789012:wismo-events",
        "",
    ] {
        let mut message = json("sns/notification_1.json");
        message["TopicArn"] = value!(other);
        let body = message.to_string();
        let incoming = incoming(HeaderMap::new(), body.as_bytes());
        let wants = source("ses", TOPIC).wants(&incoming, now());
        assert_eq!(wants, Err(NotAuthentic::OtherTopic), "{other}");
    }
}

#[test]
fn a_message_of_yesterday_is_not_believed() {
    let body = fixture("sns/notification_1.json");
    let at = |hours| {
        let incoming = incoming(HeaderMap::new(), &body);
        source("ses", TOPIC).wants(&incoming, now() + Duration::hours(hours))
    };
    assert!(at(23).is_ok());
    assert!(matches!(
        at(25),
        Err(NotAuthentic::Claim(BadClaim::TooOld { .. }))
    ));
    assert!(matches!(
        at(-1),
        Err(NotAuthentic::Claim(BadClaim::TooNew { .. }))
    ));
}

#[test]
fn a_field_that_stands_twice_or_moves_a_border_is_refused() {
    let body = String::from_utf8(fixture("sns/notification_1.json")).unwrap();
    let twice = body.replacen('{', r#"{"Message":"{}","#, 1);
    let raw = r#"{"eventType":"Bounce"}"#;
    for body in [twice.as_str(), raw, "", "[]", "null"] {
        let fault = verify(&source("ses", TOPIC), HeaderMap::new(), body.as_bytes());
        assert!(
            matches!(fault, Err(NotAuthentic::Malformed { .. })),
            "{body}"
        );
    }
    let mut message = json("sns/notification_1.json");
    message["MessageId"] = value!("a\nTimestamp\nb");
    assert!(check(&message, "sns/amazon.pem").is_err());
}

#[test]
fn a_subscription_is_confirmed_at_the_service_alone() {
    let source = source("ses", TOPIC);
    let fetched = fetched(&[(CERTIFICATE, "sns/amazon.pem")]);
    let parse = |name: &str| {
        let incoming = incoming(HeaderMap::new(), &fixture(&format!("sns/{name}.json")));
        let verified = source.verify(incoming, &fetched, now());
        let Ok(verified) = verified else {
            panic!("{name} is authentic")
        };
        source.parse(&verified, now())
    };
    let confirm = parse("subscription").unwrap().confirm.unwrap();
    assert!(confirm.starts_with(
        "https://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="
    ));
    let evil = parse("subscription_evil");
    assert!(matches!(evil, Err(BadBody::SubscribeUrl(_))));
    assert_eq!(parse("unsubscription").unwrap(), crate::Parsed::default());
    let bounce = parse("notification_2").unwrap();
    assert_eq!(bounce.happenings.len(), 1);
}

#[test]
fn an_address_that_confirms_does_nothing_else() {
    let start = "https://sns.eu-central-1.amazonaws.com/?";
    let parse = |address: &str| {
        let mut message = json("sns/subscription.json");
        message["SubscribeURL"] = value!(address);
        let body = message.to_string().into_bytes();
        source("ses", TOPIC).read(&body, now())
    };
    assert!(parse(&format!("{start}Action=ConfirmSubscription&Token=1")).is_ok());
    for wrong in [
        format!("{start}Action=DeleteTopic&Token=1"),
        format!("{start}Action=ConfirmSubscription&Action=DeleteTopic"),
        format!("{start}Token=1"),
        format!("{start}Action=ConfirmSubscription&Token=1 x"),
        format!("{start}Action=ConfirmSubscription#x"),
        format!("{start}Action=ConfirmSubscription@evil.example"),
        "http://sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription".to_owned(),
        "https://sns.eu-central-1.amazonaws.com:8443/?Action=ConfirmSubscription".to_owned(),
        "https://x@sns.eu-central-1.amazonaws.com/?Action=ConfirmSubscription".to_owned(),
        "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription".to_owned(),
    ] {
        assert!(parse(&wrong).is_err(), "{wrong}");
    }
}

/// Scaleway's topic, whose certificates come from the root of the fixtures.
fn scaleway() -> Source {
    scaleway_with("sns/chain.pem")
}

fn scaleway_with(chain: &str) -> Source {
    let root = fixture(chain);
    Source::Scaleway(
        Topics::new(Signer::Scaleway, &[SCALEWAY])
            .unwrap()
            .with_root(&root),
    )
}

fn from_scaleway(source: &Source, name: &str, chain: &str) -> Result<(), NotAuthentic> {
    let leaf = name.strip_prefix("scaleway_").unwrap();
    let leaf = if leaf == "subscription" {
        "signer"
    } else {
        leaf
    };
    let fetched = fetched(&[(SIGNER, &format!("sns/{leaf}.pem")), (CHAIN, chain)]);
    let incoming = incoming(HeaderMap::new(), &fixture(&format!("sns/{name}.json")));
    let wants = source.wants(&incoming, now());
    assert_eq!(wants, Ok(vec![SIGNER.to_owned(), CHAIN.to_owned()]));
    source.verify(incoming, &fetched, now()).map(|_| ())
}

#[test]
fn scaleways_certificates_come_from_its_root() {
    let source = scaleway();
    let chain = "sns/chain.pem";
    for name in ["scaleway_signer", "scaleway_subscription"] {
        assert_eq!(from_scaleway(&source, name, chain), Ok(()), "{name}");
    }
    let foreign = NotAuthentic::Certificate("does not come from the signer's root");
    assert_eq!(
        from_scaleway(&source, "scaleway_rogue", chain),
        Err(foreign)
    );
    let rogue = from_scaleway(&source, "scaleway_rogue", "sns/rogue_chain.pem");
    assert_eq!(rogue, Err(foreign));
    // It was issued by a certificate that must not issue any, although that
    // stands in the chain.
    let chain = "sns/chain_with_signer.pem";
    assert_eq!(
        from_scaleway(&source, "scaleway_offleaf", chain),
        Err(foreign)
    );
    let late = from_scaleway(&source, "scaleway_late", "sns/chain.pem");
    let over = NotAuthentic::Certificate("has expired or is not valid yet");
    assert_eq!(late, Err(over));
    // With Scaleway's own root, that of the fixtures does not count.
    let own = super::source("scaleway", SCALEWAY);
    let fault = from_scaleway(&own, "scaleway_signer", "sns/chain.pem");
    assert_eq!(fault, Err(foreign));
}

#[test]
fn an_authority_issues_what_it_may_and_no_more() {
    let chain = "sns/strict_chain.pem";
    let source = scaleway_with(chain);
    let body = fixture("sns/scaleway_strict.json");
    let with = |leaf: &str| {
        let fetched = fetched(&[(SIGNER, &format!("sns/{leaf}.pem")), (CHAIN, chain)]);
        let incoming = incoming(HeaderMap::new(), &body);
        source.verify(incoming, &fetched, now()).map(|_| ())
    };
    assert_eq!(with("sha384"), Ok(()));
    let foreign = NotAuthentic::Certificate("does not come from the signer's root");
    // Below its issuer, no authority may follow.
    assert_eq!(with("deep"), Err(foreign));
    // Its issuer's key is not for certificates.
    assert_eq!(with("unfit"), Err(foreign));
}

#[test]
fn a_file_of_too_many_certificates_is_not_read() {
    let message = json("sns/notification_1.json").to_string();
    let pem = String::from_utf8(fixture("sns/amazon.pem")).unwrap();
    let with = |count| {
        let mut fetched = Fetched::default();
        fetched.insert(CERTIFICATE.to_owned(), pem.repeat(count).into());
        let incoming = incoming(HeaderMap::new(), message.as_bytes());
        let verified = source("ses", TOPIC).verify(incoming, &fetched, now());
        verified.map(|_| ())
    };
    assert_eq!(with(8), Ok(()));
    assert_eq!(with(9), Err(NotAuthentic::Certificate("cannot be read")));
}

#[test]
fn a_certificate_is_for_signatures_and_asks_for_nothing_unknown() {
    let message = json("sns/notification_1.json");
    for (certificate, fault) in [
        ("critical", "cannot be read"),
        ("encipher", "is not for signatures"),
    ] {
        let found = check(&message, &format!("sns/{certificate}.pem"));
        assert_eq!(
            found,
            Err(NotAuthentic::Certificate(fault)),
            "{certificate}"
        );
    }
}

#[test]
fn scaleways_addresses_are_its_own() {
    let source = scaleway();
    let wants = |address: &str| {
        let mut message = json("sns/scaleway_signer.json");
        message["SigningCertURL"] = value!(address);
        let incoming = incoming(HeaderMap::new(), message.to_string().as_bytes());
        source.wants(&incoming, now())
    };
    let start = "https://messaging.s3.fr-par.scw.cloud/fr-par/sns/";
    assert!(wants(&format!("{start}a_1.crt")).is_ok());
    for wrong in [
        "https://attacker.s3.fr-par.scw.cloud/fr-par/sns/a.crt",
        "https://messaging.s3.fr-par.scw.cloud.evil.example/fr-par/sns/a.crt",
        "https://messaging.s3.fr-par.scw.cloud/fr-par/sns/../a.crt",
        "https://messaging.s3.fr-par.scw.cloud/fr-par/sns/a.crt?x.crt",
        "http://messaging.s3.fr-par.scw.cloud/fr-par/sns/a.crt",
    ] {
        assert_eq!(wants(wrong), Err(NotAuthentic::CertificateUrl), "{wrong}");
    }
}
