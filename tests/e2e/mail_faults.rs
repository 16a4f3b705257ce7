//! The fate of a mail when its provider fails: the outcome, the delay, and what
//! the desk says of it. No fault loses a mail, and none doubles one if the
//! provider recognizes a copy by its key.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::time::Duration;

use reqwest::StatusCode;
use serde_json::{Value, json};
use wismo::recorder::{Api, Fault, Recorder};
use wismo_domain::time::Timestamp;

use crate::harness::{DESK_API_KEY, Wismo, eventually, is_spin, mailed_by, within, woocommerce};

/// The first delay, in seconds, including what chance adds.
const FIRST: RangeInclusive<i64> = 29..=37;

/// A Wismo whose provider has taken an order's first mail, or failed to.
async fn mailed(recorder: &Recorder, api: Api) -> (Wismo, Value) {
    let wismo = Wismo::with(mailed_by(api, recorder)).await;
    deliver(&wismo, 1, "processing", 6).await;
    let outcome = outcomes(&wismo, 1).await.remove(0);
    (wismo, outcome)
}

async fn deliver(wismo: &Wismo, order: u64, status: &str, day: u32) {
    let order = woocommerce(order, status, &format!("2026-06-{day:02}T17:18:38"));
    assert_eq!(wismo.deliver(&order).await.status(), StatusCode::OK);
}

/// The outcomes of the attempts at an order's last notice, once there is one.
async fn outcomes(wismo: &Wismo, order: u64) -> Vec<Value> {
    within(Duration::from_secs(30), async || {
        let history = wismo.history("north", &order.to_string()).await;
        let last = history["notices"].as_array()?.last()?;
        let outcomes = last["outcomes"].as_array()?.clone();
        (!outcomes.is_empty()).then_some(outcomes)
    })
    .await
}

/// The notification of an order's last change, as the desk tells it.
async fn notification(wismo: &Wismo, order: u64) -> Value {
    let history = wismo.history("north", &order.to_string()).await;
    let last = history["deliveries"].as_array().unwrap().last().unwrap();
    last["changes"][0]["notification"].clone()
}

/// The status of an order's last change, and its reason.
async fn fate(wismo: &Wismo, order: u64) -> (String, String) {
    let notification = notification(wismo, order).await;
    let word = |name: &str| notification[name].as_str().unwrap_or_default().to_owned();
    (word("status"), word("reason"))
}

fn ending(outcome: &Value) -> &str {
    let ending = &outcome["result"];
    let name = ending.as_object().and_then(|ending| ending.keys().next());
    name.map_or_else(|| ending.as_str().unwrap(), String::as_str)
}

/// Seconds that an outcome makes the next attempt wait.
fn delay(outcome: &Value) -> i64 {
    let time = |value: &Value| value.as_str().unwrap().parse::<Timestamp>().unwrap();
    let due = time(&outcome["result"][ending(outcome)]["due"]);
    due.duration_since(time(&outcome["at"])).whole_seconds()
}

/// Checks that order 1 is mailed after some seconds: by the drain that comes then, or
/// by the hook's, if that was not done yet.
async fn is_mailed_after(wismo: &Wismo, seconds: u64) {
    wismo.later(seconds).await;
    within(Duration::from_secs(30), async || {
        (fate(wismo, 1).await.0 == "mailed").then_some(())
    })
    .await;
}

/// The number of mails, and how many of them are second copies.
fn copies(recorder: &Recorder) -> (usize, usize) {
    let mails = recorder.accepted();
    let keys: BTreeSet<_> = mails.iter().map(|mail| mail.key.clone()).collect();
    (mails.len(), mails.len() - keys.len())
}

