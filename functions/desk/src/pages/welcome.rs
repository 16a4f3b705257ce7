//! The ways to an account: `/desk/setup`, `/desk/invitation/{ticket}`, `/desk/forgot` and
//! `/desk/sign-in/{ticket}`.

use http::StatusCode;
use spin_sdk::wasip3::spawn;
use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::mail::Mailbox;
use wismo_domain::staff::audit::{AuditAction, note};
use wismo_domain::staff::member::{MemberChange, Profile, change};
use wismo_domain::staff::names::is_taken;
use wismo_domain::staff::ticket::{Purpose, Ticket};
use wismo_domain::staff::{Access, Member, MemberId, directory};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::staff_mail::{self, StaffMail};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::mail::{StaffMailKind, write};
use wismo_view::desk::welcome::{self as page, Typed};

use super::PageRequest;
use super::desk::Desk;
use super::gate::{self, new_session};
use super::password::{NotSet, hashed};
use super::typed::turns;
use crate::COMPONENT;

/// The most characters of a name.
const MAX_NAME: usize = 100;

/// A field that is wrong.
#[must_use]
pub const fn wrong(field: &'static str, why: Wrong) -> WrongField {
    WrongField { field, why }
}

/// A name as it was typed, if it is one.
#[must_use]
pub fn name(typed: &str) -> Option<&str> {
    let name = typed.trim();
    let is_plain = !name.chars().any(|c| c.is_control() || turns(c));
    ((1..=MAX_NAME).contains(&name.chars().count()) && is_plain).then_some(name)
}

/// The reason why a new password was not set, for its field.
#[must_use]
pub const fn not_set(why: NotSet) -> WrongField {
    let why = match why {
        NotSet::Refused(refused) => Wrong::NewPassword(refused),
        NotSet::Busy => Wrong::Busy,
    };
    wrong("password", why)
}

