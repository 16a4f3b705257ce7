# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Bestelling { $number }
desk-order-is-urgent = Spoed:
desk-order-is-removed = De winkel heeft deze bestelling verwijderd. De klant ziet alleen dat de bestelling er niet meer is.
desk-order-is-held = Mails over deze bestelling worden vastgehouden.
desk-order-is-revoked = De links naar de pagina van deze bestelling leiden nergens heen.

## The four answers
desk-order-where = Stand van zaken
desk-order-progress =
    { $total ->
        [one] { $sent } van { $total } artikel verzonden
       *[other] { $sent } van { $total } artikelen verzonden
    }
desk-order-promised = Toegezegd voor
desk-order-no-promise = Er is geen datum toegezegd.
desk-order-late = Deze datum is verstreken.
desk-order-told = Laatste mail
desk-order-no-mail = Er is geen mail verstuurd.
desk-order-later = Later: { $change }
desk-order-waiting =
    { $count ->
        [one] { $count } wijziging moet nog worden gemaild.
       *[other] { $count } wijzigingen moeten nog worden gemaild.
    }
desk-order-todo = Te doen
desk-order-no-task = Niets.
desk-order-to-tasks = Naar de taken

## What became of an email
desk-order-mail-opened = Aangekomen en geopend.
desk-order-mail-delivered = Aangekomen.
desk-order-mail-came-back = Niet aangekomen.
desk-order-mail-complained = Aangekomen, maar als spam gemarkeerd.
desk-order-mail-sent = Verstuurd. Nog niet bekend of de mail is aangekomen.
desk-order-mail-being-sent = Onderweg.
desk-order-mail-refused = De mailprovider heeft de mail niet aangenomen.
desk-order-mail-called-back = Teruggehaald voordat de mail werd verstuurd.

## What can be done
desk-order-actions = Acties
desk-order-change = Bestelling wijzigen
desk-order-mails = Mails
desk-order-more = Meer
desk-order-see-page = Pagina van de klant bekijken
desk-order-see-shop = Openen in de winkel
desk-order-tracking = Trackingnummer toevoegen
desk-order-status = Status instellen
desk-order-promise = Datum toezeggen
desk-order-return = Retour registreren
desk-order-refund = Terugbetaling noteren
desk-order-cancel = Bestelling annuleren
desk-order-hold = Mails vasthouden
desk-order-drop = Wachtende mails schrappen
desk-order-links = Links beheren

## The sections
desk-order-parcels = Pakketten
desk-order-parcel-pending = Nog niet overgedragen aan de vervoerder
desk-order-parcel-sent = Onderweg
desk-order-parcel-delivered = Bezorgd
desk-order-parcel-failed = Bezorging mislukt
desk-order-items = Artikelen
desk-order-more-items =
    { $count ->
        [one] en nog { $count } artikel
       *[other] en nog { $count } artikelen
    }
desk-order-customer = Klant
desk-order-to-customer = Alles over deze klant
desk-order-no-address = Geen e-mailadres
desk-order-wants-no-mail = Wil geen mails ontvangen.
desk-order-role-customer = Krijgt ook de mails aan de klant
desk-order-role-admin = Krijgt een kopie van alles
desk-order-role-billing = Krijgt facturen en creditnota’s
desk-order-role-delivery = Krijgt bericht over leveringen
desk-order-delivery-address = Bezorgadres
desk-order-billing-address = Factuuradres
desk-order-costs = Kosten

