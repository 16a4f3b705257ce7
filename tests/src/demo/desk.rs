//! The demo's desk: an owner as whom the newcomer signs in, and what she has done so far.

use std::net::SocketAddr;

use anyhow::{Context, Result, ensure};
use reqwest::header::{COOKIE, SET_COOKIE};
use reqwest::redirect::Policy;

use wismo_domain::people::Person;

use super::orders::{COLLECTED, WATCHED};
use super::secrets::Secrets;

/// The address under which the newcomer signs in.
pub(super) const ADDRESS: &str = "kari.dahl@demo.example";

/// Makes the newcomer an owner, as whoever has the installation's key can, and leaves
/// something to find: a note, an urgent order, a customer to watch. Returns the link by
/// which she signs in.
///
/// # Errors
/// When Wismo does not take a form.
pub(super) async fn prepare(address: SocketAddr, secrets: &Secrets, order: &str) -> Result<String> {
    let client = reqwest::Client::builder()
        .redirect(Policy::none())
        .build()?;
    let post = |path: &str, fields: &[(&str, &str)]| {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        client
            .post(format!("http://{address}/desk/{path}"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "same-origin")
            .body(form.finish())
    };
    let owner = [
        ("key", secrets.desk.as_str()),
        ("name", "Kari Dahl"),
        ("address", ADDRESS),
        ("password", secrets.password.as_str()),
    ];
    let answer = post("setup", &owner).send().await?;
    let session = answer.headers().get(SET_COOKIE);
    let session = session.and_then(|cookie| cookie.to_str().ok()?.split(';').next());
    let session = session
        .context("the desk did not take its owner")?
        .to_owned();
    let another_device = post("me", &[("do", "another-device")]);
    let another_device = another_device.header(COOKIE, &session).send().await?;
    let link = shown_link(&another_device.text().await?).context("the desk showed no link")?;
    let page = client
        .get(format!("http://{address}/desk/orders/demo/{order}"))
        .header(COOKIE, &session);
    let note = "Called on Friday: asks for delivery before the weekend.";
    let urgent = "It is for a wedding on Saturday.";
    let watched = Person::guest(WATCHED).context("a guest has an address")?;
    // An earlier run has left these already.
    if page.send().await?.text().await?.contains(note) {
        return Ok(link);
    }
    for (path, fields) in [
        (
            format!("orders/demo/{order}/notes"),
            [("note", note), ("do", "")],
        ),
        (
            format!("orders/demo/{order}/urgent"),
            [("do", "on"), ("reason", urgent)],
        ),
        (
            format!("orders/demo/{COLLECTED}/status"),
            [("do", "quiet"), ("status", "delivered")],
        ),
        (
            format!("customers/demo/{watched}"),
            [
                ("do", "watch"),
                ("watch", "Moves house soon: ask where to deliver."),
            ],
        ),
    ] {
        let answer = post(&path, &fields).header(COOKIE, &session).send().await?;
        let status = answer.status();
        ensure!(
            status.is_redirection(),
            "the desk answered {status} to {path}"
        );
    }
    Ok(link)
}

/// Finds the link on the page that shows one.
fn shown_link(page: &str) -> Option<String> {
    let (_, rest) = page.split_once("<code>http")?;
    let (link, _) = rest.split_once("</code>")?;
    Some(format!("http{link}"))
}
