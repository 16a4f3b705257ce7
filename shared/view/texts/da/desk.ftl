# Every id here begins with "desk-"; what each is for stands in en/desk.ftl.

## Around every page
desk-skip = Gå til indholdet
desk-entries = Arbejdsområde
desk-menu = Menu
desk-sign-out = Log ud
desk-today = I dag
desk-people = Team
desk-keys = API-nøgler
desk-record = Aktivitetslog
desk-save = Gem
desk-cancel = Annullér
desk-older = Ældre poster
desk-wrong = Kontrollér dette:
desk-not-found = Her er ikke noget
desk-not-found-why = Siden findes ikke, eller din rolle har ikke adgang til den.
desk-moment-today = i dag kl. { $time }
desk-moment-yesterday = i går kl. { $time }

## Signing in
desk-sign-in = Log ind
desk-sign-in-again = Du er blevet logget ud. Log ind, så bliver det, du skrev, gemt.
desk-sign-in-files = Du er blevet logget ud. Log ind, så vises det, du skrev, igen. Vælg derefter dine filer på ny: De blev ikke gemt.
desk-address = Mailadresse
desk-password = Adgangskode
desk-forgot = Har du glemt din adgangskode?
desk-sign-in-wrong = Mailadressen og adgangskoden passer ikke sammen.
desk-password-wrong = Det er ikke din adgangskode.
desk-too-many = For mange forsøg. Prøv igen om en time, eller vælg en ny adgangskode.
desk-busy = Der er for mange, der logger ind lige nu. Prøv igen om et minut.
desk-code = Indtast din bekræftelseskode
desk-code-why = Din adgangskode er rigtig. Åbn nu din godkendelsesapp.
desk-code-label = Kode
desk-code-hint = Seks cifre eller en af dine gendannelseskoder.
desk-code-wrong = Koden er ugyldig eller allerede brugt.
desk-confirm = Bekræft, at det er dig
desk-confirm-why = Du er ved at gøre noget følsomt. Indtast din adgangskode igen for at fortsætte.

## The first owner, invitations, forgotten passwords
desk-setup = Opsæt dit arbejdsområde
desk-setup-why = Bliv ejer af dette arbejdsområde. Derefter kan du invitere andre.
desk-setup-key = Installationsnøgle
desk-setup-key-hint = Værdien af desk_api_key. Du får den af dem, der driver Wismo.
desk-setup-key-wrong = Det er ikke installationsnøglen.
desk-setup-do = Bliv ejer
desk-name = Navn
desk-name-hint = Som dine kolleger kender dig.
desk-name-wrong = Indtast et navn på højst 100 tegn.
desk-name-taken = En kollega har allerede dette navn. Tilføj noget, så man kan kende forskel.
desk-address-wrong = Indtast en mailadresse, for eksempel ada@example.com.
desk-new-password = Ny adgangskode
desk-new-password-hint = Mindst 12 tegn. Nogle få ord, der ikke hører sammen, er lette at huske.
desk-password-short = Adgangskoden skal være på mindst 12 tegn.
desk-password-long = Adgangskoden må højst være på 256 tegn.
desk-password-common = Adgangskoden er for let at gætte.
desk-password-personal = Adgangskoden må ikke være din adresse, dit navn eller navnet på en butik.
desk-invitation = Velkommen
desk-invitation-why = Du er inviteret til dette arbejdsområde. Du skal logge ind med { $address }.
desk-invitation-do = Kom i gang
desk-welcome-back = Velkommen tilbage, { $name }
desk-reset = Vælg en ny adgangskode
desk-reset-why = For { $address }. Du bliver logget ud alle steder.
desk-reset-do = Gem adgangskode
desk-reset-done = Din nye adgangskode er gemt. Log ind med den.
desk-forgot-why = Indtast din mailadresse, så sender vi dig et link til at vælge en ny adgangskode. Det virker i en time.
desk-forgot-do = Send linket
desk-forgot-sent = Hvis der er en konto med denne adresse, er linket på vej.
desk-void = Dette link virker ikke længere
desk-void-why = Det er allerede brugt eller for gammelt. Bed om et nyt.

