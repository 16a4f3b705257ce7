//! Members who are named in a note.

use crate::staff::{Member, MemberId};

/// Finds the members that a text names after an `@`: by their whole name, or by its first
/// word where no other member's name begins with it. Of several with one name it finds all:
/// so nobody gets what is meant for another alone.
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
        for member in named(after, members) {
            if !found.iter().any(|other| other.0 == member.0) {
                found.push(member);
            }
        }
    }
    found
}

/// Finds the members whose name a text begins with; the longest name counts.
fn named<'a>(text: &str, members: &'a [(MemberId, Member)]) -> Vec<&'a (MemberId, Member)> {
    let begins = |name: &str| {
        let rest = text.strip_prefix(&name.to_lowercase());
        !name.is_empty() && rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    let length = |member: &Member| member.name().to_lowercase().len();
    let whole = members.iter().filter(|(_, member)| begins(member.name()));
    let mut whole: Vec<&(MemberId, Member)> = whole.collect();
    if let Some(longest) = whole.iter().map(|(_, member)| length(member)).max() {
        whole.retain(|(_, member)| length(member) == longest);
        return whole;
    }
    let first = |(_, member): &&(MemberId, Member)| {
        begins(member.name().split_whitespace().next().unwrap_or_default())
    };
    let by_first: Vec<&(MemberId, Member)> = members.iter().filter(first).collect();
    match by_first.as_slice() {
        [only] => vec![only],
        _ => Vec::new(),
    }
}
