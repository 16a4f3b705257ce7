//! AWS Signature Version 4:
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

use base16ct::lower::encode_string as hex;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};
use wismo_domain::time::Timestamp;

/// The key that signs, and the service and region that it signs for.
pub(super) struct Signer<'a> {
    pub(super) key_id: &'a str,
    pub(super) secret: &'a str,
    pub(super) region: &'a str,
    pub(super) service: &'a str,
}

/// The request that is signed. The path needs no encoding, and there is no
/// query.
pub(super) struct Signed<'a> {
    pub(super) method: &'a str,
    pub(super) path: &'a str,
    /// The headers: names in lower case and sorted, values without white space
    /// to fold.
    pub(super) headers: &'a [(&'a str, &'a str)],
    pub(super) body: &'a [u8],
}

/// Writes a moment in the form of `x-amz-date`: `20150830T123600Z`.
pub(super) fn date(moment: Timestamp) -> String {
    let text = moment.to_string();
    let seconds = text.get(..19).unwrap_or_default();
    format!("{}Z", seconds.replace(['-', ':'], ""))
}

impl Signer<'_> {
    /// The value of `Authorization`, at a [`date`]. It is never `None`, as a
    /// key of HMAC may have any length.
    pub(super) fn authorization(&self, signed: &Signed<'_>, date: &str) -> Option<String> {
        let names: Vec<&str> = signed.headers.iter().map(|(name, _)| *name).collect();
        let names = names.join(";");
        let fields = signed.headers.iter();
        let fields: String = fields
            .map(|(name, value)| format!("{name}:{value}\n"))
            .collect();
        let canonical = format!(
            "{}\n{}\n\n{fields}\n{names}\n{}",
            signed.method,
            signed.path,
            hex(&Sha256::digest(signed.body))
        );
        let day = date.get(..8)?;
        let scope = format!("{day}/{}/{}/aws4_request", self.region, self.service);
        let text = format!(
            "AWS4-HMAC-SHA256\n{date}\n{scope}\n{}",
            hex(&Sha256::digest(canonical))
        );
        let mut key = format!("AWS4{}", self.secret).into_bytes();
        for part in [day, self.region, self.service, "aws4_request", &text] {
            key = mac(&key, part)?;
        }
        Some(format!(
            "AWS4-HMAC-SHA256 Credential={}/{scope}, SignedHeaders={names}, Signature={}",
            self.key_id,
            hex(&key)
        ))
    }
}

fn mac(key: &[u8], text: &str) -> Option<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    mac.update(text.as_bytes());
    Some(mac.finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNER: Signer<'_> = Signer {
        key_id: "AKIDEXAMPLE",
        secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        region: "us-east-1",
        service: "service",
    };

    /// Requests of AWS's published suite ("Signature Version 4 test suite"),
    /// with the signature that the suite gives for each.
    #[test]
    fn the_published_requests_have_their_published_signatures() {
        let (host, date) = (
            ("host", "example.amazonaws.com"),
            ("x-amz-date", "20150830T123600Z"),
        );
        let plain = ("content-type", "application/x-www-form-urlencoded");
        let utf8 = (
            "content-type",
            "application/x-www-form-urlencoded; charset=utf8",
        );
        let (lower, upper) = (("my-header1", "value1"), ("my-header1", "VALUE1"));
        let spaces = ("my-header2", "\"a b c\"");
        type Case<'a> = (
            &'a str,
            &'a str,
            &'a str,
            &'a [(&'a str, &'a str)],
            &'a str,
            &'a str,
        );
        let suite: [Case<'_>; 9] = [
            (
                "get-vanilla",
                "GET",
                "/",
                &[host, date],
                "",
                "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31",
            ),
            (
                "get-unreserved",
                "GET",
                "/-._~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
                &[host, date],
                "",
                "07ef7494c76fa4850883e2b006601f940f8a34d404d0cfa977f52a65bbf5f24f",
            ),
            (
                "get-header-value-trim",
                "GET",
                "/",
                &[host, lower, spaces, date],
                "",
                "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
            ),
            (
                "post-vanilla",
                "POST",
                "/",
                &[host, date],
                "",
                "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            ),
            (
                "post-header-key-case",
                "POST",
                "/",
                &[host, date],
                "",
                "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
            ),
            (
                "post-header-key-sort",
                "POST",
                "/",
                &[host, lower, date],
                "",
                "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
            ),
            (
                "post-header-value-case",
                "POST",
                "/",
                &[host, upper, date],
                "",
                "cdbc9802e29d2942e5e10b5bccfdd67c5f22c7c4e8ae67b53629efa58b974b7d",
            ),
            (
                "post-x-www-form-urlencoded",
                "POST",
                "/",
                &[plain, host, date],
                "Param1=value1",
                "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
            ),
            (
                "post-x-www-form-urlencoded-parameters",
                "POST",
                "/",
                &[utf8, host, date],
                "Param1=value1",
                "1a72ec8f64bd914b0e42e42607c7fbce7fb2c7465f63e3092b3b0d39fa77a6fe",
            ),
        ];
        for (name, method, path, headers, body, signature) in suite {
            let signed = Signed {
                method,
                path,
                headers,
                body: body.as_bytes(),
            };
            let authorization = SIGNER.authorization(&signed, "20150830T123600Z").unwrap();
            assert!(
                authorization.ends_with(&format!("Signature={signature}")),
                "{name}: {authorization}"
            );
        }
    }

    #[test]
    fn the_field_names_key_scope_and_signed_fields() {
        let signed = Signed {
            method: "GET",
            path: "/",
            headers: &[
                ("host", "example.amazonaws.com"),
                ("x-amz-date", "20150830T123600Z"),
            ],
            body: b"",
        };
        assert_eq!(
            SIGNER.authorization(&signed, "20150830T123600Z").unwrap(),
            "AWS4-HMAC-SHA256 \
             Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
             SignedHeaders=host;x-amz-date, \
             Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
        );
    }

    #[test]
    fn a_date_has_no_punctuation_and_no_fraction() {
        let moment: Timestamp = "2015-08-30T12:36:00.75Z".parse().unwrap();
        assert_eq!(date(moment), "20150830T123600Z");
    }
}
