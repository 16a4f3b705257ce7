# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Kunden
desk-customers-none = Es gibt noch keine Kunden. Sie erscheinen hier mit ihrer ersten Bestellung.
desk-customers-older = Ältere Kunden
desk-customers-shop = Shop
desk-customers-show = Anzeigen
desk-customers-since = Bekannt seit:

## The kinds of customers
desk-customers-customer = Kunde
desk-customers-guest = Gast
desk-customers-public = Privatkunde
desk-customers-retailer = Wiederverkäufer
desk-customers-agent = Handelsvertreter

## What the shop says of a customer: labels
desk-customers-about = Über diesen Kunden
desk-customers-id = Kundennummer
desk-customers-trading-name = Handelsname
desk-customers-channel = Vertriebskanal
desk-customers-group = Kundengruppe
desk-customers-price-list = Preisliste
desk-customers-language = Sprache
desk-customers-terms = Zahlungsbedingungen
desk-customers-before-dispatch = Zahlung vor dem Versand
desk-customers-bank = Bankkonto
desk-customers-accounts-id = Nummer in der Buchhaltung
desk-customers-subs = Bestellt für
desk-customers-yes = Ja
desk-customers-no = Nein
desk-customers-as-of = Stand:
desk-customers-order-from-stock = Bestellung ab Lager
desk-customers-pre-order = Vorbestellung

## Who gets which emails
desk-customers-mails = E-Mails
desk-customers-no-mails = Dieser Kunde möchte keine E-Mails zu Bestellungen.
desk-customers-no-address = Es ist keine E-Mail-Adresse bekannt.
desk-customers-role-customer = Erhält die E-Mails zu den Bestellungen.
desk-customers-role-admin = Erhält eine Kopie jeder E-Mail.
desk-customers-role-billing = Erhält Kopien der E-Mails zu Rechnungen, Gutschriften und Erstattungen.
desk-customers-role-delivery = Erhält Kopien der E-Mails zu Lieferungen.
desk-customers-own-recipients = Für manche E-Mails sehen die Regeln dieses Shops andere Empfänger vor.
desk-customers-bounced = Erhält keine E-Mails: Eine E-Mail kam zurück, weil die Adresse nicht funktioniert.
desk-customers-refused = Erhält keine E-Mails: Der E-Mail-Anbieter sendet nicht an diese Adresse.
desk-customers-complained = Erhält keine E-Mails: Eine E-Mail wurde als Spam markiert.
desk-customers-unsubscribed = Erhält keine E-Mails: Der Empfänger hat sich beim E-Mail-Anbieter abgemeldet.
desk-customers-lift = Wieder E-Mails senden
desk-customers-lifted = Diese Adresse erhält wieder E-Mails.

## The account
desk-customers-account = Kundenkonto
desk-customers-balance = Saldo
desk-customers-invoices = Letzte Rechnungen
desk-customers-payments = Letzte Zahlungen
desk-customers-open = { $amount } offen
desk-customers-due = fällig: { $day }

## Orders
desk-customers-orders = Bestellungen
desk-customers-no-orders = Keine Bestellungen.
desk-customers-as-guest = Als Gast mit derselben Adresse bestellt
desk-customers-older-orders = Ältere Bestellungen

## The watch list
desk-customers-watch = Auf der Beobachtungsliste
desk-customers-watch-title = Beobachtungsliste
desk-customers-watch-text = Grund
desk-customers-watch-hint = Ihre Kollegen sehen das bei jeder Bestellung dieses Kunden und erhalten für jede neue eine Aufgabe. Der Kunde sieht es nie.
desk-customers-watch-day = Letzter Tag
desk-customers-watch-day-hint = Lassen Sie das Feld leer, wenn es kein Enddatum gibt.
desk-customers-day-wrong = Geben Sie einen Tag ein, der noch nicht vorbei ist.
desk-customers-watch-until = bis { $day }
desk-customers-watch-do = Auf die Beobachtungsliste setzen
desk-customers-watch-lift = Von der Beobachtungsliste nehmen
desk-customers-watched = Der Kunde steht auf der Beobachtungsliste.
desk-customers-watch-lifted = Der Kunde steht nicht mehr auf der Beobachtungsliste.

## Joining two customers
desk-customers-join = Mit einem anderen Kunden zusammenführen
desk-customers-join-with = Der andere Kunde
desk-customers-join-with-hint = Geben Sie eine Kundennummer, eine E-Mail-Adresse oder einen Teil eines Namens ein.
desk-customers-join-find = Suchen
desk-customers-join-choose = Gefundene Kunden
desk-customers-join-compare = Vergleichen
desk-customers-join-none = Es wurde kein anderer Kunde dieses Shops gefunden. Prüfen Sie Ihre Eingabe.
desk-customers-join-same = Die beiden sind bereits eine Person.
desk-customers-join-many = Höchstens zehn Kunden lassen sich zu einer Person zusammenführen.
desk-customers-join-overtaken = Ein Kollege hat einen der beiden gerade mit jemand anderem zusammengeführt. Sehen Sie sich beide noch einmal an.
desk-customers-join-check = Sind diese beiden dieselbe Person?
desk-customers-notes-count =
    { $count ->
        [one] { $count } Notiz
       *[other] { $count } Notizen
    }
