# Every id here begins with "page-"; what each is for stands in en/page.ftl.
page-title = Beställning { $number }: { $status } – { $shop }
page-order = Beställning { $number }
page-order-placed = Beställning { $number }, lagd den { $date }

## The answer
page-draft = Din beställning är inte lagd ännu
page-awaiting-payment = Din beställning väntar på betalning
page-payment-failed = Din betalning gick inte igenom
page-received = Butiken har tagit emot din beställning
page-preparing = Din beställning görs i ordning
page-on-hold = Din beställning är pausad
page-part-delivered = En del av din beställning har skickats
page-part-ready = En del av din beställning är redo att hämtas
page-part-done = En del av din beställning är redo
page-sent = Din beställning har skickats
page-delivered = Din beställning har levererats
page-cancelled = Din beställning har annullerats
page-refunded = Din beställning har återbetalats
page-ready-to-collect = Din beställning är redo att hämtas
page-collected = Din beställning har hämtats
page-completed = Din beställning är slutförd
page-other = Din beställning: { $status }
page-removed = Butiken har tagit bort den här beställningen

## What happens next
page-next-draft = Butiken sätter i gång när du har lagt beställningen.
page-next-awaiting-payment = Butiken gör i ordning din beställning när din betalning har kommit in. Har du redan betalat kan det ta några dagar innan det syns här.
page-next-payment-failed = Butiken kan inte göra i ordning din beställning ännu. Fråga butiken hur du kan försöka betala igen.
page-next-received = Butiken ska göra i ordning din beställning. Du kan följa den på den här sidan.
page-next-preparing-track = Det som har skickats kan du spåra nedan.
page-next-preparing = Butiken gör i ordning din beställning. När ett paket kan spåras hittar du länken på den här sidan.
page-next-preparing-collect = Butiken gör i ordning din beställning. På den här sidan ser du när den kan hämtas.
page-next-preparing-follow = Butiken gör i ordning din beställning. Du kan följa den på den här sidan.
page-next-on-hold = Butiken behöver reda ut något innan den kan gå vidare. Kontakta butiken om du inte vet vad.
page-next-part-delivered = Butiken gör i ordning resten. Du kan följa den på den här sidan.
page-next-part-ready = Du kan hämta den nu. På den här sidan ser du när resten är redo.
page-next-sent = Allt har lämnat butiken.
page-next-sent-track = Allt har lämnat butiken. Transportören kan berätta när det kommer fram.
page-next-delivered = Hör av dig till butiken om något saknas eller är skadat.
page-next-completed = Hör av dig till butiken om något inte stämmer.
page-next-cancelled = Inget mer kommer att skickas. Kontakta butiken om annulleringen kom oväntat.
page-next-cancelled-unshipped = Kontakta butiken om annulleringen kom oväntat.
page-next-refunded = Butiken har betalat tillbaka dina pengar. Hur lång tid det tar innan du har dem beror på hur du betalade.
page-next-ready-to-collect = Du kan hämta den nu. Kontakta butiken om du inte vet var.
page-next-ready-to-collect-at = Du kan hämta den nu på den här adressen:
page-next-other = Det här är butikens egen benämning på din beställnings status. Kontakta butiken om du vill veta mer.
page-next-unresolved = Kontakta butiken om du vill veta mer.
page-next-removed = Kontakta butiken om du fortfarande väntar på något från den här beställningen.
page-shops-words = Butiken kallar det ”{ $status }”.

page-items-sent = { $sent-text } av { $total-text } varor har skickats.
page-parcels-sent = { $count } paket har skickats.
page-parcels-in-all = Den kommer i { $count } paket.
page-parcels-arrived = { $arrived } av { $total } paket har levererats.

page-picked = Butiken har plockat dina varor från lagret.
page-packing-slip = Butiken har skrivit ut följesedeln.

## When it is expected
page-expected = Din beställning väntas { $day }.
page-expected-unshipped = Din beställning väntas { $day }.
page-expected-rest = Resten väntas { $day }.
page-expected-rest-unshipped = Resten väntas { $day }.
page-expected-next = Nästa del av din beställning väntas { $day }.
page-expected-next-unshipped = Nästa del av din beställning väntas { $day }.
page-expected-purchase = Nya varor till din beställning väntas till lagret { $day }.
page-expected-late = Din beställning väntades { $day } och är försenad. Kontakta butiken om du vill veta mer.
page-expected-rest-late = Resten väntades { $day } och är försenad. Kontakta butiken om du vill veta mer.
page-expected-purchase-late = Nya varor till din beställning väntades till lagret { $day } och är försenade. Kontakta butiken om du vill veta mer.
page-expected-some-late = Några av varorna är försenade.

## The steps
page-steps = Så långt har din beställning kommit
page-step-ordered = Beställd
page-step-preparing = Görs i ordning
page-step-sent = Skickad
page-step-part-sent = Delvis skickad
page-step-delivered = Levererad
page-step-done = Klart:
page-step-now = Nu:
page-step-to-come = Återstår:

## The parcels
page-parcels = Paket
page-parcel = Paket
page-parcel-numbered = Paket { $index } av { $count }
page-parcel-pending = Inte lämnat till transportören ännu
page-parcel-sent = Skickat
page-parcel-delivered = Levererat
page-parcel-state = Status
page-parcel-carrier = Transportör
page-parcel-number = Spårningsnummer
page-parcel-date = Skickat
page-parcel-contents = Innehåll
page-track = Spåra paketet hos { $carrier }
page-track-numbered = Spåra paket { $index } hos { $carrier }
page-leaves = tar dig vidare till { $host }

