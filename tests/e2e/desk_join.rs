//! Two customers who are one person: joining them at the desk, and undoing it.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{BEN, Member, OTHER, invited};
use crate::harness::{DESK_API_KEY, Wismo, is_spin, mailed_by, neutral};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

/// The pages of the two.
const BO: &str = "/desk/customers/erp/C-1";
const BERTA: &str = "/desk/customers/erp/C-2";

/// A customer by the shop's word.
fn customer(id: &str, name: &str, email: &str, wants_mail: bool) -> Value {
    json!({
        "id": id, "updated_at": "2026-06-06T10:00:00Z", "name": name, "email": email,
        "wants_mail": wants_mail,
    })
}

/// An order of a customer, or of a guest.
fn order_of(id: &str, customer: Option<&str>, email: &str) -> Value {
    let mut order = neutral(id, "received", "2026-06-06T17:18:38Z");
    order["customer"] = json!({ "id": customer, "name": "Berg", "email": email });
    order["lines"][0]["name"] = json!(format!("Anvil No {id}"));
    order
}

/// Bo has an order; Berta has one as a customer, which nobody is mailed about, and one as a
/// guest.
async fn told(wismo: &Wismo) {
    for record in [
        customer("C-1", "Bo Berg", "bo@example.com", true),
        customer("C-2", "Berta Berg", "berta@example.com", false),
    ] {
        wismo.message("customer.changed", &record).await;
    }
    for order in [
        order_of("1", Some("C-1"), "bo@example.com"),
        order_of("2", Some("C-2"), "berta@example.com"),
        order_of("3", None, "berta@example.com"),
    ] {
        wismo.message("order.changed", &order).await;
    }
    wismo.process.idle().await;
}

async fn with_ada(wismo: &Wismo) -> Member<'_> {
    let mut ada = Member::new(wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    ada
}

/// Joins Berta into Bo.
async fn join(member: &mut Member<'_>) {
    let fields = [("do", "join"), ("with", "C-2"), ("stands", "this")];
    let seen = member.post(&format!("{BO}/join"), &fields).await;
    let page = format!("{BO}?done=joined");
    assert_eq!(
        seen.location.as_deref(),
        Some(page.as_str()),
        "{}",
        seen.html
    );
}

/// Undoes it.
async fn separate(member: &mut Member<'_>) {
    let fields = [("do", "separate"), ("of", "C-2")];
    let seen = member.post(BO, &fields).await;
    let page = format!("{BO}?done=separated");
    assert_eq!(
        seen.location.as_deref(),
        Some(page.as_str()),
        "{}",
        seen.html
    );
}

/// The number of customers that a search lists.
async fn found(member: &mut Member<'_>, query: &str) -> usize {
    let page = member.get(&format!("/desk/search?q={query}")).await;
    page.html.matches("href=\"/desk/customers/erp/").count()
}

