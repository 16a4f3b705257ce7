//! The bugs. Each is one that somebody could write: a missing check, two steps
//! in the wrong order, a case taken for another.

/// A text of the source, and the text that a bug would have there.
pub(crate) struct Mutation {
    /// The bug in words.
    pub(crate) name: &'static str,
    /// The file where it is planted, in the crate's folder.
    pub(crate) file: &'static str,
    /// The text, which occurs exactly once in the file.
    pub(crate) from: &'static str,
    /// The text that replaces it.
    pub(crate) to: &'static str,
}

pub(crate) const MUTATIONS: &[Mutation] = &[
    // The tickets.
    Mutation {
        name: "any draw from a ticket wins",
        file: "src/notices/worker.rs",
        from: "if self.draw(notice, attempt).await? != 1 {",
        to: "if self.draw(notice, attempt).await? == 0 {",
    },
    Mutation {
        name: "a draw that failed counts as won",
        file: "src/notices/worker.rs",
        from: "if self.draw(notice, attempt).await? != 1 {",
        to: "if matches!(self.draw(notice, attempt).await, Ok(2..)) {",
    },
    Mutation {
        name: "a draw that failed counts as claimed by somebody",
        file: "src/notices/worker.rs",
        from: "if self.draw(notice, attempt).await? != 1 {",
        to: "if self.draw(notice, attempt).await != Ok(1) {",
    },
    Mutation {
        name: "the lease is ignored",
        file: "src/notices/worker.rs",
        from: "let since = self.context.environment.now();
        Retry {",
        to: "let since = self.context.environment.now() + LEASE * -1;
        Retry {",
    },
    Mutation {
        name: "the job of a lost ticket ends",
        file: "src/notices/worker.rs",
        from: "if self.draw(notice, attempt).await? != 1 {
            return wait(self.wait_for_claim(notice, attempt));",
        to: "if self.draw(notice, attempt).await? != 1 {
            return Ok(Turn::Not(Step::Finished));",
    },
    Mutation {
        name: "a claim counts from its ticket",
        file: "src/notices/worker.rs",
        from: "attempt,
            since,
        }))",
        to: "attempt,
            since: self.context.environment.now(),
        }))",
    },
    // The attempts.
    Mutation {
        name: "a mail is sent before its prepared notice is written",
        file: "src/notices/attempt.rs",
        from: "self.context.store.set(&key, encode(prepared)?).await?;
        Ok(None)",
        to: "if let Composed::Mail(mail) = &prepared.composed {
                    let idempotency_key = prepared.idempotency_key(self.key, claim.notice).unwrap_or_default();
                    let outgoing = OutgoingMail {
                        order: self.key,
                        notice: claim.notice,
                        idempotency_key: &idempotency_key,
                        mail,
                    };
                    let result = self.result_of(self.mailer.send(&outgoing).await, claim, prepared);
                    if self.is_late(claim.since) {
                        return Ok(Some(self.too_late(claim)));
                    }
                    self.context.store.set(&key, encode(prepared)?).await?;
                    self.conclude(claim.notice, claim.attempt, result).await?;
                    return Ok(Some(Step::AskAgain));
                }
                self.context.store.set(&key, encode(prepared)?).await?;
                Ok(None)",
    },
    Mutation {
        name: "an earlier attempt's prepared notice is ignored",
        file: "src/notices/process.rs",
        from: "Some(open) => match open.prepared() {",
        to: "Some(open) => match None::<&PreparedNotice> {",
    },
    Mutation {
        name: "a prepared notice is written however late",
        file: "src/notices/attempt.rs",
        from: "if self.is_late(claim.since) {
            return Ok(Some(",
        to: "if false {
            return Ok(Some(",
    },
    Mutation {
        name: "a mail is sent however late",
        file: "src/notices/attempt.rs",
        from: "goes out.
                if self.is_late(claim.since) {",
        to: "goes out.
                if false {",
    },
    Mutation {
        name: "an outcome is written however late",
        file: "src/notices/attempt.rs",
        from: "if self.context.environment.now().duration_since(claim.since) > GIVE_UP + SEND_TIMEOUT {",
        to: "if false {",
    },
    Mutation {
        name: "a later attempt has an idempotency key of its own",
        file: "src/notices/attempt.rs",
        from: ".idempotency_key(self.key, claim.notice)
                    .unwrap_or_default();",
        to: ".idempotency_key(self.key, claim.notice)
                    .map(|key| format!(\"{key}{}\", \"+\".repeat(claim.attempt as usize - 1)))
                    .unwrap_or_default();",
    },
    Mutation {
        name: "a mail without an answer counts as accepted",
        file: "src/notices/attempt.rs",
        from: "SendResult::Unknown { reason } => (reason, own, false),",
        to: "SendResult::Unknown { .. } => return AttemptResult::Accepted { id: None },",
    },
    Mutation {
        name: "a mail to be tried again is given up",
        file: "src/notices/attempt.rs",
        from: "true => AttemptResult::TryAgain { reason, due },",
        to: "true => AttemptResult::GivenUp { reason },",
    },
    Mutation {
        name: "without keys, a mail is sent without end",
        file: "src/notices/attempt.rs",
        from: "unknown >= MAX_UNKNOWN",
        to: "unknown >= usize::MAX",
    },
    Mutation {
        name: "who died before there was a mail counts as having sent it",
        file: "src/notices/chain.rs",
        from: "self.attempts.iter().skip_while(unwritten)",
        to: "self.attempts.iter().skip_while(|_| false)",
    },
    Mutation {
        name: "what was refused is tried again",
        file: "src/notices/attempt_record.rs",
        from: "Self::Accepted { .. } | Self::Refused { .. } | Self::GivenUp { .. } | Self::Cancelled
        )",
        to: "Self::Accepted { .. } | Self::GivenUp { .. } | Self::Cancelled
        )",
    },
    Mutation {
        name: "what was given up is tried again",
        file: "src/notices/attempt_record.rs",
        from: "Self::Accepted { .. } | Self::Refused { .. } | Self::GivenUp { .. } | Self::Cancelled
        )",
        to: "Self::Accepted { .. } | Self::Refused { .. } | Self::Cancelled
        )",
    },
    Mutation {
        name: "a notice that is not final holds nothing back",
        file: "src/notices/process.rs",
        from: "let open = (!last.is_final() && last.number > 0).then_some(&last);",
        to: "let open = None::<&Notice>;",
    },
    // The news that there is to tell.
    Mutation {
        name: "a job takes the snapshot for the log",
        file: "src/notices/process.rs",
        from: "log::catch_up_and_keep(self.context, self.key, snapshot),",
        to: "std::future::ready(Ok(Reading {
                key: self.key.clone(),
                snapshot,
                is_news: false,
                companions: Vec::new(),
            })),",
    },
    Mutation {
        name: "a baseline forgets its facts",
        file: "src/notices/news.rs",
        from: "facts: all.newest(),",
        to: "facts: Facts::default(),",
    },
    Mutation {
        name: "a quiet version forgets the facts before it",
        file: "src/notices/news.rs",
        from: "..baseline\n",
        to: "facts: Facts::default(),\n                ..baseline\n",
    },
    Mutation {
        name: "a quiet version does not count as told",
        file: "src/notices/process.rs",
        from: "Ok(known(prepared, quiet))",
        to: "Ok(known(prepared, quiet.filter(|_| false)))",
    },
    Mutation {
        name: "a quiet version counts as told over a newer baseline",
        file: "src/notices/news.rs",
        from: "if baseline
                .as_ref()
                .is_none_or(|baseline| baseline.rank() < Some(rank)) =>",
        to: "=>",
    },
    Mutation {
        name: "a quiet import is told",
        file: "src/log/event.rs",
        from: "matches!(self, Self::QuietImport | Self::QuietDesk | Self::KnownItem)",
        to: "matches!(self, Self::QuietDesk | Self::KnownItem)",
    },
    Mutation {
        name: "what a member tells nobody is told",
        file: "src/log/event.rs",
        from: "matches!(self, Self::QuietImport | Self::QuietDesk | Self::KnownItem)",
        to: "matches!(self, Self::QuietImport | Self::KnownItem)",
    },
    Mutation {
        name: "a status by hand stands for ever",
        file: "src/log/apply.rs",
        from: "if recorded.at > said_at.unwrap_or(order.updated_at) {",
        to: "{",
    },
    Mutation {
        name: "a status by hand does not count where an ERP speaks",
        file: "src/log/apply.rs",
        from: "if recorded.at > said_at.unwrap_or(order.updated_at) {",
        to: "if said_at.is_none() && recorded.at > order.updated_at {",
    },
    Mutation {
        name: "a promise by hand stands for ever",
        file: "src/log/apply.rs",
        from: "&& !named_later(at)",
        to: "",
    },
    Mutation {
        name: "a count of the stock ends a promise by hand",
        file: "src/log/fact.rs",
        from: "expected_on.is_some()",
        to: "true",
    },
    Mutation {
        name: "an order stays urgent",
        file: "src/log/snapshot/merge.rs",
        from: "if self.urgent.as_ref().is_none_or(|(last, _)| *last < n) {",
        to: "if self.urgent.is_none() {",
    },
    Mutation {
        name: "a forecast writes",
        file: "src/storage/overlay.rs",
        from: "        self.write(key, Some(value));
        Ok(())",
        to: "        self.base.set(key, value).await",
    },
    Mutation {
        name: "what was known of an item is told",
        file: "src/log/event.rs",
        from: "matches!(self, Self::QuietImport | Self::QuietDesk | Self::KnownItem)",
        to: "matches!(self, Self::QuietImport | Self::QuietDesk)",
    },
    Mutation {
        name: "nothing settles",
        file: "src/settings/departure.rs",
        from: "first + Duration::seconds(settings.settle_seconds.into());",
        to: "first;",
    },
    Mutation {
        name: "the shop's hold is ignored",
        file: "src/notices/news.rs",
        from: "unnotified.iter().any(is_import) || (settings.hold.holds() && waits)",
        to: "unnotified.iter().any(is_import)",
    },
    Mutation {
        name: "an attempt after one that died unwritten tells what is held",
        file: "src/notices/process.rs",
        from: "if news.is_held =>",
        to: "if news.is_held && open.is_none() =>",
    },
    Mutation {
        name: "an import's hold is ignored",
        file: "src/notices/news.rs",
        from: "unnotified.iter().any(is_import) || (settings.hold.holds() && waits)",
        to: "settings.hold.holds() && waits",
    },
    Mutation {
        name: "what is held is not listed",
        file: "src/notices/process.rs",
        from: "self.context.store.set_many(listing).await?;",
        to: "drop(listing);",
    },
    Mutation {
        name: "a release is not in the log",
        file: "src/jobs/release.rs",
        from: "if !events.is_empty() {
            let progress =",
        to: "if false {
            let progress =",
    },
    Mutation {
        name: "what is released leaves the list before it is in the log",
        file: "src/jobs/release.rs",
        from: "if !events.is_empty() {
            let progress =",
        to: "for (k, _) in &entries {
            context.store.delete(&index.entry(*k)).await?;
        }
        if !events.is_empty() {
            let progress =",
    },
    Mutation {
        name: "a removed order is told of",
        file: "src/notices/news.rs",
        from: "if snapshot.is_removed() {",
        to: "if false {",
    },
    // The log.
    Mutation {
        name: "a hole is forgotten",
        file: "src/storage/event_log/seen.rs",
        from: "} else if !self.missing.contains_key(&n) {",
        to: "} else if false {",
    },
    Mutation {
        name: "a reader stops at the first hole",
        file: "src/log/read.rs",
        from: "let found = events(context.store, key, unread).await?;",
        to: "let mut found = events(context.store, key, unread).await?;
    let is_hole = |n: &u64| !loaded.contains_key(n) && found.iter().all(|(there, _)| there != n);
    let hole = wanted.iter().copied().find(is_hole).unwrap_or(u64::MAX);
    let wanted: Vec<u64> = wanted.into_iter().filter(|n| *n < hole).collect();
    found.retain(|(n, _)| *n < hole);",
    },
    Mutation {
        name: "the version that came last is the newest",
        file: "src/log/snapshot/versions.rs",
        from: ".iter()
            .rev()
            .find(|version| !version.is_removal())
            .map(|version| version.rank)",
        to: ".iter()
            .filter(|version| !version.is_removal())
            .map(|version| version.rank)
            .max_by_key(|rank| rank.n)",
    },
    Mutation {
        name: "equal versions count twice",
        file: "src/log/snapshot/merge.rs",
        from: "self.versions.iter().position(twin) {",
        to: "self.versions.iter().position(twin).filter(|_| false) {",
    },
    Mutation {
        name: "of equal versions the last counts",
        file: "src/log/snapshot/merge.rs",
        from: "twin.rank.n <= rank.n)",
        to: "twin.rank.n >= rank.n)",
    },
    Mutation {
        name: "a late version is compared with nothing after it",
        file: "src/log/snapshot/merge/anew.rs",
        from: "through.map(|(_, next)| *next);",
        to: "through.and(last);",
    },
    Mutation {
        name: "where an order begins by now is not looked for behind the next version",
        file: "src/log/snapshot/merge/anew.rs",
        from: "is_some_and(|begun| begun < from)",
        to: "is_some()",
    },
    // Removals by the shop, and returns from its trash.
    Mutation {
        name: "the trash counts from when it came",
        file: "src/log/snapshot/merge.rs",
        from: "self.newest_rank().map_or(rank.at, |newest| newest.at)",
        to: "rank.at",
    },
    Mutation {
        name: "what comes back from the trash as it was stays there",
        file: "src/log/snapshot/merge.rs",
        from: "&& !trash.any(|trash| other.rank < trash.rank && trash.rank < rank)",
        to: "&& trash.next() == trash.next()",
    },
    Mutation {
        name: "a version from before the trash that turns up late changes nothing",
        file: "src/log/snapshot/merge.rs",
        from: "(is_order && n < last_trash)",
        to: "(is_order && n < last_trash.min(1))",
    },
    Mutation {
        name: "the trash that turns up late stands behind all that came since",
        file: "src/log/snapshot/merge.rs",
        from: "(is_trash && n < self.last_order)",
        to: "(is_trash && n < self.last_order.min(1))",
    },
    Mutation {
        name: "what is to be told comes to nothing while the order is removed",
        file: "src/notices/news.rs",
        from: "is_draft || snapshot.is_removed() ||",
        to: "is_draft ||",
    },
    Mutation {
        name: "what nobody was told of a removed order counts as told",
        file: "src/notices/prepare.rs",
        from: "baseline: known,",
        to: "baseline: known.or_else(|| Some(crate::log::Baseline {
                    version: snapshot.newest().map(|(rank, order)| (rank, order.clone())),
                    facts: snapshot.facts.newest(),
                    ..crate::log::Baseline::default()
                })),
