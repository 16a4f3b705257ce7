//! The happenings that the providers' documented events are read as.

use serde_json::{Value, json as value};
use wismo_domain::log::MailEventKind;

use super::{json, now, reference, source, sources};
use crate::{BadBody, Parsed};

pub(super) const RECIPIENT: &str = "jane.doe@example.com";

/// Reads a body as that of a provider.
pub(super) fn parse(provider: &str, body: &Value) -> Result<Parsed, BadBody> {
    let bytes = body.to_string().into_bytes();
    match provider {
        "ses" => crate::providers::ses::parse(&bytes, now()),
        "scaleway" => crate::providers::scaleway::parse(&bytes, now()),
        _ => {
            let sources = sources();
            let found = sources.iter().find(|source| source.name() == provider);
            found.unwrap().read(&bytes, now())
        }
    }
}

/// The kinds of the events of a fixture, each read in a body of its own: a
/// word with the reason, or `-` for nothing.
fn kinds(provider: &str) -> Vec<String> {
    let fixture = json(&format!("{provider}.json"));
    let (events, wrap): (_, fn(&Value) -> Value) = match provider {
        "mailtrap" => (&fixture["events"], |event| value!({ "events": [event] })),
        _ => (&fixture, Value::clone),
    };
    let events = events.as_array().unwrap();
    events
        .iter()
        .flat_map(|event| {
            let parsed = parse(provider, &wrap(event)).unwrap();
            assert_eq!(parsed.unread, 0, "{event}");
            if parsed.happenings.is_empty() {
                return vec!["-".to_owned()];
            }
            let of = |happening: crate::Happening| {
                let has_tag = provider != "ses" || event.pointer("/mail/tags").is_some();
                assert_eq!(happening.reference, has_tag.then(reference), "{event}");
                let hour = happening.at.to_string();
                let is_time = hour.starts_with("2026-11-22T11:4") || hour == now().to_string();
                assert!(is_time, "{hour}");
                if happening.recipient != "copy@example.com" {
                    assert_eq!(happening.recipient, RECIPIENT);
                }
                word(&happening.fate)
            };
            parsed.happenings.into_iter().map(of).collect()
        })
        .collect()
}

fn word(fate: &MailEventKind) -> String {
    let (word, reason) = match fate {
        MailEventKind::Delivered => ("delivered", ""),
        MailEventKind::Complained => ("complained", ""),
        MailEventKind::Unsubscribed => ("unsubscribed", ""),
        MailEventKind::Opened => ("opened", ""),
        MailEventKind::Deferred { reason } => ("deferred", reason.as_str()),
        MailEventKind::Suppressed { reason } => ("suppressed", reason.as_str()),
        MailEventKind::Rejected { reason } => ("rejected", reason.as_str()),
        MailEventKind::Bounced {
            is_permanent,
            reason,
        } => {
            let word = if *is_permanent { "bounced" } else { "returned" };
            (word, reason.as_str())
        }
    };
    assert!(
        !reason.contains('@') && !reason.contains("jane"),
        "{reason}"
    );
    match reason {
        "" => word.to_owned(),
        reason => format!("{word}: {reason}"),
    }
}

#[test]
fn every_event_of_postmark_is_read() {
    let said = "smtp;550 5.1.1 … mailbox not known";
    assert_eq!(
        kinds("postmark"),
        [
            "delivered",
            &format!("bounced: HardBounce; 1; {said}"),
            &format!("deferred: Transient; 2; {said}"),
            &format!("returned: SoftBounce; 4096; {said}"),
            &format!("suppressed: ManuallyDeactivated; 100007; {said}"),
            "-",
            "unsubscribed",
            "complained",
            "unsubscribed",
            "-",
            "opened",
            "-",
        ]
    );
}

#[test]
fn every_event_of_resend_is_read() {
    assert_eq!(
        kinds("resend"),
        [
            "-",
            "delivered",
            "deferred",
            "bounced: Permanent; General; The recipient's email provider sent a hard bounce message.",
            "returned: Transient; MailboxFull; The recipient's inbox was full.",
            "suppressed: Permanent; Suppressed; The recipient's email address is on the suppression list.",
            "suppressed: The address is on the account's suppression list.",
            "rejected: reached_daily_quota",
            "complained",
            "opened",
            "-",
            "delivered",
        ]
    );
}

