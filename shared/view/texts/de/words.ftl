# Every id here begins with "words-"; what each is for stands in en/words.ftl.

## Where an order stands
words-stage-draft = Noch nicht bestellt
words-stage-awaiting-payment = Zahlung ausstehend
words-stage-payment-failed = Zahlung fehlgeschlagen
words-stage-received = Eingegangen
words-stage-preparing = In Bearbeitung
words-stage-on-hold = Zurückgestellt
words-stage-part-delivered = Teilweise versandt
words-stage-part-ready = Teilweise bereit
words-stage-sent = Versandt
words-stage-delivered = Zugestellt
words-stage-cancelled = Storniert
words-stage-refunded = Erstattet
words-stage-other = Wird bearbeitet
words-stage-unresolved = In Klärung
words-stage-ready-to-collect = Abholbereit
words-stage-collected = Abgeholt
words-stage-completed = Abgeschlossen

## What changed
words-placed = Bestellung aufgegeben
words-draft = Bestellung wieder als Entwurf geöffnet
words-awaiting-payment = Bestellung wartet auf Zahlung
words-payment-failed = Zahlung fehlgeschlagen
words-received = Bestellung beim Shop eingegangen
words-preparing = Bestellung wird vorbereitet
words-on-hold = Bestellung zurückgestellt
words-part-delivered = Teil der Bestellung versandt
words-part-ready = Teil der Bestellung bereit
words-sent = Bestellung versandt
words-delivered = Bestellung zugestellt
words-cancelled = Bestellung storniert
words-refunded-in-whole = Bestellung erstattet
words-ready-to-collect = Bestellung abholbereit
words-collected = Bestellung abgeholt
words-completed = Bestellung abgeschlossen
words-status = Status geändert in „{ $status }“
words-tracking = Paket kann bei { $carrier } verfolgt werden
words-tracking-unnamed = Paket hat eine Sendungsnummer
words-tracking-corrected = Neue Sendungsnummer für das Paket mit { $carrier }
words-tracking-corrected-unnamed = Neue Sendungsnummer für das Paket
words-refund = Erstattung von { $amount }
words-refund-unsaid = Erstattung

## What changed for some of the items
words-lines-cancelled = Artikel storniert
words-lines-invoiced = Artikel in Rechnung gestellt
words-lines-credited = Artikel gutgeschrieben
words-invoiced = Rechnung { $number } erstellt
words-credited = Gutschrift { $number } erstellt
words-packing-slip = Lieferschein gedruckt
words-picked = Artikel im Lager zusammengestellt
words-lines-sent = Artikel versandt
words-lines-ready = Artikel bereit
words-all-sent = Alles versandt
words-all-ready = Alles bereit
words-delivery-corrected = Korrektur: Es wurde weniger versandt als zuvor mitgeteilt
words-ready-corrected = Korrektur: Es ist weniger bereit als zuvor mitgeteilt
words-back-in-stock = Artikel wieder auf Lager
words-returned =
    { $count ->
        [one] Zurückgesandter Artikel beim Shop eingegangen
       *[other] Zurückgesandte Artikel beim Shop eingegangen
    }
words-expected =
    { $count ->
        [one] Neuer voraussichtlicher Termin
       *[other] Neue voraussichtliche Termine
    }
words-expected-first =
    { $count ->
        [one] Voraussichtlicher Termin bekannt
       *[other] Voraussichtliche Termine bekannt
    }
words-expected-open =
    { $count ->
        [one] Voraussichtlicher Termin nicht mehr bekannt
       *[other] Voraussichtliche Termine nicht mehr bekannt
    }
words-expected-order = { $day }, wie für die ganze Bestellung zugesagt
words-expected-purchase = { $day }, dann wird neue Ware erwartet
words-expected-unknown = noch nicht bekannt
words-item-unnamed = Ein Artikel

## How many of a line
words-count-ordered = { $quantity } bestellt
words-count-sent = { $quantity } versandt
words-count-ready = { $quantity } bereit
words-count-none-sent = nichts versandt
words-count-none-ready = nichts bereit
words-count-none = nichts
words-count-to-come = { $quantity } noch offen
words-count-cancelled = { $quantity } storniert
words-count-returned = { $quantity } zurückgesandt
words-count-invoiced = { $quantity } in Rechnung gestellt
words-count-credited = { $quantity } gutgeschrieben

## When a line is expected
words-due = Voraussichtlich { $day }
words-due-order = Voraussichtlich { $day }, wie für die ganze Bestellung zugesagt
words-due-purchase = Neue Ware voraussichtlich { $day }
words-late = Verspätet (ursprünglicher Termin: { $day })
words-late-order = Verspätet (zugesagter Termin für die ganze Bestellung: { $day })
words-late-purchase = Neue Ware verspätet (ursprünglicher Termin: { $day })
words-out-of-stock = Zurzeit nicht auf Lager

## The documents
words-documents = Dokumente
words-document-invoice = Rechnung { $number }
words-document-credit-note = Gutschrift { $number }
words-document-packing-slip = Lieferschein { $number }
words-document-other = Dokument { $number }

## On the page only
words-removed = Vom Shop entfernt
words-restored = Vom Shop wiederhergestellt

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Artikel
words-cost-discount = Rabatt
words-cost-shipping = Versand
words-cost-free = Kostenlos
words-cost-tax = MwSt.
words-cost-tax-included = Enthaltene MwSt.
words-cost-total = Gesamtsumme
words-cost-refund = Erstattung
words-cost-refund-for = Erstattung: { $reason }
words-cost-rest = Gesamtsumme nach Erstattung
words-cost-fee = Gebühr
words-cost-tip = Trinkgeld
words-cost-duty = Zoll
words-cost-other = Sonstiges

## The payment
words-payment-unpaid = Noch nicht bezahlt
words-payment-authorized = Betrag reserviert, noch nicht abgebucht
words-payment-part-paid = Teilweise bezahlt
words-payment-paid = Bezahlt
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Fällig am { $day }
