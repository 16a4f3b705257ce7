//! Messages of Amazon SNS, and of Scaleway's Topics and Events, which is modelled on it.
//!
//! A message is signed with RSA, and names the address of the signer's certificate. So the check
//! has two steps: once the message names a topic of ours and addresses on the signer's own hosts,
//! [`wants`] returns what must be fetched; [`verify`] then checks the signature with it.
//!
//! - Amazon: <https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html>. The
//!   certificate is trusted because of where it is: `sns.{region}.amazonaws.com` over TLS, in the
//!   topic's own region. A topic whose `SignatureVersion` is set to 2 signs with SHA-256 in place
//!   of SHA-1.
//! - Scaleway:
//!   <https://www.scaleway.com/en/docs/topics-and-events/reference-content/verifying-webhooks/>.
//!   The certificate must come from Scaleway's root, which is known by its digest; its address only
//!   limits what is fetched.

mod certificate;
mod chain;
mod envelope;
mod signature;
mod topic;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use wismo_domain::time::Timestamp;
use wismo_webhook::age;

use crate::{BadBody, NotAuthentic};
use certificate::Certificate;
use envelope::Envelope;
use signature::{Hash, is_signed};
use topic::Topic;

pub use topic::{Signer, Topics};

/// Greatest age of a message, in seconds. SNS tries with the same signature for
/// an hour at most, even by a custom policy; Scaleway does not say. A message
/// that is sent again only says the same again.
const MOST_AGE: u64 = 24 * 3600;

/// The fetched contents, by their addresses.
#[derive(Clone, Debug, Default)]
pub struct Fetched(Vec<(String, Bytes)>);

impl Fetched {
    /// Adds the content of an address.
    pub fn insert(&mut self, address: String, body: Bytes) {
        self.0.push((address, body));
    }

    fn get(&self, address: &str) -> Option<&Bytes> {
        let mut found = self.0.iter();
        found.find(|(at, _)| at == address).map(|(_, body)| body)
    }
}

/// The content of an authentic message.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A message of the topic.
    Message(String),
    /// The address that must be fetched before messages will come.
    Confirm(String),
    /// A subscription ended.
    Nothing,
}

/// The addresses of the certificates that a message's check needs.
pub(super) fn wants(
    topics: &Topics,
    body: &[u8],
    now: Timestamp,
) -> Result<Vec<String>, NotAuthentic> {
    let (envelope, topic) = open(topics, body)?;
    let signed = envelope.timestamp.parse().ok();
    let signed = signed.ok_or(malformed("Timestamp", "a moment (RFC 3339)"))?;
    age::check(signed, now, MOST_AGE)?;
    let address = &envelope.signing_cert_url;
    if !is_certificate(address, topic, topics.signer) {
        return Err(NotAuthentic::CertificateUrl);
    }
    Ok(match topics.signer {
        Signer::Amazon => vec![address.clone()],
        Signer::Scaleway => vec![address.clone(), topic.chain()],
    })
}

/// Checks that the topic's service signed the message.
pub(super) fn verify(
    topics: &Topics,
    body: &[u8],
    fetched: &Fetched,
    now: Timestamp,
) -> Result<(), NotAuthentic> {
    wants(topics, body, now)?;
    let (envelope, topic) = open(topics, body)?;
    let hash = match envelope.signature_version.as_str() {
        "1" => Hash::Sha1,
        "2" => Hash::Sha256,
        _ => return Err(malformed("SignatureVersion", "1 or 2")),
    };
    let signature = STANDARD.decode(&envelope.signature).ok();
    let signature = signature.ok_or(malformed("Signature", "base64"))?;
    let signed = envelope
        .signed()
        .ok_or(malformed("the body", "a message that SNS signs"))?;
    let certificate = read(fetched, &envelope.signing_cert_url)?
        .into_iter()
        .next()
        .ok_or(NotAuthentic::Certificate(
            "is missing from the fetched file",
        ))?;
    if !certificate.holds(now) {
        return Err(NotAuthentic::Certificate("has expired or is not valid yet"));
    }
    if !certificate.may_sign() {
        return Err(NotAuthentic::Certificate("is not for signatures"));
    }
    if topics.signer == Signer::Scaleway {
        let chain = read(fetched, &topic.chain())?;
        if !chain::leads_to_root(&certificate, &chain, topics.root, now) {
            return Err(NotAuthentic::Certificate(
                "does not come from the signer's root",
            ));
        }
    }
    is_signed(&certificate.key, hash, signed.as_bytes(), &signature)
        .then_some(())
        .ok_or(NotAuthentic::Certificate("did not make the signature"))
}

/// Reads an authentic message. An address that confirms a subscription is
/// handed on only if it is the service's own.
pub(super) fn content(topics: &Topics, body: &[u8]) -> Result<Content, BadBody> {
    let envelope: Envelope = serde_json::from_slice(body)?;
    Ok(match envelope.kind.as_str() {
        "Notification" => Content::Message(envelope.message),
        "SubscriptionConfirmation" => {
            let topic = topics.find(&envelope.topic_arn);
            let host = topic.map(|topic| topic.confirmation(topics.signer));
            let host = host.unwrap_or_default();
            match envelope.subscribe_url {
                Some(address) if confirms(&address, &host) => Content::Confirm(address),
                Some(_) | None => return Err(BadBody::SubscribeUrl(host)),
            }
        }
        _ => Content::Nothing,
    })
}

fn open<'a>(topics: &'a Topics, body: &[u8]) -> Result<(Envelope, &'a Topic), NotAuthentic> {
    let Ok(envelope) = serde_json::from_slice::<Envelope>(body) else {
        let form = "a signed message of SNS: turn off raw message delivery";
        return Err(malformed("the body", form));
    };
    let topic = topics.find(&envelope.topic_arn);
    Ok((envelope, topic.ok_or(NotAuthentic::OtherTopic)?))
}

fn read(fetched: &Fetched, address: &str) -> Result<Vec<Certificate>, NotAuthentic> {
    let pem = fetched.get(address).ok_or(NotAuthentic::NoCertificate)?;
    Certificate::all(pem).ok_or(NotAuthentic::Certificate("cannot be read"))
}

/// Tells whether a certificate's address is the signer's: it must be a plain
/// file, since a query could make the host say what the sender wants.
fn is_certificate(address: &str, topic: &Topic, signer: Signer) -> bool {
    let ends: &[&str] = match signer {
        Signer::Amazon => &[".pem"],
        Signer::Scaleway => &[".pem", ".crt"],
    };
    let file = topic.certificates(signer).into_iter().find_map(|start| {
        let rest = address.strip_prefix(&start)?;
        ends.iter().find_map(|end| rest.strip_suffix(end))
    });
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_".contains(&byte);
    file.is_some_and(|file| (1..=128).contains(&file.len()) && file.bytes().all(plain))
}

/// Tells whether an address confirms a subscription at the service, and does
/// nothing else.
fn confirms(address: &str, start: &str) -> bool {
    let query = address.strip_prefix(start).filter(|_| !start.is_empty());
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~%:&=+/".contains(&byte);
    query.is_some_and(|query| {
        let actions = query.split('&').filter(|pair| pair.starts_with("Action="));
        query.len() <= 2048
            && query.bytes().all(plain)
            && actions.eq(["Action=ConfirmSubscription"])
    })
}

const fn malformed(what: &'static str, form: &'static str) -> NotAuthentic {
    NotAuthentic::Malformed { what, form }
}
