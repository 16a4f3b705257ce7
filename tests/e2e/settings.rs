//! The variables: one that is missing or malformed is named, and nothing is served.

use std::collections::BTreeMap;

use reqwest::StatusCode;
use serde_json::{Value, json};

use crate::harness::{
    DESK_API_KEY, JOB_SECRET, NORTH_SECRET, NORTH_SYNC_SECRET, Wismo, variables, woocommerce,
};

/// The answers of a hook, a page, a drain, a provider's event, the desk and the
/// desk's templates.
async fn asked(wismo: &Wismo) -> Vec<(StatusCode, String)> {
    let hook = wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let page = wismo.get(&Wismo::page_path("north", "1")).await;
    let request = |method: &str, path: &str| wismo.request(method, path);
    let drain = request("POST", "/mail/drain").bearer_auth(JOB_SECRET);
    let events = request("POST", "/mail/events/postmark").body("{}");
    let desk = request("GET", "/desk/api/north/settings").bearer_auth(DESK_API_KEY);
    let templates = request("GET", "/desk/api/north/templates").bearer_auth(DESK_API_KEY);
    let mut responses = vec![hook, page];
    for request in [drain, events, desk, templates] {
        responses.push(request.send().await.unwrap());
    }
    let mut answers = Vec::new();
    for response in responses {
        answers.push((response.status(), response.text().await.unwrap()));
    }
    answers
}

/// The variables of a working Wismo, except for one.
fn but(variable: &str, value: &str) -> BTreeMap<String, String> {
    let mut variables = variables();
    variables.insert(variable.to_owned(), value.to_owned());
    variables
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setting_at_fault_is_a_503_that_names_it() {
    // A setting at fault, whether it stops hook, page and drain, and what the log says.
    for (variable, value, stopped, why) in [
        ("shops", "{", [true, true, true], "is not JSON"),
        (
            "shops",
            r#"[{"id":"A b","platform":"standard","secrets":["x"]}]"#,
            [true, true, true],
            "is wrong at [0].id",
        ),
        ("job_secret", "", [true, false, true], "is not set"),
        ("job_secret", "k3y", [true, false, true], "is too short"),
        ("link_secret", "", [false, true, true], "holds no key"),
        (
            "link_secret",
            "short-key-that-is-not-32-bytes",
            [false, true, true],
            "key 1 is shorter",
        ),
        ("mail_from", "", [false, false, true], "is not set"),
        ("mail_from", "no address", [false, false, true], "mail_from"),
        (
            "mail_provider",
            "pigeon",
            [false, false, true],
            "must be one of",
        ),
        (
            "mail_provider",
            "postmark",
            [false, false, true],
            "needs one",
        ),
        ("public_url", "wismo.example", [false, true, true], "URL"),
        (
            "public_url",
            "http://wismo.example",
            [false, true, true],
            "https",
        ),
    ] {
        let names = if value == "postmark" {
            "mail_api_key"
        } else {
            variable
        };
        let wismo = Wismo::unsettled(but(variable, value)).await;
        let answers = asked(&wismo).await;
        for ((status, answer), stopped) in answers.into_iter().zip(stopped) {
            let is_503 = status == StatusCode::SERVICE_UNAVAILABLE;
            assert_eq!(is_503, stopped, "{variable}={value}: {status} {answer}");
            if stopped {
                // The name, but no more: anybody may ask.
                let expected = format!(
                    "Wismo is not set up: the variable `{names}` is at fault, and the log says why"
                );
                let answer: Value = serde_json::from_str(&answer).unwrap();
                assert_eq!(answer, json!({ "error": expected }));
            }
        }
        let log = wismo.process.log();
        assert!(log.contains(names) && log.contains(why), "{why}: {log}");
        assert!(value.is_empty() || !log.contains(value), "{log}");
        wismo.stop().await;
    }
}

/// A secret of which nobody may see any piece.
const HUSH: &str = "hUsHqUiEthUsHqUiEt";
/// A number in a secret's place.
const NUMBER: u64 = 471_147_114_711;

/// The shops, with a field of the first one changed.
fn shops(field: &str, value: &Value) -> String {
    let mut shops: Value = serde_json::from_str(&variables()["shops"]).unwrap();
    shops[0][field] = value.clone();
    shops.to_string()
}

/// Every secret, in each of the wrong forms that a slip may give it.
fn slips() -> Vec<(&'static str, String)> {
    let mut slips = Vec::new();
    for field in ["secrets", "sync_secrets"] {
        for value in [
            json!(HUSH),
            json!(NUMBER),
            json!({ "value": HUSH }),
            json!([[HUSH]]),
            json!([{ HUSH: HUSH }]),
            json!([HUSH, NUMBER]),
            json!([&HUSH[..15]]),
        ] {
            slips.push(("shops", shops(field, &value)));
        }
        let whole = shops(field, &json!([HUSH]));
        let cut = whole.find(HUSH).unwrap() + 12;
        slips.push(("shops", whole[..cut].to_owned()));
    }
    // In the place of another field, of its name, or of the list.
    slips.push(("shops", shops("platform", &json!(HUSH))));
    slips.push(("shops", shops("timezone", &json!(HUSH))));
    slips.push(("shops", shops("id", &json!(HUSH))));
    slips.push(("shops", json!([{ HUSH: [1] }]).to_string()));
    slips.push(("shops", json!(HUSH).to_string()));
    slips.push(("shops", HUSH.to_owned()));
    // The same in two shops.
    let mut shared: Value = serde_json::from_str(&shops("secrets", &json!([HUSH]))).unwrap();
    shared[2]["secrets"] = json!([HUSH]);
    slips.push(("shops", shared.to_string()));
    let list = format!("[\"{HUSH}\"]");
    let object = format!("{{\"secret\":\"{HUSH}\"}}");
    for variable in ["job_secret", "desk_api_key", "link_secret"] {
        slips.extend([HUSH, &list, &object].map(|value| (variable, value.to_owned())));
    }
    slips
}

#[tokio::test(flavor = "multi_thread")]
async fn no_piece_of_a_secret_in_any_wrong_form_is_answered_or_logged() {
    let mut cases: Vec<BTreeMap<String, String>> = slips()
        .into_iter()
        .map(|(variable, value)| but(variable, &value))
        .collect();
    for form in [HUSH.to_owned(), format!("[\"{HUSH} {HUSH}\"]")] {
        for provider in ["postmark", "resend", "sendgrid", "mailgun", "ses"] {
            let mut variables = but("mail_provider", provider);
            variables.insert("mail_events_secret".to_owned(), form.clone());
            variables.insert("mail_api_key".to_owned(), form.clone());
            cases.push(variables);
        }
    }
    for variables in cases {
        let wismo = Wismo::unsettled(variables.clone()).await;
        let answers = asked(&wismo).await;
        let is_503 =
            |(status, _): &(StatusCode, String)| *status == StatusCode::SERVICE_UNAVAILABLE;
        assert!(answers.iter().any(is_503), "{variables:?}: {answers:?}");
        let mut told = wismo.process.log();
        for (_, answer) in answers {
            told.push_str(&answer);
        }
        let bare = NORTH_SYNC_SECRET.trim_start_matches("whsec_");
        for secret in ["hUsH", "qUiEt", "47114711", NORTH_SECRET, bare] {
            assert!(!told.contains(secret), "{variables:?}: {told}");
        }
        wismo.stop().await;
    }
}
