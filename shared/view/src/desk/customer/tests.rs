use wismo_domain::intake::customer::CustomerRecord;
use wismo_domain::mail::suppression::{Cause, Suppression};
use wismo_domain::notes::{Note, NoteText, NotesPage};
use wismo_domain::order::{Order, Stage, Status};
use wismo_domain::people::{ListedPerson, PeoplePage, Person, PersonView, WatchNote};
use wismo_domain::search::{Fit, Flag, Hit, OrderRecord, StoredRecord, Subject};
use wismo_domain::shop::{Shop, from_setting};
use wismo_domain::staff::Author;
use wismo_domain::staff::MemberId;
use wismo_domain::tasks::{OpenTask, Owner, Task, TaskReason};
use wismo_domain::time::Timestamp;
use wismo_domain::time::zone::TimeZone;

use super::join::{FindPage, JoinPage, Side, Stands, find, join};
use super::*;
use crate::desk::customers::{CustomersPage, page as list};
use crate::desk::field::Wrong;
use crate::desk::notes::{NotePage, NotesRecord, one};
use crate::desk::search::Found;
use crate::desk::today::{ShopTask, TodayPage, page as today};
use crate::texts::Language;

const EVIL: &str = "<img src=x>\"'&";

fn now() -> Timestamp {
    "2026-06-06T10:00:00Z".parse().unwrap()
}

fn shop() -> Shop {
    let setting = serde_json::json!([{
        "id": "north", "platform": "woocommerce", "name": EVIL,
        "secrets": ["a secret of the shop with enough bytes"],
    }]);
    from_setting(&setting.to_string()).unwrap().remove(0)
}

fn author() -> Author {
    Author {
        id: MemberId::of_address("ada@north.example"),
        name: EVIL.to_owned(),
    }
}

fn text() -> NoteText {
    NoteText::typed(&format!("one\n{EVIL}")).unwrap()
}

fn view() -> PersonView {
    let record = serde_json::json!({
        "id": EVIL, "updated_at": "2026-06-06T10:00:00Z", "name": EVIL, "trading_name": EVIL,
        "email": EVIL, "locale": "nb", "group": EVIL, "wants_mail": false, "type": "agent",
        "contacts": [{ "role": "billing", "name": EVIL, "email": "office@shop.example" }],
        "sub_customers": [EVIL], "sales_channel": EVIL, "price_list": EVIL,
        "payment_terms": EVIL, "pays_before_dispatch": true, "bank_account": EVIL,
        "accounts_id": EVIL,
        "account": {
            "currency": "EUR", "balance": "1200.5",
            "invoices": [{ "number": EVIL, "amount": 1, "open": 1, "due_on": "2026-06-07" }],
            "payments": [{ "amount": 1, "paid_on": "2026-06-07", "reference": EVIL }],
        },
    });
    let record: CustomerRecord = serde_json::from_value(record).unwrap();
    let day = "2026-06-08".parse().ok();
    let watch = WatchNote::new(author(), now(), text(), day, &TimeZone::utc());
    PersonView {
        person: Person::Customer(EVIL.to_owned()),
        record: Some(record),
        order: None,
        watch: Some(watch),
    }
}

fn orders() -> OrdersPart {
    let status = Status::new(EVIL, Stage::Other);
    let mut order = Order::new(EVIL, now(), status, "EUR");
    order.number = Some(EVIL.to_owned());
    OrdersPart {
        orders: vec![OrderRecord {
            order: Box::new(order),
            urgency: None,
            flags: vec![Flag::Deleted],
        }],
        next: Some("7-3".to_owned()),
    }
}

fn notes() -> NotesPage {
    let note = Note {
        n: 3,
        by: author(),
        at: now(),
        text: text(),
        edited_at: Some(now()),
    };
    NotesPage {
        notes: vec![note],
        older: Some(3),
    }
}

/// A record that is joined into one that is joined with the view's.
fn joined() -> JoinedView {
    let join = serde_json::json!({ "into": "C-9", "taken": 1, "by": author(), "at": now() });
    JoinedView {
        view: view(),
        join: serde_json::from_value(join).unwrap(),
    }
}

/// The notes of a record, with the name that they stand under among those of others.
fn part<'a>(page: &'a NotesPage, record: Option<&str>) -> NotesPart<'a> {
    NotesPart {
        page,
        action: "/desk/customers/north/C-9/notes".to_owned(),
        record: record.map(|name| NotesRecord {
            name: name.to_owned(),
            of: name.to_owned(),
        }),
    }
}

fn suppressed() -> [Suppressed; 2] {
    ["office@shop.example", EVIL].map(|address| Suppressed {
        address: address.to_owned(),
        suppression: Suppression {
            since: now(),
            cause: Cause::Bounced,
            order: EVIL.to_owned(),
        },
    })
}

/// The pages on which two customers are joined.
fn join_pages(frame: DeskFrame<'_>) -> [String; 2] {
    let (shop, view, suppressed) = (shop(), view(), suppressed());
    let others = [view.clone()];
    let record = view.record.clone().unwrap();
    let found = Found {
        shop: &shop,
        hit: Hit {
            subject: Subject::Customer(EVIL.to_owned()),
            fit: Fit {
                reasons: Vec::new(),
                is_exact: false,
            },
            record: StoredRecord::Customer(Box::new(record)),
            after: "7-3".parse().unwrap(),
        },
    };
    let find = find(&FindPage {
        frame,
        shop: &shop,
        one: &view,
        typed: EVIL,
        found: &[found],
        wrong: &[WrongField::new("with", Wrong::NoCustomer)],
    });
    let side = || Side {
        one: &view,
        others: &others,
        notes: 2,
        is_watched: true,
        suppressed: &suppressed,
    };
    let join = join(&JoinPage {
        frame,
        shop: &shop,
        this: side(),
        other: side(),
        stands: Stands::Other,
        wrong: &[WrongField::new("stands", Wrong::TooManyRecords)],
    });
    [find.html, join.html]
}

