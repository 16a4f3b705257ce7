use wismo_domain::time::Timestamp;

use super::super::samples;
use super::*;
use crate::page::ShopPage;
use crate::texts::Language;
use Verification::{Code, Email, Postcode};
use wismo_domain::settings::Brand;

fn unlock_page(ways: &[Verification], asked: UnlockStep) -> String {
    let brand = Brand::default();
    let page = unlock(&Unlock {
        of: ShopPage {
            shop: &samples::shop("Fjord & Fern"),
            brand: &brand,
            language: Language::English,
        },
        number: "#1042",
        ways,
        asked,
        back: "../TOKEN",
    });
    assert!(page.policy.contains("form-action 'self';"));
    page.html
}

#[test]
fn the_second_step_asks_for_what_the_shop_allows() {
    let postcode = unlock_page(&[Postcode], UnlockStep::First);
    assert!(postcode.contains("Postcode or ZIP code of the delivery or billing address"));
    assert!(postcode.contains(r#"autocomplete="postal-code""#));
    assert!(!postcode.contains("aria-invalid=") && !postcode.contains("Email me a code"));
    let email = unlock_page(&[Email], UnlockStep::First);
    assert!(email.contains(r#"type="email" autocomplete="email""#));
    let code = unlock_page(&[Code], UnlockStep::First);
    assert!(!code.contains(r#"name="answer""#) && !code.contains(r#"name="code""#));
    assert!(code.contains(r#"<button name="send" value="code">Email me a code</button>"#));
    let all = unlock_page(&[Postcode, Email, Code], UnlockStep::Mailed);
    assert!(all.contains(r#"inputmode="numeric""#) && all.contains("one-time-code"));
    let [code, answer] = ["code", "answer"].map(|name| all.find(&format!(r#"name="{name}""#)));
    assert!(
        code.is_some() && code < answer,
        "the code that was just mailed comes first"
    );
    assert!(unlock_page(&[], UnlockStep::First).contains("Please contact the shop."));
}

#[test]
fn what_is_wrong_is_said_and_its_field_marked() {
    let wrong = unlock_page(&[Postcode, Email], UnlockStep::Wrong);
    assert!(wrong.contains(r#"id="wrong" role="alert">That does not match"#));
    assert!(wrong.contains(r#"aria-invalid="true" aria-describedby="wrong""#));
    let wrong = unlock_page(&[Postcode, Code], UnlockStep::WrongCode);
    assert_eq!(wrong.matches("aria-invalid=").count(), 1, "{wrong}");
}

#[test]
fn who_tried_too_often_finds_back_to_the_order() {
    let (shop, brand) = (samples::shop("Fjord & Fern"), Brand::default());
    let page = ShopPage {
        shop: &shop,
        brand: &brand,
        language: Language::English,
    };
    let until = "2026-06-01T10:00:00Z".parse::<Timestamp>().unwrap();
    let back = r#"<a href="../TOKEN">Back to your order</a>"#;
    assert!(too_many(&page, until, Some("../TOKEN")).html.contains(back));
    assert!(
        !too_many(&page, until, None)
            .html
            .contains("Back to your order")
    );
}

#[test]
fn what_stands_above_a_button_leaves_room_as_a_field_does() {
    let code = unlock_page(&[Code], UnlockStep::First);
    assert!(
        code.contains(r#"<p class="field">A code can be sent to"#),
        "{code}"
    );
}

#[test]
fn each_language_has_each_of_the_pages() {
    let shop = samples::shop("Fjord & Fern");
    let brand = Brand::default();
    for language in Language::ALL {
        let page = ShopPage {
            shop: &shop,
            brand: &brand,
            language,
        };
        let links = links(&LinksPage {
            of: page,
            number: "#1042",
            gift_url: "https://a.example/s/GIFT",
            is_replaced: true,
            back: "../TOKEN",
        });
        let until = "2026-06-01T10:00:00Z".parse::<Timestamp>().unwrap();
        for document in [
            links,
            ended(&page, "in/wool"),
            too_many(&page, until, None),
            find(&page, &[Email]),
            found(&page, "wool"),
        ] {
            // A text that is missing shows its id.
            assert!(!document.html.contains(">page-"), "{}", document.html);
            assert_eq!(document.html.matches("<h1>").count(), 1);
        }
    }
}
