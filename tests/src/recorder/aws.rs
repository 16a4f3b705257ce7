//! Checks signatures as AWS does, from the description alone:
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

use std::collections::BTreeMap;
use std::fmt::Write;

use hmac::{Hmac, KeyInit, Mac};
use http::request::Parts;
use sha2::{Digest, Sha256};
use wismo_domain::time::Timestamp;

/// Seconds by which a request's clock may be off.
const MAX_SKEW_SECONDS: i64 = 300;

/// Checks that a request is signed by `key`, `id:secret`, now, for this region and
/// service.
pub(super) fn check(
    parts: &Parts,
    body: &[u8],
    key: &str,
    region: &str,
    service: &str,
) -> Result<(), String> {
    let (id, secret) = key.split_once(':').unwrap_or_default();
    let field = |name: &str| {
        let value = parts
            .headers
            .get(name)
            .and_then(|value| value.to_str().ok());
        value.ok_or_else(|| format!("{name} is missing"))
    };
    let said = field("authorization")?
        .strip_prefix("AWS4-HMAC-SHA256 ")
        .ok_or("the algorithm is another")?;
    let said: BTreeMap<&str, &str> = said
        .split(", ")
        .filter_map(|pair| pair.split_once('='))
        .collect();
    let said = |name: &str| {
        said.get(name)
            .copied()
            .ok_or_else(|| format!("{name} is missing"))
    };
    let date = field("x-amz-date")?;
    let day = fresh(date)?;
    let scope = [day.as_str(), region, service, "aws4_request"].join("/");
    if said("Credential")? != format!("{id}/{scope}") {
        return Err("the credential is of another key, day, region or service".to_owned());
    }
    let names: Vec<&str> = said("SignedHeaders")?.split(';').collect();
    for name in ["host", "x-amz-date", "content-type"] {
        if !names.contains(&name) {
            return Err(format!("{name} is not signed"));
        }
    }
    if !names.is_sorted() {
        return Err("the signed fields are not in order".to_owned());
    }
    let mut canonical = format!("{}\n{}\n", parts.method, parts.uri.path());
    canonical.push_str(parts.uri.query().unwrap_or_default());
    canonical.push('\n');
    for name in &names {
        let value = field(name)?
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let _ = writeln!(canonical, "{name}:{value}");
    }
    let _ = write!(
        canonical,
        "\n{}\n{}",
        names.join(";"),
        hex(&Sha256::digest(body))
    );
    let digest = hex(&Sha256::digest(canonical.as_bytes()));
    let signed = format!("AWS4-HMAC-SHA256\n{date}\n{scope}\n{digest}");
    let dated = hmac(format!("AWS4{secret}").as_bytes(), day.as_bytes());
    let placed = hmac(&hmac(&dated, region.as_bytes()), service.as_bytes());
    let signature = hmac(&hmac(&placed, b"aws4_request"), signed.as_bytes());
    if said("Signature")? != hex(&signature) {
        return Err("the signature does not match".to_owned());
    }
    Ok(())
}

/// The day of a date such as `20150830T123600Z`, if the date is now.
fn fresh(date: &str) -> Result<String, String> {
    let wrong = || "x-amz-date is no date".to_owned();
    let part = |from: usize, to: usize| date.get(from..to).unwrap_or_default();
    let moment = format!(
        "{}-{}-{}T{}:{}:{}Z",
        part(0, 4),
        part(4, 6),
        part(6, 8),
        part(9, 11),
        part(11, 13),
        part(13, 15)
    );
    let moment: Timestamp = moment.parse().map_err(|_| wrong())?;
    if date.len() != 16 || part(8, 9) != "T" || part(15, 16) != "Z" {
        return Err(wrong());
    }
    let skew = Timestamp::now().as_second() - moment.as_second();
    if skew.abs() > MAX_SKEW_SECONDS {
        return Err("the signature is of another time".to_owned());
    }
    Ok(part(0, 8).to_owned())
}

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(key) else {
        // HMAC takes keys of any length.
        return Vec::new();
    };
    mac.update(message);
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    let mut text = String::new();
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    text
}
