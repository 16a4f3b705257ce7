//! Codes of an authenticator (TOTP, RFC 6238), and codes to recover with.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

use super::member::MemberId;
use super::session::random_text;
use super::ticket::spend;
use crate::access::link::LinkKeys;
use crate::context::{Context, Environment};
use crate::storage::keys::digest;
use crate::storage::{Store, StoreError};

/// The context that binds a sealed secret to its use of the keys.
const TOTP: &[u8] = b"wismo desk totp 1";

/// The number of codes to recover with.
const RECOVERY_CODES: usize = 10;

/// The name of Wismo in an authenticator.
const ISSUER: &str = "Wismo";

/// A second factor as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondFactor {
    /// The secret, sealed.
    sealed: String,
    /// The digests of the codes to recover with.
    recovery: Vec<String>,
}

/// A way to prove the second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proof {
    /// A code of the authenticator.
    Code,
    /// A code to recover with.
    Recovery,
}

/// A new secret, before its first code proves that an authenticator has it.
pub struct Enrolment {
    totp: Totp,
    secret: Vec<u8>,
}

impl Enrolment {
    /// Derives a secret from random text that only a sealed ticket holds.
    #[must_use]
    pub fn of(address: &str, content: &str) -> Option<Self> {
        let secret: [u8; 32] = Sha256::digest(content).into();
        // Authenticators take 160 bits at least (RFC 4226, section 4).
        let secret = secret.get(..20)?;
        Some(Self {
            totp: totp(secret, address)?,
            secret: secret.to_vec(),
        })
    }

    /// The address that an authenticator reads from a QR code (`otpauth://`).
    #[must_use]
    pub fn url(&self) -> String {
        self.totp.to_url().unwrap_or_default()
    }

    /// The secret as one types it, in groups of four.
    #[must_use]
    pub fn typed(&self) -> String {
        let base32 = Secret::from(self.secret.clone()).to_base32();
        let chars: Vec<char> = base32.chars().collect();
        let groups = chars
            .chunks(4)
            .map(|group| group.iter().collect::<String>());
        groups.collect::<Vec<_>>().join(" ")
    }

    /// Completes the enrolment, if this is a code of it now, and uses the code up: returns
    /// the factor to store and the codes to recover with, which are shown once.
    ///
    /// # Errors
    /// When the store fails; the code may be used up all the same.
    pub async fn complete(
        &self,
        context: Context<'_, impl Store, impl Environment>,
        keys: &LinkKeys,
        member: &MemberId,
        code: &str,
    ) -> Result<Option<(SecondFactor, Vec<String>)>, StoreError> {
        let second = u64::try_from(context.environment.now().as_second()).unwrap_or_default();
        let Some(step) = self.totp.check(&digits(code), second) else {
            return Ok(None);
        };
        if !spend_step(context.store, member, &self.secret, step).await? {
            return Ok(None);
        }
        let codes: Vec<String> = (0..RECOVERY_CODES)
            .map(|_| {
                let text = random_text(context.environment);
                let groups: Vec<&str> = [0..5, 5..10, 10..15, 15..20]
                    .into_iter()
                    .filter_map(|range| text.get(range))
                    .collect();
                groups.join("-")
            })
            .collect();
        let factor = SecondFactor {
            sealed: keys.seal_in(TOTP, &self.secret),
            recovery: codes.iter().map(|code| recovery_digest(code)).collect(),
        };
        Ok(Some((factor, codes)))
    }
}

impl SecondFactor {
    /// Checks what somebody typed, and uses it up; `None` if it proves nothing, or was
    /// used before.
    ///
    /// # Errors
    /// When the store fails; the code may be used up all the same.
    pub async fn check(
        &self,
        context: Context<'_, impl Store, impl Environment>,
        keys: &LinkKeys,
        member: &MemberId,
        typed: &str,
    ) -> Result<Option<Proof>, StoreError> {
        if let Some(secret) = keys.open_in(TOTP, &self.sealed)
            && let Some(step) = step(&secret, context.environment, typed)
        {
            let first = spend_step(context.store, member, &secret, step).await?;
            return Ok(first.then_some(Proof::Code));
        }
        let digest = recovery_digest(typed);
        if !self.recovery.contains(&digest) {
            return Ok(None);
        }
        let first = spend(context.store, member, &format!("recovery {digest}")).await?;
        Ok(first.then_some(Proof::Recovery))
    }
}

