# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Ordrer
desk-orders-shop = Butikk
desk-orders-stage = Trinn
desk-orders-any = Alle
desk-orders-filter = Filter
desk-orders-head-order = Bestilling
desk-orders-head-placed = Bestilt
desk-orders-flag = Vis bare
desk-orders-late = Forsinket
desk-orders-held = E-poster holdt tilbake
desk-orders-urgent = Haster
desk-orders-deleted = Slettet i butikken
desk-orders-watched = På overvåkingslisten
desk-orders-mail-failed = En e-post feilet
desk-orders-since = Bestilt siden
desk-orders-status = Status i butikken
desk-orders-number = Nummer, vare eller pakke
desk-orders-show = Vis
desk-orders-all = Vis alle ordrer
desk-orders-none = Det er ingen ordrer ennå.
desk-orders-none-fits = Ingen ordrer passer. Fjern et av filtrene.
desk-orders-none-older = Det er ingen eldre ordrer.
desk-orders-none-yet = Ingen av de nyeste ordrene passer. Se på de eldre.
desk-orders-older = Eldre ordrer

## A status for many orders
desk-orders-select = Velg bestilling { $number }
desk-orders-select-all = Velg alle på denne siden
desk-orders-selected =
    { $count ->
        [one] { $count } valgt
       *[other] { $count } valgt
    }
desk-orders-bulk = Sett status
desk-orders-bulk-title =
    { $count ->
        [one] Sett status for { $count } bestilling
       *[other] Sett status for { $count } bestillinger
    }
desk-orders-bulk-none = Velg noen bestillinger først.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } bestilling ville bli endret.
       *[other] { $count } bestillinger ville bli endret.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } bestilling ville ikke bli endret.
       *[other] { $count } bestillinger ville ikke bli endret.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } e-post ville bli sendt.
       *[other] { $count } e-poster ville bli sendt.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } e-post ville vente til du slipper den.
       *[other] { $count } e-poster ville vente til du slipper dem.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } bestilling har ingen gyldig e-postadresse.
       *[other] { $count } bestillinger har ingen gyldig e-postadresse.
    }
desk-orders-bulk-tell = Lagre og send e-postene
desk-orders-bulk-done =
    { $count ->
        [one] { $count } bestilling er endret.
       *[other] { $count } bestillinger er endret.
    }
desk-orders-bulk-changed = Status satt
desk-orders-bulk-unchanged = Hadde denne statusen allerede
