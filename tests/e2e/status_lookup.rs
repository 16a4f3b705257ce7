//! `/s` and `/s/in/{shop}`: finding an order by its number.

use std::time::Duration;

use reqwest::{Response, StatusCode};
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Recorder};

use crate::harness::{
    Wismo, eventually, is_spin, mailed_by, neutral, variables, within, woocommerce,
};

async fn ask(wismo: &Wismo, shop: &str, number: &str, answer: &str) -> Response {
    let mut form = reqwest::Url::parse("http://form").unwrap();
    form.query_pairs_mut()
        .append_pair("number", number)
        .append_pair("answer", answer);
    wismo
        .request("POST", &format!("/s/in/{shop}"))
        .header("content-type", "application/x-www-form-urlencoded")
        .body(form.query().unwrap().to_owned())
        .send()
        .await
        .unwrap()
}

fn links(recorder: &Recorder) -> Vec<Accepted> {
    let mails = recorder.accepted().into_iter();
    mails
        .filter(|mail| mail.text.contains("The link to your order"))
        .collect()
}

/// Starts with an order of WooCommerce's, and one of the ERP's whose number is not its id.
async fn start(recorder: &Recorder) -> Wismo {
    let wismo = Wismo::with(mailed_by(Api::Resend, recorder)).await;
    wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let mut order = neutral("SO-7", "received", "2026-06-06T17:18:38Z");
    order["number"] = json!("#A-1042");
    order["delivery_address"] = json!({ "postcode": "413 13" });
    order["customer"]["locale"] = json!("sv");
    let answer = wismo.message("order.changed", &order).await;
    assert_eq!(answer.status(), StatusCode::OK);
    let decided = json!({ "settle_seconds": 0,
        "access": { "second_step": null, "find_by": ["postcode", "email"] } });
    let answer = wismo.put_settings("erp", 1, &decided).await;
    assert_eq!(answer.status(), StatusCode::OK);
    // Once both are told, they are also projected.
    eventually(async || Some(()).filter(|()| recorder.accepted().len() == 2)).await;
    wismo.in_force().await;
    wismo
}

