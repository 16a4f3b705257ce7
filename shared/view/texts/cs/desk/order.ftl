# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Objednávka { $number }
desk-order-is-urgent = Naléhavé:
desk-order-is-removed = Obchod tuto objednávku smazal. Zákazník vidí jen to, že už neexistuje.
desk-order-is-held = E-maily k této objednávce jsou pozdrženy.
desk-order-is-revoked = Odkazy na stránku této objednávky nikam nevedou.

## The four answers
desk-order-where = Aktuální stav
desk-order-progress =
    { $total ->
        [one] Odesláno { $sent } z celkem { $total } položky
        [few] Odesláno { $sent } z celkem { $total } položek
        [many] Odesláno { $sent } z celkem { $total } položky
       *[other] Odesláno { $sent } z celkem { $total } položek
    }
desk-order-promised = Přislíbeno na
desk-order-no-promise = Žádný termín nebyl přislíben.
desk-order-late = Tento termín už uplynul.
desk-order-told = Poslední e-mail
desk-order-no-mail = Nebyl odeslán žádný e-mail.
desk-order-later = Později: { $change }
desk-order-waiting =
    { $count ->
        [one] Na odeslání čeká { $count } změna.
        [few] Na odeslání čekají { $count } změny.
        [many] Na odeslání čeká { $count } změny.
       *[other] Na odeslání čeká { $count } změn.
    }
desk-order-todo = Co je třeba udělat
desk-order-no-task = Nic.
desk-order-to-tasks = Přejít k úkolům

## What became of an email
desk-order-mail-opened = Doručen a otevřen.
desk-order-mail-delivered = Doručen.
desk-order-mail-came-back = Nedoručen.
desk-order-mail-complained = Doručen, ale označen jako spam.
desk-order-mail-sent = Odeslán. Zatím není známo, zda byl doručen.
desk-order-mail-being-sent = Na cestě.
desk-order-mail-refused = Poskytovatel e-mailu ho nepřijal.
desk-order-mail-called-back = Stažen zpět před odesláním.

## What can be done
desk-order-actions = Akce
desk-order-change = Změnit objednávku
desk-order-mails = E-maily
desk-order-more = Další
desk-order-see-page = Zobrazit stránku zákazníka
desk-order-see-shop = Otevřít v obchodě
desk-order-tracking = Přidat sledovací číslo
desk-order-status = Nastavit stav
desk-order-promise = Přislíbit termín
desk-order-return = Zaznamenat vrácení zboží
desk-order-refund = Zaznamenat vrácení peněz
desk-order-cancel = Zrušit objednávku
desk-order-hold = Pozdržet e-maily
desk-order-drop = Zahodit čekající e-maily
desk-order-links = Spravovat odkazy

## The sections
desk-order-parcels = Zásilky
desk-order-parcel-pending = Zatím nepředáno dopravci
desk-order-parcel-sent = Na cestě
desk-order-parcel-delivered = Doručeno
desk-order-parcel-failed = Doručení se nezdařilo
desk-order-items = Položky
desk-order-more-items =
    { $count ->
        [one] a ještě { $count } položka
        [few] a ještě { $count } položky
        [many] a ještě { $count } položky
       *[other] a ještě { $count } položek
    }
desk-order-customer = Zákazník
desk-order-to-customer = Vše o tomto zákazníkovi
desk-order-no-address = Bez e-mailové adresy
desk-order-wants-no-mail = Nechce dostávat žádné e-maily.
desk-order-role-customer = Dostává i e-maily pro zákazníka
desk-order-role-admin = Dostává kopii všeho
desk-order-role-billing = Dostává faktury a dobropisy
desk-order-role-delivery = Dostává zprávy o dodání
desk-order-delivery-address = Dodací adresa
desk-order-billing-address = Fakturační adresa
desk-order-costs = Cena

