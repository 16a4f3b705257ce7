//! The cost of the desk's pages in a small shop and in a large one: the calls to the store
//! must be the same. The times are printed, never judged.
//!
//! `WISMO_ORDERS=1000,100000 cargo test --release --test e2e -- --ignored growth --nocapture`

mod generator;

use std::time::Instant;

use reqwest::StatusCode;

use crate::harness::member::Member;
use crate::harness::{Wismo, is_spin, variables};
use generator::SHOP;

/// The number of times that each page is asked for.
const TIMES: usize = 21;

/// The most calls of a search, as `docs/protocol/search.md` names them.
const MOST_OF_A_SEARCH: u64 = 206;

/// The cost of a page.
struct Cost {
    /// Calls to the store, of whatever kind, once settings and session are known.
    calls: u64,
    /// The median of the time until its answer, in milliseconds.
    milliseconds: f64,
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "takes minutes: run it by its name"]
async fn a_page_costs_the_same_in_a_shop_of_any_size() {
    assert!(!is_spin(), "calls are counted by the embedded host");
    let sizes = std::env::var("WISMO_ORDERS").unwrap_or_else(|_| "1000,20000".to_owned());
    let mut tables: Vec<(usize, Vec<(&str, Cost)>)> = Vec::new();
    for size in sizes.split(',') {
        let size: usize = size.parse().unwrap();
        tables.push((size, measure(size).await));
    }
    println!(
        "| page | {} |",
        sizes.replace(',', " orders | | ") + " orders |"
    );
    println!("|---|{}", "---|---|".repeat(tables.len()));
    for (index, (page, _)) in tables[0].1.iter().enumerate() {
        let cells = tables.iter().map(|(_, costs)| {
            let cost = &costs[index].1;
            format!("{} calls | {:.1} ms", cost.calls, cost.milliseconds)
        });
        println!("| {page} | {} |", cells.collect::<Vec<_>>().join(" | "));
    }
    for (index, (page, small)) in tables[0].1.iter().enumerate() {
        for (size, costs) in &tables {
            let large = &costs[index].1;
            // A larger index has more levels, and of what very many orders have, more parts
            // hold some.
            let most = match page.starts_with("search") {
                true => MOST_OF_A_SEARCH,
                false => small.calls + 40,
            };
            assert!(
                large.calls <= most,
                "{page}: {} calls among {size} orders, {} in the small shop",
                large.calls,
                small.calls
            );
        }
    }
}

/// Fills a shop, and asks for each page as its owner.
async fn measure(size: usize) -> Vec<(&'static str, Cost)> {
    let state = tempfile::tempdir().unwrap();
    let begun = Instant::now();
    generator::fill(state.path(), size).await;
    let file = state.path().join("sqlite_key_value.db");
    println!(
        "{size} orders: made in {:.0} s, {} bytes an order",
        begun.elapsed().as_secs_f64(),
        std::fs::metadata(file).unwrap().len() / size as u64,
    );
    let wismo = Wismo::on(state, variables()).await;
    let mut owner = Member::new(&wismo);
    owner
        .set_up("Kari", "kari@north.example", "four words of hers")
        .await;
    let middle = size / 2;
    let customer = middle * 7 % (size / 3).max(1);
    let pages = [
        ("today", "/desk/".to_owned(), ""),
        ("orders", "/desk/orders".to_owned(), "N-"),
        (
            "orders that are being prepared",
            format!("/desk/orders?shop={SHOP}&stage=preparing"),
            "N-",
        ),
        ("customers", "/desk/customers".to_owned(), "@mail.example"),
        (
            "an order",
            format!("/desk/orders/{SHOP}/{middle}"),
            "Storgata",
        ),
        (
            "a customer",
            format!("/desk/customers/{SHOP}/C{customer}"),
            "@mail.example",
        ),
        (
            "search: number",
            format!("/desk/search/hits?q=N-{middle}"),
            "N-",
        ),
        (
            "search: name",
            "/desk/search/hits?q=ingrid".to_owned(),
            "Ingrid",
        ),
        (
            "search: two letters more",
            "/desk/search/hits?q=ingrid+ber".to_owned(),
            "Ingrid",
        ),
        (
            "search: address",
            format!("/desk/search/hits?q=customer{customer}%40mail.example"),
            "@mail",
        ),
        (
            "search: phone",
            format!("/desk/search/hits?q=4{customer:07}"),
            "",
        ),
        (
            "search: postcode",
            format!("/desk/search/hits?q={:04}", customer % 9_999),
            "",
        ),
        (
            "search: tracking number",
            format!("/desk/search/hits?q=7090{middle:09}"),
            "",
        ),
        (
            "search: invoice",
            format!("/desk/search/hits?q=F-{middle}"),
            "N-",
        ),
        (
            "search: SKU",
            format!("/desk/search/hits?q=SKU-{}", middle % 4_000),
            "N-",
        ),
        (
            "search: nothing",
            "/desk/search/hits?q=zzzzqqq".to_owned(),
            "",
        ),
    ];
    let mut costs = Vec::new();
    for (name, path, holds) in pages {
        let mut times = Vec::new();
        let mut calls = u64::MAX;
        for _ in 0..TIMES {
            wismo.process.reset_counts();
            let begun = Instant::now();
            let seen = owner.get(&path).await;
            times.push(begun.elapsed());
            assert_eq!(seen.status, StatusCode::OK, "{name}: {}", seen.html);
            assert!(seen.html.contains(holds), "{name}: {}", seen.html);
            let counts = wismo.process.counts("desk");
            let some = counts.get + counts.set + counts.increment + counts.set_many;
            calls = calls.min(some + counts.delete);
        }
        times.sort_unstable();
        let milliseconds = times[TIMES / 2].as_secs_f64() * 1_000.0;
        costs.push((
            name,
            Cost {
                calls,
                milliseconds,
            },
        ));
    }
    wismo.stop().await;
    costs
}
