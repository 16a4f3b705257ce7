# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Bestellung { $number }
desk-order-is-urgent = Dringend:
desk-order-is-removed = Der Shop hat diese Bestellung gelöscht. Der Kunde sieht nur, dass es sie nicht mehr gibt.
desk-order-is-held = E-Mails zu dieser Bestellung werden zurückgehalten.
desk-order-is-revoked = Die Links zur Seite dieser Bestellung führen ins Leere.

## The four answers
desk-order-where = Aktueller Stand
desk-order-progress =
    { $total ->
        [one] { $sent } von { $total } Artikel versandt
       *[other] { $sent } von { $total } Artikeln versandt
    }
desk-order-promised = Zugesagt für
desk-order-no-promise = Es wurde kein Termin zugesagt.
desk-order-late = Dieser Termin ist verstrichen.
desk-order-told = Letzte E-Mail
desk-order-no-mail = Es wurde keine E-Mail gesendet.
desk-order-later = Später: { $change }
desk-order-waiting =
    { $count ->
        [one] { $count } Änderung wartet darauf, gesendet zu werden.
       *[other] { $count } Änderungen warten darauf, gesendet zu werden.
    }
desk-order-todo = Zu tun
desk-order-no-task = Nichts.
desk-order-to-tasks = Zu den Aufgaben

## What became of an email
desk-order-mail-opened = Angekommen und geöffnet.
desk-order-mail-delivered = Angekommen.
desk-order-mail-came-back = Nicht angekommen.
desk-order-mail-complained = Angekommen, aber als Spam markiert.
desk-order-mail-sent = Gesendet. Noch ist nicht bekannt, ob sie angekommen ist.
desk-order-mail-being-sent = Unterwegs.
desk-order-mail-refused = Der E-Mail-Anbieter hat sie nicht angenommen.
desk-order-mail-called-back = Vor dem Senden zurückgezogen.

## What can be done
desk-order-actions = Aktionen
desk-order-change = Bestellung ändern
desk-order-mails = E-Mails
desk-order-more = Mehr
desk-order-see-page = Seite des Kunden ansehen
desk-order-see-shop = Im Shop öffnen
desk-order-tracking = Sendungsnummer hinzufügen
desk-order-status = Status festlegen
desk-order-promise = Termin zusagen
desk-order-return = Rücksendung erfassen
desk-order-refund = Erstattung vermerken
desk-order-cancel = Bestellung stornieren
desk-order-hold = E-Mails zurückhalten
desk-order-drop = Wartende E-Mails verwerfen
desk-order-links = Links verwalten

## The sections
desk-order-parcels = Pakete
desk-order-parcel-pending = Noch nicht an den Versanddienst übergeben
desk-order-parcel-sent = Unterwegs
desk-order-parcel-delivered = Zugestellt
desk-order-parcel-failed = Zustellung fehlgeschlagen
desk-order-items = Artikel
desk-order-more-items =
    { $count ->
        [one] und { $count } weiterer Artikel
       *[other] und { $count } weitere Artikel
    }
desk-order-customer = Kunde
desk-order-to-customer = Alles über diesen Kunden
desk-order-no-address = Keine E-Mail-Adresse
desk-order-wants-no-mail = Möchte keine E-Mails bekommen.
desk-order-role-customer = Bekommt auch die E-Mails an den Kunden
desk-order-role-admin = Bekommt eine Kopie von allem
desk-order-role-billing = Bekommt Rechnungen und Gutschriften
desk-order-role-delivery = Bekommt Nachrichten über Lieferungen
desk-order-delivery-address = Lieferadresse
desk-order-billing-address = Rechnungsadresse
desk-order-costs = Kosten

## The timeline
desk-order-timeline = Verlauf
desk-order-status-moved = Status:
desk-order-earlier = Frühere Einträge
desk-order-repeats = Schon gemeldet: Es hat sich nichts geändert.
desk-order-came-late = Kam zu spät: Neueres war schon bekannt.
desk-order-dropped = Teile, die nicht gelesen werden konnten
desk-order-mail = E-Mail:
desk-order-mail-again = E-Mail, noch einmal gesendet:
desk-order-template-failed = Die Vorlage konnte nicht ausgefüllt werden, deshalb wurde der eigene Text von Wismo gesendet:
desk-order-did-order = Bestellung vom Shop erhalten
desk-order-did-removed = Bestellung im Shop gelöscht
desk-order-did-stock = Lagerbestand eines Artikels
desk-order-did-purchase = Bestellung eines Artikels beim Lieferanten
desk-order-did-parcel = Paket
desk-order-did-refund = Erstattung
desk-order-did-address = E-Mail-Adresse korrigiert
desk-order-did-part = Bestellung vom ERP-System erhalten
desk-order-did-by-hand = Bestellung von Hand geändert
desk-order-did-status = Status festgelegt
desk-order-did-promise = Termin zugesagt
desk-order-did-urgent = Als dringend markiert
desk-order-did-not-urgent = Nicht mehr dringend
desk-order-did-held = E-Mails zurückgehalten
desk-order-did-released = E-Mails freigegeben
desk-order-did-dropped = Wartende E-Mails verworfen
desk-order-did-preferences = Der Kunde hat gewählt, welche E-Mails er bekommt
desk-order-did-link-replaced = Link ersetzt
desk-order-did-link-revoked = Links widerrufen
desk-order-did-link-restored = Links wiederhergestellt
desk-order-did-report = Neues zu einer E-Mail
desk-order-via-hook = vom Shop
desk-order-via-import = per Import
desk-order-via-item = aus dem Lagerbestand
desk-order-via-desk = im Arbeitsbereich
desk-order-via-page = vom Kunden

