//! The simulated mail provider, and the worker's side of it.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use fastrand::Rng;
use wismo_domain::mail::{Mail, SendResult};
use wismo_domain::notices::{
    AttemptRecord, BY_HAND, Breaker, Composed, ComposedMail, Mailer, OrderLink, OutgoingMail, Plan,
    Rules,
};
use wismo_domain::order::Order;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::storage::record::decode;
use wismo_domain::time::zone::TimeZone;

use crate::check::notices::is_end;
use crate::outside::SHOP;
use crate::world::{Answer, Host, Kind};

#[derive(Default)]
pub(crate) struct Provider {
    pub(crate) idempotent: bool,
    /// The accepted copies: key and mail.
    pub(crate) accepted: Vec<(String, String)>,
    pub(crate) by_key: BTreeMap<String, String>,
    /// The keys of the copies that it refused.
    pub(crate) refused: BTreeSet<String>,
    /// True if a mail was sent whose notice had already ended.
    pub(crate) after_end: bool,
    /// True if one key came with two mails.
    pub(crate) conflict: bool,
    /// True if the merchant has let anything go.
    pub(crate) may_send: bool,
    /// True if a mail came before that.
    pub(crate) too_soon: bool,
}

impl Provider {
    pub(crate) fn take(
        &mut self,
        rng: &mut Rng,
        trouble: u32,
        key: &str,
        mail: &str,
    ) -> SendResult {
        let dice = rng.u32(..1000);
        if dice < trouble / 4 {
            return SendResult::NotReady {
                reason: "a file is not there".to_owned(),
            };
        }
        if dice < trouble {
            return SendResult::TryAgain {
                reason: "429".to_owned(),
                after: None,
            };
        }
        if dice < 2 * trouble {
            return SendResult::Unknown {
                reason: "no answer, not accepted".to_owned(),
            };
        }
        if dice < 2 * trouble + trouble / 4 {
            self.refused.insert(key.to_owned());
            return SendResult::Refused {
                reason: "422".to_owned(),
            };
        }
        if !self.idempotent || !self.by_key.contains_key(key) {
            self.accepted.push((key.to_owned(), mail.to_owned()));
            self.by_key.insert(key.to_owned(), mail.to_owned());
        } else if self.by_key.get(key).is_some_and(|first| first != mail) {
            self.conflict = true;
            return SendResult::Refused {
                reason: "409 invalid_idempotent_request".to_owned(),
            };
        }
        if dice < 3 * trouble {
            return SendResult::Unknown {
                reason: "no answer, accepted".to_owned(),
            };
        }
        SendResult::Accepted {
            id: Some(key.to_owned()),
        }
    }
}

impl Host {
    /// Tells whether a final outcome of a notice is written.
    fn has_ended(&self, order: &OrderKey, notice: u64) -> bool {
        let world = self.world.borrow();
        let outcome = |attempt| {
            let key = order.outcome(notice, attempt);
            let outcome: AttemptRecord = decode(&key, &world.value(&key)?).ok()?;
            Some(outcome)
        };
        let mut outcomes = (1..).map_while(outcome);
        outcomes.any(|outcome| is_end(&outcome.result))
    }
}

impl Mailer for Host {
    fn shops(&self) -> Vec<&str> {
        vec![SHOP]
    }

    async fn rules(&self, _: &str) -> Result<Option<Rules>, StoreError> {
        let mut world = self.world.borrow_mut();
        let settings = world.settings();
        if settings.hold.holds() {
            world.poised.clone_from(&self.name);
            world.held += 1;
        }
        Ok(Some(Rules {
            settings: Rc::new(settings),
            templates: Rc::default(),
            timezone: TimeZone::utc(),
            locale: "en".to_owned(),
        }))
    }

    fn compose(&self, link: OrderLink<'_>, order: &Order, plan: &Plan) -> ComposedMail {
        let mail = Mail {
            from: plan.to.clone(),
            reply_to: None,
            to: plan.to.clone(),
            cc: plan.cc.clone(),
            subject: format!("Order {}", link.order.order),
            text: format!("{}: {:?}", order.status.code, plan.content.changes),
            html: String::new(),
            headers: Vec::new(),
            attachments: Vec::new(),
            code: None,
        };
        Composed::Mail(Box::new(mail)).into()
    }

    async fn send(&self, outgoing: &OutgoingMail<'_>) -> SendResult {
        let mail = format!("{}: {}", outgoing.mail.subject, outgoing.mail.text);
        let key = outgoing.idempotency_key;
        let ended = self.has_ended(outgoing.order, outgoing.notice);
        {
            let provider = &mut self.world.borrow_mut().provider;
            provider.after_end |= ended;
            // A mail that the merchant sends by hand does not wait for any release.
            provider.too_soon |= !provider.may_send && outgoing.notice < BY_HAND;
        }
        match self
            .call(Kind::Send {
                key: key.to_owned(),
                mail,
            })
            .await
        {
            Answer::Sent(sent) => sent,
            _ => SendResult::Unknown {
                reason: "simulated".to_owned(),
            },
        }
    }

    fn breaker(&self) -> &Breaker {
        &self.breaker
    }

    fn has_idempotency(&self) -> bool {
        self.world.borrow().dials.idempotent
    }
}
