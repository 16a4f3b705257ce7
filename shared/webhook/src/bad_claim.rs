//! Why what stands in the headers is not believed.

/// Why what stands in the headers is not believed, whatever the body is. The
/// messages say what to mend, and hold nothing of a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadClaim {
    /// A header is missing.
    #[error("the header {0} is missing: does the sender sign what it sends here?")]
    MissingHeader(&'static str),
    /// A header is not what it should be.
    #[error("the header {header} is not {form}")]
    MalformedHeader {
        /// Its name.
        header: &'static str,
        /// What it should be.
        form: &'static str,
    },
    /// A header holds more signatures than any sender has keys.
    #[error("the header {header} holds more than {most} signatures")]
    TooManySignatures {
        /// Its name.
        header: &'static str,
        /// How many it may hold.
        most: usize,
    },
    /// Signed too long ago.
    #[error(
        "signed {seconds} s ago, more than the {most} s allowed: check the sender's clock, \
         and sign each attempt anew"
    )]
    TooOld {
        /// How long ago.
        seconds: u64,
        /// How long ago it may be.
        most: u64,
    },
    /// Signed in the future.
    #[error("signed {seconds} s ahead, more than the {most} s allowed: check the sender's clock")]
    TooNew {
        /// How far ahead.
        seconds: u64,
        /// How far ahead it may be.
        most: u64,
    },
}
