# Every id here begins with "page-"; what each is for stands in en/page.ftl.
page-title = Bestellung { $number }: { $status } – { $shop }
page-order = Bestellung { $number }
page-order-placed = Bestellung { $number }, aufgegeben am { $date }

## The answer
page-draft = Ihre Bestellung ist noch nicht aufgegeben
page-awaiting-payment = Ihre Bestellung wartet auf Ihre Zahlung
page-payment-failed = Ihre Zahlung ist fehlgeschlagen
page-received = Ihre Bestellung ist beim Shop eingegangen
page-preparing = Ihre Bestellung wird vorbereitet
page-on-hold = Ihre Bestellung ist zurückgestellt
page-part-delivered = Ein Teil Ihrer Bestellung wurde versandt
page-part-ready = Ein Teil Ihrer Bestellung liegt zur Abholung bereit
page-part-done = Ein Teil Ihrer Bestellung ist bereit
page-sent = Ihre Bestellung wurde versandt
page-delivered = Ihre Bestellung wurde zugestellt
page-cancelled = Ihre Bestellung wurde storniert
page-refunded = Ihre Bestellung wurde erstattet
page-ready-to-collect = Ihre Bestellung liegt zur Abholung bereit
page-collected = Ihre Bestellung wurde abgeholt
page-completed = Ihre Bestellung ist abgeschlossen
page-other = Ihre Bestellung: { $status }
page-removed = Der Shop hat diese Bestellung entfernt

## What happens next
page-next-draft = Der Shop beginnt, sobald Sie die Bestellung aufgegeben haben.
page-next-awaiting-payment = Der Shop bereitet Ihre Bestellung vor, sobald Ihre Zahlung eingegangen ist. Falls Sie schon bezahlt haben, kann es einige Tage dauern, bis das hier zu sehen ist.
page-next-payment-failed = Der Shop kann Ihre Bestellung noch nicht vorbereiten. Fragen Sie den Shop, wie Sie die Zahlung noch einmal versuchen können.
page-next-received = Der Shop bereitet Ihre Bestellung vor. Sie können alles auf dieser Seite verfolgen.
page-next-preparing-track = Was schon versandt ist, können Sie unten verfolgen.
page-next-preparing = Der Shop bereitet Ihre Bestellung vor. Sobald ein Paket verfolgt werden kann, finden Sie den Link auf dieser Seite.
page-next-preparing-collect = Der Shop bereitet Ihre Bestellung vor. Sobald Sie sie abholen können, steht es auf dieser Seite.
page-next-preparing-follow = Der Shop bereitet Ihre Bestellung vor. Sie können alles auf dieser Seite verfolgen.
page-next-on-hold = Der Shop muss etwas klären, bevor es weitergehen kann. Wenn Sie nicht wissen, worum es geht, wenden Sie sich bitte an den Shop.
page-next-part-delivered = Der Shop bereitet den Rest vor. Sie können alles auf dieser Seite verfolgen.
page-next-part-ready = Sie können ihn jetzt abholen. Sobald der Rest bereitliegt, steht es auf dieser Seite.
page-next-sent = Alle Artikel haben den Shop verlassen.
page-next-sent-track = Alle Artikel haben den Shop verlassen. Wann sie ankommen, erfahren Sie vom Paketdienst.
page-next-delivered = Wenn etwas fehlt oder beschädigt ist, sagen Sie dem Shop Bescheid.
page-next-completed = Wenn etwas nicht stimmt, sagen Sie dem Shop Bescheid.
page-next-cancelled = Es wird nichts mehr versandt. Wenn Sie damit nicht gerechnet haben, wenden Sie sich bitte an den Shop.
page-next-cancelled-unshipped = Wenn Sie damit nicht gerechnet haben, wenden Sie sich bitte an den Shop.
page-next-refunded = Der Shop hat Ihr Geld zurückgezahlt. Wie lange es dauert, bis es bei Ihnen ankommt, hängt davon ab, wie Sie bezahlt haben.
page-next-ready-to-collect = Sie können sie jetzt abholen. Wenn Sie nicht wissen, wo, wenden Sie sich bitte an den Shop.
page-next-ready-to-collect-at = Sie können sie jetzt hier abholen:
page-next-other = So nennt der Shop selbst den Stand Ihrer Bestellung. Wenn Sie mehr wissen möchten, wenden Sie sich bitte an den Shop.
page-next-unresolved = Wenn Sie mehr wissen möchten, wenden Sie sich bitte an den Shop.
page-next-removed = Wenn Sie aus dieser Bestellung noch etwas erwarten, wenden Sie sich bitte an den Shop.
page-shops-words = Der Shop nennt das „{ $status }“.

page-items-sent =
    { $sent ->
        [one] { $sent-text } von { $total-text } Artikeln wurde versandt.
       *[other] { $sent-text } von { $total-text } Artikeln wurden versandt.
    }