## The timeline
desk-order-timeline = Wat er is gebeurd
desk-order-status-moved = Status:
desk-order-earlier = Eerdere items
desk-order-repeats = Eerder gemeld: er is niets veranderd.
desk-order-came-late = Kwam te laat: er was al iets nieuwers bekend.
desk-order-dropped = Delen die niet konden worden gelezen
desk-order-mail = Mail:
desk-order-mail-again = Mail, opnieuw verstuurd:
desk-order-template-failed = Het sjabloon kon niet worden ingevuld, daarom is de eigen tekst van Wismo verstuurd:
desk-order-did-order = Bestelling ontvangen van de winkel
desk-order-did-removed = Bestelling verwijderd in de winkel
desk-order-did-stock = Voorraad van een artikel
desk-order-did-purchase = Inkooporder voor een artikel
desk-order-did-parcel = Pakket
desk-order-did-refund = Terugbetaling
desk-order-did-address = E-mailadres gecorrigeerd
desk-order-did-part = Bestelling ontvangen van het ERP-systeem
desk-order-did-by-hand = Bestelling handmatig gewijzigd
desk-order-did-status = Status ingesteld
desk-order-did-promise = Datum toegezegd
desk-order-did-urgent = Als spoed gemarkeerd
desk-order-did-not-urgent = Geen spoed meer
desk-order-did-held = Mails vastgehouden
desk-order-did-released = Mails vrijgegeven
desk-order-did-dropped = Wachtende mails geschrapt
desk-order-did-preferences = De klant heeft gekozen welke mails er worden verstuurd
desk-order-did-link-replaced = Link vervangen
desk-order-did-link-revoked = Links ingetrokken
desk-order-did-link-restored = Links hersteld
desk-order-did-report = Bericht over een mail
desk-order-via-hook = vanuit de winkel
desk-order-via-import = via import
desk-order-via-item = vanuit de voorraad
desk-order-via-desk = in de werkruimte
desk-order-via-page = door de klant

## News of an email; the address follows.
desk-order-report-delivered = Mail aangekomen:
desk-order-report-deferred = Mail vertraagd:
desk-order-report-bounced = Mail definitief teruggekomen:
desk-order-report-soft-bounced = Mail teruggekomen:
desk-order-report-suppressed = Mail niet verstuurd, omdat het adres niet werkt of eerder mails heeft geweigerd:
desk-order-report-rejected = Mail geweigerd door de mailprovider:
desk-order-report-complained = Als spam gemarkeerd:
desk-order-report-unsubscribed = Afgemeld:
desk-order-report-opened = Mail geopend:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Gemaild:
desk-order-not-mailed = Niet gemaild:
desk-order-waits = Moet nog worden gemaild.
desk-order-why-quiet-import = het was een stille import.
desk-order-why-told-nobody = iemand in de werkruimte heeft ervoor gekozen niemand te informeren.
desk-order-why-page-only = het staat alleen op de pagina.
desk-order-why-dropped = de mail is geschrapt of teruggehaald.
desk-order-why-settled = er kwam een import zonder meldingen voordat de mail werd verstuurd.
desk-order-why-merged = de mail meldt alleen wat het uiteindelijk is geworden.
desk-order-why-refused = de mailprovider heeft de mail niet aangenomen.
desk-order-why-given-up = er is te lang geprobeerd de mail te versturen.
desk-order-why-being-sent = De mail is onderweg.
desk-order-why-rule-off = volgens je regels wordt hierover geen mail verstuurd.
desk-order-why-not-set-to-receive = volgens de instelling krijgt de klant geen mails.
desk-order-why-unsubscribed = de klant wil zulke mails niet.
desk-order-why-suppressed = mails komen op dit adres niet aan.
desk-order-why-no-address = de bestelling heeft geen e-mailadres.
desk-order-why-bad-address = het e-mailadres van de bestelling is ongeldig.
desk-order-why-nothing-left = de wijziging werd teruggedraaid voordat de mail werd verstuurd.
desk-order-why-not-composed = de mail kon niet worden opgesteld.
desk-order-why-old-order = de bestelling was meer dan 7 dagen oud toen Wismo die voor het eerst zag.
desk-order-why-part-of-another = de bestelling hoort bij een andere.
desk-order-why-only-noted = klanten krijgen nooit bericht dat een artikel op is.
desk-order-why-in-the-same-mail = het staat al in dezelfde mail.
desk-order-why-notified-before = de klant is al eerder geïnformeerd.

