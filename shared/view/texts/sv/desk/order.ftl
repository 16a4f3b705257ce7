# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Beställning { $number }
desk-order-is-urgent = Brådskande:
desk-order-is-removed = Butiken har raderat den här beställningen. Kunden ser bara att den är borta.
desk-order-is-held = Mejl om den här beställningen hålls inne.
desk-order-is-revoked = Länkarna till beställningens sida leder ingenstans.

## The four answers
desk-order-where = Så långt har beställningen kommit
desk-order-progress =
    { $total ->
        [one] { $sent } av { $total } vara skickad
       *[other] { $sent } av { $total } varor skickade
    }
desk-order-promised = Utlovad till
desk-order-no-promise = Inget datum har utlovats.
desk-order-late = Datumet har passerat.
desk-order-told = Senaste mejlet
desk-order-no-mail = Inget mejl har skickats.
desk-order-later = Senare: { $change }
desk-order-waiting =
    { $count ->
        [one] { $count } ändring väntar på att skickas.
       *[other] { $count } ändringar väntar på att skickas.
    }
desk-order-todo = Att göra
desk-order-no-task = Ingenting.
desk-order-to-tasks = Till uppgifterna

## What became of an email
desk-order-mail-opened = Kom fram och öppnades.
desk-order-mail-delivered = Kom fram.
desk-order-mail-came-back = Kom inte fram.
desk-order-mail-complained = Kom fram, men markerades som skräppost.
desk-order-mail-sent = Skickat. Det är ännu inte känt om det har kommit fram.
desk-order-mail-being-sent = På väg.
desk-order-mail-refused = Mejlleverantören tog inte emot det.
desk-order-mail-called-back = Drogs tillbaka innan det skickades.

## What can be done
desk-order-actions = Åtgärder
desk-order-change = Ändra beställningen
desk-order-mails = Mejl
desk-order-more = Mer
desk-order-see-page = Visa kundens sida
desk-order-see-shop = Öppna i butiken
desk-order-tracking = Lägg till spårningsnummer
desk-order-status = Ange status
desk-order-promise = Utlova ett datum
desk-order-return = Registrera en retur
desk-order-refund = Notera en återbetalning
desk-order-cancel = Annullera beställningen
desk-order-hold = Håll inne mejl
desk-order-drop = Kassera väntande mejl
desk-order-links = Hantera länkar

## The sections
desk-order-parcels = Paket
desk-order-parcel-pending = Inte överlämnat till transportören ännu
desk-order-parcel-sent = På väg
desk-order-parcel-delivered = Levererat
desk-order-parcel-failed = Leveransen misslyckades
desk-order-items = Varor
desk-order-more-items =
    { $count ->
        [one] och { $count } vara till
       *[other] och { $count } varor till
    }
desk-order-customer = Kund
desk-order-to-customer = Allt om den här kunden
desk-order-no-address = Ingen mejladress
desk-order-wants-no-mail = Vill inte ha några mejl.
desk-order-role-customer = Får också mejlen till kunden
desk-order-role-admin = Får en kopia av allt
desk-order-role-billing = Får fakturor och kreditfakturor
desk-order-role-delivery = Får besked om leveranser
desk-order-delivery-address = Leveransadress
desk-order-billing-address = Fakturaadress
desk-order-costs = Belopp

