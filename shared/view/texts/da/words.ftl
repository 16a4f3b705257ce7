# Every id here begins with "words-"; what each is for stands in en/words.ftl.

## Where an order stands
words-stage-draft = Endnu ikke bestilt
words-stage-awaiting-payment = Afventer betaling
words-stage-payment-failed = Betaling mislykket
words-stage-received = Modtaget af butikken
words-stage-preparing = Klargøres
words-stage-on-hold = Sat på pause
words-stage-part-delivered = Delvist afsendt
words-stage-part-ready = Delvist klar
words-stage-sent = Afsendt
words-stage-delivered = Leveret
words-stage-cancelled = Annulleret
words-stage-refunded = Refunderet
words-stage-other = Behandles
words-stage-unresolved = Under afklaring
words-stage-ready-to-collect = Klar til afhentning
words-stage-collected = Afhentet
words-stage-completed = Gennemført

## What changed
words-placed = Ordren er afgivet
words-draft = Ordren er genåbnet som kladde
words-awaiting-payment = Ordren afventer betaling
words-payment-failed = Betalingen mislykkedes
words-received = Butikken har modtaget ordren
words-preparing = Ordren klargøres
words-on-hold = Ordren er sat på pause
words-part-delivered = En del af ordren er afsendt
words-part-ready = En del af ordren er klar
words-sent = Ordren er afsendt
words-delivered = Ordren er leveret
words-cancelled = Ordren er annulleret
words-refunded-in-whole = Ordren er refunderet
words-ready-to-collect = Ordren er klar til afhentning
words-collected = Ordren er afhentet
words-completed = Ordren er gennemført
words-status = Status er ændret til “{ $status }”
words-tracking = Pakken kan følges hos { $carrier }
words-tracking-unnamed = Pakken har fået et trackingnummer
words-tracking-corrected = Nyt trackingnummer til pakken med { $carrier }
words-tracking-corrected-unnamed = Nyt trackingnummer til pakken
words-refund = Tilbagebetaling på { $amount }
words-refund-unsaid = Tilbagebetaling

## What changed for some of the items
words-lines-cancelled =
    { $count ->
        [one] Vare annulleret
       *[other] Varer annulleret
    }
words-lines-invoiced =
    { $count ->
        [one] Vare faktureret
       *[other] Varer faktureret
    }
words-lines-credited =
    { $count ->
        [one] Vare krediteret
       *[other] Varer krediteret
    }
words-invoiced = Faktura { $number } er udstedt
words-credited = Kreditnota { $number } er udstedt
words-packing-slip = Følgesedlen er udskrevet
words-picked = Varerne er fundet frem på lageret
words-lines-sent =
    { $count ->
        [one] Vare afsendt
       *[other] Varer afsendt
    }
words-lines-ready =
    { $count ->
        [one] Vare klar
       *[other] Varer klar
    }
words-all-sent = Alt er afsendt
words-all-ready = Alt er klart
words-delivery-corrected = Rettelse: Der er afsendt mindre end tidligere oplyst
words-ready-corrected = Rettelse: Mindre er klart end tidligere oplyst
words-back-in-stock =
    { $count ->
        [one] Vare på lager igen
       *[other] Varer på lager igen
    }
words-returned =
    { $count ->
        [one] Butikken har modtaget den returnerede vare
       *[other] Butikken har modtaget de returnerede varer
    }
words-expected =
    { $count ->
        [one] Ny forventet dato
       *[other] Nye forventede datoer
    }
words-expected-first =
    { $count ->
        [one] Forventet dato oplyst
       *[other] Forventede datoer oplyst
    }
words-expected-open =
    { $count ->
        [one] Forventet dato foreligger ikke længere
       *[other] Forventede datoer foreligger ikke længere
    }
words-expected-order = { $day }, som lovet for hele ordren
words-expected-purchase = { $day }, hvor der ventes nye varer på lager
words-expected-unknown = endnu ukendt
words-item-unnamed = En vare

## How many of a line
words-count-ordered = { $quantity } bestilt
words-count-sent = { $quantity } afsendt
words-count-ready = { $quantity } klar
words-count-none-sent = intet afsendt
words-count-none-ready = intet klart
words-count-none = ingen
words-count-to-come = { $quantity } følger senere
words-count-cancelled = { $quantity } annulleret
words-count-returned = { $quantity } returneret
words-count-invoiced = { $quantity } faktureret
words-count-credited = { $quantity } krediteret

## When a line is expected
words-due = Forventes { $day }
words-due-order = Forventes { $day }, som lovet for hele ordren
words-due-purchase = Nye varer forventes på lager { $day }
words-late = Var forventet { $day } og er forsinket
words-late-order = Var lovet sammen med hele ordren til { $day } og er forsinket
words-late-purchase = Nye varer var ventet på lager { $day } og er forsinkede
words-out-of-stock = Ikke på lager i øjeblikket

## The documents
words-documents = Dokumenter
words-document-invoice = Faktura { $number }
words-document-credit-note = Kreditnota { $number }
words-document-packing-slip = Følgeseddel { $number }
words-document-other = Dokument { $number }

## On the page only
words-removed = Fjernet af butikken
words-restored = Gendannet af butikken

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Varer
words-cost-discount = Rabat
words-cost-shipping = Levering
words-cost-free = Gratis
words-cost-tax = Moms
words-cost-tax-included = Heraf moms
words-cost-total = I alt
words-cost-refund = Tilbagebetalt
words-cost-refund-for = Tilbagebetalt: { $reason }
words-cost-rest = I alt efter tilbagebetaling
words-cost-fee = Gebyr
words-cost-tip = Drikkepenge
words-cost-duty = Told
words-cost-other = Andet

## The payment
words-payment-unpaid = Ikke betalt endnu
words-payment-authorized = Beløbet er reserveret, endnu ikke trukket
words-payment-part-paid = Delvist betalt
words-payment-paid = Betalt
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Betales senest { $day }
