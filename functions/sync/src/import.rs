//! `POST /sync/{shop}/import`: up to 1,000 messages of the generic source in
//! one signed request, a line each, answered line by line.

use std::rc::Rc;

use bytes::Bytes;
use http::StatusCode;
use serde::Serialize;
use spin_sdk::http::Request;
use wismo_domain::customer::CustomerRecord;
use wismo_domain::environment::Environment;
use wismo_domain::item::{self, ItemEvent};
use wismo_domain::keys::{OrderKey, customer_ledger};
use wismo_domain::log::{Event, Via, append_all, project_all};
use wismo_domain::record::encode;
use wismo_domain::shop::Shop;
use wismo_domain::store::{Store, StoreError};
use wismo_domain::time::Timestamp;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::request::has_media_type;
use wismo_platform::store::SpinStore;
use wismo_platform::{Response, response};

use crate::incoming::{BadBody, Delivery, parse_message};
use crate::settings::{Settings, settings};
use crate::take::{of_purchase, of_stock, store_files};
use crate::{hand_over, receive};

/// The largest import that is taken, in bytes.
const MAX_BODY_BYTES: usize = 8_000_000;

/// The most lines of an import.
const MAX_LINES: usize = 1000;

/// How many lines are stored at once.
const PORTION: usize = 100;

/// How an import is taken, by its query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Options {
    via: Via,
    /// The first line that counts, from 1.
    from: usize,
}

/// What was stored of orders, with the events' numbers.
type Events = Vec<(OrderKey, u64, Event)>;

/// What became of a line.
#[derive(Debug, Default, PartialEq, Eq, Serialize)]
struct Answer {
    line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    order: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<u64>,
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
    /// Where to begin when the import is sent again.
    #[serde(skip_serializing_if = "Option::is_none")]
    resume_from: Option<usize>,
}

