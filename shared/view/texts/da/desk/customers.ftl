# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Kunder
desk-customers-none = Der er ingen kunder endnu. De dukker op her med deres første ordre.
desk-customers-older = Ældre kunder
desk-customers-shop = Butik
desk-customers-show = Vis
desk-customers-since = Set første gang:

## The kinds of customers
desk-customers-customer = Kunde
desk-customers-guest = Gæst
desk-customers-public = Privatkunde
desk-customers-retailer = Forhandler
desk-customers-agent = Handelsagent

## What the shop says of a customer: labels
desk-customers-about = Om kunden
desk-customers-id = Kundenummer
desk-customers-trading-name = Firmanavn
desk-customers-channel = Salgskanal
desk-customers-group = Kundegruppe
desk-customers-price-list = Prisliste
desk-customers-language = Sprog
desk-customers-terms = Betalingsbetingelser
desk-customers-before-dispatch = Betaling før afsendelse
desk-customers-bank = Bankkonto
desk-customers-accounts-id = Nummer i regnskabet
desk-customers-subs = Bestiller for
desk-customers-yes = Ja
desk-customers-no = Nej
desk-customers-as-of = Opdateret
desk-customers-order-from-stock = Ordre fra lager
desk-customers-pre-order = Forudbestilling

## Who gets which emails
desk-customers-mails = Mails
desk-customers-no-mails = Kunden ønsker ikke mails om ordrer.
desk-customers-no-address = Der kendes ingen mailadresse.
desk-customers-role-customer = Får mails om ordrerne.
desk-customers-role-admin = Får en kopi af hver mail.
desk-customers-role-billing = Får kopier af mails om fakturaer, kreditnotaer og tilbagebetalinger.
desk-customers-role-delivery = Får kopier af mails om leveringer.
desk-customers-own-recipients = Butikkens regler angiver andre modtagere for nogle mails.
desk-customers-bounced = Får ingen mails: En mail kom retur, fordi adressen ikke virker.
desk-customers-refused = Får ingen mails: Mailudbyderen sender ikke til denne adresse.
desk-customers-complained = Får ingen mails: Modtageren markerede en mail som spam.
desk-customers-unsubscribed = Får ingen mails: Modtageren har afmeldt sig hos mailudbyderen.
desk-customers-lift = Send mails igen
desk-customers-lifted = Denne adresse får mails igen.

## The account
desk-customers-account = Kundekonto
desk-customers-balance = Saldo
desk-customers-invoices = Seneste fakturaer
desk-customers-payments = Seneste betalinger
desk-customers-open = { $amount } ubetalt
desk-customers-due = forfalder { $day }

## Orders
desk-customers-orders = Ordrer
desk-customers-no-orders = Ingen ordrer.
desk-customers-as-guest = Bestilt som gæst med samme adresse
desk-customers-older-orders = Ældre ordrer

## The watch list
desk-customers-watch = På overvågningslisten
desk-customers-watch-title = Overvågningsliste
desk-customers-watch-text = Årsag
desk-customers-watch-hint = Dine kolleger ser den på alle kundens ordrer og får en opgave for hver ny ordre. Kunden ser den aldrig.
desk-customers-watch-day = Sidste dag
desk-customers-watch-day-hint = Lad feltet stå tomt, hvis der ikke er nogen slutdato.
desk-customers-day-wrong = Indtast en dag, der ikke er gået endnu.
desk-customers-watch-until = til og med { $day }
desk-customers-watch-do = Sæt på overvågningslisten
desk-customers-watch-lift = Fjern fra overvågningslisten
desk-customers-watched = Kunden er på overvågningslisten.
desk-customers-watch-lifted = Kunden er ikke længere på overvågningslisten.

## Joining two customers
desk-customers-join = Flet med en anden kunde
desk-customers-join-with = Den anden kunde
desk-customers-join-with-hint = Skriv et kundenummer, en mailadresse eller en del af et navn.
desk-customers-join-find = Find kunde
desk-customers-join-choose = Fundne kunder
desk-customers-join-compare = Sammenlign
desk-customers-join-none = Der blev ikke fundet nogen anden kunde i denne butik. Kontrollér det, du har skrevet.
desk-customers-join-same = De to er allerede én person.
desk-customers-join-many = Højst ti kunder kan flettes til én person.
desk-customers-join-overtaken = En kollega har netop flettet en af de to med en anden. Se på begge igen.
desk-customers-join-check = Er de to samme person?
desk-customers-notes-count =
    { $count ->
        [one] { $count } note
       *[other] { $count } noter
    }
