# Every id here begins with "page-"; what each is for stands in en/page.ftl.
# What takes a name, a day or a number stands so that none has to be inflected.
page-title = Objednávka { $number }: { $status } – { $shop }
page-order = Objednávka { $number }
page-order-placed = Objednávka { $number } ze dne { $date }

## The answer
page-draft = Vaše objednávka ještě není dokončená
page-awaiting-payment = Vaše objednávka čeká na platbu
page-payment-failed = Vaše platba se nezdařila
page-received = Obchod přijal Vaši objednávku
page-preparing = Vaše objednávka se připravuje
page-on-hold = Vaše objednávka je pozastavená
page-part-delivered = Část Vaší objednávky byla odeslána
page-part-ready = Část Vaší objednávky je připravena k vyzvednutí
page-part-done = Část Vaší objednávky je připravena
page-sent = Vaše objednávka byla odeslána
page-delivered = Vaše objednávka byla doručena
page-cancelled = Vaše objednávka byla zrušena
page-refunded = Peníze za Vaši objednávku byly vráceny
page-ready-to-collect = Vaše objednávka je připravena k vyzvednutí
page-collected = Vaše objednávka byla vyzvednuta
page-completed = Vaše objednávka je vyřízena
page-other = Vaše objednávka: { $status }
page-removed = Obchod tuto objednávku odstranil

## What happens next
page-next-draft = Obchod začne, jakmile objednávku dokončíte.
page-next-awaiting-payment = Obchod Vaši objednávku připraví, jakmile dorazí platba. Pokud už platba proběhla, může trvat několik dní, než se tu projeví.
page-next-payment-failed = Obchod zatím nemůže Vaši objednávku připravit. Obraťte se na obchod a zeptejte se, jak platbu zopakovat.
page-next-received = Obchod Vaši objednávku připraví. Její stav můžete sledovat na této stránce.
page-next-preparing-track = Co už bylo odesláno, můžete sledovat níže.
page-next-preparing = Obchod Vaši objednávku připravuje. Jakmile bude možné některou zásilku sledovat, najdete odkaz na této stránce.
page-next-preparing-collect = Obchod Vaši objednávku připravuje. Na této stránce uvidíte, kdy si ji budete moci vyzvednout.
page-next-preparing-follow = Obchod Vaši objednávku připravuje. Její stav můžete sledovat na této stránce.
page-next-on-hold = Obchod musí něco vyřešit, než bude moci pokračovat. Pokud nevíte, o co jde, obraťte se na obchod.
page-next-part-delivered = Obchod připravuje zbytek. Stav objednávky můžete sledovat na této stránce.
page-next-part-ready = Můžete si ji vyzvednout. Na této stránce uvidíte, kdy bude připraven zbytek.
page-next-sent = Vše už obchod odeslal.
page-next-sent-track = Vše už obchod odeslal. Kdy zboží dorazí, Vám řekne dopravce.
page-next-delivered = Pokud něco chybí nebo je poškozené, dejte vědět obchodu.
page-next-completed = Pokud něco není v pořádku, dejte vědět obchodu.
page-next-cancelled = Nic dalšího už nebude odesláno. Pokud Vás to překvapilo, obraťte se na obchod.
page-next-cancelled-unshipped = Pokud Vás to překvapilo, obraťte se na obchod.
page-next-refunded = Obchod Vám vrátil peníze. Kdy je obdržíte, závisí na způsobu platby.
page-next-ready-to-collect = Můžete si ji vyzvednout. Pokud nevíte kde, obraťte se na obchod.
page-next-ready-to-collect-at = Můžete si ji vyzvednout na této adrese:
page-next-other = Takto stav Vaší objednávky označuje obchod. Chcete-li vědět více, obraťte se na obchod.
page-next-unresolved = Chcete-li vědět více, obraťte se na obchod.
page-next-removed = Pokud z této objednávky ještě něco čekáte, obraťte se na obchod.
page-shops-words = Obchod to označuje jako „{ $status }“.

page-items-sent = Odeslané položky: { $sent-text } z celkových { $total-text }.
page-parcels-sent =
    { $count ->
        [one] Odeslána { $count } zásilka.
        [few] Odeslány { $count } zásilky.
        [many] Odesláno { $count } zásilky.
       *[other] Odesláno { $count } zásilek.
    }
