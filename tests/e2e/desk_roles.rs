//! Every route of the desk, by role and by shop.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, invited_at};
use crate::harness::{DESK_API_KEY, Wismo, mailed_by, neutral};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

/// The least role that a route is there for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Least {
    Viewer,
    Agent,
    Owner,
}

use Least::{Agent, Owner, Viewer};

/// The fields of a form that is sent.
type Fields = &'static [(&'static str, &'static str)];

/// The pages: the path, what a form on it says (none: the page is only looked at), and the
/// least role. Those below a shop are there for nobody who does not see that shop.
const PAGES: &[(&str, Option<Fields>, Least)] = &[
    ("/desk/", None, Viewer),
    ("/desk/?mine=yes", None, Viewer),
    ("/desk/me", None, Viewer),
    ("/desk/search?q=anvil", None, Viewer),
    ("/desk/search/hits?q=anvil", None, Viewer),
    ("/desk/orders", None, Viewer),
    ("/desk/orders?shop=erp", None, Viewer),
    ("/desk/orders/status", Some(&[("order", "erp/1")]), Agent),
    ("/desk/orders/erp/1", None, Viewer),
    ("/desk/orders/erp/1/page", None, Viewer),
    ("/desk/orders/erp/1/page/link", None, Viewer),
    ("/desk/orders/erp/1/mail", None, Agent),
    (
        "/desk/orders/erp/1/mail",
        Some(&[("to", "x@example.com"), ("message", "x")]),
        Agent,
    ),
    ("/desk/orders/erp/1/tracking", None, Agent),
    (
        "/desk/orders/erp/1/tracking",
        Some(&[("number", "")]),
        Agent,
    ),
    ("/desk/orders/erp/1/status", None, Agent),
    ("/desk/orders/erp/1/status", Some(&[("status", "")]), Agent),
    ("/desk/orders/erp/1/promise", Some(&[("day", "")]), Agent),
    ("/desk/orders/erp/1/return", None, Agent),
    ("/desk/orders/erp/1/refund", Some(&[("amount", "")]), Agent),
    ("/desk/orders/erp/1/cancel", None, Agent),
    ("/desk/orders/erp/1/document", None, Agent),
    ("/desk/orders/erp/1/document", Some(&[("kind", "")]), Agent),
    ("/desk/orders/erp/1/documents/1", None, Viewer),
    (
        "/desk/orders/erp/1/urgent",
        Some(&[("do", "on"), ("reason", "")]),
        Agent,
    ),
    ("/desk/orders/erp/1/hold", None, Agent),
    ("/desk/orders/erp/1/hold", Some(&[("do", "x")]), Agent),
    ("/desk/orders/erp/1/drop", Some(&[("do", "x")]), Agent),
    ("/desk/orders/erp/1/links", Some(&[("do", "x")]), Agent),
    ("/desk/orders/erp/1/print", None, Agent),
    ("/desk/orders/erp/1/print/summary", None, Agent),
    ("/desk/orders/erp/1/notes", Some(&[("note", "")]), Agent),
    ("/desk/customers", None, Viewer),
    ("/desk/customers?shop=erp", None, Viewer),
    ("/desk/customers/erp/C-1", None, Viewer),
    (
        "/desk/customers/erp/C-1",
        Some(&[("do", "watch"), ("watch", "")]),
        Agent,
    ),
    ("/desk/customers/erp/C-1/join", None, Agent),
    ("/desk/customers/erp/C-1/join?with=C-2", None, Agent),
    (
        "/desk/customers/erp/C-1/join",
        Some(&[("do", "join"), ("with", "")]),
        Agent,
    ),
    (
        "/desk/customers/erp/C-1",
        Some(&[("do", "separate"), ("of", "")]),
        Agent,
    ),
    (
        "/desk/customers/erp/C-1/notes",
        Some(&[("note", "")]),
        Agent,
    ),
    ("/desk/settings", None, Owner),
    ("/desk/settings/erp", None, Owner),
    ("/desk/settings/erp/statuses", None, Owner),
    (
        "/desk/settings/erp/statuses",
        Some(&[("do", "before"), ("code", "none")]),
        Owner,
    ),
    ("/desk/settings/erp/statuses/new?code=x", None, Owner),
    (
        "/desk/settings/erp/statuses/new",
        Some(&[("code", "")]),
        Owner,
    ),
    (
        "/desk/settings/erp/statuses/of/none",
        Some(&[("stage", "none")]),
        Owner,
    ),
    (
        "/desk/settings/erp/statuses/of/none/delete",
        Some(&[]),
        Owner,
    ),
    ("/desk/people", None, Owner),
    ("/desk/people/invite", None, Owner),
    ("/desk/people/invite", Some(&[("address", "")]), Owner),
    ("/desk/record", None, Owner),
    ("/desk/keys", None, Owner),
    ("/desk/keys", Some(&[("name", "")]), Owner),
];

