# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Søgning
desk-search-label = Søg i alle ordrer og kunder
desk-search-placeholder = Ordre, navn, mail, telefon, pakke
desk-search-do = Søg
desk-search-hits =
    { $count ->
        [one] { $count } resultat
       *[other] { $count } resultater
    }
desk-search-hits-more =
    { $count ->
        [one] Mindst { $count } resultat
       *[other] Mindst { $count } resultater
    }
desk-search-all = Alle resultater
desk-search-how = Skriv en del af et navn eller firma, en mailadresse, et telefonnummer, et postnummer eller et hvilket som helst nummer: på en ordre, en pakke, en faktura eller en vare.
desk-search-found = Fundet for “{ $query }”
desk-search-none = Der blev ikke fundet noget for “{ $query }”.
desk-search-none-number = Hvis det er nummeret på en ny ordre, så tjek, at butikkens webhooks kommer frem.
desk-search-none-yet = Der blev ikke fundet noget for “{ $query }” blandt de nyeste. Se på de ældre.
desk-search-short = Ord på et eller to bogstaver findes kun som hele ord. Skriv mindst tre bogstaver for at finde en del af et ord.
desk-search-partial = Der er så mange resultater, at ikke alle kan vises. Tilføj et ord, for eksempel et postnummer.
desk-search-older = Ældre resultater
desk-search-customer = Kunde
desk-search-unnamed = Uden navn
desk-search-why = Fundet på: { $reasons }
desk-search-order-number = ordrenummer
desk-search-order-id = ordre-id
desk-search-reference = reference på ordren
desk-search-marketplace-order = ordrenummer på markedspladsen
desk-search-marketplace-user = brugernavn på markedspladsen
desk-search-tracking = trackingnummer på pakke { $number }
desk-search-invoice = fakturanummer
desk-search-credit-note = kreditnotanummer
desk-search-packing-slip = følgeseddelnummer
desk-search-document = dokumentnummer
desk-search-sku = varenummer i linje { $number }
desk-search-mark = filter
desk-search-name = navn
desk-search-trading-name = firmanavn
desk-search-email = mailadresse
desk-search-phone = telefonnummer
desk-search-customer-id = kundenummer
desk-search-contact-name = navn på en anden kontakt
desk-search-contact-email = mailadresse på en anden kontakt
desk-search-delivery-name = navn i leveringsadressen
desk-search-billing-name = navn i faktureringsadressen
desk-search-delivery-company = firma i leveringsadressen
desk-search-billing-company = firma i faktureringsadressen
desk-search-delivery-postcode = postnummer i leveringsadressen
desk-search-billing-postcode = postnummer i faktureringsadressen
