//! `POST /desk/api/{shop}/orders/{id}/mails/{notice}`: an earlier mail once more,
//! as it was, to its recipient or to a corrected address.

use serde::Deserialize;
use spin_sdk::http::Request;
use wismo_domain::check::FieldError;
use wismo_domain::log::{Actor, ManualMail};
use wismo_domain::mail::{Mail, Mailbox};
use wismo_domain::notices::kept_mail;
use wismo_domain::shop::Shop;
use wismo_domain::storage::keys::OrderKey;
use wismo_platform::http::document::{field_error, json, must_be_json, object, read_body};
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;

use super::config::{Config, config};
use super::send::{self, Ready, Wish};
use super::warnings::{dead_link, unwished};
use super::write::mailbox;
use crate::decided;
use crate::order::{Found, find};

/// The request.
#[derive(Default, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub(crate) struct ResendRequest {
    /// The address; without one, that of the earlier recipient.
    to: Option<String>,
    /// True if the order has this address from now on.
    correct_order: bool,
    /// The id by which a repeated request is recognised.
    id: Option<String>,
}

/// Shows or sends a mail once more.
///
/// # Errors
/// When there is no such mail, or the request is at fault.
pub async fn respond(
    shop: &Shop,
    key: &OrderKey,
    notice: u64,
    by: Option<Actor>,
    request: Request,
) -> Result<Response, Rejection> {
    must_be_json(request.headers())?;
    let wish = Wish::of(&request, by)?;
    let (wish, to, corrects) = asked(&read_body(request).await?, wish)?;
    let config = config().await?;
    let mail = kept_mail(&SpinStore, key, notice).await?;
    let mail = mail.ok_or_else(super::no_mail)?;
    let rules = decided::settings(&shop.id).await?;
    let found = find(key, &rules).await?;
    let resend = Resend {
        notice,
        to,
        corrects,
    };
    let ready = resend.ready(&config, key, mail, found);
    send::respond(key, wish, ready).await
}

/// An earlier mail that is to go out once more.
pub struct Resend {
    /// The number of its notice.
    pub notice: u64,
    /// The address; without one, that of the earlier recipient.
    pub to: Option<Mailbox>,
    /// True if the order has this address from now on.
    pub corrects: bool,
}

impl Resend {
    /// Makes the mail ready to be shown or sent.
    #[must_use]
    pub fn ready(self, config: &Config, key: &OrderKey, mail: Mail, found: Option<Found>) -> Ready {
        let Self {
            notice,
            to,
            corrects,
        } = self;
        let email = found
            .as_ref()
            .and_then(|found| found.order.customer.email.clone());
        let email = email.unwrap_or_default();
        let (mut mail, is_customers) = addressed(mail, to, corrects, &email);
        let mut warnings = Vec::new();
        if let Some(mut found) = found {
            let links = found.snapshot.links();
            if !is_customers {
                mail = config.sender().for_others(key, links.rotation(), mail);
            }
            if corrects {
                found.order.customer.email = Some(mail.to.address.clone());
            }
            warnings = unwished(&found.order, &found.snapshot.preferences(), &[], &mail);
            let (keys, url) = (&config.link_keys, &config.public_url);
            warnings.extend(dead_link(keys, url, links, &mail));
        }
        Ready {
            by_hand: ManualMail {
                mail,
                id: None,
                resends: Some(notice),
                words: None,
            },
            preheader: None,
            corrects: corrects.then_some(email),
            files: Vec::new(),
            warnings,
        }
    }
}

fn asked(body: &[u8], wish: Wish) -> Result<(Wish, Option<Mailbox>, bool), FieldError> {
    let asked: ResendRequest = match body.trim_ascii() {
        [] => ResendRequest::default(),
        body => object("", json(body)?)?,
    };
    let to = asked.to.as_deref();
    let to = to.map(|to| mailbox("to", to)).transpose()?;
    if asked.correct_order && to.is_none() {
        return Err(field_error(
            "correct_order",
            "needs the right address, in `to`",
        ));
    }
    Ok((wish.with_id(asked.id)?, to, asked.correct_order))
}

/// Addresses the mail as it was to one recipient, and tells whether that is the
/// customer: only the customer can switch the order's mails off.
fn addressed(mail: Mail, to: Option<Mailbox>, corrects: bool, customer: &str) -> (Mail, bool) {
    let to = match to {
        Some(to) if to.name.is_empty() => Mailbox {
            name: mail.to.name,
            ..to
        },
        Some(to) => to,
        None => mail.to,
    };
    let is_customer = corrects || to.address.eq_ignore_ascii_case(customer.trim());
    let mut headers = mail.headers;
    headers.retain(|(name, _)| is_customer || !name.starts_with("List-Unsubscribe"));
    let mail = Mail {
        to,
        cc: Vec::new(),
        headers,
        ..mail
    };
    (mail, is_customer)
}
