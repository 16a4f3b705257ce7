use super::super::tests::{class, response, wait, with};
use super::*;

#[test]
fn a_status_alone_has_a_class() {
    for (status, expected) in [
        (200, "unknown"),
        (204, "unknown"),
        (302, "misconfigured"),
        (400, "refused"),
        (401, "misconfigured"),
        (402, "misconfigured"),
        (403, "misconfigured"),
        (404, "misconfigured"),
        (405, "misconfigured"),
        (408, "try again"),
        (409, "try again"),
        (413, "refused"),
        (420, "over quota"),
        (422, "refused"),
        (425, "try again"),
        (429, "try again"),
        (500, "try again"),
        (502, "unknown"),
        (503, "try again"),
        (504, "unknown"),
        (599, "try again"),
    ] {
        let sent = by_status(&response(status, ""), "x".to_owned());
        assert_eq!(class(&sent), (expected, "x"), "{status}");
    }
}

fn after(status: u16, headers: &[(&str, &str)]) -> Option<i64> {
    wait(&by_status(&with(status, headers, ""), String::new()))
}

#[test]
fn a_response_says_how_long_to_wait_in_one_of_many_fields() {
    const DATE: (&str, &str) = ("date", "Sun, 22 Nov 2026 05:40:00 GMT");
    type Case = (u16, &'static [(&'static str, &'static str)], Option<i64>);
    let cases: [Case; 20] = [
        (429, &[], None),
        (429, &[("retry-after", "7")], Some(7)),
        (503, &[("Retry-After", " 120 ")], Some(120)),
        (429, &[("retry-after", "0")], None),
        (429, &[("retry-after", "-5")], None),
        (429, &[("retry-after", "soon")], None),
        (
            429,
            &[DATE, ("retry-after", "Sun, 22 Nov 2026 05:41:30 GMT")],
            Some(90),
        ),
        // The moment is past; and without a date in the response, nobody
        // knows.
        (
            429,
            &[DATE, ("retry-after", "Sun, 22 Nov 2026 05:39:00 GMT")],
            None,
        ),
        (
            429,
            &[("retry-after", "Sun, 22 Nov 2026 05:41:30 GMT")],
            None,
        ),
        // Clamped.
        (429, &[("retry-after", "86400")], Some(3600)),
        (429, &[("retry-after", "999999999999999999999")], None),
        // SendGrid: the second from which the next request may come. 1795326060
        // is one minute after that date.
        (429, &[DATE, ("x-ratelimit-reset", "1795326060")], Some(60)),
        (
            429,
            &[DATE, ("X-RateLimit-Reset", "1795326060.25")],
            Some(60),
        ),
        (429, &[("x-ratelimit-reset", "1795326060")], None),
        // Brevo: the number of seconds.
        (429, &[("x-sib-ratelimit-reset", "25")], Some(25)),
        (429, &[("ratelimit-reset", "3;w=1")], Some(3)),
        // The provider's explicit `retry-after` comes first.
        (
            429,
            &[("x-ratelimit-reset", "9"), ("retry-after", "4")],
            Some(4),
        ),
        // The limit is about the next request, not about this one.
        (500, &[("x-ratelimit-reset", "9")], None),
        (420, &[("retry-after", "7200")], Some(7200)),
        (420, &[("retry-after", "864000")], Some(12 * 3600)),
    ];
    for (status, headers, expected) in cases {
        assert_eq!(after(status, headers), expected, "{status} {headers:?}");
    }
}

#[test]
fn a_date_of_http_is_read() {
    let moment = |text| http_date(text).map(|moment: Timestamp| moment.to_string());
    let read = |text: &str| Some(text.to_owned());
    assert_eq!(
        moment("Sun, 06 Nov 1994 08:49:37 GMT"),
        read("1994-11-06T08:49:37Z")
    );
    assert_eq!(
        moment("Mon, 5 Oct 2026 07:00:31 UTC"),
        read("2026-10-05T07:00:31Z")
    );
    for wrong in [
        "",
        "7",
        "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 08:49:37 CET",
        "Sun, 32 Nov 1994 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994",
    ] {
        assert_eq!(moment(wrong), None, "{wrong}");
    }
}

#[test]
fn a_reason_holds_codes_alone() {
    let of = |code: &str| reason("P", &response(400, ""), code);
    assert_eq!(of("mj-0013"), "P: 400, mj-0013");
    assert_eq!(of("MessageRejected"), "P: 400, MessageRejected");
    for code in ["", "a@b.example", "two words", "b.example", &"x".repeat(61)] {
        assert_eq!(of(code), "P: 400", "{code}");
    }
}
