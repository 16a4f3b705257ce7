//! 100,000 wrong links: each gets the same answer, and none costs a store call.

use std::time::{Duration, Instant};

use futures::stream::{self, StreamExt};
use reqwest::StatusCode;
use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::storage::keys::OrderKey;

use crate::harness::{LINK_SECRET, Wismo, is_spin, woocommerce};

const TOKENS: usize = 100_000;

/// The number of links that are asked for at once.
const AT_ONCE: usize = 16;

/// Wrong links of every kind that somebody might try, made from right ones.
fn wrong(index: usize, keys: &LinkKeys, foreign: &LinkKeys) -> (&'static str, String) {
    let link = |shop: &str, kind, rotation| Link {
        order: OrderKey::new(shop, &index.to_string()).unwrap(),
        kind,
        rotation,
    };
    let right = keys.seal(&link("north", Kind::Customer, 0));
    let at = index % right.len();
    match index % 10 {
        0 => ("truncated", right[..right.len() - 1 - index % 7].to_owned()),
        1 => ("lengthened", format!("{right}A")),
        2 => {
            let other: String = right
                .chars()
                .map(|c| {
                    if c.is_ascii_lowercase() {
                        c.to_ascii_uppercase()
                    } else {
                        c.to_ascii_lowercase()
                    }
                })
                .collect();
            ("case changed", other)
        }
        3 => {
            let mut bytes = right.into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            ("a letter changed", String::from_utf8(bytes).unwrap())
        }
        4 => ("padded", format!("{right}%3D")),
        5 => (
            "another's key",
            foreign.seal(&link("north", Kind::Customer, 0)),
        ),
        6 => (
            "no shop of ours",
            keys.seal(&link("gone", Kind::Customer, 0)),
        ),
        7 => ("another kind", keys.seal(&link("north", Kind::Mail, 0))),
        8 => {
            let encoded: String = right.bytes().map(|byte| format!("%{byte:02X}")).collect();
            ("encoded twice", encoded.replace('%', "%25"))
        }
        _ => (
            "of chance",
            format!("{:x}", index.wrapping_mul(0x9e37_79b9_7f4a_7c15)),
        ),
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: run it by its name"]
async fn tokens_that_are_wrong_get_one_answer_and_cost_no_store_call() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let keys = LinkKeys::from_setting(LINK_SECRET).unwrap();
    let foreign = LinkKeys::from_setting("another-key-that-has-at-least-32-bytes").unwrap();
    wismo.drain().await;
    if !is_spin() {
        wismo.process.reset_counts();
    }
    let first = wismo.get("/s/nonsense").await;
    assert_eq!(first.status(), StatusCode::NOT_FOUND);
    let expected = first.text().await.unwrap();
    let logged = wismo.process.log();
    let answers = stream::iter(0..TOKENS).map(|index| {
        let (kind, token) = wrong(index, &keys, &foreign);
        let (wismo, expected) = (&wismo, &expected);
        async move {
            let begun = Instant::now();
            let answer = wismo.get(&format!("/s/{token}")).await;
            let status = answer.status();
            let body = answer.text().await.unwrap();
            assert_eq!(status, StatusCode::NOT_FOUND, "{kind}");
            assert!(body == *expected, "{kind}: {body}");
            (index % 10, kind, begun.elapsed())
        }
    });
    let mut times: Vec<(&str, Vec<Duration>)> = vec![("", Vec::new()); 10];
    let mut answers = answers.buffer_unordered(AT_ONCE);
    while let Some((index, kind, time)) = answers.next().await {
        times[index].0 = kind;
        times[index].1.push(time);
    }
    for (kind, all) in &mut times {
        all.sort_unstable();
        println!("{kind}: median {:?} of {}", all[all.len() / 2], all.len());
    }
    drop(answers);
    assert_eq!(
        wismo.process.log(),
        logged,
        "nothing is said of wrong links"
    );
    if !is_spin() {
        let counts = wismo.process.counts("status");
        let calls = counts.get + counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!(calls, 0, "{counts:?}");
    }
    wismo.stop().await;
}
