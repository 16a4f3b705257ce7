//! `GET /desk/api/{shop}/templates`: the list of templates.

use http::HeaderMap;
use serde::Serialize;
use wismo_domain::templates::{Entry, Name, Tag, current};
use wismo_domain::time::Timestamp;
use wismo_platform::desk::versioned::{self, tagged};
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

#[derive(Serialize)]
struct List<'a> {
    version: u64,
    templates: Vec<Listed<'a>>,
}

#[derive(Serialize)]
struct Listed<'a> {
    name: &'a Name,
    language: Option<&'a Tag>,
    version: u64,
    written_at: Timestamp,
}

impl<'a> From<&'a Entry> for Listed<'a> {
    fn from(entry: &'a Entry) -> Self {
        Self {
            name: &entry.name,
            language: entry.language.as_ref(),
            version: entry.version,
            written_at: entry.at,
        }
    }
}

/// Answers with every template of a shop, without its words.
pub async fn read(shop: &str, request: &HeaderMap) -> Response {
    let current = match current(&SpinStore, &SpinEnvironment, shop).await {
        Ok(read) => read.fold,
        Err(fault) => return response::try_again("desk", &fault),
    };
    if let Some(known) = versioned::known(request, current.version) {
        return known;
    }
    let list = List {
        version: current.version,
        templates: current.document.iter().map(Listed::from).collect(),
    };
    tagged(current.version, &list)
}