",
    },
    // Copies.
    Mutation {
        name: "a copy that lapsed is left",
        file: "src/notices/copies.rs",
        from: "find(|(_, notice)| !notice.is_final())",
        to: "find(|(_, notice)| notice.attempts.is_empty())",
    },
    Mutation {
        name: "only the first copy goes out",
        file: "src/notices/copies.rs",
        from: "(first..first + MOST).zip(&self.to).collect()",
        to: "(first..first + MOST).zip(&self.to).take(1).collect()",
    },
    Mutation {
        name: "an event is written before its job",
        file: "src/log/append.rs",
        from: "before: Vec::new(),
        after: events,",
        to: "before: events,
        after: Vec::new(),",
    },
    Mutation {
        name: "a job ends when there is nothing to tell yet",
        file: "src/notices/process.rs",
        from: "if let Some(step) = stays(job, since) {",
        to: "if let Some(step) = stays(job, since).filter(|_| false) {",
    },
    Mutation {
        name: "a job is deleted before it is done",
        file: "src/jobs/walk.rs",
        from: "let outcome = match &work {",
        to: "let _ = context.store.delete(&key).await;
    let outcome = match &work {",
    },
    Mutation {
        name: "a job that the store failed is done",
        file: "src/jobs/walk.rs",
        from: "return cursor.wait(
                    q,
                    Retry {
                        due: now + STORE_REST,
                        claimed,
                    },
                    None,
                    None,
                );",
        to: "let _ = (claimed, STORE_REST);
                return cursor.done(q);",
    },
    Mutation {
        name: "a number without a job is dropped at once",
        file: "src/jobs/cursor.rs",
        from: "self.open.insert(q, Open::Missing { since: look.end });",
        to: "self.open.remove(&q);",
    },
    Mutation {
        name: "the cursor is never stored",
        file: "src/jobs/walk.rs",
        from: "if self.stored.as_ref() != Some(cursor) {",
        to: "if false {",
    },
    Mutation {
        name: "the cursor forgets who was found at work",
        file: "src/jobs/cursor.rs",
        from: "claimed: retry.claimed,",
        to: "claimed: None,",
    },
    // Changes of settings while something waits by them.
    Mutation {
        name: "a change of settings does not reach what waits",
        file: "src/jobs/walk.rs",
        from: "queue.cursor.wake(&timings, now);",
        to: "let _ = (&timings, &mut queue.cursor);",
    },
    Mutation {
        name: "whose an entry is stays unknown where it was not to be seen at first",
        file: "src/jobs/cursor.rs",
        from: "bucket: bucket.or_else(|| self.bucket_of(q)),",
        to: "bucket: self.bucket_of(q).or(bucket.filter(|_| false)),",
    },
    Mutation {
        name: "a digest's end does not reach what waits for its hour",
        file: "src/settings/departure.rs",
        from: "{digest_hour:?} {quiet:?}",
        to: "{quiet:?}",
    },
    Mutation {
        name: "the quiet hours' end does not reach what waits for it",
        file: "src/settings/departure.rs",
        from: "{digest_hour:?} {quiet:?}",
        to: "{digest_hour:?}",
    },
    // The items.
    Mutation {
        name: "an order is not listed for its items",
        file: "src/log/listing.rs",
        from: "for (sku, entries) in &items {",
        to: "for (sku, entries) in items.iter().take(0) {",
    },
    Mutation {
        name: "what is known of an item is not told to a new order",
        file: "src/log/listing.rs",
        from: "known.filter(|recorded| !known_facts.knows(recorded))",
        to: "known.filter(|recorded| known_facts.knows(recorded) && false)",
    },
    Mutation {
        name: "an item's event is written after its job",
        file: "src/intake/item.rs",
        from: "CompanionWrites { before, after }",
        to: "CompanionWrites { before: after, after: before }",
    },
    Mutation {
        name: "a fan-out that failed is done",
        file: "src/jobs/walk.rs",
        from: "fan_out.run(context).await,",
        to: "fan_out.run(context).await.or(Ok(JobOutcome::default())),",
    },
    Mutation {
        name: "an older fact wins",
        file: "src/log/apply.rs",
        from: ".is_none_or(|other| other.rank() <= recorded.rank())",
        to: ".is_none_or(|other| other.rank() >= recorded.rank())",
    },
    Mutation {
        name: "facts rank by their number alone",
        file: "src/log/fact.rs",
        from: "(self.at, self.n)",
        to: "(Timestamp::UNIX_EPOCH, self.n)",
    },
    Mutation {
        name: "a fact is known by any fact about the same",
        file: "src/log/facts.rs",
        from: "return known.is_some_and(|rank| *rank >= recorded.rank());",
        to: "return known.is_some();",
    },
    // The imports.
    Mutation {
        name: "a batch of an import is deleted before it is appended",
        file: "src/jobs/import.rs",
        from: "let mut events = batch.append(",
        to: "context.store.delete(&key).await?;
        let mut events = batch.append(",
    },
    Mutation {
        name: "a batch of an import that is not to be seen counts as appended",
        file: "src/jobs/import.rs",
        from: "retry: is_new.then_some(retry),",
        to: "retry: is_new.then_some(retry).filter(|_| false),",
    },
    Mutation {
        name: "an import that the store failed is done",
        file: "src/jobs/walk.rs",
        from: "import.run(context).await,",
        to: "import.run(context).await.or(Ok(JobOutcome::default())),",
    },
    Mutation {
        name: "of an import the first batch alone is placed",
        file: "src/intake/import.rs",
        from: "let shards = vec![IMPORTS; batches.len()];",
        to: "let shards = vec![IMPORTS; 1];",
    },
    Mutation {
        name: "an import's items are left out beside its orders",
        file: "src/intake/import.rs",
        from: "if !self.items.is_empty() {",
        to: "if !self.items.is_empty() && self.orders.is_empty() {",
    },
    // The merchant's actions by hand.
    Mutation {
        name: "a mail by hand is done when its event is not there yet",
        file: "src/notices/manual.rs",
        from: "stays(job, since).unwrap_or(Step::Finished)",
        to: "Step::Finished",
    },
    Mutation {
        name: "a mail by hand comes with the job of any event",
        file: "src/log/append.rs",
        from: "Work::Deliver(job)",
        to: "Work::Order(job)",
    },
    Mutation {
        name: "a mail by hand is sent as another notice",
        file: "src/notices/manual.rs",
        from: "Notice::read(self.context.store, self.key, number),",
        to: "Notice::read(self.context.store, self.key, job.n),",
    },
    Mutation {
        name: "who cancels draws no ticket",
        file: "src/notices/cancel.rs",
        from: "let drawn = context.store.increment(&ticket).await?;",
        to: "let drawn = 1;",
    },
    Mutation {
        name: "what was cancelled is tried again",
        file: "src/notices/attempt_record.rs",
        from: "Self::Refused { .. } | Self::GivenUp { .. } | Self::Cancelled
        )",
        to: "Self::Refused { .. } | Self::GivenUp { .. }
        )",
    },
    Mutation {
        name: "the desk's hold is ignored",
        file: "src/notices/news.rs",
        from: "snapshot.is_held() || unnotified",
        to: "unnotified",
    },
    Mutation {
        name: "a hold counts after it was let go",
        file: "src/log/snapshot/merge.rs",
        from: "self.held = self.held.max((n, is_held));",
        to: "self.held = (n, is_held || self.held.1);",
    },
    // The first word.
    Mutation {
        name: "placed silences what came with it",
        file: "src/notices/decide.rs",
        from: "is_said_by_placed(&ruled.0) &&",
        to: "ruled.0 != Change::Placed &&",
    },
    Mutation {
        name: "an order that has not begun is told",
        file: "src/order.rs",
        from: "!is_none && !self.is_cancelled()",
        to: "!is_none || is_none",
    },
    Mutation {
        name: "who was told is told anew that it was placed",
        file: "src/notices/news.rs",
        from: "is_told || order.has_begun() || is_known",
        to: "order.has_begun() || is_known",
    },
    Mutation {
        name: "an old order's first version is no baseline",
        file: "src/log/snapshot/beginning.rs",
        from: "self.begun(status_from).is_some_and(is_first) && self.silence(status_from).is_some()",
        to: "self.begun(status_from).is_some_and(is_first) && false",
    },
    Mutation {
        name: "a part of another order is thanked for",
        file: "src/log/snapshot/steps.rs",
        from: "is_part: now.part_of.is_some(),",
        to: "is_part: false,",
    },
    // Two systems that speak of one order.
    Mutation {
        name: "a part takes back what an earlier part said",
        file: "src/order/part/over.rs",
        from: "None => later.push(old),",
        to: "None => drop(old),",
    },
    Mutation {
        name: "the newest part alone counts",
        file: "src/log/apply.rs",
        from: "for earlier in parts {",
        to: "for earlier in parts.take(0) {",
    },
    Mutation {
        name: "the ERP's status counts though the shop decides",
        file: "src/order/part/add.rs",
        from: "if let (StatusFrom::Erp, Some(status)) = (status_from, &self.status) {",
        to: "if let (_, Some(status)) = (status_from, &self.status) {",
    },
    Mutation {
        name: "an order begins by the shop's word alone",
        file: "src/log/snapshot/beginning.rs",
        from: "StatusFrom::Erp => self.by_erp.as_ref(),",
        to: "StatusFrom::Erp => self.by_shop.as_ref(),",
    },
    Mutation {
        name: "a paper of both is told for each",
        file: "src/order/part/union.rs",
        from: "let index = with_id.or_else(|| own.iter().position(is_one));",
        to: "let index = with_id;",
    },
    Mutation {
        name: "a part of an older date counts as known",
        file: "src/log/facts.rs",
        from: "filter(|_| is_many)",
        to: "filter(|_| is_many || !is_many)",
    },
    Mutation {
        name: "an order waits for its items by the shop's word alone",
        file: "src/log/snapshot/listed.rs",
        from: "let orders = StatusFrom::BOTH\n",
        to: "let orders = [StatusFrom::Shop]\n",
    },
    Mutation {
        name: "two statuses that read alike are two",
        file: "src/settings.rs",
        from: "reads_differently(from, to)\n",
        to: "from != to\n",
    },
    Mutation {
        name: "what ran out is not noted",
        file: "src/changes.rs",
        from: "|(old, line): &(Option<&Line>, &Line)| has_run_out(*old, now, line);",
        to: "|(old, line): &(Option<&Line>, &Line)| has_run_out(*old, now, line) && false;",
    },
];