## The items
page-items = Varor
page-item-number = Artikelnummer { $sku }
page-item-times = { $quantity } ×

## The costs
page-costs = Belopp

## What happened
page-history = Det här har hänt
page-history-zone = Tiderna anges i lokal tid ({ $zone }).
page-history-utc = Tiderna anges i UTC.
page-history-from-to = { $before }, nu { $now }
page-history-item = { $item }: { $now }
page-history-item-moved = { $item }: { $now } (tidigare: { $before })
page-history-more =
    { $count ->
        [one] och { $count } vara till
       *[other] och { $count } varor till
    }
page-changed = Senast ändrad av butiken: { $date }

## The shop's own part
page-message = Från butiken
page-contact = Kontakta butiken
page-contact-ask = Fråga butiken
page-contact-return = Returnera en vara
page-contact-site = Besök butiken
page-reorder = Beställ samma sak igen
page-calendar = Lägg in det beräknade datumet i din kalender
# The event in the customer's calendar. $shop: the shop's name.
page-calendar-title = Beställning { $number } från { $shop } väntas
page-calendar-title-purchase = Nya varor till beställning { $number } från { $shop } väntas till lagret
page-addresses = Adresser
page-address-delivery = Leverans
page-address-collect = Utlämningsställe
page-address-billing = Fakturering

## The end of the page
page-renews = Sidan uppdaterar sig själv tills din beställning är klar.
page-renews-stop = Sluta uppdatera
page-renews-stopped = Sidan uppdaterar sig inte längre.
page-renews-start = Uppdatera igen
page-language = Språk

## The page for every wrong link
page-lost-title = Beställningen hittades inte
page-lost = Den här länken leder inte till en beställning
page-lost-why = Den kan vara ofullständig eller ha ersatts av en nyare.
page-lost-do = Det här kan du göra
page-lost-newest = Använd länken i det senaste mejlet om din beställning.
page-lost-copy = Om du kopierade länken, kontrollera att du fick med hela.
page-lost-ask = Hjälper det inte? Kontakta butiken som du beställde från.

## Which mails the customer gets
page-mails-title = Mejl om beställning { $number }
page-mails-ask = Vilka mejl vill du ha?
page-mails-always = Sidan för din beställning visar alltid allt, vad du än väljer här.
page-mails-status = Beställningen och dess status
page-mails-parcels = Paket och leverans
page-mails-dates = Ändringar av beräknat datum
page-mails-cancelled = Annulleringar och returer
page-mails-money = Fakturor och återbetalningar
page-mails-language = Språk
page-mails-language-shop = Butikens val
page-mails-save = Spara
page-mails-saved = Ditt val är sparat
page-mails-back = Tillbaka till din beställning
page-mails-stop = Vill du sluta få mejl om den här beställningen?
page-mails-stop-why = Du kan fortfarande följa beställningen på dess sida: länken i dina mejl fungerar som förut.
page-mails-stop-do = Sluta få mejl
page-mails-stopped = Du får inga fler mejl om den här beställningen
page-mails-mistake = Blev det fel?
page-mails-again = Få mejlen igen
page-mails-again-done = Du får mejl om den här beställningen igen
page-mails-sent = Skickade mejl
page-mails-choose = Välj vilka mejl du får

page-unlock = Visa hela beställningen
page-unlock-why = För att skydda din beställning visas priser, adresser och dokument först efter ett steg till.
page-unlock-postcode = Postnummer i leverans- eller fakturaadressen
page-unlock-email = Mejladressen som du beställde med
page-unlock-either = Postnummer eller mejladressen som du beställde med
page-unlock-do = Visa beställningen
page-unlock-wrong = Det stämmer inte med den här beställningen. Kontrollera det och försök igen.
page-unlock-code-why = En kod kan mejlas till mejladressen som angavs vid beställningen.
page-unlock-code-send = Mejla mig en kod
page-unlock-code-sent = En kod har mejlats till dig. Den gäller i 15 minuter.
page-unlock-code = Koden från mejlet, sex siffror
page-unlock-code-wrong = Koden är fel eller för gammal. Kontrollera den eller begär en ny.
page-unlock-none = Hela beställningen kan inte visas här. Kontakta butiken.
page-limit = För många försök
page-limit-why = Det skyddar beställningen. Du kan försöka igen efter { $time }.
page-ended = Den här länken har gått ut
page-ended-why = Butiken visar en beställning under en begränsad tid efter den senaste ändringen.
page-ended-find = Sök upp din beställning, så får du en ny länk via mejl.
page-links = Länkar till beställning { $number }
page-links-open = Dela eller byt ut länken
page-links-gift = En länk att dela
page-links-gift-why = Den visar varorna och leveransen, men inga priser, adresser eller dokument.
page-links-replace = Byt ut länkarna
page-links-replace-why = Om någon har din länk som inte borde ha den, byt ut den. Både din gamla länk och delningslänken slutar fungera direkt. Den nya finns i dina kommande mejl.
page-links-replace-do = Byt ut länkarna
page-links-replaced = Länkarna har bytts ut. De gamla fungerar inte längre.
page-find = Hitta din beställning
page-find-why = Länken mejlas till mejladressen som angavs vid beställningen.
page-find-number = Beställningsnummer
page-find-do = Mejla mig länken
page-find-sent = Titta i din inkorg
page-find-sent-why = Om det finns en beställning som stämmer har länken mejlats till mejladressen som angavs vid den. Det kan dröja några minuter innan mejlet kommer.
page-find-nothing = Inget mejl? Kontrollera beställningsnumret, titta i skräpposten eller kontakta butiken.
page-find-again = Sök en annan beställning
