//! Requests that are refused by their headers are answered before the body is there,
//! and a body that does not come is not waited for.

use std::time::{Duration, Instant};

use wismo::recorder::{Api, Recorder};
use wismo_domain::time::Timestamp;

use crate::harness::{Wismo, mailed_by, provider};

/// A signature of the right length that nobody made.
const WRONG: &str = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

const LARGE: usize = 1_000_000;

/// The header fields of the ERP's requests, with so many signatures, from some
/// seconds ago.
fn signed(media_type: &str, times: usize, ago: i64) -> Vec<(&'static str, String)> {
    let at = Timestamp::now().as_second() - ago;
    vec![
        ("content-type", media_type.to_owned()),
        ("webhook-id", "msg_1".to_owned()),
        ("webhook-timestamp", at.to_string()),
        ("webhook-signature", vec![WRONG; times].join(" ")),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_signatures_cost_no_more_than_one() {
    let wismo = Wismo::start().await;
    for (path, media_type) in [
        ("/hooks/erp", "application/json"),
        ("/sync/north/import", "application/x-ndjson"),
        ("/sync/north/release", "application/json"),
    ] {
        // A request with more signatures than a sender has keys is refused before the
        // body is there: the body never comes, so nobody reads it.
        let many = signed(media_type, 1_000, 0);
        let (status, _) = wismo.posts_in_part(path, &many, LARGE, b"{").await;
        assert_eq!(status, 401, "{path}");
        // With one signature, or with as many as eight, the body is waited for.
        for few in [1, 8] {
            let fields = signed(media_type, few, 0);
            let (status, _) = wismo.posts_in_part(path, &fields, 2, b"{}").await;
            assert_eq!(status, 401, "{path}");
        }
        // An old, future or unsigned request is refused as early.
        let mut unsigned = signed(media_type, 1, 0);
        unsigned.pop();
        for fields in [
            signed(media_type, 1, 310),
            signed(media_type, 1, -310),
            unsigned,
        ] {
            let (status, _) = wismo.posts_in_part(path, &fields, LARGE, b"{").await;
            assert_eq!(status, 401, "{path}");
        }
    }
    for path in ["/hooks/north", "/hooks/south"] {
        let json = [("content-type", "application/json".to_owned())];
        let (status, _) = wismo.posts_in_part(path, &json, LARGE, b"{").await;
        assert_eq!(status, 401, "{path}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_does_not_come_is_waited_for_half_a_minute() {
    let wismo = Wismo::start().await;
    let json = ("content-type", "application/json".to_owned());
    let form = (
        "content-type",
        "application/x-www-form-urlencoded".to_owned(),
    );
    let begun = Instant::now();
    let hook = signed("application/json", 1, 0);
    let hook = wismo.posts_in_part("/hooks/erp", &hook, 100, b"{");
    let find = [form];
    let find = wismo.posts_in_part("/s/in/north", &find, 100, b"number=");
    let drain = [
        json,
        (
            "authorization",
            format!("Bearer {}", crate::harness::JOB_SECRET),
        ),
    ];
    let drain = wismo.posts_in_part("/mail/drain", &drain, 100, b"{");
    let (hook, find, drain) = tokio::join!(hook, find, drain);
    for (status, answer) in [hook, find, drain] {
        assert_eq!(status, 408, "{answer}");
    }
    assert!(begun.elapsed() >= Duration::from_secs(29));
    // Other requests are served as ever.
    assert_eq!(wismo.get("/robots.txt").await.status(), 200);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_providers_events_are_refused_before_they_are_read_and_told_once() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    let mut variables = mailed_by(Api::Postmark, &recorder);
    variables.insert(
        "mail_events_secret".to_owned(),
        provider::secret(Api::Postmark),
    );
    let wismo = Wismo::with(variables).await;
    let path = "/mail/events/postmark";
    for _ in 0..20 {
        let wrong = [("authorization", "Bearer of-bad-news".to_owned())];
        let (status, _) = wismo.posts_in_part(path, &wrong, LARGE, b"[").await;
        assert_eq!(status, 401);
    }
    let (status, _) = wismo.posts_in_part(path, &[], LARGE, b"[").await;
    assert_eq!(status, 401);
    let log = wismo.process.log();
    // One line of each cause per instance, which serves more than one request.
    for line in ["mail_events_secret matches", "the header authorization is"] {
        let times = log.matches(line).count();
        assert!((1..=2).contains(&times), "{line}: {log}");
    }
    wismo.stop().await;
}
