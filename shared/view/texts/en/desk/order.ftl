# One order: its page at the desk. Every id here begins with "desk-order-".

## The heading, and what must not be missed
# $number: the order's number.
desk-order-title = Order { $number }
desk-order-is-urgent = Urgent:
desk-order-is-removed = The shop has deleted this order. The customer sees only that it is gone.
desk-order-is-held = Emails about this order are held back.
desk-order-is-revoked = The links to this order’s page lead nowhere.

## The four answers
desk-order-where = Where it is
# $sent and $total: numbers of items.
desk-order-progress =
    { $total ->
        [one] { $sent } of { $total } item sent
       *[other] { $sent } of { $total } items sent
    }
desk-order-promised = Promised for
desk-order-no-promise = No day was promised.
desk-order-late = This day has passed.
desk-order-told = Last email
desk-order-no-mail = No email has been sent.
# $change: a change after the last email, such as “Order sent”; the reason why it was not emailed follows.
desk-order-later = Later: { $change }
# $count: the number of changes.
desk-order-waiting =
    { $count ->
        [one] { $count } change waits to be sent.
       *[other] { $count } changes wait to be sent.
    }
desk-order-todo = To do
desk-order-no-task = Nothing.
desk-order-to-tasks = To the tasks

## What became of an email
desk-order-mail-opened = Arrived and opened.
desk-order-mail-delivered = Arrived.
desk-order-mail-came-back = Did not arrive.
desk-order-mail-complained = Arrived, and was marked as spam.
desk-order-mail-sent = Sent. It is not known yet whether it arrived.
desk-order-mail-being-sent = On its way.
desk-order-mail-refused = The mail service did not take it.
desk-order-mail-called-back = Called back before it left.

## What can be done
desk-order-actions = Actions
desk-order-change = Change the order
desk-order-mails = Emails
desk-order-more = More
desk-order-write = Write an email
desk-order-see-page = See the customer’s page
desk-order-see-shop = Open in the shop
desk-order-see-customer = As the customer sees it
desk-order-see-link = With the link alone, before the second step
desk-order-see-gift = Through the link to share
desk-order-tracking = Add tracking number
desk-order-status = Set status
desk-order-promise = Promise a day
desk-order-return = Register a return
desk-order-refund = Record a refund
desk-order-cancel = Cancel order
desk-order-print = Print
desk-order-hold = Hold emails
desk-order-drop = Discard waiting emails
desk-order-links = Manage links

## The sections
desk-order-parcels = Parcels
desk-order-parcel-pending = Not handed to the carrier yet
desk-order-parcel-sent = On its way
desk-order-parcel-delivered = Delivered
desk-order-parcel-failed = Delivery failed
desk-order-items = Items
# $count: the number of further items.
desk-order-more-items =
    { $count ->
        [one] and { $count } more item
       *[other] and { $count } more items
    }
desk-order-customer = Customer
desk-order-to-customer = All about this customer
desk-order-no-address = No email address
desk-order-wants-no-mail = Does not want any emails.
desk-order-role-customer = Also gets the customer’s emails
desk-order-role-admin = Gets a copy of everything
desk-order-role-billing = Gets invoices and credit notes
desk-order-role-delivery = Gets news of deliveries
desk-order-delivery-address = Delivery address
desk-order-billing-address = Billing address
desk-order-costs = Costs

## The timeline
desk-order-timeline = What happened
# The status before and the one now follow.
desk-order-status-moved = Status:
desk-order-earlier = Earlier entries
desk-order-repeats = Said before: nothing changed.
desk-order-came-late = Came late: something newer was known already.
desk-order-dropped = Parts that could not be read
desk-order-mail = Email:
desk-order-mail-again = Email, sent again:
desk-order-template-failed = The template could not be filled in, so Wismo’s own words were sent:
desk-order-did-order = Order received from the shop
desk-order-did-removed = Order deleted in the shop
desk-order-did-stock = Stock of an item
desk-order-did-purchase = Purchase order for an item
desk-order-did-parcel = Parcel
desk-order-did-refund = Refund
desk-order-did-address = Email address corrected
desk-order-did-part = Order received from the ERP
desk-order-did-by-hand = Order changed by hand
desk-order-did-status = Status set
desk-order-did-promise = Day promised
desk-order-did-urgent = Marked as urgent
desk-order-did-not-urgent = No longer urgent
desk-order-did-packing-slip = Packing slip printed
desk-order-did-summary = Order printed
desk-order-did-held = Emails held back
desk-order-did-released = Emails released
desk-order-did-dropped = Waiting emails discarded
desk-order-did-preferences = The customer chose which emails to get
desk-order-did-link-replaced = Link replaced
desk-order-did-link-revoked = Links revoked
desk-order-did-link-restored = Links restored
desk-order-did-report = News of an email
desk-order-via-hook = from the shop
desk-order-via-import = by import
desk-order-via-item = from the stock
desk-order-via-desk = at the desk
desk-order-via-page = by the customer

