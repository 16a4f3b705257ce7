# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.

## Around every page
desk-skip = Gå til innholdet
desk-entries = Arbeidsområde
desk-menu = Meny
desk-sign-out = Logg ut
desk-today = I dag
desk-people = Team
desk-keys = API-nøkler
desk-record = Aktivitetslogg
desk-save = Lagre
desk-cancel = Avbryt
desk-older = Eldre oppføringer
desk-wrong = Kontroller dette:
desk-not-found = Her er det ingenting
desk-not-found-why = Siden finnes ikke, eller rollen din har ikke tilgang til den.
desk-moment-today = i dag kl. { $time }
desk-moment-yesterday = i går kl. { $time }

## Signing in
desk-sign-in = Logg inn
desk-sign-in-again = Du er logget ut. Logg inn, så blir det du skrev, lagret.
desk-sign-in-files = Du er logget ut. Logg inn, så vises det du skrev, igjen. Velg deretter filene dine på nytt: De ble ikke lagret.
desk-address = E-postadresse
desk-password = Passord
desk-forgot = Har du glemt passordet?
desk-sign-in-wrong = E-postadressen og passordet stemmer ikke overens.
desk-password-wrong = Dette er ikke passordet ditt.
desk-too-many = For mange forsøk. Prøv igjen om en time, eller velg et nytt passord.
desk-busy = For mange logger inn akkurat nå. Prøv igjen om et minutt.
desk-code = Skriv inn koden
desk-code-why = Passordet ditt er riktig. Åpne autentiseringsappen din nå.
desk-code-label = Kode
desk-code-hint = Seks sifre, eller en av gjenopprettingskodene dine.
desk-code-wrong = Koden er ugyldig eller allerede brukt.
desk-confirm = Bekreft at det er deg
desk-confirm-why = Du er i ferd med å gjøre noe sensitivt. Skriv inn passordet på nytt for å fortsette.

## The first owner, invitations, forgotten passwords
desk-setup = Sett opp arbeidsområdet ditt
desk-setup-why = Bli eier av dette arbeidsområdet. Etterpå kan du invitere andre.
desk-setup-key = Installasjonsnøkkel
desk-setup-key-hint = Verdien av desk_api_key. Du får den av den som drifter Wismo.
desk-setup-key-wrong = Dette er ikke installasjonsnøkkelen.
desk-setup-do = Bli eier
desk-name = Navn
desk-name-hint = Slik kollegene dine kjenner deg.
desk-name-wrong = Skriv inn et navn på høyst 100 tegn.
desk-name-taken = En kollega har allerede dette navnet. Legg til noe som skiller dere fra hverandre.
desk-address-wrong = Skriv inn en e-postadresse, for eksempel ada@example.com.
desk-new-password = Nytt passord
desk-new-password-hint = Minst 12 tegn. Noen få ord som ikke hører sammen, er lette å huske.
desk-password-short = Passordet må ha minst 12 tegn.
desk-password-long = Passordet kan ha høyst 256 tegn.
desk-password-common = Dette passordet er for lett å gjette.
desk-password-personal = Passordet kan ikke være adressen din, navnet ditt eller navnet på en butikk.
desk-invitation = Velkommen
desk-invitation-why = Du er invitert til dette arbeidsområdet. Du skal logge inn som { $address }.
desk-invitation-do = Kom i gang
desk-welcome-back = Velkommen tilbake, { $name }
desk-reset = Velg et nytt passord
desk-reset-why = For { $address }. Du blir logget ut overalt.
desk-reset-do = Lagre passordet
desk-reset-done = Det nye passordet er lagret. Logg inn med det.
desk-forgot-why = Skriv inn e-postadressen din, så sender vi deg en lenke der du kan velge et nytt passord. Lenken virker i én time.
desk-forgot-do = Send lenken
desk-forgot-sent = Hvis det finnes en konto med denne adressen, er lenken på vei.
desk-void = Denne lenken virker ikke lenger
desk-void-why = Den er allerede brukt eller for gammel. Be om en ny.

