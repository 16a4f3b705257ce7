# Every id here begins with "mail-"; what each is for stands in en/mail.ftl.
mail-subject = Din beställning { $number } hos { $shop }
mail-order = Beställning { $number }

mail-hello = Hej!
mail-hello-name = Hej { $name }!

## The heading
mail-heading-placed = Tack för din beställning
mail-heading-awaiting-payment = Din beställning väntar på betalning
mail-heading-payment-failed = Din betalning gick inte igenom
mail-heading-received = Vi har tagit emot din beställning
mail-heading-preparing = Din beställning görs i ordning
mail-heading-on-hold = Din beställning är pausad
mail-heading-part-delivered = En del av din beställning är på väg
mail-heading-part-ready = En del av din beställning är redo att hämtas
mail-heading-part-done = En del av din beställning är redo
mail-heading-sent = Din beställning är på väg
mail-heading-delivered = Din beställning har levererats
mail-heading-cancelled = Din beställning har annullerats
mail-heading-refunded = Din beställning har återbetalats
mail-heading-ready-to-collect = Din beställning är redo att hämtas
mail-heading-collected = Din beställning har hämtats
mail-heading-completed = Din beställning är slutförd
mail-heading-status = Din beställning: { $status }
mail-heading-tracking =
    { $count ->
        [one] Nu kan du spåra ditt paket
       *[other] Nu kan du spåra dina paket
    }
mail-heading-tracking-number =
    { $count ->
        [one] Ditt paket har fått ett spårningsnummer
       *[other] Dina paket har fått spårningsnummer
    }
mail-heading-tracking-corrected =
    { $count ->
        [one] Ditt paket har fått ett nytt spårningsnummer
       *[other] Dina paket har fått nya spårningsnummer
    }
mail-heading-refund = Du får tillbaka { $amount }
mail-heading-refund-unsaid = Du får pengar tillbaka
mail-heading-lines-cancelled = En del av din beställning har annullerats
mail-heading-rest-sent = Resten av din beställning är på väg
mail-heading-corrected = Rättelse: vi har skickat mindre än vi skrev
mail-heading-ready-corrected = Rättelse: färre varor är redo än vi skrev
mail-heading-expected = Nytt beräknat datum: { $day }
mail-heading-expected-several = Din beställning har fått nya beräknade datum
mail-heading-expected-purchase = Nya varor väntas till lagret { $day }
mail-heading-expected-first = Beräknat datum: { $day }
mail-heading-expected-first-several = Din beställning har nu fått beräknade datum
mail-heading-expected-open = Vi vet inte ännu när dina varor kommer
mail-heading-back-in-stock = I lager igen: { $item }
mail-heading-back-in-stock-several = Varor i din beställning finns i lager igen
mail-heading-returned = Vi har tagit emot din retur
mail-heading-invoice = Du har fått en faktura: { $number }
mail-heading-invoiced = Din beställning har fakturerats
mail-heading-invoices = Du har fått nya fakturor
mail-heading-credit-note = Du har fått en kreditfaktura: { $number }
mail-heading-credited = Vi har krediterat varor i din beställning
mail-heading-credit-notes = Du har fått nya kreditfakturor
mail-heading-papers = Du har fått nya dokument
mail-heading-packing-slip = Följesedeln till din beställning är utskriven
mail-heading-picked = Vi har plockat dina varor från lagret
mail-heading-news = Det finns nyheter om din beställning
mail-heading-message = Ett meddelande om din beställning

