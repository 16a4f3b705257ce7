# The desk: the pages of the merchant's own people. Every id here begins with "desk-".
# It speaks to the person who reads: "you".

## Around every page
desk-skip = Skip to the content
desk-entries = Desk
desk-menu = Menu
desk-sign-out = Sign out
desk-today = Today
desk-people = People
desk-keys = API keys
desk-record = Record
desk-save = Save
desk-cancel = Cancel
desk-older = Older entries
desk-wrong = Please check:
desk-not-found = Nothing here
desk-not-found-why = There is no such page, or it is not for your role.
# $time: a time of the day, here and below, such as 17:18.
desk-moment-today = today at { $time }
desk-moment-yesterday = yesterday at { $time }

## Signing in
desk-sign-in = Sign in
desk-sign-in-again = You have been signed out. Sign in, and what you wrote is saved.
desk-sign-in-files = You have been signed out. Sign in, and what you wrote is shown again. Then choose your files once more: they were not kept.
desk-address = Email address
desk-password = Password
desk-forgot = Forgotten your password?
desk-sign-in-wrong = Email address and password do not match.
desk-password-wrong = This is not your password.
desk-too-many = Too many attempts. Try again in an hour, or set a new password.
desk-busy = Too many people are signing in right now. Try again in a minute.
desk-code = Enter your code
desk-code-why = Your password is right. Now open your authenticator app.
desk-code-label = Code
desk-code-hint = Six digits, or one of your recovery codes.
desk-code-wrong = This code is not valid, or has been used already.
desk-confirm = Confirm that it is you
desk-confirm-why = What you are about to do is sensitive. Enter your password again to go on.

## The first owner, invitations, forgotten passwords
desk-setup = Set up your desk
desk-setup-why = Become an owner of this desk. After that, you can invite others.
desk-setup-key = Installation key
desk-setup-key-hint = The value of desk_api_key, from whoever runs Wismo.
desk-setup-key-wrong = This is not the installation key.
desk-setup-do = Become an owner
desk-name = Name
desk-name-hint = As your colleagues know you.
desk-name-wrong = Enter a name of at most 100 characters.
desk-name-taken = A colleague has this name. Add something that tells the two apart.
desk-address-wrong = Enter an email address, such as ada@example.com.
desk-new-password = New password
desk-new-password-hint = At least 12 characters. A few words that do not belong together are easy to remember.
desk-password-short = The password needs at least 12 characters.
desk-password-long = The password can have at most 256 characters.
desk-password-common = This password is too easy to guess.
desk-password-personal = The password must not be your address, your name or the name of a shop.
desk-invitation = Welcome
# $address: an email address.
desk-invitation-why = You have been invited to this desk. You will sign in as { $address }.
desk-invitation-do = Start
# $name: a person.
desk-welcome-back = Welcome back, { $name }
desk-reset = Set a new password
# $address: an email address.
desk-reset-why = For { $address }. You will be signed out everywhere.
desk-reset-do = Set password
desk-reset-done = Your new password is set. Sign in with it.
desk-forgot-why = Enter your email address, and we will send you a link to set a new password. It works for one hour.
desk-forgot-do = Send link
desk-forgot-sent = If somebody signs in with this address, the link is on its way.
desk-void = This link no longer works
desk-void-why = It has been used already, or is too old. Ask for a new one.

## Your own account
desk-me = Your account
desk-profile = Profile
desk-language = Language
desk-language-browser = As in your browser
desk-signature = Signature
desk-signature-hint = The last lines of the emails that you write to customers.
desk-shortcuts = Keyboard shortcuts
desk-shortcuts-hint = Single keys such as / for the search. Press ? to see them all. Switch them off if they get in the way of voice control.
desk-shortcuts-next = Next row of a list
desk-shortcuts-previous = Previous row of a list
# Of the list of shortcuts itself.
desk-shortcuts-list = Show this list
desk-shortcuts-off = Switch off in your account
desk-shortcuts-close = Close
desk-saved = Saved.
desk-password-why = If you set a new password, you are signed out on all other devices.
desk-password-set = Your new password is set. You are signed out on all other devices.
desk-second-factor = Second factor
desk-second-factor-on = When you sign in, you are asked for a code from your authenticator app.
desk-second-factor-off = Without a second factor, your password alone is enough to sign in.
desk-second-factor-set-up = Set up
desk-second-factor-from = Required of everybody from
desk-second-factor-from-hint = Leave it empty to let people sign in without one. From this day on, whoever has none must set one up first.
desk-second-factor-needed = You need a second factor to go on: set one up below.
desk-second-factor-soon = From { $day }, you will need a second factor. Set one up below.
desk-second-factor-remove = Remove
desk-second-factor-set = The second factor is set up.
desk-second-factor-removed = The second factor is removed.
desk-enrol = Set up your authenticator app
desk-enrol-scan = Scan this picture with your authenticator app.
desk-enrol-picture = QR code for your authenticator app
desk-enrol-type = Or type this key into the app:
desk-enrol-code = The six digits that the app shows
desk-enrol-do = Set up
desk-recovery = Your recovery codes
desk-recovery-why = If you lose your phone, you can sign in with one of these codes. Each works once. Print them or write them down: they are shown only now.
desk-recovery-kept = I have kept them
desk-sessions = Where you are signed in
desk-session-this = this device
# $browser and $system: names, such as Firefox and Windows.
desk-session-browser = { $browser } on { $system }
desk-session-end = Sign out
desk-sessions-end = Sign out everywhere
desk-another-device = Sign in on another device
desk-another-device-why = Scan this picture with your phone to be signed in there. It works once, within an hour. Whoever has it signs in as you, so show it to nobody.
desk-another-device-picture = QR code of the link
desk-another-device-type = Or open this link there:
desk-session-ended = That device is signed out.
desk-session-none = That device was signed out before.

