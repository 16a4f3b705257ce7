//! `POST /mail/events/{provider}`: the fate of a mail, from the provider's event to
//! the desk.

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Accepted, Api, Recorder};

use crate::harness::provider::{self, Said};
use crate::harness::{DESK_API_KEY, Wismo, eventually, is_spin, mailed_by, woocommerce};

const TO: &str = "ada.nilsen@example.com";

/// A Wismo that takes an API's events, the API, and the mail that it took about the
/// order 324.
async fn mailed(api: Api) -> (Wismo, Recorder, Accepted) {
    let recorder = Recorder::start(api).unwrap();
    let mut variables = mailed_by(api, &recorder);
    variables.insert("mail_events_secret".to_owned(), provider::secret(api));
    let wismo = Wismo::with(variables).await;
    wismo
        .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.mail("north:324:1").await;
    let mail = recorder.accepted().remove(0);
    (wismo, recorder, mail)
}

impl Wismo {
    /// Posts a provider's event; returns the status and the answer.
    async fn event(&self, api: Api, said: &Said<'_>) -> (StatusCode, Value) {
        let (headers, body) = provider::delivery(api, said);
        let path = format!("/mail/events/{}", api.provider());
        let mut request = self.request("POST", &path).body(body);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let response = request.send().await.unwrap();
        (response.status(), response.json().await.unwrap())
    }

    /// The desk's answer.
    async fn desk(&self, method: &str, path: &str) -> (StatusCode, Value) {
        let request = self.request(method, &format!("/desk/api/north/{path}"));
        let response = request.bearer_auth(DESK_API_KEY).send().await.unwrap();
        (response.status(), response.json().await.unwrap_or_default())
    }

    /// The events about the mails of the order 324, the oldest first.
    async fn heard(&self) -> Vec<Value> {
        let history = self.history("north", "324").await;
        let deliveries = history["deliveries"].as_array().unwrap().iter();
        let heard = deliveries.filter(|one| !one["mail"].is_null());
        heard.cloned().collect()
    }
}

/// Checks a mail that comes back: the desk shows it, and the address gets no more.
async fn comes_back(api: Api) {
    let (wismo, recorder, mail) = mailed(api).await;
    let reference = mail.reference.as_deref().unwrap();
    let said = Said::of(reference, TO);
    // Nobody else's event is believed, and nothing of it is kept.
    for wrong in [said.bounced().forged(), said.delivered().forged()] {
        let (status, answer) = wismo.event(api, &wrong).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{answer}");
    }
    assert_eq!(wismo.heard().await, Vec::<Value>::new());
    let address = format!("suppressions/{TO}");
    assert_eq!(wismo.desk("GET", &address).await.0, StatusCode::NOT_FOUND);
    // Each event comes twice, as from a provider that lost the answer.
    for said in [&said.delivered(), &said.bounced()] {
        for _ in 0..2 {
            let answer = wismo.event(api, said).await;
            assert_eq!(answer, (StatusCode::OK, json!({ "events": 1 })));
        }
    }
    let heard = wismo.heard().await;
    assert_eq!(heard.len(), 2, "{heard:?}");
    assert_eq!(heard[0]["mail"]["kind"], "delivered", "{heard:?}");
    for one in &heard {
        assert_eq!(
            (&one["mail"]["notice"], &one["mail"]["to"]),
            (&json!(1), &json!(TO))
        );
    }
    let fate = &heard[1]["mail"]["kind"]["bounced"];
    assert_eq!(fate["is_permanent"], true, "{heard:?}");
    let (status, suppression) = wismo.desk("GET", &address).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(
        (&suppression["cause"], &suppression["order"]),
        (&json!("bounced"), &json!("324"))
    );
    let (_, tasks) = wismo.desk("GET", "tasks").await;
    let tasks = tasks["tasks"].as_array().unwrap();
    assert_eq!(tasks.len(), 1, "{tasks:?}");
    assert_eq!(
        (&tasks[0]["order"], &tasks[0]["why"]),
        (&json!("324"), &json!("bounced"))
    );
    // A manual mail is shown with the warning, and refused.
    let asked = json!({ "words": { "message": "Hello" } });
    for (query, status) in [
        ("?preview=true", StatusCode::OK),
        ("", StatusCode::CONFLICT),
    ] {
        let path = format!("/desk/api/north/orders/324/mails{query}");
        let request = wismo.request("POST", &path).bearer_auth(DESK_API_KEY);
        let answer = request.json(&asked).send().await.unwrap();
        assert_eq!(answer.status(), status);
        let answer: Value = answer.json().await.unwrap();
        if status == StatusCode::OK {
            let warning = json!({ "address": TO, "reason": "suppressed", "sent": false });
            assert_eq!(answer["warnings"], json!([warning]));
        }
    }
    // The next change is not mailed to anybody, and the history says why.
    let fate = changed(&wismo, "completed", "2026-06-07T17:18:38").await;
    assert_eq!(
        (&fate["status"], &fate["reason"]),
        (&json!("not_mailed"), &json!("suppressed"))
    );
    assert_eq!(recorder.accepted().len(), 1);
    // Until the desk lifts it.
    assert_eq!(
        wismo.desk("DELETE", &address).await.0,
        StatusCode::NO_CONTENT
    );
    let fate = changed(&wismo, "on-hold", "2026-06-08T17:18:38").await;
    assert_eq!(fate["status"], "mailed", "{fate}");
    assert_eq!(recorder.accepted().len(), 2);
    let log = wismo.process.log();
    for secret in [reference, TO, &provider::secret(api)] {
        assert!(!log.contains(secret), "{log}");
    }
}

