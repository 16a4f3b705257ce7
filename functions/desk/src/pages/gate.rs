//! The decision to let a visitor in, and signing in.
//!
//! Signing in is no page of its own: any form may carry an address and a password beside
//! its own fields, and goes on with those once they fit. So nothing that somebody typed
//! is lost when their session ends.

use http::StatusCode;
use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::log::Actor;
use wismo_domain::staff::audit::{AuditAction, SignInMethod, note};
use wismo_domain::staff::member::{MemberChange, change};
use wismo_domain::staff::second_factor::Proof;
use wismo_domain::staff::session::{self, SignedIn};
use wismo_domain::staff::ticket::{Purpose, Ticket};
use wismo_domain::staff::{Author, Member, MemberId};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response, response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::Done;
use wismo_view::desk::order::upload::{GONE, UPLOAD};
use wismo_view::desk::sign_in::{
    ADDRESS, Attempt, CODE, PASSWORD, Prompt, SignInPage, TICKET, page,
};

use super::PageRequest;
use super::desk::Desk;
use super::password::{self, Checked};

/// The beginning of the names of the fields by which one signs in.
const OURS: &str = "auth-";

/// The most fields of a form that are carried through signing in: an order of many items has
/// one for each.
const MAX_CARRIED: usize = 500;

/// The most bytes that these take on the page.
const MAX_CARRIED_BYTES: usize = 256 * 1024;

/// The result of the decision.
pub enum Passage {
    /// The visitor is in.
    Admitted(Box<Visit>),
    /// They are not, and get this answer.
    Stopped(Response),
}

/// A visitor who is signed in.
pub struct Visit {
    signed_in: SignedIn,
    /// The sealed session to keep in the place of the one that came.
    keep: Option<String>,
    is_confirmed: bool,
}

impl Visit {
    /// The member.
    #[must_use]
    pub const fn member(&self) -> &Member {
        &self.signed_in.member
    }

    /// The member's id.
    #[must_use]
    pub const fn id(&self) -> &MemberId {
        &self.signed_in.id
    }

    /// The member, as the log of an order names them.
    #[must_use]
    pub fn actor(&self) -> Actor {
        Actor::Member(Author::of(&self.signed_in.id, &self.signed_in.member))
    }

    /// The session's id.
    #[must_use]
    pub fn session(&self) -> String {
        self.signed_in.session()
    }

    /// Keeps another session from now on.
    pub fn keep(&mut self, sealed: String) {
        self.keep = Some(sealed);
    }

    /// Asks for the password, unless it was given a short while ago: for what is
    /// sensitive.
    #[must_use]
    pub fn confirm(&self, desk: &Desk, request: &PageRequest) -> Option<Response> {
        (!self.is_confirmed).then(|| {
            let prompt = &Ask::new(Prompt::Confirm, Attempt::First);
            ask(desk, request, prompt, Some(self.member()))
        })
    }

    /// Gives an answer the session to keep.
    #[must_use]
    pub fn leave(self, desk: &Desk, mut answer: Response) -> Response {
        if let Some(sealed) = &self.keep {
            desk.keep(&mut answer, sealed);
        }
        answer
    }
}

/// Decides whether a visitor is let in.
///
/// # Errors
/// When the store fails.
pub async fn admit(desk: &mut Desk, request: &PageRequest) -> Result<Passage, Rejection> {
    let field = |name| request.form.get(name);
    if let (Some(address), Some(typed)) = (field(ADDRESS), field(PASSWORD)) {
        return by_password(desk, request, address, typed).await;
    }
    if let (Some(ticket), Some(code)) = (field(TICKET), field(CODE)) {
        return by_second_factor(desk, request, ticket, code).await;
    }
    let Some(signed_in) = present(desk).await? else {
        return Ok(Passage::Stopped(outside(desk, request)));
    };
    desk.speak_to(&signed_in.member);
    let mut visit = Visit {
        keep: signed_in.renewed(desk.keys()),
        is_confirmed: signed_in.is_confirmed(),
        signed_in,
    };
    if let Some(typed) = field(PASSWORD) {
        match password::check(desk, visit.id(), visit.member(), typed).await? {
            Checked::Fits => {
                visit.keep = Some(visit.signed_in.confirmed(desk.keys()));
                visit.is_confirmed = true;
            }
            failed @ (Checked::Wrong | Checked::TooMany | Checked::Busy) => {
                let prompt = &Ask::new(Prompt::Confirm, attempt(failed));
                let answer = ask(desk, request, prompt, Some(visit.member()));
                return Ok(Passage::Stopped(answer));
            }
        }
    }
    Ok(Passage::Admitted(Box::new(visit)))
}

