//! `/s/{token}/mail` and `/s/{token}/unsubscribe`: the customer's choice of mails.

use reqwest::{Response, StatusCode};
use serde_json::Value;
use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::storage::keys::OrderKey;

use crate::harness::{LINK_SECRET, Wismo, eventually, woocommerce};

const ALL_BUT_STATUS: &str = "parcels=on&dates=on&cancelled=on&money=on&language=da";

async fn post(wismo: &Wismo, path: &str, form: &str) -> Response {
    wismo
        .request("POST", path)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form.to_owned())
        .send()
        .await
        .unwrap()
}

fn unsubscribe_path(order: &str) -> String {
    let link = Link {
        order: OrderKey::new("north", order).unwrap(),
        kind: Kind::Unsubscribe,
        rotation: 0,
    };
    let token = LinkKeys::from_setting(LINK_SECRET).unwrap().seal(&link);
    format!("/s/{token}/unsubscribe")
}

/// Waits for the skip of an order's last notice.
async fn skipped(wismo: &Wismo, order: &str, notices: usize) -> Value {
    eventually(async || {
        let history = wismo.history("north", order).await;
        let all = history["notices"].as_array().unwrap().clone();
        let last = all.last()?.clone();
        (all.len() == notices && last["is_final"] == true).then(|| last["skipped"].clone())
    })
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_customer_switches_off_is_not_mailed_and_the_rest_in_their_language() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(1, "on-hold", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:1:1").await;
    let path = format!("{}/mail", Wismo::page_path("north", "1"));
    let page = wismo.get(&path).await;
    assert_eq!(page.status(), StatusCode::OK);
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("form-action 'self'"), "{policy}");
    let page = page.text().await.unwrap();
    assert_eq!(page.matches(" checked").count(), 5, "{page}");
    let answer = post(&wismo, &path, ALL_BUT_STATUS).await;
    assert_eq!(answer.status(), StatusCode::OK, "after the redirect");
    let page = answer.text().await.unwrap();
    assert_eq!(page.matches(" checked").count(), 4, "{page}");
    assert!(page.contains("<html lang=\"da\""), "{page}");
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-07T17:18:38"))
        .await;
    let why = skipped(&wismo, "1", 2).await;
    assert_eq!(why, "unsubscribed");
    wismo
        .deliver(&woocommerce(1, "cancelled", "2026-06-08T17:18:38"))
        .await;
    let mail = wismo.mail("north:1:3").await;
    let html = mail["mail"]["html"].as_str().unwrap();
    assert!(html.contains("<html lang=\"da\""), "{html}");
    assert!(wismo.page("north", "1").await.contains("<html lang=\"da\""));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_click_from_the_mails_header_switches_all_of_them_off() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(2, "on-hold", "2026-06-06T17:18:38"))
        .await;
    let mail = wismo.mail("north:2:1").await;
    let headers = mail["mail"]["headers"].as_array().unwrap();
    let header = |name: &str| {
        let mut found = headers.iter().filter(|header| header[0] == name);
        found.next().unwrap()[1].as_str().unwrap().to_owned()
    };
    let path = unsubscribe_path("2");
    assert_eq!(
        header("List-Unsubscribe"),
        format!("<https://wismo.example{path}>")
    );
    // A mail scanner that opens the link does not change anything.
    let page = wismo.get(&path).await;
    assert_eq!(page.status(), StatusCode::OK);
    assert!(page.text().await.unwrap().contains("Stop the emails"));
    wismo
        .deliver(&woocommerce(2, "processing", "2026-06-07T17:18:38"))
        .await;
    wismo.mail("north:2:2").await;
    let one_click = header("List-Unsubscribe-Post");
    let answer = post(&wismo, &path, &one_click).await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo
        .deliver(&woocommerce(2, "cancelled", "2026-06-08T17:18:38"))
        .await;
    let why = skipped(&wismo, "2", 3).await;
    assert_eq!(why, "unsubscribed");
    assert!(!wismo.has_mail("north:2:3").await);
    let answer = post(&wismo, &path, "again=yes").await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo
        .deliver(&woocommerce(2, "on-hold", "2026-06-09T17:18:38"))
        .await;
    wismo.mail("north:2:4").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_opens_only_what_it_is_for() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(3, "on-hold", "2026-06-06T17:18:38"))
        .await;
    let customer = Wismo::page_path("north", "3");
    let stop = unsubscribe_path("3");
    let stop = stop.strip_suffix("/unsubscribe").unwrap();
    for wrong in [
        stop.to_owned(),
        format!("{stop}/mail"),
        format!("{customer}/unsubscribe"),
        format!("{customer}/other"),
        "/s/forged/mail".to_owned(),
    ] {
        let answer = wismo.get(&wrong).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}");
    }
    let answer = post(&wismo, "/s/forged/unsubscribe", "x=y").await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
    let answer = post(&wismo, &customer, "x=y").await;
    assert_eq!(answer.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test(flavor = "multi_thread")]
async fn after_six_hundred_choices_a_stop_is_heard_and_few_were_kept() {
    let wismo = Wismo::start().await;
    wismo
        .deliver(&woocommerce(4, "on-hold", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:4:1").await;
    let path = unsubscribe_path("4");
    let mut refused = 0;
    for index in 0..600 {
        let form = if index % 2 == 0 { "x=y" } else { "again=yes" };
        let answer = post(&wismo, &path, form).await;
        match answer.status() {
            StatusCode::OK => {}
            StatusCode::TOO_MANY_REQUESTS => {
                assert!(answer.headers().contains_key("retry-after"));
                assert_eq!(form, "again=yes", "a stop is always heard");
                refused += 1;
            }
            other => panic!("{other}"),
        }
    }
    // Twenty an hour, in one hour or in two, if the test crosses into the next.
    assert!((300 - 40..=300 - 20).contains(&refused), "{refused}");
    let answer = post(&wismo, &path, "List-Unsubscribe=One-Click").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let choices = format!("{}/mail", Wismo::page_path("north", "4"));
    let page = wismo.get(&choices).await.text().await.unwrap();
    assert_eq!(page.matches(" checked").count(), 0, "{page}");
    wismo
        .deliver(&woocommerce(4, "cancelled", "2026-06-08T17:18:38"))
        .await;
    let why = skipped(&wismo, "4", 2).await;
    assert_eq!(why, "unsubscribed");
    let history = wismo.history("north", "4").await;
    let kept = history["deliveries"].as_array().unwrap().len();
    assert!(kept < 90, "{kept} events are kept");
}
