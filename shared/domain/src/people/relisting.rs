//! Keeping the watch list of a shop in line with what is said of each person.

use super::known::Source;
use super::watch_list::Watched;
use super::{
    JoinedRecords, KnownPerson, Person, PersonView, WatchList, WatchListEvent, person_log,
};
use crate::context::{Context, Environment};
use crate::search::person_of_address;
use crate::storage::event_log::{EventLog, Projected, Projection};
use crate::storage::keys::watch_list_log;
use crate::storage::together::join_all;
use crate::storage::{Store, StoreError};

/// The most addresses of a record by which orders of guests are found.
const MAX_ADDRESSES: usize = 5;

/// The most times that one writer looks whether others changed something meanwhile.
const MOST_LOOKS: usize = 4;

/// Says on the watch list what the records of a person say, until it does. The list is made
/// of what the records say, so whoever changed one of them calls this behind it: then, of
/// several who do so at once, the last one sees what all of them said.
pub(super) async fn relist(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
) -> Result<(), StoreError> {
    let log = watch_list_log(shop);
    let mut people = vec![person.clone()];
    for _ in 0..MOST_LOOKS {
        let mut places: Vec<(Person, Option<Watched>)> = Vec::new();
        for person in people {
            if places.iter().all(|(placed, _)| *placed != person) {
                let joined = JoinedRecords::of(context, shop, &person, Source::Log).await?;
                places.extend(places_of(context, shop, &joined).await?);
            }
        }
        let list: Projected<WatchList> = log.read(context).await?;
        let is_as_it_says = |(person, place): &(Person, Option<Watched>)| {
            list.projection.place_of(person) == place.as_ref()
        };
        if places.iter().all(is_as_it_says) {
            for (person, _) in &places {
                freshen::<KnownPerson>(context, &person_log(shop, person)).await?;
            }
            return freshen::<WatchList>(context, &log).await;
        }
        let to_change = places.iter().filter(|placed| !is_as_it_says(placed));
        for (person, place) in to_change {
            let event = WatchListEvent::placed(person, place.clone());
            log.append(context.store, &event).await?;
        }
        log.keep::<WatchList>(context).await?;
        // Somebody may have parted them meanwhile: all that was written is looked at again.
        people = places.into_iter().map(|(person, _)| person).collect();
    }
    Ok(())
}

/// Keeps what follows from a log if somebody who wrote to it died before they did.
async fn freshen<F: Projection>(
    context: Context<'_, impl Store, impl Environment>,
    log: &EventLog,
) -> Result<(), StoreError> {
    let read: Projected<F> = log.read(context).await?;
    let kept: Projected<F> = log.kept(context.store).await?;
    if kept.projection != read.projection {
        log.keep::<F>(context).await?;
    }
    Ok(())
}

/// Makes the place on the list of each record.
async fn places_of(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    joined: &JoinedRecords,
) -> Result<Vec<(Person, Option<Watched>)>, StoreError> {
    if joined.watch(context.environment.now()).is_none() {
        let people = joined.all().map(|record| record.person.clone());
        return Ok(people.map(|person| (person, None)).collect());
    }
    let views = joined
        .all()
        .map(|record| PersonView::read(context, shop, record));
    let views = join_all(views).await.into_iter();
    let views = views.collect::<Result<Vec<PersonView>, StoreError>>()?;
    let place = |(own, view): (usize, &PersonView)| {
        let Some(note) = &view.watch else {
            return (view.person.clone(), None);
        };
        // The person's own addresses come first, then whatever there is room for.
        let others = views.iter().enumerate().filter(|(at, _)| *at != own);
        let others: Vec<&PersonView> = others.map(|(_, other)| other).collect();
        let records = others.iter().map(|other| other.person.digest());
        let of_others = others.iter().flat_map(|other| guests(other));
        let all = guests(view).chain(records).chain(of_others);
        let place = Watched::new(&view.person, note.ends_at, all);
        (view.person.clone(), Some(place))
    };
    Ok(views.iter().enumerate().map(place).collect())
}

/// Lists the digests of guests who have an address of a person.
fn guests(view: &PersonView) -> impl Iterator<Item = String> {
    let addresses = view.addresses().into_iter().take(MAX_ADDRESSES);
    addresses.filter_map(|address| person_of_address(&address))
}
