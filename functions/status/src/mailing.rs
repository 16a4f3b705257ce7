//! Mails that somebody asked for on a page. They go to the order's own address,
//! at once and whatever its customer chose, as it is the customer who asked.

use std::rc::Rc;

use wismo_domain::access::secret::Secret;
use wismo_domain::context::Environment;
use wismo_domain::log::{Event, EventPayload, MailPreferences, ManualMail, Via, append};
use wismo_domain::mail::Mailbox;
use wismo_domain::mail::suppression::Suppression;
use wismo_domain::order::Order;
use wismo_domain::settings::Settings as ShopSettings;
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_platform::config::{self, ConfigError};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::mail_client;
use wismo_platform::once::Once;
use wismo_platform::store::SpinStore;
use wismo_view::mail::{MailContext, RequestedMail, Sender, asked};
use wismo_view::texts::Language;

use crate::COMPONENT;
use crate::config::Config;

/// The order and the settings that a mail is written from.
pub struct Mailing<'a> {
    /// The component's configuration.
    pub config: &'a Config,
    /// The order's shop.
    pub shop: &'a Shop,
    /// The shop's settings.
    pub rules: &'a ShopSettings,
    /// The order's key.
    pub key: &'a OrderKey,
    /// The rotation of its links.
    pub rotation: u32,
    /// The order.
    pub order: &'a Order,
    /// The customer's choice.
    pub choice: &'a MailPreferences,
}

/// The sender of mails. Pages do not need it, so they work even if it is not
/// set up.
struct MailSender {
    from: Mailbox,
    reply_to: Option<Mailbox>,
    job_secret: Secret,
}

thread_local! {
    static OFFICE: Once<MailSender> = const { Once::new() };
}

async fn office() -> Result<Rc<MailSender>, ConfigError> {
    Once::get(&OFFICE, async || {
        let from = config::mailbox("mail_from").await?;
        Ok(MailSender {
            from: from.ok_or_else(|| ConfigError::new("mail_from", "is not set"))?,
            reply_to: config::mailbox("mail_reply_to").await?,
            job_secret: config::job_secret().await?,
        })
    })
    .await
}

/// Writes the mail, and has it sent. If the address is suppressed, or sending
/// is not set up, no mail is written; the one who asked learns of neither.
///
/// # Errors
/// When the store fails.
pub async fn send(mailing: &Mailing<'_>, what: RequestedMail) -> Result<(), StoreError> {
    let office = match office().await {
        Ok(office) => office,
        Err(fault) => {
            config::report(COMPONENT, &fault);
            return Ok(());
        }
    };
    let customer = &mailing.order.customer;
    let name = customer.name.as_deref().unwrap_or_default();
    let Ok(to) = Mailbox::new(name, customer.email.as_deref().unwrap_or_default()) else {
        return Ok(());
    };
    let suppressed = Suppression::of(&SpinStore, &mailing.key.shop, &to.address).await?;
    if suppressed.is_some() {
        return Ok(());
    }
    let sender = Sender {
        link_keys: &mailing.config.link_keys,
        public_url: &mailing.config.public_url,
        from: &office.from,
    };
    let page_url = sender.page_url(mailing.key, mailing.rotation, mailing.order, &to, &[]);
    let spoken = [&mailing.choice.language, &customer.locale];
    let spoken = spoken.into_iter().flatten().map(String::as_str);
    let language = Language::first_of(spoken.chain([mailing.shop.locale()]));
    let mail = asked(
        &MailContext {
            now: SpinEnvironment.now(),
            hides_prices: true,
            hides_addresses: true,
            page_url: Some(&page_url),
            reply_to: office.reply_to.as_ref(),
            to,
            language,
            root_id: sender.root_id(mailing.key),
            ..MailContext::for_order(
                mailing.shop,
                mailing.order,
                &mailing.rules.brand,
                &office.from,
            )
        },
        what,
    );
    let by_hand = ManualMail {
        mail,
        id: None,
        resends: None,
        words: None,
    };
    let event = Event {
        received_at: SpinEnvironment.now(),
        payload: EventPayload::ManualMail(Box::new(by_hand)),
        via: Via::Page,
        dropped: Vec::new(),
        by: None,
    };
    append(SPIN_CONTEXT, mailing.key, &event).await?;
    mail_client::drain(COMPONENT, &office.job_secret);
    Ok(())
}
