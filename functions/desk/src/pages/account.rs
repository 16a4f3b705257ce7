//! `/desk/me`: one's own account.

use http::StatusCode;
use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::staff::audit::{AuditAction, note};
use wismo_domain::staff::directory;
use wismo_domain::staff::member::{MemberChange, Profile, change};
use wismo_domain::staff::names::is_taken;
use wismo_domain::staff::second_factor::Enrolment;
use wismo_domain::staff::sign_in_rules::SignInRules;
use wismo_domain::staff::ticket::{Purpose, Ticket};
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::account::{
    AccountPage, EnrolmentPage, another_device, enrolment, page, recovery,
};
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::texts::Language;

use super::PageRequest;
use super::desk::Desk;
use super::gate::{Visit, new_session};
use super::password::hashed;
use super::typed::plain;
use super::welcome::{name, not_set, sign_in_url, wrong};

/// The most characters of a signature.
const MAX_SIGNATURE: usize = 500;

/// Shows one's own account, and changes it.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &mut Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    if !request.is_post() {
        let done = request.query.get("done").and_then(Done::of_word);
        return show(desk, visit, done, &[]).await;
    }
    if let Some(session) = request.form.get("end") {
        return end_session(desk, visit, session).await;
    }
    match request.form.get("do").unwrap_or_default() {
        "profile" => profile(desk, visit, request).await,
        "end-sessions" => end_sessions(desk, visit).await,
        "complete-enrolment" => complete(desk, visit, request).await,
        sensitive @ ("password" | "enrol" | "remove-second-factor" | "another-device") => {
            if let Some(asked) = visit.confirm(desk, request) {
                return Ok(asked);
            }
            match sensitive {
                "password" => set_password(desk, visit, request).await,
                "enrol" => Ok(enrol(desk, visit)),
                "another-device" => Ok(lead_in(desk, visit)),
                // Where everybody needs one, nobody gives theirs up.
                _ if rules().await?.requires_second_factor(desk.today()) => Ok(desk.see("me")),
                _ => remove_second_factor(desk, visit).await,
            }
        }
        _ => Ok(back(desk, Done::NothingChanged)),
    }
}

fn back(desk: &Desk, done: Done) -> Response {
    desk.see(&format!("me?done={}", done.word()))
}

async fn rules() -> Result<SignInRules, StoreError> {
    SignInRules::read(SPIN_CONTEXT).await
}

async fn show(
    desk: &Desk,
    visit: &Visit,
    done: Option<Done>,
    wrong: &[WrongField],
) -> Result<Response, Rejection> {
    let content = AccountPage {
        second_factor_from: rules().await?.second_factor_from,
        today: desk.today(),
        frame: desk.frame(Some(visit.member()), None),
        member: visit.member(),
        session: &visit.session(),
        done,
        wrong,
    };
    let status = match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(desk.html(status, page(&content)))
}

async fn profile(desk: &Desk, visit: &Visit, request: &PageRequest) -> Result<Response, Rejection> {
    let field = |name| request.form.get(name).unwrap_or_default();
    let Some(own_name) = name(field("name")) else {
        return show(desk, visit, None, &[wrong("name", Wrong::Name)]).await;
    };
    if own_name != visit.member().name() {
        let members = directory::members(SPIN_CONTEXT).await?;
        if is_taken(own_name, visit.id(), visit.member().access(), &members) {
            return show(desk, visit, None, &[wrong("name", Wrong::NameTaken)]).await;
        }
    }
    let language = Language::known(field("language"));
    let is_plain = |c: &char| !c.is_control() || *c == '\n';
    let signature = plain(field("signature"));
    let signature = signature.chars();
    let profile = Profile {
        name: own_name.to_owned(),
        language: language.map(|language| language.code().to_owned()),
        signature: signature.filter(is_plain).take(MAX_SIGNATURE).collect(),
        without_shortcuts: request.form.get("shortcuts").is_none(),
    };
    change(SPIN_CONTEXT, visit.id(), MemberChange::Profile(profile)).await?;
    Ok(back(desk, Done::Saved))
}

async fn set_password(
    desk: &Desk,
    visit: &mut Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let member = visit.member();
    let own = [member.name(), member.address().unwrap_or_default()];
    let typed = request.form.get("password").unwrap_or_default();
    let password = match hashed(desk, typed, own).await? {
        Ok(password) => password,
        Err(why) => return show(desk, visit, None, &[not_set(why)]).await,
    };
    change(SPIN_CONTEXT, visit.id(), MemberChange::Password(password)).await?;
    note(
        SPIN_CONTEXT,
        visit.id(),
        AuditAction::PasswordSet { forgotten: false },
    )
    .await?;
    go_on(desk, visit).await?;
    Ok(back(desk, Done::PasswordSet))
}