## The timeline
desk-order-timeline = Co se stalo
desk-order-status-moved = Stav:
desk-order-earlier = Dřívější záznamy
desk-order-repeats = Už bylo sděleno: nic se nezměnilo.
desk-order-came-late = Přišlo pozdě: už bylo známo něco novějšího.
desk-order-dropped = Části, které nešlo přečíst
desk-order-mail = E-mail:
desk-order-mail-again = E-mail, odeslán znovu:
desk-order-template-failed = Šablonu se nepodařilo vyplnit, proto byl odeslán vlastní text aplikace Wismo:
desk-order-did-order = Objednávka přijata z obchodu
desk-order-did-removed = Objednávka smazána v obchodě
desk-order-did-stock = Skladová zásoba položky
desk-order-did-purchase = Objednávka položky u dodavatele
desk-order-did-parcel = Zásilka
desk-order-did-refund = Vrácení peněz
desk-order-did-address = E-mailová adresa opravena
desk-order-did-part = Objednávka přijata ze systému ERP
desk-order-did-by-hand = Objednávka upravena ručně
desk-order-did-status = Stav nastaven
desk-order-did-promise = Termín přislíben
desk-order-did-urgent = Označeno jako naléhavé
desk-order-did-not-urgent = Už není naléhavé
desk-order-did-held = E-maily pozdrženy
desk-order-did-released = E-maily uvolněny
desk-order-did-dropped = Čekající e-maily zahozeny
desk-order-did-preferences = Zákazník zvolil, které e-maily chce dostávat
desk-order-did-link-replaced = Odkaz nahrazen
desk-order-did-link-revoked = Odkazy zneplatněny
desk-order-did-link-restored = Odkazy obnoveny
desk-order-did-report = Zpráva o e-mailu
desk-order-via-hook = z obchodu
desk-order-via-import = importem
desk-order-via-item = ze skladu
desk-order-via-desk = v pracovním prostoru
desk-order-via-page = od zákazníka

## News of an email; the address follows.
desk-order-report-delivered = E-mail doručen:
desk-order-report-deferred = E-mail zpožděn:
desk-order-report-bounced = E-mail se definitivně vrátil:
desk-order-report-soft-bounced = E-mail se vrátil:
desk-order-report-suppressed = E-mail nebyl odeslán, protože adresa nefunguje nebo e-maily dříve odmítla:
desk-order-report-rejected = E-mail odmítl poskytovatel e-mailu:
desk-order-report-complained = Označeno jako spam:
desk-order-report-unsubscribed = Odběr odhlášen:
desk-order-report-opened = E-mail otevřen:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Odesláno e-mailem:
desk-order-not-mailed = Neodesláno e-mailem:
desk-order-waits = Čeká na odeslání e-mailem.
desk-order-why-quiet-import = šlo o tichý import.
desk-order-why-told-nobody = někdo v pracovním prostoru se rozhodl nikomu nic neoznamovat.
desk-order-why-page-only = zobrazuje se to jen na stránce.
desk-order-why-dropped = e-mail byl zahozen nebo stažen zpět.
desk-order-why-settled = dřív než e-mail odešel, proběhl import bez oznámení.
desk-order-why-merged = e-mail oznamuje jen konečný výsledek.
desk-order-why-refused = poskytovatel e-mailu e-mail nepřijal.
desk-order-why-given-up = odeslání se zkoušelo příliš dlouho.
desk-order-why-being-sent = E-mail je na cestě.
desk-order-why-rule-off = podle Vašich pravidel se o tom e-mail neposílá.
desk-order-why-not-set-to-receive = podle nastavení zákazník nemá dostávat e-maily.
desk-order-why-unsubscribed = zákazník takové e-maily nechce.
desk-order-why-suppressed = na tuto adresu e-maily nedocházejí.
desk-order-why-no-address = u objednávky není e-mailová adresa.
desk-order-why-bad-address = e-mailová adresa u objednávky je neplatná.
desk-order-why-nothing-left = změna byla vrácena zpět dřív, než e-mail odešel.
desk-order-why-not-composed = e-mail se nepodařilo sestavit.
desk-order-why-old-order = objednávka byla vytvořena více než 7 dní předtím, než ji Wismo poprvé zaznamenalo.
desk-order-why-part-of-another = objednávka je součástí jiné.
desk-order-why-only-noted = zákazníkům se nikdy neoznamuje, že zboží došlo.
desk-order-why-in-the-same-mail = už je to uvedeno ve stejném e-mailu.
desk-order-why-notified-before = zákazník už o tom zprávu dostal.

