//! The mail APIs that can be played, and the settings that reach them.

use super::KEY;

/// The mail API that is played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Api {
    /// Postmark's `/email`.
    Postmark,
    /// Resend's `/emails`.
    Resend,
    /// SendGrid's `/v3/mail/send`.
    SendGrid,
    /// Mailgun's `/v3/{domain}/messages`.
    Mailgun,
    /// Brevo's `/v3/smtp/email`.
    Brevo,
    /// SES's `/v2/email/outbound-emails`.
    Ses,
    /// Mailjet's `/v3.1/send`.
    Mailjet,
    /// SparkPost's `/api/v1/transmissions`.
    SparkPost,
    /// Mailtrap's `/api/send`.
    Mailtrap,
    /// Scaleway's `/transactional-email/.../emails`.
    Scaleway,
    /// Mailpit's `/api/v1/send`.
    Mailpit,
}

impl Api {
    /// The setting `mail_provider`.
    #[must_use]
    pub const fn provider(self) -> &'static str {
        match self {
            Self::Postmark => "postmark",
            Self::Resend => "resend",
            Self::SendGrid => "sendgrid",
            Self::Mailgun => "mailgun",
            Self::Brevo => "brevo",
            Self::Ses => "ses",
            Self::Mailjet => "mailjet",
            Self::SparkPost => "sparkpost",
            Self::Mailtrap => "mailtrap",
            Self::Scaleway => "scaleway",
            Self::Mailpit => "mailpit",
        }
    }

    /// The setting `mail_api_key` that the recorder expects.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Ses => format!("AKIDRECORDER:{KEY}"),
            Self::Mailjet | Self::Mailpit => format!("recorder:{KEY}"),
            Self::Postmark
            | Self::Resend
            | Self::SendGrid
            | Self::Mailgun
            | Self::Brevo
            | Self::SparkPost
            | Self::Mailtrap
            | Self::Scaleway => KEY.to_owned(),
        }
    }

    /// The setting `mail_account` that the recorder expects.
    #[must_use]
    pub const fn account(self) -> &'static str {
        match self {
            Self::Mailgun => "mg.north.example",
            Self::Ses => "eu-north-1",
            Self::Scaleway => "6170692e-7363-616c-6577-61792e636f6d",
            Self::Postmark
            | Self::Resend
            | Self::SendGrid
            | Self::Brevo
            | Self::Mailjet
            | Self::SparkPost
            | Self::Mailtrap
            | Self::Mailpit => "",
        }
    }

    /// The id under which Wismo keeps the mail that the recorder calls `id`.
    #[must_use]
    pub fn id(self, id: &str) -> String {
        if self != Self::Mailjet {
            return id.to_owned();
        }
        let number = id.rsplit('-').next().unwrap_or_default();
        let number = u64::from_str_radix(number, 16).unwrap_or_default();
        number.to_string()
    }

    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Postmark => "/email",
            Self::Resend => "/emails",
            Self::SendGrid => "/v3/mail/send",
            Self::Mailgun => "/v3/mg.north.example/messages",
            Self::Brevo => "/v3/smtp/email",
            Self::Ses => "/v2/email/outbound-emails",
            Self::Mailjet => "/v3.1/send",
            Self::SparkPost => "/api/v1/transmissions",
            Self::Mailtrap => "/api/send",
            Self::Scaleway => "/transactional-email/v1alpha1/regions/fr-par/emails",
            Self::Mailpit => "/api/v1/send",
        }
    }
}
