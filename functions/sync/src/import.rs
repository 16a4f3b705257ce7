//! `POST /sync/{shop}/import`: up to 1,000 messages of the generic source in
//! one signed request, one per line, each answered with a line. They are
//! accepted as batches, which the queue works off.

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::intake::import::{self, BATCH_SIZE, ImportBatch};
use wismo_domain::log::{Event, Via};
use wismo_domain::shop::Shop;
use wismo_domain::storage::StoreError;
use wismo_domain::storage::keys::OrderKey;
use wismo_domain::time::Timestamp;
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::request::has_media_type;
use wismo_platform::http::{Rejection, Response, response};

use crate::config::config;
use crate::delivery::Delivery;
use crate::ingest::store_files;
use crate::receive::{self, MAX_BODY_BYTES};
use crate::shops::{Read, Signer, parse_line, report_dropped, without_mark};
use crate::{COMPONENT, mail_client};

/// The most lines of an import.
const MAX_LINES: usize = 1000;

/// The options of an import, from its query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Options {
    via: Via,
    /// The first line that counts, from 1.
    from: usize,
}

/// The result of a line.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "ImportedLine"))]
pub(crate) struct LineResult {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    item: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    purchase: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    customer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ignored: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// The line to begin with when the import is sent again.
    #[serde(skip_serializing_if = "Option::is_none")]
    resume_from: Option<usize>,
}

/// Takes an import.
///
/// # Errors
/// When it is not authentic or not an import, or the store fails.
pub async fn respond(request: Request, shop: &str) -> Result<Response, Rejection> {
    let config = config().await?;
    let shop = receive::erp_shop(&config, request.method(), shop)?;
    if !has_media_type(request.headers(), "application/x-ndjson") {
        let message =
            "send one message per line as application/x-ndjson, and say so in Content-Type";
        return Err(response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message).into());
    }
    let options = options(request.uri().query().unwrap_or_default());
    let options = options.map_err(|fault| response::error(StatusCode::BAD_REQUEST, fault))?;
    let signed = receive::signed(request, shop, Signer::Erp, MAX_BODY_BYTES).await;
    let (verified, now, _room) = signed?;
    let lines = lines(verified.body());
    if lines.len() > MAX_LINES {
        let message = format!("an import has at most {MAX_LINES} lines: send several");
        return Err(response::error(StatusCode::PAYLOAD_TOO_LARGE, message).into());
    }
    let mut answers = Vec::new();
    let mut import = ImportBatch::default();
    for (line, text) in lines {
        if line >= options.from {
            answers.push(read(shop, line, text, (options.via, now), &mut import));
        }
    }
    let batches = accept(shop, import).await;
    let batches = batches.map_err(|fault| try_again(answers.first(), &fault))?;
    if batches > 0 {
        mail_client::drain(&config);
    }
    let refused = answers
        .iter()
        .filter(|answer| answer.error.is_some())
        .count();
    let status = match refused {
        0 => StatusCode::OK,
        all if all == answers.len() => StatusCode::BAD_REQUEST,
        _ => StatusCode::MULTI_STATUS,
    };
    Ok(ndjson(status, &answers))
}

/// The lines that are not empty, with their numbers from 1.
fn lines(body: &[u8]) -> Vec<(usize, &[u8])> {
    let lines = without_mark(body)
        .split(|byte| *byte == b'\n')
        .map(<[u8]>::trim_ascii);
    let numbered = (1..).zip(lines);
    numbered.filter(|(_, line)| !line.is_empty()).collect()
}

fn options(query: &str) -> Result<Options, String> {
    let (mut quiet, mut hold, mut from) = (false, false, 1);
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let flag = || match value {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(format!("{name} must be true or false")),
        };
        match name {
            "quiet" => quiet = flag()?,
            "hold" => hold = flag()?,
            "from" => {
                let line = value.parse().ok().filter(|line| *line > 0);
                from = line.ok_or("from must be the number of a line, from 1")?;
            }
            _ => return Err("the query may only contain quiet, hold and from".to_owned()),
        }
    }
    let via = match (quiet, hold) {
        (false, false) => Via::Import,
        (true, false) => Via::QuietImport,
        (false, true) => Via::HeldImport,
        (true, true) => return Err("an import is quiet or held, not both".to_owned()),
    };
    Ok(Options { via, from })
}

