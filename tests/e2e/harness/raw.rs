//! Requests whose bodies come in pieces, or never come.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use super::Wismo;

/// Time that an answer may take: more than a body may.
const PATIENCE: Duration = Duration::from_secs(60);

impl Wismo {
    /// Posts these header fields, and `sent` of a body that is announced with
    /// `announced` bytes, and waits. Returns the status, and the whole answer.
    pub(crate) async fn posts_in_part(
        &self,
        path: &str,
        fields: &[(&str, String)],
        announced: usize,
        sent: &'static [u8],
    ) -> (u16, String) {
        let url = self.url(path);
        let host = url.strip_prefix("http://").unwrap();
        let host = host.split('/').next().unwrap().to_owned();
        let fields: String = fields
            .iter()
            .map(|(name, value)| format!("{name}: {value}\r\n"))
            .collect();
        let head = format!(
            "POST {path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: {announced}\r\n{fields}\r\n"
        );
        let exchange = move || {
            let mut stream = TcpStream::connect(host).unwrap();
            stream.set_read_timeout(Some(PATIENCE)).unwrap();
            stream.write_all(head.as_bytes()).unwrap();
            stream.write_all(sent).unwrap();
            let mut answer = Vec::new();
            let mut piece = [0; 4096];
            // The status and the fields are enough.
            while !answer.windows(4).any(|end| end == b"\r\n\r\n") {
                let read = stream.read(&mut piece).expect("an answer");
                assert!(read > 0, "it hung up");
                answer.extend_from_slice(&piece[..read]);
            }
            String::from_utf8_lossy(&answer).into_owned()
        };
        let answer = tokio::task::spawn_blocking(exchange).await.unwrap();
        let status = answer.split(' ').nth(1).unwrap().parse().unwrap();
        (status, answer)
    }
}
