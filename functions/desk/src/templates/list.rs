//! `GET /desk/api/{shop}/templates`: the list of templates.

use http::HeaderMap;
use serde::Serialize;
use wismo_domain::templates::{Name, StoredTemplate, Tag, current};
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::{Rejection, Response};

use crate::versioned::{self, tagged};

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "TemplateList"))]
pub(crate) struct List<'a> {
    version: u64,
    templates: Vec<Listed<'a>>,
}

#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "ListedTemplate"))]
pub(crate) struct Listed<'a> {
    name: &'a Name,
    language: Option<&'a Tag>,
    version: u64,
    written_at: Timestamp,
}

impl<'a> From<&'a StoredTemplate> for Listed<'a> {
    fn from(entry: &'a StoredTemplate) -> Self {
        Self {
            name: &entry.name,
            language: entry.language.as_ref(),
            version: entry.version,
            written_at: entry.at,
        }
    }
}

/// Answers with every template of a shop, without its words.
///
/// # Errors
/// When the store fails.
pub async fn read(shop: &str, request: &HeaderMap) -> Result<Response, Rejection> {
    let current = current(SPIN_CONTEXT, shop).await?.projection;
    if let Some(known) = versioned::known(request, current.version) {
        return Ok(known);
    }
    let list = List {
        version: current.version,
        templates: current.document.iter().map(Listed::from).collect(),
    };
    Ok(tagged(current.version, &list))
}
