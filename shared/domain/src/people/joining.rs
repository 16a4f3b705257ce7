//! Joining records, and undoing it.

use super::known::say;
use super::relisting::relist;
use super::{Join, JoinedRecord, JoinedRecords, MAX_RECORDS, Person, PersonChange, Source};
use crate::context::{Context, Environment};
use crate::staff::Author;
use crate::storage::{Store, StoreError};

/// The most times that a record which looks cut off is looked at again.
const MOST_LOOKS: usize = 3;

/// The result of joining two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinOutcome {
    /// They are one person from now on.
    Joined,
    /// They were one person before, by a join of somebody else, who may not be through yet.
    AlreadyJoined,
    /// Together there would be more records than can be one person.
    TooMany,
    /// Somebody else joined one of them with another one at the same time.
    Overtaken,
}

/// Joins the record of a person, and what is joined with it, into that of another one, which
/// stands for both from now on. Doing it again mends what an earlier attempt left half done.
///
/// # Errors
/// When the store fails; they may be joined all the same.
pub async fn join(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    giving_way: &Person,
    standing: &Person,
    by: &Author,
) -> Result<JoinOutcome, StoreError> {
    let first = settled(context, shop, giving_way).await?;
    let second = settled(context, shop, standing).await?;
    let (giving_way, standing) = (&first.standing.person, &second.standing.person);
    if giving_way == standing {
        relist(context, shop, standing).await?;
        return Ok(JoinOutcome::AlreadyJoined);
    }
    if first.count() + second.count() > MAX_RECORDS {
        return Ok(JoinOutcome::TooMany);
    }
    // It stands, so what joins it into others does not count: part of a circle, or too much.
    end_joins(context, shop, &first.standing, by).await?;
    let taken = PersonChange::Taken {
        person: giving_way.clone(),
        by: by.clone(),
    };
    let taken = say(context, shop, standing, taken).await?;
    let joined = PersonChange::Joined {
        into: standing.clone(),
        taken,
        by: by.clone(),
    };
    let n = say(context, shop, giving_way, joined).await?;
    // Others may have joined one of them meanwhile: whoever comes later sees both.
    let now = settled(context, shop, giving_way).await?;
    if now.is_over_full || !holds(&now, giving_way, n, standing) {
        let join = Join {
            into: standing.clone(),
            taken,
            by: by.clone(),
            at: context.environment.now(),
        };
        end(context, shop, giving_way, n, &join, by).await?;
        relist(context, shop, giving_way).await?;
        relist(context, shop, standing).await?;
        return Ok(match now.is_over_full {
            true => JoinOutcome::TooMany,
            false => JoinOutcome::Overtaken,
        });
    }
    relist(context, shop, standing).await?;
    Ok(JoinOutcome::Joined)
}

/// Reads the records that are joined with one. A record whose join is being undone may look
/// as if it were cut off: that is over when it is looked at again.
async fn settled(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
) -> Result<JoinedRecords, StoreError> {
    let mut joined = JoinedRecords::of(context, shop, person, Source::Log).await?;
    for _ in 0..MOST_LOOKS {
        if !joined.is_cut_off {
            break;
        }
        joined = JoinedRecords::of(context, shop, person, Source::Log).await?;
    }
    Ok(joined)
}

/// Tells whether a join counts, and nobody joined the same record into another one: whoever
/// sees that gives in, so that nothing is undone that was said to be done.
fn holds(now: &JoinedRecords, giving_way: &Person, n: u64, standing: &Person) -> bool {
    let is_one = now.of_person(standing).is_some();
    let record = now.of_person(giving_way);
    let joins = record.map(|record| record.known.joins.own.present());
    let mut joins = joins.into_iter().flatten();
    is_one && !joins.any(|(other, join)| other != n && join.into != *standing)
}

/// Undoes the join of a record into another one, if that made it one person with a third, on
/// whose page somebody asks for it. What was joined with it before stays with it. Doing it
/// again mends what an earlier attempt left half done.
///
/// # Errors
/// When the store fails; it may be undone all the same.
pub async fn separate(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    asked_of: &Person,
    by: &Author,
) -> Result<(), StoreError> {
    let joined = settled(context, shop, person).await?;
    let standing = &joined.standing;
    if joined.of_person(asked_of).is_some() {
        let mut others = joined.others.iter();
        if let Some(record) = others.find(|record| record.person == *person) {
            end_joins(context, shop, record, by).await?;
        }
        // One that did not count so far, in a circle, must not take the place of what is undone.
        end_joins(context, shop, standing, by).await?;
    }
    let mut people = vec![&standing.person, asked_of, person];
    people.dedup();
    for person in people {
        relist(context, shop, person).await?;
    }
    Ok(())
}

/// Ends the joins of a record into others.
async fn end_joins(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    record: &JoinedRecord,
    by: &Author,
) -> Result<(), StoreError> {
    for (n, join) in record.known.joins.own.present() {
        end(context, shop, &record.person, n, join, by).await?;
    }
    Ok(())
}

/// Ends a join: first by the word that counts.
async fn end(
    context: Context<'_, impl Store, impl Environment>,
    shop: &str,
    person: &Person,
    n: u64,
    join: &Join,
    by: &Author,
) -> Result<(), StoreError> {
    let separated = PersonChange::Separated {
        join: n,
        by: by.clone(),
    };
    say(context, shop, person, separated).await?;
    let released = PersonChange::Released {
        taken: join.taken,
        by: by.clone(),
    };
    say(context, shop, &join.into, released).await?;
    Ok(())
}