## The forms
desk-order-go-on = Doorgaan
desk-order-change-nothing = Niets wijzigen
desk-order-tracking-why = Het pakket is onderweg. De klant krijgt een link om het te volgen.
desk-order-number-label = Trackingnummer
desk-order-carrier-label = Vervoerder
desk-order-carrier-hint = Zoals UPS. Je kunt dit leeg laten.
desk-order-status-why = Stel de status in die de klant ziet.
desk-order-status-label = Nieuwe status
desk-order-promise-why = Zeg een datum toe voor alles wat nog moet komen.
desk-order-day-label = Datum
desk-order-return-why = Vul in hoeveel stuks er van elk artikel in totaal zijn teruggekomen.
desk-order-returned-hint = { $ordered } besteld, tot nu toe { $returned } geretourneerd
desk-order-refund-why = Noteer geld dat is terugbetaald. Wismo maakt zelf geen geld over.
desk-order-amount-label = Bedrag
desk-order-amount-hint = In de valuta van de bestelling.
desk-order-refund-reason-label = Reden, als de klant er een moet lezen
desk-order-cancel-why = De klant ziet dat de bestelling is geannuleerd. Annuleer de bestelling ook in de winkel.
desk-order-urgent-why = Je collega’s zien dit bovenaan de bestelling. De klant ziet het niet.
desk-order-reason-label = Reden
desk-order-urgent-do = Als spoed markeren
desk-order-urgent-end-why = De bestelling is als spoed gemarkeerd.
desk-order-urgent-end = Geen spoed meer
desk-order-hold-why = Vanaf nu worden er geen mails over deze bestelling verstuurd, totdat je ze vrijgeeft.
desk-order-hold-do = Mails vasthouden
desk-order-release-why = Mails over deze bestelling worden vastgehouden. Als je ze vrijgeeft, hoort de klant wat er sindsdien is gebeurd.
desk-order-release-do = Mails vrijgeven
desk-order-drop-why = Wat nog moet worden gemaild, wordt niet verstuurd en geldt als gemeld. De pagina toont het wel.
desk-order-drop-do = Wachtende mails schrappen
desk-order-links-why = Vervang de link als die in verkeerde handen is gevallen: de oude werkt dan niet meer. Trek alle links in om de pagina te sluiten.
desk-order-links-replace = Link vervangen
desk-order-links-revoke = Alle links intrekken
desk-order-revoke-sure = De pagina van de klant wordt gesloten voor iedereen die er een link naar heeft.
desk-order-links-revoked-why = De links naar de pagina van deze bestelling leiden nergens heen. Herstel ze om de pagina weer te openen.
desk-order-links-restore = Links herstellen

## What would happen
desk-order-no-change = Voor de klant zou er niets veranderen.
desk-order-refund-known = De bestelling heeft al een terugbetaling van dit bedrag. Deze geldt als dezelfde, dus er zou niets veranderen. Is het bedrag nog een keer terugbetaald, leg dat dan vast in de winkel.
desk-order-refund-more-than-left = Samen met wat al is terugbetaald, is dit meer dan de bestelling kostte.
desk-order-refund-more = Dit is meer dan de bestelling kostte.
desk-order-would-mail = Er gaat een mail naar
desk-order-with-template = met het sjabloon ‘{ $template }’
desk-order-would-mail-nobody = Niemand krijgt een mail.
desk-order-would-wait = De mail wacht tot je hem vrijgeeft.
desk-order-overwritten = Dit geldt tot de winkel iets anders over de bestelling meldt.
desk-order-do = Opslaan
desk-order-do-and-tell = Opslaan en de mail versturen
desk-order-do-quietly = Opslaan zonder mail

