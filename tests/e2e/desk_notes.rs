//! Notes at the desk, and the tasks that they give to others.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, invited};
use crate::harness::{DESK_API_KEY, Wismo, is_spin, mailed_by, neutral};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

/// The notes of the order of `with_order`, and the page of its customer.
const NOTES: &str = "/desk/orders/erp/1/notes";
const PAGE: &str = "/desk/customers/erp/C-1";

/// An order of a customer, and the first owner.
async fn with_order(wismo: &Wismo) -> Member<'_> {
    let mut order = neutral("1", "received", "2026-06-06T17:18:38Z");
    order["customer"]["id"] = json!("C-1");
    wismo.message("order.changed", &order).await;
    wismo.process.idle().await;
    let mut ada = Member::new(wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    ada
}

async fn tasks(wismo: &Wismo) -> Vec<Value> {
    let request = wismo.request("GET", "/desk/api/erp/tasks");
    let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
    let tasks: Value = answer.json().await.unwrap();
    tasks["tasks"].as_array().unwrap().clone()
}

/// The notes of an order, as its history has them: the text, and the note that it changes.
async fn notes(wismo: &Wismo) -> Vec<(Value, Value)> {
    let history = wismo.history("erp", "1").await;
    let deliveries = history["deliveries"].as_array().unwrap();
    let notes = deliveries.iter().filter(|one| one["kind"] == "note");
    notes
        .map(|one| (one["note"]["text"].clone(), one["note"]["of"].clone()))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_note_is_written_edited_and_removed_and_no_customer_sees_it() {
    // It sets the clock forward.
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    let mut ada = with_order(&wismo).await;
    let evil = "<script>alert(1)</script> secret words";
    let seen = ada.post(NOTES, &[("note", evil)]).await;
    let location = seen.location.unwrap_or_else(|| panic!("{}", seen.html));
    assert_eq!(location, "/desk/orders/erp/1?done=note");
    let own = format!("{NOTES}/2");
    let page = ada.get(&own).await.html;
    assert!(
        page.contains("&lt;script&gt;") && !page.contains("<script>"),
        "{page}"
    );
    for wrong in ["", " \r\n ", &"x".repeat(2001)] {
        let seen = ada.post(NOTES, &[("note", wrong)]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.html.contains("1 to 2,000 characters"), "{}", seen.html);
        let seen = ada.post(&own, &[("do", "edit"), ("note", wrong)]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    ada.post(&own, &[("do", "edit"), ("note", "one\r\ntwo")])
        .await;
    let seen = ada.post(&own, &[("do", "remove")]).await;
    assert!(seen.location.unwrap().contains("?done=note-removed"));
    assert_eq!(ada.get(&own).await.status, StatusCode::NOT_FOUND);
    let all = [
        (json!(evil), Value::Null),
        (json!("one\ntwo"), json!(2)),
        (Value::Null, json!(2)),
    ];
    assert_eq!(notes(&wismo).await, all);
    let page = wismo.page("erp", "1").await;
    assert!(!page.contains("secret words"), "{page}");
    // What is never a change is never mailed.
    wismo.later(600).await;
    assert!(!wismo.has_mail("erp:1:2").await);
    for path in ["/desk/orders/erp/none/notes", "/desk/orders/none/1/notes"] {
        let seen = ada.post(path, &[("note", "x")]).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_named_in_a_note_has_a_task_that_is_taken_handed_on_and_ended() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = with_order(&wismo).await;
    let access = &[("role", "agent"), ("shop", "erp")];
    let mut ben = invited(&wismo, &mails, &mut ada, access).await;
    ada.post(NOTES, &[("note", "@ben b.: call them")]).await;
    ada.post(&format!("{PAGE}/notes"), &[("note", "so do you, @Ben!")])
        .await;
    let named = tasks(&wismo).await;
    assert_eq!(named.len(), 2, "{named:?}");
    for (task, about) in named.iter().zip(["order", "customer"]) {
        assert_eq!(task["owner"], "Ben B.", "{task}");
        assert_eq!(task["why"], "mentioned");
        assert!(task[about].is_string(), "{task}");
    }
    // Who is not named has none; an edit names nobody anew.
    ben.post(&format!("{NOTES}/2"), &[("do", "edit"), ("note", "@Ada")])
        .await;
    ada.post(
        &format!("{NOTES}/2"),
        &[("do", "edit"), ("note", "@Ben B.: call them now")],
    )
    .await;
    assert_eq!(tasks(&wismo).await.len(), 2);
    let mine = ben.get("/desk/?mine=yes").await.html;
    assert!(
        mine.contains("Yours") && mine.contains("/desk/orders/erp/1"),
        "{mine}"
    );
    assert!(mine.contains("href=\"/desk/customers/erp/C-1\""), "{mine}");
    assert!(
        ada.get("/desk/?mine=yes")
            .await
            .html
            .contains("You have no tasks")
    );
    let seen = ada
        .post("/desk/", &[("take", "erp/1"), ("after", "0")])
        .await;
    assert_eq!(seen.location.as_deref(), Some("/desk/?done=task-taken"));
    assert_eq!(tasks(&wismo).await[0]["owner"], "Ada");
    // Ben's page still says that nobody has taken it from him.
    let seen = ben
        .post("/desk/", &[("take", "erp/1"), ("after", "0")])
        .await;
    assert_eq!(seen.location.as_deref(), Some("/desk/?done=task-lost"));
    assert_eq!(tasks(&wismo).await[0]["owner"], "Ada");
    let seen = ada.post("/desk/", &[("end", "erp/1")]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/?done=task"));
    assert_eq!(tasks(&wismo).await.len(), 1);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_members_at_once_lose_nothing() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = with_order(&wismo).await;
    let access = &[("role", "agent"), ("all-shops", "yes")];
    let mut ben = invited(&wismo, &mails, &mut ada, access).await;
    for round in 0..5 {
        let (own, other) = (format!("ada {round}"), format!("ben {round}"));
        let own = [("note", own.as_str())];
        let other = [("note", other.as_str())];
        let (own, other) = tokio::join!(ada.post(NOTES, &own), ben.post(NOTES, &other));
        assert_eq!(
            (own.status, other.status),
            (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
        );
    }
    assert_eq!(notes(&wismo).await.len(), 10);
    let path = format!("{PAGE}/notes");
    let (own, other) = ([("note", "@Ben look")], [("note", "@Ada look")]);
    let (own, other) = tokio::join!(ada.post(&path, &own), ben.post(&path, &other));
    assert_eq!(
        (own.status, other.status),
        (StatusCode::SEE_OTHER, StatusCode::SEE_OTHER)
    );
    let page = ada.get(PAGE).await.html;
    assert!(
        page.contains("@Ben look") && page.contains("@Ada look"),
        "{page}"
    );
    assert_eq!(tasks(&wismo).await.len(), 2);
    // Both take the same task: one has it, and the other is told.
    let take = [("take", "erp/1"), ("after", "0")];
    let (own, other) = tokio::join!(ada.post("/desk/", &take), ben.post("/desk/", &take));
    let told = [own, other].map(|seen| seen.location.unwrap());
    assert!(
        told.contains(&"/desk/?done=task-taken".to_owned()),
        "{told:?}"
    );
    let owner = tasks(&wismo).await[0]["owner"].clone();
    let again = tasks(&wismo).await[0]["owner"].clone();
    assert_eq!(owner, again);
    let has_it = [("Ada", &told[0]), ("Ben B.", &told[1])];
    for (name, told) in has_it {
        let is_owner = owner == name;
        assert!(!is_owner || told.ends_with("task-taken"), "{name}: {told}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_wrote_a_note_edits_it_and_an_owner_removes_it() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = with_order(&wismo).await;
    let access = &[("role", "agent"), ("all-shops", "yes")];
    let mut ben = invited(&wismo, &mails, &mut ada, access).await;
    ada.post(NOTES, &[("note", "mine")]).await;
    ben.post(NOTES, &[("note", "his")]).await;
    let (mine, his) = (format!("{NOTES}/2"), format!("{NOTES}/3"));
    let page = ben.get(&mine).await.html;
    assert!(page.contains("Only the person who wrote") && !page.contains("textarea"));
    for deed in [("do", "edit"), ("do", "remove")] {
        let seen = ben.post(&mine, &[deed, ("note", "no longer")]).await;
        assert_eq!(seen.status, StatusCode::FORBIDDEN);
    }
    let seen = ada.post(&his, &[("do", "edit"), ("note", "hers")]).await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN);
    let seen = ada.post(&his, &[("do", "remove")]).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    assert_eq!(ben.get(&his).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ben.get(&mine).await.status, StatusCode::OK);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_urgent_order_is_one_task_however_often_somebody_says_so() {
    let wismo = Wismo::start().await;
    let mut ada = with_order(&wismo).await;
    for _ in 0..3 {
        let seen = ada
            .post(
                "/desk/orders/erp/1/urgent",
                &[("do", "on"), ("reason", "a wedding")],
            )
            .await;
        let location = seen.location.as_deref();
        assert_eq!(
            location,
            Some("/desk/orders/erp/1?done=order"),
            "{}",
            seen.html
        );
    }
    let open = tasks(&wismo).await;
    assert_eq!(open.len(), 1, "{open:?}");
    assert_eq!(
        (&open[0]["order"], &open[0]["why"]),
        (&json!("1"), &json!("urgent"))
    );
    ada.post("/desk/", &[("end", "erp/1")]).await;
    assert_eq!(tasks(&wismo).await, Vec::<Value>::new());
    let seen = ada
        .post(
            "/desk/orders/none/1/urgent",
            &[("do", "on"), ("reason", "x")],
        )
        .await;
    assert_eq!(seen.status, StatusCode::NOT_FOUND);
    wismo.stop().await;
}
