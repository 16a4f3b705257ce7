//! The work of a drain beside the mails: the search indexes, and what is to be done as time
//! passes.

use wismo_domain::context::Environment;
use wismo_domain::file::upload;
use wismo_domain::jobs::Drained;
use wismo_domain::time::{Duration, Timestamp};
use wismo_domain::{search, tasks};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::environment::SpinEnvironment;
use wismo_platform::shop_settings::shop_settings;
use wismo_platform::store::SpinStore;

use crate::COMPONENT;
use crate::config::Config;

/// Works on the search indexes of all shops. What fails is left to the next drain. Returns
/// true if something may be left to do.
pub async fn keep_up_search(config: &Config, until: Timestamp) -> bool {
    let shops = config.shops.iter().map(|shop| shop.id.as_str());
    match search::keep_up(SPIN_CONTEXT, shops, until).await {
        Ok(is_left) => is_left,
        Err(fault) => {
            COMPONENT.log(format_args!("the search index was not worked on: {fault}"));
            false
        }
    }
}

/// Notes the webhooks that the shops' jobs came by. What fails is noted with the next one.
pub async fn note_hooks(config: &Config, drained: &Drained) {
    for shop in config.shops.iter() {
        if let Some(at) = drained.heard.get(&shop.id)
            && let Err(fault) = tasks::note_hooks(&SpinStore, shop, *at).await
        {
            COMPONENT.log(format_args!("a webhook was not noted: {fault}"));
        }
    }
}

/// Sweeps uploads that are over, and looks for what the shops' people should look after as
/// time has passed: some minutes after the last look, and for a while, beginning with any
/// shop. What fails is left to the next.
pub async fn look_for_tasks(config: &Config, time: Duration) {
    match tasks::is_time_to_look(SPIN_CONTEXT).await {
        Ok(true) => {}
        Ok(false) => return,
        Err(fault) => return COMPONENT.log(format_args!("no tasks were looked for: {fault}")),
    }
    if let Err(fault) = upload::sweep(SPIN_CONTEXT).await {
        COMPONENT.log(format_args!("no uploads were swept: {fault}"));
    }
    let until = SpinEnvironment.now() + time;
    let mut shops: Vec<_> = config.shops.iter().collect();
    let count = u64::try_from(shops.len()).unwrap_or(u64::MAX).max(1);
    let first = usize::try_from(SpinEnvironment.random() % count);
    shops.rotate_left(first.unwrap_or_default());
    for shop in shops {
        if SpinEnvironment.now() >= until {
            return;
        }
        let look = async {
            let settings = shop_settings(&shop.id).await?;
            tasks::look_for_silence(SPIN_CONTEXT, shop).await?;
            tasks::look_for_overdue(SPIN_CONTEXT, shop, &settings, until).await
        };
        if let Err(fault) = look.await {
            COMPONENT.log(format_args!("no tasks were looked for: {fault}"));
        }
    }
}
