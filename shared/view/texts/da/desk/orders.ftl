# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Ordrer
desk-orders-shop = Butik
desk-orders-stage = Fase
desk-orders-any = Alle
desk-orders-filter = Filter
desk-orders-head-order = Ordre
desk-orders-head-placed = Bestilt
desk-orders-flag = Vis kun
desk-orders-late = Forsinket
desk-orders-held = Mails holdt tilbage
desk-orders-urgent = Haster
desk-orders-deleted = Slettet i butikken
desk-orders-watched = På overvågningslisten
desk-orders-mail-failed = En mail nåede ikke frem
desk-orders-since = Bestilt siden
desk-orders-status = Status i butikken
desk-orders-number = Nummer, vare eller pakke
desk-orders-show = Vis
desk-orders-all = Vis alle ordrer
desk-orders-none = Der er ingen ordrer endnu.
desk-orders-none-fits = Ingen ordrer passer til filtrene. Fjern et af dem.
desk-orders-none-older = Der er ingen ældre ordrer.
desk-orders-none-yet = Ingen af de nyeste ordrer passer. Se på de ældre.
desk-orders-older = Ældre ordrer

## A status for many orders
desk-orders-select = Vælg ordre { $number }
desk-orders-select-all = Vælg alle på denne side
desk-orders-selected =
    { $count ->
        [one] { $count } valgt
       *[other] { $count } valgt
    }
desk-orders-bulk = Angiv status
desk-orders-bulk-title =
    { $count ->
        [one] Angiv status for { $count } ordre
       *[other] Angiv status for { $count } ordrer
    }
desk-orders-bulk-none = Vælg først nogle ordrer.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } ordre vil blive ændret.
       *[other] { $count } ordrer vil blive ændret.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } ordre vil ikke blive ændret.
       *[other] { $count } ordrer vil ikke blive ændret.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } mail vil blive sendt.
       *[other] { $count } mails vil blive sendt.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } mail vil vente, til du frigiver den.
       *[other] { $count } mails vil vente, til du frigiver dem.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } ordre har ingen gyldig mailadresse.
       *[other] { $count } ordrer har ingen gyldig mailadresse.
    }
desk-orders-bulk-tell = Gem, og send mailene
desk-orders-bulk-done =
    { $count ->
        [one] { $count } ordre er ændret.
       *[other] { $count } ordrer er ændret.
    }
desk-orders-bulk-changed = Status angivet
desk-orders-bulk-unchanged = Havde allerede denne status
