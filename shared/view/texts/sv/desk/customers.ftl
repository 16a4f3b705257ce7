# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Kunder
desk-customers-none = Det finns inga kunder än. De dyker upp här med sin första beställning.
desk-customers-older = Äldre kunder
desk-customers-shop = Butik
desk-customers-show = Visa
desk-customers-since = Först sedd:

## The kinds of customers
desk-customers-customer = Kund
desk-customers-guest = Gäst
desk-customers-public = Privatkund
desk-customers-retailer = Återförsäljare
desk-customers-agent = Handelsagent

## What the shop says of a customer: labels
desk-customers-about = Om kunden
desk-customers-id = Kundnummer
desk-customers-trading-name = Firmanamn
desk-customers-channel = Försäljningskanal
desk-customers-group = Kundgrupp
desk-customers-price-list = Prislista
desk-customers-language = Språk
desk-customers-terms = Betalningsvillkor
desk-customers-before-dispatch = Betalning före leverans
desk-customers-bank = Bankkonto
desk-customers-accounts-id = Nummer i bokföringen
desk-customers-subs = Beställer åt
desk-customers-yes = Ja
desk-customers-no = Nej
desk-customers-as-of = Uppdaterat
desk-customers-order-from-stock = Beställning från lager
desk-customers-pre-order = Förbeställning

## Who gets which emails
desk-customers-mails = Mejl
desk-customers-no-mails = Kunden vill inte ha mejl om beställningar.
desk-customers-no-address = Ingen mejladress är känd.
desk-customers-role-customer = Får mejlen om beställningarna.
desk-customers-role-admin = Får en kopia av varje mejl.
desk-customers-role-billing = Får kopior av mejl om fakturor, kreditfakturor och återbetalningar.
desk-customers-role-delivery = Får kopior av mejl om leveranser.
desk-customers-own-recipients = Butikens regler anger andra mottagare för vissa mejl.
desk-customers-bounced = Får inga mejl: ett mejl kom i retur eftersom adressen inte fungerar.
desk-customers-refused = Får inga mejl: mejlleverantören skickar inte till den här adressen.
desk-customers-complained = Får inga mejl: mottagaren markerade ett mejl som skräppost.
desk-customers-unsubscribed = Får inga mejl: mottagaren har avanmält sig hos mejlleverantören.
desk-customers-lift = Skicka mejl igen
desk-customers-lifted = Den här adressen får mejl igen.

## The account
desk-customers-account = Kundkonto
desk-customers-balance = Saldo
desk-customers-invoices = Senaste fakturor
desk-customers-payments = Senaste betalningar
desk-customers-open = { $amount } obetalt
desk-customers-due = förfaller { $day }

## Orders
desk-customers-orders = Beställningar
desk-customers-no-orders = Inga beställningar.
desk-customers-as-guest = Beställt som gäst med samma adress
desk-customers-older-orders = Äldre beställningar

## The watch list
desk-customers-watch = På bevakningslistan
desk-customers-watch-title = Bevakningslista
desk-customers-watch-text = Orsak
desk-customers-watch-hint = Dina kollegor ser den på alla kundens beställningar och får en uppgift för varje ny. Kunden ser den aldrig.
desk-customers-watch-day = Sista dag
desk-customers-watch-day-hint = Lämna fältet tomt om det inte finns något slutdatum.
desk-customers-day-wrong = Ange en dag som inte har passerat.
desk-customers-watch-until = till och med { $day }
desk-customers-watch-do = Lägg till på bevakningslistan
desk-customers-watch-lift = Ta bort från bevakningslistan
desk-customers-watched = Kunden finns på bevakningslistan.
desk-customers-watch-lifted = Kunden finns inte längre på bevakningslistan.

## Joining two customers
desk-customers-join = Slå ihop med en annan kund
desk-customers-join-with = Den andra kunden
desk-customers-join-with-hint = Skriv ett kundnummer, en mejladress eller en del av ett namn.
desk-customers-join-find = Sök kund
desk-customers-join-choose = Hittade kunder
desk-customers-join-compare = Jämför
desk-customers-join-none = Ingen annan kund i den här butiken hittades. Kontrollera vad du har skrivit.
desk-customers-join-same = De här två är redan en och samma person.
desk-customers-join-many = Högst tio kunder kan slås ihop till en person.
desk-customers-join-overtaken = En kollega har just slagit ihop en av de två med någon annan. Titta på båda igen.
desk-customers-join-check = Är de här två samma person?
desk-customers-notes-count =
    { $count ->
        [one] { $count } anteckning
       *[other] { $count } anteckningar
    }
