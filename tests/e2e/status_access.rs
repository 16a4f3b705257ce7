//! Access to an order: `/s/{token}/unlock`, `/s/{token}/link`, links that end.

use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};
use wismo_domain::access::link::{Kind, Link, LinkKeys};
use wismo_domain::storage::keys::OrderKey;

use crate::harness::{
    DESK_API_KEY, LINK_SECRET, Wismo, eventually, is_spin, mailed_by, neutral, woocommerce,
};

/// A text on a page that shows everything, and on no other page.
const PRICE: &str = "€304.45";
const UNLOCK: &str = "Show the whole order";

/// A browser that does not follow redirects.
fn browser() -> Client {
    Client::builder().redirect(Policy::none()).build().unwrap()
}

async fn get(wismo: &Wismo, path: &str, cookie: &str) -> Response {
    let request = browser().get(wismo.url(path)).header("cookie", cookie);
    request.send().await.unwrap()
}

async fn page(wismo: &Wismo, path: &str, cookie: &str) -> String {
    let answer = get(wismo, path, cookie).await;
    assert_eq!(answer.status(), StatusCode::OK, "{path}");
    answer.text().await.unwrap()
}

async fn post(wismo: &Wismo, path: &str, form: &str, cookie: &str) -> Response {
    let request = browser().post(wismo.url(path)).header("cookie", cookie);
    let form = request
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .body(form.to_owned());
    form.send().await.unwrap()
}

fn header(answer: &Response, name: &str) -> String {
    answer.headers()[name].to_str().unwrap().to_owned()
}

fn path(order: &str, kind: Kind, rotation: u32) -> String {
    let link = Link {
        order: OrderKey::new("north", order).unwrap(),
        kind,
        rotation,
    };
    let token = LinkKeys::from_setting(LINK_SECRET).unwrap().seal(&link);
    format!("/s/{token}")
}

/// Starts with an order of this id, and with these settings of access.
async fn with(variables: std::collections::BTreeMap<String, String>, access: Value) -> Wismo {
    let wismo = Wismo::with(variables).await;
    let mut access = access;
    if access["second_step"].is_null() {
        access["second_step"] = Value::Null;
    }
    let settings = json!({ "settle_seconds": 0, "access": access });
    let answer = wismo.put_settings("north", 1, &settings).await;
    assert_eq!(answer.status(), StatusCode::OK);
    for id in [1, 2] {
        wismo
            .deliver(&woocommerce(id, "processing", "2026-06-06T17:18:38"))
            .await;
    }
    wismo.in_force().await;
    wismo
}

async fn start(access: Value) -> Wismo {
    with(crate::harness::variables(), access).await
}