## Your own account
desk-me = Kontoen din
desk-profile = Profil
desk-language = Språk
desk-language-browser = Som i nettleseren
desk-signature = Signatur
desk-signature-hint = De siste linjene i e-postene du skriver til kunder.
desk-shortcuts = Hurtigtaster
desk-shortcuts-hint = Enkelttaster, for eksempel / for å søke. Trykk på ? for å se alle. Slå dem av hvis de forstyrrer talestyring.
desk-shortcuts-next = Neste rad i en liste
desk-shortcuts-previous = Forrige rad i en liste
desk-shortcuts-list = Vis denne listen
desk-shortcuts-off = Slå av på kontoen din
desk-shortcuts-close = Lukk
desk-saved = Lagret.
desk-password-why = Hvis du velger et nytt passord, blir du logget ut på alle andre enheter.
desk-password-set = Det nye passordet er lagret. Du er logget ut på alle andre enheter.
desk-second-factor = Totrinnsbekreftelse
desk-second-factor-on = Når du logger inn, blir du bedt om en kode fra autentiseringsappen.
desk-second-factor-off = Uten totrinnsbekreftelse er passordet alene nok til å logge inn.
desk-second-factor-set-up = Sett opp
desk-second-factor-from = Påkrevd for alle fra
desk-second-factor-from-hint = La feltet stå tomt hvis man kan logge inn uten. Fra og med denne dagen må alle som ikke har totrinnsbekreftelse, sette den opp først.
desk-second-factor-needed = Du trenger totrinnsbekreftelse for å komme videre: Sett den opp nedenfor.
desk-second-factor-soon = Fra { $day } er totrinnsbekreftelse påkrevd. Sett den opp nedenfor.
desk-second-factor-remove = Slå av
desk-second-factor-set = Totrinnsbekreftelse er satt opp.
desk-second-factor-removed = Totrinnsbekreftelse er slått av.
desk-enrol = Sett opp autentiseringsappen
desk-enrol-scan = Skann dette bildet med autentiseringsappen.
desk-enrol-picture = QR-kode for autentiseringsappen
desk-enrol-type = Eller skriv inn denne nøkkelen i appen:
desk-enrol-code = De seks sifrene som appen viser
desk-enrol-do = Sett opp
desk-recovery = Gjenopprettingskodene dine
desk-recovery-why = Hvis du mister telefonen, kan du logge inn med en av disse kodene. Hver kode virker én gang. Skriv dem ut, eller noter dem: De vises bare nå.
desk-recovery-kept = Jeg har tatt vare på dem
desk-sessions = Her er du logget inn
desk-session-this = denne enheten
desk-session-browser = { $browser } på { $system }
desk-session-end = Logg ut
desk-sessions-end = Logg ut overalt
desk-another-device = Logg inn på en annen enhet
desk-another-device-why = Skann bildet med telefonen, så blir du logget inn der. Det virker én gang, innen én time. Den som har bildet, logger inn som deg: Ikke vis det til noen.
desk-another-device-picture = QR-kode med lenken
desk-another-device-type = Eller åpne denne lenken der:
desk-session-ended = Enheten er logget ut.
desk-session-none = Enheten var allerede logget ut.

## People
desk-invite = Inviter noen
desk-invite-why = Personen får en e-post med en lenke for å velge passord. Lenken virker i én uke.
desk-invite-do = Send invitasjonen
desk-invite-again = Send invitasjonen på nytt
desk-invite-sent = Invitasjonen er på vei.
desk-invite-not-sent = Invitasjonen kunne ikke sendes. Kontroller e-postinnstillingene, og send den på nytt.
desk-invite-known = Det finnes allerede en konto med denne adressen.
desk-invite-elsewhere = Denne adressen kan ikke inviteres herfra. Spør en eier som ser alle butikkene.
desk-invited = Invitert
desk-suspended = Sperret
desk-has-second-factor = Med totrinnsbekreftelse
desk-no-second-factor = Uten totrinnsbekreftelse
desk-last-sign-in = Siste innlogging:
desk-role = Rolle
desk-role-owner = Eier
desk-role-owner-hint = Ser og gjør alt, og inviterer andre.
desk-role-agent = Kundebehandler
desk-role-agent-hint = Tar seg av kunder og bestillinger.
desk-role-viewer = Leser
desk-role-viewer-hint = Ser alt unntatt teksten i e-postene, endrer ingenting.
desk-rights = Flere rettigheter
desk-right-export = Kan eksportere kundedata
desk-right-erase = Kan slette kundedata
desk-shops = Butikker
desk-shops-all = Alle butikker
desk-access = Hva denne personen kan gjøre
desk-access-saved = Lagret. Personen må logge inn på nytt.
desk-access-too-much = Du kan ikke gi flere rettigheter enn du selv har.
desk-take-second-factor-why = Hvis personen har mistet både telefonen og gjenopprettingskodene, kan du slå av totrinnsbekreftelsen. Forsikre deg om at det virkelig er rett person.
desk-take-second-factor = Slå av totrinnsbekreftelse
desk-second-factor-taken = Totrinnsbekreftelsen for denne personen er slått av.
desk-suspend-why = Personen logges ut med en gang og kan ikke logge inn før du tillater det.
desk-suspend = Sperr
desk-suspend-done = Personen kan ikke logge inn lenger.
desk-reinstate = Tillat innlogging igjen
desk-reinstate-done = Personen kan logge inn igjen.
desk-person-fixed = Du kan ikke endre hva denne personen kan gjøre.
desk-somebody = Noen

