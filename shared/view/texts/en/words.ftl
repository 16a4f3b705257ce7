# The words for what happens to an order: on the page, in the mails and in their subjects.
# Every id here begins with "words-".

## The stages of an order: short, as labels
words-stage-draft = Not ordered yet
words-stage-awaiting-payment = Waiting for payment
words-stage-payment-failed = Payment failed
words-stage-received = Received by the shop
words-stage-preparing = Being prepared
words-stage-on-hold = On hold
words-stage-part-delivered = Partly sent
# The same, for an order that is not shipped.
words-stage-part-ready = Partly ready
words-stage-sent = Sent
words-stage-delivered = Delivered
words-stage-cancelled = Cancelled
words-stage-refunded = Refunded
words-stage-other = In progress
# A status without a meaning.
words-stage-unresolved = Being clarified
words-stage-ready-to-collect = Ready to collect
words-stage-collected = Collected
words-stage-completed = Complete

## What changed: one line each, without a full stop
words-placed = Order placed
words-draft = Order reopened as a draft
words-awaiting-payment = Order waiting for payment
words-payment-failed = Payment failed
words-received = Order received by the shop
words-preparing = Order being prepared
words-on-hold = Order put on hold
words-part-delivered = Part of the order sent
# The same, for an order that is not shipped.
words-part-ready = Part of the order ready
words-sent = Order sent
words-delivered = Order delivered
words-cancelled = Order cancelled
words-refunded-in-whole = Order refunded
words-ready-to-collect = Order ready to collect
words-collected = Order collected
words-completed = Order complete
# For a status of the shop's own. $status: the shop's words for it.
words-status = Status changed to “{ $status }”
# $carrier: a carrier's name, such as FedEx.
words-tracking = Parcel can be tracked with { $carrier }
words-tracking-unnamed = Parcel has a tracking number
words-tracking-corrected = New tracking number for the parcel with { $carrier }
words-tracking-corrected-unnamed = New tracking number for the parcel
# $amount: an amount of money with its currency.
words-refund = Refund of { $amount }
# If the shop hides its prices.
words-refund-unsaid = Refund

## What changed for some of the items. $count: the number of items (lines), which chooses the form.
words-lines-cancelled =
    { $count ->
        [one] Item cancelled
       *[other] Items cancelled
    }
words-lines-invoiced =
    { $count ->
        [one] Item invoiced
       *[other] Items invoiced
    }
words-lines-credited =
    { $count ->
        [one] Item credited
       *[other] Items credited
    }
# $number: the document's number.
words-invoiced = Invoice { $number } issued
words-credited = Credit note { $number } issued
words-packing-slip = Packing slip printed
words-picked = Items picked from the shelf
words-lines-sent =
    { $count ->
        [one] Item sent
       *[other] Items sent
    }
# The same, for an order that is not shipped.
words-lines-ready =
    { $count ->
        [one] Item ready
       *[other] Items ready
    }
words-all-sent = Everything sent
# The same, for an order that is collected.
words-all-ready = Everything is ready
words-delivery-corrected = Correction: less was sent than stated before
# The same, for an order that is not shipped.
words-ready-corrected = Correction: less is ready than stated before
words-back-in-stock =
    { $count ->
        [one] Item back in stock
       *[other] Items back in stock
    }
words-returned =
    { $count ->
        [one] Returned item received by the shop
       *[other] Returned items received by the shop
    }
words-expected =
    { $count ->
        [one] New expected date
       *[other] New expected dates
    }
words-expected-first =
    { $count ->
        [one] Expected date now known
       *[other] Expected dates now known
    }
words-expected-open =
    { $count ->
        [one] No expected date at present
       *[other] No expected dates at present
    }
# $day: a day, such as Friday 27 November 2026.
words-expected-order = { $day }, as promised for the whole order
words-expected-purchase = { $day }, when new stock is expected
words-expected-unknown = not known yet
# A line that the shop has taken out of the order since.
words-item-unnamed = An item

## Counts of a line. $quantity: a number, perhaps with decimals, written out;
## $count: the same number, which chooses the form.
words-count-ordered = { $quantity } ordered
words-count-sent = { $quantity } sent
words-count-ready = { $quantity } ready
words-count-none-sent = not sent
words-count-none-ready = not ready
words-count-none = none
words-count-to-come = { $quantity } to come
words-count-cancelled = { $quantity } cancelled
words-count-returned = { $quantity } returned
words-count-invoiced = { $quantity } invoiced
words-count-credited = { $quantity } credited

## The day when a line is expected, and its source: nothing in particular, the
## whole order's day, or what the shop has ordered from its supplier.
# $day: a day, such as Friday 27 November 2026.
words-due = Expected on { $day }
words-due-order = Expected on { $day }, as promised for the whole order
words-due-purchase = New stock is expected on { $day }
words-late = Was expected on { $day } and is late
words-late-order = Was promised for { $day } with the whole order and is late
words-late-purchase = New stock was expected on { $day } and is late
words-out-of-stock = Out of stock at the moment

## The documents. $number: the document's number.
words-documents = Documents
words-document-invoice = Invoice { $number }
words-document-credit-note = Credit note { $number }
words-document-packing-slip = Packing slip { $number }
words-document-other = Document { $number }

## On the page only
words-removed = Removed by the shop
words-restored = Restored by the shop

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Items
words-cost-discount = Discount
words-cost-shipping = Shipping
words-cost-free = Free
words-cost-tax = Tax
words-cost-tax-included = Tax, included
words-cost-total = Total
words-cost-refund = Refund
words-cost-refund-for = Refund: { $reason }
words-cost-rest = Total after refunds
words-cost-fee = Fee
words-cost-tip = Tip
words-cost-duty = Duties
words-cost-other = Other

## The payment
words-payment-unpaid = Not paid yet
words-payment-authorized = Amount reserved, not charged yet
words-payment-part-paid = Partly paid
words-payment-paid = Paid
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Due on { $day }
