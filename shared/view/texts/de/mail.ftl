# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
mail-subject = Ihre Bestellung { $number } bei { $shop }
mail-order = Bestellung { $number }

mail-hello = Guten Tag,
mail-hello-name = Guten Tag { $name },

## The heading
mail-heading-placed = Vielen Dank für Ihre Bestellung
mail-heading-awaiting-payment = Ihre Bestellung wartet auf Ihre Zahlung
mail-heading-payment-failed = Ihre Zahlung ist fehlgeschlagen
mail-heading-received = Wir haben Ihre Bestellung erhalten
mail-heading-preparing = Ihre Bestellung wird vorbereitet
mail-heading-on-hold = Ihre Bestellung ist zurückgestellt
mail-heading-part-delivered = Ein Teil Ihrer Bestellung ist unterwegs
mail-heading-part-ready = Ein Teil Ihrer Bestellung liegt zur Abholung bereit
mail-heading-part-done = Ein Teil Ihrer Bestellung ist bereit
mail-heading-sent = Ihre Bestellung ist unterwegs
mail-heading-delivered = Ihre Bestellung wurde zugestellt
mail-heading-cancelled = Ihre Bestellung wurde storniert
mail-heading-refunded = Ihre Bestellung wurde erstattet
mail-heading-ready-to-collect = Ihre Bestellung liegt zur Abholung bereit
mail-heading-collected = Ihre Bestellung wurde abgeholt
mail-heading-completed = Ihre Bestellung ist abgeschlossen
mail-heading-status = Ihre Bestellung: { $status }
mail-heading-tracking =
    { $count ->
        [one] Sie können Ihr Paket jetzt verfolgen
       *[other] Sie können Ihre Pakete jetzt verfolgen
    }
mail-heading-tracking-number =
    { $count ->
        [one] Ihr Paket hat eine Sendungsnummer
       *[other] Ihre Pakete haben Sendungsnummern
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Ihr Paket hat eine neue Sendungsnummer
       *[other] Ihre Pakete haben neue Sendungsnummern
    }
mail-heading-refund = Sie erhalten { $amount } zurück
mail-heading-refund-unsaid = Sie erhalten Geld zurück
mail-heading-lines-cancelled = Ein Teil Ihrer Bestellung wurde storniert
mail-heading-rest-sent = Der Rest Ihrer Bestellung ist unterwegs
mail-heading-corrected = Korrektur: Wir haben weniger versandt als mitgeteilt
mail-heading-ready-corrected = Korrektur: Es ist weniger bereit als mitgeteilt
mail-heading-expected = Neuer voraussichtlicher Termin: { $day }
mail-heading-expected-several = Ihre Bestellung hat neue voraussichtliche Termine
mail-heading-expected-purchase = Neue Ware erwartet: { $day }
mail-heading-expected-first = Voraussichtlicher Termin: { $day }
mail-heading-expected-first-several = Ihre Bestellung hat jetzt voraussichtliche Termine
mail-heading-expected-open = Wir wissen noch nicht, wann Ihre Artikel kommen
mail-heading-back-in-stock = Wieder auf Lager: { $item }
mail-heading-back-in-stock-several = Artikel aus Ihrer Bestellung sind wieder auf Lager
mail-heading-returned = Ihre Rücksendung ist bei uns eingegangen
mail-heading-invoice = Sie haben eine Rechnung erhalten: { $number }
mail-heading-invoiced = Ihre Bestellung wurde in Rechnung gestellt
mail-heading-invoices = Sie haben neue Rechnungen erhalten
mail-heading-credit-note = Sie haben eine Gutschrift erhalten: { $number }
mail-heading-credited = Wir haben Ihnen Artikel aus Ihrer Bestellung gutgeschrieben
mail-heading-credit-notes = Sie haben neue Gutschriften erhalten
mail-heading-papers = Sie haben neue Dokumente erhalten
mail-heading-packing-slip = Der Lieferschein zu Ihrer Bestellung ist gedruckt
mail-heading-picked = Wir haben Ihre Artikel im Lager zusammengestellt
mail-heading-news = Es gibt Neues zu Ihrer Bestellung
mail-heading-message = Eine Nachricht zu Ihrer Bestellung