## What happens next
mail-next-awaiting-payment = Vi gör i ordning din beställning så snart din betalning har kommit in.
mail-next-payment-failed = Vi kan inte göra i ordning din beställning ännu. Fråga oss hur du kan betala.
mail-next-received = Vi gör i ordning din beställning. Du kan när som helst följa den på beställningens sida.
mail-next-preparing = Vi håller på att göra i ordning din beställning. Du kan när som helst följa den på beställningens sida.
mail-next-preparing-collect = Vi håller på att göra i ordning din beställning. På beställningens sida ser du när den kan hämtas.
mail-next-on-hold = Vi behöver reda ut något innan vi kan gå vidare. Hör av dig till oss om du inte vet vad.
mail-next-part-delivered = Resten kommer senare. På beställningens sida ser du vad som har skickats.
mail-next-part-ready = Du kan hämta den nu. Vi skriver igen när resten är redo.
mail-rest-expected = Resten väntas { $day }.
mail-next-sent = Allt är skickat från oss.
mail-next-delivered = Vi hoppas att du blir nöjd. Hör av dig till oss om något saknas eller är skadat.
mail-next-completed = Vi hoppas att du blir nöjd. Hör av dig till oss om något inte stämmer.
mail-next-cancelled = Inget mer kommer att skickas. Hör av dig till oss om annulleringen kom oväntat.
mail-next-cancelled-unshipped = Hör av dig till oss om annulleringen kom oväntat.
mail-next-refunded = Dina pengar är på väg tillbaka till dig. Hur lång tid det tar beror på hur du betalade.
mail-next-ready-to-collect = Du kan hämta den nu. Hör av dig till oss om du inte vet var.
mail-next-ready-to-collect-at = Du kan hämta den nu på den här adressen:
mail-next-lines-cancelled = Resten av din beställning påverkas inte. Hör av dig till oss om annulleringen kom oväntat.
# The same where nothing is still to come.
mail-next-lines-cancelled-over = Hör av dig till oss om annulleringen kom oväntat.
mail-next-corrected = Vi ber om ursäkt för misstaget. Hör gärna av dig till oss om du undrar över något.
mail-next-later = Vi beklagar att du får vänta längre. På beställningens sida finns alltid det senaste datumet.
mail-next-later-open = Vi beklagar att du får vänta längre. Så snart det finns ett nytt datum hittar du det på beställningens sida.
mail-next-expected = På beställningens sida finns alltid det senaste datumet.
mail-next-back-in-stock = Nu kan vi gå vidare med din beställning. Du kan när som helst följa den på beställningens sida.
mail-next-returned = Tack för att du skickade tillbaka det. Hör gärna av dig till oss om du undrar över något.
mail-next-credited = Beloppet dras av från det du ska betala eller betalas tillbaka till dig.
mail-next-credited-amount = { $amount } dras av från det du ska betala eller betalas tillbaka till dig.
mail-next-picked = Nu packar vi dina varor. Du kan när som helst följa din beställning på beställningens sida.
mail-next-packing-slip = Nu packar vi dina varor. Du kan när som helst följa din beställning på beställningens sida.
mail-next-other = Alla detaljer hittar du på beställningens sida.
mail-next-tracking = Du kan följa försändelsen på transportörens sida. Det kan ta en dag innan transportören känner till numret.
mail-next-no-page = Har du en fråga om din beställning? Hör gärna av dig till oss.

## What changed
mail-label = { $label }:
mail-changes = Det här är nytt
mail-before = Tidigare
mail-now = Nu
mail-item = { $item }: { $now }

## The order's page
mail-button = Visa din beställning
mail-address = Om knappen inte fungerar kan du öppna den här adressen:
mail-see = Visa din beställning:

## The parcels
mail-parcels =
    { $count ->
        [one] Ditt paket
       *[other] Dina paket
    }
mail-parcel = Paket
mail-tracking-number = Spårningsnummer
mail-track = Spåra hos { $carrier }
mail-track-unnamed = Spåra paketet
mail-more-parcels = och { $count } paket till på beställningens sida

## The documents
mail-attached = { $document } bifogas.

## The items
mail-items = Det här har du beställt
mail-more-items =
    { $count ->
        [one] och { $count } vara till på beställningens sida
       *[other] och { $count } varor till på beställningens sida
    }
mail-more = och { $count } till

## The end
mail-reply = Har du en fråga? Svara bara på det här mejlet.
mail-regards = Vänliga hälsningar
mail-why = Du får det här mejlet eftersom beställning { $number } lades hos { $shop } med din mejladress.
mail-why-copied = Du får det här mejlet eftersom beställning { $number } lades hos { $shop } med din mejladress, eller eftersom du är angiven som kontakt för den.
mail-why-contact = Du får det här mejlet eftersom du är angiven som kontakt för beställning { $number } hos { $shop }.
mail-why-other = Du får det här mejlet eftersom { $shop } har skickat det till dig. Det gäller beställning { $number }.

mail-asked-link = Länken till din beställning
mail-asked-link-why = Någon har angett ditt beställningsnummer och bett om länken till din beställning. Här är den.
mail-asked-code = Din kod
mail-asked-code-why = Ange koden på beställningens sida. Den gäller i 15 minuter.
mail-asked-not = Om du inte har bett om detta behöver du inte göra något.
