//! `POST /hooks/{shop}`: one delivery of a shop.

use std::rc::Rc;
use std::time::Duration;

use bytes::Bytes;
use http::{Method, StatusCode, header};
use serde_json::json;
use spin_sdk::http::Request;
use wismo_domain::environment::Environment;
use wismo_domain::keys::OrderKey;
use wismo_domain::log::{Appended, Event, append, project};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::{BodyError, body, has_media_type};
use wismo_platform::settings::SettingError;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, outbound, response};

use crate::incoming::{Delivery, Incoming, NotAuthentic};
use crate::settings::{Settings, settings};

/// The largest delivery that is taken, in bytes.
const MAX_BODY_BYTES: usize = 1_000_000;

/// How long the mail component may take over a job that it is told of. What it
/// does not manage then, the next drain does.
const WAKE_TIMEOUT: Duration = Duration::from_secs(60);

/// Takes one delivery.
pub async fn respond(request: Request, shop: &str) -> Response {
    if request.method() != Method::POST {
        return response::method_not_allowed("POST");
    }
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("sync", &fault),
    };
    let Some(shop) = settings.shops.iter().find(|other| other.id == shop) else {
        return response::error(
            StatusCode::NOT_FOUND,
            "no shop has this id: mend the hook's URL",
        );
    };
    let headers = request.headers().clone();
    let is_json = has_media_type(&headers, "application/json");
    if !is_json && !has_media_type(&headers, "application/x-www-form-urlencoded") {
        let message = "send application/json, and say so in Content-Type";
        return response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    let body = match body(request, MAX_BODY_BYTES).await {
        Ok(body) => body,
        Err(fault @ BodyError::TooLarge(_)) => {
            return response::error(StatusCode::PAYLOAD_TOO_LARGE, fault.to_string());
        }
        Err(fault @ BodyError::Broken) => {
            return response::error(StatusCode::BAD_REQUEST, fault.to_string());
        }
    };
    let incoming = Incoming::new(headers, body);
    if incoming.is_ping(shop) {
        return response::json(StatusCode::OK, &json!({ "ping": true }));
    }
    if !is_json {
        let message = "a form is taken only as WooCommerce's ping: send application/json";
        return response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    let now = SpinEnvironment.now();
    let verified = match incoming.verify(shop, now) {
        Ok(verified) => verified,
        Err(NotAuthentic::NoUsableSecret) => {
            let fault = format!("holds no usable secret for the shop {:?}", shop.id);
            return response::not_set_up("sync", &SettingError::new("shops", fault));
        }
        Err(fault) => return response::error(StatusCode::UNAUTHORIZED, fault.to_string()),
    };
    match verified.parse(shop, now) {
        Ok(Delivery::Event { order, said }) => match OrderKey::new(&shop.id, &order) {
            Ok(key) => take(&settings, key, Event::new(now, said)).await,
            Err(fault) => response::error(StatusCode::BAD_REQUEST, format!("id: {fault}")),
        },
        Ok(Delivery::Ping) => response::json(StatusCode::OK, &json!({ "ping": true })),
        Ok(Delivery::Stock(_)) => response::json(StatusCode::OK, &json!({ "ignored": "stock" })),
        Ok(Delivery::Purchase(_)) => {
            response::json(StatusCode::OK, &json!({ "ignored": "purchase" }))
        }
        Ok(Delivery::Customer(_)) => {
            response::json(StatusCode::OK, &json!({ "ignored": "customer" }))
        }
        Ok(Delivery::Ignored { topic }) => {
            response::json(StatusCode::OK, &json!({ "ignored": topic }))
        }
        Err(fault) => {
            // WooCommerce shows its log to nobody: the operator sees it here too.
            eprintln!("{now} sync: shop {}: {fault}", shop.id);
            response::error(StatusCode::BAD_REQUEST, fault.to_string())
        }
    }
}

/// Appends the event; once it is acknowledged, projects it and wakes the mail component.
async fn take(settings: &Rc<Settings>, key: OrderKey, event: Event) -> Response {
    let Appended { n, job, .. } = match append(&SpinStore, &SpinEnvironment, &key, &event).await {
        Ok(appended) => appended,
        Err(fault) => return response::try_again("sync", &fault),
    };
    let answer = json!({ "order": key.order, "event": n });
    let settings = Rc::clone(settings);
    spin_sdk::wasip3::spawn(async move {
        // Neither may fail the delivery: the page folds what is not projected,
        // and the next drain finds the job.
        if let Err(fault) = project(&SpinStore, &SpinEnvironment, &key, n, event).await {
            eprintln!("{} sync: not projected: {fault}", SpinEnvironment.now());
        }
        let body = serde_json::to_vec(&job).unwrap_or_default();
        if let Err(fault) = wake(&settings.job_secret, body.into()).await {
            eprintln!(
                "{} sync: mail was not woken: {fault}",
                SpinEnvironment.now()
            );
        }
    });
    response::json(StatusCode::OK, &answer)
}

async fn wake(job_secret: &str, job: Bytes) -> Result<(), String> {
    let request = http::Request::post("http://mail.spin.internal/mail/wake")
        .header(header::AUTHORIZATION, format!("Bearer {job_secret}"))
        .header(header::CONTENT_TYPE, "application/json")
        .body(job)
        .map_err(|_| "the job secret cannot stand in a header".to_owned())?;
    match outbound::request(request, WAKE_TIMEOUT).await {
        Ok(response) if response.status().is_success() => Ok(()),
        Ok(response) => Err(response.status().to_string()),
        Err(fault) => Err(fault.to_string()),
    }
}
