# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
mail-subject = Bestilling { $number } hos { $shop }
mail-order = Bestilling { $number }

mail-hello = Hei!
mail-hello-name = Hei, { $name }!

## The heading
mail-heading-placed = Takk for bestillingen
mail-heading-awaiting-payment = Bestillingen din venter på betaling
mail-heading-payment-failed = Betalingen din gikk ikke gjennom
mail-heading-received = Vi har mottatt bestillingen din
mail-heading-preparing = Bestillingen din klargjøres
mail-heading-on-hold = Bestillingen din er satt på vent
mail-heading-part-delivered = En del av bestillingen din er på vei
mail-heading-part-ready = En del av bestillingen din er klar til henting
mail-heading-part-done = En del av bestillingen din er klar
mail-heading-sent = Bestillingen din er på vei
mail-heading-delivered = Bestillingen din er levert
mail-heading-cancelled = Bestillingen din er kansellert
mail-heading-refunded = Bestillingen din er refundert
mail-heading-ready-to-collect = Bestillingen din er klar til henting
mail-heading-collected = Bestillingen din er hentet
mail-heading-completed = Bestillingen din er fullført
mail-heading-status = Bestillingen din: { $status }
mail-heading-tracking =
    { $count ->
        [one] Nå kan du spore pakken din
       *[other] Nå kan du spore pakkene dine
    }
mail-heading-tracking-number =
    { $count ->
        [one] Pakken din har fått sporingsnummer
       *[other] Pakkene dine har fått sporingsnumre
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Pakken din har fått nytt sporingsnummer
       *[other] Pakkene dine har fått nye sporingsnumre
    }
mail-heading-refund = Du får { $amount } tilbake
mail-heading-refund-unsaid = Du får penger tilbake
mail-heading-lines-cancelled = En del av bestillingen din er kansellert
mail-heading-rest-sent = Resten av bestillingen din er på vei
mail-heading-corrected = Rettelse: Vi har sendt mindre enn vi skrev
mail-heading-ready-corrected = Rettelse: Mindre er klart enn vi skrev
mail-heading-expected = Ny forventet dato: { $day }
mail-heading-expected-several = Bestillingen din har fått nye forventede datoer
mail-heading-expected-purchase = Nye varer forventes på lager { $day }
mail-heading-expected-first = Forventet dato: { $day }
mail-heading-expected-first-several = Bestillingen din har nå fått forventede datoer
mail-heading-expected-open = Vi vet ikke ennå når varene dine kommer
mail-heading-back-in-stock = På lager igjen: { $item }
mail-heading-back-in-stock-several = Varer fra bestillingen din er på lager igjen
mail-heading-returned = Vi har mottatt det du sendte i retur
mail-heading-invoice = Du har fått en faktura: { $number }
mail-heading-invoiced = Bestillingen din er fakturert
mail-heading-invoices = Du har fått nye fakturaer
mail-heading-credit-note = Du har fått en kreditnota: { $number }
mail-heading-credited = Vi har kreditert varer fra bestillingen din
mail-heading-credit-notes = Du har fått nye kreditnotaer
mail-heading-papers = Du har fått nye dokumenter
mail-heading-packing-slip = Pakkseddelen til bestillingen din er skrevet ut
mail-heading-picked = Vi har plukket varene dine fra lageret
mail-heading-news = Det er nytt om bestillingen din
mail-heading-message = En melding om bestillingen din