## What was done
desk-order-saved = Opgeslagen bij de bestelling.
desk-order-held-done = Mails over deze bestelling worden vanaf nu vastgehouden.
desk-order-released-done = Mails over deze bestelling worden weer verstuurd.
desk-order-dropped-done = De wachtende mails zijn geschrapt.
desk-order-may-have-left = Wat nog wachtte, wordt niet verstuurd. Maar er kan al eerder een mail zijn verstuurd: onder ‘Wat er is gebeurd’ staat wat bekend is.
desk-order-links-done = De links zijn gewijzigd.
desk-order-write = Mail schrijven
desk-order-see-customer = Zoals de klant de pagina ziet
desk-order-see-link = Met alleen de link, vóór de tweede stap
desk-order-see-gift = Via de link om te delen
desk-order-mail-done = De mail is onderweg.
desk-order-recalled-done = De mail is teruggehaald.
desk-order-the-mail = De mail
desk-order-to-label = Aan
desk-order-cc-label = Kopie aan
desk-order-cc-hint = Scheid meerdere adressen met komma’s.
desk-order-copy-to-me = Een kopie aan mij
desk-order-template-label = Tekst
desk-order-own-words = Je eigen tekst
desk-order-standard-text = { $change } (standaardtekst)
desk-order-subject-label = Onderwerp
desk-order-subject-hint = Als je dit leeg laat, krijgt de mail het gebruikelijke onderwerp.
desk-order-message-label = Bericht
desk-order-attach-label = Bijvoegen
desk-order-attached = Bijgevoegd
desk-order-show = Mail bekijken
desk-order-show-first = Bekijk de mail precies zoals hij wordt verstuurd. Daarna kun je hem versturen.
desk-order-send = Versturen
desk-order-as-text = Als platte tekst
desk-order-call-back = De mail is nog niet verstuurd
desk-order-call-back-do = Mail terughalen
desk-order-send-again = Opnieuw versturen
desk-order-correct-address = Dit adres voortaan voor de bestelling gebruiken
desk-order-words-wrong = Met deze tekst kan de mail niet worden opgesteld.
desk-order-unreachable = Mails komen op dit adres niet aan. Hef eerst de blokkering op, op de pagina van de klant in de werkruimte.
desk-order-mail-pending = Het is niet zeker of de mail is verstuurd. Bekijk de bestelling voordat je de mail opnieuw verstuurt.
desk-order-too-late = De mail kan niet meer worden teruggehaald.
desk-order-warn-not-set-to-receive = krijgt volgens de instelling geen mails. Deze wordt toch verstuurd.
desk-order-warn-unsubscribed = wil zulke mails niet. Deze wordt toch verstuurd.
desk-order-warn-suppressed = mails komen op dit adres niet aan. Deze mail wordt niet verstuurd.
desk-order-warn-dead-link = In de mail staat een link die niet meer werkt.

## Print
desk-order-print = Afdrukken
desk-order-did-packing-slip = Pakbon afgedrukt
desk-order-did-summary = Bestelling afgedrukt
desk-order-print-why = Wat je afdrukt, wordt bij de bestelling genoteerd. Bij de eerste pakbon krijgt de klant bericht volgens je regels.
desk-order-packing-slip = Pakbon
desk-order-summary = Bestelling
desk-order-quantity = Aantal
desk-order-print-hint = Druk deze pagina af met je browser.

desk-order-document = Document toevoegen
desk-order-send-document = Per mail versturen
desk-order-number-only = De winkel stuurde alleen het nummer, geen bestand.
desk-order-document-why = Voeg een document of afbeelding toe. De klant ziet het op de pagina van de bestelling, en het gaat mee met mails als je regels dat zeggen.
desk-order-file-label = Bestand
desk-order-file-hint = PDF, PNG, JPEG, tekst, CSV of XML, maximaal 512 KB.
desk-order-files-label = Bestanden
desk-order-files-hint = PDF, PNG, JPEG, tekst, CSV of XML, maximaal 512 KB per bestand. Een mail kan er maximaal vijf bevatten. Ze worden toegevoegd zodra je de mail bekijkt.
desk-order-file-chosen = Gekozen:
desk-order-kind-label = Soort
desk-order-kind-invoice = Factuur
desk-order-kind-credit-note = Creditnota
desk-order-kind-other = Ander document
desk-order-document-number-label = Nummer of naam
desk-order-document-number-hint = De klant leest dit. Als je het leeg laat, wordt de naam van het bestand gebruikt.
desk-order-document-shown = Het komt op de pagina van de klant te staan.
desk-order-document-hidden = Je instellingen tonen documenten van deze soort aan niemand.
desk-order-did-document = Document toegevoegd
desk-order-printed = Afgedrukt:
desk-order-mailed-to = Gemaild naar
desk-order-mail-opened-at = Deze mail is geopend:
desk-order-file-missing = Kies een bestand.
desk-order-file-empty = Dit bestand is leeg.
desk-order-file-large = Dit bestand is groter dan 512 KB.
desk-order-file-type = Bestanden van dit type kunnen niet worden toegevoegd. De inhoud telt, niet de naam.
desk-order-file-gone = Het bestand wordt niet meer bewaard. Kies het opnieuw.
desk-order-files-many = Dit zijn te veel bestanden.
desk-order-files-often = Je hebt te veel bestanden verstuurd. Probeer het over een uur opnieuw.
desk-order-document-known = De bestelling heeft al een bestand voor dit document. Vul een ander nummer in.
desk-order-documents-full = De bestelling kan niet meer documenten hebben.
desk-order-mail-large = De mail is te groot voor de mailprovider. Voeg minder of kleinere bestanden bij.
