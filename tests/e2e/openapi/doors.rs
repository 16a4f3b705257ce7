//! The keys and the methods that every route asks for.

use std::collections::BTreeSet;

use reqwest::{StatusCode, header};

use super::TO;
use super::caller::{Caller, field};
use crate::harness::member::Member;
use crate::harness::reference::{Operation, REFERENCE};
use crate::harness::{DESK_API_KEY, JOB_SECRET, Wismo};

/// A path of an operation, about a shop.
fn path(operation: Operation<'_>, shop: &str) -> String {
    let segments = operation.path.split('/').map(|segment| match segment {
        "{shop}" => shop,
        "{order}" => "A-1",
        "{notice}" | "{task}" | "{number}" => "1",
        "{address}" => TO,
        "{name}" => "placed",
        "{language}" => "nb",
        "{provider}" => "resend",
        "{id}" => "erp:A-1:1",
        "{token}" => "x",
        "{token}.json" => "x.json",
        plain => plain,
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Checks that the desk's routes ask for a key, for one that may do it, and for a shop.
pub(super) async fn keys(wismo: &Wismo) {
    let mut owner = Member::new(wismo);
    owner
        .set_up("Ada", "ada@north.example", "four words on paper")
        .await;
    let viewer = [("name", "Reports"), ("role", "viewer"), ("shop", "erp")];
    let made = owner.post("/desk/keys", &viewer).await;
    let (_, key) = made.html.split_once("<code>").unwrap();
    let key = key.split('<').next().unwrap();
    let mut caller = Caller {
        wismo,
        done: BTreeSet::new(),
    };
    for operation in REFERENCE.operations() {
        if !operation.asks("deskKey") {
            continue;
        }
        let request = |shop: &str| {
            let method = operation.method.to_uppercase();
            wismo.request(&method, &path(operation, shop))
        };
        caller.call(request("erp"), 401).await;
        let elsewhere = request("nobody").bearer_auth(DESK_API_KEY);
        caller.call(elsewhere, 404).await;
        caller.call(request("north").bearer_auth(key), 404).await;
        let is_locked = operation.has_answer(403);
        let is_read = operation.method == "get";
        assert!(!(is_read && is_locked), "{}", operation.id());
        if is_locked {
            caller.call(request("erp").bearer_auth(key), 403).await;
        }
    }
}

/// Checks that the paths of the reference take its methods and no other ones.
pub(super) async fn methods(wismo: &Wismo) {
    let operations = REFERENCE.operations();
    let paths: BTreeSet<&str> = operations.iter().map(|one| one.path).collect();
    for template in paths {
        let own = operations.iter().filter(|one| one.path == template);
        let own: Vec<_> = own.copied().collect();
        let secret = match own[0].asks("jobSecret") {
            true => JOB_SECRET,
            false => DESK_API_KEY,
        };
        let request = wismo.request("PATCH", &path(own[0], "erp"));
        let answer = request.bearer_auth(secret).send().await.unwrap();
        assert_eq!(
            answer.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{template}"
        );
        let allowed = field(answer.headers(), header::ALLOW).to_lowercase();
        let allowed: BTreeSet<&str> = allowed.split(", ").filter(|one| *one != "head").collect();
        let said: BTreeSet<&str> = own.iter().map(|one| one.method).collect();
        assert_eq!(allowed, said, "{template}");
    }
}
