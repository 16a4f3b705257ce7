use super::super::tests::{
    class, classes, config, invoice, mail, outgoing, plain_mail, wait, with,
};
use super::*;

fn mailgun() -> Mailgun {
    Mailgun::new(config(("mailgun", "", "key-123", "mg.fjordfern.example"))).unwrap()
}

/// The request's media type and its body.
fn sent(out: &Outgoing<'_>) -> (String, String) {
    let request = mailgun().request(out).unwrap();
    assert_eq!(request.method(), "POST");
    let media_type = request.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    (
        media_type,
        String::from_utf8_lossy(request.body()).into_owned(),
    )
}

fn boundary(media_type: &str) -> &str {
    let boundary = media_type.strip_prefix("multipart/form-data; boundary=");
    boundary.unwrap()
}

#[test]
fn a_mail_becomes_the_documented_request() {
    let (mail, mut files) = (mail(), invoice());
    files[0].content = Bytes::from_static(b"%PDF\r\n");
    let request = mailgun().request(&outgoing(&mail, &files)).unwrap();
    // base64 of "api:key-123".
    assert_eq!(request.headers()["authorization"], "Basic YXBpOmtleS0xMjM=");
    let (media_type, body) = sent(&outgoing(&mail, &files));
    let boundary = boundary(&media_type);
    let expected = r#"--wismo-boundary-0
Content-Disposition: form-data; name="from"

"Fjord & Fern, Ltd." <orders@fjordfern.example>
--wismo-boundary-0
Content-Disposition: form-data; name="to"

Åse Bee Nordmann <ase@customer.example>
--wismo-boundary-0
Content-Disposition: form-data; name="cc"

"Books, Ltd." <books@customer.example>
--wismo-boundary-0
Content-Disposition: form-data; name="cc"

dock@customer.example
--wismo-boundary-0
Content-Disposition: form-data; name="subject"

Your order #1042 – Fjord & Fern
--wismo-boundary-0
Content-Disposition: form-data; name="text"

Hello Åse<LF>
--wismo-boundary-0
Content-Disposition: form-data; name="html"

<p>Hello Åse</p>
--wismo-boundary-0
Content-Disposition: form-data; name="h:Reply-To"

help@fjordfern.example
--wismo-boundary-0
Content-Disposition: form-data; name="h:Auto-Submitted"

auto-generated
--wismo-boundary-0
Content-Disposition: form-data; name="v:wismo_ref"

c2hvcC8x-Og_2
--wismo-boundary-0
Content-Disposition: form-data; name="o:tracking"

no
--wismo-boundary-0
Content-Disposition: form-data; name="o:tracking-clicks"

no
--wismo-boundary-0
Content-Disposition: form-data; name="o:tracking-opens"

no
--wismo-boundary-0
Content-Disposition: form-data; name="attachment"; filename="invoice-88.pdf"
Content-Type: application/pdf

%PDF

--wismo-boundary-0--
"#;
    let expected = expected.replace("wismo-boundary-0", boundary);
    assert_eq!(body, expected.replace('\n', "\r\n").replace("<LF>", "\n"));
}

#[test]
fn a_mail_without_copies_or_files_does_not_name_any() {
    let mail = plain_mail();
    let (_, body) = sent(&outgoing(&mail, &[]));
    for name in ["\"cc\"", "Reply-To", "attachment"] {
        assert!(!body.contains(name), "{name}");
    }
}

#[test]
fn a_boundary_is_of_what_it_parts_and_cannot_be_planted() {
    let (mail, mut files) = (plain_mail(), invoice());
    let (first, body) = sent(&outgoing(&mail, &files));
    // A repeated request is the same to the byte.
    assert_eq!(sent(&outgoing(&mail, &files)), (first.clone(), body));
    // Planting the boundary changes it.
    let planted = format!("--{}--\r\n", boundary(&first)).repeat(10);
    files[0].content = planted.into();
    let (second, body) = sent(&outgoing(&mail, &files));
    let (first, second) = (boundary(&first), boundary(&second));
    assert_ne!(first, second);
    assert_eq!(body.matches(first).count(), 10);
    let parts = body.matches("Content-Disposition").count();
    assert_eq!(body.matches(second).count(), parts + 1);
    // RFC 2046, section 5.1.1.
    assert!(second.len() <= 70);
    let mut other = outgoing(&mail, &files);
    other.key = "another-key";
    assert_ne!(boundary(&sent(&other).0), second);
}

