# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Sök
desk-search-label = Sök bland alla beställningar och kunder
desk-search-placeholder = Beställning, namn, mejl, telefon, paket
desk-search-do = Sök
desk-search-hits =
    { $count ->
        [one] { $count } träff
       *[other] { $count } träffar
    }
desk-search-hits-more =
    { $count ->
        [one] Minst { $count } träff
       *[other] Minst { $count } träffar
    }
desk-search-all = Alla träffar
desk-search-how = Skriv en del av ett namn eller företag, en mejladress, ett telefonnummer, ett postnummer eller vilket nummer som helst: på en beställning, ett paket, en faktura eller en vara.
desk-search-found = Träffar för ”{ $query }”
desk-search-none = Inget hittades för ”{ $query }”.
desk-search-none-number = Om det är numret på en ny beställning, kontrollera att butikens webhookar kommer fram.
desk-search-none-yet = Inget hittades för ”{ $query }” bland de nyaste. Titta bland de äldre.
desk-search-short = Ord på en eller två bokstäver hittas bara som hela ord. Skriv minst tre bokstäver för att hitta en del av ett ord.
desk-search-partial = Det finns så många träffar att alla inte kan visas. Lägg till ett ord, till exempel ett postnummer.
desk-search-older = Äldre träffar
desk-search-customer = Kund
desk-search-unnamed = Utan namn
desk-search-why = Träff på: { $reasons }
desk-search-order-number = beställningsnummer
desk-search-order-id = beställnings-id
desk-search-reference = referens
desk-search-marketplace-order = beställningsnummer på marknadsplatsen
desk-search-marketplace-user = användarnamn på marknadsplatsen
desk-search-tracking = spårningsnummer för paket { $number }
desk-search-invoice = fakturanummer
desk-search-credit-note = kreditfakturanummer
desk-search-packing-slip = följesedelnummer
desk-search-document = dokumentnummer
desk-search-sku = artikelnummer på rad { $number }
desk-search-mark = filter
desk-search-name = namn
desk-search-trading-name = firmanamn
desk-search-email = mejladress
desk-search-phone = telefonnummer
desk-search-customer-id = kundnummer
desk-search-contact-name = namn på en annan kontakt
desk-search-contact-email = mejladress till en annan kontakt
desk-search-delivery-name = namn i leveransadressen
desk-search-billing-name = namn i fakturaadressen
desk-search-delivery-company = företag i leveransadressen
desk-search-billing-company = företag i fakturaadressen
desk-search-delivery-postcode = postnummer i leveransadressen
desk-search-billing-postcode = postnummer i fakturaadressen
