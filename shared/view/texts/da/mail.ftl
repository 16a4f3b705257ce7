# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
mail-subject = Din ordre { $number } hos { $shop }
mail-order = Ordre { $number }

mail-hello = Hej
mail-hello-name = Hej { $name }

## The heading
mail-heading-placed = Tak for din ordre
mail-heading-awaiting-payment = Din ordre afventer din betaling
mail-heading-payment-failed = Din betaling gik ikke igennem
mail-heading-received = Vi har modtaget din ordre
mail-heading-preparing = Din ordre er ved at blive gjort klar
mail-heading-on-hold = Din ordre er sat på pause
mail-heading-part-delivered = En del af din ordre er på vej
mail-heading-part-ready = En del af din ordre er klar til afhentning
mail-heading-part-done = En del af din ordre er klar
mail-heading-sent = Din ordre er på vej
mail-heading-delivered = Din ordre er leveret
mail-heading-cancelled = Din ordre er annulleret
mail-heading-refunded = Din ordre er refunderet
mail-heading-ready-to-collect = Din ordre er klar til afhentning
mail-heading-collected = Din ordre er afhentet
mail-heading-completed = Din ordre er gennemført
mail-heading-status = Din ordre: { $status }
mail-heading-tracking =
    { $count ->
        [one] Du kan nu følge din pakke
       *[other] Du kan nu følge dine pakker
    }
mail-heading-tracking-number =
    { $count ->
        [one] Din pakke har fået et trackingnummer
       *[other] Dine pakker har fået trackingnumre
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Din pakke har fået et nyt trackingnummer
       *[other] Dine pakker har fået nye trackingnumre
    }
mail-heading-refund = Du får { $amount } tilbage
mail-heading-refund-unsaid = Du får penge tilbage
mail-heading-lines-cancelled = En del af din ordre er annulleret
mail-heading-rest-sent = Resten af din ordre er på vej
mail-heading-corrected = Rettelse: Vi har sendt mindre, end vi skrev
mail-heading-ready-corrected = Rettelse: Mindre er klart, end vi skrev
mail-heading-expected = Ny forventet dato: { $day }
mail-heading-expected-several = Din ordre har fået nye forventede datoer
mail-heading-expected-purchase = Nye varer forventes på lager { $day }
mail-heading-expected-first = Forventet dato: { $day }
mail-heading-expected-first-several = Din ordre har nu fået forventede datoer
mail-heading-expected-open = Vi ved endnu ikke, hvornår dine varer kommer
mail-heading-back-in-stock = På lager igen: { $item }
mail-heading-back-in-stock-several = Varer fra din ordre er på lager igen
mail-heading-returned = Vi har modtaget det, du sendte retur
mail-heading-invoice = Du har fået en faktura: { $number }
mail-heading-invoiced = Din ordre er faktureret
mail-heading-invoices = Du har fået nye fakturaer
mail-heading-credit-note = Du har fået en kreditnota: { $number }
mail-heading-credited = Vi har krediteret varer fra din ordre
mail-heading-credit-notes = Du har fået nye kreditnotaer
mail-heading-papers = Du har fået nye dokumenter
mail-heading-packing-slip = Følgesedlen til din ordre er udskrevet
mail-heading-picked = Vi har fundet dine varer frem på lageret
mail-heading-news = Der er nyt om din ordre
mail-heading-message = En besked om din ordre