## The timeline
desk-order-timeline = Händelser
desk-order-status-moved = Status:
desk-order-earlier = Tidigare poster
desk-order-repeats = Redan meddelat: inget har ändrats.
desk-order-came-late = Kom för sent: något nyare var redan känt.
desk-order-dropped = Delar som inte kunde läsas
desk-order-mail = Mejl:
desk-order-mail-again = Mejl, skickat igen:
desk-order-template-failed = Mallen kunde inte fyllas i, så Wismos egen text skickades:
desk-order-did-order = Beställning mottagen från butiken
desk-order-did-removed = Beställning raderad i butiken
desk-order-did-stock = Lagersaldo för en vara
desk-order-did-purchase = Inköpsorder för en vara
desk-order-did-parcel = Paket
desk-order-did-refund = Återbetalning
desk-order-did-address = Mejladress rättad
desk-order-did-part = Beställning mottagen från ERP-systemet
desk-order-did-by-hand = Beställning ändrad manuellt
desk-order-did-status = Status angiven
desk-order-did-promise = Datum utlovat
desk-order-did-urgent = Markerad som brådskande
desk-order-did-not-urgent = Inte längre brådskande
desk-order-did-held = Mejl hålls inne
desk-order-did-released = Mejl släppta
desk-order-did-dropped = Väntande mejl kasserade
desk-order-did-preferences = Kunden har valt vilka mejl som ska skickas
desk-order-did-link-replaced = Länk utbytt
desk-order-did-link-revoked = Länkar återkallade
desk-order-did-link-restored = Länkar återställda
desk-order-did-report = Besked om ett mejl
desk-order-via-hook = från butiken
desk-order-via-import = via import
desk-order-via-item = från lagret
desk-order-via-desk = i arbetsytan
desk-order-via-page = av kunden

## News of an email; the address follows.
desk-order-report-delivered = Mejlet kom fram:
desk-order-report-deferred = Mejlet är försenat:
desk-order-report-bounced = Mejlet kom i retur för gott:
desk-order-report-soft-bounced = Mejlet kom i retur:
desk-order-report-suppressed = Mejlet skickades inte, eftersom adressen inte fungerar eller tidigare har avvisat mejl:
desk-order-report-rejected = Mejlet avvisades av mejlleverantören:
desk-order-report-complained = Markerat som skräppost:
desk-order-report-unsubscribed = Avanmäld:
desk-order-report-opened = Mejlet öppnades:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Mejlat:
desk-order-not-mailed = Inte mejlat:
desk-order-waits = Väntar på att mejlas.
desk-order-why-quiet-import = det var en tyst import.
desk-order-why-told-nobody = någon i arbetsytan valde att inte meddela någon.
desk-order-why-page-only = det visas bara på sidan.
desk-order-why-dropped = mejlet kasserades eller drogs tillbaka.
desk-order-why-settled = en import utan besked kom innan mejlet skickades.
desk-order-why-merged = mejlet berättar bara vad det blev till slut.
desk-order-why-refused = mejlleverantören tog inte emot mejlet.
desk-order-why-given-up = försöken att skicka mejlet pågick för länge.
desk-order-why-being-sent = Mejlet är på väg.
desk-order-why-rule-off = enligt dina regler skickas inget mejl om det.
desk-order-why-not-set-to-receive = enligt inställningen ska kunden inte få några mejl.
desk-order-why-unsubscribed = kunden vill inte ha sådana mejl.
desk-order-why-suppressed = mejl når inte fram till adressen.
desk-order-why-no-address = beställningen har ingen mejladress.
desk-order-why-bad-address = beställningens mejladress är ogiltig.
desk-order-why-nothing-left = ändringen ångrades innan mejlet skickades.
desk-order-why-not-composed = mejlet kunde inte skrivas.
desk-order-why-old-order = beställningen gjordes mer än 7 dagar innan Wismo såg den första gången.
desk-order-why-part-of-another = beställningen är en del av en annan.
desk-order-why-only-noted = kunder får aldrig besked om att en vara har tagit slut.
desk-order-why-in-the-same-mail = det står redan i samma mejl.
desk-order-why-notified-before = kunden har redan fått besked.

