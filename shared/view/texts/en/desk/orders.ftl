# The list of orders at the desk, and bulk status. Every id here begins with "desk-orders-".
desk-orders = Orders
desk-orders-shop = Shop
# The label of a choice: how far the order is.
desk-orders-stage = Stage
# The choice that leaves out a filter.
desk-orders-any = Any
desk-orders-filter = Filter
# The heads of the columns, here and below.
desk-orders-head-order = Order
desk-orders-head-placed = Placed
# The label of a choice of things to look after; the choices follow.
desk-orders-flag = Show only
desk-orders-late = Late
# Of an order: a member holds back what there is to tell.
desk-orders-held = Emails held back
desk-orders-urgent = Urgent
desk-orders-deleted = Deleted in the shop
desk-orders-watched = On the watch list
desk-orders-mail-failed = An email did not arrive
desk-orders-since = Placed since
desk-orders-status = Status in the shop
desk-orders-number = Number, item or parcel
desk-orders-show = Show
desk-orders-all = Show all orders
desk-orders-none = There are no orders yet.
desk-orders-none-fits = No order matches the filters. Remove one of them.
desk-orders-none-older = There are no older orders.
# Few entries are looked through at once, so that a page may be empty although older ones fit.
desk-orders-none-yet = None of the newest orders match. Look at older ones.
desk-orders-older = Older orders

## A status for many orders
# $number: the order's number.
desk-orders-select = Select order { $number }
desk-orders-select-all = Select all on this page
# $count: the number of orders that are selected.
desk-orders-selected =
    { $count ->
        [one] { $count } selected
       *[other] { $count } selected
    }
desk-orders-bulk = Set status
# $count: the number of orders, here and below.
desk-orders-bulk-title =
    { $count ->
        [one] Set the status of { $count } order
       *[other] Set the status of { $count } orders
    }
desk-orders-bulk-none = Select some orders first.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } order would change.
       *[other] { $count } orders would change.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } order would not change.
       *[other] { $count } orders would not change.
    }
# $count: the number of emails, here and in the next.
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } email would be sent.
       *[other] { $count } emails would be sent.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } email would wait until you release it.
       *[other] { $count } emails would wait until you release them.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } order has no valid email address.
       *[other] { $count } orders have no valid email address.
    }
desk-orders-bulk-tell = Save and send the emails
desk-orders-bulk-done =
    { $count ->
        [one] { $count } order has been changed.
       *[other] { $count } orders have been changed.
    }
desk-orders-bulk-changed = Status set
desk-orders-bulk-unchanged = Had this status already