## What happens next
mail-next-awaiting-payment = Vi gjør klar bestillingen din så snart betalingen har kommet inn.
mail-next-payment-failed = Vi kan ikke gjøre klar bestillingen din ennå. Spør oss hvordan du kan betale.
mail-next-received = Vi gjør klar bestillingen din. Du kan når som helst følge den på statussiden.
mail-next-preparing = Vi gjør klar bestillingen din. Du kan når som helst følge den på statussiden.
mail-next-preparing-collect = Vi gjør klar bestillingen din. På statussiden ser du når du kan hente den.
mail-next-on-hold = Vi må ordne noe før vi kan gå videre. Spør oss hvis du ikke vet hva.
mail-next-part-delivered = Resten kommer senere. På statussiden ser du hva som er sendt.
mail-next-part-ready = Du kan hente den nå. Vi skriver igjen når resten er klar.
mail-rest-expected = Resten forventes { $day }.
mail-next-sent = Alt er sendt fra oss.
mail-next-delivered = Vi håper du blir fornøyd. Si fra til oss hvis noe mangler eller er skadet.
mail-next-completed = Vi håper du blir fornøyd. Si fra til oss hvis noe ikke er som det skal.
mail-next-cancelled = Det blir ikke sendt noe mer. Kontakt oss hvis du ikke hadde ventet dette.
mail-next-cancelled-unshipped = Kontakt oss hvis du ikke hadde ventet dette.
mail-next-refunded = Pengene er på vei tilbake til deg. Hvor lang tid det tar, avhenger av hvordan du betalte.
mail-next-ready-to-collect = Du kan hente den nå. Kontakt oss hvis du ikke vet hvor.
mail-next-ready-to-collect-at = Du kan hente den nå på denne adressen:
mail-next-lines-cancelled = Resten av bestillingen går som planlagt. Kontakt oss hvis kanselleringen kommer overraskende på deg.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Kontakt oss hvis kanselleringen kommer overraskende på deg.
mail-next-corrected = Vi beklager feilen. Spør oss gjerne hvis du lurer på noe.
mail-next-later = Vi beklager at du må vente lenger. På statussiden finner du alltid den oppdaterte datoen.
mail-next-later-open = Vi beklager at du må vente lenger. Så snart en ny dato er kjent, finner du den på statussiden.
mail-next-expected = På statussiden finner du alltid den oppdaterte datoen.
mail-next-back-in-stock = Nå kan vi gå videre med bestillingen din. Du kan når som helst følge den på statussiden.
mail-next-returned = Takk for at du sendte det tilbake. Spør oss gjerne hvis du lurer på noe.
mail-next-credited = Beløpet trekkes fra det du skal betale, eller betales tilbake til deg.
mail-next-credited-amount = { $amount } trekkes fra det du skal betale, eller betales tilbake til deg.
mail-next-picked = Nå pakker vi varene dine. Du kan når som helst følge bestillingen på statussiden.
mail-next-packing-slip = Nå pakker vi varene dine. Du kan når som helst følge bestillingen på statussiden.
mail-next-other = Du finner alle detaljer på statussiden.
mail-next-tracking = Du kan følge sendingen på transportørens side. Det kan ta en dag før transportøren kjenner nummeret.
mail-next-no-page = Lurer du på noe om bestillingen din? Bare spør oss.

## What changed
mail-label = { $label }:
mail-changes = Dette er nytt
mail-before = Før
mail-now = Nå
mail-item = { $item }: { $now }

## The order's page
mail-button = Se bestillingen din
mail-address = Åpne denne adressen hvis knappen ikke virker:
mail-see = Se bestillingen din:

## The parcels
mail-parcels =
    { $count ->
        [one] Pakken din
       *[other] Pakkene dine
    }
mail-parcel = Pakke
mail-tracking-number = Sporingsnummer
mail-track = Spor hos { $carrier }
mail-track-unnamed = Spor pakken
mail-more-parcels =
    { $count ->
        [one] og { $count } pakke til på statussiden
       *[other] og { $count } pakker til på statussiden
    }

## The documents
mail-attached = { $document } er vedlagt.

## The items
mail-items = Dette har du bestilt
mail-more-items =
    { $count ->
        [one] og { $count } vare til på statussiden
       *[other] og { $count } varer til på statussiden
    }
mail-more = og { $count } til

## The end
mail-reply = Lurer du på noe? Bare svar på denne e-posten.
mail-regards = Vennlig hilsen
mail-why = Du får denne e-posten fordi bestilling { $number } ble lagt inn hos { $shop } med e-postadressen din.
mail-why-copied = Du får denne e-posten fordi bestilling { $number } ble lagt inn hos { $shop } med e-postadressen din, eller fordi du er oppgitt som kontakt for den.
mail-why-contact = Du får denne e-posten fordi du er oppgitt som kontakt for bestilling { $number } hos { $shop }.
mail-why-other = Du får denne e-posten fordi { $shop } har sendt den til deg. Den gjelder bestilling { $number }.

mail-asked-link = Lenken til bestillingen din
mail-asked-link-why = Noen har oppgitt bestillingsnummeret ditt og bedt om lenken til bestillingen din. Her er den.
mail-asked-code = Koden din
mail-asked-code-why = Skriv inn denne koden på statussiden. Den gjelder i 15 minutter.
mail-asked-not = Hvis du ikke har bedt om dette, trenger du ikke gjøre noe.
