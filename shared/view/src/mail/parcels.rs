//! The parcels: carrier, number and the carrier's page.

use maud::{Markup, html};
use wismo_domain::changes::Change;
use wismo_domain::order::{Shipment, ShipmentState};

use super::clean;
use super::headline;
use super::lines;
use super::localizer::{MailLocalizer, NAME, SHORT};
use super::plain::Plain;
use super::style;
use crate::carriers;

/// A parcel that the customer can do something with.
pub(super) struct Parcel {
    pub(super) carrier: Option<String>,
    pub(super) number: Option<String>,
    pub(super) url: Option<String>,
}

impl Parcel {
    fn of(shipment: &Shipment) -> Option<Self> {
        if shipment.state == ShipmentState::Failed {
            return None;
        }
        let told = |text: &str, most| Some(clean::line(text, most)).filter(|text| !text.is_empty());
        let tracking = carriers::tracking(shipment);
        let parcel = Self {
            carrier: tracking
                .as_ref()
                .and_then(|tracking| told(&tracking.carrier, NAME)),
            number: shipment
                .tracking_number
                .as_deref()
                .and_then(|number| told(number, SHORT)),
            url: tracking
                .and_then(|tracking| tracking.url)
                .filter(|url| lines::has_room_for(url)),
        };
        (parcel.number.is_some() || parcel.url.is_some()).then_some(parcel)
    }

    /// The words of the link.
    pub(super) fn track(&self, localizer: &MailLocalizer<'_>) -> String {
        match &self.carrier {
            Some(carrier) => localizer.with("mail-track", "carrier", carrier.as_str()),
            None => localizer.get("mail-track-unnamed"),
        }
    }
}

/// The parcel that the heading is about, if a page shows where it is: the only one with a
/// new number, or else the only one. Several are in the list below.
pub(super) fn followed(localizer: &MailLocalizer<'_>, changes: &[&Change]) -> Option<Parcel> {
    let order = localizer.context.order;
    if !headline::is_about_parcels(order, changes) {
        return None;
    }
    let new: Vec<&str> = changes
        .iter()
        .filter_map(|change| {
            let Change::TrackingEntered { shipment, .. } = change else {
                return None;
            };
            Some(shipment.as_str())
        })
        .collect();
    let is_meant = |shipment: &&Shipment| new.is_empty() || new.contains(&shipment.id.as_str());
    let meant = order.shipments.iter().filter(is_meant);
    let mut meant = meant.filter_map(Parcel::of);
    match (meant.next(), meant.next()) {
        (Some(parcel), None) => Some(parcel).filter(|parcel| parcel.url.is_some()),
        _ => None,
    }
}

/// The parcels to show, and the number of further ones.
pub(super) fn parcels(localizer: &MailLocalizer<'_>) -> (Vec<Parcel>, usize) {
    let mut parcels: Vec<Parcel> = localizer
        .context
        .order
        .shipments
        .iter()
        .filter_map(Parcel::of)
        .collect();
    let more = parcels.len().saturating_sub(localizer.room.parcels);
    parcels.truncate(localizer.room.parcels);
    (parcels, more)
}

pub(super) fn html(localizer: &MailLocalizer<'_>) -> Markup {
    let (parcels, more) = parcels(localizer);
    if parcels.is_empty() {
        return html! {};
    }
    style::section(
        &localizer.with("mail-parcels", "count", parcels.len() + more),
        &html! {
            table.w-line role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style=(style::TABLE) {
                @for parcel in &parcels {
                    (row(localizer, parcel))
                }
                @if more > 0 {
                    tr { td.w-muted.w-line style=(style::ROW) { (localizer.more("mail-more-parcels", more)) } }
                }
            }
        },
    )
}

fn row(localizer: &MailLocalizer<'_>, parcel: &Parcel) -> Markup {
    html! {
        tr {
            td.w-text.w-line style=(style::ROW) {
                @if let Some(carrier) = &parcel.carrier {
                    p.w-text style=(style::STRONG) { (carrier) }
                }
                @if let Some(number) = &parcel.number {
                    p.w-text style=(style::TIGHT) {
                        span.w-muted style=(style::MUTED) { (localizer.label(&localizer.get("mail-tracking-number"))) " " }
                        span.w-text style=(style::NUMBER) { (number) }
                    }
                }
                @if let Some(url) = &parcel.url {
                    p.w-text style=(style::TIGHT) {
                        a.w-link href=(url) style={ (style::LINK) (localizer.look.ink()) } { (parcel.track(localizer)) }
                    }
                }
            }
        }
    }
}

pub(super) fn text(localizer: &MailLocalizer<'_>, plain: &mut Plain) {
    let (parcels, more) = parcels(localizer);
    if parcels.is_empty() {
        return;
    }
    plain.heading(
        &localizer.with("mail-parcels", "count", parcels.len() + more),
        '-',
    );
    for parcel in parcels {
        plain.entry(
            &parcel
                .carrier
                .clone()
                .unwrap_or_else(|| localizer.get("mail-parcel")),
        );
        if let Some(number) = &parcel.number {
            let label = localizer.label(&localizer.get("mail-tracking-number"));
            plain.below(&format!("{label} {number}"));
        }
        if let Some(url) = &parcel.url {
            plain.below(&format!(
                "{} {url}",
                localizer.label(&parcel.track(localizer))
            ));
        }
    }
    if more > 0 {
        plain.entry(&localizer.more("mail-more-parcels", more));
    }
}
