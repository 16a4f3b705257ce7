# Every id here begins with "page-"; what each is for stands in en/page.ftl.
page-title = Bestilling { $number }: { $status } – { $shop }
page-order = Bestilling { $number }
page-order-placed = Bestilling { $number }, lagt inn { $date }

## The answer
page-draft = Bestillingen din er ikke lagt inn ennå
page-awaiting-payment = Bestillingen din venter på betaling
page-payment-failed = Betalingen din gikk ikke gjennom
page-received = Butikken har mottatt bestillingen din
page-preparing = Bestillingen din klargjøres
page-on-hold = Bestillingen din er satt på vent
page-part-delivered = En del av bestillingen din er sendt
page-part-ready = En del av bestillingen din er klar til henting
page-part-done = En del av bestillingen din er klar
page-sent = Bestillingen din er sendt
page-delivered = Bestillingen din er levert
page-cancelled = Bestillingen din er kansellert
page-refunded = Bestillingen din er refundert
page-ready-to-collect = Bestillingen din er klar til henting
page-collected = Bestillingen din er hentet
page-completed = Bestillingen din er fullført
page-other = Bestillingen din: { $status }
page-removed = Butikken har fjernet denne bestillingen

## What happens next
page-next-draft = Butikken setter i gang når du har lagt inn bestillingen.
page-next-awaiting-payment = Butikken gjør klar bestillingen din når betalingen har kommet inn. Har du allerede betalt, kan det ta noen dager før det vises her.
page-next-payment-failed = Butikken kan ikke gjøre klar bestillingen din ennå. Spør butikken hvordan du kan prøve å betale på nytt.
page-next-received = Butikken gjør klar bestillingen din. Du kan følge den på denne siden.
page-next-preparing-track = Det som er sendt, kan du spore nedenfor.
page-next-preparing = Butikken gjør klar bestillingen din. Når en pakke kan spores, finner du lenken på denne siden.
page-next-preparing-collect = Butikken gjør klar bestillingen din. Du ser på denne siden når du kan hente den.
page-next-preparing-follow = Butikken gjør klar bestillingen din. Du kan følge den på denne siden.
page-next-on-hold = Butikken må ordne noe før den kan gå videre. Kontakt butikken hvis du ikke vet hva.
page-next-part-delivered = Butikken gjør klar resten. Du kan følge bestillingen på denne siden.
page-next-part-ready = Du kan hente den nå. Du ser på denne siden når resten er klar.
page-next-sent = Alt er sendt fra butikken.
page-next-sent-track = Alt er sendt fra butikken. Transportøren kan fortelle deg når det kommer frem.
page-next-delivered = Si fra til butikken hvis noe mangler eller er skadet.
page-next-completed = Si fra til butikken hvis noe ikke er som det skal.
page-next-cancelled = Det blir ikke sendt noe mer. Kontakt butikken hvis du ikke hadde ventet dette.
page-next-cancelled-unshipped = Kontakt butikken hvis du ikke hadde ventet dette.
page-next-refunded = Butikken har betalt tilbake pengene dine. Når du har dem på konto, avhenger av hvordan du betalte.
page-next-ready-to-collect = Du kan hente den nå. Kontakt butikken hvis du ikke vet hvor.
page-next-ready-to-collect-at = Du kan hente den nå på denne adressen:
page-next-other = Dette er butikkens egen betegnelse på statusen for bestillingen din. Kontakt butikken hvis du vil vite mer.
page-next-unresolved = Kontakt butikken hvis du vil vite mer.
page-next-removed = Kontakt butikken hvis du fortsatt venter på noe fra denne bestillingen.
page-shops-words = Butikken kaller dette «{ $status }».

page-items-sent = { $sent-text } av { $total-text } varer er sendt.
page-parcels-sent =
    { $count ->
        [one] { $count } pakke er sendt.
       *[other] { $count } pakker er sendt.
    }
