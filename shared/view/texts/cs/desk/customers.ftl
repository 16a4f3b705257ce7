# Every id here begins with "desk-customers-"; what each is for stands in en/desk/customers.ftl.

## The list
desk-customers-title = Zákazníci
desk-customers-none = Zatím tu nejsou žádní zákazníci. Objeví se tu se svou první objednávkou.
desk-customers-older = Starší zákazníci
desk-customers-shop = Obchod
desk-customers-show = Zobrazit
desk-customers-since = Poprvé:

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
desk-customers-as-of = Stav:
desk-customers-order-from-stock = Objednávka ze skladu
desk-customers-pre-order = Předobjednávka

## Who gets which emails
desk-customers-mails = E-maily
desk-customers-no-mails = Zákazník si nepřeje e-maily o objednávkách.
desk-customers-no-address = E-mailová adresa není známa.
desk-customers-role-customer = Dostává e-maily o objednávkách.
desk-customers-role-admin = Dostává kopii každého e-mailu.
desk-customers-role-billing = Dostává kopie o fakturách, dobropisech a vrácení peněz.
desk-customers-role-delivery = Dostává kopie o dodávkách.
desk-customers-own-recipients = Pravidla tohoto obchodu určují u některých e-mailů jiné příjemce.
desk-customers-bounced = Nedostává e-maily: jeden se vrátil a vracel by se vždy.
desk-customers-refused = Nedostává e-maily: poskytovatel e-mailu na tuto adresu neodesílá.
desk-customers-complained = Nedostává e-maily: příjemce označil jeden jako spam.
desk-customers-unsubscribed = Nedostává e-maily: příjemce se odhlásil u poskytovatele e-mailu.
desk-customers-lift = Znovu posílat e-maily
desk-customers-lifted = Tato adresa bude znovu dostávat e-maily.

## The account
desk-customers-account = Účet
desk-customers-balance = Zůstatek
desk-customers-invoices = Poslední faktury
desk-customers-payments = Poslední platby
desk-customers-open = zbývá { $amount }
desk-customers-due = splatnost { $day }

## Orders
desk-customers-orders = Objednávky
desk-customers-no-orders = Žádné objednávky.
desk-customers-as-guest = Objednáno jako host se stejnou adresou
desk-customers-older-orders = Starší objednávky

## The watch list
desk-customers-watch = Na seznamu sledovaných
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

## Notes
desk-customers-notes = Poznámky
desk-customers-notes-why = Jen pro kolegy: zákazníci je nikdy neuvidí.
desk-customers-notes-none = Zatím žádné poznámky.
desk-customers-notes-older = Starší poznámky
desk-customers-note = Poznámka
desk-customers-note-hint = Pomocí @ a jména kolegy mu dáte úkol.
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
desk-customers-task-urgent = Naléhavé
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
desk-customers-task-lost = Někdo byl rychlejší, nebo je úkol hotov.
