# Every id here begins with "words-"; what each is for stands in en/words.ftl.
# What takes a name, a day or a number stands so that none has to be inflected.

## Where an order stands
words-stage-draft = Zatím neobjednáno
words-stage-awaiting-payment = Čeká na platbu
words-stage-payment-failed = Platba se nezdařila
words-stage-received = Přijato obchodem
words-stage-preparing = Připravuje se
words-stage-on-hold = Pozastaveno
words-stage-part-delivered = Částečně odesláno
words-stage-part-ready = Částečně připraveno
words-stage-sent = Odesláno
words-stage-delivered = Doručeno
words-stage-cancelled = Zrušeno
words-stage-refunded = Peníze vráceny
words-stage-other = Vyřizuje se
words-stage-unresolved = Upřesňuje se
words-stage-ready-to-collect = Připraveno k vyzvednutí
words-stage-collected = Vyzvednuto
words-stage-completed = Vyřízeno

## What changed
words-placed = Objednávka vytvořena
words-draft = Objednávka znovu otevřena jako koncept
words-awaiting-payment = Objednávka čeká na platbu
words-payment-failed = Platba se nezdařila
words-received = Obchod přijal objednávku
words-preparing = Objednávka se připravuje
words-on-hold = Objednávka pozastavena
words-part-delivered = Část objednávky odeslána
words-part-ready = Část objednávky připravena
words-sent = Objednávka odeslána
words-delivered = Objednávka doručena
words-cancelled = Objednávka zrušena
words-refunded-in-whole = Peníze za objednávku vráceny
words-ready-to-collect = Objednávka připravena k vyzvednutí
words-collected = Objednávka vyzvednuta
words-completed = Objednávka vyřízena
words-status = Stav změněn na „{ $status }“
words-tracking = Zásilku lze sledovat u dopravce { $carrier }
words-tracking-unnamed = Zásilka má sledovací číslo
words-tracking-corrected = Nové číslo zásilky u dopravce { $carrier }
words-tracking-corrected-unnamed = Nové číslo zásilky
words-refund = Vrácení peněz: { $amount }
words-refund-unsaid = Vrácení peněz

## What changed for some of the items
words-lines-cancelled =
    { $count ->
        [one] Položka zrušena
        [few] Položky zrušeny
        [many] Položky zrušeny
       *[other] Položky zrušeny
    }
words-lines-invoiced =
    { $count ->
        [one] Položka vyfakturována
        [few] Položky vyfakturovány
        [many] Položky vyfakturovány
       *[other] Položky vyfakturovány
    }
words-lines-credited =
    { $count ->
        [one] Položka dobropisována
        [few] Položky dobropisovány
        [many] Položky dobropisovány
       *[other] Položky dobropisovány
    }
words-invoiced = Faktura { $number } vystavena
words-credited = Dobropis { $number } vystaven
words-packing-slip = Dodací list vytištěn
words-picked = Zboží připraveno ve skladu k zabalení
words-lines-sent = Část zboží odeslána
words-lines-ready = Část zboží připravena
words-all-sent = Vše odesláno
words-all-ready = Vše připraveno
words-delivery-corrected = Oprava: bylo odesláno méně, než bylo uvedeno
words-ready-corrected = Oprava: připraveno je méně, než bylo uvedeno
words-back-in-stock =
    { $count ->
        [one] Položka je opět skladem
        [few] Položky jsou opět skladem
        [many] Položky jsou opět skladem
       *[other] Položky jsou opět skladem
    }
words-returned = Obchod převzal vrácené zboží
words-expected =
    { $count ->
        [one] Nový předpokládaný termín
        [few] Nové předpokládané termíny
        [many] Nové předpokládané termíny
       *[other] Nové předpokládané termíny
    }
words-expected-first =
    { $count ->
        [one] Předpokládaný termín je znám
        [few] Předpokládané termíny jsou známy
        [many] Předpokládané termíny jsou známy
       *[other] Předpokládané termíny jsou známy
    }
words-expected-open =
    { $count ->
        [one] Předpokládaný termín už není znám
        [few] Předpokládané termíny už nejsou známy
        [many] Předpokládané termíny už nejsou známy
       *[other] Předpokládané termíny už nejsou známy
    }
words-expected-order = { $day }, podle termínu celé objednávky
words-expected-purchase = { $day }, podle předpokládaného naskladnění
words-expected-unknown = zatím neznámý
words-item-unnamed = Položka

## How many of a line
words-count-ordered = objednáno { $quantity }
words-count-sent = odesláno { $quantity }
words-count-ready = připraveno { $quantity }
words-count-none-sent = nic neodesláno
words-count-none-ready = nic nepřipraveno
words-count-none = nic
words-count-to-come = zbývá dodat { $quantity }
words-count-cancelled = zrušeno { $quantity }
words-count-returned = vráceno { $quantity }
words-count-invoiced = vyfakturováno { $quantity }
words-count-credited = dobropisováno { $quantity }

## When a line is expected
words-due = Předpokládaný termín: { $day }
words-due-order = Předpokládaný termín celé objednávky: { $day }
words-due-purchase = Předpokládané naskladnění: { $day }
words-late = Zpoždění, původní termín: { $day }
words-late-order = Zpoždění, původní termín celé objednávky: { $day }
words-late-purchase = Naskladnění se zpozdilo, původní termín: { $day }
words-out-of-stock = Momentálně není skladem

## The documents
words-documents = Doklady
words-document-invoice = Faktura { $number }
words-document-credit-note = Dobropis { $number }
words-document-packing-slip = Dodací list { $number }
words-document-other = Doklad { $number }

## On the page only
words-removed = Odstraněno obchodem
words-restored = Obnoveno obchodem

## The costs, each before its amount. $reason: the shop’s words.
words-cost-items = Zboží
words-cost-discount = Sleva
words-cost-shipping = Doprava
words-cost-free = Zdarma
words-cost-tax = DPH
words-cost-tax-included = Z toho DPH
words-cost-total = Celkem
words-cost-refund = Vrácené peníze
words-cost-refund-for = Vrácené peníze: { $reason }
words-cost-rest = Celkem po vrácení peněz
words-cost-fee = Poplatek
words-cost-tip = Spropitné
words-cost-duty = Clo
words-cost-other = Ostatní

## The payment
words-payment-unpaid = Zatím nezaplaceno
words-payment-authorized = Částka je rezervována, zatím nestržena
words-payment-part-paid = Zaplaceno částečně
words-payment-paid = Zaplaceno
# $day: a day, such as Friday 27 November 2026.
words-payment-due = Splatnost: { $day }