## News of an email; the address follows.
desk-order-report-delivered = Email arrived:
desk-order-report-deferred = Email delayed:
desk-order-report-bounced = Email came back for good:
desk-order-report-soft-bounced = Email came back:
desk-order-report-suppressed = Email not sent, as the address does not work or refused emails before:
desk-order-report-rejected = Email refused by the mail service:
desk-order-report-complained = Marked as spam:
desk-order-report-unsubscribed = Unsubscribed:
desk-order-report-opened = Email opened:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Emailed:
desk-order-not-mailed = Not emailed:
desk-order-waits = Waiting to be emailed.
desk-order-why-quiet-import = it was imported quietly.
desk-order-why-told-nobody = somebody at the desk chose to tell nobody.
desk-order-why-page-only = it is only shown on the page.
desk-order-why-dropped = its email was discarded, or called back.
desk-order-why-settled = an import that tells nobody came before its email was sent.
desk-order-why-merged = the email tells only what it came to in the end.
desk-order-why-refused = the mail service did not take the email.
desk-order-why-given-up = sending was tried for too long.
desk-order-why-being-sent = The email is on its way.
desk-order-why-rule-off = your rules send no email about this.
desk-order-why-not-set-to-receive = the customer is set not to get emails.
desk-order-why-unsubscribed = the customer does not want such emails.
desk-order-why-suppressed = emails do not reach the address.
desk-order-why-no-address = the order has no email address.
desk-order-why-bad-address = the order’s email address is not valid.
desk-order-why-nothing-left = the change was undone before its email was sent.
desk-order-why-not-composed = the email could not be written.
desk-order-why-old-order = the order was placed more than 7 days before Wismo first saw it.
desk-order-why-part-of-another = the order is part of another one.
desk-order-why-only-noted = customers are never told that an item ran out.
desk-order-why-in-the-same-mail = the same email says it already.
desk-order-why-notified-before = the customer was told before.

## The forms
desk-order-go-on = Continue
# Leads back to the order from the form of an action; “Cancel” could be taken for cancelling the order.
desk-order-change-nothing = Change nothing
desk-order-tracking-why = The parcel is on its way. The customer gets a link to follow it.
desk-order-number-label = Tracking number
desk-order-carrier-label = Carrier
desk-order-carrier-hint = Such as UPS. You may leave it empty.
desk-order-status-why = Set the status that the customer sees.
desk-order-status-label = New status
desk-order-promise-why = Promise a day for everything that is still to come.
desk-order-day-label = Day
desk-order-return-why = Enter how many of each item have come back in all.
# $ordered and $returned: numbers, written out.
desk-order-returned-hint = { $ordered } ordered, { $returned } returned so far
desk-order-refund-why = Record money that was paid back. Wismo does not move any money.
desk-order-amount-label = Amount
desk-order-amount-hint = In the currency of the order.
desk-order-refund-reason-label = Reason, if the customer should read one
desk-order-cancel-why = The customer sees that the order is cancelled. Cancel it in the shop, too.
desk-order-urgent-why = Your colleagues see it at the top of the order. The customer does not.
desk-order-reason-label = Reason
desk-order-urgent-do = Mark as urgent
desk-order-urgent-end-why = The order is marked as urgent.
desk-order-urgent-end = No longer urgent
desk-order-hold-why = From now on, no emails about this order are sent until you release them.
desk-order-hold-do = Hold emails
desk-order-release-why = Emails about this order are held back. If you release them, the customer is told what has happened since.
desk-order-release-do = Release emails
desk-order-drop-why = Whatever waits to be sent is not sent, and counts as told. The page shows it all the same.
desk-order-drop-do = Discard waiting emails
desk-order-links-why = Replace the link if it got into the wrong hands: the old one stops working. Revoke all links to close the page.
desk-order-links-replace = Replace the link
desk-order-links-revoke = Revoke all links
desk-order-revoke-sure = The customer’s page will close for everybody who has a link to it.
desk-order-links-revoked-why = The links to this order’s page lead nowhere. Restore them to open the page again.
desk-order-links-restore = Restore the links

desk-order-print-why = What you print is noted with the order. With the first packing slip, the customer is told as your rules say.
desk-order-packing-slip = Packing slip
desk-order-summary = Order
desk-order-quantity = Quantity
desk-order-print-hint = Print this page with your browser.

