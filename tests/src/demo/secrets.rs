//! The demo's secrets: made at the first start and kept with its orders, so that
//! links from an earlier run still open.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Serialize};

/// The secrets with which the demo signs, seals and guards.
#[derive(Serialize, Deserialize)]
pub(crate) struct Secrets {
    /// The secret that the demo shop signs with.
    pub(crate) shop: String,
    /// `job_secret`.
    pub(crate) job: String,
    /// `link_secret`.
    pub(crate) link: String,
    /// `desk_api_key`; an earlier version of the demo did not have it.
    #[serde(default)]
    pub(crate) desk: String,
    /// The secret that the demo shop's ERP signs with; an earlier version did not have it.
    #[serde(default)]
    pub(crate) erp: String,
    /// The password of the desk's owner; an earlier version did not have it.
    #[serde(default)]
    pub(crate) password: String,
}

impl Secrets {
    /// Reads the secrets in a state folder, and makes them if there are none yet. The file
    /// is for its owner alone.
    ///
    /// # Errors
    /// When the folder cannot hold a file, or holds one that is damaged.
    pub(crate) fn kept_in(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)
            .with_context(|| format!("{} cannot be made", folder.display()))?;
        let path = folder.join("demo-secrets.json");
        let context = || format!("{} cannot be used; delete it to begin anew", path.display());
        let mut secrets = match fs::read(&path) {
            Ok(kept) => serde_json::from_slice(&kept).with_context(context)?,
            Err(error) if error.kind() == ErrorKind::NotFound => Self {
                shop: random()?,
                job: random()?,
                link: random()?,
                desk: String::new(),
                erp: String::new(),
                password: String::new(),
            },
            Err(error) => return Err(error).with_context(context),
        };
        let mut is_new = false;
        for secret in [&mut secrets.desk, &mut secrets.erp, &mut secrets.password] {
            if secret.is_empty() {
                *secret = random()?;
                is_new = true;
            }
        }
        if is_new {
            let mut options = File::options();
            let options = options.write(true).create(true).truncate(true);
            let mut file = options.mode(0o600).open(&path).with_context(context)?;
            file.write_all(&serde_json::to_vec_pretty(&secrets)?)
                .with_context(context)?;
        }
        Ok(secrets)
    }
}

/// 33 bytes from the system, as 44 characters.
fn random() -> Result<String> {
    let mut bytes = [0; 33];
    File::open("/dev/urandom")
        .and_then(|mut file| file.read_exact(&mut bytes))
        .context("no random numbers")?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}
