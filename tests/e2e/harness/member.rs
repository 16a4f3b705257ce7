//! Somebody at the desk: a browser that keeps cookies and says where its forms come from.

use reqwest::redirect::Policy;
use reqwest::{Client, StatusCode};

use wismo::recorder::Recorder;

use super::{Wismo, eventually};

/// The address of somebody who is invited.
pub(crate) const BEN: &str = "ben@north.example";
/// The password that they choose.
pub(crate) const OTHER: &str = "another few words here";

/// A part of a form with files.
#[derive(Clone, Copy)]
pub(crate) enum Part<'a> {
    /// A field, and its value.
    Field(&'a str, &'a str),
    /// A file in a field, its name and its content.
    File(&'a str, &'a str, &'a [u8]),
}

/// The boundary between the parts of a form.
const BOUNDARY: &str = "----------boundary-7f3a";

/// The media type of a form with files.
pub(crate) fn with_files() -> String {
    format!("multipart/form-data; boundary={BOUNDARY}")
}

/// The body of a form with files, as browsers write it.
pub(crate) fn body_of(parts: &[Part<'_>]) -> Vec<u8> {
    let mut body = Vec::new();
    for part in parts {
        let (disposition, content) = match part {
            Part::Field(name, value) => (format!("name=\"{name}\""), value.as_bytes()),
            Part::File(field, name, content) => {
                let disposition = format!("name=\"{field}\"; filename=\"{name}\"");
                (
                    format!("{disposition}\r\nContent-Type: image/png"),
                    *content,
                )
            }
        };
        let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {disposition}\r\n\r\n");
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(content);
        body.extend_from_slice(b"\r\n");
    }
    body.extend_from_slice(format!("--{BOUNDARY}--\r\n").as_bytes());
    body
}

/// A browser at the desk.
pub(crate) struct Member<'a> {
    wismo: &'a Wismo,
    http: Client,
    /// The cookie as it would be sent back: `name=value`.
    pub(crate) cookie: Option<String>,
}

/// An answer to a browser.
#[derive(Debug)]
pub(crate) struct Seen {
    pub(crate) status: StatusCode,
    /// The address that it leads on to.
    pub(crate) location: Option<String>,
    pub(crate) html: String,
}

impl Seen {
    /// The value of a hidden field.
    pub(crate) fn hidden(&self, name: &str) -> String {
        let field = format!("name=\"{name}\" value=\"");
        let (_, rest) = self.html.split_once(&field).expect("the field is there");
        rest.split('"').next().unwrap().to_owned()
    }
}

/// Asserts that a page has a text, whose spaces may be such that no line breaks there.
#[track_caller]
pub(crate) fn has(seen: &Seen, text: &str) {
    let html = seen.html.replace('\u{a0}', " ");
    assert!(html.contains(text), "no {text} in {html}");
}

/// Asserts that a page lacks a text.
#[track_caller]
pub(crate) fn lacks(seen: &Seen, text: &str) {
    assert!(!seen.html.contains(text), "{text} in {}", seen.html);
}

impl<'a> Member<'a> {
    pub(crate) fn new(wismo: &'a Wismo) -> Self {
        let http = Client::builder().redirect(Policy::none()).build().unwrap();
        Self {
            wismo,
            http,
            cookie: None,
        }
    }

    pub(crate) async fn get(&mut self, path: &str) -> Seen {
        let request = self.http.get(self.wismo.url(path));
        self.send(request).await
    }

    /// Makes a link that signs the member in on another device; its path.
    pub(crate) async fn link_to_another_device(&mut self) -> String {
        let page = self.post("/desk/me", &[("do", "another-device")]).await;
        let shown = page.html.split_once("<p class=\"secret\"><code>");
        let (_, shown) = shown.expect("the page shows a link");
        let link = shown.split('<').next().unwrap();
        link[link.find("/desk/").unwrap()..].to_owned()
    }