## The record
desk-record-empty = Ingenting er registrert ennå.
desk-did-set-up = { $who } ble eier med installasjonsnøkkelen
desk-did-join = { $who } godtok invitasjonen
desk-did-sign-in = { $who } logget inn
desk-did-recover = { $who } logget inn med en gjenopprettingskode
desk-did-sign-in-by-link = { $who } logget inn med en lenke
desk-did-password = { $who } valgte et nytt passord
desk-did-reset = { $who } valgte et nytt passord via e-post
desk-did-second-factor = { $who } satte opp totrinnsbekreftelse
desk-did-no-second-factor = { $who } slo av sin egen totrinnsbekreftelse
desk-did-end-sessions = { $who } logget ut overalt
desk-did-invite = { $who } inviterte { $what }
desk-did-access = { $who } endret hva { $what } kan gjøre
desk-did-suspend = { $who } sperret { $what }
desk-did-reinstate = { $who } lot { $what } logge inn igjen
desk-did-take-second-factor = { $who } slo av totrinnsbekreftelsen for { $what }
desk-did-require-second-factor = { $who } gjorde totrinnsbekreftelse påkrevd for alle fra { $what }
desk-did-lift-second-factor = { $who } gjorde totrinnsbekreftelse frivillig
desk-did-make-key = { $who } opprettet API-nøkkelen «{ $what }»
desk-did-revoke-key = { $who } tilbakekalte API-nøkkelen «{ $what }»
desk-did-change-settings = { $who } endret innstillingene for butikken «{ $what }»

## API keys
desk-keys-why = Programmer bruker arbeidsområdets API med en nøkkel. Hver nøkkel har en rolle, akkurat som en person.
desk-key-make = Opprett en nøkkel
desk-key-name = Navn
desk-key-name-hint = Hva nøkkelen skal brukes til, for eksempel navnet på programmet.
desk-key-made = Opprettet:
desk-key-used = Sist brukt:
desk-key-unused = Aldri brukt
desk-key-revoke = Tilbakekall
desk-key-revoked = Nøkkelen virker ikke lenger.
desk-key-new = Den nye nøkkelen din
desk-key-new-why = Kopier den nå: Den vises bare én gang.
desk-key-kept = Jeg har kopiert den

## Today
desk-nothing-to-do = Ingenting å gjøre. Alt er i orden.
desk-task-count =
    { $count ->
        [one] { $count } åpen oppgave
       *[other] { $count } åpne oppgaver
    }
desk-paused = Det sendes ingen e-poster akkurat nå, fordi e-postleverandøren ikke tar imot dem.
desk-more-tasks = Flere oppgaver
desk-none-further = Ingen oppgaver på denne siden.
desk-task = Bør ses på
desk-task-not-sent = En e-post kunne ikke sendes
desk-task-bad-address = E-postadressen er ugyldig
desk-task-many-links = Det er bedt om så mange lenker til bestillinger i denne butikken at det foreløpig ikke sendes flere. Denne bestillingen var den siste.
desk-task-bounced = En e-post kom i retur
desk-task-suppressed = E-postleverandøren sender ikke lenger til denne adressen
desk-task-rejected = En e-post ble ikke sendt av e-postleverandøren
desk-task-complained = Mottakeren merket en e-post som søppelpost
desk-task-done = Ferdig
desk-task-ended = Ferdig.

## Emails to your people
desk-mail-invitation = Invitasjonen din til Wismo
desk-mail-invitation-why = { $who } har invitert deg til arbeidsområdet der man tar seg av bestillinger og kunder. Lenken virker i én uke.
desk-mail-invitation-do = Godta invitasjonen
desk-mail-invitation-not = Hvis du ikke vet hvem dette er, kan du se bort fra denne e-posten.
desk-mail-reset = Velg et nytt passord
desk-mail-reset-why = Noen har bedt om et nytt passord til arbeidsområdet ditt. Lenken virker i én time.
desk-mail-reset-do = Velg et nytt passord
desk-mail-reset-not = Hvis det ikke var deg, kan du se bort fra denne e-posten: Passordet ditt blir ikke endret.

## What is wrong with a field
desk-missing = Fyll ut dette feltet.
desk-text-wrong = Teksten er for lang.
desk-text-characters = Teksten inneholder tegn som ikke kan brukes. Skriv den på nytt, eller lim den inn som ren tekst.
desk-day-wrong = Skriv inn en dato, for eksempel 2026-12-24.
desk-quantity-wrong = Skriv inn et antall, høyst så mange som er bestilt.
desk-amount-wrong = Skriv inn et beløp, for eksempel 12,50.
desk-nothing-changed = Ingenting er endret. Kanskje det allerede er gjort.
desk-choice-wrong = Velg et av alternativene.
