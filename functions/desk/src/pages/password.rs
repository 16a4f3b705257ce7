//! Checking a password, and setting one.

use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::staff::member::{MemberChange, change};
use wismo_domain::staff::password::{Password, Peppered, Refused, StoredPassword};
use wismo_domain::staff::{Member, MemberId};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::hashing::{self, NotHashed};
use wismo_platform::http::Rejection;
use wismo_platform::store::SpinStore;

use super::desk::Desk;
use crate::COMPONENT;

/// The hash that a password is compared with where there is no account, so that the time
/// tells nothing. No text that we hash has it.
const NOBODY: &str = "$argon2id$v=19$m=7168,t=5,p=1$c29tZXNhbHRzb21lc2FsdA$\
                      r4Oo1wGvZA95Ee2ql0BxTjPMLtEb2RJx3pJ/l+PU2ts";

/// The result of looking at a password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It is theirs.
    Fits,
    /// It is not, or there is nobody.
    Wrong,
    /// There were too many attempts.
    TooMany,
    /// Too many others sign in.
    Busy,
}

/// Checks a password that somebody typed for a member.
///
/// # Errors
/// When the store fails.
pub async fn check(
    desk: &Desk,
    id: &MemberId,
    member: &Member,
    typed: &str,
) -> Result<Checked, Rejection> {
    let from = desk.network.as_ref().map(RateLimit::SignInFrom);
    let limits: Vec<RateLimit<'_>> = from.into_iter().chain([RateLimit::SignIn(id)]).collect();
    let until = RateLimit::check_all(&limits, &SpinStore, desk.now).await?;
    if until.is_some() {
        return Ok(Checked::TooMany);
    }
    let typed = Password::typed(typed);
    let stored = member.password().filter(|_| member.is_active());
    let peppered = stored.and_then(|stored| typed.peppered_as(stored, desk.keys()));
    let (text, hash) = match (&peppered, stored) {
        (Some(peppered), Some(stored)) => (peppered, stored.hash.as_str()),
        _ => (&typed.peppered(desk.keys()), NOBODY),
    };
    match hashing::fits(SPIN_CONTEXT, &text.text, hash).await {
        Ok(true) => {}
        Ok(false) => return Ok(Checked::Wrong),
        Err(fault) => return busy(fault).map(|()| Checked::Busy),
    }
    let Some(stored) = stored else {
        return Ok(Checked::Wrong);
    };
    renew(id, stored, typed.peppered(desk.keys())).await?;
    Ok(Checked::Fits)
}

/// Puts a password behind the newest key, if it was behind an older one.
async fn renew(id: &MemberId, stored: &StoredPassword, newest: Peppered) -> Result<(), Rejection> {
    if !newest.renews(stored) {
        return Ok(());
    }
    // If there is no time for it now, the next sign-in does it.
    if let Ok(hash) = hashing::hash(SPIN_CONTEXT, &newest.text).await {
        let renewed = MemberChange::PasswordRenewed(newest.stored(hash));
        change(SPIN_CONTEXT, id, renewed).await?;
    }
    Ok(())
}

/// The reason why a new password was not set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotSet {
    /// It breaks a rule.
    Refused(Refused),
    /// Too many others sign in.
    Busy,
}

/// Hashes a new password, if it keeps the rules; `own` are the member's name and address.
///
/// # Errors
/// When the store fails.
pub async fn hashed(
    desk: &Desk,
    typed: &str,
    own: [&str; 2],
) -> Result<Result<StoredPassword, NotSet>, Rejection> {
    let password = match Password::chosen(typed, desk.personal(own)) {
        Ok(password) => password,
        Err(refused) => return Ok(Err(NotSet::Refused(refused))),
    };
    let peppered = password.peppered(desk.keys());
    match hashing::hash(SPIN_CONTEXT, &peppered.text).await {
        Ok(hash) => Ok(Ok(peppered.stored(hash))),
        Err(fault) => busy(fault).map(|()| Err(NotSet::Busy)),
    }
}

/// Tells the operator of a fault that is not the store's.
fn busy(fault: NotHashed) -> Result<(), Rejection> {
    match fault {
        NotHashed::Store(fault) => Err(fault.into()),
        NotHashed::Busy => Ok(()),
        NotHashed::NoAnswer => {
            COMPONENT.log(NotHashed::NoAnswer);
            Ok(())
        }
    }
}