## Your own account
desk-me = Din konto
desk-profile = Profil
desk-language = Sprog
desk-language-browser = Som i din browser
desk-signature = Signatur
desk-signature-hint = De sidste linjer i de mails, du skriver til kunder.
desk-shortcuts = Tastaturgenveje
desk-shortcuts-hint = Genveje med én tast, for eksempel / til søgning. Tryk på ? for at se dem alle. Slå dem fra, hvis de forstyrrer stemmestyring.
desk-shortcuts-next = Næste række i en liste
desk-shortcuts-previous = Forrige række i en liste
desk-shortcuts-list = Vis denne liste
desk-shortcuts-off = Slå dem fra på din konto
desk-shortcuts-close = Luk
desk-saved = Gemt.
desk-password-why = Hvis du vælger en ny adgangskode, bliver du logget ud på alle andre enheder.
desk-password-set = Din nye adgangskode er gemt. Du er logget ud på alle andre enheder.
desk-second-factor = Totrinsbekræftelse
desk-second-factor-on = Når du logger ind, bliver du bedt om en kode fra din godkendelsesapp.
desk-second-factor-off = Uden totrinsbekræftelse er din adgangskode alene nok til at logge ind.
desk-second-factor-set-up = Opsæt
desk-second-factor-from = Påkrævet for alle fra
desk-second-factor-from-hint = Lad feltet stå tomt, hvis man må logge ind uden. Fra og med denne dag skal alle, der ikke har totrinsbekræftelse, sætte den op som det første.
desk-second-factor-needed = Du skal bruge totrinsbekræftelse for at komme videre: Sæt den op nedenfor.
desk-second-factor-soon = Fra { $day } er totrinsbekræftelse påkrævet. Sæt den op nedenfor.
desk-second-factor-remove = Slå fra
desk-second-factor-set = Totrinsbekræftelse er sat op.
desk-second-factor-removed = Totrinsbekræftelse er slået fra.
desk-enrol = Opsæt din godkendelsesapp
desk-enrol-scan = Scan dette billede med din godkendelsesapp.
desk-enrol-picture = QR-kode til din godkendelsesapp
desk-enrol-type = Eller indtast denne nøgle i appen:
desk-enrol-code = De seks cifre, som appen viser
desk-enrol-do = Opsæt
desk-recovery = Dine gendannelseskoder
desk-recovery-why = Hvis du mister din telefon, kan du logge ind med en af disse koder. Hver kode virker én gang. Udskriv dem, eller skriv dem ned: De bliver kun vist nu.
desk-recovery-kept = Jeg har gemt dem
desk-sessions = Her er du logget ind
desk-session-this = denne enhed
desk-session-browser = { $browser } på { $system }
desk-session-end = Log ud
desk-sessions-end = Log ud alle steder
desk-another-device = Log ind på en anden enhed
desk-another-device-why = Scan billedet med din telefon, så bliver du logget ind dér. Det virker én gang og inden for en time. Den, der har det, logger ind som dig: Vis det ikke til nogen.
desk-another-device-picture = QR-kode med linket
desk-another-device-type = Eller åbn dette link dér:
desk-session-ended = Enheden er logget ud.
desk-session-none = Enheden var allerede logget ud.

## People
desk-invite = Invitér en person
desk-invite-why = Personen får en mail med et link til at vælge en adgangskode. Linket virker i en uge.
desk-invite-do = Send invitationen
desk-invite-again = Send invitationen igen
desk-invite-sent = Invitationen er på vej.
desk-invite-not-sent = Invitationen kunne ikke sendes. Kontrollér mailindstillingerne, og send den igen.
desk-invite-known = Der er allerede en konto med denne adresse.
desk-invite-elsewhere = Denne adresse kan ikke inviteres herfra. Spørg en ejer, der har adgang til alle butikker.
desk-invited = Inviteret
desk-suspended = Spærret
desk-has-second-factor = Med totrinsbekræftelse
desk-no-second-factor = Uden totrinsbekræftelse
desk-last-sign-in = Seneste login:
desk-role = Rolle
desk-role-owner = Ejer
desk-role-owner-hint = Ser og gør alt og inviterer andre.
desk-role-agent = Medarbejder
desk-role-agent-hint = Tager sig af kunder og ordrer.
desk-role-viewer = Læser
desk-role-viewer-hint = Ser alt undtagen mailenes tekst, ændrer ikke noget.
desk-rights = Yderligere rettigheder
desk-right-export = Må eksportere kundedata
desk-right-erase = Må slette kundedata
desk-shops = Butikker
desk-shops-all = Alle butikker
desk-access = Hvad personen må
desk-access-saved = Gemt. Personen skal logge ind igen.
desk-access-too-much = Du kan ikke give flere rettigheder, end du selv har.
desk-take-second-factor-why = Hvis personen har mistet både sin telefon og sine gendannelseskoder, kan du slå totrinsbekræftelsen fra. Sørg for, at det virkelig er den rigtige person.
desk-take-second-factor = Slå totrinsbekræftelse fra
desk-second-factor-taken = Personens totrinsbekræftelse er slået fra.
desk-suspend-why = Personen bliver logget ud med det samme og kan ikke logge ind, før du tillader det.
desk-suspend = Spær
desk-suspend-done = Personen kan ikke længere logge ind.
desk-reinstate = Tillad login igen
desk-reinstate-done = Personen kan logge ind igen.
desk-person-fixed = Du kan ikke ændre, hvad personen må.
desk-somebody = Nogen

