# Every id here begins with "words-"; what each is for stands in en/words.ftl.

## Where an order stands
words-stage-draft = Inte beställd ännu
words-stage-awaiting-payment = Väntar på betalning
words-stage-payment-failed = Betalningen misslyckades
words-stage-received = Mottagen av butiken
words-stage-preparing = Görs i ordning
words-stage-on-hold = Pausad
words-stage-part-delivered = Delvis skickad
words-stage-part-ready = Delvis redo
words-stage-sent = Skickad
words-stage-delivered = Levererad
words-stage-cancelled = Annullerad
words-stage-refunded = Återbetald
words-stage-other = Under behandling
words-stage-unresolved = Under utredning
words-stage-ready-to-collect = Redo att hämtas
words-stage-collected = Hämtad
words-stage-completed = Slutförd

## What changed
words-placed = Beställningen är lagd
words-draft = Beställningen har öppnats igen som utkast
words-awaiting-payment = Beställningen väntar på betalning
words-payment-failed = Betalningen misslyckades
words-received = Butiken har tagit emot beställningen
words-preparing = Beställningen görs i ordning
words-on-hold = Beställningen är pausad
words-part-delivered = En del av beställningen är skickad
words-part-ready = En del av beställningen är redo
words-sent = Beställningen är skickad
words-delivered = Beställningen är levererad
words-cancelled = Beställningen är annullerad
words-refunded-in-whole = Beställningen är återbetald
words-ready-to-collect = Beställningen är redo att hämtas
words-collected = Beställningen är hämtad
words-completed = Beställningen är slutförd
words-status = Status ändrad till ”{ $status }”
words-tracking = Paketet kan spåras hos { $carrier }
words-tracking-unnamed = Paketet har fått ett spårningsnummer
words-tracking-corrected = Nytt spårningsnummer för paketet med { $carrier }
words-tracking-corrected-unnamed = Nytt spårningsnummer för paketet
words-refund = Återbetalning på { $amount }
words-refund-unsaid = Återbetalning

## What changed for some of the items
words-lines-cancelled =
    { $count ->
        [one] Vara annullerad
       *[other] Varor annullerade
    }
words-lines-invoiced =
    { $count ->
        [one] Vara fakturerad
       *[other] Varor fakturerade
    }
words-lines-credited =
    { $count ->
        [one] Vara krediterad
       *[other] Varor krediterade
    }
words-invoiced = Faktura { $number } är utfärdad
words-credited = Kreditfaktura { $number } är utfärdad
words-packing-slip = Följesedeln är utskriven
words-picked = Varorna är plockade från lagret
words-lines-sent =
    { $count ->
        [one] Vara skickad
       *[other] Varor skickade
    }
words-lines-ready =
    { $count ->
        [one] Vara redo
       *[other] Varor redo
    }
words-all-sent = Allt är skickat
words-all-ready = Allt är redo
words-delivery-corrected = Rättelse: färre varor har skickats än vad som tidigare meddelats
words-ready-corrected = Rättelse: färre varor är redo än vad som tidigare meddelats
words-back-in-stock =
    { $count ->
        [one] Vara i lager igen
       *[other] Varor i lager igen
    }
words-returned =
    { $count ->
        [one] Butiken har tagit emot den returnerade varan
       *[other] Butiken har tagit emot de returnerade varorna
    }
words-expected =
    { $count ->
        [one] Nytt beräknat datum
       *[other] Nya beräknade datum
    }
words-expected-first =
    { $count ->
        [one] Beräknat datum har meddelats
       *[other] Beräknade datum har meddelats
    }
words-expected-open =
    { $count ->
        [one] Beräknat datum saknas
       *[other] Beräknade datum saknas
    }
words-expected-order = { $day }, som utlovats för hela beställningen
words-expected-purchase = { $day }, då nya varor väntas till lagret
words-expected-unknown = inte känt ännu
words-item-unnamed = En vara

## How many of a line
words-count-ordered =
    { $count ->
        [one] { $quantity } beställd
       *[other] { $quantity } beställda
    }
words-count-sent =
    { $count ->
        [one] { $quantity } skickad
       *[other] { $quantity } skickade
    }
words-count-ready = { $quantity } redo
words-count-none-sent = inget skickat
words-count-none-ready = inget redo
words-count-none = ingen
words-count-to-come = { $quantity } kommer senare
words-count-cancelled =
    { $count ->
        [one] { $quantity } annullerad
       *[other] { $quantity } annullerade
    }
words-count-returned =
    { $count ->
        [one] { $quantity } returnerad
       *[other] { $quantity } returnerade
    }
words-count-invoiced =
    { $count ->
        [one] { $quantity } fakturerad
       *[other] { $quantity } fakturerade
    }
words-count-credited =
    { $count ->
        [one] { $quantity } krediterad
       *[other] { $quantity } krediterade
    }

## When a line is expected
words-due = Väntas { $day }
words-due-order = Väntas { $day }, som utlovats för hela beställningen
words-due-purchase = Nya varor väntas till lagret { $day }
words-late = Väntades { $day } och är försenad
words-late-order = Utlovades med hela beställningen till { $day } och är försenad
words-late-purchase = Nya varor väntades till lagret { $day } och är försenade
words-out-of-stock = Inte i lager just nu

## The documents
words-documents = Dokument
words-document-invoice = Faktura { $number }
words-document-credit-note = Kreditfaktura { $number }
words-document-packing-slip = Följesedel { $number }
words-document-other = Dokument { $number }

## On the page only
words-removed = Borttagen av butiken
words-restored = Återställd av butiken

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Varor
words-cost-discount = Rabatt
words-cost-shipping = Frakt
words-cost-free = Gratis
words-cost-tax = Moms
words-cost-tax-included = Varav moms
words-cost-total = Totalt
words-cost-refund = Återbetalning
words-cost-refund-for = Återbetalning: { $reason }
words-cost-rest = Totalt efter återbetalning
words-cost-fee = Avgift
words-cost-tip = Dricks
words-cost-duty = Tull
words-cost-other = Övrigt

## The payment
words-payment-unpaid = Inte betald än
words-payment-authorized = Beloppet är reserverat, inte draget än
words-payment-part-paid = Delvis betald
words-payment-paid = Betald
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Betalas senast { $day }
