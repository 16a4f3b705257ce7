//! The carriers and their tracking pages.
//!
//! A wrong link is worse than none. So a carrier stands in the table only if its
//! address was confirmed: by two independent sources, or by one that opens the page
//! in a browser every day. A name that means different carriers in different
//! countries ("Hermes") does not stand for any of them. A parcel whose carrier is
//! not in the table gets the shop's own link.

mod countries;
mod spelling;
mod table;
#[cfg(test)]
mod tests;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use wismo_domain::order::{Shipment, ShipmentState};

use countries::names_country;
use spelling::spelled;
use table::{CARRIERS, Carrier, Services};

use crate::url::{host, https, strip_https};

/// The shortest number that a link does not hold merely by chance.
const MIN_NUMBER: usize = 4;

/// The carrier of a parcel, and the address for following it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tracking {
    /// The carrier's own name. One that we do not know has the shop's name for it, in
    /// words if that is a code; without a name, it is the host of the link.
    pub carrier: String,
    /// The address of the carrier's page about this parcel: https, fit for an attribute.
    pub url: Option<String>,
}

/// Finds the carrier of a parcel and the address for following it; `None` if neither
/// is known, and for a parcel that failed.
#[must_use]
pub fn tracking(shipment: &Shipment) -> Option<Tracking> {
    if shipment.state == ShipmentState::Failed {
        return None;
    }
    let own_url = shipment.tracking_url.as_deref().and_then(https);
    let name = shipment.carrier.as_deref().unwrap_or_default().trim();
    if name.is_empty() {
        let url = own_url?;
        return Some(Tracking {
            carrier: host(url)?.to_owned(),
            url: Some(url.to_owned()),
        });
    }
    let Some(carrier) = find(name) else {
        return Some(Tracking {
            carrier: spelled(name),
            url: own_url.map(str::to_owned),
        });
    };
    let number = shipment.tracking_number.as_deref().unwrap_or_default();
    // The shop's own link knows which of a carrier's companies has the parcel,
    // if it is a link to this parcel at all.
    let own = own_url.filter(|url| is_about(url, number));
    let own = own.map(str::to_owned);
    let url = own.or_else(|| page(carrier, number));
    Some(Tracking {
        carrier: carrier.name.to_owned(),
        url: url.or_else(|| own_url.map(str::to_owned)),
    })
}

/// Tells whether a link holds a parcel's number, however either is spaced.
fn is_about(url: &str, number: &str) -> bool {
    let bare = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect::<String>()
    };
    let number = bare(number);
    // Digits in the host are not a number.
    let path = strip_https(url).and_then(|rest| rest.split_once(['/', '?', '#']));
    let path = path.map(|(_, path)| bare(&percent_decode_str(path).decode_utf8_lossy()));
    number.len() >= MIN_NUMBER && path.is_some_and(|path| path.contains(&number))
}

/// Tells whether we know a carrier's tracking page.
#[must_use]
pub fn is_known(carrier: &str) -> bool {
    find(carrier.trim()).is_some()
}

/// A carrier's own name: `fed-ex` is "FedEx". One that we do not know keeps the
/// shop's name for it, in words if that is a code.
#[must_use]
pub fn name(carrier: &str) -> String {
    let carrier = carrier.trim();
    find(carrier).map_or_else(|| spelled(carrier), |known| known.name.to_owned())
}

/// Finds a carrier by any of its names, whatever the case and the punctuation. If all
/// services of a carrier share one tracking page, the words after its name may name a
/// service: "FedEx International Priority". A country is not a service: it means
/// another company ("Asendia USA"), unless one company serves all countries.
fn find(name: &str) -> Option<&'static Carrier> {
    let words: Vec<String> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    (1..=words.len()).rev().find_map(|count| {
        let key: String = words.iter().take(count).map(String::as_str).collect();
        let rest = words.get(count..).unwrap_or_default();
        let fits = |carrier: &Carrier| match carrier.services {
            _ if rest.is_empty() => true,
            Services::None => false,
            Services::Own => !names_country(rest),
            Services::Worldwide => true,
        };
        CARRIERS
            .iter()
            .find(|carrier| carrier.keys.contains(&key.as_str()) && fits(carrier))
    })
}

/// The characters to encode: a query, a path or a fragment may hold all others as they are.
const NUMBER: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

fn page(carrier: &Carrier, number: &str) -> Option<String> {
    let number: String = number.chars().filter(|c| !is_blank(*c)).collect();
    // A path of dots alone would climb out of the template.
    if !number.contains(char::is_alphanumeric) {
        return None;
    }
    let number = utf8_percent_encode(&number, NUMBER).to_string();
    Some(carrier.url.replace("{}", &number))
}

/// Tells whether a character is white space, or has no width. Numbers are copied with such
/// characters between their digits, and carriers' pages do not know them then.
fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200d}' | '\u{feff}')
}