#[test]
fn what_resend_says_of_several_is_said_of_each() {
    let bounced = value!({
        "type": "email.bounced",
        "created_at": "2026-11-22T11:41:12.126Z",
        "data": {
            "to": ["ada@example.com", "office@example.com"],
            "bounce": { "type": "Permanent", "subType": "General", "message": "no such user" },
        },
    });
    let parsed = parse("resend", &bounced).unwrap();
    let to: Vec<&str> = parsed
        .happenings
        .iter()
        .map(|it| it.recipient.as_str())
        .collect();
    assert_eq!(to, ["ada@example.com", "office@example.com"]);
    assert!(
        parsed
            .happenings
            .iter()
            .all(|it| word(&it.fate).starts_with("bounced"))
    );
    let nobody = value!({ "type": "email.bounced", "data": { "to": [] } });
    assert_eq!(parse("resend", &nobody).unwrap().unread, 1);
}

#[test]
fn every_event_of_sendgrid_is_read() {
    assert_eq!(
        kinds("sendgrid"),
        [
            "-",
            "delivered",
            "deferred: 4.2.1; 400 try again later",
            "bounced: 5.1.1; Invalid Address; 550 5.1.1 The account … does not exist",
            "returned: 5.0.0; 500 blocked for now",
            "suppressed: Bounced Address",
            "rejected: Invalid SMTPAPI header",
            "complained",
            "unsubscribed",
            "unsubscribed",
            "opened",
            "-",
            "-",
        ]
    );
}

#[test]
fn every_event_of_mailgun_is_read() {
    assert_eq!(
        kinds("mailgun"),
        [
            "-",
            "delivered",
            "bounced: bounce; 550; 5.1.1 The account does not exist. 5.1.1 Look for typos",
            "deferred: generic; 498; No MX for example.com",
            "returned: old; 602; Too old",
            "suppressed: suppress-bounce; 605; Not delivering to previously bounced address",
            "rejected: Sandbox subdomains are for test purposes only.",
            "complained",
            "unsubscribed",
            "opened",
            "-",
        ]
    );
}

#[test]
fn every_event_of_brevo_is_read() {
    assert_eq!(
        kinds("brevo"),
        [
            "-",
            "delivered",
            "deferred: deferred; 421 4.7.0 try again",
            "bounced: hard_bounce; RecipientError: 550 5.5.0 mailbox unavailable.",
            "returned: soft_bounce; undefined Unable to find MX of domain",
            "suppressed: blocked; blocked : due to blacklist user",
            "bounced: invalid_email",
            "rejected: error; x",
            "complained",
            "complained",
            "unsubscribed",
            "opened",
            "opened",
            "-",
            "-",
        ]
    );
}

#[test]
fn every_event_of_ses_is_read() {
    let said = "5.1.1; smtp; 550 5.1.1 … user unknown";
    assert_eq!(
        kinds("ses"),
        [
            &format!("bounced: Permanent; General; {said}"),
            &format!("returned: Transient; MailboxFull; {said}"),
            &format!("suppressed: Permanent; OnAccountSuppressionList; {said}"),
            "complained",
            "delivered",
            "delivered",
            "-",
            "rejected: Bad content",
            "rejected: Bad content",
            "deferred: TransientCommunicationFailure; 4.4.1; smtp; 421 4.4.1 Unable to connect",
            &format!("returned: Undetermined; Undetermined; {said}"),
        ]
    );
}

#[test]
fn every_event_of_mailjet_is_read() {
    assert_eq!(
        kinds("mailjet"),
        [
            "delivered",
            "bounced: recipient; user unknown; Host or domain name not found.",
            "returned: recipient; quota exceeded",
            "deferred: domain; greylisted",
            "suppressed: recipient; user unknown",
            "rejected: content; content blocked",
            "complained",
            "unsubscribed",
            "opened",
            "-",
        ]
    );
}

#[test]
fn every_event_of_sparkpost_is_read() {
    assert_eq!(
        kinds("sparkpost"),
        [
            "-",
            "-",
            "delivered",
            "bounced: 10; 550; 550 5.1.1 … User unknown",
            "returned: 22; 552; 552 mailbox full",
            "-",
            "deferred: 21; 454; 454 4.4.4 [internal] no MX or A for domain",
            "suppressed: 554; 554 5.7.1 recipient address suppressed due to customer policy",
            "rejected: 554; 554 5.3.3 [internal] Error while rendering part html",
            "complained",
            "unsubscribed",
            "opened",
            "-",
        ]
    );
}

