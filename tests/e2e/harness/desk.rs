//! A desk with an owner and an order that was mailed.

use wismo::recorder::{Accepted, Api, Recorder};

use super::member::Member;
use super::{Wismo, eventually, mailed_by, woocommerce};

/// The address of the owner.
pub(crate) const ADA: &str = "ada@north.example";
/// Her password.
pub(crate) const PASSWORD: &str = "four words on paper";
/// The path of the order.
pub(crate) const ORDER: &str = "/desk/orders/north/324";

/// A desk with an owner and an order that was mailed.
pub(crate) struct Desk {
    pub(crate) mails: Recorder,
    pub(crate) wismo: Wismo,
}

impl Desk {
    /// Starts with a provider's recorder, and waits for the order's first mail.
    pub(crate) async fn open(api: Api) -> Self {
        let mails = Recorder::start(api).unwrap();
        let wismo = Wismo::with(mailed_by(api, &mails)).await;
        wismo
            .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
            .await;
        let desk = Self { mails, wismo };
        desk.mail(1).await;
        desk
    }

    /// Makes Ada the first owner.
    pub(crate) async fn owner(&self) -> Member<'_> {
        let mut ada = Member::new(&self.wismo);
        ada.set_up("Ada", ADA, PASSWORD).await;
        ada
    }

    /// Returns the last mail, once there are so many.
    pub(crate) async fn mail(&self, count: usize) -> Accepted {
        let all =
            eventually(async || Some(self.mails.accepted()).filter(|mails| mails.len() >= count))
                .await;
        all.last().unwrap().clone()
    }

    /// Works off what there is to tell, and counts all mails since the beginning.
    pub(crate) async fn count(&self) -> usize {
        self.wismo.drain().await;
        self.mails.accepted().len()
    }
}