## People
desk-invite = Invite somebody
desk-invite-why = They get an email with a link to set a password. The link works for one week.
desk-invite-do = Send invitation
desk-invite-again = Send the invitation again
desk-invite-sent = The invitation is on its way.
desk-invite-not-sent = The invitation could not be sent. Check the mail settings and send it again.
desk-invite-known = Somebody with this address has an account already.
desk-invite-elsewhere = This address cannot be invited from here. Ask an owner who sees all shops.
desk-invited = Invited
desk-suspended = Suspended
desk-has-second-factor = With second factor
desk-no-second-factor = No second factor
desk-last-sign-in = Last sign-in:
desk-role = Role
desk-role-owner = Owner
desk-role-owner-hint = Sees and does everything, and invites people.
desk-role-agent = Agent
desk-role-agent-hint = Looks after customers and orders.
desk-role-viewer = Viewer
desk-role-viewer-hint = Sees everything but the text of emails, changes nothing.
desk-rights = Further rights
desk-right-export = May export customers’ data
desk-right-erase = May erase customers’ data
desk-shops = Shops
desk-shops-all = All shops
desk-access = What this person may do
desk-access-saved = Saved. They have to sign in again.
desk-access-too-much = You cannot give more than you have yourself.
desk-take-second-factor-why = If they have lost their phone and their recovery codes, you can remove their second factor. Make sure that it is really them.
desk-take-second-factor = Remove second factor
desk-second-factor-taken = Their second factor is removed.
desk-suspend-why = They are signed out at once and cannot sign in until you let them.
desk-suspend = Suspend
desk-suspend-done = They cannot sign in any more.
desk-reinstate = Let them sign in again
desk-reinstate-done = They can sign in again.
desk-person-fixed = You cannot change what this person may do.
desk-somebody = Somebody

## The record. $who: who did it. $what: the other person, or the name of the key.
desk-record-empty = Nothing has been recorded yet.
desk-did-set-up = { $who } became an owner with the installation key
desk-did-join = { $who } accepted the invitation
desk-did-sign-in = { $who } signed in
desk-did-recover = { $who } signed in with a recovery code
desk-did-sign-in-by-link = { $who } signed in with a link
desk-did-password = { $who } set a new password
desk-did-reset = { $who } set a new password by email
desk-did-second-factor = { $who } set up a second factor
desk-did-no-second-factor = { $who } removed their second factor
desk-did-end-sessions = { $who } signed out everywhere
desk-did-invite = { $who } invited { $what }
desk-did-access = { $who } changed what { $what } may do
desk-did-suspend = { $who } suspended { $what }
desk-did-reinstate = { $who } let { $what } sign in again
desk-did-take-second-factor = { $who } removed the second factor of { $what }
desk-did-require-second-factor = { $who } decided that everybody needs a second factor from { $what }
desk-did-lift-second-factor = { $who } decided that a second factor is no longer needed
desk-did-make-key = { $who } made the API key “{ $what }”
desk-did-revoke-key = { $who } revoked the API key “{ $what }”
desk-did-change-settings = { $who } changed the settings of the shop “{ $what }”

## API keys
desk-keys-why = Programs use the desk’s API with a key. Each key has a role, like a person.
desk-key-make = Make a key
desk-key-name = Name
desk-key-name-hint = What the key is for, such as the name of the program.
desk-key-made = Made:
desk-key-used = Last used:
desk-key-unused = Never used
desk-key-revoke = Revoke
desk-key-revoked = The key no longer works.
desk-key-new = Your new key
desk-key-new-why = Copy it now: it is shown only once.
desk-key-kept = I have copied it

## Today
desk-nothing-to-do = Nothing to do. All is well.
# $count: the number of tasks.
desk-task-count =
    { $count ->
        [one] { $count } open task
       *[other] { $count } open tasks
    }
desk-paused = No emails are being sent right now, because the mail provider does not take them.
desk-more-tasks = More tasks
desk-none-further = No tasks on this page.
desk-task = Needs a look
desk-task-not-sent = An email could not be sent
desk-task-bad-address = The email address is not valid
desk-task-many-links = So many order links have been requested in this shop that no more are emailed for now. This order was the last.
desk-task-bounced = An email came back
desk-task-suppressed = The mail provider no longer sends to this address
desk-task-rejected = The mail provider did not send an email
desk-task-complained = The recipient marked an email as spam
desk-task-done = Done
desk-task-ended = Done.

## Emails to your people. $who: who invites.
desk-mail-invitation = Your invitation to Wismo
desk-mail-invitation-why = { $who } has invited you to the desk, where orders and customers are looked after. The link works for one week.
desk-mail-invitation-do = Accept the invitation
desk-mail-invitation-not = If you do not know who this is, you can ignore this email.
desk-mail-reset = Set a new password
desk-mail-reset-why = Somebody asked for a new password for your desk. The link works for one hour.
desk-mail-reset-do = Set a new password
desk-mail-reset-not = If it was not you, ignore this email: your password stays as it is.

## What is wrong with a field
desk-missing = Fill this in.
desk-text-wrong = The text is too long.
desk-text-characters = The text has characters that cannot be used. Type it again, or paste it as plain text.
desk-day-wrong = Enter a day, such as 2026-12-24.
desk-quantity-wrong = Enter a number, no more than was ordered.
desk-amount-wrong = Enter an amount of money, such as 12.50.
desk-nothing-changed = Nothing has changed. Perhaps it was done already.
desk-choice-wrong = Choose one of these.
