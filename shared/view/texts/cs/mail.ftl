# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
# What takes a name, a day or a number stands so that none has to be inflected.
mail-subject = Vaše objednávka { $number } v obchodě { $shop }
mail-order = Objednávka { $number }

# A name would have to stand in the vocative, which cannot be told from it.
mail-hello = Dobrý den,
mail-hello-name = Dobrý den,

## The heading
mail-heading-placed = Děkujeme za Vaši objednávku
mail-heading-awaiting-payment = Vaše objednávka čeká na platbu
mail-heading-payment-failed = Vaše platba se nezdařila
mail-heading-received = Přijali jsme Vaši objednávku
mail-heading-preparing = Vaše objednávka se připravuje
mail-heading-on-hold = Vaše objednávka je pozastavená
mail-heading-part-delivered = Část Vaší objednávky je na cestě
mail-heading-part-ready = Část Vaší objednávky je připravena k vyzvednutí
mail-heading-part-done = Část Vaší objednávky je připravena
mail-heading-sent = Vaše objednávka je na cestě
mail-heading-delivered = Vaše objednávka byla doručena
mail-heading-cancelled = Vaše objednávka byla zrušena
mail-heading-refunded = Peníze za Vaši objednávku byly vráceny
mail-heading-ready-to-collect = Vaše objednávka je připravena k vyzvednutí
mail-heading-collected = Vaše objednávka byla vyzvednuta
mail-heading-completed = Vaše objednávka je vyřízena
mail-heading-status = Vaše objednávka: { $status }
mail-heading-tracking =
    { $count ->
        [one] Vaši zásilku už můžete sledovat
        [few] Vaše zásilky už můžete sledovat
        [many] Vaše zásilky už můžete sledovat
       *[other] Vaše zásilky už můžete sledovat
    }
mail-heading-tracking-number =
    { $count ->
        [one] Vaše zásilka má sledovací číslo
        [few] Vaše zásilky mají sledovací čísla
        [many] Vaše zásilky mají sledovací čísla
       *[other] Vaše zásilky mají sledovací čísla
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Číslo Vaší zásilky se změnilo
        [few] Čísla Vašich zásilek se změnila
        [many] Čísla Vašich zásilek se změnila
       *[other] Čísla Vašich zásilek se změnila
    }
mail-heading-refund = Vracíme Vám { $amount }
mail-heading-refund-unsaid = Vracíme Vám peníze
mail-heading-lines-cancelled = Část Vaší objednávky byla zrušena
mail-heading-rest-sent = Zbytek Vaší objednávky je na cestě
mail-heading-corrected = Oprava: odeslali jsme méně, než jsme Vám psali
mail-heading-ready-corrected = Oprava: připraveno je méně, než jsme Vám psali
mail-heading-expected = Nový předpokládaný termín: { $day }
mail-heading-expected-several = Vaše objednávka má nové předpokládané termíny
mail-heading-expected-purchase = Předpokládané naskladnění: { $day }
mail-heading-expected-first = Předpokládaný termín: { $day }
mail-heading-expected-first-several = Vaše objednávka má nyní předpokládané termíny
mail-heading-expected-open = Zatím nevíme, kdy Vaše zboží dorazí
mail-heading-back-in-stock = Opět skladem: { $item }
mail-heading-back-in-stock-several = Zboží z Vaší objednávky je opět skladem
mail-heading-returned = Převzali jsme vrácené zboží
mail-heading-invoice = Vystavili jsme Vám fakturu: { $number }
mail-heading-invoiced = Vaše objednávka byla vyfakturována
mail-heading-invoices = Vystavili jsme Vám nové faktury
mail-heading-credit-note = Vystavili jsme Vám dobropis: { $number }
mail-heading-credited = Dobropisovali jsme zboží z Vaší objednávky
mail-heading-credit-notes = Vystavili jsme Vám nové dobropisy
mail-heading-papers = Vystavili jsme Vám nové doklady
mail-heading-packing-slip = Dodací list k Vaší objednávce je vytištěný
mail-heading-picked = Vaše zboží je ve skladu připravené k zabalení
mail-heading-news = Máme novinky k Vaší objednávce
mail-heading-message = Zpráva k Vaší objednávce

