# Every id here begins with "desk-order-"; what each is for stands in en/desk/order.ftl.

## The heading, and what must not be missed
desk-order-title = Bestilling { $number }
desk-order-is-urgent = Haster:
desk-order-is-removed = Butikken har slettet denne bestillingen. Kunden ser bare at den er borte.
desk-order-is-held = E-poster om denne bestillingen holdes tilbake.
desk-order-is-revoked = Lenkene til siden for denne bestillingen fører ingen steder.

## The four answers
desk-order-where = Hvor langt bestillingen er kommet
desk-order-progress =
    { $total ->
        [one] { $sent } av { $total } vare sendt
       *[other] { $sent } av { $total } varer sendt
    }
desk-order-promised = Lovet til
desk-order-no-promise = Det er ikke lovet noen dato.
desk-order-late = Denne datoen er passert.
desk-order-told = Siste e-post
desk-order-no-mail = Ingen e-post er sendt.
desk-order-later = Senere: { $change }
desk-order-waiting =
    { $count ->
        [one] { $count } endring venter på å bli sendt.
       *[other] { $count } endringer venter på å bli sendt.
    }
desk-order-todo = Å gjøre
desk-order-no-task = Ingenting.
desk-order-to-tasks = Til oppgavene

## What became of an email
desk-order-mail-opened = Kom frem og ble åpnet.
desk-order-mail-delivered = Kom frem.
desk-order-mail-came-back = Kom ikke frem.
desk-order-mail-complained = Kom frem, men ble merket som søppelpost.
desk-order-mail-sent = Sendt. Det er ennå ikke kjent om den har kommet frem.
desk-order-mail-being-sent = På vei.
desk-order-mail-refused = E-postleverandøren tok ikke imot den.
desk-order-mail-called-back = Trukket tilbake før den ble sendt.

## What can be done
desk-order-actions = Handlinger
desk-order-change = Endre bestillingen
desk-order-mails = E-poster
desk-order-more = Mer
desk-order-see-page = Se kundens side
desk-order-see-shop = Åpne i butikken
desk-order-tracking = Legg til sporingsnummer
desk-order-status = Angi status
desk-order-promise = Lov en dato
desk-order-return = Registrer en retur
desk-order-refund = Noter en tilbakebetaling
desk-order-cancel = Kanseller bestillingen
desk-order-hold = Hold tilbake e-poster
desk-order-drop = Forkast ventende e-poster
desk-order-links = Administrer lenker

## The sections
desk-order-parcels = Pakker
desk-order-parcel-pending = Ikke overlevert til transportøren ennå
desk-order-parcel-sent = På vei
desk-order-parcel-delivered = Levert
desk-order-parcel-failed = Leveringen mislyktes
desk-order-items = Varer
desk-order-more-items =
    { $count ->
        [one] og { $count } vare til
       *[other] og { $count } varer til
    }
desk-order-customer = Kunde
desk-order-to-customer = Alt om denne kunden
desk-order-no-address = Ingen e-postadresse
desk-order-wants-no-mail = Vil ikke ha noen e-poster.
desk-order-role-customer = Får også e-postene til kunden
desk-order-role-admin = Får kopi av alt
desk-order-role-billing = Får fakturaer og kreditnotaer
desk-order-role-delivery = Får beskjed om leveringer
desk-order-delivery-address = Leveringsadresse
desk-order-billing-address = Fakturaadresse
desk-order-costs = Beløp

