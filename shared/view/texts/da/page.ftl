# Every id here begins with "page-"; what each is for stands in en/page.ftl.
page-title = Ordre { $number }: { $status } – { $shop }
page-order = Ordre { $number }
page-order-placed = Ordre { $number }, afgivet den { $date }

## The answer
page-draft = Din ordre er ikke afgivet endnu
page-awaiting-payment = Din ordre afventer din betaling
page-payment-failed = Din betaling gik ikke igennem
page-received = Butikken har modtaget din ordre
page-preparing = Din ordre er ved at blive gjort klar
page-on-hold = Din ordre er sat på pause
page-part-delivered = En del af din ordre er afsendt
page-part-ready = En del af din ordre er klar til afhentning
page-part-done = En del af din ordre er klar
page-sent = Din ordre er afsendt
page-delivered = Din ordre er leveret
page-cancelled = Din ordre er annulleret
page-refunded = Din ordre er refunderet
page-ready-to-collect = Din ordre er klar til afhentning
page-collected = Din ordre er afhentet
page-completed = Din ordre er gennemført
page-other = Din ordre: { $status }
page-removed = Butikken har fjernet denne ordre

## What happens next
page-next-draft = Butikken går i gang, når du har afgivet ordren.
page-next-awaiting-payment = Butikken gør din ordre klar, når din betaling er modtaget. Har du allerede betalt, kan der gå nogle dage, før det kan ses her.
page-next-payment-failed = Butikken kan ikke gøre din ordre klar endnu. Spørg butikken, hvordan du kan prøve at betale igen.
page-next-received = Butikken gør din ordre klar. Du kan følge den her på siden.
page-next-preparing-track = Det, der er afsendt, kan du følge herunder.
page-next-preparing = Butikken er ved at gøre din ordre klar. Når en pakke kan følges, finder du linket her på siden.
page-next-preparing-collect = Butikken er ved at gøre din ordre klar. Her på siden kan du se, når den kan hentes.
page-next-preparing-follow = Butikken er ved at gøre din ordre klar. Du kan følge den her på siden.
page-next-on-hold = Butikken skal have noget på plads, før den kan fortsætte. Kontakt butikken, hvis du ikke ved hvad.
page-next-part-delivered = Butikken er ved at gøre resten klar. Du kan følge den her på siden.
page-next-part-ready = Du kan hente den nu. Her på siden kan du se, når resten er klar.
page-next-sent = Alt er sendt fra butikken.
page-next-sent-track = Alt er sendt fra butikken. Fragtfirmaet kan fortælle dig, hvornår det kommer frem.
page-next-delivered = Kontakt butikken, hvis noget mangler eller er beskadiget.
page-next-completed = Kontakt butikken, hvis noget ikke er, som det skal være.
page-next-cancelled = Der bliver ikke sendt mere. Kontakt butikken, hvis du ikke havde ventet det.
page-next-cancelled-unshipped = Kontakt butikken, hvis du ikke havde ventet det.
page-next-refunded = Butikken har betalt dine penge tilbage. Hvornår du har dem, afhænger af, hvordan du betalte.
page-next-ready-to-collect = Du kan hente den nu. Kontakt butikken, hvis du ikke ved hvor.
page-next-ready-to-collect-at = Du kan hente den nu på denne adresse:
page-next-other = Det er butikkens egen betegnelse for din ordres status. Kontakt butikken, hvis du vil vide mere.
page-next-unresolved = Kontakt butikken, hvis du vil vide mere.
page-next-removed = Kontakt butikken, hvis du stadig venter noget fra denne ordre.
page-shops-words = Butikken kalder det “{ $status }”.

page-items-sent = { $sent-text } af { $total-text } varer er afsendt.
page-parcels-sent =
    { $count ->
        [one] { $count } pakke er afsendt.
       *[other] { $count } pakker er afsendt.
    }
page-parcels-in-all = Den kommer i { $count } pakker.
page-parcels-arrived = { $arrived } af { $total } pakker er leveret.

page-picked = Butikken har fundet dine varer frem på lageret.
page-packing-slip = Butikken har udskrevet følgesedlen.

## When it is expected
page-expected = Din ordre forventes { $day }.
page-expected-unshipped = Din ordre forventes { $day }.
page-expected-rest = Resten forventes { $day }.
page-expected-rest-unshipped = Resten forventes { $day }.
page-expected-next = De næste varer forventes { $day }.
page-expected-next-unshipped = De næste varer forventes { $day }.
page-expected-purchase = Nye varer til din ordre forventes på lager { $day }.
page-expected-late = Din ordre var forventet { $day } og er forsinket. Kontakt butikken, hvis du vil vide mere.
page-expected-rest-late = Resten var forventet { $day } og er forsinket. Kontakt butikken, hvis du vil vide mere.
page-expected-purchase-late = Nye varer til din ordre var ventet på lager { $day } og er forsinkede. Kontakt butikken, hvis du vil vide mere.
page-expected-some-late = Nogle af varerne er forsinkede.

## The steps
page-steps = Så langt er din ordre kommet
page-step-ordered = Bestilt
page-step-preparing = Klargøres
page-step-sent = Afsendt
page-step-part-sent = Delvist afsendt
page-step-delivered = Leveret
page-step-done = Afsluttet:
page-step-now = Nu:
page-step-to-come = Følger:

## The parcels
page-parcels = Pakker
page-parcel = Pakke
page-parcel-numbered = Pakke { $index } af { $count }
page-parcel-pending = Endnu ikke afleveret til fragtfirmaet
page-parcel-sent = Afsendt
page-parcel-delivered = Leveret
page-parcel-state = Status
page-parcel-carrier = Fragtfirma
page-parcel-number = Trackingnummer
page-parcel-date = Afsendt
page-parcel-contents = Indhold
page-track = Følg pakken hos { $carrier }
page-track-numbered = Følg pakke { $index } hos { $carrier }
page-leaves = fører dig videre til { $host }