## The record
desk-record-empty = Der er ikke registreret noget endnu.
desk-did-set-up = { $who } blev ejer med installationsnøglen
desk-did-join = { $who } tog imod invitationen
desk-did-sign-in = { $who } loggede ind
desk-did-recover = { $who } loggede ind med en gendannelseskode
desk-did-sign-in-by-link = { $who } loggede ind med et link
desk-did-password = { $who } valgte en ny adgangskode
desk-did-reset = { $who } valgte en ny adgangskode via mail
desk-did-second-factor = { $who } satte totrinsbekræftelse op
desk-did-no-second-factor = { $who } slog sin egen totrinsbekræftelse fra
desk-did-end-sessions = { $who } loggede ud alle steder
desk-did-invite = { $who } inviterede { $what }
desk-did-access = { $who } ændrede, hvad { $what } må
desk-did-suspend = { $who } spærrede { $what }
desk-did-reinstate = { $who } lod { $what } logge ind igen
desk-did-take-second-factor = { $who } slog totrinsbekræftelsen fra for { $what }
desk-did-require-second-factor = { $who } gjorde totrinsbekræftelse påkrævet for alle fra { $what }
desk-did-lift-second-factor = { $who } gjorde totrinsbekræftelse frivillig
desk-did-make-key = { $who } oprettede API-nøglen “{ $what }”
desk-did-revoke-key = { $who } tilbagekaldte API-nøglen “{ $what }”
desk-did-change-settings = { $who } ændrede indstillingerne for butikken “{ $what }”

## API keys
desk-keys-why = Programmer bruger arbejdsområdets API med en nøgle. Hver nøgle har en rolle, ligesom personer har.
desk-key-make = Opret en nøgle
desk-key-name = Navn
desk-key-name-hint = Hvad nøglen skal bruges til, for eksempel programmets navn.
desk-key-made = Oprettet:
desk-key-used = Senest brugt:
desk-key-unused = Aldrig brugt
desk-key-revoke = Tilbagekald
desk-key-revoked = Nøglen virker ikke længere.
desk-key-new = Din nye nøgle
desk-key-new-why = Kopiér den nu: Den bliver kun vist én gang.
desk-key-kept = Jeg har kopieret den

## Today
desk-nothing-to-do = Der er ikke noget at gøre. Alt er i orden.
desk-task-count =
    { $count ->
        [one] { $count } åben opgave
       *[other] { $count } åbne opgaver
    }
desk-paused = Der bliver ikke sendt mails lige nu, fordi mailudbyderen ikke tager imod dem.
desk-more-tasks = Flere opgaver
desk-none-further = Ingen opgaver på denne side.
desk-task = Bør tjekkes
desk-task-not-sent = En mail kunne ikke sendes
desk-task-bad-address = Mailadressen er ugyldig
desk-task-many-links = Der er bedt om så mange ordrelinks i denne butik, at der foreløbig ikke sendes flere. Denne ordre var den sidste.
desk-task-bounced = En mail kom retur
desk-task-suppressed = Mailudbyderen sender ikke længere til denne adresse
desk-task-rejected = En mail blev ikke sendt af mailudbyderen
desk-task-complained = Modtageren markerede en mail som spam
desk-task-done = Færdig
desk-task-ended = Færdig.

## Emails to your people
desk-mail-invitation = Din invitation til Wismo
desk-mail-invitation-why = { $who } har inviteret dig til det arbejdsområde, hvor man tager sig af ordrer og kunder. Linket virker i en uge.
desk-mail-invitation-do = Tag imod invitationen
desk-mail-invitation-not = Hvis du ikke ved, hvem det er, kan du se bort fra denne mail.
desk-mail-reset = Vælg en ny adgangskode
desk-mail-reset-why = Nogen har bedt om en ny adgangskode til dit arbejdsområde. Linket virker i en time.
desk-mail-reset-do = Vælg en ny adgangskode
desk-mail-reset-not = Hvis det ikke var dig, så se bort fra denne mail: Din adgangskode bliver ikke ændret.

## What is wrong with a field
desk-missing = Udfyld dette felt.
desk-text-wrong = Teksten er for lang.
desk-text-characters = Teksten indeholder tegn, der ikke kan bruges. Skriv den igen, eller indsæt den som ren tekst.
desk-day-wrong = Indtast en dato, for eksempel 2026-12-24.
desk-quantity-wrong = Indtast et antal, der højst er så stort som det bestilte.
desk-amount-wrong = Indtast et beløb, for eksempel 12,50.
desk-nothing-changed = Intet er ændret. Måske er det allerede gjort.
desk-choice-wrong = Vælg en af mulighederne.