## What happens next. These follow the comma of the greeting, and a full stop
## too: so each begins with a word that has a capital letter anyway.
mail-next-awaiting-payment = Ihre Bestellung bereiten wir vor, sobald Ihre Zahlung eingegangen ist.
mail-next-payment-failed = Ihre Bestellung können wir noch nicht vorbereiten. Bitte fragen Sie uns, wie Sie bezahlen können.
mail-next-received = Ihre Bestellung bereiten wir jetzt vor. Auf der Statusseite können Sie sie jederzeit verfolgen.
mail-next-preparing = Ihre Bestellung bereiten wir gerade vor. Auf der Statusseite können Sie sie jederzeit verfolgen.
mail-next-preparing-collect = Ihre Bestellung bereiten wir gerade vor. Sobald Sie sie abholen können, steht es auf der Statusseite.
mail-next-on-hold = Ihre Bestellung bearbeiten wir weiter, sobald etwas geklärt ist. Wenn Sie nicht wissen, worum es geht, fragen Sie uns bitte.
mail-next-part-delivered = Ihre übrigen Artikel folgen. Auf der Statusseite sehen Sie, was schon versandt ist.
mail-next-part-ready = Sie können ihn jetzt abholen. Wir schreiben Ihnen wieder, sobald der Rest bereitliegt.
mail-rest-expected = Voraussichtlicher Termin für den Rest: { $day }.
mail-next-sent = Ihre Bestellung ist jetzt vollständig auf dem Weg zu Ihnen.
mail-next-delivered = Ihnen gefällt hoffentlich, was Sie bestellt haben. Wenn etwas fehlt oder beschädigt ist, sagen Sie uns bitte Bescheid.
mail-next-completed = Ihnen gefällt hoffentlich, was Sie bestellt haben. Wenn etwas nicht stimmt, sagen Sie uns bitte Bescheid.
mail-next-cancelled = Sie erhalten zu dieser Bestellung keine weiteren Sendungen. Wenn die Stornierung Sie überrascht, melden Sie sich bitte bei uns.
mail-next-cancelled-unshipped = Ihre Bestellung bearbeiten wir nicht weiter. Wenn die Stornierung Sie überrascht, melden Sie sich bitte bei uns.
mail-next-refunded = Ihr Geld ist auf dem Weg zurück zu Ihnen. Wie lange das dauert, hängt davon ab, wie Sie bezahlt haben.
mail-next-ready-to-collect = Sie können Ihre Bestellung jetzt abholen. Wenn Sie nicht wissen, wo, melden Sie sich bitte bei uns.
mail-next-ready-to-collect-at = Sie können Ihre Bestellung jetzt hier abholen:
mail-next-lines-cancelled = Ihre übrige Bestellung ist davon nicht betroffen. Wenn die Stornierung Sie überrascht, melden Sie sich bitte bei uns.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Sie erhalten die stornierten Artikel nicht mehr. Wenn die Stornierung Sie überrascht, melden Sie sich bitte bei uns.
mail-next-corrected = Sie haben von uns eine falsche Angabe erhalten, und das tut uns leid. Bei Fragen melden Sie sich bitte bei uns.
mail-next-later = Sie müssen leider länger warten, und das tut uns leid. Auf der Statusseite steht immer der aktuelle Termin.
mail-next-later-open = Sie müssen leider länger warten, und das tut uns leid. Sobald ein neuer Termin bekannt ist, finden Sie ihn auf der Statusseite.
mail-next-expected = Sie finden den aktuellen Termin immer auf der Statusseite.
mail-next-back-in-stock = Ihre Bestellung können wir jetzt weiterbearbeiten. Auf der Statusseite können Sie sie jederzeit verfolgen.
mail-next-returned = Ihre Rücksendung ist angekommen, vielen Dank dafür. Bei Fragen melden Sie sich bitte bei uns.
mail-next-credited = Sie bekommen den Betrag von der Rechnung abgezogen oder zurückgezahlt.
mail-next-credited-amount = Sie bekommen { $amount } von der Rechnung abgezogen oder zurückgezahlt.
mail-next-picked = Ihre Artikel verpacken wir als Nächstes. Auf der Statusseite können Sie Ihre Bestellung jederzeit verfolgen.
mail-next-packing-slip = Ihre Artikel verpacken wir als Nächstes. Auf der Statusseite können Sie Ihre Bestellung jederzeit verfolgen.
mail-next-other = Sie finden alle Einzelheiten auf der Statusseite.
mail-next-tracking = Ihre Sendung können Sie beim Paketdienst verfolgen. Es kann einen Tag dauern, bis er die Nummer kennt.
mail-next-no-page = Sie haben eine Frage zu Ihrer Bestellung? Fragen Sie uns gern.

## What changed
mail-label = { $label }:
mail-changes = Das ist neu
mail-before = Vorher
mail-now = Jetzt
mail-item = { $item }: { $now }

## The order's page
mail-button = Bestellung ansehen
mail-address = Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:
mail-see = Bestellung ansehen:

## The parcels
mail-parcels =
    { $count ->
        [one] Ihr Paket
       *[other] Ihre Pakete
    }
mail-parcel = Paket
mail-tracking-number = Sendungsnummer
mail-track = Bei { $carrier } verfolgen
mail-track-unnamed = Paket verfolgen
mail-more-parcels =
    { $count ->
        [one] und { $count } weiteres Paket auf der Statusseite
       *[other] und { $count } weitere Pakete auf der Statusseite
    }

## The documents
mail-attached = { $document } ist beigefügt.

## The items
mail-items = Ihre Artikel
mail-more-items =
    { $count ->
        [one] und { $count } weiterer Artikel auf der Statusseite
       *[other] und { $count } weitere Artikel auf der Statusseite
    }
mail-more = und noch { $count }

## The end
mail-reply = Haben Sie eine Frage? Antworten Sie einfach auf diese E-Mail.
mail-regards = Mit freundlichen Grüßen
mail-why = Sie erhalten diese E-Mail, weil die Bestellung { $number } bei { $shop } mit Ihrer E-Mail-Adresse aufgegeben wurde.
mail-why-copied = Sie erhalten diese E-Mail, weil die Bestellung { $number } bei { $shop } mit Ihrer E-Mail-Adresse aufgegeben wurde oder weil Sie als Kontakt dafür angegeben sind.
mail-why-contact = Sie erhalten diese E-Mail, weil Sie als Kontakt für die Bestellung { $number } bei { $shop } angegeben sind.
mail-why-other = Sie erhalten diese E-Mail, weil { $shop } sie Ihnen geschickt hat. Es geht um die Bestellung { $number }.

mail-asked-link = Der Link zu Ihrer Bestellung
mail-asked-link-why = Ihre Bestellnummer wurde eingegeben und der Link zu Ihrer Bestellung angefordert. Hier ist er.
mail-asked-code = Ihr Code
mail-asked-code-why = Ihren Code geben Sie bitte auf der Seite Ihrer Bestellung ein. Er gilt 15 Minuten.
mail-asked-not = Wenn Sie das nicht angefordert haben, brauchen Sie nichts zu tun.
