# The status page. Every id here begins with "page-".

# The window's title. $number: the order's number. $status: a short label. $shop: its name.
page-title = Order { $number }: { $status } – { $shop }

# Above the answer.
page-order = Order { $number }
page-order-placed = Order { $number }, placed { $date }

## The answer: where the order stands, large
page-draft = Your order has not been placed yet
page-awaiting-payment = Your order is waiting for your payment
page-payment-failed = Your payment did not go through
page-received = The shop has received your order
page-preparing = Your order is being prepared
page-on-hold = Your order is on hold
page-part-delivered = Part of your order has been sent
# The same, for an order that is collected.
page-part-ready = Part of your order is ready to collect
# The same, for an order that is neither shipped nor collected.
page-part-done = Part of your order is ready
page-sent = Your order has been sent
page-delivered = Your order has been delivered
page-cancelled = Your order has been cancelled
page-refunded = Your order has been refunded
page-ready-to-collect = Your order is ready to collect
page-collected = Your order has been collected
page-completed = Your order is complete
# A status of the shop's own. $status: the shop's words for it.
page-other = Your order: { $status }
page-removed = The shop has removed this order

## What happens next
page-next-draft = The shop will start once you have placed the order.
page-next-awaiting-payment = The shop will prepare your order once your payment has arrived. If you have already paid, it can take a few days to show here.
page-next-payment-failed = The shop cannot prepare your order yet. Please ask the shop how to retry the payment.
page-next-received = The shop will get your order ready. You can follow it on this page.
page-next-preparing-track = What has already been sent can be tracked below.
page-next-preparing = The shop is getting your order ready. When a parcel can be tracked, you will find the link on this page.
# The same, for an order that is collected.
page-next-preparing-collect = The shop is getting your order ready. This page will tell you when you can collect it.
# The same, for an order that is neither shipped nor collected.
page-next-preparing-follow = The shop is getting your order ready. You can follow it on this page.
page-next-on-hold = The shop has to sort something out before it can continue. If you do not know what, please contact the shop.
page-next-part-delivered = The shop is getting the rest ready. You can follow it on this page.
# The same, for an order that is collected.
page-next-part-ready = You can collect it now. This page will tell you when the rest is ready.
page-next-sent = Everything has left the shop.
page-next-sent-track = Everything has left the shop. The carrier can tell you when it will arrive.
page-next-delivered = If something is missing or damaged, please tell the shop.
# The same, for an order that was not shipped.
page-next-completed = If something is not right, please tell the shop.
page-next-cancelled = Nothing more will be sent. If you did not expect this, please contact the shop.
# The same, for an order that is not shipped.
page-next-cancelled-unshipped = If you did not expect this, please contact the shop.
page-next-refunded = The shop has refunded your money. How long it takes to reach you depends on how you paid.
page-next-ready-to-collect = You can collect it now. If you do not know where, please contact the shop.
# The same, above the address.
page-next-ready-to-collect-at = You can collect it now at this address:
page-next-other = This is the shop’s own name for the status of your order. If you want to know more, please contact the shop.
# For a status without a meaning: its name is not the shop’s own.
page-next-unresolved = If you want to know more, please contact the shop.
page-next-removed = If you still expect something from this order, please contact the shop.
# For a known stage that the shop has its own words for.
page-shops-words = The shop calls this “{ $status }”.

# $sent, $total: numbers of items, which choose the form; $sent-text, $total-text: the same, written out.
page-items-sent =
    { $total ->
        [one] { $sent-text } of { $total-text } item has been sent.
       *[other]
            { $sent ->
                [one] { $sent-text } of { $total-text } items has been sent.
               *[other] { $sent-text } of { $total-text } items have been sent.
            }
    }
page-parcels-sent =
    { $count ->
        [one] 1 parcel has been sent.
       *[other] { $count } parcels have been sent.
    }
page-parcels-in-all = It is coming in { $count } parcels.
page-parcels-arrived =
    { $arrived ->
        [one] 1 of { $total } parcels has been delivered.
       *[other] { $arrived } of { $total } parcels have been delivered.
    }

# The progress of the preparing.
page-picked = The shop has picked your items from the shelf.
page-packing-slip = The shop has printed the packing slip.

## The day when it is expected. $day: a day, such as Friday 27 November 2026.
page-expected = Your order is expected on { $day }.
# -unshipped: the same for an order that is not shipped: there is no delivery.
page-expected-unshipped = Your order is expected on { $day }.
page-expected-rest = The rest is expected on { $day }.
page-expected-rest-unshipped = The rest is expected on { $day }.
page-expected-next = The next items are expected on { $day }.
page-expected-next-unshipped = The next items are expected on { $day }.
# The same, if it is the day when the shop’s supplier delivers, not the shop.
page-expected-purchase = New stock for your order is expected on { $day }.
page-expected-late = Your order was expected on { $day } and is late. If you want to know more, please contact the shop.
page-expected-rest-late = The rest was expected on { $day } and is late. If you want to know more, please contact the shop.
page-expected-purchase-late = New stock for your order was expected on { $day } and is late. If you want to know more, please contact the shop.
page-expected-some-late = Some items are late.

## The steps
page-steps = Progress of your order
page-step-ordered = Ordered
page-step-preparing = Being prepared
page-step-sent = Sent
page-step-part-sent = Partly sent
page-step-delivered = Delivered
# For screen readers, before a step's name.
page-step-done = Done:
page-step-now = Now:
page-step-to-come = Still to come:

