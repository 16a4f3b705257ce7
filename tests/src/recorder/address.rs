//! Addresses, read as strictly as Postmark says it does:
//! <https://postmarkapp.com/support/article/1180-what-does-errorcode-300-mean>.

/// The number of addresses in a comma-separated list.
pub(super) fn count(list: &str) -> Result<usize, String> {
    let mut count = 0;
    for mailbox in split(list) {
        check(mailbox.trim()).map_err(|why| format!("{mailbox:?} {why}"))?;
        count += 1;
    }
    Ok(count)
}

/// The mailboxes of a list: commas in a quoted name do not separate.
fn split(list: &str) -> Vec<&str> {
    let (mut quoted, mut escaped) = (false, false);
    list.split(|c: char| {
        let separates = c == ',' && !quoted;
        match c {
            '"' if !escaped => quoted = !quoted,
            _ => {}
        }
        escaped = c == '\\' && quoted && !escaped;
        separates
    })
    .collect()
}

/// Checks a mailbox: `address`, or `Name <address>`.
fn check(mailbox: &str) -> Result<(), &'static str> {
    if mailbox.chars().any(char::is_control) {
        return Err("has control characters");
    }
    let Some((name, address)) = mailbox
        .strip_suffix('>')
        .and_then(|rest| rest.rsplit_once('<'))
    else {
        return address(mailbox);
    };
    name_is_quoted_where_it_must(name.trim())?;
    self::address(address)
}

fn name_is_quoted_where_it_must(name: &str) -> Result<(), &'static str> {
    if let Some(inner) = name.strip_prefix('"') {
        let inner = inner
            .strip_suffix('"')
            .ok_or("has a name whose quotes do not end")?;
        let mut escaped = false;
        for c in inner.chars() {
            if c == '"' && !escaped {
                return Err("has a quote in its name that is not escaped");
            }
            escaped = c == '\\' && !escaped;
        }
        return if escaped {
            Err("escapes its closing quote")
        } else {
            Ok(())
        };
    }
    if name.contains(['(', ')', '<', '>', '[', ']', ':', ';', '@', '\\', ',', '"']) {
        return Err("has punctuation in its name and no quotes");
    }
    Ok(())
}

fn address(address: &str) -> Result<(), &'static str> {
    let (local, domain) = address.rsplit_once('@').ok_or("has no @")?;
    let in_local = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'`*+-/=^_{}|~".contains(c);
    let in_domain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let dots = |part: &str| part.starts_with('.') || part.ends_with('.') || part.contains("..");
    if local.is_empty() || !local.chars().all(in_local) || dots(local) {
        return Err("has an illegal mailbox");
    }
    if domain.is_empty() || !domain.chars().all(in_domain) || dots(domain) {
        return Err("has an illegal domain");
    }
    if local.len() > 64 || address.len() > 254 {
        return Err("is too long");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_counted() {
        assert_eq!(count("a@b.example"), Ok(1));
        assert_eq!(
            count("Å B <a@b.example>, \"c, \\\"d\\\"\" <c@d.example>"),
            Ok(2)
        );
    }

    #[test]
    fn what_postmark_calls_illegal_is_refused() {
        for list in [
            "",
            "a",
            "a@b.example,",
            "A, B <a@b.example>",
            "\"A\" B\" <a@b.example>",
            "\"A\\\" <a@b.example>",
            "å@b.example",
            "a@å.example",
            ".a@b.example",
            "a@b.example\r\nBcc: c@d.example",
        ] {
            assert!(count(list).is_err(), "{list:?}");
        }
    }
}
