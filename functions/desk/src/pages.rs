//! The desk's pages: who looks at them, and where each request goes.
//!
//! | module | holds |
//! |---|---|
//! | [`desk`] | what every page needs: the variables, the language, the frame |
//! | [`gate`] | the decision to let a visitor in, and signing in |
//! | [`password`] | checking a password, and setting one |
//! | [`welcome`] | `/desk/setup`, `/invitation/...`, `/forgot`, `/sign-in/...` |
//! | [`account`] | `/desk/me`: one's own account |
//! | [`customers`] | `/desk/customers` |
//! | [`notes`] | `/desk/.../notes`: notes on orders and customers |
//! | [`people`] | `/desk/people`, `/desk/record` |
//! | [`api_keys`] | `/desk/keys` |
//! | [`typed`] | texts that a member typed |
//! | [`today`] | `/desk/` |
//! | [`order`] | `/desk/orders/{shop}/{order}` |
//! | [`orders`] | `/desk/orders` |
//! | [`settings`] | `/desk/settings` |
//! | [`search`] | `/desk/search`, and `/hits` of it for a module |

pub mod account;
pub mod api_keys;
pub mod customers;
pub mod desk;
pub mod gate;
pub mod notes;
pub mod order;
pub mod orders;
pub mod password;
pub mod people;
pub mod search;
pub mod settings;
pub mod today;
pub mod typed;
pub mod welcome;

use http::{HeaderValue, Method, StatusCode, header};
use spin_sdk::http::Request;
use wismo_domain::staff::sign_in_rules::SignInRules;
use wismo_domain::staff::{Permission, session};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::multipart::SentFiles;
use wismo_platform::http::{Rejection, Response, request, response};
use wismo_platform::room::Room;
use wismo_view::desk::files;
use wismo_view::desk::path::{plain, segment};

use desk::Desk;
use gate::{Passage, Visit};

/// Time for which a browser keeps the style and the modules: their address changes with them.
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// A request for a page.
pub struct PageRequest {
    /// The method: GET, HEAD or POST.
    pub method: Method,
    /// The path below `/desk`.
    pub path: Vec<String>,
    /// The query.
    pub query: Form,
    /// The form that was sent; empty without one.
    pub form: Form,
    /// The files that came with it.
    pub files: SentFiles,
}

impl PageRequest {
    /// Makes the request for the page to sign in, as if a browser had asked for it.
    #[must_use]
    pub fn to_sign_in() -> Self {
        Self {
            method: Method::GET,
            path: vec!["sign-in".to_owned()],
            query: Form::default(),
            form: Form::default(),
            files: SentFiles::default(),
        }
    }

    /// The path below `/desk`, as it stands in a URL.
    #[must_use]
    pub fn encoded_path(&self) -> String {
        let path: Vec<String> = self.path.iter().map(|one| segment(one)).collect();
        path.join("/")
    }

    /// The path below `/desk`, with the query.
    #[must_use]
    pub fn address(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.query.fields());
        let (path, query) = (self.encoded_path(), query.finish());
        match query.is_empty() {
            true => path,
            false => format!("{path}?{query}"),
        }
    }

    /// Tells whether a form was sent.
    #[must_use]
    pub fn is_post(&self) -> bool {
        self.method == Method::POST
    }
}

/// Answers a request for a page.
///
/// # Errors
/// When a variable is at fault, the store fails, or the request is not one of a browser.
pub async fn respond(request: Request) -> Result<Response, Rejection> {
    let Some(mut path) = request::segments(request.uri().path()) else {
        let message = "no address of the desk's has such a path: it is not UTF-8";
        return Ok(response::error(StatusCode::NOT_FOUND, message));
    };
    path.drain(..path.len().min(1));
    let mut path: Vec<String> = path.into_iter().map(plain).collect();
    // `/desk` and `/desk/` are one.
    if path.last().is_some_and(String::is_empty) {
        path.pop();
    }
    let method = request.method().clone();
    if !matches!(method, Method::GET | Method::HEAD | Method::POST) {
        return Ok(response::method_not_allowed("GET, HEAD, POST"));
    }
    if let [folder, digest, name] = path.as_slice()
        && folder == "static"
    {
        return Ok(file(digest, name));
    }
    let desk = Desk::open(request.headers()).await?;
    let query = Form::of(request.uri().query().unwrap_or_default().as_bytes());
    // The room for large files is taken until the answer is made.
    let (form, files, _room) = match method == Method::POST {
        true if takes_files(&path) => match has_session(&desk) {
            true => Form::of_desk_with_files(request, desk.origin()).await?,
            false => {
                let read = Form::of_desk_without_files(request, desk.origin()).await?;
                (read.0, read.1, Room::default())
            }
        },
        true => {
            let form = Form::of_desk(request, desk.origin()).await?;
            (form, SentFiles::default(), Room::default())
        }
        false => (Form::default(), SentFiles::default(), Room::default()),
    };
    let request = PageRequest {
        method,
        path,
        query,
        form,
        files,
    };
    Box::pin(answer(desk, request)).await
}