## The timeline
desk-order-timeline = Hendelser
desk-order-status-moved = Status:
desk-order-earlier = Tidligere oppføringer
desk-order-repeats = Opplyst før: Ingenting er endret.
desk-order-came-late = Kom for sent: Noe nyere var allerede kjent.
desk-order-dropped = Deler som ikke kunne leses
desk-order-mail = E-post:
desk-order-mail-again = E-post, sendt på nytt:
desk-order-template-failed = Malen kunne ikke fylles ut, så Wismos egen tekst ble sendt:
desk-order-did-order = Bestilling mottatt fra butikken
desk-order-did-removed = Bestilling slettet i butikken
desk-order-did-stock = Lagerbeholdning for en vare
desk-order-did-purchase = Innkjøpsordre for en vare
desk-order-did-parcel = Pakke
desk-order-did-refund = Tilbakebetaling
desk-order-did-address = E-postadresse rettet
desk-order-did-part = Bestilling mottatt fra ERP-systemet
desk-order-did-by-hand = Bestilling endret manuelt
desk-order-did-status = Status angitt
desk-order-did-promise = Dato lovet
desk-order-did-urgent = Merket som «Haster»
desk-order-did-not-urgent = Haster ikke lenger
desk-order-did-held = E-poster holdt tilbake
desk-order-did-released = E-poster frigitt
desk-order-did-dropped = Ventende e-poster forkastet
desk-order-did-preferences = Kunden har valgt hvilke e-poster som skal sendes
desk-order-did-link-replaced = Lenke byttet ut
desk-order-did-link-revoked = Lenker tilbakekalt
desk-order-did-link-restored = Lenker gjenopprettet
desk-order-did-report = Nytt om en e-post
desk-order-via-hook = fra butikken
desk-order-via-import = via import
desk-order-via-item = fra lageret
desk-order-via-desk = i arbeidsområdet
desk-order-via-page = av kunden

## News of an email; the address follows.
desk-order-report-delivered = E-post kom frem:
desk-order-report-deferred = E-post forsinket:
desk-order-report-bounced = E-post kom i retur for godt:
desk-order-report-soft-bounced = E-post kom i retur:
desk-order-report-suppressed = E-post ikke sendt, fordi adressen ikke virker eller tidligere har avvist e-poster:
desk-order-report-rejected = E-post avvist av e-postleverandøren:
desk-order-report-complained = Merket som søppelpost:
desk-order-report-unsubscribed = Avmeldt:
desk-order-report-opened = E-post åpnet:

## Whether a change was mailed; the reason follows.
desk-order-mailed = Sendt på e-post:
desk-order-not-mailed = Ikke sendt på e-post:
desk-order-waits = Venter på å bli sendt på e-post.
desk-order-why-quiet-import = Det var en stille import.
desk-order-why-told-nobody = Noen i arbeidsområdet valgte å ikke gi beskjed.
desk-order-why-page-only = Det vises bare på siden.
desk-order-why-dropped = E-posten ble forkastet eller trukket tilbake.
desk-order-why-settled = En import uten beskjed kom før e-posten ble sendt.
desk-order-why-merged = E-posten forteller bare hva det endte med.
desk-order-why-refused = E-postleverandøren tok ikke imot e-posten.
desk-order-why-given-up = Forsøkene på å sende e-posten varte for lenge.
desk-order-why-being-sent = E-posten er på vei.
desk-order-why-rule-off = Etter reglene dine sendes det ingen e-post om det.
desk-order-why-not-set-to-receive = Ifølge innstillingen skal kunden ikke få e-poster.
desk-order-why-unsubscribed = Kunden ønsker ikke slike e-poster.
desk-order-why-suppressed = E-poster når ikke frem til adressen.
desk-order-why-no-address = Bestillingen har ingen e-postadresse.
desk-order-why-bad-address = E-postadressen til bestillingen er ugyldig.
desk-order-why-nothing-left = Endringen ble omgjort før e-posten ble sendt.
desk-order-why-not-composed = E-posten kunne ikke skrives.
desk-order-why-old-order = Bestillingen ble lagt inn mer enn 7 dager før Wismo så den første gang.
desk-order-why-part-of-another = Bestillingen er en del av en annen.
desk-order-why-only-noted = Kunder får aldri beskjed om at en vare er utsolgt.
desk-order-why-in-the-same-mail = Det står allerede i samme e-post.
desk-order-why-notified-before = Kunden har fått beskjed tidligere.