## News of an email; the address follows.
desk-order-report-delivered = E-Mail angekommen:
desk-order-report-deferred = E-Mail verzögert:
desk-order-report-bounced = E-Mail endgültig zurückgekommen:
desk-order-report-soft-bounced = E-Mail zurückgekommen:
desk-order-report-suppressed = E-Mail nicht gesendet, weil die Adresse nicht funktioniert oder früher E-Mails abgelehnt hat:
desk-order-report-rejected = E-Mail vom E-Mail-Anbieter abgelehnt:
desk-order-report-complained = Als Spam markiert:
desk-order-report-unsubscribed = E-Mails abbestellt:
desk-order-report-opened = E-Mail geöffnet:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Per E-Mail gesendet:
desk-order-not-mailed = Nicht per E-Mail gesendet:
desk-order-waits = Wartet darauf, per E-Mail gesendet zu werden.
desk-order-why-quiet-import = Es war ein stiller Import.
desk-order-why-told-nobody = Jemand im Arbeitsbereich hat entschieden, niemanden zu benachrichtigen.
desk-order-why-page-only = Das wird nur auf der Seite angezeigt.
desk-order-why-dropped = Die E-Mail wurde verworfen oder zurückgezogen.
desk-order-why-settled = Bevor die E-Mail gesendet wurde, kam ein Import, der niemanden benachrichtigt.
desk-order-why-merged = Die E-Mail teilt nur mit, was am Ende daraus wurde.
desk-order-why-refused = Der E-Mail-Anbieter hat die E-Mail nicht angenommen.
desk-order-why-given-up = Das Senden wurde zu lange versucht.
desk-order-why-being-sent = Die E-Mail ist unterwegs.
desk-order-why-rule-off = Ihre Regeln sehen dafür keine E-Mail vor.
desk-order-why-not-set-to-receive = Laut Einstellung bekommt der Kunde keine E-Mails.
desk-order-why-unsubscribed = Der Kunde möchte solche E-Mails nicht.
desk-order-why-suppressed = E-Mails kommen bei der Adresse nicht an.
desk-order-why-no-address = Die Bestellung hat keine E-Mail-Adresse.
desk-order-why-bad-address = Die E-Mail-Adresse der Bestellung ist ungültig.
desk-order-why-nothing-left = Die Änderung wurde rückgängig gemacht, bevor die E-Mail gesendet wurde.
desk-order-why-not-composed = Die E-Mail konnte nicht erstellt werden.
desk-order-why-old-order = Die Bestellung war mehr als 7 Tage alt, als Wismo sie zum ersten Mal sah.
desk-order-why-part-of-another = Die Bestellung ist Teil einer anderen.
desk-order-why-only-noted = Kunden erfahren nie, dass ein Artikel ausverkauft ist.
desk-order-why-in-the-same-mail = Es steht schon in derselben E-Mail.
desk-order-why-notified-before = Der Kunde wurde schon früher benachrichtigt.

