//! A running Wismo, and those that speak to it: the shop, the customer, the scheduler.

pub(crate) mod cases;
pub(crate) mod desk;
pub(crate) mod member;
mod orders;
pub(crate) mod provider;
mod raw;
pub(crate) mod reference;
mod runtime;
mod shop;
pub(crate) mod told;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use tempfile::TempDir;
use wismo::recorder::{Api, Recorder};
use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::Timestamp;

use reference::REFERENCE;

pub(crate) use orders::{neutral, woocommerce};
pub(crate) use runtime::{Process, is_spin};
pub(crate) use shop::{
    NORTH_SECRET, NORTH_SYNC_SECRET, SOUTH_SECRET, SOUTH_SYNC_SECRET, STANDARD_SECRET,
    standard_signature, woocommerce_signature,
};

pub(crate) const JOB_SECRET: &str = "job-secret-of-the-end-to-end-tests-0123";
pub(crate) const DESK_API_KEY: &str = "desk-api-key-of-the-end-to-end-tests-0123";
pub(crate) const LINK_SECRET: &str = "link-secret-of-the-end-to-end-tests-0123";

/// A running Wismo with three shops: `north` on WooCommerce, `south` on Shopify,
/// `erp` on Standard Webhooks.
pub(crate) struct Wismo {
    pub(crate) process: Process,
    http: reqwest::Client,
    state: TempDir,
    variables: BTreeMap<String, String>,
}

