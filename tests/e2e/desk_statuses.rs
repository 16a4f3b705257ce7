//! `/desk/settings`: a shop's statuses, and those that nobody has named.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, Seen, invited_at};
use crate::harness::{DESK_API_KEY, Wismo, is_spin, mailed_by, neutral};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";
const LIST: &str = "/desk/settings/erp/statuses";

/// Sends the form of a page, with the version that the page was made of.
async fn send(member: &mut Member<'_>, path: &str, fields: &[(&str, &str)]) -> Seen {
    let version = member.get(path).await.hidden("version");
    send_of(member, path, &version, fields).await
}

/// Sends the form of a page that was made of a version.
async fn send_of(
    member: &mut Member<'_>,
    path: &str,
    version: &str,
    fields: &[(&str, &str)],
) -> Seen {
    let mut all = vec![("version", version)];
    all.extend_from_slice(fields);
    member.post(path, &all).await
}

async fn settings(wismo: &Wismo) -> Value {
    let request = wismo.request("GET", "/desk/api/erp/settings");
    let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
    answer.json().await.unwrap()
}

async fn put(wismo: &Wismo, version: &Value, settings: &Value) {
    let request = wismo.request("PUT", "/desk/api/erp/settings");
    let request = request
        .bearer_auth(DESK_API_KEY)
        .header("content-type", "application/json")
        .header("if-match", format!("\"{version}\""));
    let answer = request.body(settings.to_string()).send().await.unwrap();
    assert_eq!(answer.status(), StatusCode::OK);
}

