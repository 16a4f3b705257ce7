//! The variables: what is missing or malformed is named, and nothing is served.

use reqwest::StatusCode;
use serde_json::Value;

use crate::harness::{JOB_SECRET, Wismo, variables, woocommerce};

async fn answers(variable: &str, value: &str, names: &str) -> Vec<(StatusCode, Value)> {
    let mut variables = variables();
    variables.insert(variable.to_owned(), value.to_owned());
    let wismo = Wismo::unsettled(variables).await;
    let hook = wismo
        .deliver(&woocommerce(1, "processing", "2026-06-06T17:18:38"))
        .await;
    let page = wismo.get(&Wismo::page_path("north", "1")).await;
    let drain = wismo
        .request("POST", "/mail/drain")
        .bearer_auth(JOB_SECRET)
        .send()
        .await
        .unwrap();
    let mut answers = Vec::new();
    for response in [hook, page, drain] {
        answers.push((response.status(), response.json().await.unwrap_or_default()));
    }
    let log = wismo.process.log();
    if answers
        .iter()
        .any(|(status, _)| *status == StatusCode::SERVICE_UNAVAILABLE)
    {
        assert!(log.contains(names), "{names} is not in the log: {log}");
        assert!(
            value.is_empty() || !log.contains(value),
            "the log repeats {variable}"
        );
    }
    wismo.stop().await;
    answers
}

#[tokio::test(flavor = "multi_thread")]
async fn a_setting_at_fault_is_a_503_that_names_it() {
    // Which of hook, page and drain a setting stops.
    for (variable, value, stopped) in [
        ("shops", "{", [true, true, true]),
        (
            "shops",
            r#"[{"id":"A b","platform":"standard","secrets":["x"]}]"#,
            [true, true, true],
        ),
        ("job_secret", "", [true, false, true]),
        ("job_secret", "k3y", [true, false, true]),
        ("link_secret", "", [false, true, true]),
        (
            "link_secret",
            "short-key-that-is-not-32-bytes",
            [false, true, true],
        ),
        ("mail_from", "", [false, false, true]),
        ("mail_from", "no address", [false, false, true]),
        ("mail_provider", "pigeon", [false, false, true]),
        ("mail_provider", "postmark", [false, false, true]),
        ("public_url", "wismo.example", [false, true, true]),
        ("public_url", "http://wismo.example", [false, true, true]),
    ] {
        let names = if value == "postmark" {
            "mail_api_key"
        } else {
            variable
        };
        let answers = answers(variable, value, names).await;
        for ((status, answer), stopped) in answers.into_iter().zip(stopped) {
            let is_503 = status == StatusCode::SERVICE_UNAVAILABLE;
            assert_eq!(is_503, stopped, "{variable}={value}: {status} {answer}");
            if stopped {
                let error = answer["error"].as_str().unwrap();
                assert!(error.contains(names), "{error}");
                assert!(value.is_empty() || !error.contains(value), "{error}");
            }
        }
    }
}