/// Takes an import.
pub async fn respond(request: Request, shop: &str) -> Response {
    let settings = match settings().await {
        Ok(settings) => settings,
        Err(fault) => return response::not_set_up("sync", &fault),
    };
    let shop = match receive::erp_shop(&settings, request.method(), shop) {
        Ok(shop) => shop,
        Err(answer) => return answer,
    };
    if !has_media_type(request.headers(), "application/x-ndjson") {
        let message =
            "send one message per line as application/x-ndjson, and say so in Content-Type";
        return response::error(StatusCode::UNSUPPORTED_MEDIA_TYPE, message);
    }
    let options = match options(request.uri().query().unwrap_or_default()) {
        Ok(options) => options,
        Err(message) => return response::error(StatusCode::BAD_REQUEST, message),
    };
    let now = SpinEnvironment.now();
    let verified = match receive::signed(request, shop, MAX_BODY_BYTES, now).await {
        Ok(verified) => verified,
        Err(answer) => return answer,
    };
    let lines = lines(verified.body());
    if lines.len() > MAX_LINES {
        let message = format!("an import has at most {MAX_LINES} lines: send several");
        return response::error(StatusCode::PAYLOAD_TOO_LARGE, message);
    }
    let lines: Vec<_> = lines
        .into_iter()
        .filter(|(line, _)| *line >= options.from)
        .collect();
    let mut answers = Vec::with_capacity(lines.len());
    let mut unprojected = Vec::new();
    for portion in lines.chunks(PORTION) {
        match store(shop, portion, options.via, now).await {
            Ok((stored, events)) => {
                answers.extend(stored);
                unprojected.push(events);
            }
            Err(fault) => {
                let line = portion.first().map_or(1, |(line, _)| *line);
                return broken_off(answers, line, &fault);
            }
        }
    }
    if answers.iter().any(Answer::is_stored) {
        project(&settings, unprojected);
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
    ndjson(status, &answers)
}

/// The lines that hold something, with their numbers from 1.
fn lines(body: &[u8]) -> Vec<(usize, &[u8])> {
    let lines = body.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
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
            _ => return Err("the query may hold quiet, hold and from".to_owned()),
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

/// Stores the lines of a portion, and says what became of each.
async fn store(
    shop: &Shop,
    portion: &[(usize, &[u8])],
    via: Via,
    now: Timestamp,
) -> Result<(Vec<Answer>, Events), StoreError> {
    let mut answers = Vec::with_capacity(portion.len());
    let mut orders: Vec<(OrderKey, Event)> = Vec::new();
    let mut items: Vec<ItemEvent> = Vec::new();
    let mut customers: Vec<CustomerRecord> = Vec::new();
    for (line, text) in portion {
        let mut answer = Answer {
            line: *line,
            ..Answer::default()
        };
        match serde_json::from_slice(text)
            .map_err(|fault| BadBody::NotJson(fault.to_string()))
            .and_then(|message| parse_message(shop, message, now))
        {
            Ok(Delivery::Event { order, said }) => match OrderKey::new(&shop.id, &order) {
                Ok(key) => {
                    let event = Event {
                        received_at: now,
                        said,
                        via,
                    };
                    orders.push((key, event));
                    answer.order = Some(order);
                }
                Err(fault) => answer.error = Some(format!("data.id: {fault}")),
            },
            Ok(Delivery::Stock(stock)) => {
                items.push(of_stock(&stock, now, via));
                answer.item = Some(stock.sku);
            }
            Ok(Delivery::Purchase(purchase)) => {
                items.extend(of_purchase(&purchase, now, via));
                answer.purchase = Some(purchase.id);
            }
            Ok(Delivery::Customer(record)) => {
                answer.customer = Some(record.id.clone());
                customers.push(record);
            }
            Ok(Delivery::Ping) => answer.ignored = Some("ping".to_owned()),
            Ok(Delivery::Ignored { topic }) => answer.ignored = Some(topic),
            Err(fault) => answer.error = Some(fault.to_string()),
        }
        answers.push(answer);
    }
    let mut records = Vec::with_capacity(customers.len());
    for record in &customers {
        let ledger = customer_ledger(&shop.id, &record.id);
        let n = SpinStore.increment(&ledger.len()).await?;
        records.push((ledger.event(n), encode(record)?));
    }
    store_files(&shop.id, orders.iter_mut().map(|(_, event)| event)).await?;
    let appended = append_all(&SpinStore, &SpinEnvironment, &orders, records).await?;
    if !items.is_empty() {
        item::append(&SpinStore, &SpinEnvironment, &shop.id, &items).await?;
    }
    let mut numbers = appended.iter().map(|appended| appended.n);
    for answer in answers.iter_mut().filter(|answer| answer.order.is_some()) {
        answer.event = numbers.next();
    }
    let events = orders.into_iter().zip(appended);
    let events = events.map(|((key, event), appended)| (key, appended.n, event));
    Ok((answers, events.collect()))
}

/// Projects what was stored, once that is acknowledged, and has the queues
/// worked off. It may fail: each event's job does the same.
fn project(settings: &Rc<Settings>, portions: Vec<Events>) {
    let settings = Rc::clone(settings);
    spin_sdk::wasip3::spawn(async move {
        for mut events in portions {
            // Of an order that comes twice, the last one: it folds those before it.
            events.reverse();
            let mut seen = Vec::with_capacity(events.len());
            events.retain(|(key, _, _)| {
                let is_new = !seen.contains(key);
                if is_new {
                    seen.push(key.clone());
                }
                is_new
            });
            if let Err(fault) = project_all(&SpinStore, &SpinEnvironment, events).await {
                eprintln!("{} sync: not projected: {fault}", SpinEnvironment.now());
            }
        }
        hand_over::drain(&settings);
    });
}

/// The store failed: what came before is stored, the rest is to be sent again.
fn broken_off(mut answers: Vec<Answer>, line: usize, fault: &StoreError) -> Response {
    eprintln!("{} sync: import: {fault}", SpinEnvironment.now());
    answers.push(Answer {
        line,
        error: Some("the store did not answer: send it again from this line".to_owned()),
        resume_from: Some(line),
        ..Answer::default()
    });
    ndjson(StatusCode::SERVICE_UNAVAILABLE, &answers)
}

fn ndjson(status: StatusCode, answers: &[Answer]) -> Response {
    let mut body = Vec::new();
    for answer in answers {
        // What we answer with is always JSON.
        body.extend(serde_json::to_vec(answer).unwrap_or_default());
        body.push(b'\n');
    }
    response::answer(status, "application/x-ndjson", Bytes::from(body))
}

impl Answer {
    const fn is_stored(&self) -> bool {
        self.error.is_none() && self.ignored.is_none()
    }
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
