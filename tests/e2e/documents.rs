//! Documents go with mails: those that an order brings along, byte for byte, and
//! those that are fetched, once they can be had.

use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::{Wismo, eventually, is_spin, mailed_by, neutral, within};

const AT: &str = "2026-06-06T17:18:38Z";

/// A file of the largest size that an order may bring along, with every byte in it.
fn pdf() -> Vec<u8> {
    let bytes = (0..512 * 1024_u32).map(|index| index.wrapping_mul(2_654_435_761).to_le_bytes()[1]);
    b"%PDF-1.7\n"
        .iter()
        .copied()
        .chain(bytes)
        .take(512 * 1024)
        .collect()
}

/// An order with one invoice.
fn invoiced(id: &str, fields: &Value) -> Value {
    let mut invoice = json!({ "id": "1", "kind": "invoice", "number": "F/88" });
    for (name, value) in fields.as_object().unwrap() {
        invoice[name] = value.clone();
    }
    let mut order = neutral(id, "received", AT);
    order["documents"] = json!([invoice]);
    order
}

fn inline() -> Value {
    json!({ "content": STANDARD.encode(pdf()), "media_type": "application/pdf" })
}

/// Lets the mail about a placed order carry its invoice; files come from `hosts`.
async fn attach(wismo: &Wismo, shop: &str, base: u64, hosts: &[&str]) {
    let settings = json!({
        "settle_seconds": 0, "document_hosts": hosts,
        "rules": { "placed": { "notify": "mail", "attach": ["invoice"], "link": ["invoice"] } }
    });
    let answer = wismo.put_settings(shop, base, &settings).await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo.in_force().await;
}

/// The reasons for how the attempts at an order's first notice ended.
async fn reasons(wismo: &Wismo, order: &str) -> Vec<String> {
    let history = wismo.history("erp", order).await;
    let outcomes = history["notices"][0]["outcomes"].as_array().cloned();
    let reason = |outcome: &Value| {
        Some(
            outcome["result"].as_object()?.values().next()?["reason"]
                .as_str()?
                .to_owned(),
        )
    };
    outcomes
        .unwrap_or_default()
        .iter()
        .filter_map(reason)
        .collect()
}

