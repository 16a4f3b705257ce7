# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Klanten
desk-customers-none = Er zijn nog geen klanten. Ze verschijnen hier met hun eerste bestelling.
desk-customers-older = Oudere klanten
desk-customers-shop = Winkel
desk-customers-show = Tonen
desk-customers-since = Voor het eerst gezien:

## The kinds of customers
desk-customers-customer = Klant
desk-customers-guest = Gast
desk-customers-public = Particuliere klant
desk-customers-retailer = Wederverkoper
desk-customers-agent = Handelsagent

## What the shop says of a customer: labels
desk-customers-about = Over deze klant
desk-customers-id = Klantnummer
desk-customers-trading-name = Handelsnaam
desk-customers-channel = Verkoopkanaal
desk-customers-group = Klantgroep
desk-customers-price-list = Prijslijst
desk-customers-language = Taal
desk-customers-terms = Betalingsvoorwaarden
desk-customers-before-dispatch = Betaling vóór verzending
desk-customers-bank = Bankrekening
desk-customers-accounts-id = Nummer in de boekhouding
desk-customers-subs = Bestelt voor
desk-customers-yes = Ja
desk-customers-no = Nee
desk-customers-as-of = Stand van
desk-customers-order-from-stock = Bestelling uit voorraad
desk-customers-pre-order = Voorbestelling

## Who gets which emails
desk-customers-mails = Mails
desk-customers-no-mails = Deze klant wil geen mails over bestellingen.
desk-customers-no-address = Er is geen e-mailadres bekend.
desk-customers-role-customer = Krijgt de mails over de bestellingen.
desk-customers-role-admin = Krijgt een kopie van elke mail.
desk-customers-role-billing = Krijgt kopieën van mails over facturen, creditnota’s en terugbetalingen.
desk-customers-role-delivery = Krijgt kopieën van mails over leveringen.
desk-customers-own-recipients = De regels van deze winkel noemen voor sommige mails andere ontvangers.
desk-customers-bounced = Krijgt geen mails: er kwam een mail terug omdat het adres niet werkt.
desk-customers-refused = Krijgt geen mails: de mailprovider verstuurt niets naar dit adres.
desk-customers-complained = Krijgt geen mails: de ontvanger heeft er een als spam gemarkeerd.
desk-customers-unsubscribed = Krijgt geen mails: de ontvanger heeft zich bij de mailprovider afgemeld.
desk-customers-lift = Weer mails versturen
desk-customers-lifted = Dit adres krijgt weer mails.

## The account
desk-customers-account = Klantrekening
desk-customers-balance = Saldo
desk-customers-invoices = Laatste facturen
desk-customers-payments = Laatste betalingen
desk-customers-open = { $amount } openstaand
desk-customers-due = te betalen uiterlijk { $day }

## Orders
desk-customers-orders = Bestellingen
desk-customers-no-orders = Geen bestellingen.
desk-customers-as-guest = Als gast besteld met hetzelfde adres
desk-customers-older-orders = Oudere bestellingen

## The watch list
desk-customers-watch = Op de aandachtslijst
desk-customers-watch-title = Aandachtslijst
desk-customers-watch-text = Reden
desk-customers-watch-hint = Je collega’s zien dit bij elke bestelling van deze klant en krijgen een taak bij elke nieuwe. De klant ziet het nooit.
desk-customers-watch-day = Laatste dag
desk-customers-watch-day-hint = Laat dit leeg als er geen einddatum is.
desk-customers-day-wrong = Vul een dag in die nog niet voorbij is.
desk-customers-watch-until = tot en met { $day }
desk-customers-watch-do = Op de aandachtslijst zetten
desk-customers-watch-lift = Van de aandachtslijst halen
desk-customers-watched = De klant staat op de aandachtslijst.
desk-customers-watch-lifted = De klant staat niet meer op de aandachtslijst.

## Joining two customers
desk-customers-join = Samenvoegen met een andere klant
desk-customers-join-with = De andere klant
desk-customers-join-with-hint = Typ een klantnummer, een e-mailadres of een deel van een naam.
desk-customers-join-find = Zoeken
desk-customers-join-choose = Gevonden klanten
desk-customers-join-compare = Vergelijken
desk-customers-join-none = Er is geen andere klant van deze winkel gevonden. Controleer wat je hebt getypt.
desk-customers-join-same = Deze twee zijn al één persoon.
desk-customers-join-many = Er kunnen hooguit tien klanten tot één persoon worden samengevoegd.
desk-customers-join-overtaken = Een collega heeft een van de twee net met iemand anders samengevoegd. Bekijk beide opnieuw.
desk-customers-join-check = Zijn deze twee dezelfde persoon?
desk-customers-notes-count =
    { $count ->
        [one] { $count } notitie
       *[other] { $count } notities
    }
