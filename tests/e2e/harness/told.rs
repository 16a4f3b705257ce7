//! The mails that customers get: a Wismo whose mails are taken by a recorder, and
//! whose time passes as a test says.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Recorder};

use wismo_domain::time::Timestamp;

use super::{Wismo, eventually, is_spin, mailed_by, neutral, plain, woocommerce};

/// The time when all orders were placed, in whole seconds and without a zone: an
/// hour before the tests began.
pub(crate) fn placed() -> String {
    static PLACED: LazyLock<Timestamp> = LazyLock::new(|| {
        let hour = wismo_domain::time::Duration::hours(1);
        Timestamp::now() + -hour
    });
    PLACED.to_string()[..19].to_owned()
}

/// An order of Shopify's that was just placed.
pub(crate) fn shopify_placed() -> Value {
    let body = include_str!("../../../functions/sync/fixtures/shopify/placed.json");
    let mut order: Value = serde_json::from_str(body).unwrap();
    for at in ["created_at", "processed_at"] {
        order[at] = json!(format!("{}Z", placed()));
    }
    order
}

/// Seconds for which changes settle: if the clock is real, no longer than it takes
/// to send some messages.
pub(crate) fn window() -> u64 {
    if is_spin() { 8 } else { 120 }
}

/// A Wismo with the shops `north`, `erp` and `south`, all with the same settings.
pub(crate) struct Told {
    pub(crate) wismo: Wismo,
    recorder: Recorder,
    read: Cell<usize>,
}

impl Told {
    /// Starts with settings; if they do not say otherwise, changes settle for the [`window`].
    pub(crate) async fn with(settings: Value) -> Self {
        Self::in_world(settings, |_| {}).await
    }

    /// Starts in the same way, with other variables.
    pub(crate) async fn in_world(
        mut settings: Value,
        change: impl FnOnce(&mut BTreeMap<String, String>),
    ) -> Self {
        // An API that knows a mail by its key: if time leaps while a mail is under
        // way, the mail is sent again.
        let api = Api::Resend;
        let recorder = Recorder::start(api).unwrap();
        let mut variables = mailed_by(api, &recorder);
        change(&mut variables);
        let wismo = Wismo::unsettled(variables).await;
        if settings["settle_seconds"].is_null() {
            settings["settle_seconds"] = json!(window());
        }
        // Before anything else is asked, so that no instance remembers other settings.
        for shop in ["north", "erp", "south"] {
            let answer = wismo.put_settings(shop, 0, &settings).await;
            let status = answer.status();
            assert_eq!(status, StatusCode::OK, "{:?}", answer.text().await);
        }
        Self {
            wismo,
            recorder,
            read: Cell::new(0),
        }
    }

    /// Lets time pass until everything said before is told. Returns the mails that were
    /// taken since the last call.
    pub(crate) async fn mails(&self) -> Vec<Accepted> {
        // An item's change reaches its orders by a job of its own.
        self.wismo.drain().await;
        self.pass(window() + 1).await;
        self.wismo.drain().await;
        self.taken()
    }

    /// Returns the mails that were taken since the last call.
    pub(crate) fn taken(&self) -> Vec<Accepted> {
        assert_eq!(self.recorder.refused(), Vec::<String>::new());
        let mut mails = self.recorder.accepted();
        let new = mails.split_off(self.read.get());
        self.read.set(mails.len() + new.len());
        new
    }

    /// Returns the only mail since the last call.
    pub(crate) async fn mail(&self) -> Accepted {
        let mut mails = self.mails().await;
        let texts: Vec<_> = mails.iter().map(|mail| &mail.text).collect();
        assert_eq!(mails.len(), 1, "{texts:#?}");
        mails.remove(0)
    }

    /// Checks that nothing was mailed.
    pub(crate) async fn no_mail(&self, why: &str) {
        let mails = self.mails().await;
        let texts: Vec<_> = mails.iter().map(|mail| &mail.text).collect();
        assert!(texts.is_empty(), "{why}: {texts:#?}");
    }

    /// Lets some seconds pass.
    pub(crate) async fn pass(&self, seconds: u64) {
        let time = Duration::from_secs(seconds);
        if is_spin() {
            tokio::time::sleep(time).await;
        } else {
            self.wismo.process.leap(time).await;
        }
    }

    /// The date of the next version.
    pub(crate) fn now(&self) -> String {
        self.wismo.now().to_string()
    }

    /// Sends a WooCommerce order to `north`, as it is now.
    pub(crate) async fn woo(&self, id: u64, status: &str, says: Value) {
        // WooCommerce gives whole seconds, and no zone.
        let mut order = woocommerce(id, status, &self.now()[..19]);
        for at in ["date_created", "date_created_gmt", "date_paid_gmt"] {
            order[at] = json!(placed());
        }
        set(&mut order, says);
        let answer = self.wismo.deliver(&order).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }

    /// Sends an order to `erp`, as it is now.
    pub(crate) async fn order(&self, id: &str, stage: &str, says: Value) {
        let mut order = neutral(id, stage, &self.now());
        order["placed_at"] = json!(format!("{}Z", placed()));
        order["lines"][0]["delivered"] = Value::Null;
        set(&mut order, says);
        self.says("order.changed", order).await;
    }

