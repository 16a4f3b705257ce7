# Every id here begins with "desk-orders-"; what each is for stands in en/desk/orders.ftl.
desk-orders = Objednávky
desk-orders-shop = Obchod
desk-orders-stage = Fáze
desk-orders-any = Vše
desk-orders-filter = Filtr
desk-orders-head-order = Objednávka
desk-orders-head-placed = Objednáno
desk-orders-flag = Zobrazit jen
desk-orders-late = Zpožděno
desk-orders-held = E-maily pozdrženy
desk-orders-urgent = Naléhavé
desk-orders-deleted = Smazáno v obchodě
desk-orders-watched = Na seznamu sledovaných
desk-orders-mail-failed = E-mail nebyl doručen
desk-orders-since = Objednáno od
desk-orders-status = Stav v obchodě
desk-orders-number = Číslo, zboží nebo zásilka
desk-orders-show = Zobrazit
desk-orders-all = Zobrazit všechny objednávky
desk-orders-none = Zatím tu nejsou žádné objednávky.
desk-orders-none-fits = Filtrům neodpovídá žádná objednávka. Některý z nich uberte.
desk-orders-none-older = Starší objednávky tu nejsou.
desk-orders-none-yet = Mezi nejnovějšími žádná objednávka neodpovídá. Podívejte se na starší.
desk-orders-older = Starší objednávky

## A status for many orders
desk-orders-select = Vybrat objednávku { $number }
desk-orders-select-all = Vybrat vše na této stránce
desk-orders-selected =
    { $count ->
        [one] Vybrána { $count }
        [few] Vybrány { $count }
        [many] Vybráno { $count }
       *[other] Vybráno { $count }
    }
desk-orders-bulk = Nastavit stav
desk-orders-bulk-title =
    { $count ->
        [one] Nastavit stav { $count } objednávky
        [few] Nastavit stav { $count } objednávek
        [many] Nastavit stav { $count } objednávky
       *[other] Nastavit stav { $count } objednávek
    }
desk-orders-bulk-none = Nejprve vyberte nějaké objednávky.
desk-orders-bulk-change =
    { $count ->
        [one] Změnila by se { $count } objednávka.
        [few] Změnily by se { $count } objednávky.
        [many] Změnilo by se { $count } objednávky.
       *[other] Změnilo by se { $count } objednávek.
    }
desk-orders-bulk-same =
    { $count ->
        [one] Nezměnila by se { $count } objednávka.
        [few] Nezměnily by se { $count } objednávky.
        [many] Nezměnilo by se { $count } objednávky.
       *[other] Nezměnilo by se { $count } objednávek.
    }
desk-orders-bulk-mails =
    { $count ->
        [one] Odešel by { $count } e-mail.
        [few] Odešly by { $count } e-maily.
        [many] Odešlo by { $count } e-mailu.
       *[other] Odešlo by { $count } e-mailů.
    }
desk-orders-bulk-held =
    { $count ->
        [one] { $count } e-mail by čekal, dokud ho neuvolníte.
        [few] { $count } e-maily by čekaly, dokud je neuvolníte.
        [many] { $count } e-mailu by čekalo, dokud je neuvolníte.
       *[other] { $count } e-mailů by čekalo, dokud je neuvolníte.
    }
desk-orders-bulk-addressless =
    { $count ->
        [one] { $count } objednávka nemá platnou e-mailovou adresu.
        [few] { $count } objednávky nemají platnou e-mailovou adresu.
        [many] { $count } objednávky nemá platnou e-mailovou adresu.
       *[other] { $count } objednávek nemá platnou e-mailovou adresu.
    }
desk-orders-bulk-tell = Uložit a odeslat e-maily
desk-orders-bulk-done =
    { $count ->
        [one] Změněna { $count } objednávka.
        [few] Změněny { $count } objednávky.
        [many] Změněno { $count } objednávky.
       *[other] Změněno { $count } objednávek.
    }
desk-orders-bulk-changed = Stav nastaven
desk-orders-bulk-unchanged = Tento stav již měla
