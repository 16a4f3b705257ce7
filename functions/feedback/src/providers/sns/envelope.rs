//! The envelope in which SNS wraps a message:
//! <https://docs.aws.amazon.com/sns/latest/dg/http-notification-json.html>.

use std::fmt::Write;

use serde::Deserialize;

/// The fields that the signature covers, and those that lead to its key. A
/// duplicate field is an error, so no two readers can differ.
#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub(super) struct Envelope {
    #[serde(rename = "Type")]
    pub(super) kind: String,
    pub(super) message: String,
    message_id: String,
    #[serde(default)]
    subject: Option<String>,
    #[serde(default, rename = "SubscribeURL")]
    pub(super) subscribe_url: Option<String>,
    pub(super) timestamp: String,
    #[serde(default)]
    token: Option<String>,
    pub(super) topic_arn: String,
    pub(super) signature_version: String,
    pub(super) signature: String,
    #[serde(rename = "SigningCertURL")]
    pub(super) signing_cert_url: String,
}

impl Envelope {
    /// The text that is signed: names and values of the fields in the order of their names, each on
    /// a line of its own
    /// (<https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html>).
    ///
    /// `None` if a field is missing, or has a line break that would move the borders between
    /// fields. (The message comes first; those of SES and of Scaleway are JSON, whose texts have no
    /// line breaks.)
    pub(super) fn signed(&self) -> Option<String> {
        let is_notification = match self.kind.as_str() {
            "Notification" => true,
            "SubscriptionConfirmation" | "UnsubscribeConfirmation" => false,
            _ => return None,
        };
        let mut signed = format!("Message\n{}\n", self.message);
        let mut line = |name: &str, value: &str| {
            let fits = !value.contains('\n');
            fits.then(|| writeln!(signed, "{name}\n{value}").ok())
                .flatten()
        };
        line("MessageId", &self.message_id)?;
        if is_notification {
            if let Some(subject) = &self.subject {
                line("Subject", subject)?;
            }
            line("Timestamp", &self.timestamp)?;
        } else {
            line("SubscribeURL", self.subscribe_url.as_deref()?)?;
            line("Timestamp", &self.timestamp)?;
            line("Token", self.token.as_deref()?)?;
        }
        line("TopicArn", &self.topic_arn)?;
        line("Type", &self.kind)?;
        Some(signed)
    }
}
