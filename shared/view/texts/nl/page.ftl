# Every id here begins with "page-"; what each is for stands in en/page.ftl.
page-title = Bestelling { $number }: { $status } – { $shop }
page-order = Bestelling { $number }
page-order-placed = Bestelling { $number }, geplaatst op { $date }

## The answer
page-draft = Je bestelling is nog niet geplaatst
page-awaiting-payment = Je bestelling wacht op je betaling
page-payment-failed = Je betaling is niet gelukt
page-received = De winkel heeft je bestelling ontvangen
page-preparing = Je bestelling wordt klaargemaakt
page-on-hold = Je bestelling staat in de wacht
page-part-delivered = Een deel van je bestelling is verzonden
page-part-ready = Een deel van je bestelling ligt klaar om af te halen
page-part-done = Een deel van je bestelling is klaar
page-sent = Je bestelling is verzonden
page-delivered = Je bestelling is bezorgd
page-cancelled = Je bestelling is geannuleerd
page-refunded = Je bestelling is terugbetaald
page-ready-to-collect = Je bestelling ligt klaar om af te halen
page-collected = Je bestelling is afgehaald
page-completed = Je bestelling is afgerond
page-other = Je bestelling: { $status }
page-removed = De winkel heeft deze bestelling verwijderd

## What happens next
page-next-draft = De winkel gaat aan de slag zodra je de bestelling hebt geplaatst.
page-next-awaiting-payment = De winkel maakt je bestelling klaar zodra je betaling binnen is. Heb je al betaald? Dan kan het een paar dagen duren voordat je dat hier ziet.
page-next-payment-failed = De winkel kan je bestelling nog niet klaarmaken. Vraag de winkel hoe je alsnog kunt betalen.
page-next-received = De winkel maakt je bestelling klaar. Op deze pagina kun je alles volgen.
page-next-preparing-track = Wat verzonden is, kun je hieronder volgen.
page-next-preparing = De winkel maakt je bestelling klaar. Zodra je een pakket kunt volgen, vind je de link op deze pagina.
page-next-preparing-collect = De winkel maakt je bestelling klaar. Op deze pagina zie je wanneer je bestelling klaarligt.
page-next-preparing-follow = De winkel maakt je bestelling klaar. Op deze pagina kun je alles volgen.
page-next-on-hold = De winkel moet eerst iets uitzoeken voordat je bestelling verder kan. Weet je niet wat? Neem dan contact op met de winkel.
page-next-part-delivered = De winkel maakt de rest klaar. Op deze pagina kun je alles volgen.
page-next-part-ready = Je kunt het nu afhalen. Op deze pagina zie je wanneer de rest klaarligt.
page-next-sent = Alles is de deur uit.
page-next-sent-track = Alles is de deur uit. De vervoerder kan je vertellen wanneer het aankomt.
page-next-delivered = Ontbreekt er iets of is er iets beschadigd? Laat het de winkel weten.
page-next-completed = Klopt er iets niet? Laat het de winkel weten.
page-next-cancelled = Er wordt niets meer verzonden. Had je dit niet verwacht? Neem dan contact op met de winkel.
page-next-cancelled-unshipped = Had je dit niet verwacht? Neem dan contact op met de winkel.
page-next-refunded = De winkel heeft je geld terugbetaald. Hoelang het duurt voordat je het hebt, hangt af van hoe je hebt betaald.
page-next-ready-to-collect = Je kunt je bestelling nu afhalen. Weet je niet waar? Neem contact op met de winkel.
page-next-ready-to-collect-at = Je kunt je bestelling nu hier afhalen:
page-next-other = Zo noemt de winkel zelf de status van je bestelling. Wil je meer weten? Neem dan contact op met de winkel.
page-next-unresolved = Wil je meer weten? Neem dan contact op met de winkel.
page-next-removed = Verwacht je nog iets van deze bestelling? Neem dan contact op met de winkel.
page-shops-words = De winkel noemt dit ‘{ $status }’.

page-items-sent =
    { $sent ->
        [one] { $sent-text } van de { $total-text } artikelen is verzonden.
       *[other] { $sent-text } van de { $total-text } artikelen zijn verzonden.
    }
