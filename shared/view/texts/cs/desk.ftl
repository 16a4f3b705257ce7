# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.
# What takes a name, a day or a number stands so that none has to be inflected.

## Around every page
desk-skip = Přejít k obsahu
desk-entries = Pracovní prostor
desk-menu = Nabídka
desk-sign-out = Odhlásit se
desk-today = Dnes
desk-people = Tým
desk-keys = Klíče API
desk-record = Protokol
desk-save = Uložit
desk-cancel = Zrušit
desk-older = Starší záznamy
desk-wrong = Zkontrolujte, prosím:
desk-not-found = Tady nic není
desk-not-found-why = Tato stránka neexistuje, nebo k ní Vaše role nemá přístup.
desk-moment-today = dnes v { $time }
desk-moment-yesterday = včera v { $time }

## Signing in
desk-sign-in = Přihlásit se
desk-sign-in-again = Vaše přihlášení skončilo. Přihlaste se a to, co jste napsali, se uloží.
desk-sign-in-files = Vaše přihlášení skončilo. Přihlaste se a to, co jste napsali, se znovu zobrazí. Soubory pak vyberte ještě jednou: neuložily se.
desk-address = E-mailová adresa
desk-password = Heslo
desk-forgot = Zapomněli jste heslo?
desk-sign-in-wrong = E-mailová adresa a heslo k sobě nepatří.
desk-password-wrong = Toto není Vaše heslo.
desk-too-many = Příliš mnoho pokusů. Zkuste to znovu za hodinu, nebo si nastavte nové heslo.
desk-busy = Právě se přihlašuje příliš mnoho lidí. Zkuste to znovu za minutu.
desk-code = Zadat kód
desk-code-why = Vaše heslo je správné. Teď otevřete ověřovací aplikaci.
desk-code-label = Kód
desk-code-hint = Šest číslic, nebo jeden z Vašich obnovovacích kódů.
desk-code-wrong = Kód je neplatný, nebo už byl použit.
desk-confirm = Potvrdit, že jste to Vy
desk-confirm-why = Chystáte se provést citlivou akci. Chcete-li pokračovat, zadejte znovu své heslo.

## The first owner, invitations, forgotten passwords
desk-setup = Nastavit pracovní prostor
desk-setup-why = Převezměte v tomto pracovním prostoru roli vlastníka. Potom můžete pozvat další.
desk-setup-key = Instalační klíč
desk-setup-key-hint = Hodnota desk_api_key. Dostanete ji od toho, kdo provozuje Wismo.
desk-setup-key-wrong = Toto není instalační klíč.
desk-setup-do = Převzít roli vlastníka
desk-name = Jméno
desk-name-hint = Tak, jak Vás znají kolegové.
desk-name-wrong = Zadejte jméno nebo název, nejvýše 100 znaků.
desk-name-taken = Toto jméno už má někdo z kolegů. Doplňte něco, čím se budete lišit.
desk-address-wrong = Zadejte e-mailovou adresu, například ada@example.com.
desk-new-password = Nové heslo
desk-new-password-hint = Alespoň 12 znaků. Několik slov, která k sobě nepatří, se dobře pamatuje.
desk-password-short = Heslo musí mít alespoň 12 znaků.
desk-password-long = Heslo může mít nejvýše 256 znaků.
desk-password-common = Toto heslo lze příliš snadno uhodnout.
desk-password-personal = Heslem nesmí být Vaše adresa, Vaše jméno ani název obchodu.
desk-invitation = Vítejte
desk-invitation-why = Dostali jste pozvánku do tohoto pracovního prostoru. Budete se přihlašovat adresou { $address }.
desk-invitation-do = Začít
desk-welcome-back = Vítejte zpět, { $name }
desk-reset = Nastavit nové heslo
desk-reset-why = Pro adresu { $address }. Tím se všude odhlásíte.
desk-reset-do = Nastavit heslo
desk-reset-done = Vaše nové heslo je nastavené. Přihlaste se jím.
desk-forgot-why = Zadejte svou e-mailovou adresu a my Vám pošleme odkaz pro nastavení nového hesla. Platí jednu hodinu.
desk-forgot-do = Poslat odkaz
desk-forgot-sent = Pokud k této adrese existuje účet, odkaz je na cestě.
desk-void = Tento odkaz už nefunguje
desk-void-why = Už byl použit, nebo je příliš starý. Požádejte o nový.