## The forms
desk-order-go-on = Weiter
desk-order-change-nothing = Nichts ändern
desk-order-tracking-why = Das Paket ist unterwegs. Der Kunde bekommt einen Link, um es zu verfolgen.
desk-order-number-label = Sendungsnummer
desk-order-carrier-label = Versanddienst
desk-order-carrier-hint = Zum Beispiel UPS. Sie können das Feld leer lassen.
desk-order-status-why = Legen Sie den Status fest, den der Kunde sieht.
desk-order-status-label = Neuer Status
desk-order-promise-why = Sagen Sie für alles, was noch offen ist, einen Termin zu.
desk-order-day-label = Datum
desk-order-return-why = Geben Sie ein, wie viel von jedem Artikel insgesamt zurückgekommen ist.
desk-order-returned-hint = { $ordered } bestellt, bisher { $returned } zurückgesandt
desk-order-refund-why = Vermerken Sie Geld, das zurückgezahlt wurde. Wismo selbst überweist kein Geld.
desk-order-amount-label = Betrag
desk-order-amount-hint = In der Währung der Bestellung.
desk-order-refund-reason-label = Grund, falls der Kunde einen lesen soll
desk-order-cancel-why = Der Kunde sieht, dass die Bestellung storniert ist. Stornieren Sie sie auch im Shop.
desk-order-urgent-why = Ihr Team sieht das oben in der Bestellung. Der Kunde sieht es nicht.
desk-order-reason-label = Grund
desk-order-urgent-do = Als dringend markieren
desk-order-urgent-end-why = Die Bestellung ist als dringend markiert.
desk-order-urgent-end = Nicht mehr dringend
desk-order-hold-why = Ab jetzt werden keine E-Mails zu dieser Bestellung gesendet, bis Sie sie freigeben.
desk-order-hold-do = E-Mails zurückhalten
desk-order-release-why = E-Mails zu dieser Bestellung werden zurückgehalten. Wenn Sie sie freigeben, erfährt der Kunde, was seither geschehen ist.
desk-order-release-do = E-Mails freigeben
desk-order-drop-why = Was noch gesendet werden sollte, wird nicht gesendet und gilt als mitgeteilt. Die Seite zeigt es trotzdem.
desk-order-drop-do = Wartende E-Mails verwerfen
desk-order-links-why = Ersetzen Sie den Link, wenn er in falsche Hände geraten ist: Der alte funktioniert dann nicht mehr. Widerrufen Sie alle Links, um die Seite zu schließen.
desk-order-links-replace = Link ersetzen
desk-order-links-revoke = Alle Links widerrufen
desk-order-revoke-sure = Die Seite des Kunden wird für alle geschlossen, die einen Link dazu haben.
desk-order-links-revoked-why = Die Links zur Seite dieser Bestellung führen ins Leere. Stellen Sie sie wieder her, um die Seite wieder zu öffnen.
desk-order-links-restore = Links wiederherstellen

## What would happen
desk-order-no-change = Für den Kunden würde sich nichts ändern.
desk-order-refund-known = Die Bestellung hat schon eine Erstattung in dieser Höhe. Diese gilt als dieselbe, es würde sich also nichts ändern. Wurde der Betrag noch einmal erstattet, tragen Sie das im Shop ein.
desk-order-refund-more-than-left = Zusammen mit dem, was schon erstattet wurde, ist das mehr, als die Bestellung gekostet hat.
desk-order-refund-more = Das ist mehr, als die Bestellung gekostet hat.
desk-order-would-mail = Eine E-Mail geht an
desk-order-with-template = mit der Vorlage „{ $template }“
desk-order-would-mail-nobody = Niemand bekommt eine E-Mail.
desk-order-would-wait = Die E-Mail wartet, bis Sie sie freigeben.
desk-order-overwritten = Das gilt, bis der Shop zu der Bestellung etwas anderes meldet.
desk-order-do = Speichern
desk-order-do-and-tell = Speichern und E-Mail senden
desk-order-do-quietly = Ohne E-Mail speichern

## What was done
desk-order-saved = Bei der Bestellung gespeichert.
desk-order-held-done = E-Mails zu dieser Bestellung werden ab jetzt zurückgehalten.
desk-order-released-done = E-Mails zu dieser Bestellung werden wieder gesendet.
desk-order-dropped-done = Die wartenden E-Mails sind verworfen.
desk-order-may-have-left = Was noch wartete, wird nicht gesendet. Eine E-Mail kann aber schon vorher verschickt worden sein: Der Verlauf zeigt, was bekannt ist.
desk-order-links-done = Die Links sind geändert.
desk-order-write = E-Mail schreiben
desk-order-see-customer = Wie der Kunde sie sieht
desk-order-see-link = Nur mit dem Link, vor dem zweiten Schritt
desk-order-see-gift = Über den Link zum Teilen
desk-order-mail-done = Die E-Mail ist unterwegs.
desk-order-recalled-done = Die E-Mail wurde zurückgezogen.
desk-order-the-mail = Die E-Mail
desk-order-to-label = An
desk-order-cc-label = Kopie an
desk-order-cc-hint = Trennen Sie mehrere Adressen durch Kommas.
desk-order-copy-to-me = Eine Kopie an mich
desk-order-template-label = Text
desk-order-own-words = Eigener Text
desk-order-standard-text = { $change } (Standardtext)
desk-order-subject-label = Betreff
desk-order-subject-hint = Wenn Sie es leer lassen, hat die E-Mail den üblichen Betreff.
desk-order-message-label = Nachricht
desk-order-attach-label = Anhängen
desk-order-attached = Angehängt
desk-order-show = E-Mail anzeigen
desk-order-show-first = Sehen Sie sich die E-Mail genau so an, wie sie gesendet wird. Danach können Sie sie senden.
desk-order-send = Senden
desk-order-as-text = Als reiner Text
desk-order-call-back = Die E-Mail wurde noch nicht gesendet
desk-order-call-back-do = E-Mail zurückziehen
desk-order-send-again = Noch einmal senden
desk-order-correct-address = Diese Adresse ab jetzt für die Bestellung verwenden
desk-order-words-wrong = Mit diesem Text lässt sich die E-Mail nicht erstellen.
desk-order-unreachable = E-Mails kommen bei dieser Adresse nicht an. Heben Sie die Sperre zuerst auf der Seite des Kunden im Arbeitsbereich auf.
desk-order-mail-pending = Es ist nicht sicher, ob die E-Mail verschickt wurde. Sehen Sie sich die Bestellung an, bevor Sie sie noch einmal senden.
desk-order-too-late = Die E-Mail lässt sich nicht mehr zurückziehen.
desk-order-warn-not-set-to-receive = bekommt laut Einstellung keine E-Mails. Diese wird trotzdem gesendet.
desk-order-warn-unsubscribed = möchte solche E-Mails nicht. Diese wird trotzdem gesendet.
desk-order-warn-suppressed = E-Mails kommen bei dieser Adresse nicht an. Diese E-Mail wird nicht gesendet.
desk-order-warn-dead-link = Die E-Mail enthält einen Link, der nicht mehr funktioniert.

