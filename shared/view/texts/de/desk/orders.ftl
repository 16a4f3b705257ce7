# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Bestellungen
desk-orders-shop = Shop
desk-orders-stage = Stand
desk-orders-any = Alle
desk-orders-filter = Filter
desk-orders-head-order = Bestellung
desk-orders-head-placed = Bestellt
desk-orders-flag = Nur anzeigen
desk-orders-late = Verspätet
desk-orders-held = E-Mails zurückgehalten
desk-orders-urgent = Dringend
desk-orders-deleted = Im Shop gelöscht
desk-orders-watched = Auf der Beobachtungsliste
desk-orders-mail-failed = E-Mail nicht angekommen
desk-orders-since = Bestellt ab
desk-orders-status = Status im Shop
desk-orders-number = Nummer, Artikel oder Paket
desk-orders-show = Anzeigen
desk-orders-all = Alle Bestellungen anzeigen
desk-orders-none = Es gibt noch keine Bestellungen.
desk-orders-none-fits = Keine Bestellung passt zu den Filtern. Entfernen Sie einen davon.
desk-orders-none-older = Es gibt keine älteren Bestellungen.
desk-orders-none-yet = Unter den neuesten passt keine Bestellung. Sehen Sie sich ältere an.
desk-orders-older = Ältere Bestellungen

## A status for many orders
desk-orders-select = Bestellung { $number } auswählen
desk-orders-select-all = Alle auf dieser Seite auswählen
desk-orders-selected =
    { $count ->
        [one] { $count } ausgewählt
       *[other] { $count } ausgewählt
    }
desk-orders-bulk = Status festlegen
desk-orders-bulk-title =
    { $count ->
        [one] Status von { $count } Bestellung festlegen
       *[other] Status von { $count } Bestellungen festlegen
    }
desk-orders-bulk-none = Wählen Sie zuerst Bestellungen aus.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } Bestellung würde sich ändern.
       *[other] { $count } Bestellungen würden sich ändern.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } Bestellung würde sich nicht ändern.
       *[other] { $count } Bestellungen würden sich nicht ändern.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } E-Mail würde verschickt.
       *[other] { $count } E-Mails würden verschickt.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } E-Mail würde warten, bis Sie sie freigeben.
       *[other] { $count } E-Mails würden warten, bis Sie sie freigeben.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } Bestellung hat keine gültige E-Mail-Adresse.
       *[other] { $count } Bestellungen haben keine gültige E-Mail-Adresse.
    }
desk-orders-bulk-tell = Speichern und E-Mails senden
desk-orders-bulk-done =
    { $count ->
        [one] { $count } Bestellung wurde geändert.
       *[other] { $count } Bestellungen wurden geändert.
    }
desk-orders-bulk-changed = Status festgelegt
desk-orders-bulk-unchanged = Hatte diesen Status schon
