use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::*;

fn postmark_mail() -> Value {
    json!({
        "From": "\"Fjord & Fern, Ltd.\" <orders@fjordfern.example>",
        "To": "Åse <ase@customer.example>",
        "Subject": "Your order #1042 at Fjord & Fern",
        "TextBody": "Hello",
        "HtmlBody": "<p>Hello</p>",
        "Headers": [{ "Name": "Auto-Submitted", "Value": "auto-generated" }],
        "Metadata": { "wismo-key": "k1" },
    })
}

fn resend_mail() -> Value {
    json!({
        "from": "Fjord <orders@fjordfern.example>",
        "to": ["ase@customer.example"],
        "subject": "Your order #1042 at Fjord & Fern",
        "text": "Hello",
        "html": "<p>Hello</p>",
        "headers": { "Auto-Submitted": "auto-generated" },
    })
}

const POSTMARK: &[(&str, &str)] = &[
    ("Accept", "application/json"),
    ("Content-Type", "application/json"),
    ("X-Postmark-Server-Token", KEY),
];

fn resend_headers(key: &str) -> Vec<(&str, &str)> {
    vec![
        ("Authorization", "Bearer re_recorder_key"),
        ("Content-Type", "application/json"),
        ("User-Agent", "test/1"),
        ("Idempotency-Key", key),
    ]
}

/// Makes one request over a connection of its own. `None` if no answer came.
fn post(
    recorder: &Recorder,
    path: &str,
    headers: &[(&str, &str)],
    body: &str,
) -> Option<(u16, String)> {
    let mut stream = TcpStream::connect(recorder.address).unwrap();
    let mut request = format!("POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n");
    for (name, value) in headers {
        request += &format!("{name}: {value}\r\n");
    }
    request += &format!("Content-Length: {}\r\n\r\n{body}", body.len());
    stream.write_all(request.as_bytes()).unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).ok()?;
    let response = String::from_utf8(response).unwrap();
    let (head, body) = response.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?.parse().unwrap();
    Some((status, body.to_owned()))
}

fn postmark(recorder: &Recorder, mail: &Value) -> (u16, Value) {
    let (status, body) = post(recorder, "/email", POSTMARK, &mail.to_string()).unwrap();
    (status, serde_json::from_str(&body).unwrap())
}

fn resend(recorder: &Recorder, key: &str, mail: &Value) -> (u16, Value) {
    let answer = post(recorder, "/emails", &resend_headers(key), &mail.to_string());
    let (status, body) = answer.unwrap();
    (status, serde_json::from_str(&body).unwrap())
}

#[test]
fn a_right_mail_is_recorded() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    let (status, answer) = postmark(&recorder, &postmark_mail());
    assert_eq!((status, &answer["ErrorCode"]), (200, &json!(0)));
    let mails = recorder.accepted_for("#1042");
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].key.as_deref(), Some("k1"));
    assert_eq!(mails[0].header("auto-submitted"), Some("auto-generated"));
    assert_eq!(answer["MessageID"], mails[0].id);
    assert!(recorder.accepted_for("1042").is_empty());
    assert!(recorder.refused().is_empty());
}

#[test]
fn postmark_refuses_what_is_not_documented() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    let cases = [
        ("From", json!(null), 300),
        ("From", json!("A, B <a@b.example>"), 300),
        ("To", json!(""), 300),
        ("To", json!(["a@b.example"]), 300),
        ("To", json!(vec!["a@b.example"; 51].join(",")), 300),
        ("Cc", json!(["a@b.example"]), 300),
        ("Cc", json!("A, B <a@b.example>"), 300),
        // With the one in To, these are 51.
        ("Cc", json!(vec!["a@b.example"; 50].join(",")), 300),
        ("Subject", json!("a\r\nBcc: b@c.example"), 300),
        ("TextBody", json!(""), 300),
        ("HtmlBody", json!(null), 300),
        ("Headers", json!({ "a": "b" }), 300),
        ("Headers", json!([{ "Name": "a:b", "Value": "c" }]), 300),
        (
            "Headers",
            json!([{ "Name": "Bcc", "Value": "a@b.example" }]),
            300,
        ),
        ("Headers", json!([{ "Name": "X", "Value": "a\nb" }]), 300),
        ("Metadata", json!({ "wismo-key": "x".repeat(81) }), 300),
        ("Metadata", json!({ "a-name-of-21-characters": "x" }), 300),
        ("TrackLinks", json!("Never"), 300),
        ("reply_to", json!("a@b.example"), 403),
    ];
    for (field, value, code) in cases {
        let mut mail = postmark_mail();
        mail[field] = value.clone();
        let (status, answer) = postmark(&recorder, &mail);
        assert_eq!(
            (status, answer["ErrorCode"].as_u64()),
            (422, Some(code)),
            "{field} {value}"
        );
    }
    assert_eq!(recorder.refused().len(), 19);
}

#[test]
fn copies_are_recorded() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    let mut mail = postmark_mail();
    mail["Cc"] = json!("\"B, C\" <b@c.example>, d@e.example");
    assert_eq!(postmark(&recorder, &mail).0, 200);
    let copies = Some("\"B, C\" <b@c.example>, d@e.example");
    assert_eq!(recorder.accepted()[0].cc.as_deref(), copies);
    let recorder = Recorder::start(Api::Resend).unwrap();
    let mut mail = resend_mail();
    mail["cc"] = json!(["\"B, C\" <b@c.example>", "d@e.example"]);
    assert_eq!(resend(&recorder, "k", &mail).0, 200);
    assert_eq!(recorder.accepted()[0].cc.as_deref(), copies);
    resend(&recorder, "k2", &resend_mail());
    assert_eq!(recorder.accepted()[1].cc, None);
}