/// Sends an order whose status has a code that only the shop knows.
async fn order(wismo: &Wismo, id: &str, code: &str, label: Option<&str>) {
    let mut order = neutral(id, "on_hold", "2026-06-06T17:18:38Z");
    order["status"]["code"] = json!(code);
    order["lines"][0]["delivered"] = json!(0);
    if let Some(label) = label {
        order["status"]["label"] = json!(label);
    }
    wismo.message("order.changed", &order).await;
    wismo.later(300).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_that_nobody_named_is_offered_named_and_taken_off_the_list() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let page = ada.get(LIST).await;
    assert!(page.html.contains("No status has a name"), "{}", page.html);
    order(&wismo, "1", "at/engraver", Some("At the engraver")).await;
    order(&wismo, "2", "at/engraver", None).await;
    order(&wismo, "3", "packing", None).await;
    // It is offered by the list of orders, in the words of the shop.
    let orders = ada.get("/desk/orders").await.html;
    assert!(
        orders.contains("<option value=\"at/engraver\">At the engraver (at/engraver)"),
        "{orders}"
    );
    let narrowed = ada.get("/desk/orders?shop=erp&status=at%2Fengraver").await;
    for (id, is_there) in [("1", true), ("2", true), ("3", false)] {
        let link = format!("\"/desk/orders/erp/{id}\"");
        assert_eq!(narrowed.html.contains(&link), is_there, "{id}");
    }
    // It is named, in two languages.
    let page = ada.get(LIST).await.html;
    let new = "/desk/settings/erp/statuses/new?code=at%2Fengraver";
    assert!(
        page.contains(new) && page.contains("new?code=packing"),
        "{page}"
    );
    assert!(ada.get(new).await.html.contains("value=\"at/engraver\""));
    let fields = [
        ("code", "at/engraver"),
        ("label", "Being engraved"),
        ("label-da", "Graveres"),
        ("stage", "preparing"),
        ("template", ""),
        ("notify", "page"),
    ];
    let seen = send(&mut ada, new, &fields).await;
    assert_eq!(
        seen.location.as_deref(),
        Some("/desk/settings/erp/statuses?done=saved"),
        "{}",
        seen.html
    );
    let read = settings(&wismo).await;
    assert_eq!(
        read["settings"]["statuses"],
        json!([{
            "code": "at/engraver", "label": "Being engraved", "labels": { "da": "Graveres" },
            "stage": "preparing", "notify": "page",
        }])
    );
    let page = ada.get(LIST).await.html;
    assert!(page.contains("Graveres") && !page.contains(new), "{page}");
    let orders = ada.get("/desk/orders").await.html;
    assert!(orders.contains("Being engraved (at/engraver)"), "{orders}");
    // The customer reads it, in the language that they read.
    wismo.later(5).await;
    let customers = wismo.page("erp", "1").await;
    assert!(customers.contains("Being engraved"), "{customers}");
    // What is wrong is said beside the field, and what was typed stays.
    let long = "x".repeat(101);
    let wrong = [
        ("code", "packing"),
        ("label-fr", long.as_str()),
        ("label", "Packed"),
    ];
    let seen = send(&mut ada, "/desk/settings/erp/statuses/new", &wrong).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(seen.html.contains("label-fr-error") && seen.html.contains("value=\"Packed\""));
    let seen = send(&mut ada, new, &[("code", "at/engraver")]).await;
    assert!(seen.html.contains("has a name already"), "{}", seen.html);
    // A second one, moved to the front.
    let form = "/desk/settings/erp/statuses/new";
    send(&mut ada, form, &[("code", "packing"), ("label", "Packed")]).await;
    send(&mut ada, LIST, &[("do", "before"), ("code", "packing")]).await;
    let read = settings(&wismo).await;
    assert_eq!(read["settings"]["statuses"][0]["code"], "packing");
    // A rule names it: it needs a successor.
    let mut rules = read["settings"].clone();
    rules["rules"]["delivered"]["when"]["statuses"] = json!(["at/engraver"]);
    put(&wismo, &read["version"], &rules).await;
    let delete = "/desk/settings/erp/statuses/of/at%2Fengraver/delete";
    let page = ada.get(delete).await.html;
    assert!(page.contains("<code>delivered</code>"), "{page}");
    let seen = send(&mut ada, delete, &[]).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(seen.html.contains("Choose a successor"), "{}", seen.html);
    let seen = send(&mut ada, delete, &[("successor", "packing")]).await;
    assert!(seen.location.is_some(), "{}", seen.html);
    let read = settings(&wismo).await["settings"].clone();
    assert_eq!(read["statuses"].as_array().unwrap().len(), 1);
    let named = &read["rules"]["delivered"]["when"]["statuses"];
    assert_eq!(*named, json!(["packing"]));
    // Its orders stand where they stood, and it has no name again.
    assert!(ada.get(LIST).await.html.contains(new));
    assert_eq!(ada.get(delete).await.status, StatusCode::NOT_FOUND);
    // The record says who did it.
    let record = ada.get("/desk/record").await.html;
    assert!(
        record.contains("Ada changed the settings of the shop"),
        "{record}"
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_edit_at_once_the_second_is_told_and_loses_nothing() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let access = [("role", "owner"), ("shop", "erp")];
    let mut ben = invited_at(&wismo, &mails, &mut ada, "ben@north.example", &access).await;
    // Who sees one shop goes to its page at once.
    let at = ben.get("/desk/settings").await.location;
    assert_eq!(at.as_deref(), Some(LIST));
    assert!(ada.get("/desk/settings").await.html.contains(LIST));
    let new = "/desk/settings/erp/statuses/new";
    let first = ada.get(new).await.hidden("version");
    assert_eq!(first, ben.get(new).await.hidden("version"));
    let seen = send_of(&mut ada, new, &first, &[("code", "a"), ("label", "As a")]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.html);
    let form = [("code", "b"), ("label", "As b")];
    let seen = send_of(&mut ben, new, &first, &form).await;
    assert_eq!(seen.status, StatusCode::CONFLICT);
    assert!(
        seen.html.contains("somebody else has changed") && seen.html.contains("value=\"As b\""),
        "{}",
        seen.html
    );
    // Once he has seen that, both are there.
    let seen = send_of(&mut ben, new, &seen.hidden("version"), &form).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.html);
    let statuses = settings(&wismo).await["settings"]["statuses"].clone();
    let codes: Vec<&str> = statuses
        .as_array()
        .unwrap()
        .iter()
        .map(|status| status["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["a", "b"]);
    // A form without a version changes nothing.
    let seen = ben
        .post("/desk/settings/erp/statuses/of/a/delete", &[])
        .await;
    assert_eq!(seen.status, StatusCode::CONFLICT);
    assert_eq!(settings(&wismo).await["settings"]["statuses"], statuses);
    wismo.stop().await;
}
