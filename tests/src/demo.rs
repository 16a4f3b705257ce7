//! The demo that `cargo run` shows when no shops are set: a shop whose orders go
//! through the real hook, and whose mails are shown instead of sent.

mod desk;
mod orders;
mod secrets;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::json;
use sha2::Sha256;
use wismo::{Options, State};
use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::Timestamp;

use orders::Version;
use secrets::Secrets;

/// Time between two drains of mail, as with an operator's scheduler.
const DRAIN_EVERY: Duration = Duration::from_secs(60);

/// A demo that is about to begin.
pub(crate) struct Demo {
    secrets: Secrets,
    folder: PathBuf,
}

/// Prepares the demo if no shops are set: a shop, secrets, and mail that is
/// shown instead of sent.
pub(crate) fn prepare(options: &mut Options) -> Result<Option<Demo>> {
    let State::Directory(folder) = options.state.clone() else {
        return Ok(None);
    };
    if options.variables.contains_key("shops") {
        return Ok(None);
    }
    let secrets = Secrets::kept_in(&folder)?;
    let shops = json!([{
        "id": "demo", "platform": "woocommerce", "secrets": [secrets.shop],
        "sync_secrets": [format!("whsec_{}", STANDARD.encode(&secrets.erp))],
        "name": "Demo Shop", "locale": "en", "timezone": "Europe/Oslo",
    }]);
    for (name, value) in [
        ("shops", shops.to_string()),
        ("job_secret", secrets.job.clone()),
        ("desk_api_key", secrets.desk.clone()),
        ("link_secret", secrets.link.clone()),
        ("mail_from", "Demo Shop <orders@demo.example>".to_owned()),
    ] {
        options.variables.entry(name.to_owned()).or_insert(value);
    }
    Ok(Some(Demo { secrets, folder }))
}

/// Drains mail each minute, as an operator's scheduler does, until the process ends.
pub(crate) async fn drain_each_minute(address: SocketAddr, job_secret: &str) -> ! {
    let client = reqwest::Client::new();
    let mut minute = tokio::time::interval(DRAIN_EVERY);
    loop {
        minute.tick().await;
        let drain = client.post(format!("http://{address}/mail/drain"));
        match drain.bearer_auth(job_secret).send().await {
            Ok(answer) if answer.status().is_success() => {}
            Ok(answer) => eprintln!("mail was not drained: {}", answer.status()),
            Err(error) => eprintln!("mail was not drained: {}", error.without_url()),
        }
    }
}

/// Returns the address of the pages on this machine. For any other machine, Wismo asks
/// for `https`.
pub(crate) fn public_url(listen: SocketAddr) -> String {
    match listen.ip().is_loopback() {
        true => format!("http://{listen}"),
        false => format!("http://127.0.0.1:{}", listen.port()),
    }
}

impl Demo {
    /// Sends the demo's orders, says where to look, and drains mail each minute
    /// until the process ends.
    ///
    /// # Errors
    /// When Wismo does not take an order.
    pub(crate) async fn play(self, address: SocketAddr) -> Result<()> {
        let client = reqwest::Client::new();
        self.tell_at_once(&client, address).await?;
        let orders = orders::all()?;
        for order in &orders {
            let mut mails = 0;
            for version in &order.versions {
                self.deliver(&client, address, version).await?;
                // Each change is told before the next one comes.
                mails += 1;
                if order.has_address {
                    self.mail_is_there(&client, address, &order.id, mails).await;
                }
            }
        }
        let first = orders.first().context("the demo has orders")?;
        let sign_in = desk::prepare(address, &self.secrets, &first.id).await?;
        self.tell(address, &orders, &sign_in)?;
        drain_each_minute(address, &self.secrets.job).await
    }

    /// Tells changes without a pause, since people who try Wismo want to see the mail now.
    /// A setting that somebody made in an earlier run stays.
    async fn tell_at_once(&self, client: &reqwest::Client, address: SocketAddr) -> Result<()> {
        let response = client
            .put(format!("http://{address}/desk/api/demo/settings"))
            .bearer_auth(&self.secrets.desk)
            .header("if-match", "\"0\"")
            .json(&json!({ "settle_seconds": 0 }))
            .send()
            .await
            .context("the demo's settings were not sent")?;
        let status = response.status();
        ensure!(
            status.is_success() || status == reqwest::StatusCode::PRECONDITION_FAILED,
            "the desk answered {status}: {}",
            response.text().await?
        );
        Ok(())
    }

