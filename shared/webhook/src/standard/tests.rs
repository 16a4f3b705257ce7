use super::*;

const SECRET: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
/// The example of the reference libraries (standard-webhooks/standard-webhooks,
/// libraries/rust/src/lib.rs, `test_sign`).
const ID: &str = "msg_27UH4WbU6Z5A5EzD8u03UvzRbpk";
const TIME: i64 = 1_649_367_553;
const BODY: &[u8] = br#"{"email":"test@example.com","username":"test_user"}"#;
const SIGNATURE: &str = "v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw=";

fn headers(names: Names, id: &str, signature: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert(names.id, id.parse().unwrap());
    headers.insert(names.timestamp, TIME.into());
    headers.insert(names.signature, signature.parse().unwrap());
    headers
}

fn read(signature: &str, late: i64) -> Result<bool, BadClaim> {
    let headers = headers(STANDARD, ID, signature);
    let now = Timestamp::from_second(TIME + late).unwrap();
    let claim = Claim::read(STANDARD, &headers, now)?;
    Ok(claim.is_signed([key(SECRET).unwrap()], BODY))
}

#[test]
fn another_makers_signature_fits_under_both_names() {
    for names in [STANDARD, SVIX] {
        let headers = headers(names, ID, SIGNATURE);
        let now = Timestamp::from_second(TIME).unwrap();
        let claim = Claim::read(names, &headers, now).unwrap();
        assert!(claim.is_signed([key(SECRET).unwrap()], BODY));
        assert!(!claim.is_signed([key(SECRET).unwrap()], b"{}"));
    }
}

#[test]
fn the_headers_alone_say_that_a_claim_is_old_or_of_the_future() {
    assert_eq!(read(SIGNATURE, 300), Ok(true));
    assert_eq!(read(SIGNATURE, -300), Ok(true));
    let (seconds, most) = (301, 300);
    assert_eq!(
        read(SIGNATURE, 301),
        Err(BadClaim::TooOld { seconds, most })
    );
    assert_eq!(
        read(SIGNATURE, -301),
        Err(BadClaim::TooNew { seconds, most })
    );
}

#[test]
fn no_header_makes_a_check_dear() {
    // Something that is not a signature is not even kept.
    let empty = vec!["v1,"; 1_000].join(" ");
    assert_eq!(read(&empty, 0), Ok(false));
    assert_eq!(read(&format!("{empty} {SIGNATURE}"), 0), Ok(true));
    let whole = vec![SIGNATURE; 1_000].join(" ");
    let fault = BadClaim::TooManySignatures {
        header: "webhook-signature",
        most: 8,
    };
    assert_eq!(read(&whole, 0), Err(fault));
    assert_eq!(read(&[SIGNATURE; 8].join(" "), 0), Ok(true));
}

#[test]
fn a_dot_in_the_id_cannot_move_a_border() {
    let now = Timestamp::from_second(TIME).unwrap();
    let moved = headers(STANDARD, &format!("{ID}.{TIME}"), SIGNATURE);
    let fault = BadClaim::MalformedHeader {
        header: "webhook-id",
        form: "free of dots",
    };
    assert_eq!(Claim::read(STANDARD, &moved, now).err(), Some(fault));
}

#[test]
fn a_secret_is_base64_with_or_without_its_prefix_and_padding() {
    assert_eq!(key("whsec_AAA="), Some(vec![0, 0]));
    assert_eq!(key("AAA"), Some(vec![0, 0]));
    for wrong in ["", "whsec_", "whsec_!", "A"] {
        assert_eq!(key(wrong), None, "{wrong}");
    }
}
