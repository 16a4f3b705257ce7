# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Zákazníci
desk-customers-none = Zatím tu nejsou žádní zákazníci. Objeví se tu se svou první objednávkou.
desk-customers-older = Starší zákazníci
desk-customers-shop = Obchod
desk-customers-show = Zobrazit
desk-customers-since = První záznam:

## The kinds of customers
desk-customers-customer = Zákazník
desk-customers-guest = Host
desk-customers-public = Soukromý zákazník
desk-customers-retailer = Prodejce
desk-customers-agent = Obchodní zástupce

## What the shop says of a customer: labels
desk-customers-about = O zákazníkovi
desk-customers-id = Číslo zákazníka
desk-customers-trading-name = Obchodní název
desk-customers-channel = Prodejní kanál
desk-customers-group = Skupina zákazníků
desk-customers-price-list = Ceník
desk-customers-language = Jazyk
desk-customers-terms = Platební podmínky
desk-customers-before-dispatch = Platba před odesláním
desk-customers-bank = Bankovní účet
desk-customers-accounts-id = Číslo v účetnictví
desk-customers-subs = Objednává pro
desk-customers-yes = Ano
desk-customers-no = Ne
desk-customers-as-of = Aktualizováno:
desk-customers-order-from-stock = Objednávka ze skladu
desk-customers-pre-order = Předobjednávka

## Who gets which emails
desk-customers-mails = E-maily
desk-customers-no-mails = Zákazník si nepřeje e-maily o objednávkách.
desk-customers-no-address = E-mailová adresa není známa.
desk-customers-role-customer = Dostává e-maily o objednávkách.
desk-customers-role-admin = Dostává kopii každého e-mailu.
desk-customers-role-billing = Dostává kopie e-mailů o fakturách, dobropisech a vrácení peněz.
desk-customers-role-delivery = Dostává kopie e-mailů o dodání.
desk-customers-own-recipients = Pravidla tohoto obchodu určují u některých e-mailů jiné příjemce.
desk-customers-bounced = Nedostává e-maily: jeden se vrátil, protože adresa nefunguje.
desk-customers-refused = Nedostává e-maily: poskytovatel e-mailu na tuto adresu neodesílá.
desk-customers-complained = Nedostává e-maily: příjemce označil jeden jako spam.
desk-customers-unsubscribed = Nedostává e-maily: příjemce se odhlásil u poskytovatele e-mailu.
desk-customers-lift = Znovu posílat e-maily
desk-customers-lifted = Tato adresa bude znovu dostávat e-maily.

## The account
desk-customers-account = Zákaznický účet
desk-customers-balance = Zůstatek
desk-customers-invoices = Poslední faktury
desk-customers-payments = Poslední platby
desk-customers-open = zbývá uhradit { $amount }
desk-customers-due = splatnost: { $day }

## Orders
desk-customers-orders = Objednávky
desk-customers-no-orders = Žádné objednávky.
desk-customers-as-guest = Objednáno jako host se stejnou adresou
desk-customers-older-orders = Starší objednávky

## The watch list
desk-customers-watch = Na seznamu sledovaných
desk-customers-watch-title = Seznam sledovaných
desk-customers-watch-text = Důvod
desk-customers-watch-hint = Kolegové to uvidí u každé objednávky zákazníka a u každé nové dostanou úkol. Zákazník to nikdy neuvidí.
desk-customers-watch-day = Poslední den
desk-customers-watch-day-hint = Pokud to nemá konec, nechte pole prázdné.
desk-customers-day-wrong = Zadejte den, který ještě neuplynul.
desk-customers-watch-until = platí do: { $day }
desk-customers-watch-do = Přidat na seznam sledovaných
desk-customers-watch-lift = Odebrat ze seznamu sledovaných
desk-customers-watched = Zákazník je na seznamu sledovaných.
desk-customers-watch-lifted = Zákazník už není na seznamu sledovaných.

## Joining two customers
desk-customers-join = Sloučit s jiným zákazníkem
desk-customers-join-with = Druhý zákazník
desk-customers-join-with-hint = Zadejte číslo zákazníka, e-mailovou adresu nebo část jména.
desk-customers-join-find = Najít
desk-customers-join-choose = Nalezení zákazníci
desk-customers-join-compare = Porovnat
desk-customers-join-none = V tomto obchodě nebyl nalezen žádný jiný zákazník. Zkontrolujte, co jste zadali.
desk-customers-join-same = Tito dva už jsou jedna osoba.
desk-customers-join-many = Do jedné osoby lze sloučit nejvýše deset zákazníků.
desk-customers-join-overtaken = Kolega právě jednoho z nich sloučil s někým jiným. Podívejte se na oba znovu.
desk-customers-join-check = Jsou tito dva jedna osoba?
desk-customers-notes-count =
    { $count ->
        [one] { $count } poznámka
        [few] { $count } poznámky
        [many] { $count } poznámky
       *[other] { $count } poznámek
    }