/// The routes of the API: the method, the path below the shop, a body that changes nothing,
/// and the least role of a key.
const API: &[(&str, &str, &str, Least)] = &[
    ("GET", "mail", "", Viewer),
    ("GET", "settings", "", Viewer),
    ("PUT", "settings", "{}", Owner),
    ("POST", "settings/preview", "{}", Viewer),
    ("GET", "templates", "", Viewer),
    ("GET", "templates/placed", "", Viewer),
    ("PUT", "templates/placed", "{}", Owner),
    ("DELETE", "templates/placed", "", Owner),
    ("POST", "templates/preview", "{}", Viewer),
    ("POST", "rehearse", "{}", Viewer),
    ("POST", "release", "", Agent),
    ("GET", "search?q=anvil", "", Viewer),
    ("GET", "tasks", "", Viewer),
    ("DELETE", "tasks/7", "", Agent),
    ("GET", "suppressions/x@example.com", "", Viewer),
    ("DELETE", "suppressions/x@example.com", "", Agent),
    ("GET", "orders/1", "", Viewer),
    ("PUT", "orders/1/hold", "", Agent),
    ("DELETE", "orders/1/hold", "", Agent),
    ("DELETE", "orders/1/waiting", "", Agent),
    ("POST", "orders/1/link", "{}", Agent),
    ("POST", "orders/1/mails?preview=true", "{}", Agent),
    ("GET", "orders/1/mails/1", "", Viewer),
    ("POST", "orders/1/mails/1?preview=true", "{}", Agent),
    ("DELETE", "orders/1/mails/1", "", Agent),
];

/// Tells whether an answer is that of a page that is not there.
const fn is_none(status: StatusCode) -> bool {
    matches!(status, StatusCode::NOT_FOUND)
}