async fn answer(mut desk: Desk, request: PageRequest) -> Result<Response, Rejection> {
    let path: Vec<&str> = request.path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["setup"] => return welcome::setup(&desk, &request).await,
        ["invitation", ticket] => return welcome::invitation(&desk, ticket, &request).await,
        ["forgot"] => return welcome::forgot(&desk, &request).await,
        ["sign-in", ticket] => return welcome::by_link(&desk, ticket, &request).await,
        _ => {}
    }
    let mut visit = match gate::admit(&mut desk, &request).await? {
        Passage::Admitted(visit) => *visit,
        Passage::Stopped(answer) => return Ok(answer),
    };
    if !is_open_to_all(&path) && visit.member().second_factor().is_none() {
        let rules = SignInRules::read(SPIN_CONTEXT).await?;
        if rules.requires_second_factor(desk.today()) {
            return Ok(visit.leave(&desk, desk.see("me")));
        }
    }
    let answer = signed_in(&desk, &mut visit, &request, &path).await?;
    Ok(visit.leave(&desk, answer))
}

/// Tells whether a page is there for those, too, who still have to set up a second factor.
fn is_open_to_all(path: &[&str]) -> bool {
    matches!(path, ["me" | "sign-out"])
}

/// Tells whether the forms of a page may bring files.
fn takes_files(path: &[String]) -> bool {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    matches!(path.as_slice(), ["orders", _, _, "document" | "mail"])
}

/// Tells whether a browser was given a session, if only one that has ended. Nobody else has
/// megabytes kept.
fn has_session(desk: &Desk) -> bool {
    let is_ours = |cookie: &String| session::is_sealed(desk.keys(), cookie);
    desk.cookies.iter().any(is_ours)
}

/// Answers a visitor who is signed in.
async fn signed_in(
    desk: &Desk,
    visit: &mut Visit,
    request: &PageRequest,
    path: &[&str],
) -> Result<Response, Rejection> {
    let may_act = visit.member().access().may(Permission::Act);
    let may_configure = visit.member().access().may(Permission::Configure);
    let may_manage = visit.member().access().may(Permission::ManagePeople);
    match path {
        [] => today::respond(desk, visit, request).await,
        ["sign-in"] => Ok(gate::after_sign_in(desk, request)),
        ["sign-out"] if request.is_post() => gate::sign_out(desk, visit).await,
        ["customers", path @ ..] => Box::pin(customers::respond(desk, visit, path, request)).await,
        ["orders", shop, order, "notes", path @ ..] => {
            Box::pin(notes::of_order(desk, visit, (shop, order), path, request)).await
        }
        ["search"] => Box::pin(search::respond(desk, visit, request)).await,
        ["search", "hits"] => Box::pin(search::hits(desk, visit, request)).await,
        ["me"] => account::respond(desk, visit, request).await,
        ["settings", path @ ..] if may_configure => {
            Box::pin(settings::respond(desk, visit, path, request)).await
        }
        ["people", path @ ..] if may_manage => people::respond(desk, visit, path, request).await,
        ["record"] if may_manage => people::record(desk, visit, request).await,
        ["orders"] => Box::pin(orders::respond(desk, visit, request)).await,
        ["orders", "status"] if may_act && request.is_post() => {
            Box::pin(orders::bulk::respond(desk, visit, request)).await
        }
        ["orders", path @ ..] => Box::pin(order::respond(desk, visit, path, request)).await,
        ["keys"] if may_manage => api_keys::respond(desk, visit, request).await,
        _ => Ok(desk.nothing_here(visit.member())),
    }
}

/// The style or a module, under the digest of all of them.
fn file(digest: &str, name: &str) -> Response {
    let mut files = files::all().filter(|_| digest == desk::files_digest());
    let Some(file) = files.find(|file| file.name == name) else {
        return response::error(StatusCode::NOT_FOUND, "there is no such file");
    };
    let mut answer = response::answer(StatusCode::OK, file.media_type, file.content);
    answer.headers_mut().insert(header::CACHE_CONTROL, FOR_EVER);
    answer
}