#[tokio::test(flavor = "multi_thread")]
async fn who_knows_number_and_postcode_or_address_gets_the_link_by_mail() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = start(&recorder).await;
    let found = ask(&wismo, "erp", "a-1042 ", "41313").await;
    assert_eq!(found.status(), StatusCode::OK);
    let mail = eventually(async || {
        let mut mails = recorder.accepted().into_iter();
        mails.find(|mail| mail.text.contains("Länken till din beställning"))
    })
    .await;
    let own = Wismo::page_path("erp", "SO-7");
    assert!(mail.text.contains(&format!("https://wismo.example{own}")));
    assert!(
        mail.text.contains("behöver du inte göra något"),
        "{}",
        mail.text
    );
    assert!(!mail.text.contains("300"), "{}", mail.text);
    ask(&wismo, "north", "#1", "ADA.NILSEN@example.com").await;
    eventually(async || Some(()).filter(|()| links(&recorder).len() == 1)).await;
    let north = Wismo::page_path("north", "1");
    assert!(links(&recorder)[0].text.contains(&north));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_tells_nothing_and_what_does_not_fit_is_not_mailed() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = start(&recorder).await;
    let everything = async |response: Response| {
        let status = response.status();
        let mut headers = response.headers().clone();
        headers.remove("date");
        (
            status,
            format!("{headers:?}"),
            response.bytes().await.unwrap(),
        )
    };
    let wrong = [
        // The postcode, if the merchant does not say that it is enough.
        ("1", "0155"),
        ("1", "0156"),
        ("1", ""),
        ("2", "0155"),
        ("", "0155"),
        ("\u{0}", "x"),
        ("A-1042", "413 13"),
    ];
    let first = everything(ask(&wismo, "north", "99", "0155").await).await;
    assert_eq!(first.0, StatusCode::OK);
    for (number, answer) in wrong {
        let other = everything(ask(&wismo, "north", number, answer).await).await;
        assert_eq!(other, first, "{number:?} {answer:?}");
    }
    // Three an hour, with the same answer to all.
    for _ in 0..5 {
        let other = everything(ask(&wismo, "north", "1", "ada.nilsen@example.com").await).await;
        assert_eq!(other, first);
    }
    eventually(async || Some(()).filter(|()| links(&recorder).len() == 3)).await;
    wismo.process.idle().await;
    assert_eq!(links(&recorder).len(), 3);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_fits_nothing_writes_nothing() {
    if is_spin() {
        return;
    }
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = start(&recorder).await;
    wismo.process.idle().await;
    wismo.process.reset_counts();
    for number in ["1", "99"] {
        ask(&wismo, "north", number, "nobody").await;
    }
    wismo.process.idle().await;
    let counts = wismo.process.counts("status");
    assert_eq!(
        counts.set + counts.set_many + counts.increment + counts.delete,
        0,
        "{counts:?}"
    );
    assert!(counts.get <= 2 * 5, "{counts:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_has_ended_is_mailed_anew() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = start(&recorder).await;
    let access = json!({ "settle_seconds": 0, "access": { "second_step": null, "link_ends_after_days": 1 } });
    let answer = wismo.put_settings("north", 1, &access).await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo.in_force().await;
    let old = Wismo::page_path("north", "1");
    assert_eq!(wismo.get(&old).await.status(), StatusCode::GONE);
    ask(&wismo, "north", "1", "ada.nilsen@example.com").await;
    eventually(async || Some(()).filter(|()| links(&recorder).len() == 1)).await;
    let text = links(&recorder)[0].text.clone();
    let at = text.find("https://wismo.example").unwrap();
    let url = text[at..].split_whitespace().next().unwrap();
    let path = url.strip_prefix("https://wismo.example").unwrap();
    assert_ne!(path, old);
    assert_eq!(wismo.get(path).await.status(), StatusCode::OK);
    assert_eq!(wismo.get(&old).await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn whose_links_the_merchant_took_back_gets_none() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = start(&recorder).await;
    let revoked = wismo
        .request("POST", "/desk/api/north/orders/1/link")
        .bearer_auth(crate::harness::DESK_API_KEY)
        .json(&json!({ "action": "revoke" }))
        .send()
        .await
        .unwrap();
    assert_eq!(revoked.status(), StatusCode::OK);
    ask(&wismo, "north", "1", "ada.nilsen@example.com").await;
    wismo.process.idle().await;
    assert!(links(&recorder).is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn who_guesses_well_has_few_of_a_shops_customers_mailed_and_its_merchant_told() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wismo = start(&recorder).await;
    let order = |id: usize| {
        let mut order = neutral(&format!("G-{id}"), "received", "2026-06-06T17:18:38Z");
        order["delivery_address"] = json!({ "postcode": "0155" });
        order["customer"]["email"] = json!(format!("guessed-{id}@example.com"));
        json!({ "type": "order.changed", "data": order })
    };
    let orders: Vec<Value> = (0..40).map(order).collect();
    let (status, _) = wismo.import("/sync/erp/import?quiet=true", &orders).await;
    assert_eq!(status, StatusCode::OK);
    // Portions are worked off in any order.
    for id in 0..40 {
        wismo.imported_page("erp", &format!("G-{id}")).await;
    }
    for id in 0..40 {
        let answer = ask(&wismo, "erp", &format!("#G-{id}"), "0155").await;
        assert_eq!(answer.status(), StatusCode::OK);
    }
    let all_left = async || {
        wismo.drain().await;
        Some(()).filter(|()| links(&recorder).len() == 30)
    };
    // A busy machine takes its time for thirty mails.
    within(Duration::from_secs(90), all_left).await;
    let tasks = eventually(async || {
        let request = wismo.request("GET", "/desk/api/erp/tasks");
        let request = request.bearer_auth(crate::harness::DESK_API_KEY);
        let tasks: Value = request.send().await.unwrap().json().await.unwrap();
        Some(tasks["tasks"].clone()).filter(|tasks| *tasks != json!([]))
    })
    .await;
    wismo.process.idle().await;
    assert_eq!(links(&recorder).len(), 30);
    assert_eq!(tasks.as_array().unwrap().len(), 1, "{tasks}");
    assert_eq!(tasks[0]["why"], "many_links_asked_for");
}

#[tokio::test(flavor = "multi_thread")]
async fn with_one_shop_the_form_is_at_s_and_with_several_nobody_is_told_which() {
    let several = Wismo::start().await;
    let lost = several.get("/s/nonsense").await.bytes().await.unwrap();
    let page = several.get("/s").await;
    assert_eq!(page.status(), StatusCode::NOT_FOUND);
    assert_eq!(page.bytes().await.unwrap(), lost);
    let page = several.get("/s/in/north").await.text().await.unwrap();
    assert!(page.contains("North Shop") && page.contains(r#"name="number""#));
    assert!(page.contains(r#"<a href="?language=da""#), "{page}");
    let page = several.get("/s/in/north?language=da").await;
    let page = page.text().await.unwrap();
    assert!(page.contains(r#"<html lang="da""#), "{page}");
    for wrong in ["/s/in/gone", "/s/in", "/s/in/"] {
        let status = several.get(wrong).await.status();
        assert_eq!(status, StatusCode::NOT_FOUND, "{wrong}");
    }
    let mut variables = variables();
    let shops: Value = serde_json::from_str(&variables["shops"]).unwrap();
    variables.insert("shops".to_owned(), json!([shops[0]]).to_string());
    let one = Wismo::with(variables).await;
    let page = one.get("/s").await.text().await.unwrap();
    assert!(page.contains(r#"name="number""#), "{page}");
    let put = one.request("PUT", "/s").send().await.unwrap();
    assert_eq!(put.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(put.headers()["allow"], "GET, HEAD, POST");
}