    async fn deliver(
        &self,
        client: &reqwest::Client,
        address: SocketAddr,
        version: &Version,
    ) -> Result<()> {
        let request = match version {
            Version::Hook(order) => {
                let body = order.to_string();
                let signature = sign(&self.secrets.shop, body.as_bytes())?;
                client
                    .post(format!("http://{address}/hooks/demo"))
                    .header("content-type", "application/json")
                    .header("x-wc-webhook-signature", signature)
                    .body(body)
            }
            Version::Import(message) => {
                let (id, now) = ("msg_demo", Timestamp::now().as_second());
                let body = message.to_string();
                let signature = sign(&self.secrets.erp, format!("{id}.{now}.{body}").as_bytes())?;
                client
                    .post(format!("http://{address}/sync/demo/import"))
                    .header("content-type", "application/x-ndjson")
                    .header("webhook-id", id)
                    .header("webhook-timestamp", now)
                    .header("webhook-signature", format!("v1,{signature}"))
                    .body(body)
            }
        };
        let response = request
            .send()
            .await
            .context("the demo's order was not sent")?;
        let status = response.status();
        ensure!(
            status.is_success(),
            "Wismo answered {status}: {}",
            response.text().await?
        );
        Ok(())
    }

    /// Waits for a mail, but not for ever: the demo also begins with the orders
    /// of an earlier run, whose changes were told then.
    async fn mail_is_there(
        &self,
        client: &reqwest::Client,
        address: SocketAddr,
        order: &str,
        notice: u64,
    ) {
        for _ in 0..100 {
            let mail = client.get(format!(
                "http://{address}/mail/preview/demo:{order}:{notice}"
            ));
            let mail = mail.bearer_auth(&self.secrets.desk).send().await;
            if mail.is_ok_and(|mail| mail.status().is_success()) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    fn tell(&self, address: SocketAddr, orders: &[orders::Order], sign_in: &str) -> Result<()> {
        let keys = LinkKeys::from_setting(&self.secrets.link)?;
        eprintln!("\nThe demo shop is open. Its orders, as the customers see them:\n");
        for order in orders {
            let key = OrderKey::new("demo", &order.id)?;
            let token = keys.seal(&Link {
                order: key,
                kind: Kind::Customer,
                rotation: 0,
            });
            eprintln!(
                "  {} {}\n    http://{address}/s/{token}",
                order.id, order.what
            );
        }
        eprintln!("\nTheir mails, shown instead of sent:\n");
        for order in orders.iter().filter(|order| order.has_address) {
            for notice in 1..=order.versions.len() {
                eprintln!("  http://{address}/mail/preview/demo:{}:{notice}", order.id);
            }
        }
        let first = orders.first().context("the demo has orders")?;
        eprintln!(
            "\nRead one, as text or (with -H 'accept: text/html') as the customer sees it:\n\n  \
             curl -sS -H 'authorization: Bearer {}' http://{address}/mail/preview/demo:{}:1",
            self.secrets.desk, first.id,
        );
        eprintln!(
            "\nBe the merchant: this link signs you in at the desk, once, within an hour:\n\n  \
             {sign_in}\n\n\
             From then on, sign in at http://{address}/desk/ as {owner}, with the password\n\n  \
             {password}\n\n\
             Or use the desk's API: see what is told, to whom and when:\n\n  \
             curl -sS -H 'authorization: Bearer {key}' http://{address}/desk/api/demo/settings",
            owner = desk::ADDRESS,
            password = self.secrets.password,
            key = self.secrets.desk,
        );
        let change = self.folder.join("demo-change.json");
        std::fs::write(&change, orders::next_change()?.to_string())
            .with_context(|| format!("{} cannot be written", change.display()))?;
        eprintln!(
            "\nBe the shop: send order {} on its way, then look at its page and its next mail:\n\n  {}\n",
            first.id,
            self.curl(address, &change),
        );
        Ok(())
    }

    /// A command line that signs a body and sends it.
    fn curl(&self, address: SocketAddr, body: &Path) -> String {
        let body = body.display();
        format!(
            "curl -sS http://{address}/hooks/demo -H 'content-type: application/json' \
             -H \"x-wc-webhook-signature: $(openssl dgst -sha256 -hmac '{}' -binary '{body}' | base64)\" \
             --data-binary '@{body}'",
            self.secrets.shop,
        )
    }
}

/// HMAC-SHA256 in base64, as WooCommerce and Standard Webhooks sign.
fn sign(secret: &str, body: &[u8]) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes())?;
    mac.update(body);
    Ok(STANDARD.encode(mac.finalize().into_bytes()))
}