/// The session that the browser's cookie holds.
async fn present(desk: &Desk) -> Result<Option<SignedIn>, Rejection> {
    for cookie in &desk.cookies {
        let opened = session::open(SPIN_CONTEXT, desk.keys(), cookie).await?;
        if opened.is_some() {
            return Ok(opened);
        }
    }
    Ok(None)
}

/// The answer to a visitor who is not signed in.
fn outside(desk: &Desk, request: &PageRequest) -> Response {
    let is_sign_in = request.path == ["sign-in"];
    if request.is_post() && !is_sign_in {
        return ask(
            desk,
            request,
            &Ask::new(Prompt::SignInAgain, Attempt::First),
            None,
        );
    }
    if is_sign_in {
        return ask(
            desk,
            request,
            &Ask::new(Prompt::SignIn, Attempt::First),
            None,
        );
    }
    let to = desk.at(&request.address());
    let Some(to) = desk.own_path(&to) else {
        return desk.see("sign-in");
    };
    let to: String = form_urlencoded::byte_serialize(to.as_bytes()).collect();
    desk.see(&format!("sign-in?to={to}"))
}

async fn by_password(
    desk: &mut Desk,
    request: &PageRequest,
    address: &str,
    typed: &str,
) -> Result<Passage, Rejection> {
    let id = MemberId::of_address(address);
    let member = Member::read(SPIN_CONTEXT, &id).await?;
    let checked = password::check(desk, &id, &member, typed).await?;
    if checked != Checked::Fits {
        let prompt = &Ask {
            address,
            ..Ask::new(sign_in_prompt(request), attempt(checked))
        };
        return Ok(Passage::Stopped(ask(desk, request, prompt, None)));
    }
    desk.speak_to(&member);
    if member.second_factor().is_none() {
        return begin(desk, id, SignInMethod::Password).await;
    }
    // A renewed password raises no epoch, so the ticket counts for the member as read.
    let prompt = ask_for_second_factor(desk, request, &id, &member);
    Ok(Passage::Stopped(prompt))
}

/// Asks for the second factor of a member who has shown the first.
fn ask_for_second_factor(
    desk: &Desk,
    request: &PageRequest,
    id: &MemberId,
    member: &Member,
) -> Response {
    let ticket = Ticket::new(Purpose::SecondFactor, id, member, &SpinEnvironment);
    let ticket = ticket.seal(desk.keys());
    let prompt = &Ask {
        ticket: Some(&ticket),
        ..Ask::new(Prompt::SecondFactor, Attempt::First)
    };
    ask(desk, request, prompt, None)
}

/// Signs a member in whose link counts: it stands for the password, not for the second
/// factor.
///
/// # Errors
/// When the store fails.
pub async fn by_link(
    desk: &mut Desk,
    id: &MemberId,
    member: &Member,
) -> Result<Response, Rejection> {
    desk.speak_to(member);
    let request = PageRequest::to_sign_in();
    if member.second_factor().is_some() {
        return Ok(ask_for_second_factor(desk, &request, id, member));
    }
    Ok(match begin(desk, id.clone(), SignInMethod::Link).await? {
        Passage::Admitted(visit) => visit.leave(desk, after_sign_in(desk, &request)),
        Passage::Stopped(answer) => answer,
    })
}

async fn by_second_factor(
    desk: &mut Desk,
    request: &PageRequest,
    sealed: &str,
    code: &str,
) -> Result<Passage, Rejection> {
    let ticket = Ticket::open(desk.keys(), sealed, Purpose::SecondFactor, desk.now);
    let Some(ticket) = ticket else {
        return Ok(Passage::Stopped(outside(desk, request)));
    };
    let id = ticket.member.clone();
    let member = Member::read(SPIN_CONTEXT, &id).await?;
    let factor = member.second_factor().filter(|_| member.is_active());
    let Some(factor) = factor.filter(|_| ticket.is_valid_for(&member)) else {
        return Ok(Passage::Stopped(outside(desk, request)));
    };
    desk.speak_to(&member);
    let limit = RateLimit::SecondFactor(&id);
    let proof = match limit.check(&SpinStore, desk.now).await? {
        Some(_) => Err(Attempt::TooMany),
        None => {
            let proof = factor.check(SPIN_CONTEXT, desk.keys(), &id, code).await?;
            proof.ok_or(Attempt::Wrong)
        }
    };
    match proof {
        Ok(Proof::Recovery) => begin(desk, id, SignInMethod::RecoveryCode).await,
        Ok(Proof::Code) => begin(desk, id, SignInMethod::Password).await,
        Err(attempt) => {
            let prompt = &Ask {
                ticket: Some(sealed),
                ..Ask::new(Prompt::SecondFactor, attempt)
            };
            Ok(Passage::Stopped(ask(desk, request, prompt, None)))
        }
    }
}