/// Every page of customers, notes and tasks in a language.
fn pages(language: Language) -> Vec<String> {
    let (shop, view, zone) = (shop(), view(), TimeZone::utc());
    let frame = DeskFrame {
        searched: None,
        language,
        root: "/desk",
        files: "0",
        visitor: None,
        zone: &zone,
        now: now(),
    };
    let (orders, notes) = (orders(), notes());
    let suppressed = suppressed();
    let others = [joined(), joined()];
    let wrong = [Wrong::Note, Wrong::PastDay].map(|why| WrongField {
        field: if why == Wrong::Note { "watch" } else { "until" },
        why,
    });
    let own = page(&CustomerPage {
        frame,
        shop: &shop,
        one: &view,
        others: &others,
        links: Links {
            stock_order: Some("https://erp.example/?for={customer}"),
            pre_order: None,
            has_own_recipients: true,
        },
        orders: &orders,
        as_guest: Some(&orders),
        suppressed: &suppressed,
        notes: &[part(&notes, Some("Ada")), part(&notes, Some(EVIL))],
        may_act: true,
        done: Some(Done::Watched),
        wrong: &wrong,
        typed: TypedWatch {
            text: EVIL,
            until: EVIL,
        },
    });
    let note = one(&NotePage {
        frame,
        note: &notes.notes[0],
        back: "/desk/",
        may_edit: true,
        may_remove: true,
        wrong: Some(EVIL),
    });
    let people = PeoplePage {
        people: vec![ListedPerson {
            since: now(),
            view: view.clone(),
        }],
        older: Some(1),
    };
    let list = list(&CustomersPage {
        frame,
        shops: &[&shop, &shop],
        shop: Some(&shop),
        page: &people,
    });
    let task = Task {
        owner: Some(author()),
        ..Task::of_order(EVIL, now(), TaskReason::Mentioned)
    };
    let owner = Some(Owner {
        by: 0,
        member: author(),
    });
    let open = OpenTask { n: 1, task, owner };
    let order = orders.orders.first().cloned();
    let shop_task = ShopTask {
        shop: &shop,
        open,
        order,
    };
    let hands = |_: &Shop| vec![author()];
    let today = today(&TodayPage {
        frame,
        me: &MemberId::of_address("ben@north.example"),
        tasks: &[shop_task],
        is_mine: false,
        from: None,
        next: Some("north.7"),
        is_paused: false,
        hands: Some(&hands),
        done: Some(Done::TaskLost),
    });
    let pages = [own, note, list, today].map(|page| page.html);
    pages.into_iter().chain(join_pages(frame)).collect()
}

#[test]
fn markup_in_any_field_stays_text_in_every_language() {
    for language in Language::ALL {
        for page in pages(language) {
            assert!(page.contains("&lt;img src=x&gt;"), "{page}");
            assert!(!page.contains("<img") && !page.contains("\"'&\""), "{page}");
            // Every text is there.
            assert!(!page.contains(">desk-"), "{page}");
        }
    }
}

#[test]
fn every_field_has_a_label_and_every_id_stands_once() {
    let ids = |page: &str, name: &str| -> Vec<String> {
        let field = format!(" {name}=\"");
        let rest = page.split(field.as_str()).skip(1);
        let ids = rest.filter_map(|rest| rest.split('"').next());
        ids.map(str::to_owned).collect()
    };
    for page in pages(Language::English) {
        let mut known = ids(&page, "id");
        let labelled = ids(&page, "for");
        let all = known.len();
        known.sort_unstable();
        known.dedup();
        assert_eq!(known.len(), all, "{page}");
        for field in page.split("<textarea").skip(1) {
            let own = ids(field, "id");
            assert!(labelled.contains(&own[0]), "{own:?}");
        }
        assert!(labelled.iter().all(|id| known.contains(id)), "{labelled:?}");
    }
}

#[test]
fn the_page_of_joined_customers_shows_what_is_of_all_of_them() {
    let page = pages(Language::English).remove(0);
    for (shown, times) in [
        // Both notes of both, one after the other, each with a name of its own.
        ("id=\"note-3\"", 1),
        ("id=\"note-1-3\"", 1),
        ("?notes=3&amp;of=Ada#notes", 1),
        // The reason of each why they are on the watch list, and one button for all.
        ("<div class=\"watch\"", 3),
        ("value=\"lift-watch\"", 1),
        ("value=\"separate\"", 2),
        ("does not wish to get emails", 3),
    ] {
        assert_eq!(page.matches(shown).count(), times, "{shown}: {page}");
    }
}

#[test]
fn whoever_may_not_act_sees_no_form() {
    let (shop, view, zone) = (shop(), view(), TimeZone::utc());
    let (orders, notes) = (orders(), notes());
    let frame = DeskFrame {
        searched: None,
        language: Language::English,
        root: "/desk",
        files: "0",
        visitor: None,
        zone: &zone,
        now: now(),
    };
    let page = page(&CustomerPage {
        frame,
        shop: &shop,
        one: &view,
        others: &[joined()],
        links: Links {
            stock_order: Some("https://erp.example/?for={customer}"),
            pre_order: None,
            has_own_recipients: false,
        },
        orders: &orders,
        as_guest: None,
        suppressed: &[],
        notes: &[part(&notes, None)],
        may_act: false,
        done: None,
        wrong: &[],
        typed: TypedWatch::default(),
    });
    assert!(!page.html.contains("<form") && !page.html.contains("erp.example"));
    assert!(!page.html.contains("/join"), "{}", page.html);
}