page-parcels-in-all = Den kommer i { $count } pakker.
page-parcels-arrived = { $arrived } av { $total } pakker er levert.

page-picked = Butikken har plukket varene dine fra lageret.
page-packing-slip = Butikken har skrevet ut pakkseddelen.

## When it is expected
page-expected = Bestillingen din forventes { $day }.
page-expected-unshipped = Bestillingen din forventes { $day }.
page-expected-rest = Resten forventes { $day }.
page-expected-rest-unshipped = Resten forventes { $day }.
page-expected-next = De neste varene forventes { $day }.
page-expected-next-unshipped = De neste varene forventes { $day }.
page-expected-purchase = Nye varer til bestillingen din forventes på lager { $day }.
page-expected-late = Bestillingen din var forventet { $day } og er forsinket. Kontakt butikken hvis du vil vite mer.
page-expected-rest-late = Resten var forventet { $day } og er forsinket. Kontakt butikken hvis du vil vite mer.
page-expected-purchase-late = Nye varer til bestillingen din var forventet på lager { $day } og er forsinket. Kontakt butikken hvis du vil vite mer.
page-expected-some-late = Noen av varene er forsinket.

## The steps
page-steps = Så langt har bestillingen din kommet
page-step-ordered = Bestilt
page-step-preparing = Klargjøres
page-step-sent = Sendt
page-step-part-sent = Delvis sendt
page-step-delivered = Levert
page-step-done = Ferdig:
page-step-now = Nå:
page-step-to-come = Gjenstår:

## The parcels
page-parcels = Pakker
page-parcel = Pakke
page-parcel-numbered = Pakke { $index } av { $count }
page-parcel-pending = Ikke overlevert til transportøren ennå
page-parcel-sent = Sendt
page-parcel-delivered = Levert
page-parcel-state = Status
page-parcel-carrier = Transportør
page-parcel-number = Sporingsnummer
page-parcel-date = Sendt
page-parcel-contents = Innhold
page-track = Spor pakken hos { $carrier }
page-track-numbered = Spor pakke { $index } hos { $carrier }
page-leaves = tar deg videre til { $host }

