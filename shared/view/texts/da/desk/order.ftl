# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Ordre { $number }
desk-order-is-urgent = Haster:
desk-order-is-removed = Butikken har slettet denne ordre. Kunden ser kun, at den er væk.
desk-order-is-held = Mails om denne ordre holdes tilbage.
desk-order-is-revoked = Linkene til ordrens side fører ingen steder hen.

## The four answers
desk-order-where = Hvor langt ordren er
desk-order-progress =
    { $total ->
        [one] { $sent } af { $total } vare afsendt
       *[other] { $sent } af { $total } varer afsendt
    }
desk-order-promised = Lovet til
desk-order-no-promise = Der er ikke lovet nogen dato.
desk-order-late = Datoen er overskredet.
desk-order-told = Seneste mail
desk-order-no-mail = Der er ikke sendt nogen mail.
desk-order-later = Senere: { $change }
desk-order-waiting =
    { $count ->
        [one] { $count } ændring venter på at blive sendt.
       *[other] { $count } ændringer venter på at blive sendt.
    }
desk-order-todo = Skal gøres
desk-order-no-task = Intet.
desk-order-to-tasks = Til opgaverne

## What became of an email
desk-order-mail-opened = Nåede frem og blev åbnet.
desk-order-mail-delivered = Nåede frem.
desk-order-mail-came-back = Nåede ikke frem.
desk-order-mail-complained = Nåede frem, men blev markeret som spam.
desk-order-mail-sent = Sendt. Det er endnu uvist, om den er nået frem.
desk-order-mail-being-sent = På vej.
desk-order-mail-refused = Mailudbyderen tog ikke imod den.
desk-order-mail-called-back = Kaldt tilbage, før den blev sendt.

## What can be done
desk-order-actions = Handlinger
desk-order-change = Ændr ordren
desk-order-mails = Mails
desk-order-more = Mere
desk-order-see-page = Se kundens side
desk-order-see-shop = Åbn i butikken
desk-order-tracking = Tilføj trackingnummer
desk-order-status = Angiv status
desk-order-promise = Lov en dato
desk-order-return = Registrér en returnering
desk-order-refund = Notér en tilbagebetaling
desk-order-cancel = Annullér ordren
desk-order-hold = Hold mails tilbage
desk-order-drop = Kassér ventende mails
desk-order-links = Administrér links

## The sections
desk-order-parcels = Pakker
desk-order-parcel-pending = Endnu ikke afleveret til transportøren
desk-order-parcel-sent = På vej
desk-order-parcel-delivered = Leveret
desk-order-parcel-failed = Leveringen mislykkedes
desk-order-items = Varer
desk-order-more-items =
    { $count ->
        [one] og { $count } vare mere
       *[other] og { $count } varer mere
    }
desk-order-customer = Kunde
desk-order-to-customer = Alt om denne kunde
desk-order-no-address = Ingen mailadresse
desk-order-wants-no-mail = Vil ikke have mails.
desk-order-role-customer = Får også mails til kunden
desk-order-role-admin = Får en kopi af alt
desk-order-role-billing = Får fakturaer og kreditnotaer
desk-order-role-delivery = Får besked om leveringer
desk-order-delivery-address = Leveringsadresse
desk-order-billing-address = Faktureringsadresse
desk-order-costs = Beløb