/// Reads a line into the import, and returns its result.
fn read(
    shop: &Shop,
    line: usize,
    text: &[u8],
    (via, now): (Via, Timestamp),
    import: &mut ImportBatch,
) -> LineResult {
    let mut answer = LineResult {
        line,
        ..LineResult::default()
    };
    let Read { delivery, dropped } = match parse_line(shop, text, now) {
        Ok(read) => read,
        Err(fault) => {
            answer.error = Some(fault.to_string());
            return answer;
        }
    };
    report_dropped(shop, &dropped);
    match delivery {
        Delivery::Event { order, payload } => match OrderKey::new(&shop.id, &order) {
            Ok(key) => {
                let event = Event {
                    received_at: now,
                    payload,
                    via,
                    dropped: dropped.into(),
                    by: None,
                };
                import.orders.push((key, event));
                answer.order = Some(order);
            }
            Err(fault) => answer.error = Some(format!("data.id: {fault}")),
        },
        Delivery::Stock(stock) => {
            import.items.push(stock.event(now, via));
            answer.item = Some(stock.sku);
        }
        Delivery::Purchase(purchase) => {
            import.items.extend(purchase.events(now, via));
            answer.purchase = Some(purchase.id);
        }
        Delivery::Customer(record) => {
            answer.customer = Some(record.id.clone());
            import.customers.push(*record);
        }
        Delivery::Ping => answer.ignored = Some("ping".to_owned()),
        Delivery::Ignored { topic } => answer.ignored = Some(topic),
    }
    answer
}

/// Stores the files that come along, then accepts the rest, all at once.
/// Returns the number of batches.
async fn accept(shop: &Shop, mut import: ImportBatch) -> Result<usize, StoreError> {
    let payloads = import
        .orders
        .iter_mut()
        .map(|(_, event)| &mut event.payload);
    store_files(&shop.id, payloads).await?;
    let batches = import.cut(BATCH_SIZE);
    import::accept(SPIN_CONTEXT, &shop.id, &batches).await?;
    Ok(batches.len())
}

/// Answers that the store failed: everything is to be sent again, from the
/// first line on.
fn try_again(first: Option<&LineResult>, fault: &StoreError) -> Response {
    COMPONENT.log(format_args!("import: {fault}"));
    let line = first.map_or(1, |answer| answer.line);
    let answer = LineResult {
        line,
        error: Some("the store did not answer: send it again from this line".to_owned()),
        resume_from: Some(line),
        ..LineResult::default()
    };
    ndjson(StatusCode::SERVICE_UNAVAILABLE, &[answer])
}

fn ndjson(status: StatusCode, answers: &[LineResult]) -> Response {
    let mut body = Vec::new();
    for answer in answers {
        // Our answers can always be written as JSON.
        body.extend(serde_json::to_vec(answer).unwrap_or_default());
        body.push(b'\n');
    }
    response::answer(status, "application/x-ndjson", Bytes::from(body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_query_says_how_an_import_is_taken() {
        let via = |query| options(query).map(|options| (options.via, options.from));
        assert_eq!(via(""), Ok((Via::Import, 1)));
        assert_eq!(via("quiet=true&from=7"), Ok((Via::QuietImport, 7)));
        assert_eq!(via("hold=true&quiet=false"), Ok((Via::HeldImport, 1)));
        for wrong in [
            "quiet",
            "quiet=yes",
            "quiet=true&hold=true",
            "from=0",
            "from=x",
            "silent=true",
        ] {
            assert!(options(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn empty_lines_count_but_hold_nothing() {
        let lines = lines(b"{}\r\n\n  {\"a\":1}\n");
        assert_eq!(lines, [(1, &b"{}"[..]), (3, &b"{\"a\":1}"[..])]);
    }
}