/// Begins another session in the place of this one, which has just been ended with all others.
async fn go_on(desk: &Desk, visit: &mut Visit) -> Result<(), Rejection> {
    let sealed = new_session(desk, visit.id()).await?;
    visit.keep(sealed);
    Ok(())
}

/// Ends one session of the member's own; nothing else is stored.
async fn end_session(desk: &Desk, visit: &Visit, id: &str) -> Result<Response, Rejection> {
    if !visit.member().sessions(desk.now).any(|own| own.id == id) {
        return show(desk, visit, None, &[wrong("end", Wrong::NoSession)]).await;
    }
    let ended = MemberChange::SessionEnded(id.to_owned());
    change(SPIN_CONTEXT, visit.id(), ended).await?;
    Ok(back(desk, Done::SessionEnded))
}

async fn end_sessions(desk: &Desk, visit: &mut Visit) -> Result<Response, Rejection> {
    change(SPIN_CONTEXT, visit.id(), MemberChange::SessionsEnded).await?;
    note(SPIN_CONTEXT, visit.id(), AuditAction::SessionsEnded).await?;
    visit.keep(String::new());
    Ok(desk.see("sign-in"))
}

/// Shows a link that signs the member in on another device. It is stored nowhere.
fn lead_in(desk: &Desk, visit: &Visit) -> Response {
    let frame = desk.frame(Some(visit.member()), None);
    let ticket = Ticket::new(
        Purpose::SignIn,
        visit.id(),
        visit.member(),
        &SpinEnvironment,
    );
    let url = sign_in_url(desk, &ticket);
    desk.html(StatusCode::OK, another_device(&frame, &url))
}

/// Shows a new secret for an authenticator. Its ticket carries what it is derived from, so
/// nothing is stored before a code proves that the authenticator has it.
fn enrol(desk: &Desk, visit: &Visit) -> Response {
    let ticket = Ticket::new(
        Purpose::Enrolment,
        visit.id(),
        visit.member(),
        &SpinEnvironment,
    );
    show_enrolment(desk, visit, &ticket, &[])
}

fn show_enrolment(desk: &Desk, visit: &Visit, ticket: &Ticket, wrong: &[WrongField]) -> Response {
    let address = visit.member().address().unwrap_or_default();
    let Some(enrolling) = Enrolment::of(address, &ticket.content) else {
        return desk.see("me");
    };
    let content = EnrolmentPage {
        frame: desk.frame(Some(visit.member()), None),
        typed: &enrolling.typed(),
        url: &enrolling.url(),
        ticket: &ticket.seal(desk.keys()),
        wrong,
    };
    let status = match wrong.is_empty() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    desk.html(status, enrolment(&content))
}

async fn complete(
    desk: &Desk,
    visit: &mut Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let field = |name| request.form.get(name).unwrap_or_default();
    let ticket = Ticket::open(desk.keys(), field("ticket"), Purpose::Enrolment, desk.now);
    let ticket = ticket.filter(|ticket| ticket.member == *visit.id());
    let Some(ticket) = ticket.filter(|ticket| ticket.is_valid_for(visit.member())) else {
        return Ok(desk.see("me"));
    };
    let limit = RateLimit::SecondFactor(visit.id());
    if limit.check(&SpinStore, desk.now).await?.is_some() {
        let wrong = [wrong("code", Wrong::TooMany)];
        return Ok(show_enrolment(desk, visit, &ticket, &wrong));
    }
    let address = visit.member().address().unwrap_or_default();
    let enrolling = Enrolment::of(address, &ticket.content);
    let completed = match enrolling {
        Some(enrolling) => {
            let code = field("code");
            enrolling
                .complete(SPIN_CONTEXT, desk.keys(), visit.id(), code)
                .await?
        }
        None => None,
    };
    let Some((factor, codes)) = completed else {
        let wrong = [wrong("code", Wrong::Code)];
        return Ok(show_enrolment(desk, visit, &ticket, &wrong));
    };
    if !ticket.spend(&SpinStore).await? {
        return Ok(desk.see("me"));
    }
    change(
        SPIN_CONTEXT,
        visit.id(),
        MemberChange::SecondFactor(Some(factor)),
    )
    .await?;
    note(
        SPIN_CONTEXT,
        visit.id(),
        AuditAction::SecondFactor { on: true },
    )
    .await?;
    go_on(desk, visit).await?;
    let frame = desk.frame(Some(visit.member()), None);
    Ok(desk.html(StatusCode::OK, recovery(&frame, &codes)))
}

async fn remove_second_factor(desk: &Desk, visit: &Visit) -> Result<Response, Rejection> {
    change(SPIN_CONTEXT, visit.id(), MemberChange::SecondFactor(None)).await?;
    note(
        SPIN_CONTEXT,
        visit.id(),
        AuditAction::SecondFactor { on: false },
    )
    .await?;
    Ok(back(desk, Done::SecondFactorRemoved))
}
