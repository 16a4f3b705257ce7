//! Mails on their way to each provider.

use wismo::recorder::{Api, Recorder};

use crate::harness::{Wismo, eventually, mailed_by, woocommerce};

/// Delivers an order, whose mail must arrive as the API documents it, once.
async fn reaches(api: Api) {
    let recorder = Recorder::start(api).unwrap();
    let wismo = Wismo::with(mailed_by(api, &recorder)).await;
    wismo
        .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
        .await;
    let kept = wismo.mail("north:324:1").await;
    assert_eq!(recorder.refused(), Vec::<String>::new(), "{kept}");
    let mails =
        eventually(async || Some(recorder.accepted()).filter(|mails| !mails.is_empty())).await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert!(mail.to.contains("ada.nilsen@example.com"));
    assert!(mail.from.contains("orders@north.example"));
    assert!(mail.subject.contains("324"));
    assert_eq!(mail.header("auto-submitted"), Some("auto-generated"));
    assert!(mail.header("references").is_some());
    // The API's events need it to name the mail.
    assert!(
        mail.reference
            .as_ref()
            .is_some_and(|reference| !reference.is_empty())
    );
    let id = &kept["outcomes"][0]["result"]["accepted"]["id"];
    assert_eq!(*id, api.id(&mail.id), "{kept}");
    let text = kept["mail"]["text"].as_str().unwrap();
    assert_eq!(text.trim(), mail.text.trim());
    assert_eq!(
        kept["mail"]["html"].as_str().unwrap().trim(),
        mail.html.trim()
    );
    // Delivered again: no second mail.
    wismo
        .deliver(&woocommerce(324, "processing", "2026-06-06T17:18:38"))
        .await;
    wismo.process.idle().await;
    wismo.drain().await;
    assert_eq!(recorder.accepted().len(), 1);
}

macro_rules! reaches {
    ($($test:ident: $api:ident,)*) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $test() {
            reaches(Api::$api).await;
        }
    )*};
}

reaches! {
    a_mail_reaches_postmark: Postmark,
    a_mail_reaches_resend: Resend,
    a_mail_reaches_sendgrid: SendGrid,
    a_mail_reaches_mailgun: Mailgun,
    a_mail_reaches_brevo: Brevo,
    a_mail_reaches_ses: Ses,
    a_mail_reaches_mailjet: Mailjet,
    a_mail_reaches_sparkpost: SparkPost,
    a_mail_reaches_mailtrap: Mailtrap,
    a_mail_reaches_scaleway: Scaleway,
    a_mail_reaches_mailpit: Mailpit,
}
