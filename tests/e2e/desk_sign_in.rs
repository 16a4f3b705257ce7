//! The rules of signing in that hold for everybody.

use reqwest::StatusCode;
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{Member, invited};
use crate::harness::{Wismo, is_spin, mailed_by, variables};

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
    assert!(account.contains("2199, you will need"), "{account}");
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

#[tokio::test(flavor = "multi_thread")]
async fn a_link_signs_in_on_another_device_once_and_within_an_hour() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let link = ada.link_to_another_device().await;
    let mut phone = Member::new(&wismo);
    // Looking at it, as a scanner of mails does, uses nothing up; and no other page sends its form.
    for _ in 0..2 {
        let page = phone.get(&link).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.html.contains("Welcome back, Ada"), "{}", page.html);
    }
    let form = [("do", "sign-in")];
    let from_elsewhere = [("sec-fetch-site", "cross-site")];
    let refused = phone.post_as(&link, &form, &from_elsewhere).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert!(phone.cookie.is_none());
    let entered = phone.post(&link, &form).await;
    assert_eq!(entered.location.as_deref(), Some("/desk/"));
    assert_eq!(phone.get("/desk/orders").await.status, StatusCode::OK);
    // The other session goes on, and both are listed.
    let account = ada.get("/desk/me").await.html;
    assert_eq!(account.matches("name=\"end\"").count(), 1, "{account}");
    let record = ada.get("/desk/record").await.html;
    assert!(record.contains("Ada signed in with a link"), "{record}");
    let mut other = Member::new(&wismo);
    for again in [other.get(&link).await, other.post(&link, &form).await] {
        assert_eq!(again.status, StatusCode::GONE);
    }
    assert!(other.cookie.is_none());
    // One that nobody used is void once everything was signed out.
    let link = ada.link_to_another_device().await;
    ada.post("/desk/me", &[("do", "end-sessions")]).await;
    assert_eq!(other.post(&link, &form).await.status, StatusCode::GONE);
    if is_spin() {
        return;
    }
    ada.sign_in(ADA, PASSWORD).await;
    let link = ada.link_to_another_device().await;
    wismo.later(901).await;
    // What is sensitive asks for the password again by then.
    let asked = ada.post("/desk/me", &[("do", "another-device")]).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    wismo.later(2700).await;
    assert_eq!(other.post(&link, &form).await.status, StatusCode::GONE);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_password_tried_on_everybody_is_stopped_for_its_network_alone() {
    let mut variables = variables();
    let header = "X-Forwarded-For".to_owned();
    variables.insert("client_address_header".to_owned(), header);
    let wismo = Wismo::with(variables).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let sign_in = async |address: &str, password: &str, from: &str| {
        let fields = [("auth-address", address), ("auth-password", password)];
        let headers = [("sec-fetch-site", "same-origin"), ("x-forwarded-for", from)];
        let mut browser = Member::new(&wismo);
        browser
            .post_as("/desk/sign-in", &fields, &headers)
            .await
            .status
    };
    // Each time another account; whatever the client itself writes there does not count.
    for n in 0..30 {
        let address = format!("somebody{n}@north.example");
        let from = format!("198.51.100.{n}, 2001:db8:1:2::{n}");
        let status = sign_in(&address, "Summer2026 Summer2026", &from).await;
        assert_eq!(status, StatusCode::FORBIDDEN, "{n}");
    }
    let from = "2001:db8:1:2:ffff::1";
    assert_eq!(
        sign_in(ADA, PASSWORD, from).await,
        StatusCode::TOO_MANY_REQUESTS
    );
    let other = sign_in(ADA, PASSWORD, "2001:db8:1:3::1").await;
    assert_eq!(other, StatusCode::SEE_OTHER);
    // Whoever is signed in goes on.
    assert_eq!(ada.get("/desk/").await.status, StatusCode::OK);
    wismo.stop().await;
}
