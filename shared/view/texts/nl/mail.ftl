# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
mail-subject = Je bestelling { $number } bij { $shop }
mail-order = Bestelling { $number }

mail-hello = Hallo,
mail-hello-name = Hallo { $name },

## The heading
mail-heading-placed = Bedankt voor je bestelling
mail-heading-awaiting-payment = Je bestelling wacht op je betaling
mail-heading-payment-failed = Je betaling is niet gelukt
mail-heading-received = We hebben je bestelling ontvangen
mail-heading-preparing = Je bestelling wordt klaargemaakt
mail-heading-on-hold = Je bestelling staat in de wacht
mail-heading-part-delivered = Een deel van je bestelling is onderweg
mail-heading-part-ready = Een deel van je bestelling ligt klaar om af te halen
mail-heading-part-done = Een deel van je bestelling is klaar
mail-heading-sent = Je bestelling is onderweg
mail-heading-delivered = Je bestelling is bezorgd
mail-heading-cancelled = Je bestelling is geannuleerd
mail-heading-refunded = Je bestelling is terugbetaald
mail-heading-ready-to-collect = Je bestelling ligt klaar om af te halen
mail-heading-collected = Je bestelling is afgehaald
mail-heading-completed = Je bestelling is afgerond
mail-heading-status = Je bestelling: { $status }
mail-heading-tracking =
    { $count ->
        [one] Je kunt je pakket nu volgen
       *[other] Je kunt je pakketten nu volgen
    }
mail-heading-tracking-number =
    { $count ->
        [one] Je pakket heeft een trackingnummer
       *[other] Je pakketten hebben trackingnummers
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Je pakket heeft een nieuw trackingnummer
       *[other] Je pakketten hebben nieuwe trackingnummers
    }
mail-heading-refund = Je krijgt { $amount } terug
mail-heading-refund-unsaid = Je krijgt geld terug
mail-heading-lines-cancelled = Een deel van je bestelling is geannuleerd
mail-heading-rest-sent = De rest van je bestelling is onderweg
mail-heading-corrected = Correctie: we hebben minder verzonden dan eerder gemeld
mail-heading-ready-corrected = Correctie: er is minder klaar dan eerder gemeld
mail-heading-expected = Nieuwe verwachte datum: { $day }
mail-heading-expected-several = Je bestelling heeft nieuwe verwachte datums
mail-heading-expected-purchase = Nieuwe voorraad verwacht op { $day }
mail-heading-expected-first = Verwachte datum: { $day }
mail-heading-expected-first-several = Je bestelling heeft nu verwachte datums
mail-heading-expected-open = We weten nog niet wanneer je artikelen komen
mail-heading-back-in-stock = Weer op voorraad: { $item }
mail-heading-back-in-stock-several = Artikelen uit je bestelling zijn weer op voorraad
mail-heading-returned = We hebben je retour ontvangen
mail-heading-invoice = Je hebt een factuur gekregen: { $number }
mail-heading-invoiced = Je bestelling is gefactureerd
mail-heading-invoices = Je hebt nieuwe facturen gekregen
mail-heading-credit-note = Je hebt een creditnota gekregen: { $number }
mail-heading-credited = We hebben artikelen uit je bestelling gecrediteerd
mail-heading-credit-notes = Je hebt nieuwe creditnota’s gekregen
mail-heading-papers = Je hebt nieuwe documenten gekregen
mail-heading-packing-slip = De pakbon van je bestelling is geprint
mail-heading-picked = We hebben je artikelen verzameld in het magazijn
mail-heading-news = Er is nieuws over je bestelling
mail-heading-message = Een bericht over je bestelling

