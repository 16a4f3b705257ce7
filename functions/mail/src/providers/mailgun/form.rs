//! A form with files: `multipart/form-data` (RFC 7578).

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::super::Attachment;

/// A form that is being built.
#[derive(Default)]
pub(super) struct Form {
    parts: Vec<(String, Vec<u8>)>,
}

impl Form {
    pub(super) fn text(&mut self, name: &str, value: &str) {
        let head = format!(
            "Content-Disposition: form-data; name=\"{}\"\r\n\r\n",
            quoted(name)
        );
        self.parts.push((head, value.as_bytes().to_vec()));
    }

    pub(super) fn file(&mut self, name: &str, file: &Attachment) {
        let head = format!(
            "Content-Disposition: form-data; name=\"{}\"; filename=\"{}\"\r\n\
             Content-Type: {}\r\n\r\n",
            quoted(name),
            quoted(&file.name),
            file.type_and_charset().replace(['\r', '\n'], " ")
        );
        self.parts.push((head, file.content.to_vec()));
    }

    /// The number of bytes that its heads and contents have so far.
    pub(super) fn len(&self) -> usize {
        let parts = self.parts.iter();
        parts
            .map(|(head, content)| head.len() + content.len())
            .sum()
    }

    /// Returns the media type and the body: the same form under the same key
    /// gives the same bytes.
    pub(super) fn finish(self, key: &str) -> (String, Bytes) {
        let boundary = self.boundary(key);
        let mut body = Vec::with_capacity(self.len() + self.parts.len() * 32 + 32);
        for (head, content) in &self.parts {
            body.extend_from_slice(format!("--{boundary}\r\n{head}").as_bytes());
            body.extend_from_slice(content);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
        let media_type = format!("multipart/form-data; boundary={boundary}");
        (media_type, body.into())
    }

    /// A line that no part contains: to plant it, the writer of a part would
    /// have to know the digest of that part before it is written.
    fn boundary(&self, key: &str) -> String {
        let mut digest = Sha256::new_with_prefix(key);
        for (head, content) in &self.parts {
            digest.update(head);
            digest.update(content);
        }
        let digest = digest.finalize();
        let digits = digest.iter().take(16).map(|byte| format!("{byte:02x}"));
        std::iter::once("wismo-".to_owned()).chain(digits).collect()
    }
}

/// Escapes a text in quotes as browsers do
/// (<https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#multipart-form-data>).
fn quoted(text: &str) -> String {
    text.replace('\r', "%0D")
        .replace('\n', "%0A")
        .replace('"', "%22")
}
