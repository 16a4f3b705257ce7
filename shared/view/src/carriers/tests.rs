use std::collections::HashSet;

use super::*;

fn shipment(carrier: &str, number: &str, url: &str) -> Shipment {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    Shipment {
        carrier: some(carrier),
        tracking_number: some(number),
        tracking_url: some(url),
        ..Shipment::new("1", ShipmentState::Sent)
    }
}

fn link(carrier: &str, number: &str, url: &str) -> Option<String> {
    tracking(&shipment(carrier, number, url)).and_then(|tracking| tracking.url)
}

#[test]
fn a_fedex_number_leads_to_fedex() {
    assert_eq!(
        tracking(&shipment("FedEx", "117579686762", "")),
        Some(Tracking {
            carrier: "FedEx".to_owned(),
            url: Some("https://www.fedex.com/fedextrack/?trknbr=117579686762".to_owned()),
        })
    );
}

#[test]
fn every_carrier_has_a_sound_address_and_keys_of_its_own() {
    assert!(CARRIERS.len() >= 40, "{}", CARRIERS.len());
    let mut keys = HashSet::new();
    for carrier in CARRIERS {
        let name = carrier.name;
        assert!(https(&carrier.url.replace("{}", "1")).is_some(), "{name}");
        assert_eq!(carrier.url.matches("{}").count(), 1, "{name}");
        let (_, path) = carrier.url.split_once("://").unwrap();
        assert!(
            path.split_once('/').unwrap().1.contains("{}"),
            "{name}: in the host"
        );
        assert!(!carrier.keys.is_empty(), "{name}");
        for key in carrier.keys {
            let normal: String = key
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric())
                .collect();
            assert_eq!(*key, normal, "{name}");
            assert!(keys.insert(key), "{key} means two carriers");
        }
        assert_eq!(
            super::name(name),
            name,
            "{name} is not found by its own name"
        );
    }
}

#[test]
fn no_number_breaks_out_of_an_address() {
    for number in [
        "117579686762",
        "1Z 999 AA1",
        "\"><script>alert(1)</script>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "a/../../b?c=d&e#f",
        "100%",
        "æøå\u{202e}",
        "1\r\nX: y",
    ] {
        let bare: String = number.chars().filter(|c| !is_blank(*c)).collect();
        let encoded = utf8_percent_encode(&bare, NUMBER).to_string();
        assert!(
            encoded
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b"-._~%".contains(&b)),
            "{encoded}"
        );
        for carrier in CARRIERS {
            let url = link(carrier.name, number, "").unwrap();
            assert_eq!(url, carrier.url.replace("{}", &encoded));
        }
    }
    for number in ["", "  ", "..", "-"] {
        assert_eq!(link("FedEx", number, ""), None, "{number:?}");
    }
}

#[test]
fn a_carrier_is_known_by_what_shops_call_it() {
    for (shops, ours) in [
        ("fedex", "FedEx"),
        ("Fed-Ex", "FedEx"),
        ("FEDEX INTERNATIONAL PRIORITY", "FedEx"),
        ("dhl-express", "DHL"),
        ("DHL Express", "DHL"),
        ("DHL eCommerce", "DHL eCommerce"),
        ("dhl-germany", "DHL Paket"),
        ("usps", "USPS"),
        ("UPS", "UPS"),
        ("UPS Ground", "UPS"),
        ("Royal Mail", "Royal Mail"),
        ("royal-mail", "Royal Mail"),
        ("PostNord Danmark", "PostNord"),
        ("PostNord Sverige AB", "PostNord"),
        ("GLS", "GLS"),
        ("Bring", "Bring"),
        ("Posten Norge", "Posten"),
        ("posten-norge", "Posten"),
        ("DPD", "DPD"),
        ("DPD.co.uk", "DPD UK"),
        ("EVRi", "Evri"),
        ("hermes-de", "Hermes Germany"),
        ("Deutsche Post", "Deutsche Post"),
        ("Deutsche Post (EN)", "Deutsche Post"),
        ("Deutsche Post DHL", "DHL Paket"),
        ("Evri (Hermes)", "Evri"),
        ("parcel-force", "Parcelforce"),
        ("australia-post", "Australia Post"),
        ("Canada Post", "Canada Post"),
        ("La Poste", "La Poste"),
        ("colissimo", "La Poste"),
        ("La Poste Suisse", "Swiss Post"),
        ("Chronopost", "Chronopost"),
        ("PPL.cz", "PPL"),
        ("Zásilkovna", "Packeta"),
        ("Česká pošta", "Česká pošta"),
        ("InPost", "InPost"),
        ("PostNL", "PostNL"),
        ("bpost", "bpost"),
        ("Correos", "Correos"),
        ("Poste Italiane", "Poste Italiane"),
        ("post.at", "Österreichische Post"),
        ("Österreichische Post", "Österreichische Post"),
    ] {
        assert_eq!(name(shops), ours, "{shops}");
        assert!(link(shops, "1", "").is_some(), "{shops}");
    }
}