## What happens next
mail-next-awaiting-payment = Zodra je betaling binnen is, maken we je bestelling klaar.
mail-next-payment-failed = We kunnen je bestelling nog niet klaarmaken. Vraag ons hoe je kunt betalen.
mail-next-received = We maken je bestelling klaar. Op de statuspagina kun je alles volgen.
mail-next-preparing = We zijn je bestelling aan het klaarmaken. Op de statuspagina kun je alles volgen.
mail-next-preparing-collect = We zijn je bestelling aan het klaarmaken. Op de statuspagina zie je wanneer je bestelling klaarligt.
mail-next-on-hold = We moeten eerst iets uitzoeken voordat we verder kunnen. Weet je niet wat? Neem dan contact met ons op.
mail-next-part-delivered = De rest volgt nog. Op de statuspagina zie je wat er verzonden is.
mail-next-part-ready = Je kunt het nu afhalen. We schrijven je opnieuw als de rest klaarligt.
mail-rest-expected = De rest wordt verwacht op { $day }.
mail-next-sent = Alles is bij ons de deur uit.
mail-next-delivered = We hopen dat je er blij mee bent. Ontbreekt er iets of is er iets beschadigd? Laat het ons weten.
mail-next-completed = We hopen dat je er blij mee bent. Klopt er iets niet? Laat het ons weten.
mail-next-cancelled = Er wordt niets meer verzonden. Had je dit niet verwacht? Neem dan contact met ons op.
mail-next-cancelled-unshipped = Had je dit niet verwacht? Neem dan contact met ons op.
mail-next-refunded = Je geld is onderweg. Hoelang dat duurt, hangt af van hoe je hebt betaald.
mail-next-ready-to-collect = Je kunt je bestelling nu afhalen. Weet je niet waar? Neem dan contact met ons op.
mail-next-ready-to-collect-at = Je kunt je bestelling nu hier afhalen:
mail-next-lines-cancelled = De rest van je bestelling gaat gewoon door. Had je deze annulering niet verwacht? Neem dan contact met ons op.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Had je deze annulering niet verwacht? Neem dan contact met ons op.
mail-next-corrected = Onze excuses voor de vergissing. Heb je er vragen over? Laat het ons gerust weten.
mail-next-later = Het spijt ons dat je langer moet wachten. Op de statuspagina staat altijd de actuele datum.
mail-next-later-open = Het spijt ons dat je langer moet wachten. Zodra er een nieuwe datum is, vind je die op de statuspagina.
mail-next-expected = Op de statuspagina staat altijd de actuele datum.
mail-next-back-in-stock = We kunnen nu verder met je bestelling. Op de statuspagina kun je alles volgen.
mail-next-returned = Bedankt voor het terugsturen. Heb je er vragen over? Laat het ons gerust weten.
mail-next-credited = Het bedrag gaat af van wat je moet betalen, of we betalen het je terug.
mail-next-credited-amount = Er gaat { $amount } af van wat je moet betalen, of we betalen het je terug.
mail-next-picked = Nu pakken we je artikelen in. Je kunt je bestelling altijd volgen op de statuspagina.
mail-next-packing-slip = Nu pakken we je artikelen in. Je kunt je bestelling altijd volgen op de statuspagina.
mail-next-other = Op de statuspagina vind je alle details.
mail-next-tracking = Je kunt de zending volgen op de pagina van de vervoerder. Het kan een dag duren voordat de vervoerder het nummer kent.
mail-next-no-page = Heb je een vraag over je bestelling? Laat het ons gerust weten.

## What changed
mail-label = { $label }:
mail-changes = Wat er nieuw is
mail-before = Eerst
mail-now = Nu
mail-item = { $item }: { $now }

## The order's page
mail-button = Bekijk je bestelling
mail-address = Werkt de knop niet? Open dan dit adres:
mail-see = Bekijk je bestelling:

## The parcels
mail-parcels =
    { $count ->
        [one] Je pakket
       *[other] Je pakketten
    }
mail-parcel = Pakket
mail-tracking-number = Trackingnummer
mail-track = Volgen bij { $carrier }
mail-track-unnamed = Pakket volgen
mail-more-parcels =
    { $count ->
        [one] en nog { $count } pakket op de statuspagina
       *[other] en nog { $count } pakketten op de statuspagina
    }

## The documents
mail-attached = { $document } is bijgevoegd.

## The items
mail-items = Wat je hebt besteld
mail-more-items =
    { $count ->
        [one] en nog { $count } artikel op de statuspagina
       *[other] en nog { $count } artikelen op de statuspagina
    }
mail-more = en nog { $count }

## The end
mail-reply = Heb je een vraag? Antwoord gewoon op deze mail.
mail-regards = Met vriendelijke groet,
mail-why = Je krijgt deze mail omdat bestelling { $number } bij { $shop } is geplaatst met jouw e-mailadres.
mail-why-copied = Je krijgt deze mail omdat bestelling { $number } bij { $shop } is geplaatst met jouw e-mailadres, of omdat je er als contactpersoon voor bent opgegeven.
mail-why-contact = Je krijgt deze mail omdat je bent opgegeven als contactpersoon voor bestelling { $number } bij { $shop }.
mail-why-other = Je krijgt deze mail omdat { $shop } hem aan je heeft gestuurd. Hij gaat over bestelling { $number }.

mail-asked-link = De link naar je bestelling
mail-asked-link-why = Iemand heeft je bestelnummer ingevuld en om de link naar je bestelling gevraagd. Hier is hij.
mail-asked-code = Je code
mail-asked-code-why = Vul deze code in op de pagina van je bestelling. Hij is 15 minuten geldig.
mail-asked-not = Heb je hier niet om gevraagd? Dan hoef je niets te doen.