/// Checks that a fault fails the first attempt in this way and is waited out for so
/// long, and that then the mail is there, with so many second copies.
async fn is_waited_out(
    (api, fault): (Api, Fault),
    expected: &str,
    wait: RangeInclusive<i64>,
    second_copies: usize,
) {
    let recorder = Recorder::start(api).unwrap();
    recorder.script([fault.clone()]);
    let (wismo, outcome) = mailed(&recorder, api).await;
    assert_eq!(ending(&outcome), expected, "{fault:?}: {outcome}");
    assert!(wait.contains(&delay(&outcome)), "{fault:?}: {outcome}");
    let reason = outcome["result"][expected]["reason"].as_str().unwrap();
    assert!(!reason.is_empty() && !reason.contains('@'), "{reason}");
    let waits = ("waiting".to_owned(), "being_sent".to_owned());
    assert_eq!(fate(&wismo, 1).await, waits, "{fault:?}");
    // It does not go before its time.
    assert_eq!(wismo.drain().await["sent"], 0, "{fault:?}");
    if is_spin() {
        return wismo.stop().await;
    }
    let wait = u64::try_from(*wait.end()).unwrap();
    is_mailed_after(&wismo, wait).await;
    let outcomes = outcomes(&wismo, 1).await;
    let endings: Vec<_> = outcomes.iter().map(ending).collect();
    assert_eq!(endings, [expected, "accepted"]);
    let mails = (1 + second_copies, second_copies);
    assert_eq!(copies(&recorder), mails, "{fault:?}");
    // Nothing comes after the mail.
    assert_eq!(wismo.later(3600).await["sent"], 0, "{fault:?}");
    assert_eq!(copies(&recorder), mails, "{fault:?}");
    assert_eq!(recorder.refused(), Vec::<String>::new());
    wismo.stop().await;
}

fn status(status: u16, body: &str) -> Fault {
    Fault::Status(status, body.to_owned())
}