## The timeline
desk-order-timeline = Forløb
desk-order-status-moved = Status:
desk-order-earlier = Tidligere poster
desk-order-repeats = Allerede oplyst: Intet er ændret.
desk-order-came-late = Kom for sent: Noget nyere var allerede kendt.
desk-order-dropped = Dele, der ikke kunne læses
desk-order-mail = Mail:
desk-order-mail-again = Mail, sendt igen:
desk-order-template-failed = Skabelonen kunne ikke udfyldes, så Wismos egen tekst blev sendt:
desk-order-did-order = Ordre modtaget fra butikken
desk-order-did-removed = Ordre slettet i butikken
desk-order-did-stock = Lagerbeholdning for en vare
desk-order-did-purchase = Indkøbsordre på en vare
desk-order-did-parcel = Pakke
desk-order-did-refund = Tilbagebetaling
desk-order-did-address = Mailadresse rettet
desk-order-did-part = Ordre modtaget fra ERP-systemet
desk-order-did-by-hand = Ordre ændret manuelt
desk-order-did-status = Status angivet
desk-order-did-promise = Dato lovet
desk-order-did-urgent = Markeret som hastende
desk-order-did-not-urgent = Haster ikke længere
desk-order-did-held = Mails holdt tilbage
desk-order-did-released = Mails frigivet
desk-order-did-dropped = Ventende mails kasseret
desk-order-did-preferences = Kunden har valgt, hvilke mails der skal sendes
desk-order-did-link-replaced = Link udskiftet
desk-order-did-link-revoked = Links tilbagekaldt
desk-order-did-link-restored = Links gendannet
desk-order-did-report = Nyt om en mail
desk-order-via-hook = fra butikken
desk-order-via-import = via import
desk-order-via-item = fra lageret
desk-order-via-desk = i arbejdsområdet
desk-order-via-page = af kunden

## News of an email; the address follows.
desk-order-report-delivered = Mail nåede frem:
desk-order-report-deferred = Mail forsinket:
desk-order-report-bounced = Mail kom endegyldigt retur:
desk-order-report-soft-bounced = Mail kom retur:
desk-order-report-suppressed = Mail ikke sendt, fordi adressen ikke virker eller tidligere har afvist mails:
desk-order-report-rejected = Mail afvist af mailudbyderen:
desk-order-report-complained = Markeret som spam:
desk-order-report-unsubscribed = Afmeldt:
desk-order-report-opened = Mail åbnet:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Sendt med mail:
desk-order-not-mailed = Ikke sendt med mail:
desk-order-waits = Venter på at blive sendt med mail.
desk-order-why-quiet-import = Det var en stille import.
desk-order-why-told-nobody = Nogen i arbejdsområdet valgte ikke at give besked.
desk-order-why-page-only = Det vises kun på siden.
desk-order-why-dropped = Mailen blev kasseret eller kaldt tilbage.
desk-order-why-settled = En import uden besked kom, før mailen blev sendt.
desk-order-why-merged = Mailen fortæller kun, hvad det endte med.
desk-order-why-refused = Mailudbyderen tog ikke imod mailen.
desk-order-why-given-up = Forsøgene på at sende mailen varede for længe.
desk-order-why-being-sent = Mailen er på vej.
desk-order-why-rule-off = Efter dine regler sendes der ingen mail om det.
desk-order-why-not-set-to-receive = Ifølge indstillingen skal kunden ikke have mails.
desk-order-why-unsubscribed = Kunden ønsker ikke sådanne mails.
desk-order-why-suppressed = Mails når ikke frem til adressen.
desk-order-why-no-address = Ordren har ingen mailadresse.
desk-order-why-bad-address = Ordrens mailadresse er ugyldig.
desk-order-why-nothing-left = Ændringen blev rullet tilbage, før mailen blev sendt.
desk-order-why-not-composed = Mailen kunne ikke skrives.
desk-order-why-old-order = Ordren blev afgivet mere end 7 dage, før Wismo så den første gang.
desk-order-why-part-of-another = Ordren er en del af en anden.
desk-order-why-only-noted = Kunder får aldrig besked om, at en vare er udsolgt.
desk-order-why-in-the-same-mail = Det står allerede i samme mail.
desk-order-why-notified-before = Kunden har fået besked tidligere.

