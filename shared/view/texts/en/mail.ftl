# The mails. Every id here begins with "mail-". The shop speaks: "we".

# The subject of every mail about an order. $number: the order's number. $shop: its name.
mail-subject = Your order { $number } at { $shop }
# Above the heading.
mail-order = Order { $number }

mail-hello = Hello,
mail-hello-name = Hello { $name },

## The heading: the most important news, as a sentence without a full stop
mail-heading-placed = Thank you for your order
mail-heading-awaiting-payment = Your order is waiting for your payment
mail-heading-payment-failed = Your payment did not go through
mail-heading-received = We have received your order
mail-heading-preparing = Your order is being prepared
mail-heading-on-hold = Your order is on hold
mail-heading-part-delivered = Part of your order is on its way
# The same, for an order that is collected.
mail-heading-part-ready = Part of your order is ready to collect
# The same, for an order that is neither shipped nor collected.
mail-heading-part-done = Part of your order is ready
mail-heading-sent = Your order is on its way
mail-heading-delivered = Your order has been delivered
mail-heading-cancelled = Your order has been cancelled
mail-heading-refunded = Your order has been refunded
mail-heading-ready-to-collect = Your order is ready to collect
mail-heading-collected = Your order has been collected
mail-heading-completed = Your order is complete
# A status of the shop's own. $status: the shop's words for it.
mail-heading-status = Your order: { $status }
# $count: the number of parcels that can be tracked now.
mail-heading-tracking =
    { $count ->
        [one] You can now track your parcel
       *[other] You can now track your parcels
    }
# The same, if no parcel has a link to its carrier.
mail-heading-tracking-number =
    { $count ->
        [one] Your parcel has a tracking number
       *[other] Your parcels have tracking numbers
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Your parcel has a new tracking number
       *[other] Your parcels have new tracking numbers
    }
# $amount: an amount of money with its currency.
mail-heading-refund = You will get { $amount } back
# The same, if the shop hides its prices.
mail-heading-refund-unsaid = You will get money back
mail-heading-lines-cancelled = Part of your order has been cancelled
mail-heading-rest-sent = The rest of your order is on its way
mail-heading-corrected = Correction: we sent less than we told you
# The same, for an order that is not shipped.
mail-heading-ready-corrected = Correction: less is ready than we told you
# $day: a day, such as Friday 27 November 2026.
mail-heading-expected = New expected date: { $day }
mail-heading-expected-several = Your order has new expected dates
# The same, if it is the day when the shop’s supplier delivers, not the shop. $day: a day.
mail-heading-expected-purchase = New stock is expected on { $day }
# The same, if no day was known before. $day: a day.
mail-heading-expected-first = Expected date: { $day }
mail-heading-expected-first-several = Your order now has expected dates
mail-heading-expected-open = We do not yet know when your items will arrive
# $item: an item's name.
mail-heading-back-in-stock = Back in stock: { $item }
mail-heading-back-in-stock-several = Items in your order are back in stock
mail-heading-returned = We have received what you sent back
# $number: the document's number.
mail-heading-invoice = You have an invoice: { $number }
mail-heading-invoiced = Your order has been invoiced
# For several invoices.
mail-heading-invoices = You have new invoices
mail-heading-credit-note = You have a credit note: { $number }
mail-heading-credited = We have credited items in your order
# For several credit notes.
mail-heading-credit-notes = You have new credit notes
# For invoices and credit notes.
mail-heading-papers = You have new documents
mail-heading-packing-slip = The packing slip for your order has been printed
mail-heading-picked = We have picked your items from the shelf
mail-heading-news = There is news about your order
# A mail that the shop writes itself, about anything.
mail-heading-message = A message about your order

