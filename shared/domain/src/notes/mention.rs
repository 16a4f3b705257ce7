//! Members who are named in a note.

use crate::staff::{Member, MemberId};

/// Finds the members that a text names after an `@`: by their whole name, or by its first
/// word where no other member's name begins with it.
#[must_use]
pub fn mentioned<'a>(text: &str, members: &'a [(MemberId, Member)]) -> Vec<&'a (MemberId, Member)> {
    let mut found: Vec<&(MemberId, Member)> = Vec::new();
    let text = text.to_lowercase();
    for (at, _) in text.match_indices('@') {
        let (before, after) = text.split_at(at);
        // An address is no mention.
        if before.ends_with(char::is_alphanumeric) {
            continue;
        }
        let after = after.trim_start_matches('@');
        if let Some(member) = named(after, members)
            && !found.iter().any(|other| other.0 == member.0)
        {
            found.push(member);
        }
    }
    found
}

/// Finds the member whose name a text begins with; the longest name counts.
fn named<'a>(text: &str, members: &'a [(MemberId, Member)]) -> Option<&'a (MemberId, Member)> {
    let begins = |name: &str| {
        let rest = text.strip_prefix(&name.to_lowercase());
        !name.is_empty() && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let whole = members.iter().filter(|(_, member)| begins(member.name()));
    if let Some(member) = whole.max_by_key(|(_, member)| member.name().len()) {
        return Some(member);
    }
    let first = |(_, member): &&(MemberId, Member)| {
        begins(member.name().split_whitespace().next().unwrap_or_default())
    };
    let mut by_first = members.iter().filter(first);
    by_first.next().filter(|_| by_first.next().is_none())
}