/// The step of time whose code of a secret this is.
fn step(secret: &[u8], environment: &impl Environment, typed: &str) -> Option<u64> {
    let second = u64::try_from(environment.now().as_second()).ok()?;
    totp(secret, ISSUER)?.check(&digits(typed), second)
}

/// Uses up the code that a secret has in a step of time, and tells whether this was the first
/// time. Another secret has a code of its own then.
async fn spend_step(
    store: &impl Store,
    member: &MemberId,
    secret: &[u8],
    step: u64,
) -> Result<bool, StoreError> {
    spend(store, member, &format!("totp {} {step}", digest(secret))).await
}

fn totp(secret: &[u8], address: &str) -> Option<Totp> {
    // A colon would end the name (Key Uri Format of Google Authenticator).
    let name = address.replace(':', " ");
    let builder = Builder::new()
        .with_secret(Secret::from(secret.to_vec()))
        .with_account_name(name)
        .with_issuer(Some(ISSUER));
    builder.build().ok()
}

/// The digits of a code, however they are grouped.
fn digits(typed: &str) -> String {
    typed.chars().filter(|c| !c.is_whitespace()).collect()
}

fn recovery_digest(typed: &str) -> String {
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    digest(plain.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::MemoryStore;
    use crate::time::Timestamp;
    use futures::executor::block_on;
    use std::cell::Cell;

    struct Clock(Cell<i64>);

    impl Environment for Clock {
        fn now(&self) -> Timestamp {
            Timestamp::from_second(self.0.get()).unwrap()
        }

        fn random(&self) -> u64 {
            // Any numbers that differ.
            self.0.set(self.0.get() + 1);
            u64::try_from(self.0.get())
                .unwrap()
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
        }
    }

    fn keys() -> LinkKeys {
        LinkKeys::from_setting("a-link-secret-of-32-bytes-or-more").unwrap()
    }

    #[test]
    fn a_code_and_a_recovery_code_count_once_each() {
        let (store, clock) = (MemoryStore::default(), Clock(Cell::new(1_800_000_000)));
        let context = Context::new(&store, &clock);
        let ada = MemberId::of_address("ada@example.com");
        let enrolment = Enrolment::of("ada@example.com", "random").unwrap();
        let code = |clock: &Clock| {
            let second = u64::try_from(clock.now().as_second()).unwrap();
            enrolment.totp.generate(second).to_string()
        };
        let complete =
            |typed: &str| block_on(enrolment.complete(context, &keys(), &ada, typed)).unwrap();
        assert!(complete("000000").is_none());
        let now = code(&clock);
        let (factor, recovery) = complete(&now).unwrap();
        let check = |typed: &str| block_on(factor.check(context, &keys(), &ada, typed)).unwrap();
        assert_eq!((recovery.len(), check("000000")), (10, None));
        // The code that completed the enrolment was used there.
        assert_eq!(check(&now), None);
        clock.0.set(clock.0.get() + 60);
        let now = code(&clock);
        let grouped = format!("{} {}", &now[..3], &now[3..]);
        assert_eq!(check(&grouped), Some(Proof::Code));
        assert_eq!(check(&now), None);
        clock.0.set(clock.0.get() + 90);
        assert_eq!(check(&now), None);
        let first = recovery[0].to_uppercase().replace('-', " ");
        assert_eq!(check(&first), Some(Proof::Recovery));
        assert_eq!(check(&first), None);
        assert_eq!(check(&recovery[1]), Some(Proof::Recovery));
        // Whoever sets another one up in the same half minute has a code of its own for it.
        let used = code(&clock);
        assert_eq!(check(&used), Some(Proof::Code));
        let other = Enrolment::of("ada@example.com", "another").unwrap();
        let second = u64::try_from(clock.now().as_second()).unwrap();
        let fresh = other.totp.generate(second).to_string();
        let done = block_on(other.complete(context, &keys(), &ada, &fresh)).unwrap();
        assert!(done.is_some());
    }

    #[test]
    fn an_authenticator_can_read_the_address() {
        let enrolment = Enrolment::of("ada:l@example.com", "random").unwrap();
        let url = enrolment.url();
        assert!(
            url.starts_with("otpauth://totp/Wismo:ada%20l%40example.com?secret="),
            "{url}"
        );
        assert!(url.contains("issuer=Wismo"), "{url}");
        assert_eq!(enrolment.typed().replace(' ', "").len(), 32);
    }
}