## The forms
desk-order-go-on = Fortsett
desk-order-change-nothing = Ikke endre noe
desk-order-tracking-why = Pakken er på vei. Kunden får en lenke for å spore den.
desk-order-number-label = Sporingsnummer
desk-order-carrier-label = Transportør
desk-order-carrier-hint = For eksempel UPS. Feltet kan stå tomt.
desk-order-status-why = Angi statusen som kunden ser.
desk-order-status-label = Ny status
desk-order-promise-why = Lov en dato for alt som gjenstår.
desk-order-day-label = Dato
desk-order-return-why = Skriv inn hvor mange av hver vare som til sammen har kommet i retur.
desk-order-returned-hint = { $ordered } bestilt, { $returned } returnert så langt
desk-order-refund-why = Noter penger som er betalt tilbake. Wismo flytter ikke penger selv.
desk-order-amount-label = Beløp
desk-order-amount-hint = I bestillingens valuta.
desk-order-refund-reason-label = Årsak, hvis kunden skal se en
desk-order-cancel-why = Kunden ser at bestillingen er kansellert. Kanseller den i butikken også.
desk-order-urgent-why = Kollegene dine ser det øverst i bestillingen. Det gjør ikke kunden.
desk-order-reason-label = Årsak
desk-order-urgent-do = Merk som «Haster»
desk-order-urgent-end-why = Bestillingen er merket som «Haster».
desk-order-urgent-end = Haster ikke lenger
desk-order-hold-why = Fra nå av sendes ingen e-poster om denne bestillingen før du frigir dem.
desk-order-hold-do = Hold tilbake e-poster
desk-order-release-why = E-poster om denne bestillingen holdes tilbake. Hvis du frigir dem, får kunden beskjed om det som har skjedd siden.
desk-order-release-do = Frigi e-poster
desk-order-drop-why = Det som venter på å bli sendt, blir ikke sendt og regnes som meldt. Siden viser det likevel.
desk-order-drop-do = Forkast ventende e-poster
desk-order-links-why = Bytt ut lenken hvis den har kommet i gale hender: Den gamle slutter å virke. Tilbakekall alle lenker for å stenge siden.
desk-order-links-replace = Bytt ut lenken
desk-order-links-revoke = Tilbakekall alle lenker
desk-order-revoke-sure = Kundens side blir stengt for alle som har en lenke til den.
desk-order-links-revoked-why = Lenkene til siden for denne bestillingen fører ingen steder. Gjenopprett dem for å åpne siden igjen.
desk-order-links-restore = Gjenopprett lenkene

## What would happen
desk-order-no-change = Ingenting endrer seg for kunden.
desk-order-refund-known = Bestillingen har allerede en refusjon på dette beløpet. Denne regnes som den samme, så ingenting endrer seg. Hvis beløpet er betalt tilbake én gang til, må det registreres i butikken.
desk-order-refund-more-than-left = Sammen med det som allerede er refundert, er dette mer enn bestillingen kostet.
desk-order-refund-more = Dette er mer enn bestillingen kostet.
desk-order-would-mail = Det sendes en e-post til
desk-order-with-template = med malen «{ $template }»
desk-order-would-mail-nobody = Ingen får e-post.
desk-order-would-wait = E-posten venter til du frigir den.
desk-order-overwritten = Det gjelder til butikken melder noe annet om bestillingen.
desk-order-do = Lagre
desk-order-do-and-tell = Lagre og send e-posten
desk-order-do-quietly = Lagre uten e-post