page-parcels-in-all =
    { $count ->
        [one] Tvoří ji { $count } zásilka.
        [few] Tvoří ji { $count } zásilky.
        [many] Tvoří ji { $count } zásilky.
       *[other] Tvoří ji { $count } zásilek.
    }
page-parcels-arrived = Doručené zásilky: { $arrived } z celkových { $total }.

page-picked = Obchod připravil Vaše zboží ve skladu k zabalení.
page-packing-slip = Obchod vytiskl dodací list.

## When it is expected
page-expected = Předpokládaný termín dodání objednávky: { $day }.
page-expected-unshipped = Předpokládané vyřízení objednávky: { $day }.
page-expected-rest = Předpokládaný termín dodání zbývajícího zboží: { $day }.
page-expected-rest-unshipped = Předpokládané vyřízení zbytku objednávky: { $day }.
page-expected-next = Předpokládaný termín dodání dalšího zboží: { $day }.
page-expected-next-unshipped = Předpokládané vyřízení dalšího zboží: { $day }.
page-expected-purchase = Předpokládané naskladnění zboží pro Vaši objednávku: { $day }.
page-expected-late = Vaše objednávka má zpoždění, původní termín: { $day }. Chcete-li vědět více, obraťte se na obchod.
page-expected-rest-late = Zbývající zboží má zpoždění, původní termín: { $day }. Chcete-li vědět více, obraťte se na obchod.
page-expected-purchase-late = Naskladnění zboží pro Vaši objednávku se zpozdilo, původní termín: { $day }. Chcete-li vědět více, obraťte se na obchod.
page-expected-some-late = Některé zboží má zpoždění.

## The steps
page-steps = V jaké fázi je Vaše objednávka
page-step-ordered = Objednáno
page-step-preparing = Připravuje se
page-step-sent = Odesláno
page-step-part-sent = Částečně odesláno
page-step-delivered = Doručeno
page-step-done = Hotovo:
page-step-now = Nyní:
page-step-to-come = Ještě zbývá:

## The parcels
page-parcels = Zásilky
page-parcel = Zásilka
page-parcel-numbered = Zásilka { $index }/{ $count }
page-parcel-pending = Zatím nepředáno dopravci
page-parcel-sent = Odesláno
page-parcel-delivered = Doručeno
page-parcel-state = Stav
page-parcel-carrier = Dopravce
page-parcel-number = Číslo zásilky
page-parcel-date = Odesláno
page-parcel-contents = Obsah
page-track = Sledovat u dopravce { $carrier }
page-track-numbered = Sledovat zásilku { $index } u dopravce { $carrier }
page-leaves = přejdete na { $host }

