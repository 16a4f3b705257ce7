//! The desk's modules of script: how they are served, what they ask for, and, in a browser,
//! what they do.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::browser::{assert_no_fault, run};
use crate::harness::member::{Member, invited};
use crate::harness::{DESK_API_KEY, Wismo, eventually, is_spin, mailed_by, neutral};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

/// Sends eight orders of people of one name to the shop `erp`, and waits until they are found.
async fn told(wismo: &Wismo) {
    let order = |n: usize| {
        let mut order = neutral(&format!("{}", 7000 + n), "received", "2026-06-06T17:18:38Z");
        order["customer"] = json!({
            "name": format!("Jensen & Søn {n}"), "email": format!("post{n}@jensen.example"),
        });
        json!({ "type": "order.changed", "data": order })
    };
    let messages: Vec<Value> = (0..8).map(order).collect();
    let (status, _) = wismo.import("/sync/erp/import?quiet=true", &messages).await;
    assert_eq!(status, StatusCode::OK);
    wismo.imported_page("erp", "7007").await;
    eventually(async || {
        let request = wismo.request("GET", "/desk/api/erp/search?q=jensen");
        let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
        let found: Value = answer.json().await.unwrap();
        (found["hits"].as_array().unwrap().len() >= 8).then_some(())
    })
    .await;
}

/// The addresses of the options of a list.
fn options(html: &str) -> Vec<String> {
    let options = html.split("role=\"option\"").skip(1);
    let address = options.map(|option| {
        let (_, rest) = option.split_once("href=\"").unwrap();
        rest.split('"').next().unwrap().replace("&amp;", "&")
    });
    address.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_modules_are_kept_for_ever_under_their_digest() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let request = wismo.request("GET", "/desk/");
    let request = request.header("cookie", ada.cookie.clone().unwrap());
    let page = request.send().await.unwrap();
    let policy = page.headers()["content-security-policy"].to_str().unwrap();
    for part in [
        "default-src 'none'",
        "script-src 'self'",
        "require-trusted-types-for 'script'",
    ] {
        assert!(policy.contains(part), "{policy}");
    }
    let html = page.text().await.unwrap();
    let scripts = html.split("<script type=\"module\" src=\"").skip(1);
    let scripts = scripts.map(|rest| rest.split('"').next().unwrap().to_owned());
    let scripts: Vec<String> = scripts.collect();
    assert_eq!(scripts.len(), 5, "{html}");
    for path in &scripts {
        let answer = wismo.get(path).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let headers = answer.headers();
        assert_eq!(headers["content-type"], "text/javascript; charset=utf-8");
        assert_eq!(headers["x-content-type-options"], "nosniff");
        let kept = headers["cache-control"].to_str().unwrap();
        assert!(kept.contains("immutable"), "{kept}");
    }
    for path in [
        "/desk/static/0123456789abcdef/search.js".to_owned(),
        scripts[0].replace("search.js", "other.js"),
    ] {
        let status = wismo.get(&path).await.status();
        assert_eq!(status, StatusCode::NOT_FOUND, "{path}");
    }
    let sign_in = wismo.get("/desk/sign-in").await;
    let policy = sign_in.headers()["content-security-policy"].clone();
    assert!(!policy.to_str().unwrap().contains("script-src"));
    assert!(!sign_in.text().await.unwrap().contains("<script"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_listed_below_the_box_is_the_beginning_of_what_is_found() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    told(&wismo).await;
    let list = ada.get("/desk/search/hits?q=jensen").await.html;
    assert!(list.contains("At least 5 results"), "{list}");
    assert!(list.contains("Jensen &amp; Søn"), "{list}");
    let all = options(&list);
    assert_eq!(all.len(), 6, "{list}");
    assert_eq!(all[5], "/desk/search?q=jensen");
    let page = ada.get(&all[5]).await.html;
    for hit in &all[..5] {
        assert!(page.contains(&format!("href=\"{hit}\"")), "{hit}: {page}");
    }
    // What is named exactly is listed too: nobody is led away while they type.
    let seen = ada.get("/desk/search/hits?q=7003").await;
    assert_eq!(seen.status, StatusCode::OK);
    assert_eq!(options(&seen.html)[0], "/desk/orders/erp/7003");
    for query in ["", "q=", "q=nobody", "q=%3Cb%3E&from=x"] {
        let seen = ada.get(&format!("/desk/search/hits?{query}")).await;
        assert_eq!(seen.status, StatusCode::OK, "{query}");
        assert_eq!(options(&seen.html).len(), 0, "{query}: {}", seen.html);
        assert!(!seen.html.contains("<b>"), "{query}: {}", seen.html);
    }
    let seen = Member::new(&wismo).get("/desk/search/hits?q=jensen").await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    let access = [("role", "agent"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    let seen = ben.get("/desk/search/hits?q=jensen").await;
    assert_eq!(options(&seen.html).len(), 0, "{}", seen.html);
    if !is_spin() {
        let mut gets = Vec::new();
        for path in ["/desk/search?q=jensen", "/desk/search/hits?q=jensen"] {
            wismo.process.idle().await;
            wismo.process.reset_counts();
            ada.get(path).await;
            let counts = wismo.process.counts("desk");
            let writes = counts.set + counts.set_many + counts.increment + counts.delete;
            assert_eq!(writes + counts.delete_many, 0, "{path}: {counts:?}");
            gets.push(counts.get);
        }
        assert!(gets[1] <= gets[0], "a key costs more than a page: {gets:?}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_switches_single_keys_off_and_on() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let off = vec![("do", "profile"), ("name", "Ada"), ("language", "en")];
    let on = [off.clone(), vec![("shortcuts", "yes")]].concat();
    assert!(ada.get("/desk/").await.html.contains("shortcuts.js"));
    for (fields, has) in [(&off, false), (&on, true)] {
        let seen = ada.post("/desk/me", fields).await;
        assert_eq!(seen.location.as_deref(), Some("/desk/me?done=saved"));
        let page = ada.get("/desk/").await.html;
        assert_eq!(page.contains("shortcuts.js"), has, "{page}");
        assert_eq!(page.contains("<dialog"), has, "{page}");
        assert!(page.contains("search.js"), "{page}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "needs Chromium, Node.js and Java"]
async fn browser_uses_the_desk_by_keyboard_and_finds_no_fault() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    told(&wismo).await;
    let desk = json!({
        "url": wismo.url(""), "cookie": ada.cookie, "words": "jensen",
        "order": "/desk/orders/erp/7003",
    });
    assert_no_fault(&run("desk.mjs", desk).await);
    wismo.stop().await;
}