## The items
page-items = Varer
page-item-number = Varenummer { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Beløb

## What happened
page-history = Det er der sket
page-history-zone = Tidspunkterne er lokal tid i { $zone }.
page-history-utc = Tidspunkterne er i UTC.
page-history-from-to = { $before }, nu { $now }
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (før: { $before })
page-history-more =
    { $count ->
        [one] og { $count } vare mere
       *[other] og { $count } varer mere
    }
page-changed = Senest ændret af butikken: { $date }

## The shop's own part
page-message = Fra butikken
page-contact = Kontakt butikken
page-contact-ask = Spørg butikken
page-contact-return = Returnér en vare
page-contact-site = Besøg butikken
page-reorder = Bestil det samme igen
page-calendar = Føj den forventede dato til din kalender
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Ordre { $number } fra { $shop } forventes
page-calendar-title-purchase = Nye varer til ordre { $number } fra { $shop } forventes på lager
page-addresses = Adresser
page-address-delivery = Levering
page-address-collect = Afhentningssted
page-address-billing = Fakturering

## The end of the page
page-renews = Siden opdaterer sig selv, indtil din ordre er afsluttet.
page-renews-stop = Stop opdateringen
page-renews-stopped = Siden opdaterer ikke længere sig selv.
page-renews-start = Opdatér igen
page-language = Sprog

## The page for every wrong link
page-lost-title = Ordren blev ikke fundet
page-lost = Dette link fører ikke til en ordre
page-lost-why = Det kan være ufuldstændigt, eller det kan være erstattet af et nyere.
page-lost-do = Det kan du gøre
page-lost-newest = Brug linket i den nyeste mail om din ordre.
page-lost-copy = Har du kopieret linket, så tjek, at du har fået det hele med.
page-lost-ask = Hjælper det ikke, så spørg den butik, du har bestilt hos.

## Which mails the customer gets
page-mails-title = Mails om ordre { $number }
page-mails-ask = Hvilke mails vil du have?
page-mails-always = Din ordreside viser altid det hele, uanset hvad du vælger her.
page-mails-status = Ordren og dens status
page-mails-parcels = Pakker og levering
page-mails-dates = Ændringer af den forventede dato
page-mails-cancelled = Annulleringer og returneringer
page-mails-money = Fakturaer og tilbagebetalinger
page-mails-language = Sprog
page-mails-language-shop = Butikkens valg
page-mails-save = Gem
page-mails-saved = Dit valg er gemt
page-mails-back = Tilbage til din ordre
page-mails-stop = Vil du stoppe mails om denne ordre?
page-mails-stop-why = Du kan stadig følge ordren på dens side: Linket i dine mails virker fortsat.
page-mails-stop-do = Stop mails
page-mails-stopped = Du får ikke flere mails om denne ordre
page-mails-mistake = Var det en fejl?
page-mails-again = Få mails igen
page-mails-again-done = Du får mails om denne ordre igen
page-mails-sent = Sendte mails
page-mails-choose = Vælg, hvilke mails du får

page-unlock = Vis hele ordren
page-unlock-why = For at beskytte din ordre vises priser, adresser og dokumenter først efter ét trin mere.
page-unlock-postcode = Postnummer i leverings- eller faktureringsadressen
page-unlock-email = Den mailadresse, du bestilte med
page-unlock-either = Postnummer eller den mailadresse, du bestilte med
page-unlock-do = Vis ordren
page-unlock-wrong = Det stemmer ikke med denne ordre. Kontrollér det, og prøv igen.
page-unlock-code-why = Der kan sendes en kode til den mailadresse, der er oplyst på ordren.
page-unlock-code-send = Send mig en kode
page-unlock-code-sent = Der er sendt en kode til dig. Den gælder i 15 minutter.
page-unlock-code = Koden fra mailen, seks cifre
page-unlock-code-wrong = Koden er forkert eller for gammel. Kontrollér den, eller få sendt en ny.
page-unlock-none = Hele ordren kan ikke vises her. Kontakt butikken.
page-limit = For mange forsøg
page-limit-why = Det beskytter ordren. Du kan prøve igen efter den { $time }.
page-ended = Dette link er udløbet
page-ended-why = Butikken viser en ordre i en begrænset tid efter den seneste ændring.
page-ended-find = Find din ordre, så får du et nyt link på mail.
page-links = Links til ordre { $number }
page-links-open = Del eller udskift linket
page-links-gift = Et link, du kan dele
page-links-gift-why = Det viser varerne og leveringen, men ingen priser, adresser eller dokumenter.
page-links-replace = Udskift linkene
page-links-replace-why = Hvis nogen har dit link, som ikke bør have det, så udskift det. Både dit gamle link og det, du kan dele, holder straks op med at virke, og det nye står i dine næste mails.
page-links-replace-do = Udskift linkene
page-links-replaced = Dine links er skiftet ud. De gamle virker ikke længere.
page-find = Find din ordre
page-find-why = Linket bliver sendt til den mailadresse, der er oplyst på ordren.
page-find-number = Ordrenummer
page-find-do = Send mig linket
page-find-sent = Tjek din mail
page-find-sent-why = Hvis der er en ordre, der passer, er linket sendt til den mailadresse, der er oplyst på den. Der kan gå et par minutter, før mailen kommer.
page-find-nothing = Ingen mail? Kontrollér ordrenummeret, se i din spammappe, eller kontakt butikken.
page-find-again = Find en anden ordre
