# The search box of the desk, and what it found. Every id here begins with "desk-search-".
desk-search = Search
# The label of the box at the top of every page.
desk-search-label = Search all orders and customers
# Stands in the box while it is empty.
desk-search-placeholder = Order, name, email, phone, parcel
desk-search-do = Search
# $count: the number of results that are listed below the box.
desk-search-hits =
    { $count ->
        [one] { $count } result
       *[other] { $count } results
    }
desk-search-hits-more =
    { $count ->
        [one] At least { $count } result
       *[other] At least { $count } results
    }
desk-search-all = All results
desk-search-how = Type part of a name or company, an email address, a phone number, a postcode, or any number: of an order, a parcel, an invoice or an item.
# $query: the words that were typed.
desk-search-found = Found for “{ $query }”
desk-search-none = Nothing was found for “{ $query }”.
desk-search-none-number = If this is the number of a new order, check that the shop’s webhooks arrive.
desk-search-none-yet = Nothing was found for “{ $query }” among the newest entries. Look at older ones.
desk-search-short = Words of one or two letters are found only as whole words. Type at least three letters to find part of a word.
desk-search-partial = So many fit that not all of them can be shown. Add a word, such as a postcode.
desk-search-older = Older results
desk-search-customer = Customer
desk-search-unnamed = No name
# $reasons: one or several of the texts below, with commas between them. They begin small, unless a
# word is always capital.
desk-search-why = Match: { $reasons }
desk-search-order-number = order number
desk-search-order-id = order id
desk-search-reference = reference
desk-search-marketplace-order = order number on the marketplace
desk-search-marketplace-user = user name on the marketplace
# $number: the parcel, counted from 1.
desk-search-tracking = tracking number of parcel { $number }
desk-search-invoice = invoice number
desk-search-credit-note = credit note number
desk-search-packing-slip = packing slip number
desk-search-document = document number
# $number: the line of the order, counted from 1.
desk-search-sku = item number in line { $number }
desk-search-mark = filter
desk-search-name = name
desk-search-trading-name = trading name
desk-search-email = email address
desk-search-phone = phone number
desk-search-customer-id = customer number
desk-search-contact-name = name of a further contact
desk-search-contact-email = email address of a further contact
desk-search-delivery-name = name in the delivery address
desk-search-billing-name = name in the billing address
desk-search-delivery-company = company in the delivery address
desk-search-billing-company = company in the billing address
desk-search-delivery-postcode = postcode in the delivery address
desk-search-billing-postcode = postcode in the billing address