## The forms
desk-order-go-on = Fortsätt
desk-order-change-nothing = Ändra ingenting
desk-order-tracking-why = Paketet är på väg. Kunden får en länk för att spåra det.
desk-order-number-label = Spårningsnummer
desk-order-carrier-label = Transportör
desk-order-carrier-hint = Till exempel UPS. Du kan lämna fältet tomt.
desk-order-status-why = Ange den status som kunden ser.
desk-order-status-label = Ny status
desk-order-promise-why = Utlova ett datum för allt som återstår.
desk-order-day-label = Datum
desk-order-return-why = Ange hur många av varje vara som sammanlagt har kommit tillbaka.
desk-order-returned-hint = Beställt: { $ordered }, hittills returnerat: { $returned }
desk-order-refund-why = Notera pengar som har betalats tillbaka. Wismo flyttar inga pengar.
desk-order-amount-label = Belopp
desk-order-amount-hint = I beställningens valuta.
desk-order-refund-reason-label = Orsak, om kunden ska se en
desk-order-cancel-why = Kunden ser att beställningen är annullerad. Annullera den även i butiken.
desk-order-urgent-why = Dina kollegor ser det överst i beställningen. Det gör inte kunden.
desk-order-reason-label = Orsak
desk-order-urgent-do = Markera som brådskande
desk-order-urgent-end-why = Beställningen är markerad som brådskande.
desk-order-urgent-end = Inte längre brådskande
desk-order-hold-why = Från och med nu skickas inga mejl om den här beställningen förrän du släpper dem.
desk-order-hold-do = Håll inne mejl
desk-order-release-why = Mejl om den här beställningen hålls inne. Om du släpper dem får kunden veta vad som har hänt sedan dess.
desk-order-release-do = Släpp mejlen
desk-order-drop-why = Det som väntar på att skickas skickas inte, utan räknas som meddelat. Sidan visar det ändå.
desk-order-drop-do = Kassera väntande mejl
desk-order-links-why = Byt ut länken om den har hamnat i orätta händer: den gamla slutar fungera. Återkalla alla länkar för att stänga sidan.
desk-order-links-replace = Byt ut länken
desk-order-links-revoke = Återkalla alla länkar
desk-order-revoke-sure = Kundens sida stängs för alla som har en länk till den.
desk-order-links-revoked-why = Länkarna till beställningens sida leder ingenstans. Återställ dem för att öppna sidan igen.
desk-order-links-restore = Återställ länkarna

## What would happen
desk-order-no-change = Ingenting ändras för kunden.
desk-order-refund-known = Beställningen har redan en återbetalning på det här beloppet. Den här räknas som samma, så ingenting ändras. Om beloppet har betalats tillbaka en gång till ska det registreras i butiken.
desk-order-refund-more-than-left = Tillsammans med det som redan har återbetalats är det här mer än beställningen kostade.
desk-order-refund-more = Det här är mer än beställningen kostade.
desk-order-would-mail = Ett mejl skickas till
desk-order-with-template = med mallen ”{ $template }”
desk-order-would-mail-nobody = Ingen får något mejl.
desk-order-would-wait = Mejlet väntar tills du släpper det.
desk-order-overwritten = Det gäller tills butiken meddelar något annat om beställningen.
desk-order-do = Spara
desk-order-do-and-tell = Spara och skicka mejlet
desk-order-do-quietly = Spara utan mejl