#[test]
fn postmark_wants_its_headers() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    let body = postmark_mail().to_string();
    for (without, status) in [
        ("Accept", 415),
        ("Content-Type", 415),
        ("X-Postmark-Server-Token", 401),
    ] {
        let headers: Vec<_> = POSTMARK
            .iter()
            .copied()
            .filter(|(name, _)| *name != without)
            .collect();
        assert_eq!(
            post(&recorder, "/email", &headers, &body).unwrap().0,
            status
        );
    }
    assert_eq!(post(&recorder, "/emails", POSTMARK, &body).unwrap().0, 404);
    assert_eq!(post(&recorder, "/email", POSTMARK, "{").unwrap().0, 422);
    assert!(recorder.accepted().is_empty());
}

#[test]
fn resend_refuses_what_is_not_documented() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let cases = [
        ("from", json!(null), "missing_required_field"),
        ("to", json!([]), "missing_required_field"),
        ("to", json!(["not an address"]), "validation_error"),
        ("cc", json!(["not an address"]), "validation_error"),
        ("cc", json!([7]), "validation_error"),
        ("cc", json!(vec!["a@b.example"; 51]), "validation_error"),
        ("subject", json!(""), "missing_required_field"),
        ("text", json!(" "), "missing_required_field"),
        ("html", json!(7), "validation_error"),
        ("headers", json!([]), "validation_error"),
        ("headers", json!({ "X Y": "z" }), "validation_error"),
        (
            "tags",
            json!([{ "name": "ö", "value": "x" }]),
            "validation_error",
        ),
        ("ReplyTo", json!("a@b.example"), "validation_error"),
    ];
    for (field, value, name) in cases {
        let mut mail = resend_mail();
        mail[field] = value.clone();
        let (status, answer) = resend(&recorder, "k", &mail);
        assert_eq!(
            (status, answer["name"].as_str()),
            (422, Some(name)),
            "{field} {value}"
        );
    }
    let (status, answer) = resend(&recorder, &"k".repeat(257), &resend_mail());
    assert_eq!(
        (status, answer["name"].as_str()),
        (400, Some("invalid_idempotency_key"))
    );
    assert!(recorder.accepted().is_empty());
}

#[test]
fn resend_wants_its_headers() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let body = resend_mail().to_string();
    for (without, status) in [
        ("Authorization", 401),
        ("Content-Type", 422),
        ("User-Agent", 403),
    ] {
        let headers: Vec<_> = resend_headers("k")
            .into_iter()
            .filter(|(name, _)| *name != without)
            .collect();
        assert_eq!(
            post(&recorder, "/emails", &headers, &body).unwrap().0,
            status
        );
    }
    let wrong = [("Authorization", "Bearer x"), ("User-Agent", "test/1")];
    assert_eq!(post(&recorder, "/emails", &wrong, &body).unwrap().0, 403);
}

#[test]
fn a_key_takes_a_mail_once() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let (_, first) = resend(&recorder, "k", &resend_mail());
    let (_, second) = resend(&recorder, "k", &resend_mail());
    assert_eq!(first["id"], second["id"]);
    assert_eq!(recorder.accepted().len(), 1);
    let mut other = resend_mail();
    other["subject"] = json!("Another");
    let (status, answer) = resend(&recorder, "k", &other);
    assert_eq!(
        (status, answer["name"].as_str()),
        (409, Some("invalid_idempotent_request"))
    );
    resend(&recorder, "k2", &other);
    assert_eq!(recorder.accepted().len(), 2);
}

#[test]
fn a_key_is_in_progress_until_its_answer() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    recorder.script([Fault::Silence(Duration::from_millis(300))]);
    thread::scope(|scope| {
        let slow = scope.spawn(|| resend(&recorder, "k", &resend_mail()));
        while recorder.accepted().is_empty() {
            thread::sleep(Duration::from_millis(5));
        }
        let (status, answer) = resend(&recorder, "k", &resend_mail());
        assert_eq!(
            (status, answer["name"].as_str()),
            (409, Some("concurrent_idempotent_requests"))
        );
        assert_eq!(slow.join().unwrap().0, 200);
    });
    assert_eq!(resend(&recorder, "k", &resend_mail()).0, 200);
    assert_eq!(recorder.accepted().len(), 1);
    assert!(recorder.refused().is_empty());
}

#[test]
fn faults_play_one_by_one_and_then_end() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    recorder.script([
        Fault::Status(503, "busy".to_owned()),
        Fault::ResetBeforeAnswer,
        Fault::Garbage,
        Fault::Silence(Duration::from_millis(60)),
    ]);
    let send = |key: &str| {
        post(
            &recorder,
            "/emails",
            &resend_headers(key),
            &resend_mail().to_string(),
        )
    };
    assert_eq!(send("a"), Some((503, "busy".to_owned())));
    assert!(recorder.accepted().is_empty());
    assert_eq!(send("b"), None);
    assert_eq!(recorder.accepted().len(), 1);
    let (status, half) = send("c").unwrap();
    assert_eq!(status, 200);
    assert!(serde_json::from_str::<Value>(&half).is_err());
    let start = Instant::now();
    assert_eq!(send("d").unwrap().0, 200);
    assert!(start.elapsed() >= Duration::from_millis(60));
    // A mail whose answer was lost was taken: the same key does not send again.
    assert_eq!(send("b").unwrap().0, 200);
    assert_eq!(recorder.accepted().len(), 3);
}
