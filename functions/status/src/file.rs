//! `GET /s/{token}/documents/{index}`: a document that the shop sent with its order.

use http::HeaderMap;
use wismo_domain::file;
use wismo_domain::order::Order;
use wismo_platform::http::download::download;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;

use crate::answers::not_found;

/// Answers with the document of this number, counted from 1 as on the page.
///
/// # Errors
/// When there is no such document, or the store fails.
pub async fn respond(
    shop: &str,
    order: &Order,
    index: &str,
    headers: &HeaderMap,
) -> Result<Response, Rejection> {
    let not_found = || not_found(headers);
    let wanted = index.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let document = wanted.and_then(|index| order.documents.get(index));
    let document = document.and_then(|document| Some((document, document.file.as_ref()?)));
    let (document, stored) = document.ok_or_else(not_found)?;
    let content = file::get(&SpinStore, shop, &stored.sha256).await?;
    let content = content.ok_or_else(not_found)?;
    Ok(download(document, content))
}