## The forms
desk-order-go-on = Fortsæt
desk-order-change-nothing = Lav ingen ændringer
desk-order-tracking-why = Pakken er på vej. Kunden får et link til at følge den.
desk-order-number-label = Trackingnummer
desk-order-carrier-label = Transportør
desk-order-carrier-hint = For eksempel UPS. Feltet må gerne være tomt.
desk-order-status-why = Angiv den status, som kunden ser.
desk-order-status-label = Ny status
desk-order-promise-why = Lov en dato for alt det, der endnu mangler.
desk-order-day-label = Dato
desk-order-return-why = Indtast, hvor mange af hver vare der i alt er kommet retur.
desk-order-returned-hint = { $ordered } bestilt, { $returned } returneret indtil nu
desk-order-refund-why = Notér penge, der er betalt tilbage. Wismo flytter ikke selv penge.
desk-order-amount-label = Beløb
desk-order-amount-hint = I ordrens valuta.
desk-order-refund-reason-label = Årsag, hvis kunden skal se en
desk-order-cancel-why = Kunden ser, at ordren er annulleret. Annullér den også i butikken.
desk-order-urgent-why = Dine kolleger ser det øverst på ordren. Det gør kunden ikke.
desk-order-reason-label = Årsag
desk-order-urgent-do = Markér som hastende
desk-order-urgent-end-why = Ordren er markeret som hastende.
desk-order-urgent-end = Haster ikke længere
desk-order-hold-why = Fra nu af bliver der ikke sendt mails om denne ordre, før du frigiver dem.
desk-order-hold-do = Hold mails tilbage
desk-order-release-why = Mails om denne ordre holdes tilbage. Hvis du frigiver dem, får kunden besked om det, der er sket siden.
desk-order-release-do = Frigiv mails
desk-order-drop-why = Det, der venter på at blive sendt, bliver ikke sendt og regnes for meddelt. Siden viser det alligevel.
desk-order-drop-do = Kassér ventende mails
desk-order-links-why = Udskift linket, hvis det er kommet i de forkerte hænder: Det gamle holder op med at virke. Tilbagekald alle links for at lukke siden.
desk-order-links-replace = Udskift linket
desk-order-links-revoke = Tilbagekald alle links
desk-order-revoke-sure = Kundens side bliver lukket for alle, der har et link til den.
desk-order-links-revoked-why = Linkene til ordrens side fører ingen steder hen. Gendan dem for at åbne siden igen.
desk-order-links-restore = Gendan linkene

## What would happen
desk-order-no-change = Der ændrer sig ikke noget for kunden.
desk-order-refund-known = Ordren har allerede en refusion på dette beløb. Denne regnes for den samme, så intet ændrer sig. Hvis beløbet er betalt tilbage en gang til, skal det registreres i butikken.
desk-order-refund-more-than-left = Sammen med det, der allerede er refunderet, er det mere, end ordren kostede.
desk-order-refund-more = Det er mere, end ordren kostede.
desk-order-would-mail = Der sendes en mail til
desk-order-with-template = med skabelonen “{ $template }”
desk-order-would-mail-nobody = Ingen får en mail.
desk-order-would-wait = Mailen venter, indtil du frigiver den.
desk-order-overwritten = Det gælder, indtil butikken oplyser noget andet om ordren.
desk-order-do = Gem
desk-order-do-and-tell = Gem, og send mailen
desk-order-do-quietly = Gem uden mail