/// The fate of the order's next change.
async fn changed(wismo: &Wismo, status: &str, modified: &str) -> Value {
    wismo.deliver(&woocommerce(324, status, modified)).await;
    eventually(async || {
        let history = wismo.history("north", "324").await;
        let mut deliveries = history["deliveries"].as_array().unwrap().iter();
        let last = deliveries.rfind(|one| one["kind"] == "order");
        let fate = last.unwrap()["changes"][0]["notification"].clone();
        Some(fate).filter(|fate| fate["status"] != "waiting")
    })
    .await
}

macro_rules! comes_back {
    ($($test:ident: $api:ident,)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $test() {
            comes_back(Api::$api).await;
        }
    )*};
}

comes_back! {
    a_mail_through_postmark_comes_back: Postmark,
    a_mail_through_resend_comes_back: Resend,
    a_mail_through_sendgrid_comes_back: SendGrid,
    a_mail_through_mailgun_comes_back: Mailgun,
    a_mail_through_brevo_comes_back: Brevo,
    a_mail_through_mailjet_comes_back: Mailjet,
    a_mail_through_sparkpost_comes_back: SparkPost,
    a_mail_through_mailtrap_comes_back: Mailtrap,
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_suppresses_the_address_and_opens_a_task() {
    let (wismo, _recorder, mail) = mailed(Api::Resend).await;
    let said = Said::of(mail.reference.as_deref().unwrap(), TO).complained();
    let answer = wismo.event(Api::Resend, &said).await;
    assert_eq!(answer, (StatusCode::OK, json!({ "events": 1 })));
    assert_eq!(wismo.heard().await[0]["mail"]["kind"], "complained");
    let (_, suppression) = wismo.desk("GET", &format!("suppressions/{TO}")).await;
    assert_eq!(suppression["cause"], "complained");
    let (_, tasks) = wismo.desk("GET", "tasks").await;
    assert_eq!(tasks["tasks"][0]["why"], "complained");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_about_no_mail_of_ours_is_taken_and_counted_in_the_log() {
    let (wismo, _recorder, _) = mailed(Api::Postmark).await;
    for foreign in ["", "c2hvcC8x-Og_2"] {
        let answer = wismo
            .event(Api::Postmark, &Said::of(foreign, TO).bounced())
            .await;
        assert_eq!(answer, (StatusCode::OK, json!({ "events": 0 })));
    }
    assert_eq!(wismo.heard().await, Vec::<Value>::new());
    let log = wismo.process.log();
    let line = "feedback: 1 of postmark are about mails that Wismo did not send there";
    assert_eq!(log.matches(line).count(), 2, "{log}");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_said_of_an_address_that_the_mail_did_not_go_to_counts_for_nobody() {
    let (wismo, _recorder, mail) = mailed(Api::Brevo).await;
    let reference = mail.reference.as_deref().unwrap();
    let other = "somebody.else@example.com";
    for said in [
        Said::of(reference, other).bounced(),
        Said::of(reference, other).complained(),
    ] {
        let answer = wismo.event(Api::Brevo, &said).await;
        assert_eq!(answer, (StatusCode::OK, json!({ "events": 0 })));
    }
    assert_eq!(wismo.heard().await, Vec::<Value>::new());
    let suppressed = wismo.desk("GET", &format!("suppressions/{other}")).await;
    assert_eq!(suppressed.0, StatusCode::NOT_FOUND);
    let (_, tasks) = wismo.desk("GET", "tasks").await;
    assert_eq!(tasks["tasks"], json!([]));
    let log = wismo.process.log();
    let line = "feedback: 1 of brevo are about mails that Wismo did not send there";
    assert_eq!(log.matches(line).count(), 2, "{log}");
    assert!(!log.contains(other), "{log}");
    // Upper and lower case do not matter.
    let said = Said::of(reference, "Ada.Nilsen@Example.com").delivered();
    let answer = wismo.event(Api::Brevo, &said).await;
    assert_eq!(answer, (StatusCode::OK, json!({ "events": 1 })));
    assert_eq!(wismo.heard().await[0]["mail"]["to"], TO);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_becomes_of_a_mail_by_hand_is_heard_of_whom_it_went_to() {
    let (wismo, recorder, _) = mailed(Api::Brevo).await;
    let by_hand = json!({ "words": { "subject": "Soon", "message": "Soon." }, "id": "a" });
    let request = wismo.request("POST", "/desk/api/north/orders/324/mails");
    let answer = request.bearer_auth(DESK_API_KEY).json(&by_hand);
    let answer = answer.send().await.unwrap();
    let status = answer.status();
    assert!(status.is_success(), "{status}: {:?}", answer.text().await);
    let sent = eventually(async || {
        wismo.drain().await;
        recorder.accepted().into_iter().nth(1)
    })
    .await;
    let reference = sent.reference.as_deref().unwrap();
    for (to, events) in [("somebody.else@example.com", 0), (TO, 1)] {
        let said = Said::of(reference, to).bounced();
        let answer = wismo.event(Api::Brevo, &said).await;
        assert_eq!(answer, (StatusCode::OK, json!({ "events": events })));
    }
    let (status, _) = wismo.desk("GET", &format!("suppressions/{TO}")).await;
    assert_eq!(status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_old_or_forged_asks_nothing_of_the_store() {
    let (wismo, _recorder, mail) = mailed(Api::Resend).await;
    let said = Said::of(mail.reference.as_deref().unwrap(), TO).bounced();
    if !is_spin() {
        wismo.process.reset_counts();
    }
    for wrong in [said.old(), said.forged()] {
        let (status, answer) = wismo.event(Api::Resend, &wrong).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{answer}");
    }
    if !is_spin() {
        let counts = wismo.process.counts("feedback");
        let writes = counts.set + counts.set_many + counts.increment + counts.delete;
        assert_eq!((counts.get, writes), (0, 0), "{counts:?}");
    }
    assert_eq!(wismo.heard().await, Vec::<Value>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_of_a_topic_that_is_not_ours_is_refused() {
    let (wismo, _recorder, mail) = mailed(Api::Ses).await;
    let said = Said::of(mail.reference.as_deref().unwrap(), TO).bounced();
    let (status, answer) = wismo.event(Api::Ses, &said).await;
    assert_eq!(status, StatusCode::UNAUTHORIZED);
    assert!(
        answer["error"].as_str().unwrap().contains("TopicArn"),
        "{answer}"
    );
    assert_eq!(wismo.heard().await, Vec::<Value>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn wrong_requests_are_told_what_to_mend() {
    let (wismo, _recorder, _) = mailed(Api::Brevo).await;
    let post = async |path: &str, body: String| {
        let request = wismo.request("POST", path).body(body);
        let request = request.bearer_auth(provider::secret(Api::Brevo));
        let response = request.send().await.unwrap();
        let status = response.status();
        let answer: Value = response.json().await.unwrap();
        (status, answer["error"].as_str().unwrap().to_owned())
    };
    for (path, body, status, said) in [
        (
            "/mail/events/postmark",
            "[]".to_owned(),
            StatusCode::NOT_FOUND,
            "mail_provider",
        ),
        (
            "/mail/events/brevo/x",
            "[]".to_owned(),
            StatusCode::NOT_FOUND,
            "nothing here",
        ),
        (
            "/mail/events/brevo",
            "[{]".to_owned(),
            StatusCode::BAD_REQUEST,
            "JSON",
        ),
        (
            "/mail/events/brevo",
            " ".repeat(1_000_001),
            StatusCode::PAYLOAD_TOO_LARGE,
            "1000000",
        ),
    ] {
        let answer = post(path, body).await;
        assert!(
            answer.0 == status && answer.1.contains(said),
            "{path}: {answer:?}"
        );
    }
    let got = wismo.get("/mail/events/brevo").await;
    assert_eq!(got.status(), StatusCode::METHOD_NOT_ALLOWED);
    // Beside it, the mail component asks for the job secret as ever.
    let other = wismo.request("POST", "/mail/drain").send().await.unwrap();
    assert_eq!(other.status(), StatusCode::UNAUTHORIZED);
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_secret_no_event_is_taken_and_the_variable_is_named() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    for (secret, said) in [("", "_secret` is not set"), ("short", "at least 32")] {
        let mut variables = mailed_by(Api::Postmark, &recorder);
        variables.insert("mail_events_secret".to_owned(), secret.to_owned());
        let wismo = Wismo::with(variables).await;
        let (status, answer) = wismo
            .event(Api::Postmark, &Said::of("x", TO).delivered())
            .await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
        let error = answer["error"].as_str().unwrap();
        assert!(error.contains("mail_events_secret"), "{error}");
        // The operator reads the reason in the log.
        assert!(!error.contains(said), "{error}");
        let log = wismo.process.log();
        assert!(log.contains(said), "{log}");
        wismo.stop().await;
    }
}
