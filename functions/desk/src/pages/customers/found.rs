//! A person, by all of their records.

use std::collections::BTreeSet;

use wismo_domain::mail::suppression::Suppression;
use wismo_domain::people::{JoinedRecord, JoinedRecords, KnownPerson, Person, PersonView, Source};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::together::join_all;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::store::SpinStore;
use wismo_view::desk::customer::Suppressed;

/// A person, with what the shop and the staff say of them.
pub(super) struct Found {
    /// The record that was asked for.
    pub(super) person: Person,
    /// The records that are joined with it.
    pub(super) joined: JoinedRecords,
    /// The record that stands, with what is known of it.
    pub(super) one: PersonView,
    /// The other records, in their order.
    pub(super) others: Vec<PersonView>,
}

impl Found {
    /// Reads what is known of a person; none if nothing is.
    ///
    /// # Errors
    /// When the store fails.
    pub(super) async fn read(shop: &Shop, person: Person) -> Result<Option<Self>, StoreError> {
        let joined = JoinedRecords::of(SPIN_CONTEXT, &shop.id, &person, Source::Log).await?;
        let view = |record| PersonView::read(SPIN_CONTEXT, &shop.id, record);
        let one = Box::pin(view(&joined.standing)).await?;
        let others = join_all(joined.others.iter().map(view)).await.into_iter();
        let others = others.collect::<Result<Vec<_>, StoreError>>()?;
        let is_known = |(record, view): (&JoinedRecord, &PersonView)| {
            let is_known = record.known != KnownPerson::default();
            is_known || view.record.is_some() || view.order.is_some()
        };
        let views = std::iter::once(&one).chain(&others);
        let is_known = joined.all().zip(views).any(is_known);
        Ok(is_known.then_some(Self {
            person,
            joined,
            one,
            others,
        }))
    }

    /// Lists what is known of each record, of the one that stands first.
    pub(super) fn views(&self) -> impl Iterator<Item = &PersonView> {
        std::iter::once(&self.one).chain(&self.others)
    }

    /// Lists who the person is, by each record.
    pub(super) fn people(&self) -> Vec<Person> {
        self.views().map(|view| view.person.clone()).collect()
    }

    /// Lists the guests who have a customer's address, but for those whose records are joined.
    pub(super) fn as_guests(&self) -> Vec<Person> {
        let customers = self.views().filter(|view| match view.person {
            Person::Customer(_) => true,
            Person::Guest(_) => false,
        });
        let guests = customers.filter_map(|view| Person::guest(view.addresses().first()?));
        let guests: BTreeSet<Person> = guests.collect();
        let is_other = |guest: &Person| self.joined.of_person(guest).is_none();
        guests.into_iter().filter(is_other).collect()
    }

    /// Lists every address that mails about the person's orders may go to, each once.
    pub(super) fn addresses(&self) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for address in self.views().flat_map(PersonView::addresses) {
            if all
                .iter()
                .all(|other| !other.eq_ignore_ascii_case(&address))
            {
                all.push(address);
            }
        }
        all
    }

    /// Finds which of the person's addresses get no mails.
    ///
    /// # Errors
    /// When the store fails.
    pub(super) async fn suppressed(&self, shop: &str) -> Result<Vec<Suppressed>, StoreError> {
        let reads = self.addresses().into_iter().map(|address| async {
            let suppression = Suppression::of(&SpinStore, shop, &address).await?;
            Ok(suppression.map(|suppression| Suppressed {
                address,
                suppression,
            }))
        });
        let reads = join_all(reads).await.into_iter();
        reads.filter_map(Result::transpose).collect()
    }
}
