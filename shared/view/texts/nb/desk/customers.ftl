# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Kunder
desk-customers-none = Det er ingen kunder ennå. De dukker opp her med sin første bestilling.
desk-customers-older = Eldre kunder
desk-customers-shop = Butikk
desk-customers-show = Vis
desk-customers-since = Først sett:

## The kinds of customers
desk-customers-customer = Kunde
desk-customers-guest = Gjest
desk-customers-public = Privatkunde
desk-customers-retailer = Forhandler
desk-customers-agent = Handelsagent

## What the shop says of a customer: labels
desk-customers-about = Om kunden
desk-customers-id = Kundenummer
desk-customers-trading-name = Forretningsnavn
desk-customers-channel = Salgskanal
desk-customers-group = Kundegruppe
desk-customers-price-list = Prisliste
desk-customers-language = Språk
desk-customers-terms = Betalingsbetingelser
desk-customers-before-dispatch = Betaling før sending
desk-customers-bank = Bankkonto
desk-customers-accounts-id = Nummer i regnskapet
desk-customers-subs = Bestiller for
desk-customers-yes = Ja
desk-customers-no = Nei
desk-customers-as-of = Oppdatert
desk-customers-order-from-stock = Bestilling fra lager
desk-customers-pre-order = Forhåndsbestilling

## Who gets which emails
desk-customers-mails = E-poster
desk-customers-no-mails = Kunden ønsker ikke e-poster om bestillinger.
desk-customers-no-address = Ingen e-postadresse er kjent.
desk-customers-role-customer = Får e-postene om bestillingene.
desk-customers-role-admin = Får en kopi av hver e-post.
desk-customers-role-billing = Får kopier av e-poster om fakturaer, kreditnotaer og tilbakebetalinger.
desk-customers-role-delivery = Får kopier av e-poster om leveringer.
desk-customers-own-recipients = Butikkens regler angir andre mottakere for noen e-poster.
desk-customers-bounced = Får ingen e-poster: En e-post kom i retur fordi adressen ikke virker.
desk-customers-refused = Får ingen e-poster: E-postleverandøren sender ikke til denne adressen.
desk-customers-complained = Får ingen e-poster: Mottakeren merket en e-post som søppelpost.
desk-customers-unsubscribed = Får ingen e-poster: Mottakeren har meldt seg av hos e-postleverandøren.
desk-customers-lift = Send e-poster igjen
desk-customers-lifted = Denne adressen får e-poster igjen.

## The account
desk-customers-account = Kundekonto
desk-customers-balance = Saldo
desk-customers-invoices = Siste fakturaer
desk-customers-payments = Siste betalinger
desk-customers-open = { $amount } ubetalt
desk-customers-due = forfaller { $day }

## Orders
desk-customers-orders = Bestillinger
desk-customers-no-orders = Ingen bestillinger.
desk-customers-as-guest = Bestilt som gjest med samme adresse
desk-customers-older-orders = Eldre bestillinger

## The watch list
desk-customers-watch = På overvåkingslisten
desk-customers-watch-title = Overvåkingsliste
desk-customers-watch-text = Årsak
desk-customers-watch-hint = Kollegene dine ser den på alle kundens bestillinger og får en oppgave for hver ny bestilling. Kunden ser den aldri.
desk-customers-watch-day = Siste dag
desk-customers-watch-day-hint = La feltet stå tomt hvis det ikke er noen sluttdato.
desk-customers-day-wrong = Oppgi en dag som ikke er passert.
desk-customers-watch-until = til og med { $day }
desk-customers-watch-do = Sett på overvåkingslisten
desk-customers-watch-lift = Fjern fra overvåkingslisten
desk-customers-watched = Kunden er på overvåkingslisten.
desk-customers-watch-lifted = Kunden er ikke lenger på overvåkingslisten.

## Joining two customers
desk-customers-join = Slå sammen med en annen kunde
desk-customers-join-with = Den andre kunden
desk-customers-join-with-hint = Skriv et kundenummer, en e-postadresse eller en del av et navn.
desk-customers-join-find = Finn kunde
desk-customers-join-choose = Kundene som ble funnet
desk-customers-join-compare = Sammenlign
desk-customers-join-none = Fant ingen annen kunde i denne butikken. Kontroller det du har skrevet.
desk-customers-join-same = Disse to er allerede én person.
desk-customers-join-many = Høyst ti kunder kan slås sammen til én person.
desk-customers-join-overtaken = En kollega har nettopp slått sammen en av de to med noen andre. Se på begge på nytt.
desk-customers-join-check = Er disse to samme person?
desk-customers-notes-count =
    { $count ->
        [one] { $count } notat
       *[other] { $count } notater
    }