## Your own account
desk-me = Váš účet
desk-profile = Profil
desk-language = Jazyk
desk-language-browser = Podle prohlížeče
desk-signature = Podpis
desk-signature-hint = Poslední řádky e-mailů, které píšete zákazníkům.
desk-shortcuts = Klávesové zkratky
desk-shortcuts-hint = Zkratky jednou klávesou, například / pro hledání. Klávesou ? zobrazíte všechny. Pokud překážejí hlasovému ovládání, vypněte je.
desk-shortcuts-next = Další řádek seznamu
desk-shortcuts-previous = Předchozí řádek seznamu
desk-shortcuts-list = Zobrazit tento seznam
desk-shortcuts-off = Vypnout ve svém účtu
desk-shortcuts-close = Zavřít
desk-saved = Uloženo.
desk-password-why = Nastavením nového hesla se odhlásíte na všech ostatních zařízeních.
desk-password-set = Vaše nové heslo je nastavené. Všechna ostatní zařízení jsou odhlášená.
desk-second-factor = Dvoufázové ověření
desk-second-factor-on = Při přihlášení zadáváte kód z ověřovací aplikace.
desk-second-factor-off = Bez dvoufázového ověření stačí k přihlášení samotné heslo.
desk-second-factor-set-up = Nastavit
desk-second-factor-from = Povinné pro všechny od
desk-second-factor-from-hint = Nechte prázdné, pokud se lze přihlásit i bez něj. Kdo ho od tohoto dne nemá, musí si ho nejdřív nastavit.
desk-second-factor-needed = Bez dvoufázového ověření nelze pokračovat: nastavte si ho níže.
desk-second-factor-soon = Dvoufázové ověření bude povinné. Platí od: { $day }. Nastavte si ho níže.
desk-second-factor-remove = Vypnout
desk-second-factor-set = Dvoufázové ověření je nastavené.
desk-second-factor-removed = Dvoufázové ověření je vypnuté.
desk-enrol = Nastavit ověřovací aplikaci
desk-enrol-scan = Naskenujte tento obrázek ověřovací aplikací.
desk-enrol-picture = QR kód pro ověřovací aplikaci
desk-enrol-type = Nebo do aplikace opište tento klíč:
desk-enrol-code = Šest číslic, které zobrazuje aplikace
desk-enrol-do = Nastavit
desk-recovery = Vaše obnovovací kódy
desk-recovery-why = Pokud ztratíte telefon, můžete se přihlásit jedním z těchto kódů. Každý platí jen jednou. Vytiskněte si je, nebo opište: zobrazují se jen teď.
desk-recovery-kept = Kódy mám uložené
desk-sessions = Přihlášená zařízení
desk-session-this = toto zařízení
desk-session-browser = { $browser } v systému { $system }
desk-session-end = Odhlásit
desk-sessions-end = Odhlásit se všude
desk-another-device = Přihlásit se na jiném zařízení
desk-another-device-why = Naskenujte obrázek telefonem a přihlásíte se na něm. Funguje jednou, během jedné hodiny. Kdo ho má, přihlásí se jako Vy: nikomu ho neukazujte.
desk-another-device-picture = QR kód s odkazem
desk-another-device-type = Nebo tam otevřete tento odkaz:
desk-session-ended = Zařízení je odhlášené.
desk-session-none = Zařízení už bylo odhlášené.

## People
desk-invite = Pozvat někoho
desk-invite-why = Pozvánka přijde e-mailem s odkazem pro nastavení hesla. Odkaz platí jeden týden.
desk-invite-do = Odeslat pozvánku
desk-invite-again = Odeslat pozvánku znovu
desk-invite-sent = Pozvánka je na cestě.
desk-invite-not-sent = Pozvánku se nepodařilo odeslat. Zkontrolujte nastavení e-mailů a odešlete ji znovu.
desk-invite-known = Účet s touto adresou už existuje.
desk-invite-elsewhere = Tuto adresu odsud nelze pozvat. Obraťte se na vlastníka, který vidí všechny obchody.
desk-invited = Pozvánka odeslána
desk-suspended = Přístup pozastaven
desk-has-second-factor = S dvoufázovým ověřením
desk-no-second-factor = Bez dvoufázového ověření
desk-last-sign-in = Poslední přihlášení:
desk-role = Role
desk-role-owner = Vlastník
desk-role-owner-hint = Vidí vše, smí vše a zve další.
desk-role-agent = Operátor
desk-role-agent-hint = Stará se o zákazníky a objednávky.
desk-role-viewer = Pozorovatel
desk-role-viewer-hint = Vidí vše kromě textu e-mailů, nic nemění.
desk-rights = Další oprávnění
desk-right-export = Smí exportovat údaje zákazníků
desk-right-erase = Smí mazat údaje zákazníků
desk-shops = Obchody
desk-shops-all = Všechny obchody
desk-access = Co tato osoba smí
desk-access-saved = Uloženo. Tato osoba se musí znovu přihlásit.
desk-access-too-much = Nemůžete udělit více oprávnění, než máte Vy.
desk-take-second-factor-why = Pokud tato osoba ztratila telefon i obnovovací kódy, můžete její dvoufázové ověření vypnout. Ujistěte se, že je to opravdu ona.
desk-take-second-factor = Vypnout dvoufázové ověření
desk-second-factor-taken = Dvoufázové ověření této osoby je vypnuté.
desk-suspend-why = Tato osoba bude hned odhlášena a nepřihlásí se, dokud jí to nepovolíte.
desk-suspend = Pozastavit přístup
desk-suspend-done = Tato osoba se už nemůže přihlásit.
desk-reinstate = Znovu povolit přihlášení
desk-reinstate-done = Tato osoba se může znovu přihlásit.
desk-person-fixed = Nemůžete měnit, co tato osoba smí.
desk-somebody = Někdo