## What was done
desk-order-saved = Gemt på ordren.
desk-order-held-done = Mails om denne ordre holdes tilbage fra nu af.
desk-order-released-done = Mails om denne ordre bliver sendt igen.
desk-order-dropped-done = De ventende mails er kasseret.
desk-order-may-have-left = Det, der stadig ventede, bliver ikke sendt. Men en mail kan være sendt forinden: Under “Forløb” står, hvad der vides.
desk-order-links-done = Linkene er ændret.
desk-order-write = Skriv en mail
desk-order-see-customer = Som kunden ser den
desk-order-see-link = Med linket alene, før det andet trin
desk-order-see-gift = Via linket til deling
desk-order-mail-done = Mailen er på vej.
desk-order-recalled-done = Mailen er kaldt tilbage.
desk-order-the-mail = Mailen
desk-order-to-label = Til
desk-order-cc-label = Kopi til
desk-order-cc-hint = Adskil flere adresser med komma.
desk-order-copy-to-me = En kopi til mig
desk-order-template-label = Tekst
desk-order-own-words = Din egen tekst
desk-order-standard-text = { $change } (standardtekst)
desk-order-subject-label = Emne
desk-order-subject-hint = Hvis du lader det stå tomt, får mailen sit sædvanlige emne.
desk-order-message-label = Besked
desk-order-attach-label = Vedhæft
desk-order-attached = Vedhæftet
desk-order-show = Vis mailen
desk-order-show-first = Se mailen, præcis som den bliver sendt. Derefter kan du sende den.
desk-order-send = Send
desk-order-as-text = Som ren tekst
desk-order-call-back = Mailen er ikke sendt endnu
desk-order-call-back-do = Kald mailen tilbage
desk-order-send-again = Send igen
desk-order-correct-address = Brug fremover denne adresse til ordren
desk-order-words-wrong = Mailen kan ikke laves med denne tekst.
desk-order-unreachable = Mails når ikke frem til denne adresse. Ophæv først spærringen på kundens side i arbejdsområdet.
desk-order-mail-pending = Det er ikke sikkert, om mailen blev sendt. Se på ordren, før du sender den igen.
desk-order-too-late = Mailen kan ikke længere kaldes tilbage.
desk-order-warn-not-set-to-receive = skal ifølge indstillingen ikke have mails. Denne bliver sendt alligevel.
desk-order-warn-unsubscribed = ønsker ikke sådanne mails. Denne bliver sendt alligevel.
desk-order-warn-suppressed = Mails når ikke frem til denne adresse. Denne mail bliver ikke sendt.
desk-order-warn-dead-link = Mailen indeholder et link, der ikke længere virker.

## Print
desk-order-print = Udskriv
desk-order-did-packing-slip = Følgeseddel udskrevet
desk-order-did-summary = Ordre udskrevet
desk-order-print-why = Det, du udskriver, noteres på ordren. Ved den første følgeseddel får kunden besked efter dine regler.
desk-order-packing-slip = Følgeseddel
desk-order-summary = Ordre
desk-order-quantity = Antal
desk-order-print-hint = Udskriv siden med din browser.

desk-order-document = Tilføj et dokument
desk-order-send-document = Send med mail
desk-order-number-only = Butikken sendte kun nummeret, ingen fil.
desk-order-document-why = Tilføj et dokument eller et billede. Kunden ser det på ordrens side, og det følger med mails, når dine regler siger det.
desk-order-file-label = Fil
desk-order-file-hint = PDF, PNG, JPEG, tekst, CSV eller XML, højst 512 KB.
desk-order-files-label = Filer
desk-order-files-hint = PDF, PNG, JPEG, tekst, CSV eller XML, højst 512 KB pr. fil. En mail kan højst have fem filer med. De tilføjes, når du får mailen vist.
desk-order-file-chosen = Valgt:
desk-order-kind-label = Type
desk-order-kind-invoice = Faktura
desk-order-kind-credit-note = Kreditnota
desk-order-kind-other = Andet dokument
desk-order-document-number-label = Nummer eller navn
desk-order-document-number-hint = Kunden læser det. Er feltet tomt, bruges filens navn.
desk-order-document-shown = Det kommer til at stå på kundens side.
desk-order-document-hidden = Dine indstillinger viser ikke dokumenter af denne type til nogen.
desk-order-did-document = Dokument tilføjet
desk-order-printed = Udskrevet:
desk-order-mailed-to = Sendt med mail til
desk-order-mail-opened-at = Denne mail blev åbnet:
desk-order-file-missing = Vælg en fil.
desk-order-file-empty = Filen er tom.
desk-order-file-large = Filen er større end 512 KB.
desk-order-file-type = Filer af denne type kan ikke tilføjes. Det er indholdet, der tæller, ikke navnet.
desk-order-file-gone = Filen er ikke længere gemt. Vælg den igen.
desk-order-files-many = Der er for mange filer.
desk-order-files-often = Du har sendt for mange filer. Prøv igen om en time.
desk-order-document-known = Ordren har allerede en fil til dette dokument. Angiv et andet nummer.
desk-order-documents-full = Ordren kan ikke have flere dokumenter.
desk-order-mail-large = Mailen er for stor til mailudbyderen. Vedhæft færre eller mindre filer.