desk-customers-join-happens = Det här händer när du slår ihop dem
desk-customers-join-effect-page = De får en gemensam sida med bådas beställningar, mejladresser och anteckningar. Om den ena finns på bevakningslistan gäller det båda. Sökningen visar dem en gång.
desk-customers-join-effect-mails = Vem som får vilka mejl ändras inte: varje beställning behåller sin egen kund, sin adress och sitt språk.
desk-customers-join-effect-private = Det är bara för dig och dina kollegor: kunderna märker inget, och ingen av dem ser den andras beställningar.
desk-customers-join-effect-undo = Du kan ångra det när som helst. Då är båda som förut, och det som har tillkommit sedan dess stannar hos den som det hör till.
desk-customers-join-stays-no = De här får inga mejl, och det förblir så
desk-customers-join-stands = Vems namn, adresser och språk ska stå först?
desk-customers-join-stands-hint = Nya anteckningar läggs till hos den här kunden. Det som är känt om den andra står också kvar på sidan.
desk-customers-join-do = Slå ihop
desk-customers-joined = Kunderna är sammanslagna: det här är sidan för båda.
desk-customers-joined-records = Sammanslagna kunder
desk-customers-joined-why = För dig och dina kollegor är de en person. I butiken och för mejl är var och en fortfarande en egen kund.
desk-customers-joined-by = Sammanslagna av { $name }
desk-customers-joined-into = Med:
desk-customers-separate = Ångra
desk-customers-separate-hint = Då är varje kund som förut. Beställningar och anteckningar som har tillkommit sedan dess stannar hos kunden som de hör till.
desk-customers-separated = Kunderna är åtskilda igen.

## Notes
desk-customers-notes = Anteckningar
desk-customers-notes-why = Bara för dina kollegor: kunderna ser dem aldrig.
desk-customers-notes-none = Inga anteckningar än.
desk-customers-notes-older = Äldre anteckningar
desk-customers-note = Anteckning
desk-customers-note-hint = Med @ och en kollegas namn ger du kollegan en uppgift.
desk-customers-note-add = Lägg till anteckning
desk-customers-note-wrong = Skriv en text på 1 till 2 000 tecken.
desk-customers-note-edited = redigerad
desk-customers-note-change = Redigera anteckning
desk-customers-note-fixed = Bara den som skrev anteckningen kan redigera den.
desk-customers-note-remove = Ta bort anteckning
desk-customers-note-written = Anteckningen är sparad.
desk-customers-note-removed = Anteckningen är borttagen.
desk-customers-back = Tillbaka

## Tasks
desk-customers-task-all = Alla uppgifter
desk-customers-task-mine = Mina uppgifter
desk-customers-task-none-mine = Du har inga uppgifter.
desk-customers-task-customer = Kundens sida
desk-customers-task-urgent = Brådskande beställning
desk-customers-task-held = Mejl om beställningen hålls inne
desk-customers-task-watch = En kund på bevakningslistan har beställt
desk-customers-task-mentioned = En kollega nämns i en anteckning
desk-customers-task-overdue = Det utlovade datumet har passerat och något återstår
desk-customers-task-silent = Inga webhookar har kommit från butiken på ovanligt länge: kontrollera i butikens administration om de fortfarande är påslagna
desk-customers-task-yours = Din uppgift
desk-customers-task-owner = { $name } tar hand om det
desk-customers-task-take = Ta uppgiften
desk-customers-task-hand = Lämna vidare
desk-customers-task-hand-to = Kollega
desk-customers-task-hand-do = Lämna vidare
desk-customers-task-taken = Uppgiften är din.
desk-customers-task-handed = Uppgiften är lämnad vidare.
desk-customers-task-not-handed = Uppgiften lämnades inte vidare: den här personen kan inte ha uppgifter från butiken. Välj någon annan.
desk-customers-task-lost = Någon annan hann före, eller så är uppgiften klar.