## The forms
desk-order-go-on = Pokračovat
desk-order-change-nothing = Nic neměnit
desk-order-tracking-why = Zásilka je na cestě. Zákazník dostane odkaz pro její sledování.
desk-order-number-label = Sledovací číslo
desk-order-carrier-label = Dopravce
desk-order-carrier-hint = Například UPS. Pole může zůstat prázdné.
desk-order-status-why = Nastavte stav, který vidí zákazník.
desk-order-status-label = Nový stav
desk-order-promise-why = Přislibte termín pro vše, co ještě zbývá dodat.
desk-order-day-label = Datum
desk-order-return-why = Zadejte, kolik kusů každé položky se celkem vrátilo.
desk-order-returned-hint = Objednáno { $ordered }, dosud vráceno { $returned }
desk-order-refund-why = Zaznamenejte peníze, které byly vráceny. Wismo samo žádné peníze nepřevádí.
desk-order-amount-label = Částka
desk-order-amount-hint = V měně objednávky.
desk-order-refund-reason-label = Důvod, pokud ho má zákazník vidět
desk-order-cancel-why = Zákazník uvidí, že je objednávka zrušena. Zrušte ji i v obchodě.
desk-order-urgent-why = Vaši kolegové to uvidí nahoře u objednávky. Zákazník ne.
desk-order-reason-label = Důvod
desk-order-urgent-do = Označit jako naléhavé
desk-order-urgent-end-why = Objednávka je označena jako naléhavá.
desk-order-urgent-end = Už není naléhavé
desk-order-hold-why = Od této chvíle se e-maily k této objednávce neodesílají, dokud je neuvolníte.
desk-order-hold-do = Pozdržet e-maily
desk-order-release-why = E-maily k této objednávce jsou pozdrženy. Pokud je uvolníte, zákazník se dozví, co se od té doby stalo.
desk-order-release-do = Uvolnit e-maily
desk-order-drop-why = Co čeká na odeslání, se neodešle a bude se považovat za oznámené. Stránka to přesto zobrazí.
desk-order-drop-do = Zahodit čekající e-maily
desk-order-links-why = Pokud se odkaz dostal do nesprávných rukou, nahraďte ho: starý přestane fungovat. Chcete-li stránku uzavřít, zneplatněte všechny odkazy.
desk-order-links-replace = Nahradit odkaz
desk-order-links-revoke = Zneplatnit všechny odkazy
desk-order-revoke-sure = Stránka zákazníka se uzavře pro všechny, kdo na ni mají odkaz.
desk-order-links-revoked-why = Odkazy na stránku této objednávky nikam nevedou. Chcete-li stránku znovu otevřít, obnovte je.
desk-order-links-restore = Obnovit odkazy

## What would happen
desk-order-no-change = Pro zákazníka by se nic nezměnilo.
desk-order-refund-known = Objednávka už má vrácení této částky. Toto se bere jako totéž, takže by se nic nezměnilo. Pokud byla částka vrácena ještě jednou, zaznamenejte to v obchodě.
desk-order-refund-more-than-left = Spolu s tím, co už bylo vráceno, je to víc, než kolik objednávka stála.
desk-order-refund-more = To je víc, než kolik objednávka stála.
desk-order-would-mail = E-mail se odešle na
desk-order-with-template = se šablonou „{ $template }“
desk-order-would-mail-nobody = Nikdo nedostane e-mail.
desk-order-would-wait = E-mail počká, dokud ho neuvolníte.
desk-order-overwritten = Platí to, dokud obchod k objednávce neuvede něco jiného.
desk-order-do = Uložit
desk-order-do-and-tell = Uložit a odeslat e-mail
desk-order-do-quietly = Uložit bez e-mailu

