# The words for what happens to an order: on the page, in the mails and in their subjects.
# Every id here begins with "words-".

## Where an order stands: short, as a label
words-stage-draft = Not ordered yet
words-stage-awaiting-payment = Waiting for payment
words-stage-payment-failed = Payment failed
words-stage-received = Received
words-stage-preparing = Being prepared
words-stage-on-hold = On hold
words-stage-part-delivered = Partly sent
words-stage-sent = Sent
words-stage-delivered = Delivered
words-stage-cancelled = Cancelled
words-stage-refunded = Refunded
words-stage-other = In progress

## What changed: one line each, without a full stop
words-placed = Order placed
words-draft = Order reopened as a draft
words-awaiting-payment = Order waiting for payment
words-payment-failed = Payment failed
words-received = Order received by the shop
words-preparing = Order being prepared
words-on-hold = Order put on hold
words-part-delivered = Part of the order sent
words-sent = Order sent
words-delivered = Order delivered
words-cancelled = Order cancelled
words-refunded-in-whole = Order refunded
# For a status of the shop's own. $status: the shop's words for it.
words-status = Status changed to “{ $status }”
# $carrier: a carrier's name, such as FedEx.
words-tracking = Parcel can be tracked with { $carrier }
words-tracking-unnamed = Parcel has a tracking number
words-tracking-corrected = New tracking number for the parcel with { $carrier }
words-tracking-corrected-unnamed = New tracking number for the parcel
# $amount: an amount of money with its currency.
words-refund = Refund of { $amount }
words-removed = Order removed by the shop
words-restored = Order restored by the shop
