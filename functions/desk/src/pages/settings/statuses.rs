//! `/desk/settings/{shop}/statuses`: the statuses of a shop.
//!
//! Each form says which version of the settings it was made of. Whoever comes second is told
//! so, and keeps what they typed.

mod read;

use wismo_domain::log::SeenStatuses;
use wismo_domain::order::{Stage, Status};
use wismo_domain::settings::{Beside, Current, Settings, current};
use wismo_domain::shop::Shop;
use wismo_domain::templates::{Name, Templates};
use wismo_platform::context::SPIN_CONTEXT;
use wismo_platform::http::form::Form;
use wismo_platform::http::{Rejection, Response};
use wismo_platform::store::SpinStore;
use wismo_view::desk::field::{Done, Wrong, WrongField};
use wismo_view::desk::settings::NotSaved;
use wismo_view::desk::settings::removal::{self, RemovalPage, SUCCESSOR};
use wismo_view::desk::settings::status::{self as form, StatusPage, VERSION};
use wismo_view::desk::settings::statuses::{CODE, StatusesPage, beside_word, page};
use wismo_view::desk::{DeskFrame, Entry, path};

use super::{save, status};
use crate::decided::templates;
use crate::pages::PageRequest;
use crate::pages::desk::Desk;
use crate::pages::gate::Visit;
use read::Typed;

/// Answers requests about a shop's statuses.
///
/// # Errors
/// When the store fails.
pub async fn respond(
    desk: &Desk,
    visit: &Visit,
    shop: &Shop,
    path: &[&str],
    request: &PageRequest,
) -> Result<Response, Rejection> {
    let at = At {
        desk,
        visit,
        shop,
        request,
        present: current(SPIN_CONTEXT, &shop.id).await?.projection,
        templates: templates(&shop.id).await?,
        seen: SeenStatuses::of_shop(&SpinStore, &shop.id).await?,
    };
    match path {
        [] => at.list().await,
        ["new"] => at.edit(None).await,
        ["of", code] => at.edit(Some(code)).await,
        ["of", code, "delete"] => at.remove(code).await,
        _ => Ok(at.nothing()),
    }
}

/// A request about a shop's statuses, and all that is decided about them.
struct At<'a> {
    desk: &'a Desk,
    visit: &'a Visit,
    shop: &'a Shop,
    request: &'a PageRequest,
    /// The settings in force.
    present: Current,
    templates: Templates,
    seen: SeenStatuses,
}

