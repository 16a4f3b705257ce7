# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Zoeken
desk-search-label = Zoek in alle bestellingen en klanten
desk-search-placeholder = Bestelling, naam, mail, telefoon, pakket
desk-search-do = Zoek
desk-search-hits =
    { $count ->
        [one] { $count } resultaat
       *[other] { $count } resultaten
    }
desk-search-hits-more =
    { $count ->
        [one] Minstens { $count } resultaat
       *[other] Minstens { $count } resultaten
    }
desk-search-all = Alle resultaten
desk-search-how = Typ een deel van een naam of bedrijf, een e-mailadres, een telefoonnummer, een postcode of een willekeurig nummer: van een bestelling, een pakket, een factuur of een artikel.
desk-search-found = Gevonden voor ‘{ $query }’
desk-search-none = Er is niets gevonden voor ‘{ $query }’.
desk-search-none-number = Is dit het nummer van een nieuwe bestelling? Controleer dan of de webhooks van de winkel aankomen.
desk-search-none-yet = Er is niets gevonden voor ‘{ $query }’ bij de nieuwste items. Bekijk de oudere.
desk-search-short = Woorden van een of twee letters worden alleen als heel woord gevonden. Typ minstens drie letters om een deel van een woord te vinden.
desk-search-partial = Er zijn zo veel resultaten dat ze niet allemaal getoond kunnen worden. Voeg een woord toe, bijvoorbeeld een postcode.
desk-search-older = Oudere resultaten
desk-search-customer = Klant
desk-search-unnamed = Zonder naam
desk-search-why = Gevonden op: { $reasons }
desk-search-order-number = bestelnummer
desk-search-order-id = bestel-id
desk-search-reference = referentie
desk-search-marketplace-order = bestelnummer op de marketplace
desk-search-marketplace-user = gebruikersnaam op de marketplace
desk-search-tracking = trackingnummer van pakket { $number }
desk-search-invoice = factuurnummer
desk-search-credit-note = creditnotanummer
desk-search-packing-slip = pakbonnummer
desk-search-document = documentnummer
desk-search-sku = artikelnummer in regel { $number }
desk-search-mark = filter
desk-search-name = naam
desk-search-trading-name = handelsnaam
desk-search-email = e-mailadres
desk-search-phone = telefoonnummer
desk-search-customer-id = klantnummer
desk-search-contact-name = naam van een andere contactpersoon
desk-search-contact-email = e-mailadres van een andere contactpersoon
desk-search-delivery-name = naam in het bezorgadres
desk-search-billing-name = naam in het factuuradres
desk-search-delivery-company = bedrijf in het bezorgadres
desk-search-billing-company = bedrijf in het factuuradres
desk-search-delivery-postcode = postcode in het bezorgadres
desk-search-billing-postcode = postcode in het factuuradres