async fn desk(wismo: &Wismo, order: &str, action: &str) -> Response {
    wismo
        .request("POST", &format!("/desk/api/north/orders/{order}/link"))
        .bearer_auth(DESK_API_KEY)
        .json(&json!({ "action": action }))
        .send()
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_step_shows_the_whole_order_to_who_knows_its_postcode_or_address() {
    let wismo = start(json!({ "second_step": { "by": ["postcode", "email"] } })).await;
    let own = path("1", Kind::Customer, 0);
    let safe = page(&wismo, &own, "").await;
    assert!(
        safe.contains("Oak table") && safe.contains(UNLOCK),
        "{safe}"
    );
    for secret in [PRICE, "Storgata", "Nilsen", "0155"] {
        assert!(!safe.contains(secret), "{secret}");
    }
    let machine = page(&wismo, &format!("{own}.json"), "").await;
    assert!(
        !machine.contains("304.45") && !machine.contains("0155"),
        "{machine}"
    );
    let unlock = format!("{own}/unlock");
    let form = page(&wismo, &unlock, "").await;
    assert!(form.contains(r#"name="answer""#), "{form}");
    let wrong = post(&wismo, &unlock, "answer=0156", "").await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!wrong.headers().contains_key("set-cookie"));
    let wrong = wrong.text().await.unwrap();
    assert!(wrong.contains("role=\"alert\"") && wrong.contains("aria-invalid=\"true\""));
    for right in ["answer=+01+55", "answer=ADA.nilsen%40example.com"] {
        let answer = post(&wismo, &unlock, right, "").await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER, "{right}");
        let token = own.strip_prefix("/s/").unwrap();
        assert_eq!(header(&answer, "location"), format!("../{token}"));
        let cookie = header(&answer, "set-cookie");
        for part in ["HttpOnly", "Secure", "SameSite=Lax", "Max-Age=2592000"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        assert!(cookie.contains(&format!("; Path={own};")), "{cookie}");
        let cookie = cookie.split(';').next().unwrap();
        let paths = answer.headers().get_all("set-cookie").iter();
        let paths: Vec<&str> = paths
            .filter_map(|cookie| cookie.to_str().unwrap().split("; ").nth(1))
            .collect();
        assert_eq!(paths, [format!("Path={own}"), format!("Path={own}.json")]);
        let whole = page(&wismo, &own, cookie).await;
        assert!(whole.contains(PRICE) && !whole.contains(UNLOCK), "{whole}");
        // It does not open any other order, and a changed letter makes it useless.
        let other = page(&wismo, &path("2", Kind::Customer, 0), cookie).await;
        assert!(!other.contains(PRICE));
        let forged = page(&wismo, &own, &cookie[..cookie.len() - 1]).await;
        assert!(!forged.contains(PRICE));
        assert_eq!(
            get(&wismo, &unlock, cookie).await.status(),
            StatusCode::SEE_OTHER
        );
    }
    // The form is not taken from elsewhere, nor as anything but a form.
    let request = browser().post(wismo.url(&unlock)).body("answer=0155");
    let request = request.header("content-type", "application/x-www-form-urlencoded");
    let foreign = request.header("sec-fetch-site", "cross-site").send().await;
    assert_eq!(foreign.unwrap().status(), StatusCode::FORBIDDEN);
    let request = browser()
        .post(wismo.url(&unlock))
        .json(&json!({ "answer": "0155" }));
    let status = request.send().await.unwrap().status();
    assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test(flavor = "multi_thread")]
async fn five_answers_an_hour_are_looked_at_and_none_after_them() {
    let wismo = start(json!({ "second_step": { "by": ["postcode"] } })).await;
    let unlock = format!("{}/unlock", path("1", Kind::Customer, 0));
    for _ in 0..5 {
        let answer = post(&wismo, &unlock, "answer=9999", "").await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    }
    let answer = post(&wismo, &unlock, "answer=0155", "").await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    assert!(!answer.headers().contains_key("set-cookie"));
    let wait: u64 = header(&answer, "retry-after").parse().unwrap();
    assert!((1..=3600).contains(&wait), "{wait}");
    assert!(answer.text().await.unwrap().contains("Too many attempts"));
    // About another order, that does not say anything.
    let other = format!("{}/unlock", path("2", Kind::Customer, 0));
    let answer = post(&wismo, &other, "answer=0155", "").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    if !is_spin() {
        wismo.later(wait + 1).await;
        let answer = post(&wismo, &unlock, "answer=0155", "").await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_comes_by_mail_and_stands_nowhere_else() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let access = json!({ "second_step": { "by": ["code"] } });
    let wismo = with(mailed_by(Api::Resend, &recorder), access).await;
    let own = path("1", Kind::Customer, 0);
    let unlock = format!("{own}/unlock");
    let answer = post(&wismo, &unlock, "send=code", "").await;
    assert_eq!(header(&answer, "location"), "unlock?mailed");
    let mail = eventually(async || {
        let mut mails = recorder.accepted().into_iter();
        mails.find(|mail| mail.text.contains("Your code"))
    })
    .await;
    let mut words = mail.text.split_whitespace();
    let is_code = |word: &&str| word.len() == 6 && word.bytes().all(|b| b.is_ascii_digit());
    let code = words.find(is_code).expect("a code").to_owned();
    let history = wismo.history("north", "1").await.to_string();
    assert!(!history.contains(&code), "{history}");
    let form = page(&wismo, &format!("{unlock}?mailed"), "").await;
    assert!(form.contains("one-time-code") && !form.contains(&code));
    let wrong = if code == "000000" { "000001" } else { "000000" };
    let answer = post(&wismo, &unlock, &format!("code={wrong}"), "").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let spaced = format!("code={}+{}", &code[..3], &code[3..]);
    let answer = post(&wismo, &unlock, &spaced, "").await;
    assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    let cookie = header(&answer, "set-cookie");
    let cookie = cookie.split(';').next().unwrap();
    assert!(page(&wismo, &own, cookie).await.contains(PRICE));
    // For another order, the code is wrong, and then it ends.
    let other = format!("{}/unlock", path("2", Kind::Customer, 0));
    let answer = post(&wismo, &other, &spaced, "").await;
    assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
    for _ in 0..2 {
        let answer = post(&wismo, &unlock, "send=code", "").await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
    }
    let answer = post(&wismo, &unlock, "send=code", "").await;
    assert_eq!(answer.status(), StatusCode::TOO_MANY_REQUESTS);
    if !is_spin() {
        wismo.later(21 * 60).await;
        let answer = post(&wismo, &unlock, &spaced, "").await;
        assert_ne!(answer.status(), StatusCode::SEE_OTHER);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_gift_link_shows_the_delivery_and_nothing_to_choose() {
    let wismo = start(json!({})).await;
    let own = path("1", Kind::Customer, 0);
    let gift = path("1", Kind::Gift, 0);
    let links = page(&wismo, &format!("{own}/link"), "").await;
    assert!(
        links.contains(&format!("https://wismo.example{gift}")),
        "{links}"
    );
    let shown = page(&wismo, &gift, "").await;
    assert!(shown.contains("Oak table"), "{shown}");
    for secret in [PRICE, "Storgata", UNLOCK, "/mail\"", "/link\"", &own] {
        assert!(!shown.contains(secret), "{secret}");
    }
    let lost = wismo.get("/s/nonsense").await.bytes().await.unwrap();
    for wrong in ["/mail", "/link", "/unlock", "/unsubscribe", "/documents/1"] {
        let answer = wismo.get(&format!("{gift}{wrong}")).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{wrong}");
        assert_eq!(answer.bytes().await.unwrap(), lost, "{wrong}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_replaced_links_only_the_newest_leads_to_the_order() {
    let wismo = start(json!({})).await;
    let old = path("1", Kind::Customer, 0);
    let gift = path("1", Kind::Gift, 0);
    let stop = format!("{}/unsubscribe", path("1", Kind::Unsubscribe, 0));
    // Two at once end with one valid link.
    let link = format!("{old}/link");
    let (one, two) = tokio::join!(post(&wismo, &link, "", ""), post(&wismo, &link, "", ""));
    let mut valid = Vec::new();
    for answer in [one, two] {
        // The second request may have found the link replaced already.
        if answer.status() == StatusCode::SEE_OTHER {
            let location = header(&answer, "location");
            valid.push(format!("/s/{}", location.strip_prefix("../").unwrap()));
        }
    }
    let mut shown = Vec::new();
    for path in &valid {
        let answer = get(&wismo, path, "").await;
        if answer.status() == StatusCode::OK {
            shown.push(path.clone());
        }
    }
    shown.dedup();
    assert_eq!(shown.len(), 1, "{valid:?}");
    let new = shown[0].strip_suffix("/link?replaced").unwrap().to_owned();
    assert!(
        page(&wismo, &shown[0], "")
            .await
            .contains("Your links have been replaced")
    );
    let lost = wismo.get("/s/nonsense").await.bytes().await.unwrap();
    for path in [old, gift, link] {
        let answer = wismo.get(&path).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
        assert_eq!(answer.bytes().await.unwrap(), lost, "{path}");
    }
    assert!(page(&wismo, &new, "").await.contains(PRICE));
    // RFC 8058: the link in mails that were sent long ago still works.
    assert_eq!(wismo.get(&stop).await.status(), StatusCode::OK);
    wismo
        .deliver(&woocommerce(1, "cancelled", "2026-06-08T17:18:38"))
        .await;
    let mail = wismo.mail("north:1:2").await;
    let text = mail["mail"]["text"].as_str().unwrap();
    assert!(text.contains(&new), "{text}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_merchant_takes_links_back_and_lets_them_lead_there_again() {
    let wismo = start(json!({})).await;
    let own = path("1", Kind::Customer, 0);
    let answer: Value = desk(&wismo, "1", "revoke").await.json().await.unwrap();
    assert_eq!(answer["revoked"], true);
    // The answer to every wrong link: it does not tell that there was one.
    let forged = wismo.get("/s/nonsense").await;
    assert_eq!(forged.status(), StatusCode::NOT_FOUND);
    let forged = forged.text().await.unwrap();
    for kind in [Kind::Customer, Kind::Gift] {
        let answer = wismo.get(&path("1", kind, 0)).await;
        assert_eq!(answer.status(), StatusCode::NOT_FOUND);
        assert_eq!(answer.text().await.unwrap(), forged);
    }
    let history = wismo.history("north", "1").await;
    assert_eq!(history["links_revoked"], true);
    let said = history["deliveries"].as_array().unwrap().last().unwrap();
    assert_eq!(
        (&said["kind"], &said["via"]),
        (&json!("link_revoked"), &json!("desk"))
    );
    desk(&wismo, "1", "restore").await;
    assert!(page(&wismo, &own, "").await.contains(PRICE));
    let answer: Value = desk(&wismo, "1", "replace").await.json().await.unwrap();
    let rotation = u32::try_from(answer["event"].as_u64().unwrap()).unwrap();
    assert_eq!(wismo.get(&own).await.status(), StatusCode::NOT_FOUND);
    let new = path("1", Kind::Customer, rotation);
    assert!(page(&wismo, &new, "").await.contains(PRICE));
    let answer = desk(&wismo, "1", "forget").await;
    assert_eq!(answer.status(), StatusCode::BAD_REQUEST);
    let answer = desk(&wismo, "99", "revoke").await;
    assert_eq!(answer.status(), StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_that_has_ended_says_what_to_do_and_nothing_of_the_order() {
    let wismo = start(json!({ "link_ends_after_days": 1 })).await;
    for kind in [Kind::Customer, Kind::Gift] {
        let answer = wismo.get(&path("1", kind, 0)).await;
        assert_eq!(answer.status(), StatusCode::GONE);
        assert_eq!(header(&answer, "cache-control"), "no-store");
        let page = answer.text().await.unwrap();
        assert!(page.contains("This link has expired"), "{page}");
        assert!(page.contains("https://wismo.example/s/in/north"), "{page}");
        assert!(!page.contains("Oak") && !page.contains(PRICE), "{page}");
    }
    // With an old mail, the customer can stop the mails all the same.
    let stop = format!("{}/unsubscribe", path("1", Kind::Unsubscribe, 0));
    assert!(page(&wismo, &stop, "").await.contains("Stop the emails"));
    // With new links, the time begins anew.
    let answer: Value = desk(&wismo, "1", "replace").await.json().await.unwrap();
    let rotation = u32::try_from(answer["event"].as_u64().unwrap()).unwrap();
    let new = path("1", Kind::Customer, rotation);
    assert!(page(&wismo, &new, "").await.contains(PRICE));
}

/// An order of the ERP's that changed some seconds ago.
async fn changed_before(wismo: &Wismo, id: &str, seconds: i64) -> String {
    let changed = wismo.now() + wismo_domain::time::Duration::seconds(-seconds);
    let mut order = neutral(id, "received", &changed.to_string());
    order["delivery_address"] = json!({ "postcode": "0155", "city": "Oslo", "country": "NO" });
    let answer = wismo.message("order.changed", &order).await;
    assert_eq!(answer.status(), StatusCode::OK);
    Wismo::page_path("erp", id)
}

const DAY: i64 = 24 * 3600;
/// A text on the whole page of such an order.
const NEUTRAL_PRICE: &str = "NOK";

/// The cookies that an answer sets, except those for other paths.
fn kept(answer: &Response) -> Vec<String> {
    let cookies = answer.headers().get_all("set-cookie").iter();
    let cookies = cookies.map(|cookie| cookie.to_str().unwrap().to_owned());
    cookies
        .filter(|cookie| !cookie.contains(".json;"))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn who_decides_nothing_asks_for_a_second_step_thirty_days_after_the_last_change() {
    let wismo = Wismo::unsettled(crate::harness::variables()).await;
    let young = changed_before(&wismo, "1", 29 * DAY).await;
    let old = changed_before(&wismo, "2", 31 * DAY).await;
    let young = page(&wismo, &young, "").await;
    assert!(
        young.contains(NEUTRAL_PRICE) && !young.contains(UNLOCK),
        "{young}"
    );
    let safe = page(&wismo, &old, "").await;
    assert!(
        !safe.contains(NEUTRAL_PRICE) && safe.contains(UNLOCK),
        "{safe}"
    );
    // What stands in every mail is no answer; what stands in none is.
    let unlock = format!("{old}/unlock");
    let wrong = post(&wismo, &unlock, "answer=bo%40example.com", "").await;
    assert_eq!(wrong.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let right = post(&wismo, &unlock, "answer=0155", "").await;
    assert_eq!(right.status(), StatusCode::SEE_OTHER);
    let form = page(&wismo, &unlock, "").await;
    assert!(form.contains(r#"name="send""#), "{form}");
    // A change begins the time anew.
    changed_before(&wismo, "2", 1).await;
    assert!(page(&wismo, &old, "").await.contains(NEUTRAL_PRICE));
}

#[tokio::test(flavor = "multi_thread")]
async fn the_second_step_is_not_passed_by_replacing_the_links() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let access = json!({ "second_step": { "after_days": 1, "by": ["postcode"] } });
    let settings = json!({ "settle_seconds": 0, "access": access });
    let answer = wismo.put_settings("erp", 1, &settings).await;
    assert_eq!(answer.status(), StatusCode::OK);
    wismo.in_force().await;
    let first = changed_before(&wismo, "1", 1).await;
    let other = changed_before(&wismo, "2", 1).await;
    let replace = async |path: &str, cookie: &str| {
        let answer = post(&wismo, &format!("{path}/link"), "", cookie).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let location = header(&answer, "location");
        let new = location.strip_suffix("/link?replaced").map(|new| {
            let token = new.strip_prefix("../").unwrap();
            format!("/s/{token}")
        });
        (new, kept(&answer))
    };
    // As long as nothing is asked, a reader who has the link has shown nothing.
    let (bare, cookies) = replace(&first, "").await;
    let bare = bare.unwrap();
    assert_eq!(cookies, Vec::<String>::new());
    wismo.later(DAY as u64 + 60).await;
    let safe = page(&wismo, &bare, "").await;
    assert!(
        !safe.contains(NEUTRAL_PRICE) && safe.contains(UNLOCK),
        "{safe}"
    );
    let (none, cookies) = replace(&bare, "").await;
    assert_eq!(
        (none, cookies),
        (None, Vec::new()),
        "it leads to the second step"
    );
    // A reader who passed it hands on what they have, and no more.
    let unlocked = post(&wismo, &format!("{other}/unlock"), "answer=0155", "").await;
    let pass = kept(&unlocked)[0].split(';').next().unwrap().to_owned();
    wismo.later(10 * DAY as u64).await;
    let (new, cookies) = replace(&other, &pass).await;
    let new = new.unwrap();
    let age = cookies[0].split("Max-Age=").nth(1).unwrap();
    let age: i64 = age.split(';').next().unwrap().parse().unwrap();
    assert!((19 * DAY..=20 * DAY).contains(&age), "{age}");
    let handed_on = cookies[0].split(';').next().unwrap().to_owned();
    assert!(page(&wismo, &new, &handed_on).await.contains(NEUTRAL_PRICE));
    assert!(!page(&wismo, &new, &pass).await.contains(NEUTRAL_PRICE));
    wismo.later(21 * DAY as u64).await;
    assert!(!page(&wismo, &new, &handed_on).await.contains(NEUTRAL_PRICE));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_does_not_see_the_order_does_not_choose_about_its_mails() {
    let wismo = start(json!({ "second_step": { "by": ["postcode"] } })).await;
    let own = path("1", Kind::Customer, 0);
    let mail = format!("{own}/mail");
    for answer in [
        get(&wismo, &mail, "").await,
        post(&wismo, &mail, "language=da", "").await,
    ] {
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        assert_eq!(header(&answer, "location"), "unlock");
    }
    let unlocked = post(&wismo, &format!("{own}/unlock"), "answer=0155", "").await;
    let pass = kept(&unlocked)[0].split(';').next().unwrap().to_owned();
    let form = page(&wismo, &mail, &pass).await;
    assert_eq!(form.matches(" checked").count(), 5, "{form}");
    // One click from a mail does it all the same.
    let stop = format!("{}/unsubscribe", path("1", Kind::Unsubscribe, 0));
    let stopped = post(&wismo, &stop, "List-Unsubscribe=One-Click", "").await;
    assert_eq!(stopped.status(), StatusCode::OK);
    let form = page(&wismo, &mail, &pass).await;
    assert_eq!(form.matches(" checked").count(), 0, "{form}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_carries_the_link_to_share_and_the_mail_the_customers() {
    let wismo = Wismo::start().await;
    let order = |id: &str, contacts: Value| {
        let mut order = neutral(id, "received", "2026-06-06T17:18:38Z");
        order["customer"]["contacts"] = contacts;
        order
    };
    let office = json!([{ "role": "admin", "email": "office@example.com" }]);
    let answer = wismo.message("order.changed", &order("2", office)).await;
    assert_eq!(answer.status(), StatusCode::OK);
    // The second notice is the copy's own.
    for (notice, kind) in [("1", Kind::Customer), ("1073741856", Kind::Gift)] {
        let id = "2";
        let kept = wismo.mail(&format!("erp:{id}:{notice}")).await;
        let switches_off = kept["mail"]["headers"]
            .to_string()
            .contains("List-Unsubscribe");
        assert_eq!(switches_off, kind == Kind::Customer, "{kept}");
        let mail = kept["mail"].to_string();
        let token = mail.split("https://wismo.example/s/").nth(1).unwrap();
        let token = token.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_');
        let token = token.into_iter().next().unwrap();
        let opened = LinkKeys::from_setting(LINK_SECRET).unwrap().open(token);
        assert_eq!(opened.unwrap().kind, kind, "{mail}");
        let customers = Wismo::page_path("erp", id);
        assert_eq!(mail.contains(&customers), kind == Kind::Customer, "{mail}");
        let shown = page(&wismo, &format!("/s/{token}"), "").await;
        assert_eq!(shown.contains(NEUTRAL_PRICE), kind == Kind::Customer);
        // A reader who is the customer after all finds the whole page.
        assert_eq!(
            shown.contains("href=\"in/erp\""),
            kind == Kind::Gift,
            "{shown}"
        );
    }
}
