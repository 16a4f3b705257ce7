//! Argon2id (RFC 9106).

use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use spin_sdk::wasip3::random::random::get_random_bytes;

/// The memory, in KiB, and the passes: one of the choices that OWASP's cheat sheet on
/// password storage lists as equal, and the one of Keycloak. It takes little memory for
/// the time, and an instance never gives memory back.
const MEMORY: u32 = 7168;
const PASSES: u32 = 5;

/// The length of a salt, in bytes (RFC 9106, section 3.1).
const SALT: u64 = 16;

fn argon2() -> Option<Argon2<'static>> {
    let params = Params::new(MEMORY, PASSES, 1, None).ok()?;
    Some(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// Hashes a text with a new salt, and returns the hash in PHC form, which names its own
/// parameters.
pub(crate) fn make(text: &str) -> Option<String> {
    hashed(text, &get_random_bytes(SALT))
}

fn hashed(text: &str, salt: &[u8]) -> Option<String> {
    let hash = argon2()?.hash_password_with_salt(text.as_bytes(), salt);
    Some(hash.ok()?.to_string())
}

/// Tells whether a hash is that of a text. Hashes with other parameters than ours are
/// not looked at: nobody but us makes them, and they could take any time.
pub(crate) fn fits(text: &str, hash: &str) -> bool {
    let ours = format!("$argon2id$v=19$m={MEMORY},t={PASSES},p=1$");
    hash.starts_with(&ours)
        && argon2().is_some_and(|argon2| argon2.verify_password(text.as_bytes(), hash).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_fits_its_text_alone_and_names_its_parameters() {
        let hash = hashed("text", b"sixteen bytes...").unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=7168,t=5,p=1$"), "{hash}");
        assert!(fits("text", &hash) && !fits("Text", &hash));
        assert_ne!(hashed("text", b"sixteen others.."), Some(hash));
    }

    #[test]
    fn what_is_no_hash_of_ours_fits_nothing() {
        for hash in [
            "",
            "text",
            "$argon2id$v=19$m=7168,t=5,p=1$",
            "$argon2id$v=19$m=999999999,t=5,p=1$c2l4dGVlbg$c2l4dGVlbg",
            "$argon2i$v=19$m=7168,t=5,p=1$c2l4dGVlbg$c2l4dGVlbg",
        ] {
            assert!(!fits("text", hash), "{hash}");
        }
    }

    /// Made by the reference implementation, by way of Python's `argon2-cffi`.
    #[test]
    fn a_hash_of_the_reference_implementation_fits() {
        let hash = "$argon2id$v=19$m=7168,t=5,p=1$c29tZXNhbHRzb21lc2FsdA$r4Oo1wGvZA95Ee2ql0BxTjPMLtEb2RJx3pJ/l+PU2ts";
        assert!(fits("password", hash));
    }
}