async fn started(mails: &Recorder) -> Wismo {
    let wismo = Wismo::with(mailed_by(Api::Resend, mails)).await;
    let mut order = neutral("1", "received", "2026-06-06T17:18:38Z");
    order["customer"] = json!({ "id": "C-1", "name": "Eve Secret", "email": "eve@secret.example" });
    order["lines"][0]["name"] = json!("Secret anvil");
    order["documents"] = json!([{
        "id": "D-1", "kind": "other", "media_type": "text/plain", "content": "c2VjcmV0",
    }]);
    wismo.message("order.changed", &order).await;
    wismo.mail("erp:1:1").await;
    let mut lost = neutral("2", "received", "2026-06-06T17:18:38Z");
    lost["customer"] = json!({ "id": "C-2", "name": "Eve Secret", "email": "not an address" });
    wismo.message("order.changed", &lost).await;
    wismo.drain().await;
    wismo
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_there_for_those_roles_and_shops_that_it_is_for_alone() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = started(&mails).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let mut members = Vec::new();
    for (address, role, shop) in [
        ("viewer@north.example", "viewer", ("all-shops", "yes")),
        ("agent@north.example", "agent", ("all-shops", "yes")),
        ("other@north.example", "agent", ("shop", "north")),
        ("owner@north.example", "owner", ("shop", "north")),
    ] {
        let access = [("role", role), shop];
        members.push(invited_at(&wismo, &mails, &mut ada, address, &access).await);
    }
    let [viewer, agent, other, other_owner] = members.try_into().ok().unwrap();
    let mut all = [
        (ada, Owner, true),
        (viewer, Viewer, true),
        (agent, Agent, true),
        (other, Agent, false),
        (other_owner, Owner, false),
    ];
    for (path, form, least) in PAGES {
        for (member, role, sees_erp) in &mut all {
            let seen = match form {
                None => member.get(path).await,
                Some(form) => member.post(path, form).await,
            };
            let name = format!("{path} {form:?} as {role:?}, sees the shop: {sees_erp}");
            // The record is of all shops.
            let is_of_shop = path.contains("/erp/")
                || path.ends_with("/erp")
                || path.contains("shop=erp")
                || *path == "/desk/record";
            let is_there = *role >= *least && (*sees_erp || !is_of_shop);
            assert_eq!(is_none(seen.status), !is_there, "{name}: {}", seen.status);
            assert!(seen.status.as_u16() < 500, "{name}: {}", seen.status);
            if !*sees_erp {
                let html = seen.html.to_lowercase();
                assert!(!html.contains("secret"), "{name}: {html}");
            }
        }
        let mut nobody = Member::new(&wismo);
        let seen = match form {
            None => nobody.get(path).await,
            Some(form) => nobody.post(path, form).await,
        };
        assert!(!seen.html.to_lowercase().contains("secret"), "{path}");
        let leads_in = seen.location.is_some_and(|to| to.contains("/sign-in"));
        let asks = seen.html.contains("auth-password");
        assert!(leads_in || asks, "{path}: {}", seen.status);
    }
    // A task of a shop that one does not see is not there to be taken or ended.
    for deed in ["take", "end"] {
        let [.., (other, _, _), _] = &mut all;
        other
            .post("/desk/", &[(deed, "erp/1"), ("after", "0")])
            .await;
    }
    let open = wismo.request("GET", "/desk/api/erp/tasks");
    let open = open.bearer_auth(DESK_API_KEY).send().await.unwrap();
    let open: Value = open.json().await.unwrap();
    assert_eq!(open["tasks"].as_array().unwrap().len(), 1, "{open}");
    assert_eq!(open["tasks"][0]["owner"], Value::Null);
    // Nothing of it was done.
    let history = wismo.history("erp", "1").await;
    assert_eq!(
        history["deliveries"].as_array().unwrap().len(),
        1,
        "{history}"
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_route_of_the_api_is_there_for_those_keys_that_it_is_for_alone() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = started(&mails).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let mut keys = Vec::new();
    for (role, shop, least) in [
        ("viewer", "erp", Viewer),
        ("agent", "erp", Agent),
        ("owner", "erp", Owner),
        ("owner", "north", Owner),
    ] {
        let form = [("name", role), ("role", role), ("shop", shop)];
        let made = ada.post("/desk/keys", &form).await;
        let (_, key) = made.html.split_once("<code>").unwrap();
        keys.push((
            key.split('<').next().unwrap().to_owned(),
            least,
            shop == "erp",
        ));
    }
    for (method, path, body, least) in API {
        let at = format!("/desk/api/erp/{path}");
        for (key, role, sees_erp) in &keys {
            let request = wismo.request(method, &at).bearer_auth(key);
            let answer = request
                .header("content-type", "application/json")
                .header("if-match", "\"99\"")
                .body((*body).to_owned())
                .send()
                .await
                .unwrap();
            let status = answer.status();
            let name = format!("{method} {path} as {role:?}, for the shop: {sees_erp}");
            assert!(status.as_u16() < 500, "{name}: {status}");
            match (*sees_erp, *role >= *least) {
                (false, _) => assert_eq!(status, StatusCode::NOT_FOUND, "{name}"),
                (true, false) => assert_eq!(status, StatusCode::FORBIDDEN, "{name}"),
                (true, true) => {
                    let is_let_in =
                        !matches!(status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED);
                    assert!(is_let_in, "{name}: {status}");
                }
            }
            let text = answer.text().await.unwrap().to_lowercase();
            assert!(*sees_erp || !text.contains("secret"), "{name}: {text}");
        }
        for key in ["", "wrong"] {
            let request = wismo.request(method, &at).bearer_auth(key);
            let status = request.send().await.unwrap().status();
            assert_eq!(status, StatusCode::UNAUTHORIZED, "{method} {path}");
        }
    }
    wismo.stop().await;
}