## What happens next
mail-next-awaiting-payment = Vi gør din ordre klar, så snart vi har modtaget din betaling.
mail-next-payment-failed = Vi kan ikke gøre din ordre klar endnu. Spørg os, hvordan du kan betale.
mail-next-received = Vi gør din ordre klar. Du kan altid følge den på ordrens side.
mail-next-preparing = Vi er ved at gøre din ordre klar. Du kan altid følge den på ordrens side.
mail-next-preparing-collect = Vi er ved at gøre din ordre klar. På ordrens side kan du se, når den kan hentes.
mail-next-on-hold = Vi skal have noget på plads, før vi kan fortsætte. Spørg os, hvis du ikke ved hvad.
mail-next-part-delivered = Resten følger. På ordrens side kan du se, hvad der er afsendt.
mail-next-part-ready = Du kan hente den nu. Vi skriver igen, når resten er klar.
mail-rest-expected = Resten forventes { $day }.
mail-next-sent = Alt er sendt fra os.
mail-next-delivered = Vi håber, du bliver glad for det. Giv os besked, hvis noget mangler eller er beskadiget.
mail-next-completed = Vi håber, du bliver glad for det. Giv os besked, hvis noget ikke er, som det skal være.
mail-next-cancelled = Der bliver ikke sendt mere. Kontakt os, hvis du ikke havde ventet det.
mail-next-cancelled-unshipped = Kontakt os, hvis du ikke havde ventet det.
mail-next-refunded = Dine penge er på vej tilbage til dig. Hvor lang tid det tager, afhænger af, hvordan du betalte.
mail-next-ready-to-collect = Du kan hente den nu. Kontakt os, hvis du ikke ved hvor.
mail-next-ready-to-collect-at = Du kan hente den nu på denne adresse:
mail-next-lines-cancelled = Resten af din ordre er ikke berørt. Kontakt os, hvis annulleringen kommer bag på dig.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Kontakt os, hvis annulleringen kommer bag på dig.
mail-next-corrected = Vi beklager fejlen. Du er velkommen til at spørge os, hvis du er i tvivl om noget.
mail-next-later = Vi beklager, at du må vente længere. På ordrens side finder du altid den seneste dato.
mail-next-later-open = Vi beklager, at du må vente længere. Så snart der er en ny dato, finder du den på ordrens side.
mail-next-expected = På ordrens side finder du altid den seneste dato.
mail-next-back-in-stock = Nu kan vi komme videre med din ordre. Du kan altid følge den på ordrens side.
mail-next-returned = Tak, fordi du sendte det tilbage. Du er velkommen til at spørge os, hvis du er i tvivl om noget.
mail-next-credited = Beløbet bliver trukket fra det, du skal betale, eller betalt tilbage til dig.
mail-next-credited-amount = { $amount } bliver trukket fra det, du skal betale, eller betalt tilbage til dig.
mail-next-picked = Nu pakker vi dine varer. Du kan altid følge din ordre på ordrens side.
mail-next-packing-slip = Nu pakker vi dine varer. Du kan altid følge din ordre på ordrens side.
mail-next-other = Du finder alle detaljer på ordrens side.
mail-next-tracking = Du kan følge forsendelsen på fragtfirmaets side. Der kan gå en dag, før fragtfirmaet kender nummeret.
mail-next-no-page = Har du et spørgsmål om din ordre? Så spørg os.

## What changed
mail-label = { $label }:
mail-changes = Det er nyt
mail-before = Før
mail-now = Nu
mail-item = { $item }: { $now }

## The order's page
mail-button = Se din ordre
mail-address = Virker knappen ikke, så åbn denne adresse:
mail-see = Se din ordre:

## The parcels
mail-parcels =
    { $count ->
        [one] Din pakke
       *[other] Dine pakker
    }
mail-parcel = Pakke
mail-tracking-number = Trackingnummer
mail-track = Følg hos { $carrier }
mail-track-unnamed = Følg pakken
mail-more-parcels =
    { $count ->
        [one] og { $count } pakke mere på ordrens side
       *[other] og { $count } pakker mere på ordrens side
    }

## The documents
mail-attached = { $document } er vedhæftet.

## The items
mail-items = Det har du bestilt
mail-more-items =
    { $count ->
        [one] og { $count } vare mere på ordrens side
       *[other] og { $count } varer mere på ordrens side
    }
mail-more = og { $count } mere

## The end
mail-reply = Har du et spørgsmål? Så svar bare på denne mail.
mail-regards = Venlig hilsen
mail-why = Du får denne mail, fordi ordre { $number } er afgivet hos { $shop } med din mailadresse.
mail-why-copied = Du får denne mail, fordi ordre { $number } er afgivet hos { $shop } med din mailadresse, eller fordi du er angivet som kontakt for den.
mail-why-contact = Du får denne mail, fordi du er angivet som kontakt for ordre { $number } hos { $shop }.
mail-why-other = Du får denne mail, fordi { $shop } har sendt den til dig. Den handler om ordre { $number }.

mail-asked-link = Linket til din ordre
mail-asked-link-why = Nogen har indtastet dit ordrenummer og bedt om linket til din ordre. Her er det.
mail-asked-code = Din kode
mail-asked-code-why = Indtast denne kode på ordrens side. Den gælder i 15 minutter.
mail-asked-not = Hvis du ikke har bedt om det, behøver du ikke gøre noget.
