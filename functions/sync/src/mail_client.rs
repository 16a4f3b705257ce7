//! Hands over to the mail component, once a delivery is acknowledged.

use wismo_domain::queue::Job;
use wismo_platform::mail_client::{post, report};
use wismo_platform::shop_settings::shop_settings;

use crate::COMPONENT;
use crate::config::Config;

/// Has a job looked at, unless there is nothing to tell before it has settled.
pub async fn wake(config: &Config, job: &Job) {
    let rules = match shop_settings(&job.order.shop).await {
        Ok(rules) => rules,
        Err(fault) => return report(COMPONENT, &fault),
    };
    // The job of a shop that holds its mails is looked at all the same, so
    // that a release finds everything there is.
    if rules.settle_seconds > 0 && !rules.hold.holds() {
        return;
    }
    let body = serde_json::to_vec(job).unwrap_or_default();
    post(COMPONENT, &config.job_secret, "wake", body.into()).await;
}

/// Has the queues worked off in the background.
pub fn drain(config: &Config) {
    wismo_platform::mail_client::drain(COMPONENT, &config.job_secret);
}