## What happens next
mail-next-awaiting-payment = We will get your order ready as soon as your payment arrives.
mail-next-payment-failed = We cannot get your order ready yet. Please ask us how you can pay.
mail-next-received = We will get your order ready. You can follow it on its page at any time.
mail-next-preparing = We are getting your order ready. You can follow it on its page at any time.
# The same, for an order that is collected.
mail-next-preparing-collect = We are getting your order ready. You will see on its page when you can collect it.
mail-next-on-hold = We have to sort something out before we can continue. If you do not know what, please ask us.
mail-next-part-delivered = The rest will follow. You can see on your order’s page what has been sent.
# The same, for an order that is collected.
mail-next-part-ready = You can collect it now; we will write again when the rest is ready.
# Follows either of these. $day: a day.
mail-rest-expected = The rest is expected on { $day }.
mail-next-sent = Everything is on its way.
mail-next-delivered = We hope you like it. If something is missing or damaged, please tell us.
# The same, for an order that was not shipped.
mail-next-completed = We hope you like it. If something is not right, please tell us.
mail-next-cancelled = Nothing more will be sent. If you did not expect this, please contact us.
# The same, for an order that is not shipped.
mail-next-cancelled-unshipped = If you did not expect this, please contact us.
mail-next-refunded = Your money is on its way back to you. How long that takes depends on how you paid.
mail-next-ready-to-collect = You can collect it now. If you do not know where, please contact us.
# The same, above the address.
mail-next-ready-to-collect-at = You can collect it now at this address:
mail-next-lines-cancelled = The rest of your order is not affected. If you did not expect this cancellation, please contact us.
# The same, if nothing is still to come.
mail-next-lines-cancelled-over = If you did not expect this cancellation, please contact us.
mail-next-corrected = We are sorry about the mistake. If you have any questions, please contact us.
mail-next-later = We are sorry that you have to wait longer. Your order’s page always shows the latest date.
# The same, if no new date is known.
mail-next-later-open = We are sorry that you have to wait longer. As soon as a new date is known, you will find it on your order’s page.
mail-next-expected = Your order’s page always shows the latest date.
mail-next-back-in-stock = We can now continue with your order. You can follow it on its page at any time.
mail-next-returned = Thank you for sending it back. If you have any questions, please contact us.
mail-next-credited = The amount will be taken off what you owe, or paid back to you.
# The same, if the amount is known. $amount: an amount of money with its currency.
mail-next-credited-amount = { $amount } will be taken off what you owe, or paid back to you.
mail-next-picked = Next, we will pack your items. You can follow your order on its page at any time.
mail-next-packing-slip = Next, we will pack your items. You can follow your order on its page at any time.
mail-next-other = You will find the details on your order’s page.
mail-next-tracking = Tracking is available on the carrier’s page. It can take a day before the carrier recognises the number.
# Takes the place of a text that names the order’s page, if the mail has no link to it.
mail-next-no-page = If you have a question about your order, please ask us.

# A label, before a value.
mail-label = { $label }:

## What changed
mail-changes = What changed
mail-before = Before
mail-now = Now
# An item and its change. $now: such as "2 sent", or a day.
mail-item = { $item }: { $now }

## The order's page
mail-button = See your order
# Below the button, before the button’s address.
mail-address = If the button does not work, open this address:
# In the plain part, before the address.
mail-see = See your order:

## The parcels
mail-parcels =
    { $count ->
        [one] Your parcel
       *[other] Your parcels
    }
# A parcel whose carrier is not known.
mail-parcel = Parcel
mail-tracking-number = Tracking number
mail-track = Track it with { $carrier }
mail-track-unnamed = Track it
mail-more-parcels =
    { $count ->
        [one] and 1 more parcel on your order’s page
       *[other] and { $count } more parcels on your order’s page
    }

## The documents
# $document: such as "Invoice 1041".
mail-attached = { $document } is attached.

## The items
mail-items = What you ordered
mail-more-items =
    { $count ->
        [one] and 1 more item on your order’s page
       *[other] and { $count } more items on your order’s page
    }
# Items or parcels that are not listed, if there is no page. $count: their number.
mail-more = and { $count } more

## The end
mail-reply = Do you have a question? Just reply to this email.
mail-regards = Kind regards,
# Below everything: the reason why the customer gets this mail.
mail-why = You are receiving this email because order { $number } was placed at { $shop } with your email address.
# The same, if others get a copy.
mail-why-copied = You are receiving this email because order { $number } was placed at { $shop } with your email address, or because you are named as a contact for it.
# The same, if it goes only to contacts of the customer.
mail-why-contact = You are receiving this email because you are named as a contact for order { $number } at { $shop }.
# The same, if the shop chose somebody else to send it to.
mail-why-other = You are receiving this email because { $shop } sent it to you. It is about order { $number }.

## The mails that somebody asked for on the order’s page, or for an order that they looked up
mail-asked-link = The link to your order
mail-asked-link-why = Somebody entered your order number and asked for the link to your order. Here it is.
mail-asked-code = Your code
mail-asked-code-why = Enter this code on your order’s page. It is valid for 15 minutes.
mail-asked-not = If you did not ask for this, you do not need to do anything.
