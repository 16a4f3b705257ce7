//! `GET` and `POST /s/{token}/unlock`: the second step before a link shows
//! everything. `GET` changes nothing.

use http::{Method, StatusCode};
use spin_sdk::http::Request;
use wismo_domain::access::link::{CodeOf, Kind, PASS_LIFE, Pass};
use wismo_domain::access::rate_limit::RateLimit;
use wismo_domain::finding::verification;
use wismo_domain::intake::customer;
use wismo_domain::order::Order;
use wismo_domain::settings::Verification;
use wismo_domain::storage::StoreError;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::response::see_other;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::mail;
use wismo_view::page::{self, Unlock, UnlockStep, Visibility};

use crate::access::{OrderAccess, authorize, keep_pass};
use crate::answers::html;
use crate::config::{Config, config};
use crate::mailing::{self, Mailing};

/// Asks for the proof, or checks the answer.
///
/// # Errors
/// When the link leads nowhere, or the form is at fault.
pub async fn respond(token: &str, request: Request) -> Result<Response, Rejection> {
    let config = config().await?;
    let door = authorize(&config, token, &[Kind::Customer], None, request.headers()).await?;
    let step = door
        .second_step()
        .filter(|_| door.visibility == Visibility::Limited);
    let Some(step) = step else {
        return Ok(see_other(&format!("../{token}")));
    };
    let key = &door.link.order;
    let order = door.state.order.clone();
    let order = customer::known(SPIN_CONTEXT, key, order).await?;
    let ways = verification::offered(&order, &step.by);
    let at = At {
        config: &config,
        token,
        door: &door,
        order: &order,
        ways: &ways,
    };
    if request.method() != Method::POST {
        let is_mailed = request.uri().query() == Some("mailed");
        let asked = if is_mailed {
            UnlockStep::Mailed
        } else {
            UnlockStep::First
        };
        return Ok(at.show(StatusCode::OK, asked));
    }
    let form = Form::own(request).await?;
    let answer = match (form.get("send"), form.get("code"), form.get("answer")) {
        (Some(_), _, _) if ways.contains(&Verification::Code) => at.mail_code().await,
        (None, Some(code), _) if ways.contains(&Verification::Code) => at.check_code(code).await,
        (None, None, Some(answer)) => at.check(answer).await,
        _ => Ok(at.show(StatusCode::UNPROCESSABLE_ENTITY, UnlockStep::First)),
    };
    Ok(answer?)
}

/// A reader before the second step.
struct At<'a> {
    config: &'a Config,
    token: &'a str,
    door: &'a OrderAccess<'a>,
    order: &'a Order,
    ways: &'a [Verification],
}

impl At<'_> {
    fn show(&self, status: StatusCode, asked: UnlockStep) -> Response {
        let document = page::unlock(&Unlock {
            of: self.door.page(),
            number: self.order.display_number(),
            ways: self.ways,
            asked,
            back: &format!("../{}", self.token),
        });
        html(status, document)
    }

    async fn check(&self, answer: &str) -> Result<Response, StoreError> {
        let fits = || verification::matches(self.order, self.ways, answer);
        self.attempt(fits, UnlockStep::Wrong).await
    }

    async fn check_code(&self, code: &str) -> Result<Response, StoreError> {
        let code: String = code.chars().filter(char::is_ascii_digit).collect();
        let link = &self.door.link;
        let keys = &self.config.link_keys;
        let fits = || {
            let codes = keys.codes(&link.order, link.rotation, self.door.now);
            // All codes are compared, so that the timing tells nothing.
            codes.fold(false, |fits, known| {
                fits | verification::is_same(&known, &code)
            })
        };
        self.attempt(fits, UnlockStep::WrongCode).await
    }

    /// Counts the attempt before it is checked: over the limit, even a right
    /// answer is refused.
    async fn attempt(
        &self,
        fits: impl Fn() -> bool,
        wrong: UnlockStep,
    ) -> Result<Response, StoreError> {
        let (order, now) = (&self.door.link.order, self.door.now);
        let limits = [
            RateLimit::Answer(order),
            RateLimit::AnswerInADay(order),
            RateLimit::Shop(&order.shop),
        ];
        let until = RateLimit::check_all(&limits, &SpinStore, now).await?;
        if let Some(until) = until {
            return Ok(self.door.too_many(until));
        }
        if !fits() {
            return Ok(self.show(StatusCode::UNPROCESSABLE_ENTITY, wrong));
        }
        let mut answer = see_other(&format!("../{}", self.token));
        let pass = Pass {
            order: order.clone(),
            rotation: self.door.link.rotation,
            until: now + PASS_LIFE,
        };
        keep_pass(self.config, answer.headers_mut(), self.token, &pass, now);
        Ok(answer)
    }

    async fn mail_code(&self) -> Result<Response, StoreError> {
        let (link, now) = (&self.door.link, self.door.now);
        let limits = [
            RateLimit::Code(&link.order),
            RateLimit::CodeInADay(&link.order),
            RateLimit::Shop(&link.order.shop),
        ];
        let until = RateLimit::check_all(&limits, &SpinStore, now).await?;
        if let Some(until) = until {
            return Ok(self.door.too_many(until));
        }
        let code = CodeOf::now(link.rotation, now);
        let mailing = Mailing {
            config: self.config,
            shop: self.door.shop,
            rules: &self.door.rules,
            key: &link.order,
            rotation: link.rotation,
            order: self.order,
            choice: &self.door.snapshot.preferences(),
        };
        mailing::send(&mailing, mail::RequestedMail::Code(code)).await?;
        Ok(see_other("unlock?mailed"))
    }
}
