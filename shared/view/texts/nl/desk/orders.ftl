# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Bestellingen
desk-orders-shop = Winkel
desk-orders-stage = Fase
desk-orders-any = Alle
desk-orders-filter = Filter
desk-orders-head-order = Bestelling
desk-orders-head-placed = Besteld
desk-orders-flag = Alleen tonen
desk-orders-late = Te laat
desk-orders-held = Mails vastgehouden
desk-orders-urgent = Spoed
desk-orders-deleted = Verwijderd in de winkel
desk-orders-watched = Op de aandachtslijst
desk-orders-mail-failed = Een mail is niet aangekomen
desk-orders-since = Besteld vanaf
desk-orders-status = Status in de winkel
desk-orders-number = Nummer, artikel of pakket
desk-orders-show = Tonen
desk-orders-all = Alle bestellingen tonen
desk-orders-none = Er zijn nog geen bestellingen.
desk-orders-none-fits = Geen bestelling voldoet aan de filters. Haal er een weg.
desk-orders-none-older = Er zijn geen oudere bestellingen.
desk-orders-none-yet = Van de nieuwste bestellingen voldoet er geen. Bekijk de oudere.
desk-orders-older = Oudere bestellingen

## A status for many orders
desk-orders-select = Bestelling { $number } selecteren
desk-orders-select-all = Alles op deze pagina selecteren
desk-orders-selected =
    { $count ->
        [one] { $count } geselecteerd
       *[other] { $count } geselecteerd
    }
desk-orders-bulk = Status instellen
desk-orders-bulk-title =
    { $count ->
        [one] Status van { $count } bestelling instellen
       *[other] Status van { $count } bestellingen instellen
    }
desk-orders-bulk-none = Selecteer eerst een of meer bestellingen.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } bestelling zou worden gewijzigd.
       *[other] { $count } bestellingen zouden worden gewijzigd.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } bestelling zou niet worden gewijzigd.
       *[other] { $count } bestellingen zouden niet worden gewijzigd.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] Er zou { $count } mail worden verstuurd.
       *[other] Er zouden { $count } mails worden verstuurd.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } mail zou wachten tot je hem vrijgeeft.
       *[other] { $count } mails zouden wachten tot je ze vrijgeeft.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } bestelling heeft geen geldig e-mailadres.
       *[other] { $count } bestellingen hebben geen geldig e-mailadres.
    }
desk-orders-bulk-tell = Opslaan en de mails versturen
desk-orders-bulk-done =
    { $count ->
        [one] { $count } bestelling is gewijzigd.
       *[other] { $count } bestellingen zijn gewijzigd.
    }
desk-orders-bulk-changed = Status ingesteld
desk-orders-bulk-unchanged = Had deze status al
