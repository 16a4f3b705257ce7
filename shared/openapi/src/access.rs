//! The keys and signatures that a route asks for, and the topics by which routes are grouped.

use serde_json::{Value, json};

/// A proof that a request is somebody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// The installation's key, or one that an owner made at the desk.
    DeskKey,
    /// The installation's key alone.
    InstallationKey,
    /// The scheduler's secret.
    JobSecret,
    /// A signature by Standard Webhooks.
    StandardWebhooks,
    /// WooCommerce's signature.
    Woocommerce,
    /// Shopify's signature.
    Shopify,
}

impl Access {
    const ALL: [Self; 6] = [
        Self::DeskKey,
        Self::InstallationKey,
        Self::JobSecret,
        Self::StandardWebhooks,
        Self::Woocommerce,
        Self::Shopify,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::DeskKey => "deskKey",
            Self::InstallationKey => "installationKey",
            Self::JobSecret => "jobSecret",
            Self::StandardWebhooks => "standardWebhooks",
            Self::Woocommerce => "woocommerce",
            Self::Shopify => "shopify",
        }
    }

    fn scheme(self) -> Value {
        let bearer = |description: &str| json!({ "type": "http", "scheme": "bearer", "description": description });
        let header = |name: &str, description: &str| json!({ "type": "apiKey", "in": "header", "name": name, "description": description });
        match self {
            Self::DeskKey => bearer(
                "`desk_api_key`, which opens every shop, or a key that an owner made at the desk, for some shops and with a role.",
            ),
            Self::InstallationKey => bearer("`desk_api_key`."),
            Self::JobSecret => bearer("`job_secret`."),
            Self::StandardWebhooks => header(
                "webhook-signature",
                "`v1,` and base64 of the HMAC-SHA256 of `{id}.{timestamp}.{body}` with the shop's secret; `webhook-id` and `webhook-timestamp` come with it.",
            ),
            Self::Woocommerce => header(
                "x-wc-webhook-signature",
                "Base64 of the HMAC-SHA256 of the body with the webhook's secret.",
            ),
            Self::Shopify => header(
                "x-shopify-hmac-sha256",
                "Base64 of the HMAC-SHA256 of the body with the app's secret.",
            ),
        }
    }
}

pub(crate) fn schemes() -> Value {
    let schemes = Access::ALL.map(|access| (access.name().to_owned(), access.scheme()));
    Value::Object(schemes.into_iter().collect())
}

/// A topic by which routes are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Messages of shops and ERPs.
    Sources,
    /// Orders, and their mails and links.
    Orders,
    /// Settings.
    Settings,
    /// Templates.
    Templates,
    /// Tasks, and the delivery of mails.
    LookAfter,
    /// The status page for machines.
    Status,
    /// The scheduler and the mail providers.
    Mail,
}

impl Topic {
    const ALL: [Self; 7] = [
        Self::Sources,
        Self::Orders,
        Self::Settings,
        Self::Templates,
        Self::LookAfter,
        Self::Status,
        Self::Mail,
    ];

    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Sources => "Sources",
            Self::Orders => "Orders",
            Self::Settings => "Settings",
            Self::Templates => "Templates",
            Self::LookAfter => "Tasks and addresses",
            Self::Status => "Status page",
            Self::Mail => "Mail",
        }
    }

    const fn description(self) -> &'static str {
        match self {
            Self::Sources => "What shops and ERPs send.",
            Self::Orders => {
                "Orders at the desk: finding them, why they were mailed or not, manual mails, holds and links."
            }
            Self::Settings => "What is mailed, to whom and when, and how the page looks.",
            Self::Templates => "The shop's own words in mails.",
            Self::LookAfter => "What the staff should look after, and whether mails arrive.",
            Self::Status => "An order's status page for machines.",
            Self::Mail => "The scheduler's call, kept mails, and what mail providers report.",
        }
    }
}

pub(crate) fn topics() -> Value {
    let topics =
        Topic::ALL.map(|topic| json!({ "name": topic.name(), "description": topic.description() }));
    Value::Array(topics.into())
}