/// The orders that a page leads to.
fn orders(page: &str) -> Vec<&'static str> {
    let mut all = vec!["1", "2", "3"];
    all.retain(|id| page.contains(&format!("href=\"/desk/orders/erp/{id}\"")));
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn two_customers_are_shown_as_one_until_it_is_undone() {
    let wismo = Wismo::start().await;
    told(&wismo).await;
    let mut ada = with_ada(&wismo).await;
    let note = [("note", "rings the bell twice"), ("form", "1")];
    ada.post(&format!("{BERTA}/notes"), &note).await;
    assert_eq!(found(&mut ada, "berg").await, 3);
    // By part of a name, then by number.
    let page = ada.get(&format!("{BO}/join")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.html.contains("name=\"with\""), "{}", page.html);
    let page = ada.get(&format!("{BO}/join?with=berta")).await;
    assert!(page.html.contains("/join?with=C-2\""), "{}", page.html);
    assert!(!page.html.contains("/join?with=C-1\""), "{}", page.html);
    let page = ada.get(&format!("{BO}/join?with=C-2")).await;
    assert_eq!(page.status, StatusCode::OK);
    for shown in [
        "Bo Berg",
        "Berta Berg",
        "berta@example.com",
        "1 note",
        "These get no emails, and that stays so",
        "neither sees the orders of the other",
        "You can undo it",
    ] {
        assert!(page.html.contains(shown), "{shown}: {}", page.html);
    }
    join(&mut ada).await;
    let page = ada.get(&format!("{BO}?done=joined")).await.html;
    assert_eq!(orders(&page), ["1", "2", "3"], "{page}");
    for shown in [
        "The customers are joined",
        "Joined by Ada",
        "Berta Berg",
        "rings the bell twice",
        "does not wish to get emails",
        "berta@example.com",
    ] {
        assert!(page.contains(shown), "{shown}: {page}");
    }
    // The other one's page leads there, and so do the list and the search.
    let seen = ada.get(BERTA).await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    assert_eq!(seen.location.as_deref(), Some(BO));
    let list = ada.get("/desk/customers?shop=erp").await.html;
    assert!(list.contains(&format!("href=\"{BO}\"")), "{list}");
    assert!(!list.contains(&format!("href=\"{BERTA}\"")), "{list}");
    assert_eq!(found(&mut ada, "berg").await, 2);
    // A second time changes nothing, whichever way round.
    let again = [("do", "join"), ("with", "C-1"), ("stands", "this")];
    let seen = ada.post(&format!("{BERTA}/join"), &again).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(seen.html.contains("already one person"), "{}", seen.html);
    // What comes now goes to its own record.
    let note = [("note", "likes tea"), ("form", "2")];
    ada.post(&format!("{BO}/notes"), &note).await;
    separate(&mut ada).await;
    let bo = ada.get(BO).await.html;
    assert_eq!(orders(&bo), ["1"], "{bo}");
    assert!(bo.contains("likes tea") && !bo.contains("rings the bell twice"));
    assert!(!bo.contains("Berta"), "{bo}");
    let berta = ada.get(BERTA).await;
    assert_eq!(berta.status, StatusCode::OK);
    assert_eq!(orders(&berta.html), ["2", "3"], "{}", berta.html);
    assert!(berta.html.contains("rings the bell twice") && !berta.html.contains("likes tea"));
    assert_eq!(found(&mut ada, "berg").await, 3);
    // Twice is once.
    let again = ada.post(BO, &[("do", "separate"), ("of", "C-2")]).await;
    let nothing = format!("{BO}?done=nothing");
    assert_eq!(again.location.as_deref(), Some(nothing.as_str()));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_other_record_stands_if_one_says_so_and_a_guest_is_joined_too() {
    let wismo = Wismo::start().await;
    told(&wismo).await;
    let mut ada = with_ada(&wismo).await;
    let list = ada.get("/desk/customers?shop=erp").await.html;
    let (_, guest) = list
        .split_once("href=\"/desk/customers/erp/guest%3A")
        .unwrap();
    let guest = format!("guest:{}", guest.split('"').next().unwrap());
    let fields = [("do", "join"), ("with", "C-1"), ("stands", "other")];
    let path = format!("/desk/customers/erp/{guest}");
    let seen = ada.post(&format!("{path}/join"), &fields).await;
    let page = format!("{BO}?done=joined");
    assert_eq!(
        seen.location.as_deref(),
        Some(page.as_str()),
        "{}",
        seen.html
    );
    assert_eq!(ada.get(&path).await.location.as_deref(), Some(BO));
    let page = ada.get(BO).await.html;
    assert_eq!(orders(&page), ["1", "3"], "{page}");
    // A chain leads to one: Bo, with the guest, into Berta.
    let fields = [("do", "join"), ("with", guest.as_str()), ("stands", "this")];
    let seen = ada.post(&format!("{BERTA}/join"), &fields).await;
    let page = format!("{BERTA}?done=joined");
    assert_eq!(
        seen.location.as_deref(),
        Some(page.as_str()),
        "{}",
        seen.html
    );
    assert_eq!(ada.get(&path).await.location.as_deref(), Some(BERTA));
    assert_eq!(ada.get(BO).await.location.as_deref(), Some(BERTA));
    assert_eq!(orders(&ada.get(BERTA).await.html), ["1", "2", "3"]);
    // What was joined before stays joined.
    ada.post(BERTA, &[("do", "separate"), ("of", "C-1")]).await;
    assert_eq!(ada.get(&path).await.location.as_deref(), Some(BO));
    assert_eq!(ada.get(BERTA).await.status, StatusCode::OK);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn customers_notice_nothing_of_a_join() {
    let wismo = Wismo::start().await;
    told(&wismo).await;
    let mut ada = with_ada(&wismo).await;
    join(&mut ada).await;
    for id in ["1", "2", "3"] {
        let page = wismo.page("erp", id).await;
        for other in ["1", "2", "3"] {
            let is_shown = page.contains(&format!("Anvil No {other}"));
            assert_eq!(is_shown, other == id, "{id}, {other}: {page}");
        }
    }
    // Who wants no mails gets none, and who gets some gets them as before.
    for (id, customer, email) in [
        ("1", Some("C-1"), "bo@example.com"),
        ("2", Some("C-2"), "berta@example.com"),
    ] {
        let mut order = order_of(id, customer, email);
        order["status"] = json!({ "code": "sent", "stage": "sent" });
        order["updated_at"] = json!(wismo.now().to_string());
        wismo.message("order.changed", &order).await;
    }
    wismo.process.idle().await;
    wismo.drain().await;
    for id in ["erp:1:1", "erp:1:2"] {
        if id == "erp:1:1" || wismo.has_mail(id).await {
            let mail = wismo.mail(id).await.to_string();
            assert!(mail.contains("bo@example.com"), "{mail}");
            assert!(!mail.contains("berta@example.com"), "{mail}");
        }
    }
    for id in ["erp:2:1", "erp:2:2"] {
        assert!(!wismo.has_mail(id).await, "{id}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_on_the_watch_list_is_on_it_by_both_records() {
    let wismo = Wismo::start().await;
    told(&wismo).await;
    let mut ada = with_ada(&wismo).await;
    let watch = [("do", "watch"), ("watch", "calls first"), ("until", "")];
    ada.post(BERTA, &watch).await;
    join(&mut ada).await;
    assert!(ada.get(BO).await.html.contains("calls first"));
    let order = ada.get("/desk/orders/erp/1").await.html;
    assert!(order.contains("calls first"), "{order}");
    let list = ada.get("/desk/orders?shop=erp&flag=watched").await.html;
    assert_eq!(orders(&list), ["1", "2", "3"], "{list}");
    let new = async |id: &str| {
        let mut order = order_of(id, Some("C-1"), "bo@example.com");
        order["updated_at"] = json!(wismo.now().to_string());
        wismo.message("order.changed", &order).await;
        wismo.process.idle().await;
        wismo.drain().await;
        let request = wismo.request("GET", "/desk/api/erp/tasks");
        let answer = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
        let tasks: Value = answer.json().await.unwrap();
        let tasks = tasks["tasks"].as_array().unwrap().clone();
        let is_own = |task: &&Value| task["order"] == json!(id) && task["why"] == "watch_listed";
        tasks.iter().filter(is_own).count()
    };
    assert_eq!(new("11").await, 1);
    separate(&mut ada).await;
    assert_eq!(new("12").await, 0);
    assert!(!ada.get(BO).await.html.contains("calls first"));
    assert!(ada.get(BERTA).await.html.contains("calls first"));
    let list = ada.get("/desk/orders?shop=erp&flag=watched").await.html;
    assert_eq!(orders(&list), ["2", "3"], "{list}");
    // Taken off while they are joined, they are off it for good.
    join(&mut ada).await;
    ada.post(BO, &[("do", "lift-watch")]).await;
    separate(&mut ada).await;
    assert!(!ada.get(BERTA).await.html.contains("calls first"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_input_joins_nobody_and_says_what_to_mend() {
    let wismo = Wismo::start().await;
    told(&wismo).await;
    for number in 3..=12 {
        let record = customer(&format!("C-{number}"), "Evil <b>", "evil@example.com", true);
        wismo.message("customer.changed", &record).await;
    }
    wismo.process.idle().await;
    let mut ada = with_ada(&wismo).await;
    let at = format!("{BO}/join");
    for (with, stands, said) in [
        ("", "this", ""),
        ("zzzz-nobody", "this", "No other customer of this shop"),
        (
            "guest:0123456789abcdef",
            "this",
            "No other customer of this shop",
        ),
        ("C-1", "this", "already one person"),
        ("C-2", "", ""),
        ("C-2", "x", ""),
    ] {
        let fields = [("do", "join"), ("with", with), ("stands", stands)];
        let seen = ada.post(&at, &fields).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{with:?}");
        assert!(seen.html.contains(said), "{with:?}: {}", seen.html);
    }
    assert_eq!(ada.get(BERTA).await.status, StatusCode::OK);
    let nobody = "/desk/customers/erp/nobody/join";
    assert_eq!(ada.get(nobody).await.status, StatusCode::NOT_FOUND);
    // Ten at most.
    for number in 2..=12 {
        let with = format!("C-{number}");
        let fields = [("do", "join"), ("with", with.as_str()), ("stands", "this")];
        let seen = ada.post(&at, &fields).await;
        match number {
            2..=10 => assert_eq!(seen.status, StatusCode::SEE_OTHER, "{with}: {}", seen.html),
            _ => {
                assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{with}");
                assert!(seen.html.contains("At most ten"), "{}", seen.html);
                assert!(!seen.html.contains("Evil <b>"), "{}", seen.html);
            }
        }
    }
    let page = ada.get(BO).await.html;
    assert_eq!(page.matches("value=\"separate\"").count(), 9, "{page}");
    assert!(page.contains("Evil &lt;b&gt;") && !page.contains("Evil <b>"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_viewer_joins_nobody_and_another_shops_customers_are_nothing_to_an_agent() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    told(&wismo).await;
    let mut ada = with_ada(&wismo).await;
    let access = [("role", "agent"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    let unknown = ben.get("/desk/customers/north/nobody").await;
    let at = format!("{BO}/join");
    let fields = [("do", "join"), ("with", "C-2"), ("stands", "this")];
    for path in [at.clone(), format!("{at}?with=C-2")] {
        let seen = ben.get(&path).await;
        assert_eq!(
            (seen.status, seen.html),
            (StatusCode::NOT_FOUND, unknown.html.clone())
        );
    }
    assert_eq!(ben.post(&at, &fields).await.status, StatusCode::NOT_FOUND);
    let people = ada.get("/desk/people").await.html;
    let (_, id) = people.rsplit_once("/desk/people/").unwrap();
    let member = format!("/desk/people/{}", id.split('"').next().unwrap());
    let access = [("do", "access"), ("role", "viewer"), ("shop", "erp")];
    ada.post(&member, &access).await;
    ben.sign_in(BEN, OTHER).await;
    assert_eq!(ben.get(&at).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ben.post(&at, &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.get(BERTA).await.status, StatusCode::OK);
    join(&mut ada).await;
    // A viewer sees the join, and no button.
    let page = ben.get(BO).await.html;
    assert!(page.contains("Joined by Ada"), "{page}");
    assert!(
        !page.contains("separate") && !page.contains("/join\""),
        "{page}"
    );
    let undo = [("do", "separate"), ("of", "C-2")];
    assert_eq!(ben.post(BO, &undo).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.get(BERTA).await.location.as_deref(), Some(BO));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_joined_customers_write_nothing_and_ask_for_no_more_than_their_bounds() {
    if is_spin() {
        return;
    }
    let wismo = Wismo::start().await;
    told(&wismo).await;
    let mut ada = with_ada(&wismo).await;
    // What an instance reads once is read.
    ada.get(BO).await;
    wismo.process.reset_counts();
    ada.get(BO).await;
    let alone = wismo.process.counts("desk").get;
    join(&mut ada).await;
    for (path, most) in [
        (BO.to_owned(), alone + 60),
        (BERTA.to_owned(), alone + 60),
        (format!("{BO}/join"), 60),
        (format!("{BO}/join?with=guest:0123456789abcdef"), 200),
        ("/desk/customers?shop=erp".to_owned(), 60),
        ("/desk/search/hits?q=berg".to_owned(), 120),
    ] {
        wismo.process.reset_counts();
        let seen = ada.get(&path).await;
        assert!(seen.status.as_u16() < 500, "{path}");
        let counts = wismo.process.counts("desk");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!(writes, 0, "{path}: {counts:?}");
        assert!(counts.get <= most, "{path}: {counts:?}");
    }
    for (path, fields, most) in [
        (BO.to_owned(), vec![("do", "separate"), ("of", "C-2")], 20),
        (
            format!("{BO}/join"),
            vec![("do", "join"), ("with", "C-2"), ("stands", "this")],
            20,
        ),
    ] {
        wismo.process.reset_counts();
        assert_eq!(ada.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        let counts = wismo.process.counts("desk");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert!(writes <= most, "{path}: {counts:?}");
        assert!(counts.get <= 150, "{path}: {counts:?}");
    }
    wismo.stop().await;
}
