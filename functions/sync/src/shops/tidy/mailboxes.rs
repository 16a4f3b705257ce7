//! Several addresses in the field for one, as people enter them.

use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::mail::Mailbox;
use wismo_domain::order::{Contact, Customer, MAX_CONTACTS, Role};

use crate::shops::text::is_unseen;

/// Reads the customer's address: the first one is theirs, and the others
/// become contacts who are told the same. An address that no mail can go to
/// stays as it is, for the merchant to see.
pub(super) fn read(customer: &mut Customer) {
    read_into(
        &mut customer.name,
        &mut customer.email,
        &mut customer.contacts,
    );
}

/// Reads the address in a customer's record in the same way.
pub(super) fn read_record(record: &mut CustomerRecord) {
    read_into(&mut record.name, &mut record.email, &mut record.contacts);
}

fn read_into(name: &mut Option<String>, email: &mut Option<String>, contacts: &mut Vec<Contact>) {
    let parts = email.as_deref().map(parts).unwrap_or_default();
    let mut boxes = parts.iter().filter_map(|part| part.parse::<Mailbox>().ok());
    let Some(first) = boxes.next() else { return };
    if name.is_none() && !first.name.is_empty() {
        *name = Some(first.name);
    }
    for other in boxes {
        let is_known = |known: &Contact| known.email.eq_ignore_ascii_case(&other.address);
        let is_first = other.address.eq_ignore_ascii_case(&first.address);
        if contacts.len() < MAX_CONTACTS && !is_first && !contacts.iter().any(is_known) {
            contacts.push(Contact {
                role: Role::Customer,
                name: Some(other.name).filter(|name| !name.is_empty()),
                email: other.address,
            });
        }
    }
    *email = Some(first.address);
}

/// The parts of a list of addresses; quoted text is not split.
fn parts(text: &str) -> Vec<&str> {
    let mut is_quoted = false;
    text.split(|c| {
        is_quoted ^= c == '"';
        !is_quoted && matches!(c, ';' | ',')
    })
    .map(|part| part.trim_matches(|c: char| c.is_whitespace() || is_unseen(c)))
    .collect()
}