impl At<'_> {
    fn settings(&self) -> &Settings {
        &self.present.document
    }

    fn form(&self) -> &Form {
        &self.request.form
    }

    fn frame(&self) -> DeskFrame<'_> {
        let member = Some(self.visit.member());
        self.desk.frame(member, Some(Entry::Settings))
    }

    fn nothing(&self) -> Response {
        self.desk.nothing_here(self.visit.member())
    }

    fn done(&self, done: Done) -> Response {
        let list = path::statuses(&self.shop.id);
        self.desk.see(&format!("{list}?done={}", done.word()))
    }

    /// The version of the settings that the form was made of.
    fn base(&self) -> Option<u64> {
        self.form().get(VERSION)?.parse().ok()
    }

    /// Writes settings in the place of those that the form was made of.
    async fn save(&self, settings: &Settings) -> Result<Option<NotSaved>, Rejection> {
        match self.base().filter(|base| *base == self.present.version) {
            Some(base) => save(self.visit, self.shop, base, settings).await,
            None => Ok(Some(NotSaved::Changed)),
        }
    }

    /// A status as the merchant reads it.
    fn read(&self, code: &str) -> Status {
        let offered = self.seen.offered(self.settings());
        let mut offered = offered.into_iter();
        let found = offered.find(|status| status.code == code);
        found.unwrap_or_else(|| Status::new(code, Stage::Other))
    }

    /// The codes that a template is named after.
    fn with_template(&self) -> Vec<&str> {
        let names = self.templates.iter().map(|template| &template.name);
        let codes = names.filter_map(|name| match name {
            Name::Status(code) => Some(code.as_str()),
            Name::Kind(_) | Name::Own(_) => None,
        });
        codes.collect()
    }

    /// Lists the statuses, or moves one.
    async fn list(&self) -> Result<Response, Rejection> {
        let mut not_saved = None;
        if self.request.is_post() {
            let field = |name| self.form().get(name).unwrap_or_default();
            let to = [Beside::Before, Beside::Behind];
            let to = to.into_iter().find(|to| beside_word(*to) == field("do"));
            let mut settings = self.settings().clone();
            let is_moved = to.is_some_and(|to| settings.move_status(field(CODE), to));
            not_saved = match is_moved {
                true => self.save(&settings).await?,
                false => Some(NotSaved::Changed),
            };
            if not_saved.is_none() {
                return Ok(self.done(Done::Saved));
            }
        }
        // Another has the settings in force by now.
        let present = match not_saved {
            None => self.present.clone(),
            Some(_) => current(SPIN_CONTEXT, &self.shop.id).await?.projection,
        };
        let settings = &present.document;
        let mut offered = self.seen.offered(settings);
        offered.truncate(settings.statuses.len());
        let unnamed: Vec<Status> = self.seen.unnamed(settings).cloned().collect();
        let content = StatusesPage {
            frame: self.frame(),
            shop: self.shop,
            settings,
            version: present.version,
            named: &offered,
            unnamed: &unnamed,
            with_template: &self.with_template(),
            done: self.request.query.get("done").and_then(Done::of_word),
            not_saved,
        };
        Ok(self.desk.html(status(false, not_saved), page(&content)))
    }

    /// Shows the form of a status, or saves it. Without a code, it is a new one.
    async fn edit(&self, code: Option<&str>) -> Result<Response, Rejection> {
        let known = code.and_then(|code| self.settings().status(code));
        if !self.request.is_post() {
            if code.is_some() && known.is_none() {
                return Ok(self.nothing());
            }
            let fields = match known {
                Some(rule) => form::fields(rule),
                // The code of one that orders were seen with, to be named.
                None => vec![(CODE, self.request.query.get(CODE).unwrap_or_default())],
            };
            return Ok(self.show(code, &fields, &[], None, self.present.version));
        }
        let templates = self.template_names();
        let typed = Typed {
            form: self.form(),
            code,
            known,
            settings: self.settings(),
            templates: &templates,
        };
        let fields: Vec<(&str, &str)> = self.form().fields().collect();
        // A form with something wrong stays one of the version that it was made of.
        let base = self.base().unwrap_or(self.present.version);
        let rule = match typed.rule() {
            Ok(rule) => rule,
            Err(wrong) => return Ok(self.show(code, &fields, &wrong, None, base)),
        };
        let mut settings = self.settings().clone();
        settings.put_status(rule);
        if settings.check().is_err() {
            let wrong = [WrongField::new("label", Wrong::Text)];
            return Ok(self.show(code, &fields, &wrong, None, base));
        }
        match self.save(&settings).await? {
            None => Ok(self.done(Done::Saved)),
            not_saved => {
                let present = current(SPIN_CONTEXT, &self.shop.id).await?.projection;
                Ok(self.show(code, &fields, &[], not_saved, present.version))
            }
        }
    }

    fn template_names(&self) -> Vec<String> {
        let names = self.templates.iter().map(|one| one.name.to_string());
        let mut names: Vec<String> = names.collect();
        names.dedup();
        names
    }

    fn show(
        &self,
        code: Option<&str>,
        fields: &[(&str, &str)],
        wrong: &[WrongField],
        not_saved: Option<NotSaved>,
        version: u64,
    ) -> Response {
        let content = StatusPage {
            frame: self.frame(),
            shop: self.shop,
            code,
            fields,
            templates: &self.template_names(),
            version,
            wrong,
            not_saved,
        };
        let status = status(!wrong.is_empty(), not_saved);
        self.desk.html(status, form::page(&content))
    }

    /// Shows what it leads to that a status is taken off the list, or takes it off.
    async fn remove(&self, code: &str) -> Result<Response, Rejection> {
        if self.settings().status(code).is_none() {
            // Somebody else was quicker, perhaps.
            return Ok(match self.request.is_post() {
                true => self.done(Done::NothingChanged),
                false => self.nothing(),
            });
        }
        let (mut wrong, mut not_saved) = (None, None);
        let mut version = self.present.version;
        if self.request.is_post() {
            let successor = self.form().get(SUCCESSOR).unwrap_or_default();
            let offered = self.successors(code);
            let successor = offered.iter().find(|status| status.code == successor);
            let mut settings = self.settings().clone();
            let removed = settings.remove_status(code, successor.map(|one| one.code.as_str()));
            if removed.is_err() {
                wrong = Some(WrongField::new(SUCCESSOR, Wrong::Successor));
            } else {
                not_saved = self.save(&settings).await?;
                if not_saved.is_none() {
                    return Ok(self.done(Done::Saved));
                }
                version = current(SPIN_CONTEXT, &self.shop.id)
                    .await?
                    .projection
                    .version;
            }
        }
        let content = RemovalPage {
            frame: self.frame(),
            shop: self.shop,
            status: &self.read(code),
            rules: &self.settings().rules_for_status(code),
            successors: &self.successors(code),
            has_template: self.with_template().contains(&code),
            version,
            wrong: wrong.as_slice(),
            not_saved,
        };
        let status = status(wrong.is_some(), not_saved);
        Ok(self.desk.html(status, removal::page(&content)))
    }

    /// Lists the statuses that may succeed another.
    fn successors(&self, code: &str) -> Vec<Status> {
        let mut offered = self.seen.offered(self.settings());
        offered.retain(|status| status.code != code);
        offered
    }
}
