# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Søk
desk-search-label = Søk i alle bestillinger og kunder
desk-search-placeholder = Bestilling, navn, e-post, telefon, pakke
desk-search-do = Søk
desk-search-hits =
    { $count ->
        [one] { $count } treff
       *[other] { $count } treff
    }
desk-search-hits-more =
    { $count ->
        [one] Minst { $count } treff
       *[other] Minst { $count } treff
    }
desk-search-all = Alle treff
desk-search-how = Skriv en del av et navn eller firma, en e-postadresse, et telefonnummer, et postnummer eller et hvilket som helst nummer: på en bestilling, en pakke, en faktura eller en vare.
desk-search-found = Funnet for «{ $query }»
desk-search-none = Fant ingenting for «{ $query }».
desk-search-none-number = Hvis dette er nummeret på en ny bestilling, sjekk at butikkens webhooker kommer frem.
desk-search-none-yet = Fant ingenting for «{ $query }» blant de nyeste. Se på de eldre.
desk-search-short = Ord på én eller to bokstaver finnes bare som hele ord. Skriv minst tre bokstaver for å finne en del av et ord.
desk-search-partial = Det er så mange treff at ikke alle kan vises. Legg til et ord, for eksempel et postnummer.
desk-search-older = Eldre treff
desk-search-customer = Kunde
desk-search-unnamed = Uten navn
desk-search-why = Treff på: { $reasons }
desk-search-order-number = bestillingsnummer
desk-search-order-id = bestillings-ID
desk-search-reference = referanse
desk-search-marketplace-order = bestillingsnummer på markedsplassen
desk-search-marketplace-user = brukernavn på markedsplassen
desk-search-tracking = sporingsnummer på pakke { $number }
desk-search-invoice = fakturanummer
desk-search-credit-note = kreditnotanummer
desk-search-packing-slip = pakkseddelnummer
desk-search-document = dokumentnummer
desk-search-sku = varenummer i linje { $number }
desk-search-mark = filter
desk-search-name = navn
desk-search-trading-name = firmanavn
desk-search-email = e-postadresse
desk-search-phone = telefonnummer
desk-search-customer-id = kundenummer
desk-search-contact-name = navn på en annen kontakt
desk-search-contact-email = e-postadresse til en annen kontakt
desk-search-delivery-name = navn i leveringsadressen
desk-search-billing-name = navn i fakturaadressen
desk-search-delivery-company = firma i leveringsadressen
desk-search-billing-company = firma i fakturaadressen
desk-search-delivery-postcode = postnummer i leveringsadressen
desk-search-billing-postcode = postnummer i fakturaadressen