## The record
desk-record-empty = Zatím nebylo nic zaznamenáno.
desk-did-set-up = { $who }: převzetí role vlastníka pomocí instalačního klíče
desk-did-join = { $who }: přijetí pozvánky
desk-did-sign-in = { $who }: přihlášení
desk-did-recover = { $who }: přihlášení obnovovacím kódem
desk-did-sign-in-by-link = { $who }: přihlášení odkazem
desk-did-password = { $who }: nastavení nového hesla
desk-did-reset = { $who }: nastavení nového hesla přes e-mail
desk-did-second-factor = { $who }: nastavení dvoufázového ověření
desk-did-no-second-factor = { $who }: vypnutí vlastního dvoufázového ověření
desk-did-end-sessions = { $who }: odhlášení na všech zařízeních
desk-did-invite = { $who }: pozvání ({ $what })
desk-did-access = { $who }: změna oprávnění ({ $what })
desk-did-suspend = { $who }: pozastavení přístupu ({ $what })
desk-did-reinstate = { $who }: opětovné povolení přihlášení ({ $what })
desk-did-take-second-factor = { $who }: vypnutí dvoufázového ověření ({ $what })
desk-did-require-second-factor = { $who }: zavedení povinného dvoufázového ověření pro všechny (platí od: { $what })
desk-did-lift-second-factor = { $who }: zrušení povinného dvoufázového ověření
desk-did-make-key = { $who }: vytvoření klíče API „{ $what }“
desk-did-revoke-key = { $who }: zneplatnění klíče API „{ $what }“
desk-did-change-settings = { $who }: změna nastavení obchodu „{ $what }“

## API keys
desk-keys-why = Programy používají API pracovního prostoru pomocí klíče. Každý klíč má roli, stejně jako člověk.
desk-key-make = Vytvořit klíč
desk-key-name = Název
desk-key-name-hint = K čemu klíč slouží, například název programu.
desk-key-made = Vytvořen:
desk-key-used = Naposledy použit:
desk-key-unused = Dosud nepoužit
desk-key-revoke = Zneplatnit
desk-key-revoked = Klíč už nefunguje.
desk-key-new = Váš nový klíč
desk-key-new-why = Zkopírujte si ho teď: zobrazí se jen jednou.
desk-key-kept = Klíč mám zkopírovaný

## Today
desk-nothing-to-do = Žádné úkoly. Vše je v pořádku.
desk-task-count =
    { $count ->
        [one] { $count } otevřený úkol
        [few] { $count } otevřené úkoly
        [many] { $count } otevřeného úkolu
       *[other] { $count } otevřených úkolů
    }
desk-paused = E-maily se teď neodesílají, protože je poskytovatel e-mailu nepřijímá.
desk-more-tasks = Další úkoly
desk-none-further = Žádné úkoly na této stránce.
desk-task = Vyžaduje pozornost
desk-task-not-sent = E-mail se nepodařilo odeslat
desk-task-bad-address = E-mailová adresa je neplatná
desk-task-many-links = V tomto obchodě bylo vyžádáno tolik odkazů na objednávky, že se další zatím neposílají. Tato objednávka byla poslední.
desk-task-bounced = E-mail se vrátil
desk-task-suppressed = Poskytovatel e-mailu už na tuto adresu nic neodesílá
desk-task-rejected = Poskytovatel e-mailu jeden e-mail neodeslal
desk-task-complained = Příjemce označil e-mail jako spam
desk-task-done = Hotovo
desk-task-ended = Hotovo.

## Emails to your people
desk-mail-invitation = Vaše pozvánka do aplikace Wismo
desk-mail-invitation-why = { $who } Vás zve do pracovního prostoru, kde se vyřizují objednávky a pečuje o zákazníky. Odkaz platí jeden týden.
desk-mail-invitation-do = Přijmout pozvánku
desk-mail-invitation-not = Pokud nevíte, kdo to je, můžete tento e-mail ignorovat.
desk-mail-reset = Nastavit nové heslo
desk-mail-reset-why = Někdo požádal o nové heslo k Vašemu pracovnímu prostoru. Odkaz platí jednu hodinu.
desk-mail-reset-do = Nastavit nové heslo
desk-mail-reset-not = Pokud jste to nebyli Vy, tento e-mail ignorujte: Vaše heslo zůstává beze změny.

## What is wrong with a field
desk-missing = Vyplňte toto pole.
desk-text-wrong = Text je příliš dlouhý.
desk-text-characters = Text obsahuje znaky, které nelze použít. Napište ho znovu, nebo ho vložte jako prostý text.
desk-day-wrong = Zadejte datum, například 2026-12-24.
desk-quantity-wrong = Zadejte počet, nejvýše tolik, kolik bylo objednáno.
desk-amount-wrong = Zadejte částku, například 12,50.
desk-nothing-changed = Nic se nezměnilo. Možná už to bylo hotové.
desk-choice-wrong = Vyberte jednu z těchto možností.