page-parcels-sent =
    { $count ->
        [one] { $count } pakket is verzonden.
       *[other] { $count } pakketten zijn verzonden.
    }
page-parcels-in-all = Je bestelling komt in { $count } pakketten.
page-parcels-arrived =
    { $arrived ->
        [one] { $arrived } van de { $total } pakketten is bezorgd.
       *[other] { $arrived } van de { $total } pakketten zijn bezorgd.
    }

page-picked = De winkel heeft je artikelen verzameld in het magazijn.
page-packing-slip = De winkel heeft de pakbon geprint.

## When it is expected
page-expected = Je bestelling wordt verwacht op { $day }.
page-expected-unshipped = Je bestelling wordt verwacht op { $day }.
page-expected-rest = De rest wordt verwacht op { $day }.
page-expected-rest-unshipped = De rest wordt verwacht op { $day }.
page-expected-next = De eerstvolgende artikelen worden verwacht op { $day }.
page-expected-next-unshipped = De eerstvolgende artikelen worden verwacht op { $day }.
page-expected-purchase = Nieuwe voorraad voor je bestelling wordt verwacht op { $day }.
page-expected-late = Je bestelling werd verwacht op { $day } en is vertraagd. Wil je meer weten? Neem dan contact op met de winkel.
page-expected-rest-late = De rest werd verwacht op { $day } en is vertraagd. Wil je meer weten? Neem dan contact op met de winkel.
page-expected-purchase-late = Nieuwe voorraad voor je bestelling werd verwacht op { $day } en is vertraagd. Wil je meer weten? Neem dan contact op met de winkel.
page-expected-some-late = Sommige artikelen zijn vertraagd.

## The steps
page-steps = Zo ver is je bestelling
page-step-ordered = Besteld
page-step-preparing = In behandeling
page-step-sent = Verzonden
page-step-part-sent = Deels verzonden
page-step-delivered = Bezorgd
page-step-done = Klaar:
page-step-now = Nu:
page-step-to-come = Volgt nog:

## The parcels
page-parcels = Pakketten
page-parcel = Pakket
page-parcel-numbered = Pakket { $index } van { $count }
page-parcel-pending = Nog niet overgedragen aan de vervoerder
page-parcel-sent = Verzonden
page-parcel-delivered = Bezorgd
page-parcel-state = Status
page-parcel-carrier = Vervoerder
page-parcel-number = Trackingnummer
page-parcel-date = Verzonden
page-parcel-contents = Inhoud
page-track = Volg je pakket bij { $carrier }
page-track-numbered = Volg pakket { $index } bij { $carrier }
page-leaves = brengt je naar { $host }