    /// Sends a message of `erp`'s, as of now.
    pub(crate) async fn says(&self, kind: &str, mut data: Value) {
        if data["updated_at"].is_null() {
            data["updated_at"] = json!(self.now());
        }
        let answer = self.wismo.message(kind, &data).await;
        let status = answer.status();
        assert_eq!(status, StatusCode::OK, "{:?}", answer.text().await);
    }

    /// Sends the stock of the item in `erp`'s orders, and the day when there is more.
    pub(crate) async fn stock(&self, quantity: u32, on: Option<&str>) {
        let data = json!({ "sku": "A", "quantity": quantity, "expected_on": on });
        self.says("stock.changed", data).await;
    }

    /// Sends a body of Shopify's to `south`, as it is now.
    pub(crate) async fn shopify(&self, mut order: Value) {
        order["updated_at"] = json!(self.now());
        let answer = self.wismo.shopify(&order.to_string()).await;
        assert_eq!(answer.status(), StatusCode::OK);
    }

    /// Imports these messages of `erp`'s.
    pub(crate) async fn import(&self, messages: &[Value]) {
        let (status, answers) = self.wismo.import("/sync/erp/import", messages).await;
        assert_eq!(status, StatusCode::OK, "{answers:?}");
    }

    /// The page's JSON.
    pub(crate) async fn json(&self, shop: &str, order: &str) -> Value {
        let path = format!("{}.json", Wismo::page_path(shop, order));
        eventually(async || {
            let answer = self.wismo.get(&path).await;
            (answer.status() == StatusCode::OK).then_some(answer)
        })
        .await
        .json()
        .await
        .unwrap()
    }

    /// The page's history, the oldest first, in JSON; the HTML must have the same.
    pub(crate) async fn page_history(&self, shop: &str, order: &str) -> Vec<String> {
        let json = self.json(shop, order).await;
        let page = self.wismo.page(shop, order).await;
        let entries = json["history"].as_array().cloned().unwrap_or_default();
        let all = entries.iter().rev();
        let what = all.flat_map(|entry| entry["what"].as_array().unwrap().clone());
        let what: Vec<String> = what.map(|what| what.as_str().unwrap().to_owned()).collect();
        for entry in &what {
            let html = escaped(&plain(entry));
            assert!(page.contains(&html), "{entry} is not on {page}");
        }
        what
    }

    /// The fate of each change at the desk: `kind: mailed`, or why not.
    pub(crate) async fn fates(&self, shop: &str, order: &str) -> Vec<String> {
        let history = self.wismo.history(shop, order).await;
        let deliveries = history["deliveries"].as_array().unwrap().iter();
        let changes = deliveries.flat_map(|one| one["changes"].as_array().unwrap());
        let fate = |changed: &Value| {
            let kind = changed["change"].as_str().map(str::to_owned);
            let kind = kind.unwrap_or_else(|| {
                let object = changed["change"].as_object().unwrap();
                object.keys().next().unwrap().clone()
            });
            let fate = &changed["notification"];
            match fate["reason"].as_str() {
                Some(reason) => format!("{kind}: {reason}"),
                None => format!("{kind}: {}", fate["status"].as_str().unwrap()),
            }
        };
        changes.map(fate).collect()
    }

    pub(crate) async fn stop(self) {
        self.wismo.stop().await;
    }
}

/// The heading of a mail, which both parts have.
pub(crate) fn heading(mail: &Accepted) -> String {
    let mut lines = mail.text.lines();
    let ruled = mail.text.lines().skip(1);
    let heading = ruled
        .zip(&mut lines)
        .find(|(rule, _)| rule.len() > 3 && rule.chars().all(|rule| rule == '='));
    let heading = heading.expect("a heading").1.to_owned();
    let html = escaped(&heading);
    assert!(mail.html.contains(&html), "{html} is not in {}", mail.html);
    plain(&heading)
}

/// Checks that both parts of a mail hold a text.
#[track_caller]
pub(crate) fn holds(mail: &Accepted, text: &str) {
    let folded = mail.text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(folded.contains(text), "{text} is not in {}", mail.text);
    let html = escaped(text);
    let is_there = plain(&mail.html).contains(&html);
    assert!(is_there, "{html} is not in {}", mail.html);
}

/// Checks that neither part of a mail holds a text.
#[track_caller]
pub(crate) fn lacks(mail: &Accepted, text: &str) {
    let folded = mail.text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(!folded.contains(text), "{text} is in {}", mail.text);
    let html = escaped(text);
    let is_there = plain(&mail.html).contains(&html);
    assert!(!is_there, "{html} is in {}", mail.html);
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Puts these fields into an order, and those under `line` into its only line.
fn set(order: &mut Value, says: Value) {
    let Value::Object(says) = says else {
        return;
    };
    for (name, value) in says {
        match (name.as_str(), value) {
            ("line", Value::Object(fields)) => {
                for (name, value) in fields {
                    order["lines"][0][name] = value;
                }
            }
            (_, value) => order[name] = value,
        }
    }
}