async fn carries(api: Api) {
    let recorder = Recorder::start(api).unwrap();
    let wismo = Wismo::with(mailed_by(api, &recorder)).await;
    attach(&wismo, "erp", 1, &[]).await;
    let answer = wismo
        .message("order.changed", &invoiced("1", &inline()))
        .await;
    assert_eq!(answer.status(), StatusCode::OK);
    let message = json!({ "type": "order.changed", "data": invoiced("2", &inline()) });
    let (status, answers) = wismo.import("/sync/erp/import", &[message]).await;
    assert_eq!(status, StatusCode::OK, "{answers:?}");
    let mails = eventually(async || {
        wismo.drain().await;
        let mails = recorder.accepted();
        assert_eq!(recorder.refused(), Vec::<String>::new());
        (mails.len() == 2).then_some(mails)
    })
    .await;
    for mail in mails {
        let [file] = mail.files.as_slice() else {
            panic!("{} files", mail.files.len());
        };
        assert_eq!(file.name, "F-88.pdf");
        assert!(file.content == pdf());
        assert!(mail.text.contains("Invoice F/88 is attached."));
    }
    // The kept order is small.
    let history = wismo.history("erp", "1").await;
    let document = &history["order"]["documents"][0];
    assert_eq!(document["file"]["bytes"], 512 * 1024);
    assert!(history.to_string().len() < 20_000);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_came_with_an_order_goes_through_postmark() {
    carries(Api::Postmark).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_came_with_an_order_goes_through_ses() {
    carries(Api::Ses).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_came_with_an_order_goes_through_mailgun() {
    carries(Api::Mailgun).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_does_not_fit_is_refused_by_its_path() {
    let wismo = Wismo::start().await;
    let large = STANDARD.encode([pdf(), vec![0]].concat());
    for (fields, expected) in [
        (
            json!({ "content": large, "media_type": "application/pdf" }),
            "data.documents[0].content: must be 1 to 524288 bytes",
        ),
        (
            json!({ "content": "%PDF", "media_type": "application/pdf" }),
            "data.documents[0].content: must be base64",
        ),
        (
            json!({ "content": "JVBERg==" }),
            "data.documents[0].media_type: must say",
        ),
        (
            json!({ "content": "JVBERg==", "media_type": "text/html" }),
            "data.documents[0].media_type: must be application/pdf",
        ),
        (
            json!({ "url": "http://files.example/1" }),
            "data.documents[0].url: must be an https",
        ),
    ] {
        let answer = wismo
            .message("order.changed", &invoiced("1", &fields))
            .await;
        assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
        let error = answer.text().await.unwrap();
        assert!(error.contains(expected), "{error}");
    }
    wismo.stop().await;
}

/// A host of files that gives the answer that it is told to give.
struct Files {
    address: SocketAddr,
    answer: Arc<Mutex<Vec<u8>>>,
}

impl Files {
    /// Starts a host, which ends with the tests.
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let files = Self {
            address: listener.local_addr().unwrap(),
            answer: Arc::default(),
        };
        let answer = Arc::clone(&files.answer);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = BufReader::new(stream.unwrap());
                let mut line = String::new();
                while stream.read_line(&mut line).is_ok_and(|read| read > 2) {
                    line.clear();
                }
                let answer = answer.lock().unwrap().clone();
                let _ = stream.get_mut().write_all(&answer);
            }
        });
        files
    }

    fn answer(&self, status: &str, fields: &str, body: &[u8]) {
        let head = format!(
            "HTTP/1.1 {status}\r\nconnection: close\r\n{fields}content-length: {}\r\n\r\n",
            body.len()
        );
        *self.answer.lock().unwrap() = [head.as_bytes(), body].concat();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_is_not_to_be_had_holds_its_mail_until_it_is() {
    if is_spin() {
        return;
    }
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    let files = Files::start();
    for host in ["files.north.example", "other.example"] {
        wismo.process.play(host, files.address);
    }
    attach(&wismo, "erp", 1, &["files.north.example"]).await;
    let pdf = "content-type: application/pdf\r\n";
    let url = |host: &str| json!({ "url": format!("https://{host}/88?key=secret-of-the-url") });
    let reason = async |order: &str, fields: Value| {
        let answer = wismo
            .message("order.changed", &invoiced(order, &fields))
            .await;
        assert_eq!(answer.status(), StatusCode::OK);
        eventually(async || {
            wismo.drain_once().await;
            reasons(&wismo, order).await.into_iter().next()
        })
        .await
    };
    files.answer("503 Service Unavailable", pdf, b"");
    let why = reason("1", url("files.north.example")).await;
    assert_eq!(why, "F-88: its host answered 503");
    files.answer("302 Found", "location: https://other.example/\r\n", b"");
    let why = reason("2", url("files.north.example")).await;
    assert!(why.contains("a redirect"), "{why}");
    files.answer("200 OK", "content-type: text/html\r\n", b"<p>Sign in</p>");
    let why = reason("3", url("files.north.example")).await;
    assert!(why.contains("another type of file"), "{why}");
    files.answer("200 OK", pdf, &vec![7; 2_000_001]);
    let why = reason("4", url("files.north.example")).await;
    assert!(why.contains("more than 2000000 bytes"), "{why}");
    let why = reason("5", url("other.example")).await;
    assert!(
        why.starts_with("F-88: add other.example to the shop's document_hosts"),
        "{why}"
    );
    assert_eq!(recorder.accepted().len() + recorder.refused().len(), 0);
    // Other mails are not held up.
    wismo
        .message("order.changed", &neutral("6", "received", AT))
        .await;
    eventually(async || (recorder.accepted_for("#6").len() == 1).then_some(())).await;
    // Once mended, each leaves once.
    files.answer("200 OK", pdf, &vec![7; 2_000_000]);
    attach(&wismo, "erp", 2, &["files.north.example", "other.example"]).await;
    let mails = within(Duration::from_secs(90), async || {
        wismo.drain_once().await;
        let mails = recorder.accepted();
        (mails.len() == 6).then_some(mails)
    })
    .await;
    wismo.drain().await;
    assert_eq!(recorder.accepted().len(), 6);
    assert_eq!(recorder.refused(), Vec::<String>::new());
    for mail in mails.iter().filter(|mail| !mail.subject.contains("#6")) {
        assert!(mail.files[0].content == vec![7; 2_000_000]);
        assert!(
            mail.html.contains("88?key=secret-of-the-url"),
            "it is linked too"
        );
    }
    let log = wismo.process.log();
    assert!(!log.contains("secret-of-the-url"), "{log}");
    wismo.stop().await;
}