## What was done
desk-order-saved = Uloženo u objednávky.
desk-order-held-done = E-maily k této objednávce jsou od této chvíle pozdrženy.
desk-order-released-done = E-maily k této objednávce se znovu odesílají.
desk-order-dropped-done = Čekající e-maily byly zahozeny.
desk-order-may-have-left = Co ještě čekalo, se neodešle. E-mail ale mohl odejít už předtím: co je známo, ukazuje část „Co se stalo“.
desk-order-links-done = Odkazy byly změněny.
desk-order-write = Napsat e-mail
desk-order-see-customer = Jak ji vidí zákazník
desk-order-see-link = Jen s odkazem, před druhým krokem
desk-order-see-gift = Přes odkaz určený ke sdílení
desk-order-mail-done = E-mail je na cestě.
desk-order-recalled-done = E-mail byl stažen zpět.
desk-order-the-mail = E-mail
desk-order-to-label = Komu
desk-order-cc-label = Kopie
desk-order-cc-hint = Více adres oddělte čárkami.
desk-order-copy-to-me = Kopie pro mě
desk-order-template-label = Text
desk-order-own-words = Vlastní text
desk-order-standard-text = { $change } (standardní text)
desk-order-subject-label = Předmět
desk-order-subject-hint = Pokud pole necháte prázdné, bude mít e-mail obvyklý předmět.
desk-order-message-label = Zpráva
desk-order-attach-label = Přiložit
desk-order-attached = Přiloženo
desk-order-show = Zobrazit e-mail
desk-order-show-first = Zobrazte si e-mail přesně tak, jak bude odeslán. Pak ho můžete odeslat.
desk-order-send = Odeslat
desk-order-as-text = Jako prostý text
desk-order-call-back = E-mail ještě neodešel
desk-order-call-back-do = Stáhnout e-mail zpět
desk-order-send-again = Odeslat znovu
desk-order-correct-address = Odteď pro objednávku používat tuto adresu
desk-order-words-wrong = S tímto textem nelze e-mail vytvořit.
desk-order-unreachable = Na tuto adresu e-maily nedocházejí. Nejdřív zrušte její blokování na stránce zákazníka v pracovním prostoru.
desk-order-mail-pending = Není jisté, zda e-mail odešel. Než ho pošlete znovu, podívejte se na objednávku.
desk-order-too-late = E-mail už nelze stáhnout zpět.
desk-order-warn-not-set-to-receive = podle nastavení nemá dostávat e-maily. Tento se přesto odešle.
desk-order-warn-unsubscribed = takové e-maily nechce. Tento se přesto odešle.
desk-order-warn-suppressed = na tuto adresu e-maily nedocházejí. Tento e-mail se neodešle.
desk-order-warn-dead-link = E-mail obsahuje odkaz, který už nefunguje.

## Print
desk-order-print = Tisk
desk-order-did-packing-slip = Dodací list vytištěn
desk-order-did-summary = Objednávka vytištěna
desk-order-print-why = Co vytisknete, se zaznamená u objednávky. Při prvním dodacím listu se to zákazníkovi oznámí podle Vašich pravidel.
desk-order-packing-slip = Dodací list
desk-order-summary = Objednávka
desk-order-quantity = Množství
desk-order-print-hint = Vytiskněte tuto stránku ve svém prohlížeči.

desk-order-document = Přidat doklad
desk-order-send-document = Odeslat e-mailem
desk-order-number-only = Obchod poslal jen číslo, žádný soubor.
desk-order-document-why = Přidejte doklad nebo obrázek. Zákazník ho uvidí na stránce objednávky a k e-mailům se přiloží tam, kde to určují Vaše pravidla.
desk-order-file-label = Soubor
desk-order-file-hint = PDF, PNG, JPEG, text, CSV nebo XML, nejvýše 512 KB.
desk-order-files-label = Soubory
desk-order-files-hint = PDF, PNG, JPEG, text, CSV nebo XML, každý nejvýše 512 KB. E-mail jich může mít nejvýše pět. Přidají se, až si e-mail zobrazíte.
desk-order-file-chosen = Vybráno:
desk-order-kind-label = Druh
desk-order-kind-invoice = Faktura
desk-order-kind-credit-note = Dobropis
desk-order-kind-other = Jiný doklad
desk-order-document-number-label = Číslo nebo název
desk-order-document-number-hint = Zákazník ho uvidí. Zůstane-li pole prázdné, použije se název souboru.
desk-order-document-shown = Bude na stránce zákazníka.
desk-order-document-hidden = Vaše nastavení doklady tohoto druhu nikomu nezobrazuje.
desk-order-did-document = Doklad přidán
desk-order-printed = Vytištěno:
desk-order-mailed-to = Odesláno e-mailem na
desk-order-mail-opened-at = Tento e-mail byl otevřen:
desk-order-file-missing = Vyberte soubor.
desk-order-file-empty = Soubor je prázdný.
desk-order-file-large = Soubor je větší než 512 KB.
desk-order-file-type = Soubory tohoto typu nelze přidat. Rozhoduje obsah, ne název.
desk-order-file-gone = Soubor už není uložen. Vyberte ho znovu.
desk-order-files-many = Souborů je příliš mnoho.
desk-order-files-often = Odeslali jste příliš mnoho souborů. Zkuste to znovu za hodinu.
desk-order-document-known = Objednávka už soubor k tomuto dokladu má. Zadejte jiné číslo.
desk-order-documents-full = Objednávka nemůže mít další doklady.
desk-order-mail-large = E-mail je pro poskytovatele příliš velký. Přiložte méně souborů nebo menší soubory.
