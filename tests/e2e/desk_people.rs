//! The desk's pages: who gets in, and what they may do.

use hmac::{Hmac, KeyInit, Mac};
use reqwest::StatusCode;
use sha1::Sha1;
use wismo::recorder::{Api, Recorder};

use crate::harness::member::{BEN, Member, OTHER, Seen, invited, link_for};
use crate::harness::{DESK_API_KEY, Wismo, is_spin, mailed_by};

const ADA: &str = "ada@north.example";
const PASSWORD: &str = "four words on paper";

fn is_outside(seen: &Seen) -> bool {
    seen.location
        .as_deref()
        .is_some_and(|at| at.starts_with("/desk/sign-in"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_key_makes_an_owner_who_signs_in_and_out() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    assert_eq!(
        ada.get("/desk").await.location.as_deref(),
        Some("/desk/sign-in?to=%2Fdesk%2F")
    );
    let page = ada.get("/desk/setup").await;
    assert!(page.html.contains("Become an owner"));
    for (field, value, said) in [
        ("key", "not the key", "not the installation key"),
        ("name", " ", "Enter a name"),
        ("address", "ada", "Enter an email address"),
        ("password", "short", "at least 12 characters"),
        ("password", "passwordpassword", "too easy to guess"),
        ("password", "Ada@North.example", "must not be your address"),
    ] {
        let fields = [
            ("key", DESK_API_KEY),
            ("name", "Ada"),
            ("address", ADA),
            ("password", PASSWORD),
        ];
        let fields = fields.map(|(name, own)| (name, if name == field { value } else { own }));
        let seen = ada.post("/desk/setup", &fields).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{value}");
        assert!(seen.html.contains(said), "{value}: {}", seen.html);
        assert!(!seen.html.contains(DESK_API_KEY) && ada.cookie.is_none());
    }
    ada.set_up("Ada", ADA, PASSWORD).await;
    let page = ada.get("/desk/").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(
        page.html.contains("Nothing to do") && page.html.contains(">Ada<"),
        "{}",
        page.html
    );
    let stolen = ada.cookie.clone();
    let seen = ada.post("/desk/sign-out", &[]).await;
    assert!(is_outside(&seen) && ada.cookie.is_none());
    ada.cookie = stolen;
    assert!(
        is_outside(&ada.get("/desk/").await),
        "a session outlives its end"
    );
    ada.cookie = None;
    let wrong = ada.sign_in(ADA, OTHER).await;
    let unknown = ada.sign_in(BEN, OTHER).await;
    assert_eq!(
        (wrong.status, unknown.status),
        (StatusCode::FORBIDDEN, StatusCode::FORBIDDEN)
    );
    assert_eq!(
        wrong.html,
        unknown.html.replace(BEN, ADA),
        "an answer tells who has an account"
    );
    let fields = [
        ("auth-address", "Ada@North.Example "),
        ("auth-password", PASSWORD),
        ("to", "/desk/people"),
    ];
    let seen = ada.post("/desk/sign-in", &fields).await;
    assert_eq!(
        seen.location.as_deref(),
        Some("/desk/people"),
        "{}",
        seen.html
    );
    for elsewhere in [
        "https://evil.example/",
        "//evil.example",
        "/desk/\\evil",
        "/desk//evil.example",
        "/desk/..//evil.example",
        "/desk/%2e%2e/s",
        "/s",
    ] {
        let fields = [
            ("auth-address", ADA),
            ("auth-password", PASSWORD),
            ("to", elsewhere),
        ];
        let seen = ada.post("/desk/sign-in", &fields).await;
        assert_eq!(seen.location.as_deref(), Some("/desk/"), "{elsewhere}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_forms_of_the_desks_own_pages_count() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let sign_out: &[(&str, &str)] = &[];
    for foreign in [
        &[][..],
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "null")],
        &[("origin", "https://evil.example")],
        &[
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://wismo.example"),
        ],
    ] {
        for path in [
            "/desk/sign-out",
            "/desk/me",
            "/desk/sign-in",
            "/desk/setup",
            "/desk/forgot",
        ] {
            let seen = ada.post_as(path, sign_out, foreign).await;
            assert_eq!(seen.status, StatusCode::FORBIDDEN, "{path} {foreign:?}");
        }
    }
    assert_eq!(ada.get("/desk/").await.status, StatusCode::OK);
    let own = [("origin", "https://wismo.example")];
    assert!(is_outside(
        &ada.post_as("/desk/sign-out", sign_out, &own).await
    ));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_are_invited_and_do_what_their_role_says() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let mut ben = invited(
        &wismo,
        &mails,
        &mut ada,
        &[("role", "agent"), ("shop", "north")],
    )
    .await;
    // Every page by role: the way in, one's own account, and what is for owners.
    for (path, owner, agent) in [
        ("/desk/", StatusCode::OK, StatusCode::OK),
        ("/desk/me", StatusCode::OK, StatusCode::OK),
        ("/desk/orders", StatusCode::OK, StatusCode::OK),
        ("/desk/search?q=a", StatusCode::OK, StatusCode::OK),
        ("/desk/people", StatusCode::OK, StatusCode::NOT_FOUND),
        ("/desk/people/invite", StatusCode::OK, StatusCode::NOT_FOUND),
        ("/desk/keys", StatusCode::OK, StatusCode::NOT_FOUND),
        ("/desk/record", StatusCode::OK, StatusCode::NOT_FOUND),
        (
            "/desk/nothing",
            StatusCode::NOT_FOUND,
            StatusCode::NOT_FOUND,
        ),
    ] {
        assert_eq!(ada.get(path).await.status, owner, "{path}");
        assert_eq!(ben.get(path).await.status, agent, "{path}");
        assert!(is_outside(&Member::new(&wismo).get(path).await), "{path}");
    }
    let people = ada.get("/desk/people").await;
    assert!(
        people.html.contains("Ben B.") && people.html.contains("Agent"),
        "{}",
        people.html
    );
    let (_, id) = people.html.rsplit_once("/desk/people/").unwrap();
    let page = format!("/desk/people/{}", id.split('"').next().unwrap());
    let seen = ada
        .post(
            &page,
            &[("do", "access"), ("role", "owner"), ("shop", "north")],
        )
        .await;
    assert!(seen.location.unwrap().ends_with("?done=access"));
    // Who may do something else signs in again.
    assert!(is_outside(&ben.get("/desk/").await));
    ben.sign_in(BEN, OTHER).await;
    assert_eq!(ben.get("/desk/people").await.status, StatusCode::OK);
    // An owner of one shop neither sees nor makes anybody mightier.
    assert!(!ben.get("/desk/people").await.html.contains(ADA));
    assert_eq!(ben.get("/desk/record").await.status, StatusCode::NOT_FOUND);
    for given in [
        &[("role", "viewer"), ("all-shops", "yes")][..],
        &[("role", "viewer"), ("shop", "south")],
        &[("role", "viewer"), ("shop", "north"), ("erase", "yes")],
    ] {
        let mut fields = vec![("name", "Cleo"), ("address", "cleo@north.example")];
        fields.extend_from_slice(given);
        let seen = ben.post("/desk/people/invite", &fields).await;
        assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY, "{given:?}");
        assert!(
            seen.html.contains("cannot give more than you have"),
            "{}",
            seen.html
        );
    }
    let seen = ada.post(&page, &[("do", "suspend")]).await;
    assert!(seen.location.unwrap().ends_with("?done=suspended"));
    assert!(is_outside(&ben.get("/desk/").await));
    assert_eq!(ben.sign_in(BEN, OTHER).await.status, StatusCode::FORBIDDEN);
    let seen = ada.post(&page, &[("do", "reinstate")]).await;
    assert!(seen.location.unwrap().ends_with("?done=reinstated"));
    ben.sign_in(BEN, OTHER).await;
    assert_eq!(ben.get("/desk/").await.status, StatusCode::OK);
    let record = ada.get("/desk/record").await.html;
    for deed in [
        "Ada became an owner with the installation key",
        "Ada invited Ben B.",
        "Ben B. accepted the invitation",
        "Ada changed what Ben B. may do",
        "Ada suspended Ben B.",
        "Ada let Ben B. sign in again",
        "Ben B. signed in",
    ] {
        assert!(record.contains(deed), "{deed}: {record}");
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_password_is_set_anew_by_a_link_that_works_once() {
    let mails = Recorder::start(Api::Resend).unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &mails)).await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let mut visitor = Member::new(&wismo);
    let known = visitor.post("/desk/forgot", &[("address", ADA)]).await;
    let unknown = visitor.post("/desk/forgot", &[("address", BEN)]).await;
    assert_eq!(
        (known.status, known.location),
        (unknown.status, unknown.location)
    );
    let link = link_for(&mails, ADA, 1).await;
    for _ in 0..3 {
        assert_eq!(
            visitor.get(&link).await.status,
            StatusCode::OK,
            "a scanner used it up"
        );
    }
    let page = visitor.get(&link).await.html;
    assert!(page.contains("Welcome back, Ada"), "{page}");
    let seen = visitor.post(&link, &[("password", "short")]).await;
    assert_eq!(seen.status, StatusCode::UNPROCESSABLE_ENTITY);
    let seen = visitor.post(&link, &[("password", OTHER)]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/sign-in?done=reset"));
    let page = visitor.get("/desk/sign-in?done=reset").await;
    assert!(
        page.html.contains("Your new password is set"),
        "{}",
        page.html
    );
    assert!(
        is_outside(&ada.get("/desk/").await),
        "the old session goes on"
    );
    for again in [
        visitor.get(&link).await,
        visitor.post(&link, &[("password", PASSWORD)]).await,
    ] {
        assert_eq!(again.status, StatusCode::GONE);
    }
    assert_eq!(
        visitor.sign_in(ADA, PASSWORD).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        visitor.sign_in(ADA, OTHER).await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        mails.accepted().len(),
        1,
        "somebody without an account got a mail"
    );
    assert!(mails.refused().is_empty(), "{:?}", mails.refused());
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_is_saved_once_one_has_signed_in_again() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    ada.cookie = None;
    let signature = "Best wishes,\nAda \"<b>\" & co";
    let fields = [
        ("do", "profile"),
        ("name", "Ada L."),
        ("language", "da"),
        ("signature", signature),
    ];
    let seen = ada.post("/desk/me", &fields).await;
    assert_eq!(seen.status, StatusCode::FORBIDDEN);
    assert!(
        seen.html.contains("You have been signed out"),
        "{}",
        seen.html
    );
    assert!(!seen.html.contains("<b>"), "{}", seen.html);
    assert!(seen.html.contains("action=\"/desk/me\""));
    assert_eq!(seen.hidden("name"), "Ada L.");
    let mut again = vec![("auth-address", ADA), ("auth-password", PASSWORD)];
    again.extend_from_slice(&fields);
    let seen = ada.post("/desk/me", &again).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/me?done=saved"));
    let page = ada.get("/desk/me?done=saved").await.html;
    // From now on the desk speaks Danish.
    assert!(
        page.contains("lang=\"da\"") && page.contains("Ada L."),
        "{page}"
    );
    assert!(
        page.contains("Ada &quot;&lt;b&gt;&quot; &amp; co"),
        "{page}"
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_sensitive_asks_for_the_password_once_it_is_long_ago() {
    if is_spin() {
        // Spin's time cannot be set forward.
        return;
    }
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    wismo.later(16 * 60).await;
    assert_eq!(ada.get("/desk/keys").await.status, StatusCode::OK);
    let fields = [("name", "ERP"), ("role", "viewer"), ("all-shops", "yes")];
    let asked = ada.post("/desk/keys", &fields).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(
        asked.html.contains("Confirm that it is you"),
        "{}",
        asked.html
    );
    let with = |password| {
        let mut fields = fields.to_vec();
        fields.push(("auth-password", password));
        fields
    };
    let wrong = ada.post("/desk/keys", &with(OTHER)).await;
    assert!(
        wrong.html.contains("This is not your password"),
        "{}",
        wrong.html
    );
    let made = ada.post("/desk/keys", &with(PASSWORD)).await;
    assert!(made.html.contains("<code>wismo_"), "{}", made.html);
    // For a while, it is not asked for again.
    let made = ada.post("/desk/keys", &fields).await;
    assert!(made.html.contains("<code>wismo_"), "{}", made.html);
    // Half a day without a request, and one is out; with requests, after a week.
    for _ in 0..10 {
        wismo.later(11 * 3600).await;
        assert_eq!(ada.get("/desk/").await.status, StatusCode::OK);
    }
    wismo.later(11 * 3600).await;
    for _ in 0..5 {
        ada.get("/desk/").await;
        wismo.later(11 * 3600).await;
    }
    assert!(
        is_outside(&ada.get("/desk/").await),
        "a session outlives a week"
    );
    ada.sign_in(ADA, PASSWORD).await;
    wismo.later(12 * 3600 + 60).await;
    assert!(
        is_outside(&ada.get("/desk/").await),
        "a session outlives half an idle day"
    );
    wismo.stop().await;
}

/// The code of a second factor's secret in base32, as an authenticator computes it (RFC
/// 4226, section 5.3).
fn code(base32: &str, second: i64) -> String {
    let mut bits = String::new();
    for c in base32.chars().filter(char::is_ascii_alphanumeric) {
        let value = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".find(c).unwrap();
        bits.push_str(&format!("{value:05b}"));
    }
    let key: Vec<u8> = bits
        .as_bytes()
        .chunks_exact(8)
        .map(|byte| u8::from_str_radix(std::str::from_utf8(byte).unwrap(), 2).unwrap())
        .collect();
    let mut mac = Hmac::<Sha1>::new_from_slice(&key).unwrap();
    mac.update(&(second / 30).to_be_bytes());
    let mac = mac.finalize().into_bytes();
    let offset = usize::from(mac[19] & 15);
    let number = u32::from_be_bytes(mac[offset..offset + 4].try_into().unwrap()) & 0x7fff_ffff;
    format!("{:06}", number % 1_000_000)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_factor_is_asked_for_and_counts_once() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let page = ada.post("/desk/me", &[("do", "enrol")]).await;
    assert!(page.html.contains("<svg class=\"qr\""), "{}", page.html);
    let (_, secret) = page.html.split_once("<p class=\"secret\"><code>").unwrap();
    let secret = secret.split('<').next().unwrap().to_owned();
    let ticket = page.hidden("ticket");
    let fields = |code| {
        [
            ("do", "complete-enrolment"),
            ("ticket", ticket.as_str()),
            ("code", code),
        ]
    };
    let mut elsewhere = Member::new(&wismo);
    elsewhere.sign_in(ADA, PASSWORD).await;
    assert!(!is_outside(&elsewhere.get("/desk/").await));
    let wrong = ada.post("/desk/me", &fields("000000")).await;
    assert!(
        wrong.html.contains("This code is not valid"),
        "{}",
        wrong.html
    );
    let now = wismo.now().as_second();
    let done = ada.post("/desk/me", &fields(&code(&secret, now))).await;
    assert!(
        done.html.contains("The second factor is set up"),
        "{}",
        done.html
    );
    let (_, codes) = done.html.split_once("<ul class=\"codes\">").unwrap();
    let recovery: Vec<&str> = codes
        .split("<code>")
        .skip(1)
        .map(|rest| rest.split('<').next().unwrap())
        .collect();
    assert_eq!(recovery.len(), 10);
    // Whoever signed in without a code is out; whoever set it up goes on.
    assert!(is_outside(&elsewhere.get("/desk/").await));
    assert!(!is_outside(&ada.get("/desk/").await));
    // A link stands for the password, not for the second factor.
    let link = ada.link_to_another_device().await;
    let asked = elsewhere.post(&link, &[("do", "sign-in")]).await;
    assert!(asked.html.contains("Enter your code"), "{}", asked.html);
    assert!(is_outside(&elsewhere.get("/desk/").await));
    ada.cookie = None;
    let asked = ada.sign_in(ADA, PASSWORD).await;
    assert!(
        asked.html.contains("Enter your code") && ada.cookie.is_none(),
        "{}",
        asked.html
    );
    let ticket = asked.hidden("auth-ticket");
    // The next step's code is taken too, for clocks that are ahead; so it was not used yet.
    let next = code(&secret, wismo.now().as_second() + 30);
    for (typed, enters) in [
        ("123456", false),
        (next.as_str(), true),
        (next.as_str(), false),
        (recovery[3], true),
        (recovery[3], false),
    ] {
        ada.cookie = None;
        let fields = [("auth-ticket", ticket.as_str()), ("auth-code", typed)];
        let seen = ada.post("/desk/sign-in", &fields).await;
        assert_eq!(ada.cookie.is_some(), enters, "{typed}: {}", seen.html);
    }
    // A ticket is no session, and one of another kind is none either.
    ada.cookie = Some(format!("__Host-wismo-desk={ticket}"));
    assert!(is_outside(&ada.get("/desk/").await));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_api_key_opens_its_shops_for_its_role_until_it_is_revoked() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let made = ada
        .post(
            "/desk/keys",
            &[("name", "ERP"), ("role", "agent"), ("shop", "north")],
        )
        .await;
    let (_, key) = made.html.split_once("<code>").unwrap();
    let key = key.split('<').next().unwrap().to_owned();
    let ask = async |method: &str, path: &str, key: &str| {
        let request = wismo.request(method, path).bearer_auth(key);
        request
            .json(&serde_json::json!({}))
            .send()
            .await
            .unwrap()
            .status()
    };
    for (method, path, status) in [
        ("GET", "/desk/api/north/settings", StatusCode::OK),
        ("POST", "/desk/api/north/release", StatusCode::OK),
        ("PUT", "/desk/api/north/settings", StatusCode::FORBIDDEN),
        (
            "PUT",
            "/desk/api/north/templates/placed",
            StatusCode::FORBIDDEN,
        ),
        ("GET", "/desk/api/south/settings", StatusCode::NOT_FOUND),
        ("GET", "/desk/api/west/settings", StatusCode::NOT_FOUND),
    ] {
        assert_eq!(ask(method, path, &key).await, status, "{method} {path}");
    }
    let list = ada.get("/desk/keys").await.html;
    assert!(
        list.contains("Last used:") && !list.contains(&key),
        "{list}"
    );
    let (rest, last) = key.split_at(key.len() - 1);
    let forged = format!("{rest}{}", if last == "A" { "B" } else { "A" });
    if !is_spin() {
        wismo.process.reset_counts();
    }
    for forged in [forged.as_str(), "wismo_", "wismo_x", "", &key[6..]] {
        assert_eq!(
            ask("GET", "/desk/api/north/settings", forged).await,
            StatusCode::UNAUTHORIZED,
            "{forged} for {key}"
        );
    }
    let mut stranger = Member::new(&wismo);
    stranger.cookie = Some(format!("__Host-wismo-desk={}", &key[6..]));
    assert!(is_outside(&stranger.get("/desk/").await));
    if !is_spin() {
        let counts = wismo.process.counts("desk");
        let all = counts.get + counts.set + counts.increment + counts.set_many + counts.delete;
        assert_eq!(
            all, 0,
            "a forged key asks something of the store: {counts:?}"
        );
    }
    let (_, n) = list.split_once("name=\"revoke\" value=\"").unwrap();
    let n = n.split('"').next().unwrap();
    let seen = ada.post("/desk/keys", &[("revoke", n)]).await;
    assert_eq!(seen.location.as_deref(), Some("/desk/keys?done=revoked"));
    assert_eq!(
        ask("GET", "/desk/api/north/settings", &key).await,
        StatusCode::UNAUTHORIZED
    );
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn passwords_are_tried_ten_times_an_hour() {
    let wismo = Wismo::start().await;
    let mut ada = Member::new(&wismo);
    ada.set_up("Ada", ADA, PASSWORD).await;
    let mut stranger = Member::new(&wismo);
    for _ in 0..10 {
        assert_eq!(
            stranger.sign_in(ADA, OTHER).await.status,
            StatusCode::FORBIDDEN
        );
    }
    for password in [OTHER, PASSWORD] {
        let seen = stranger.sign_in(ADA, password).await;
        assert_eq!(seen.status, StatusCode::TOO_MANY_REQUESTS);
        assert!(seen.html.contains("Too many attempts") && stranger.cookie.is_none());
    }
    // Whoever is signed in goes on.
    assert_eq!(ada.get("/desk/").await.status, StatusCode::OK);
    wismo.stop().await;
}