    /// Sends a form from a page of Wismo's own.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Seen {
        self.post_as(path, fields, &[("sec-fetch-site", "same-origin")])
            .await
    }

    /// Sends a form with header fields that say where it comes from.
    pub(crate) async fn post_as(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Seen {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let media_type = ("content-type", "application/x-www-form-urlencoded");
        let headers = [headers, &[media_type]].concat();
        self.post_body(path, form.finish().into_bytes(), &headers)
            .await
    }

    /// Sends a form with files from a page of Wismo's own.
    pub(crate) async fn post_files(&mut self, path: &str, parts: &[Part<'_>]) -> Seen {
        let media_type = with_files();
        let headers = [
            ("sec-fetch-site", "same-origin"),
            ("content-type", media_type.as_str()),
        ];
        self.post_body(path, body_of(parts), &headers).await
    }

    /// Sends any body with header fields.
    pub(crate) async fn post_body(
        &mut self,
        path: &str,
        body: Vec<u8>,
        headers: &[(&str, &str)],
    ) -> Seen {
        let mut request = self.http.post(self.wismo.url(path)).body(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request).await
    }

    async fn send(&mut self, mut request: reqwest::RequestBuilder) -> Seen {
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", cookie);
        }
        let answer = request.send().await.unwrap();
        if let Some(kept) = answer.headers().get("set-cookie") {
            let kept = kept.to_str().unwrap();
            assert!(kept.contains("; HttpOnly; SameSite=Lax"), "{kept}");
            assert!(
                kept.starts_with("__Host-") && kept.contains("; Secure"),
                "{kept}"
            );
            let pair = kept.split(';').next().unwrap();
            self.cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
        }
        let header = |name| {
            let value = answer.headers().get(name);
            value.map(|value| value.to_str().unwrap().to_owned())
        };
        Seen {
            status: answer.status(),
            location: header("location"),
            html: answer.text().await.unwrap(),
        }
    }

    /// Becomes an owner by the installation's key.
    pub(crate) async fn set_up(&mut self, name: &str, address: &str, password: &str) {
        let fields = [
            ("key", super::DESK_API_KEY),
            ("name", name),
            ("address", address),
            ("password", password),
        ];
        let seen = self.post("/desk/setup", &fields).await;
        assert_eq!(seen.status, StatusCode::SEE_OTHER, "{}", seen.html);
        assert_eq!(seen.location.as_deref(), Some("/desk/"));
        assert!(self.cookie.is_some());
    }

    /// Signs in with a password, and returns the answer.
    pub(crate) async fn sign_in(&mut self, address: &str, password: &str) -> Seen {
        let fields = [("auth-address", address), ("auth-password", password)];
        self.post("/desk/sign-in", &fields).await
    }
}

/// The link in the last mail to an address, as a path.
pub(crate) async fn link_for(mails: &Recorder, address: &str, count: usize) -> String {
    let text = eventually(async || {
        let mails = mails.accepted();
        let mut own = mails.iter().filter(|mail| mail.to.contains(address));
        own.nth(count - 1).map(|mail| mail.text.clone())
    })
    .await;
    let (_, rest) = text.split_once("https://wismo.example").unwrap();
    rest.split_whitespace().next().unwrap().to_owned()
}

/// Invites Ben, who takes the invitation.
pub(crate) async fn invited<'a>(
    wismo: &'a Wismo,
    mails: &Recorder,
    owner: &mut Member<'_>,
    access: &[(&str, &str)],
) -> Member<'a> {
    invited_at(wismo, mails, owner, BEN, access).await
}

/// Invites somebody at an address, who takes the invitation.
pub(crate) async fn invited_at<'a>(
    wismo: &'a Wismo,
    mails: &Recorder,
    owner: &mut Member<'_>,
    address: &str,
    access: &[(&str, &str)],
) -> Member<'a> {
    let mut fields = vec![("name", "Ben"), ("address", address)];
    fields.extend_from_slice(access);
    let seen = owner.post("/desk/people/invite", &fields).await;
    let location = seen.location.unwrap_or_else(|| panic!("{}", seen.html));
    assert!(location.ends_with("?done=invited"), "{location}");
    let link = link_for(mails, address, 1).await;
    let mut ben = Member::new(wismo);
    let page = ben.get(&link).await;
    assert!(
        page.html.contains("Welcome") && page.html.contains(address),
        "{page:?}"
    );
    // No two colleagues have one name.
    let name = match address {
        BEN => "Ben B.",
        other => other.split('@').next().unwrap(),
    };
    let seen = ben
        .post(&link, &[("name", name), ("password", OTHER)])
        .await;
    assert_eq!(seen.location.as_deref(), Some("/desk/"), "{}", seen.html);
    // A mail scanner that comes later finds nothing, and neither does anybody else.
    assert_eq!(ben.get(&link).await.status, StatusCode::GONE);
    ben
}