## The items
page-items = Artikelen
page-item-number = Artikelnummer { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Kosten

## What happened
page-history = Wat er is gebeurd
page-history-zone = Tijden zijn in lokale tijd ({ $zone }).
page-history-utc = Tijden zijn in UTC.
page-history-from-to = { $before }, nu { $now }
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (eerst: { $before })
page-history-more =
    { $count ->
        [one] en nog { $count } artikel
       *[other] en nog { $count } artikelen
    }
page-changed = Laatst gewijzigd door de winkel: { $date }

## The shop's own part
page-message = Bericht van de winkel
page-contact = Contact met de winkel
page-contact-ask = Stel de winkel een vraag
page-contact-return = Iets terugsturen
page-contact-site = Naar de winkel
page-reorder = Hetzelfde opnieuw bestellen
page-calendar = Zet de verwachte datum in je agenda
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Bestelling { $number } van { $shop } wordt verwacht
page-calendar-title-purchase = Nieuwe voorraad voor bestelling { $number } van { $shop } wordt verwacht
page-addresses = Adressen
page-address-delivery = Bezorgadres
page-address-collect = Afhaaladres
page-address-billing = Factuuradres

## The end of the page
page-renews = Deze pagina ververst zichzelf tot je bestelling is afgerond.
page-renews-stop = Niet meer verversen
page-renews-stopped = Deze pagina ververst zichzelf niet meer.
page-renews-start = Weer verversen
page-language = Taal

## The page for every wrong link
page-lost-title = Bestelling niet gevonden
page-lost = Deze link leidt niet naar een bestelling
page-lost-why = De link is misschien onvolledig, of vervangen door een nieuwere.
page-lost-do = Wat je kunt doen
page-lost-newest = Gebruik de link in de nieuwste mail over je bestelling.
page-lost-copy = Heb je de link gekopieerd? Controleer dan of je hem helemaal hebt.
page-lost-ask = Helpt dat niet? Neem dan contact op met de winkel waar je hebt besteld.

## Which mails the customer gets
page-mails-title = Mails over bestelling { $number }
page-mails-ask = Welke mails wil je ontvangen?
page-mails-always = Op de pagina van je bestelling staat altijd alles, wat je keuze hier ook is.
page-mails-status = De bestelling en de status ervan
page-mails-parcels = Pakketten en bezorging
page-mails-dates = Wijzigingen van de verwachte datum
page-mails-cancelled = Annuleringen en retouren
page-mails-money = Facturen en terugbetalingen
page-mails-language = Taal
page-mails-language-shop = Keuze van de winkel
page-mails-save = Opslaan
page-mails-saved = Je keuze is opgeslagen
page-mails-back = Terug naar je bestelling
page-mails-stop = Geen mails meer over deze bestelling?
page-mails-stop-why = Je kunt de bestelling blijven volgen op de statuspagina: de link in je mails blijft werken.
page-mails-stop-do = Mails stoppen
page-mails-stopped = Je krijgt geen mails meer over deze bestelling
page-mails-mistake = Was dat een vergissing?
page-mails-again = Weer mails ontvangen
page-mails-again-done = Je krijgt weer mails over deze bestelling
page-mails-sent = Verzonden mails
page-mails-choose = Kies welke mails je krijgt

page-unlock = Toon de hele bestelling
page-unlock-why = Om je bestelling privé te houden, zie je prijzen, adressen en documenten pas na nog één stap.
page-unlock-postcode = Postcode van het aflever- of factuuradres
page-unlock-email = E-mailadres waarmee je hebt besteld
page-unlock-either = Postcode, of e-mailadres waarmee je hebt besteld
page-unlock-do = Toon de bestelling
page-unlock-wrong = Dat komt niet overeen met deze bestelling. Controleer het en probeer het opnieuw.
page-unlock-code-why = Er kan een code worden gemaild naar het e-mailadres van de bestelling.
page-unlock-code-send = Mail me een code
page-unlock-code-sent = Er is een code naar je gemaild. Die is 15 minuten geldig.
page-unlock-code = Code uit de mail, zes cijfers
page-unlock-code-wrong = Die code is onjuist of te oud. Controleer hem, of laat een nieuwe mailen.
page-unlock-none = De hele bestelling kan hier niet worden getoond. Neem contact op met de winkel.
page-limit = Te veel pogingen
page-limit-why = Dat beschermt de bestelling. Vanaf { $time } kun je het opnieuw proberen.
page-ended = Deze link is verlopen
page-ended-why = De winkel toont een bestelling een beperkte tijd na de laatste wijziging.
page-ended-find = Zoek je bestelling op, dan krijg je een nieuwe link per mail.
page-links = Links naar bestelling { $number }
page-links-open = Deel of vervang de link
page-links-gift = Een link om te delen
page-links-gift-why = Die toont de artikelen en de levering, maar geen prijzen, adressen of documenten.
page-links-replace = Vervang de links
page-links-replace-why = Is je link bij iemand terechtgekomen die hem niet mag hebben? Vervang hem dan. Je oude link en de link om te delen werken meteen niet meer. De nieuwe staat in je volgende mails.
page-links-replace-do = Vervang de links
page-links-replaced = Je links zijn vervangen. De oude werken niet meer.
page-find = Zoek je bestelling
page-find-why = De link wordt gemaild naar het e-mailadres dat bij de bestelling is opgegeven.
page-find-number = Bestelnummer
page-find-do = Mail me de link
page-find-sent = Kijk in je mail
page-find-sent-why = Als er een bestelling is gevonden, is de link verstuurd naar het e-mailadres dat daarbij is opgegeven. Het kan een paar minuten duren voordat de mail er is.
page-find-nothing = Geen mail? Controleer het bestelnummer, kijk in je spammap, of neem contact op met de winkel.
page-find-again = Zoek een andere bestelling
