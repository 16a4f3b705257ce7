//! The reasons why the headers of a delivery are not believed.

/// The reason why the headers are not believed, whatever the body holds. The messages
/// say what to mend, and do not quote the signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadClaim {
    /// A header is missing.
    #[error("the header {0} is missing: does the sender sign what it sends here?")]
    MissingHeader(&'static str),
    /// A header does not have its form.
    #[error("the header {header} is not {form}")]
    MalformedHeader {
        /// Its name.
        header: &'static str,
        /// The form that it should have.
        form: &'static str,
    },
    /// A header holds more signatures than any sender has keys.
    #[error("the header {header} holds more than {most} signatures")]
    TooManySignatures {
        /// Its name.
        header: &'static str,
        /// The number that it may hold.
        most: usize,
    },
    /// The time of signing is too long ago.
    #[error(
        "signed {seconds} s ago, more than the {most} s allowed: check the sender's clock, \
         and sign each attempt anew"
    )]
    TooOld {
        /// Seconds since it was signed.
        seconds: u64,
        /// Seconds that may have passed.
        most: u64,
    },
    /// The time of signing is too far in the future.
    #[error("signed {seconds} s ahead, more than the {most} s allowed: check the sender's clock")]
    TooNew {
        /// Seconds by which it is ahead.
        seconds: u64,
        /// Seconds by which it may be ahead.
        most: u64,
    },
}