## What would happen
desk-order-no-change = Nothing would change for the customer.
desk-order-refund-known = The order already has a refund of this amount, so this one is taken for the same, and nothing would change. If the amount was paid back once more, record that in the shop.
desk-order-refund-more-than-left = With what was refunded before, this is more than the order cost.
desk-order-refund-more = This is more than the order cost.
desk-order-would-mail = An email goes to
# $template: the name of a template.
desk-order-with-template = with the template “{ $template }”
desk-order-would-mail-nobody = Nobody gets an email.
desk-order-would-wait = The email waits until you release it.
desk-order-overwritten = It stands until the shop says something else about the order.
desk-order-do = Save
desk-order-do-and-tell = Save and send the email
desk-order-do-quietly = Save without an email

## What was done
desk-order-saved = Saved with the order.
desk-order-held-done = Emails about this order are held back from now on.
desk-order-released-done = Emails about this order go out again.
desk-order-dropped-done = The waiting emails have been discarded.
desk-order-may-have-left = Whatever still waited is not sent. But an email may have been sent before: “What happened” shows what is known.
desk-order-links-done = The links have been changed.
desk-order-mail-done = The email is on its way.
desk-order-recalled-done = The email has been called back.

## Emails from the order
desk-order-the-mail = The email
desk-order-to-label = To
desk-order-cc-label = Copies to
desk-order-cc-hint = Separate several addresses with commas.
desk-order-copy-to-me = A copy to me
desk-order-template-label = Text
desk-order-own-words = Your own text
# $change: what the email tells, such as “Invoice issued”.
desk-order-standard-text = { $change } (standard text)
desk-order-subject-label = Subject
desk-order-subject-hint = If you leave it empty, the email has its usual subject.
desk-order-message-label = Message
desk-order-attach-label = Attach
desk-order-attached = Attached
desk-order-show = Show the email
desk-order-show-first = See the email exactly as it will be sent. Then you can send it.
desk-order-send = Send
desk-order-as-text = As plain text
desk-order-call-back = It has not been sent yet
desk-order-call-back-do = Call it back
desk-order-send-again = Send again
desk-order-correct-address = Use this address for the order from now on
desk-order-words-wrong = The email cannot be written with these words.
desk-order-unreachable = Emails do not reach this address, so it is blocked. Lift the block first, on the customer’s page at the desk.
desk-order-mail-pending = It is not certain whether the email was sent. Look at the order before you send it again.
desk-order-too-late = It can no longer be called back.
desk-order-warn-not-set-to-receive = is set not to get emails. This one is sent all the same.
desk-order-warn-unsubscribed = does not want such emails. This one is sent all the same.
desk-order-warn-suppressed = emails do not reach this address. It will not be sent.
desk-order-warn-dead-link = The email has a link that no longer works.

## Documents and files; the name, the address or the time follows what ends with a colon, and “Emailed to”.
desk-order-document = Add a document
desk-order-send-document = Send by email
desk-order-number-only = The shop sent only the number, no file.
desk-order-document-why = Add a document or an image. The customer sees it on the order’s page, and emails carry it where your rules say so.
desk-order-file-label = File
desk-order-file-hint = PDF, PNG, JPEG, text, CSV or XML, up to 512 KB.
desk-order-files-label = Files
desk-order-files-hint = PDF, PNG, JPEG, text, CSV or XML, up to 512 KB each. An email carries five at most. They are added when you have the email shown.
desk-order-file-chosen = Chosen:
desk-order-kind-label = Kind
desk-order-kind-invoice = Invoice
desk-order-kind-credit-note = Credit note
desk-order-kind-other = Other document
desk-order-document-number-label = Number or name
desk-order-document-number-hint = The customer reads it. If you leave it empty, the file’s name is used.
desk-order-document-shown = It will be on the customer’s page.
desk-order-document-hidden = Your settings do not show documents of this kind to anyone.
desk-order-did-document = Document added
desk-order-printed = Printed:
desk-order-mailed-to = Emailed to
desk-order-mail-opened-at = This email was opened:
desk-order-file-missing = Choose a file.
desk-order-file-empty = This file is empty.
desk-order-file-large = This file is larger than 512 KB.
desk-order-file-type = Files of this type cannot be added. What counts is the content, not the name.
desk-order-file-gone = The file is no longer kept. Choose it again.
desk-order-files-many = These are too many files.
desk-order-files-often = You have sent too many files. Try again in an hour.
desk-order-document-known = The order already has a file for this document. Enter another number.
desk-order-documents-full = The order cannot have any more documents.
desk-order-mail-large = The email is too large for the mail service. Attach fewer or smaller files.