desk-customers-join-happens = Co se stane, když je sloučíte
desk-customers-join-effect-page = Budou mít jednu společnou stránku s objednávkami, e-mailovými adresami a poznámkami obou. Je-li jeden na seznamu sledovaných, platí to pro oba. Vyhledávání je ukáže jednou.
desk-customers-join-effect-mails = Kdo dostává které e-maily, se nemění: každá objednávka si ponechá svého zákazníka, adresu a jazyk.
desk-customers-join-effect-private = Platí to jen pro Vás a Vaše kolegy: zákazníci nic nepoznají a žádný z nich neuvidí objednávky toho druhého.
desk-customers-join-effect-undo = Kdykoli to můžete vrátit zpět. Oba pak budou jako předtím a co mezitím přibylo, zůstane u toho, ke komu to patří.
desk-customers-join-stays-no = E-maily nedostávají a ani nadále nebudou dostávat
desk-customers-join-stands = Čí jméno, adresy a jazyk mají být na prvním místě?
desk-customers-join-stands-hint = Nové poznámky se přidají k tomuto zákazníkovi. Údaje o tom druhém na stránce také zůstanou.
desk-customers-join-do = Sloučit
desk-customers-joined = Zákazníci jsou sloučeni: toto je stránka obou.
desk-customers-joined-records = Sloučení zákazníci
desk-customers-joined-why = Pro Vás a Vaše kolegy jsou to jedna osoba. V obchodě a pro e-maily zůstává každý samostatným zákazníkem.
desk-customers-joined-by = Sloučení: { $name }
desk-customers-joined-into = Se zákazníkem:
desk-customers-separate = Vrátit zpět
desk-customers-separate-hint = Každý zákazník pak bude jako předtím. Objednávky a poznámky, které mezitím přibyly, zůstanou u zákazníka, ke kterému patří.
desk-customers-separated = Zákazníci jsou opět oddělení.

## Notes
desk-customers-notes = Poznámky
desk-customers-notes-why = Jen pro kolegy: zákazníci je nikdy neuvidí.
desk-customers-notes-none = Zatím žádné poznámky.
desk-customers-notes-older = Starší poznámky
desk-customers-note = Poznámka
desk-customers-note-hint = Pomocí @ a jména kolegy mu zadáte úkol.
desk-customers-note-add = Přidat poznámku
desk-customers-note-wrong = Zadejte text o délce 1 až 2 000 znaků.
desk-customers-note-edited = upraveno
desk-customers-note-change = Upravit poznámku
desk-customers-note-fixed = Poznámku může upravit jen ten, kdo ji napsal.
desk-customers-note-remove = Odstranit poznámku
desk-customers-note-written = Poznámka je uložena.
desk-customers-note-removed = Poznámka je odstraněna.
desk-customers-back = Zpět

## Tasks
desk-customers-task-all = Všechny úkoly
desk-customers-task-mine = Moje úkoly
desk-customers-task-none-mine = Nemáte žádné úkoly.
desk-customers-task-customer = Stránka zákazníka
desk-customers-task-urgent = Naléhavá objednávka
desk-customers-task-held = E-maily k objednávce jsou pozdrženy
desk-customers-task-watch = Zákazník na seznamu sledovaných si objednal
desk-customers-task-mentioned = V poznámce je jmenován kolega
desk-customers-task-overdue = Přislíbený termín uplynul a něco ještě zbývá
desk-customers-task-silent = Webhooky obchodu nezvykle dlouho nepřicházejí: podívejte se ve správě obchodu, zda jsou ještě zapnuté
desk-customers-task-yours = Váš úkol
desk-customers-task-owner = Má na starosti: { $name }
desk-customers-task-take = Převzít
desk-customers-task-hand = Předat
desk-customers-task-hand-to = Kolega
desk-customers-task-hand-do = Předat
desk-customers-task-taken = Úkol je Váš.
desk-customers-task-handed = Úkol je předán.
desk-customers-task-not-handed = Úkol nebyl předán: tato osoba nemůže mít úkoly tohoto obchodu. Vyberte někoho jiného.
desk-customers-task-lost = Někdo jiný byl rychlejší, nebo je úkol už hotový.