/// Begins a session.
async fn begin(desk: &Desk, id: MemberId, by: SignInMethod) -> Result<Passage, Rejection> {
    let sealed = new_session(desk, &id).await?;
    note(SPIN_CONTEXT, &id, AuditAction::SignedIn { by }).await?;
    let opened = session::open(SPIN_CONTEXT, desk.keys(), &sealed).await?;
    // It is void at once if something ended the member's sessions meanwhile.
    let Some(signed_in) = opened else {
        return Ok(Passage::Stopped(desk.see("sign-in")));
    };
    Ok(Passage::Admitted(Box::new(Visit {
        signed_in,
        keep: Some(sealed),
        is_confirmed: true,
    })))
}

/// Begins a session, and returns what the browser is to keep.
///
/// # Errors
/// When the store fails.
pub async fn new_session(desk: &Desk, id: &MemberId) -> Result<String, Rejection> {
    Ok(session::begin(SPIN_CONTEXT, desk.keys(), id, &desk.user_agent).await?)
}

/// Leads a visitor who has just signed in to where they were going.
#[must_use]
pub fn after_sign_in(desk: &Desk, request: &PageRequest) -> Response {
    let to = request.form.get("to").or_else(|| request.query.get("to"));
    match to.and_then(|to| desk.own_path(to)) {
        Some(path) => response::see_other(&path),
        None => desk.see(""),
    }
}

/// Ends the session.
///
/// # Errors
/// When the store fails; the session may have ended all the same.
pub async fn sign_out(desk: &Desk, visit: &mut Visit) -> Result<Response, Rejection> {
    let ended = MemberChange::SessionEnded(visit.session());
    change(SPIN_CONTEXT, visit.id(), ended).await?;
    visit.keep(String::new());
    Ok(desk.see("sign-in"))
}

/// The thing that a visitor is asked for, and the reason.
struct Ask<'a> {
    prompt: Prompt,
    attempt: Attempt,
    address: &'a str,
    ticket: Option<&'a str>,
}

impl Ask<'_> {
    const fn new(prompt: Prompt, attempt: Attempt) -> Self {
        Self {
            prompt,
            attempt,
            address: "",
            ticket: None,
        }
    }
}

/// The bytes that fields take on a page, where some characters are written as references.
fn size(fields: &[(&str, &str)]) -> usize {
    let written = |text: &str| -> usize {
        let references = text.bytes().filter(|byte| b"&<>\"".contains(byte));
        text.len() + 5 * references.count()
    };
    let fields = fields.iter();
    fields
        .map(|(name, value)| written(name) + written(value))
        .sum()
}

fn ask(desk: &Desk, request: &PageRequest, asked: &Ask<'_>, member: Option<&Member>) -> Response {
    let mut fields: Vec<(&str, &str)> = request.form.fields().collect();
    // The page to sign in does nothing else, and needs no field but the address to go on to.
    let is_sign_in = request.path == ["sign-in"];
    fields.retain(|(name, _)| !name.starts_with(OURS) && (!is_sign_in || *name == "to"));
    if fields.len() > MAX_CARRIED || size(&fields) > MAX_CARRIED_BYTES {
        let message = "this form is too large to be carried through signing in";
        return response::error(StatusCode::PAYLOAD_TOO_LARGE, message);
    }
    if request.files.are_some() {
        // A form that names a file that is gone is shown again: nothing leaves without it.
        fields.push((UPLOAD, GONE));
    }
    let has_to = fields.iter().any(|(name, _)| *name == "to");
    if let Some(to) = request.query.get("to").filter(|_| !has_to) {
        fields.push(("to", to));
    }
    let status = match asked.attempt {
        Attempt::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Attempt::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Attempt::First if asked.prompt == Prompt::SignIn => StatusCode::OK,
        Attempt::First | Attempt::Wrong => StatusCode::FORBIDDEN,
    };
    let action = desk.at(&request.encoded_path());
    let done = request.query.get("done").and_then(Done::of_word);
    let content = SignInPage {
        frame: desk.frame(member, None),
        prompt: asked.prompt,
        attempt: asked.attempt,
        done,
        action: &action,
        address: asked.address,
        ticket: asked.ticket,
        has_lost_files: fields.contains(&(UPLOAD, GONE)),
        fields,
    };
    desk.html(status, page(&content))
}

fn sign_in_prompt(request: &PageRequest) -> Prompt {
    match request.path == ["sign-in"] {
        true => Prompt::SignIn,
        false => Prompt::SignInAgain,
    }
}

const fn attempt(checked: Checked) -> Attempt {
    match checked {
        Checked::Fits => Attempt::First,
        Checked::Wrong => Attempt::Wrong,
        Checked::TooMany => Attempt::TooMany,
        Checked::Busy => Attempt::Busy,
    }
}