## The parcels
page-parcels = Parcels
page-parcel = Parcel
page-parcel-numbered = Parcel { $index } of { $count }
page-parcel-pending = Not handed to the carrier yet
page-parcel-sent = Sent
page-parcel-delivered = Delivered
page-parcel-state = Status
page-parcel-carrier = Carrier
page-parcel-number = Tracking number
page-parcel-date = Sent
page-parcel-contents = Contents
page-track = Track parcel with { $carrier }
page-track-numbered = Track parcel { $index } with { $carrier }
# $host: the host name in the link.
page-leaves = opens { $host }

## The items
page-items = Items
page-item-number = Item number { $sku }
# In a parcel’s contents. $quantity: the quantity of the item.
page-item-times = { $quantity } ×

## The costs
page-costs = Costs

## What happened
page-history = What happened
# $zone: the shop’s time zone, such as Europe/Oslo.
page-history-zone = Times are in local time ({ $zone }).
page-history-utc = Times are in UTC.
page-history-from-to = { $before }, now { $now }
# An item and its change. $now, $before: such as "2 sent", or a day.
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (before: { $before })
page-history-more =
    { $count ->
        [one] and 1 more item
       *[other] and { $count } more items
    }
page-changed = Last change by the shop: { $date }

## The shop's own part
page-message = From the shop
page-contact = Contact the shop
page-contact-ask = Ask the shop
page-contact-return = Return something
page-contact-site = Visit the shop
page-reorder = Order the same again
page-calendar = Add the expected date to your calendar
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Order { $number } from { $shop } is expected
# The same, if it is the day when the shop’s supplier delivers.
page-calendar-title-purchase = New stock for order { $number } from { $shop } is expected
page-addresses = Addresses
page-address-delivery = Delivery
page-address-collect = Collect from
page-address-billing = Billing

## The end of the page
page-renews = This page updates itself until your order is complete.
page-renews-stop = Stop updating
page-renews-stopped = This page no longer updates itself.
page-renews-start = Start updating again
page-language = Language

## The page for every wrong link
page-lost-title = Order not found
page-lost = This link does not lead to an order
page-lost-why = It may be incomplete, or it may have been replaced by a newer one.
page-lost-do = What you can do
page-lost-newest = Use the link in the latest email about your order.
page-lost-copy = If you copied the link, check that you copied all of it.
page-lost-ask = If that does not help, please contact the shop you ordered from.

## The choice of mails that the customer gets
page-mails-title = Emails about order { $number }
page-mails-ask = Which emails would you like?
page-mails-always = Your order page always shows everything, whatever you choose here.
page-mails-status = The order and its status
page-mails-parcels = Parcels and delivery
page-mails-dates = Changes to the expected date
page-mails-cancelled = Cancellations and returns
page-mails-money = Invoices and refunds
page-mails-language = Language
page-mails-language-shop = The shop’s choice
page-mails-save = Save
page-mails-saved = Your choice is saved
page-mails-back = Back to your order
page-mails-stop = Stop the emails about this order?
page-mails-stop-why = You can still follow the order on its page: the link in your emails will keep working.
page-mails-stop-do = Stop the emails
page-mails-stopped = You will get no more emails about this order
page-mails-mistake = Was that a mistake?
page-mails-again = Get the emails again
page-mails-again-done = You will get emails about this order again
page-mails-sent = Emails sent so far
page-mails-choose = Choose which emails you get

## Showing the whole order
page-unlock = Show the whole order
page-unlock-why = To keep your order private, prices, addresses and documents are shown only after one more step.
page-unlock-postcode = Postcode or ZIP code of the delivery or billing address
page-unlock-email = Email address you ordered with
page-unlock-either = Postcode or ZIP code, or the email address you ordered with
page-unlock-do = Show the order
page-unlock-wrong = That does not match this order. Check it and try again.
page-unlock-code-why = A code can be sent to the email address given with the order.
page-unlock-code-send = Email me a code
page-unlock-code-sent = A code has been emailed to you. It is valid for 15 minutes.
page-unlock-code = Code from the email, six digits
page-unlock-code-wrong = That code is wrong or too old. Check it, or have a new one emailed to you.
page-unlock-none = This order cannot be shown in full here. Please contact the shop.

# For an action that is allowed only a few times in an hour. $time: a day and a time of day.
page-limit = Too many attempts
page-limit-why = This protects the order. You can try again after { $time }.

## The page for a link whose time has ended
page-ended = This link has expired
page-ended-why = The shop shows an order for a limited time after its last change.
page-ended-find = Look up your order to get a new link by email.

## The links to an order
page-links = Links to order { $number }
page-links-open = Share or replace the link
page-links-gift = A link to share
page-links-gift-why = It shows the items and the delivery, but no prices, addresses or documents.
page-links-replace = Replace the links
page-links-replace-why = If your link has fallen into the wrong hands, replace it. Your old link and the one to share will stop working at once, and your next emails will contain the new one.
page-links-replace-do = Replace the links
page-links-replaced = Your links have been replaced. The old ones no longer work.

## Finding an order by its number
page-find = Find your order
page-find-why = The link will be sent to the email address given with the order.
page-find-number = Order number
page-find-do = Email me the link
page-find-sent = Check your email
page-find-sent-why = If there is a matching order, its link has been sent to the email address given with it. It can take a few minutes to arrive.
page-find-nothing = No email? Check the order number, look in your spam folder, or contact the shop.
page-find-again = Look for another order