## The items
page-items = Položky
page-item-number = Kód zboží { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Cena

## What happened
page-history = Průběh objednávky
page-history-zone = Časy jsou uvedeny v místním čase zóny { $zone }.
page-history-utc = Časy jsou uvedeny v UTC.
page-history-from-to = { $before }, nyní { $now }
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (předtím: { $before })
page-history-more =
    { $count ->
        [one] a { $count } další položka
        [few] a { $count } další položky
        [many] a { $count } další položky
       *[other] a { $count } dalších položek
    }
page-changed = Poslední změna v obchodě: { $date }

## The shop's own part
page-message = Zpráva od obchodu
page-contact = Kontakt na obchod
page-contact-ask = Zeptat se obchodu
page-contact-return = Vrátit zboží
page-contact-site = Přejít do obchodu
page-reorder = Objednat znovu totéž
page-calendar = Přidat předpokládaný termín do kalendáře
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Očekává se objednávka { $number } z obchodu { $shop }
page-calendar-title-purchase = Očekává se naskladnění zboží pro objednávku { $number } z obchodu { $shop }
page-addresses = Adresy
page-address-delivery = Doručení
page-address-collect = Místo vyzvednutí
page-address-billing = Fakturace

## The end of the page
page-renews = Stránka se sama obnovuje, dokud není objednávka vyřízena.
page-renews-stop = Přestat obnovovat
page-renews-stopped = Stránka se už sama neobnovuje.
page-renews-start = Znovu obnovovat
page-language = Jazyk

## The page for every wrong link
page-lost-title = Objednávka nenalezena
page-lost = Tento odkaz nevede k žádné objednávce
page-lost-why = Možná není úplný, nebo ho nahradil novější.
page-lost-do = Co můžete udělat
page-lost-newest = Použijte odkaz z nejnovějšího e-mailu o Vaší objednávce.
page-lost-copy = Pokud jste odkaz kopírovali, zkontrolujte, že je celý.
page-lost-ask = Pokud to nepomůže, obraťte se na obchod, ve kterém jste nakoupili.

## Which mails the customer gets
page-mails-title = E-maily k objednávce { $number }
page-mails-ask = Které e-maily chcete dostávat?
page-mails-always = Stránka Vaší objednávky ukazuje vždy vše, ať zde zvolíte cokoli.
page-mails-status = Objednávka a její stav
page-mails-parcels = Zásilky a doručení
page-mails-dates = Změny předpokládaného termínu
page-mails-cancelled = Zrušení a vrácení zboží
page-mails-money = Faktury a vrácení peněz
page-mails-language = Jazyk
page-mails-language-shop = Podle obchodu
page-mails-save = Uložit
page-mails-saved = Vaše volba je uložena
page-mails-back = Zpět na objednávku
page-mails-stop = Přestat posílat e-maily k této objednávce?
page-mails-stop-why = Objednávku můžete dál sledovat na její stránce: odkaz z e-mailů stále platí.
page-mails-stop-do = Neposílat e-maily
page-mails-stopped = K této objednávce Vám už žádné e-maily nepřijdou
page-mails-mistake = Byl to omyl?
page-mails-again = Znovu dostávat e-maily
page-mails-again-done = E-maily k této objednávce Vám budou zase chodit
page-mails-sent = Odeslané e-maily
page-mails-choose = Zvolit, které e-maily chcete dostávat

page-unlock = Zobrazit celou objednávku
page-unlock-why = Kvůli ochraně Vaší objednávky se ceny, adresy a doklady zobrazí až po jednom dalším kroku.
page-unlock-postcode = PSČ doručovací nebo fakturační adresy
page-unlock-email = E-mailová adresa uvedená v objednávce
page-unlock-either = PSČ nebo e-mailová adresa uvedená v objednávce
page-unlock-do = Zobrazit objednávku
page-unlock-wrong = To této objednávce neodpovídá. Zkontrolujte údaj a zkuste to znovu.
page-unlock-code-why = Kód lze poslat na e-mailovou adresu uvedenou v objednávce.
page-unlock-code-send = Poslat kód e-mailem
page-unlock-code-sent = Kód Vám byl poslán e-mailem. Platí 15 minut.
page-unlock-code = Kód z e-mailu, šest číslic
page-unlock-code-wrong = Kód je nesprávný nebo příliš starý. Zkontrolujte ho, nebo si nechte poslat nový.
page-unlock-none = Celou objednávku zde nelze zobrazit. Obraťte se na obchod.
page-limit = Příliš mnoho pokusů
page-limit-why = Objednávka je tak chráněna. Znovu to můžete zkusit nejdříve { $time }.
page-ended = Platnost tohoto odkazu skončila
page-ended-why = Obchod zobrazuje objednávku po omezenou dobu od její poslední změny.
page-ended-find = Vyhledejte svou objednávku a nový odkaz Vám přijde e-mailem.
page-links = Odkazy na objednávku { $number }
page-links-open = Sdílet nebo vyměnit odkaz
page-links-gift = Odkaz ke sdílení
page-links-gift-why = Ukazuje zboží a doručení, ale žádné ceny, adresy ani doklady.
page-links-replace = Vyměnit odkazy
page-links-replace-why = Má-li Váš odkaz někdo, kdo by ho mít neměl, vyměňte ho. Starý odkaz i odkaz ke sdílení přestanou hned fungovat a v dalších e-mailech bude nový.
page-links-replace-do = Vyměnit odkazy
page-links-replaced = Odkazy byly vyměněny. Staré už nefungují.
page-find = Najít objednávku
page-find-why = Odkaz na Vaši objednávku přijde na e-mailovou adresu uvedenou v objednávce.
page-find-number = Číslo objednávky
page-find-do = Poslat mi odkaz
page-find-sent = Podívejte se do e-mailu
page-find-sent-why = Pokud byla objednávka nalezena, byl odkaz odeslán na e-mailovou adresu v ní uvedenou. Doručení může trvat několik minut.
page-find-nothing = Nic nepřišlo? Zkontrolujte číslo objednávky, podívejte se do spamu, nebo se obraťte na obchod.
page-find-again = Najít jinou objednávku