## Print
desk-order-print = Drucken
desk-order-did-packing-slip = Lieferschein gedruckt
desk-order-did-summary = Bestellung gedruckt
desk-order-print-why = Was Sie drucken, wird bei der Bestellung vermerkt. Beim ersten Lieferschein wird der Kunde nach Ihren Regeln darüber informiert.
desk-order-packing-slip = Lieferschein
desk-order-summary = Bestellung
desk-order-quantity = Menge
desk-order-print-hint = Drucken Sie diese Seite mit Ihrem Browser.

desk-order-document = Dokument hinzufügen
desk-order-send-document = Per E-Mail senden
desk-order-number-only = Der Shop hat nur die Nummer gesendet, keine Datei.
desk-order-document-why = Fügen Sie ein Dokument oder ein Bild hinzu. Der Kunde sieht es auf der Seite der Bestellung, und E-Mails enthalten es dort, wo Ihre Regeln es vorsehen.
desk-order-file-label = Datei
desk-order-file-hint = PDF, PNG, JPEG, Text, CSV oder XML, höchstens 512 KB.
desk-order-files-label = Dateien
desk-order-files-hint = PDF, PNG, JPEG, Text, CSV oder XML, je höchstens 512 KB. Eine E-Mail kann höchstens fünf enthalten. Sie werden hinzugefügt, sobald Sie sich die E-Mail anzeigen lassen.
desk-order-file-chosen = Ausgewählt:
desk-order-kind-label = Art
desk-order-kind-invoice = Rechnung
desk-order-kind-credit-note = Gutschrift
desk-order-kind-other = Anderes Dokument
desk-order-document-number-label = Nummer oder Name
desk-order-document-number-hint = Der Kunde liest das. Bleibt das Feld leer, wird der Name der Datei verwendet.
desk-order-document-shown = Es wird auf der Seite des Kunden stehen.
desk-order-document-hidden = Ihre Einstellungen zeigen Dokumente dieser Art niemandem.
desk-order-did-document = Dokument hinzugefügt
desk-order-printed = Gedruckt:
desk-order-mailed-to = Per E-Mail gesendet an
desk-order-mail-opened-at = Diese E-Mail wurde geöffnet:
desk-order-file-missing = Wählen Sie eine Datei aus.
desk-order-file-empty = Diese Datei ist leer.
desk-order-file-large = Diese Datei ist größer als 512 KB.
desk-order-file-type = Dateien dieser Art können nicht hinzugefügt werden. Es zählt der Inhalt, nicht der Name.
desk-order-file-gone = Die Datei ist nicht mehr gespeichert. Wählen Sie sie noch einmal aus.
desk-order-files-many = Das sind zu viele Dateien.
desk-order-files-often = Sie haben zu viele Dateien gesendet. Versuchen Sie es in einer Stunde noch einmal.
desk-order-document-known = Die Bestellung hat für dieses Dokument schon eine Datei. Geben Sie eine andere Nummer ein.
desk-order-documents-full = Die Bestellung kann keine weiteren Dokumente haben.
desk-order-mail-large = Die E-Mail ist für den E-Mail-Anbieter zu groß. Hängen Sie weniger oder kleinere Dateien an.