## What was done
desk-order-saved = Lagret på bestillingen.
desk-order-held-done = E-poster om denne bestillingen holdes tilbake fra nå av.
desk-order-released-done = E-poster om denne bestillingen sendes igjen.
desk-order-dropped-done = De ventende e-postene er forkastet.
desk-order-may-have-left = Det som fortsatt ventet, blir ikke sendt. Men en e-post kan være sendt før det: Under «Hendelser» står det som er kjent.
desk-order-links-done = Lenkene er endret.
desk-order-write = Skriv en e-post
desk-order-see-customer = Slik kunden ser den
desk-order-see-link = Med bare lenken, før det andre trinnet
desk-order-see-gift = Via lenken for deling
desk-order-mail-done = E-posten er på vei.
desk-order-recalled-done = E-posten er trukket tilbake.
desk-order-the-mail = E-posten
desk-order-to-label = Til
desk-order-cc-label = Kopi til
desk-order-cc-hint = Skill flere adresser med komma.
desk-order-copy-to-me = En kopi til meg
desk-order-template-label = Tekst
desk-order-own-words = Din egen tekst
desk-order-standard-text = { $change } (standardtekst)
desk-order-subject-label = Emne
desk-order-subject-hint = Hvis du lar det stå tomt, får e-posten det vanlige emnet.
desk-order-message-label = Melding
desk-order-attach-label = Legg ved
desk-order-attached = Vedlagt
desk-order-show = Vis e-posten
desk-order-show-first = Se e-posten nøyaktig slik den blir sendt. Deretter kan du sende den.
desk-order-send = Send
desk-order-as-text = Som ren tekst
desk-order-call-back = E-posten er ikke sendt ennå
desk-order-call-back-do = Trekk e-posten tilbake
desk-order-send-again = Send på nytt
desk-order-correct-address = Bruk denne adressen til bestillingen fra nå av
desk-order-words-wrong = E-posten kan ikke lages med denne teksten.
desk-order-unreachable = E-poster når ikke frem til denne adressen. Opphev først sperringen på kundens side i arbeidsområdet.
desk-order-mail-pending = Det er ikke sikkert om e-posten ble sendt. Se på bestillingen før du sender den på nytt.
desk-order-too-late = E-posten kan ikke lenger trekkes tilbake.
desk-order-warn-not-set-to-receive = skal ifølge innstillingen ikke få e-poster. Denne sendes likevel.
desk-order-warn-unsubscribed = ønsker ikke slike e-poster. Denne sendes likevel.
desk-order-warn-suppressed = E-poster når ikke frem til denne adressen. Denne e-posten blir ikke sendt.
desk-order-warn-dead-link = E-posten inneholder en lenke som ikke lenger virker.

## Print
desk-order-print = Skriv ut
desk-order-did-packing-slip = Pakkseddel skrevet ut
desk-order-did-summary = Bestilling skrevet ut
desk-order-print-why = Det du skriver ut, noteres på bestillingen. Ved den første pakkseddelen får kunden beskjed etter reglene dine.
desk-order-packing-slip = Pakkseddel
desk-order-summary = Bestilling
desk-order-quantity = Antall
desk-order-print-hint = Skriv ut siden med nettleseren.

desk-order-document = Legg til et dokument
desk-order-send-document = Send på e-post
desk-order-number-only = Butikken sendte bare nummeret, ingen fil.
desk-order-document-why = Legg til et dokument eller et bilde. Kunden ser det på siden for bestillingen, og det følger med e-poster når reglene dine sier det.
desk-order-file-label = Fil
desk-order-file-hint = PDF, PNG, JPEG, tekst, CSV eller XML, høyst 512 KB.
desk-order-files-label = Filer
desk-order-files-hint = PDF, PNG, JPEG, tekst, CSV eller XML, høyst 512 KB per fil. En e-post kan ha med høyst fem filer. De legges til når du får e-posten vist.
desk-order-file-chosen = Valgt:
desk-order-kind-label = Type
desk-order-kind-invoice = Faktura
desk-order-kind-credit-note = Kreditnota
desk-order-kind-other = Annet dokument
desk-order-document-number-label = Nummer eller navn
desk-order-document-number-hint = Kunden leser det. Hvis feltet er tomt, brukes navnet på filen.
desk-order-document-shown = Det kommer til å stå på kundens side.
desk-order-document-hidden = Innstillingene dine viser ikke dokumenter av denne typen til noen.
desk-order-did-document = Dokument lagt til
desk-order-printed = Skrevet ut:
desk-order-mailed-to = Sendt på e-post til
desk-order-mail-opened-at = Denne e-posten ble åpnet:
desk-order-file-missing = Velg en fil.
desk-order-file-empty = Filen er tom.
desk-order-file-large = Filen er større enn 512 KB.
desk-order-file-type = Filer av denne typen kan ikke legges til. Det er innholdet som teller, ikke navnet.
desk-order-file-gone = Filen er ikke lenger lagret. Velg den på nytt.
desk-order-files-many = Det er for mange filer.
desk-order-files-often = Du har sendt for mange filer. Prøv igjen om en time.
desk-order-document-known = Bestillingen har allerede en fil til dette dokumentet. Oppgi et annet nummer.
desk-order-documents-full = Bestillingen kan ikke ha flere dokumenter.
desk-order-mail-large = E-posten er for stor for e-postleverandøren. Legg ved færre eller mindre filer.