page-parcels-sent =
    { $count ->
        [one] { $count } Paket wurde versandt.
       *[other] { $count } Pakete wurden versandt.
    }
page-parcels-in-all = Ihre Bestellung kommt in { $count } Paketen.
page-parcels-arrived =
    { $arrived ->
        [one] { $arrived } von { $total } Paketen wurde zugestellt.
       *[other] { $arrived } von { $total } Paketen wurden zugestellt.
    }

page-picked = Der Shop hat Ihre Artikel im Lager zusammengestellt.
page-packing-slip = Der Shop hat den Lieferschein gedruckt.

## When it is expected
page-expected = Voraussichtlicher Liefertermin: { $day }.
page-expected-unshipped = Voraussichtlicher Termin: { $day }.
page-expected-rest = Voraussichtlicher Liefertermin für den Rest: { $day }.
page-expected-rest-unshipped = Voraussichtlicher Termin für den Rest: { $day }.
page-expected-next = Voraussichtlicher Liefertermin für die nächsten Artikel: { $day }.
page-expected-next-unshipped = Voraussichtlicher Termin für die nächsten Artikel: { $day }.
page-expected-purchase = Neue Ware für Ihre Bestellung wird erwartet: { $day }.
page-expected-late = Ihre Bestellung ist verspätet (ursprünglicher Termin: { $day }). Wenn Sie mehr wissen möchten, wenden Sie sich bitte an den Shop.
page-expected-rest-late = Der Rest ist verspätet (ursprünglicher Termin: { $day }). Wenn Sie mehr wissen möchten, wenden Sie sich bitte an den Shop.
page-expected-purchase-late = Neue Ware für Ihre Bestellung ist verspätet (ursprünglicher Termin: { $day }). Wenn Sie mehr wissen möchten, wenden Sie sich bitte an den Shop.
page-expected-some-late = Einige Artikel sind verspätet.

## The steps
page-steps = So weit ist Ihre Bestellung
page-step-ordered = Bestellt
page-step-preparing = In Bearbeitung
page-step-sent = Versandt
page-step-part-sent = Teilweise versandt
page-step-delivered = Zugestellt
page-step-done = Erledigt:
page-step-now = Jetzt:
page-step-to-come = Noch offen:

## The parcels
page-parcels = Pakete
page-parcel = Paket
page-parcel-numbered = Paket { $index } von { $count }
page-parcel-pending = Noch nicht an den Paketdienst übergeben
page-parcel-sent = Versandt
page-parcel-delivered = Zugestellt
page-parcel-state = Status
page-parcel-carrier = Paketdienst
page-parcel-number = Sendungsnummer
page-parcel-date = Versandt am
page-parcel-contents = Inhalt
page-track = Paket bei { $carrier } verfolgen
page-track-numbered = Paket { $index } bei { $carrier } verfolgen
page-leaves = führt zu { $host }