/// Makes the holder of the installation's key an owner.
///
/// # Errors
/// When the store fails.
pub async fn setup(desk: &Desk, request: &PageRequest) -> Result<Response, Rejection> {
    let frame = desk.frame(None, None);
    if !request.is_post() {
        let page = page::setup(&frame, Typed::default(), &[]);
        return Ok(desk.html(StatusCode::OK, page));
    }
    let field = |name| request.form.get(name).unwrap_or_default();
    let typed = Typed {
        name: field("name"),
        address: field("address"),
    };
    let refuse = |wrong: &[WrongField]| {
        let page = page::setup(&frame, typed, wrong);
        Ok(desk.html(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    if !desk.config.desk_api_key.is(field("key").trim().as_bytes()) {
        return refuse(&[wrong("key", Wrong::Key)]);
    }
    let Some(own_name) = name(typed.name) else {
        return refuse(&[wrong("name", Wrong::Name)]);
    };
    let Ok(mailbox) = Mailbox::new("", typed.address) else {
        return refuse(&[wrong("address", Wrong::Address)]);
    };
    let id = MemberId::of_address(&mailbox.address);
    let own = [own_name, mailbox.address.as_str()];
    let password = match hashed(desk, field("password"), own).await? {
        Ok(password) => password,
        Err(why) => return refuse(&[not_set(why)]),
    };
    let invited = MemberChange::Invited {
        address: mailbox.address.clone(),
        name: own_name.to_owned(),
        access: Access::everything(),
    };
    directory::list(SPIN_CONTEXT, &id).await?;
    for event in [
        invited,
        MemberChange::Suspended(false),
        MemberChange::Password(password),
    ] {
        change(SPIN_CONTEXT, &id, event).await?;
    }
    note(SPIN_CONTEXT, &id, AuditAction::SetUp).await?;
    enter(desk, &id).await
}

/// Signs a member in who has just set a password, unless a second factor is due.
async fn enter(desk: &Desk, id: &MemberId) -> Result<Response, Rejection> {
    let member = Member::read(SPIN_CONTEXT, id).await?;
    if member.second_factor().is_some() {
        let done = Done::PasswordReset.word();
        return Ok(desk.see(&format!("sign-in?done={done}")));
    }
    let sealed = new_session(desk, id).await?;
    let mut answer = desk.see("");
    desk.keep(&mut answer, &sealed);
    Ok(answer)
}

/// Opens a ticket that a link holds, and reads its member.
async fn opened(
    desk: &Desk,
    sealed: &str,
    purpose: Purpose,
) -> Result<Option<(Ticket, Member)>, Rejection> {
    let Some(ticket) = Ticket::open(desk.keys(), sealed, purpose, desk.now) else {
        return Ok(None);
    };
    let member = Member::read(SPIN_CONTEXT, &ticket.member).await?;
    let counts = member.address().is_some() && ticket.is_valid_for(&member);
    if !counts || ticket.is_spent(&SpinStore).await? {
        return Ok(None);
    }
    Ok(Some((ticket, member)))
}

fn void(desk: &Desk) -> Response {
    let page = page::void(&desk.frame(None, None));
    desk.html(StatusCode::GONE, page)
}

/// Takes an invitation: its GET shows the form, so that no mail scanner takes it.
///
/// # Errors
/// When the store fails.
pub async fn invitation(
    desk: &Desk,
    sealed: &str,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some((ticket, member)) = opened(desk, sealed, Purpose::Invitation).await? else {
        return Ok(void(desk));
    };
    let frame = desk.frame(None, None);
    let address = member.address().unwrap_or_default();
    if !request.is_post() {
        let page = page::invitation(&frame, address, member.name(), &[]);
        return Ok(desk.html(StatusCode::OK, page));
    }
    let field = |name| request.form.get(name).unwrap_or_default();
    let typed = field("name");
    let refuse = |wrong: &[WrongField]| {
        let page = page::invitation(&frame, address, typed, wrong);
        Ok(desk.html(StatusCode::UNPROCESSABLE_ENTITY, page))
    };
    let Some(own_name) = name(typed) else {
        return refuse(&[wrong("name", Wrong::Name)]);
    };
    let members = directory::members(SPIN_CONTEXT).await?;
    if is_taken(own_name, &ticket.member, member.access(), &members) {
        return refuse(&[wrong("name", Wrong::NameTaken)]);
    }
    let password = match hashed(desk, field("password"), [own_name, address]).await? {
        Ok(password) => password,
        Err(why) => return refuse(&[not_set(why)]),
    };
    if !ticket.spend(&SpinStore).await? {
        return Ok(void(desk));
    }
    let profile = Profile {
        name: own_name.to_owned(),
        language: Some(desk.language.code().to_owned()),
        ..member.profile().clone()
    };
    let id = &ticket.member;
    change(SPIN_CONTEXT, id, MemberChange::Profile(profile)).await?;
    change(SPIN_CONTEXT, id, MemberChange::Password(password)).await?;
    note(SPIN_CONTEXT, id, AuditAction::Joined).await?;
    enter(desk, id).await
}

/// Signs a member in by a link, or sets a new password: its GET shows both, so that no
/// mail scanner uses it up.
///
/// # Errors
/// When the store fails.
pub async fn by_link(
    desk: &Desk,
    sealed: &str,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let Some((ticket, member)) = opened(desk, sealed, Purpose::SignIn).await? else {
        return Ok(void(desk));
    };
    let address = member.address().unwrap_or_default();
    let page = |wrong: &[WrongField]| {
        let frame = desk.frame(None, None);
        page::by_link(&frame, member.name(), address, wrong)
    };
    if !request.is_post() {
        return Ok(desk.html(StatusCode::OK, page(&[])));
    }
    if request.form.get("do") == Some("sign-in") {
        if !ticket.spend(&SpinStore).await? {
            return Ok(void(desk));
        }
        return gate::by_link(&mut desk.clone(), &ticket.member, &member).await;
    }
    let typed = request.form.get("password").unwrap_or_default();
    let password = match hashed(desk, typed, [member.name(), address]).await? {
        Ok(password) => password,
        Err(why) => {
            let page = page(&[not_set(why)]);
            return Ok(desk.html(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    };
    if !ticket.spend(&SpinStore).await? {
        return Ok(void(desk));
    }
    let id = &ticket.member;
    change(SPIN_CONTEXT, id, MemberChange::Password(password)).await?;
    note(
        SPIN_CONTEXT,
        id,
        AuditAction::PasswordSet { forgotten: true },
    )
    .await?;
    let done = Done::PasswordReset.word();
    Ok(desk.see(&format!("sign-in?done={done}")))
}

/// Mails a link to whoever forgot a password. The answer is there before anything is
/// looked up, so neither it nor its time tells whether there is an account.
///
/// # Errors
/// None: the background's are logged.
pub async fn forgot(desk: &Desk, request: &PageRequest) -> Result<Response, Rejection> {
    if !request.is_post() {
        let done = request.query.get("done").and_then(Done::of_word);
        let page = page::forgot(&desk.frame(None, None), done);
        return Ok(desk.html(StatusCode::OK, page));
    }
    if let Ok(mailbox) = Mailbox::new("", request.form.get("address").unwrap_or_default()) {
        let (desk, id) = (desk.clone(), MemberId::of_address(&mailbox.address));
        spawn(async move {
            if let Err(fault) = mail_reset(&desk, &id).await {
                // The answer to a fault names nothing but the fault.
                let _ = fault.answer(COMPONENT);
            }
        });
    }
    Ok(desk.see(&format!("forgot?done={}", Done::LinkSent.word())))
}

/// Mails a link to set a new password, if somebody signs in under that address.
async fn mail_reset(desk: &Desk, id: &MemberId) -> Result<(), Rejection> {
    let from = desk.network.as_ref().map(RateLimit::PasswordResetFrom);
    let own = RateLimit::PasswordReset(id);
    let limits: Vec<RateLimit<'_>> = from.into_iter().chain([own]).collect();
    let until = RateLimit::check_all(&limits, &SpinStore, desk.now).await?;
    if until.is_some() {
        return Ok(());
    }
    let member = Member::read(SPIN_CONTEXT, id).await?;
    if member.is_active() {
        send(desk, id, &member, StaffMailKind::PasswordReset).await;
    }
    Ok(())
}

/// Returns the address at which a ticket to sign in is used.
#[must_use]
pub fn sign_in_url(desk: &Desk, ticket: &Ticket) -> String {
    desk.url(&format!("sign-in/{}", ticket.seal(desk.keys())))
}

/// Mails a member a link for this purpose, and tells whether a provider took it.
pub async fn send(desk: &Desk, id: &MemberId, member: &Member, kind: StaffMailKind<'_>) -> bool {
    let Some(to) = member
        .address()
        .and_then(|address| Mailbox::new(member.name(), address).ok())
    else {
        return false;
    };
    let ticket = |purpose| Ticket::new(purpose, id, member, &SpinEnvironment);
    let (ticket, url) = match kind {
        StaffMailKind::Invitation(_) => {
            let ticket = ticket(Purpose::Invitation);
            let url = desk.url(&format!("invitation/{}", ticket.seal(desk.keys())));
            (ticket, url)
        }
        StaffMailKind::PasswordReset => {
            let ticket = ticket(Purpose::SignIn);
            let url = sign_in_url(desk, &ticket);
            (ticket, url)
        }
    };
    let language = desk.language_of(member);
    let mail = write(language, kind, &url, (&desk.mails.from, &to));
    let mail = StaffMail {
        mail,
        key: format!("staff-{}", ticket.content),
    };
    staff_mail::send(&desk.config.job_secret, &mail).await
}
