//! Reading `multipart/form-data` (RFC 7578).

/// One part of a form.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) content: Vec<u8>,
}

/// The parts, in their order. Strict: nothing may stand before, between or after them.
pub(super) fn read(media_type: &str, body: &[u8]) -> Result<Vec<Part>, String> {
    let (_, boundary) = media_type
        .split_once("boundary=")
        .ok_or("no boundary is named")?;
    let is_legal = |byte: u8| byte.is_ascii_alphanumeric() || b"'()+_,-./:=?".contains(&byte);
    if !(1..=70).contains(&boundary.len()) || !boundary.bytes().all(is_legal) {
        return Err("the boundary is illegal".to_owned());
    }
    let first = format!("--{boundary}\r\n");
    let between = format!("\r\n--{boundary}");
    let mut rest = body
        .strip_prefix(first.as_bytes())
        .ok_or("the body does not begin with the boundary")?;
    let mut parts = Vec::new();
    loop {
        let at = find(rest, between.as_bytes()).ok_or("a part does not end")?;
        let (raw, after) = rest.split_at(at);
        parts.push(part(raw)?);
        match after.get(between.len()..).unwrap_or_default() {
            b"--\r\n" => return Ok(parts),
            after => {
                rest = after
                    .strip_prefix(b"\r\n")
                    .ok_or("there is something after the boundary")?;
            }
        }
    }
}

fn part(raw: &[u8]) -> Result<Part, String> {
    let at = find(raw, b"\r\n\r\n").ok_or("a part has no head")?;
    let (head, content) = raw.split_at(at);
    let head = std::str::from_utf8(head).map_err(|_| "a head is not UTF-8")?;
    let mut lines = head.split("\r\n");
    let disposition = lines
        .next()
        .and_then(|line| line.strip_prefix("Content-Disposition: form-data; "))
        .ok_or("a part does not begin with its disposition")?;
    let parameter = |name: &str| {
        let (_, value) = disposition.split_once(&format!("{name}=\""))?;
        value.split_once('"').map(|(value, _)| value.to_owned())
    };
    let file_name = parameter("; filename");
    let media_type = lines
        .next()
        .and_then(|line| line.strip_prefix("Content-Type: "));
    if file_name.is_some() != media_type.is_some() || lines.next().is_some() {
        return Err("a file has no type, or a part has another field".to_owned());
    }
    Ok(Part {
        name: parameter("name").ok_or("a part has no name")?,
        file_name,
        content: content.get(4..).unwrap_or_default().to_vec(),
    })
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut windows = bytes.windows(wanted.len());
    windows.position(|window| window == wanted)
}