## The items
page-items = Varer
page-item-number = Varenummer { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Beløp

## What happened
page-history = Dette har skjedd
page-history-zone = Tidspunktene er lokal tid i { $zone }.
page-history-utc = Tidspunktene er i UTC.
page-history-from-to = { $before }, nå { $now }
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (før: { $before })
page-history-more =
    { $count ->
        [one] og { $count } vare til
       *[other] og { $count } varer til
    }
page-changed = Sist endret av butikken: { $date }

## The shop's own part
page-message = Fra butikken
page-contact = Kontakt butikken
page-contact-ask = Spør butikken
page-contact-return = Returner en vare
page-contact-site = Besøk butikken
page-reorder = Bestill det samme igjen
page-calendar = Legg den forventede datoen i kalenderen din
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Bestilling { $number } fra { $shop } forventes
page-calendar-title-purchase = Nye varer til bestilling { $number } fra { $shop } forventes på lager
page-addresses = Adresser
page-address-delivery = Levering
page-address-collect = Hentested
page-address-billing = Fakturering

## The end of the page
page-renews = Siden oppdaterer seg selv til bestillingen din er fullført.
page-renews-stop = Stopp oppdateringen
page-renews-stopped = Siden oppdaterer seg ikke lenger.
page-renews-start = Oppdater igjen
page-language = Språk

## The page for every wrong link
page-lost-title = Fant ikke bestillingen
page-lost = Denne lenken fører ikke til en bestilling
page-lost-why = Den kan være ufullstendig, eller den kan være erstattet av en nyere.
page-lost-do = Dette kan du gjøre
page-lost-newest = Bruk lenken i den nyeste e-posten om bestillingen din.
page-lost-copy = Hvis du kopierte lenken, må du kontrollere at du fikk med hele.
page-lost-ask = Kontakt butikken du bestilte fra, hvis det ikke hjelper.

## Which mails the customer gets
page-mails-title = E-poster om bestilling { $number }
page-mails-ask = Hvilke e-poster vil du ha?
page-mails-always = Statussiden viser alltid alt, uansett hva du velger her.
page-mails-status = Bestillingen og statusen
page-mails-parcels = Pakker og levering
page-mails-dates = Endringer i forventet dato
page-mails-cancelled = Kanselleringer og returer
page-mails-money = Fakturaer og tilbakebetalinger
page-mails-language = Språk
page-mails-language-shop = Butikkens valg
page-mails-save = Lagre
page-mails-saved = Valget ditt er lagret
page-mails-back = Tilbake til bestillingen
page-mails-stop = Vil du stoppe e-postene om denne bestillingen?
page-mails-stop-why = Du kan fortsatt følge bestillingen på statussiden: Lenken i e-postene virker som før.
page-mails-stop-do = Stopp e-postene
page-mails-stopped = Du får ikke flere e-poster om denne bestillingen
page-mails-mistake = Var det en feil?
page-mails-again = Få e-postene igjen
page-mails-again-done = Du får e-poster om denne bestillingen igjen
page-mails-sent = Sendte e-poster
page-mails-choose = Velg hvilke e-poster du får

page-unlock = Vis hele bestillingen
page-unlock-why = For å beskytte bestillingen din vises priser, adresser og dokumenter først etter ett steg til.
page-unlock-postcode = Postnummer i leverings- eller fakturaadressen
page-unlock-email = E-postadressen du bestilte med
page-unlock-either = Postnummer eller e-postadressen du bestilte med
page-unlock-do = Vis bestillingen
page-unlock-wrong = Det stemmer ikke med denne bestillingen. Kontroller det, og prøv igjen.
page-unlock-code-why = En kode kan sendes til e-postadressen som er oppgitt på bestillingen.
page-unlock-code-send = Send meg en kode
page-unlock-code-sent = En kode er sendt til deg på e-post. Den gjelder i 15 minutter.
page-unlock-code = Koden fra e-posten, seks sifre
page-unlock-code-wrong = Koden er feil eller for gammel. Kontroller den, eller få tilsendt en ny.
page-unlock-none = Hele bestillingen kan ikke vises her. Kontakt butikken.
page-limit = For mange forsøk
page-limit-why = Det beskytter bestillingen. Du kan prøve igjen etter { $time }.
page-ended = Denne lenken er utløpt
page-ended-why = Butikken viser en bestilling i en begrenset tid etter den siste endringen.
page-ended-find = Finn bestillingen din, så får du en ny lenke på e-post.
page-links = Lenker til bestilling { $number }
page-links-open = Del eller bytt ut lenken
page-links-gift = En lenke du kan dele
page-links-gift-why = Den viser varene og leveringen, men ingen priser, adresser eller dokumenter.
page-links-replace = Bytt ut lenkene
page-links-replace-why = Bytt ut lenken hvis noen har den som ikke bør ha den. Den gamle lenken og den du kan dele, slutter å virke med en gang, og den nye står i de neste e-postene du får.
page-links-replace-do = Bytt ut lenkene
page-links-replaced = Lenkene er byttet ut. De gamle virker ikke lenger.
page-find = Finn bestillingen din
page-find-why = Lenken sendes til e-postadressen som er oppgitt på bestillingen.
page-find-number = Bestillingsnummer
page-find-do = Send meg lenken
page-find-sent = Sjekk e-posten din
page-find-sent-why = Hvis det finnes en bestilling som stemmer, er lenken sendt til e-postadressen som er oppgitt på den. Det kan ta noen minutter før e-posten kommer.
page-find-nothing = Ingen e-post? Kontroller bestillingsnummeret, se i søppelposten, eller kontakt butikken.
page-find-again = Finn en annen bestilling