fn retry_after(value: &str) -> Fault {
    let body = json!({ "name": "rate_limit_exceeded" });
    Fault::StatusWith(429, ("retry-after", value.to_owned()), body.to_string())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_connection_is_tried_again() {
    let mut recorder = Recorder::start(Api::Resend).unwrap();
    recorder.refuse().unwrap();
    let (wismo, outcome) = mailed(&recorder, Api::Resend).await;
    assert_eq!(ending(&outcome), "try_again", "{outcome}");
    assert_eq!(outcome["result"]["try_again"]["reason"], "no connection");
    assert!(FIRST.contains(&delay(&outcome)), "{outcome}");
    recorder.open().unwrap();
    if !is_spin() {
        is_mailed_after(&wismo, 37).await;
        assert_eq!(copies(&recorder), (1, 0));
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reset_leaves_it_open_whether_the_mail_was_taken() {
    for fault in [
        Fault::ResetMidRequest,
        Fault::ResetBeforeAnswer,
        Fault::ResetMidAnswer,
    ] {
        // Postmark gets a second copy of a mail that it took.
        let taken = usize::from(fault != Fault::ResetMidRequest);
        is_waited_out((Api::Resend, fault.clone()), "unknown", FIRST, 0).await;
        is_waited_out((Api::Postmark, fault), "unknown", FIRST, taken).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_is_none_leaves_it_open_whether_the_mail_was_taken() {
    for api in [Api::Resend, Api::Postmark, Api::Mailjet, Api::Ses] {
        for body in ["<html>Welcome</html>", "", "{\"id\":", "[]"] {
            is_waited_out((api, status(200, body)), "unknown", FIRST, 0).await;
        }
    }
    is_waited_out((Api::Resend, Fault::Garbage), "unknown", FIRST, 0).await;
    is_waited_out((Api::Postmark, Fault::Garbage), "unknown", FIRST, 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_requests_wait_for_as_long_as_the_provider_asks() {
    let limit = status(429, "{\"name\":\"rate_limit_exceeded\"}");
    is_waited_out((Api::Resend, limit), "try_again", FIRST, 0).await;
    // Never sooner than without the provider's word.
    is_waited_out((Api::Resend, retry_after("7")), "try_again", FIRST, 0).await;
    is_waited_out((Api::Resend, retry_after("120")), "try_again", 119..=121, 0).await;
    let spent = status(429, "{\"name\":\"daily_quota_exceeded\"}");
    is_waited_out((Api::Resend, spent), "try_again", 3599..=3601, 0).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_inside_a_success_is_an_error() {
    let error = |code: u32| status(200, &json!({ "ErrorCode": code }).to_string());
    is_waited_out((Api::Postmark, error(100)), "try_again", FIRST, 0).await;
    let mailjet = |status: u16, code: &str, field: &str| {
        let error = json!({ "ErrorCode": code, "StatusCode": status, "ErrorRelatedTo": [field] });
        let body = json!({ "Messages": [{ "Status": "error", "Errors": [error] }] });
        Fault::Status(200, body.to_string())
    };
    let busy = mailjet(500, "mj-0002", "");
    is_waited_out((Api::Mailjet, busy), "try_again", FIRST, 0).await;
    is_refused(Api::Postmark, error(406), true).await;
    is_refused(Api::Mailjet, mailjet(400, "mj-0013", "To"), true).await;
    is_refused(Api::Mailjet, mailjet(400, "mj-0003", "HTMLPart"), false).await;
}

/// Checks that the provider never takes this mail; `is_address` says that it takes no
/// mail to this address.
async fn is_refused(api: Api, fault: Fault, is_address: bool) {
    let recorder = Recorder::start(api).unwrap();
    recorder.script([fault.clone()]);
    let (wismo, outcome) = mailed(&recorder, api).await;
    assert_eq!(ending(&outcome), "refused", "{fault:?}: {outcome}");
    let notification = notification(&wismo, 1).await;
    assert_eq!(notification["status"], "not_mailed", "{fault:?}");
    assert_eq!(notification["reason"], "refused", "{fault:?}");
    let detail = notification["detail"].as_str().unwrap();
    assert!(!detail.is_empty() && !detail.contains('@'), "{detail}");
    if !is_spin() {
        assert_eq!(wismo.later(3600).await["sent"], 0, "{fault:?}");
    }
    assert_eq!(copies(&recorder), (0, 0));
    // The next change is told, unless the address is no good.
    deliver(&wismo, 1, "completed", 7).await;
    let expected = match is_address {
        true => ("not_mailed".to_owned(), "suppressed".to_owned()),
        false => ("mailed".to_owned(), String::new()),
    };
    eventually(async || (fate(&wismo, 1).await == expected).then_some(())).await;
    assert_eq!(recorder.accepted().len(), usize::from(!is_address));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_provider_will_never_take_is_refused_with_its_reason() {
    let inactive = json!({ "ErrorCode": 406, "Message": "inactive ada.nilsen@example.com" });
    is_refused(Api::Postmark, status(422, &inactive.to_string()), true).await;
    let invalid = json!({ "ErrorCode": 300, "Message": "Invalid ada.nilsen@example.com" });
    is_refused(Api::Postmark, status(422, &invalid.to_string()), false).await;
    let invalid = json!({ "name": "validation_error", "message": "ada.nilsen@example.com" });
    is_refused(Api::Resend, status(422, &invalid.to_string()), false).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn five_errors_in_a_row_delay_a_mail_ever_longer_and_lose_nothing() {
    if is_spin() {
        return;
    }
    let recorder = Recorder::start(Api::Resend).unwrap();
    recorder.script(vec![status(500, "{}"); 5]);
    let (wismo, _) = mailed(&recorder, Api::Resend).await;
    for (tries, wait) in (1..).zip([30, 60, 120, 240, 480]) {
        let outcomes = outcomes(&wismo, 1).await;
        assert_eq!(outcomes.len(), tries);
        let last = &outcomes[tries - 1];
        assert_eq!(ending(last), "try_again", "{last}");
        assert!((wait..=wait * 6 / 5).contains(&delay(last)), "{last}");
        let before = u64::try_from(delay(last)).unwrap() - 5;
        let early = wismo.later(before).await;
        assert_eq!((&early["failed"], &early["sent"]), (&json!(0), &json!(0)));
        // The circuit may stay open for a while.
        let tried = async || {
            wismo.later(6).await;
            (self::outcomes(&wismo, 1).await.len() > tries).then_some(())
        };
        eventually(tried).await;
    }
    assert_eq!(fate(&wismo, 1).await.0, "mailed");
    assert_eq!(outcomes(&wismo, 1).await.len(), 6);
    assert_eq!(copies(&recorder), (1, 0));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_key_stops_all_sending_until_one_mail_gets_through() {
    let recorder = Recorder::start(Api::Resend).unwrap();
    let wrong = json!({ "name": "invalid_api_key", "message": "API key is invalid" });
    recorder.script(vec![status(401, &wrong.to_string()); 3]);
    let (wismo, outcome) = mailed(&recorder, Api::Resend).await;
    assert_eq!(ending(&outcome), "try_again", "{outcome}");
    // The provider may only refuse this mail, so another one tries.
    deliver(&wismo, 2, "processing", 6).await;
    let other = outcomes(&wismo, 2).await.remove(0);
    assert_eq!(ending(&other), "try_again", "{other}");
    // No other mail tries meanwhile, and the desk shows it.
    deliver(&wismo, 3, "processing", 6).await;
    assert_eq!(wismo.drain().await["sent"], 0);
    let other = wismo.history("north", "3").await;
    assert_eq!(other["notices"], json!([]), "{other}");
    let request = wismo.request("GET", "/desk/api/north/mail");
    let circuit: Value = request
        .bearer_auth(DESK_API_KEY)
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(circuit["paused"]["is_to_mend"], true, "{circuit}");
    assert_eq!(
        circuit["paused"]["reason"], "Resend: 401, invalid_api_key",
        "{circuit}"
    );
    if !is_spin() {
        assert_eq!(wismo.later(290).await["failed"], 0);
        // One mail tries, and the others wait for it. If it is one of the first two,
        // it proves nothing more, and the next may try.
        assert_eq!(wismo.later(20).await["failed"], 1);
        for _ in 0..8 {
            assert_eq!(wismo.later(60).await["failed"], 0);
        }
        assert_eq!(copies(&recorder), (3, 0));
    }
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_seconds_of_silence_are_waited_for() {
    let recorder = Recorder::start(Api::Postmark).unwrap();
    recorder.script([Fault::Silence(Duration::from_secs(10))]);
    let (wismo, outcome) = mailed(&recorder, Api::Postmark).await;
    assert_eq!(ending(&outcome), "accepted", "{outcome}");
    wismo.drain().await;
    assert_eq!(copies(&recorder), (1, 0));
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_longer_silence_leaves_it_open_and_a_key_keeps_it_from_doubling() {
    for (api, second_copies) in [(Api::Resend, 0), (Api::Postmark, 1)] {
        let recorder = Recorder::start(api).unwrap();
        recorder.script([Fault::Silence(Duration::from_secs(17))]);
        let (wismo, outcome) = mailed(&recorder, api).await;
        assert_eq!(ending(&outcome), "unknown", "{outcome}");
        assert_eq!(outcome["result"]["unknown"]["reason"], "no answer in time");
        assert!(FIRST.contains(&delay(&outcome)), "{outcome}");
        if !is_spin() {
            // Resend refuses the copy for as long as the first is under way. The next
            // try is not at once, lest the day is over by then.
            within(Duration::from_secs(30), async || {
                wismo.later(600).await;
                let is_mailed = fate(&wismo, 1).await.0 == "mailed";
                if !is_mailed {
                    tokio::time::sleep(Duration::from_secs(1)).await;
                }
                is_mailed.then_some(())
            })
            .await;
            assert_eq!(copies(&recorder), (1 + second_copies, second_copies));
        }
        wismo.stop().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_keys_a_mail_is_sent_once_more_and_then_given_up() {
    if is_spin() {
        return;
    }
    let recorder = Recorder::start(Api::Postmark).unwrap();
    recorder.script([Fault::ResetBeforeAnswer, Fault::ResetBeforeAnswer]);
    let (wismo, _) = mailed(&recorder, Api::Postmark).await;
    wismo.later(37).await;
    wismo.later(73).await;
    let outcomes = outcomes(&wismo, 1).await;
    let endings: Vec<_> = outcomes.iter().map(ending).collect();
    assert_eq!(endings, ["unknown", "unknown", "given_up"]);
    // Both were taken, which only Postmark can know.
    assert_eq!(copies(&recorder), (2, 1));
    let notification = notification(&wismo, 1).await;
    let given_up = json!({
        "status": "not_mailed", "reason": "given_up", "notice": 1,
        "detail": "sent several times without an answer",
    });
    assert_eq!(notification, given_up);
    // The mail is kept, and the next change is told.
    assert!(wismo.has_mail("north:1:1").await);
    deliver(&wismo, 1, "completed", 7).await;
    wismo.mail("north:1:2").await;
    assert_eq!(fate(&wismo, 1).await.0, "mailed");
    wismo.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drain_has_no_more_than_eight_mails_under_way() {
    if is_spin() {
        return;
    }
    let mut recorder = Recorder::start(Api::Resend).unwrap();
    recorder.refuse().unwrap();
    let wismo = Wismo::with(mailed_by(Api::Resend, &recorder)).await;
    for order in 1..=40 {
        deliver(&wismo, order, "processing", 6).await;
    }
    recorder.script(vec![Fault::Silence(Duration::from_millis(100)); 40]);
    recorder.open().unwrap();
    while recorder.accepted().len() < 40 {
        wismo.later(60).await;
    }
    assert_eq!(copies(&recorder), (40, 0));
    assert!((2..=8).contains(&recorder.most_at_once()));
    wismo.stop().await;
}
