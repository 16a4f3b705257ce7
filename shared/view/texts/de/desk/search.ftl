# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Suche
desk-search-label = Alle Bestellungen und Kunden durchsuchen
desk-search-placeholder = Bestellung, Name, E-Mail, Telefon, Paket
desk-search-do = Suchen
desk-search-hits =
    { $count ->
        [one] { $count } Treffer
       *[other] { $count } Treffer
    }
desk-search-hits-more =
    { $count ->
        [one] Mindestens { $count } Treffer
       *[other] Mindestens { $count } Treffer
    }
desk-search-all = Alle Treffer
desk-search-how = Geben Sie einen Teil eines Namens oder einer Firma, eine E-Mail-Adresse, eine Telefonnummer, eine Postleitzahl oder irgendeine Nummer ein: von einer Bestellung, einem Paket, einer Rechnung oder einem Artikel.
desk-search-found = Gefunden für „{ $query }“
desk-search-none = Für „{ $query }“ wurde nichts gefunden.
desk-search-none-number = Falls das die Nummer einer neuen Bestellung ist, prüfen Sie, ob die Webhooks des Shops ankommen.
desk-search-none-yet = Für „{ $query }“ wurde unter den neuesten Einträgen nichts gefunden. Sehen Sie sich ältere an.
desk-search-short = Wörter mit einem oder zwei Buchstaben werden nur als ganze Wörter gefunden. Geben Sie mindestens drei Buchstaben ein, um einen Teil eines Wortes zu finden.
desk-search-partial = Es gibt so viele Treffer, dass nicht alle gezeigt werden können. Fügen Sie ein Wort hinzu, etwa eine Postleitzahl.
desk-search-older = Ältere Treffer
desk-search-customer = Kunde
desk-search-unnamed = Ohne Namen
desk-search-why = Treffer: { $reasons }
desk-search-order-number = Bestellnummer
desk-search-order-id = Bestell-ID
desk-search-reference = Referenz
desk-search-marketplace-order = Bestellnummer auf dem Marktplatz
desk-search-marketplace-user = Benutzername auf dem Marktplatz
desk-search-tracking = Sendungsnummer von Paket { $number }
desk-search-invoice = Rechnungsnummer
desk-search-credit-note = Gutschriftsnummer
desk-search-packing-slip = Lieferscheinnummer
desk-search-document = Dokumentnummer
desk-search-sku = Artikelnummer in Position { $number }
desk-search-mark = Filter
desk-search-name = Name
desk-search-trading-name = Handelsname
desk-search-email = E-Mail-Adresse
desk-search-phone = Telefonnummer
desk-search-customer-id = Kundennummer
desk-search-contact-name = Name eines weiteren Kontakts
desk-search-contact-email = E-Mail-Adresse eines weiteren Kontakts
desk-search-delivery-name = Name in der Lieferadresse
desk-search-billing-name = Name in der Rechnungsadresse
desk-search-delivery-company = Firma in der Lieferadresse
desk-search-billing-company = Firma in der Rechnungsadresse
desk-search-delivery-postcode = Postleitzahl in der Lieferadresse
desk-search-billing-postcode = Postleitzahl in der Rechnungsadresse
