# What a shop's merchant decides: its statuses. Every id here begins with "desk-settings".
# The title, and the entry of the menu.
desk-settings = Settings
desk-settings-statuses = Statuses
desk-settings-statuses-why = What the status codes of your shop mean, and the names that customers read.
desk-settings-statuses-none = No status has a name yet.
desk-settings-status-add = Add a status
desk-settings-status-edit = Edit the status
# The title above the codes that orders came with and nobody has named.
desk-settings-unnamed = Without a name
desk-settings-unnamed-why = Orders came with these codes, and nobody has named them. Customers read the shop’s own words for them, or those of the stage.
desk-settings-unnamed-none = Every code that came has a name.
desk-settings-name-it = Name it
# The title above the two statuses that every shop has.
desk-settings-built-in = Built in
desk-settings-built-in-why = Every shop has these statuses. They cannot be changed.
# Of a built-in status.
desk-settings-locked = Locked
desk-settings-orders = Orders with this status
desk-settings-edit = Edit
desk-settings-delete = Delete
# $status: the name of a status, here and below.
desk-settings-up = Move “{ $status }” up
desk-settings-down = Move “{ $status }” down
desk-settings-code = Code in the shop
desk-settings-code-hint = Exactly as the shop sends it, such as engraving.
# The label of the words that customers read for the status.
desk-settings-label = Name
desk-settings-label-hint = For customers whose language has no name below. Without one, they read the shop’s own words, or those of the stage.
desk-settings-labels = Name by language
desk-settings-stage = Stage
desk-settings-stage-hint = What the status means to the customer.
# The choice that leaves the stage to the shop.
desk-settings-stage-platform = As the shop says
desk-settings-template = Template
desk-settings-template-hint = The words of the email when an order moves to this status.
# The choice that names no template.
desk-settings-template-none = The usual one
# The label of a choice: where a move to the status is told. The choices follow.
desk-settings-notify = Tell customers
desk-settings-notify-hint = Where customers are told that an order moves to this status.
desk-settings-notify-rule = As for every change of status
desk-settings-notify-mail = On the page and by email
desk-settings-notify-page = On the page only
desk-settings-notify-off = Nowhere
desk-settings-status-built-in = This code is built in. Enter another one.
desk-settings-status-named = This code has a name already. Edit that status.
desk-settings-status-many = A hundred statuses have a name already. Delete one first.
desk-settings-successor-missing = Choose a successor: rules name this status.
desk-settings-changed = Nothing has been saved: somebody else has changed the settings meanwhile. Look at them, and try again.
desk-settings-busy = Nothing has been saved: somebody else is saving the settings right now. Try again in a minute.
desk-settings-delete-title = Delete the status “{ $status }”?
desk-settings-delete-orders = Orders with this status keep it, as the shop decides where they stand. Customers read the shop’s own words for it, or those of the stage. Nobody gets an email because of this.
desk-settings-delete-template = The template named after this code stays. Emails about a move to this status keep using it.
desk-settings-delete-rules = These rules apply to orders with this status. From now on, they apply to orders with its successor:
desk-settings-successor = Successor
desk-settings-delete-do = Delete the status