## What happens next. These follow the comma of the greeting, and a full stop
## too: so each begins with a word that has a capital letter anyway.
mail-next-awaiting-payment = Vaši objednávku začneme připravovat, jakmile dorazí platba.
mail-next-payment-failed = Vaši objednávku zatím nemůžeme připravit. Napište nám, prosím, a poradíme Vám, jak zaplatit.
mail-next-received = Vaši objednávku připravíme. Kdykoli ji můžete sledovat na stránce objednávky.
mail-next-preparing = Vaši objednávku právě připravujeme. Kdykoli ji můžete sledovat na stránce objednávky.
mail-next-preparing-collect = Vaši objednávku právě připravujeme. Na stránce objednávky uvidíte, kdy si ji budete moci vyzvednout.
mail-next-on-hold = Vaši objednávku budeme dál vyřizovat, až jednu věc dořešíme. Pokud nevíte, o co jde, napište nám, prosím.
mail-next-part-delivered = Vaše zbývající zboží pošleme později. Na stránce objednávky vidíte, co už bylo odesláno.
mail-next-part-ready = Vaše připravené zboží si můžete vyzvednout už teď. Jakmile bude připraven zbytek, napíšeme Vám.
mail-rest-expected = Předpokládané vyřízení zbytku objednávky: { $day }.
mail-next-sent = Vaše objednávka od nás odešla celá.
mail-next-delivered = Vaše zboží Vám snad udělá radost. Pokud něco chybí nebo je poškozené, dejte nám, prosím, vědět.
mail-next-completed = Vaše objednávka Vám snad udělá radost. Pokud něco není v pořádku, dejte nám, prosím, vědět.
mail-next-cancelled = Vaši objednávku už nevyřizujeme a nic dalšího nepošleme. Pokud Vás zrušení překvapilo, napište nám, prosím.
mail-next-cancelled-unshipped = Vaši objednávku už nevyřizujeme. Pokud Vás zrušení překvapilo, napište nám, prosím.
mail-next-refunded = Vaše peníze jsou na cestě zpět k Vám. Jak dlouho to potrvá, závisí na způsobu platby.
mail-next-ready-to-collect = Vaši objednávku si teď můžete vyzvednout. Pokud nevíte kde, napište nám, prosím.
mail-next-ready-to-collect-at = Vaši objednávku si teď můžete vyzvednout na této adrese:
mail-next-lines-cancelled = Vaši objednávku ve zbývající části dál vyřizujeme. Pokud Vás zrušení překvapilo, napište nám, prosím.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Vaši objednávku jsme upravili. Pokud Vás zrušení překvapilo, napište nám, prosím.
mail-next-corrected = Vaši objednávku jsme v minulém e-mailu popsali nesprávně. Omlouváme se. Máte-li dotaz, napište nám, prosím.
mail-next-later = Vaše čekání se bohužel prodlouží, omlouváme se. Aktuální termín najdete vždy na stránce objednávky.
mail-next-later-open = Vaše čekání se bohužel prodlouží, omlouváme se. Jakmile bude znám nový termín, najdete ho na stránce objednávky.
mail-next-expected = Vaši objednávku i aktuální termín najdete vždy na její stránce.
mail-next-back-in-stock = Vaši objednávku teď můžeme dál vyřizovat. Kdykoli ji můžete sledovat na stránce objednávky.
mail-next-returned = Vaše vrácené zboží je u nás, děkujeme. Máte-li dotaz, napište nám, prosím.
mail-next-credited = Vaši platbu o tuto částku snížíme, nebo Vám ji vrátíme.
mail-next-credited-amount = Vaši platbu snížíme o { $amount }, nebo Vám tuto částku vrátíme.
mail-next-picked = Vaše zboží teď zabalíme. Objednávku můžete kdykoli sledovat na její stránce.
mail-next-packing-slip = Vaše zboží teď zabalíme. Objednávku můžete kdykoli sledovat na její stránce.
mail-next-other = Vaši objednávku se všemi podrobnostmi najdete na její stránce.
mail-next-tracking = Vaše zboží můžete sledovat na stránkách dopravce. Může trvat i den, než se tam číslo zásilky objeví.
mail-next-no-page = Vaše dotazy k objednávce Vám rádi zodpovíme.

## What changed
mail-label = { $label }:
mail-changes = Co je nového
mail-before = Předtím
mail-now = Nyní
mail-item = { $item }: { $now }

## The order's page
mail-button = Zobrazit objednávku
mail-address = Pokud tlačítko nefunguje, otevřete tuto adresu:
mail-see = Zobrazit objednávku:

## The parcels
mail-parcels =
    { $count ->
        [one] Vaše zásilka
        [few] Vaše zásilky
        [many] Vaše zásilky
       *[other] Vaše zásilky
    }
mail-parcel = Zásilka
mail-tracking-number = Číslo zásilky
mail-track = Sledovat u dopravce { $carrier }
mail-track-unnamed = Sledovat zásilku
mail-more-parcels =
    { $count ->
        [one] a { $count } další zásilka na stránce objednávky
        [few] a { $count } další zásilky na stránce objednávky
        [many] a { $count } další zásilky na stránce objednávky
       *[other] a { $count } dalších zásilek na stránce objednávky
    }

## The documents
mail-attached = Příloha: { $document }

## The items
mail-items = Vaše zboží
mail-more-items =
    { $count ->
        [one] a { $count } další položka na stránce objednávky
        [few] a { $count } další položky na stránce objednávky
        [many] a { $count } další položky na stránce objednávky
       *[other] a { $count } dalších položek na stránce objednávky
    }
mail-more = a další: { $count }

## The end
mail-reply = Máte dotaz? Stačí odpovědět na tento e-mail.
mail-regards = S pozdravem
mail-why = Tento e-mail dostáváte, protože objednávka { $number } v obchodě { $shop } byla vytvořena s Vaší e-mailovou adresou.
mail-why-copied = Tento e-mail dostáváte, protože objednávka { $number } v obchodě { $shop } byla vytvořena s Vaší e-mailovou adresou, nebo protože je u ní Vaše adresa uvedena jako kontakt.
mail-why-contact = Tento e-mail dostáváte, protože je Vaše adresa uvedena jako kontakt u objednávky { $number } v obchodě { $shop }.
mail-why-other = Tento e-mail Vám poslal obchod { $shop }. Týká se objednávky { $number }.

mail-asked-link = Odkaz na Vaši objednávku
mail-asked-link-why = Vaši objednávku někdo vyhledal podle čísla a požádal o odkaz na ni. Zde je.
mail-asked-code = Váš kód
mail-asked-code-why = Váš kód zadejte na stránce objednávky. Platí 15 minut.
mail-asked-not = Pokud jste o to nežádali, nemusíte nic dělat.
