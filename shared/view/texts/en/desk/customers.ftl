# Customers: their list and their page at the desk, notes and tasks. Every id here begins with "desk-customers-".

## The list
desk-customers-title = Customers
desk-customers-none = There are no customers yet. They appear here with their first order.
desk-customers-older = Older customers
desk-customers-shop = Shop
desk-customers-show = Show
desk-customers-since = First seen:

## The kinds of customers
desk-customers-customer = Customer
desk-customers-guest = Guest
desk-customers-public = Private customer
desk-customers-retailer = Retailer
desk-customers-agent = Agent

## What the shop says of a customer: labels
desk-customers-about = About this customer
desk-customers-id = Customer number
desk-customers-trading-name = Trading name
desk-customers-channel = Sales channel
desk-customers-group = Customer group
desk-customers-price-list = Price list
desk-customers-language = Language
desk-customers-terms = Payment terms
desk-customers-before-dispatch = Payment before dispatch
desk-customers-bank = Bank account
desk-customers-accounts-id = Number in the accounts
desk-customers-subs = Orders for
desk-customers-yes = Yes
desk-customers-no = No
# A date follows.
desk-customers-as-of = As of
desk-customers-order-from-stock = Order from stock
desk-customers-pre-order = Pre-order

## Who gets which emails
desk-customers-mails = Emails
desk-customers-no-mails = This customer does not wish to get emails about orders.
desk-customers-no-address = No email address is known.
desk-customers-role-customer = Gets the emails about the orders.
desk-customers-role-admin = Gets a copy of every email.
desk-customers-role-billing = Gets copies of emails about invoices, credit notes and refunds.
desk-customers-role-delivery = Gets copies of emails about deliveries.
desk-customers-own-recipients = The rules of this shop name other recipients for some emails.
desk-customers-bounced = Gets no emails: an email came back because the address does not work.
desk-customers-refused = Gets no emails: the mail provider does not send to this address.
desk-customers-complained = Gets no emails: they marked one as spam.
desk-customers-unsubscribed = Gets no emails: they unsubscribed with the mail provider.
desk-customers-lift = Send emails again
desk-customers-lifted = This address gets emails again.

## The account
desk-customers-account = Account
desk-customers-balance = Balance
desk-customers-invoices = Latest invoices
desk-customers-payments = Latest payments
# $amount: an amount of money with its currency.
desk-customers-open = { $amount } open
# $day: a day.
desk-customers-due = due { $day }

## Orders
desk-customers-orders = Orders
desk-customers-no-orders = No orders.
desk-customers-as-guest = Ordered as a guest with the same address
desk-customers-older-orders = Older orders

## The watch list
desk-customers-watch = On the watch list
desk-customers-watch-title = Watch list
desk-customers-watch-text = Reason
desk-customers-watch-hint = Your colleagues see it on every order of this customer, and get a task for each new one. The customer never sees it.
desk-customers-watch-day = Last day
desk-customers-watch-day-hint = Leave it empty if there is no end.
desk-customers-day-wrong = Enter a day that is not over yet.
# $day: a day.
desk-customers-watch-until = until { $day }
desk-customers-watch-do = Put on the watch list
desk-customers-watch-lift = Take off the watch list
desk-customers-watched = The customer is on the watch list.
desk-customers-watch-lifted = The customer is no longer on the watch list.

## Joining two customers
# Two customers who are one person are shown as one to the staff: a merge that can be undone, and that nobody outside sees.
desk-customers-join = Join with another customer
desk-customers-join-with = The other customer
desk-customers-join-with-hint = Type a customer number, an email address, or part of a name.
desk-customers-join-find = Find
desk-customers-join-choose = Customers found
desk-customers-join-compare = Compare
desk-customers-join-none = No other customer of this shop was found. Check what you typed.
desk-customers-join-same = These two are already one person.
desk-customers-join-many = At most ten customers can be joined as one person.
desk-customers-join-overtaken = A colleague has just joined one of the two with somebody else. Look at both again.
desk-customers-join-check = Are these two one person?
# $count: how many notes are on a customer.
desk-customers-notes-count =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
desk-customers-join-happens = What happens when you join them
desk-customers-join-effect-page = Both have one page, with the orders, email addresses and notes of both. If one is on the watch list, both are. Search lists them once.
desk-customers-join-effect-mails = Who gets which emails stays as it is: each order keeps its own customer, address and language.
desk-customers-join-effect-private = It is for you and your colleagues alone: customers do not notice it, and neither sees the orders of the other.
desk-customers-join-effect-undo = You can undo it at any time. Then both are as they were before, and what has come since then stays with the one it belongs to.
# A heading. A list of customers and addresses follows, each with the reason.
desk-customers-join-stays-no = These get no emails, and that stays so
desk-customers-join-stands = Whose name, addresses and language come first?
desk-customers-join-stands-hint = New notes go to this customer. What is known of the other one stays on the page too.
desk-customers-join-do = Join
desk-customers-joined = The customers are joined: this is the page of both.
desk-customers-joined-records = Joined customers
desk-customers-joined-why = To you and your colleagues they are one person. In the shop, and for emails, each remains a customer of their own.
# $name: a colleague's name. A date and time follow.
desk-customers-joined-by = Joined by { $name }
# The name of a customer follows.
desk-customers-joined-into = With:
desk-customers-separate = Undo
desk-customers-separate-hint = Then each customer is as before. Orders and notes that have come since then stay with the customer they belong to.
desk-customers-separated = The customers are separate again.

## Notes
desk-customers-notes = Notes
desk-customers-notes-why = For your colleagues alone: customers never see them.
desk-customers-notes-none = No notes yet.
desk-customers-notes-older = Older notes
desk-customers-note = Note
desk-customers-note-hint = With @ and the name of a colleague, you give them a task.
desk-customers-note-add = Add note
desk-customers-note-wrong = Enter a text of 1 to 2,000 characters.
desk-customers-note-edited = edited
desk-customers-note-change = Edit note
desk-customers-note-fixed = Only the person who wrote this note can edit it.
desk-customers-note-remove = Remove note
desk-customers-note-written = The note is saved.
desk-customers-note-removed = The note is removed.
desk-customers-back = Back

## Tasks
desk-customers-task-all = All tasks
desk-customers-task-mine = My tasks
desk-customers-task-none-mine = You have no tasks.
desk-customers-task-customer = Customer page
desk-customers-task-urgent = Urgent order
desk-customers-task-held = Emails about the order are held back
desk-customers-task-watch = A customer on the watch list has ordered
desk-customers-task-mentioned = A note names a colleague
desk-customers-task-overdue = The promised day has passed, and something is still to come
desk-customers-task-silent = No webhooks have come from the shop for unusually long: check in the shop’s admin whether they are still switched on
desk-customers-task-yours = Yours
# $name: a colleague's name.
desk-customers-task-owner = { $name } is looking after it
desk-customers-task-take = Take it
desk-customers-task-hand = Hand on
desk-customers-task-hand-to = Colleague
desk-customers-task-hand-do = Hand on
desk-customers-task-taken = The task is yours.
desk-customers-task-handed = The task is handed on.
desk-customers-task-not-handed = The task was not handed on: this person cannot have tasks of the shop. Choose somebody else.
desk-customers-task-lost = Somebody else was quicker, or the task is done.