desk-customers-join-happens = Wat er gebeurt als je ze samenvoegt
desk-customers-join-effect-page = Ze krijgen één pagina, met de bestellingen, e-mailadressen en notities van beide. Staat een van beide op de aandachtslijst, dan geldt dat voor allebei. De zoekfunctie toont ze één keer.
desk-customers-join-effect-mails = Wie welke mails krijgt, blijft zoals het is: elke bestelling houdt de eigen klant, het eigen adres en de eigen taal.
desk-customers-join-effect-private = Het is alleen voor jou en je collega’s: klanten merken er niets van en geen van beiden ziet de bestellingen van de ander.
desk-customers-join-effect-undo = Je kunt het altijd ongedaan maken. Dan zijn beide weer zoals voorheen, en wat er sindsdien is bijgekomen, blijft bij de klant waar het hoort.
desk-customers-join-stays-no = Deze krijgen geen mails, en dat blijft zo
desk-customers-join-stands = Wiens naam, adressen en taal staan vooraan?
desk-customers-join-stands-hint = Nieuwe notities komen bij deze klant. Wat er over de andere bekend is, blijft ook op de pagina staan.
desk-customers-join-do = Samenvoegen
desk-customers-joined = De klanten zijn samengevoegd: dit is de pagina van beide.
desk-customers-joined-records = Samengevoegde klanten
desk-customers-joined-why = Voor jou en je collega’s zijn ze één persoon. In de winkel en voor mails blijft ieder een eigen klant.
desk-customers-joined-by = Samengevoegd door { $name }
desk-customers-joined-into = Met:
desk-customers-separate = Ongedaan maken
desk-customers-separate-hint = Daarna is elke klant weer zoals voorheen. Bestellingen en notities die er sindsdien zijn bijgekomen, blijven bij de klant waar ze horen.
desk-customers-separated = De klanten zijn weer gescheiden.

## Notes
desk-customers-notes = Notities
desk-customers-notes-why = Alleen voor je collega’s: klanten zien ze nooit.
desk-customers-notes-none = Nog geen notities.
desk-customers-notes-older = Oudere notities
desk-customers-note = Notitie
desk-customers-note-hint = Met @ en de naam van een collega geef je die een taak.
desk-customers-note-add = Notitie toevoegen
desk-customers-note-wrong = Vul een tekst van 1 tot 2.000 tekens in.
desk-customers-note-edited = bewerkt
desk-customers-note-change = Notitie bewerken
desk-customers-note-fixed = Alleen wie deze notitie schreef, kan die bewerken.
desk-customers-note-remove = Notitie verwijderen
desk-customers-note-written = De notitie is opgeslagen.
desk-customers-note-removed = De notitie is verwijderd.
desk-customers-back = Terug

## Tasks
desk-customers-task-all = Alle taken
desk-customers-task-mine = Mijn taken
desk-customers-task-none-mine = Je hebt geen taken.
desk-customers-task-customer = Pagina van de klant
desk-customers-task-urgent = Spoedbestelling
desk-customers-task-held = Mails over de bestelling worden vastgehouden
desk-customers-task-watch = Een klant op de aandachtslijst heeft besteld
desk-customers-task-mentioned = Een collega wordt in een notitie genoemd
desk-customers-task-overdue = De toegezegde datum is verstreken en er moet nog iets komen
desk-customers-task-silent = Er komen al ongewoon lang geen webhooks van de winkel binnen: kijk in het beheer van de winkel of ze nog aanstaan
desk-customers-task-yours = Jouw taak
desk-customers-task-owner = { $name } pakt dit op
desk-customers-task-take = Oppakken
desk-customers-task-hand = Doorgeven
desk-customers-task-hand-to = Collega
desk-customers-task-hand-do = Doorgeven
desk-customers-task-taken = De taak is van jou.
desk-customers-task-handed = De taak is doorgegeven.
desk-customers-task-not-handed = De taak is niet doorgegeven: deze persoon kan geen taken van de winkel hebben. Kies iemand anders.
desk-customers-task-lost = Iemand anders was sneller, of de taak is klaar.
