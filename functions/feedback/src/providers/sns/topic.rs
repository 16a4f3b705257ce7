//! A topic, and the hosts that speak for it, which follow from its ARN.

use crate::SecretError;

/// The service that signs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signer {
    /// Amazon SNS.
    Amazon,
    /// Scaleway Topics and Events.
    Scaleway,
}

/// The topics of the setting, and the root of trust for their signer's
/// certificates.
#[derive(Clone)]
pub struct Topics {
    pub(super) signer: Signer,
    pub(super) topics: Vec<Topic>,
    /// The SHA-256 of the certificate that the others come from.
    pub(super) root: [u8; 32],
}

/// A topic, read from its ARN.
#[derive(Clone)]
pub(super) struct Topic {
    pub(super) arn: String,
    pub(super) region: String,
    /// The end of the host names in the partition.
    suffix: &'static str,
}

/// "Scaleway MnQ Root", valid until 25 June 2032: the first certificate of
/// <https://messaging.s3.fr-par.scw.cloud/fr-par/sns/sns-trust-chain.pem>, to
/// be trusted as
/// <https://www.scaleway.com/en/docs/topics-and-events/reference-content/verifying-webhooks/>
/// says.
const SCALEWAY_ROOT: [u8; 32] = [
    0xc5, 0xa0, 0x14, 0x5e, 0xfb, 0x57, 0x91, 0x6c, 0x07, 0xf9, 0xaf, 0x3e, 0x3f, 0x31, 0x12, 0x15,
    0x06, 0x2c, 0x05, 0x62, 0xc2, 0xd5, 0x6d, 0x7f, 0xf3, 0xc5, 0x7d, 0xa9, 0xfb, 0x52, 0xe4, 0xd5,
];

impl Topics {
    /// Reads the topics with these ARNs.
    ///
    /// # Errors
    /// When one is not an ARN of the signer's.
    pub fn new(signer: Signer, values: &[&str]) -> Result<Self, SecretError> {
        let topic = |value: &&str| Topic::new(signer, value).ok_or(SecretError::Topic);
        Ok(Self {
            signer,
            topics: values.iter().map(topic).collect::<Result<_, _>>()?,
            root: SCALEWAY_ROOT,
        })
    }

    /// Replaces the root by the first certificate of a chain.
    #[cfg(test)]
    pub(crate) fn with_root(mut self, chain: &[u8]) -> Self {
        let chain = super::Certificate::all(chain).unwrap();
        self.root = chain.first().unwrap().digest;
        self
    }

    /// The topic of that ARN, if it is ours.
    pub(super) fn find(&self, arn: &str) -> Option<&Topic> {
        self.topics.iter().find(|topic| topic.arn == arn)
    }
}

impl Topic {
    /// Reads `arn:{partition}:sns:{region}:{account}:{name}`
    /// (<https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html>).
    fn new(signer: Signer, arn: &str) -> Option<Self> {
        let parts: Vec<&str> = arn.split(':').collect();
        let ["arn", partition, "sns", region, account, name] = parts.as_slice() else {
            return None;
        };
        let suffix = match (signer, *partition) {
            (Signer::Amazon, "aws" | "aws-us-gov") => "amazonaws.com",
            (Signer::Amazon, "aws-cn") => "amazonaws.com.cn",
            (Signer::Scaleway, "scw") => "",
            (Signer::Amazon | Signer::Scaleway, _) => return None,
        };
        let region_byte =
            |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        let name_byte = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        let fits = (3..=32).contains(&region.len())
            && region.bytes().all(region_byte)
            && [account, name]
                .iter()
                .all(|part| (1..=256).contains(&part.len()) && part.bytes().all(name_byte));
        fits.then(|| Self {
            arn: arn.to_owned(),
            region: (*region).to_owned(),
            suffix,
        })
    }

    /// The possible beginnings of the certificates' addresses: a literal host
    /// and a slash, so that no reader of URLs can find another host in what
    /// follows.
    pub(super) fn certificates(&self, signer: Signer) -> Vec<String> {
        match signer {
            Signer::Amazon => {
                vec![format!(
                    "https://sns.{}.{}/SimpleNotificationService-",
                    self.region, self.suffix
                )]
            }
            // Both regions' certificates are documented to be at the first
            // address.
            Signer::Scaleway => vec![
                format!("https://messaging.s3.fr-par.scw.cloud/{}/sns/", self.region),
                format!("https://messaging.s3.{0}.scw.cloud/{0}/sns/", self.region),
            ],
        }
    }

    /// The beginning of the address that confirms a subscription.
    pub(super) fn confirmation(&self, signer: Signer) -> String {
        match signer {
            Signer::Amazon => format!("https://sns.{}.{}/?", self.region, self.suffix),
            Signer::Scaleway => format!("https://sns.mnq.{}.scaleway.com/?", self.region),
        }
    }

    /// The address of the certificates from which those of Scaleway's signers
    /// come.
    pub(super) fn chain(&self) -> String {
        let region = &self.region;
        format!("https://messaging.s3.fr-par.scw.cloud/{region}/sns/sns-trust-chain.pem")
    }
}
