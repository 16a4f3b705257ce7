//! The sizes of mails that providers take. The desk tells who writes a mail by hand before
//! it leaves; the requests are held to the same limits when they are made.

use super::Mail;

/// The largest request with a mail, in bytes, by provider. Each is explained where the
/// provider's requests are made.
const LARGEST: [(&str, usize); 11] = [
    ("resend", RESEND),
    ("postmark", POSTMARK),
    ("sendgrid", SENDGRID),
    ("mailgun", MAILGUN),
    ("brevo", BREVO),
    ("ses", SES),
    ("mailjet", MAILJET),
    ("sparkpost", SPARKPOST),
    ("mailtrap", MAILTRAP),
    ("scaleway", SCALEWAY),
    ("mailpit", MAILPIT),
];

/// The largest request that Resend takes.
pub const RESEND: usize = 40_000_000;
/// The largest request that Postmark takes.
pub const POSTMARK: usize = 10_000_000;
/// The largest request that SendGrid takes.
pub const SENDGRID: usize = 30_000_000;
/// The largest request that Mailgun takes.
pub const MAILGUN: usize = 25_000_000;
/// The largest request that Brevo takes.
pub const BREVO: usize = 20_000_000;
/// The largest request that Amazon SES takes.
pub const SES: usize = 40_000_000;
/// The largest request that Mailjet takes.
pub const MAILJET: usize = 15_000_000;
/// The largest request that SparkPost takes.
pub const SPARKPOST: usize = 20_000_000;
/// The largest request that Mailtrap takes.
pub const MAILTRAP: usize = 50_000_000;
/// The largest request that Scaleway takes.
pub const SCALEWAY: usize = 2_000_000;
/// The largest request that Mailpit takes.
pub const MAILPIT: usize = 50_000_000;

/// The bytes that a request has beside texts and files: addresses, headers, names.
const AROUND: usize = 8 * 1024;

/// Returns the size of the largest request that a provider takes, by the provider's name;
/// none if it takes any, or is not known.
#[must_use]
pub fn of_provider(name: &str) -> Option<usize> {
    let mut all = LARGEST.iter();
    all.find(|(known, _)| *known == name).map(|(_, most)| *most)
}

/// Estimates the size of the request with a mail and files of these sizes, which are sent
/// as base64.
#[must_use]
pub fn size_with(mail: &Mail, files: impl IntoIterator<Item = usize>) -> usize {
    // Line breaks and quotation marks take two bytes in JSON.
    let escaped = |text: &str| {
        let marks = text.bytes().filter(|byte| b"\n\"\\".contains(byte));
        text.len() + marks.count()
    };
    let files = files.into_iter().map(|bytes| bytes.div_ceil(3) * 4);
    files.fold(
        AROUND + escaped(&mail.text) + escaped(&mail.html),
        usize::saturating_add,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_is_as_large_as_its_texts_and_its_files_in_base64() {
        let mail = Mail {
            from: "a@b.example".parse().unwrap(),
            reply_to: None,
            to: "a@b.example".parse().unwrap(),
            cc: Vec::new(),
            subject: "S".to_owned(),
            text: "a\nb".to_owned(),
            html: "<p class=\"x\">".to_owned(),
            headers: Vec::new(),
            attachments: Vec::new(),
            code: None,
        };
        assert_eq!(size_with(&mail, []), AROUND + 4 + 15);
        assert_eq!(size_with(&mail, [3, 4]), AROUND + 19 + 4 + 8);
        let most = of_provider("scaleway").unwrap();
        assert!(size_with(&mail, [512 * 1024; 2]) < most);
        assert!(size_with(&mail, [512 * 1024; 3]) > most);
        assert_eq!(of_provider("preview"), None);
    }
}
