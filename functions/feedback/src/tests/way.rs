//! The whole processing of a delivery, over a fake network.

use std::cell::RefCell;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use wismo_domain::storage::StoreError;

use super::{CERTIFICATE, TOPIC, delivery, fixture, incoming, now, source, sources};
use crate::receive::{Fetch, NotTaken, Received, receive};
use crate::{Happening, Source};

/// Answers from the fixtures, and notes the addresses that it was asked for.
#[derive(Default)]
struct Network {
    asked: RefCell<Vec<String>>,
    kept: RefCell<Vec<String>>,
    certificate: Option<&'static str>,
}

impl Fetch for Network {
    async fn fetch(&self, address: &str) -> Option<Bytes> {
        self.asked.borrow_mut().push(address.to_owned());
        match self.certificate {
            Some(name) if address == CERTIFICATE => Some(fixture(name).into()),
            Some(_) => Some(Bytes::new()),
            None => None,
        }
    }

    fn kept(&self, address: &str) -> Option<Bytes> {
        let kept = self.kept.borrow();
        let name = self.certificate?;
        kept.contains(&address.to_owned())
            .then(|| fixture(name).into())
    }

    fn keep(&self, address: &str, _: &Bytes) {
        self.kept.borrow_mut().push(address.to_owned());
    }
}

/// Takes a delivery, and returns the number of happenings of each call of
/// `record`.
fn take(
    source: &Source,
    network: &Network,
    (headers, body): (http::HeaderMap, Vec<u8>),
    store: &Result<(), StoreError>,
) -> (Result<Received, NotTaken>, Vec<usize>) {
    let recorded = RefCell::new(Vec::new());
    let record = async |happenings: Vec<Happening>| {
        recorded.borrow_mut().push(happenings.len());
        store.clone().map(|()| happenings.len())
    };
    let incoming = incoming(headers, &body);
    let received = {
        let mut way = pin!(receive(incoming, source, network, now(), record));
        match way.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(received) => received,
            Poll::Pending => panic!("nothing here waits"),
        }
    };
    (received, recorded.into_inner())
}

fn network(certificate: &'static str) -> Network {
    Network {
        certificate: Some(certificate),
        ..Network::default()
    }
}

#[test]
fn what_is_authentic_is_recorded_at_once() {
    for source in sources() {
        let network = network("sns/amazon.pem");
        let (received, recorded) = take(&source, &network, delivery(source.name()), &Ok(()));
        let received = received.unwrap();
        assert_eq!(recorded, [received.recorded], "{}", source.name());
        assert!(received.recorded > 0 && received.unread == 0 && !received.confirmed);
    }
}

#[test]
fn what_is_not_authentic_records_nothing_and_fetches_nothing() {
    for source in sources() {
        let network = network("sns/amazon.pem");
        let (_, body) = delivery("brevo");
        let (received, recorded) = take(&source, &network, (http::HeaderMap::new(), body), &Ok(()));
        assert!(matches!(received, Err(NotTaken::NotAuthentic(_))));
        assert!(recorded.is_empty() && network.asked.borrow().is_empty());
    }
}

#[test]
fn a_certificate_is_fetched_once_and_kept_once_it_has_proved_a_signature() {
    let source = source("ses", TOPIC);
    let good = network("sns/amazon.pem");
    for _ in 0..3 {
        assert!(take(&source, &good, delivery("ses"), &Ok(())).0.is_ok());
    }
    assert_eq!(*good.asked.borrow(), [CERTIFICATE]);
    let other = network("sns/signer.pem");
    for _ in 0..2 {
        assert!(take(&source, &other, delivery("ses"), &Ok(())).0.is_err());
    }
    assert_eq!(*other.asked.borrow(), [CERTIFICATE, CERTIFICATE]);
    assert!(other.kept.borrow().is_empty());
}

#[test]
fn a_subscription_is_confirmed_by_fetching_its_address() {
    let source = source("ses", TOPIC);
    let network = network("sns/amazon.pem");
    let body = fixture("sns/subscription.json");
    let (received, recorded) = take(&source, &network, (http::HeaderMap::new(), body), &Ok(()));
    assert!(received.unwrap().confirmed && recorded.is_empty());
    let asked = network.asked.borrow();
    assert_eq!(asked.len(), 2);
    assert!(asked[1].starts_with("https://sns.eu-central-1.amazonaws.com/?Action=Confirm"));
}

#[test]
fn what_cannot_be_fetched_or_recorded_is_to_be_sent_again() {
    let source = source("ses", TOPIC);
    let (received, _) = take(&source, &Network::default(), delivery("ses"), &Ok(()));
    assert!(matches!(received, Err(NotTaken::NotFetched)));
    let network = network("sns/amazon.pem");
    let down = Err(StoreError("down".to_owned()));
    let (received, recorded) = take(&source, &network, delivery("ses"), &down);
    assert!(matches!(received, Err(NotTaken::Store(_))));
    assert_eq!(recorded, [1]);
}