/// The variables that a working Wismo needs.
pub(crate) fn variables() -> BTreeMap<String, String> {
    let shops = json!([
        { "id": "north", "platform": "woocommerce", "secrets": ["an older one of north", NORTH_SECRET],
          "sync_secrets": [NORTH_SYNC_SECRET],
          "name": "North Shop", "locale": "en", "timezone": "Europe/Oslo" },
        { "id": "erp", "platform": "standard", "secrets": [STANDARD_SECRET], "name": "ERP Shop" },
        { "id": "south", "platform": "shopify", "secrets": [SOUTH_SECRET], "name": "South Shop" },
    ]);
    [
        ("public_url", "https://wismo.example"),
        ("shops", &shops.to_string()),
        ("job_secret", JOB_SECRET),
        ("desk_api_key", DESK_API_KEY),
        ("link_secret", LINK_SECRET),
        ("mail_from", "North Shop <orders@north.example>"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .into()
}

/// The variables of a Wismo that hands its mails to a recorder.
pub(crate) fn mailed_by(api: Api, recorder: &Recorder) -> BTreeMap<String, String> {
    let mut variables = variables();
    variables.extend(
        [
            ("mail_provider", api.provider().to_owned()),
            ("mail_api_url", recorder.url()),
            ("mail_api_key", api.key()),
            ("mail_account", api.account().to_owned()),
        ]
        .map(|(name, value)| (name.to_owned(), value)),
    );
    variables
}

impl Wismo {
    /// Starts a Wismo whose mails are shown, not sent.
    pub(crate) async fn start() -> Self {
        Self::with(variables()).await
    }

    pub(crate) async fn with(variables: BTreeMap<String, String>) -> Self {
        let wismo = Self::unsettled(variables).await;
        wismo.tell_at_once().await;
        wismo
    }

    /// Starts with the settings that every shop begins with: changes settle before
    /// they are told.
    pub(crate) async fn unsettled(variables: BTreeMap<String, String>) -> Self {
        Self::on(tempfile::tempdir().unwrap(), variables).await
    }

    /// Starts on the store in this folder.
    pub(crate) async fn on(state: TempDir, variables: BTreeMap<String, String>) -> Self {
        let process = Process::start(&variables, state.path()).await;
        Self {
            process,
            http: client(),
            state,
            variables,
        }
    }

    /// Starts Wismo in the same way as `with`, in a process of its own that can be killed.
    pub(crate) async fn killable(variables: BTreeMap<String, String>) -> Self {
        let state = tempfile::tempdir().unwrap();
        let process = Process::spawn(&variables, state.path()).await;
        let wismo = Self {
            process,
            http: client(),
            state,
            variables,
        };
        wismo.tell_at_once().await;
        wismo
    }

    /// Tells changes without a pause, in every shop, so that no test has to wait.
    async fn tell_at_once(&self) {
        let shops: Value = serde_json::from_str(&self.variables["shops"]).unwrap();
        for shop in shops.as_array().unwrap() {
            let shop = shop["id"].as_str().unwrap();
            let at_once = json!({ "settle_seconds": 0 });
            let answer = self.put_settings(shop, 0, &at_once).await;
            assert_eq!(answer.status(), StatusCode::OK);
        }
    }

    /// Puts a shop's settings in the place of a version. If they do not mention
    /// access, a link shows everything, since the tests' orders are of any age.
    pub(crate) async fn put_settings(&self, shop: &str, base: u64, settings: &Value) -> Response {
        let mut settings = settings.clone();
        if settings.is_object() && settings["access"].is_null() {
            settings["access"] = json!({ "second_step": null });
        }
        self.request("PUT", &format!("/desk/api/{shop}/settings"))
            .bearer_auth(DESK_API_KEY)
            .header("if-match", format!("\"{base}\""))
            .json(&settings)
            .send()
            .await
            .unwrap()
    }

    /// Puts a template in the place of a version; `at` is its name, optionally with
    /// `/` and its language.
    pub(crate) async fn put_template(
        &self,
        shop: &str,
        at: &str,
        base: u64,
        template: &Value,
    ) -> Response {
        self.request("PUT", &format!("/desk/api/{shop}/templates/{at}"))
            .bearer_auth(DESK_API_KEY)
            .header("if-match", format!("\"{base}\""))
            .json(template)
            .send()
            .await
            .unwrap()
    }

    /// A shop's settings, as the desk shows them.
    pub(crate) async fn settings(&self, shop: &str) -> Value {
        let request = self.request("GET", &format!("/desk/api/{shop}/settings"));
        let response = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    }

    /// Kills the process (SIGKILL) and starts it again on the same state.
    pub(crate) async fn kill_and_restart(&mut self) {
        self.process.kill();
        self.process = Process::spawn(&self.variables, self.state.path()).await;
    }

    pub(crate) async fn stop(self) {
        self.process.stop().await;
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{path}", self.process.url())
    }

    pub(crate) fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        self.http.request(method.parse().unwrap(), self.url(path))
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        self.request("GET", path).send().await.unwrap()
    }

    /// Sends a WooCommerce order to the shop `north`, signed.
    pub(crate) async fn deliver(&self, order: &Value) -> Response {
        self.try_deliver(order).await.unwrap()
    }

    pub(crate) async fn try_deliver(&self, order: &Value) -> reqwest::Result<Response> {
        self.deliver_text(order.to_string()).await
    }

    /// Sends exactly this text to the shop `north`, signed.
    pub(crate) async fn deliver_text(&self, body: String) -> reqwest::Result<Response> {
        let request = self.request("POST", "/hooks/north");
        let request = request.header("content-type", "application/json");
        let signature = woocommerce_signature(NORTH_SECRET, body.as_bytes());
        request
            .header("x-wc-webhook-signature", signature)
            .body(body)
            .send()
            .await
    }

    /// The components' time.
    pub(crate) fn now(&self) -> Timestamp {
        let ahead: wismo_domain::time::Duration = self.process.ahead().try_into().unwrap();
        Timestamp::now() + ahead
    }

    /// Sends a message to the shop `erp`, signed now.
    pub(crate) async fn message(&self, kind: &str, data: &Value) -> Response {
        let now = self.now();
        let body = json!({ "type": kind, "timestamp": now, "data": data }).to_string();
        self.signed("/hooks/erp", "application/json", body).await
    }

    /// Posts a body to any path, signed now as the shop's ERP does.
    pub(crate) async fn signed(&self, path: &str, media_type: &str, body: String) -> Response {
        let request = self.signed_request(path, media_type, body);
        request.send().await.unwrap()
    }

    /// The same request, before it is sent.
    pub(crate) fn signed_request(
        &self,
        path: &str,
        media_type: &str,
        body: String,
    ) -> reqwest::RequestBuilder {
        let now = self.now();
        let secret = if path.starts_with("/sync/north/") {
            NORTH_SYNC_SECRET
        } else if path.starts_with("/sync/south/") {
            SOUTH_SYNC_SECRET
        } else {
            STANDARD_SECRET
        };
        let signature = standard_signature(secret, "msg_1", now.as_second(), body.as_bytes());
        self.request("POST", path)
            .header("content-type", media_type)
            .header("webhook-id", "msg_1")
            .header("webhook-timestamp", now.as_second())
            .header("webhook-signature", signature)
            .body(body)
    }

    /// Sends messages to a shop's import, a line each; returns the lines of the answer.
    pub(crate) async fn import(&self, path: &str, messages: &[Value]) -> (StatusCode, Vec<Value>) {
        let lines: Vec<String> = messages.iter().map(Value::to_string).collect();
        let response = self
            .signed(path, "application/x-ndjson", lines.join("\n"))
            .await;
        let status = response.status();
        let text = response.text().await.unwrap();
        let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
        (status, lines.collect())
    }

    /// An order's page, once its import is worked off.
    pub(crate) async fn imported_page(&self, shop: &str, order: &str) -> String {
        let path = Self::page_path(shop, order);
        let response = eventually(async || {
            let response = self.get(&path).await;
            (response.status() == StatusCode::OK).then_some(response)
        })
        .await;
        response.text().await.unwrap()
    }

    /// The desk's answer about an order, which must be as the reference says.
    pub(crate) async fn history(&self, shop: &str, order: &str) -> Value {
        let path = format!("/desk/api/{shop}/orders/{order}");
        let request = self.request("GET", &path);
        let response = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        let history = response.json().await.unwrap();
        REFERENCE.check_json("GET", &path, &history);
        history
    }

    /// Sends a body of Shopify's to the shop `south`, signed.
    pub(crate) async fn shopify(&self, body: &str) -> Response {
        self.shopify_of("orders/updated", body).await
    }

    /// Sends the same, with its topic.
    pub(crate) async fn shopify_of(&self, topic: &str, body: &str) -> Response {
        self.request("POST", "/hooks/south")
            .header("x-shopify-topic", topic)
            .header("content-type", "application/json")
            .header(
                "x-shopify-hmac-sha256",
                woocommerce_signature(SOUTH_SECRET, body.as_bytes()),
            )
            .body(body.to_owned())
            .send()
            .await
            .unwrap()
    }

    pub(crate) async fn drain(&self) -> Value {
        let mut total = Value::Object(serde_json::Map::new());
        loop {
            let drained = self.drain_once().await;
            for (name, value) in drained.as_object().unwrap() {
                let sum = total[name].as_u64().unwrap_or(0) + value.as_u64().unwrap_or(0);
                // The number of those waiting is the last one, not a sum.
                let is_sum = !matches!(name.as_str(), "more" | "waiting");
                total[name] = if is_sum && value.is_u64() {
                    json!(sum)
                } else {
                    value.clone()
                };
            }
            if drained["more"] == false {
                return total;
            }
        }
    }

    /// Goes on when the settings that were put are in force in every instance.
    pub(crate) async fn in_force(&self) {
        match &self.process {
            Process::Here(_) => self.process.leap(Duration::from_secs(3)).await,
            Process::There { .. } => tokio::time::sleep(Duration::from_secs(2)).await,
        }
    }

    /// Drains after some seconds of the components' time.
    pub(crate) async fn later(&self, seconds: u64) -> Value {
        self.process.leap(Duration::from_secs(seconds)).await;
        self.drain().await
    }

    /// Makes a drain as the scheduler asks for it: if other drains follow each other
    /// already, it leaves the work to them.
    pub(crate) async fn scheduled(&self) -> Value {
        let request = self.request("POST", "/mail/drain").bearer_auth(JOB_SECRET);
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    }

    /// Makes one drain, which no other follows.
    pub(crate) async fn drain_once(&self) -> Value {
        let response = self
            .request("POST", "/mail/drain")
            .bearer_auth(JOB_SECRET)
            .json(&json!({ "until": "2000-01-01T00:00:00Z" }))
            .send()
            .await
            .unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        response.json().await.unwrap()
    }

    /// The path of an order's page.
    pub(crate) fn page_path(shop: &str, order: &str) -> String {
        let link = Link {
            order: OrderKey::new(shop, order).unwrap(),
            kind: Kind::Customer,
            rotation: 0,
        };
        format!(
            "/s/{}",
            LinkKeys::from_setting(LINK_SECRET).unwrap().seal(&link)
        )
    }

    /// An order's page, which must be there, with plain spaces only.
    pub(crate) async fn page(&self, shop: &str, order: &str) -> String {
        let response = self.get(&Self::page_path(shop, order)).await;
        assert_eq!(response.status(), StatusCode::OK);
        plain(&response.text().await.unwrap())
    }

    /// A kept mail of a shop's order, once it is there.
    pub(crate) async fn mail(&self, id: &str) -> Value {
        eventually(async || {
            let request = self
                .request("GET", &format!("/mail/preview/{id}"))
                .bearer_auth(DESK_API_KEY);
            let response = request.send().await.unwrap();
            if response.status() != StatusCode::OK {
                return None;
            }
            Some(response.json().await.unwrap())
                .filter(|mail: &Value| mail["outcomes"] != json!([]))
        })
        .await
    }

    /// Tells whether an order has a notice with this number and a mail.
    pub(crate) async fn has_mail(&self, id: &str) -> bool {
        let request = self
            .request("GET", &format!("/mail/preview/{id}"))
            .bearer_auth(DESK_API_KEY);
        request.send().await.unwrap().status() == StatusCode::OK
    }
}

/// A text with plain spaces in place of those that do not break.
pub(crate) fn plain(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .timeout(Duration::from_secs(60))
        .build()
        .unwrap()
}

/// The time that this process has computed so far, on all its threads.
pub(crate) fn cpu_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).expect("no time is negative")
}

/// Waits for an effect that comes after a response: asks until there is an answer.
pub(crate) async fn eventually<T>(ask: impl AsyncFn() -> Option<T>) -> T {
    within(Duration::from_secs(20), ask).await
}

/// Waits for an effect that may take a lease.
pub(crate) async fn within<T>(time: Duration, ask: impl AsyncFn() -> Option<T>) -> T {
    let until = Instant::now() + time;
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(Instant::now() < until, "it did not come within {time:?}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
