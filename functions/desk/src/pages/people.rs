//! `/desk/people`: members, and what they may do; `/desk/record`: what was done.

use http::StatusCode;
use wismo_domain::mail::Mailbox;
use wismo_domain::shop::Shop;
use wismo_domain::staff::audit::{self, AuditAction, note};
use wismo_domain::staff::member::{MemberChange, change};
use wismo_domain::staff::names::is_taken;
use wismo_domain::staff::sign_in_rules::SignInRules;
use wismo_domain::staff::{Access, Member, MemberId, Role, directory};
use wismo_domain::time::Date;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::Entry;
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::mail::StaffMailKind;
use wismo_view::desk::people::{self as page, InvitePage, PeoplePage, Person, PersonPage};
use wismo_view::desk::welcome::{self, Typed};

use super::PageRequest;
use super::desk::Desk;
use super::gate::Visit;
use super::welcome::{name, send, wrong};

/// The lines of one page of the record.
const LINES: u64 = 50;

/// Answers requests about members, for whoever may manage them.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    match path {
        [] => list(desk, visit, request).await,
        ["invite"] => invite(desk, visit, request).await,
        [id] => match MemberId::parse(id) {
            Some(id) => person(desk, visit, id, request).await,
            None => Ok(nobody(desk, visit)),
        },
        _ => Ok(nobody(desk, visit)),
    }
}

