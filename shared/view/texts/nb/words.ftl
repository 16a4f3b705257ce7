# Every id here begins with "words-"; what each is for stands in en/words.ftl.

## Where an order stands
words-stage-draft = Ikke bestilt ennå
words-stage-awaiting-payment = Venter på betaling
words-stage-payment-failed = Betaling mislyktes
words-stage-received = Mottatt av butikken
words-stage-preparing = Klargjøres
words-stage-on-hold = Satt på vent
words-stage-part-delivered = Delvis sendt
words-stage-part-ready = Delvis klar
words-stage-sent = Sendt
words-stage-delivered = Levert
words-stage-cancelled = Kansellert
words-stage-refunded = Refundert
words-stage-other = Under behandling
words-stage-unresolved = Under avklaring
words-stage-ready-to-collect = Klar til henting
words-stage-collected = Hentet
words-stage-completed = Fullført

## What changed
words-placed = Bestillingen er lagt inn
words-draft = Bestillingen er åpnet igjen som utkast
words-awaiting-payment = Bestillingen venter på betaling
words-payment-failed = Betalingen mislyktes
words-received = Butikken har mottatt bestillingen
words-preparing = Bestillingen klargjøres
words-on-hold = Bestillingen er satt på vent
words-part-delivered = En del av bestillingen er sendt
words-part-ready = En del av bestillingen er klar
words-sent = Bestillingen er sendt
words-delivered = Bestillingen er levert
words-cancelled = Bestillingen er kansellert
words-refunded-in-whole = Bestillingen er refundert
words-ready-to-collect = Bestillingen er klar til henting
words-collected = Bestillingen er hentet
words-completed = Bestillingen er fullført
words-status = Status er endret til «{ $status }»
words-tracking = Pakken kan spores hos { $carrier }
words-tracking-unnamed = Pakken har fått et sporingsnummer
words-tracking-corrected = Nytt sporingsnummer for pakken med { $carrier }
words-tracking-corrected-unnamed = Nytt sporingsnummer for pakken
words-refund = Tilbakebetaling på { $amount }
words-refund-unsaid = Tilbakebetaling

## What changed for some of the items
words-lines-cancelled =
    { $count ->
        [one] Vare kansellert
       *[other] Varer kansellert
    }
words-lines-invoiced =
    { $count ->
        [one] Vare fakturert
       *[other] Varer fakturert
    }
words-lines-credited =
    { $count ->
        [one] Vare kreditert
       *[other] Varer kreditert
    }
words-invoiced = Faktura { $number } er utstedt
words-credited = Kreditnota { $number } er utstedt
words-packing-slip = Pakkseddelen er skrevet ut
words-picked = Varene er plukket fra lageret
words-lines-sent =
    { $count ->
        [one] Vare sendt
       *[other] Varer sendt
    }
words-lines-ready =
    { $count ->
        [one] Vare klar
       *[other] Varer klare
    }
words-all-sent = Alt er sendt
words-all-ready = Alt er klart
words-delivery-corrected = Rettelse: Det er sendt mindre enn tidligere opplyst
words-ready-corrected = Rettelse: Mindre er klart enn tidligere opplyst
words-back-in-stock =
    { $count ->
        [one] Vare på lager igjen
       *[other] Varer på lager igjen
    }
words-returned =
    { $count ->
        [one] Butikken har mottatt den returnerte varen
       *[other] Butikken har mottatt de returnerte varene
    }
words-expected =
    { $count ->
        [one] Ny forventet dato
       *[other] Nye forventede datoer
    }
words-expected-first =
    { $count ->
        [one] Forventet dato er oppgitt
       *[other] Forventede datoer er oppgitt
    }
words-expected-open =
    { $count ->
        [one] Forventet dato foreligger ikke lenger
       *[other] Forventede datoer foreligger ikke lenger
    }
words-expected-order = { $day }, som lovet for hele bestillingen
words-expected-purchase = { $day }, da nye varer forventes på lager
words-expected-unknown = ikke kjent ennå
words-item-unnamed = En vare

## How many of a line
words-count-ordered = { $quantity } bestilt
words-count-sent = { $quantity } sendt
words-count-ready =
    { $count ->
        [one] { $quantity } klar
       *[other] { $quantity } klare
    }
words-count-none-sent = ingen sendt
words-count-none-ready = ingen klare
words-count-none = ingen
words-count-to-come = { $quantity } kommer senere
words-count-cancelled = { $quantity } kansellert
words-count-returned = { $quantity } returnert
words-count-invoiced = { $quantity } fakturert
words-count-credited = { $quantity } kreditert

## When a line is expected
words-due = Forventes { $day }
words-due-order = Forventes { $day }, som lovet for hele bestillingen
words-due-purchase = Nye varer forventes på lager { $day }
words-late = Var forventet { $day } og er forsinket
words-late-order = Var lovet sammen med hele bestillingen til { $day } og er forsinket
words-late-purchase = Nye varer var forventet på lager { $day } og er forsinket
words-out-of-stock = Ikke på lager for øyeblikket

## The documents
words-documents = Dokumenter
words-document-invoice = Faktura { $number }
words-document-credit-note = Kreditnota { $number }
words-document-packing-slip = Pakkseddel { $number }
words-document-other = Dokument { $number }

## On the page only
words-removed = Fjernet av butikken
words-restored = Gjenopprettet av butikken

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Varer
words-cost-discount = Rabatt
words-cost-shipping = Frakt
words-cost-free = Gratis
words-cost-tax = Mva.
words-cost-tax-included = Herav mva.
words-cost-total = Totalt
words-cost-refund = Tilbakebetalt
words-cost-refund-for = Tilbakebetalt: { $reason }
words-cost-rest = Totalt etter tilbakebetaling
words-cost-fee = Gebyr
words-cost-tip = Tips
words-cost-duty = Toll
words-cost-other = Annet

## The payment
words-payment-unpaid = Ikke betalt ennå
words-payment-authorized = Beløpet er reservert, ikke trukket ennå
words-payment-part-paid = Delvis betalt
words-payment-paid = Betalt
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Betales senest { $day }
