# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Bestillinger
desk-orders-shop = Butikk
desk-orders-stage = Fase
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
desk-orders-mail-failed = En e-post kom ikke frem
desk-orders-since = Bestilt siden
desk-orders-status = Status i butikken
desk-orders-number = Nummer, vare eller pakke
desk-orders-show = Vis
desk-orders-all = Vis alle bestillinger
desk-orders-none = Det er ingen bestillinger ennå.
desk-orders-none-fits = Ingen bestillinger passer til filtrene. Fjern et av dem.
desk-orders-none-older = Det er ingen eldre bestillinger.
desk-orders-none-yet = Ingen av de nyeste bestillingene passer. Se på de eldre.
desk-orders-older = Eldre bestillinger

## A status for many orders
desk-orders-select = Velg bestilling { $number }
desk-orders-select-all = Velg alle på denne siden
desk-orders-selected =
    { $count ->
        [one] { $count } valgt
       *[other] { $count } valgt
    }
desk-orders-bulk = Angi status
desk-orders-bulk-title =
    { $count ->
        [one] Angi status for { $count } bestilling
       *[other] Angi status for { $count } bestillinger
    }
desk-orders-bulk-none = Velg noen bestillinger først.
desk-orders-bulk-change =
    { $count ->
        [one] { $count } bestilling vil bli endret.
       *[other] { $count } bestillinger vil bli endret.
    }
desk-orders-bulk-same =
    { $count ->
        [one] { $count } bestilling vil ikke bli endret.
       *[other] { $count } bestillinger vil ikke bli endret.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] { $count } e-post vil bli sendt.
       *[other] { $count } e-poster vil bli sendt.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } e-post vil vente til du frigir den.
       *[other] { $count } e-poster vil vente til du frigir dem.
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
desk-orders-bulk-changed = Status angitt
desk-orders-bulk-unchanged = Hadde denne statusen allerede