## The items
page-items = Artikel
page-item-number = Artikelnummer { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Kosten

## What happened
page-history = Verlauf
page-history-zone = Alle Zeiten sind Ortszeit ({ $zone }).
page-history-utc = Alle Zeiten sind in UTC.
page-history-from-to = { $before }, jetzt { $now }
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (vorher: { $before })
page-history-more =
    { $count ->
        [one] und { $count } weiterer Artikel
       *[other] und { $count } weitere Artikel
    }
page-changed = Letzte Änderung durch den Shop: { $date }

## The shop's own part
page-message = Nachricht des Shops
page-contact = Kontakt zum Shop
page-contact-ask = Den Shop fragen
page-contact-return = Artikel zurücksenden
page-contact-site = Zum Shop
page-reorder = Das Gleiche noch einmal bestellen
page-calendar = Termin in den Kalender eintragen
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Bestellung { $number } von { $shop } wird erwartet
page-calendar-title-purchase = Neue Ware für Bestellung { $number } von { $shop } wird erwartet
page-addresses = Adressen
page-address-delivery = Lieferung
page-address-collect = Abholort
page-address-billing = Rechnung

## The end of the page
page-renews = Diese Seite aktualisiert sich, bis Ihre Bestellung abgeschlossen ist.
page-renews-stop = Nicht mehr aktualisieren
page-renews-stopped = Diese Seite aktualisiert sich nicht mehr.
page-renews-start = Wieder aktualisieren
page-language = Sprache

## The page for every wrong link
page-lost-title = Bestellung nicht gefunden
page-lost = Dieser Link führt zu keiner Bestellung
page-lost-why = Er ist vielleicht unvollständig oder durch einen neueren ersetzt worden.
page-lost-do = Was Sie tun können
page-lost-newest = Nutzen Sie den Link in der neuesten E-Mail zu Ihrer Bestellung.
page-lost-copy = Wenn Sie den Link kopiert haben, prüfen Sie, ob er vollständig ist.
page-lost-ask = Wenn das nicht hilft, wenden Sie sich bitte an den Shop, bei dem Sie bestellt haben.

## Which mails the customer gets
page-mails-title = E-Mails zur Bestellung { $number }
page-mails-ask = Welche E-Mails möchten Sie bekommen?
page-mails-always = Auf der Seite Ihrer Bestellung steht immer alles, egal, was Sie hier wählen.
page-mails-status = Die Bestellung und ihr Status
page-mails-parcels = Pakete und Lieferung
page-mails-dates = Änderungen des voraussichtlichen Termins
page-mails-cancelled = Stornierungen und Rücksendungen
page-mails-money = Rechnungen und Erstattungen
page-mails-language = Sprache
page-mails-language-shop = Wie der Shop es vorsieht
page-mails-save = Speichern
page-mails-saved = Ihre Auswahl ist gespeichert
page-mails-back = Zurück zu Ihrer Bestellung
page-mails-stop = Keine E-Mails mehr zu dieser Bestellung?
page-mails-stop-why = Sie können die Bestellung weiter auf ihrer Seite verfolgen: Der Link in Ihren E-Mails bleibt gültig.
page-mails-stop-do = E-Mails abbestellen
page-mails-stopped = Sie bekommen keine E-Mails mehr zu dieser Bestellung
page-mails-mistake = War das ein Versehen?
page-mails-again = E-Mails wieder bekommen
page-mails-again-done = Sie bekommen wieder E-Mails zu dieser Bestellung
page-mails-sent = Gesendete E-Mails
page-mails-choose = Auswählen, welche E-Mails Sie bekommen

page-unlock = Die ganze Bestellung anzeigen
page-unlock-why = Zum Schutz Ihrer Bestellung werden Preise, Adressen und Dokumente erst nach einem weiteren Schritt angezeigt.
page-unlock-postcode = Postleitzahl der Liefer- oder Rechnungsadresse
page-unlock-email = E-Mail-Adresse, mit der Sie bestellt haben
page-unlock-either = Postleitzahl oder E-Mail-Adresse, mit der Sie bestellt haben
page-unlock-do = Bestellung anzeigen
page-unlock-wrong = Das passt nicht zu dieser Bestellung. Prüfen Sie es und versuchen Sie es noch einmal.
page-unlock-code-why = Ein Code kann an die E-Mail-Adresse gesendet werden, die bei der Bestellung angegeben wurde.
page-unlock-code-send = Code per E-Mail senden
page-unlock-code-sent = Ihnen wurde ein Code gesendet. Er gilt 15 Minuten.
page-unlock-code = Code aus der E-Mail, sechs Ziffern
page-unlock-code-wrong = Der Code ist falsch oder zu alt. Prüfen Sie ihn oder lassen Sie sich einen neuen senden.
page-unlock-none = Die ganze Bestellung kann hier nicht angezeigt werden. Bitte wenden Sie sich an den Shop.
page-limit = Zu viele Versuche
page-limit-why = Das schützt die Bestellung. Ab dem { $time } können Sie es noch einmal versuchen.
page-ended = Dieser Link ist abgelaufen
page-ended-why = Der Shop zeigt eine Bestellung für begrenzte Zeit nach ihrer letzten Änderung.
page-ended-find = Suchen Sie Ihre Bestellung, dann erhalten Sie einen neuen Link per E-Mail.
page-links = Links zur Bestellung { $number }
page-links-open = Link teilen oder ersetzen
page-links-gift = Ein Link zum Teilen
page-links-gift-why = Er zeigt die Artikel und die Lieferung, aber keine Preise, Adressen oder Dokumente.
page-links-replace = Links ersetzen
page-links-replace-why = Wenn Ihr Link in falsche Hände geraten ist, ersetzen Sie ihn. Ihr alter Link und der zum Teilen funktionieren dann sofort nicht mehr; Ihre nächsten E-Mails enthalten den neuen.
page-links-replace-do = Links ersetzen
page-links-replaced = Ihre Links wurden ersetzt. Die alten funktionieren nicht mehr.
page-find = Bestellung finden
page-find-why = Der Link wird an die E-Mail-Adresse gesendet, die bei der Bestellung angegeben wurde.
page-find-number = Bestellnummer
page-find-do = Link per E-Mail senden
page-find-sent = Prüfen Sie Ihren Posteingang
page-find-sent-why = Wenn es eine passende Bestellung gibt, wurde der Link an die dort angegebene E-Mail-Adresse gesendet. Es kann ein paar Minuten dauern, bis er ankommt.
page-find-nothing = Keine E-Mail? Prüfen Sie die Bestellnummer, sehen Sie im Spamordner nach oder wenden Sie sich an den Shop.
page-find-again = Eine andere Bestellung suchen