/// Bugs that no schedule reaches, as they need rules or sizes of their own: a
/// story finds each.
pub(crate) const OF_STORIES: &[Mutation] = &[
    // The walks, and what is found as time passes.
    Mutation {
        name: "an old look counts as a late one",
        file: "src/jobs/cursor.rs",
        from: "if look.start.duration_since(*since) >= LEASE",
        to: "if look.end.duration_since(*since) >= LEASE",
    },
    Mutation {
        name: "an entry that was missing is not read before its lease is over",
        file: "src/jobs/cursor.rs",
        from: "is_due(open, now) || matches!(open, Open::Missing { .. })",
        to: "is_due(open, now)",
    },
    Mutation {
        name: "work that came as the heartbeat ended is not seen",
        file: "src/jobs/walk.rs",
        from: "if store.count(&queue_len(shard)).await? >= cursor.next {",
        to: "if store.count(&queue_len(shard)).await? > cursor.next {",
    },
    Mutation {
        name: "a promise for another day is overdue",
        file: "src/tasks/overdue.rs",
        from: "order.promised_for() == Some(day)",
        to: "order.promised_for().is_some()",
    },
    Mutation {
        name: "an order that the shop deleted is listed as any other",
        file: "src/search/mark.rs",
        from: "let is_there = !snapshot.is_removed();",
        to: "let is_there = snapshot.is_removed() || !snapshot.is_removed();",
    },
    Mutation {
        name: "orders are found by the stage before the merchant's meaning alone",
        file: "src/search/mark.rs",
        from: "marks.extend(rules.map(|rule| Self::Status(rule.code.clone())));",
        to: "drop(rules);",
    },
    Mutation {
        name: "what of an old order comes late is silent too",
        file: "src/log/snapshot/beginning.rs",
        from: "place <= begun.place && received_at <= begun.received_at",
        to: "place <= begun.place",
    },
    Mutation {
        name: "what waits for an order to begin has come to nothing",
        file: "src/notices/news.rs",
        from: "if is_draft || snapshot.is_removed() || snapshot.begun(status_from).is_none() {",
        to: "if snapshot.is_removed() {",
    },
    Mutation {
        name: "what was there when a part began the order is not held",
        file: "src/log/snapshot/notified.rs",
        from: "!version.changes.is_empty() || is_first_word(version, *place)",
        to: "!version.changes.is_empty()",
    },
    Mutation {
        name: "a job ends where the merchant holds the order yet",
        file: "src/notices/process.rs",
        from: "stays(job, since).unwrap_or(Step::Finished)",
        to: "Step::Finished",
    },
    Mutation {
        name: "a removal that was cancelled is told",
        file: "src/log/snapshot/notified.rs",
        from: "unnotified.via.is_quiet() || self.is_cancelled(n)",
        to: "unnotified.via.is_quiet()",
    },
    Mutation {
        name: "a fan-out does not wait for what may be written yet",
        file: "src/jobs/fan_out.rs",
        from: "if is_new && items.iter().any(Option::is_none) {",
        to: "if false {",
    },
    Mutation {
        name: "an entry between two batches of a fan-out is told nothing",
        file: "src/jobs/fan_out.rs",
        from: "entry: to + 1,",
        to: "entry: to + 2,",
    },
    Mutation {
        name: "a fan-out leaves it at its first batch",
        file: "src/jobs/fan_out.rs",
        from: "outcome.retry = Some(Retry { due, claimed: None });",
        to: "outcome.retry = None.or(None::<Retry>).filter(|_| due > since);",
    },
    Mutation {
        name: "a job is written under a number drawn long ago",
        file: "src/queue/enqueue.rs",
        from: "if is_late() {
            continue;",
        to: "if false {
            continue;",
    },
    Mutation {
        name: "an older reading than the baseline tells",
        file: "src/notices/news.rs",
        from: "Some(version) if here >= newest.as_ref().map(|(rank, _)| *rank) =>",
        to: "Some(version) if false =>",
    },
    Mutation {
        name: "a baseline ranks where it did when it was told",
        file: "src/notices/news.rs",
        from: "here.map_or(*rank, |here| here.min(*rank))",
        to: "here.map_or(*rank, |_| *rank)",
    },
    Mutation {
        name: "a repeated fact is mailed",
        file: "src/notices/decide.rs",
        from: "let new = new.filter(|_| !is_told)",
        to: "let new = new.filter(|_| is_told || !is_told)",
    },
    Mutation {
        name: "what a version left out is mailed once more",
        file: "src/notices/decide.rs",
        from: "retracted.new_of(before, order, change),",
        to: "retracted.new_of(before, order, change).or(Some(change.clone())),",
    },
    Mutation {
        name: "a line is known by its id alone",
        file: "src/changes/pairs.rs",
        from: "if earlier.iter().any(Option::is_none) &&",
        to: "if earlier.is_empty() &&",
    },
    Mutation {
        name: "what was left out is forgotten at the next notice",
        file: "src/notices/news.rs",
        from: "retracted: left_out,",
        to: "retracted: known.map_or(left_out, |_| Retracted::default()),",
    },
    Mutation {
        name: "what is known of an item comes with a job each",
        file: "src/log/append.rs",
        from: "is_by_hand(one) || last.get(&one.0) == Some(n);",
        to: "is_by_hand(one) || last.get(&one.0) >= Some(n);",
    },
    Mutation {
        name: "the held page shows what was not released",
        file: "src/notices/shown.rs",
        from: "if !settings.hold.page {",
        to: "if settings.hold.page || !settings.hold.page {",
    },
    Mutation {
        name: "who became a draft unseen is told anew that it was placed",
        file: "src/notices/news.rs",
        from: "is_told || order.has_begun() || is_known",
        to: "is_told || order.has_begun() || (is_known && order.status.stage != crate::order::Stage::Draft)",
    },
];