/// Lists the members, and sets the day from which on everybody needs a second factor.
async fn list(desk: &Desk, visit: &Visit, request: &PageRequest) -> Result<Response, Rejection> {
    // The rules hold for everybody, so they are for those who see every shop.
    let may_rule = visit.member().access().shops.is_none();
    let typed = request.form.get("from").map(str::trim);
    let mut wrong_day = None;
    if let Some(typed) = typed.filter(|_| request.is_post() && may_rule) {
        let day: Option<Date> = typed.parse().ok().filter(|day: &Date| day.is_likely());
        if typed.is_empty() || day.is_some() {
            if let Some(asked) = visit.confirm(desk, request) {
                return Ok(asked);
            }
            SignInRules::require_second_factor(SPIN_CONTEXT, day).await?;
            let deed = AuditAction::SecondFactorRequired { from: day };
            note(SPIN_CONTEXT, visit.id(), deed).await?;
            return Ok(desk.see(&format!("people?done={}", Done::Saved.word())));
        }
        wrong_day = Some(wrong("from", Wrong::Day));
    }
    let people = visible(visit).await?;
    let rules = SignInRules::read(SPIN_CONTEXT).await?;
    let from = rules.second_factor_from.map(|day| day.to_string());
    let content = PeoplePage {
        frame: desk.frame(Some(visit.member()), Some(Entry::People)),
        people: &people,
        second_factor_from: may_rule.then(|| typed.or(from.as_deref()).unwrap_or_default()),
        done: request.query.get("done").and_then(Done::of_word),
        wrong: wrong_day.as_slice(),
    };
    let status = match wrong_day {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    Ok(desk.html(status, page::list(&content)))
}

/// The members that this one sees: themselves, and those who may do no more.
async fn visible(visit: &Visit) -> Result<Vec<Person>, Rejection> {
    let mut people = directory::members(SPIN_CONTEXT).await?;
    people.retain(|(id, member)| id == visit.id() || is_visible(visit, member));
    Ok(people)
}

fn is_visible(visit: &Visit, member: &Member) -> bool {
    member.address().is_some() && member.access().is_within(visit.member().access())
}

fn nobody(desk: &Desk, visit: &Visit) -> Response {
    let frame = desk.frame(Some(visit.member()), Some(Entry::People));
    desk.html(StatusCode::NOT_FOUND, welcome::not_found(&frame))
}

/// Reads what a form gives somebody, if the member who gives it has as much.
///
/// # Errors
/// When they have not, or there is no such role or shop.
pub(super) fn given(form: &Form, own: &Access, known: &[Shop]) -> Result<Access, WrongField> {
    let has = |name: &str| form.get(name).is_some();
    let Some(role) = form.get("role").and_then(Role::named) else {
        return Err(wrong("role", Wrong::Choice));
    };
    let named = form.fields().filter(|(name, _)| *name == "shop");
    let mut shops: Vec<String> = Vec::new();
    for (_, id) in named {
        // A shop that one does not see is, for that matter, none.
        if !own.sees(id) {
            return Err(wrong("role", Wrong::TooMuch));
        }
        if !known.iter().any(|shop| shop.id == id) {
            return Err(wrong("role", Wrong::Choice));
        }
        if !shops.iter().any(|shop| shop == id) {
            shops.push(id.to_owned());
        }
    }
    let access = Access {
        role,
        may_export: has("export"),
        may_erase: has("erase"),
        shops: (!has("all-shops")).then_some(shops),
    };
    match access.is_within(own) {
        true => Ok(access),
        false => Err(wrong("role", Wrong::TooMuch)),
    }
}

async fn invite(desk: &Desk, visit: &Visit, request: &PageRequest) -> Result<Response, Rejection> {
    let shops = desk.shops_of(visit.member());
    let own = visit.member().access();
    let field = |name| request.form.get(name).unwrap_or_default();
    let typed = Typed {
        name: field("name"),
        address: field("address"),
    };
    let show = |access: &Access, wrong: &[WrongField]| {
        let content = InvitePage {
            frame: desk.frame(Some(visit.member()), Some(Entry::People)),
            shops: &shops,
            typed,
            access,
            own,
            wrong,
        };
        let status = match wrong.is_empty() {
            true => StatusCode::OK,
            false => StatusCode::UNPROCESSABLE_ENTITY,
        };
        desk.html(status, page::invite(&content))
    };
    let first = Access {
        role: Role::Agent,
        shops: own.shops.clone(),
        ..Access::default()
    };
    if !request.is_post() {
        return Ok(show(&first, &[]));
    }
    let access = match given(&request.form, own, &desk.config.shops) {
        Ok(access) => access,
        Err(why) => return Ok(show(&first, &[why])),
    };
    let Some(their_name) = name(typed.name) else {
        return Ok(show(&access, &[wrong("name", Wrong::Name)]));
    };
    let Ok(mailbox) = Mailbox::new("", typed.address) else {
        return Ok(show(&access, &[wrong("address", Wrong::Address)]));
    };
    // Before anything is told of the address.
    if let Some(asked) = visit.confirm(desk, request) {
        return Ok(asked);
    }
    let id = MemberId::of_address(&mailbox.address);
    let known = Member::read(SPIN_CONTEXT, &id).await?;
    if known.address().is_some() {
        // Whose account it is, is for those to know who see them.
        let why = match is_visible(visit, &known) || own.shops.is_none() {
            true => Wrong::Known,
            false => Wrong::Elsewhere,
        };
        return Ok(show(&access, &[wrong("address", why)]));
    }
    let members = directory::members(SPIN_CONTEXT).await?;
    if is_taken(their_name, &id, &access, &members) {
        return Ok(show(&access, &[wrong("name", Wrong::NameTaken)]));
    }
    let invited = MemberChange::Invited {
        address: mailbox.address,
        name: their_name.to_owned(),
        access,
    };
    directory::list(SPIN_CONTEXT, &id).await?;
    change(SPIN_CONTEXT, &id, invited).await?;
    note(SPIN_CONTEXT, visit.id(), AuditAction::Invited(id.clone())).await?;
    mail_invitation(desk, visit, &id).await
}

/// Mails an invitation, and leads to the member's page, which says whether it left.
async fn mail_invitation(desk: &Desk, visit: &Visit, id: &MemberId) -> Result<Response, Rejection> {
    let member = Member::read(SPIN_CONTEXT, id).await?;
    let kind = StaffMailKind::Invitation(visit.member().name());
    let result = match send(desk, id, &member, kind).await {
        true => format!("done={}", Done::Invited.word()),
        false => "wrong=not-sent".to_owned(),
    };
    Ok(desk.see(&format!("people/{id}?{result}")))
}

async fn person(
    desk: &Desk,
    visit: &Visit,
    id: MemberId,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let member = Member::read(SPIN_CONTEXT, &id).await?;
    let is_self = id == *visit.id();
    if !is_self && !is_visible(visit, &member) {
        return Ok(nobody(desk, visit));
    }
    // Nobody locks themselves out.
    let own = (!is_self).then(|| visit.member().access());
    let person = (id, member);
    let shops = desk.shops_of(visit.member());
    let show = |wrong: Option<Wrong>| {
        let content = PersonPage {
            frame: desk.frame(Some(visit.member()), Some(Entry::People)),
            person: &person,
            shops: &shops,
            own,
            done: request.query.get("done").and_then(Done::of_word),
            wrong,
        };
        desk.html(StatusCode::OK, page::person(&content))
    };
    if !request.is_post() {
        let is_not_sent = request.query.get("wrong") == Some("not-sent");
        return Ok(show(is_not_sent.then_some(Wrong::NotSent)));
    }
    let Some(own) = own else {
        return Ok(show(Some(Wrong::TooMuch)));
    };
    if let Some(asked) = visit.confirm(desk, request) {
        return Ok(asked);
    }
    let id = &person.0;
    let (event, action, done) = match request.form.get("do").unwrap_or_default() {
        "access" => match given(&request.form, own, &desk.config.shops) {
            Ok(access) => (
                MemberChange::Access(access),
                AuditAction::AccessChanged(id.clone()),
                Done::AccessSaved,
            ),
            Err(wrong) => return Ok(show(Some(wrong.why))),
        },
        "invite" => return mail_invitation(desk, visit, id).await,
        "take-second-factor" => (
            MemberChange::SecondFactor(None),
            AuditAction::SecondFactorTaken(id.clone()),
            Done::SecondFactorTaken,
        ),
        "suspend" => (
            MemberChange::Suspended(true),
            AuditAction::Suspended(id.clone()),
            Done::Suspended,
        ),
        "reinstate" => (
            MemberChange::Suspended(false),
            AuditAction::Reinstated(id.clone()),
            Done::Reinstated,
        ),
        _ => {
            let done = Done::NothingChanged.word();
            return Ok(desk.see(&format!("people/{id}?done={done}")));
        }
    };
    change(SPIN_CONTEXT, id, event).await?;
    note(SPIN_CONTEXT, visit.id(), action).await?;
    Ok(desk.see(&format!("people/{id}?done={}", done.word())))
}

/// Shows what was done with people and keys, to whoever sees all shops.
///
/// # Errors
/// When the store fails.
pub async fn record(
    desk: &Desk,
    visit: &Visit,
    request: &PageRequest,
) -> Result<Response, Rejection> {
    if visit.member().access().shops.is_some() {
        return Ok(nobody(desk, visit));
    }
    let from = request.query.get("from").and_then(|from| from.parse().ok());
    let lines = audit::page(&SpinStore, from, LINES).await?;
    let people = directory::members(SPIN_CONTEXT).await?;
    let frame = desk.frame(Some(visit.member()), Some(Entry::Record));
    Ok(desk.html(StatusCode::OK, page::record(&frame, &lines, &people)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_roles_and_shops_that_there_are_can_be_given() {
        let known = r#"[{ "id": "north", "platform": "standard", "secrets": ["whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3"], "name": "North" }]"#;
        let known = wismo_domain::shop::from_setting(known).unwrap();
        let all = Access::everything();
        let north = Access {
            shops: Some(vec!["north".to_owned()]),
            ..Access::everything()
        };
        let read = |body: &str, own: &Access| given(&Form::of(body.as_bytes()), own, &known);
        let access = read("role=agent&shop=north&shop=north", &all).unwrap();
        assert_eq!(access.shops, Some(vec!["north".to_owned()]));
        for (body, own, why) in [
            ("role=zzz&shop=north", &all, Wrong::Choice),
            ("shop=north", &all, Wrong::Choice),
            ("role=agent&shop=nowhere", &all, Wrong::Choice),
            ("role=agent&shop=north&shop=nowhere", &north, Wrong::TooMuch),
            ("role=agent&all-shops=yes", &north, Wrong::TooMuch),
        ] {
            assert_eq!(read(body, own), Err(wrong("role", why)), "{body}");
        }
    }
}