#[test]
fn a_file_name_stays_within_its_quotes() {
    let (mail, mut files) = (plain_mail(), invoice());
    files[0].name = "a\"; x=\"\r\nb.pdf".to_owned();
    let (_, body) = sent(&outgoing(&mail, &files));
    assert!(
        body.contains("filename=\"a%22; x=%22%0D%0Ab.pdf\"\r\n"),
        "{body}"
    );
}

#[test]
fn header_fields_that_are_too_many_are_refused() {
    let mut mail = mail();
    let field = |n| (format!("X-Field-{n}"), "x".repeat(900));
    mail.headers = (0..18).map(field).collect();
    let refused = mailgun().request(&outgoing(&mail, &[])).unwrap_err();
    assert_eq!(refused, RequestError::Header);
}

#[test]
fn every_answer_has_its_class() {
    let cases = [
        (
            200,
            r#"{"id":"<20260606171838.1.ABC@mg.fjordfern.example>","message":"Queued. Thank you."}"#,
            "accepted",
        ),
        (
            200,
            r#"{"id":"","message":"Queued. Thank you."}"#,
            "unknown",
        ),
        (200, r#"{"message":"Queued. Thank you."}"#, "unknown"),
        (
            400,
            r#"{"message":"to parameter is not a valid address. please check documentation"}"#,
            "recipient refused",
        ),
        (
            400,
            r#"{"message":"'to' parameter is not a valid address. please check documentation"}"#,
            "recipient refused",
        ),
        (
            400,
            r#"{"message":"from parameter is not a valid address. please check documentation"}"#,
            "refused",
        ),
        (
            400,
            r#"{"message":"Mail must have text or html; ase@customer.example"}"#,
            "refused",
        ),
        (401, "Forbidden", "misconfigured"),
        (401, r#"{"message":"Invalid private key"}"#, "misconfigured"),
        (402, r#"{"message":"Payment required"}"#, "misconfigured"),
        (
            403,
            r#"{"message":"Domain mg.fjordfern.example is not allowed to send: The domain is unverified"}"#,
            "misconfigured",
        ),
        (
            400,
            r#"{"message":"Sandbox subdomains are for test purposes only. Domain is not allowed to send"}"#,
            "misconfigured",
        ),
        (
            404,
            r#"{"message":"Domain not found: mg.fjordfern.example"}"#,
            "misconfigured",
        ),
        (413, r#"{"message":"Request Entity Too Large"}"#, "refused"),
        (
            420,
            r#"{"message":"Domain mg.fjordfern.example is not allowed to send: recipient limit exceeded, try again after Mon, 25 Aug 2025 07:00:31 UTC"}"#,
            "over quota",
        ),
        (
            403,
            r#"{"message":"Domain mg.fjordfern.example is not allowed to send: request limit exceeded"}"#,
            "over quota",
        ),
        (429, r#"{"message":"Too many requests"}"#, "try again"),
        (500, r#"{"message":"Internal Server Error"}"#, "try again"),
    ];
    classes(|response| mailgun().outcome(response), &cases);
    let accepted = mailgun().outcome(&with(200, &[], cases[0].1));
    // The id has the form that it has in Mailgun's events.
    let id = "20260606171838.1.ABC@mg.fjordfern.example";
    assert_eq!(class(&accepted), ("accepted", id));
}

#[test]
fn its_words_say_when_to_try_again() {
    let words = r#"{"message":"Domain x is not allowed to send: recipient limit exceeded, try again after Mon, 25 Aug 2025 07:00:31 UTC"}"#;
    let after = |date| wait(&mailgun().outcome(&with(420, &[("date", date)], words)));
    assert_eq!(after("Mon, 25 Aug 2025 06:30:31 GMT"), Some(1800));
    assert_eq!(after("Mon, 25 Aug 2025 07:30:31 GMT"), None);
}