desk-customers-join-happens = Dette skjer når du slår dem sammen
desk-customers-join-effect-page = De får én felles side med bestillingene, e-postadressene og notatene til begge. Er den ene på overvåkingslisten, gjelder det begge. Søket viser dem én gang.
desk-customers-join-effect-mails = Hvem som får hvilke e-poster, endres ikke: Hver bestilling beholder sin egen kunde, sin adresse og sitt språk.
desk-customers-join-effect-private = Det er bare for deg og kollegene dine: Kundene merker det ikke, og ingen av dem ser den andres bestillinger.
desk-customers-join-effect-undo = Du kan når som helst angre. Da er begge som før, og det som har kommet til i mellomtiden, blir hos den kunden det hører til.
desk-customers-join-stays-no = Disse får ingen e-poster, og det endres ikke
desk-customers-join-stands = Hvilken kundes navn, adresser og språk skal stå først?
desk-customers-join-stands-hint = Nye notater føyes til denne kunden. Det som er kjent om den andre, blir også stående på siden.
desk-customers-join-do = Slå sammen
desk-customers-joined = Kundene er slått sammen: Dette er siden for begge.
desk-customers-joined-records = Sammenslåtte kunder
desk-customers-joined-why = For deg og kollegene dine er de én person. I butikken og for e-poster er de fortsatt hver sin kunde.
desk-customers-joined-by = Slått sammen av { $name }
desk-customers-joined-into = Med:
desk-customers-separate = Angre
desk-customers-separate-hint = Da er hver kunde som før. Bestillinger og notater som har kommet til i mellomtiden, blir hos kunden de hører til.
desk-customers-separated = Kundene er atskilt igjen.

## Notes
desk-customers-notes = Notater
desk-customers-notes-why = Bare for kollegene dine: Kundene ser dem aldri.
desk-customers-notes-none = Ingen notater ennå.
desk-customers-notes-older = Eldre notater
desk-customers-note = Notat
desk-customers-note-hint = Med @ og navnet på en kollega gir du vedkommende en oppgave.
desk-customers-note-add = Legg til notat
desk-customers-note-wrong = Skriv en tekst på 1 til 2000 tegn.
desk-customers-note-edited = redigert
desk-customers-note-change = Rediger notat
desk-customers-note-fixed = Bare den som skrev notatet, kan redigere det.
desk-customers-note-remove = Fjern notat
desk-customers-note-written = Notatet er lagret.
desk-customers-note-removed = Notatet er fjernet.
desk-customers-back = Tilbake

## Tasks
desk-customers-task-all = Alle oppgaver
desk-customers-task-mine = Mine oppgaver
desk-customers-task-none-mine = Du har ingen oppgaver.
desk-customers-task-customer = Kundens side
desk-customers-task-urgent = Bestilling som haster
desk-customers-task-held = E-poster om bestillingen holdes tilbake
desk-customers-task-watch = En kunde på overvåkingslisten har bestilt
desk-customers-task-mentioned = En kollega er nevnt i et notat
desk-customers-task-overdue = Den lovede datoen er passert, og noe gjenstår
desk-customers-task-silent = Det har ikke kommet webhooker fra butikken på uvanlig lenge: Se etter i butikkens administrasjon om de fortsatt er slått på
desk-customers-task-yours = Din oppgave
desk-customers-task-owner = { $name } tar seg av det
desk-customers-task-take = Ta oppgaven
desk-customers-task-hand = Gi videre
desk-customers-task-hand-to = Kollega
desk-customers-task-hand-do = Gi videre
desk-customers-task-taken = Oppgaven er din.
desk-customers-task-handed = Oppgaven er gitt videre.
desk-customers-task-not-handed = Oppgaven er ikke gitt videre: Denne personen kan ikke ha oppgaver fra butikken. Velg noen andre.
desk-customers-task-lost = En annen var raskere, eller oppgaven er ferdig.