desk-customers-join-happens = Det sker der, når du fletter dem
desk-customers-join-effect-page = De får én fælles side med begges ordrer, mailadresser og noter. Hvis den ene er på overvågningslisten, er begge det. Søgningen viser dem én gang.
desk-customers-join-effect-mails = Det ændrer ikke på, hvem der får hvilke mails: Hver ordre beholder sin egen kunde, sin adresse og sit sprog.
desk-customers-join-effect-private = Det er kun for dig og dine kolleger: Kunderne mærker det ikke, og ingen af dem ser den andens ordrer.
desk-customers-join-effect-undo = Du kan altid fortryde det. Så er begge, som de var før, og det, der er kommet til i mellemtiden, bliver hos den kunde, det hører til.
desk-customers-join-stays-no = Disse får ingen mails, og det ændrer sig ikke
desk-customers-join-stands = Hvis navn, adresser og sprog skal stå først?
desk-customers-join-stands-hint = Nye noter føjes til denne kunde. Det, man ved om den anden, bliver også stående på siden.
desk-customers-join-do = Flet
desk-customers-joined = Kunderne er flettet: Dette er den fælles side.
desk-customers-joined-records = Flettede kunder
desk-customers-joined-why = For dig og dine kolleger er de én person. I butikken og for mails er de stadig hver sin kunde.
desk-customers-joined-by = Flettet af { $name }
desk-customers-joined-into = Med:
desk-customers-separate = Fortryd
desk-customers-separate-hint = Så er hver kunde, som den var før. Ordrer og noter, der er kommet til i mellemtiden, bliver hos den kunde, de hører til.
desk-customers-separated = Kunderne er adskilt igen.

## Notes
desk-customers-notes = Noter
desk-customers-notes-why = Kun for dine kolleger: Kunderne ser dem aldrig.
desk-customers-notes-none = Ingen noter endnu.
desk-customers-notes-older = Ældre noter
desk-customers-note = Note
desk-customers-note-hint = Med @ og en kollegas navn giver du vedkommende en opgave.
desk-customers-note-add = Tilføj note
desk-customers-note-wrong = Indtast en tekst på 1 til 2.000 tegn.
desk-customers-note-edited = redigeret
desk-customers-note-change = Redigér note
desk-customers-note-fixed = Kun den, der har skrevet noten, kan redigere den.
desk-customers-note-remove = Fjern note
desk-customers-note-written = Noten er gemt.
desk-customers-note-removed = Noten er fjernet.
desk-customers-back = Tilbage

## Tasks
desk-customers-task-all = Alle opgaver
desk-customers-task-mine = Mine opgaver
desk-customers-task-none-mine = Du har ingen opgaver.
desk-customers-task-customer = Kundens side
desk-customers-task-urgent = Ordre, der haster
desk-customers-task-held = Mails om ordren holdes tilbage
desk-customers-task-watch = En kunde på overvågningslisten har bestilt
desk-customers-task-mentioned = En kollega er nævnt i en note
desk-customers-task-overdue = Den lovede dato er overskredet, og noget mangler stadig
desk-customers-task-silent = Der er ikke kommet webhooks fra butikken i usædvanligt lang tid: Se efter i butikkens administration, om de stadig er slået til
desk-customers-task-yours = Din opgave
desk-customers-task-owner = { $name } tager sig af det
desk-customers-task-take = Tag opgaven
desk-customers-task-hand = Giv videre
desk-customers-task-hand-to = Kollega
desk-customers-task-hand-do = Giv videre
desk-customers-task-taken = Opgaven er din.
desk-customers-task-handed = Opgaven er givet videre.
desk-customers-task-not-handed = Opgaven er ikke givet videre: Denne person kan ikke have opgaver fra butikken. Vælg en anden.
desk-customers-task-lost = En anden var hurtigere, eller opgaven er færdig.
