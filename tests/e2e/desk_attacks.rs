//! Requests to the desk's door that no browser sends, and members who try for more.

use reqwest::StatusCode;
use wismo::recorder::{Api, Recorder};

use crate::harness::desk::{ADA, Desk, ORDER, PASSWORD};
use crate::harness::member::{BEN, Member, OTHER, invited};
use crate::harness::{Wismo, is_spin, mailed_by};

/// The path of the last member on the list of people.
async fn last_person(owner: &mut Member<'_>) -> String {
    let people = owner.get("/desk/people").await.html;
    let (_, id) = people.rsplit_once("/desk/people/").unwrap();
    format!("/desk/people/{}", id.split('"').next().unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn long_addresses_lead_to_the_first_page_and_strange_ones_nowhere() {
    let wismo = Wismo::start().await;
    let mut stranger = Member::new(&wismo);
    for path in [
        format!("/desk/{}", "a".repeat(30_000)),
        format!("/desk/orders?q={}", "!".repeat(40_000)),
    ] {
        let seen = stranger.get(&path).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER);
        assert_eq!(seen.location.as_deref(), Some("/desk/sign-in"));
    }
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let long = "1".repeat(200_000);
    let seen = ada.post("/desk/", &[("from", &long)]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/"));
    let to = format!("/desk/{long}");
    let seen = ada.post("/desk/sign-in", &[("to", &to)]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/"));
    for to in ["/desk/..//evil.example", "/desk/%2E./s", "/desk/a//b"] {
        let seen = ada.post("/desk/sign-in", &[("to", to)]).await;
        assert_eq!(seen.location.as_deref(), Some("/desk/"), "{to}");
    }
    for path in ["/desk/%ff", "/desk/orders/north/%ff/hold"] {
        assert_eq!(ada.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        let seen = ada.post(path, &[("end", "north/1")]).await;
        assert_eq!(seen.status, StatusCode::NOT_FOUND, "{path}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_of_a_stranger_is_carried_as_far_as_forms_go() {
    let wismo = Wismo::start().await;
    let mut stranger = Member::new(&wismo);
    let many = vec![("a", ""); 30_000];
    let seen = stranger.post("/desk/me", &many).await;
    assert_eq!(seen.status, StatusCode::PAYLOAD_TOO_LARGE);
    let quotes = "\"".repeat(50_000);
    let seen = stranger.post("/desk/me", &[("a", &quotes)]).await;
    assert_eq!(seen.status, StatusCode::PAYLOAD_TOO_LARGE);
    let seen = stranger.post("/desk/me", &many[..100]).await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN);
    // The page to sign in carries the address to go on to, and nothing else.
    let fields = [&[("to", "/desk/people")][..], &many].concat();
    let seen = stranger.post("/desk/sign-in", &fields).await;
    assert_eq!(seen.hidden("to"), "/desk/people");
    assert!(seen.html.len() < 20_000 && !seen.html.contains("name=\"a\""));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_sessions_roles_and_shops_that_there_are_are_stored() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let mut phone = Member::new(&wismo);
    phone.sign_in(ADA, PASSWORD).await;
    for wrong in ["", "x", &"a".repeat(200_000)] {
        let seen = ada.post("/desk/me", &[("end", wrong)]).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(seen.html.contains("signed out before"), "{}", seen.html);
    }
    let session = ada.get("/desk/me").await.html;
    let (_, session) = session.split_once("name=\"end\" value=\"").unwrap();
    let session = session.split('"').next().unwrap();
    let seen = ada.post("/desk/me", &[("end", session)]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/me?done=ended"));
    let seen = phone.get("/desk/").await;
    assert_eq!(seen.status, StatusCode::SEE_OTHER);
    let access = [("role", "agent"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    let page = last_person(&mut ada).await;
    let strange: Vec<String> = (0..8000).map(|n| format!("shop-{n}")).collect();
    let mut shops = vec![("do", "access"), ("role", "agent")];
    shops.extend(strange.iter().map(|shop| ("shop", shop.as_str())));
    for fields in [
        &shops[..],
        &[("do", "access"), ("role", "zzz"), ("shop", "north")],
        &[("do", "access"), ("shop", "north")],
    ] {
        let seen = ada.post(&page, fields).await;
        assert_eq!(seen.location, None);
        assert!(seen.html.contains("Choose one of these"), "{}", seen.html);
    }
    // Nothing was changed, so Ben goes on.
    assert_eq!(ben.get("/desk/").await.status, StatusCode::OK);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_takes_a_colleagues_name_or_learns_of_other_shops_accounts() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let access = [("role", "owner"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    let name = |name| [("do", "profile"), ("name", name)];
    for taken in ["Ada", " ADA ", "Ada\u{200b}"] {
        let seen = ben.post("/desk/me", &name(taken)).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{taken}");
        assert!(seen.html.contains("A colleague has this name"));
    }
    let seen = ben.post("/desk/me", &name("Ben B.")).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/me?done=saved"));
    let invite = |name, address| [("name", name), ("address", address), access[0], access[1]];
    let fields = invite("Ben B.", "other@north.example");
    let seen = ada.post("/desk/people/invite", &fields).await;
    assert!(seen.html.contains("A colleague has this name"));
    // Ada sees all shops, so Ben does not see her account; she sees his.
    let fields = invite("Cleo", ADA);
    let seen = ben.post("/desk/people/invite", &fields).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(seen.html.contains("cannot be invited from here"));
    assert!(!seen.html.contains("has an account"), "{}", seen.html);
    let seen = ada.post("/desk/people/invite", &invite("Cleo", BEN)).await;
    assert!(seen.html.contains("has an account"), "{}", seen.html);
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_counts_no_longer_than_its_maker_may_do_as_much() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let access = [("role", "owner"), ("shop", "north")];
    let mut ben = invited(&wismo, &mails, &mut ada, &access).await;
    let fields = [("name", "ERP"), ("role", "agent"), ("shop", "north")];
    let made = ben.post("/desk/keys", &fields).await.html;
    let (_, key) = made.split_once("<code>").unwrap();
    let key = key.split('<').next().unwrap();
    let page = last_person(&mut ada).await;
    let status = async || {
        let request = wismo.request("GET", "/desk/api/north/settings");
        request.bearer_auth(key).send().await.unwrap().status()
    };
    assert_eq!(status().await, StatusCode::OK);
    let access = |role| [("do", "access"), ("role", role), ("shop", "north")];
    for (fields, counts) in [
        (&[("do", "suspend")][..], false),
        (&[("do", "reinstate")], true),
        (&access("viewer"), false),
        (&access("agent"), true),
    ] {
        let seen = ada.post(&page, fields).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.html);
        let expected = match counts {
            true => StatusCode::OK,
            false => StatusCode::UNAUTHORIZED,
        };
        assert_eq!(status().await, expected, "{fields:?}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn revoking_a_key_asks_for_the_password_once_it_is_long_ago() {
    if is_spin() {
        // Spin's time cannot be set forward.
        return;
    }
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let fields = [("name", "ERP"), ("role", "agent"), ("all-shops", "yes")];
    ada.post("/desk/keys", &fields).await;
    let list = ada.get("/desk/keys").await.html;
    let (_, n) = list.split_once("name=\"revoke\" value=\"").unwrap();
    let n = n.split('"').next().unwrap();
    wismo.later(16 * 60).await;
    let asked = ada.post("/desk/keys", &[("revoke", n)]).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert_eq!(asked.hidden("revoke"), n);
    let wrong = [("revoke", n), ("auth-password", OTHER)];
    assert_eq!(
        ada.post("/desk/keys", &wrong).await.status,
        StatusCode::FORBIDDEN
    );
    let right = [("revoke", n), ("auth-password", PASSWORD)];
    let seen = ada.post("/desk/keys", &right).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/keys?done=revoked"));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_signature_is_plain_text_and_what_is_pasted_is_mended_or_named() {
    let desk = Desk::open(Api::Resend).await;
    let mut ada = desk.owner().await;
    let profile = [
        ("do", "profile"),
        ("name", "Ada"),
        ("signature", "{{7*7}} {% if %}"),
    ];
    ada.post("/desk/me", &profile).await;
    let at = format!("{ORDER}/mail");
    let id = ada.get(&at).await.hidden("id");
    let mail = |subject, message, act| {
        [
            ("id", id.as_str()),
            ("to", "ada.nilsen@example.com"),
            ("subject", subject),
            ("message", message),
            ("do", act),
        ]
    };
    let long = "x".repeat(5001);
    for (subject, message, field, why) in [
        ("Hello", long.as_str(), "message", "The text is too long"),
        ("Hello", "a\0b", "message", "characters that cannot be used"),
        ("He\0llo", "a", "subject", "characters that cannot be used"),
    ] {
        let seen = ada.post(&at, &mail(subject, message, "show")).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}");
        assert!(seen.html.contains(&format!("href=\"#{field}\"")), "{why}");
        assert!(seen.html.contains(why), "{}", seen.html);
    }
    let seen = ada.post(&at, &mail("Hello", "one\ttwo", "send")).await;
    assert!(seen.location.unwrap().ends_with("?done=mail"));
    let sent = desk.mail(2).await;
    assert!(sent.text.contains("one two"), "{}", sent.text);
    assert!(sent.text.contains("{{7*7}} {% if %}"), "{}", sent.text);
}
