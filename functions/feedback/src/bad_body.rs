//! The reasons why an authentic body cannot be taken.

/// The reason why an authentic body cannot be taken. The messages repeat
/// nothing of the body.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadBody {
    /// The body is not JSON.
    #[error("the body is not JSON: {0}")]
    NotJson(String),
    /// The body is JSON, but not of the provider's form.
    #[error("the body is not {0}")]
    Form(&'static str),
    /// The body holds more events than any provider sends at once.
    #[error("the body holds more than {0} events: have the provider send fewer at once")]
    TooMany(usize),
    /// The body asks to confirm a subscription at an unexpected address.
    #[error("the SubscribeURL does not confirm a subscription at {0}")]
    SubscribeUrl(String),
}

impl From<serde_json::Error> for BadBody {
    fn from(error: serde_json::Error) -> Self {
        // A syntax error's message holds a position and none of the text;
        // other messages may quote it.
        Self::NotJson(match error.classify() {
            serde_json::error::Category::Data => "it is of another form".to_owned(),
            serde_json::error::Category::Io
            | serde_json::error::Category::Syntax
            | serde_json::error::Category::Eof => error.to_string(),
        })
    }
}