desk-customers-join-happens = Was geschieht, wenn Sie sie zusammenführen
desk-customers-join-effect-page = Beide haben eine gemeinsame Seite mit den Bestellungen, E-Mail-Adressen und Notizen von beiden. Steht einer auf der Beobachtungsliste, gilt das für beide. Die Suche zeigt sie einmal.
desk-customers-join-effect-mails = Wer welche E-Mails erhält, bleibt, wie es ist: Jede Bestellung behält ihren eigenen Kunden, ihre Adresse und ihre Sprache.
desk-customers-join-effect-private = Es gilt nur für Sie und Ihre Kollegen: Die Kunden merken nichts davon, und keiner sieht die Bestellungen des anderen.
desk-customers-join-effect-undo = Sie können es jederzeit rückgängig machen. Dann sind beide wie zuvor, und was seither dazugekommen ist, bleibt bei dem, zu dem es gehört.
desk-customers-join-stays-no = Diese erhalten keine E-Mails, und das bleibt so
desk-customers-join-stands = Wessen Name, Adressen und Sprache stehen an erster Stelle?
desk-customers-join-stands-hint = Neue Notizen kommen zu diesem Kunden. Was über den anderen bekannt ist, bleibt ebenfalls auf der Seite.
desk-customers-join-do = Zusammenführen
desk-customers-joined = Die Kunden sind zusammengeführt: Dies ist die Seite von beiden.
desk-customers-joined-records = Zusammengeführte Kunden
desk-customers-joined-why = Für Sie und Ihre Kollegen sind sie eine Person. Im Shop und für E-Mails bleibt jeder ein eigener Kunde.
desk-customers-joined-by = Zusammengeführt von { $name }
desk-customers-joined-into = Mit:
desk-customers-separate = Rückgängig machen
desk-customers-separate-hint = Danach ist jeder Kunde wie zuvor. Bestellungen und Notizen, die seither dazugekommen sind, bleiben bei dem Kunden, zu dem sie gehören.
desk-customers-separated = Die Kunden sind wieder getrennt.

## Notes
desk-customers-notes = Notizen
desk-customers-notes-why = Nur für Ihre Kollegen: Kunden sehen sie nie.
desk-customers-notes-none = Noch keine Notizen.
desk-customers-notes-older = Ältere Notizen
desk-customers-note = Notiz
desk-customers-note-hint = Mit @ und dem Namen eines Kollegen geben Sie ihm eine Aufgabe.
desk-customers-note-add = Notiz hinzufügen
desk-customers-note-wrong = Geben Sie einen Text mit 1 bis 2.000 Zeichen ein.
desk-customers-note-edited = bearbeitet
desk-customers-note-change = Notiz bearbeiten
desk-customers-note-fixed = Nur wer diese Notiz geschrieben hat, kann sie bearbeiten.
desk-customers-note-remove = Notiz entfernen
desk-customers-note-written = Die Notiz ist gespeichert.
desk-customers-note-removed = Die Notiz ist entfernt.
desk-customers-back = Zurück

## Tasks
desk-customers-task-all = Alle Aufgaben
desk-customers-task-mine = Meine Aufgaben
desk-customers-task-none-mine = Sie haben keine Aufgaben.
desk-customers-task-customer = Kundenseite
desk-customers-task-urgent = Dringende Bestellung
desk-customers-task-held = E-Mails zu der Bestellung werden zurückgehalten
desk-customers-task-watch = Ein Kunde auf der Beobachtungsliste hat bestellt
desk-customers-task-mentioned = In einer Notiz wird ein Kollege genannt
desk-customers-task-overdue = Der zugesagte Termin ist verstrichen, und es fehlt noch etwas
desk-customers-task-silent = Die Webhooks des Shops bleiben ungewöhnlich lange aus: Sehen Sie in der Verwaltung des Shops nach, ob sie noch eingeschaltet sind
desk-customers-task-yours = Ihre Aufgabe
desk-customers-task-owner = { $name } kümmert sich darum
desk-customers-task-take = Übernehmen
desk-customers-task-hand = Weitergeben
desk-customers-task-hand-to = Kollege
desk-customers-task-hand-do = Weitergeben
desk-customers-task-taken = Sie haben die Aufgabe übernommen.
desk-customers-task-handed = Die Aufgabe wurde weitergegeben.
desk-customers-task-not-handed = Die Aufgabe wurde nicht weitergegeben: Diese Person kann keine Aufgaben des Shops haben. Wählen Sie jemand anderen.
desk-customers-task-lost = Jemand anders war schneller, oder die Aufgabe ist erledigt.
