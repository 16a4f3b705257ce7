use super::*;
use serde_json::{Value, json};

const SECRET: &str = "hush4711hush4711hush";
const KEY: &str = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

fn north() -> Value {
    json!({ "id": "north", "platform": "woocommerce", "secrets": [SECRET],
            "sync_secrets": [KEY], "timezone": "Europe/Oslo" })
}

fn said(setting: &str) -> String {
    from_setting(setting).unwrap_err().to_string()
}

/// Every run of four characters of a secret, except in the part that all keys begin with.
fn pieces(secret: &str) -> impl Iterator<Item = &str> {
    let secret = secret.trim_start_matches("whsec_");
    (0..secret.len().saturating_sub(3)).filter_map(|at| secret.get(at..at + 4))
}

#[test]
fn no_wrong_form_of_a_secret_is_repeated() {
    for field in ["secrets", "sync_secrets"] {
        for wrong in [
            json!(SECRET),
            json!(47_114_711),
            json!(-4711.4711),
            json!({ "value": SECRET }),
            json!({ SECRET: "value" }),
            json!([[SECRET]]),
            json!([{ SECRET: SECRET }]),
            json!([SECRET, 47_114_711]),
            json!([SECRET, true]),
            json!([SECRET, null]),
            json!(["4711"]),
            json!([SECRET, ""]),
            json!([]),
        ] {
            let mut shop = north();
            shop[field] = wrong.clone();
            let whole = json!([shop]).to_string();
            let mut read = vec![whole.clone()];
            // The same, broken off after each byte of the second half.
            let cuts = whole.len() / 2..whole.len();
            read.extend(cuts.filter_map(|at| whole.get(..at)).map(str::to_owned));
            // Not in a list, in one too many, and with something after it.
            read.extend([
                shop.to_string(),
                format!("[{whole}]"),
                format!("{whole} {SECRET}"),
            ]);
            for setting in read {
                let Err(error) = from_setting(&setting) else {
                    // It is not a fault if an ERP has no secrets.
                    assert_eq!((field, &wrong), ("sync_secrets", &json!([])));
                    continue;
                };
                let told = format!("{error} {error:?}");
                for piece in pieces(SECRET).chain(pieces(KEY)) {
                    assert!(!told.contains(piece), "{setting}: {told}");
                }
            }
        }
    }
}

#[test]
fn a_secret_in_another_place_is_not_repeated() {
    for field in ["id", "platform", "name", "locale", "timezone", SECRET] {
        for wrong in [json!(SECRET), json!([SECRET]), json!({ SECRET: 1 })] {
            let mut shop = north();
            shop[field] = wrong;
            if let Err(error) = from_setting(&json!([shop]).to_string()) {
                // A shop's id is not secret: it stands in its URL.
                let told = error.to_string().replace("\"hush4711hush4711hush\"", "");
                assert!(!pieces(SECRET).any(|piece| told.contains(piece)), "{told}");
            }
        }
    }
}

#[test]
fn what_is_wrong_is_named_by_its_path() {
    let with = |field: &str, value: Value| {
        let mut shop = north();
        shop[field] = value;
        said(&json!([shop]).to_string())
    };
    assert_eq!(
        with("secrets", json!(SECRET)),
        "is wrong at [0].secrets: it must be a list of texts: [\"...\"]"
    );
    assert_eq!(
        with("secrets", json!([SECRET, 1])),
        "is wrong at [0].secrets[1]: it must be text"
    );
    assert_eq!(
        with("platform", json!("magento")),
        "is wrong at [0].platform: it must be woocommerce, shopify or standard"
    );
    assert_eq!(
        with("timezone", json!("Oslo")),
        "is wrong at [0].timezone: it must be an IANA time zone, such as Europe/Oslo"
    );
    assert_eq!(
        with("secrets", json!(null)),
        "holds no secret of the shop \"north\""
    );
    assert_eq!(
        said("[{}]"),
        "is wrong at [0]: it must be an object with id, platform and secrets"
    );
    assert_eq!(said("{}"), "must be a list of shops: [{...}]");
    assert_eq!(said("[{"), "is not JSON: look at line 1, column 2");
}

#[test]
fn a_short_secret_is_refused() {
    let with = |platform: &str, secret: &str| {
        let mut shop = north();
        shop["platform"] = json!(platform);
        shop["secrets"] = json!([SECRET.repeat(2), secret]);
        if platform == "standard" {
            shop["secrets"] = json!([secret]);
        }
        from_setting(&json!([shop]).to_string()).map(drop)
    };
    for platform in ["woocommerce", "shopify"] {
        assert!(with(platform, &"x".repeat(16)).is_ok());
        for short in ["", "x", &"x".repeat(15)] {
            let error = with(platform, short).unwrap_err();
            assert_eq!(
                error.to_string(),
                "is wrong at secrets[1] of the shop \"north\": it needs at least 16 bytes"
            );
        }
    }
    // 24 bytes are 32 characters, 23 are 31 and one of padding.
    let key = format!("whsec_{}", "a".repeat(32));
    assert!(with("standard", &key).is_ok());
    for short in [
        "",
        "whsec_",
        "whsec_eA==",
        "whsec_!",
        SECRET,
        &format!("whsec_{}A=", "a".repeat(30)),
    ] {
        let error = with("standard", short).unwrap_err();
        assert!(matches!(error, ShopsError::NoKey { ref field, .. } if field == "secrets[0]"));
    }
    let mut shop = north();
    shop["sync_secrets"] = json!([KEY, "whsec_eA=="]);
    assert_eq!(
        said(&json!([shop]).to_string()),
        "is wrong at sync_secrets[1] of the shop \"north\": it must be whsec_ and at least 24 random bytes in base64"
    );
}

#[test]
fn no_two_shops_have_a_secret_in_common() {
    let south = |field: &str, secret: &str| {
        let mut shop = json!({ "id": "south", "platform": "shopify",
            "secrets": ["another secret of 30 bytes ..."] });
        shop[field] = json!([secret]);
        let setting = json!([north(), shop]).to_string();
        from_setting(&setting).map(drop)
    };
    let bare = KEY.trim_start_matches("whsec_");
    for (field, secret) in [
        ("secrets", SECRET),
        ("secrets", KEY),
        ("sync_secrets", KEY),
        ("sync_secrets", bare),
    ] {
        let error = south(field, secret).unwrap_err().to_string();
        assert_eq!(
            error,
            "holds one secret for the shops \"north\" and \"south\": give each its own"
        );
    }
    let other = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    assert!(south("sync_secrets", other).is_ok());
}

#[test]
fn the_secrets_of_a_generic_shop_are_its_erps_too() {
    let setting = json!([
        { "id": "erp", "platform": "standard", "secrets": [KEY] }, north_without_key()
    ]);
    let shops = from_setting(&setting.to_string()).unwrap();
    assert!(shops[0].sync_secrets[0].is(KEY.as_bytes()));
    assert!(shops[1].sync_secrets.is_empty());
    assert!(!format!("{shops:?}").contains("whsec"));
}

fn north_without_key() -> Value {
    let mut shop = north();
    shop["sync_secrets"] = json!(null);
    shop
}
