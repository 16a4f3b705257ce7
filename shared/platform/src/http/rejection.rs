//! The way from a fault to its answer.

use http::{HeaderValue, StatusCode, header};
use wismo_domain::check::FieldError;
use wismo_domain::storage::StoreError;

use super::request::BodyError;
use super::{Response, document, response};
use crate::Component;
use crate::config::{self, ConfigError};

/// The reason why a request does not get what it asks for. It is the error of every
/// handler; the entry point of a component makes the answer of it.
pub enum Rejection {
    /// The request is at fault, and this answer says what to mend. (Boxed, for an
    /// answer is much larger than the rest.)
    Answer(Box<Response>),
    /// A variable is at fault.
    Config(ConfigError),
    /// The store failed.
    Store(StoreError),
}

impl Rejection {
    /// Makes the answer. The operator reads in the log what only they can mend, and
    /// which component says so.
    #[must_use]
    pub fn answer(self, component: Component) -> Response {
        match self {
            Self::Answer(answer) => *answer,
            Self::Config(fault) => not_set_up(component, &fault),
            Self::Store(fault) => {
                component.log(fault);
                try_again()
            }
        }
    }
}

impl From<Response> for Rejection {
    fn from(answer: Response) -> Self {
        Self::Answer(Box::new(answer))
    }
}

impl From<ConfigError> for Rejection {
    fn from(fault: ConfigError) -> Self {
        Self::Config(fault)
    }
}

impl From<StoreError> for Rejection {
    fn from(fault: StoreError) -> Self {
        Self::Store(fault)
    }
}

impl From<BodyError> for Rejection {
    fn from(fault: BodyError) -> Self {
        response::error(fault.status(), fault.to_string()).into()
    }
}

/// Answers with 400 that names the field.
impl From<FieldError> for Rejection {
    fn from(field_error: FieldError) -> Self {
        document::at_fault(StatusCode::BAD_REQUEST, field_error).into()
    }
}

/// 503 for a setting at fault. Anybody may ask, so it names only the variable; the
/// fault itself is for the operator, who reads the log.
fn not_set_up(component: Component, fault: &ConfigError) -> Response {
    config::report(component, fault);
    response::error(
        StatusCode::SERVICE_UNAVAILABLE,
        format!(
            "Wismo is not set up: the variable `{}` is at fault, and the log says why",
            fault.variable
        ),
    )
}

/// 503 for a store that failed, which asks the caller to try again.
fn try_again() -> Response {
    let mut response = response::error(
        StatusCode::SERVICE_UNAVAILABLE,
        "the store did not answer; send it again",
    );
    response
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::executor::block_on;
    use http_body_util::BodyExt;

    /// The answer that a handler's `?` leads to.
    fn answer(rejection: impl Into<Rejection>) -> (u16, String) {
        let answer = rejection.into().answer(crate::component!());
        let status = answer.status().as_u16();
        let body = block_on(answer.into_body().collect()).ok().unwrap();
        (status, String::from_utf8(body.to_bytes().to_vec()).unwrap())
    }

    #[test]
    fn a_callers_fault_is_named_and_one_of_ours_is_told_in_the_log_alone() {
        let field_error = document::field_error("rules.placed", "must be an object");
        assert_eq!(
            answer(field_error),
            (
                400,
                r#"{"error":"rules.placed: must be an object","path":"rules.placed"}"#.to_owned()
            )
        );
        assert_eq!(
            answer(BodyError::TooLarge(7)),
            (
                413,
                r#"{"error":"the body is larger than 7 bytes"}"#.to_owned()
            )
        );
        let (status, body) = answer(StoreError("disk 7 is full".to_owned()));
        assert!(status == 503 && !body.contains("disk"), "{body}");
        let (status, body) = answer(ConfigError::new("shops", "holds a secret"));
        assert!(status == 503 && body.contains("`shops`"), "{body}");
        assert!(!body.contains("a secret"), "{body}");
    }
}
