# Every id here begins with "desk-search-"; what each is for stands in en/desk/search.ftl.
desk-search = Vyhledávání
desk-search-label = Hledat mezi všemi objednávkami a zákazníky
desk-search-placeholder = Objednávka, jméno, e-mail, telefon, zásilka
desk-search-do = Hledat
desk-search-hits =
    { $count ->
        [one] { $count } výsledek
        [few] { $count } výsledky
        [many] { $count } výsledku
       *[other] { $count } výsledků
    }
desk-search-hits-more =
    { $count ->
        [one] Nejméně { $count } výsledek
        [few] Nejméně { $count } výsledky
        [many] Nejméně { $count } výsledku
       *[other] Nejméně { $count } výsledků
    }
desk-search-all = Všechny výsledky
desk-search-how = Napište část jména nebo firmy, e-mailovou adresu, telefonní číslo, PSČ nebo jakékoli číslo: objednávky, zásilky, faktury nebo zboží.
desk-search-found = Nalezeno pro „{ $query }“
desk-search-none = Pro „{ $query }“ se nic nenašlo.
desk-search-none-number = Pokud jde o číslo nové objednávky, ověřte, že webhooky obchodu přicházejí.
desk-search-none-yet = Mezi nejnovějšími záznamy se pro „{ $query }“ nic nenašlo. Podívejte se na starší.
desk-search-short = Slova o jednom nebo dvou písmenech se hledají jen celá. Chcete-li najít část slova, napište aspoň tři písmena.
desk-search-partial = Výsledků je tolik, že je nelze ukázat všechny. Přidejte další slovo, například PSČ.
desk-search-older = Starší výsledky
desk-search-customer = Zákazník
desk-search-unnamed = Beze jména
desk-search-why = Shoda: { $reasons }
desk-search-order-number = číslo objednávky
desk-search-order-id = ID objednávky
desk-search-reference = referenční číslo
desk-search-marketplace-order = číslo objednávky na tržišti
desk-search-marketplace-user = uživatelské jméno na tržišti
desk-search-tracking = sledovací číslo zásilky { $number }
desk-search-invoice = číslo faktury
desk-search-credit-note = číslo dobropisu
desk-search-packing-slip = číslo dodacího listu
desk-search-document = číslo dokladu
desk-search-sku = kód zboží na řádku { $number }
desk-search-mark = filtr
desk-search-name = jméno
desk-search-trading-name = obchodní název
desk-search-email = e-mailová adresa
desk-search-phone = telefonní číslo
desk-search-customer-id = číslo zákazníka
desk-search-contact-name = jméno další kontaktní osoby
desk-search-contact-email = e-mailová adresa další kontaktní osoby
desk-search-delivery-name = jméno v dodací adrese
desk-search-billing-name = jméno ve fakturační adrese
desk-search-delivery-company = firma v dodací adrese
desk-search-billing-company = firma ve fakturační adrese
desk-search-delivery-postcode = PSČ v dodací adrese
desk-search-billing-postcode = PSČ ve fakturační adrese
