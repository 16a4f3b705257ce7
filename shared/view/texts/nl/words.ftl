# Every id here begins with "words-"; what each is for stands in en/words.ftl.

## Where an order stands
words-stage-draft = Nog niet besteld
words-stage-awaiting-payment = Wacht op betaling
words-stage-payment-failed = Betaling mislukt
words-stage-received = Ontvangen door de winkel
words-stage-preparing = In behandeling
words-stage-on-hold = In de wacht
words-stage-part-delivered = Deels verzonden
words-stage-part-ready = Deels klaar
words-stage-sent = Verzonden
words-stage-delivered = Bezorgd
words-stage-cancelled = Geannuleerd
words-stage-refunded = Terugbetaald
words-stage-other = Wordt verwerkt
words-stage-unresolved = Wordt uitgezocht
words-stage-ready-to-collect = Klaar om af te halen
words-stage-collected = Afgehaald
words-stage-completed = Afgerond

## What changed
words-placed = Bestelling geplaatst
words-draft = Bestelling heropend als concept
words-awaiting-payment = Bestelling wacht op betaling
words-payment-failed = Betaling mislukt
words-received = Bestelling ontvangen door de winkel
words-preparing = Bestelling wordt klaargemaakt
words-on-hold = Bestelling in de wacht gezet
words-part-delivered = Deel van de bestelling verzonden
words-part-ready = Deel van de bestelling klaar
words-sent = Bestelling verzonden
words-delivered = Bestelling bezorgd
words-cancelled = Bestelling geannuleerd
words-refunded-in-whole = Bestelling terugbetaald
words-ready-to-collect = Bestelling klaar om af te halen
words-collected = Bestelling afgehaald
words-completed = Bestelling afgerond
words-status = Status gewijzigd in ‘{ $status }’
words-tracking = Pakket te volgen bij { $carrier }
words-tracking-unnamed = Pakket heeft een trackingnummer
words-tracking-corrected = Nieuw trackingnummer voor het pakket met { $carrier }
words-tracking-corrected-unnamed = Nieuw trackingnummer voor het pakket
words-refund = Terugbetaling van { $amount }
words-refund-unsaid = Terugbetaling

## What changed for some of the items
words-lines-cancelled =
    { $count ->
        [one] Artikel geannuleerd
       *[other] Artikelen geannuleerd
    }
words-lines-invoiced =
    { $count ->
        [one] Artikel gefactureerd
       *[other] Artikelen gefactureerd
    }
words-lines-credited =
    { $count ->
        [one] Artikel gecrediteerd
       *[other] Artikelen gecrediteerd
    }
words-invoiced = Factuur { $number } opgemaakt
words-credited = Creditnota { $number } opgemaakt
words-packing-slip = Pakbon geprint
words-picked = Artikelen verzameld in het magazijn
words-lines-sent = Een deel van de artikelen verzonden
words-lines-ready = Een deel van de artikelen klaar
words-all-sent = Alles verzonden
words-all-ready = Alles klaar
words-delivery-corrected = Correctie: er is minder verzonden dan eerder gemeld
words-ready-corrected = Correctie: er is minder klaar dan eerder gemeld
words-back-in-stock =
    { $count ->
        [one] Artikel weer op voorraad
       *[other] Artikelen weer op voorraad
    }
words-returned =
    { $count ->
        [one] Retour ontvangen door de winkel
       *[other] Retouren ontvangen door de winkel
    }
words-expected =
    { $count ->
        [one] Nieuwe verwachte datum
       *[other] Nieuwe verwachte datums
    }
words-expected-first =
    { $count ->
        [one] Verwachte datum bekend
       *[other] Verwachte datums bekend
    }
words-expected-open =
    { $count ->
        [one] Verwachte datum niet meer bekend
       *[other] Verwachte datums niet meer bekend
    }
words-expected-order = { $day }, zoals toegezegd voor de hele bestelling
words-expected-purchase = { $day }, dan wordt nieuwe voorraad verwacht
words-expected-unknown = nog niet bekend
words-item-unnamed = Een artikel

## How many of a line
words-count-ordered = { $quantity } besteld
words-count-sent = { $quantity } verzonden
words-count-ready = { $quantity } klaar
words-count-none-sent = niets verzonden
words-count-none-ready = niets klaar
words-count-none = geen
words-count-to-come =
    { $count ->
        [one] { $quantity } volgt nog
       *[other] { $quantity } volgen nog
    }
words-count-cancelled = { $quantity } geannuleerd
words-count-returned = { $quantity } geretourneerd
words-count-invoiced = { $quantity } gefactureerd
words-count-credited = { $quantity } gecrediteerd

## When a line is expected
words-due = Verwacht op { $day }
words-due-order = Verwacht op { $day }, zoals toegezegd voor de hele bestelling
words-due-purchase = Nieuwe voorraad verwacht op { $day }
words-late = Werd verwacht op { $day } en is vertraagd
words-late-order = Was met de hele bestelling toegezegd voor { $day } en is vertraagd
words-late-purchase = Nieuwe voorraad werd verwacht op { $day } en is vertraagd
words-out-of-stock = Op dit moment niet op voorraad

## The documents
words-documents = Documenten
words-document-invoice = Factuur { $number }
words-document-credit-note = Creditnota { $number }
words-document-packing-slip = Pakbon { $number }
words-document-other = Document { $number }

## On the page only
words-removed = Verwijderd door de winkel
words-restored = Hersteld door de winkel

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Artikelen
words-cost-discount = Korting
words-cost-shipping = Verzending
words-cost-free = Gratis
words-cost-tax = Btw
words-cost-tax-included = Waarvan btw
words-cost-total = Totaal
words-cost-refund = Terugbetaald
words-cost-refund-for = Terugbetaald: { $reason }
words-cost-rest = Totaal na terugbetaling
words-cost-fee = Toeslag
words-cost-tip = Fooi
words-cost-duty = Invoerrechten
words-cost-other = Overig

## The payment
words-payment-unpaid = Nog niet betaald
words-payment-authorized = Bedrag gereserveerd, nog niet afgeschreven
words-payment-part-paid = Deels betaald
words-payment-paid = Betaald
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Te betalen uiterlijk { $day }