#[test]
fn a_name_with_more_than_one_meaning_is_left_to_the_shop() {
    for carrier in [
        "Hermes",
        "GLS Italy",
        "Correos Chile",
        "DPD Ruritania",
        "Post",
        "Upsala",
    ] {
        assert_eq!(name(carrier), carrier);
        assert_eq!(link(carrier, "1", ""), None);
        assert_eq!(
            link(carrier, "1", "https://shop.example/t/1"),
            Some("https://shop.example/t/1".to_owned())
        );
    }
}

#[test]
fn a_country_after_a_carriers_name_is_another_company() {
    for (carrier, written) in [
        ("Asendia USA", "Asendia USA"),
        ("Posten Åland", "Posten Åland"),
        ("asendia-de", "Asendia DE"),
        ("Bring Finland", "Bring Finland"),
        ("Cainiao New Zealand", "Cainiao New Zealand"),
        ("Nova Poshta (Moldova)", "Nova Poshta (Moldova)"),
    ] {
        assert_eq!(name(carrier), written);
        let shipment = shipment(carrier, "1234", "");
        let tracking = tracking(&shipment).map(|tracking| (tracking.carrier, tracking.url));
        assert_eq!(tracking, Some((written.to_owned(), None)));
    }
    for carrier in ["Asendia Priority", "Posten Norge AS", "PostNord Sverige AB"] {
        assert!(link(carrier, "1234", "").is_some(), "{carrier}");
    }
}

#[test]
fn a_company_that_is_one_in_all_countries_keeps_its_link() {
    for (carrier, ours) in [
        ("ups-germany", "UPS"),
        ("UPS Mail Innovations USA", "UPS"),
        ("fedex-uk", "FedEx"),
        ("FedEx Deutschland", "FedEx"),
    ] {
        assert_eq!(name(carrier), ours);
        assert!(link(carrier, "1234", "").is_some(), "{carrier}");
    }
}

#[test]
fn what_has_no_shape_in_a_number_stands_in_no_link() {
    let number = " 1Z\u{a0}999\u{200b}AA1\u{feff}\u{200d}2\u{202f}3\t";
    assert_eq!(
        link("UPS", number, "").as_deref(),
        Some("https://www.ups.com/track?tracknum=1Z999AA123")
    );
    assert_eq!(link("UPS", "\u{200b} \u{feff}", ""), None);
}

#[test]
fn the_shops_own_link_wins_where_it_holds_the_number() {
    for (url, wins) in [
        ("https://track.dpd.co.uk/parcels/15500000000010", true),
        ("https://track.dpd.co.uk/parcels/1550%200000%20000010", true),
        (
            "https://track.dpd.co.uk/search?reference=1550-0000000010&l=en",
            true,
        ),
        ("https://track.dpd.co.uk/parcels", false),
        ("https://15500000000010.example/parcels", false),
        ("http://track.dpd.co.uk/parcels/15500000000010", false),
    ] {
        let link = link("DPD", "15500000000010", url).unwrap();
        let table = "https://tracking.dpd.de/status/en_US/parcel/15500000000010";
        assert_eq!(link, if wins { url } else { table });
    }
}

#[test]
fn only_a_proper_https_link_of_the_shop_is_followed() {
    for sound in [
        "https://track.example.com/1?a=b#c",
        "HTTPS://example.com:8443/ø",
        " https://example.com ",
    ] {
        assert_eq!(
            link("Bob's Vans", "1", sound).as_deref(),
            Some(sound.trim())
        );
    }
    for unsound in [
        "http://example.com/1",
        "javascript:alert(1)",
        "//example.com/1",
        "https://",
        "https:///1",
        "https://localhost/1",
        "https://bank.example@evil.example/1",
        "https://bank.example:pass@evil.example/1",
        "https://evil.example\\@bank.example/1",
        "https://example.com/a b",
        "https://example.com/\u{0}",
        "https://example.com/\"><script>",
        "https://example.com:99999/1",
        "https://[::1]/1",
        "https://example..com/1",
    ] {
        assert_eq!(link("Bob's Vans", "1", unsound), None, "{unsound}");
    }
}

#[test]
fn a_known_carrier_without_a_number_gets_the_shops_link() {
    assert_eq!(
        link("FedEx", "", "https://shop.example/t").as_deref(),
        Some("https://shop.example/t")
    );
}

#[test]
fn a_link_without_a_carrier_is_named_by_its_host() {
    let tracking = tracking(&shipment("", "1", "https://track.example.com:443/1")).unwrap();
    assert_eq!(tracking.carrier, "track.example.com");
    assert_eq!(super::tracking(&shipment("", "1", "")), None);
}

#[test]
fn a_failed_parcel_is_not_followed() {
    let failed = Shipment {
        state: ShipmentState::Failed,
        ..shipment("FedEx", "1", "")
    };
    assert_eq!(tracking(&failed), None);
}
