//! The rules of signing in that hold for everybody.

use reqwest::StatusCode;
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, invited};
use crate::harness::{Wismo, mailed_by};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

#[tokio::test(flavor = "multi_thread")]
async fn from_a_day_on_nobody_gets_on_without_a_second_factor() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let access = [("role", "owner"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    let wrong = ada.post("/desk/people", &[("from", "soon")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    // Who does not see every shop does not decide for all.
    assert!(!ben.get("/desk/people").await.html.contains("name=\"from\""));
    let refused = ben.post("/desk/people", &[("from", "2026-01-01")]).await;
    assert_eq!(refused.status, StatusCode::OK);
    assert_eq!(ada.get("/desk/orders").await.status, StatusCode::OK);
    // Until the day, one's account says so.
    let set = ada.post("/desk/people", &[("from", "2199-12-31")]).await;
    assert_eq!(set.location.as_deref(), Some("/desk/people?done=saved"));
    let account = ben.get("/desk/me").await.html;
    assert!(account.contains("From 31 December 2199"), "{account}");
    assert_eq!(ben.get("/desk/orders").await.status, StatusCode::OK);
    // From then on, there is nothing else.
    ada.post("/desk/people", &[("from", "2026-01-01")]).await;
    for path in [
        "/desk/",
        "/desk/orders",
        "/desk/search?q=x",
        "/desk/nothing",
        "/desk/people",
    ] {
        for member in [&mut ada, &mut ben] {
            let seen = member.get(path).await;
            assert_eq!(seen.location.as_deref(), Some("/desk/me"), "{path}");
        }
    }
    let seen = ada.post("/desk/people", &[("from", "")]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/me"));
    let account = ben.get("/desk/me").await.html;
    assert!(account.contains("You need a second factor"), "{account}");
    let enrol = ben.post("/desk/me", &[("do", "enrol")]).await;
    assert!(enrol.html.contains("name=\"code\""), "{}", enrol.html);
    let out = ben.post("/desk/sign-out", &[]).await;
    assert_eq!(out.location.as_deref(), Some("/desk/sign-in"));
    wismo.stop().await;
}