## What was done
desk-order-saved = Sparat på beställningen.
desk-order-held-done = Mejl om den här beställningen hålls inne från och med nu.
desk-order-released-done = Mejl om den här beställningen skickas igen.
desk-order-dropped-done = De väntande mejlen har kasserats.
desk-order-may-have-left = Det som fortfarande väntade skickas inte. Men ett mejl kan ha hunnit skickas: under ”Händelser” står det som är känt.
desk-order-links-done = Länkarna har ändrats.
desk-order-write = Skriv ett mejl
desk-order-see-customer = Som kunden ser den
desk-order-see-link = Med bara länken, före det andra steget
desk-order-see-gift = Via länken för delning
desk-order-mail-done = Mejlet är på väg.
desk-order-recalled-done = Mejlet har dragits tillbaka.
desk-order-the-mail = Mejlet
desk-order-to-label = Till
desk-order-cc-label = Kopia till
desk-order-cc-hint = Avgränsa flera adresser med kommatecken.
desk-order-copy-to-me = En kopia till mig
desk-order-template-label = Text
desk-order-own-words = Din egen text
desk-order-standard-text = { $change } (standardtext)
desk-order-subject-label = Ämne
desk-order-subject-hint = Om du lämnar det tomt får mejlet sitt vanliga ämne.
desk-order-message-label = Meddelande
desk-order-attach-label = Bifoga
desk-order-attached = Bifogat
desk-order-show = Visa mejlet
desk-order-show-first = Se mejlet precis som det kommer att skickas. Sedan kan du skicka det.
desk-order-send = Skicka
desk-order-as-text = Som oformaterad text
desk-order-call-back = Mejlet har inte skickats ännu
desk-order-call-back-do = Dra tillbaka mejlet
desk-order-send-again = Skicka igen
desk-order-correct-address = Använd den här adressen för beställningen från och med nu
desk-order-words-wrong = Mejlet kan inte skapas med den här texten.
desk-order-unreachable = Mejl når inte fram till den här adressen. Häv först spärren på kundens sida i arbetsytan.
desk-order-mail-pending = Det är inte säkert om mejlet har skickats. Titta på beställningen innan du skickar det igen.
desk-order-too-late = Mejlet kan inte längre dras tillbaka.
desk-order-warn-not-set-to-receive = ska enligt inställningen inte få några mejl. Det här skickas ändå.
desk-order-warn-unsubscribed = vill inte ha sådana mejl. Det här skickas ändå.
desk-order-warn-suppressed = mejl når inte fram till den här adressen. Det här mejlet skickas inte.
desk-order-warn-dead-link = Mejlet innehåller en länk som inte längre fungerar.

## Print
desk-order-print = Skriv ut
desk-order-did-packing-slip = Följesedel utskriven
desk-order-did-summary = Beställning utskriven
desk-order-print-why = Det du skriver ut noteras på beställningen. Vid den första följesedeln får kunden besked enligt dina regler.
desk-order-packing-slip = Följesedel
desk-order-summary = Beställning
desk-order-quantity = Antal
desk-order-print-hint = Skriv ut sidan med din webbläsare.

desk-order-document = Lägg till ett dokument
desk-order-send-document = Skicka via mejl
desk-order-number-only = Butiken skickade bara numret, ingen fil.
desk-order-document-why = Lägg till ett dokument eller en bild. Kunden ser det på beställningens sida, och det följer med mejl när dina regler säger det.
desk-order-file-label = Fil
desk-order-file-hint = PDF, PNG, JPEG, text, CSV eller XML, högst 512 kB.
desk-order-files-label = Filer
desk-order-files-hint = PDF, PNG, JPEG, text, CSV eller XML, högst 512 kB per fil. Ett mejl kan ha högst fem filer. De läggs till när du visar mejlet.
desk-order-file-chosen = Vald:
desk-order-kind-label = Typ
desk-order-kind-invoice = Faktura
desk-order-kind-credit-note = Kreditfaktura
desk-order-kind-other = Annat dokument
desk-order-document-number-label = Nummer eller namn
desk-order-document-number-hint = Kunden läser det. Om fältet är tomt används filens namn.
desk-order-document-shown = Det kommer att finnas på kundens sida.
desk-order-document-hidden = Dina inställningar visar inte dokument av den här typen för någon.
desk-order-did-document = Dokument tillagt
desk-order-printed = Utskrivet:
desk-order-mailed-to = Mejlat till
desk-order-mail-opened-at = Det här mejlet öppnades:
desk-order-file-missing = Välj en fil.
desk-order-file-empty = Filen är tom.
desk-order-file-large = Filen är större än 512 kB.
desk-order-file-type = Filer av den här typen kan inte läggas till. Det är innehållet som räknas, inte namnet.
desk-order-file-gone = Filen är inte längre sparad. Välj den igen.
desk-order-files-many = Det är för många filer.
desk-order-files-often = Du har skickat för många filer. Försök igen om en timme.
desk-order-document-known = Beställningen har redan en fil till det här dokumentet. Ange ett annat nummer.
desk-order-documents-full = Beställningen kan inte ha fler dokument.
desk-order-mail-large = Mejlet är för stort för mejlleverantören. Bifoga färre eller mindre filer.