#[test]
fn every_event_of_mailtrap_is_read() {
    assert_eq!(
        kinds("mailtrap"),
        [
            "delivered",
            "deferred: 450; unavailable; soft bounce (450 4.2.0 unavailable)",
            "bounced: 550; hard; bounced (550 5.1.1 does not exist)",
            "rejected: other",
            "suppressed: Recipient in suppression list",
            "rejected: unknown",
            "complained",
            "unsubscribed",
            "opened",
            "-",
        ]
    );
}

#[test]
fn every_event_of_scaleway_is_read() {
    assert_eq!(
        kinds("scaleway"),
        [
            "bounced: dropped; 550; 550 5.1.1 … rejected",
            "-",
            "delivered",
            "deferred: deferred; 451; 4.7.1 later",
            "bounced: mailbox_not_found; 550; no such user",
            "returned: spam; 554; 5.7.1 spam",
            "suppressed: blocklisted; mailbox not found",
            "-",
            "-",
        ]
    );
}

#[test]
fn a_whole_list_is_read_in_its_order() {
    let events = json("sendgrid.json");
    let many: Vec<&Value> = events
        .as_array()
        .unwrap()
        .iter()
        .cycle()
        .take(1000)
        .collect();
    let parsed = parse("sendgrid", &value!(many)).unwrap();
    assert_eq!((parsed.happenings.len(), parsed.unread), (770, 0));
    let mut happened = parsed.happenings.iter();
    assert_eq!(happened.next().unwrap().fate, MailEventKind::Delivered);
    let too_many: Vec<&Value> = events
        .as_array()
        .unwrap()
        .iter()
        .cycle()
        .take(10_001)
        .collect();
    assert_eq!(
        parse("sendgrid", &value!(too_many)),
        Err(BadBody::TooMany(10_000))
    );
}

#[test]
fn an_event_that_names_no_recipient_is_counted_and_keeps_no_other_from_being_read() {
    let events = value!([
        { "event": "bounce", "timestamp": 1 },
        { "event": "bounce", "email": "nobody", "timestamp": 1 },
        { "event": "delivered", "email": "jane.doe@example.com" },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": 95617584000_u64 },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": -377705116800_i64 },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": -1 },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": i64::MIN },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": u64::MAX },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": "0000-01-01T00:00:00+01:00" },
        { "event": "delivered", "email": "jane.doe@example.com", "timestamp": "9999-12-31T23:59:59-12:00" },
    ]);
    let parsed = parse("sendgrid", &events).unwrap();
    assert_eq!(parsed.unread, 2);
    // Without a time, or with one in the future or before there were such
    // mails, it counts as having happened now.
    let times: Vec<_> = parsed
        .happenings
        .iter()
        .map(|happening| happening.at)
        .collect();
    assert_eq!(times, [now(); 8]);
    assert!(
        parsed
            .happenings
            .iter()
            .all(|happening| happening.reference.is_none())
    );
}

#[test]
fn a_strange_reference_is_none() {
    for strange in ["", "a b", "a/b", "ä", &"r".repeat(241)] {
        let event = value!({
            "event": "delivered", "email": RECIPIENT, "wismo_ref": strange,
        });
        let parsed = parse("sendgrid", &event).unwrap();
        let first = parsed.happenings.first().unwrap();
        assert_eq!(first.reference, None);
    }
    let parsed = parse(
        "sendgrid",
        &value!({ "event": "delivered", "email": RECIPIENT, "wismo_ref": "r".repeat(240) }),
    );
    assert!(
        parsed
            .unwrap()
            .happenings
            .first()
            .unwrap()
            .reference
            .is_some()
    );
}

#[test]
fn what_is_not_the_providers_form_is_refused_with_what_to_mend() {
    for (provider, body, said) in [
        (
            "postmark",
            value!("text"),
            "the body is not an event or a list of events",
        ),
        (
            "mailgun",
            value!({}),
            "the body is not an object with event-data",
        ),
        (
            "mailtrap",
            value!([]),
            "the body is not an object with a list of events: choose the payload format JSON",
        ),
    ] {
        assert_eq!(parse(provider, &body).unwrap_err().to_string(), said);
    }
    let broken = source("postmark", super::SHARED).read(b"{\"Email\":\"x@y\",", now());
    let message = broken.unwrap_err().to_string();
    assert_eq!(
        message,
        "the body is not JSON: EOF while parsing a value at line 1 column 15"
    );
}

#[test]
fn a_happening_shows_no_address_when_it_is_debugged() {
    let parsed = parse("postmark", &json("postmark.json")).unwrap();
    let shown = format!("{parsed:?}");
    assert!(shown.contains("HardBounce") && !shown.contains('@'));
}
