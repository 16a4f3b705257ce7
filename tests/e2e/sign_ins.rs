//! 200 sign-ins at once, and what the shop's hook and a customer's page feel of them.

use std::time::{Duration, Instant};

use futures::future::join_all;
use reqwest::StatusCode;

use crate::harness::member::Member;
use crate::harness::{Wismo, cpu_time, woocommerce};

const SIGN_INS: usize = 200;

/// Time for which the page and the hook are asked without sign-ins.
const QUIET: Duration = Duration::from_secs(10);

/// The times of the answers of one route.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    fn print(&mut self, what: &str) {
        self.0.sort_unstable();
        let at = |percent: usize| self.0[(self.0.len() - 1) * percent / 100];
        let count = self.0.len();
        println!(
            "{what}: median {:?}, 95 % {:?}, longest {:?} of {count}",
            at(50),
            at(95),
            at(100)
        );
    }
}

/// Asks for a page and sends an order by turns, until `is_over`.
async fn customers(wismo: &Wismo, first: u64, is_over: impl Fn() -> bool) -> (Times, Times) {
    let (mut pages, mut hooks) = (Times::default(), Times::default());
    let path = Wismo::page_path("north", "1");
    for id in first.. {
        if is_over() {
            break;
        }
        let begun = Instant::now();
        assert_eq!(wismo.get(&path).await.status(), StatusCode::OK);
        pages.0.push(begun.elapsed());
        let order = woocommerce(id, "processing", "2026-06-06T17:18:38");
        let begun = Instant::now();
        assert_eq!(wismo.deliver(&order).await.status(), StatusCode::OK);
        hooks.0.push(begun.elapsed());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    (pages, hooks)
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "measures: run it by its name"]
async fn sign_ins_by_the_hundred_take_their_turns() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", "ada@north.example", "four words on paper")
        .await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.drain().await;
    let begun = Instant::now();
    let (mut pages, mut hooks) = customers(&wismo, 1000, || begun.elapsed() > QUIET).await;
    pages.print("page, quiet");
    hooks.print("hook, quiet");
    let (begun, before) = (Instant::now(), cpu_time());
    // Each another account, none of which there is: those take as long as any.
    let sign_ins = (0..SIGN_INS).map(async |n| {
        let address = format!("somebody{n}@north.example");
        let mut browser = Member::new(&wismo);
        browser
            .sign_in(&address, "Summer2026 Summer2026")
            .await
            .status
    });
    let over = std::cell::Cell::new(false);
    let all = async {
        let answers = join_all(sign_ins).await;
        over.set(true);
        answers
    };
    let (answers, (mut pages, mut hooks)) =
        tokio::join!(all, customers(&wismo, 5000, || over.get()));
    let looked_at = answers
        .iter()
        .filter(|status| **status == StatusCode::FORBIDDEN);
    let put_off = answers
        .iter()
        .filter(|status| **status == StatusCode::SERVICE_UNAVAILABLE);
    let (looked_at, put_off) = (looked_at.count(), put_off.count());
    println!(
        "{looked_at} were looked at and {put_off} put off within {:?}; all of it took {:?} of CPU",
        begun.elapsed(),
        cpu_time() - before
    );
    pages.print("page, beside the sign-ins");
    hooks.print("hook, beside the sign-ins");
    assert_eq!(looked_at + put_off, SIGN_INS, "{answers:?}");
    // Two a second, for whom nobody waits longer than ten; all may straddle a second's end.
    assert!((20..=44).contains(&looked_at), "{looked_at}");
    wismo.stop().await;
}
